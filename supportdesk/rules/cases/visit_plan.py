"""What planning a visit takes: how long it is meant to last, which others it overlaps, what covers it; pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from supportdesk.rules.cases.state import Refusal

USUAL_MINUTES = 60
"""How long a visit is taken to last of which nobody said it."""

LONGEST_MINUTES = 14 * 24 * 60
"""No visit is planned for longer than two weeks."""

LONGEST_NOTE = 4_000
"""Letters of what is to be brought, and of a reason."""


class Planned(Protocol):
    """A visit that has its place in an engineer's time; instants in UTC."""

    @property
    def start(self) -> datetime:
        """When it begins."""
        ...

    @property
    def end(self) -> datetime:
        """When it is over."""
        ...


_Visit = TypeVar("_Visit", bound=Planned)


def planned_end(start: datetime, minutes: int | None) -> datetime:
    """When a visit is over that is meant to last so many minutes."""
    return start + timedelta(minutes=USUAL_MINUTES if minutes is None else minutes)


def overlapping(start: datetime, minutes: int | None, others: Iterable[_Visit]) -> tuple[_Visit, ...]:
    """The visits that fall into the same time, in their order; one that begins when another ends does not.

    It is told and never refused: two visits in one house are common, and an engineer may split a morning.
    """
    end = planned_end(start, minutes)
    return tuple(each for each in others if each.start < end and start < each.end)


def refuse_plan(minutes: object, bring: object) -> Refusal | None:
    """Why a plan can't be kept so, or None: what is no length, and notes beyond all measure."""
    if minutes is not None and (type(minutes) is not int or not 1 <= minutes <= LONGEST_MINUTES):
        what = "The expected duration is a whole number of minutes, two weeks at most."
        return Refusal("ONX-2", what, "Give the minutes from 1 on.")
    if bring is not None and (not isinstance(bring, str) or len(bring) > LONGEST_NOTE):
        what = f"What to bring is a text of {LONGEST_NOTE} letters at most."
        return Refusal("ONX-2", what, "Shorten it, or attach a file to the case.")
    return None
