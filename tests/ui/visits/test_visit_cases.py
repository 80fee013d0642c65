"""The cases of a visit changed with ticks: where it is planned otherwise, and from the report of one begun (ONX-2)."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from supportdesk.services import undo
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.queries import details, visit_offers, visit_planning
from supportdesk.ui.visits.cases_dialog import CasesDialog
from supportdesk.ui.visits.dialogs import FollowUpDialog
from supportdesk.ui.visits.plan_dialog import PlanDialog
from tests.services.signing import sign, whole_report
from tests.ui.visits.conftest import ARRIVAL, Day


def second_case(day: Day) -> UUID:
    return day.world.case(day.view().organisation_id, "Slow stock list", reason="update")


def cases(day: Day) -> set[UUID]:
    return set(visit_planning.plan_of(day.world.desk, day.first).case_ids)


def changing(day: Day) -> PlanDialog:
    plan = visit_planning.plan_of(day.world.desk, day.first)
    made = PlanDialog(day.stage, day.world.now, None, plan)
    made.open()
    day.settle(lambda: day.case in made.form.cases)
    return made


def take_back_last(day: Day) -> None:
    done = day.stage.said[-1][2]
    assert done is not None
    assert done.operation is not None
    undo.undo(day.world.desk, done.operation.id)


def test_ONX_2_ticks_change_the_cases_of_a_planned_visit_and_the_toast_takes_it_back(day: Day) -> None:
    other = second_case(day)
    made = changing(day)
    assert (made.form.cases[day.case].isChecked(), made.form.cases[other].isChecked()) == (True, False)
    made.form.cases[other].click()
    made.form.cases[day.case].click()
    made.submit()
    day.settle(lambda: cases(day) == {other})
    day.settle(lambda: bool(day.stage.said))
    assert day.stage.said[-1][0] == "Cases of the visit changed"
    take_back_last(day)
    assert cases(day) == {day.case}
    # It was the visit that there is: no draft is left of changing it.
    assert made.draft.key is None


def test_plan_and_cases_are_changed_together_or_not_at_all(day: Day) -> None:
    other = second_case(day)
    made = changing(day)
    made.form.bring.set_text("A printer")
    made.form.cases[other].click()
    # Meanwhile the case was handed to another client.
    strange = day.world.client("Gulf Foods", "onyxpro", start_date=ARRIVAL.date())
    with day.world.store.write() as conn:
        conn.exec_driver_sql(
            'UPDATE "case" SET organisation_id = ? WHERE id = ?', (strange.bytes, other.bytes)
        )
    made.submit()
    day.settle(lambda: made.refusal is not None)
    assert made.refusal is not None
    assert "another client" in made.refusal.accessibleName()
    assert (cases(day), visit_planning.plan_of(day.world.desk, day.first).bring) == ({day.case}, "")
    assert made.isVisible()
    made.form.cases[other].click()
    made.submit()
    day.settle(lambda: visit_planning.plan_of(day.world.desk, day.first).bring == "A printer")
    day.settle(lambda: bool(day.stage.said))
    assert [said for said, *_ in day.stage.said] == ["Plan changed"]


def test_ONX_2_a_begun_visits_cases_are_changed_from_its_report(day: Day) -> None:
    other = second_case(day)
    day.begun()
    head = day.editor.form.texts["work_done"].head
    assert head.link.isVisible()
    head.link.click()
    dialog = day.stage.cover.findChildren(CasesDialog)[-1]
    day.settle(lambda: other in dialog.ticks.boxes)
    # By keyboard alone.
    dialog.ticks.boxes[other].setFocus()
    QTest.keyClick(dialog.ticks.boxes[other], Qt.Key.Key_Space)
    QTest.keyClick(dialog.ticks.boxes[other], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    day.settle(lambda: cases(day) == {day.case, other})
    day.settle(lambda: bool(day.stage.said) and day.stage.said[-1][0] == "Cases of the visit changed")
    take_back_last(day)
    assert cases(day) == {day.case}


def test_ONX_2_an_old_case_among_many_is_found_for_a_begun_visit(day: Day) -> None:
    old = second_case(day)
    client = day.view().organisation_id
    for number in range(visit_planning.OFFERED):
        day.world.case(client, f"Newer {number}", reason="update")
    day.begun()
    dialog = CasesDialog(day.stage, day.view())
    dialog.open()
    day.settle(lambda: day.case in dialog.ticks.boxes)
    assert old not in dialog.ticks.boxes
    dialog.ticks.boxes[day.case].click()
    QTest.keyClicks(dialog.ticks.search, details.case(day.world.desk, old).number)
    day.settle(lambda: set(dialog.ticks.boxes) == {day.case, old})
    dialog.ticks.boxes[old].click()
    dialog.submit()
    day.settle(lambda: cases(day) == {old})


def test_ONX_2_a_title_that_was_typed_stays_whichever_recommendation_is_chosen(day: Day) -> None:
    day.begun()
    visit_reports.write_report(day.world.desk, day.first, recommendations="A larger disk.\nA spare printer.")
    making = FollowUpDialog(day.stage, visit_offers.follow_up_offer(day.world.desk, day.first))
    making.open()
    making.lines[1].click()
    assert making.title_field.text() == "A spare printer."
    QTest.keyClicks(making.title_field.control, " Before the audit")
    making.lines[0].click()
    assert making.title_field.text() == "A spare printer. Before the audit"
    making.title_field.set_text("")
    making.lines[1].click()
    assert making.title_field.text() == "A spare printer."


def test_nothing_ticked_otherwise_is_no_act(day: Day) -> None:
    day.begun()
    dialog = CasesDialog(day.stage, day.view())
    dialog.open()
    day.settle(lambda: day.case in dialog.ticks.boxes)
    heard: list[object] = []
    dialog.closed.connect(heard.append)
    dialog.submit()
    assert heard == [None]
    assert day.stage.said == []


def test_ONX_2_who_signed_is_named_before_the_cases_are_changed_and_a_finished_report_offers_no_change(
    day: Day,
) -> None:
    day.begun()
    whole_report(day.world.desk, day.first)
    visits.edit(day.world.desk, day.first, received_by="Amal Rashid")
    sign(day.world.desk, day.first)
    dialog = CasesDialog(day.stage, day.view())
    assert any("signed for these cases" in text for text in texts(dialog))
    day.world.later(hours=1)
    visit_reports.finish(day.world.desk, day.first)
    day.page.read()
    day.settle(lambda: day.editor.view is not None and day.editor.view.state == "finished")
    assert not day.editor.form.texts["work_done"].head.link.isVisible()


def texts(dialog: CasesDialog) -> list[str]:
    items = [dialog.body.itemAt(at) for at in range(dialog.body.count())]
    widgets = [item.widget() for item in items if item is not None]
    return [each.accessibleName() for each in widgets if each is not None]
