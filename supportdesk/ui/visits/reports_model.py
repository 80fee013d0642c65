"""Visit reports as rows of a list that grows while one scrolls, and how a row is painted in its columns."""

from __future__ import annotations

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
from PySide6.QtWidgets import QStyledItemDelegate

from supportdesk.services.views.visit_plans import ReportSort
from supportdesk.ui import moments
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.planning_words import short_day
from supportdesk.ui.visits.words import report_state, state_name
from supportdesk.ui.widgets.painting import draw_text, elided, visual
from supportdesk.ui.widgets.rows import paint_ground

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QListView, QStyleOptionViewItem

    from supportdesk.services.views.visit_plans import ReportLine

    Index = QModelIndex | QPersistentModelIndex

ROW = 46
EDGE = 16.0
SHARES = (0.12, 0.18, 0.22, 0.13, 0.10, 0.25)
"""How the width is shared: number, engineer, client, when, duration, and what is recommended."""

_NOWHERE = QModelIndex()


def columns(width: float) -> list[tuple[float, float]]:
    """Where each column begins and how wide it is, laid out from left to right."""
    room, left, found = width - 2 * EDGE, EDGE, []
    for share in SHARES:
        found.append((left, room * share))
        left += room * share
    return found


def titles() -> tuple[tuple[ReportSort | None, str], ...]:
    """The columns' names, with what each is sorted by."""
    return (
        (ReportSort.NUMBER, QCoreApplication.translate("Visits", "Report")),
        (ReportSort.ENGINEER, QCoreApplication.translate("Visits", "Engineer")),
        (ReportSort.CLIENT, QCoreApplication.translate("Visits", "Client and site")),
        (ReportSort.WHEN, QCoreApplication.translate("Visits", "When")),
        (ReportSort.DURATION, QCoreApplication.translate("Visits", "On site")),
        (None, QCoreApplication.translate("Visits", "Open recommendations")),
    )


def number_text(line: ReportLine) -> str:
    """The report's number, with its revision from the second on."""
    if line.revision == 1:
        return moments.ltr(line.number)
    words = QCoreApplication.translate("Visits", "{number}, revision {revision}")
    return words.format(number=moments.ltr(line.number), revision=line.revision)


def signed_text(line: ReportLine) -> str:
    """Whether the client has signed, and who."""
    if not line.agreed_name:
        return QCoreApplication.translate("Visits", "not signed")
    words = QCoreApplication.translate("Visits", "signed by {name}")
    return words.format(name=moments.own(line.agreed_name))


def when_text(line: ReportLine, zone: tzinfo | None) -> str:
    """Day and time of the arrival."""
    local = line.arrived_at.astimezone(zone)
    return moments.listed((short_day(local.date()), moments.clock_time(line.arrived_at, zone)))


def length_text(line: ReportLine) -> str:
    """How long it took; a dash while the engineer is on site."""
    return moments.duration(line.seconds) if line.seconds else "–"


class ReportModel(QAbstractListModel):
    """One row a report. `wanted` asks for the next window, once until it was given."""

    wanted = Signal()

    def __init__(self, zone: tzinfo | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zone = zone
        self.lines: tuple[ReportLine, ...] = ()
        self._more = False

    def show_lines(self, lines: tuple[ReportLine, ...], *, more: bool) -> None:
        """Show these from the beginning."""
        self.beginResetModel()
        self.lines, self._more = lines, more
        self.endResetModel()

    def add_lines(self, lines: tuple[ReportLine, ...], *, more: bool) -> None:
        """Show these below the others."""
        self._more = more
        if lines:
            first = len(self.lines)
            self.beginInsertRows(_NOWHERE, first, first + len(lines) - 1)
            self.lines = (*self.lines, *lines)
            self.endInsertRows()

    def line(self, row: int) -> ReportLine | None:
        """The report of a row."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def canFetchMore(self, _parent: Index) -> bool:
        return self._more

    def fetchMore(self, _parent: Index) -> None:
        if self._more:
            self._more = False
            self.wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.number
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(line.open_recommendations) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def _spoken(self, line: ReportLine) -> str:
        count = len(line.open_recommendations)
        parts = (
            number_text(line),
            line.engineer,
            line.organisation,
            line.site,
            when_text(line, self.zone),
            length_text(line),
            state_name(line.state, left=bool(line.seconds)),
            signed_text(line),
            QCoreApplication.translate("Visits", "%n open recommendation(s)", None, count) if count else "",
        )
        return moments.listed(parts)


class ReportRow(QStyledItemDelegate):
    """Paints a row in two lines."""

    def __init__(self, model: ReportModel, view: QListView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, theme().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line(index.row())
        if line is None:
            return
        whole = paint_ground(painter, option, focused=self._view.hasFocus())
        for number, (first, second, tint) in enumerate(self._cells(line)):
            self._paint_cell(painter, whole, number, first, second, tint)

    def _cells(self, line: ReportLine) -> list[tuple[str, str, str]]:
        said, ink, _ground = report_state(line.state, line.revision)
        if line.state == "on_site":
            said = state_name(line.state, left=bool(line.seconds))
        opened, day = line.open_recommendations, line.arrived_at.astimezone(self._model.zone).date()
        more = (
            QCoreApplication.translate("Visits", "and %n more", None, len(opened) - 1)
            if len(opened) > 1
            else ""
        )
        signed = signed_text(line)
        return [
            (moments.ltr(line.number), said, ink),
            (line.engineer or "–", signed, "ok" if line.agreed_name else "text2"),
            (line.organisation, line.site, "text2"),
            (short_day(day), moments.clock_time(line.arrived_at, self._model.zone), "text2"),
            (length_text(line), "", "text2"),
            (opened[0] if opened else "–", more, "text2"),
        ]

    @staticmethod
    def _paint_cell(
        painter: QPainter, whole: QRectF, number: int, first: str, second: str, tint: str
    ) -> None:
        colours = theme().colours
        left, width = columns(whole.width())[number]
        room = width - 10
        face = theme().face(Type.BODY_STRONG if number in {0, 2} else Type.BODY_NUMBERS)
        small = theme().face(Type.META)
        height = face.line + (small.line if second else 0)
        top = whole.top() + (whole.height() - height) / 2
        above = QRectF(whole.left() + left, top, room, face.line)
        draw_text(painter, visual(above, whole), elided(first, face, room), face, colours.text)
        if second:
            below = QRectF(above.left(), above.bottom(), room, small.line)
            if number == 1 and tint == "ok":
                spot = visual(QRectF(below.left(), below.top() + 2, 12, 12), whole)
                draw_icon(painter, QPointF(round(spot.x()), round(spot.y())), "check-bold", 12, colours.ok)
                below = below.adjusted(16, 0, 0, 0)
            text = elided(second, small, below.width())
            draw_text(painter, visual(below, whole), text, small, colours.named(tint))
