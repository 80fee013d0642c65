"""The bucket against an S3 server's own process: what is put is there whole or not at all, and failures are told."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from supportdesk.config.hub_settings import HubSettings
from supportdesk.hub import bucket
from supportdesk.hub.bucket import Bucket, BucketAway
from supportdesk.hub.kept_bytes import bucket_of
from tests.hub.s3_store import (
    KEY_ID,
    SECRET,
    BadLine,
    Line,
    Store,
    Tamper,
    bad_line,
    cut_in_the_middle,
    kept_in,
    refusing,
    running_store,
    shortened,
    standing_still,
)
from tests.hub.uploading import random_bytes

MIB = 1 << 20


@pytest.fixture(scope="module")
def running() -> Iterator[Store]:
    with running_store() as made:
        yield made


@pytest.fixture
def store(running: Store) -> Store:
    running.empty()
    running.make_bucket()
    return running


@pytest.fixture
def line(store: Store) -> Iterator[BadLine]:
    with bad_line(store) as made:
        yield made


def at(address: str, **more: str | int) -> Bucket:
    made = bucket_of(kept_in(HubSettings(database="hub.db"), address, **more))
    assert made is not None
    return made


def written(folder: Path, content: bytes) -> tuple[Path, str]:
    (path := folder / "part").write_bytes(content)
    return path, hashlib.sha256(content).hexdigest()


def read(kept: Bucket, sha256: str, start: int, stop: int) -> bytes:
    async def whole() -> bytes:
        return b"".join([piece async for piece in kept.read(sha256, start, stop)])

    return asyncio.run(whole())


@pytest.mark.parametrize("size", [1, 5 * MIB, 8 * MIB, 8 * MIB + 1, 21 * MIB])
def test_what_is_put_is_got_whole_and_by_ranges(store: Store, tmp_path: Path, size: int) -> None:
    kept, content = at(store.address), random_bytes(size)
    path, sha256 = written(tmp_path, content)
    assert kept.size(sha256) is None
    kept.take(path, sha256)
    assert (kept.size(sha256), list(kept), path.exists()) == (size, [sha256], True)
    assert read(kept, sha256, 0, size) == content
    assert read(kept, sha256, size // 3, size - size // 7) == content[size // 3 : size - size // 7]
    kept.remove([sha256, "0" * 64])
    assert (kept.size(sha256), list(kept)) == (None, [])


def test_what_is_no_checksum_is_not_asked_for(store: Store) -> None:
    kept = at(store.address)
    for wrong in ("../../other", "A" * 64, "", "0" * 63):
        with pytest.raises(ValueError, match="checksum"):
            kept.size(wrong)


def test_what_is_there_is_not_put_again_and_what_is_there_short_is_healed(
    line: BadLine, tmp_path: Path
) -> None:
    kept, content = at(line.address), random_bytes(10 * MIB)
    path, sha256 = written(tmp_path, content)
    line.tamper = shortened
    with pytest.raises(BucketAway, match="reached"):
        kept.take(path, sha256)
    line.tamper = lambda _line: False
    kept.take(path, sha256)
    assert read(kept, sha256, 0, len(content)) == content
    line.asked.clear()
    kept.take(path, sha256)
    assert line.asked == ["HEAD 200"]


def test_two_hubs_share_a_bucket_under_names_of_their_own(store: Store, tmp_path: Path) -> None:
    one, other = at(store.address, s3_prefix="one"), at(store.address, s3_prefix="/other/")
    path, sha256 = written(tmp_path, b"a photo")
    one.take(path, sha256)
    assert (list(one), list(other), other.size(sha256)) == ([sha256], [], None)


def test_what_else_is_in_the_bucket_is_left_alone(store: Store) -> None:
    kept = at(store.address)
    kept.check_thoroughly()
    assert list(kept) == []


@pytest.mark.parametrize(
    ("tamper", "reason"),
    [
        (refusing(403, "AccessDenied"), "the key is refused"),
        (refusing(401, "InvalidToken"), "the key is refused"),
        (refusing(404, "NoSuchBucket"), "status 404, NoSuchBucket"),
        (refusing(503, "SlowDown"), "status 503, SlowDown"),
        (refusing(500, "InternalError"), "status 500, InternalError"),
        (refusing(200, "?" * 100_000), ""),
        (refusing(301, "PermanentRedirect"), "another region"),
        (standing_still, "Timeout"),
        (cut_in_the_middle, ""),
    ],
    ids=["denied", "unknown", "no bucket", "busy", "broken", "nonsense", "elsewhere", "still", "cut"],
)
def test_a_store_that_fails_is_told_and_nothing_of_its_words(
    line: BadLine, tmp_path: Path, tamper: Tamper, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    kept = at(line.address, s3_seconds=1)
    path, sha256 = written(tmp_path, random_bytes(10 * MIB))
    line.tamper = tamper
    with caplog.at_level(logging.DEBUG), pytest.raises(BucketAway) as away:
        kept.take(path, sha256)
    if reason:
        with pytest.raises(BucketAway) as closed:
            kept.check_thoroughly()
        assert reason in closed.value.reason
    assert (away.value.status, away.value.headers["Retry-After"]) == (503, "30")
    told = f"{caplog.text} {away.value.reason} {away.value}"
    assert "the bucket could not be used" in told
    assert not any(each in told for each in (SECRET, KEY_ID, "Signature", line.address))
    line.tamper = lambda _line: False
    at(line.address).take(path, sha256)
    assert kept.size(sha256) == 10 * MIB


def test_a_store_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with bad_line(store) as gone:
        address = gone.address
    path, sha256 = written(tmp_path, b"x")
    with pytest.raises(BucketAway) as away:
        at(address, s3_seconds=1).take(path, sha256)
    assert "Connect" in away.value.reason


def test_a_bucket_that_is_not_there_is_told_apart_from_a_file_that_is_not(store: Store) -> None:
    store.empty()
    for ask in (at(store.address).check, at(store.address).check_thoroughly, lambda: list(at(store.address))):
        with pytest.raises(BucketAway) as away:
            ask()
        assert "NoSuchBucket" in away.value.reason


def less(line: Line, content: bytes, headers: dict[str, str]) -> bytes:
    """Announce all and send less."""
    return content[: len(content) // 2] if line.command == "GET" else content


def less_and_say_so(line: Line, content: bytes, headers: dict[str, str]) -> bytes:
    """Send half of what was asked for as if it were that."""
    if line.command == "GET":
        headers["Content-Length"] = str(len(content) // 2)
        return content[: len(content) // 2]
    return content


def longer(line: Line, content: bytes, headers: dict[str, str]) -> bytes:
    """Say that a file is longer than it is."""
    if line.command == "HEAD":
        headers["Content-Length"] = str(int(headers["Content-Length"]) + 1)
    return content


def other_marks(line: Line, content: bytes, headers: dict[str, str]) -> bytes:
    """Another ETag each time."""
    for name in list(headers):
        if name.lower() == "etag":
            headers[name] = f'"{len(line.server.asked)}"'
    return content


@pytest.mark.parametrize("lie", [less, less_and_say_so])
def test_fewer_bytes_than_were_asked_for_are_never_taken_for_all(
    line: BadLine, tmp_path: Path, lie: object
) -> None:
    kept, content = at(line.address, s3_seconds=1), random_bytes(5 * MIB)
    path, sha256 = written(tmp_path, content)
    kept.take(path, sha256)
    line.answered = lie  # type: ignore[assignment]  # one of the two
    with pytest.raises(BucketAway):
        read(kept, sha256, 0, len(content))


def test_a_store_that_lies_about_the_length_has_not_kept_the_file(line: BadLine, tmp_path: Path) -> None:
    kept, content = at(line.address), random_bytes(MIB)
    path, sha256 = written(tmp_path, content)
    line.answered = longer
    with pytest.raises(BucketAway) as away:
        kept.take(path, sha256)
    assert away.value.reason == f"it keeps {MIB + 1} of {MIB} bytes"


def test_marks_of_the_store_prove_nothing(line: BadLine, tmp_path: Path) -> None:
    kept, content = at(line.address), random_bytes(MIB)
    path, sha256 = written(tmp_path, content)
    line.answered = other_marks
    kept.take(path, sha256)
    assert read(kept, sha256, 0, MIB) == content


def test_a_very_large_file_is_put_in_as_many_pieces_as_a_store_takes() -> None:
    most = 1 << 40  # as the setting `file_mib` has it
    piece = max(bucket._PIECE, -(-most // bucket._MOST_PIECES))  # noqa: SLF001 - a bound of its own
    assert most / piece <= 10_000
    assert piece <= 5 << 30


def test_every_piece_is_sent_with_its_checksum(line: BadLine, tmp_path: Path) -> None:
    told: list[tuple[str | None, str | None]] = []

    def note(each: Line) -> bool:
        if each.command == "PUT":
            each.body = each.rfile.read(int(each.headers["Content-Length"]))
            told.append((each.headers.get("x-amz-content-sha256"), hashlib.sha256(each.body).hexdigest()))
        return False

    line.tamper = note
    path, sha256 = written(tmp_path, random_bytes(20 * MIB))
    at(line.address).take(path, sha256)
    assert len(told) == 3
    assert all(said == is_ for said, is_ in told)
