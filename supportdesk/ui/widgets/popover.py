"""Popovers: a card with a shadow that hangs from a widget and gives the focus back when it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.compositing import shape
from supportdesk.ui.widgets.focus_return import FocusReturn
from supportdesk.ui.widgets.painting import SHADOW_MARGIN, paint_shadow, right_to_left, rounded
from supportdesk.ui.widgets.tab_stops import tab_stops

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_RADIUS = 12
_GAP = 6
_FADE_MS = 90


class Popover(QWidget):
    """A translucent top-level window; put the content into `body`. `closed` is emitted when it is gone."""

    closed = Signal()

    def __init__(self, parent: QWidget, *, width: int = 0, padding: int = 20) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        margin = SHADOW_MARGIN
        outer = QVBoxLayout(self)
        outer.setContentsMargins(margin, margin, margin, margin)
        # As high as the content needs, also when more is said in it; adjusting alone stops at part of the screen.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self._card = QWidget(self)
        if width:
            self._card.setFixedWidth(width)
        outer.addWidget(self._card)
        self.body = QVBoxLayout(self._card)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)
        self._focus = FocusReturn()
        self._hangs: tuple[QWidget, bool] | None = None

    def open_at(self, anchor: QWidget, *, centred: bool = False) -> None:
        """Show below the anchor, leading edges aligned or centred; above it, or shifted, where the screen ends."""
        self._focus.remember()
        self._hangs = (anchor, centred)
        self.adjustSize()
        self._settle()
        self._fade_in()
        self.show()
        first = next(tab_stops(self), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def card_rect(self) -> QRect:
        """The card without the margin of the shadow, in this window."""
        return self.rect().adjusted(SHADOW_MARGIN, SHADOW_MARGIN, -SHADOW_MARGIN, -SHADOW_MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The margin of the shadow belongs to the window but not to the card.
        if not self.card_rect().contains(event.position().toPoint()):
            self.close()
            return
        super().mousePressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._focus.give_back(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            card = self.card_rect()
            if self.mask().isEmpty():
                paint_shadow(painter, card)
            else:
                # A shape has no half-covered pixels: what the round edge leaves open must not be black.
                painter.fillRect(card, colours.line2)
            rounded(painter, QRectF(card), _RADIUS, colours.raised, colours.line2)

    def _settle(self) -> None:
        """Take the place and the shape that go with the size."""
        if self._hangs is not None:
            anchor, centred = self._hangs
            place = self._place(anchor, centred=centred)
            self.move(place - QPoint(SHADOW_MARGIN, SHADOW_MARGIN))
        shape(self, self.card_rect(), _RADIUS)

    def _place(self, anchor: QWidget, *, centred: bool) -> QPoint:
        size = self.size() - QSize(2 * SHADOW_MARGIN, 2 * SHADOW_MARGIN)
        corner = anchor.mapToGlobal(QPoint(0, 0))
        screen = anchor.screen().availableGeometry()
        if centred:
            x = corner.x() + (anchor.width() - size.width()) // 2
        else:
            x = corner.x() + (anchor.width() - size.width() if right_to_left() else 0)
        y = corner.y() + anchor.height() + _GAP
        if y + size.height() > screen.bottom() and corner.y() - _GAP - size.height() >= screen.top():
            y = corner.y() - _GAP - size.height()
        x = max(screen.left() + 4, min(x, screen.right() - size.width() - 4))
        return QPoint(x, max(screen.top() + 4, min(y, screen.bottom() - size.height() - 4)))

    def _fade_in(self) -> None:
        if not moves_allowed():
            return
        fade = QPropertyAnimation(self, b"windowOpacity", self)
        fade.setDuration(_FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)


def moves_allowed() -> bool:
    """Whether the system lets things move: it may ask for reduced motion, and nothing is seen without a screen."""
    if QApplication.platformName() == "offscreen":
        return False
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
