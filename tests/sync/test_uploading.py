"""A desk's files on their way to its hub: the order, and what each answer of the hub leads to."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments, replies, visits
from supportdesk.store.blobs import Blobs
from supportdesk.sync.downloading import fetch_file
from supportdesk.sync.link import TryLater, Unreachable
from supportdesk.sync.uploading import PIECE, SMALL_PIECE, Damaged, Progress, Uploader
from tests.services.desk_world import KEY, made
from tests.sync.filing import Hub, Sending, answered
from tests.sync.office import open_office


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Sending]:
    with open_office(tmp_path) as office:
        yield Sending(office)


def test_text_goes_first_and_visits_before_the_rest(desk: Sending) -> None:
    first, second = desk.attach(b"a" * 10), desk.attach(b"b" * 10)
    actor = desk.seat.desk
    planned = visits.plan(
        actor, desk.client, planned_at=desk.office.now, engineer_id=actor.actor, case_ids=(desk.case,)
    )
    visit = made(planned.created)
    photo = attachments.keep(desk.blobs, io.BytesIO(b"c" * 10), "photo.jpg")
    attachments.attach_to_visit(desk.seat.desk, visit, photo)
    (of_visit,) = set(desk.files()) - {first, second}
    assert not desk.uploader.round()
    assert desk.hub.begun == []
    assert desk.uploader.progress.after_text
    desk.seat.sync()
    assert desk.uploader.round()
    assert desk.hub.begun == [of_visit, first, second]
    # The hub has said that it has them to nobody yet; they are not sent twice all the same, and stay here.
    assert desk.uploader.round()
    assert len(desk.hub.begun) == 3
    assert desk.blobs.has(hashlib.sha256(b"a" * 10).hexdigest())


def test_text_that_is_written_meanwhile_goes_before_the_next_piece(desk: Sending) -> None:
    content = Random(1).randbytes(PIECE + 100)
    file = desk.attach(content)
    desk.seat.sync()
    send = desk.hub.send

    def send_and_write(address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        replies.note(desk.seat.desk, desk.case, "Written meanwhile")
        return send(address, offset, piece, sha256)

    desk.hub.send = send_and_write  # type: ignore[method-assign]  # the hub's own, with a person beside it
    assert not desk.uploader.round()
    assert desk.hub.pieces == [(file, PIECE)]
    desk.hub.send = send  # type: ignore[method-assign]  # as before
    desk.seat.sync()
    assert desk.uploader.round()
    assert desk.sent(file) == content


def test_after_a_restart_it_goes_on_where_it_was(desk: Sending) -> None:
    content = Random(1).randbytes(PIECE * 2)
    file = desk.attach(content)
    desk.seat.sync()
    desk.hub.send = fails_after(desk.hub, 1)  # type: ignore[method-assign,assignment]  # a line that is cut
    with pytest.raises(Unreachable):
        desk.uploader.round()
    assert [progress.bytes_left for progress in desk.told][-1] == PIECE
    again = desk.started()
    assert again.round()
    assert (desk.hub.begun, desk.sent(file)) == ([file], content)


def fails_after(hub: Hub, pieces: int) -> Callable[[str, int, bytes, bytes], int]:
    send = Hub.send

    def sends(address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        nonlocal pieces
        if pieces == 0:
            hub.send = send.__get__(hub)  # type: ignore[method-assign]  # as before
            raise Unreachable("")
        pieces -= 1
        return send(hub, address, offset, piece, sha256)

    return sends


def test_after_two_failures_the_pieces_are_small(desk: Sending) -> None:
    file = desk.attach(Random(1).randbytes(PIECE * 3))
    desk.seat.sync()
    for _ in range(2):
        desk.hub.script = [Unreachable("")]
        with pytest.raises(Unreachable):
            desk.uploader.round()
    assert desk.uploader.round()
    sizes = [size for _, size in desk.hub.pieces]
    # And once it goes well again, large.
    assert sizes == [SMALL_PIECE] * 9 + [PIECE - SMALL_PIECE]
    assert len(desk.sent(file)) == PIECE * 3


def test_a_line_that_carries_little_at_a_time_still_carries_all(desk: Sending) -> None:
    content = Random(2).randbytes(SMALL_PIECE + 1)
    file = desk.attach(content)
    desk.seat.sync()
    send = Hub.send

    def cut_off(address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        if len(piece) > SMALL_PIECE // 8:
            raise Unreachable("")
        return send(desk.hub, address, offset, piece, sha256)

    desk.hub.send = cut_off  # type: ignore[method-assign]  # a bad line
    for _ in range(8):
        try:
            assert desk.uploader.round()
            break
        except Unreachable:
            continue
    assert desk.sent(file) == content


@pytest.mark.parametrize("status", [404, 410])
def test_an_upload_that_is_gone_is_begun_anew(desk: Sending, status: int) -> None:
    content = Random(1).randbytes(PIECE + 5)
    file = desk.attach(content)
    desk.seat.sync()
    desk.hub.send = fails_after(desk.hub, 1)  # type: ignore[method-assign,assignment]  # a line that is cut
    with pytest.raises(Unreachable):
        desk.uploader.round()
    if status == 404:
        desk.hub.content.clear()
    else:
        desk.hub.script = [answered(410)]
    assert desk.uploader.round()
    assert desk.hub.begun == [file, file]
    assert bytes(desk.hub.content["u2"]) == content


@pytest.mark.parametrize("status", [409, 460, 408])
def test_where_it_stands_is_asked_when_a_piece_is_not_taken(desk: Sending, status: int) -> None:
    file = desk.attach(b"x" * 100)
    desk.seat.sync()
    desk.hub.send = refuses_once(desk.hub, status)  # type: ignore[method-assign,assignment]  # a hub that says no
    assert desk.uploader.round()
    assert (desk.hub.looked, desk.hub.begun, desk.sent(file)) == (1, [file], b"x" * 100)


def refuses_once(hub: Hub, status: int) -> Callable[[str, int, bytes, bytes], int]:
    send = Hub.send

    def sends(_address: str, _offset: int, _piece: bytes, _sha256: bytes) -> int:
        hub.send = send.__get__(hub)  # type: ignore[method-assign]  # as before
        raise answered(status)

    return sends


def test_one_that_another_line_holds_is_waited_for(desk: Sending) -> None:
    file = desk.attach(b"x" * 100)
    desk.seat.sync()
    desk.hub.send = refuses_once(desk.hub, 423)  # type: ignore[method-assign,assignment]  # a hub that says no
    with pytest.raises(TryLater):
        desk.uploader.round()
    assert desk.uploader.round()
    assert desk.hub.begun == [file]


@pytest.mark.parametrize("status", [413, 507, 400])
def test_what_is_refused_is_told_and_keeps_nothing_else_from_going(desk: Sending, status: int) -> None:
    refused, other = desk.attach(b"x" * 100), desk.attach(b"y" * 100)
    desk.seat.sync()
    desk.hub.script = [answered(status)]
    assert desk.uploader.round()
    assert desk.hub.begun == [other]
    assert set(desk.uploader.progress.troubles) == {refused}
    desk.uploader.try_again()
    assert desk.uploader.round()
    assert desk.hub.begun == [other, refused]
    assert not desk.uploader.progress.troubles


def test_a_hub_that_refuses_for_ever_is_not_asked_for_ever(desk: Sending) -> None:
    file = desk.attach(b"x" * 100)
    desk.seat.sync()
    tries: list[int] = []

    def refuses(_address: str, _offset: int, _piece: bytes, _sha256: bytes) -> int:
        tries.append(1)
        raise answered(460)

    desk.hub.send = refuses  # type: ignore[method-assign,assignment]  # a hub that says no
    assert desk.uploader.round()
    assert len(tries) == 4
    assert set(desk.uploader.progress.troubles) == {file}


def test_bytes_that_are_not_what_was_attached_are_told_of_and_not_sent(desk: Sending) -> None:
    file = desk.attach(b"x" * 100_000)
    desk.seat.sync()
    path = desk.blobs.path(hashlib.sha256(b"x" * 100_000).hexdigest())
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    path.write_bytes(damaged)
    assert desk.uploader.round()
    assert isinstance(desk.uploader.progress.troubles[file], Damaged)
    assert (desk.hub.pieces, desk.hub.given_up) == ([], ["u1"])


@pytest.mark.parametrize("other", [b"", b"x" * 99_999, b"x" * 99_999 + b"y"])
def test_files_that_lie_plain_and_are_other_ones_by_now_are_told_of_once_the_hub_refuses_them(
    desk: Sending, other: bytes
) -> None:
    desk.blobs = Blobs(desk.blobs.path("0" * 64).parents[1])
    desk.uploader = Uploader(desk.seat.desk, desk.blobs, desk.hub, lambda: 0.0)
    file = desk.attach(b"x" * 100_000)
    desk.seat.sync()
    desk.blobs.path(hashlib.sha256(b"x" * 100_000).hexdigest()).write_bytes(other)
    send = desk.hub.send

    def adds_up(address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        reached = send(address, offset, piece, sha256)
        if reached == 100_000:
            del desk.hub.content[address]
            raise answered(460)
        return reached

    desk.hub.send = adds_up  # type: ignore[method-assign]  # as a hub does at the end
    assert desk.uploader.round()
    assert isinstance(desk.uploader.progress.troubles[file], Damaged)
    assert len(desk.hub.given_up) == 1


def test_a_pause_ends_after_the_piece_under_way(desk: Sending) -> None:
    content = Random(1).randbytes(PIECE * 2)
    file = desk.attach(content)
    desk.seat.sync()
    heard, paused = desk.told.append, list[bool]()

    def pauses(progress: Progress) -> None:
        heard(progress)
        if progress.bytes_left == PIECE and not paused:
            paused.append(True)
            desk.uploader.pause(paused=True)

    desk.uploader = Uploader(desk.seat.desk, desk.blobs, desk.hub, lambda: 0.0, pauses)
    assert not desk.uploader.round()
    assert desk.hub.pieces == [(file, PIECE)]
    desk.uploader.pause(paused=False)
    assert desk.uploader.round()
    assert desk.sent(file) == content
    assert desk.uploader.progress.files == desk.uploader.progress.bytes_left == 0


def test_a_file_is_fetched_over_a_line_that_is_cut_and_kept_sealed(desk: Sending, tmp_path: Path) -> None:
    content = Random(2).randbytes(50_000)
    file = desk.attach(content)
    desk.seat.sync()
    desk.uploader.round()
    here = Blobs(tmp_path / "other", KEY)
    desk.hub.script = [Unreachable("") for _ in range(5)]
    came: list[int] = []
    assert fetch_file(desk.seat.desk, here, desk.hub, file, lambda at, _size: came.append(at))
    with here.open(hashlib.sha256(content).hexdigest()) as kept:
        assert kept.read() == content
    assert came[-1] == 50_000
    assert not any(
        content[:32] in path.read_bytes() for path in tmp_path.glob("other/**/*") if path.is_file()
    )
    assert not fetch_file(desk.seat.desk, here, desk.hub, file)


def test_bytes_that_came_wrong_are_not_kept(desk: Sending, tmp_path: Path) -> None:
    file = desk.attach(b"x" * 5000)
    desk.seat.sync()
    desk.uploader.round()
    (content,) = desk.hub.content.values()
    content[100] = 0
    here = Blobs(tmp_path / "other", KEY)
    for _ in range(2):
        with pytest.raises(KnownError, match="not what was attached"):
            fetch_file(desk.seat.desk, here, desk.hub, file)
        content += b"more"
    assert list(here) == []
    assert [path for path in (tmp_path / "other").rglob("*") if path.is_file()] == []


def test_a_hub_that_is_not_there_ends_the_fetching(desk: Sending, tmp_path: Path) -> None:
    file = desk.attach(b"x" * 5000)
    desk.seat.sync()
    desk.uploader.round()
    desk.hub.down = True
    with pytest.raises(Unreachable):
        fetch_file(desk.seat.desk, Blobs(tmp_path / "other"), desk.hub, file)
