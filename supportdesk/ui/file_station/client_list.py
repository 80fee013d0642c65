"""The clients of the File Station as a list, the one whose last copy is oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from supportdesk.ui.file_station.words import age_mark, client_age, spoken_client
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual
from supportdesk.ui.widgets.rows import paint_ground
from supportdesk.ui.widgets.scrolling import OverlayScrollBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent

    from supportdesk.services.views.file_station import StationClient

    Index = QModelIndex | QPersistentModelIndex

_ROW = 52
_LEFT, _RIGHT = 16.0, 14.0
_NOWHERE = QModelIndex()


class ClientModel(QAbstractListModel):
    """One row a client."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[StationClient, ...] = ()

    def show_lines(self, lines: Sequence[StationClient]) -> None:
        """Show these."""
        if tuple(lines) != self.lines:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()

    def row_of(self, organisation_id: UUID | None) -> int | None:
        """Where a client stands."""
        return next(
            (at for at, line in enumerate(self.lines) if line.organisation_id == organisation_id), None
        )

    def line(self, row: int) -> StationClient | None:
        """The client of a row."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_client(line)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: ClientModel, view: ClientList) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line(index.row())
        if line is None:
            return
        whole = paint_ground(painter, option, focused=self._view.hasFocus())
        colours = theme().colours
        strong, small = theme().face(Type.BODY_STRONG), theme().face(Type.META)
        room = whole.width() - _LEFT - _RIGHT
        top = whole.top() + (whole.height() - strong.line - small.line) / 2
        name = visual(QRectF(whole.left() + _LEFT, top, room, strong.line), whole)
        draw_text(painter, name, elided(line.name, strong, room), strong, colours.text)
        room -= self._paint_mark(painter, whole, age_mark(line), top + strong.line + small.line / 2)
        below = visual(QRectF(whole.left() + _LEFT, top + strong.line, room, small.line), whole)
        draw_text(painter, below, elided(client_age(line), small, room), small, colours.text2)

    @staticmethod
    def _paint_mark(painter: QPainter, whole: QRectF, text: str, middle: float) -> float:
        """Paint that a copy is too old at the row's end; the room it takes."""
        if not text:
            return 0.0
        face, height = theme().face(Type.PILL), theme().px(18)
        width = face.width(text) + 16
        place = QRectF(whole.right() - _RIGHT - width, middle - height / 2, width, height)
        pill = visual(place, whole)
        rounded(painter, pill, height / 2, theme().colours.named("soon_bg"))
        words = visual(place.adjusted(8, 0, -6, 0), whole)
        draw_text(painter, words, text, face, theme().colours.named("soon"))
        return width + 8


class ClientList(QListView):
    """`chosen` carries the id of the client that is selected."""

    chosen = Signal(object)

    def __init__(self, model: ClientModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clients = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        OverlayScrollBar(self)
        self.selectionModel().currentChanged.connect(self._current)

    def choose(self, row: int) -> None:
        """Select a row; `chosen` stays silent."""
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._clients.index(row))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _current(self, index: QModelIndex) -> None:
        line = self._clients.line(index.row())
        if line is not None:
            self.chosen.emit(line.organisation_id)
