"""The list that unfolds below a finder: a name and what tells it from others in one line; what it offers is not its."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, elided, visual

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

DETAIL = Qt.ItemDataRole.UserRole + 1
_EDGE = 10.0
_GAP = 10.0
_HEIGHT = 28
_WIDEST = 460


class OfferList(QListView):
    """Rows as high as a menu's."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.Box)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    @staticmethod
    def width_for(offers: Iterable[tuple[str, str]]) -> int:
        """The width in which each name and detail can be read in full, up to a bound."""
        name, detail = theme().face(Type.BODY), theme().face(Type.META)
        widths = [name.width(one) + (_GAP + detail.width(two) if two else 0.0) for one, two in offers]
        return min(_WIDEST, round(max(widths, default=0.0) + 2 * _EDGE) + 6)


class OfferRow(QStyledItemDelegate):
    """Paints such a row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, theme().px(_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # The stub leaves out what an option carries.
        looks: Any = option
        box, colours = QRectF(looks.rect), theme().colours
        lit = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        painter.fillRect(box, colours.select if looks.state & lit else colours.raised)
        name, detail = theme().face(Type.BODY), theme().face(Type.META)
        room = box.width() - 2 * _EDGE
        text, beside = str(index.data()), str(index.data(DETAIL) or "")
        shown = elided(text, name, room)
        draw_text(
            painter,
            visual(QRectF(box.left() + _EDGE, box.top(), room, box.height()), box),
            shown,
            name,
            colours.text,
        )
        left = name.width(shown) + _GAP
        if beside and left < room:
            place = QRectF(box.left() + _EDGE + left, box.top(), room - left, box.height())
            draw_text(painter, visual(place, box), elided(beside, detail, room - left), detail, colours.text2)
