"""Weeks as a branch keeps them: they begin after its free days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.calendars.weeks import first_weekday, week_around
from tests.rules.policy_files import policy

MONDAY, SATURDAY, SUNDAY = 0, 5, 6


@pytest.mark.parametrize(
    ("free", "first"),
    [
        ((), MONDAY),
        ((5, 6), MONDAY),
        ((6,), MONDAY),
        ((4,), SATURDAY),
        ((4, 5), SUNDAY),
        ((3, 4), SATURDAY),
        ((2, 5, 6), MONDAY),
        (tuple(range(7)), MONDAY),
    ],
)
def test_a_week_begins_after_the_longest_stretch_of_free_days(free: tuple[int, ...], first: int) -> None:
    assert first_weekday(free) == first


def test_the_policies_weeks_begin_where_their_hours_say() -> None:
    assert policy("onyxpro").calendar.free_weekdays() == frozenset({4})
    assert first_weekday(policy("onyxpro").calendar.free_weekdays()) == SATURDAY
    assert first_weekday(policy("sparkrock").calendar.free_weekdays()) == MONDAY


@given(st.dates(), st.integers(0, 6))
def test_a_week_has_seven_days_in_a_row_and_holds_its_day_where_it_can(day: date, first: int) -> None:
    days = week_around(day, first)
    assert [each.toordinal() - days[0].toordinal() for each in days] == list(range(7))
    assert day in days
    if date(1, 1, 8) < day < date(9999, 12, 24):
        assert days[0].weekday() == first
