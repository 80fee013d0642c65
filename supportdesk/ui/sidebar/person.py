"""Who sits at the desk, at the head of the sidebar; a click opens the person's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.sidebar.entry import RAIL
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.focus_ring import by_keyboard
from supportdesk.ui.widgets.marks import AvatarMark
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QFocusEvent, QPaintEvent

_AVATAR = 28


class PersonBlock(QAbstractButton):
    """Avatar, name and where the person works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: UUID | None = None
        self._detail = ""
        self._menu: QMenu | None = None
        self._ringed = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)

    def show_person(self, person: UUID | None, name: str, detail: str) -> None:
        """Show a person; `detail` is the second line."""
        self._id, self._detail = person, detail
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(detail)
        self.setToolTip(f"{name}\n{detail}")
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """What a click opens."""
        self._menu = menu

    def sizeHint(self) -> QSize:
        return QSize(RAIL - 12, theme().px(42))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = by_keyboard(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            if self.underMouse():
                rounded(painter, whole, 7, colours.pressed)
            narrow = self.width() <= RAIL
            middle = whole.height() / 2
            left = (whole.width() - _AVATAR) / 2 if narrow else 6.0
            spot = visual(QRectF(left, middle - _AVATAR / 2, _AVATAR, _AVATAR), whole)
            if self.text():
                AvatarMark(self._id, self.text(), _AVATAR).paint(
                    painter, QPointF(round(spot.left()), round(spot.top()))
                )
            if not narrow and self.text():
                self._paint_words(painter, whole)
            if self._ringed:
                rounded(painter, whole, 7, None, colours.focus, 2)

    def _paint_words(self, painter: QPainter, whole: QRectF) -> None:
        colours = theme().colours
        strong, small = theme().face(Type.BODY_STRONG), theme().face(Type.HINT)
        left = _AVATAR + 15.0
        room = whole.width() - left - 24
        top = (whole.height() - strong.line - small.line) / 2
        name = visual(QRectF(left, top, room, strong.line), whole)
        draw_text(painter, name, elided(self.text(), strong, room), strong, colours.text)
        detail = visual(QRectF(left, top + strong.line - 1, room, small.line), whole)
        draw_text(painter, detail, elided(self._detail, small, room), small, colours.muted)
        caret = visual(QRectF(whole.width() - 21, whole.height() / 2 - 6, 13, 13), whole)
        draw_icon(painter, QPointF(round(caret.left()), round(caret.top())), "caret-down", 13, colours.muted)

    def _open(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
