"""The report of a visit: saved field by field, signed, voided, finished and revised, over a real desk."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint, Health, SparePart
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.person import drafts
from supportdesk.ui.visits.dialogs import ClearDialog, FollowUpDialog, ReviseDialog
from supportdesk.ui.visits.health import HealthChoice
from supportdesk.ui.visits.keeper import draft_key
from supportdesk.ui.visits.pad import SignaturePad
from supportdesk.ui.widgets.dialog import Dialog
from tests.services.signing import whole_report
from tests.ui.visits.conftest import ARRIVAL, Day

D = TypeVar("D", bound=Dialog)


def draw(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    for x in range(30, 200, 10):
        QTest.mouseMove(pad, QPoint(x, 20 + x % 40))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 40))


def text_of(day: Day, name: str) -> str:
    return day.editor.form.texts[name].area.text()


def dialog(day: Day, kind: type[D]) -> D:
    found = day.stage.cover.findChildren(kind)
    assert len(found) == 1
    return found[0]


def signed(day: Day) -> None:
    """A whole report with the client's name and signature, in view."""
    day.begun()
    whole_report(day.world.desk, day.first)
    day.read_again()
    day.editor.acceptance.name.setText("Amal Rashid")
    draw(day.editor.acceptance.box.pad)
    day.editor.acceptance.sign.click()
    day.settle(lambda: day.view().signed is not None)
    day.settle(lambda: day.editor.acceptance.box.pad.locked)


def test_arrival_is_set_by_one_click_and_corrected_by_hand(day: Day) -> None:
    day.editor.form.times.arrival.button.click()
    day.settle(lambda: day.view().report.arrived == ARRIVAL)
    day.settle(day.editor.form.times.arrival.clock.isVisible)
    day.settle(lambda: bool(day.stage.said))
    assert day.stage.said[-1][2] is not None
    clock = day.editor.form.times.arrival.clock
    clock.setFocus()
    clock.selectAll()
    QTest.keyClicks(clock, "0245")
    QTest.keyClick(clock, Qt.Key.Key_Return)
    # Toronto reads 03:00 when it is 08:00 UTC.
    day.settle(lambda: day.view().report.arrived == ARRIVAL.replace(hour=7, minute=45))


def test_what_is_no_time_is_put_back(day: Day) -> None:
    day.begun()
    clock = day.editor.form.times.arrival.clock
    clock.setText("27:80")
    clock.take()
    assert clock.text() == "03:00"


def test_a_departure_before_the_arrival_is_the_next_day_s(day: Day) -> None:
    day.begun()
    visits.leave(day.world.desk, day.first, at=ARRIVAL.replace(hour=10))
    day.read_again()
    clock = day.editor.form.times.departure.clock
    clock.setText("01:30")
    clock.take()
    day.editor.flush()
    day.settle(lambda: day.view().report.left == ARRIVAL.replace(day=20, hour=6, minute=30))


def test_everything_typed_is_saved_field_by_field_and_survives(day: Day) -> None:
    day.begun()
    form = day.editor.form
    for name, text in form.texts.items():
        QTest.keyClicks(text.area.edit, f"About {name}")
    QTest.keyClicks(form.times.received.control, "Mme Sonia Trabelsi")
    QTest.keyClicks(form.times.minutes, "80")
    QTest.keyClicks(form.times.km, "128")
    form.passed_on.click()
    form.checks.rows[0].health.choose(Health.WATCH)
    form.checks.rows[0].health.chosen.emit(Health.WATCH)
    QTest.keyClicks(form.checks.rows[0].remark, "4 days old")
    form.parts.add()
    QTest.keyClicks(form.parts.rows[0].line, "UPS battery")
    day.editor.acceptance.as_asked.click()
    day.another_page()
    view, report = day.view(), day.view().report
    assert (report.problems, report.work_done) == ("About problems", "About work_done")
    assert (report.received_by, view.travel_minutes, view.travel_km) == ("Mme Sonia Trabelsi", 80, 128)
    assert report.passed_on
    assert report.performance == (CheckedPoint("Backup, last good", Health.WATCH, "4 days old"),)
    assert report.spare_parts == (SparePart("UPS battery"),)
    assert report.acceptance == Acceptance(as_asked=True)
    assert text_of(day, "client_suggestions") == "About client_suggestions"
    assert day.editor.form.times.km.value() == 128


def test_typing_rests_for_half_a_second_and_is_saved(day: Day) -> None:
    day.begun()
    QTest.keyClicks(day.editor.form.texts["work_done"].area.edit, "Rebuilt the index. ")
    assert day.view().report.work_done == ""
    day.settle(lambda: day.view().report.work_done == "Rebuilt the index. ")
    day.settle(lambda: "Last saved" in day.editor.saved.text)
    assert text_of(day, "work_done") == "Rebuilt the index. "


def test_another_desk_s_words_come_in_beside_what_is_typed(day: Day) -> None:
    day.begun()
    visit_reports.write_report(day.world.desk, day.first, work_done="First line.\nLast line.")
    day.read_again()
    edit = day.editor.form.texts["work_done"].area.edit
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit, " Typed here.")
    # Meanwhile the other desk's work arrives, in the same part and in another.
    done = visit_reports.write_report(
        day.world.desk, day.first, work_done="First line, by another.\nLast line.", problems="Slow."
    )
    day.stage.session.notifier.tell(done)
    day.settle(lambda: text_of(day, "problems") == "Slow.")
    assert text_of(day, "work_done").endswith(" Typed here.")
    wanted = "First line, by another.\nLast line. Typed here."
    day.settle(lambda: day.view().report.work_done == wanted)
    day.settle(lambda: text_of(day, "work_done") == wanted)


def test_checks_of_two_desks_stand_together(day: Day) -> None:
    day.begun()
    row = day.editor.form.checks.rows[1]
    row.health.setFocus()
    QTest.keyClick(row.health, Qt.Key.Key_Right)
    visit_reports.write_report(
        day.world.desk, day.first, performance=(CheckedPoint("Database check", Health.BAD),)
    )
    day.editor.flush()

    def both() -> bool:
        return {(each.name, each.health) for each in day.view().report.performance} == {
            ("Database check", Health.BAD),
            ("Free disk space on the server", Health.GOOD),
        }

    day.settle(both)
    day.settle(lambda: "1 bad" in day.editor.form.checks.head._hint.text())  # noqa: SLF001 - as it is read


def test_a_check_is_added_once_it_has_a_name_and_a_state(day: Day) -> None:
    day.begun()
    checks = day.editor.form.checks
    checks.head.link.click()
    QTest.keyClicks(checks.new.line, "Label printer")
    day.editor.flush()
    day.settle(lambda: drafts.load(day.world.desk, draft_key(day.first)) is not None)
    day.another_page()
    checks = day.editor.form.checks
    day.settle(lambda: checks.new.line.text() == "Label printer")
    checks.new.health.choose(Health.GOOD)
    checks.new.health.chosen.emit(Health.GOOD)
    day.settle(lambda: day.view().report.performance == (CheckedPoint("Label printer", Health.GOOD),))
    day.settle(lambda: drafts.load(day.world.desk, draft_key(day.first)) is None)


def test_a_state_is_taken_back_by_pressing_it_again(day: Day) -> None:
    day.begun()
    health: HealthChoice = day.editor.form.checks.rows[0].health
    spot = QPoint(10, 10)
    QTest.mouseClick(health, Qt.MouseButton.LeftButton, pos=spot)
    assert health.value() is Health.GOOD
    QTest.mouseClick(health, Qt.MouseButton.LeftButton, pos=spot)
    assert health.value() is None
    assert day.editor.form.checks.points() == ()


def test_a_signature_binds_what_is_on_the_screen_and_is_locked(day: Day) -> None:
    signed(day)
    signature = day.view().signed
    assert signature is not None
    assert signature.name == "Amal Rashid"
    assert day.view().report.agreement is not None
    assert max(x for stroke in signature.strokes for x, _y, _ms in stroke) > 600
    panel = day.editor.acceptance
    before = panel.box.pad.strokes()
    draw(panel.box.pad)
    assert panel.box.pad.strokes() == before
    assert panel.void.isHidden()


def test_a_change_after_the_signature_says_that_it_no_longer_stands_and_why(day: Day) -> None:
    signed(day)
    QTest.keyClicks(day.editor.form.texts["problems"].area.edit, "One more.")
    panel = day.editor.acceptance
    day.settle(panel.void.isVisible)
    assert "Problems found" in panel.void.accessibleName()
    panel.anew.click()
    assert not panel.box.pad.locked
    draw(panel.box.pad)
    panel.sign.click()
    day.settle(lambda: day.view().report.agreement is not None)
    day.settle(panel.void.isHidden)


def test_a_signature_needs_a_name_and_clearing_asks_first(day: Day) -> None:
    day.begun()
    panel = day.editor.acceptance
    draw(panel.box.pad)
    panel.sign.click()
    assert panel.error.text() == "Write the name of who signs."
    panel.box.clear.click()
    dialog(day, ClearDialog).leave()
    assert panel.box.pad.strokes()
    QApplication.sendPostedEvents(None, 0)
    panel.box.clear.click()
    day.stage.cover.findChildren(ClearDialog)[-1].primary.click()
    assert not panel.box.pad.strokes()


def test_what_was_drawn_and_not_signed_survives(day: Day) -> None:
    day.begun()
    day.editor.acceptance.name.setFocus()
    QTest.keyClicks(day.editor.acceptance.name, "Amal Rashid")
    draw(day.editor.acceptance.box.pad)
    drawn = day.editor.acceptance.box.pad.strokes()
    day.another_page()
    day.settle(lambda: day.editor.acceptance.box.pad.strokes() == drawn)
    assert day.editor.acceptance.name.text() == "Amal Rashid"


def test_finishing_is_refused_in_place_and_then_done(day: Day) -> None:
    day.begun()
    day.editor.foot.finish.click()
    day.settle(lambda: day.editor.refusal is not None and bool(day.editor.form.checks.head.error))
    said = day.editor.refusal.accessibleName() if day.editor.refusal is not None else ""
    assert all(part in said for part in ("System health", "Work done", "Client’s signature"))
    assert day.editor.form.texts["work_done"].head.error
    assert not day.editor.form.texts["problems"].head.error
    signed(day)
    day.settle(lambda: day.editor.refusal is None)
    day.world.later(hours=2)
    QTest.keyClick(day.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    day.settle(lambda: day.view().state == "finished")
    day.settle(day.editor.foot.revise.isVisible)
    assert day.editor.form.texts["work_done"].area.edit.isReadOnly()
    assert day.editor.saved.isHidden()


def test_a_finished_report_is_revised_for_a_reason(day: Day) -> None:
    signed(day)
    day.editor.finish()
    day.settle(day.editor.foot.revise.isVisible)
    day.editor.foot.revise.click()
    asked = dialog(day, ReviseDialog)
    asked.primary.click()
    assert asked.why.error
    asked.why.set_text("A wrong figure")
    asked.primary.click()
    day.settle(lambda: day.view().state == "revising")
    day.settle(day.editor.foot.finish.isVisible)
    assert "later revision" in day.editor.acceptance.void.accessibleName()


def test_a_recommendation_becomes_a_case_that_a_row_opens(day: Day) -> None:
    day.begun()
    day.editor.form.texts["recommendations"].area.edit.setPlainText("A larger disk.\nBackups every night.")
    day.editor.flush()
    day.settle(day.editor.form.follow_ups.head.link.isEnabled)
    day.editor.form.follow_ups.head.link.click()
    day.settle(lambda: bool(day.stage.cover.findChildren(FollowUpDialog)))
    making = dialog(day, FollowUpDialog)
    assert making.title_field.text() == "A larger disk."
    assert making.reason is not None
    assert making.reason.value() == "update"
    making.title_field.set_text("")
    making.primary.click()
    assert making.title_field.error
    making.title_field.set_text("A larger disk for the server")
    making.primary.click()
    day.settle(lambda: len(day.view().follow_ups) == 1)
    day.settle(lambda: len(day.editor.form.follow_ups.rows) == 1)
    day.editor.form.follow_ups.rows[0].click()
    made: UUID = day.view().follow_ups[0].case.id
    assert day.stage.cases == [made]


def test_a_long_text_and_many_checks_keep_their_places(day: Day, qapp: QApplication) -> None:
    day.begun()
    visit_reports.write_report(
        day.world.desk,
        day.first,
        work_done="\n".join(f"Line {number}" for number in range(1_000)),
        performance=tuple(CheckedPoint(f"Check {number}", Health.GOOD) for number in range(200)),
    )
    day.read_again()
    qapp.processEvents()
    assert len(day.editor.form.checks.rows) == 207
    area = day.editor.form.texts["work_done"].area
    assert area.height() < 400
    assert day.editor.form.width() <= day.editor.paper.viewport().width()
    assert not day.editor.grab().isNull()


def test_a_narrow_window_puts_the_acceptance_below(day: Day) -> None:
    day.stage.cover.resize(668, 500)
    panel = day.editor.acceptance
    day.settle(lambda: day.editor.paper.isAncestorOf(panel))
    day.settle(lambda: day.editor.form.width() <= day.editor.paper.viewport().width() - 40)
    day.stage.cover.resize(1200, 800)
    day.settle(lambda: not day.editor.paper.isAncestorOf(panel))


@pytest.mark.parametrize("name", ["problems", "recommendations"])
def test_undo_in_a_text_works_as_everywhere(day: Day, name: str) -> None:
    day.begun()
    edit = day.editor.form.texts[name].area.edit
    edit.setFocus()
    QTest.keyClicks(edit, "abc")
    day.editor.flush()
    day.settle(lambda: getattr(day.view().report, name) == "abc")
    day.read_again()
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.toPlainText() == ""
