"""The case pane on its stage, over a real encrypted store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.operations.desk import Desk
from supportdesk.ui.pages import CaseRoom
from tests.services.desk_world import World, open_world
from tests.ui.case_detail.case_stage import Pane, Until
from tests.ui.stage import open_stage


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A desk over an encrypted store with a branch and one case, somebody sitting at it."""
    with open_world(tmp_path) as opened:
        opened.branch()
        opened.sits_down()
        yield opened


@pytest.fixture
def pane(qapp: QApplication, world: World, tmp_path: Path, settle: Until) -> Iterator[Pane]:
    """The case pane standing beside the list, its case shown and read."""

    def desk() -> Desk:
        return world.desk

    with open_stage((790, 841), desk, lambda: world.now) as stage:
        settle(lambda: stage.session.is_open)
        made = Pane(world, stage, FileShelf(tmp_path / "files"))
        made.view.fit(CaseRoom(beside=True, low=False))
        made.view.show_case(made.case)
        settle(lambda: bool(made.view.timeline.rows) and made.view.acts.case is not None)
        settle(lambda: made.view.drafts.whole)
        yield made
        made.view.hide()
