"""The spellings of dates in exports."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.services.importing.dates import comes_day_first, parse_instant

UTC_ZONE = ZoneInfo("UTC")
BERLIN = ZoneInfo("Europe/Berlin")
AFTERNOON = datetime(2025, 7, 14, 15, 42, tzinfo=UTC)


def _utc(text: str, *, day_first: bool = True) -> datetime | None:
    return parse_instant(text, day_first=day_first, zone=UTC_ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "2025-07-14 15:42",
        "2025-07-14 15:42:00",
        "2025-07-14T15:42:00.000Z",
        "2025-07-14T15:42Z",
        "2025-07-14 15:42:00 UTC",
        "2025-07-14T17:42:00+02:00",
        "2025-07-14T10:12:00-0530",
        "2025/07/14 15:42",
        "14/Jul/25 3:42 PM",
        "14-Jul-2025 15:42",
        "14/7/2025 15:42",
        "14.07.2025 15:42",
        "14-07-2025, 15:42:00",
        "14/07/25 3:42pm",
        "  2025-07-14 15:42  ",
        "١٤/٧/٢٠٢٥ ١٥:٤٢",
    ],
)
def test_one_instant_in_every_spelling(text: str) -> None:
    assert _utc(text) == AFTERNOON


def test_the_month_may_come_first() -> None:
    assert _utc("6/21/2025 16:14", day_first=False) == datetime(2025, 6, 21, 16, 14, tzinfo=UTC)
    assert _utc("6/7/2025 16:14", day_first=False) == datetime(2025, 6, 7, 16, 14, tzinfo=UTC)
    assert _utc("6/7/2025 16:14", day_first=True) == datetime(2025, 7, 6, 16, 14, tzinfo=UTC)


def test_midnight_and_noon_of_twelve_hours() -> None:
    assert _utc("01/Aug/25 12:05 AM") == datetime(2025, 8, 1, 0, 5, tzinfo=UTC)
    assert _utc("01/Aug/25 12:05 PM") == datetime(2025, 8, 1, 12, 5, tzinfo=UTC)


def test_fractions_are_kept_to_the_microsecond() -> None:
    assert _utc("2025-06-02T09:05:00.120Z") == datetime(2025, 6, 2, 9, 5, 0, 120_000, tzinfo=UTC)
    assert _utc("2025-06-02T09:05:00.1234569Z") == datetime(2025, 6, 2, 9, 5, 0, 123_456, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2025-02-30",
        "31/4/2025",
        "2025-13-01",
        "13/13/2025",
        "2025-01-01 24:01",
        "2025-01-01 10:61",
        "1/Foo/2025",
        "1/1/25 13:00 PM",
        "1/1/25 0:10 AM",
        "1/1/125",
        "2025-07-14T15:42:00+99:00",
        "2025-07-14T15:42:00+0",
        "0001-01-01T00:00:00Z",
        "1899-12-30",
        "9999-12-31 23:59:59",
        "45852.65",
        "2025-07-14 15:42\n16:00",
        "9" * 5000,
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert _utc(text) is None


def test_a_wall_clock_is_that_of_the_zone_named_and_an_offset_stands_above_it() -> None:
    assert parse_instant("2025-07-14 17:42", day_first=True, zone=BERLIN) == AFTERNOON
    assert parse_instant("2025-07-14 15:42Z", day_first=True, zone=BERLIN) == AFTERNOON


def test_hours_that_a_clock_change_repeats_or_skips() -> None:
    # 26 October 2025, 03:00 becomes 02:00: the first 02:30 is still summer time.
    repeated = parse_instant("2025-10-26 02:30", day_first=True, zone=BERLIN)
    assert repeated == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)
    # 30 March 2025, 02:00 becomes 03:00: half an hour after the last moment before it.
    skipped = parse_instant("2025-03-30 02:30", day_first=True, zone=BERLIN)
    assert skipped == datetime(2025, 3, 30, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("samples", "found"),
    [
        (["1/2/2025", "13/2/2025"], True),
        (["1/2/2025", "2/13/2025"], False),
        (["1/2/2025", "3/4/2025"], None),
        (["2025-01-31", "31/Jan/25", "", "-"], None),
        ([], None),
    ],
)
def test_day_or_month_first_is_found_out_by_a_number_above_twelve(
    samples: list[str], found: bool | None
) -> None:
    assert comes_day_first(samples) is found


@given(
    st.integers(86_400, 7_258_032_000).map(lambda second: datetime.fromtimestamp(second, UTC)),
    st.integers(-14 * 60, 14 * 60),
)
def test_what_python_writes_is_read_back(at: datetime, minutes: int) -> None:
    shifted = at + timedelta(minutes=minutes)
    sign = "-" if minutes < 0 else "+"
    offset = f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    assert _utc(shifted.replace(tzinfo=None).isoformat(timespec="microseconds") + offset) == at


@given(st.text(max_size=40) | st.from_regex(r"[0-9/:.+\-TZ ]{4,30}"))
def test_any_text_is_an_instant_in_utc_or_none(text: str) -> None:
    at = parse_instant(text, day_first=False, zone=BERLIN)
    assert at is None or at.tzinfo is UTC
