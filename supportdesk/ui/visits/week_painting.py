"""How the week's grid is painted: heads of days, hours, what is closed, blocks of visits; it decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from supportdesk.ui import moments
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.planning_words import span
from supportdesk.ui.visits.week_layout import minute_of
from supportdesk.ui.visits.words import state_name
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtGui import QPainter

    from supportdesk.services.views.visit_plans import CalendarDay, EngineerWeek
    from supportdesk.ui.visits.week_layout import Block

GUTTER = 46
HEAD = 44
HOUR = 44
_LOOKS = {
    "planned": ("", "accent", "select"),
    "on_site": ("map-pin-fill", "visit", "visit_bg"),
    "finished": ("check-bold", "ok", "ok_bg"),
    "revising": ("pencil-simple", "soon", "soon_bg"),
}
_ONE_LINE, _TWO_LINES = 34, 50


@dataclass(frozen=True, slots=True)
class Measures:
    """The grid's measures in pixels, laid out from left to right."""

    width: float
    columns: int

    @property
    def hour(self) -> float:
        """The height of an hour."""
        return theme().px(HOUR)

    def column(self, number: int) -> tuple[float, float]:
        """Where a column begins, and how wide it is."""
        width = (self.width - GUTTER) / max(1, self.columns)
        return GUTTER + number * width, width

    def y(self, minute: int) -> float:
        """How far down a minute lies."""
        return minute * self.hour / 60

    def box(self, column: int, start: int, end: int) -> QRectF:
        """Where a span of a day lies."""
        left, width = self.column(column)
        return QRectF(left, self.y(start), width, self.y(end) - self.y(start))

    def block(self, block: Block) -> QRectF:
        """Where a block lies, with a little ground around it."""
        whole = self.box(block.column, block.start, block.end)
        width = (whole.width() - 4) / block.lanes
        left = whole.left() + 2 + block.lane * width
        return QRectF(left, whole.top() + 1, width - 1, whole.height() - 2)


def paint_head(painter: QPainter, whole: QRectF, day: CalendarDay, today: date, box: QRectF) -> None:
    """The head of a column: weekday and date, the holiday's name below."""
    colours = theme().colours
    is_today = day.day == today
    face = theme().face(Type.META_STRONG if is_today else Type.META)
    ink = colours.accent_text if is_today else colours.text2
    name, number = moments.weekday(day.day), str(day.day.day)
    strong = theme().face(Type.BODY_STRONG)
    top = box.top() + (4 if day.holiday is not None else 12)
    line = QRectF(box.left() + 8, top, box.width() - 12, strong.line)
    width = strong.width(number) + 6
    draw_text(painter, visual(line, whole), number, strong, ink if is_today else colours.text)
    rest = QRectF(line.left() + width, line.top(), line.width() - width, line.height())
    draw_text(painter, visual(rest, whole), elided(name, face, rest.width()), face, ink)
    if day.holiday is not None:
        hint = theme().face(Type.HINT)
        below = QRectF(line.left(), line.bottom(), line.width(), hint.line)
        text = elided(day.holiday or "–", hint, below.width())
        draw_text(painter, visual(below, whole), text, hint, colours.soon)
    if is_today:
        painter.fillRect(visual(QRectF(box.left(), box.bottom() - 2, box.width(), 2), whole), colours.accent)


def paint_zone(painter: QPainter, whole: QRectF, zone: str) -> None:
    """Whose clocks the hours are, over their column."""
    face = theme().face(Type.HINT)
    box = QRectF(whole.left() + 6, whole.top(), GUTTER - 8, whole.height())
    text = elided(zone, face, box.width())
    draw_text(painter, visual(box, whole), text, face, theme().colours.muted)


def paint_ground(painter: QPainter, whole: QRectF, week: EngineerWeek, measures: Measures) -> None:
    """What is open is canvas, what is closed and every holiday sunken; a line for each hour and each day."""
    colours = theme().colours
    painter.fillRect(whole, colours.sunken)
    for column, day in enumerate(week.days):
        for start, end in day.open:
            painter.fillRect(visual(measures.box(column, start, end), whole), colours.canvas)
    face = theme().face(Type.HINT)
    for hour in range(1, 24):
        y = round(measures.y(hour * 60))
        line = QRectF(whole.left() + GUTTER, y, whole.width() - GUTTER, 1)
        painter.fillRect(visual(line, whole), colours.line)
        box = QRectF(whole.left(), y - face.line / 2, GUTTER - 8, face.line)
        text = moments.ltr(f"{hour:02}:00")
        draw_text(
            painter, visual(box, whole), text, face, colours.muted, align=Qt.AlignmentFlag.AlignTrailing
        )
    for column in range(measures.columns):
        left, _ = measures.column(column)
        painter.fillRect(visual(QRectF(round(left), whole.top(), 1, whole.height()), whole), colours.line)


def paint_now(
    painter: QPainter, whole: QRectF, week: EngineerWeek, now: datetime | None, measures: Measures
) -> None:
    """The line of the present minute, over today's column where the week has it."""
    days = [day.day for day in week.days]
    if now is None or week.today not in days:
        return
    minute = minute_of(now, week.zone)
    box = measures.box(days.index(week.today), minute, minute + 1)
    painter.fillRect(visual(QRectF(box.left(), box.top(), box.width(), 2), whole), theme().colours.over_bg)


def paint_cursor(painter: QPainter, whole: QRectF, box: QRectF, *, focus: bool) -> None:
    """The chosen half hour."""
    colours = theme().colours
    edge = colours.focus if focus else colours.line2
    rounded(painter, visual(box.adjusted(1, 0, -1, 0), whole), 4, None, edge, 2 if focus else 1)


def paint_block(
    painter: QPainter,
    whole: QRectF,
    box: QRectF,
    block: Block,
    week: EngineerWeek,
    *,
    chosen: bool,
    focus: bool,
) -> None:
    """A visit: client, then when and where, then its state, as far as there is room."""
    colours, visit = theme().colours, block.visit
    icon, ink, ground = _LOOKS.get(visit.state, _LOOKS["planned"])
    edge = colours.focus if chosen and focus else colours.accent if chosen else colours.line2
    rounded(painter, visual(box, whole), 5, colours.named(ground), edge, 2 if chosen else 1)
    bar = QRectF(box.left() + 2, box.top() + 3, 3, box.height() - 6)
    rounded(painter, visual(bar, whole), 1.5, colours.named(ink))
    strong, small = theme().face(Type.META_STRONG), theme().face(Type.HINT)
    left, room = box.left() + 9, box.width() - 13
    top = box.top() + (3 if box.height() >= theme().px(_ONE_LINE) else (box.height() - strong.line) / 2)
    if icon and room > 40:
        spot = visual(QRectF(left, top + 2, 12, 12), whole)
        draw_icon(painter, QPointF(round(spot.x()), round(spot.y())), icon, 12, colours.named(ink))
        first = QRectF(left + 16, top, room - 16, strong.line)
    else:
        first = QRectF(left, top, room, strong.line)
    draw_text(
        painter,
        visual(first, whole),
        elided(visit.organisation, strong, first.width()),
        strong,
        colours.text,
    )
    lines = [
        " · ".join(
            part for part in (span(visit, week.zone), moments.own(visit.site) if visit.site else "") if part
        )
    ]
    if box.height() >= theme().px(_TWO_LINES) + small.line:
        lines.append(state_name(visit.state, left=visit.left))
    if box.height() < theme().px(_ONE_LINE):
        return
    for number, text in enumerate(lines):
        below = QRectF(left, top + strong.line + number * small.line, room, small.line)
        tint = colours.text2 if number == 0 else colours.named(ink if ink != "accent" else "text2")
        draw_text(painter, visual(below, whole), elided(text, small, room), small, tint)
