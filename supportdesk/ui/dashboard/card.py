"""The frame around each part of the dashboard: title, note, legend; what it shows is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, rounded, visual
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

RADIUS = 10


def paint_card(painter: QPainter, box: QRectF) -> None:
    """The ground of a card."""
    rounded(painter, box, RADIUS, theme().colours.canvas, theme().colours.line)


class Card(QWidget):
    """A titled frame. Put the content into `body`; `note` says in a few words what the figures are of."""

    def __init__(
        self, title: str, note: str = "", *, end: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = label(title, Type.BODY_STRONG)
        self._note = ElidedLabel(note, Type.META, "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._note, 1)
        if end is not None:
            head.addWidget(end)
        # Titles of neighbours stand on one line, whatever is at their end.
        bar = QWidget()
        bar.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        bar.setFixedHeight(theme().px(20))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(bar)
        column.addLayout(self.body, 1)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Say something else beside the title."""
        self._note.setText(note)
        self.setAccessibleDescription(note)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()))
        painter.end()


@dataclass(frozen=True, slots=True)
class Sign:
    """One entry of a legend; `shape`: round, square, block or tick."""

    shape: str
    tint: str
    text: str


class Legend(QWidget):
    """What the shapes of a chart stand for, at the end of a card's head."""

    def __init__(self, signs: tuple[Sign, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs = signs
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(moments.listed(sign.text for sign in signs))

    def sizeHint(self) -> QSize:
        face = theme().face(Type.META)
        width = sum(17 + face.width(sign.text) + 12 for sign in self._signs) - 12
        return QSize(round(width) + 1, face.line + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face = theme().face(Type.META)
        whole = QRectF(self.rect())
        left = 0.0
        for sign in self._signs:
            spot = visual(QRectF(left, whole.center().y() - 5, 10, 10), whole)
            paint_sign(painter, spot.center(), sign)
            width = face.width(sign.text)
            box = visual(QRectF(left + 16, 0, width + 1, whole.height()), whole)
            draw_text(painter, box, sign.text, face, theme().colours.muted)
            left += 17 + width + 12
        painter.end()


def paint_sign(painter: QPainter, middle: QPointF, sign: Sign) -> None:
    """The shape of a legend's entry around a point."""
    colour = theme().colours.named(sign.tint)
    half = {"round": (3.5, 3.5), "square": (3.5, 3.5), "block": (4.5, 4.5), "tick": (1.0, 6.0)}[sign.shape]
    box = QRectF(middle.x() - half[0], middle.y() - half[1], 2 * half[0], 2 * half[1])
    radius = {"round": 3.5, "square": 0.0, "block": 2.0, "tick": 0.0}[sign.shape]
    rounded(painter, box, radius, colour)
