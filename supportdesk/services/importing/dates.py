"""Reads the spellings of dates that exports use; which of day and month comes first is found out per column."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?)?\s*"
    r"(Z|UTC|[+-]\d{2}:?\d{2})?"
)
_SLASHED = re.compile(
    r"(\d{1,2})[-/.](\d{1,2}|[A-Za-z]{3})[-/.](\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?)?"
)
_NOON = 12
_CENTURY = 100
# What lies outside stands for no date at all: 0001-01-01, 1899-12-30, 9999-12-31.
_YEARS = range(1970, 2200)

_Parts = tuple[int, int, int, int, int, int, int]


def parse_instant(text: str, *, day_first: bool, zone: ZoneInfo) -> datetime | None:
    """The UTC instant a cell names; times without an offset are wall-clock times of `zone`. None if it names none.

    Understood: ISO 8601 with or without time, seconds, fraction and offset; D/M/Y and M/D/Y with two or four figures
    of the year; Y/M/D; D/Mon/Y; AM and PM. In the hour that a clock change repeats, the first is taken. Years are those
    of help desks, 1970 to 2199.
    """
    text = text.strip()
    match = _ISO.fullmatch(text)
    parts = _iso_parts(match) if match else _slashed_parts(text, day_first=day_first)
    if parts is None:
        return None
    offset = (match.group(8) or "") if match else ""
    try:
        wall = datetime(*parts)  # noqa: DTZ001 - the zone follows
        if wall.year not in _YEARS:
            return None
        if not offset:
            return wall.replace(tzinfo=zone).astimezone(UTC)
        if offset in {"Z", "UTC"}:
            return wall.replace(tzinfo=UTC)
        named = datetime.strptime(offset.replace(":", ""), "%z").tzinfo
        return wall.replace(tzinfo=named).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _iso_parts(match: re.Match[str]) -> _Parts:
    year, month, day, hour, minute, second, fraction = match.groups()[:7]
    micros = int((fraction or "").ljust(6, "0")) if fraction else 0
    return int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), micros


def _slashed_parts(text: str, *, day_first: bool) -> _Parts | None:
    match = _SLASHED.fullmatch(text)
    if match is None:
        return None
    first, second, year, hour, minute, seconds, half = match.groups()
    if second.isalpha():
        day, month = int(first), _MONTHS.get(second.lower(), 0)
    else:
        day, month = (int(first), int(second)) if day_first else (int(second), int(first))
    hours = int(hour or 0)
    if half:
        if not 1 <= hours <= _NOON:
            return None
        hours = hours % _NOON + (_NOON if half.lower() == "pm" else 0)
    years = int(year) + (2000 if int(year) < _CENTURY else 0)
    return years, month, day, hours, int(minute or 0), int(seconds or 0), 0


def comes_day_first(samples: list[str]) -> bool | None:
    """Whether a column's dates put the day before the month; None if the samples leave it open."""
    for sample in samples:
        match = _SLASHED.fullmatch(sample.strip())
        if match is None or not match.group(2).isdigit():
            continue
        if int(match.group(1)) > _NOON:
            return True
        if int(match.group(2)) > _NOON:
            return False
    return None
