"""The heading that stays at the top while its rows scroll below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QTableView, QWidget

from supportdesk.ui.case_list.delegate import HEADING
from supportdesk.ui.case_list.row_painting import paint_heading
from supportdesk.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from supportdesk.ui.case_list.runs import Lines, Run


class StickyHeading(QWidget):
    """Paints one heading over the list; a click on it says so."""

    pressed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def stand(self, view: QTableView, lines: Lines, first: int) -> None:
        """Show the heading of the line at the top, as far as the next heading leaves room for it."""
        number = lines.run_at(first)
        run = lines.runs[number]
        if run.key is None or view.rowViewportPosition(lines.start(number)) >= 0:
            self.hide()
            return
        height = theme().px(HEADING)
        top = 0
        if number + 1 < len(lines.runs):
            top = min(0, view.rowViewportPosition(lines.start(number + 1)) - height)
        viewport = view.viewport().geometry()
        self._run = run
        self.setGeometry(viewport.left(), viewport.top() + top, viewport.width(), height)
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
