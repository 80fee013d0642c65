"""Covers that run by civil days – contracts, warranties, free years – and their ends; what they cover is not here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A contract or a renewal of the warranty: civil days, both included; no last day means an open end."""

    first_day: date
    last_day: date | None
    plan: str | None = None

    def holds(self, day: date) -> bool:
        """Whether this day lies in it."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def free_years(start_date: date, years: int) -> Period:
    """The years from a start date that are free, to their last day (ONX-3).

    Where the anniversary of a leap day does not exist, the next year begins on 1 March.
    """
    try:
        anniversary = start_date.replace(year=start_date.year + years)
    except ValueError:
        anniversary = date(start_date.year + years, 3, 1)
    return Period(start_date, anniversary - _ONE_DAY)


def longest(periods: Iterable[Period], day: date) -> Period | None:
    """Of the periods that hold this day, the one that ends last."""
    holding = [period for period in periods if period.holds(day)]
    return max(holding, key=lambda period: period.last_day or date.max, default=None)


def renewal_due(periods: Iterable[Period], today: date, within: timedelta) -> date | None:
    """The last covered day, if it comes within this time and no other period continues it (ONX-3); None otherwise.

    A cover that ended before today is no renewal coming up.
    """
    known = tuple(periods)
    last = today - _ONE_DAY
    while last - today <= within:
        following = longest(known, last + _ONE_DAY)
        if following is None:
            return last if last >= today else None
        if following.last_day is None:
            return None
        last = following.last_day
    return None
