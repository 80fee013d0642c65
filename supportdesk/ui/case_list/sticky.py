"""The heading that stays at the top while its rows scroll below it; where it stands is the view's matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from supportdesk.ui.case_list.row_painting import paint_heading

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from supportdesk.ui.case_list.runs import Run


class StickyHeading(QWidget):
    """Paints one heading over the list; a click on it says so."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_run(self, run: Run, place: QRect) -> None:
        """Show a heading at a place of the parent."""
        self._run = run
        self.setGeometry(place)
        self.show()
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        if self._run is not None:
            self.pressed.emit(self._run)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # It may have been moved away below the pointer meanwhile.
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The list scrolls, wherever the pointer is on it.
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._run is None:
            return
        with QPainter(self) as painter:
            paint_heading(painter, QRectF(self.rect()), self._run)
