"""The frame around the composer, with its shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.painting import rounded

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

REACH = 4
"""How far the shadow reaches beyond the frame."""
_RADIUS = 10


def paint_frame(widget: QWidget, *, note: bool) -> None:
    """Paint it in a widget; a note's looks otherwise, so that nobody takes it for what the customer reads."""
    painter = QPainter(widget)
    colours = theme().colours
    box = QRectF(widget.rect()).adjusted(REACH, REACH - 1, -REACH, -REACH)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for step in range(1, REACH):
        shade = QColor(colours.shadow)
        shade.setAlphaF(shade.alphaF() * 0.32 / step)
        painter.setPen(QPen(shade, 1))
        ring = box.adjusted(-step + 0.5, -step + 1.5, step - 0.5, step + 0.5)
        painter.drawRoundedRect(ring, _RADIUS + step, _RADIUS + step)
    edge = colours.note_line if note else colours.line2
    rounded(painter, box, _RADIUS, colours.note_bg if note else colours.canvas, edge)
    painter.end()
