"""Attachments' bytes beside an encrypted database: what their files tell, and how what lay plain comes to be sealed."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
import threading
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from supportdesk.store.blobs import Blobs
from supportdesk.store.sealing import PIECE, SEALED_PIECE, Unsealable, files_key

KEY = files_key(bytes(range(32)))
CONTENTS = [b"", b"photo", bytes(PIECE), bytes(3 * PIECE + 7)]


def files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def test_sealed_files_tell_nothing_of_what_they_hold(tmp_path: Path) -> None:
    content = b"the client's ledger " * 10_000
    kept = Blobs(tmp_path, KEY).put(io.BytesIO(content))
    (file,) = files(tmp_path)
    assert kept.sha256[:8] not in str(file.relative_to(tmp_path))
    assert kept.sha256[2:] not in file.name
    raw = file.read_bytes()
    assert b"ledger" not in raw
    assert bytes.fromhex(kept.sha256) not in raw
    other = Blobs(tmp_path / "other", files_key(bytes(32)))
    assert other.path(kept.sha256).name != file.name


def test_with_another_key_there_is_nothing(tmp_path: Path) -> None:
    kept = Blobs(tmp_path, KEY).put(io.BytesIO(b"photo"))
    stranger = Blobs(tmp_path, files_key(bytes(32)))
    assert not stranger.has(kept.sha256)
    assert list(stranger) == []
    # Under the name that it would have given it, it can't be read either.
    place = stranger.path(kept.sha256)
    place.parent.mkdir(exist_ok=True)
    Blobs(tmp_path, KEY).path(kept.sha256).rename(place)
    assert not stranger.verify(kept.sha256)
    with pytest.raises(Unsealable, match="not what was kept"):
        stranger.open(kept.sha256)


def test_a_file_in_the_place_of_another_is_noticed(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path, KEY)
    first, second = (blobs.put(io.BytesIO(content)) for content in (b"photo", b"image"))
    blobs.path(second.sha256).write_bytes(blobs.path(first.sha256).read_bytes())
    assert not blobs.verify(second.sha256)
    assert list(blobs) == [first.sha256]
    with pytest.raises(Unsealable):
        blobs.open(second.sha256)


def test_keeping_and_reading_take_flat_memory(tmp_path: Path) -> None:
    size = 64 << 20
    blobs = Blobs(tmp_path / "files", KEY)
    source = tmp_path / "large"
    with source.open("wb") as file:
        file.truncate(size)
    blobs.put(io.BytesIO(b"so that the library is loaded"))
    tracemalloc.start()
    try:
        with source.open("rb") as file:
            kept = blobs.put(file)
        assert blobs.verify(kept.sha256)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert kept.size == size
    assert peak < 40 * SEALED_PIECE


# ------------------------------------------------------------------ what lay plain


def plain_folder(tmp_path: Path) -> dict[str, bytes]:
    """A folder from before there was sealing: its contents by checksum."""
    return {Blobs(tmp_path).put(io.BytesIO(content)).sha256: content for content in CONTENTS}


def contents(blobs: Blobs) -> dict[str, bytes]:
    found = {}
    for sha256 in blobs:
        with blobs.open(sha256) as file:
            found[sha256] = file.read()
    return found


def test_what_lay_plain_is_read_then_sealed_and_read(tmp_path: Path) -> None:
    before = plain_folder(tmp_path)
    blobs = Blobs(tmp_path, KEY)
    assert contents(blobs) == before
    assert all(blobs.verify(sha256) for sha256 in before)
    assert sorted(blobs.seal_plain()) == sorted(before)
    assert contents(blobs) == before
    assert {file.suffix for file in files(tmp_path)} == {".sealed"}
    assert len(files(tmp_path)) == len(before)
    assert list(blobs.seal_plain()) == []


def test_what_lies_plain_may_be_removed_or_kept_again(tmp_path: Path) -> None:
    before = plain_folder(tmp_path)
    blobs = Blobs(tmp_path, KEY)
    blobs.put(io.BytesIO(b"photo"))
    assert sorted(blobs) == sorted(before)
    for sha256 in before:
        blobs.remove(sha256)
    assert files(tmp_path) == []


def test_without_a_key_nothing_is_sealed(tmp_path: Path) -> None:
    before = plain_folder(tmp_path)
    assert list(Blobs(tmp_path).seal_plain()) == []
    assert contents(Blobs(tmp_path)) == before


def test_a_plain_file_that_is_not_what_its_name_says_is_left(tmp_path: Path) -> None:
    before = plain_folder(tmp_path)
    damaged = hashlib.sha256(b"photo").hexdigest()
    Blobs(tmp_path).path(damaged).write_bytes(b"phot0")
    assert sorted(Blobs(tmp_path, KEY).seal_plain()) == sorted(before.keys() - {damaged})
    assert Blobs(tmp_path).path(damaged).read_bytes() == b"phot0"


class Struck(BaseException):
    """The program is struck down."""


STEPS = ["mkstemp", "fdopen", "fsync", "replace", "open", "unlink"]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("turn", [1, 2, 3])
def test_struck_down_at_any_step_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: bool, turn: int
) -> None:
    before = plain_folder(tmp_path)
    owners = {"mkstemp": tempfile, "fdopen": os, "fsync": os, "open": os, "replace": Path, "unlink": Path}
    owner = owners[step]
    done = getattr(owner, step)
    calls = 0

    def strikes(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - it stands for any of them
        nonlocal calls
        calls += 1
        # Once struck, nothing of the program runs any more: not even what tidies up.
        if calls > turn or (calls == turn and not after):
            raise Struck
        result = done(*arguments, **named)
        if calls == turn:
            if step in ("mkstemp", "open"):
                os.close(result[0] if step == "mkstemp" else result)
            elif step == "fdopen":
                result.close()
            raise Struck
        return result

    with monkeypatch.context() as patched:
        patched.setattr(owner, step, strikes)
        with pytest.raises(Struck):
            list(Blobs(tmp_path, KEY).seal_plain())
    assert contents(Blobs(tmp_path, KEY)) == before
    list(Blobs(tmp_path, KEY).seal_plain())
    assert contents(Blobs(tmp_path, KEY)) == before
    assert not [file for file in files(tmp_path) if file.suffix != ".sealed" and "incoming" not in file.name]


def test_a_file_that_can_not_be_deleted_waits_for_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = plain_folder(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", _held)
        assert list(Blobs(tmp_path, KEY).seal_plain()) == []
    assert contents(Blobs(tmp_path, KEY)) == before
    assert sorted(Blobs(tmp_path, KEY).seal_plain()) == sorted(before)


def _held(place: Path, *, missing_ok: bool = False) -> None:
    if not missing_ok:
        raise PermissionError(13, "somebody has it open", str(place))


def test_reading_goes_on_while_files_are_sealed(tmp_path: Path) -> None:
    before = plain_folder(tmp_path)
    blobs = Blobs(tmp_path, KEY)
    failed: list[BaseException] = []
    ended = threading.Event()

    def read() -> None:
        try:
            while not ended.is_set():
                for sha256, content in before.items():
                    with blobs.open(sha256) as file:
                        assert file.read() == content
        except BaseException as error:  # noqa: BLE001 - told to the test
            failed.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    list(blobs.seal_plain())
    ended.set()
    reader.join()
    assert failed == []
