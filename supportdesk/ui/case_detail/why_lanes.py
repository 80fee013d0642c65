"""The days of a clock as lanes: open and closed hours, what was counted, left and paused, now and due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk.services.views import ClockView
from supportdesk.ui import moments
from supportdesk.ui.case_detail.why_words import length_of
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_LABEL = 52.0
_BAR = 14.0
_STEP = 28.0
_MOST = 6
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a lane, from and to as shares of the day shown: kind counted, late, left, paused or open."""

    kind: str
    start: float
    end: float
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """One civil day of the calendar."""

    day: date
    pieces: tuple[Piece, ...]
    now: float | None
    due: float | None


@dataclass(frozen=True, slots=True)
class Lanes:
    """The last days of a clock, between two hours of the day; `left_out` earlier ones are not shown."""

    lanes: tuple[Lane, ...]
    first_hour: int
    last_hour: int
    left_out: int


def lanes_of(clock: ClockView, zone: tzinfo | None = None) -> Lanes:
    """Lay out the days from the start of a clock to its due instant or now, whichever is later.

    The days and hours are those of `zone`, in which every other time is read; without one, the calendar's.
    """
    zone = zone or ZoneInfo(clock.time_zone)
    first, last = _hours(clock, zone)
    start = clock.deadline.started_at or clock.now
    ends = [clock.now, *([clock.deadline.due_at] if clock.deadline.due_at else [])]
    day, end = start.astimezone(zone).date(), max(ends).astimezone(zone).date()
    days = []
    while day <= end:
        days.append(day)
        day += _DAY
    # A day on which nothing was open, counted or paused says nothing.
    busy = [day for day in days if _is_busy(clock, day, zone)]
    shown = busy[-_MOST:]
    lanes = tuple(_lane(clock, day, zone, first, last) for day in shown)
    return Lanes(lanes, first, last, len(busy) - len(shown))


def _hours(clock: ClockView, zone: tzinfo) -> tuple[int, int]:
    """From which to which hour of the day the lanes reach: an hour around the opening and all that happened."""
    hours: list[float] = []
    spans = [*clock.open_intervals, *((step.start, step.end) for step in clock.steps if step.counted_seconds)]
    for start, end in spans:
        there, then = start.astimezone(zone), end.astimezone(zone)
        hours.append(there.hour)
        hours.append(24.0 if then.date() > there.date() else then.hour + (then.minute > 0))
    if not hours:
        return 0, 24
    return max(0, int(min(hours)) - 1), min(24, int(max(hours)) + 1)


def _is_busy(clock: ClockView, day: date, zone: tzinfo) -> bool:
    begin = datetime.combine(day, time(), zone)
    spans = [*clock.open_intervals, *((step.start, step.end) for step in clock.steps if step.counted_seconds)]
    return any(start < begin + _DAY and end > begin for start, end in spans)


def _lane(clock: ClockView, day: date, zone: tzinfo, first: int, last: int) -> Lane:
    begin = datetime.combine(day, time(), zone) + first * _HOUR
    length = (last - first) * 3600.0

    def share(instant: datetime) -> float:
        return (instant - begin).total_seconds() / length

    def within(instant: datetime | None) -> float | None:
        return share(instant) if instant is not None and 0 <= share(instant) <= 1 else None

    pieces = []
    for kind, start, end in _stretches(clock):
        low, high = max(0.0, share(start)), min(1.0, share(end))
        if high > low:
            pieces.append(Piece(kind, low, high, round((high - low) * length)))
    awaits = clock.deadline.state in {"running", "paused"}
    return Lane(day, tuple(pieces), within(clock.now) if awaits else None, within(clock.deadline.due_at))


def _stretches(clock: ClockView) -> Sequence[tuple[str, datetime, datetime]]:
    found = [("open", start, end) for start, end in clock.open_intervals]
    due, ended = clock.deadline.due_at, clock.met_at or clock.now
    for step in clock.steps:
        if step.kind == "paused":
            found.append(("paused", step.start, step.end))
        if step.kind != "counted":
            continue
        cuts = sorted(
            {step.start, step.end, *(at for at in (ended, due) if at and step.start < at < step.end)}
        )
        for start, end in pairwise(cuts):
            late = due is not None and start >= due
            found.append(("late" if late else "left" if start >= ended else "counted", start, end))
    return found


class LanesView(QWidget):
    """Paints the lanes with their hours and a legend; time runs with the reading direction."""

    def __init__(self, clock: ClockView, zone: tzinfo | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._zone = zone or ZoneInfo(clock.time_zone)
        self._shown = lanes_of(clock, self._zone)
        face = theme().face(Type.META)
        # Names of days that are not short want more room.
        self._label = max([_LABEL, *(face.width(self._name(lane)) + 6 for lane in self._shown.lanes)])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.sizeHint().height())
        self.setAccessibleName(clock.text)

    def sizeHint(self) -> QSize:
        rows = len(self._shown.lanes) + (1 if self._shown.left_out else 0)
        return QSize(400, round(rows * _STEP + 2 * theme().px(20) + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, top = QRectF(self.rect()), 4.0
        if self._shown.left_out:
            text = QCoreApplication.translate("Why", "%n earlier day(s)", None, self._shown.left_out)
            box = QRectF(0, top, whole.width(), _BAR)
            draw_text(painter, box, text, theme().face(Type.META), theme().colours.muted)
            top += _STEP
        for lane in self._shown.lanes:
            self._paint_lane(painter, whole, lane, top)
            top += _STEP
        self._paint_hours(painter, whole, top - 6)
        self._paint_legend(painter, whole, top + theme().px(18))
        painter.end()

    def _bar(self, whole: QRectF, top: float, start: float = 0.0, end: float = 1.0) -> QRectF:
        room = whole.width() - self._label - 6
        return visual(QRectF(self._label + room * start, top, room * (end - start), _BAR), whole)

    def _name(self, lane: Lane) -> str:
        if lane.day == self._clock.now.astimezone(self._zone).date():
            return QCoreApplication.translate("Why", "Today")
        return QCoreApplication.translate("Why", "{weekday} {day}").format(
            weekday=moments.weekday(lane.day), day=lane.day.day
        )

    def _paint_lane(self, painter: QPainter, whole: QRectF, lane: Lane, top: float) -> None:
        colours = theme().colours
        box = visual(QRectF(0, top, self._label - 4, _BAR), whole)
        draw_text(painter, box, self._name(lane), theme().face(Type.META), colours.muted)
        rounded(painter, self._bar(whole, top), 3, colours.hover)
        for piece in lane.pieces:
            self._paint_piece(painter, self._bar(whole, top, piece.start, piece.end), piece)
        if lane.now is not None:
            self._paint_now(painter, self._bar(whole, top, lane.now, lane.now).center().x(), top)
        if lane.due is not None:
            x = self._bar(whole, top, lane.due, lane.due).center().x()
            painter.fillRect(QRectF(x - 1, top - 3, 2, _BAR + 6), colours.s1)

    def _paint_piece(self, painter: QPainter, box: QRectF, piece: Piece) -> None:
        colours = theme().colours
        if piece.kind == "open":
            painter.fillRect(box, colours.pressed)
            return
        if piece.kind == "left":
            rounded(painter, box, 3, colours.select, colours.accent)
            return
        if piece.kind == "paused":
            paint_hatch(painter, box)
            words, ink = QCoreApplication.translate("Why", "paused {length}"), colours.text2
        else:
            rounded(painter, box, 3, colours.s1 if piece.kind == "late" else colours.accent)
            words, ink = "{length}", colours.s1_on if piece.kind == "late" else colours.on_accent
        text, face = words.format(length=length_of(piece.seconds)), theme().face(Type.KEY)
        if face.width(text) + 8 <= box.width():
            if piece.kind == "paused":
                ground = QRectF(0, 0, face.width(text) + 6, _BAR - 4)
                ground.moveCenter(box.center())
                painter.fillRect(ground, colours.raised)
            draw_text(painter, box, text, face, ink, align=Qt.AlignmentFlag.AlignHCenter)

    @staticmethod
    def _paint_now(painter: QPainter, x: float, top: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colours.text)
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, top - 4), QPointF(x + 4, top - 4), QPointF(x, top + 1)])
        )

    def _paint_hours(self, painter: QPainter, whole: QRectF, top: float) -> None:
        face, shown = theme().face(Type.META_NUMBERS), self._shown
        span = shown.last_hour - shown.first_hour
        for quarter in range(5):
            minutes = round((shown.first_hour + span * quarter / 4) * 60)
            text = moments.ltr(f"{minutes // 60:02}:{minutes % 60:02}")
            at = self._bar(whole, top, quarter / 4, quarter / 4).center().x()
            wide = face.width(text) + 2
            # The first and the last hour stay inside the lane's ends.
            left = min(max(at - wide / 2, self._bar(whole, top).left()), self._bar(whole, top).right() - wide)
            box = QRectF(left, top, wide, theme().px(18))
            draw_text(painter, box, text, face, theme().colours.muted, align=Qt.AlignmentFlag.AlignHCenter)

    def _paint_legend(self, painter: QPainter, whole: QRectF, top: float) -> None:
        face, colours = theme().face(Type.HINT), theme().colours
        left = self._label
        for kind, name in (
            ("counted", QCoreApplication.translate("Why", "counted")),
            ("left", QCoreApplication.translate("Why", "left")),
            ("paused", QCoreApplication.translate("Why", "paused")),
            ("open", QCoreApplication.translate("Why", "open")),
            ("closed", QCoreApplication.translate("Why", "closed")),
        ):
            swatch = visual(QRectF(left, top + theme().px(18) / 2 - 5, 10, 10), whole)
            if kind == "closed":
                rounded(painter, swatch, 2.5, colours.hover)
            elif kind == "open":
                rounded(painter, swatch, 2.5, colours.pressed)
            else:
                self._paint_piece(painter, swatch, Piece(kind, 0, 0))
            shown = elided(name, face, max(20.0, whole.width() - left - 16))
            box = QRectF(left + 15, top, face.width(shown) + 2, theme().px(18))
            draw_text(painter, visual(box, whole), shown, face, colours.muted)
            left += 15 + face.width(shown) + 14


def paint_hatch(painter: QPainter, box: QRectF) -> None:
    """A stretch that did not count: slanted lines in a thin frame."""
    colours = theme().colours
    rounded(painter, box, 3, colours.raised)
    painter.save()
    painter.setClipRect(box.adjusted(1, 1, -1, -1))
    painter.setPen(QPen(colours.field, 1))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += 6
    painter.restore()
    rounded(painter, box, 3, None, colours.line2)
