"""The status line, the panel behind it and the dialog of a new desk, over Nadia's desk of a real office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import replies
from supportdesk.services.exchange import outlook
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views.outlook import Standing
from supportdesk.ui.exchange.dialogs import LoadingDialog
from supportdesk.ui.exchange.hub_side import HubSide
from supportdesk.ui.exchange.panel import HubPanel
from supportdesk.ui.hub_line import Phase
from supportdesk.ui.window_parts import StatusLine
from tests.sync.disagreement import Disagreement, open_disagreement
from tests.ui.hub_fakes import FakeLine
from tests.ui.stage import Stage, open_stage

Settle = Callable[[Callable[[], bool]], None]


@dataclass
class Foot:
    """A status line with what keeps it true."""

    two: Disagreement
    stage: Stage
    status: StatusLine
    side: HubSide
    line: FakeLine
    settle: Settle

    def panel(self) -> HubPanel:
        self.status.state.click()
        self.settle(lambda: self.side.panel is not None and self.side.panel.isVisible())
        assert self.side.panel is not None
        return self.side.panel


@pytest.fixture
def foot(qapp: QApplication, tmp_path: Path, settle: Settle) -> Iterator[Foot]:
    with open_disagreement(tmp_path) as two:

        def desk() -> Desk:
            return two.desk

        with open_stage((1000, 720), desk, lambda: two.office.now) as stage:
            settle(lambda: stage.session.is_open)
            stage.cover.show()
            status = StatusLine(stage.cover)
            status.show()
            line = FakeLine(since=two.office.now)
            side = HubSide(stage, status, outlook.standing)
            side.set_line(line)
            settle(lambda: status.state.text().startswith("Up to date"))
            yield Foot(two, stage, status, side, line, settle)


def test_what_waits_and_what_needs_the_person_is_said(foot: Foot) -> None:
    foot.two.reply_held()
    replies.note(foot.two.desk, foot.two.case, "Asked.")
    foot.side.read()
    foot.settle(lambda: foot.status.state.text() == "1 change(s) waiting")
    assert foot.status.attention.text() == "1 need(s) your attention"


def test_the_line_s_word_is_shown_at_once(foot: Foot) -> None:
    foot.line.stand(phase=Phase.OFFLINE, since=foot.two.office.now - timedelta(minutes=38))
    assert foot.status.state.text() == "Offline since 09:22 – saved on this computer"
    assert not foot.status.age.isVisible()
    foot.line.stand(contact_at=foot.two.office.now - timedelta(minutes=38))
    assert foot.status.age.text() == "as of 09:22"


def test_a_desk_alone_opens_no_panel(foot: Foot) -> None:
    foot.side._read(Standing())  # noqa: SLF001 - what a desk alone would answer
    assert foot.status.state.text().startswith("Working alone")
    foot.side.open_panel()
    assert foot.side.panel is None


def test_the_panel_lists_what_waits_in_order(foot: Foot) -> None:
    replies.note(foot.two.desk, foot.two.case, "Asked Mrs Okafor for the file.")
    foot.two.office.later(minutes=3)
    replies.note(foot.two.desk, foot.two.case, "She is out until Monday.")
    panel = foot.panel()
    model = panel.waiting.changes
    foot.settle(lambda: model.rowCount() == 2)
    assert model.title(0) == "Internal note on \u20661\u2069"
    assert model.figures(0)[0].startswith("3 min · ")
    panel.send.click()
    panel.pause.click()
    assert foot.line.asked == ["send", "pause"]


def test_the_details_name_acts_and_no_words(foot: Foot) -> None:
    replies.note(foot.two.desk, foot.two.case, "Asked Mrs Okafor for the file.")
    panel = foot.panel()
    foot.settle(lambda: panel.waiting.changes.rowCount() == 1)
    panel.copy_details()
    copied = QGuiApplication.clipboard().text()
    assert "case.note" in copied
    assert "hub: in process" in copied
    assert "Okafor" not in copied


def test_what_the_hub_asks_is_let_happen_or_kept(foot: Foot) -> None:
    panel = foot.panel()
    assert not panel.fuse.isVisible()
    foot.line.stand(phase=Phase.STOPPED, asks_to_drop=812)
    assert panel.fuse.isVisible()
    panel.keep.click()
    assert not panel.fuse.isVisible()
    assert foot.line.asked == []
    foot.line.stand(asks_to_drop=900)
    assert not panel.fuse.isVisible()  # kept for as long as the panel is open
    panel.leave()
    foot.settle(lambda: foot.side.panel is None)
    again = foot.panel()
    assert again.fuse.isVisible()
    again.drop.click()
    assert foot.line.asked == ["drop"]


def test_trouble_is_told_and_signing_in_is_offered(foot: Foot) -> None:
    panel = foot.panel()
    foot.line.stand(
        phase=Phase.STOPPED, trouble=KnownError("It is loaded anew too often.", "", "Tell somebody.")
    )
    assert panel.trouble.isVisible()
    assert not panel.trouble.action.isVisible()
    foot.line.stand(phase=Phase.SIGNED_OUT, trouble=None)
    panel.trouble.action.click()
    assert foot.line.asked == ["sign in"]


LOADING = Standing(alone=False, loading=True, loaded=500, total=2000)


def test_loading_is_stopped_and_goes_on(foot: Foot) -> None:
    panel = foot.panel()
    panel.show_standing(LOADING, foot.line.state())
    assert panel.loading.isVisible()
    panel.stop_loading.click()
    panel.show_standing(replace(LOADING, paused=True), foot.line.state())
    assert panel.stop_loading.text() == "Go on loading"
    panel.stop_loading.click()
    assert foot.line.asked == ["pause", "go on"]


def test_a_new_desk_is_worked_with_before_all_is_there(foot: Foot) -> None:
    foot.side._read(LOADING)  # noqa: SLF001 - what a new desk would answer
    foot.side.show_loading()
    dialog = foot.side.loading
    assert isinstance(dialog, LoadingDialog)
    dialog.show_standing(LOADING, foot.line.state())
    dialog.start.click()
    assert foot.side.loading is None
    assert foot.line.asked == []  # the loading goes on


def test_the_dialog_goes_when_everything_is_there(foot: Foot) -> None:
    foot.side._read(LOADING)  # noqa: SLF001 - as above
    foot.side.show_loading()
    dialog = foot.side.loading
    assert dialog is not None
    dialog.show_standing(LOADING, foot.line.state())
    dialog.show_standing(replace(LOADING, loading=False, contact_at=foot.two.office.now), foot.line.state())
    assert foot.side.loading is None


def test_what_is_no_line_any_more_is_not_heard(foot: Foot) -> None:
    foot.side.set_line(None)
    before = foot.status.state.text()
    foot.line.stand(phase=Phase.OFFLINE)
    assert foot.status.state.text() == before


def test_out_of_reach_is_told_as_a_state_and_no_error(foot: Foot) -> None:
    panel = foot.panel()
    foot.line.stand(phase=Phase.OFFLINE, trouble=KnownError("The hub can’t be reached."))
    assert panel.away.isVisible()
    assert not panel.trouble.isVisible()
    foot.line.stand(phase=Phase.IDLE, trouble=None)
    assert not panel.away.isVisible()
