"""Random calendars, instants and pauses, drawn near what is hard: clock changes, nights, turns of years."""

import functools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from supportdesk.rules.calendars.calendar import Pause
from tests.rules.calendars.calendar_oracle import DAYS, SlowCalendar

ZONES = (
    "UTC",
    "America/New_York",
    "America/Sao_Paulo",  # changed at midnight
    "America/St_Johns",  # changed at one minute past midnight
    "Europe/Berlin",
    "Africa/Casablanca",  # changes for Ramadan
    "Asia/Tehran",
    "Asia/Kathmandu",
    "Asia/Gaza",
    "Australia/Lord_Howe",  # changes by half an hour
    "Pacific/Apia",  # skipped 30 December 2011
    "Pacific/Kiritimati",
)
FIRST, LAST = datetime(2009, 1, 1, tzinfo=UTC), datetime(2032, 1, 1, tzinfo=UTC)
SECONDS = int((LAST - FIRST).total_seconds())


@functools.cache
def clock_changes(zone: str) -> tuple[datetime, ...]:
    """The instants, to the hour, at which the zone changed its offset in the years 2010 to 2013."""
    hours = [datetime(2010, 1, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(4 * 8766)]
    offsets = [hour.astimezone(ZoneInfo(zone)).utcoffset() for hour in hours]
    return tuple(
        hour for hour, before, after in zip(hours[1:], offsets, offsets[1:], strict=False) if before != after
    )


def instants(zone: str) -> st.SearchStrategy[datetime]:
    """Any instant of 23 years, often near a clock change or the turn of a year, sometimes to the microsecond."""
    anywhere = st.integers(0, SECONDS).map(lambda seconds: FIRST + timedelta(seconds=seconds))
    hard = [datetime(year, 1, 1, tzinfo=UTC) for year in range(2010, 2014)] + list(clock_changes(zone))
    near = st.tuples(st.sampled_from(hard), st.integers(-3 * 86_400, 2 * 86_400)).map(
        lambda drawn: drawn[0] + timedelta(seconds=drawn[1])
    )
    fractions = st.one_of(st.just(0), st.integers(0, 999_999))
    return st.tuples(st.one_of(near, anywhere), fractions).map(
        lambda drawn: drawn[0] + timedelta(microseconds=drawn[1])
    )


@st.composite
def intervals(draw: st.DrawFn) -> tuple[str, str]:
    """An interval of any length, by day or over midnight, often on full hours."""
    minutes = st.one_of(st.integers(0, 23).map(lambda hour: hour * 60), st.integers(0, 1439))
    begin = draw(minutes)
    end = draw(st.one_of(minutes, st.just(1440)).filter(lambda end: end != begin))
    return f"{begin // 60:02}:{begin % 60:02}", f"{end // 60:02}:{end % 60:02}"


weeks = st.one_of(
    st.dictionaries(st.sampled_from(DAYS), st.lists(intervals(), min_size=1, max_size=3), min_size=1),
    st.just({day: [("00:00", "24:00")] for day in DAYS}),
    st.just({day: [("08:00", "20:00")] for day in DAYS[:5]}),
    st.just({day: [("22:00", "06:00")] for day in DAYS}),
)


@st.composite
def situations(draw: st.DrawFn) -> tuple[SlowCalendar, datetime]:
    """A calendar and a start, with some holidays around that start."""
    zone = draw(st.sampled_from(ZONES))
    start = draw(instants(zone))
    away = draw(st.sets(st.integers(-3, 12), max_size=4))
    holidays: frozenset[date] = frozenset((start + timedelta(days=days)).date() for days in away)
    return SlowCalendar(zone, draw(weeks), holidays), start


def pauses(start: datetime, days: int) -> st.SearchStrategy[list[Pause]]:
    """Up to four pauses around the days after a start: overlapping, unsorted, empty, reversed, on full hours."""
    hour = start.replace(minute=0, second=0, microsecond=0)
    near = st.one_of(
        st.integers(-86_400, days * 86_400).map(lambda seconds: start + timedelta(seconds=seconds)),
        st.integers(-24, days * 24).map(lambda hours: hour + timedelta(hours=hours)),
    )
    return st.lists(st.tuples(near, near), max_size=4)


def durations(hours: int) -> st.SearchStrategy[timedelta]:
    return st.one_of(
        st.integers(0, hours).map(lambda length: timedelta(hours=length)),
        st.integers(0, hours * 3_600_000_000).map(lambda length: timedelta(microseconds=length)),
    )
