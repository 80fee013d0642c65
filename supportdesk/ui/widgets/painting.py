"""How widgets put things on the screen: mirrored rectangles, texts in a face, rounded boxes, key caps, soft shadows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QMarginsF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen, QPixmap

from supportdesk.ui.theme import Face, Type, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush

SHADOW_MARGIN = 40
_LEADING = Qt.AlignmentFlag.AlignLeading
_CENTRE = Qt.AlignmentFlag.AlignHCenter
# One line in the middle of its height. Absolute, so that Arabic text in an English interface stays at the left.
# Numbers, because flags would be joined anew for every text that is painted.
_LINE = (
    int(Qt.TextFlag.TextSingleLine) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignAbsolute)
)
_AT_LEFT = _LINE | int(Qt.AlignmentFlag.AlignLeft)
_AT_RIGHT = _LINE | int(Qt.AlignmentFlag.AlignRight)
_IN_MIDDLE = _LINE | int(_CENTRE)


def right_to_left() -> bool:
    """Whether the interface runs from right to left."""
    return QGuiApplication.isRightToLeft()


def visual(part: QRectF, whole: QRectF) -> QRectF:
    """Where a part laid out from left to right really lies inside the whole."""
    if not right_to_left():
        return part
    return QRectF(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())


def margins(leading: int, top: int, trailing: int, bottom: int) -> QMargins:
    """The margins of a layout, which mirrors what lies inside it but not its own edges."""
    left, right = (trailing, leading) if right_to_left() else (leading, trailing)
    return QMargins(left, top, right, bottom)


def draw_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    face: Face,
    colour: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
) -> None:
    """One line of plain text, centred in the height of its box, aligned with the interface, not with its letters."""
    painter.setFont(face.font)
    painter.setPen(colour)
    # A text reads in its own direction, wherever it stands.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if align is _CENTRE:
        painter.drawText(box, _IN_MIDDLE, text)
    elif (align is _LEADING) != QGuiApplication.isRightToLeft():
        painter.drawText(box, _AT_LEFT, text)
    else:
        painter.drawText(box, _AT_RIGHT, text)


def elided(text: str, face: Face, width: float) -> str:
    """The text, or its beginning and an ellipsis where it is wider."""
    return face.elided(text, width)


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor | QBrush | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A box with round corners; the edge lies inside the box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
        return
    painter.setPen(QPen(edge, width))
    inset = width / 2
    painter.drawRoundedRect(
        box.marginsRemoved(QMarginsF(inset, inset, inset, inset)), radius - inset, radius - inset
    )


def key_cap_width(keys: str) -> float:
    """How wide a key cap is."""
    return theme().face(Type.KEY).width(keys) + 10


def paint_key_cap(painter: QPainter, box: QRectF, keys: str, colour: QColor, edge: QColor) -> None:
    """A key hint such as `Ctrl K`, its edge a little heavier below."""
    rounded(painter, box, 4, None, edge)
    painter.setPen(QPen(edge, 1))
    painter.drawLine(
        QPointF(box.left() + 3, box.bottom() - 1.5), QPointF(box.right() - 3, box.bottom() - 1.5)
    )
    draw_text(painter, box, keys, theme().face(Type.KEY), colour, align=Qt.AlignmentFlag.AlignHCenter)


def paint_shadow(painter: QPainter, card: QRect) -> None:
    """The soft shadow around a popover or dialog; the painter needs SHADOW_MARGIN free pixels on every side."""
    reach = SHADOW_MARGIN
    corner = 2 * reach
    target = QRectF(card.adjusted(-reach, -reach, reach, reach))
    patch = _shadow_patch()
    middle = patch.width() - 2 * corner
    # Where a strip starts and how long it is, in the picture and on the screen.
    across, down = (
        (
            (0, corner, start, corner),
            (corner, middle, start + corner, length - 2 * corner),
            (corner + middle, corner, start + length - corner, corner),
        )
        for start, length in ((target.left(), target.width()), (target.top(), target.height()))
    )
    for source_x, source_width, x, width in across:
        for source_y, source_height, y, height in down:
            source = QRectF(source_x, source_y, source_width, source_height)
            painter.drawPixmap(QRectF(x, y, width, height), patch, source)


def _profile(length: int, start: float, end: float, blur: float) -> list[float]:
    # A box from start to end seen through a Gaussian blur, at each pixel's centre.
    root = blur * math.sqrt(2)
    return [
        (math.erf((at + 0.5 - start) / root) - math.erf((at + 0.5 - end) / root)) / 2 for at in range(length)
    ]


def _shadow_patch() -> QPixmap:
    """A small card's shadow: corners to keep, a middle to stretch. A wide one 12 lower and a narrow one 2 lower."""
    colour = theme().colours.shadow
    kept = theme().kept
    key = ("shadow", colour.rgba())
    if key not in kept:
        reach = SHADOW_MARGIN
        size = 4 * reach + 2
        wide, narrow = _profile(size, reach, size - reach, 16), _profile(size, reach, size - reach, 3)
        lower = _profile(size, reach + 12, size - reach + 12, 16)
        low = _profile(size, reach + 2, size - reach + 2, 3)
        # Both shadows are of one strength; together they are no darker than the colour.
        cover = b"".join(
            bytes(
                min(255, round(255 * (far * y + near * 0.5 * y2)))
                for far, near in zip(wide, narrow, strict=True)
            )
            for y, y2 in zip(lower, low, strict=True)
        )
        shade = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        shade.fill(colour)
        with QPainter(shade) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.drawImage(0, 0, QImage(cover, size, size, size, QImage.Format.Format_Alpha8))
        kept[key] = QPixmap.fromImage(shade)
    return kept[key]
