"""How fast deadlines are counted, beside pandas' business hours and plain arithmetic; run by hand.

    python -m tests.benchmarks.bench_calendar [--adds N]

Every row adds business hours to instants of one year, in and out as `datetime` (pandas: `Timestamp`), one call
each, on the same calendar: 08:00–20:00 in New York, Monday to Friday, with the public holidays of Ontario. The
easy row of pandas is its fastest case – one hour, no holidays, no time zone – and is what the ratios are taken
to. The figures are the best of several rounds, taken in turns, so that a busy machine slows all rows alike.
"""

from __future__ import annotations

import argparse
import operator
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pandas as pd

from supportdesk.rules.calendars.calendar import ALWAYS, BusinessCalendar

ROUNDS = 5
YEAR = 2026
# What the published support terms ask for, in business hours: two hours up to five days of twelve hours.
HOURS = (2, 6, 12, 24, 60)
# The slow rows give a steady figure with one in so many of the adds.
SHARE = 50


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    add: Callable[[Any, Any], object]
    asked: Sequence[tuple[Any, Any]]

    def seconds(self) -> float:
        add = self.add
        begun = time.perf_counter()
        for start, length in self.asked:
            add(start, length)
        return time.perf_counter() - begun


def office() -> BusinessCalendar:
    weekly = {day: [("08:00", "20:00")] for day in ("mon", "tue", "wed", "thu", "fri")}
    return BusinessCalendar(time_zone="America/New_York", weekly=weekly, country="CA", subdivision="ON")


def questions(adds: int) -> list[tuple[datetime, timedelta]]:
    drawn = random.Random(YEAR)
    first = datetime(YEAR, 1, 1, tzinfo=UTC)
    return [
        (first + timedelta(seconds=drawn.randrange(300 * 86_400)), timedelta(hours=drawn.choice(HOURS)))
        for _ in range(adds)
    ]


def pandas_questions(
    calendar: BusinessCalendar, asked: list[tuple[datetime, timedelta]]
) -> list[tuple[pd.Timestamp, pd.offsets.CustomBusinessHour]]:
    shut = list(calendar.holiday_dates(date(YEAR, 1, 1), date(YEAR + 1, 12, 31)))
    hours = {
        timedelta(hours=n): pd.offsets.CustomBusinessHour(n=n, start="08:00", end="20:00", holidays=shut)
        for n in HOURS
    }
    return [(pd.Timestamp(calendar.local(start)), hours[duration]) for start, duration in asked]


def agreement(calendar: BusinessCalendar, asked: list[tuple[datetime, timedelta]]) -> tuple[int, int]:
    """How many of the answers are the same; a due instant at a closing is the next opening to pandas."""
    theirs = [start + hours for start, hours in pandas_questions(calendar, asked)]
    ours = [calendar.add(start, duration) for start, duration in asked]
    same = sum(calendar.next_opening(a) == b for a, b in zip(ours, theirs, strict=True))
    return same, len(asked)


def rows(calendar: BusinessCalendar, asked: list[tuple[datetime, timedelta]]) -> list[Row]:
    """What is measured, pandas first; each row is a function of two arguments and what to call it with."""
    few = asked[::SHARE]
    same = pandas_questions(calendar, few)
    one_hour = pd.offsets.CustomBusinessHour(n=1, start="08:00", end="20:00")
    easy = [(start.tz_localize(None), one_hour) for start, _ in same]
    pauses = [(asked[0][0] + timedelta(days=30), asked[0][0] + timedelta(days=31))]

    def add_with_a_pause(start: datetime, duration: timedelta) -> datetime:
        return calendar.add(start, duration, pauses)

    return [
        Row("pandas CustomBusinessHour, easy", operator.add, easy),
        Row("pandas CustomBusinessHour", operator.add, same),
        Row("BusinessCalendar.add", calendar.add, asked),
        Row("BusinessCalendar.add, with a pause", add_with_a_pause, few),
        Row("ALWAYS.add (elapsed time)", ALWAYS.add, asked),
        Row("datetime + timedelta", operator.add, asked),
    ]


def speeds(measured: Sequence[Row]) -> list[float]:
    """Adds a second of each row, the best of all rounds."""
    rounds = [[row.seconds() for row in measured] for _ in range(ROUNDS)]
    return [
        len(row.asked) / min(times) for row, times in zip(measured, zip(*rounds, strict=True), strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description="Adds of business time a second.")
    parser.add_argument("--adds", type=int, default=1_000_000)
    adds = parser.parse_args().adds
    calendar, asked = office(), questions(adds)
    same, compared = agreement(calendar, asked[:2000])
    measured = rows(calendar, asked)
    found = speeds(measured)
    print(f"{'':36}{'adds/s':>12}{'× pandas':>10}{'of plain':>10}")
    for row, speed in zip(measured, found, strict=True):
        print(f"{row.name:36}{speed:12,.0f}{speed / found[0]:10.1f}{speed / found[-1]:10.2%}")
    print(
        f"\n{adds:,} adds a round, with pandas and pauses {len(measured[0].asked):,}; best of {ROUNDS} rounds."
    )
    print(f"{same:,} of {compared:,} answers agree with pandas.")


if __name__ == "__main__":
    main()
