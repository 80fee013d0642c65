"""Columns side by side: the next business hours with what is likely late, and the ages of open cases."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from supportdesk.ui import labels, moments
from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.spots import Place, SpotChart, write, write_beside
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import elided, visual

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportdesk.services.views import Bar, CaseQuery, Dashboard

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_ROUND = 3.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its value, the part of it from below that is marked, its label, and the list it opens."""

    label: str
    value: int
    tint: str
    query: CaseQuery | None
    title: str
    spoken: str
    short: str = ""
    marked: int = 0
    starts_day: str = ""


class Columns(SpotChart):
    """Columns from a base line, each with its value above and its label below."""

    mirrored = True

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.columns: tuple[Column, ...] = ()

    def sizeHint(self) -> QSize:
        return QSize(260, theme().px(144))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, theme().px(144))

    def places(self) -> Sequence[Place]:
        foot = QRectF(self.rect()).bottom()
        return [
            Place(
                QRectF(slot.left(), slot.top(), slot.width(), foot - slot.top()),
                column.query,
                column.title,
                column.spoken,
            )
            for column, slot in zip(self.columns, self._slots(), strict=True)
            if column.query is not None
        ]

    def draw(self, painter: QPainter, whole: QRectF) -> None:
        colours, hint = theme().colours, theme().face(Type.HINT)
        area = self._area()
        most = max(1, *(column.value for column in self.columns))
        painter.fillRect(QRectF(whole.left(), round(area.bottom()), whole.width(), 1), colours.line2)
        for column, slot in zip(self.columns, self._slots(), strict=True):
            if column.starts_day:
                self._draw_day(painter, column.starts_day, slot, whole)
            width = min(32.0, slot.width() * 0.62)
            height = column.value / most * (area.height() - hint.line - 2)
            left = slot.center().x() - width / 2
            bar = QRectF(left, area.bottom() - height, width, height)
            if column.value:
                _paint_column(painter, bar, column.tint)
                self._draw_marked(painter, bar, column)
            value = words.number(column.value) if column.value else words.NOTHING
            over = QRectF(slot.left() - 8, bar.top() - hint.line - 1, slot.width() + 16, hint.line)
            write(painter, over, value, Type.SECTION if column.value else Type.HINT,
                  "text" if column.value else "muted", _CENTRE)  # fmt: skip
            under = QRectF(slot.left(), area.bottom() + 5, slot.width(), hint.line)
            text = column.label if hint.width(column.label) <= slot.width() else column.short or column.label
            write(painter, under, elided(text, hint, slot.width() + 2), Type.HINT, "muted", _CENTRE)

    def _draw_marked(self, painter: QPainter, bar: QRectF, column: Column) -> None:
        if not column.marked:
            return
        hint = theme().face(Type.SECTION)
        height = max(bar.height() * column.marked / column.value, min(bar.height(), 6.0))
        part = QRectF(bar.left(), bar.bottom() - height, bar.width(), height)
        _paint_column(painter, part, "over_bg")
        text = words.number(column.marked)
        # Where every case is likely late the value above says how many.
        if height >= hint.line - 6:
            box = QRectF(part.left(), part.center().y() - hint.line / 2, part.width(), hint.line)
            write(painter, box, text, Type.SECTION, "over", _CENTRE)

    def _draw_day(self, painter: QPainter, text: str, slot: QRectF, whole: QRectF) -> None:
        hint = theme().face(Type.HINT)
        pen = QPen(theme().colours.line2, 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        x = round(slot.left()) + 0.5
        painter.drawLine(QPointF(x, whole.top() + 2), QPointF(x, whole.bottom()))
        shown = elided(text, hint, whole.right() - x - 6)
        write_beside(painter, x + 6, whole.top() + hint.line / 2, shown, before=False)

    def _area(self) -> QRectF:
        line = theme().face(Type.HINT).line
        top = line if any(column.starts_day for column in self.columns) else 0
        return QRectF(self.rect()).adjusted(0, top, 0, -line - 6)

    def _slots(self) -> list[QRectF]:
        if not self.columns:
            return []
        area, whole = self._area(), QRectF(self.rect())
        share = area.width() / len(self.columns)
        slots = [
            QRectF(area.left() + share * at, area.top(), share, area.height())
            for at in range(len(self.columns))
        ]
        return [visual(slot, whole) for slot in slots] if self.mirrored else slots


class NextHours(Columns):
    """What falls due in the next hours in which the desk is open; time runs to the right in every language."""

    mirrored = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Dashboard", "Next business hours"), parent)
        self._open = True

    def show_hours(self, dashboard: Dashboard, zone: tzinfo | None) -> None:
        """Show other hours; `zone` is where the clock times are read."""
        queries = dashboard.hour_queries or (None,) * len(dashboard.hours)
        self._open = bool(dashboard.hours)
        day = dashboard.now.astimezone(zone).date()
        columns = []
        for (start, due, late), query in zip(dashboard.hours, queries, strict=True):
            local = start.astimezone(zone)
            begins = "" if local.date() == day else self._day(local, dashboard.now, zone)
            day = local.date()
            columns.append(self._column(start, due, late, query, dashboard.now, zone, begins))
        self.columns = tuple(columns)
        self.settle()

    def note(self) -> str:
        """How many of them are likely to be late."""
        due = sum(column.value for column in self.columns)
        late = sum(column.marked for column in self.columns)
        if not due:
            return ""
        return QCoreApplication.translate("Dashboard", "{late} of {due} likely late").format(
            late=words.number(late), due=words.number(due)
        )

    def nothing(self) -> str:
        if not self._open:
            return QCoreApplication.translate("Dashboard", "No hours are agreed for this desk's branch.")
        if any(column.value for column in self.columns):
            return ""
        return QCoreApplication.translate("Dashboard", "Nothing falls due in the next business hours.")

    @staticmethod
    def _day(local: datetime, now: datetime, zone: tzinfo | None) -> str:
        if local.date() == now.astimezone(zone).date() + timedelta(days=1):
            return QCoreApplication.translate("Dashboard", "tomorrow")
        return moments.weekday(local.date())

    @staticmethod
    def _column(
        start: datetime,
        due: int,
        late: int,
        query: CaseQuery | None,
        now: datetime,
        zone: tzinfo | None,
        begins: str,
    ) -> Column:
        title = QCoreApplication.translate("Dashboard", "Due from {moment}").format(
            moment=moments.moment(start, now, zone)
        )
        spoken = QCoreApplication.translate("Dashboard", "{moment}: {due} due, {late} likely late").format(
            moment=moments.moment(start, now, zone), due=due, late=late
        )
        label = start.astimezone(zone).strftime("%H")
        return Column(label, due, "select_strong", query, title, spoken, marked=late, starts_day=begins)


class Ages(Columns):
    """How long the open cases have been waiting; the oldest stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Dashboard", "Age of open cases"), parent)

    def show_ages(self, ages: Sequence[Bar]) -> None:
        """Show other figures."""
        tints = ["accent"] * len(ages)
        tints[-2:] = ["soon_line", "over_bg"][-len(ages) :] if ages else []
        self.columns = tuple(
            Column(
                words.age_label(bar),
                bar.value,
                tint,
                bar.query,
                words.age_title(bar),
                labels.followed_by(words.age_label(bar), words.cases(bar.value)),
                words.age_span(bar),
            )
            for bar, tint in zip(ages, tints, strict=True)
        )
        self.settle()

    def nothing(self) -> str:
        if any(column.value for column in self.columns):
            return ""
        return QCoreApplication.translate("Dashboard", "No case is open.")


def _paint_column(painter: QPainter, bar: QRectF, tint: str) -> None:
    """A bar with round corners at its top."""
    radius = min(_ROUND, bar.height() / 2)
    box = QRectF(round(bar.left()), bar.top(), math.floor(bar.width()), bar.height())
    path = QPainterPath()
    path.moveTo(box.bottomLeft())
    path.lineTo(box.left(), box.top() + radius)
    path.arcTo(QRectF(box.left(), box.top(), 2 * radius, 2 * radius), 180, -90)
    path.lineTo(box.right() - radius, box.top())
    path.arcTo(QRectF(box.right() - 2 * radius, box.top(), 2 * radius, 2 * radius), 90, -90)
    path.lineTo(box.bottomRight())
    path.closeSubpath()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, theme().colours.named(tint))
