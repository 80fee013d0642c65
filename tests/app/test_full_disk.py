"""A disk without room: the text stays, what is wrong is said, the desk is not left, and with room all goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from supportdesk.app.desk_window import DeskWindow
from supportdesk.app.window import Start, make_application
from supportdesk.config.paths import Profile
from supportdesk.config.settings import Settings
from supportdesk.services.person import drafts
from supportdesk.services.views import DraftKind
from supportdesk.store.store import Store
from supportdesk.ui.case_detail.composer import Composer
from supportdesk.ui.case_detail.drafting import draft_key
from supportdesk.ui.case_detail.page import CasePane
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.new_case.dialog import NewCaseDialog
from tests.app.desk_process import set_up

_TEXT = "We looked into it, and it is the rounding. " * 400


class Room:
    """A desk in its window over a file that may be kept from growing, as by a disk that is full."""

    def __init__(self, start: Start, case_id: UUID, qtbot: QtBot) -> None:
        assert start.opening is not None
        desk = start.opening.desk
        assert isinstance(desk, DeskWindow)
        assert desk.window is not None
        self.start, self.case_id, self.qtbot = start, case_id, qtbot
        self.window: MainWindow = desk.window
        self.desk = desk.session.desk

    @property
    def store(self) -> Store:
        return self.desk.store

    def fill(self) -> None:
        """No page more."""
        with self.store.write() as conn:
            pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
            conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def empty(self) -> None:
        """Room again."""
        with self.store.write() as conn:
            conn.exec_driver_sql("PRAGMA max_page_count = 1000000")

    def composer(self) -> Composer:
        """The composer of the case, at a note."""
        self.window.open_case(self.case_id)
        pane = self.start.frame.findChild(CasePane)
        assert isinstance(pane, CasePane)
        self.qtbot.waitUntil(pane.composer.isVisible, timeout=10_000)
        pane.composer.open(DraftKind.NOTE)
        return pane.composer

    def kept(self) -> str:
        """What the case's draft of a note holds on the disk."""
        draft = drafts.load(self.desk, draft_key(self.case_id, DraftKind.NOTE))
        return str(draft.content["text"]) if draft is not None else ""

    def said(self) -> str:
        """The message in view."""
        shown = self.window.toasts.shown
        return shown.accessibleName() if shown is not None else ""

    def hears(self, words: str) -> None:
        """Wait until this is said."""
        self.qtbot.waitUntil(lambda: words in self.said(), timeout=10_000)


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    profile = Profile(tmp_path / "desk")
    case_id = set_up(profile)
    make_application(Settings())
    start = Start(profile)
    start.show()
    qtbot.waitUntil(
        lambda: (
            isinstance(start.frame.centralWidget(), MainWindow)
            and start.opening is not None
            and start.opening.desk is not None
            and start.opening.desk.session.is_open
        ),
        timeout=20_000,
    )
    made = Room(start, case_id, qtbot)
    yield made
    if not start.frame.close():
        start.frame.close()
    start.frame.deleteLater()


def test_a_draft_that_finds_no_room_is_kept_as_soon_as_there_is_some(room: Room) -> None:
    composer = room.composer()
    room.fill()
    composer.sheet.editor.setPlainText(_TEXT)
    room.hears("The disk is full")
    room.window.toasts.clear()
    room.qtbot.wait(3500)
    assert room.said() == ""
    assert room.kept() == ""
    room.empty()
    room.qtbot.waitUntil(lambda: room.kept() == _TEXT, timeout=10_000)


def test_what_is_sent_into_a_full_disk_stays_in_the_composer_and_goes_when_there_is_room(room: Room) -> None:
    composer = room.composer()
    room.fill()
    composer.sheet.editor.setPlainText(_TEXT)
    room.qtbot.waitUntil(composer.foot.send.isEnabled, timeout=10_000)
    composer.send()
    room.qtbot.waitUntil(lambda: composer.refusal is not None, timeout=10_000)
    assert composer.refusal is not None
    assert "The disk is full" in composer.refusal.accessibleName()
    assert composer.sheet.editor.toPlainText() == _TEXT
    room.empty()
    composer.send()
    room.hears("Note added")
    assert composer.sheet.editor.toPlainText() == ""
    # The draft that found no room must not come back after its text was sent.
    room.qtbot.wait(3500)
    assert room.kept() == ""
    room.store.check()


def test_the_desk_is_not_left_while_what_was_typed_finds_no_room(room: Room) -> None:
    composer = room.composer()
    room.fill()
    composer.sheet.editor.setPlainText(_TEXT)
    room.hears("The disk is full")
    assert not room.start.frame.close()
    assert room.window.isVisible()
    assert "close the desk once more" in room.said()
    assert composer.sheet.editor.toPlainText() == _TEXT
    room.empty()
    room.qtbot.waitUntil(lambda: room.kept() == _TEXT, timeout=10_000)
    assert room.start.frame.close()


def test_who_asks_twice_leaves_without_it(room: Room) -> None:
    composer = room.composer()
    room.fill()
    composer.sheet.editor.setPlainText(_TEXT)
    assert not room.start.frame.close()
    assert room.start.frame.close()


def test_a_new_case_that_finds_no_room_keeps_the_desk_open(room: Room) -> None:
    room.window.new_case()
    (dialog,) = room.start.frame.findChildren(NewCaseDialog)
    assert isinstance(dialog, NewCaseDialog)
    room.fill()
    dialog.form.summary.one.control.setText("Payroll stops " * 3000)
    assert not room.start.frame.close()
    assert "The disk is full" in room.said()
    room.empty()
    assert room.start.frame.close()


def test_a_new_case_that_is_left_without_room_comes_back_with_its_words(room: Room) -> None:
    room.window.new_case()
    (dialog,) = room.start.frame.findChildren(NewCaseDialog)
    assert isinstance(dialog, NewCaseDialog)
    room.fill()
    words = "Payroll stops. " * 2000 + "Since noon"
    dialog.form.summary.one.control.setText(words)
    dialog.leave()
    room.qtbot.waitUntil(dialog.trouble.isVisible, timeout=10_000)
    assert dialog.isVisible()
    assert dialog.content().summary == words
    room.empty()
    dialog.leave()
    room.qtbot.waitUntil(lambda: not shiboken6.isValid(dialog), timeout=10_000)
    assert room.start.frame.close()
