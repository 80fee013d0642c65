"""Calendars and questions that are refused, each with the place and at once; none makes the arithmetic loop."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.calendar import ALWAYS, BusinessCalendar

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFFICE = {day: [("08:00", "20:00")] for day in DAYS[:5]}
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
FULL = [
    (f"{minute // 60:02}:{minute % 60:02}", f"{minute // 60:02}:{minute % 60 + 1:02}")
    for minute in range(0, 1440, 60)
]


def build(**given: Any) -> BusinessCalendar:
    return BusinessCalendar(**{"time_zone": "UTC", "weekly": OFFICE} | given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"time_zone": "Mars/Olympus"}, "time_zone: “Mars/Olympus”"),
        ({"time_zone": ""}, "time_zone"),
        ({"time_zone": "America"}, "time_zone"),
        ({"time_zone": "../zone"}, "time_zone"),
        ({"time_zone": "right/UTC"}, "time_zone"),
        ({"time_zone": "localtime"}, "time_zone"),
        ({"time_zone": "x" * 10_000}, "time_zone"),
        ({"time_zone": "a\0b"}, "time_zone"),
        ({"time_zone": "\ud800"}, "time_zone"),
        ({"time_zone": None}, "time_zone: nothing"),
        ({"weekly": []}, "weekly: opening hours per weekday are needed, not a list"),
        ({"weekly": {"monday": []}}, "weekly: “monday”"),
        ({"weekly": {1: []}}, "weekly: a number"),
        ({"weekly": {"mon": "08:00-20:00"}}, "weekly.mon"),
        ({"weekly": {"mon": None}}, "weekly.mon"),
        ({"weekly": {"tue": [("08:00", "12:00"), ("25:00", "26:00")]}}, "weekly.tue[1]: “25:00”"),
        ({"weekly": {"tue": [("08:60", "12:00")]}}, "weekly.tue[0]: “08:60”"),
        ({"weekly": {"tue": [("08:00", "24:01")]}}, "weekly.tue[0]: “24:01”"),
        ({"weekly": {"tue": [("8:00", "12:00")]}}, "weekly.tue[0]: “8:00”"),
        ({"weekly": {"tue": [(8, 12)]}}, "weekly.tue[0]: a number"),
        ({"weekly": {"tue": [("08:00",)]}}, "weekly.tue[0]"),
        ({"weekly": {"tue": ["08:00-12:00"]}}, "weekly.tue[0]"),
        ({"weekly": {"wed": [("09:00", "09:00")]}}, "weekly.wed[0]: the interval has no length"),
        ({"weekly": {"wed": [("24:00", "02:00")]}}, "weekly.wed[0]: nothing opens at 24:00"),
        ({"weekly": {"sun": [*FULL, ("23:30", "23:40")]}}, "weekly.sun: a day has at most 24"),
        ({"holidays": ["2026-12-25"]}, "holidays[0]"),
        ({"except_holidays": [date(2026, 1, 1), NOON]}, "except_holidays[1]"),
        ({"country": "ZZ"}, "country: ZZ"),
        ({"country": "ca"}, "country: “ca”"),
        ({"country": "MON"}, "country: “MON”"),
        ({"country": 7}, "country: a number"),
        ({"country": "CA", "subdivision": "XX"}, "subdivision: “XX” of CA"),
        ({"country": "CA", "subdivision": 1}, "subdivision: a number"),
        ({"subdivision": "ON"}, "subdivision: “ON” needs the country"),
        ({"business_day": timedelta(0)}, "business_day"),
        ({"business_day": timedelta(hours=-1)}, "business_day"),
        ({"business_day": timedelta(hours=25)}, "business_day"),
    ],
)
def test_TIME_1_what_is_wrong_is_refused_with_its_place(given: dict[str, Any], said: str) -> None:
    with pytest.raises(KnownError) as raised:
        build(**given)
    assert said in raised.value.what
    assert raised.value.meaning
    assert raised.value.remedy


@pytest.mark.parametrize("weekly", [{}, {"mon": []}, {day: [] for day in DAYS}])
def test_TIME_4_a_week_without_hours_is_refused(weekly: dict[str, list[tuple[str, str]]]) -> None:
    with pytest.raises(KnownError, match="no opening hours on any weekday"):
        build(weekly=weekly)


def mondays(first: date, count: int) -> list[date]:
    return [first + timedelta(weeks=week) for week in range(count)]


def test_TIME_4_no_opening_in_the_two_years_after_the_reference_is_refused() -> None:
    given = {"weekly": {"mon": [("08:00", "20:00")]}, "holidays": mondays(date(2026, 1, 5), 105)}
    for reference in (date(2025, 12, 30), date(2026, 1, 4)):
        with pytest.raises(KnownError, match=f"no opening in the two years after {reference}"):
            build(**given, reference=reference)
    # The next opening is 10 January 2028 at 08:00; two years of the longer kind have 731 days.
    with pytest.raises(KnownError, match="no opening"):
        build(**given, reference=date(2026, 1, 9))
    assert build(**given, reference=date(2026, 1, 10)).next_opening(NOON) == datetime(
        2028, 1, 10, 8, tzinfo=UTC
    )
    assert build(**given, reference=date(2025, 12, 29)).is_open(datetime(2025, 12, 29, 9, tzinfo=UTC))


def test_TIME_4_hours_that_only_a_skipped_hour_has_are_no_opening() -> None:
    # The one Sunday that no holiday closes has no 02:15 on New York's clocks.
    sundays = set(mondays(date(2026, 1, 4), 120)) - {date(2026, 3, 8)}
    weekly = {"sun": [("02:10", "02:20")]}
    with pytest.raises(KnownError, match="no opening"):
        build(time_zone="America/New_York", weekly=weekly, holidays=sundays, reference=date(2026, 1, 1))


FAR = timedelta(days=3_652_500)
DENSE = dict.fromkeys(DAYS, FULL)
EDGES = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


@pytest.mark.parametrize(
    "ask",
    [
        lambda: build().add(NOON, FAR),
        lambda: build().add(NOON, timedelta.max),
        lambda: build().add(NOON, timedelta.max, [(NOON, NOON + timedelta(days=1))]),
        lambda: ALWAYS.add(NOON, FAR),
        lambda: build().add(NOON, timedelta(hours=-1)),
        lambda: build().add(NOON, timedelta(hours=-1), [(NOON, None)]),
        lambda: build().add(EDGES[0], timedelta(0)),
        lambda: build().next_opening(EDGES[1]),
        lambda: build().is_open(EDGES[1]),
        lambda: build().closes_at(EDGES[0]),
        lambda: build().between(*EDGES),
        lambda: build().explain(*EDGES),
        lambda: list(build().open_intervals(*EDGES)),
        lambda: build().local(datetime.fromisoformat("0001-01-01T00:00+14:00")),
        lambda: build(time_zone="America/New_York").local(EDGES[0]),
        lambda: build().is_open(datetime.fromisoformat("9999-12-31T23:59-12:00")),
        lambda: build(reference=date.max),
        lambda: build(reference=date.min),
        lambda: build().add(NOON, timedelta(hours=1), [(NOON, EDGES[1] - timedelta(days=1))]),
        lambda: build(weekly=DENSE).add(NOON, timedelta(days=2000)),
    ],
)
def test_TIME_4_no_question_loops(ask: Callable[[], object]) -> None:
    begun = time.monotonic()
    with pytest.raises(KnownError):
        ask()
    assert time.monotonic() - begun < 10
