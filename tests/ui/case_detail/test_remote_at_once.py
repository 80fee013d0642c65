"""Sessions begun while others are on their way, and what is typed of one that ends (DSK-4): each keeps its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportdesk.services.cases import remote_sessions
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import details
from supportdesk.services.queries.remote_sessions import open_sessions
from supportdesk.ui.remote.return_bar import EndPopover
from supportdesk.ui.widgets.messages import Banner
from tests.remote.stand_ins import stand_in
from tests.services.desk_world import World
from tests.ui.case_detail.case_stage import Until, open_case
from tests.ui.case_detail.remote_stage import RemotePane, begin, open_remote_pane
from tests.ui.holding import acts_held

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts")


@pytest.fixture
def pane(qapp: QApplication, world: World, tmp_path: Path, settle: Until) -> Iterator[RemotePane]:
    with open_remote_pane(world, tmp_path, settle) as opened:
        yield opened


@pytest.fixture
def held(pane: RemotePane) -> Iterator[Event]:
    """The write lane, busy until the event is set."""
    gate = Event()

    def long_act(_desk: Desk) -> None:
        gate.wait(30)

    pane.stage.session.do(long_act)
    yield gate
    gate.set()


class Launches:
    """Which programs were started, and what the cases told at that moment."""

    def __init__(self, pane: RemotePane) -> None:
        self.started: list[tuple[str, dict[UUID, list[str]]]] = []
        self._pane, self._start = pane, pane.computer.toolbox.launcher.start
        pane.computer.toolbox.launcher.start = self._watched  # type: ignore[assignment]
        self.cases = [pane.case]

    def _watched(self, *args: object) -> object:
        argv: list[str] = args[0]  # type: ignore[assignment]
        self.started.append((argv[-1], {case: acts(self._pane, case) for case in self.cases}))
        return self._start(*args)  # type: ignore[arg-type]


def acts(pane: RemotePane, case: UUID) -> list[str]:
    """What the lines of sessions on a case tell."""
    items = details.timeline(pane.world.desk, case).items
    return [f"{item.data['act']} {item.data['remote_id']}" for item in items if item.kind == "remote_session"]


def another_case(pane: RemotePane) -> UUID:
    """A case of the same client, with somebody who may agree to a session."""
    contact = pane.world.contact(pane.client, "Omar Said")
    return pane.world.case(pane.client, "Printer jams", contact_id=contact)


def leave(pane: RemotePane, settle: Until) -> None:
    """Close the popover although its session is still on its way."""
    assert pane.remote.popover is not None
    pane.remote.popover.close()
    settle(lambda: pane.remote.popover is None)


def test_DSK_4_each_of_two_sessions_begun_at_once_starts_once_its_own_case_has_it(
    pane: RemotePane, settle: Until, tmp_path: Path, held: Event
) -> None:
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    launches = Launches(pane)
    first, second = pane.case, another_case(pane)
    launches.cases.append(second)
    begin(pane, "602 724 282")
    leave(pane, settle)
    open_case(pane, settle, second, acts_held=True)
    begin(pane, "111 222 333")
    held.set()
    settle(lambda: len(launches.started) == 2)
    assert (acts(pane, first), acts(pane, second)) == (["begun 602724282"], ["begun 111222333"])
    told = {"602724282": first, "111222333": second}
    assert {led for led, _ in launches.started} == set(told)
    for led, lines in launches.started:
        assert lines[told[led]] == [f"begun {led}"]
    settle(lambda: pane.remote.popover is None)
    settle(lambda: len(pane.remote.returning.open) == 2)


def test_DSK_4_of_two_begun_at_once_the_one_that_fails_is_told_on_its_own_case(
    pane: RemotePane, settle: Until, tmp_path: Path, held: Event
) -> None:
    program = stand_in(pane.computer.teamviewer, tmp_path / "record")
    first, second = pane.case, another_case(pane)
    begin(pane, "602 724 282")
    leave(pane, settle)
    open_case(pane, settle, second, acts_held=True)
    dwservice = pane.prepare()
    dwservice.tool.choose("dwservice")
    dwservice.tool.changed.emit("dwservice")
    settle(dwservice.start.isEnabled)
    pane.computer.takes_links = False
    dwservice.submit()
    held.set()
    settle(lambda: len(acts(pane, second)) == 2)
    assert [each.partition(" ")[0] for each in acts(pane, second)] == ["begun", "failed"]
    assert acts(pane, first) == ["begun 602724282"]
    settle((tmp_path / "record").exists)
    assert [each.case_id for each in open_sessions(pane.world.desk)] == [first]
    assert program.exists()
    # The popover in which the failed one was prepared says so; that another one began does not close it.
    assert pane.remote.popover is dwservice
    assert len(dwservice.obstacle.banners) == 1
    dwservice.close()


def test_what_is_typed_while_an_earlier_session_begins_stays(
    pane: RemotePane, settle: Until, tmp_path: Path, held: Event
) -> None:
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    begin(pane, "602 724 282")
    leave(pane, settle)
    popover = pane.prepare()
    popover.form.take("111222333")
    held.set()
    settle(lambda: any("started" in said[0] for said in pane.stage.said))
    assert pane.remote.popover is popover
    assert popover.form.remote_id() == "111222333"
    leave(pane, settle)
    again = pane.prepare()
    assert again.form.remote_id() == "111222333"
    again.close()


# ---------------------------------------------------------------------- how one ended


@pytest.fixture
def ending(pane: RemotePane, settle: Until, tmp_path: Path) -> RemotePane:
    """A session of 14 minutes is asked about."""
    stand_in(pane.computer.teamviewer, tmp_path / "record")
    begin(pane)
    settle(lambda: bool(pane.remote.returning.open) and pane.remote.popover is None)
    pane.come_back(minutes=14)
    settle(lambda: pane.remote.returning.bar.session is not None)
    return pane


def edit(pane: RemotePane) -> EndPopover:
    pane.remote.returning.bar.edit.click()
    return popover(pane)


def popover(pane: RemotePane) -> EndPopover:
    found = pane.remote.returning.popover
    assert found is not None
    return found


def escape(pane: RemotePane, settle: Until) -> None:
    QTest.keyClick(popover(pane), Qt.Key.Key_Escape)
    settle(lambda: pane.remote.returning.popover is None)


def test_DSK_4_what_was_typed_of_a_session_stays_when_its_popover_closes(
    ending: RemotePane, settle: Until
) -> None:
    typed = edit(ending)
    QTest.keyClicks(typed.note.control, "Rebuilt the index.")
    typed.minutes.setValue(21)
    typed.chargeable.click()
    escape(ending, settle)
    again = edit(ending)
    assert (again.note.text(), again.minutes.value(), again.chargeable.isChecked()) == (
        "Rebuilt the index.",
        21,
        True,
    )
    again.submit()
    settle(lambda: len(ending.sessions()) == 2)
    line = ending.sessions()[-1]
    assert (line.body, line.data["seconds"], line.data["chargeable"]) == ("Rebuilt the index.", 21 * 60, True)


def test_what_was_typed_of_one_session_is_not_offered_for_another(ending: RemotePane, settle: Until) -> None:
    edit(ending).note.set_text("Rebuilt the index.")
    popover(ending).submit()
    settle(lambda: ending.remote.returning.bar.session is None)
    begun = remote_sessions.start_session(
        ending.world.desk, ending.case, tool="AnyDesk", remote_id="547911884"
    )
    ending.world.later(minutes=5)
    ending.view.show_case(None)
    open_case(ending, settle, ending.case)
    settle(lambda: ending.remote.returning.bar.session is not None)
    assert ending.remote.returning.bar.session is not None
    assert ending.remote.returning.bar.session.id == begun.created
    assert (edit(ending).note.text(), popover(ending).minutes.value()) == ("", 5)
    popover(ending).close()


def test_a_length_that_nobody_changed_goes_with_the_time(ending: RemotePane, settle: Until) -> None:
    edit(ending)
    escape(ending, settle)
    ending.come_back(minutes=6)
    settle(lambda: ending.remote.returning.bar.minutes == 20)
    assert edit(ending).minutes.value() == 20
    popover(ending).close()


def test_a_note_that_was_typed_is_not_left_behind_by_logging_from_the_bar(
    ending: RemotePane, settle: Until
) -> None:
    edit(ending).note.set_text("Rebuilt the index.")
    escape(ending, settle)
    ending.remote.returning.bar.log.click()
    assert popover(ending).note.text() == "Rebuilt the index."
    assert len(ending.sessions()) == 1
    popover(ending).submit()
    settle(lambda: len(ending.sessions()) == 2)
    assert ending.sessions()[-1].body == "Rebuilt the index."


def test_a_session_that_is_being_logged_is_not_logged_again(ending: RemotePane, settle: Until) -> None:
    gate = Event()

    def long_act(_desk: Desk) -> None:
        gate.wait(30)

    ending.stage.session.do(long_act)
    edit(ending).submit()
    escape(ending, settle)
    assert not ending.remote.returning.bar.log.isEnabled()
    gate.set()
    settle(lambda: ending.remote.returning.bar.session is None)
    assert len(ending.sessions()) == 2
    assert ending.stage.refused == []


def test_what_is_typed_while_a_session_is_logged_changes_nothing_of_it(
    ending: RemotePane, settle: Until
) -> None:
    typed = edit(ending)
    typed.note.control.setFocus()
    QTest.keyClicks(typed.note.control, "Rebuilt the index.")
    with acts_held(ending):
        # Another desk was quicker.
        remote_sessions.end_session(
            ending.world.desk,
            ending.case,
            typed.session.id,
            ended_at=ending.world.now,
            note="By another desk.",
        )
        typed.submit()
        QTest.keyClicks(QApplication.focusWidget() or typed, " And more.")
        typed.minutes.stepUp()
        assert not typed.minutes.isEnabled()
        assert typed.note.text() == "Rebuilt the index."
    settle(lambda: bool(typed.findChildren(Banner)))
    assert QApplication.focusWidget() is typed.note.control
    QTest.keyClicks(typed.note.control, " Twice.")
    assert typed.note.text() == "Rebuilt the index. Twice."
    escape(ending, settle)
