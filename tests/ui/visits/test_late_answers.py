"""Answers that come late to who cancels a visit or writes its report: no word is lost, and nothing lands elsewhere."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.person import drafts
from supportdesk.ui.visits.dialogs import FollowUpDialog, ReviseDialog
from supportdesk.ui.visits.plan_cancel import CancelDialog
from tests.ui.holding import acts_held, questions_held
from tests.ui.visits.conftest import ARRIVAL, Day
from tests.ui.visits.test_editor import draw, signed, text_of


def types(edit: QPlainTextEdit, text: str) -> None:
    edit.setFocus()
    QTest.keyClicks(edit, text)


# ---------------------------------------------------------------- why a visit is cancelled


def asking(day: Day) -> CancelDialog:
    made = CancelDialog(day.stage, day.second, "VR-0002")
    made.open()
    return made


def reasons(day: Day) -> list[object]:
    return [each.content["why"] for each in drafts.all_drafts(day.world.desk)]


def reason_waits(day: Day) -> None:
    drafts.save(day.world.desk, f"visit_cancel:{day.second}", {"why": "The server room is moved."})


def test_a_reason_typed_before_the_one_left_is_back_stands_below_it(day: Day) -> None:
    reason_waits(day)
    with acts_held(day):
        made = asking(day)
        types(made.why.control, "The client a")
    whole = "The server room is moved.\nThe client a"
    day.settle(lambda: made.why.text() == whole)
    QTest.keyClicks(made.why.control, "sked.")
    made.leave()
    day.settle(lambda: reasons(day) == [f"{whole}sked."])


def test_a_reason_left_before_the_one_left_earlier_is_back_takes_nothing_of_it(day: Day) -> None:
    reason_waits(day)
    with acts_held(day):
        made = asking(day)
        types(made.why.control, "The client asked.")
        made.leave()
    day.settle(lambda: reasons(day) == ["The server room is moved.\nThe client asked."])


def test_the_reason_for_a_visit_that_can_not_be_cancelled_is_kept(day: Day) -> None:
    made = asking(day)
    types(made.why.control, "The client asked.")
    visits.arrive(day.world.desk, day.second)
    visits.leave(day.world.desk, day.second)
    with acts_held(day):
        made.submit()
        QTest.keyClick(made.why.control, Qt.Key.Key_Escape)
        assert made.isVisible()
        assert not made.primary.isEnabled()
        # As when the program is ended now.
        made.hide()
    day.settle(lambda: reasons(day) == ["The client asked."])
    day.settle(made.primary.isEnabled)
    # What is taken away again is gone.
    made.show()
    made.why.set_text("")
    made.leave()
    day.settle(lambda: reasons(day) == [])


# ---------------------------------------------------------------- a report


def shown(day: Day, visit: UUID) -> None:
    day.page.choose(visit)
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == visit)


def test_a_visit_that_comes_back_before_its_words_are_saved_shows_them(day: Day) -> None:
    visits.arrive(day.world.desk, day.second, at=ARRIVAL)
    day.begun()
    problems = day.editor.form.texts["problems"].area.edit
    with acts_held(day):
        types(problems, "The UPS is dead.")
        QTest.keyClicks(day.editor.form.times.received.control, "Amal")
        QTest.keyClicks(day.editor.form.times.km, "128")
        QTest.keyClicks(day.editor.acceptance.name, "Amal Rashid")
        draw(day.editor.acceptance.box.pad)
        drawn = day.editor.acceptance.box.pad.strokes()
        shown(day, day.second)
        assert text_of(day, "problems") == ""
        types(problems, "Of the second visit.")
        shown(day, day.first)
        assert text_of(day, "problems") == "The UPS is dead."
        assert day.editor.form.times.received.text() == "Amal"
        assert day.editor.form.times.km.value() == 128
        assert day.editor.acceptance.name.text() == "Amal Rashid"
        assert day.editor.acceptance.box.pad.strokes() == drawn
        problems.moveCursor(problems.textCursor().MoveOperation.End)
        types(problems, " And the fan.")
        day.editor.flush()
    day.settle(lambda: day.view(day.first).report.problems == "The UPS is dead. And the fan.")
    day.settle(lambda: day.view(day.second).report.problems == "Of the second visit.")
    assert day.view(day.first).travel_km == 128


def test_a_time_typed_while_the_next_visit_is_read_is_this_visits(day: Day) -> None:
    visits.arrive(day.world.desk, day.second, at=ARRIVAL)
    day.begun()
    clock = day.editor.form.times.arrival.clock
    with questions_held(day):
        day.page.choose(day.second)
        clock.setFocus()
        clock.selectAll()
        QTest.keyClicks(clock, "0245")
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == day.second)
    assert clock.text() == "03:00"
    day.settle(lambda: day.view(day.first).report.arrived == ARRIVAL.replace(hour=7, minute=45))
    assert day.view(day.second).report.arrived == ARRIVAL


def test_finishing_that_is_refused_late_marks_nothing_in_the_visit_chosen_since(day: Day) -> None:
    visits.arrive(day.world.desk, day.second, at=ARRIVAL)
    day.begun()
    with acts_held(day):
        day.editor.finish()
        shown(day, day.second)
    day.settle(lambda: bool(day.stage.refused))
    assert day.editor.refusal is None
    assert not day.editor.form.checks.head.error
    assert not day.editor.form.texts["work_done"].head.error


def test_a_case_is_offered_for_no_visit_but_the_one_in_view(day: Day) -> None:
    visit_reports.write_report(day.world.desk, day.first, recommendations="A larger disk.")
    day.begun()
    day.settle(day.editor.form.follow_ups.head.link.isEnabled)
    with acts_held(day):
        day.editor.form.follow_ups.head.link.click()
        shown(day, day.second)
    day.all_done()
    assert not day.stage.cover.findChildren(FollowUpDialog)


def test_a_reason_to_revise_that_is_refused_stands_where_it_was_typed(day: Day) -> None:
    signed(day)
    day.editor.finish()
    day.settle(day.editor.foot.revise.isVisible)
    day.editor.foot.revise.click()
    asked = day.stage.cover.findChildren(ReviseDialog)[-1]
    types(asked.why.control, "A wrong figure.")
    # A colleague's revision comes first.
    visit_reports.revise_report(day.world.desk, day.first, "A part is missing.")
    with acts_held(day):
        asked.submit()
        QTest.keyClick(asked, Qt.Key.Key_Escape)
        assert asked.isVisible()
    day.settle(lambda: asked.refusal is not None)
    assert asked.why.text() == "A wrong figure."
    asked.leave()
