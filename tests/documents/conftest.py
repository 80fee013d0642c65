"""The words of the documents in each language, built once; they are not installed for the whole program."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QGuiApplication

from supportdesk.documents.visit_document import Language

TEXTS = Path(__file__).resolve().parent.parent.parent / "translations"


@pytest.fixture(scope="session")
def translators(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Language, QTranslator | None]:
    folder = tmp_path_factory.mktemp("texts")
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    made: dict[Language, QTranslator | None] = {Language.ENGLISH: None}
    for language in (Language.FRENCH, Language.ARABIC):
        built = folder / f"{language}.qm"
        subprocess.run(
            [str(tool), "-silent", str(TEXTS / f"supportdesk_{language}.ts"), "-qm", str(built)], check=True
        )
        translator = QTranslator()
        assert translator.load(str(built))
        made[language] = translator
    return made


@pytest.fixture(autouse=True)
def fonts_can_be_loaded(qapp: QGuiApplication) -> None:
    """Every test here paints."""
