"""Where the properties stand: beside the case, or over it behind the *Details* button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.ui.case_detail.properties import WIDTH, Properties
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.painting import right_to_left
from supportdesk.ui.widgets.texts import Line

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_OVER_WIDTH = 300


class _Sheet(QWidget):
    """The ground under the properties while they lie over the case, with a line at their edge."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().colours
        painter.fillRect(self.rect(), colours.canvas)
        edge = self.width() - 1 if right_to_left() else 0
        painter.fillRect(QRectF(edge, 0, 1, self.height()), colours.line2)
        painter.end()


class SidePane(QObject):
    """Moves the one Properties widget between both places."""

    def __init__(self, page: QWidget, properties: Properties) -> None:
        super().__init__(page)
        self._page, self._properties = page, properties
        self._line = Line(down=True)
        self._over = _Sheet(page)
        over = QHBoxLayout(self._over)
        over.setContentsMargins(1, 8, 1, 0)
        self._over.hide()
        self._row: QHBoxLayout | None = None
        self._beside = True
        self._folded = False
        page.installEventFilter(self)

    def stand_in(self, row: QHBoxLayout) -> None:
        """Stand at the end of this row when there is room."""
        self._row = row
        row.addWidget(self._line)
        row.addWidget(self._properties)
        self._properties.setFixedWidth(WIDTH)

    def fit(self, *, beside: bool) -> None:
        """Stand beside the case, or wait for the button."""
        if self._row is None or beside == self._beside:
            return
        self._beside = beside
        self._over.hide()
        if beside:
            self._properties.setFixedWidth(WIDTH)
            self._row.addWidget(self._properties)
        else:
            layout = self._over.layout()
            if layout is not None:
                layout.addWidget(self._properties)
            self._properties.setFixedWidth(_OVER_WIDTH - 2)
        self._show_beside()
        self._properties.setVisible(True)

    def turn(self) -> None:
        """Show the properties, or put them away."""
        if self._beside:
            self._folded = not self._folded
            self._show_beside()
        elif self._over.isVisible():
            self._over.hide()
        else:
            self._place()
            self._over.show()
            self._over.raise_()
            self._properties.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Put them away where they lie over the case; whether they did."""
        if self._beside or not self._over.isVisible():
            return False
        self._over.hide()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._over.isVisible():
            self._place()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._over.isVisible():
            self._over.hide()
            return True
        return super().eventFilter(watched, event)

    def _show_beside(self) -> None:
        shown = self._beside and not self._folded
        self._line.setVisible(shown)
        if self._beside:
            self._properties.setVisible(shown)

    def _place(self) -> None:
        top = theme().px(48)
        width = min(_OVER_WIDTH, self._page.width() - 40)
        left = 0 if right_to_left() else self._page.width() - width
        self._over.setGeometry(QRect(left, top, width, self._page.height() - top))
