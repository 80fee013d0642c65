"""Lets the application speak a language; the texts themselves are found and built by the screens' room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from supportdesk.config.paths import translations
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.ui import translation
from supportdesk.workers.paper_press import PaperPress

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QTranslator

    from supportdesk.config.paths import Profile
    from supportdesk.documents.visit_document import Language

_spoken: list[QTranslator] = []


def speak(language: str, built: Path) -> None:
    """Speak this language, "" for the system's, in place of the one before; `built` is where texts are built."""
    translation.remove(tuple(_spoken))
    _spoken[:] = translation.install(language, texts=translations(), built=built)
    application = QApplication.instance()
    for translator in _spoken:
        translator.setParent(application)


def press_of(profile: Profile) -> PaperPress:
    """What makes the papers of a profile's visits, each in the language of its client."""
    built = profile.root / "translations"

    def words(language: Language) -> QTranslator | None:
        return translation.of_documents(language.value, texts=translations(), built=built)

    return PaperPress(FileShelf(profile.blobs), words)
