"""What lies under a row of a list: the tint of a chosen or pointed-at one, the bar of the keyboard, the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.painting import visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_BAR = 3


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, focused: bool = False) -> QRectF:
    """Paint it and give the row's rectangle. `focused`: the list has the keyboard, which a chosen row shows."""
    whole, colours, state = QRectF(option.rect), theme().colours, option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(whole, colours.select)
        if focused:
            bar = QRectF(whole.left(), whole.top(), _BAR, whole.height())
            painter.fillRect(visual(bar, whole), colours.accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(whole, colours.hover)
    painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), colours.line)
    return whole
