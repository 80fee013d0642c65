"""A new case whose draft comes late, or which is kept and logged late: no word is lost or put over another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from supportdesk.app.leaving import kept_all
from supportdesk.domain.errors import KnownError
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import drafts
from supportdesk.services.views import DraftView
from supportdesk.ui.new_case.content import DRAFT_KEY, Content
from supportdesk.ui.new_case.dialog import NewCaseDialog
from supportdesk.ui.new_case.opening import open_new_case
from tests.ui.intake_stage import Held, Intake, open_intake

BEFORE, TYPED = "Pay slips print blank", "since Monday"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    yield from open_intake(tmp_path, "sparkrock", qtbot)


@pytest.fixture
def held(desk: Intake) -> Iterator[Held]:
    made = Held(desk)
    yield made
    made.release()


def waiting(desk: Intake, content: Content) -> None:
    """Somebody left this earlier."""
    drafts.save(desk.world.desk, DRAFT_KEY, content.as_plain())


def of_client(desk: Intake, summary: str) -> Content:
    facts = desk.facts
    return Content(
        organisation_id=facts.client,
        organisation="Maple Ridge School District",
        contact_id=facts.contact,
        summary=summary,
    )


def kept(desk: Intake) -> str | None:
    found = drafts.load(desk.world.desk, DRAFT_KEY)
    return str(found.content["summary"]) if found is not None else None


def open_form(desk: Intake) -> NewCaseDialog:
    return open_new_case(desk.stage, policy_code="sparkrock")


# ---------------------------------------------------------------------- a draft that comes late


def test_what_is_typed_before_the_draft_has_come_stands_after_it(
    desk: Intake, held: Held, qtbot: QtBot
) -> None:
    waiting(desk, of_client(desk, BEFORE))
    held.hold()
    dialog = open_form(desk)
    desk.types(dialog, TYPED)
    dialog.keep()
    held.release()
    qtbot.waitUntil(lambda: dialog.content().summary == f"{BEFORE} {TYPED}")
    assert dialog.content().organisation_id == desk.facts.client
    # Who types goes on typing.
    QTest.keyClicks(dialog.form.summary.one.control, "!")
    qtbot.waitUntil(lambda: kept(desk) == f"{BEFORE} {TYPED}!")


def test_what_is_left_before_the_draft_has_come_is_kept_after_it(
    desk: Intake, held: Held, qtbot: QtBot
) -> None:
    waiting(desk, of_client(desk, BEFORE))
    held.hold()
    dialog = open_form(desk)
    desk.types(dialog, TYPED)
    with qtbot.waitSignal(dialog.closed):
        dialog.cancel.click()
    # Also where it is opened again at once.
    again = open_form(desk)
    QTest.keyClick(again.form.summary.one.control, Qt.Key.Key_End)
    QTest.keyClicks(again.form.summary.one.control, "!")
    held.release()
    qtbot.waitUntil(lambda: again.content().summary == f"{BEFORE} {TYPED}!")
    assert again.content().organisation_id == desk.facts.client
    with qtbot.waitSignal(again.closed):
        again.cancel.click()
    qtbot.waitUntil(lambda: not desk.stage.cover.findChildren(NewCaseDialog))
    assert kept(desk) == f"{BEFORE} {TYPED}!"


def test_what_is_left_before_the_draft_has_come_is_kept_where_the_program_ends(
    desk: Intake, held: Held, qtbot: QtBot
) -> None:
    waiting(desk, of_client(desk, BEFORE))
    held.hold()
    dialog = open_form(desk)
    desk.types(dialog, TYPED)
    with qtbot.waitSignal(dialog.closed):
        dialog.cancel.click()
    # Nothing of the form lives on.
    dialog.setParent(None)
    dialog.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog))
    held.release()
    desk.rest()
    assert kept(desk) == f"{BEFORE} {TYPED}"


def test_a_file_of_a_form_that_was_left_before_the_draft_has_come_is_with_both(
    desk: Intake, held: Held, tmp_path: Path, qtbot: QtBot
) -> None:
    waiting(desk, of_client(desk, BEFORE))
    (tmp_path / "error.txt").write_text("RPT-3107", "utf-8")
    held.hold()
    dialog = open_new_case(desk.stage, keep_file=FileShelf(tmp_path / "files").keep)
    desk.types(dialog, TYPED)
    assert dialog.files is not None
    dialog.files.take([tmp_path / "error.txt", tmp_path / "gone.txt"])
    with qtbot.waitSignal(dialog.closed):
        dialog.cancel.click()
    held.release()
    qtbot.waitUntil(lambda: not desk.stage.cover.findChildren(NewCaseDialog))
    found = drafts.load(desk.world.desk, DRAFT_KEY)
    assert found is not None
    assert found.content["summary"] == f"{BEFORE} {TYPED}"
    assert ([file["name"] for file in found.content["files"]], found.content["coming"]) == (["error.txt"], [])
    assert "gone.txt" in desk.stage.refused[0].what


def test_nothing_is_logged_before_it_was_seen_what_waited(desk: Intake, held: Held, qtbot: QtBot) -> None:
    waiting(desk, of_client(desk, BEFORE))
    held.hold()
    dialog = open_form(desk)
    dialog.show_content(of_client(desk, TYPED))
    dialog.create_case()
    assert not dialog.form.isEnabled()
    held.release()
    qtbot.waitUntil(lambda: dialog.content().summary == f"{BEFORE} {TYPED}")
    desk.settle(dialog)
    assert desk.cases() == ()
    assert (dialog.form.isEnabled(), dialog.primary.text()) == (True, "Create case")
    with qtbot.waitSignal(dialog.closed):
        dialog.create_case()
    (row,) = desk.cases()
    assert row.title == f"{BEFORE} {TYPED}"


def test_it_is_logged_as_soon_as_it_is_known_that_nothing_waited(
    desk: Intake, held: Held, qtbot: QtBot
) -> None:
    held.hold()
    dialog = open_form(desk)
    dialog.show_content(of_client(desk, TYPED))
    dialog.create_case()
    with qtbot.waitSignal(dialog.closed):
        held.release()
    (row,) = desk.cases()
    assert row.title == TYPED


def test_what_was_typed_before_it_is_known_that_nothing_waited_is_kept(
    desk: Intake, held: Held, qtbot: QtBot
) -> None:
    held.hold()
    dialog = open_form(desk)
    desk.types(dialog, TYPED)
    dialog.keep()
    held.release()
    qtbot.waitUntil(lambda: kept(desk) == TYPED)


def test_who_is_being_named_stays_where_the_draft_names_nobody(
    desk: Intake, held: Held, qtbot: QtBot
) -> None:
    waiting(desk, Content(summary=BEFORE))
    held.hold()
    dialog = open_form(desk)
    QTest.keyClicks(dialog.form.caller.field.control, "MAPLE")
    held.release()
    qtbot.waitUntil(lambda: dialog.content().summary == BEFORE)
    assert dialog.form.caller.field.text() == "MAPLE"


def test_two_contents_lose_no_word() -> None:
    first = Content(summary="One", template={"steps": "Print", "tried": "Again"}, aspects=("A", "B"))
    then = Content(summary="Two", template={"steps": "Save", "since": "Monday"}, version="9.4.2")
    assert first.joined(then) == Content(
        summary="One Two",
        aspects=("A", "B", "Two"),
        template={"steps": "Print Save", "tried": "Again", "since": "Monday"},
        version="9.4.2",
    )


# ---------------------------------------------------------------------- what is kept or logged late


def test_a_form_that_was_left_goes_only_when_all_of_it_is_kept(
    desk: Intake, held: Held, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_form(desk)
    desk.rest()
    save = drafts.save

    def no_room_for_all(desk: Desk, key: str, content: dict[str, object]) -> DraftView:
        if TYPED in str(content["summary"]):
            raise KnownError("The disk is full.", "Nothing was saved.", "Make room.")
        return save(desk, key, content)

    monkeypatch.setattr(drafts, "save", no_room_for_all)
    held.hold()
    desk.types(dialog, BEFORE)
    dialog.keep()
    desk.types(dialog, TYPED)
    with qtbot.waitSignal(dialog.closed):
        dialog.cancel.click()
    held.release()
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.trouble.isVisible())
    assert dialog.content().summary == TYPED


def test_a_form_that_is_left_again_stays_away_where_the_second_time_finds_room(
    desk: Intake, held: Held, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_form(desk)
    desk.rest()
    save = drafts.save

    def no_room_for_the_first(desk: Desk, key: str, content: dict[str, object]) -> DraftView:
        if TYPED not in str(content["summary"]):
            raise KnownError("The disk is full.", "Nothing was saved.", "Make room.")
        return save(desk, key, content)

    monkeypatch.setattr(drafts, "save", no_room_for_the_first)
    held.hold()
    desk.types(dialog, BEFORE)
    dialog.leave()
    dialog.open()
    desk.types(dialog, f"{BEFORE} {TYPED}")
    dialog.leave()
    held.release()
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert kept(desk) == f"{BEFORE} {TYPED}"


def test_a_form_that_was_left_and_is_not_kept_keeps_its_desk_open(
    desk: Intake, held: Held, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = KnownError("The disk is full.", "Nothing was saved.", "Make room.")

    def no_room(*_given: object) -> None:
        raise full

    dialog = open_form(desk)
    desk.rest()
    monkeypatch.setattr(drafts, "save", no_room)
    held.hold()
    desk.types(dialog, TYPED)
    with qtbot.waitSignal(dialog.closed):
        dialog.cancel.click()
    desk.stage.cover.hide()
    QTimer.singleShot(0, held.release)
    assert kept_all(desk.stage.session) is full
    desk.stage.cover.show()
    assert dialog.isVisible()
    assert dialog.content().summary == TYPED


def test_nothing_can_be_typed_into_a_case_that_is_being_logged(
    desk: Intake, held: Held, qtbot: QtBot
) -> None:
    dialog = open_form(desk)
    desk.calls(dialog)
    desk.types(dialog, BEFORE)
    desk.settle(dialog)
    summary = dialog.form.summary.one.control
    summary.setFocus()
    held.hold()
    dialog.create_and_add()
    assert not summary.isEnabled()
    assert dialog.cancel.hasFocus()
    held.release()
    qtbot.waitUntil(lambda: dialog.content().summary == "")
    assert summary.isEnabled()
    assert summary.hasFocus()
    (row,) = desk.cases()
    assert row.title == BEFORE
