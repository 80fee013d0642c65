"""The ring around what has the keyboard, one pixel outside it where there is room; for keyboard focus only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.painting import rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

# Gap and ring.
REACH = 3
_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}


def by_keyboard(event: QFocusEvent) -> bool:
    """Whether focus came by a key rather than by a click or a window."""
    return event.reason() in _BY_KEYBOARD


class FocusRing(QWidget):
    """A ring that lies over the neighbours of its widget and follows it."""

    def __init__(self, around: QWidget, radius: float) -> None:
        super().__init__(around.parentWidget())
        self._around, self._radius = around, radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.installEventFilter(self)
        self._follow()
        self.raise_()
        self.show()

    def leave(self) -> None:
        """Go away for good."""
        self._around.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._follow()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), self._radius + REACH, None, theme().colours.focus, 2)

    def _follow(self) -> None:
        outside = self._around.geometry().adjusted(-REACH, -REACH, REACH, REACH)
        parent = self.parentWidget()
        # At the edge of its surroundings a side that lies outside would not be seen.
        self.setGeometry(outside & parent.rect() if parent is not None else outside)
        self.setVisible(self._around.isVisible())
