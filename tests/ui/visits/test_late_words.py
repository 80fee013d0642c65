"""What is typed while another desk closes the visit is not lost: it stands above the report, also tomorrow (ONX-2)."""

from __future__ import annotations

import threading

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from supportdesk.domain.operation import ChangeSet
from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint, Health, SparePart
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.cases.late_words import LateWord, of_visit
from supportdesk.ui.visits.keeper import DRAFT
from supportdesk.ui.visits.late_words import word_name, word_text
from tests.services.signing import sign
from tests.ui.visits.conftest import ARRIVAL, Day
from tests.ui.visits.test_editor import signed, text_of

LATE = "The UPS is dead."


def types_late(day: Day) -> None:
    """Type into the report while another desk finishes it, within the half second before that is saved."""
    signed(day)
    QTest.keyClicks(day.editor.form.texts["problems"].area.edit, LATE)
    done = visit_reports.finish(day.world.desk, day.first)
    day.stage.session.notifier.tell(done)
    day.settle(lambda: day.editor.view is not None and day.editor.view.state == "finished")
    day.settle(day.editor.late.isVisible)


def test_what_was_typed_too_late_stands_above_the_report_and_can_be_copied(day: Day) -> None:
    types_late(day)
    late = day.editor.late
    assert day.view().report.problems == ""
    day.settle(lambda: text_of(day, "problems") == "")
    assert "Not in the report." in late.told.accessibleName()
    assert not late.put_in.isVisible()
    late.copies[0].click()
    assert QGuiApplication.clipboard().text() == LATE
    assert day.editor.paper.verticalScrollBar().value() == 0
    # As after the program was opened again.
    day.another_page().choose(day.first)
    day.settle(day.editor.late.isVisible)
    assert day.editor.refusal is None


def test_it_is_put_into_the_revision(day: Day) -> None:
    types_late(day)
    done = visit_reports.revise_report(day.world.desk, day.first, "The UPS was forgotten.")
    day.stage.session.notifier.tell(done)
    day.settle(day.editor.late.put_in.isVisible)
    day.editor.late.put_in.click()
    day.settle(lambda: day.view().report.problems == LATE)
    day.settle(lambda: text_of(day, "problems") == LATE)
    day.settle(day.editor.late.isHidden)
    assert of_visit(day.world.desk, day.first) == ()


def test_what_can_not_be_put_in_is_told_in_place(day: Day) -> None:
    types_late(day)
    desk = day.world.desk
    done = visit_reports.revise_report(desk, day.first, "The UPS was forgotten.")
    day.stage.session.notifier.tell(done)
    day.settle(day.editor.late.put_in.isVisible)
    # Another desk has finished the revision as well.
    sign(desk, day.first)
    visit_reports.finish(desk, day.first)
    day.editor.late.put_in.click()
    day.settle(lambda: day.editor.refusal is not None)
    assert [each.typed for each in of_visit(desk, day.first)] == [LATE]


def test_it_is_discarded_by_who_says_so_twice(day: Day) -> None:
    types_late(day)
    day.editor.late.discard.click()
    assert of_visit(day.world.desk, day.first)
    day.editor.late.discard.click()
    day.settle(lambda: not of_visit(day.world.desk, day.first))
    day.settle(day.editor.late.isHidden)


def test_what_is_typed_while_one_s_own_finishing_is_under_way_is_kept_too(day: Day) -> None:
    signed(day)
    # The signature's own draft goes first.
    day.editor.flush()
    day.settle(lambda: not day.editor.keeper.holds(day.first, DRAFT))
    gate = threading.Event()
    day.stage.session.do(lambda _desk: gate.wait(10))
    day.editor.finish()
    QTest.keyClicks(day.editor.form.texts["problems"].area.edit, LATE)
    gate.set()
    day.settle(day.editor.late.isVisible)
    assert day.view().state == "finished"
    assert [each.typed for each in of_visit(day.world.desk, day.first)] == [LATE]


def test_finishing_a_visit_that_another_desk_has_finished_says_what_became_of_the_rest(day: Day) -> None:
    signed(day)
    QTest.keyClicks(day.editor.form.texts["problems"].area.edit, LATE)
    visit_reports.finish(day.world.desk, day.first)
    day.editor.finish()
    day.settle(day.editor.late.isVisible)
    day.all_done()
    assert day.editor.refusal is None


def test_a_time_that_was_being_typed_is_kept_too(day: Day) -> None:
    signed(day)
    clock = day.editor.form.times.arrival.clock
    clock.setFocus()
    clock.selectAll()
    QTest.keyClicks(clock, "0245")
    done = visit_reports.finish(day.world.desk, day.first)
    day.stage.session.notifier.tell(done)
    day.settle(day.editor.late.isVisible)
    assert [each.typed for each in of_visit(day.world.desk, day.first)] == [
        ARRIVAL.replace(hour=7, minute=45)
    ]


def test_with_another_visit_in_view_it_is_told_where_the_words_are(day: Day) -> None:
    signed(day)
    gate = threading.Event()
    day.stage.session.do(lambda _desk: gate.wait(10))
    day.stage.session.do(visit_reports.finish, day.first)
    QTest.keyClicks(day.editor.form.texts["problems"].area.edit, LATE)
    day.page.choose(day.second)
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == day.second)
    gate.set()
    day.settle(lambda: bool(day.stage.refused))
    assert "was closed before all you typed was saved" in day.stage.refused[0].what
    assert not day.editor.late.isVisible()


def test_a_visit_that_was_cancelled_elsewhere_keeps_what_was_typed_and_takes_no_more(day: Day) -> None:
    QTest.keyClicks(day.editor.form.texts["problems"].area.edit, LATE)
    done = visits.cancel(day.world.desk, day.first, "The client is away.")
    day.stage.session.notifier.tell(done)
    day.settle(day.editor.late.isVisible)
    assert day.editor.form.texts["problems"].area.edit.isReadOnly()
    assert not day.editor.foot.finish.isVisible()
    assert not day.editor.late.put_in.isVisible()


def test_late_words_are_named_and_read_as_the_report_has_them(day: Day) -> None:
    good, bad = CheckedPoint("Backup", Health.GOOD), CheckedPoint("UPS", Health.BAD, "dead")
    for name, typed, seen, title, text in (
        ("performance", (good, bad), (good,), "System health", "UPS · Bad · dead"),
        ("spare_parts", (SparePart("Battery", 2),), (), "Spare parts", "2 × Battery"),
        ("spare_parts", (), (SparePart("Battery", 2),), "Spare parts", ""),
        ("acceptance", Acceptance(True, True, "Thanks"), Acceptance(), "Client’s acceptance", None),
        ("passed_on", True, False, "Pass to product management", "Yes"),
        ("received_by", None, "Amal", "Received by", ""),
        ("travel_km", 12, None, "Travel", "12 km"),
        ("travel_minutes", 80, None, "Travel", "80 min"),
        ("arrived_at", ARRIVAL, None, "Arrived", "03:00"),
        (f"caption:{day.first}", "The rack", "", "Caption", "The rack"),
    ):
        assert word_name(name) == title
        wanted = "Work done as asked\nThe cases can be closed\nThanks" if text is None else text
        assert word_text(LateWord(name, typed, seen), day.stage.zone) == wanted


def test_nothing_is_read_anew_where_nothing_changed(day: Day) -> None:
    types_late(day)
    first = day.editor.late.copies[0]
    day.stage.session.notifier.tell(ChangeSet(everything=True))
    day.page.read()
    day.settle(lambda: day.editor.view == day.view())
    assert day.editor.late.copies[0] is first
