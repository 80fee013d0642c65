"""A week's opening hours, read into whole minutes of civil days; no zones, no holidays, no instants."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from supportdesk.domain.errors import KnownError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_A_DAY = 24 * 60
# Far more than any desk needs; it bounds what a hostile calendar can cost.
MOST_INTERVALS_A_DAY = 24
LONGEST_QUOTE = 40

_TIME_OF_DAY = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])")

Minutes = tuple[int, int]  # from, to: minutes after a day's midnight, the end outside


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """The regular week (TIME-1), Monday first.

    `pieces` are the minutes open on each civil day – sorted, disjoint, with what runs over from the night
    before; `regular` is the length in minutes of the intervals that begin on the day, 0 on a free day.
    """

    pieces: tuple[tuple[Minutes, ...], ...]
    regular: tuple[int, ...]

    @property
    def round_the_clock(self) -> bool:
        return all(day == ((0, MINUTES_A_DAY),) for day in self.pieces)


def quoted(value: object) -> str:
    """Name a value in an error: a text is quoted and cut short, anything else is named by its kind."""
    if isinstance(value, str):
        short = value if len(value) <= LONGEST_QUOTE else value[:LONGEST_QUOTE] + "…"
        # Lone surrogates and control characters could not be printed.
        return "“" + "".join(c if c.isprintable() else "�" for c in short) + "”"
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, "true or false"),
        ((int, float), "a number"),
        (Mapping, "an object"),
        ((list, tuple), "a list"),
    )
    if value is None:
        return "nothing"
    return next((name for kind, name in kinds if isinstance(value, kind)), "something else")


def read_weekly(weekly: object) -> WeeklyHours:
    """Read opening hours per weekday, `{"mon": [("08:00", "20:00")]}`; a weekday left out is free.

    24:00 is the midnight that ends a day; an interval that ends before it begins runs over midnight;
    overlapping ones count once. Raises KnownError, which names the place, for anything else and for a
    week without any opening (TIME-4).
    """
    if not isinstance(weekly, Mapping):
        raise _refusal(f"weekly: opening hours per weekday are needed, not {quoted(weekly)}.")
    for name in weekly:
        if name not in WEEKDAYS:
            raise _refusal(f"weekly: {quoted(name)} is not a weekday; they are {', '.join(WEEKDAYS)}.")
    pieces: list[list[Minutes]] = [[] for _ in WEEKDAYS]
    regular: list[int] = []
    for weekday, name in enumerate(WEEKDAYS):
        begun = _merge(_read_day(name, weekly.get(name, ())))
        regular.append(min(sum(end - begin for begin, end in begun), MINUTES_A_DAY))
        for begin, end in begun:
            pieces[weekday].append((begin, min(end, MINUTES_A_DAY)))
            if end > MINUTES_A_DAY:
                pieces[(weekday + 1) % len(WEEKDAYS)].append((0, end - MINUTES_A_DAY))
    if not any(pieces):
        raise KnownError(
            "weekly: the calendar has no opening hours on any weekday.",
            "No deadline could ever be counted with it.",
            "Give at least one weekday an interval such as 08:00–20:00.",
        )
    return WeeklyHours(tuple(tuple(_merge(day)) for day in pieces), tuple(regular))


def _read_day(name: str, intervals: object) -> list[Minutes]:
    if not _is_row(intervals):
        raise _refusal(f"weekly.{name}: a list of intervals is needed, not {quoted(intervals)}.")
    if len(intervals) > MOST_INTERVALS_A_DAY:
        raise _refusal(f"weekly.{name}: a day has at most {MOST_INTERVALS_A_DAY} intervals.")
    return [_read_interval(f"weekly.{name}[{at}]", interval) for at, interval in enumerate(intervals)]


def _read_interval(place: str, interval: object) -> Minutes:
    if not _is_row(interval) or len(interval) != len(("opening", "closing")):
        raise _refusal(f"{place}: an interval is an opening and a closing time, such as 08:00 and 20:00.")
    begin, end = (_read_time(place, time) for time in interval)
    if begin == MINUTES_A_DAY:
        raise _refusal(f"{place}: nothing opens at 24:00; write 00:00 on the next day.")
    if begin == end:
        raise _refusal(f"{place}: the interval has no length; a whole day is 00:00–24:00.")
    return (begin, end) if begin < end else (begin, end + MINUTES_A_DAY)


def _read_time(place: str, time: object) -> int:
    match = _TIME_OF_DAY.fullmatch(time) if isinstance(time, str) else None
    minutes = int(match[1]) * 60 + int(match[2]) if match else MINUTES_A_DAY + 1
    if minutes > MINUTES_A_DAY:
        raise _refusal(f"{place}: {quoted(time)} is not a time of day HH:MM from 00:00 to 24:00.")
    return minutes


def _merge(spans: list[Minutes]) -> list[Minutes]:
    merged: list[Minutes] = []
    for begin, end in sorted(spans):
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def _is_row(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, (list, tuple))


def _refusal(what: str) -> KnownError:
    return KnownError(
        what, "The calendar was not loaded.", 'Write opening hours as {"mon": [["08:00", "20:00"]]}.'
    )
