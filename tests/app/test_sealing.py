"""Files that lay plain beside an encrypted database are sealed while the desk is open; the steps are the store's."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.app.sealing import Sealing
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store.blobs import Blobs
from supportdesk.store.store import Store
from supportdesk.workers.session import DeskSession

NOW = datetime(2026, 11, 24, 18, 18, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path / "desk.db", bytes(range(32)), create=True)
    yield made
    made.close()


def test_an_open_desk_seals_what_lies_plain(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    kept = [Blobs(folder).put(io.BytesIO(content)).sha256 for content in (b"photo", b"log", b"stock")]
    desk = Desk(store, UUID(int=1), UUID(int=2), PolicyBook(()), lambda: NOW, lambda: UUID(int=3))
    session = DeskSession(lambda: desk, lambda: NOW)
    sealing = Sealing(session, folder)
    sealing.run()  # not open yet: nothing to do it with
    with qtbot.waitSignal(session.opened):
        session.start()
    sealing.run()
    qtbot.waitUntil(lambda: not any(Blobs(folder).has(sha256) for sha256 in kept))
    assert all(Blobs(folder, store.files_key).verify(sha256) for sha256 in kept)
    session.close()
    sealing.run()  # closed: nothing more is begun
