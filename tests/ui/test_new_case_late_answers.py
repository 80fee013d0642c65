"""Answers that come late for a new case: by then other words stand there, or another client is named."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import directory, intake
from supportdesk.services.queries.intake import IntakeDraft
from supportdesk.services.views import IntakeAdvice
from supportdesk.ui.new_case.dialog import NewCaseDialog
from supportdesk.ui.new_case.finder import Found
from supportdesk.ui.new_case.tried import TriedPart
from tests.ui.intake_stage import Held, Intake, open_intake


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    yield from open_intake(tmp_path, "sparkrock", qtbot)


@pytest.fixture
def held(desk: Intake) -> Iterator[Held]:
    made = Held(desk)
    yield made
    made.release()


def test_help_for_nobody_is_not_shown_for_the_client_named_meanwhile(desk: Intake, qtbot: QtBot) -> None:
    gate, asked = threading.Event(), threading.Event()

    def advice(desk: Desk, draft: IntakeDraft) -> IntakeAdvice:
        if draft.organisation_id is None:
            asked.set()
            gate.wait(10)
        return intake.advice(desk, draft)

    dialog = NewCaseDialog(desk.stage, advice=advice)
    dialog.open()
    assert asked.wait(10)
    caller = dialog.form.caller
    QTest.keyClicks(caller.field.control, desk.facts.code)
    QTest.keyClick(caller.field.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: caller.party is not None)
    gate.set()
    qtbot.waitUntil(caller.contact.isEnabled)
    assert caller.contact.control.currentText() == "Lena Moreau"


def test_what_was_found_for_other_words_is_not_offered(desk: Intake, qtbot: QtBot) -> None:
    gate, asked = threading.Event(), threading.Event()

    def find(_desk: Desk, text: str) -> tuple[Found, ...]:
        asked.set()
        gate.wait(10)
        return (Found(f"{text} found", "", None),)

    part = TriedPart(desk.stage.session, desk.stage.cover)
    part.show()
    part.finder._query = find  # noqa: SLF001 - answers when it is told to
    control = part.finder.control
    control.setFocus()
    QTest.keyClicks(control, "pay")
    qtbot.waitUntil(asked.is_set)
    QTest.keyClick(control, Qt.Key.Key_Backspace)
    QTest.keyClick(control, Qt.Key.Key_Backspace)
    gate.set()
    desk.rest()
    assert part.finder.offered() == ()
    assert not part.finder.unfolded
    QTest.keyClicks(control, "rrot")
    qtbot.waitUntil(lambda: [each.text for each in part.finder.offered()] == ["prrot found"])


def test_what_is_found_after_one_was_chosen_does_not_unfold_again(desk: Intake, qtbot: QtBot) -> None:
    gate, asked = threading.Event(), threading.Event()

    def find(_desk: Desk, text: str) -> tuple[Found, ...]:
        if text == "payr":
            asked.set()
            gate.wait(10)
        return (Found(f"{text} found", "", desk.facts.article),)

    part = TriedPart(desk.stage.session, desk.stage.cover)
    part.show()
    part.finder._query = find  # noqa: SLF001 - answers when it is told to
    control, popup = part.finder.control, part.finder.completer.popup()
    assert popup is not None
    control.setFocus()
    QTest.keyClicks(control, "pay")
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClicks(control, "r")
    qtbot.waitUntil(asked.is_set)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert part.tried == ((desk.facts.article, "pay found"),)
    gate.set()
    desk.rest()
    assert not part.finder.unfolded


def test_a_contact_that_is_added_late_is_not_another_clients(desk: Intake, held: Held, qtbot: QtBot) -> None:
    dialog = desk.open("sparkrock")
    desk.calls(dialog)
    caller = dialog.form.caller
    caller.newcomer.begin(desk.facts.client)
    caller.newcomer.name.set_text("Omar Haddad")
    held.hold()
    caller.newcomer.add.click()
    caller.newcomer.add.click()
    QTest.keyClick(caller.field.control, Qt.Key.Key_Backspace)
    assert caller.party is None
    held.release()
    desk.rest()
    assert dialog.content().contact_id is None
    people = directory.contacts_of(desk.world.desk, desk.facts.client)
    assert [each.name for each in people].count("Omar Haddad") == 1
