"""Why a business-time count is what it is: the steps between two instants; no counting of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from supportdesk.rules.calendars.years import ZERO, Interval, OpenYears
from supportdesk.rules.calendars.zone import civil_days, stretches

StepKind = Literal["counted", "closed_night", "weekend", "holiday", "paused"]


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of a clock's history (TIME-5), from start to end in UTC.

    - `counted`: open time; the field `counted` is its length, which is zero in every other kind.
    - `closed_night`: closed at an hour of a day that has opening hours – also a lunch break.
    - `weekend`: (part of) a weekday on which no interval of the regular week begins.
    - `holiday`: (part of) a civil date on which a holiday closes regular hours; `label` is its name, if known.
    - `paused`: in a pause, whether open or closed.
    """

    kind: StepKind
    start: datetime
    end: datetime
    counted: timedelta
    label: str | None


def explain_steps(years: OpenYears, begin: datetime, end: datetime, paused: Iterable[Interval]) -> list[Step]:
    """Steps from begin to end (UTC) without gap or overlap; `paused` is sorted and disjoint."""
    steps: list[Step] = []
    reached = begin
    for since, until in paused:
        steps.extend(_unpaused(years, reached, since))
        steps.append(Step("paused", since, until, ZERO, None))
        reached = until
    steps.extend(_unpaused(years, reached, end))
    return steps


def _unpaused(years: OpenYears, begin: datetime, end: datetime) -> Iterator[Step]:
    reached = begin
    for opening, closing in years.intervals(begin, end):
        yield from _closed(years, reached, opening)
        yield Step("counted", opening, closing, closing - opening, None)
        reached = closing
    yield from _closed(years, reached, end)


def _closed(years: OpenYears, begin: datetime, end: datetime) -> Iterator[Step]:
    if begin >= end:
        return
    pending: Step | None = None
    for ordinal, _, since, until in civil_days(stretches(years.zone, begin, end)):
        kind, label = _why_closed(years, date.fromordinal(ordinal))
        if pending and (pending.kind, pending.label) == (kind, label):
            pending = replace(pending, end=until)
            continue
        if pending:
            yield pending
        pending = Step(kind, since, until, ZERO, label)
    if pending:
        yield pending


def _why_closed(years: OpenYears, day: date) -> tuple[StepKind, str | None]:
    weekday = day.weekday()
    shut = years.holidays.of_year(day.year)
    if day in shut and years.hours.pieces[weekday]:
        return "holiday", shut[day]
    return ("closed_night" if years.hours.regular[weekday] else "weekend"), None
