"""Explained counts by example: which stretch is a night, a weekend, a holiday, a pause; sums are tested beside."""

from datetime import UTC, date, datetime, timedelta

from supportdesk.rules.calendars.calendar import BusinessCalendar, Pause, Step

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFFICE = {day: [("08:00", "20:00")] for day in DAYS[:5]}
HOUR = timedelta(hours=1)


def told(calendar: BusinessCalendar, start: str, end: str, *pauses: tuple[str, str | None]) -> list[str]:
    """The steps as people read them, in the calendar's zone."""
    at = [datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (start, end)]
    paused: list[Pause] = [
        (
            datetime.fromisoformat(a).replace(tzinfo=UTC),
            None if b is None else datetime.fromisoformat(b).replace(tzinfo=UTC),
        )
        for a, b in pauses
    ]
    return [line(calendar, step) for step in calendar.explain(at[0], at[1], paused)]


def line(calendar: BusinessCalendar, step: Step) -> str:
    begin, end = calendar.local(step.start), calendar.local(step.end)
    counted = f" {step.counted / HOUR:g} h" if step.counted else ""
    label = f" {step.label}" if step.label else ""
    return f"{begin:%a %H:%M}–{end:%a %H:%M} {step.kind}{counted}{label}"


def test_TIME_5_nights_weekends_and_holidays_are_told_apart() -> None:
    calendar = BusinessCalendar(time_zone="UTC", weekly=OFFICE, country="CA", subdivision="ON")
    # Friday 15 May 2026; Monday the 18th is Victoria Day.
    assert told(calendar, "2026-05-15T18:00", "2026-05-19T09:00") == [
        "Fri 18:00–Fri 20:00 counted 2 h",
        "Fri 20:00–Sat 00:00 closed_night",
        "Sat 00:00–Mon 00:00 weekend",
        "Mon 00:00–Tue 00:00 holiday Victoria Day",
        "Tue 00:00–Tue 08:00 closed_night",
        "Tue 08:00–Tue 09:00 counted 1 h",
    ]


def test_TIME_5_a_lunch_break_is_closed_and_a_night_over_midnight_is_one_step() -> None:
    lunch = BusinessCalendar(
        time_zone="UTC", weekly={day: [("08:00", "12:00"), ("13:00", "17:00")] for day in DAYS}
    )
    assert told(lunch, "2026-03-04T11:00", "2026-03-05T09:00") == [
        "Wed 11:00–Wed 12:00 counted 1 h",
        "Wed 12:00–Wed 13:00 closed_night",
        "Wed 13:00–Wed 17:00 counted 4 h",
        "Wed 17:00–Thu 08:00 closed_night",
        "Thu 08:00–Thu 09:00 counted 1 h",
    ]


def test_TIME_5_a_pause_covers_open_and_closed_time_alike() -> None:
    calendar = BusinessCalendar(time_zone="UTC", weekly=OFFICE)
    assert told(
        calendar, "2026-03-04T19:00", "2026-03-05T10:00", ("2026-03-04T19:30", "2026-03-05T08:30")
    ) == [
        "Wed 19:00–Wed 19:30 counted 0.5 h",
        "Wed 19:30–Thu 08:30 paused",
        "Thu 08:30–Thu 10:00 counted 1.5 h",
    ]
    assert told(calendar, "2026-03-04T19:00", "2026-03-05T10:00", ("2026-03-04T19:30", None)) == [
        "Wed 19:00–Wed 19:30 counted 0.5 h",
        "Wed 19:30–Thu 10:00 paused",
    ]


def test_TIME_5_a_saturday_that_only_ends_a_night_is_weekend() -> None:
    nights = BusinessCalendar(
        time_zone="UTC", weekly={"fri": [("22:00", "02:00")], "mon": [("22:00", "02:00")]}
    )
    assert told(nights, "2026-03-06T21:00", "2026-03-09T22:00") == [
        "Fri 21:00–Fri 22:00 closed_night",
        "Fri 22:00–Sat 02:00 counted 4 h",
        "Sat 02:00–Mon 00:00 weekend",
        "Mon 00:00–Mon 22:00 closed_night",
    ]


def test_TIME_5_a_holiday_is_told_only_where_it_closes_hours() -> None:
    calendar = BusinessCalendar(
        time_zone="UTC", weekly=OFFICE, holidays=[date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 7)]
    )
    assert told(calendar, "2026-03-04T19:00", "2026-03-09T09:00") == [
        "Wed 19:00–Wed 20:00 counted 1 h",
        "Wed 20:00–Thu 00:00 closed_night",
        "Thu 00:00–Sat 00:00 holiday",
        "Sat 00:00–Mon 00:00 weekend",
        "Mon 00:00–Mon 08:00 closed_night",
        "Mon 08:00–Mon 09:00 counted 1 h",
    ]


def test_TIME_5_steps_follow_the_wall_clock_over_a_clock_change() -> None:
    calendar = BusinessCalendar(time_zone="America/New_York", weekly=OFFICE)
    assert told(calendar, "2026-03-06T23:00", "2026-03-09T13:00") == [
        "Fri 18:00–Fri 20:00 counted 2 h",
        "Fri 20:00–Sat 00:00 closed_night",
        "Sat 00:00–Mon 00:00 weekend",
        "Mon 00:00–Mon 08:00 closed_night",
        "Mon 08:00–Mon 09:00 counted 1 h",
    ]


def test_TIME_5_steps_that_end_at_a_clock_change_end_there() -> None:
    calendar = BusinessCalendar(time_zone="America/New_York", weekly=OFFICE)
    assert told(calendar, "2026-03-08T05:00", "2026-03-08T07:00") == ["Sun 00:00–Sun 03:00 weekend"]
    assert told(calendar, "2026-03-08T07:00", "2026-03-08T08:00") == ["Sun 03:00–Sun 04:00 weekend"]
    nights = BusinessCalendar(
        time_zone="America/New_York", weekly={day: [("04:00", "24:00")] for day in DAYS}
    )
    assert told(nights, "2026-11-01T04:00", "2026-11-01T06:00") == ["Sun 00:00–Sun 01:00 closed_night"]


def test_TIME_5_open_time_over_the_turn_of_the_year_is_one_step() -> None:
    night = BusinessCalendar(time_zone="UTC", weekly={day: [("22:00", "06:00")] for day in DAYS})
    assert told(night, "2025-12-31T20:00", "2026-01-01T06:00") == [
        "Wed 20:00–Wed 22:00 closed_night",
        "Wed 22:00–Thu 06:00 counted 8 h",
    ]
