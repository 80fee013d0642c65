"""Planning a visit: what is offered and refused in place (SYN-1, ONX-2), what overlaps, what is kept on a refusal."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from supportdesk.services.cases import visits
from supportdesk.services.person import drafts
from supportdesk.services.queries import visit_planning, visit_views
from supportdesk.services.views.visit_plans import VisitPlan
from supportdesk.ui.new_case.finder import Found
from supportdesk.ui.visits.plan_cancel import CancelDialog
from supportdesk.ui.visits.plan_dialog import PlanDialog, Wanted
from supportdesk.ui.widgets.messages import Banner
from tests.ui.visits.conftest import ARRIVAL, Day

TOMORROW = ARRIVAL + timedelta(days=1)


def opened(day: Day, *, client: tuple[UUID, str] | None = None, plan: VisitPlan | None = None) -> PlanDialog:
    made = PlanDialog(day.stage, day.world.now, Wanted(TOMORROW, day.world.desk.actor, client), plan)
    made.open()
    return made


def of_first(day: Day) -> tuple[UUID, str]:
    return day.view().organisation_id, day.view().organisation


def notices(made: PlanDialog) -> list[str]:
    at = made.form.notices
    items = [at.itemAt(number) for number in range(at.count())]
    found = [item.widget() for item in items if item is not None]
    return [each.accessibleName() for each in found if isinstance(each, Banner)]


def test_ONX_2_a_visit_is_planned_with_all_that_it_takes(day: Day) -> None:
    made = opened(day)
    made.submit()
    assert made.form.client.error
    client, name = of_first(day)
    made.form.client.found.emit(Found(name, "", client))
    day.settle(lambda: day.case in made.form.cases)
    made.form.cases[day.case].setChecked(True)
    made.form.length.choose(120)
    made.form.minutes.set_text("40")
    made.form.km.set_text("35")
    made.form.bring.set_text("A printer")
    heard: list[object] = []
    made.closed.connect(heard.append)
    QTest.keyClick(made.form.minutes.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    day.settle(lambda: bool(heard))
    (line,) = visit_views.day(day.world.desk, TOMORROW.date()).visits
    plan = visit_planning.plan_of(day.world.desk, line.id)
    assert (plan.planned_at, plan.expected_minutes, plan.travel_minutes, plan.travel_km) == (
        TOMORROW,
        120,
        40,
        35,
    )
    assert (plan.bring, plan.case_ids) == ("A printer", (day.case,))
    assert day.stage.said[-1][0] == "Visit planned"


def test_SYN_1_an_uncovered_case_can_not_be_ticked_and_says_why(day: Day) -> None:
    client = day.world.client("Cobalt Freight", "synergy")
    case = day.world.case(client)
    made = opened(day, client=(client, "Cobalt Freight"))
    day.settle(lambda: case in made.form.cases)
    box = made.form.cases[case]
    assert not box.isEnabled()
    assert "A visit is support" in box.accessibleDescription()
    made.form.bring.set_text("A printer")
    day.settle(lambda: made.form.engineer.value() is not None)
    made.submit()
    day.settle(lambda: made.refusal is not None)
    assert made.refusal is not None
    assert "A visit is support" in made.refusal.accessibleName()
    assert made.isVisible()
    assert (made.form.bring.text(), made.primary.isEnabled()) == ("A printer", True)


def test_overlaps_are_said_before_the_plan_is_kept_and_do_not_hinder(day: Day) -> None:
    made = opened(day, client=of_first(day))
    made.form.when.show_instant(ARRIVAL + timedelta(minutes=30))
    day.settle(lambda: any("Overlaps" in text for text in notices(made)))
    made.form.when.show_instant(TOMORROW - timedelta(days=1, hours=2))
    day.settle(lambda: any("has passed" in text for text in notices(made)))
    made.form.when.show_instant(ARRIVAL + timedelta(minutes=30))
    day.settle(lambda: any("Overlaps" in text for text in notices(made)))
    made.submit()
    day.settle(lambda: len(visit_views.day(day.world.desk).visits) == 3)


def test_a_plan_is_changed_where_it_was_changed_and_nowhere_else(day: Day) -> None:
    desk = day.world.desk
    visits.edit(desk, day.first, expected_minutes=75, bring="A printer")
    plan = visit_planning.plan_of(desk, day.first)
    made = opened(day, plan=plan)
    day.settle(lambda: day.case in made.form.cases)
    assert made.form.length.value() == 75
    assert made.form.cases[day.case].isChecked()
    made.submit()
    assert not made.isVisible()
    again = opened(day, plan=plan)
    day.settle(lambda: day.case in again.form.cases)
    again.form.when.show_instant(TOMORROW)
    # Meanwhile a colleague adds what to bring; it is not written over.
    visits.edit(desk, day.first, bring="Two printers")
    again.submit()
    day.settle(lambda: visit_planning.plan_of(desk, day.first).planned_at == TOMORROW)
    assert visit_planning.plan_of(desk, day.first).bring == "Two printers"


def test_a_plan_without_travel_is_shown_as_it_is_and_kept_so(day: Day) -> None:
    visits.edit(day.world.desk, day.first, travel_minutes=0, travel_km=0)
    made = opened(day, plan=visit_planning.plan_of(day.world.desk, day.first))
    day.settle(lambda: made.form.engineer.value() is not None)
    assert (made.form.minutes.text(), made.form.km.text()) == ("0", "0")
    made.form.bring.set_text("A printer")
    made.submit()
    day.settle(lambda: visit_planning.plan_of(day.world.desk, day.first).bring == "A printer")
    plan = visit_planning.plan_of(day.world.desk, day.first)
    assert (plan.travel_minutes, plan.travel_km) == (0, 0)


def test_why_a_visit_is_cancelled_is_back_after_escape_and_gone_with_the_visit(day: Day) -> None:
    why = "The client’s server room is being moved."
    first = CancelDialog(day.stage, day.second, "VR-0002")
    first.open()
    first.why.set_text(why)
    QTest.keyClick(first, Qt.Key.Key_Escape)
    again = CancelDialog(day.stage, day.second, "VR-0002")
    again.open()
    day.settle(lambda: again.why.text() == why)
    again.submit()
    day.settle(lambda: day.view(day.second).state == "cancelled")
    assert drafts.all_drafts(day.world.desk) == ()
    day.settle(lambda: bool(day.stage.said))
    assert day.stage.said[-1][0] == "Visit cancelled"


def test_ONX_2_every_open_case_of_a_client_with_many_is_found_by_its_words(day: Day) -> None:
    client, _name = of_first(day)
    newest = [day.world.case(client, f"Newer {number}", reason="update") for number in range(45)][-1]
    made = opened(day, client=of_first(day))
    day.settle(lambda: newest in made.form.cases)
    ticks = made.form.ticks
    assert (day.case in ticks.boxes, ticks.search.isVisible()) == (False, True)
    ticks.boxes[newest].setChecked(True)
    made.form.site.choose(None)
    QTest.keyClicks(ticks.search, "vat SUMM")
    day.settle(lambda: set(ticks.boxes) == {newest, day.case})
    ticks.boxes[day.case].setChecked(True)
    before = ticks.boxes[day.case]
    QTest.keyClicks(ticks.search, "nothing")
    # Nothing is called so, and what is ticked is offered anew.
    day.settle(lambda: ticks.boxes[day.case] is not before)
    assert set(ticks.boxes) == {newest, day.case}
    ticks.search.clear()
    QTest.keyClicks(ticks.search, " ")
    day.settle(lambda: len(ticks.boxes) == visit_planning.OFFERED + 1)
    assert set(ticks.chosen) == {newest, day.case}
    other = day.world.client("Other GmbH", "onyxpro")
    made.form.client.found.emit(Found("Other GmbH", "", other))
    day.settle(lambda: not ticks.boxes)
    assert not ticks.search.isVisible()


def test_a_visit_is_cancelled_from_its_plan(day: Day) -> None:
    made = opened(day, plan=visit_planning.plan_of(day.world.desk, day.first))
    assert made.drop.isVisible()
    begun = visits.arrive(day.world.desk, day.second)
    assert begun.undoable
    other = PlanDialog(day.stage, day.world.now, None, visit_planning.plan_of(day.world.desk, day.second))
    other.open()
    assert not other.drop.isVisible()


def test_typing_over_the_client_gives_it_up(day: Day) -> None:
    made = opened(day, client=of_first(day))
    day.settle(lambda: day.case in made.form.cases)
    QTest.keyClicks(made.form.client.control, "x")
    assert made.form.organisation_id is None
    made.submit()
    assert made.form.client.error
