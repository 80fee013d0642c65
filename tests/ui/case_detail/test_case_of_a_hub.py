"""A case on a desk of a hub: contested fields in a line with a way to settle them, who else is there, and the words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout

from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.exchange import repairing, settling
from supportdesk.services.exchange.matters import matters
from supportdesk.services.exchange.settling import Choice
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import DraftKind
from supportdesk.services.views.matters import Contested, Unaccepted
from supportdesk.ui.case_detail.page import CasePane
from supportdesk.ui.case_detail.presence import others_text
from supportdesk.ui.hub_line import OthersAtCase, Present
from supportdesk.ui.pages import CaseRoom
from tests.sync.disagreement import Disagreement, open_disagreement
from tests.ui.hub_fakes import FakeLine
from tests.ui.nadias_desk import NOW
from tests.ui.stage import Stage, open_stage

Settle = Callable[[Callable[[], bool]], None]
PRIYA = Present(UUID(int=7), "Priya Raman", writing=True, at=NOW - timedelta(minutes=2))
ALI = Present(UUID(int=8), "Ali Saleh", writing=False, at=NOW)


class Opened:
    """Nadia's view of the case."""

    def __init__(self, two: Disagreement, stage: Stage, files: Path) -> None:
        self.two, self.stage = two, stage
        self.line = FakeLine()
        stage.line = self.line
        self.view = CasePane(stage, stage.cover, shelf=FileShelf(files))
        layout = QVBoxLayout(stage.cover)
        layout.addWidget(self.view)
        stage.cover.show()
        self.view.fit(CaseRoom(beside=True, low=False))

    def show(self, settle: Settle) -> None:
        self.view.show_case(self.two.case)
        settle(lambda: bool(self.view.timeline.rows) and self.view.acts.case is not None)
        settle(lambda: self.view.drafts.whole)

    def leads(self) -> list[str]:
        return [row.lead for row in self.view.timeline.rows]


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path, settle: Settle) -> Iterator[Opened]:
    with open_disagreement(tmp_path) as two:

        def desk() -> Desk:
            return two.desk

        with open_stage((860, 840), desk, lambda: two.office.now) as stage:
            settle(lambda: stage.session.is_open)
            made = Opened(two, stage, tmp_path / "files")
            yield made
            made.view.hide()


def test_a_contested_case_says_so_and_leads_to_it(opened: Opened, settle: Settle) -> None:
    opened.two.severity_set_by_both()
    opened.show(settle)
    settle(opened.view.notices.contested.isVisible)
    opened.view.notices.contested.acted.emit()
    assert opened.stage.matters == [opened.two.case]
    assert opened.view.composer.isVisible()  # it stays usable


def test_a_case_without_is_silent(opened: Opened, settle: Settle) -> None:
    opened.show(settle)
    assert not opened.view.notices.isVisible()


def test_the_timeline_tells_how_it_came_about_and_was_settled(opened: Opened, settle: Settle) -> None:
    two = opened.two
    two.severity_set_by_both()
    (matter,) = matters(two.desk).waiting
    assert isinstance(matter, Contested)
    two.office.later(minutes=9)
    settling.settle(two.desk, {matter.fields[0].id: Choice.THEIRS})
    opened.show(settle)
    told = " | ".join(opened.leads())
    assert "Changed in two places: Severity is S2, and was set to S3 by Nadia Karim" in told
    assert "Settled: Severity is S2 by Nadia Karim" in told


def test_words_that_were_not_accepted_are_a_note_with_their_reason(opened: Opened, settle: Settle) -> None:
    two = opened.two
    two.reply_held()
    (held,) = matters(two.desk).waiting
    assert isinstance(held, Unaccepted)
    repairing.hand_over(two.desk, held.operation_id)
    opened.show(settle)
    row = next(row for row in opened.view.timeline.rows if row.tag == "Reply, not accepted")
    assert row.body.startswith("Send us the file of 20 November.\nThe client has written")


def test_who_else_is_there_is_told(opened: Opened, settle: Settle) -> None:
    opened.show(settle)
    opened.line.meet(OthersAtCase(opened.two.case, (ALI, PRIYA)))
    assert opened.view.toolbar.others.isVisible()
    opened.line.meet(OthersAtCase(UUID(int=99), ()))  # of a case that was left meanwhile
    assert opened.view.toolbar.others.isVisible()
    opened.line.meet(OthersAtCase(opened.two.case, ()))
    assert not opened.view.toolbar.others.isVisible()


def test_others_are_told_where_one_is_and_that_one_writes(opened: Opened, settle: Settle) -> None:
    opened.show(settle)
    opened.view.composer.edited.emit(DraftKind.REPLY)
    opened.view.composer.edited.emit(DraftKind.REPLY)
    opened.view.show_case(None)
    assert opened.line.looks == [(opened.two.case, False), (opened.two.case, True), (None, False)]


def test_offline_nobody_knows(qapp: QApplication) -> None:
    assert others_text(OthersAtCase(None, (), known=False), NOW) == "Offline: who else is here is unknown"
    assert (
        others_text(OthersAtCase(None, (ALI, PRIYA)), NOW)
        == "\u2068Priya\u2069 is writing, 2 min ago, \u2068Ali\u2069 is looking, just now"
    )
