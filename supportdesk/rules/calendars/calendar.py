"""Business calendars: when a desk is open, and counting in open time; how that is tabulated lies beside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.holidays import HolidayDates
from supportdesk.rules.calendars.hours import WEEKDAYS, read_weekly
from supportdesk.rules.calendars.pauses import Pause, PausedForever, merge_pauses, pauses_from
from supportdesk.rules.calendars.steps import Step, StepKind, explain_steps
from supportdesk.rules.calendars.years import FOREVER, ZERO, Interval, OpenYears
from supportdesk.rules.calendars.zone import (
    LAST_YEAR,
    ONE_DAY,
    as_utc,
    beyond_horizon,
    load_zone,
    local_midnight,
)

__all__ = ["ALWAYS", "BusinessCalendar", "Pause", "PausedForever", "Step", "StepKind"]

_TWO_YEARS = timedelta(days=731)
_LONGEST_YEAR = timedelta(days=366)


class BusinessCalendar:
    """When a desk is open (TIME-1): immutable, hashable by content, cheap to ask, safe among threads.

    An instant is open if the wall clock of `time_zone` then shows a time inside the weekday's opening hours
    – opening inside, closing outside – on a date that is no holiday. An hour that the zone skips is not open,
    an hour that it repeats counts twice. `weekly` maps "mon" … "sun" to pairs "HH:MM"; 24:00 ends a day, an
    interval that ends before it begins runs over midnight. Holidays are the public ones of `country` and
    `subdivision` (codes of the holidays package) and the own dates in `holidays`, less `except_holidays`; each
    closes its civil date. `business_day` is the standard day length (TIME-3), by default the longest regular
    day, at most 24 hours.

    Without any opening in the two years after `reference` the calendar is refused (TIME-4); without a
    reference only a week without hours is. Covers the years 1900 to 2199. Everything that a person can get
    wrong raises KnownError; a naive datetime is a bug and raises ValueError. Results are in UTC, exact to the
    microsecond.
    """

    __slots__ = ("_content", "_years", "business_day", "time_zone")

    ALWAYS: ClassVar[BusinessCalendar]

    business_day: timedelta
    time_zone: str

    def __init__(
        self,
        *,
        time_zone: str,
        weekly: Mapping[str, Sequence[tuple[str, str]]],
        holidays: Iterable[date] = (),
        country: str | None = None,
        subdivision: str | None = None,
        except_holidays: Iterable[date] = (),
        business_day: timedelta | None = None,
        reference: date | None = None,
    ) -> None:
        hours = read_weekly(weekly)
        zone = load_zone(time_zone)
        dates = HolidayDates(holidays, except_holidays, country, subdivision)
        self.time_zone = time_zone
        self.business_day = timedelta(minutes=max(hours.regular)) if business_day is None else business_day
        if not ZERO < self.business_day <= ONE_DAY:
            raise KnownError(
                "business_day: the standard day is longer than nothing and at most 24 hours.",
                "The calendar was not loaded.",
                "Give the hours of one working day, such as 12 for 08:00–20:00.",
            )
        self._content = (time_zone, hours, dates.content, self.business_day)
        self._years = OpenYears(zone, hours, dates)
        if reference is not None:
            self.require_opening(reference)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BusinessCalendar) and self._content == other._content

    def __hash__(self) -> int:
        return hash(self._content)

    def __repr__(self) -> str:
        return f"<BusinessCalendar {self.time_zone}, business day {self.business_day}>"

    def require_opening(self, reference: date) -> None:
        """Refuse (KnownError) a calendar that does not open in the two years after a civil date (TIME-4)."""
        since = local_midnight(reference, self._years.zone)
        until = since + _TWO_YEARS
        if next(self._openings(since, min(until.year, LAST_YEAR)), FOREVER) >= until:
            raise KnownError(
                f"The calendar has no opening in the two years after {reference.isoformat()}.",
                "No deadline could be counted with it.",
                "Check its opening hours and its holidays.",
            )

    def add(self, start: datetime, duration: timedelta, pauses: Sequence[Pause] = ()) -> datetime:
        """The earliest instant by which so much open time has elapsed since start (TIME-2), in UTC.

        A start outside the hours counts from the next opening, also with a duration of zero; the result may
        be exactly a closing time. Raises PausedForever if the clock gets to a pause without an end, KnownError
        for a negative duration and beyond the horizon.
        """
        if start.tzinfo is not UTC:
            start = as_utc(start)
        if pauses or duration <= ZERO:
            return self._add_slowly(start, duration, pauses)
        # Everything here is one operation in C each: this is what a list of deadlines waits for.
        first_day, first_at, opens, closes, base, upto, total = self._years[start.year]
        at = first_at[start.toordinal() - first_day]
        while start >= closes[at]:
            at += 1
        if start < opens[at]:  # noqa: PLR1730 - max() would cost a third of the whole
            start = opens[at]
        try:
            elapsed = start - base[at] + duration
        except OverflowError as error:
            raise beyond_horizon() from error
        if elapsed <= upto[at]:
            return start + duration
        if elapsed <= total:
            return base[bisect_left(upto, elapsed, at + 1)] + elapsed
        return self._add_after_year(first_day, elapsed - total)

    def between(self, start: datetime, end: datetime, pauses: Sequence[Pause] = ()) -> timedelta:
        """The open time from start to end outside the pauses (TIME-2); zero unless the end is after the start."""
        start, end = as_utc(start), as_utc(end)
        if end <= start:
            return ZERO
        elapsed = self._open_time(start, end)
        for since, until in merge_pauses(pauses, start, end) if pauses else ():
            elapsed -= self._open_time(since, until)
        return elapsed

    def is_open(self, at: datetime) -> bool:
        at = as_utc(at)
        table = self._years[at.year]
        return at >= table.opens[table.find(at)]

    def next_opening(self, at: datetime) -> datetime:
        """The instant itself if it is open, else the next opening; KnownError if none comes."""
        for opening in self._openings(as_utc(at), LAST_YEAR):
            return opening
        raise beyond_horizon()

    def closes_at(self, at: datetime) -> datetime | None:
        """When the open time around an instant ends, over midnights; None if closed, or never closing again."""
        at = as_utc(at)
        table = self._years[at.year]
        found = table.find(at)
        if at < table.opens[found]:
            return None
        closing = table.closes[found]
        # Open at the turn of a year: the interval goes on in the next year's table.
        while closing == table.opens[-1]:
            if closing.year > LAST_YEAR:
                return None
            table = self._years[closing.year]
            if table.opens[0] != closing:
                break
            closing = table.closes[0]
        return closing

    def explain(self, start: datetime, end: datetime, pauses: Sequence[Pause] = ()) -> tuple[Step, ...]:
        """The steps from start to end, without gap or overlap; what they count adds up to `between` (TIME-5).

        None if the end is not after the start.
        """
        start, end = as_utc(start), as_utc(end)
        return tuple(explain_steps(self._years, start, end, merge_pauses(pauses, start, end)))

    def local(self, at: datetime) -> datetime:
        """The same instant in the calendar's time zone."""
        try:
            return as_utc(at).astimezone(self._years.zone)
        except OverflowError as error:
            raise beyond_horizon() from error

    def open_intervals(self, a: datetime, b: datetime) -> Iterator[Interval]:
        """The open intervals (UTC) from a to b, cut there; one over midnight comes whole."""
        return self._years.intervals(as_utc(a), as_utc(b))

    def free_weekdays(self) -> frozenset[int]:
        """The weekdays that have no regular hours, 0 for Monday."""
        hours = self._content[1]
        return frozenset(day for day, length in enumerate(hours.regular) if not length)

    def holiday_dates(self, a: date, b: date) -> dict[date, str | None]:
        """The civil dates from a to b, both included, that a holiday closes, with the public ones' names."""
        years = range(a.year, b.year + 1)
        shut = (item for year in years for item in self._years.holidays.of_year(year).items())
        return {day: name for day, name in shut if a <= day <= b}

    def _openings(self, at: datetime, last_year: int) -> Iterator[datetime]:
        """The instant itself or the next opening, and after it the first opening of each later year."""
        table = self._years[at.year]
        found = table.find(at)
        if found < len(table.opens) - 1:
            yield max(at, table.opens[found])
        for year in range(at.year + 1, last_year + 1):
            table = self._years[year]
            if table.total:
                yield table.opens[0]

    def _open_time(self, start: datetime, end: datetime) -> timedelta:
        first, last = self._years[start.year], self._years[end.year]
        elapsed = last.elapsed(end) - first.elapsed(start)
        for year in range(start.year, end.year):
            elapsed += self._years.total(year)
        return elapsed

    def _add_after_year(self, ordinal: int, rest: timedelta) -> datetime:
        """Where the rest, which is more than nothing, runs out after the year that the ordinal lies in."""
        first = date.fromordinal(ordinal).year + 1
        if rest > (LAST_YEAR + 1 - first) * _LONGEST_YEAR:
            raise beyond_horizon()
        for year in range(first, LAST_YEAR + 1):
            total = self._years.total(year)
            if rest <= total:
                table = self._years[year]
                return table.base[bisect_left(table.upto, rest)] + rest
            rest -= total
        raise beyond_horizon()

    def _add_slowly(self, start: datetime, duration: timedelta, pauses: Sequence[Pause]) -> datetime:
        if duration < ZERO:
            raise KnownError(
                "A business duration cannot be negative.",
                "Nothing was counted.",
                "Give a length of zero or more.",
            )
        reached, rest = start, duration
        for since, until in pauses_from(pauses, start):
            if reached < since:
                counted = self._open_time(reached, since)
                if ZERO < rest <= counted:
                    return self.add(reached, rest)
                if not rest and (opening := self.next_opening(reached)) < since:
                    return opening
                rest -= counted
            if until == FOREVER:
                raise PausedForever(since)
            reached = until
        return self.add(reached, rest) if rest else self.next_opening(reached)


ALWAYS = BusinessCalendar(time_zone="UTC", weekly={day: [("00:00", "24:00")] for day in WEEKDAYS})
"""Open round the clock: elapsed time, counted by the same code."""

BusinessCalendar.ALWAYS = ALWAYS
