"""Time zones: loading one by name, its stretches of constant offset and its civil days; no opening hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.hours import quoted

# The horizon of all calendars: no opening is worked out, no deadline counted outside these years (UTC).
FIRST_YEAR = 1900
LAST_YEAR = 2199
ONE_DAY = timedelta(days=1)

# No zone in the tz database since 1900 changes its offset twice within six days.
_SCAN_STEP = timedelta(days=2)
_ONE_SECOND = timedelta(seconds=1)

Stretch = tuple[datetime, datetime, timedelta]  # from, to (UTC), and the offset that holds between
CivilDay = tuple[int, datetime, datetime, datetime]  # see civil_days


def load_zone(name: object) -> ZoneInfo:
    """The IANA zone of that name; KnownError if there is none, or if it is not the same on every machine."""
    if not isinstance(name, str):
        raise _no_zone(name)
    # Some systems keep these beside the zones: the machine's own zone, and zones that count leap seconds.
    if name in {"localtime", "posixrules"} or name.startswith(("right/", "posix/")):
        raise _no_zone(name)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _no_zone(name) from error


def as_utc(at: datetime) -> datetime:
    """The same instant in UTC. A naive datetime is a mistake of the program: ValueError."""
    if at.tzinfo is UTC:
        return at
    if at.utcoffset() is None:
        raise ValueError("an instant needs a time zone; this datetime is naive")
    try:
        return at.astimezone(UTC)
    except OverflowError as error:
        raise beyond_horizon() from error


def beyond_horizon() -> KnownError:
    """The refusal of an instant, or of a duration that leads to one, outside the horizon."""
    return KnownError(
        f"The time lies outside the years {FIRST_YEAR} to {LAST_YEAR} that a calendar covers.",
        "Nothing was counted.",
        "Check the date and the length of time.",
    )


def year_bounds(year: int) -> tuple[datetime, datetime]:
    """First instant of a year in UTC and first of the next; KnownError outside the horizon."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise beyond_horizon()
    return datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)


def local_midnight(day: date, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which a wall clock would show the day's 00:00; KnownError outside the horizon."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise beyond_horizon()
    return as_utc(datetime(day.year, day.month, day.day, tzinfo=zone))


def stretches(zone: ZoneInfo, begin: datetime, end: datetime) -> list[Stretch]:
    """Cut the time from begin to end (UTC) wherever the zone changes its offset, exact to the second."""
    cut: list[Stretch] = []
    since, offset = begin, _offset(zone, begin)
    scanned = begin
    while scanned < end:
        ahead = min(scanned + _SCAN_STEP, end)
        if _offset(zone, ahead) != offset:
            change = _find_change(zone, scanned, ahead)
            # A change at the very end cuts nothing: the next stretch would be empty.
            if change < end:
                cut.append((since, change, offset))
                since, offset = change, _offset(zone, change)
        scanned = ahead
    cut.append((since, end, offset))
    return cut


def civil_days(cut: Iterable[Stretch]) -> Iterator[CivilDay]:
    """Cut stretches at local midnights: (ordinal, midnight, from, to) for each piece of a civil day.

    All instants are UTC; from and to lie inside the stretch, the midnight may lie before it. A day with a
    change of offset comes in two pieces; a day that the zone skips does not come at all.
    """
    for begin, end, offset in cut:
        wall = begin + offset
        midnight = wall.replace(hour=0, minute=0, second=0, microsecond=0) - offset
        ordinal = wall.toordinal()
        while midnight < end:
            after = midnight + ONE_DAY
            yield ordinal, midnight, max(midnight, begin), min(after, end)
            midnight = after
            ordinal += 1


def _find_change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second of the new offset, by halving."""
    old = _offset(zone, before)
    low, high = 0, (after - before) // _ONE_SECOND
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(zone, before + middle * _ONE_SECOND) == old:
            low = middle
        else:
            high = middle
    return before + high * _ONE_SECOND


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    offset = at.astimezone(zone).utcoffset()
    if offset is None:
        raise ValueError(f"the zone {zone.key} gives no offset")
    return offset


def _no_zone(name: object) -> KnownError:
    return KnownError(
        f"time_zone: {quoted(name)} is not a time zone of the IANA database.",
        "The calendar was not loaded.",
        "Name a zone such as Europe/Berlin or America/New_York.",
    )
