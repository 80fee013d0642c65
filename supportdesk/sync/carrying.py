"""Sends a desk's files while it is open, in a thread of their own that never holds up text, closing or each other.

Whoever runs it wakes it when text has gone, a file was attached or the line is back; out of reach it tries again by
itself, later each time. What the hub does not take is kept for a person, also over a restart (sync B12).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Protocol, TypeVar
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet
from supportdesk.services.exchange import unsent
from supportdesk.services.operations.desk import Desk
from supportdesk.store.blobs import Blobs
from supportdesk.sync.file_link import Answered, Begun, FileLink
from supportdesk.sync.link import SignInNeeded, TryLater, Unreachable
from supportdesk.sync.uploading import Damaged, Progress, Uploader

_LOG = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_PATIENCE = 0.8  # seconds that the end waits for what is under way
_Answer = TypeVar("_Answer")
_CAUSES = {507: "no_room", 413: "too_large"}


class Sender(Protocol):
    """Something that sends files of one kind, piece by piece; it is used by one thread."""

    @property
    def progress(self) -> Progress:
        """How it stands."""
        ...

    def pause(self, *, paused: bool) -> None:
        """Send nothing more after the piece under way, until told to go on."""

    def try_again(self) -> None:
        """Let what was refused be tried once more."""

    def round(self) -> bool:
        """Send what there is; False where it has to wait. Raises the errors of `link`."""
        ...


Senders = Callable[[Desk, FileLink, Callable[[Progress], None]], Sequence[Sender]]
"""Makes what sends: for a desk, over a link, telling how it stands."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How the sending stands. `phase` is idle, sending, after_text, offline, paused, signed_out or stopped."""

    phase: str = "idle"
    progress: Progress = field(default_factory=Progress)
    trouble: KnownError | None = None


@dataclass(slots=True)
class Heard:
    """Whom the thread tells; each is called in the thread in which it happened."""

    standing: Callable[[Carried], None]
    changes: Callable[[ChangeSet], None]


class Ended(Exception):
    """The desk is being closed, or who asked asks no more."""


def attachments_of(blobs: Blobs) -> Senders:
    """What sends the attachments whose bytes lie here."""

    def made(desk: Desk, link: FileLink, heard: Callable[[Progress], None]) -> Sequence[Sender]:
        return [Uploader(desk, blobs, link, time.monotonic, heard)]

    return made


class Carrier:
    """The thread that sends a desk's files. `chance` spreads the pauses of many desks."""

    def __init__(
        self,
        desk: Desk,
        blobs: Blobs,
        link: Callable[[], FileLink],
        senders: Senders,
        heard: Heard,
        chance: Random | None = None,
    ) -> None:
        self._desk, self._blobs, self._heard = desk, blobs, heard
        self._chance = chance or Random()  # noqa: S311 - it spreads pauses
        self._link = Guarded(link(), self._end_here, self._came_through)
        self._wake = threading.Condition()
        self._nudged, self._stopping, self._paused, self._again = True, False, False, False
        self._failures = 0
        self._noted: Mapping[UUID, KnownError] = {}
        self._standing = Carried()
        self._senders = senders(desk, self._link, self._progressed)
        self._thread = threading.Thread(target=self._run, name="hub files", daemon=True)

    @property
    def standing(self) -> Carried:
        """How it stands at the moment."""
        return self._standing

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End within about a second; a request that hangs is let go of, and its bytes count when it is asked again."""
        with self._wake:
            self._stopping = True
            self._wake.notify_all()
        self._link.close()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(timeout=_PATIENCE)

    def nudge(self) -> None:
        """There may be something to send, or the hub may be back."""
        with self._wake:
            self._nudged = True
            self._wake.notify_all()

    def pause(self, *, paused: bool) -> None:
        """Send nothing more after the piece under way, until told to go on."""
        with self._wake:
            self._paused, self._nudged = paused, True
            self._wake.notify_all()

    def try_again(self) -> None:
        """Let what was refused be tried once more, as somebody has seen to it."""
        self._again = True
        self.nudge()

    # ------------------------------------------------------------ the thread

    def _run(self) -> None:
        while self._wait_for_work():
            try:
                self._work()
            except Ended:
                return
            except (Unreachable, TryLater) as error:
                self._rest(error)
            except SignInNeeded as error:
                self._stand("signed_out", error)
            except KnownError as error:
                self._stand("stopped", error)
            except Exception:  # noqa: BLE001 - whatever it was, the files lie safe on this computer
                if self._stopping:
                    return
                _LOG.exception("the sending of files met a fault")
                self._rest(None)

    def _wait_for_work(self) -> bool:
        with self._wake:
            self._wake.wait_for(lambda: self._stopping or self._nudged)
            self._nudged = False
            return not self._stopping

    def _work(self) -> None:
        for sender in self._senders:
            sender.pause(paused=self._paused)
            if self._again:
                sender.try_again()
        self._again = False
        # One that waits, for text or its person, holds the others up no more than itself.
        rounds = [sender.round() for sender in self._senders]
        self._failures = 0
        self._told(note(self._desk, self._blobs, self._whole().troubles, through=all(rounds)))
        waits = "paused" if self._paused else "after_text" if self._whole().after_text else "idle"
        self._stand(waits, None)

    def _rest(self, error: KnownError | None) -> None:
        """Wait before the next try, longer each time; a nudge ends it, but not what the hub itself asked for."""
        self._failures += 1
        self._stand("offline", error)
        asked = error.seconds if isinstance(error, TryLater) else 0.0
        longest = min(_FIRST_PAUSE * (1 << min(self._failures, 12)), _LONGEST_PAUSE)
        pause = self._chance.uniform(_FIRST_PAUSE / 2, longest)
        with self._wake:
            if asked:
                self._wake.wait_for(lambda: self._stopping or self._again, timeout=asked)
            else:
                self._wake.wait_for(lambda: self._stopping or self._nudged, timeout=pause)
            self._nudged = True

    def _end_here(self) -> None:
        if self._stopping:
            raise Ended

    def _came_through(self) -> None:
        # On a line that is cut again and again every round fails, but not as where there is none.
        self._failures = 0

    # ------------------------------------------------------------ what comes of it

    def _progressed(self, progress: Progress) -> None:
        if threading.current_thread() is not self._thread:
            return
        # Told between two pieces: a pause that came meanwhile begins here.
        if self._paused and not progress.paused:
            for sender in self._senders:
                sender.pause(paused=True)
            return
        if any(each not in self._noted for each in progress.troubles):
            self._noted = progress.troubles
            self._told(note(self._desk, self._blobs, self._whole().troubles, through=False))
        self._stand("sending" if progress.current is not None else self._standing.phase, None)

    def _whole(self) -> Progress:
        """How all that send stand together."""
        all_of_them = [sender.progress for sender in self._senders]
        at_work = next((each for each in all_of_them if each.current is not None), Progress())
        return Progress(
            files=sum(each.files for each in all_of_them),
            bytes_left=sum(each.bytes_left for each in all_of_them),
            speed=at_work.speed,
            current=at_work.current,
            sent=at_work.sent,
            size=at_work.size,
            paused=self._paused,
            after_text=any(each.after_text for each in all_of_them),
            troubles={key: error for each in all_of_them for key, error in each.troubles.items()},
        )

    def _stand(self, phase: str, trouble: KnownError | None) -> None:
        standing = Carried(phase, self._whole(), trouble)
        if standing != self._standing:
            self._standing = standing
            self._heard.standing(standing)

    def _told(self, changes: ChangeSet) -> None:
        if changes.changes:
            self._heard.changes(changes)


def note(desk: Desk, blobs: Blobs, troubles: Mapping[UUID, KnownError], *, through: bool) -> ChangeSet:
    """Keep what a person has to see to; once all else is sent (`through`), what is kept and was sent is over."""
    told = {key: (_cause(error), error) for key, error in troubles.items()}
    over: frozenset[UUID] = frozenset()
    if through:
        told |= {key: ("missing", error) for key, error in unsent.missing(desk, blobs).items()}
        over = unsent.unsent_ids(desk) - told.keys()
    return unsent.note_troubles(desk, told, over) if told or over else ChangeSet()


def round_of_files(desk: Desk, blobs: Blobs, senders: Sequence[Sender]) -> ChangeSet:
    """Send what there is once, and keep what a person has to see to. Raises the errors of `link`."""
    through = all([sender.round() for sender in senders])  # noqa: C419 - each has its turn
    troubles = {key: error for each in senders for key, error in each.progress.troubles.items()}
    return note(desk, blobs, troubles, through=through)


def _cause(error: KnownError) -> str:
    if isinstance(error, Damaged):
        return "damaged"
    return _CAUSES.get(error.status, "refused") if isinstance(error, Answered) else "refused"


class Guarded:
    """A link that asks before and after every request whether to go on; what it asks raises Ended.

    `came_through` hears of every piece that is at the hub.
    """

    def __init__(
        self, link: FileLink, goes_on: Callable[[], None], came_through: Callable[[], None] = lambda: None
    ) -> None:
        self._link, self._goes_on, self._came_through = link, goes_on, came_through

    def begin(self, file: UUID, sha256: str, size: int, *, data: bool = False) -> Begun:
        return self._asked(lambda: self._link.begin(file, sha256, size, data=data))

    def offset(self, address: str) -> int:
        return self._asked(lambda: self._link.offset(address))

    def send(self, address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        reached = self._asked(lambda: self._link.send(address, offset, piece, sha256))
        self._came_through()
        return reached

    def give_up(self, address: str) -> None:
        self._asked(lambda: self._link.give_up(address))

    def fetch(self, file: UUID, sha256: str, start: int, *, data: bool = False) -> Iterator[bytes]:
        pieces = self._link.fetch(file, sha256, start, data=data)
        while piece := self._asked(lambda: next(pieces, b"")):
            yield piece

    def close(self) -> None:
        self._link.close()

    def _asked(self, request: Callable[[], _Answer]) -> _Answer:
        self._goes_on()
        try:
            return request()
        finally:
            # Nothing of the desk is touched any more once it is being closed.
            self._goes_on()
