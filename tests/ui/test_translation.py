"""The language of the screens, from the .ts files of a checkout and from built files; no widget is needed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from supportdesk.ui import translation

TEXTS = Path(__file__).resolve().parent.parent.parent / "translations"
_FILE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}"><context><name>Probe</name>
<message><source>Case</source><translation>{translation}</translation></message></context></TS>
"""


@pytest.fixture(autouse=True)
def language_restored(qapp: QGuiApplication) -> Iterator[None]:
    """Leave the one application of the run as it was."""
    before = QLocale()
    yield
    QLocale.setDefault(before)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _write(folder: Path, language: str, text: str) -> Path:
    file = folder / f"supportdesk_{language}.ts"
    file.write_text(_FILE.format(language=language, translation=text), encoding="utf-8")
    return file


def _case() -> str:
    return QCoreApplication.translate("Probe", "Case")


def _hours(count: int) -> str:
    return QCoreApplication.translate("Moments", "%n hour(s)", None, count)


def test_english_counts_like_a_person(tmp_path: Path) -> None:
    installed = translation.install("en", texts=TEXTS, built=tmp_path)
    assert [_hours(1), _hours(2)] == ["1 hour", "2 hours"]
    translation.remove(installed)
    assert _hours(1) == "1 hour(s)"


def test_an_untranslated_text_is_english_and_still_counts(tmp_path: Path) -> None:
    _write(tmp_path, "fr", "Dossier")
    (tmp_path / "supportdesk_en.ts").write_bytes((TEXTS / "supportdesk_en.ts").read_bytes())
    installed = translation.install("fr_CA", texts=tmp_path, built=tmp_path / "built")
    assert (_case(), _hours(2)) == ("Dossier", "2 hours")
    translation.remove(installed)
    assert _case() == "Case"


def test_arabic_runs_from_the_right(tmp_path: Path) -> None:
    installed = translation.install("ar", texts=TEXTS, built=tmp_path)
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    # Qt's own dialogs speak it too.
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") not in {"", "Cancel"}
    translation.remove(installed)
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("language", ["ar", "ar_EG", "ar_SA", "en", "fr_FR"])
def test_numbers_are_in_latin_digits(language: str, tmp_path: Path) -> None:
    installed = translation.install(language, texts=TEXTS, built=tmp_path)
    assert QLocale().toString(193) == "193"
    assert QLocale().language() == QLocale(language).language()
    translation.remove(installed)


def test_a_changed_text_is_built_again(tmp_path: Path) -> None:
    source = _write(tmp_path, "fr", "Dossier")
    built = tmp_path / "built"
    translation.remove(translation.install("fr", texts=tmp_path, built=built))
    first = (built / "supportdesk_fr.qm").stat().st_mtime
    _write(tmp_path, "fr", "Demande")
    os.utime(source, (first + 10, first + 10))
    installed = translation.install("fr", texts=tmp_path, built=built)
    assert _case() == "Demande"
    translation.remove(installed)


def test_packed_texts_need_no_building(tmp_path: Path) -> None:
    _write(tmp_path, "fr", "Dossier")
    packed = tmp_path / "packed"
    translation.remove(translation.install("fr", texts=tmp_path, built=packed))
    built = tmp_path / "never"
    installed = translation.install("fr", texts=packed, built=built)
    assert _case() == "Dossier"
    assert not built.exists()
    translation.remove(installed)


def test_a_broken_file_leaves_english(tmp_path: Path) -> None:
    (tmp_path / "supportdesk_fr.ts").write_text("no XML", encoding="utf-8")
    installed = translation.install("fr", texts=tmp_path, built=tmp_path / "built")
    assert _case() == "Case"
    translation.remove(installed)


def test_a_folder_that_takes_nothing_leaves_english(tmp_path: Path, qapp: QGuiApplication) -> None:
    (tmp_path / "built").write_text("no folder", "utf-8")
    translators = translation.install("fr", texts=TEXTS, built=tmp_path / "built")
    translation.remove(translators)
    assert (tmp_path / "built").read_text("utf-8") == "no folder"


_BUILDS = """
import sys
from pathlib import Path
from supportdesk.config import paths
from supportdesk.ui import translation
for turn in range(5):
    file = translation._of_the_desk("fr", paths.translations(), Path(sys.argv[1]) / str(turn))
    assert file.stat().st_size
"""


def test_programs_that_build_the_same_texts_at_once_do_not_meet(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _BUILDS, str(tmp_path)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    assert [(each.communicate()[1], each.returncode) for each in running] == [(b"", 0)] * 4
