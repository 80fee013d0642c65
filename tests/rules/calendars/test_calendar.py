"""Business calendars by example: clock changes, nights, holidays, business days; refusals are tested beside."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.calendar import ALWAYS, BusinessCalendar, PausedForever

HOUR = timedelta(hours=1)
ZERO = timedelta(0)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFFICE = {day: [("08:00", "20:00")] for day in DAYS[:5]}


def every_day(
    *intervals: tuple[str, str], zone: str = "UTC", holidays: tuple[date, ...] = ()
) -> BusinessCalendar:
    return BusinessCalendar(time_zone=zone, weekly={day: list(intervals) for day in DAYS}, holidays=holidays)


def new_york(**more: tuple[date, ...] | str | timedelta) -> BusinessCalendar:
    return BusinessCalendar(time_zone="America/New_York", weekly=OFFICE, **more)  # type: ignore[arg-type]


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def opened(calendar: BusinessCalendar, begin: str, end: str) -> list[tuple[str, str]]:
    return [
        (f"{opening:%d %H:%M}", f"{closing:%d %H:%M}")
        for opening, closing in calendar.open_intervals(utc(begin), utc(end))
    ]


def test_TIME_1_opening_is_inside_and_closing_outside() -> None:
    calendar = new_york()
    assert calendar.is_open(utc("2026-03-04T13:00"))
    assert not calendar.is_open(utc("2026-03-04T12:59:59.999999"))
    assert calendar.is_open(utc("2026-03-05T00:59:59.999999"))
    assert not calendar.is_open(utc("2026-03-05T01:00"))
    assert calendar.closes_at(utc("2026-03-05T00:59")) == utc("2026-03-05T01:00")
    assert calendar.next_opening(utc("2026-03-05T01:00")) == utc("2026-03-05T13:00")


def test_TIME_1_an_opening_in_the_skipped_hour_opens_after_it() -> None:
    # On 8 March 2026 New York's clocks went from 02:00 to 03:00, at 07:00 UTC.
    calendar = every_day(("02:30", "05:00"), zone="America/New_York")
    assert opened(calendar, "2026-03-08T00:00", "2026-03-09T00:00") == [("08 07:00", "08 09:00")]
    skipped = every_day(("02:10", "02:50"), zone="America/New_York")
    assert opened(skipped, "2026-03-08T00:00", "2026-03-09T00:00") == []


def test_TIME_1_the_repeated_hour_counts_twice() -> None:
    # On 1 November 2026 New York's clocks went from 02:00 back to 01:00, at 06:00 UTC.
    night = every_day(("00:00", "04:00"), zone="America/New_York")
    assert opened(night, "2026-11-01T00:00", "2026-11-02T00:00") == [("01 04:00", "01 09:00")]
    half = every_day(("01:30", "04:00"), zone="America/New_York")
    assert opened(half, "2026-11-01T00:00", "2026-11-02T00:00") == [
        ("01 05:30", "01 06:00"),
        ("01 06:30", "01 09:00"),
    ]


def test_TIME_1_half_an_hour_of_summer_time_is_half_an_hour() -> None:
    # On 5 October 2025 Lord Howe's clocks went from 02:00 to 02:30.
    calendar = every_day(("00:00", "24:00"), zone="Australia/Lord_Howe")
    midnight = datetime.fromisoformat("2025-10-05T00:00+10:30")
    assert calendar.local(calendar.add(midnight, 24 * HOUR)).isoformat() == "2025-10-06T00:30:00+11:00"


def test_TIME_1_a_date_that_the_zone_skipped_has_no_opening() -> None:
    # Samoa went from Thursday 29 December 2011 straight to Saturday the 31st.
    calendar = BusinessCalendar(time_zone="Pacific/Apia", weekly=OFFICE)
    thursday = datetime.fromisoformat("2011-12-29T19:00-10:00")
    assert calendar.local(calendar.add(thursday, 2 * HOUR)).isoformat() == "2012-01-02T09:00:00+14:00"


def test_TIME_1_an_interval_runs_over_midnight_and_over_the_turn_of_the_year() -> None:
    night = every_day(("22:00", "06:00"))
    assert opened(night, "2025-12-31T12:00", "2026-01-01T12:00") == [("31 22:00", "01 06:00")]
    assert night.closes_at(utc("2025-12-31T23:00")) == utc("2026-01-01T06:00")
    assert night.add(utc("2025-12-31T23:00"), 7 * HOUR) == utc("2026-01-01T06:00")
    assert night.add(utc("2025-12-31T23:00"), 8 * HOUR) == utc("2026-01-01T23:00")
    to_midnight = BusinessCalendar(time_zone="UTC", weekly={"wed": [("20:00", "00:00")]})
    assert opened(to_midnight, "2026-03-01T00:00", "2026-03-08T00:00") == [("04 20:00", "05 00:00")]


def test_TIME_1_a_holiday_closes_its_civil_date_with_the_night_on_it() -> None:
    night = every_day(("22:00", "06:00"), holidays=(date(2026, 3, 3),))
    assert opened(night, "2026-03-02T12:00", "2026-03-04T12:00") == [
        ("02 22:00", "03 00:00"),
        ("04 00:00", "04 06:00"),
    ]


def test_TIME_1_a_holiday_lies_on_the_local_date() -> None:
    calendar = every_day(("00:00", "24:00"), zone="Asia/Tokyo", holidays=(date(2026, 3, 3),))
    assert opened(calendar, "2026-03-02T00:00", "2026-03-04T00:00") == [
        ("02 00:00", "02 15:00"),
        ("03 15:00", "04 00:00"),
    ]


def test_TIME_1_a_holiday_on_new_years_day_closes_what_utc_counts_to_the_old_year() -> None:
    calendar = every_day(("00:00", "24:00"), zone="Asia/Tokyo", holidays=(date(2026, 1, 1),))
    assert opened(calendar, "2025-12-31T00:00", "2026-01-02T00:00") == [
        ("31 00:00", "31 15:00"),
        ("01 15:00", "02 00:00"),
    ]


def test_TIME_1_overlapping_intervals_count_once() -> None:
    calendar = BusinessCalendar(
        time_zone="UTC",
        weekly={
            "mon": [("14:00", "18:00"), ("08:00", "12:00"), ("11:00", "14:00"), ("22:00", "03:00")],
            "tue": [("02:00", "04:00")],
        },
    )
    assert opened(calendar, "2026-03-02T00:00", "2026-03-04T00:00") == [
        ("02 08:00", "02 18:00"),
        ("02 22:00", "03 04:00"),
    ]


def test_TIME_1_public_holidays_of_a_region_own_dates_and_exceptions() -> None:
    calendar = new_york(
        country="CA", subdivision="ON", holidays=(date(2026, 7, 2),), except_holidays=(date(2026, 5, 18),)
    )
    year = calendar.holiday_dates(date(2026, 1, 1), date(2026, 12, 31))
    assert year[date(2026, 2, 16)] == "Family Day"
    assert year[date(2026, 7, 2)] is None
    assert date(2026, 5, 18) not in year
    assert list(year) == sorted(year)
    assert calendar.holiday_dates(date(2026, 7, 1), date(2026, 7, 2)) == {
        date(2026, 7, 1): "Canada Day",
        date(2026, 7, 2): None,
    }
    assert calendar.is_open(utc("2026-05-18T15:00"))
    # From Tuesday at 19:00: one hour that evening, Canada Day and the day after closed, one hour on Friday.
    assert calendar.add(utc("2026-06-30T23:00"), 2 * HOUR) == utc("2026-07-03T13:00")


def test_TIME_1_names_of_holidays_do_not_follow_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    calendar = new_york(country="CA")
    assert calendar.holiday_dates(date(2026, 7, 1), date(2026, 7, 1)) == {date(2026, 7, 1): "Canada Day"}


def test_TIME_1_calendars_are_equal_by_content() -> None:
    one = new_york(holidays=(date(2026, 7, 1), date(2026, 7, 2)))
    same = new_york(holidays=(date(2026, 7, 2), date(2026, 7, 1)))
    one.add(utc("2026-03-04T15:00"), HOUR)
    assert one == same
    assert hash(one) == hash(same)
    others = [
        new_york(),
        new_york(country="CA"),
        new_york(business_day=6 * HOUR),
        every_day(("08:00", "20:00")),
    ]
    assert len({one, same, *others}) == 5


def test_TIME_2_due_may_fall_exactly_at_a_closing_time() -> None:
    assert new_york().add(utc("2026-03-04T23:00"), 2 * HOUR) == utc("2026-03-05T01:00")


def test_TIME_2_due_may_fall_at_the_last_closing_of_a_year() -> None:
    calendar = every_day(("08:00", "20:00"))
    closing = utc("2025-12-31T20:00")
    assert calendar.add(utc("2025-12-31T18:00"), 2 * HOUR) == closing
    assert calendar.add(utc("2025-12-30T18:00"), 14 * HOUR) == closing
    assert calendar.add(utc("2024-12-31T18:00"), 2 * HOUR + 365 * 12 * HOUR) == closing
    assert calendar.add(utc("2025-12-30T18:00"), 15 * HOUR) == utc("2026-01-01T09:00")


def test_TIME_1_a_closing_at_the_turn_of_the_year_is_a_closing() -> None:
    evening = every_day(("20:00", "24:00"))
    assert evening.closes_at(utc("2025-12-31T23:00")) == utc("2026-01-01T00:00")
    assert opened(evening, "2025-12-31T12:00", "2026-01-01T12:00") == [("31 20:00", "01 00:00")]


def test_TIME_2_zero_from_a_closed_instant_is_the_next_opening() -> None:
    calendar = new_york()
    assert calendar.add(utc("2026-03-07T15:00"), ZERO) == utc("2026-03-09T12:00")
    assert calendar.add(utc("2026-03-06T01:00"), ZERO) == utc("2026-03-06T13:00")
    assert calendar.add(utc("2026-03-04T15:00:01.5"), ZERO) == utc("2026-03-04T15:00:01.5")


def test_TIME_2_a_start_outside_the_hours_counts_from_the_next_opening() -> None:
    assert new_york().add(utc("2026-03-07T15:00:59"), 30 * timedelta(seconds=1)) == utc("2026-03-09T12:00:30")


def test_TIME_2_an_end_before_its_start_gives_zero() -> None:
    assert new_york().between(utc("2026-03-05T15:00"), utc("2026-03-04T15:00")) == ZERO
    assert new_york().explain(utc("2026-03-05T15:00"), utc("2026-03-04T15:00")) == ()


def test_TIME_2_any_zone_goes_in_and_utc_comes_out() -> None:
    start = datetime.fromisoformat("2026-03-04T10:00-05:00")
    due = new_york().add(start, HOUR)
    assert due == utc("2026-03-04T16:00")
    assert due.tzinfo is UTC
    assert new_york().local(due).isoformat() == "2026-03-04T11:00:00-05:00"
    assert new_york().between(start, utc("2026-03-04T16:30")) == 1.5 * HOUR


def test_TIME_2_pauses_do_not_count_whatever_their_order() -> None:
    start = utc("2026-03-04T15:00")
    pauses = [
        (utc("2026-03-04T17:00"), utc("2026-03-04T18:00")),
        (utc("2026-03-04T16:00"), utc("2026-03-04T17:30")),
        (utc("2026-03-04T20:00"), utc("2026-03-04T19:00")),
        (utc("2026-03-04T21:00"), utc("2026-03-04T21:00")),
        (utc("2026-03-03T21:00"), utc("2026-03-03T22:00")),
    ]
    assert new_york().add(start, HOUR, pauses) == utc("2026-03-04T16:00")
    assert new_york().add(start, 2 * HOUR, pauses) == utc("2026-03-04T19:00")
    assert new_york().between(start, utc("2026-03-04T19:00"), pauses) == 2 * HOUR
    assert new_york().add(utc("2026-03-04T16:30"), ZERO, pauses) == utc("2026-03-04T18:00")


def test_TIME_2_zero_in_a_pause_up_to_the_closing_is_the_next_opening() -> None:
    pauses = [(utc("2026-03-04T20:00"), utc("2026-03-05T03:00"))]
    assert new_york().add(utc("2026-03-04T21:00"), ZERO, pauses) == utc("2026-03-05T13:00")


def test_TIME_2_zero_with_a_pause_that_begins_at_the_opening_is_due_after_it() -> None:
    pauses = [(utc("2026-03-05T13:00"), utc("2026-03-05T15:00"))]
    assert new_york().add(utc("2026-03-05T02:00"), ZERO, pauses) == utc("2026-03-05T15:00")


def test_TIME_5_a_pause_without_an_end_lets_nothing_fall_due_after_it() -> None:
    start = utc("2026-03-04T15:00")
    pauses = [(utc("2026-03-04T17:00"), None)]
    assert new_york().add(start, 2 * HOUR, pauses) == utc("2026-03-04T17:00")
    with pytest.raises(PausedForever) as raised:
        new_york().add(start, 2 * HOUR + timedelta.resolution, pauses)
    assert raised.value.since == utc("2026-03-04T17:00")
    with pytest.raises(PausedForever):
        new_york().add(utc("2026-03-04T18:00"), ZERO, pauses)
    assert new_york().between(start, utc("2026-03-20T15:00"), pauses) == 2 * HOUR


def test_TIME_3_a_business_day_is_the_longest_regular_day_unless_declared() -> None:
    assert new_york().business_day == 12 * HOUR
    assert new_york(business_day=7.5 * HOUR).business_day == 7.5 * HOUR
    lunch = BusinessCalendar(
        time_zone="UTC", weekly={"mon": [("08:00", "13:00"), ("14:00", "18:00")], "sat": [("09:00", "12:00")]}
    )
    assert lunch.business_day == 9 * HOUR
    assert every_day(("22:00", "06:00")).business_day == 8 * HOUR
    assert every_day(("00:00", "24:00"), ("22:00", "02:00")).business_day == 24 * HOUR


def test_TIME_3_two_business_days_from_a_wednesday_at_ten_are_friday_at_ten() -> None:
    calendar = new_york()
    wednesday = datetime.fromisoformat("2026-03-04T10:00-05:00")
    assert calendar.add(wednesday, 2 * calendar.business_day) == datetime.fromisoformat(
        "2026-03-06T10:00-05:00"
    )
    assert calendar.add(wednesday, calendar.business_day / 2) == datetime.fromisoformat(
        "2026-03-04T16:00-05:00"
    )


def test_TIME_2_always_counts_elapsed_time() -> None:
    start = utc("2025-12-31T23:59:59.999999")
    assert ALWAYS is BusinessCalendar.ALWAYS
    assert ALWAYS.business_day == 24 * HOUR
    assert ALWAYS.add(start, 400 * 24 * HOUR) == start + 400 * 24 * HOUR
    assert ALWAYS.between(start, start + 1000 * HOUR) == 1000 * HOUR
    assert ALWAYS.closes_at(start) is None
    assert ALWAYS.is_open(start)
    assert [step.kind for step in ALWAYS.explain(start, start + 9000 * HOUR)] == ["counted"]


def test_TIME_2_far_years_are_counted_and_the_horizon_is_refused() -> None:
    calendar = new_york()
    first, last = utc("1900-01-05T15:00"), utc("2199-12-30T15:00")
    assert calendar.add(first, calendar.between(first, last)) == last
    with pytest.raises(KnownError, match="1900 to 2199"):
        calendar.add(last, 50 * HOUR)


def test_TIME_2_a_naive_datetime_is_a_mistake_of_the_program() -> None:
    naive = datetime(2026, 3, 4, 15)  # noqa: DTZ001 - that is the point
    for ask in (
        lambda: new_york().add(naive, HOUR),
        lambda: new_york().between(naive, utc("2026-03-04T15:00")),
        lambda: new_york().is_open(naive),
    ):
        with pytest.raises(ValueError, match="naive"):
            ask()


def test_TIME_2_many_threads_get_the_answers_of_one() -> None:
    starts = [utc("1990-01-01T00:00") + timedelta(days=11, hours=5) * n for n in range(1500)]
    shared = new_york(country="CA")
    ready = threading.Barrier(8)

    def ask(_: int) -> list[datetime]:
        ready.wait()
        return [shared.add(start, 700 * HOUR) for start in starts]

    alone = new_york(country="CA")
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(8))) == [[alone.add(start, 700 * HOUR) for start in starts]] * 8
