"""The list of changes that wait, in the order in which they were done: what, where, age, size, tries and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from supportdesk.services.views.outlook import WaitingChange
from supportdesk.ui import moments
from supportdesk.ui.exchange.act_words import act_name
from supportdesk.ui.exchange.state_words import megabytes
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.labels import short_number
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual
from supportdesk.ui.widgets.scrolling import OverlayScrollBar

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent

    Index = QModelIndex | QPersistentModelIndex

_ROW = 46
_NOWHERE = QModelIndex()


class WaitingModel(QAbstractListModel):
    """The waiting changes, each spoken as one sentence."""

    def __init__(
        self, now: Callable[[], datetime], zone: tzinfo | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now, self._zone = now, zone
        self._changes: tuple[WaitingChange, ...] = ()

    def show_changes(self, changes: tuple[WaitingChange, ...]) -> None:
        """Show these."""
        if changes != self._changes:
            self.beginResetModel()
            self._changes = changes
            self.endResetModel()

    def change(self, row: int) -> WaitingChange:
        """The change in a row."""
        return self._changes[row]

    def title(self, row: int) -> str:
        """What was done, and where."""
        change = self._changes[row]
        act = act_name(change.act)
        if change.case_number:
            words = QCoreApplication.translate("HubPanel", "{act} on {case}")
            number = moments.ltr(short_number(change.case_number, self._now().year))
            return words.format(act=act, case=number)
        return act

    def detail(self, row: int) -> str:
        """What keeps it, else what it is about."""
        change = self._changes[row]
        if change.contested:
            return QCoreApplication.translate("HubPanel", "Somebody else changed the same; you will be asked")
        if change.refused:
            return QCoreApplication.translate("HubPanel", "Will not be accepted: {reason}").format(
                reason=change.why
            )
        if change.rests:
            return QCoreApplication.translate("HubPanel", "Rests until you send it: {reason}").format(
                reason=change.why
            )
        if change.why:
            return change.why
        if change.answered:
            return QCoreApplication.translate("HubPanel", "The hub has it")
        return change.about

    def figures(self, row: int) -> tuple[str, str]:
        """Age and size; tries and the next one, where it was tried."""
        change, now = self._changes[row], self._now()
        words = QCoreApplication.translate("HubPanel", "{age} · {size}")
        first = words.format(age=moments.ago(change.at, now, self._zone), size=megabytes(change.size))
        if not change.tries:
            return first, ""
        tries = QCoreApplication.translate("HubPanel", "%n tries", None, change.tries)
        if change.next_try is None or change.rests:
            return first, tries
        words = QCoreApplication.translate("HubPanel", "{tries}, next {time}")
        return first, words.format(tries=tries, time=moments.moment(change.next_try, now, self._zone))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._changes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (self.title(row), self.detail(row), *self.figures(row))))
        return self.detail(row) if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: WaitingModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QRectF(option.rect)
        state = option.state
        colours = theme().colours
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(whole, colours.select)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, colours.hover)
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), colours.line)
        row = index.row()
        change = self._model.change(row)
        icon, tint = _icon(change)
        spot = visual(QRectF(whole.left() + 12, whole.center().y() - 8, 16, 16), whole)
        draw_icon(painter, QPointF(round(spot.left()), round(spot.top())), icon, 16, colours.named(tint))
        strong, small, figures = (theme().face(each) for each in (Type.BODY, Type.META, Type.META_NUMBERS))
        top = whole.top() + (whole.height() - strong.line - small.line) / 2
        first, second = self._model.figures(row)
        wide = max(figures.width(first), figures.width(second)) + 2
        room = whole.width() - 40 - 14 - wide - 12
        lines = (
            (self._model.title(row), strong, colours.text, first),
            (self._model.detail(row), small, colours.named(_ink(change)), second),
        )
        for text, face, ink, figure in lines:
            box = visual(QRectF(whole.left() + 40, top, room, face.line), whole)
            draw_text(painter, box, elided(text, face, room), face, ink)
            end = visual(QRectF(whole.right() - 14 - wide, top, wide, face.line), whole)
            draw_text(painter, end, figure, figures, colours.muted, align=Qt.AlignmentFlag.AlignTrailing)
            top += strong.line


class WaitingList(QListView):
    """`case_asked` carries the case of the row that was entered."""

    case_asked = Signal(object)

    def __init__(
        self, now: Callable[[], datetime], zone: tzinfo | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.changes = WaitingModel(now, zone, self)
        self.setModel(self.changes)
        self.setItemDelegate(_Delegate(self.changes, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(theme().px(2 * _ROW))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(QCoreApplication.translate("HubPanel", "Changes that wait"))
        OverlayScrollBar(self)
        self.activated.connect(self._activated)

    def show_changes(self, changes: tuple[WaitingChange, ...]) -> None:
        """Show these."""
        self.changes.show_changes(changes)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            rounded(painter, QRectF(self.viewport().rect()), 9, None, theme().colours.line2)

    def _activated(self, index: QModelIndex) -> None:
        case_id = self.changes.change(index.row()).case_id
        if case_id is not None:
            self.case_asked.emit(case_id)


def _icon(change: WaitingChange) -> tuple[str, str]:
    if change.contested:
        return "git-merge", "soon"
    if change.refused or change.rests:
        return "file-x", "soon"
    return ("cloud-check", "ok_line") if change.answered else ("cloud-arrow-up", "muted")


def _ink(change: WaitingChange) -> str:
    return "soon" if change.refused or change.rests or change.contested else "muted"
