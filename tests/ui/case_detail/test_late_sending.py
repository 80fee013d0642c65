"""A word that is sent takes its time: what is written meanwhile is neither lost nor sent with it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import drafts
from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.drafting import draft_key
from tests.ui.case_detail.case_stage import Pane, Until, written
from tests.ui.stage import rest

WORDS, MORE = "We found the cause.", "And one more thing"


@pytest.fixture
def busy(pane: Pane) -> Iterator[threading.Event]:
    """An act that takes its time before the reply, which is written and being sent."""
    over = threading.Event()

    def wait(_desk: Desk) -> None:
        over.wait(10)

    pane.view.composer.open(DraftKind.REPLY)
    QTest.keyClicks(pane.view.composer.reply.editor, WORDS)
    pane.stage.session.do(wait)
    pane.view.composer.send()
    yield over
    over.set()


def kept(pane: Pane) -> str | None:
    draft = drafts.load(pane.world.desk, draft_key(pane.case, DraftKind.REPLY))
    return str(draft.content["text"]) if draft is not None else None


def test_what_is_written_while_a_reply_is_sent_stays(
    pane: Pane, settle: Until, busy: threading.Event, qtbot: QtBot
) -> None:
    editor = pane.view.composer.reply.editor
    QTest.keyClicks(editor, f" {MORE}")
    pane.view.drafts.keeper.flush()
    busy.set()
    settle(lambda: pane.view.composer.reply.text() == MORE)
    assert [body for body in pane.bodies() if body.startswith("We")] == [WORDS]
    # Who types goes on typing.
    QTest.keyClicks(editor, ".")
    assert pane.view.composer.reply.text() == f"{MORE}."
    settle(lambda: kept(pane) == f"{MORE}.")
    settle(pane.view.composer.foot.send.isEnabled)


def test_a_file_given_while_a_reply_is_sent_stays(
    pane: Pane, settle: Until, busy: threading.Event, tmp_path: Path
) -> None:
    pane.view.files.intake.take([written(tmp_path, "fix.csv")])
    reply = pane.view.composer.reply
    settle(lambda: [file.name for file in reply.files.files()] == ["fix.csv"])
    busy.set()
    settle(lambda: reply.text() == "")
    assert [file.name for file in reply.files.files()] == ["fix.csv"]


def test_a_reply_that_was_touched_while_it_was_sent_leaves_no_draft(
    pane: Pane, settle: Until, busy: threading.Event, qtbot: QtBot
) -> None:
    editor = pane.view.composer.reply.editor
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    pane.view.drafts.keeper.flush()
    busy.set()
    settle(lambda: pane.view.composer.reply.text() == "")
    pane.view.drafts.keeper.flush()
    rest(pane.stage.session, qtbot)
    assert kept(pane) is None


def test_what_was_corrected_in_a_reply_that_is_being_sent_stays_whole(
    pane: Pane, settle: Until, busy: threading.Event
) -> None:
    editor = pane.view.composer.reply.editor
    editor.setPlainText("We have found the cause.")
    busy.set()
    settle(lambda: WORDS in pane.bodies())
    settle(lambda: "Reply sent" in [said[0] for said in pane.stage.said])
    assert pane.view.composer.reply.text() == "We have found the cause."
