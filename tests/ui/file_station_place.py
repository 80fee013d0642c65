"""A File Station over a real desk with real files, for the tests of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.app.file_station import Station
from supportdesk.domain.words import AgentRole
from supportdesk.services.entitlements import file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.ui.file_station.dialogs import (
    DepositDialog,
)
from supportdesk.ui.file_station.page import FileStationPage
from tests.services.desk_world import World, open_world
from tests.ui.stage import Stage, open_stage

Settle = Callable[[Callable[[], bool]], None]
CONTENT = Random(1).randbytes(3 << 20)


@dataclass
class Place:
    """A desk with two clients, and the page that shows them."""

    world: World
    client: UUID
    stage: Stage
    station: Station
    page: FileStationPage
    settle: Settle
    folder: Path

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """The dialog of a kind that is open, or comes to be."""
        found: list[QWidget] = []

        def there() -> bool:
            found[:] = [each for each in self.stage.cover.findChildren(kind) if each.isVisible()]
            return bool(found)

        self.settle(there)
        return found[0]

    def deposit(self, content: bytes = CONTENT, name: str = "books.data") -> Path:
        """Deposit a file by the page."""
        path = self.folder / name
        path.write_bytes(content)
        before = len(self.page.side.cards)
        self.page.acts.deposit(path)
        dialog = self.dialog(DepositDialog)
        assert isinstance(dialog, DepositDialog)
        dialog.submit()
        self.settle(lambda: len(self.page.side.cards) == before + 1)
        return path


@contextmanager
def open_place(tmp_path: Path, settle: Settle) -> Iterator[Place]:
    """The page of a manager's desk, with one of two clients in view."""
    with open_world(tmp_path) as world:
        world.sits_down(AgentRole.MANAGER, branch_id=world.branch())
        client, other = (world.client(name, "sapphireone") for name in ("Sapphire Holdings", "Other Ltd"))
        at = world.now - timedelta(days=2)
        file_station.deposit(world.desk, other, NewFile("0" * 64, 5 << 30, "ledger.data"), copied_at=at)
        with open_stage((1212, 840), lambda: world.desk, lambda: world.now) as stage:
            settle(lambda: stage.session.is_open)
            station = Station(stage.session, tmp_path / "files")
            page = FileStationPage(stage, station)
            layout = QVBoxLayout(stage.cover)
            layout.addWidget(page)
            stage.cover.show()
            settle(lambda: page.side.view is not None)
            page.show_client(client)
            settle(lambda: page.side.view is not None and page.side.view.client.organisation_id == client)
            yield Place(world, client, stage, station, page, settle, tmp_path)
            station.close()
