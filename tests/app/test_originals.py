"""The originals of photos go by themselves while the desk is open, and only once the hub has the copies (ONX-2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.app.originals import Originals
from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import visits
from supportdesk.services.cases.photo_shelf import ORIGINALS, PastedPhoto, PhotoShelf
from supportdesk.services.operations.applying import do
from supportdesk.store.blobs import Blobs
from supportdesk.workers.session import DeskSession
from tests.services.desk_world import World, made, open_world

NOW = datetime(2026, 11, 24, 18, 18, tzinfo=UTC)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with open_world(tmp_path) as opened:
        opened.now = NOW
        yield opened


def photo_of_a_visit(world: World, folder: Path) -> tuple[UUID, UUID]:
    branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
    world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, branch_id=branch)
    client = world.client("Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=date(2026, 6, 1))
    visit = made(visits.plan(world.desk, client, planned_at=NOW, engineer_id=world.desk.actor).created)
    shelf = PhotoShelf(folder, lambda data, _position: b"small " + data)
    kept = shelf.keep(world.desk, visit, PastedPhoto(b"picture", "rack.jpg"))
    return visit, made(shelf.add(world.desk, visit, kept).created)


def test_ONX_2_an_open_desk_lets_an_original_go_once_the_hub_has_the_copy(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    visit, photo = photo_of_a_visit(world, folder)
    kept = Blobs(folder / ORIGINALS, world.store.files_key)
    session = DeskSession(lambda: world.desk, lambda: NOW)
    originals = Originals(session, folder)
    originals.run()  # not open yet: nothing to do it with
    with qtbot.waitSignal(session.opened):
        session.start()
    originals.run()
    # What hears of it next comes behind it on the same lane.
    with qtbot.waitSignal(session.done):
        session.do(do, "visit.store_file", visit, {"file": photo})
    assert len(list(kept)) == 1
    originals.run()
    qtbot.waitUntil(lambda: not list(kept))
    session.close()
    originals.run()  # closed: nothing more is begun
