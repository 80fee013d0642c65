"""Sessions that TeamViewer makes for a case's client (DSK-4), against a real HTTP server, in a real pane."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from supportdesk.app.teamviewer_account import TeamViewerAccount
from supportdesk.services.cases.session_codes import SessionCode, note_code
from supportdesk.services.views import DraftKind
from supportdesk.store.tables.cases import ENTRY
from supportdesk.store.tables.remote import REMOTE_CODE
from supportdesk.ui.remote import lines
from supportdesk.ui.remote.client_session import ClientSession
from supportdesk.ui.remote.start_popover import StartPopover
from tests.remote.stand_ins import stand_in
from tests.remote.teamviewer_api import TOKEN, Asked, Reply, session, told
from tests.services.desk_world import World
from tests.ui.case_detail.case_stage import Until
from tests.ui.case_detail.remote_stage import RemotePane, open_remote_pane, plain
from tests.ui.case_detail.teamviewer_stage import World as TeamViewerWorld
from tests.ui.case_detail.teamviewer_stage import teamviewer_world

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts")


@dataclass
class Stage:
    pane: RemotePane
    vendor: TeamViewerWorld
    account: TeamViewerAccount
    settle: Until

    def open(self) -> StartPopover:
        popover = self.pane.prepare()
        self.settle(lambda: self.account.state.connected is not None)
        return popover

    def client(self) -> ClientSession:
        popover = self.pane.remote.popover
        assert popover is not None
        return popover.client

    def codes(self) -> int:
        with self.pane.world.desk.store.read() as conn:
            return conn.scalar(select(func.count()).select_from(REMOTE_CODE)) or 0

    def sent(self) -> int:
        with self.pane.world.desk.store.read() as conn:
            return conn.scalar(select(func.count()).select_from(ENTRY).where(ENTRY.c.kind == "reply")) or 0


@contextmanager
def staged(world: World, folder: Path, settle: Until, vendor: TeamViewerWorld) -> Iterator[Stage]:
    accounts: list[TeamViewerAccount] = []

    def case(pane: RemotePane) -> None:
        account = vendor.account(pane.stage.session, lambda: world.now)
        accounts.append(account)
        # The pane of the stage was made without one; it is handed in as the window would.
        pane.view.remote.codes.serve(account)

    with open_remote_pane(world, folder, settle, case) as pane:
        stand_in(pane.computer.teamviewer, folder / "record")
        yield Stage(pane, vendor, accounts[0], settle)


@pytest.fixture
def vendor() -> Iterator[TeamViewerWorld]:
    with teamviewer_world() as opened:
        yield opened


@pytest.fixture
def stage(
    qapp: QApplication, world: World, tmp_path: Path, settle: Until, vendor: TeamViewerWorld
) -> Iterator[Stage]:
    with staged(world, tmp_path, settle, vendor) as opened:
        yield opened


def test_DSK_4_a_session_knows_its_case_and_its_link_is_drafted_never_sent(stage: Stage) -> None:
    stage.open()
    stage.client().make.click()
    stage.settle(lambda: stage.client().reply.isVisibleTo(stage.client()))
    (asked,) = stage.vendor.asked("/sessions")
    assert asked.body["custom_api"] == str(stage.pane.case)
    assert asked.body["groupname"] == "Support Desk"
    assert "email" not in str(asked.body)
    assert stage.codes() == 1
    stage.client().reply.click()
    composer = stage.pane.view.composer
    stage.settle(lambda: composer.kind is DraftKind.REPLY)
    text = composer.reply.editor.toPlainText()
    assert "https://get.teamviewer.com/v15/s12345678\n" in text
    assert text.startswith("Please open this link")
    assert stage.sent() == 0
    assert stage.pane.remote.popover is None


def test_a_code_that_is_good_is_used_again_without_asking(stage: Stage) -> None:
    now: datetime = stage.pane.world.now
    code = SessionCode("s77-000-000", "https://get.teamviewer.com/v15/s77", now + timedelta(hours=3))
    note_code(stage.pane.world.desk, stage.pane.case, code)
    stage.open()
    stage.settle(lambda: "s77-000-000" in stage.client().told.text())
    stage.client().copy.click()
    assert QGuiApplication.clipboard().text() == code.client_link
    stage.account.make_code(stage.pane.case)
    stage.settle(lambda: stage.account.state.making is None)
    assert stage.vendor.asked("/sessions") == []


def refusals() -> dict[str, tuple[Reply, str]]:
    return {
        "expired": (told({"error": "token_expired"}, 401), "TeamViewer does not take the token."),
        "right": (told({}, 403), "TeamViewer’s token may not do this."),
        "rate": (
            told({}, 429, **{"Retry-After": "900"}),
            "TeamViewer was asked too often and wants a pause.",
        ),
        "wrong": (Reply(200, b"<html>Sign in</html>"), "What came back is no answer of TeamViewer’s."),
        "link": (
            told(session(end_customer_link="https://evil.example/x")),
            "What came back is no answer of TeamViewer’s.",
        ),
        "fault": (told({}, 503), "TeamViewer has a fault of its own (status 503)."),
    }


@pytest.mark.parametrize("kind", [*refusals(), "offline", "gone", "no token"])
def test_each_way_to_fail_has_a_message_of_its_own_and_the_id_stays_usable(stage: Stage, kind: str) -> None:
    said = {
        "offline": "TeamViewer can’t be reached.",
        "gone": "TeamViewer can’t be reached.",
        "no token": "No TeamViewer account is connected.",
    }.get(kind, "")
    if kind == "offline":
        stage.vendor.network = False
    elif kind == "gone":
        stage.vendor.api.socket.close()
    elif kind == "no token":
        stage.vendor.keeper.token = None
    else:
        reply, said = refusals()[kind]
        stage.vendor.api.answers(reply)
    popover = stage.open()
    popover.form.take("602724282")
    stage.client().make.click()
    stage.settle(lambda: stage.client().refusal is not None)
    banner = stage.client().refusal
    assert banner is not None
    assert plain(banner.accessibleName()).startswith(said)
    assert stage.client().make.isVisibleTo(popover)
    assert TOKEN not in banner.accessibleName()
    assert popover.start.isEnabled()
    assert stage.codes() == 0
    if kind == "offline":
        assert stage.vendor.api.asked == []
    popover.close()


def test_cancelled_while_it_is_on_its_way_nothing_is_shown_and_the_code_is_kept_all_the_same(
    stage: Stage,
) -> None:
    gate = threading.Event()
    behave = stage.vendor.api.answer

    def slow(asked: Asked) -> Reply:
        gate.wait(10)
        return behave(asked)

    stage.vendor.api.answer = slow
    stage.open()
    stage.client().make.click()
    stage.settle(lambda: bool(stage.vendor.asked("/sessions")))
    assert stage.client().cancel.isVisibleTo(stage.client())
    stage.client().cancel.click()
    assert stage.client().make.isVisibleTo(stage.client())
    gate.set()
    stage.settle(lambda: stage.codes() == 1)
    assert stage.client().make.isVisibleTo(stage.client())


def test_SYN_1_nothing_is_asked_of_TeamViewer_for_a_case_that_nothing_covers(
    world: World, tmp_path: Path, settle: Until, vendor: TeamViewerWorld
) -> None:
    with staged(world, tmp_path, settle, vendor) as stage:
        uncovered = world.case(world.client("Fenwick & Rowe", "synergy"))
        refused: list[tuple[UUID, object]] = []
        stage.account.code_refused.connect(lambda case, error: refused.append((case, error)))
        stage.account.make_code(uncovered)
        settle(lambda: bool(refused))
        assert refused[0][0] == uncovered
        assert getattr(refused[0][1], "rule", "").startswith("SYN")
        assert vendor.api.asked == []


def test_an_account_is_connected_from_the_popover_and_a_wrong_token_stays_to_be_corrected(
    stage: Stage,
) -> None:
    stage.vendor.keeper.token = None
    stage.open()
    stage.client().connect_account.click()
    dialog = stage.pane.remote.codes.dialog
    assert dialog is not None
    assert not dialog.primary.isEnabled()
    dialog.token.control.setText("wrong-token")
    dialog.token.control.textEdited.emit("wrong-token")
    dialog.submit()
    stage.settle(lambda: dialog.message is not None)
    assert dialog.message is not None
    assert plain(dialog.message.accessibleName()).startswith("TeamViewer does not take the token.")
    assert dialog.token.text() == "wrong-token"
    assert stage.vendor.keeper.load() is None
    dialog.token.control.setText(f" {TOKEN}\n")
    dialog.token.control.textEdited.emit(TOKEN)
    dialog.submit()
    stage.settle(lambda: bool(stage.account.state.connected))
    assert stage.vendor.keeper.load() == TOKEN
    assert stage.pane.remote.codes.dialog is None


def test_what_the_vendor_counted_stands_beside_what_was_logged() -> None:
    told_both = {"act": "reported", "tool": "TeamViewer", "seconds": 780, "logged": 840}
    assert plain(lines.lead(told_both, "13 m")) == "TeamViewer counted 13 m"
    assert plain(lines.told(told_both)) == "Logged as 14 min, which stays."
    assert lines.told({"act": "reported", "tool": "TeamViewer", "seconds": 780}) == ""
    assert "taken off" in plain(lines.lead({"act": "unreported", "tool": "TeamViewer"}, ""))
