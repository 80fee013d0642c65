"""Buttons that paint themselves from tokens, with icon, caret and key hint; what they do is their owner's matter."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import CLEAR, Face, Type, theme
from supportdesk.ui.widgets.focus_ring import FocusRing, by_keyboard
from supportdesk.ui.widgets.painting import draw_text, elided, key_cap_width, paint_key_cap, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

_ICON = 15
_GAP = 6
RADIUS = 6


class ButtonKind(Enum):
    """How much a button asks for attention; one primary in view at a time."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    FLAT = "flat"
    ICON = "icon"
    DESTRUCTIVE = "destructive"
    LINK = "link"


class Button(QAbstractButton):
    """A button 28 high, `large` 34. An icon's name is Phosphor's without prefix; `keys` is shown inside it."""

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        icon: str = "",
        keys: str = "",
        caret: bool = False,
        large: bool = False,
        icon_size: int = _ICON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._keys, self._caret, self._large = kind, icon, keys, caret, large
        self._icon_size = 17 if kind is ButtonKind.ICON and icon_size == _ICON else icon_size
        self._tint = ""
        self._ring: FocusRing | None = None
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if kind is ButtonKind.LINK else Qt.CursorShape.ArrowCursor
        )

    def set_icon(self, icon: str) -> None:
        """Show another icon; empty for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_icon_size(self, size: int) -> None:
        """Show the icon in another size."""
        self._icon_size = size
        self.updateGeometry()
        self.update()

    def set_tint(self, tint: str) -> None:
        """Write text and icon in a colour token of the surroundings, on a banner for instance; empty for its own."""
        self._tint = tint
        self.update()

    def set_keys(self, keys: str) -> None:
        """Show another key hint; empty for none."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = theme().px(34 if self._large else 28)
        if self._kind is ButtonKind.ICON and not self.text():
            return QSize(height, height)
        return QSize(round(self._content_width() + 2 * self._padding() + 0.5), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if by_keyboard(event) and self._ring is None:
            self._ring = FocusRing(self, RADIUS)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.leave()
            self._ring = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt presses a button by Space only. One that chooses leaves Enter to its dialog.
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and bare and not self.isCheckable():
            if not event.isAutoRepeat():
                self.click()
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            whole = QRectF(self.rect())
            fill, edge, ink = self._paints()
            if fill is not None or edge is not None:
                rounded(painter, whole, RADIUS, fill, edge)
            self._paint_content(painter, whole, ink)

    def _face(self) -> Face:
        strong = self._kind is ButtonKind.PRIMARY
        return theme().face(Type.BUTTON_PRIMARY if strong else Type.BUTTON)

    def _padding(self) -> float:
        if self._kind is ButtonKind.LINK:
            return 0
        return 14 if self._large else 11

    def _content_width(self) -> float:
        parts = []
        if self._icon:
            parts.append(float(self._icon_size))
        if self.text():
            parts.append(self._face().width(self.text()))
        if self._keys:
            parts.append(key_cap_width(self._keys))
        if self._caret:
            parts.append(12.0)
        return sum(parts) + _GAP * max(0, len(parts) - 1)

    def _paint_content(self, painter: QPainter, whole: QRectF, ink: QColor) -> None:
        room = whole.width() - 2 * self._padding()
        content = min(self._content_width(), room) if self.text() else self._content_width()
        x = whole.left() + (whole.width() - content) / 2
        middle = whole.center().y()
        if self._icon:
            size = self._icon_size
            box = visual(QRectF(x, middle - size / 2, size, size), whole)
            draw_icon(painter, _whole_pixels(box.topLeft()), self._icon, size, ink)
            x += size + _GAP
        if self.text():
            after = (key_cap_width(self._keys) + _GAP if self._keys else 0) + (
                12 + _GAP if self._caret else 0
            )
            width = max(0.0, whole.left() + (whole.width() + content) / 2 - after - x)
            shown = elided(self.text(), self._face(), width + 1)
            draw_text(
                painter,
                visual(QRectF(x, whole.top(), width + 1, whole.height()), whole),
                shown,
                self._face(),
                ink,
            )
            x += width + _GAP
        if self._keys:
            width, height = key_cap_width(self._keys), theme().px(17)
            cap_edge = QColor(ink)
            cap_edge.setAlphaF(0.45)
            cap = visual(QRectF(x, middle - height / 2, width, height), whole)
            paint_key_cap(painter, cap, self._keys, ink, cap_edge)
            x += width + _GAP
        if self._caret:
            box = visual(QRectF(x + 1, middle - 5, 10, 10), whole)
            draw_icon(painter, _whole_pixels(box.topLeft()), "caret-down-bold", 10, ink)

    def _paints(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, edge and ink for the state the button is in."""
        colours = theme().colours
        if not self.isEnabled():
            bare = self._kind in {ButtonKind.FLAT, ButtonKind.ICON, ButtonKind.LINK}
            return (None if bare else colours.hover), None, colours.disabled
        held = self.isDown() or (self.isCheckable() and self.isChecked())
        over = self.underMouse()
        if self._kind is ButtonKind.PRIMARY:
            return (colours.accent_hover if held or over else colours.accent), None, colours.on_accent
        resting = colours.raised if self._kind is ButtonKind.SECONDARY else None
        fill = colours.pressed if held else colours.hover if over else resting
        ink = colours.named(self._tint) if self._tint else None
        if self._kind is ButtonKind.SECONDARY:
            return fill, colours.line2, ink or colours.text
        if self._kind is ButtonKind.DESTRUCTIVE:
            return (colours.over_tint if held or over else CLEAR), colours.over_text, colours.over_text
        if self._kind is ButtonKind.LINK:
            return None, None, ink or colours.accent_text
        active = self.isCheckable() and self.isChecked()
        return fill, None, ink or (colours.accent_text if active else colours.text2)


def icon_button(icon: str, spoken: str, *, keys: str = "", parent: QWidget | None = None) -> Button:
    """A button with an icon only: its name is spoken, and shown as a tooltip with the shortcut."""
    button = Button(kind=ButtonKind.ICON, icon=icon, parent=parent)
    name_icon_button(button, spoken, keys)
    return button


def name_icon_button(button: Button, spoken: str, keys: str = "") -> None:
    """Give an icon button its accessible name and its tooltip."""
    button.setAccessibleName(spoken)
    button.setToolTip(f"{spoken}  {keys}" if keys else spoken)


def _whole_pixels(point: QPointF) -> QPointF:
    # A pixmap between two pixels is blurred.
    return QPointF(round(point.x()), round(point.y()))
