"""Fetching the bytes of a file that is at the hub: once, said why where it can't be, and cancelled at once (B12)."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.sync.downloading import fetch_file
from supportdesk.sync.fetching import Fetcher, Told
from tests.sync.filing import Sending
from tests.sync.office import open_office

PATIENCE = 20.0
CONTENT = Random(1).randbytes(3000)


@pytest.fixture
def sending(tmp_path: Path) -> Iterator[Sending]:
    with open_office(tmp_path) as office:
        yield Sending(office)


class Fetched:
    """What a fetcher said."""

    def __init__(self, sending: Sending) -> None:
        self.said: list[tuple[str, UUID]] = []
        self.came: list[int] = []
        self._said = threading.Condition()
        told = Told(
            lambda _file, done, _size: self.came.append(done),
            lambda file: self._say("fetched", file),
            lambda file, error: self._say(f"failed: {error.what}", file),
        )
        self.fetcher = Fetcher(sending.seat.desk, sending.blobs, lambda: sending.hub, told)

    def until(self, word: str) -> None:
        with self._said:
            found = self._said.wait_for(lambda: any(said[0] == word for said in self.said), timeout=PATIENCE)
            assert found, self.said

    def _say(self, word: str, file: UUID) -> None:
        with self._said:
            self.said.append((word, file))
            self._said.notify_all()


def at_the_hub(sending: Sending) -> UUID:
    """A file that the hub has and this computer has not."""
    file = sending.attach(CONTENT)
    sending.seat.sync()
    sending.uploader.round()
    for sha256 in list(sending.blobs):
        sending.blobs.remove(sha256)
    return file


def test_B12_a_file_is_fetched_once_however_often_it_is_asked_for(sending: Sending) -> None:
    file = at_the_hub(sending)
    made = Fetched(sending)
    for _ in range(5):
        made.fetcher.fetch(file)
    made.until("fetched")
    made.fetcher.stop()
    assert made.said == [("fetched", file)]
    assert made.came[-1] == len(CONTENT)
    assert len(list(sending.blobs)) == 1


def test_B12_what_can_t_be_fetched_says_why_and_may_be_asked_for_again(sending: Sending) -> None:
    file = at_the_hub(sending)
    made = Fetched(sending)
    sending.hub.down = True
    made.fetcher.fetch(file)
    made.until("failed: ")
    sending.hub.down = False
    made.fetcher.fetch(file)
    made.until("fetched")


def test_B12_what_is_cancelled_is_told_no_more(sending: Sending) -> None:
    file = at_the_hub(sending)
    made = Fetched(sending)
    here, let_go = threading.Event(), threading.Event()
    fetch = sending.hub.fetch

    def slow(attachment: UUID, sha256: str, start: int, *, data: bool = False) -> Iterator[bytes]:
        here.set()
        let_go.wait(PATIENCE)
        yield from fetch(attachment, sha256, start)

    sending.hub.fetch = slow  # type: ignore[method-assign]  # the hub does as it is told
    made.fetcher.fetch(file)
    assert here.wait(PATIENCE)
    made.fetcher.cancel(file)
    made.fetcher.cancel(file)  # nothing is left of it to be cancelled
    let_go.set()
    sending.hub.fetch = fetch  # type: ignore[method-assign]  # as it was
    made.fetcher.fetch(file)
    made.until("fetched")
    made.fetcher.stop()
    assert made.said == [("fetched", file)]


def test_B12_what_was_given_up_keeps_no_other_from_being_fetched(sending: Sending) -> None:
    hung = [sending.attach(Random(seed).randbytes(300), f"{seed}.txt") for seed in range(2, 5)]
    file = at_the_hub(sending)
    made = Fetched(sending)
    here, let_go = threading.Semaphore(0), threading.Event()
    fetch = sending.hub.fetch

    def hangs(attachment: UUID, sha256: str, start: int, *, data: bool = False) -> Iterator[bytes]:
        if attachment in hung:
            here.release()
            let_go.wait(PATIENCE)
        yield from fetch(attachment, sha256, start)

    sending.hub.fetch = hangs  # type: ignore[method-assign]  # the hub does as it is told
    for each in hung:
        made.fetcher.fetch(each)
    for _ in hung:
        assert here.acquire(timeout=PATIENCE)
    made.fetcher.fetch(file)
    for each in hung:
        made.fetcher.cancel(each)
    made.until("fetched")
    assert made.said == [("fetched", file)]
    # Their places are free once, not once more when they end.
    let_go.set()
    made.fetcher.stop()
    assert _places(made.fetcher) == 3


def _places(fetcher: Fetcher) -> int:
    """How many may be fetched at once."""
    free = 0
    while fetcher._places.acquire(timeout=0.5):  # noqa: SLF001 - nothing tells how many are free
        free += 1
    return free


def test_B12_a_full_disk_is_told_of_a_file_that_is_still_at_the_hub(
    sending: Sending, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = at_the_hub(sending)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError, match="could not be kept") as refused:
        fetch_file(sending.seat.desk, sending.blobs, sending.hub, file)
    assert refused.value.meaning == "It is still at the hub."
    assert "attach" not in refused.value.remedy


def test_B12_nothing_is_fetched_once_the_desk_is_closed(sending: Sending) -> None:
    made = Fetched(sending)
    made.fetcher.stop()
    made.fetcher.fetch(at_the_hub(sending))
    assert made.said == []
