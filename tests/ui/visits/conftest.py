"""The page of the day's visits on a stage, over an engineer's real desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout

from supportdesk.app.photos import shelves_of
from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import visits
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import visit_views
from supportdesk.services.views.visits import VisitView
from supportdesk.ui.visits.editor import VisitEditor
from supportdesk.ui.visits.page import VisitsPage
from tests.services.desk_world import World, made, open_world
from tests.ui.stage import Stage, open_stage

if TYPE_CHECKING:
    from tests.ui.visits.played_camera import Played

Settle = Callable[[Callable[[], bool]], None]
ARRIVAL = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)


class _Heard(QObject):
    """Whether an act was told."""

    came = False

    def hear(self, _nothing: object) -> None:
        self.came = True


def _nothing(_desk: Desk) -> None:
    """Does nothing, in its turn."""


@dataclass
class Day:
    """An engineer's day: two planned visits and the page that shows them."""

    world: World
    case: UUID
    first: UUID
    second: UUID
    stage: Stage
    settle: Settle
    page: VisitsPage

    @property
    def editor(self) -> VisitEditor:
        return self.page.editor

    def view(self, visit: UUID | None = None) -> VisitView:
        """The visit as it is on the disk."""
        return visit_views.visit(self.world.desk, visit or self.first)

    def opened(self) -> None:
        """Wait until the first visit is in view."""
        self.settle(lambda: self.editor.view is not None and self.page.model.rowCount() > 0)

    def begun(self) -> None:
        """The engineer is on site at the first visit, and the page shows it."""
        visits.arrive(self.world.desk, self.first, at=ARRIVAL)
        self.page.read()
        self.settle(lambda: self.editor.view is not None and self.editor.view.state == "on_site")

    def read_again(self) -> None:
        """Read what is on the disk and wait until it is in view and nothing is left to be saved."""
        self.page.read()
        self.settle(lambda: self.editor.view == self.view())

    def all_done(self) -> None:
        """Wait until every act that was handed over is done and told: what is done in turn is done when this is."""
        heard = _Heard()
        self.stage.session.do(_nothing, then=heard.hear)
        self.settle(lambda: heard.came)

    def put_in(self, page: VisitsPage) -> None:
        """Let a page stand in the window."""
        layout = self.stage.cover.layout()
        assert layout is not None
        layout.addWidget(page)

    def another_page(self) -> VisitsPage:
        """A page made anew, as after the program was opened again: that ends once everything is saved."""
        before = self.page
        before.hide()
        self.all_done()
        self.page = VisitsPage(self.stage, self.stage.cover)
        self.put_in(self.page)
        before.deleteLater()
        self.page.show()
        self.opened()
        return self.page


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A desk of its own."""
    with open_world(tmp_path) as opened:
        opened.now = ARRIVAL
        yield opened


@pytest.fixture
def day(qapp: QApplication, world: World, settle: Settle) -> Iterator[Day]:
    """The page over the desk of Karim Haddad, shown."""
    branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
    world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, AgentRole.MANAGER, branch_id=branch)
    client = world.client("Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=date(2026, 6, 1))
    case = world.case(client, "VAT summary", reason="update")

    def plan(hour: int) -> UUID:
        at = ARRIVAL.replace(hour=hour)
        done = visits.plan(world.desk, client, planned_at=at, engineer_id=world.desk.actor, case_ids=(case,))
        return made(done.created)

    first, second = plan(8), plan(11)

    def desk() -> Desk:
        return world.desk

    with open_stage((1180, 760), desk, lambda: world.now) as stage:
        settle(lambda: stage.session.is_open)
        page = VisitsPage(stage, stage.cover)
        layout = QVBoxLayout(stage.cover)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        stage.cover.show()
        stage.cover.activateWindow()
        made_day = Day(world, case, first, second, stage, settle, page)
        made_day.opened()
        yield made_day
        made_day.page.hide()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Where this profile's bytes lie."""
    return tmp_path / "files"


@pytest.fixture
def site(day: Day, files: Path) -> Iterator[Day]:
    """The engineer is on site, and there is a place for photos."""
    before = day.page
    before.hide()
    day.page = VisitsPage(day.stage, day.stage.cover, shelves=shelves_of(files))
    day.put_in(day.page)
    before.deleteLater()
    day.page.show()
    day.opened()
    day.begun()
    day.stage.cover.activateWindow()
    day.settle(day.stage.cover.isActiveWindow)
    yield day
    day.page.hide()
    day.settle(lambda: day.editor.photos.desk.waiting(day.first) == 0)


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> type[Played]:
    """The cameras that a dialog finds."""
    # Loaded where they are wanted only: most tests here have no camera.
    from supportdesk.ui.visits.camera import dialog  # noqa: PLC0415
    from tests.ui.visits import played_camera  # noqa: PLC0415

    class Own(played_camera.Played):
        pass

    monkeypatch.setattr(dialog, "Feed", Own)
    monkeypatch.setattr(dialog.CameraDialog, "camera", None)
    return Own
