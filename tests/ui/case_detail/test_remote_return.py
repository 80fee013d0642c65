"""What is asked on return to the window about remote sessions, and how they are logged (DSK-4)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.services.cases import remote_sessions
from supportdesk.services.queries.remote_sessions import open_sessions
from tests.remote.stand_ins import stand_in
from tests.services.desk_world import World
from tests.ui.case_detail.case_stage import Until, open_case
from tests.ui.case_detail.remote_stage import RemotePane, begin, open_remote_pane, plain
from tests.ui.stage import rest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts")


@pytest.fixture
def pane(qapp: QApplication, world: World, tmp_path: Path, settle: Until) -> Iterator[RemotePane]:
    with open_remote_pane(world, tmp_path, settle) as opened:
        yield opened


def bar_text(pane: RemotePane) -> str:
    return plain(pane.remote.returning.bar.accessibleName())


def test_on_return_the_time_so_far_is_proposed_and_logged_with_a_click(
    pane: RemotePane, settle: Until, tmp_path: Path
) -> None:
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    begin(pane)
    settle(lambda: bool(pane.remote.returning.open) and pane.remote.popover is None)
    pane.come_back(seconds=3)
    pane.come_back(minutes=14)
    settle(lambda: pane.remote.returning.bar.session is not None)
    assert bar_text(pane) == "Was the session with 602 724 282 ended? 14 min so far"
    # What passes while the question stands is not time of the session.
    pane.world.later(minutes=9)
    pane.remote.returning.bar.log.click()
    settle(lambda: len(pane.sessions()) == 2)
    assert pane.sessions()[-1].data["seconds"] == 14 * 60
    settle(lambda: pane.stage.said[-1][0] == "Remote session logged, 14 min")
    settle(lambda: pane.remote.returning.bar.session is None)


def test_length_note_and_charge_are_corrected_before_it_is_logged(
    pane: RemotePane, settle: Until, tmp_path: Path
) -> None:
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    begin(pane)
    settle(lambda: bool(pane.remote.returning.open) and pane.remote.popover is None)
    pane.come_back(minutes=14)
    settle(lambda: pane.remote.returning.bar.session is not None)
    pane.remote.returning.bar.running.click()
    settle(lambda: pane.remote.returning.bar.session is None)
    pane.come_back(minutes=10)
    settle(lambda: pane.remote.returning.bar.session is not None)
    assert "24 min" in bar_text(pane)
    pane.remote.returning.bar.edit.click()
    popover = pane.remote.returning.popover
    assert popover is not None
    assert popover.minutes.value() == 24
    popover.minutes.setValue(20)
    popover.note.set_text("Rebuilt the index.")
    popover.chargeable.click()
    popover.submit()
    settle(lambda: len(pane.sessions()) == 2)
    line = pane.sessions()[-1]
    assert (line.data["seconds"], line.body, line.data["chargeable"]) == (1200, "Rebuilt the index.", True)
    settle(lambda: pane.remote.returning.popover is None)
    settle(lambda: any("Chargeable" in row.detail for row in pane.view.timeline.rows))


def test_open_sessions_are_told_one_after_another_also_after_the_program_was_closed(
    world: World, tmp_path: Path, settle: Until
) -> None:
    other: list[str] = []

    def earlier(pane: RemotePane) -> None:
        elsewhere = world.case(pane.client, "Printer jams")
        for case, remote_id in ((elsewhere, "111222333"), (pane.case, "602724282")):
            remote_sessions.start_session(
                world.desk, case, tool="TeamViewer", remote_id=remote_id, consent_by="Diane"
            )
        world.later(minutes=30)
        other.append(open_sessions(world.desk)[0].number)

    with open_remote_pane(world, tmp_path, settle, earlier) as pane:
        bar = pane.remote.returning.bar
        settle(lambda: bar.session is not None)
        assert bar_text(pane) == "Was the session with 602 724 282 ended? 30 min so far"
        bar.log.click()
        settle(lambda: bar.session is not None and bar.session.remote_id == "111222333")
        assert f"on case {other[0]} ended?" in bar_text(pane)
        bar.log.click()
        settle(lambda: bar.session is None)
        assert open_sessions(world.desk) == ()


def test_after_so_long_no_length_is_proposed(world: World, tmp_path: Path, settle: Until) -> None:
    def earlier(pane: RemotePane) -> None:
        remote_sessions.start_session(world.desk, pane.case, tool="TeamViewer", remote_id="602724282")
        world.later(hours=20)

    with open_remote_pane(world, tmp_path, settle, earlier) as pane:
        settle(lambda: pane.remote.returning.bar.session is not None)
        assert "It was begun" in bar_text(pane)
        assert not pane.remote.returning.bar.log.isVisible()


def test_opening_the_case_again_asks_about_its_session(
    pane: RemotePane, settle: Until, world: World, tmp_path: Path, qtbot: QtBot
) -> None:
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    first = pane.case
    begin(pane)
    settle(lambda: bool(pane.remote.returning.open) and pane.remote.popover is None)
    open_case(pane, settle, world.case(pane.client, "Printer jams"))
    rest(pane.stage.session, qtbot)
    assert pane.remote.returning.bar.session is None
    world.later(minutes=5)
    open_case(pane, settle, first)
    settle(lambda: pane.remote.returning.bar.session is not None)
    assert "5 min so far" in bar_text(pane)
