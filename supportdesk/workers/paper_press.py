"""Makes the papers of visit reports out of the database: pages to look at, PDFs to keep, prints; in any thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases.visit_papers import MEDIA_TYPE
from supportdesk.services.queries import visit_papers, visit_views
from supportdesk.store.kept_uploads import LOST

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QTranslator
    from PySide6.QtGui import QImage, QPagedPaintDevice

    from supportdesk.documents.visit_document import Language, Paper, VisitDocument
    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class OpenedPaper:
    """A report as it is printed, of how many pages, and the first of them as a picture."""

    document: VisitDocument
    pages: int
    first: QImage


@dataclass(frozen=True, slots=True)
class KeptPdf:
    """A PDF whose bytes are safe on the disk, to be attached to its visit."""

    visit_id: UUID
    file: NewFile
    revision: int
    language: str


class PaperPress:
    """Makes papers from what `shelf` has of photos; `words` gives the words of a language, None for English.

    All of it is slow: not for the window's thread. NotThere for a visit that is not here.
    """

    def __init__(self, shelf: FileShelf, words: Callable[[Language], QTranslator | None]) -> None:
        self._shelf, self._words = shelf, words
        self._known: dict[Language, QTranslator | None] = {}
        self._lock = Lock()

    def document(
        self, desk: Desk, visit_id: UUID, language: Language | None = None, paper: Paper | None = None
    ) -> VisitDocument:
        """What is printed of a visit; by default in the client's language and on its paper."""
        return visit_papers.document(desk, self._shelf, visit_id, language=language, paper=paper)

    def open(
        self, desk: Desk, visit_id: UUID, language: Language | None, paper: Paper | None, dots: float
    ) -> OpenedPaper:
        """A report and its first page, with so many dots to the inch; the other pages are `rest`."""
        from supportdesk.documents.visit_pages import VisitPages  # noqa: PLC0415 - not before it is needed

        document = self.document(desk, visit_id, language, paper)
        pages = VisitPages(document, self._words_of(document.language))
        return OpenedPaper(document, pages.count, pages.image(1, dots))

    def pages(self, _desk: Desk, document: VisitDocument, dots: float, begin: int = 1) -> tuple[QImage, ...]:
        """The pages of a report from one on, counted from 1, as pictures."""
        from supportdesk.documents.visit_pages import VisitPages  # noqa: PLC0415 - not before it is needed

        pages = VisitPages(document, self._words_of(document.language))
        return tuple(pages.image(number, dots) for number in range(begin, pages.count + 1))

    def pdf(self, desk: Desk, visit_id: UUID, document: VisitDocument) -> bytes:
        """The PDF that was attached when the report was finished, where it is this one; else it is made."""
        kept = visit_papers.kept_pdf(desk, self._shelf, document, visit_id)
        return kept if kept is not None else self._made(document)

    def keep(self, desk: Desk, visit_id: UUID) -> KeptPdf:
        """Make the PDF of a finished report in the client's language and keep its bytes; KnownError if that fails.

        Also while a photo is not on this computer: one without it would be the client's for good.
        """
        document = self.document(desk, visit_id)
        _refuse_without_photos(desk, visit_id, document)
        name = visit_papers.file_name(document)
        file = self._shelf.keep_bytes(desk, self._made(document), name, MEDIA_TYPE)
        return KeptPdf(visit_id, file, document.revision, document.language)

    def save(self, desk: Desk, visit_id: UUID, document: VisitDocument, place: Path) -> Path:
        """Write the PDF to the place that a person chose; KnownError where that can't be written."""
        data = self.pdf(desk, visit_id, document)
        try:
            place.write_bytes(data)
        except OSError as error:
            raise KnownError(
                f"{place.name} could not be saved: {error.strerror or error}.",
                "The report itself is as it was.",
                "Choose a folder that you may write to and that has room for it.",
            ) from error
        return place

    def print(self, _desk: Desk, document: VisitDocument, device: QPagedPaintDevice) -> None:
        """Print a report; KnownError where the printer takes nothing."""
        from supportdesk.documents.visit_pages import VisitPages  # noqa: PLC0415 - not before it is needed

        if not VisitPages(document, self._words_of(document.language)).print_on(device):
            raise KnownError(
                "The printer took nothing.",
                "Nothing was printed.",
                "Look whether it is switched on and has paper, or save the PDF and print that.",
            )

    def _made(self, document: VisitDocument) -> bytes:
        from supportdesk.documents.visit_pdf import visit_pdf  # noqa: PLC0415 - not before it is needed

        return visit_pdf(document, self._words_of(document.language))

    def _words_of(self, language: Language) -> QTranslator | None:
        with self._lock:
            if language not in self._known:
                self._known[language] = self._words(language)
            return self._known[language]


def _refuse_without_photos(desk: Desk, visit_id: UUID, document: VisitDocument) -> None:
    absent = {photo.file.sha256 for photo in document.photos if not photo.picture}
    # One that is lost comes to nobody any more; the report must not wait for it.
    names = [
        file.name
        for file in visit_views.visit(desk, visit_id).files
        if file.sha256 in absent and file.state != LOST
    ]
    if names:
        raise KnownError(
            f"Not on this computer yet: {', '.join(names)}.",
            "The report stays as it is; its PDF was not made, as it would lack what the client signed.",
            "Open the photo in the report while the hub can be reached, then make the PDF.",
        )
