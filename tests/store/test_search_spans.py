"""Spans of time in a search: minutes, days, months and years of a zone, and distances from now."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.store.search_spans import read_span

TORONTO = ZoneInfo("America/Toronto")
NOW = datetime(2026, 11, 24, 19, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-11-24t14:18", NOW, NOW + timedelta(minutes=1)),
        ("2026-11-24t14:18..2026-11-24t15:00", NOW, NOW + timedelta(minutes=43)),
        (">=2026-11-24t14:18", NOW, None),
        ("<2026-11-24t14:18", None, NOW),
        ("2026-11-24", NOW.replace(hour=5, minute=0), NOW.replace(hour=5, minute=0) + timedelta(days=1)),
    ],
)
def test_a_moment_of_the_zone_bounds_a_span(text: str, start: datetime | None, end: datetime | None) -> None:
    assert read_span(text, ahead=True, now=NOW, zone=TORONTO) == (start, end)


@pytest.mark.parametrize(
    "text", ["2026-11-24t24:18", "2026-11-24t14", "2026-13-24t14:18", "t14:18", "0001-01-01t00:00"]
)
def test_what_is_no_moment_bounds_nothing(text: str) -> None:
    assert read_span(text, ahead=True, now=NOW, zone=TORONTO) is None


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(TORONTO)))  # noqa: DTZ001 - aware by `timezones`
def test_the_minute_of_an_instant_holds_it(at: datetime) -> None:
    # Of an hour that the zone repeats the first one is meant.
    first = at.replace(fold=0)
    if first.astimezone(UTC).astimezone(TORONTO).replace(tzinfo=None) != first.replace(tzinfo=None):
        return  # an hour that the zone skips
    found = read_span(f"{first:%Y-%m-%dt%H:%M}", ahead=True, now=NOW, zone=TORONTO)
    assert found is not None
    start, end = found
    assert start is not None
    assert end is not None
    assert start <= first.astimezone(UTC) < end
