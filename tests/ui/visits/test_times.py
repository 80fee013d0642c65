"""Which instant a time of day means that was typed: the nearest to the one shown, among those that can be meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supportdesk.services.cases import visits
from supportdesk.ui.visits.times import ClockLine, TimeField
from tests.ui.visits.conftest import ARRIVAL, Day

TORONTO = ZoneInfo("America/Toronto")


def at(day: int, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    """An instant of November 2026 by the clocks of Toronto, which go back on the 1st at two."""
    return datetime(2026, 11, day, hour, minute, fold=fold, tzinfo=TORONTO).astimezone(UTC)


def corrected(
    qtbot: QtBot,
    shown: datetime,
    typed: str,
    *,
    after: datetime | None = None,
    latest: datetime | None = None,
) -> datetime:
    """What a time that is shown comes to once another is typed over it."""
    field = TimeField("Left", "sign-out", "still on site", "Set the departure to now")
    qtbot.addWidget(field)
    field.show_instant(shown, TORONTO, after)
    field.set_latest(latest)
    heard: list[datetime] = []
    field.corrected.connect(heard.append)
    field.clock.setText(typed)
    field.clock.take()
    (found,) = heard
    return found


def typed_over(clock: ClockLine, text: str) -> None:
    clock.setFocus()
    clock.selectAll()
    QTest.keyClicks(clock, text)
    QTest.keyClick(clock, Qt.Key.Key_Return)


def test_a_departure_on_a_later_day_stays_on_it(day: Day) -> None:
    day.begun()
    visits.leave(day.world.desk, day.first, at=ARRIVAL + timedelta(days=2, hours=9))
    day.read_again()
    typed_over(day.editor.form.times.departure.clock, "11:45")
    day.settle(lambda: day.view().report.left == ARRIVAL + timedelta(days=2, hours=8, minutes=45))


def test_an_arrival_before_midnight_is_entered_after_it(day: Day) -> None:
    # Ten past midnight in Toronto.
    day.world.now = ARRIVAL.replace(hour=5, minute=10)
    arrival = day.editor.form.times.arrival
    arrival.button.click()
    day.settle(lambda: day.view().report.arrived == day.world.now)
    day.settle(arrival.clock.isVisible)
    typed_over(arrival.clock, "23:50")
    day.settle(lambda: day.view().report.arrived == ARRIVAL.replace(hour=4, minute=50))


def test_an_arrival_that_would_be_in_the_future_was_the_day_before(day: Day) -> None:
    day.begun()
    # Three in the morning in Toronto.
    typed_over(day.editor.form.times.arrival.clock, "07:00")
    day.settle(lambda: day.view().report.arrived == ARRIVAL.replace(hour=12) - timedelta(days=1))


@pytest.mark.parametrize(
    ("shown", "typed", "expected"),
    [
        (at(21, 12), "11:45", at(21, 11, 45)),
        (at(21, 23, 50), "00:10", at(22, 0, 10)),
        (at(21, 0, 10), "23:50", at(20, 23, 50)),
        # Before the arrival there is no departure.
        (at(19, 5), "01:30", at(20, 1, 30)),
        (at(19, 4), "03:00", at(19, 3)),
        # Left in the evening by mistake, corrected to the morning: that of the next day is yet to come.
        (at(19, 22), "09:00", at(19, 9)),
        (at(19, 23), "02:30", at(20, 2, 30)),
        # An arrival that was corrected to a later day leaves a departure behind that lies before it.
        (at(17, 12), "12:30", at(19, 12, 30)),
    ],
)
def test_a_departure_is_the_nearest_after_the_arrival(
    qtbot: QtBot, shown: datetime, typed: str, expected: datetime
) -> None:
    arrived = at(19, 3) + timedelta(seconds=40)
    found = corrected(qtbot, shown, typed, after=arrived)
    assert found == expected


@pytest.mark.parametrize(
    ("shown", "typed", "latest", "expected"),
    [
        (at(19, 0, 10), "23:50", at(19, 0, 15), at(18, 23, 50)),
        (at(19, 14), "23:00", at(19, 14, 5), at(18, 23)),
        (at(19, 14), "14:30", at(19, 14, 40), at(19, 14, 30)),
        (at(19, 22), "08:00", at(19, 22, 5), at(19, 8)),
        (at(19, 23, 50), "00:10", at(20, 0, 20), at(20, 0, 10)),
        (at(19, 23, 50), "00:10", at(19, 23, 55), at(19, 0, 10)),
        # What time it is was told a minute ago.
        (at(19, 14), "14:06", at(19, 14, 5), at(19, 14, 6)),
        # Nobody says how late it can be: the next day may not have come.
        (at(19, 22), "08:00", None, at(19, 8)),
        (at(19, 14), "14:30", None, at(19, 14, 30)),
        # It lies after what it can't lie after, on whichever day.
        (at(19, 14), "13:30", at(12, 9), at(19, 13, 30)),
    ],
)
def test_an_arrival_is_not_put_off_to_what_has_not_come(
    qtbot: QtBot, shown: datetime, typed: str, latest: datetime | None, expected: datetime
) -> None:
    found = corrected(qtbot, shown, typed, latest=latest)
    assert found == expected


def test_an_hour_that_comes_twice_is_looked_through_before_another_day(qtbot: QtBot) -> None:
    arrived, left = at(1, 1, 40), at(1, 1, 20, fold=1)
    assert (left - arrived) == timedelta(minutes=40)
    assert corrected(qtbot, left, "01:25", after=arrived) == left + timedelta(minutes=5)
    assert corrected(qtbot, arrived, "01:30") == arrived - timedelta(minutes=10)
    # In the second of the two hours a time after the arrival can be meant only there.
    assert corrected(qtbot, at(1, 1, 50), "01:10", after=arrived) == at(1, 1, 10, fold=1)


def test_a_time_that_the_clocks_leave_out_is_the_one_as_much_later(qtbot: QtBot) -> None:
    shown = datetime(2026, 3, 8, 3, 10, tzinfo=TORONTO).astimezone(UTC)
    assert corrected(qtbot, shown, "02:30") == shown + timedelta(minutes=20)
