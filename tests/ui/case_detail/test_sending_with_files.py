"""A reply that is sent while its files are still being taken in: it waits for them, as it was asked, or stays here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supportdesk.domain.words import Channel
from supportdesk.services.cases import replies
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import drafts
from supportdesk.services.queries import details
from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.drafting import draft_key
from tests.ui.case_detail.case_stage import Pane, Until, dropped, of_files, written
from tests.ui.case_detail.test_file_intake import files_of

WORDS = "Please apply the attached fix."


class Gate:
    """What every file waits for while it is being taken in."""

    def __init__(self, pane: Pane) -> None:
        assert pane.view.files.shelf is not None
        self._keep, self._open = pane.view.files.shelf.keep, threading.Event()

    def keep(self, desk: Desk, path: Path) -> NewFile:
        self._open.wait(10)
        return self._keep(desk, path)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate(pane: Pane, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Before files that are dropped on the reply, whose text is written."""
    made = Gate(pane)
    monkeypatch.setattr(pane.view.files.shelf, "keep", made.keep)
    pane.view.composer.open(DraftKind.REPLY)
    pane.view.composer.reply.editor.setPlainText(WORDS)
    yield made
    made.open()


def names(pane: Pane) -> list[list[str]]:
    """The files of each time the words went out."""
    items = details.timeline(pane.world.desk, pane.case).items
    return [[file.name for file in item.files] for item in items if item.body == WORDS]


def test_it_goes_once_with_its_files_when_they_have_come(
    pane: Pane, gate: Gate, tmp_path: Path, settle: Until
) -> None:
    composer = pane.view.composer
    dropped(composer, of_files(written(tmp_path, "fix.zip"), written(tmp_path, "notes.csv")))
    composer.send()
    composer.send()
    assert not composer.sheet.editor.isEnabled()
    assert not composer.tabs.isEnabled()
    assert not composer.foot.send.isEnabled()
    assert QApplication.focusWidget() is None
    assert names(pane) == []
    gate.open()
    settle(lambda: bool(names(pane)))
    settle(lambda: composer.reply.text() == "")
    assert names(pane) == [["fix.zip", "notes.csv"]]
    assert composer.sheet.editor.isEnabled()
    assert composer.sheet.editor.hasFocus()
    assert files_of(pane, DraftKind.REPLY) == ()


def test_it_stays_where_a_file_can_not_be_taken_in(
    pane: Pane, gate: Gate, tmp_path: Path, settle: Until
) -> None:
    composer = pane.view.composer
    dropped(composer, of_files(tmp_path / "gone.zip", written(tmp_path, "notes.csv")))
    composer.send()
    gate.open()
    settle(lambda: composer.refusal is not None)
    assert composer.refusal is not None
    assert "gone.zip could not be read" in composer.refusal.accessibleName()
    # What else was given to it still comes.
    settle(lambda: [file.name for file in files_of(pane, DraftKind.REPLY)] == ["notes.csv"])
    assert (composer.reply.text(), composer.sheet.editor.isEnabled()) == (WORDS, True)
    assert names(pane) == []
    assert pane.stage.refused == []
    composer.send()
    settle(lambda: names(pane) == [["notes.csv"]])


def test_a_file_of_the_reply_that_is_refused_keeps_no_note(
    pane: Pane, gate: Gate, tmp_path: Path, settle: Until
) -> None:
    composer = pane.view.composer
    dropped(composer, of_files(tmp_path / "gone.zip"))
    composer.open(DraftKind.NOTE)
    composer.sheet.editor.setPlainText("They wait for it.")
    composer.send()
    gate.open()
    settle(lambda: "They wait for it." in pane.bodies())
    assert [refused.what[:8] for refused in pane.stage.refused] == ["gone.zip"]
    assert composer.sheets[DraftKind.REPLY].text() == WORDS


def test_it_stays_in_its_case_where_that_is_left_meanwhile(
    pane: Pane, gate: Gate, tmp_path: Path, settle: Until
) -> None:
    other = pane.world.case(pane.client, "Elsewhere")
    composer, left = pane.view.composer, pane.case
    dropped(composer, of_files(written(tmp_path, "fix.zip")))
    composer.send()
    pane.view.show_case(other)
    settle(lambda: pane.view.acts.case is not None and pane.view.acts.case.id == other)
    settle(lambda: pane.view.drafts.whole)
    assert composer.isEnabled()
    composer.open(DraftKind.REPLY)
    composer.reply.editor.setPlainText("Here it works.")
    gate.open()
    settle(lambda: not pane.view.files.intake.busy)
    assert names(pane) == []
    key = draft_key(left, DraftKind.REPLY)
    settle(lambda: drafts.load(pane.world.desk, key) is not None)
    draft = drafts.load(pane.world.desk, key)
    assert draft is not None
    assert draft.content["text"] == WORDS
    # What is written by now goes without what was meant for the other.
    composer.send()
    settle(lambda: "Here it works." in [item.body for item in details.timeline(pane.world.desk, other).items])


def test_what_is_sent_after_all_has_the_files_attached_since(
    pane: Pane, gate: Gate, tmp_path: Path, settle: Until
) -> None:
    composer = pane.view.composer
    pane.world.later(minutes=5)
    replies.client_entry(pane.world.desk, pane.case, "It is solved.", channel=Channel.EMAIL)
    composer.send()
    settle(lambda: composer.refusal is not None)
    assert composer.refusal is not None
    dropped(composer, of_files(written(tmp_path, "fix.zip")))
    composer.refusal.action.click()
    gate.open()
    settle(lambda: names(pane) == [["fix.zip"]])
