"""The pages of a preview, one below the other on a quiet ground; they are drawn elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from supportdesk.documents.visit_pages import size_in_points
from supportdesk.ui.theme import LIGHT, theme
from supportdesk.ui.widgets.painting import paint_shadow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from supportdesk.documents.visit_document import Paper

_POINTS, _DOTS = 72.0, 96.0
_EDGE = 28
_BETWEEN = 24
_SMALLEST = 120


class Pages(QWidget):
    """`zoom` 1 is the size of the paper; None fits a page into the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self.zoom: float | None = None
        self._points = (1.0, 1.0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, _BETWEEN, _EDGE, _BETWEEN)
        self._column.setSpacing(_BETWEEN)
        self._column.addStretch(1)
        self.sheets: list[PageView] = []

    def dots(self, room: int) -> float:
        """With how many dots to the inch pages are to be drawn for so much room across."""
        return self._scale(room) * _POINTS * self.devicePixelRatioF()

    def show_size(self, paper: Paper, count: int | None, room: int) -> None:
        """Make room for so many pages of a paper; None: nobody knows yet how many, and nothing is shown."""
        self._points = size_in_points(paper)
        while len(self.sheets) > (count or 0):
            gone = self.sheets.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.sheets) < (count or 0):
            sheet = PageView()
            self.sheets.append(sheet)
            self._column.insertWidget(len(self.sheets) - 1, sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        for number, sheet in enumerate(self.sheets, start=1):
            words = QCoreApplication.translate("VisitPaper", "Page {page} of {pages}")
            sheet.setAccessibleName(words.format(page=number, pages=len(self.sheets)))
        self.scale(room)

    def scale(self, room: int) -> None:
        """Show the pages as large as is asked for; they are drawn anew afterwards."""
        scale = self._scale(room)
        size = QSize(round(self._points[0] * scale), round(self._points[1] * scale))
        for sheet in self.sheets:
            sheet.setFixedSize(size)

    def show_pages(self, first: int, images: Sequence[QImage]) -> None:
        """Show these pictures as the pages from a number on, counted from 1."""
        for sheet, image in zip(self.sheets[first - 1 :], images, strict=False):
            sheet.show_page(image)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme().colours.sunken)
            for sheet in self.sheets:
                paint_shadow(painter, sheet.geometry())

    def _scale(self, room: int) -> float:
        """How many of the screen's points make a point of the paper."""
        if self.zoom is not None:
            return self.zoom * _DOTS / _POINTS
        return max(_SMALLEST, room - 2 * _EDGE) / self._points[0]


class PageView(QWidget):
    """One page, white until it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to see."""
        return not self._image.isNull()

    def show_page(self, image: QImage) -> None:
        """Show this picture, in whatever size it is."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            # Paper is white, whatever the look of the screen.
            painter.fillRect(self.rect(), LIGHT.canvas)
            if self.is_drawn:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRect(self.rect()), self._image)
