"""Marks that say it without colour too: severity, stage, avatar, icon, season ticket; deadline pills are next door."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import AVATARS, theme
from supportdesk.ui.widgets.mark_shapes import UNDERLINE, paint_avatar, paint_severity, paint_stage
from supportdesk.ui.widgets.painting import rounded, visual

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent


class Mark(Protocol):
    """Something small that can be painted into a square in front of a text."""

    @property
    def size(self) -> float:
        """The side of the square in logical pixels."""
        ...

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """Paint with the top left corner there."""
        ...


@dataclass(frozen=True, slots=True)
class SeverityMark:
    """A severity's shape and digit, rank 1 to 4; other ranks paint nothing. Unverified it is underlined with dots."""

    rank: int
    verified: bool = True
    size: float = 18

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        def shape(inner: QPainter) -> None:
            paint_severity(inner, self.size, self.rank, verified=self.verified)

        _draw(painter, corner, self, QSizeF(self.size, self.size + UNDERLINE), shape)


@dataclass(frozen=True, slots=True)
class StageMark:
    """A stage's dot, or its ring where nobody here can act; `look` is the policy's."""

    look: str
    size: float = 7

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        def shape(inner: QPainter) -> None:
            paint_stage(inner, self.size, self.look)

        _draw(painter, corner, self, QSizeF(self.size, self.size), shape)


@dataclass(frozen=True, slots=True)
class AvatarMark:
    """A person's initials on the person's colour; a dashed ring for nobody."""

    id: UUID | None
    name: str
    size: float = 16

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        def shape(inner: QPainter) -> None:
            colour = None if self.id is None else avatar_colour(self.id)
            paint_avatar(inner, self.size, initials(self.name), colour)

        _draw(painter, corner, self, QSizeF(self.size, self.size), shape)


@dataclass(frozen=True, slots=True)
class IconMark:
    """An icon in a token's colour."""

    name: str
    tint: str = "muted"
    size: float = 15

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        draw_icon(painter, corner, self.name, round(self.size), theme().colours.named(self.tint))


def initials(name: str) -> str:
    """The letters for a name: the first of its first and last word; one only in Arabic."""
    letters = [word[0] for word in name.split() if word[0].isalpha()]
    if not letters:
        return name[:1].upper()
    if unicodedata.name(letters[0], "").startswith("ARABIC"):
        return letters[0]
    return (letters[0] + letters[-1] if len(letters) > 1 else letters[0]).upper()


def avatar_colour(person: UUID) -> QColor:
    """A person's colour, the same on every desk."""
    return AVATARS[person.int % len(AVATARS)]


def paint_ticket(painter: QPainter, corner: QPointF, left: int, size: int) -> None:
    """A season ticket: one block an incident, filled what is left; in another colour at two or fewer."""
    colours = theme().colours
    full = colours.s2 if left <= 2 else colours.accent
    whole = QRectF(corner, ticket_size(size))
    for number in range(size):
        block = visual(QRectF(whole.left() + 13 * number, whole.top(), 10, 12), whole)
        if number < left:
            rounded(painter, block, 2.5, full)
        else:
            rounded(painter, block, 2.5, None, colours.line2)


def ticket_size(size: int) -> QSizeF:
    """The room a season ticket of so many incidents takes."""
    return QSizeF(max(0, 13 * size - 3), 12)


class MarkView(QWidget):
    """Shows one mark; its accessible name is given, because shape and colour say nothing to a reader."""

    def __init__(self, mark: Mark, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark = mark
        self.show_mark(mark, spoken)

    def show_mark(self, mark: Mark, spoken: str = "") -> None:
        """Show another mark."""
        self._mark = mark
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        underline = UNDERLINE if isinstance(self._mark, SeverityMark) and not self._mark.verified else 0
        return QSize(round(self._mark.size), round(self._mark.size + underline))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._mark.paint(painter, QPointF(0, 0))


class SeasonTicket(QWidget):
    """A season ticket's blocks; always shown with the words "7 of 10 incidents left"."""

    def __init__(self, left: int = 0, size: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._left, self._size = left, size

    def set_left(self, left: int, size: int) -> None:
        """Show how many of `size` incidents are left."""
        self._left, self._size = left, size
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return ticket_size(self._size).toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_ticket(painter, QPointF(0, 0), self._left, self._size)


_Cached = SeverityMark | StageMark | AvatarMark


def _draw(
    painter: QPainter, corner: QPointF, mark: _Cached, size: QSizeF, shape: Callable[[QPainter], None]
) -> None:
    scale = painter.device().devicePixelRatioF()
    painter.drawPixmap(corner, theme().drawn(mark, size, scale, shape))
