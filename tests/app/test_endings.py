"""However a desk is asked to end, it ends in order: what is typed is kept, and the next desk shows it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from supportdesk.config.paths import Profile
from supportdesk.services.person import drafts
from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.drafting import draft_key
from tests.app.desk_process import DeskProcess, looked_into, set_up

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows sends no such signals to a window")

# The last key is pressed just before the end is asked for, sooner than drafts are kept by themselves.
_TYPE = """
from uuid import UUID
case = UUID("{case}")

def act():
    desk().window.open_case(case)
    QTimer.singleShot(800, type_on)

def type_on():
    QTest.keyClicks(desk().window._case_page.composer.sheet.editor, "We looked into it")
    say("typed")
"""
_ENDED_IN_A_DIALOG = """
def act():
    desk().window.new_case()
    QTimer.singleShot(800, type_on)

def type_on():
    from supportdesk.ui.new_case.dialog import NewCaseDialog
    dialog = desk()._frame.findChild(NewCaseDialog)
    QTest.keyClicks(dialog.form.summary.one.control, "Payroll")
    say("typed")
"""
_SHOW = """
from uuid import UUID
case = UUID("{case}")

def act():
    desk().window.open_case(case)
    look()

def look():
    page = desk().window._case_page
    text = page.composer.sheet.editor.toPlainText()
    if text:
        say("shown: " + text)
    else:
        QTimer.singleShot(50, look)
"""
_QUITS = """
def quits():
    from PySide6.QtWidgets import QApplication
    QApplication.instance().exit(0)

def type_on(before=type_on):
    before()
    quits()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_desk_in_order_and_the_draft_is_there_again(
    tmp_path: Path, number: signal.Signals
) -> None:
    profile = Profile(tmp_path / "desk")
    case_id = set_up(profile)
    with DeskProcess(profile, _TYPE.replace("{case}", str(case_id))) as desk:
        desk.says("typed")
        desk.send(number)
        assert desk.ends() == 128 + number
        assert desk.errors == []
    # In order: the log of changes was brought into the file, and the lock was given back.
    assert not profile.lock.exists()
    assert not profile.database.with_name("desk.db-wal").exists()
    with DeskProcess(profile, _SHOW.replace("{case}", str(case_id))) as again:
        assert again.says("shown").strip() == "shown: We looked into it"


def test_a_signal_while_a_dialog_is_open_ends_the_desk_and_keeps_what_it_holds(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    set_up(profile)
    with DeskProcess(profile, _ENDED_IN_A_DIALOG) as desk:
        desk.says("typed")
        desk.send(signal.SIGTERM)
        assert desk.ends() == 128 + signal.SIGTERM
        assert desk.errors == []
    with looked_into(profile) as here:
        (kept,) = [draft for draft in drafts.all_drafts(here) if "Payroll" in str(draft.content)]
    assert kept is not None


def test_a_program_that_is_quit_without_closing_its_window_keeps_the_draft(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    case_id = set_up(profile)
    with DeskProcess(profile, _TYPE.replace("{case}", str(case_id)) + _QUITS) as desk:
        assert desk.ends() == 0
    with looked_into(profile) as here:
        kept = drafts.load(here, draft_key(case_id, DraftKind.REPLY))
    assert kept is not None
    assert kept.content["text"] == "We looked into it"
