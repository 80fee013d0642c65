"""The attention page on a stage, over Nadia's desk of a real office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout

from supportdesk.services.operations.desk import Desk
from supportdesk.ui.attention.page import AttentionPage
from tests.sync.disagreement import Disagreement, open_disagreement
from tests.ui.stage import Stage, open_stage

Settle = Callable[[Callable[[], bool]], None]


@dataclass
class Attention:
    """A page and what stands around it."""

    two: Disagreement
    stage: Stage
    settle: Settle
    page: AttentionPage

    def read(self, waiting: int) -> None:
        """Read again until so many matters wait and the first is in view."""
        self.page.read()
        self.settle(lambda: self.page.model.now is not None and self.page.model.waiting == waiting)
        if waiting:
            self.settle(lambda: self.page.view is not None)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Disagreement]:
    """The office."""
    with open_disagreement(tmp_path) as opened:
        yield opened


@pytest.fixture
def attention(qapp: QApplication, two: Disagreement, settle: Settle) -> Iterator[Attention]:
    """The page over Nadia's desk, shown; nothing waits yet."""

    def desk() -> Desk:
        return two.desk

    with open_stage((1180, 760), desk, lambda: two.office.now) as stage:
        settle(lambda: stage.session.is_open)
        page = AttentionPage(stage, stage.cover)
        layout = QVBoxLayout(stage.cover)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        stage.cover.show()
        stage.cover.activateWindow()
        yield Attention(two, stage, settle, page)
        page.hide()
