"""The geometry of marks on an 18 pixel grid: severities, stage dots, avatars; caching and widgets are next door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from supportdesk.ui.theme import ON_AVATAR, RING_LOOKS, Type, theme
from supportdesk.ui.widgets.painting import rounded

if TYPE_CHECKING:
    from collections.abc import Callable

GRID = 18.0
# Below the grid an unverified severity is underlined.
UNDERLINE = 4.0


def paint_severity(painter: QPainter, size: float, rank: int, *, verified: bool) -> None:
    """A severity in a square of this size at the origin; any rank but 1 to 4 paints nothing."""
    shape = _SHAPES.get(rank)
    if shape is None:
        return
    painter.save()
    painter.scale(size / GRID, size / GRID)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    digit = shape(painter)
    # The scale of the painter enlarges the digit, so the text size must not do it a second time.
    painter.setFont(theme().type.resized(Type.MARK, 10.5 / theme().type.factor))
    painter.setPen(digit)
    painter.drawText(QRectF(0, 0, GRID, GRID), Qt.AlignmentFlag.AlignCenter, str(rank))
    if not verified:
        pen = QPen(theme().colours.muted, 1.2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.2, 1.4])
        painter.setPen(pen)
        painter.drawLine(QLineF(3, GRID + 2, GRID - 3, GRID + 2))
    painter.restore()


def paint_stage(painter: QPainter, size: float, look: str) -> None:
    """A stage's dot or ring in a square of this size at the origin."""
    colour = theme().colours.stage(look)
    box = QRectF(0, 0, size, size)
    if look in RING_LOOKS:
        rounded(painter, box.adjusted(0.2, 0.2, -0.2, -0.2), size / 2, None, colour, 1.4)
    else:
        rounded(painter, box, size / 2, colour)


def paint_avatar(painter: QPainter, size: float, letters: str, colour: QColor | None) -> None:
    """White initials on a person's colour; without a colour a dashed ring, for nobody."""
    box = QRectF(0, 0, size, size)
    if colour is None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().colours.field, 1.1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.2, 1.8])
        painter.setPen(pen)
        painter.setBrush(QBrush())
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
        return
    rounded(painter, box, size / 2, colour)
    share = 0.46 if len(letters) > 1 else 0.55
    painter.setFont(theme().type.resized(Type.META_STRONG, size * share / theme().type.factor))
    painter.setPen(ON_AVATAR)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters)


def _octagon(painter: QPainter) -> QColor:
    near, far, cut = 0.8, GRID - 0.8, 5.3
    corners = [
        (near + cut, near),
        (far - cut, near),
        (far, near + cut),
        (far, far - cut),
        (far - cut, far),
        (near + cut, far),
        (near, far - cut),
        (near, near + cut),
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colours.s1)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    return theme().colours.s1_on


def _diamond(painter: QPainter) -> QColor:
    near, middle, far = 0.9, GRID / 2, GRID - 0.9
    colour = theme().colours.s2
    # The pen rounds the points; its half lies inside.
    pen = QPen(colour, 1.6)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour)
    points = [(middle, near), (far, middle), (middle, far), (near, middle)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    return theme().colours.s2_on


def _square(painter: QPainter) -> QColor:
    side = 14.8
    inset = (GRID - side) / 2
    colours = theme().colours
    rounded(painter, QRectF(inset, inset, side, side), 3.4, colours.s3, colours.s3_edge)
    return colours.s3_on


def _circle(painter: QPainter) -> QColor:
    colours = theme().colours
    painter.setPen(QPen(colours.s4_edge, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(GRID / 2, GRID / 2), 7.4, 7.4)
    return colours.s4_digit


_SHAPES: dict[int, Callable[[QPainter], QColor]] = {1: _octagon, 2: _diamond, 3: _square, 4: _circle}
