"""A new case that is logged while its files are still being taken in: it waits for them, or is not logged."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import drafts
from supportdesk.ui.new_case.content import DRAFT_KEY
from supportdesk.ui.new_case.dialog import NewCaseDialog
from supportdesk.ui.new_case.files import FilesPart
from supportdesk.ui.new_case.opening import open_new_case
from tests.ui.intake_stage import Intake, open_intake

SUMMARY = "Pay slips print blank"


class Logging:
    """A dialog whose files wait at a gate."""

    def __init__(self, intake: Intake, folder: Path) -> None:
        self.intake, self.qtbot, self.gate = intake, intake.qtbot, threading.Event()
        self._shelf = FileShelf(folder / "files")
        self.dialog = self.open()
        intake.calls(self.dialog)
        intake.types(self.dialog, SUMMARY)

    @property
    def files(self) -> FilesPart:
        assert self.dialog.files is not None
        return self.dialog.files

    def _keep(self, desk: Desk, path: Path) -> NewFile:
        self.gate.wait(10)
        return self._shelf.keep(desk, path)

    def open(self) -> NewCaseDialog:
        """The form, as the window opens it."""
        return open_new_case(self.intake.stage, policy_code="sparkrock", keep_file=self._keep)

    def leave(self) -> None:
        """Leave the form, whatever is still on its way."""
        with self.qtbot.waitSignal(self.dialog.closed):
            self.dialog.cancel.click()

    def is_gone(self) -> bool:
        """Whether nothing is left of the form that was left."""
        return not self.intake.stage.cover.findChildren(NewCaseDialog)

    def draft(self) -> object:
        found = drafts.load(self.intake.world.desk, DRAFT_KEY)
        return found.content["summary"] if found is not None else None

    def files_of_draft(self) -> list[str]:
        found = drafts.load(self.intake.world.desk, DRAFT_KEY)
        return [each["name"] for each in found.content["files"]] if found is not None else []


@pytest.fixture
def logging(tmp_path: Path, qtbot: QtBot) -> Iterator[Logging]:
    for intake in open_intake(tmp_path, "sparkrock", qtbot):
        made = Logging(intake, tmp_path)
        yield made
        made.gate.set()


def note(folder: Path, name: str = "error.txt") -> Path:
    path = folder / name
    path.write_text("RPT-3107", "utf-8")
    return path


def test_it_is_logged_once_with_its_files_when_they_have_come(logging: Logging, tmp_path: Path) -> None:
    dialog = logging.dialog
    logging.files.take([note(tmp_path), note(tmp_path, "second.txt")])
    dialog.create_case()
    dialog.create_case()
    assert dialog.primary.text() == "Creating…"
    for part in (dialog.form, dialog.help, dialog.mine, logging.files, dialog.primary, dialog.another):
        assert not part.isEnabled()
    assert dialog.cancel.isEnabled()
    assert logging.intake.cases() == ()
    with logging.qtbot.waitSignal(dialog.closed):
        logging.gate.set()
    (row,) = logging.intake.cases()
    assert row.attachments == 2


def test_it_is_not_logged_where_a_file_can_not_be_taken_in(logging: Logging, tmp_path: Path) -> None:
    dialog = logging.dialog
    logging.files.take([tmp_path / "gone.txt", note(tmp_path)])
    dialog.create_case()
    logging.gate.set()
    logging.qtbot.waitUntil(dialog.trouble.isVisible)
    assert "gone.txt could not be read" in dialog.trouble.accessibleName()
    logging.qtbot.waitUntil(lambda: not logging.files.busy)
    assert dialog.content().summary == SUMMARY
    assert (dialog.form.isEnabled(), dialog.primary.text()) == (True, "Create case")
    assert logging.intake.cases() == ()
    with logging.qtbot.waitSignal(dialog.closed):
        dialog.create_case()
    (row,) = logging.intake.cases()
    assert row.attachments == 1


def test_who_does_not_wait_keeps_what_was_typed(logging: Logging, tmp_path: Path) -> None:
    logging.files.take([note(tmp_path)])
    logging.dialog.create_case()
    with logging.qtbot.waitSignal(logging.dialog.closed):
        logging.dialog.cancel.click()
    logging.gate.set()
    logging.qtbot.waitUntil(lambda: logging.draft() == SUMMARY)
    assert logging.intake.cases() == ()


def test_nothing_else_waits_for_a_large_file(logging: Logging, tmp_path: Path) -> None:
    logging.files.take([note(tmp_path)])
    logging.dialog.keep()
    logging.qtbot.waitUntil(lambda: logging.draft() == SUMMARY)
    assert logging.files.busy


def test_a_file_that_comes_after_the_form_was_left_is_with_the_draft(
    logging: Logging, tmp_path: Path
) -> None:
    logging.files.take([note(tmp_path), note(tmp_path, "second.txt")])
    logging.leave()
    logging.gate.set()
    logging.qtbot.waitUntil(lambda: logging.files_of_draft() == ["error.txt", "second.txt"])
    logging.qtbot.waitUntil(logging.is_gone)
    # Who comes back needs the originals no more.
    for path in tmp_path.glob("*.txt"):
        path.unlink()
    again = logging.open()
    logging.qtbot.waitUntil(lambda: again.content().summary == SUMMARY)
    assert [each.name for each in again.content().files] == ["error.txt", "second.txt"]
    assert again.content().coming == ()
    with logging.qtbot.waitSignal(again.closed):
        again.create_case()
    (row,) = logging.intake.cases()
    assert row.attachments == 2


def test_who_comes_back_while_a_file_is_on_its_way_finds_it_there(logging: Logging, tmp_path: Path) -> None:
    logging.files.take([note(tmp_path)])
    logging.leave()
    again = logging.open()
    assert again.isVisible()
    assert again.content().summary == SUMMARY
    logging.gate.set()
    logging.qtbot.waitUntil(lambda: [each.name for each in again.content().files] == ["error.txt"])
    assert again.isVisible()
    logging.qtbot.waitUntil(lambda: logging.files_of_draft() == ["error.txt"])


def test_a_file_that_was_on_its_way_when_the_program_ended_is_taken_in_anew(
    logging: Logging, tmp_path: Path
) -> None:
    path = note(tmp_path)
    logging.files.take([path])
    logging.dialog.keep()
    logging.qtbot.waitUntil(lambda: logging.draft() == SUMMARY)
    # Nothing of the form lives on, and of the file its place alone.
    logging.dialog.close_with(None)
    logging.dialog.setParent(None)
    logging.dialog.deleteLater()
    logging.qtbot.waitUntil(logging.is_gone)
    logging.gate.set()
    again = logging.open()
    logging.qtbot.waitUntil(lambda: [each.name for each in again.content().files] == ["error.txt"])
    logging.qtbot.waitUntil(lambda: logging.files_of_draft() == ["error.txt"])


def test_a_file_that_can_not_be_taken_in_any_more_is_told_and_not_tried_again(
    logging: Logging, tmp_path: Path
) -> None:
    logging.files.take([tmp_path / "gone.txt"])
    logging.leave()
    logging.gate.set()
    logging.qtbot.waitUntil(logging.is_gone)
    assert "gone.txt could not be read" in logging.intake.stage.refused[0].what
    found = drafts.load(logging.intake.world.desk, DRAFT_KEY)
    assert found is not None
    assert (found.content["summary"], found.content["coming"]) == (SUMMARY, [])


def test_a_discarded_draft_does_not_come_back_with_a_late_file(logging: Logging, tmp_path: Path) -> None:
    logging.files.take([note(tmp_path)])
    logging.dialog.keep()
    logging.qtbot.waitUntil(logging.dialog.discard.isVisible)
    with logging.qtbot.waitSignal(logging.dialog.closed):
        logging.dialog.discard.click()
        logging.dialog.discard.click()
    logging.gate.set()
    logging.qtbot.waitUntil(logging.is_gone)
    logging.qtbot.waitUntil(lambda: logging.draft() is None)
    logging.qtbot.wait(100)
    assert logging.draft() is None
