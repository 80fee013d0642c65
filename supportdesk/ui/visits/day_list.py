"""The day's visits as a list in the order of the route, put in another order by dragging or with Alt and the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.words import line_detail, line_time, spoken_line, state_name
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual
from supportdesk.ui.widgets.rows import paint_ground
from supportdesk.ui.widgets.scrolling import OverlayScrollBar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from PySide6.QtGui import QFocusEvent

    from supportdesk.services.views.directory import VisitLine

    Index = QModelIndex | QPersistentModelIndex

_ROW = 60
_LEFT, _RIGHT, _TIME = 16.0, 14.0, 46.0
_NARROW = 262
_NOWHERE = QModelIndex()
_LOOKS = {
    "on_site": ("map-pin-fill", "visit", "visit_bg"),
    "finished": ("check-bold", "ok", "ok_bg"),
    "revising": ("pencil-simple", "soon", "soon_bg"),
}


class DayModel(QAbstractListModel):
    """One row a visit."""

    def __init__(self, zone: tzinfo | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zone, self.year = zone, 0
        self.lines: tuple[VisitLine, ...] = ()

    def show_lines(self, lines: Sequence[VisitLine], year: int) -> None:
        """Show these."""
        if tuple(lines) == self.lines and year == self.year:
            return
        self.beginResetModel()
        self.lines, self.year = tuple(lines), year
        self.endResetModel()

    def row_of(self, visit_id: UUID | None) -> int | None:
        """Where a visit stands."""
        return next((at for at, line in enumerate(self.lines) if line.id == visit_id), None)

    def line(self, row: int) -> VisitLine | None:
        """The visit of a row."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        line = self.line(index.row())
        # What is finished takes no place in the route any more.
        movable = line is not None and line.state != "finished"
        return flags | Qt.ItemFlag.ItemIsDragEnabled if movable else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.organisation
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_line(line, self.zone, self.year)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: DayModel, view: DayList) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line(index.row())
        if line is None:
            return
        whole = paint_ground(painter, option, focused=self._view.hasFocus())
        self._paint_line(painter, whole, line)

    def _paint_line(self, painter: QPainter, whole: QRectF, line: VisitLine) -> None:
        colours = theme().colours
        strong, small = theme().face(Type.BODY_STRONG), theme().face(Type.META)
        text_height = strong.line + small.line
        top = whole.top() + (whole.height() - text_height) / 2
        # Where there is little room the state stands beside the second line, and the name has the first for itself.
        low = whole.width() < _NARROW
        middle = top + strong.line + small.line / 2 + 1 if low else whole.center().y()
        pill = self._paint_state(painter, whole, line, middle)
        times = visual(QRectF(whole.left() + _LEFT, whole.top(), _TIME, whole.height()), whole)
        draw_text(painter, times, line_time(line, self._model.zone), strong, colours.text)
        left = _LEFT + _TIME
        whole_room = whole.width() - left - _RIGHT
        room = whole_room if low else whole_room - pill - 10
        name = visual(QRectF(whole.left() + left, top, room, strong.line), whole)
        draw_text(painter, name, elided(line.organisation, strong, room), strong, colours.text)
        room = whole_room - pill - 10
        below = visual(QRectF(whole.left() + left, top + strong.line, room, small.line), whole)
        draw_text(
            painter, below, elided(line_detail(line, self._model.year), small, room), small, colours.text2
        )

    @staticmethod
    def _paint_state(painter: QPainter, whole: QRectF, line: VisitLine, middle: float) -> float:
        """Paint how the visit stands at the row's end; its width."""
        colours = theme().colours
        text = state_name(line.state, left=line.left_at is not None)
        look = _LOOKS.get(line.state)
        if look is None:
            face = theme().face(Type.META)
            width = face.width(text) + 2
            place = QRectF(whole.right() - _RIGHT - width, middle - face.line / 2, width, face.line)
            draw_text(painter, visual(place, whole), text, face, colours.text2)
            return width
        icon, ink, ground = look
        face = theme().face(Type.PILL)
        height = theme().px(20)
        width = face.width(text) + 30
        place = QRectF(whole.right() - _RIGHT - width, middle - height / 2, width, height)
        pill = visual(place, whole)
        rounded(painter, pill, height / 2, colours.named(ground))
        spot = visual(QRectF(place.left() + 8, place.center().y() - 6, 12, 12), whole)
        draw_icon(painter, QPointF(round(spot.x()), round(spot.y())), icon, 12, colours.named(ink))
        words = QRectF(place.left() + 23, place.top(), place.width() - 28, height)
        draw_text(painter, visual(words, whole), text, face, colours.named(ink))
        return width


class DayList(QListView):
    """`chosen` carries the id of the visit that is selected, `ordered` the ids of the open ones in another order."""

    chosen = Signal(object)
    entered = Signal()
    ordered = Signal(object)

    def __init__(self, model: DayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        OverlayScrollBar(self)
        self.selectionModel().currentChanged.connect(self._current)
        model.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(240, theme().px(_ROW) * max(1, self._day.rowCount()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme().px(_ROW) * min(2, max(1, self._day.rowCount())))

    def choose(self, row: int) -> None:
        """Select a row."""
        self.setCurrentIndex(self._day.index(row))

    def move_row(self, row: int, to: int) -> None:
        """Let the visit of a row stand in another place; finished ones keep theirs."""
        line = self._day.line(row)
        if line is None or line.state == "finished" or not 0 <= to < len(self._day.lines) or to == row:
            return
        lines = list(self._day.lines)
        lines.insert(to, lines.pop(row))
        self._day.show_lines(lines, self._day.year)
        self.choose(to)
        self.ordered.emit([each.id for each in lines if each.state != "finished"])

    def event(self, event: QEvent) -> bool:
        # The window's own J, K and Alt with the arrows walk through the cases; here they walk through the day.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._is_own(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_row(row, row + step)
        elif self._day.line(row + step) is not None:
            self.choose(row + step)

    def dropEvent(self, event: QDropEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        row, to = self.currentIndex().row(), at.row() if at.isValid() else len(self._day.lines) - 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.move_row(row, to)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return key in {Qt.Key.Key_Up, Qt.Key.Key_Down}
        return key in {Qt.Key.Key_J, Qt.Key.Key_K} and not event.modifiers()

    def _current(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = self._day.line(current.row())
        if line is not None:
            self.chosen.emit(line.id)


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
