"""The new-case dialog over a real desk: who asks, what the policy asks, what is advised, and that no text is lost."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.domain.words import LinkKind
from supportdesk.services.operations.desk import Done
from supportdesk.services.person import drafts
from supportdesk.services.queries import details
from supportdesk.ui.new_case.caller import Party, find_parties
from supportdesk.ui.new_case.content import DRAFT_KEY
from supportdesk.ui.new_case.side import SuggestionRow
from supportdesk.ui.widgets.buttons import Button
from tests.ui.intake_stage import Intake, open_intake
from tests.ui.intake_world import PIN

SEVERAL = "Pay slips print blank after the update, and also the bank file export is missing two employees"
ASPECTS = ("Pay slips print blank after the update", "The bank file export is missing two employees")
SAGE = {
    "since_when": "Yesterday",
    "affected": "2 users",
    "worked_before": True,
    "expected_result": "Amounts",
    "actual_result": "Blank pages",
    "tried": "Another printer",
}


@pytest.fixture
def sparkrock(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    yield from open_intake(tmp_path, "sparkrock", qtbot)


@pytest.fixture
def sage(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    yield from open_intake(tmp_path, "sage", qtbot)


@pytest.fixture
def uncovered(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    yield from open_intake(tmp_path, "sage", qtbot, covered=False)


def test_SAP_1_a_code_tells_client_and_contact_and_hides_its_pin(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    sparkrock.calls(dialog)
    caller = dialog.form.caller
    assert caller.party == Party(
        sparkrock.facts.client, "Maple Ridge School District", sparkrock.facts.contact
    )
    assert caller.contact.control.currentText() == "Lena Moreau"
    assert PIN not in caller.field.text()
    sparkrock.settle(dialog)
    kept = drafts.load(sparkrock.world.desk, DRAFT_KEY)
    assert kept is not None
    assert PIN not in json.dumps(dict(kept.content), default=str)


def test_SAP_1_a_wrong_code_is_said_at_its_field(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    field = dialog.form.caller.field
    QTest.keyClicks(field.control, "MAPLE00000")
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not match" in field.error)
    assert dialog.form.caller.party is None
    QTest.keyClicks(field.control, "1")
    assert field.error == ""


def test_SAP_1_a_code_is_not_tried_before_it_is_whole(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    field = dialog.form.caller.field
    # The client's own code could end in digits, so that a part of it looks whole.
    QTest.keyClicks(field.control, "MAPLE48213", delay=20)
    qtbot.waitUntil(lambda: dialog.form.caller.party is not None)
    assert field.error == ""


def test_a_client_is_found_by_name_without_a_code(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    field = dialog.form.caller.field
    field.control.setFocus()
    QTest.keyClicks(field.control, "mor")
    qtbot.waitUntil(lambda: len(field.offered()) == 1)
    assert field.offered()[0].text == "Lena Moreau"
    popup = field.completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.form.caller.party is not None)
    assert field.text() == "Lena Moreau"
    assert dialog.content().organisation_id == sparkrock.facts.client
    assert dialog.content().contact_id == sparkrock.facts.contact


def test_clients_come_before_people_of_the_same_word(sparkrock: Intake) -> None:
    found = find_parties(sparkrock.world.desk, "maple")
    assert found[0].value == Party(sparkrock.facts.client, "Maple Ridge School District")


def test_words_that_name_nobody_are_said(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    field = dialog.form.caller.field
    QTest.keyClicks(field.control, "Nobody Ltd")
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert "Choose a client" in field.error


def test_SAG_5_fields_follow_the_policy_and_texts_come_back(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open("sage")
    template = dialog.form.template
    qtbot.waitUntil(lambda: template.field("since_when") is not None)
    template.show_values({"since_when": "Since Monday", "worked_before": False})
    sparkrock.calls(dialog)
    qtbot.waitUntil(lambda: template.field("steps") is not None)
    assert template.field("since_when") is None
    assert "since_when" not in dialog.content().template
    dialog.form.caller.field.control.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(dialog.form.caller.field.control, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: template.field("since_when") is not None)
    assert template.values() == {"since_when": "Since Monday", "worked_before": False}


def test_SAG_5_what_is_missing_is_said_where_it_is_missing(sage: Intake, qtbot: QtBot) -> None:
    dialog = sage.open()
    sage.calls(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.form.summary.one.error
    assert QApplication.focusWidget() is dialog.form.summary.one.control
    needed = {part for part in SAGE if (field := dialog.form.template.field(part)) and field.error}
    assert needed == set(SAGE)
    assert dialog.form.sorting.reason.error
    assert dialog.form.sorting.area.error
    assert sage.cases() == ()


def test_SAG_3_a_split_request_becomes_linked_cases(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    sparkrock.calls(dialog)
    sparkrock.types(dialog, SEVERAL)
    summary = dialog.form.summary
    qtbot.waitUntil(summary.hint.isVisible)
    summary.hint.split.click()
    assert tuple(field.text() for field in summary.aspects) == ASPECTS
    assert dialog.primary.text().startswith("Create 2")
    with qtbot.waitSignal(dialog.closed) as closed:
        dialog.create_case()
    done: Done = closed.args[0]
    assert done.created is not None
    rows = sparkrock.cases()
    assert {row.title for row in rows} == set(ASPECTS)
    first = details.case(sparkrock.world.desk, done.created)
    assert [link.kind for link in first.links] == [LinkKind.RELATED]


def test_SAG_3_keeping_it_as_one_is_the_person_s_decision(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open("sparkrock")
    sparkrock.types(dialog, SEVERAL)
    hint = dialog.form.summary.hint
    qtbot.waitUntil(hint.isVisible)
    hint.keep.click()
    dialog.ask()
    sparkrock.settle(dialog)
    assert not hint.isVisible()
    assert dialog.content().aspects == ()


def test_SAG_3_cases_left_out_come_down_to_one_again(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open("sparkrock")
    sparkrock.types(dialog, SEVERAL)
    summary = dialog.form.summary
    qtbot.waitUntil(summary.hint.isVisible)
    summary.hint.split.click()
    away = next(button for button in summary.findChildren(Button) if "Leave" in button.accessibleName())
    away.click()
    assert summary.aspects == ()
    assert summary.one.text() == "The bank file export is missing two employees"


def test_SPK_2_answers_propose_a_severity_and_a_choice_by_hand_stands(
    sparkrock: Intake, qtbot: QtBot
) -> None:
    dialog = sparkrock.open()
    sparkrock.calls(dialog)
    part = dialog.form.severity
    part.show_values({"function": "critical", "down_for": "everyone", "workaround": "no"}, None)
    dialog.ask()
    qtbot.waitUntil(lambda: part.severity.control.value() == "S1")
    assert dialog.content().severity is None
    part.severity.control.choose("S3")
    part.severity.control.chosen.emit("S3")
    dialog.ask()
    sparkrock.settle(dialog)
    assert part.severity.control.value() == "S3"
    back = next(button for button in part.findChildren(Button) if button.isVisible())
    back.click()
    qtbot.waitUntil(lambda: part.severity.control.value() == "S1")


def test_SAG_2_what_is_known_is_linked_and_sent_with_the_case(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    sparkrock.calls(dialog)
    sparkrock.types(dialog, "Blank pay slips since the 9.4.2 update")

    def switches() -> list[Button]:
        rows = [row for row in dialog.help.findChildren(SuggestionRow) if row.isVisible()]
        return [button for row in rows for button in row.findChildren(Button) if button.isCheckable()]

    qtbot.waitUntil(lambda: len(switches()) >= 2)
    switches()[0].click()
    switches()[-1].click()
    assert dialog.content().same_cause == (sparkrock.facts.known,)
    assert dialog.content().sent == (sparkrock.facts.article,)
    with qtbot.waitSignal(dialog.closed) as closed:
        dialog.create_case()
    case_id = closed.args[0].created

    def kinds() -> set[str]:
        return {link.kind for link in details.case(sparkrock.world.desk, case_id).links}

    # Both are acts of their own, after the logging.
    qtbot.waitUntil(lambda: {LinkKind.SAME_CAUSE, "article"} <= kinds())


def test_a_logged_case_is_opened_and_its_draft_is_gone(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    sparkrock.calls(dialog)
    sparkrock.types(dialog, "Payroll stops")
    sparkrock.settle(dialog)
    assert drafts.load(sparkrock.world.desk, DRAFT_KEY) is not None
    with qtbot.waitSignal(dialog.closed) as closed:
        QTest.keyClick(
            dialog.form.summary.one.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    done: Done = closed.args[0]
    assert sparkrock.stage.cases == [done.created]
    assert sparkrock.stage.said[-1][2] is done
    assert [row.owner_name for row in sparkrock.cases()] == ["Nadia Karim"]
    assert drafts.load(sparkrock.world.desk, DRAFT_KEY) is None


def test_another_case_of_the_same_caller_begins_empty(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    sparkrock.calls(dialog)
    sparkrock.types(dialog, "Payroll stops")
    dialog.create_and_add()
    qtbot.waitUntil(lambda: len(sparkrock.cases()) == 1 and dialog.form.summary.one.text() == "")
    assert dialog.isVisible()
    assert dialog.content().organisation_id == sparkrock.facts.client
    assert sparkrock.stage.cases == []


def test_SAG_1_a_refusal_is_said_in_place_and_the_text_stays(uncovered: Intake, qtbot: QtBot) -> None:
    dialog = uncovered.open()
    uncovered.calls(dialog)
    uncovered.types(dialog, "The ledger prints nothing")
    dialog.form.template.show_values(SAGE)
    dialog.form.sorting.show_values("error", "accounting")
    dialog.create_case()
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "case was not logged" in dialog.trouble.accessibleName()
    assert dialog.form.summary.one.text() == "The ledger prints nothing"
    assert dialog.primary.isEnabled()
    assert dialog.primary.text() == "Create case"
    assert uncovered.cases() == ()


def test_closing_keeps_everything_for_the_next_time(sage: Intake, qtbot: QtBot) -> None:
    dialog = sage.open()
    sage.calls(dialog)
    sage.types(dialog, "The ledger prints nothing")
    dialog.form.template.show_values(SAGE)
    dialog.form.sorting.show_values("error", "accounting")
    dialog.form.severity.show_values({"can_work": "workaround"}, None)
    before = dialog.content()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: drafts.load(sage.world.desk, DRAFT_KEY) is not None)
    again = sage.open()
    qtbot.waitUntil(lambda: again.content().summary != "")
    # Also before the policy's questions are there.
    assert again.content() == before
    qtbot.waitUntil(lambda: again.form.template.field("tried") is not None)
    assert again.content() == before


def test_a_draft_is_discarded_only_by_a_second_click(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open()
    sparkrock.types(dialog, "Payroll stops")
    qtbot.waitUntil(dialog.discard.isVisible)
    dialog.discard.click()
    assert dialog.isVisible()
    sparkrock.types(dialog, "Payroll stops again")
    dialog.discard.click()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.closed):
        dialog.discard.click()
    qtbot.waitUntil(lambda: drafts.load(sparkrock.world.desk, DRAFT_KEY) is None)


def test_a_known_case_is_opened_and_the_request_waits(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open("sparkrock")
    sparkrock.types(dialog, "Blank pay slips since the 9.4.2 update")

    def openers() -> list[Button]:
        return [
            button
            for button in dialog.help.findChildren(Button)
            if button.isVisible() and button.text() == "Open"
        ]

    qtbot.waitUntil(lambda: bool(openers()))
    with qtbot.waitSignal(dialog.closed):
        openers()[0].click()
    assert sparkrock.stage.cases == [sparkrock.facts.known]
    qtbot.waitUntil(lambda: drafts.load(sparkrock.world.desk, DRAFT_KEY) is not None)


def test_words_are_kept_while_the_typing_goes_on(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open("sparkrock")
    field = dialog.form.summary.one.control
    field.setFocus()
    for _ in range(20):
        QTest.keyClicks(field, "ab")
        qtbot.wait(100)
        if drafts.load(sparkrock.world.desk, DRAFT_KEY) is not None:
            break
    else:
        pytest.fail("nothing was kept in two seconds of typing without a pause")
