"""Cards of the first start: one of several to choose, the place that is, the place that is not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.focus_ring import FocusRing, by_keyboard
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.painting import rounded, visual
from supportdesk.ui.widgets.texts import Line, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent

_RADIUS = 10.0
_TILE = 32.0
_DOT = 16.0
_EDGE = 16


def paint_frame(painter: QPainter, whole: QRectF, *, chosen: bool, hovered: bool = False) -> None:
    """The ground of a card, framed heavily while it is chosen."""
    colours = theme().colours
    fill = colours.hover if hovered and not chosen else colours.canvas
    if chosen:
        rounded(painter, whole, _RADIUS, fill, colours.accent, 2)
    else:
        rounded(painter, whole, _RADIUS, fill, colours.line2)


def paint_dot(painter: QPainter, box: QRectF, *, chosen: bool) -> None:
    """A radio mark."""
    colours = theme().colours
    if chosen:
        rounded(painter, box, _DOT / 2, colours.accent)
        rounded(painter, box.adjusted(5, 5, -5, -5), 3, colours.on_accent)
    else:
        rounded(painter, box, _DOT / 2, colours.canvas, colours.field)


def paint_tile(painter: QPainter, box: QRectF, icon: str, *, chosen: bool) -> None:
    """An icon on a tinted tile."""
    colours = theme().colours
    rounded(painter, box, 7, colours.select if chosen else colours.hover)
    corner = box.center() - QPointF(8.5, 8.5)
    tint = colours.accent_text if chosen else colours.text2
    draw_icon(painter, QPointF(round(corner.x()), round(corner.y())), icon, 17, tint)


class ChoiceCard(QAbstractButton):
    """One of several values that are all in view; arrow keys go through them. Texts are put into `column`."""

    def __init__(self, key: str, name: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._icon = icon
        self._ring: FocusRing | None = None
        self.setCheckable(True)
        # Else the labels on it would take the colour of buttons instead of their own.
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self)
        top = _EDGE + (round(_TILE) + 10 if icon else 0)
        self.column.setContentsMargins(_EDGE, top, _EDGE, _EDGE)
        self.column.setSpacing(4)
        # A click on the words is a click on the card.
        self._name = label(name, Type.PANE_TITLE if icon else Type.BODY_STRONG, wrap=True)
        self.add(self._name)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put something below what is there; it belongs to the card's target."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.column.addWidget(widget, stretch)

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
        painter = QPainter(self)
        whole = QRectF(self.rect())
        paint_frame(painter, whole, chosen=self.isChecked(), hovered=self.underMouse())
        if self._icon:
            tile = visual(QRectF(_EDGE, _EDGE, _TILE, _TILE), whole)
            paint_tile(painter, tile, self._icon, chosen=self.isChecked())
        top = _EDGE + (_TILE - _DOT) / 2 if self._icon else (whole.height() - _DOT) / 2
        dot = QRectF(whole.right() - _EDGE - _DOT, top, _DOT, _DOT)
        paint_dot(painter, visual(dot, whole), chosen=self.isChecked())
        painter.end()


def policy_card(key: str, icon: str, texts: tuple[str, str, str], highlights: Sequence[str]) -> ChoiceCard:
    """A policy to choose: name, summary and whom it suits in `texts`, and what is special about it."""
    name, summary, suits = texts
    card = ChoiceCard(key, name, icon)
    card.setAccessibleDescription(". ".join([summary, *highlights, suits]))
    card.add(label(summary, Type.META, "text2", wrap=True))
    card.column.addStretch(1)
    card.column.addSpacing(6)
    card.add(Line())
    card.column.addSpacing(4)
    for highlight in highlights:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(MarkView(IconMark("check", "ok_line", 13)), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(highlight, Type.META, "text2", wrap=True), 1)
        card.add(row)
    card.column.addSpacing(8)
    card.add(label(suits, Type.HINT, "muted", wrap=True))
    return card


class PlaceCard(QWidget):
    """Where cases live: the place that is chosen, or one that can't be chosen and says why."""

    def __init__(
        self, icon: str, title: str, subtitle: str, *, chosen: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._chosen = icon, chosen
        self.setAccessibleName(title)
        self.setAccessibleDescription(subtitle)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(label(title, Type.BODY_STRONG, "text" if chosen else "text2"), 1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(self.head)
        words.addWidget(label(subtitle, Type.META, "text2" if chosen else "muted", wrap=True))
        # Spacings are mirrored, margins are not.
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addSpacing(round(_TILE) + 12)
        top.addLayout(words, 1)
        top.addSpacing(28 if chosen else 0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.column.setSpacing(8)
        self.column.addLayout(top)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self._chosen:
            paint_frame(painter, whole, chosen=True)
            dot = QRectF(whole.right() - _EDGE - _DOT, _EDGE + 8, _DOT, _DOT)
            paint_dot(painter, visual(dot, whole), chosen=True)
        else:
            rounded(painter, whole, _RADIUS, None, theme().colours.line2)
        tile = visual(QRectF(_EDGE, _EDGE, _TILE, _TILE), whole)
        paint_tile(painter, tile, self._icon, chosen=self._chosen)
        painter.end()
