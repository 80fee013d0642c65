"""Which language the screens speak: finds, builds and installs the texts; the texts stand where they are shown."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import PySide6
from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

# English is the language of the source; its own file holds only what a number changes.
_SOURCE_LANGUAGE = "en"
# Of these alone a locale is asked for its direction: the answer is of the namespace `Qt`, whose first use makes a
# hundred enumerations, and this runs before the first window.
_FROM_THE_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def install(language: str, *, texts: Path, built: Path) -> tuple[QTranslator, ...]:
    """Let the application speak a language and lay itself out in its direction.

    `language` is a code such as "fr" or "ar_EG"; empty stands for the system's. `texts` holds supportdesk_<code>.qm,
    or in a checkout the .ts files, which are then built into `built`. A text without a translation stays English.
    The translators are returned so that they can be removed again; the application only borrows them.
    """
    locale = QLocale(language) if language else QLocale.system()
    if locale.zeroDigit() != "0":
        # Numbers are in Latin digits everywhere; the language itself, without a country, writes Arabic with them.
        locale = QLocale(locale.language(), QLocale.Country.World)
    QLocale.setDefault(locale)
    own = QLocale.languageToCode(locale.language())
    if own in _FROM_THE_RIGHT:
        QGuiApplication.setLayoutDirection(locale.textDirection())
    installed = []
    # What is installed last is asked first.
    for code in dict.fromkeys((_SOURCE_LANGUAGE, own)):
        for file in (_of_qt(code), _of_the_desk(code, texts, built)):
            translator = QTranslator()
            if file is not None and translator.load(str(file)):
                QCoreApplication.installTranslator(translator)
                installed.append(translator)
    return tuple(installed)


def of_documents(language: str, *, texts: Path, built: Path) -> QTranslator | None:
    """The words of one language for documents, whatever the screens speak; None where they stay English.

    It is not installed and outlives nobody: who asks for it keeps it.
    """
    file = _of_the_desk(language, texts, built)
    translator = QTranslator()
    return translator if file is not None and translator.load(str(file)) else None


def remove(translators: tuple[QTranslator, ...]) -> None:
    """Take a language back, as before another is installed."""
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    if translators:
        QGuiApplication.setLayoutDirection(QtCore.Qt.LayoutDirection.LeftToRight)


def _of_qt(code: str) -> Path | None:
    """The texts of Qt's own dialogs and menus."""
    file = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{code}.qm"
    return file if file.exists() else None


def _of_the_desk(code: str, texts: Path, built: Path) -> Path | None:
    packed = texts / f"supportdesk_{code}.qm"
    if packed.exists():
        return packed
    source = packed.with_suffix(".ts")
    if not source.exists():
        return None
    file = built / packed.name
    if not file.exists() or file.stat().st_mtime < source.stat().st_mtime:
        # A folder that takes nothing leaves English, too.
        with suppress(OSError):
            built.mkdir(parents=True, exist_ok=True)
            _release(source, file)
    return file


def _release(source: Path, file: Path) -> None:
    """Build one .ts file, whole or not at all; a build that fails leaves English and is no reason not to start."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    # A name of its own: another desk that starts at this moment may build the same.
    part = file.with_suffix(f".{os.getpid()}.part")
    command = [str(tool), "-silent", str(source), "-qm", str(part)]
    import subprocess  # noqa: PLC0415 - needed once after a change of texts, and not before the first window

    # Both paths are the program's own.
    done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    if done.returncode == 0:
        part.replace(file)
    else:
        part.unlink(missing_ok=True)
