"""Who calls and what they hand over: new clients and contacts, contacts who may only read, files of a draft."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.person import drafts
from supportdesk.services.queries import directory, intake
from supportdesk.services.queries.intake import IntakeDraft
from supportdesk.ui.new_case.caller import Party
from supportdesk.ui.new_case.content import DRAFT_KEY
from supportdesk.ui.new_case.dialog import NewCaseDialog
from supportdesk.ui.new_case.finder import Finder
from supportdesk.ui.new_case.offers import OfferList
from supportdesk.ui.new_case.side import SuggestionRow
from tests.ui.intake_stage import Intake, open_intake


@pytest.fixture
def sparkrock(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    yield from open_intake(tmp_path, "sparkrock", qtbot)


@pytest.fixture
def sage(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    yield from open_intake(tmp_path, "sage", qtbot)


def take_last(finder: Finder, qtbot: QtBot) -> None:
    """Choose the last line of what a finder offers, by keys."""
    popup = finder.completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    for _ in finder.offered():
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)


def choose_somebody_new(dialog: NewCaseDialog) -> None:
    contact = dialog.form.caller.contact.control
    contact.setCurrentIndex(contact.count() - 1)
    contact.activated.emit(contact.count() - 1)


def test_a_client_that_calls_for_the_first_time_is_added(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open("sage")
    field = dialog.form.caller.field
    field.control.setFocus()
    QTest.keyClicks(field.control, "Ateliers Nouveaux")
    qtbot.waitUntil(lambda: len(field.offered()) == 1)
    take_last(field, qtbot)
    qtbot.waitUntil(lambda: dialog.form.caller.party is not None)
    assert field.error == ""
    (line,) = directory.organisations(sparkrock.world.desk, "Ateliers Nouveaux")
    assert dialog.content().organisation_id == line.id
    assert directory.organisation(sparkrock.world.desk, line.id).policy_code == "sage"
    # The branch of the person at the desk serves it.
    assert line.branch
    qtbot.waitUntil(dialog.form.caller.contact.isEnabled)


def test_a_client_that_is_known_is_not_offered_as_new(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open("sparkrock")
    field = dialog.form.caller.field
    field.control.setFocus()
    QTest.keyClicks(field.control, "Maple Ridge School District")
    qtbot.waitUntil(lambda: bool(field.offered()))
    assert [each.text for each in field.offered()] == ["Maple Ridge School District"]
    assert [each.text for each in dialog.form.tried.finder.beside("anything", ())] == []


def test_without_a_policy_for_new_clients_none_is_added(sparkrock: Intake) -> None:
    assert sparkrock.open().form.caller.field.beside("Ateliers Nouveaux", ()) == ()


def test_what_is_offered_can_be_read_in_full(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open("sparkrock")
    field = dialog.form.caller.field
    field.control.setFocus()
    QTest.keyClicks(field.control, "Maple")
    popup = field.completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    needed = OfferList.width_for((each.text, each.detail) for each in field.offered())
    assert popup.width() >= needed > 0
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    # A name longer than its field shows its beginning.
    assert field.control.cursorPosition() == 0


def test_a_contact_who_calls_for_the_first_time_is_added(sage: Intake, qtbot: QtBot) -> None:
    dialog = sage.open()
    sage.calls(dialog)
    caller = dialog.form.caller
    choose_somebody_new(dialog)
    assert caller.newcomer.isVisible()
    # Until then whoever was chosen stays chosen.
    assert dialog.content().contact_id == sage.facts.contact
    caller.newcomer.add.click()
    assert caller.newcomer.name.error
    QTest.keyClicks(caller.newcomer.name.control, "Omar Haddad")
    QTest.keyClicks(caller.newcomer.email.control, "omar@maple.example")
    QTest.keyClick(caller.newcomer.email.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: caller.contact.control.currentText() == "Omar Haddad")
    assert not caller.newcomer.isVisible()
    assert dialog.isVisible()
    chosen = dialog.content().contact_id
    people = directory.contacts_of(sage.world.desk, sage.facts.client)
    assert {each.id: (each.name, each.email) for each in people}[chosen or UUID(int=0)] == (
        "Omar Haddad",
        "omar@maple.example",
    )


def test_adding_a_contact_is_given_up_without_closing_the_dialog(sage: Intake, qtbot: QtBot) -> None:
    dialog = sage.open()
    sage.calls(dialog)
    choose_somebody_new(dialog)
    QTest.keyClick(dialog.form.caller.newcomer.name.control, Qt.Key.Key_Escape)
    assert not dialog.form.caller.newcomer.isVisible()
    assert dialog.isVisible()
    assert dialog.content().contact_id == sage.facts.contact


def test_SPK_8_a_contact_who_may_only_read_is_told_before_the_request(
    sparkrock: Intake, qtbot: QtBot
) -> None:
    reader = sparkrock.world.contact(sparkrock.facts.client, "Ivy Carmichael")
    draft = IntakeDraft(organisation_id=sparkrock.facts.client)
    assert intake.advice(sparkrock.world.desk, draft).readers == {reader}
    dialog = sparkrock.open()
    sparkrock.calls(dialog)
    contact = dialog.form.caller.contact
    assert [contact.control.itemText(row) for row in range(contact.control.count())] == [
        "Nobody in particular",
        "Lena Moreau",
        "Ivy Carmichael, may only read",
        "Somebody new…",
    ]
    assert contact.error == ""
    contact.control.setCurrentIndex(2)
    contact.control.activated.emit(2)
    qtbot.waitUntil(lambda: "knowledge base only" in contact.error)
    contact.control.setCurrentIndex(1)
    contact.control.activated.emit(1)
    qtbot.waitUntil(lambda: contact.error == "")


def test_cancel_keeps_text_and_files_for_the_next_time(
    sparkrock: Intake, tmp_path: Path, qtbot: QtBot
) -> None:
    shelf = FileShelf(tmp_path / "files")
    note = tmp_path / "error.txt"
    note.write_text("RPT-3107", "utf-8")
    dialog = NewCaseDialog(sparkrock.stage, policy_code="sparkrock", keep_file=shelf.keep)
    dialog.open()
    sparkrock.calls(dialog)
    sparkrock.types(dialog, "Pay slips print blank")
    assert dialog.files is not None
    dialog.files.take([note])
    qtbot.waitUntil(lambda: dialog.files is not None and len(dialog.files.files) == 1)
    with qtbot.waitSignal(dialog.closed):
        dialog.cancel.click()
    qtbot.waitUntil(lambda: drafts.load(sparkrock.world.desk, DRAFT_KEY) is not None)
    again = NewCaseDialog(sparkrock.stage, policy_code="sparkrock", keep_file=shelf.keep)
    again.open()
    qtbot.waitUntil(lambda: again.content().summary == "Pay slips print blank")
    assert [file.name for file in again.content().files] == ["error.txt"]
    qtbot.waitUntil(again.form.caller.contact.isEnabled)
    with qtbot.waitSignal(again.closed):
        again.create_case()
    (row,) = sparkrock.cases()
    assert row.attachments == 1


def test_a_suggestion_shows_what_tells_its_number_from_others(sparkrock: Intake, qtbot: QtBot) -> None:
    dialog = sparkrock.open("sparkrock")
    sparkrock.types(dialog, "Blank pay slips since the 9.4.2 update")
    qtbot.waitUntil(lambda: bool(dialog.help.findChildren(SuggestionRow)))
    row = dialog.help.findChildren(SuggestionRow)[0]
    (shown,) = [each for each in row.findChildren(type(dialog.saved)) if each.toolTip()]
    assert "C-" in shown.toolTip()
    assert "C-" not in shown.text()


def test_SAG_4_choices_of_another_policy_do_not_go_with_the_case(sage: Intake, qtbot: QtBot) -> None:
    dialog = sage.open()
    sage.calls(dialog)
    qtbot.waitUntil(dialog.form.sorting.isVisible)
    sage.types(dialog, "The ledger prints nothing")
    dialog.form.sorting.show_values("error", "accounting")
    dialog.form.caller.show_party(
        Party(sage.facts.client, "Maple Ridge School District"), sage.facts.product, "9.4.2"
    )
    dialog.form.caller.changed.emit()
    qtbot.waitUntil(lambda: dialog.content().product_id == sage.facts.product)
    (other,) = [
        line for line in directory.organisations(sage.world.desk, "Lakeshore") if line.name.startswith("Lake")
    ]
    dialog.form.caller.show_party(Party(other.id, other.name), dialog.content().product_id, "9.4.2")
    dialog.form.caller.changed.emit()
    qtbot.waitUntil(lambda: not dialog.form.sorting.isVisible())
    assert dialog.content().reason is None
    assert dialog.content().area is None
    with qtbot.waitSignal(dialog.closed):
        dialog.create_case()
