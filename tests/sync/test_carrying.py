"""The thread that sends files: what wakes it, what it waits for, what it leaves for a person, and its end (B12)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet
from supportdesk.services.cases import replies
from supportdesk.services.exchange.matters import matters
from supportdesk.services.views.matters import Unsent
from supportdesk.sync import uploading
from supportdesk.sync.carrying import Carried, Carrier, Heard, attachments_of
from supportdesk.sync.link import SignInNeeded, TryLater, Unreachable
from supportdesk.sync.uploading import PIECE, Progress
from tests.sync.filing import Sending, answered
from tests.sync.office import open_office

PATIENCE = 20.0
CONTENT = Random(1).randbytes(3000)


class Desk:
    """A desk whose files are carried, what its thread said, and a word that wakes who waits for it."""

    def __init__(self, sending: Sending) -> None:
        self.sending = sending
        self.stood: list[Carried] = []
        self.changes: list[ChangeSet] = []
        self._said = threading.Condition()
        self.carrier = self.started()

    def started(self, chance: Random | None = None) -> Carrier:
        """The thread of a program that has just been started; not yet begun."""
        return Carrier(
            self.sending.seat.desk,
            self.sending.blobs,
            lambda: self.sending.hub,
            attachments_of(self.sending.blobs),
            Heard(self._stands, self._changed),
            chance or Random(1),
        )

    def until(self, holds: Callable[[], bool]) -> None:
        with self._said:
            assert self._said.wait_for(holds, timeout=PATIENCE), self.carrier.standing

    def until_it_stands(self, phase: str) -> None:
        self.until(lambda: self.carrier.standing.phase == phase)

    def unsent(self) -> list[Unsent]:
        return [each for each in matters(self.sending.seat.desk).waiting if isinstance(each, Unsent)]

    def _stands(self, carried: Carried) -> None:
        with self._said:
            self.stood.append(carried)
            self._said.notify_all()

    def _changed(self, changes: ChangeSet) -> None:
        with self._said:
            self.changes.append(changes)
            self._said.notify_all()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_office(tmp_path) as office:
        made = Desk(Sending(office))
        yield made
        made.carrier.stop()


def attached(desk: Desk, content: bytes = CONTENT) -> UUID:
    """A file whose row the hub has."""
    file = desk.sending.attach(content)
    desk.sending.seat.sync()
    return file


def test_B12_what_is_attached_is_sent_once_it_is_nudged(desk: Desk) -> None:
    desk.carrier.start()
    desk.until_it_stands("idle")
    file = attached(desk)
    desk.carrier.nudge()
    desk.until(lambda: bool(desk.sending.hub.pieces))
    desk.until_it_stands("idle")
    assert desk.sending.sent(file) == CONTENT


def test_B12_it_waits_for_the_text_and_says_so(desk: Desk) -> None:
    file = attached(desk)
    replies.note(desk.sending.seat.desk, desk.sending.case, "Not sent yet.")
    desk.carrier.start()
    desk.until_it_stands("after_text")
    assert not desk.sending.hub.begun
    desk.sending.seat.sync()
    desk.carrier.nudge()
    desk.until_it_stands("idle")
    assert desk.sending.sent(file) == CONTENT


def test_B12_out_of_reach_it_tries_again_by_itself(desk: Desk) -> None:
    file = attached(desk)
    desk.sending.hub.script += [Unreachable("Away.", "", ""), Unreachable("Away.", "", "")]
    desk.carrier.start()
    desk.until(lambda: any(each.phase == "offline" for each in desk.stood))
    desk.until(lambda: desk.carrier.standing.phase == "idle" and bool(desk.sending.hub.pieces))
    assert desk.sending.sent(file) == CONTENT


def test_B12_a_line_that_is_cut_again_and_again_is_not_taken_for_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    class Drawn(Random):
        def uniform(self, a: float, b: float) -> float:
            pauses.append(b)
            return a / 100

    for name in ("PIECE", "SMALL_PIECE", "LEAST_PIECE"):
        monkeypatch.setattr(uploading, name, 1000)
    monkeypatch.setattr(uploading, "LARGE_PIECE", 1000)
    sent, answers = desk.sending.hub.send, 0

    def cut_after_each(address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        nonlocal answers
        answers += 1
        if answers % 2 == 0:
            raise Unreachable("Cut.", "", "")
        return sent(address, offset, piece, sha256)

    desk.sending.hub.send = cut_after_each  # type: ignore[method-assign]  # the line is bad
    desk.carrier = desk.started(Drawn())
    file = attached(desk, Random(3).randbytes(10_000))
    desk.carrier.start()
    desk.until(lambda: len(desk.sending.hub.pieces) == 10)
    assert len(desk.sending.sent(file)) == 10_000
    assert pauses == [pauses[0]] * 9


def test_B12_what_the_hub_asks_for_is_not_cut_short_by_a_nudge_but_by_a_person(desk: Desk) -> None:
    attached(desk)
    desk.sending.hub.script.append(TryLater(3600.0))
    desk.carrier.start()
    desk.until_it_stands("offline")
    for _ in range(20):
        desk.carrier.nudge()
    assert not desk.sending.hub.begun
    desk.carrier.try_again()
    desk.until_it_stands("idle")
    assert len(desk.sending.hub.begun) == 1


@pytest.mark.parametrize(
    ("error", "phase"),
    [(SignInNeeded("Signed out.", "", ""), "signed_out"), (KnownError("Something else."), "stopped")],
)
def test_B12_what_needs_a_person_holds_until_they_come(desk: Desk, error: KnownError, phase: str) -> None:
    attached(desk)
    desk.sending.hub.script.append(error)
    desk.carrier.start()
    desk.until_it_stands(phase)
    assert desk.carrier.standing.trouble is error
    desk.carrier.nudge()
    desk.until_it_stands("idle")


def test_B12_a_fault_ends_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    attached(desk)
    desk.sending.hub.script.append(RuntimeError("a bug"))
    desk.carrier.start()
    desk.until(lambda: any(each.phase == "offline" for each in desk.stood))
    desk.carrier.nudge()
    desk.until_it_stands("idle")
    assert "met a fault" in caplog.text


def test_B12_a_pause_begins_after_the_piece_under_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploading, "LARGE_PIECE", PIECE)
    attached(desk, Random(2).randbytes(3 * PIECE))
    sent = desk.sending.hub.send

    def pausing(address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        desk.carrier.pause(paused=True)
        return sent(address, offset, piece, sha256)

    desk.sending.hub.send = pausing  # type: ignore[method-assign]  # the hub does as it is told
    desk.carrier.start()
    desk.until_it_stands("paused")
    assert len(desk.sending.hub.pieces) == 1
    desk.sending.hub.send = sent  # type: ignore[method-assign]  # as it was
    desk.carrier.pause(paused=False)
    desk.until_it_stands("idle")
    assert [size for _, size in desk.sending.hub.pieces] == [PIECE] * 3


@pytest.mark.parametrize(("status", "cause"), [(507, "no_room"), (413, "too_large"), (400, "refused")])
def test_B12_a_refusal_is_kept_over_a_restart_until_it_was_sent(desk: Desk, status: int, cause: str) -> None:
    file = attached(desk)
    desk.sending.hub.script.append(answered(status))
    desk.carrier.start()
    desk.until(lambda: bool(desk.changes))
    (found,) = desk.unsent()
    assert (found.file_id, found.cause) == (file, cause)
    desk.carrier.stop()
    assert [each.file_id for each in desk.unsent()] == [file]
    # The program started anew tries once more; then nothing is left of it.
    desk.carrier = desk.started()
    desk.carrier.start()
    desk.until(lambda: len(desk.changes) == 2)
    assert desk.unsent() == []
    assert desk.sending.sent(file) == CONTENT


def test_B12_one_refused_file_holds_up_no_other(desk: Desk) -> None:
    refused, other = attached(desk), attached(desk, CONTENT[::-1])
    desk.sending.hub.script.append(answered(507))
    desk.carrier.start()
    desk.until(lambda: bool(desk.changes))
    desk.until_it_stands("idle")
    assert desk.sending.sent(other) == CONTENT[::-1]
    assert [each.file_id for each in desk.unsent()] == [refused]


def test_B12_a_file_that_is_gone_from_the_disk_is_put_before_its_person(desk: Desk) -> None:
    file = attached(desk)
    for sha256 in list(desk.sending.blobs):
        desk.sending.blobs.remove(sha256)
    desk.carrier.start()
    desk.until(lambda: bool(desk.changes))
    assert [(each.file_id, each.cause) for each in desk.unsent()] == [(file, "missing")]


def test_B12_its_end_waits_for_no_slow_request_and_touches_nothing_after_it(desk: Desk) -> None:
    attached(desk)
    hangs, let_go, back = threading.Event(), threading.Event(), threading.Event()
    sent = desk.sending.hub.send

    def slow(address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        hangs.set()
        let_go.wait(PATIENCE)
        try:
            return sent(address, offset, piece, sha256)
        finally:
            back.set()

    desk.sending.hub.send = slow  # type: ignore[method-assign]  # the hub does as it is told
    desk.carrier.start()
    assert hangs.wait(PATIENCE)
    began = time.monotonic()
    desk.carrier.stop()
    assert time.monotonic() - began < 1.5
    said = len(desk.stood)
    let_go.set()
    assert back.wait(PATIENCE)
    assert len(desk.stood) == said


class Scripted:
    """Another kind of sender, which does as it is told."""

    def __init__(self) -> None:
        self.progress = Progress()
        self.rounds = 0
        self.had_turn: Callable[[], None] = lambda: None

    def pause(self, *, paused: bool) -> None:
        pass

    def try_again(self) -> None:
        pass

    def round(self) -> bool:
        self.rounds += 1
        self.had_turn()
        return True


def test_any_number_of_senders_have_their_turn(desk: Desk) -> None:
    others = [Scripted(), Scripted()]
    carrier = Carrier(
        desk.sending.seat.desk,
        desk.sending.blobs,
        lambda: desk.sending.hub,
        lambda *_args: others,
        Heard(lambda _carried: None, lambda _changes: None),
    )
    done = threading.Event()
    others[1].had_turn = done.set
    carrier.start()
    assert done.wait(PATIENCE)
    carrier.stop()
    assert others[0].rounds == 1
