"""Weeks as a branch keeps them: on which day one begins, and the seven days around a date; pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

_DAYS = 7


def first_weekday(free: Collection[int]) -> int:
    """The weekday, 0 for Monday, with which a week begins: the one after the free days.

    Of several stretches of free days the longest counts, of equally long ones the later in a week from Monday on.
    Monday where no day is free, or none is not.
    """
    closed = set(free)
    if not 0 < len(closed) < _DAYS:
        return 0
    ends = [day for day in range(_DAYS) if day in closed and (day + 1) % _DAYS not in closed]
    longest = max(ends, key=lambda end: (_stretch(closed, end), end))
    return (longest + 1) % _DAYS


def week_around(day: date, first: int) -> tuple[date, ...]:
    """The seven days of the week that holds a date and begins with that weekday.

    At either end of time it is moved so that it fits.
    """
    back = (day.weekday() - first) % _DAYS
    start = max(day.toordinal() - back, 1)
    start = min(start, date.max.toordinal() - _DAYS + 1)
    return tuple(date.fromordinal(start) + timedelta(days=number) for number in range(_DAYS))


def _stretch(closed: set[int], end: int) -> int:
    length = 0
    while (end - length) % _DAYS in closed:
        length += 1
    return length
