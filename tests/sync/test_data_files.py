"""Clients' data files between a desk and its hub: last of all, let go once safe, gone once erased (SAP-6)."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.entitlements import file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.applying import do
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.work import DATA_FILE
from supportdesk.sync.downloading import fetch_data_file
from supportdesk.sync.file_link import Answered
from supportdesk.sync.link import Unreachable
from supportdesk.sync.uploading import PIECE
from tests.services.desk_world import made
from tests.sync.filing import Sending, answered
from tests.sync.office import open_office

CONTENT = Random(1).randbytes(3 * PIECE + 5)


class Depositing(Sending):
    """A desk of a hub that deposits data files of its client too."""

    def deposit(self, content: bytes = CONTENT, name: str = "books.data") -> UUID:
        blob = self.blobs.put(io.BytesIO(content))
        file = NewFile(blob.sha256, blob.size, name)
        self.office.later(seconds=1)
        at = self.seat.desk.now()
        return made(file_station.deposit(self.seat.desk, self.client, file, copied_at=at).created)

    def noted_as_stored(self, file: UUID) -> None:
        """What the hub says once it has the bytes."""
        do(self.office.hub.desk, "organisation.store_data_file", self.client, {"data_file_id": file})
        self.seat.sync()

    def has(self, content: bytes = CONTENT) -> bool:
        return self.blobs.has(hashlib.sha256(content).hexdigest())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Depositing]:
    with open_office(tmp_path) as office:
        yield Depositing(office)


def test_SAP_6_data_files_go_last_and_let_what_is_attached_meanwhile_go_ahead(desk: Depositing) -> None:
    data = desk.deposit()
    first = desk.attach(b"a" * 10)
    desk.seat.sync()
    send = desk.hub.send
    attached: list[UUID] = []

    def send_and_attach(address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        found = send(address, offset, piece, sha256)
        if len(piece) == PIECE and not attached:
            attached.append(desk.attach(b"b" * 10, "photo.jpg"))
        return found

    desk.hub.send = send_and_attach  # type: ignore[method-assign]  # the hub's own, with a person beside it
    assert not desk.uploader.round()  # what was attached is written, and goes first
    desk.seat.sync()
    assert desk.uploader.round()
    assert [of for of, _ in desk.hub.pieces] == [first, data, attached[0], data, data, data]
    assert desk.sent(data) == CONTENT
    # After another start it goes on where it stood: the upload was begun once.
    assert desk.hub.begun == [first, data, attached[0]]


def test_SAP_6_the_sealed_copy_stays_until_the_hub_has_it_and_no_longer(desk: Depositing) -> None:
    file = desk.deposit()
    desk.seat.sync()
    assert desk.uploader.round()
    assert desk.uploader.round()
    assert desk.has()  # nobody has said yet that it is safe
    desk.noted_as_stored(file)
    assert desk.uploader.round()
    assert not desk.has()


def test_SAP_6_a_file_that_is_erased_on_its_way_is_sent_no_further(desk: Depositing) -> None:
    file = desk.deposit()
    desk.seat.sync()
    send = desk.hub.send

    def send_and_erase(address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        found = send(address, offset, piece, sha256)
        file_station.erase(desk.office.hub.desk, desk.client, file)
        desk.seat.sync()
        return found

    desk.hub.send = send_and_erase  # type: ignore[method-assign]  # the hub's own, with another desk beside it
    assert desk.uploader.round()
    assert len(desk.hub.pieces) == 1
    assert desk.uploader.progress.troubles == {}
    assert desk.uploader.round()
    assert not desk.has()


def test_SAP_6_a_desk_that_comes_back_late_learns_that_its_file_was_erased(desk: Depositing) -> None:
    """The hub knows before the desk does; nothing troubles anybody, and the next pull takes the bytes."""
    file = desk.deposit()
    desk.seat.sync()
    hub = desk.office.hub
    file_station.erase(hub.desk, desk.client, file)
    desk.hub.script = [answered(410)]
    assert desk.uploader.round()
    assert desk.uploader.progress.troubles == {}
    assert desk.has()
    desk.seat.sync()
    assert desk.uploader.round()
    assert not desk.has()
    with desk.seat.desk.store.read() as conn:
        assert get_row(conn, DATA_FILE, file)["erased_at"] is not None
    assert len(desk.hub.begun) == 0


def test_what_the_hub_has_no_room_for_waits_for_a_person(desk: Depositing) -> None:
    file = desk.deposit()
    desk.seat.sync()
    desk.hub.script = [answered(507)]
    assert desk.uploader.round()
    assert set(desk.uploader.progress.troubles) == {file}
    assert desk.has()
    desk.uploader.try_again()
    assert desk.uploader.round()
    assert (desk.uploader.progress.troubles, desk.sent(file)) == ({}, CONTENT)


def test_SAP_6_a_fetching_that_is_cut_goes_on_and_waits_for_the_log(desk: Depositing, tmp_path: Path) -> None:
    file = desk.deposit()
    desk.seat.sync()
    assert desk.uploader.round()
    place, paused = tmp_path / "copy.data", [0.0]
    fetch, asked = desk.hub.fetch, list[int]()

    def logged_later(of: UUID, sha256: str, start: int, *, data: bool = False) -> Iterator[bytes]:
        assert data
        asked.append(start)
        if len(asked) == 1:
            raise answered(403)
        yield from fetch(of, sha256, start)

    desk.hub.fetch = logged_later  # type: ignore[method-assign,assignment]  # as the hub does until it has heard
    desk.hub.script = [Unreachable("") for _ in range(3)]
    fetch_data_file(desk.seat.desk, desk.hub, file, place, lambda _done, _size: None, paused.append)
    assert place.read_bytes() == CONTENT
    assert asked[:3] == [0, 0, 1000]
    assert len(paused) == 2


def test_SAP_6_what_is_not_given_leaves_no_file(desk: Depositing, tmp_path: Path) -> None:
    file = desk.deposit()
    desk.seat.sync()
    place = tmp_path / "copy.data"

    def refused(status: int) -> None:
        def fetch(_of: UUID, _sha256: str, _start: int, *, data: bool = False) -> Iterator[bytes]:
            raise answered(status)

        desk.hub.fetch = fetch  # type: ignore[method-assign,assignment]  # a hub that says no

    refused(403)
    with pytest.raises(KnownError, match="has not heard yet"):
        fetch_data_file(desk.seat.desk, desk.hub, file, place, lambda *_: None, lambda _: None)
    refused(410)
    with pytest.raises(Answered):
        fetch_data_file(desk.seat.desk, desk.hub, file, place, lambda *_: None, lambda _: None)
    assert not list(tmp_path.glob("copy.data*"))


@pytest.mark.parametrize(("status", "kept"), [(410, False), (403, True)])
def test_SAP_6_of_a_file_that_was_erased_while_it_was_fetched_nothing_stays(
    desk: Depositing, tmp_path: Path, status: int, *, kept: bool
) -> None:
    file = desk.deposit()
    desk.seat.sync()
    assert desk.uploader.round()

    def fetch(_of: UUID, _sha256: str, start: int, *, data: bool = False) -> Iterator[bytes]:
        if start:
            raise answered(status)
        yield CONTENT[: 2 << 20]
        raise Unreachable("")

    desk.hub.fetch = fetch  # type: ignore[method-assign,assignment]  # a line that is cut, and what the hub says then
    with pytest.raises(KnownError):
        fetch_data_file(
            desk.seat.desk, desk.hub, file, tmp_path / "copy.data", lambda *_: None, lambda _: None
        )
    # What was cut for another reason is gone on with.
    assert [each.stat().st_size > 0 for each in tmp_path.glob("copy.data*")] == ([True] if kept else [])


def test_SAP_6_other_bytes_than_were_deposited_never_take_the_name(desk: Depositing, tmp_path: Path) -> None:
    file = desk.deposit()
    desk.seat.sync()
    place = tmp_path / "copy.data"
    for wrong in (CONTENT[::-1], CONTENT + b"x"):

        def fetch(
            _of: UUID, _sha256: str, start: int, *, data: bool = False, sent: bytes = wrong
        ) -> Iterator[bytes]:
            yield sent[start:]

        desk.hub.fetch = fetch  # type: ignore[method-assign,assignment]  # a hub whose disk is damaged
        with pytest.raises(KnownError, match="are not what was"):
            fetch_data_file(desk.seat.desk, desk.hub, file, place, lambda *_: None, lambda _: None)
    assert not place.exists()
