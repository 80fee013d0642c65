"""Chips that open a choice, tags that name something, key caps; menus come from their owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.compositing import shape
from supportdesk.ui.widgets.focus_ring import FocusRing, by_keyboard
from supportdesk.ui.widgets.painting import (
    draw_text,
    elided,
    key_cap_width,
    paint_key_cap,
    right_to_left,
    rounded,
    visual,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

    from supportdesk.ui.widgets.marks import Mark

_PADDING = 9.0
_GAP = 6.0
_CARET = 10
_RADIUS = 6


class Chip(QAbstractButton):
    """A choice in one line, 24 high: a mark, the value, a caret. A click opens its menu, if it has one."""

    def __init__(
        self,
        text: str = "",
        *,
        mark: Mark | None = None,
        caret: bool = True,
        dashed: bool = False,
        strong: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mark, self._caret, self._dashed = mark, caret, dashed
        self._role = Type.LABEL if strong else Type.META
        self._menu: QMenu | None = None
        self._ring: FocusRing | None = None
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open_menu)

    def show_value(self, text: str, mark: Mark | None = None) -> None:
        """Show another value."""
        self._mark = mark
        self.setText(text)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def set_dashed(self, dashed: bool) -> None:
        """Dashed where nothing is chosen yet, solid otherwise."""
        self._dashed = dashed
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """The menu that a click opens below the chip."""
        self._menu = menu

    def menu(self) -> QMenu | None:
        """The menu it opens, if any."""
        return self._menu

    def sizeHint(self) -> QSize:
        return QSize(
            round(self._before() + theme().face(self._role).width(self.text()) + self._after() + 1),
            theme().px(24),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), round(self._before() + self._after() + 28)), theme().px(24))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if by_keyboard(event) and self._ring is None:
            self._ring = FocusRing(self, _RADIUS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.leave()
            self._ring = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            enabled = self.isEnabled()
            fill = (
                colours.pressed
                if self.isDown()
                else colours.hover
                if self.underMouse() and enabled
                else colours.raised
            )
            if self._dashed:
                self._paint_dashes(painter, whole)
            else:
                rounded(painter, whole, _RADIUS, fill if enabled else colours.hover, colours.line2)
            middle = whole.center().y()
            if self._mark is not None:
                side = self._mark.size
                box = visual(QRectF(_PADDING, middle - side / 2, side, side), whole)
                self._mark.paint(painter, QPointF(round(box.left()), round(box.top())))
            left = self._before()
            room = whole.width() - left - self._after()
            face = theme().face(self._role)
            ink = colours.text if self._role is Type.LABEL else colours.text2
            shown = elided(self.text(), face, room + 1)
            text_box = visual(QRectF(left, 0, room + 1, whole.height()), whole)
            draw_text(painter, text_box, shown, face, ink if enabled else colours.disabled)
            if self._caret:
                box = visual(
                    QRectF(whole.right() - _PADDING - _CARET + 2, middle - _CARET / 2, _CARET, _CARET), whole
                )
                draw_icon(
                    painter,
                    QPointF(round(box.left()), round(box.top())),
                    "caret-down-bold",
                    _CARET,
                    colours.muted,
                )

    def _paint_dashes(self, painter: QPainter, whole: QRectF) -> None:
        colours = theme().colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colours.line2, 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(colours.hover if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _before(self) -> float:
        return _PADDING + (self._mark.size + _GAP if self._mark is not None else 0)

    def _after(self) -> float:
        return _PADDING + (_CARET + _GAP - 2 if self._caret else 0)

    def _open_menu(self) -> None:
        if self._menu is None:
            return
        # A menu hangs from the chip's leading edge.
        width = self._menu.sizeHint().width()
        shift = self.width() - width if right_to_left() else 0
        self._menu.popup(self.mapToGlobal(QPoint(shift, self.height() + 4)))


class Tag(QWidget):
    """A short word on a tinted ground, 18 high, such as "Public reply"."""

    def __init__(
        self,
        text: str = "",
        ink: str = "text2",
        ground: str = "pause_bg",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._ink, self._ground, self._icon = text, ink, ground, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_text(self, text: str, ink: str = "", ground: str = "") -> None:
        """Show another word, in other tokens if named."""
        self._text = text
        self._ink, self._ground = ink or self._ink, ground or self._ground
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon = 15 if self._icon else 0
        return QSize(round(theme().face(Type.SECTION).width(self._text) + 13 + icon), theme().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            rounded(painter, whole, 4, colours.named(self._ground))
            ink = colours.named(self._ink)
            left = 6.0
            if self._icon:
                box = visual(QRectF(5, (whole.height() - 12) / 2, 12, 12), whole)
                draw_icon(painter, QPointF(round(box.left()), round(box.top())), self._icon, 12, ink)
                left += 15
            text_box = visual(QRectF(left, 0, whole.width() - left, whole.height()), whole)
            draw_text(painter, text_box, self._text, theme().face(Type.SECTION), ink)


class KeyCap(QWidget):
    """A key as it is printed on the keyboard; read from left to right everywhere."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keys)

    def sizeHint(self) -> QSize:
        return QSize(round(key_cap_width(self._keys) + 0.5), theme().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            paint_key_cap(painter, QRectF(self.rect()), self._keys, colours.text2, colours.line2)


class _RoundMenu(QMenu):
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape(self, self.rect(), 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.mask().isEmpty():
            with QPainter(self) as painter:
                painter.fillRect(self.rect(), theme().colours.line2)
        super().paintEvent(event)


def styled_menu(parent: QWidget) -> QMenu:
    """An empty menu with round corners; actions are added by its owner."""
    menu = _RoundMenu(parent)
    # Without these the corners outside the round edge would be filled.
    menu.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
    menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return menu
