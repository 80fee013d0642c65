"""The week walked through by keyboard: every visit is reached and left, and what Alt moves takes the cursor along."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supportdesk.services.cases import visits
from supportdesk.services.queries import visit_planning
from supportdesk.services.views.visit_plans import CalendarDay, CalendarVisit, EngineerWeek
from supportdesk.ui.visits.calendar_view import CalendarView
from supportdesk.ui.visits.week_grid import WeekGrid
from supportdesk.ui.visits.week_layout import DAY, instant
from tests.services.desk_world import made
from tests.ui.visits.conftest import ARRIVAL, Day

# Thursday 19 November, in a week from Saturday to Friday.
THURSDAY = date(2026, 11, 19)
SATURDAY = date(2026, 11, 14)
EMPTY = date(2026, 11, 17)
ALT = Qt.KeyboardModifier.AltModifier
PARIS = ZoneInfo("Europe/Paris")


@pytest.fixture
def calendar(day: Day) -> CalendarView:
    """The calendar in view, with the keyboard in it."""
    day.page.pane.head.calendar.click()
    view = day.page.planning.calendar
    assert view is not None
    day.settle(lambda: view.week is not None)
    view.grid.setFocus()
    return view


def planned(day: Day, calendar: CalendarView, *spans: tuple[int, int]) -> list[UUID]:
    """Visits on a day that had none, each from a minute on and so long."""
    assert calendar.week is not None
    desk, client, zone = day.world.desk, day.view().organisation_id, calendar.week.zone
    found = []
    for minute, length in spans:
        at = instant(EMPTY, minute, zone)
        done = visits.plan(
            desk, client, planned_at=at, engineer_id=desk.actor, expected_minutes=length, case_ids=(day.case,)
        )
        found.append(made(done.created))
    calendar.read()
    day.settle(lambda: set(found) <= {block.visit.id for block in calendar.grid.blocks})
    return found


def walked(grid: WeekGrid, key: Qt.Key, since: int, steps: int) -> list[UUID | int]:
    """Where the cursor comes to, key by key: a visit, or a free half hour."""
    grid.go_to(EMPTY, since)
    seen: list[UUID | int] = []
    for _ in range(steps):
        QTest.keyClick(grid, key)
        seen.append(grid.visit.id if grid.visit is not None else grid.minute)
    return seen


def start_of(day: Day, visit: UUID) -> datetime | None:
    return visit_planning.plan_of(day.world.desk, visit).planned_at


def first_day(calendar: CalendarView) -> date | None:
    return calendar.week.days[0].day if calendar.week is not None else None


# ------------------------------------------------------------------ the arrows


def test_a_visit_that_begins_and_ends_off_the_half_hour_is_entered_and_left(
    day: Day, calendar: CalendarView
) -> None:
    (visit,) = planned(day, calendar, (615, 80))  # 10:15 to 11:35
    assert walked(calendar.grid, Qt.Key.Key_Down, 540, 4) == [570, visit, 720, 750]
    assert walked(calendar.grid, Qt.Key.Key_Up, 750, 4) == [720, visit, 570, 540]


def test_visits_that_overlap_are_all_reached_one_after_the_other(day: Day, calendar: CalendarView) -> None:
    long, same, short, after = planned(day, calendar, (540, 180), (540, 60), (630, 30), (735, 15))
    reached = [long, same, short]
    assert walked(calendar.grid, Qt.Key.Key_Down, 510, 5) == [*reached, after, 780]
    assert walked(calendar.grid, Qt.Key.Key_Up, 780, 6) == [after, *reversed(reached), 510, 480]


def test_a_visit_that_shares_only_a_half_hour_with_another_is_reached(
    day: Day, calendar: CalendarView
) -> None:
    before, after = planned(day, calendar, (540, 65), (610, 30))  # to 10:05, and 10:10 to 10:40
    assert walked(calendar.grid, Qt.Key.Key_Down, 510, 3) == [before, after, 660]
    assert walked(calendar.grid, Qt.Key.Key_Up, 690, 4) == [660, after, before, 510]


def test_at_the_ends_of_a_day_the_cursor_stays_on_its_visit(day: Day, calendar: CalendarView) -> None:
    early, earlier, late, later = planned(day, calendar, (0, 60), (15, 30), (DAY - 120, 120), (DAY - 60, 60))
    assert walked(calendar.grid, Qt.Key.Key_Down, DAY - 150, 4) == [late, later, later, later]
    assert walked(calendar.grid, Qt.Key.Key_Up, 90, 5) == [60, earlier, early, early, early]


def test_the_chosen_one_of_two_stays_chosen_when_the_week_is_read_again(
    day: Day, calendar: CalendarView
) -> None:
    _long, short = planned(day, calendar, (540, 180), (570, 30))
    assert walked(calendar.grid, Qt.Key.Key_Down, 510, 2)[-1] == short
    week = calendar.week
    calendar.read()
    day.settle(lambda: calendar.week is not week)
    assert calendar.grid.visit is not None
    assert calendar.grid.visit.id == short


def test_a_reading_leaves_the_cursor_on_the_part_after_midnight(day: Day, calendar: CalendarView) -> None:
    (visit,) = planned(day, calendar, (DAY - 120, 240))
    grid = calendar.grid
    grid.go_to(EMPTY + timedelta(days=1), 120)
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.visit is not None
    week, place = calendar.week, (grid.column, grid.minute)
    assert (grid.visit.id, place) == (visit, (4, 90))
    calendar.read()
    day.settle(lambda: calendar.week is not week)
    assert (grid.column, grid.minute) == place


# ------------------------------------------------------------------ Alt with the arrows


def test_every_press_of_alt_and_an_arrow_counts_although_nothing_was_read_between(
    day: Day, calendar: CalendarView
) -> None:
    grid = calendar.grid
    grid.go_to(THURSDAY, 660)
    for _ in range(4):
        QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    QTest.keyClick(grid, Qt.Key.Key_Left, ALT)
    assert grid.visit is not None
    assert (grid.visit.id, grid.column, grid.minute) == (day.first, 4, 780)
    wanted = ARRIVAL + timedelta(days=-1, hours=2)
    day.settle(lambda: start_of(day, day.first) == wanted)
    day.settle(lambda: calendar.week is not None and calendar.week.visits[0].start == wanted)
    assert (grid.visit.id, grid.column, grid.minute) == (day.first, 4, 780)


def test_a_week_that_was_read_before_does_not_put_a_moved_visit_back(
    day: Day, calendar: CalendarView
) -> None:
    grid, week = calendar.grid, calendar.week
    assert week is not None
    grid.go_to(THURSDAY, 660)
    QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    calendar._show_week(week)  # noqa: SLF001 - the answer to a question of before
    QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    day.settle(lambda: start_of(day, day.first) == ARRIVAL + timedelta(hours=1))


def test_the_cursor_follows_the_visit_that_alt_moves(day: Day, calendar: CalendarView) -> None:
    grid = calendar.grid
    grid.go_to(THURSDAY, 630)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Right, ALT)
    wanted = ARRIVAL + timedelta(days=1)
    day.settle(lambda: start_of(day, day.first) == wanted)
    day.settle(lambda: calendar.week is not None and wanted in {each.start for each in calendar.week.visits})
    assert grid.visit is not None
    assert (grid.visit.id, grid.column) == (day.first, 6)


def test_a_visit_moved_beyond_the_week_takes_the_calendar_along(day: Day, calendar: CalendarView) -> None:
    grid = calendar.grid
    grid.go_to(THURSDAY, 660)
    for _ in range(3):
        QTest.keyClick(grid, Qt.Key.Key_Right, ALT)
    day.settle(lambda: first_day(calendar) == SATURDAY + timedelta(days=7))
    day.settle(lambda: start_of(day, day.first) == ARRIVAL + timedelta(days=3))
    assert grid.visit is not None
    assert (grid.visit.id, grid.column, grid.minute) == (day.first, 1, 660)


def test_a_move_that_is_refused_puts_the_visit_back(day: Day, calendar: CalendarView) -> None:
    grid, week = calendar.grid, calendar.week
    grid.go_to(THURSDAY, 660)
    # Cancelled meanwhile, which this calendar does not know yet.
    visits.cancel(day.world.desk, day.first, "The client is closed.")
    for _ in range(2):
        QTest.keyClick(grid, Qt.Key.Key_Right, ALT)
    day.settle(lambda: bool(day.stage.refused) and calendar.week is not week)
    day.settle(lambda: [block.visit.id for block in grid.blocks] == [day.second])
    assert first_day(calendar) == SATURDAY


# ------------------------------------------------------------------ weeks


def test_three_page_downs_turn_three_weeks_although_none_was_read_between(
    day: Day, calendar: CalendarView
) -> None:
    calendar.grid.go_to(THURSDAY)
    for _ in range(3):
        QTest.keyClick(calendar.grid, Qt.Key.Key_PageDown)
    day.settle(lambda: first_day(calendar) == SATURDAY + timedelta(days=21))
    assert calendar.grid.column == 5
    calendar.grid.go_to(SATURDAY + timedelta(days=22))
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        QTest.keyClick(calendar.grid, key)
    day.settle(lambda: first_day(calendar) == SATURDAY + timedelta(days=14))
    assert calendar.grid.column == 1


# ------------------------------------------------------------------ the days when clocks change


def grid_of(qtbot: QtBot, start: datetime) -> tuple[WeekGrid, list[datetime]]:
    """A week of a day in Paris with one visit, the cursor on it, and where it is moved to."""
    visit = CalendarVisit(
        id=UUID(int=1),
        number="VR-0001",
        organisation_id=UUID(int=2),
        organisation="Al-Rashid Trading",
        site="",
        state="planned",
        start=start,
        end=start + timedelta(hours=1),
    )
    local = start.astimezone(PARIS)
    days = tuple(CalendarDay(local.date() + timedelta(days=number), ()) for number in range(-3, 4))
    grid, moved = WeekGrid(), list[datetime]()
    qtbot.addWidget(grid)
    grid.moved.connect(lambda _visit, at: moved.append(at))
    grid.show_week(EngineerWeek(UUID(int=3), "Karim Haddad", PARIS, local.date(), days, (visit,)), start)
    grid.go_to(local.date(), local.hour * 60 + local.minute)
    return grid, moved


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
@pytest.mark.parametrize(
    "start",
    [
        datetime(2026, 3, 29, 1, 0, tzinfo=UTC),  # 03:00, before which two o'clock is left out
        datetime(2026, 3, 29, 0, 30, tzinfo=UTC),  # 01:30, after which it is
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),  # 02:30 for the first time
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),  # 02:30 for the second time
        datetime(2026, 10, 25, 2, 0, tzinfo=UTC),  # 03:00, after both
    ],
)
def test_a_half_hour_is_one_on_the_days_when_clocks_change(
    qtbot: QtBot, start: datetime, key: Qt.Key
) -> None:
    grid, moved = grid_of(qtbot, start)
    for _ in range(3):
        QTest.keyClick(grid, key, ALT)
    step = timedelta(minutes=-30 if key == Qt.Key.Key_Up else 30)
    assert moved == [start + step, start + 2 * step, start + 3 * step]


def test_a_day_further_is_the_same_time_by_the_clock(qtbot: QtBot) -> None:
    grid, moved = grid_of(qtbot, datetime(2026, 10, 24, 7, 0, tzinfo=UTC))
    QTest.keyClick(grid, Qt.Key.Key_Right, ALT)
    QTest.keyClick(grid, Qt.Key.Key_Left, ALT)
    assert moved == [datetime(2026, 10, 25, 8, 0, tzinfo=UTC), datetime(2026, 10, 24, 7, 0, tzinfo=UTC)]
