"""The `doctor` command: looks at what the desk stands on and says what is wrong and what to do; it changes nothing."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from supportdesk.app.profile_settings import refuse_lost_database, settings_of
from supportdesk.config import settings as settings_file
from supportdesk.config.paths import Profile, resources
from supportdesk.config.settings import Settings
from supportdesk.domain.errors import KnownError
from supportdesk.rules.policies.file import check_policy

# Each check loads what it looks at: one that can't be loaded is a finding, not the end of the others.
# ruff: noqa: PLC0415

_PLAIN_HEADER = b"SQLite format 3\x00"
_OLDEST_PYTHON = (3, 11)
_PYTHON_OF_QT_6_12 = (3, 12)
_MIB = 1024 * 1024
_TOO_LITTLE, _LITTLE = 64 * _MIB, 1024 * _MIB
_LETTERS = ("Latin", "Arabic")
_PACKAGES = "Install the system packages that the README names."


class Level(StrEnum):
    """How it stands: fine, fine for now, or in need of repair."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in one sentence, and what to do about it."""

    level: Level
    text: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.level.value:<5} {self.text}" + (f" {self.remedy}" if self.remedy else "")


def examine(profile: Profile) -> int:
    """Print a line for each finding; 0 when nothing needs repair, else 1."""
    worst = 0
    for finding in findings(profile):
        print(finding, flush=True)
        worst |= finding.level is Level.FAIL
    return worst


def findings(profile: Profile) -> Iterator[Finding]:
    """Everything found, in the order in which one thing needs another."""
    loaded = settings_file.load(profile.settings)
    yield from _python()
    yield from _qt()
    yield from _zones()
    yield from _policies(resources() / "policies")
    yield from _keyring(loaded.settings)
    yield from _folder(profile)
    try:
        refuse_lost_database(profile)
        settings = settings_of(profile) if profile.database.exists() else loaded.settings
    except KnownError as error:
        # Without them it is not known how to look into the database.
        yield Finding(Level.FAIL, str(error))
        return
    for problem in loaded.problems:
        yield Finding(Level.WARN, f"{problem}.", "Correct it before the desk is set up.")
    yield from _use(profile)
    yield from _database(profile, settings)


def _use(profile: Profile) -> Iterator[Finding]:
    try:
        from supportdesk.app.single_instance import in_use
    except ImportError:  # without Qt, which is told above
        return
    if user := in_use(profile):
        yield Finding(Level.OK, f"the desk is in use by {user}")


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= _OLDEST_PYTHON:
        yield Finding(Level.OK, f"Python {version}")
    else:
        yield Finding(Level.FAIL, f"Python {version} is too old.", "Install Python 3.11 or newer.")


def _qt() -> Iterator[Finding]:
    try:
        from PySide6.QtCore import QLibraryInfo, qVersion
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        yield Finding(Level.FAIL, f"Qt can't be loaded: {error}.", _PACKAGES)
        return
    yield qt_release(qVersion(), sys.version_info[:2])
    if sys.platform != "linux":
        return
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    yield from _display(plugins)
    if QApplication.instance() is None:
        # It shows nothing, it only knows the fonts; on a display it could end the program.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QApplication(sys.argv[:1])
        yield from _fonts()
        application.shutdown()
    else:
        yield from _fonts()


def qt_release(version: str, python: tuple[int, int]) -> Finding:
    """Whether this release of Qt runs under this Python: 6.12 ends Python 3.11 after some thousand calls."""
    release = tuple(int(part) for part in version.split(".")[:2])
    if release >= (6, 12) and python < _PYTHON_OF_QT_6_12:
        return Finding(
            Level.FAIL,
            f"Qt {version} ends Python {python[0]}.{python[1]} after some thousand calls.",
            "Install the requirements anew, which name Qt 6.11, or use Python 3.12.",
        )
    return Finding(Level.OK, f"Qt {version}")


def _display(plugins: Path) -> Iterator[Finding]:
    """Whether a window can show: what Qt's platform plug-ins load, and a display to show it on."""
    names = {"DISPLAY": "libqxcb.so", "WAYLAND_DISPLAY": "libqwayland.so"}
    present = [variable for variable in names if os.environ.get(variable)]
    for variable in present or ["DISPLAY"]:
        plugin = plugins / names[variable]
        if not plugin.is_file():
            continue
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            yield Finding(Level.FAIL, f"Qt can't open windows: {error}.", _PACKAGES)
            return
    if present:
        yield Finding(Level.OK, f"display {', '.join(os.environ[variable] for variable in present)}")
    else:
        yield Finding(
            Level.WARN, "There is no display.", "Commands work; the demo draws its screens to files instead."
        )


def _fonts() -> Iterator[Finding]:
    from PySide6.QtGui import QFontDatabase

    for name in _LETTERS:
        families = QFontDatabase.families(QFontDatabase.WritingSystem[name])
        if families:
            yield Finding(Level.OK, f"{len(families)} fonts with {name} letters")
        else:
            yield Finding(Level.FAIL, f"No font has {name} letters.", _PACKAGES)


def _zones() -> Iterator[Finding]:
    try:
        ZoneInfo("America/New_York")
    except (ZoneInfoNotFoundError, OSError, ValueError) as error:
        yield Finding(Level.FAIL, f"There are no time zones: {error}.", "Install the requirements anew.")
    else:
        yield Finding(Level.OK, "time zones")


def _policies(folder: Path) -> Iterator[Finding]:
    files = sorted(folder.glob("*.toml"))
    broken = 0
    for file in files:
        for problem in check_policy(file.read_bytes(), file.name).problems:
            broken += 1
            yield Finding(Level.FAIL, f"The policy {file.name}: {problem}.", "Install the program anew.")
    if not files:
        yield Finding(Level.FAIL, f"No policies in {folder}.", "Install the program anew.")
    elif not broken:
        yield Finding(Level.OK, f"policies: {', '.join(file.stem for file in files)}")


def _keyring(settings: Settings) -> Iterator[Finding]:
    from supportdesk.store.keys import is_available

    if is_available():
        yield Finding(Level.OK, "the system has a keyring that keeps secrets")
    elif settings.encryption == "keyring":
        yield Finding(
            Level.WARN,
            "The system has no keyring that keeps secrets.",
            "Start one, or choose a passphrase when the desk is set up.",
        )
    else:
        yield Finding(Level.OK, "the system has no keyring, and this profile needs none")


def _folder(profile: Profile) -> Iterator[Finding]:
    folder = profile.root
    existing = next(each for each in (folder, *folder.parents) if each.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        yield Finding(
            Level.FAIL,
            f"The desk may not write to {existing}.",
            "Give this account the right to, or use --profile.",
        )
        return
    free = shutil.disk_usage(existing).free
    level = Level.FAIL if free < _TOO_LITTLE else Level.WARN if free < _LITTLE else Level.OK
    yield Finding(
        level,
        f"{folder}: {free // _MIB:,} MiB free",
        "" if level is Level.OK else "Free some space on that disk.",
    )


def _database(profile: Profile, settings: Settings) -> Iterator[Finding]:
    path = profile.database
    if not path.is_file():
        yield Finding(Level.OK, "no desk has been set up in this profile yet")
        return
    with path.open("rb") as file:
        plain = file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER
    if plain:
        yield Finding(
            Level.OK if settings.encryption == "off" else Level.FAIL,
            "the desk's file is not encrypted",
            ""
            if settings.encryption == "off"
            else "The settings say it is: one of the two is another profile's.",
        )
    else:
        yield Finding(Level.OK, "the desk's file is encrypted")
    if settings.encryption == "passphrase":
        yield Finding(Level.WARN, "The file is locked with a passphrase and was not looked into.")
        return
    try:
        yield from _content(profile, settings)
    except KnownError as error:
        yield Finding(Level.FAIL, str(error))


def _content(profile: Profile, settings: Settings) -> Iterator[Finding]:
    from supportdesk.store import revision
    from supportdesk.store.keys import KeyHolder
    from supportdesk.store.store import Store

    key = KeyHolder().get(str(profile.root)) if settings.encryption == "keyring" else None
    store = Store.open(profile.database, key)
    try:
        with store.read() as conn:
            found = revision.current(conn)
        if found == revision.HEAD:
            yield Finding(Level.OK, f"schema {found}")
        else:
            yield Finding(
                Level.WARN,
                f"Schema {found or 'none'}; this program has {revision.HEAD}.",
                "Start the desk to bring it up to date.",
            )
        store.check()
        yield Finding(Level.OK, "the desk's file holds together")
    finally:
        store.close()
