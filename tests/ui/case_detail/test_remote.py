"""Remote sessions begun from a case (DSK-4), with real programs on a made-up computer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.remote.tool import Mode
from supportdesk.services.cases import remote_sessions
from supportdesk.services.queries.remote_sessions import open_sessions
from supportdesk.services.views import DraftKind
from supportdesk.ui.pages import CaseAct
from supportdesk.ui.remote.button import Choice
from tests.remote.stand_ins import stand_in, told
from tests.services.desk_world import World, made
from tests.ui.case_detail.case_stage import Until
from tests.ui.case_detail.remote_stage import RemotePane, begin, open_remote_pane, plain
from tests.ui.stage import rest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts")


@pytest.fixture
def pane(qapp: QApplication, world: World, tmp_path: Path, settle: Until) -> Iterator[RemotePane]:
    with open_remote_pane(world, tmp_path, settle) as opened:
        yield opened


def test_the_line_is_on_the_case_before_the_tool_starts(
    pane: RemotePane, settle: Until, tmp_path: Path, qtbot: QtBot
) -> None:
    record = tmp_path / "record"
    stand_in(pane.computer.teamviewer, record)
    seen: list[int] = []
    start = pane.computer.toolbox.launcher.start

    def watched(*args: object) -> object:
        seen.append(len(pane.sessions()))
        return start(*args)  # type: ignore[arg-type]

    pane.computer.toolbox.launcher.start = watched  # type: ignore[assignment]
    begin(pane)
    settle(record.exists)
    assert seen == [1]
    assert told(record)["argv"] == [str(pane.computer.teamviewer), "-i", "602724282"]
    settle(lambda: pane.remote.popover is None)
    (line,) = pane.sessions()
    assert (line.data["act"], line.data["remote_id"], line.data["consent_by"]) == (
        "begun",
        "602724282",
        "Diane Hartwell",
    )
    settle(lambda: any("Remote session with" in row.lead for row in pane.view.timeline.rows))
    row = next(row for row in pane.view.timeline.rows if "Remote session" in row.lead)
    assert plain(row.lead) == "Remote session with 602 724 282 begun"
    assert plain(row.body) == "Consent by Diane Hartwell."
    rest(pane.stage.session, qtbot)
    # Not asked about before the person has been away.
    assert pane.remote.returning.bar.session is None
    settle(lambda: pane.view.toolbar.remote.start.shown_id != "")
    assert plain(pane.view.toolbar.remote.start.shown_id) == "602 724 282"


def test_a_tool_that_does_not_start_is_said_here_and_on_the_case(pane: RemotePane, settle: Until) -> None:
    broken = pane.computer.teamviewer
    broken.parent.mkdir(parents=True)
    broken.write_text("#!/nowhere/at/all\n", encoding="utf-8")
    broken.chmod(0o755)
    begin(pane)
    settle(lambda: len(pane.sessions()) == 2)
    line = pane.sessions()[-1]
    assert (line.data["act"], line.data["seconds"]) == ("failed", 0)
    assert line.data["failed"].startswith("system: ")
    popover = pane.remote.popover
    assert popover is not None
    (banner,) = popover.obstacle.banners
    assert plain(banner.accessibleName()).startswith("TeamViewer could not be started. The system says:")
    assert popover.start.isEnabled()
    assert open_sessions(pane.world.desk) == ()
    settle(lambda: any("didn’t start" in row.lead for row in pane.view.timeline.rows))


def test_a_missing_tool_has_a_message_with_three_ways_on(
    pane: RemotePane, settle: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    popover = pane.prepare()
    popover.form.fields["id"].control.setText("602 724 282")
    popover.form.fields["id"].control.textEdited.emit("602 724 282")
    (banner,) = popover.obstacle.banners
    assert plain(banner.accessibleName()) == "TeamViewer was not found on this computer."
    assert not popover.start.isEnabled()
    popover.obstacle.copy.click()
    assert QGuiApplication.clipboard().text() == "602724282"
    popover.obstacle.web.click()
    assert pane.computer.opened == ["https://web.teamviewer.com/"]
    assert pane.sessions() == []
    # The right program is taken and kept; what was typed is still there.
    program = stand_in(tmp_path / "elsewhere" / "teamviewer", tmp_path / "record")
    monkeypatch.setattr(
        "supportdesk.ui.remote.desk.QFileDialog.getOpenFileName", lambda *_: (str(program), "")
    )
    popover.obstacle.choose.click()
    settle(lambda: pane.computer.kept == [{"teamviewer": str(program)}])
    settle(lambda: pane.remote.popover is not None and pane.remote.popover.start.isEnabled())
    again = pane.remote.popover
    assert again is not None
    assert again.form.remote_id() == "602724282"
    again.submit()
    settle((tmp_path / "record").exists)


def test_a_program_that_is_another_is_refused_by_its_name(
    pane: RemotePane, settle: Until, tmp_path: Path
) -> None:
    wrong = stand_in(tmp_path / "elsewhere" / "bash", tmp_path / "record")
    pane.remote.use_program(pane.computer.toolbox.tools()[0], str(wrong))
    settle(lambda: pane.remote.popover is not None and pane.remote.popover.refusal is not None)
    popover = pane.remote.popover
    assert popover is not None
    assert popover.refusal is not None
    assert plain(popover.refusal.accessibleName()).startswith("This program isn’t TeamViewer.")
    assert pane.computer.kept == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("602 724 2", "A TeamViewer ID has 8 to 10 digits. This one has 7."),
        ("٦٠٢٧٢٤٢", "A TeamViewer ID has 8 to 10 digits. This one has 7."),
        ("60272428212", "A TeamViewer ID has 8 to 10 digits. This one has 11."),
        ("602724282&calc", "A TeamViewer ID has 8 to 10 digits. This one has “&” in it."),
        ("٦٠٢ ٧٢٤ ٢٨٢", ""),
        ("", ""),
    ],
)
def test_what_is_wrong_with_an_id_is_counted_while_it_is_typed(
    pane: RemotePane, typed: str, said: str, tmp_path: Path
) -> None:
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    popover = pane.prepare()
    field = popover.form.fields["id"]
    field.control.setText(typed)
    field.control.textEdited.emit(typed)
    assert plain(field.error) == said
    assert popover.start.isEnabled() is (bool(typed) and not said)
    if popover.start.isEnabled():
        assert popover.form.remote_id() == "602724282"
    popover.close()


def test_without_a_network_a_tool_that_needs_its_service_says_so_and_may_still_start(
    pane: RemotePane, settle: Until, tmp_path: Path
) -> None:
    pane.computer.network = False
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    stand_in(pane.computer.root / "usr/bin/xfreerdp3", tmp_path / "rdp")
    popover = pane.prepare()
    (banner,) = popover.obstacle.banners
    assert "This computer has no network." in banner.accessibleName()
    popover.tool.choose("rdp")
    popover.tool.changed.emit("rdp")
    settle(lambda: popover.found is not None)
    assert popover.obstacle.banners == []
    popover.tool.choose("teamviewer")
    popover.tool.changed.emit("teamviewer")
    popover.form.take("602724282")
    settle(popover.start.isEnabled)
    popover.close()


def test_nobody_connects_without_naming_who_agreed(pane: RemotePane, tmp_path: Path) -> None:
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    popover = pane.prepare()
    popover.form.take("602724282")
    assert popover.start.isEnabled()
    popover.consent.control.setText("")
    popover.consent.control.textEdited.emit("")
    assert not popover.start.isEnabled()
    popover.submit()
    assert pane.sessions() == []
    popover.close()


def test_SYN_1_a_case_without_an_entitlement_is_refused_before_anything_starts(
    world: World, tmp_path: Path, settle: Until
) -> None:
    def uncovered(pane: RemotePane) -> None:
        pane.case = world.case(world.client("Harbour Dental", "synergy"))

    with open_remote_pane(world, tmp_path, settle, uncovered) as pane:
        record = tmp_path / "record"
        stand_in(pane.computer.teamviewer, record)
        pane.view.run(CaseAct.REMOTE)
        settle(lambda: pane.remote.refused is not None)
        refused = pane.remote.refused
        assert refused is not None
        assert "A remote session is support." in refused.banner.accessibleName()
        assert pane.remote.popover is None
        assert not record.exists()
        assert pane.sessions() == []
        refused.pay.click()
        settle(lambda: pane.view.acts.dialog is not None)


def test_a_link_is_opened_by_the_system_and_one_it_refuses_ends_the_session(
    pane: RemotePane, settle: Until
) -> None:
    pane.computer.takes_links = False
    dwservice = pane.computer.toolbox.tool("dwservice")
    assert dwservice is not None
    pane.remote.start(Choice(dwservice, Mode.CONTROL))
    settle(lambda: pane.remote.popover is not None and pane.remote.popover.start.isEnabled())
    assert pane.remote.popover is not None
    pane.remote.popover.submit()
    settle(lambda: len(pane.sessions()) == 2)
    assert pane.sessions()[-1].data["failed"] == "link"
    assert pane.computer.opened == ["https://www.dwservice.net/"]


def test_the_menu_offers_the_other_tools_and_where_they_led(
    pane: RemotePane, settle: Until, world: World
) -> None:
    session = remote_sessions.start_session(world.desk, pane.case, tool="AnyDesk", remote_id="547911884")
    remote_sessions.end_session(world.desk, pane.case, made(session.created))
    pane.remote.start()
    settle(lambda: pane.remote.popover is not None)
    assert pane.remote.popover is not None
    pane.remote.popover.close()
    offered = [plain(action.text()) for action in pane.view.toolbar.remote.menu.actions()]
    assert "AnyDesk   547 911 884" in offered
    pane.view.toolbar.remote.menu.triggered.emit(
        next(each for each in pane.view.toolbar.remote.menu.actions() if "AnyDesk" in each.text())
    )
    settle(lambda: pane.remote.popover is not None)
    popover = pane.remote.popover
    assert popover is not None
    assert (popover.chosen().key, popover.form.remote_id()) == ("anydesk", "547911884")
    popover.close()


def test_from_right_to_left_the_id_is_still_read_from_left_to_right(
    pane: RemotePane, right_to_left: None, tmp_path: Path
) -> None:
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    popover = pane.prepare()
    popover.form.take("602724282")
    control = popover.form.fields["id"].control
    assert control.text() == "602 724 282"
    assert control.layoutDirection().name == "LeftToRight"
    assert "\u2066602 724 282\u2069" in popover.accessibleName()
    # Start stands at the end of the row, which is at the left here.
    assert popover.start.x() < popover.cancel.x()
    popover.close()


def test_where_no_tool_is_there_the_session_is_logged_by_hand(
    pane: RemotePane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pane.remote, "toolbox", None)
    pane.view.run(CaseAct.REMOTE)
    assert pane.view.composer.kind is DraftKind.REMOTE
