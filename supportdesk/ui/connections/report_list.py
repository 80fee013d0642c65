"""The list of connection reports: page by page as it is scrolled, one row each; deciding on one is done beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
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
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from supportdesk.ui import moments
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.labels import short_number
from supportdesk.ui.remote import words
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual
from supportdesk.ui.widgets.rows import paint_ground
from supportdesk.ui.widgets.scrolling import OverlayScrollBar

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent

    from supportdesk.rules.cases.engagement import Money
    from supportdesk.services.views.remote_reports import ReportLine

    Index = QModelIndex | QPersistentModelIndex

PAGE = 100
_ROW = 46
_NOWHERE = QModelIndex()


def money_text(value: Money | None) -> str:
    """An amount with its currency, `12.50 EUR`, read from left to right; empty for none."""
    if value is None:
        return ""
    return moments.ltr(f"{QLocale().toString(float(value.amount), 'f', 2)} {value.currency}")


class ReportModel(QAbstractListModel):
    """The reports read so far. `wanted` asks for the page after the last of them."""

    wanted = Signal()

    def __init__(
        self, now: Callable[[], datetime], zone: tzinfo | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now, self._zone = now, zone
        self._lines: list[ReportLine] = []
        self._more = self._asked = False

    def begin(self, lines: tuple[ReportLine, ...]) -> None:
        """Show a pile from its beginning."""
        self.beginResetModel()
        self._lines = list(lines)
        self._more, self._asked = len(lines) >= PAGE, False
        self.endResetModel()

    def add(self, lines: tuple[ReportLine, ...]) -> None:
        """Show the next page below."""
        self._more, self._asked = len(lines) >= PAGE, False
        if lines:
            first = len(self._lines)
            self.beginInsertRows(_NOWHERE, first, first + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def line(self, row: int) -> ReportLine:
        """The report in a row."""
        return self._lines[row]

    def row_of(self, line_id: UUID) -> int | None:
        """Where the report with this id stands, if it was read."""
        return next((row for row, line in enumerate(self._lines) if line.id == line_id), None)

    def last(self) -> ReportLine | None:
        """The last that was read."""
        return self._lines[-1] if self._lines else None

    def title(self, row: int) -> str:
        """Which device, and who was at it."""
        line = self._lines[row]
        device = words.identity(line.device) or QCoreApplication.translate("TeamViewer", "Unknown device")
        return moments.listed((moments.own(device), moments.own(line.officer) if line.officer else ""))

    def detail(self, row: int) -> str:
        """What became of it, or may."""
        line = self._lines[row]
        if line.running:
            return QCoreApplication.translate("TeamViewer", "Still running")
        if line.standing == "aside":
            return moments.listed((line.reason, line.decided_by))
        return self._case_of(line)

    def _case_of(self, line: ReportLine) -> str:
        if line.case_id is None:
            if line.standing == "proposed":
                return QCoreApplication.translate("TeamViewer", "Several cases fit alike")
            return QCoreApplication.translate("TeamViewer", "No case fits")
        if not line.case_number:
            return QCoreApplication.translate("TeamViewer", "A case that is not on this desk")
        number = moments.ltr(short_number(line.case_number, self._now().year))
        named = moments.listed((number, moments.own(line.case_title)))
        if line.standing != "proposed":
            return named
        told = QCoreApplication.translate("TeamViewer", "Perhaps {case} ({share} %)")
        return told.format(case=named, share=line.confidence)

    def figures(self, row: int) -> tuple[str, str]:
        """Minutes and value; when it began."""
        line = self._lines[row]
        length = "" if line.running else words.minutes_text(line.minutes)
        return (
            moments.listed((length, money_text(line.value))),
            moments.moment(line.started_at, self._now(), self._zone),
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (self.title(row), self.detail(row), *self.figures(row))))
        return self.detail(row) if role == Qt.ItemDataRole.ToolTipRole else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: ReportModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole, colours = paint_ground(painter, option), theme().colours
        row = index.row()
        icon, tint = _icon(self._model.line(row))
        spot = visual(QRectF(whole.left() + 12, whole.center().y() - 8, 16, 16), whole)
        draw_icon(painter, QPointF(round(spot.left()), round(spot.top())), icon, 16, colours.named(tint))
        strong, small, figures = (theme().face(each) for each in (Type.BODY, Type.META, Type.META_NUMBERS))
        top = whole.top() + (whole.height() - strong.line - small.line) / 2
        first, second = self._model.figures(row)
        wide = max(figures.width(first), figures.width(second)) + 2
        room = whole.width() - 40 - 14 - wide - 12
        for text, face, ink, figure in (
            (self._model.title(row), strong, colours.text, first),
            (self._model.detail(row), small, colours.muted, second),
        ):
            box = visual(QRectF(whole.left() + 40, top, room, face.line), whole)
            draw_text(painter, box, elided(text, face, room), face, ink)
            end = visual(QRectF(whole.right() - 14 - wide, top, wide, face.line), whole)
            draw_text(painter, end, figure, figures, colours.muted, align=Qt.AlignmentFlag.AlignTrailing)
            top += strong.line


class ReportList(QListView):
    """`chosen` carries the ReportLine of the current row, or None."""

    chosen = Signal(object)

    def __init__(
        self, now: Callable[[], datetime], zone: tzinfo | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.reports = ReportModel(now, zone, self)
        self.setModel(self.reports)
        self.setItemDelegate(_Delegate(self.reports, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(theme().px(4 * _ROW))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(QCoreApplication.translate("TeamViewer", "Connections"))
        OverlayScrollBar(self)
        self.selectionModel().currentChanged.connect(self._turned)

    def show_lines(self, lines: tuple[ReportLine, ...]) -> None:
        """Show a pile from its beginning. The chosen report stays chosen; where it is gone, the next in its place is.

        The model's reset is not told of: whoever types something about the chosen report would lose it.
        """
        before, row = self.current(), self.currentIndex().row()
        self.reports.begin(lines)
        if not lines:
            self._turned()
            return
        again = self.reports.row_of(before.id) if before is not None else None
        row = max(0, min(row, len(lines) - 1)) if again is None else again
        self.setCurrentIndex(self.reports.index(row, 0))

    def current(self) -> ReportLine | None:
        """The report in the current row."""
        index = self.currentIndex()
        return self.reports.line(index.row()) if index.isValid() else None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            whole = QRectF(self.viewport().rect())
            rounded(painter, whole, 9, None, theme().colours.line2)
            if self.reports.last() is None:
                nothing = QCoreApplication.translate("TeamViewer", "No connection is here")
                face = theme().face(Type.META)
                line = QRectF(whole.left(), whole.center().y() - face.line, whole.width(), face.line)
                draw_text(
                    painter, line, nothing, face, theme().colours.muted, align=Qt.AlignmentFlag.AlignHCenter
                )

    def _turned(self) -> None:
        self.chosen.emit(self.current())


def _icon(line: ReportLine) -> tuple[str, str]:
    if line.running:
        return "play", "remote"
    if line.standing == "proposed":
        return "lightbulb-fill", "soon"
    return ("check-circle", "ok_line") if line.standing == "linked" else ("monitor-play", "muted")
