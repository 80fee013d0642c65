"""Pauses of a clock: absolute intervals that do not count, put in order; no opening hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.years import FOREVER, Interval
from supportdesk.rules.calendars.zone import as_utc

Pause = tuple[datetime, datetime | None]  # from, to; None: until further notice


class PausedForever(KnownError):
    """The clock stands in a pause without an end, so nothing falls due (TIME-5); `since`: its beginning (UTC)."""

    def __init__(self, since: datetime) -> None:
        super().__init__(
            f"The clock is paused since {since.isoformat()} without an end, so it never falls due.",
            "There is no deadline while the pause lasts.",
            "Resume the clock, or give the pause an end.",
        )
        self.since = since


def merge_pauses(pauses: Iterable[Pause], begin: datetime, end: datetime) -> list[Interval]:
    """The paused parts of the time from begin to end (UTC): sorted, disjoint, none empty.

    Pauses may overlap and come in any order; an empty or reversed one counts for nothing; one without an
    end lasts to `end`.
    """
    cut = []
    for since, until in pauses:
        first = max(as_utc(since), begin)
        last = end if until is None else min(as_utc(until), end)
        if first < last:
            cut.append((first, last))
    cut.sort()
    merged: list[Interval] = []
    for first, last in cut:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def pauses_from(pauses: Iterable[Pause], begin: datetime) -> list[Interval]:
    """The same for all time after begin; a pause without an end lasts to FOREVER."""
    return merge_pauses(pauses, begin, FOREVER)
