"""Attachments' bytes: kept once by their content, whole or not at all, sealed with a key; their format is elsewhere."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportdesk.domain.errors import KnownError
from supportdesk.store.blobs import Blobs, TooLarge
from supportdesk.store.sealing import PIECE, files_key

KEY = files_key(bytes(range(32)))


class BreaksOff(io.BytesIO):
    """A source that fails after its first piece."""

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(1)
        if not piece:
            raise OSError(5, "the stick was pulled out")
        return piece


@pytest.fixture(params=[None, KEY], ids=["plain", "sealed"])
def key(request: pytest.FixtureRequest) -> bytes | None:
    """What the bytes are sealed with, if they are."""
    given: bytes | None = request.param
    return given


def files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


@given(st.binary(max_size=2_000))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_put_in_comes_out(tmp_path: Path, key: bytes | None, content: bytes) -> None:
    blobs = Blobs(tmp_path / "files", key)
    kept = blobs.put(io.BytesIO(content))
    assert (kept.sha256, kept.size) == (hashlib.sha256(content).hexdigest(), len(content))
    with blobs.open(kept.sha256) as file:
        assert file.read() == content
    assert blobs.has(kept.sha256)
    assert blobs.verify(kept.sha256)


def test_more_than_a_piece_at_a_time(tmp_path: Path, key: bytes | None) -> None:
    content = bytes(range(256)) * 20_000
    kept = Blobs(tmp_path, key).put(io.BytesIO(content))
    assert kept.size == len(content)
    assert Blobs(tmp_path, key).verify(kept.sha256)


def test_the_same_bytes_are_kept_once(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path, key)
    assert blobs.put(io.BytesIO(b"photo")) == blobs.put(io.BytesIO(b"photo"))
    other = blobs.put(io.BytesIO(b"log"))
    assert len(files(tmp_path)) == 2
    assert sorted(blobs) == sorted({other.sha256, hashlib.sha256(b"photo").hexdigest()})


def test_a_source_that_breaks_off_leaves_nothing(tmp_path: Path, key: bytes | None) -> None:
    # It is no matter of the disk on which the bytes are kept, and not told as one.
    with pytest.raises(OSError, match="stick was pulled out"):
        Blobs(tmp_path, key).put(BreaksOff(b"half a photo"))
    assert files(tmp_path) == []


def test_a_full_disk_is_told_in_the_words_of_who_keeps_something(
    tmp_path: Path, key: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match="could not be kept") as refused:
        Blobs(tmp_path, key).put(io.BytesIO(b"photo"))
    assert refused.value.meaning == "Nothing was attached."
    with pytest.raises(KnownError, match="could not be kept") as refused:
        Blobs(tmp_path, key).put(io.BytesIO(b"photo"), meaning="It is still there.", again="open it again")
    assert refused.value.meaning == "It is still there."
    assert refused.value.remedy.endswith("write there, then open it again.")
    assert files(tmp_path) == []


def test_a_folder_in_the_way_is_told(tmp_path: Path, key: bytes | None) -> None:
    (tmp_path / "files").write_text("a file where the folder should be")
    with pytest.raises(KnownError, match="could not be kept"):
        Blobs(tmp_path / "files", key).put(io.BytesIO(b"photo"))


def test_changed_bytes_are_noticed(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path, key)
    kept = blobs.put(io.BytesIO(b"photo"))
    blobs.path(kept.sha256).write_bytes(b"phot0")
    assert not blobs.verify(kept.sha256)


def test_a_file_cut_short_is_healed_by_the_same_bytes(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path, key)
    kept = blobs.put(io.BytesIO(b"photo"))
    blobs.path(kept.sha256).write_bytes(b"ph")
    blobs.put(io.BytesIO(b"photo"))
    assert blobs.verify(kept.sha256)


def test_bytes_that_are_not_here_are_told(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path, key)
    absent = "0" * 64
    assert not blobs.has(absent)
    assert not blobs.verify(absent)
    blobs.remove(absent)
    with pytest.raises(KnownError, match="not on this computer"):
        blobs.open(absent)


def test_removed_bytes_are_gone(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path, key)
    kept = blobs.put(io.BytesIO(b"photo"))
    blobs.remove(kept.sha256)
    assert files(tmp_path) == []
    assert list(blobs) == []


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 65])
def test_only_a_checksum_names_bytes(tmp_path: Path, key: bytes | None, name: str) -> None:
    with pytest.raises(ValueError, match="checksum"):
        Blobs(tmp_path, key).path(name)


def test_many_may_keep_the_same_bytes_at_once(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path / "files", key)
    content = b"photo" * 50_000
    failed: list[BaseException] = []

    def put(source: BinaryIO) -> None:
        try:
            blobs.put(source)
        except BaseException as error:  # noqa: BLE001 - told to the test
            failed.append(error)

    threads = [threading.Thread(target=put, args=(io.BytesIO(content),)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(files(tmp_path)) == 1
    assert blobs.verify(hashlib.sha256(content).hexdigest())


def test_damaged_bytes_are_healed_by_the_same_bytes(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path, key)
    kept = blobs.put(io.BytesIO(b"photo"))
    place = blobs.path(kept.sha256)
    place.write_bytes(place.read_bytes()[:-1] + b"?")
    assert not blobs.verify(kept.sha256)
    blobs.put(io.BytesIO(b"photo"))
    assert blobs.verify(kept.sha256)


def test_more_than_may_be_kept_is_refused_and_leaves_nothing(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path, key)
    with pytest.raises(TooLarge, match=r"larger than 0\.125 MiB"):
        blobs.put(io.BytesIO(bytes(2 * PIECE + 1)), at_most=2 * PIECE)
    assert files(tmp_path) == []
    assert blobs.put(io.BytesIO(bytes(2 * PIECE)), at_most=2 * PIECE).size == 2 * PIECE


def test_what_was_cut_short_while_it_arrived_is_cleared_after_a_day(
    tmp_path: Path, key: bytes | None
) -> None:
    left = tmp_path / "incoming-x"
    left.write_bytes(b"half a photo")
    kept = Blobs(tmp_path, key).put(io.BytesIO(b"photo"))
    at = datetime.fromtimestamp(left.stat().st_mtime, UTC)
    Blobs(tmp_path, key).clear(at + timedelta(hours=23))
    assert left.exists()
    Blobs(tmp_path, key).clear(at + timedelta(hours=25))
    assert not left.exists()
    assert Blobs(tmp_path, key).verify(kept.sha256)


def aged(folder: Path) -> None:
    """Let everything that lies here be two days old."""
    at = time.time() - 2 * 24 * 60 * 60
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (at, at))


def yesterday() -> datetime:
    return datetime.now(UTC) - timedelta(days=1)


def test_what_was_kept_before_an_instant_is_found_and_removed(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path, key)
    old = blobs.put(io.BytesIO(b"old")).sha256
    aged(tmp_path)
    new = blobs.put(io.BytesIO(b"new")).sha256
    assert list(blobs.kept_before(yesterday())) == [old]
    assert not blobs.remove_kept_before(new, yesterday())
    assert blobs.remove_kept_before(old, yesterday())
    assert list(blobs) == [new]
    assert not list(tmp_path.glob("incoming-*"))


def test_bytes_that_are_kept_once_more_count_as_kept_now(tmp_path: Path, key: bytes | None) -> None:
    blobs = Blobs(tmp_path, key)
    kept = blobs.put(io.BytesIO(b"photo")).sha256
    aged(tmp_path)
    found = list(blobs.kept_before(yesterday()))
    blobs.put(io.BytesIO(b"photo"))
    assert found == [kept]
    assert list(blobs.kept_before(yesterday())) == []
    assert not blobs.remove_kept_before(kept, yesterday())
    assert blobs.verify(kept)


@pytest.mark.parametrize("before", [True, False])
def test_who_keeps_bytes_in_the_moment_they_are_removed_has_them(
    tmp_path: Path, key: bytes | None, monkeypatch: pytest.MonkeyPatch, before: bool
) -> None:
    blobs, moved = Blobs(tmp_path, key), Path.replace
    kept = blobs.put(io.BytesIO(b"photo")).sha256
    aged(tmp_path)

    def replace(path: Path, target: Path) -> Path:
        monkeypatch.undo()
        if before:
            blobs.put(io.BytesIO(b"photo"))
        found = moved(path, target)
        if not before:
            blobs.put(io.BytesIO(b"photo"))
        return found

    monkeypatch.setattr(Path, "replace", replace)
    assert not blobs.remove_kept_before(kept, yesterday())
    assert blobs.verify(kept)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_file_that_can_not_be_moved_stays(
    tmp_path: Path, key: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    blobs = Blobs(tmp_path, key)
    kept = blobs.put(io.BytesIO(b"photo")).sha256
    aged(tmp_path)

    def in_use(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use by another program")

    monkeypatch.setattr(Path, "replace", in_use)
    assert not blobs.remove_kept_before(kept, yesterday())
    assert blobs.verify(kept)
