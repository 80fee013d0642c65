"""A visit dragged in the week: by which part it is held makes no difference to how far it goes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from supportdesk.services.cases import visits
from supportdesk.services.queries import visit_planning
from supportdesk.ui.visits.calendar_view import CalendarView
from supportdesk.ui.visits.week_grid import WeekGrid
from supportdesk.ui.visits.week_layout import DAY, Block, instant
from tests.services.desk_world import made
from tests.ui.visits.conftest import Day

# The second day of the week in view.
SUNDAY = date(2026, 11, 15)


@pytest.fixture
def calendar(day: Day) -> CalendarView:
    """The calendar in view."""
    day.page.pane.head.calendar.click()
    view = day.page.planning.calendar
    assert view is not None
    day.settle(lambda: view.week is not None)
    return view


def planned(day: Day, calendar: CalendarView, minute: int, length: int) -> tuple[UUID, datetime]:
    """A visit on the Sunday in view, and when it begins."""
    assert calendar.week is not None
    at = instant(SUNDAY, minute, calendar.week.zone)
    desk = day.world.desk
    done = visits.plan(
        desk, day.view().organisation_id, planned_at=at, engineer_id=desk.actor, expected_minutes=length
    )
    visit = made(done.created)
    calendar.read()
    day.settle(lambda: bool(pieces(calendar.grid, visit)))
    return visit, at


def pieces(grid: WeekGrid, visit: UUID) -> list[Block]:
    return [block for block in grid.blocks if block.visit.id == visit]


def dragged(grid: WeekGrid, block: Block, columns: int, hours: float) -> tuple[Block, ...]:
    """Drag a block by its middle; where it would have lain just before it was let go."""
    measures = grid._measures()  # noqa: SLF001 - where things lie
    start = measures.block(block).center()
    there = start + QPointF(columns * measures.column(0)[1], hours * measures.hour)
    press, drop = QPoint(round(start.x()), round(start.y())), QPoint(round(there.x()), round(there.y()))
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, press)
    QTest.mouseMove(grid, (press + drop) / 2)
    QTest.mouseMove(grid, drop)
    assert grid.week is not None
    ghost = grid._dragged(grid.week)  # noqa: SLF001 - what is painted of it
    assert grid.grab().width() == grid.width()
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, drop)
    return ghost


@pytest.mark.parametrize(
    ("piece", "columns", "hours"), [(0, 1, 0.0), (1, 0, 0.5), (1, 1, -0.5), (1, -1, 1.0)]
)
def test_the_part_after_midnight_moves_the_visit_as_far_as_it_goes(
    day: Day, calendar: CalendarView, piece: int, columns: int, hours: float
) -> None:
    visit, at = planned(day, calendar, DAY - 120, 240)
    assert [(each.column, each.start, each.end) for each in pieces(calendar.grid, visit)] == [
        (1, DAY - 120, DAY),
        (2, 0, 120),
    ]
    expected = at + timedelta(days=columns, hours=hours)
    ghost = dragged(calendar.grid, pieces(calendar.grid, visit)[piece], columns, hours)
    assert [each.visit.start for each in ghost] == [expected, expected]
    assert [each.column for each in ghost] == [1 + columns, 2 + columns]
    day.settle(lambda: visit_planning.plan_of(day.world.desk, visit).planned_at == expected)


def test_a_visit_that_begins_shortly_before_midnight_moves_from_where_it_begins(
    day: Day, calendar: CalendarView
) -> None:
    visit, at = planned(day, calendar, DAY - 10, 60)
    block = pieces(calendar.grid, visit)[0]
    # Drawn higher up than it begins, so that its name can be read.
    assert block.start == DAY - 30
    dragged(calendar.grid, block, 1, -2)
    expected = at + timedelta(days=1, hours=-2)
    day.settle(lambda: visit_planning.plan_of(day.world.desk, visit).planned_at == expected)


def test_held_by_its_beginning_a_visit_stays_on_the_day_where_it_is_let_go(
    day: Day, calendar: CalendarView
) -> None:
    visit, at = planned(day, calendar, 60, 120)
    dragged(calendar.grid, pieces(calendar.grid, visit)[0], 0, -2)
    day.settle(lambda: visit_planning.plan_of(day.world.desk, visit).planned_at == at - timedelta(hours=1))


def test_let_go_where_it_was_held_a_visit_is_not_moved(day: Day, calendar: CalendarView) -> None:
    visit, _ = planned(day, calendar, 607, 240)
    heard: list[object] = []
    calendar.grid.moved.connect(lambda *what: heard.append(what))
    grid = calendar.grid
    measures = grid._measures()  # noqa: SLF001 - where things lie
    start = measures.block(pieces(grid, visit)[0]).center()
    press = QPoint(round(start.x()), round(start.y()))
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, press)
    QTest.mouseMove(grid, press + QPoint(0, round(measures.hour)))
    QTest.mouseMove(grid, press)
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, press)
    assert heard == []
