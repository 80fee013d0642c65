"""The engineer's calendar on the visits' page: walked through by keyboard, planned from, moved in, led back from."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportdesk.domain.words import AgentRole
from supportdesk.services import undo
from supportdesk.services.cases import visits
from supportdesk.services.queries import visit_planning
from supportdesk.services.views.visit_plans import CalendarVisit
from supportdesk.ui.pages import VisitPart
from supportdesk.ui.visits.calendar_view import CalendarView
from supportdesk.ui.visits.plan_dialog import CancelDialog, PlanDialog
from supportdesk.ui.visits.week_layout import DAY, blocks_of, instant
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.tab_stops import tab_stops
from tests.ui.visits.conftest import Day

# Thursday 19 November: the week of the branch runs from Saturday to Friday.
SATURDAY = date(2026, 11, 14)


@pytest.fixture
def calendar(day: Day) -> CalendarView:
    """The calendar in view, with the keyboard in it."""
    day.page.pane.head.calendar.click()
    view = day.page.planning.calendar
    assert view is not None
    day.settle(lambda: view.week is not None)
    view.grid.setFocus()
    return view


def dialog(day: Day, kind: type[Dialog]) -> Dialog | None:
    made: list[Dialog] = day.stage.cover.findChildren(kind)
    return next((each for each in reversed(made) if each.isVisible()), None)


def test_the_calendar_shows_the_week_with_ones_own_visits(day: Day, calendar: CalendarView) -> None:
    assert calendar.isVisible()
    assert not day.editor.isVisible()
    assert calendar.week is not None
    assert calendar.week.days[0].day == SATURDAY
    assert calendar.title.text() == "14 – 20 November 2026"
    assert [block.visit.id for block in calendar.grid.blocks] == [day.first, day.second]
    # Two o'clock in Toronto is not when Sana'a works; the grid has the branch's clocks.
    assert [(block.column, block.start) for block in calendar.grid.blocks] == [(5, 660), (5, 840)]


def test_the_arrows_go_from_slot_to_slot_and_over_a_visit_at_once(day: Day, calendar: CalendarView) -> None:
    grid = calendar.grid
    grid.go_to(date(2026, 11, 19), 630)
    seen: list[CalendarVisit | None] = []
    grid.shown.connect(seen.append)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    (found,) = seen
    assert found is not None
    assert found.id == day.first
    assert "Al-Rashid Trading" in grid.accessibleDescription()
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert (grid.visit, grid.minute) == (None, 720)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert (grid.column, grid.at) == (4, datetime(2026, 11, 18, 9, 0, tzinfo=UTC))


@pytest.mark.usefixtures("right_to_left")
def test_left_and_right_follow_the_eye(day: Day) -> None:
    page = day.another_page()
    page.show_part(VisitPart.CALENDAR)
    view = page.planning.calendar
    assert view is not None
    day.settle(lambda: view.week is not None)
    before = view.grid.column
    QTest.keyClick(view.grid, Qt.Key.Key_Left)
    assert view.grid.column == before + 1
    assert view.grab().width() == view.width()


def test_pages_turn_weeks_t_comes_back_and_the_edge_leads_on(day: Day, calendar: CalendarView) -> None:
    def first() -> date | None:
        return calendar.week.days[0].day if calendar.week is not None else None

    QTest.keyClick(calendar.grid, Qt.Key.Key_PageDown)
    day.settle(lambda: first() == SATURDAY + timedelta(days=7))
    QTest.keyClick(calendar.grid, Qt.Key.Key_PageUp)
    day.settle(lambda: first() == SATURDAY)
    QTest.keyClick(calendar.grid, Qt.Key.Key_PageUp)
    day.settle(lambda: first() == SATURDAY - timedelta(days=7))
    QTest.keyClick(calendar.grid, Qt.Key.Key_T)
    day.settle(lambda: first() == SATURDAY)
    calendar.grid.go_to(SATURDAY)
    QTest.keyClick(calendar.grid, Qt.Key.Key_Left)
    day.settle(lambda: first() == SATURDAY - timedelta(days=7))
    assert calendar.grid.column == 6


def test_a_month_is_jumped_to(day: Day, calendar: CalendarView) -> None:
    menu = calendar.months.menu()
    assert menu is not None
    wanted = next(action for action in menu.actions() if action.text() == "February 2027")
    wanted.trigger()
    day.settle(lambda: calendar.week is not None and calendar.week.days[0].day == date(2027, 1, 30))
    assert calendar.grid.week is not None
    assert calendar.grid.week.days[calendar.grid.column].day == date(2027, 2, 1)


def test_enter_opens_a_visit_with_its_day_and_today_leads_back(day: Day, calendar: CalendarView) -> None:
    moved = day.world.now + timedelta(days=1)
    visits.edit(day.world.desk, day.second, planned_at=moved)
    calendar.read()
    day.settle(lambda: [block.column for block in calendar.grid.blocks] == [5, 6])
    calendar.grid.go_to(date(2026, 11, 20), 660)
    QTest.keyClick(calendar.grid, Qt.Key.Key_Return)
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == day.second)
    day.settle(lambda: [line.id for line in day.page.model.lines] == [day.second])
    head = day.page.pane.head
    assert (head.title.text(), head.today.isVisible()) == ("Fri 20 Nov", True)
    assert day.editor.isVisible()
    head.today.click()
    day.settle(lambda: [line.id for line in day.page.model.lines] == [day.first])
    assert head.title.text() == "Visits today"
    assert not head.today.isVisible()


def test_an_empty_day_leads_on_to_a_plan(day: Day, calendar: CalendarView) -> None:
    calendar.grid.go_to(SATURDAY, 540)
    QTest.keyClick(calendar.grid, Qt.Key.Key_Return)
    day.settle(day.page._empty.isVisible)  # noqa: SLF001 - what an empty day shows
    day.page._empty.acted.emit()  # noqa: SLF001 - the button in it
    assert isinstance(dialog(day, PlanDialog), PlanDialog)


def test_n_plans_a_visit_at_the_chosen_time(day: Day, calendar: CalendarView) -> None:
    calendar.grid.go_to(SATURDAY, 600)
    QTest.keyClick(calendar.grid, Qt.Key.Key_N)
    made = dialog(day, PlanDialog)
    assert isinstance(made, PlanDialog)
    assert made.form.when.instant() == datetime(2026, 11, 14, 7, 0, tzinfo=UTC)
    assert "Aden" in made.form._clocks  # noqa: SLF001 - whose clocks they are


def test_alt_and_an_arrow_move_a_visit_and_it_can_be_taken_back(day: Day, calendar: CalendarView) -> None:
    before = visit_planning.plan_of(day.world.desk, day.first).planned_at
    assert before is not None
    calendar.grid.go_to(date(2026, 11, 19), 660)
    QTest.keyClick(calendar.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    def planned() -> datetime | None:
        return visit_planning.plan_of(day.world.desk, day.first).planned_at

    day.settle(lambda: planned() == before + timedelta(minutes=30))
    day.settle(lambda: bool(day.stage.said))
    done = day.stage.said[-1][2]
    assert done is not None
    assert done.operation is not None
    undo.undo(day.world.desk, done.operation.id)
    assert planned() == before


def test_a_block_is_dragged_to_another_day_and_time(
    day: Day, calendar: CalendarView, qapp: QApplication
) -> None:
    grid = calendar.grid
    measures = grid._measures()  # noqa: SLF001 - where things lie
    block = grid.blocks[0]
    start = measures.block(block).center()
    column, width = measures.column(4)
    there = QPointF(column + width / 2, start.y() + measures.hour)
    press, drop = QPoint(round(start.x()), round(start.y())), QPoint(round(there.x()), round(there.y()))
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, press)
    QTest.mouseMove(grid, (press + drop) / 2)
    QTest.mouseMove(grid, drop)
    assert grid.grab().width() == grid.width()
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, drop)
    expected = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
    day.settle(lambda: visit_planning.plan_of(day.world.desk, day.first).planned_at == expected)


def test_what_has_begun_is_not_moved(day: Day, calendar: CalendarView) -> None:
    visits.arrive(day.world.desk, day.first, at=day.world.now)
    calendar.read()
    day.settle(lambda: calendar.grid.blocks[0].visit.state == "on_site")
    heard: list[object] = []
    calendar.grid.moved.connect(lambda *what: heard.append(what))
    calendar.grid.go_to(date(2026, 11, 19), 660)
    QTest.keyClick(calendar.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(calendar.grid, Qt.Key.Key_Delete)
    assert heard == []
    assert dialog(day, CancelDialog) is None


def test_delete_cancels_for_a_reason_and_the_block_goes(day: Day, calendar: CalendarView) -> None:
    calendar.grid.go_to(date(2026, 11, 19), 660)
    QTest.keyClick(calendar.grid, Qt.Key.Key_Delete)
    made = dialog(day, CancelDialog)
    assert isinstance(made, CancelDialog)
    made.submit()
    assert made.why.error
    made.why.set_text("The client is closed.")
    made.submit()
    day.settle(lambda: [block.visit.id for block in calendar.grid.blocks] == [day.second])
    assert visit_planning.plan_of(day.world.desk, day.first).state == "cancelled"


def test_who_manages_engineers_looks_at_anothers_week(day: Day, calendar: CalendarView) -> None:
    branch = day.view().organisation_id
    assert branch is not None
    samir = day.world.agent("Samir", AgentRole.FIELD_ENGINEER)
    calendar.read()
    menu_names: list[str] = []

    def offered() -> bool:
        menu = calendar.engineers.menu()
        menu_names[:] = [action.text() for action in menu.actions()] if menu is not None else []
        return "Samir" in menu_names

    day.settle(offered)
    calendar.show_engineer(samir)
    day.settle(lambda: calendar.week is not None and calendar.week.engineer == "Samir")
    assert calendar.grid.blocks == ()


def test_the_list_and_the_button_lead_back_to_the_report(day: Day, calendar: CalendarView) -> None:
    calendar.back.click()
    assert day.editor.isVisible()
    day.page.show_part(VisitPart.CALENDAR)
    assert calendar.isVisible()
    day.page.list.setFocus()
    QTest.keyClick(day.page.list, Qt.Key.Key_Down)
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == day.second)
    assert day.editor.isVisible()


def test_every_control_of_the_calendar_has_a_name(calendar: CalendarView) -> None:
    nameless = [
        type(stop).__name__
        for stop in tab_stops(calendar)
        if not stop.accessibleName() and not getattr(stop, "text", str)()
    ]
    assert nameless == []


def test_visits_that_overlap_lie_side_by_side_and_over_midnight_on_both_days(
    day: Day, calendar: CalendarView
) -> None:
    assert calendar.week is not None
    zone, days = calendar.week.zone, [each.day for each in calendar.week.days]
    first = calendar.week.visits[0]
    client = first.organisation_id
    desk, me = day.world.desk, day.world.desk.actor
    for at, minutes in ((instant(SATURDAY, 600, zone), 60), (instant(SATURDAY, 630, zone), 60)):
        visits.plan(desk, client, planned_at=at, engineer_id=me, expected_minutes=minutes)
    visits.plan(
        desk, client, planned_at=instant(SATURDAY, DAY - 60, zone), engineer_id=me, expected_minutes=120
    )
    calendar.read()
    day.settle(lambda: calendar.week is not None and len(calendar.week.visits) == 5)
    assert calendar.week is not None
    there = blocks_of(calendar.week.visits, days, zone)[:4]
    assert [(each.column, each.start, each.end, each.lane, each.lanes) for each in there] == [
        (0, 600, 660, 0, 2),
        (0, 630, 690, 1, 2),
        (0, 1380, 1440, 0, 1),
        (1, 0, 60, 0, 1),
    ]
