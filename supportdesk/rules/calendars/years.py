"""The opening of a calendar as sorted instants, worked out a year at a time; answers no questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from supportdesk.rules.calendars.holidays import HolidayDates
from supportdesk.rules.calendars.hours import WeeklyHours
from supportdesk.rules.calendars.zone import ONE_DAY, civil_days, stretches, year_bounds

ZERO = timedelta(0)
FOREVER = datetime.max.replace(tzinfo=UTC)

_ONE_MINUTE = timedelta(minutes=1)
# The first ordinal, 1 January of the year 1, was a Monday.
_MONDAY_ORDINAL = 1

Interval = tuple[datetime, datetime]


class OpenYear(NamedTuple):
    """The open intervals of one UTC year, sorted and merged, as parallel lists.

    Each list ends with one more entry that stands for "after the last closing": it opens at the year's end
    and never closes. `base[i]` is the opening less all open time of the year before it, so that within
    interval i an instant t has `t - base[i]` of the year's open time behind it; `upto[i]` is the open time up
    to its closing. `first_at` gives, per day of the year, the first interval that closes after its UTC
    midnight.
    """

    first_day: int
    first_at: list[int]
    opens: list[datetime]
    closes: list[datetime]
    base: list[datetime]
    upto: list[timedelta]
    total: timedelta

    def find(self, at: datetime) -> int:
        """The interval that is open at an instant of this year, or else the next to open."""
        found = self.first_at[at.toordinal() - self.first_day]
        while at >= self.closes[found]:
            found += 1
        return found

    def elapsed(self, at: datetime) -> timedelta:
        """The open time from the year's beginning to an instant of it."""
        found = self.find(at)
        return max(at, self.opens[found]) - self.base[found]


class OpenYears(dict[int, OpenYear]):
    """The years of one calendar, worked out when first asked for; KnownError outside the horizon.

    Safe among threads: a year is finished before it is entered, and working one out twice does no harm.
    """

    __slots__ = ("_pieces", "_totals", "holidays", "hours", "zone")

    def __init__(self, zone: ZoneInfo, hours: WeeklyHours, holidays: HolidayDates) -> None:
        super().__init__()
        self.zone = zone
        self.hours = hours
        self.holidays = holidays
        self._totals: dict[int, timedelta] = {}
        self._pieces = tuple(
            tuple((begin * _ONE_MINUTE, end * _ONE_MINUTE) for begin, end in day) for day in hours.pieces
        )

    def __missing__(self, year: int) -> OpenYear:
        built = self[year] = _tabulate(year, *self._open_in(year))
        return built

    def total(self, year: int) -> timedelta:
        """All open time of a year; the year itself is not kept, so that a long walk stays small."""
        total = self._totals.get(year)
        if total is None:
            opens, closes = self._open_in(year)
            total = self._totals[year] = sum(
                (closing - opening for opening, closing in zip(opens, closes, strict=True)), ZERO
            )
        return total

    def intervals(self, begin: datetime, end: datetime) -> Iterator[Interval]:
        """The open intervals from begin to end (UTC), cut there, and whole across the turn of the year."""
        if end <= begin:
            return
        pending: Interval | None = None
        for year in range(begin.year, end.year + 1):
            table = self[year]
            first = table.find(begin) if year == begin.year else 0
            for at in range(first, len(table.opens) - 1):
                opening, closing = max(table.opens[at], begin), min(table.closes[at], end)
                if opening >= end:
                    break
                if pending and pending[1] == opening:
                    opening = pending[0]
                elif pending:
                    yield pending
                pending = (opening, closing)
        if pending:
            yield pending

    def _open_in(self, year: int) -> tuple[list[datetime], list[datetime]]:
        begin, end = year_bounds(year)
        # The year's first and last hours in UTC lie on a neighbouring year's civil dates in most zones.
        shut = {day.toordinal() for near in (-1, 0, 1) for day in self.holidays.of_year(year + near)}
        if not shut and self.hours.round_the_clock:
            return [begin], [end]
        opens: list[datetime] = []
        closes: list[datetime] = []
        for ordinal, midnight, since, until in civil_days(stretches(self.zone, begin, end)):
            if ordinal in shut:
                continue
            for from_midnight, to_midnight in self._pieces[(ordinal - _MONDAY_ORDINAL) % 7]:
                opening = max(midnight + from_midnight, since)
                closing = min(midnight + to_midnight, until)
                if opening >= closing:
                    continue
                if closes and closes[-1] == opening:
                    closes[-1] = closing
                else:
                    opens.append(opening)
                    closes.append(closing)
        return opens, closes


def _tabulate(year: int, opens: list[datetime], closes: list[datetime]) -> OpenYear:
    begin, end = year_bounds(year)
    base: list[datetime] = []
    upto: list[timedelta] = []
    total = ZERO
    for opening, closing in zip(opens, closes, strict=True):
        base.append(opening - total)
        total += closing - opening
        upto.append(total)
    opens = [*opens, end]
    closes = [*closes, FOREVER]
    base.append(end - total)
    upto.append(total)
    first_at: list[int] = []
    found = 0
    midnight = begin
    while midnight < end:
        while closes[found] <= midnight:
            found += 1
        first_at.append(found)
        midnight += ONE_DAY
    return OpenYear(begin.toordinal(), first_at, opens, closes, base, upto, total)
