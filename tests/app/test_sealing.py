"""Files that lay plain beside an encrypted database are sealed while the desk is open; the steps are the store's."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.app.sealing import Sealing
from supportdesk.services.cases import laid_out
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store import draft_rows, migrate
from supportdesk.store.blobs import Blobs
from supportdesk.store.store import Store
from supportdesk.workers.session import DeskSession

NOW = datetime(2026, 11, 24, 18, 18, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path / "desk.db", bytes(range(32)), create=True)
    yield made
    made.close()


@pytest.fixture
def session(store: Store) -> DeskSession:
    desk = Desk(store, UUID(int=1), UUID(int=2), PolicyBook(()), lambda: NOW, lambda: UUID(int=3))
    return DeskSession(lambda: desk, lambda: NOW)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def lay_out(files: Path) -> Path:
    """A copy of a file, as a program opens it."""
    with laid_out.folder_of(files) as folder:
        place = folder / "photo.jpg"
        place.write_bytes(b"photo")
    return place


def test_what_was_laid_out_goes_when_the_desk_is_opened_and_when_it_is_closed(
    qtbot: QtBot, session: DeskSession, temporary: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    earlier, theirs = lay_out(folder), lay_out(tmp_path / "of another")
    sealing = Sealing(session, folder)
    with qtbot.waitSignal(session.opened):
        session.start()
    qtbot.waitUntil(lambda: not earlier.parent.exists())
    later = lay_out(folder)
    session.close()
    sealing.close()
    assert not later.exists()
    assert list(temporary.iterdir()) == [theirs.parent]


def test_a_desk_that_stayed_shut_takes_nothing_from_where_it_is_open(
    session: DeskSession, temporary: Path, tmp_path: Path
) -> None:
    theirs = lay_out(tmp_path / "files")
    sealing = Sealing(session, tmp_path / "files")
    session.close()
    sealing.close()
    assert list(temporary.iterdir()) == [theirs.parent]


def test_an_open_desk_seals_what_lies_plain(
    qtbot: QtBot, session: DeskSession, store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    kept = [Blobs(folder).put(io.BytesIO(content)).sha256 for content in (b"photo", b"log", b"stock")]
    sealing = Sealing(session, folder)
    sealing.run()  # not open yet: nothing to do it with
    with qtbot.waitSignal(session.opened):
        session.start()
    sealing.run()
    qtbot.waitUntil(lambda: not any(Blobs(folder).has(sha256) for sha256 in kept))
    assert all(Blobs(folder, store.files_key).verify(sha256) for sha256 in kept)
    session.close()
    sealing.run()  # closed: nothing more is begun


def test_an_open_desk_takes_away_what_nothing_names(
    qtbot: QtBot, session: DeskSession, store: Store, tmp_path: Path
) -> None:
    migrate.upgrade(store)
    folder = tmp_path / "files"
    blobs = Blobs(folder, store.files_key)
    lost, kept = (blobs.put(io.BytesIO(content)).sha256 for content in (b"lost", b"kept"))
    with store.write() as conn:
        draft_rows.save(conn, "new_case", {"files": [{"sha256": kept}]}, NOW)
    at = (NOW - timedelta(days=2)).timestamp()
    for sha256 in (lost, kept):
        os.utime(blobs.path(sha256), (at, at))
    sealing = Sealing(session, folder)
    with qtbot.waitSignal(session.opened):
        session.start()
    sealing.run()
    qtbot.waitUntil(lambda: not blobs.has(lost))
    assert blobs.verify(kept)
    session.close()
