"""The pages of a visit's report: what lies on each, and each as a picture or on a printer's page, as in the PDF."""

from __future__ import annotations

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QColor, QImage, QPagedPaintDevice, QPageSize, QPainter

from supportdesk.documents.flow import paginate
from supportdesk.documents.sheet import PaintedSheet, Sheet, page_size
from supportdesk.documents.visit_document import Paper, VisitDocument
from supportdesk.documents.visit_layout import VisitLayout
from supportdesk.documents.visit_letterhead import FOOT, HEAD, Letterhead
from supportdesk.documents.visit_words import Words

_POINTS = 72.0


class Spread:
    """A report spread over the pages of a sheet."""

    def __init__(self, document: VisitDocument, words: Words, sheet: Sheet) -> None:
        self._letterhead = Letterhead(document, words, sheet)
        layout = VisitLayout(document, words, sheet, self._letterhead)
        self._pages = paginate(tuple(layout.blocks()), sheet.height - FOOT, sheet.height - FOOT - HEAD)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def draw(self, number: int) -> None:
        """Draw a page, counted from 1, on the sheet as it stands."""
        if number > 1:
            self._letterhead.draw_head()
        for placed in self._pages[number - 1]:
            placed.block.draw(placed.top + (HEAD if number > 1 else 0.0))
        self._letterhead.draw_foot(number, self.count)


class VisitPages:
    """A report's pages to be painted, laid out once, in the thread that paints them."""

    def __init__(self, document: VisitDocument, translator: QTranslator | None = None) -> None:
        words = Words(document.language, translator, document.zone)
        self._paper = document.paper
        self._sheet = PaintedSheet(document.paper, from_right=words.from_right, title=document.number)
        self._spread = Spread(document, words, self._sheet)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._spread.count

    def image(self, number: int, dots: float) -> QImage:
        """A page, counted from 1, as a picture with so many dots to the inch."""
        points = page_size(self._paper).size(QPageSize.Unit.Point)
        size = (points * dots / _POINTS).toSize()
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        self._paint(number, painter, dots)
        painter.end()
        return image

    def print_on(self, device: QPagedPaintDevice) -> bool:
        """Print every page; False where the device can't be printed on."""
        device.setPageSize(page_size(self._paper))
        painter = QPainter()
        if not painter.begin(device):
            return False
        for number in range(1, self.count + 1):
            if number > 1:
                device.newPage()
            painter.save()
            self._paint(number, painter, device.logicalDpiX())
            painter.restore()
        return painter.end()

    def _paint(self, number: int, painter: QPainter, dots: float) -> None:
        self._sheet.turn_to(painter, dots)
        self._spread.draw(number)


def size_in_points(paper: Paper) -> tuple[float, float]:
    """The width and height of a paper, in points."""
    size = page_size(paper).size(QPageSize.Unit.Point)
    return float(size.width()), float(size.height())
