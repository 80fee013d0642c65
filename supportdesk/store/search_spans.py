"""Reads the spans of time of a search: `<4h`, `>2d`, `2026-01..2026-02`; what they bound is decided elsewhere."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from supportdesk.rules.calendars.zone import FIRST_YEAR, LAST_YEAR, local_midnight

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Bounds = tuple[datetime | None, datetime | None]
"""From the first on, before the second (UTC); None is no bound."""

_UNITS = {
    "min": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
    "mo": timedelta(days=30),
    "y": timedelta(days=365),
}
_DURATION = re.compile(r"([0-9]{1,6})\s*(min|h|d|w|mo|y)")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_MINUTE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})t([0-9]{2}:[0-9]{2})")
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DECEMBER = 12


def read_span(text: str, *, ahead: bool, now: datetime, zone: ZoneInfo) -> Bounds | None:
    """The bounds that a folded text means, or None if it means none.

    A duration is a distance from `now`: into the future when `ahead`, else into the past; `<2d` is nearer than two
    days and `>2d` further away. What lies ahead and is nearer includes what is already past. A date is a whole day,
    month or year of `zone`, and with a time of day, as in 2026-01-31T14:30, one minute of it. `>` begins after it,
    `<` ends before it; `>=` and `<=` take it in.
    """
    if ".." in text:
        return _between(*text.split("..", 1), now=now, zone=zone)
    operator = re.match(r"[<>]?=?", text)
    sign = operator.group() if operator else ""
    value = text[len(sign) :].strip()
    duration = _duration(value)
    if duration is not None:
        return _distance(sign, duration, ahead=ahead, now=now)
    day = _civil(value, now, zone)
    if day is None:
        return None
    start, end = day
    by_sign: dict[str, Bounds] = {
        ">": (end, None),
        ">=": (start, None),
        "<": (None, start),
        "<=": (None, end),
    }
    return by_sign.get(sign, day)


def _between(first: str, last: str, *, now: datetime, zone: ZoneInfo) -> Bounds | None:
    start = _civil(first.strip(), now, zone)
    end = _civil(last.strip(), now, zone)
    if (first.strip() and start is None) or (last.strip() and end is None) or (start is None and end is None):
        return None
    return start and start[0], end and end[1]


def _distance(sign: str, duration: timedelta, *, ahead: bool, now: datetime) -> Bounds | None:
    try:
        at = now + duration if ahead else now - duration
    except OverflowError:
        return None
    further = sign.startswith(">")
    return (at, None) if further == ahead else (None, at)


def _duration(text: str) -> timedelta | None:
    found = _DURATION.fullmatch(text)
    return int(found.group(1)) * _UNITS[found.group(2)] if found else None


def _civil(text: str, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """The first instant of a minute, day, month or year and the first after it."""
    if text in _DAYS:
        day = now.astimezone(zone).date() + timedelta(days=_DAYS[text])
        return _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
    if _MINUTE.fullmatch(text):
        return _minute(text, zone)
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day_of_month = (int(part) if part else None for part in found.groups())
    if year is None or not FIRST_YEAR < year < LAST_YEAR:
        return None
    try:
        first = date(year, month or 1, day_of_month or 1)
    except ValueError:
        return None
    return _midnight(first, zone), _midnight(_after(first, month, day_of_month), zone)


def _minute(text: str, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    try:
        at = datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)
    except ValueError:
        return None
    if not FIRST_YEAR < at.year < LAST_YEAR:
        return None
    return at, at + timedelta(minutes=1)


def _after(first: date, month: int | None, day_of_month: int | None) -> date:
    if day_of_month is not None:
        return first + timedelta(days=1)
    if month is not None and month < _DECEMBER:
        return date(first.year, month + 1, 1)
    return date(first.year + 1, 1, 1)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return local_midnight(day, zone).astimezone(UTC)
