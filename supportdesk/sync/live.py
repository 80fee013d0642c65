"""Keeps a desk in step with its hub while it is open: one thread that exchanges, one that waits for news (sync B7).

The exchanging thread alone writes what comes from the hub. Whoever acts on the desk nudges it; the waiting thread hands
it the page that the hub answered with. Without a network it tries again, later each time, and at once when nudged.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Protocol
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet
from supportdesk.protocol.messages import Head, Look, Others, Page, Pull, Wait
from supportdesk.services.exchange import apart
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_rows
from supportdesk.sync.engine import Engine, FuseBlown, Round, membership, pull_message
from supportdesk.sync.link import HubLink, SignInNeeded, TryLater, Turned, Unreachable
from supportdesk.sync.verifying import compare

_LOG = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_SECONDS_TO_WAIT = 25.0
_VERIFIED_EVERY = timedelta(days=1)
_WORTH_SHOWING = 5  # changes to send at once; fewer are gone before anybody reads of them
_PATIENCE = (5.0, 0.2)  # seconds that the end waits for each thread


class LiveLink(HubLink, Protocol):
    """A link that can also tell where the desk looks, and be let go of from another thread."""

    def look(self, message: Look) -> Others:
        """Tell which case is open here; gives who else is there."""

    def close(self) -> None:
        """End what is under way."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a desk stands with its hub.

    `phase` is idle, sending, loading, offline, paused, signed_out or stopped; the last needs a person, and `trouble`
    says why. `since` is when it began to be so, `contact_at` when the hub last answered, `back_at` when the last
    stretch without it ended.
    """

    phase: str
    since: datetime
    contact_at: datetime | None = None
    trouble: KnownError | None = None
    done: Round | None = None
    to_send: int = 0
    back_at: datetime | None = None


@dataclass(slots=True)
class Heard:
    """Whom the threads tell; each is called in the thread in which it happened."""

    changes: Callable[[ChangeSet], None]
    standing: Callable[[Standing], None]
    others: Callable[[UUID | None, Others | None], None]


class Live:
    """A desk's line to its hub. `link` makes a link for a thread; `chance` spreads the pauses of many desks."""

    def __init__(
        self, desk: Desk, link: Callable[[], LiveLink], heard: Heard, chance: Random | None = None
    ) -> None:
        self._desk, self._heard = desk, heard
        self._chance = chance or Random()  # noqa: S311 - it spreads pauses
        self._link, self._waiting_link = link(), link()
        self._engine = Engine(desk, self._link, heard.changes)
        self._wake = threading.Condition()
        self._nudged, self._stopping, self._paused = True, False, False
        self._page: tuple[Pull, Page] | None = None
        self._handed = threading.Event()
        self._looking: tuple[UUID | None, bool] = (None, False)
        self._looked: tuple[UUID | None, bool] = (None, False)
        self._others = 0
        self._failures = 0
        self._online = threading.Event()
        self._apart: bool | None = None
        self._back_at: datetime | None = None
        self._standing = Standing("idle", desk.now())
        self._threads = [
            threading.Thread(target=self._exchange, name="hub exchange", daemon=True),
            threading.Thread(target=self._listen, name="hub news", daemon=True),
        ]

    @property
    def standing(self) -> Standing:
        """How it stands at the moment."""
        return self._standing

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End; what is under way is cut off, and counts when it is asked for again."""
        with self._wake:
            self._stopping = True
            self._wake.notify_all()
        self._online.set()
        self._handed.set()
        for link in (self._link, self._waiting_link):
            link.close()
        # A request that hangs is not waited for: what it would bring is asked for again next time. The one that waits
        # for news writes nothing.
        for thread, patience in zip(self._threads, _PATIENCE, strict=True):
            if thread.is_alive() and thread is not threading.current_thread():
                thread.join(timeout=patience)

    def nudge(self) -> None:
        """There is something to send."""
        with self._wake:
            self._nudged = True
            self._wake.notify_all()

    def pause(self, *, paused: bool) -> None:
        """Send and fetch nothing until told to go on."""
        with self._wake:
            self._paused = paused
            self._nudged = True
            self._wake.notify_all()

    def allow_drop(self) -> None:
        """Let the hub take away what the fuse has held back, this once."""
        self._engine.fuse = False
        self.nudge()

    def look_at(self, case_id: UUID | None, *, writing: bool = False) -> None:
        """Tell the hub which case is open here."""
        with self._wake:
            self._looking = (case_id, writing)
            self._wake.notify_all()

    # ------------------------------------------------------------ exchanging

    def _exchange(self) -> None:
        while self._wait_for_work():
            try:
                self._work()
            except (Unreachable, TryLater) as error:
                self._rest(error)
            except SignInNeeded as error:
                self._stand("signed_out", error)
                self._hold()
            except (FuseBlown, Turned, KnownError) as error:
                self._stand("stopped", error)
                self._hold()
            except Exception:  # noqa: BLE001 - whatever it was, what people did is safe in the outbox
                if self._ends():
                    return
                _LOG.exception("the exchange with the hub met a fault")
                self._rest(None)
            else:
                self._failures = 0
                self._engine.fuse = True
                self._online.set()
                if not self._paused:
                    self._note_apart(out_of_reach=False)
                self._stand("paused" if self._paused else "idle", None)

    def _ends(self) -> bool:
        return self._stopping

    def _wait_for_work(self) -> bool:
        with self._wake:
            self._wake.wait_for(
                lambda: (
                    self._stopping
                    or self._paused != (self._standing.phase == "paused")
                    or (not self._paused and (self._nudged or self._page is not None))
                    or self._looking != self._looked
                )
            )
            self._nudged = False
            return not self._stopping

    def _work(self) -> None:
        if self._looking != self._looked:
            self._tell_where()
        if self._paused:
            return
        with self._wake:
            handed, self._page = self._page, None
        done = Round()
        try:
            with self._desk.store.read() as conn:
                to_send = desk_rows.count_waiting(conn)
            if to_send >= _WORTH_SHOWING:
                self._stand("sending", None, done, to_send)
            self._engine.push(done)
            if not self._comes_by_itself(done, handed) and (done.pushed or not self._is_known(handed)):
                self._engine.pull(done, None if done.pushed else self._still_good(handed))
            self._load(done)
            self._verify_daily(done)
        finally:
            self._handed.set()

    def _verify_daily(self, done: Round) -> None:
        """Compare this desk with the hub once a day, and set right what differs."""
        now = self._desk.now()
        with self._desk.store.read() as conn:
            last = membership(conn)["verified_at"]
        if done.loading or (last is not None and abs(now - last) < _VERIFIED_EVERY):
            return
        found = compare(self._desk, self._link)
        if found.differing:
            _LOG.warning("this desk differed from its hub: %s", found.differing)
            self._load(done)

    def _comes_by_itself(self, done: Round, handed: tuple[Pull, Page] | None) -> bool:
        """Whether what a push has changed need not be asked for, as the hub tells it to the thread that waits."""
        return done.pushed > 0 and handed is None and self._online.is_set()

    def _is_known(self, handed: tuple[Pull, Page] | None) -> bool:
        """Whether the page that came by itself tells only what was fetched meanwhile, as after a push of one's own."""
        if handed is None or handed[1].scopes is not None:
            return False
        with self._desk.store.read() as conn:
            return bool(membership(conn)["cursor"] >= handed[1].upto)

    def _still_good(self, handed: tuple[Pull, Page] | None) -> Page | None:
        """The page that came by itself, if it was asked for from where the desk stands now."""
        if handed is None:
            return None
        with self._desk.store.read() as conn:
            return handed[1] if pull_message(conn) == handed[0] else None

    def _load(self, done: Round) -> None:
        """Load new scopes a page at a time, so that what is done meanwhile goes out between two pages."""
        while True:
            self._engine.load(done, pages=1)
            if not done.loading or self._stopping or self._paused:
                return
            self._stand("loading", None, done)
            self._engine.push(done)

    def _tell_where(self) -> None:
        looking = self._looking
        with self._desk.store.read() as conn:
            device = membership(conn)["device_id"]
        others = self._link.look(Look(device=device, looking=looking[0], writing=looking[1]))
        self._looked = looking
        self._others = others.sum
        self._heard.others(looking[0], others)

    def _rest(self, error: KnownError | None) -> None:
        """Wait before the next try, longer each time and never in step with other desks; a nudge ends it."""
        self._failures += 1
        self._online.clear()
        self._note_apart(out_of_reach=True)
        self._stand("offline", error)
        self._heard.others(self._looking[0], None)
        longest = min(_FIRST_PAUSE * (1 << min(self._failures, 12)), _LONGEST_PAUSE)
        pause = (
            error.seconds if isinstance(error, TryLater) else self._chance.uniform(_FIRST_PAUSE / 2, longest)
        )
        with self._wake:
            self._wake.wait_for(lambda: self._stopping or self._nudged, timeout=pause)
            self._nudged = True

    def _note_apart(self, *, out_of_reach: bool) -> None:
        """Write down when the desk and its hub part and meet again."""
        if self._apart is out_of_reach:
            return
        try:
            if out_of_reach:
                apart.begin(self._desk, self._desk.now())
            elif (ended := apart.end(self._desk, self._desk.now())) is not None:
                self._back_at = ended.end
            self._apart = out_of_reach
        except Exception:  # noqa: BLE001 - a disk that is full says so elsewhere; the line goes on
            _LOG.exception("when the hub was out of reach could not be noted")

    def _hold(self) -> None:
        """Do nothing until somebody asks for it: only a person can help."""
        self._online.clear()

    def _stand(
        self, phase: str, trouble: KnownError | None, done: Round | None = None, to_send: int = 0
    ) -> None:
        now = self._desk.now()
        contact = now if phase in {"idle", "loading"} else self._standing.contact_at
        since = self._standing.since if phase == self._standing.phase else now
        self._standing = Standing(phase, since, contact, trouble, done, to_send, self._back_at)
        self._heard.standing(self._standing)

    # ------------------------------------------------------------ listening

    def _listen(self) -> None:
        while not self._ends():
            self._online.wait()
            if self._ends():
                return
            try:
                asked, head = self._waited()
            except Exception as error:  # noqa: BLE001 - whatever it was, the other thread meets it too and says so
                if self._ends():
                    return
                _LOG.info("waiting for news ended: %s", type(error).__name__)
                self._online.clear()
                self.nudge()
                continue
            self._hand_over(asked, head)

    def _waited(self) -> tuple[Pull, Head]:
        with self._desk.store.read() as conn:
            asked = pull_message(conn)
        message = Wait(pull=asked, looking=self._looking[0], present=self._others, seconds=_SECONDS_TO_WAIT)
        return asked, self._waiting_link.wait(message)

    def _hand_over(self, asked: Pull, head: Head) -> None:
        if head.others is not None:
            self._others = head.others.sum
            self._heard.others(self._looking[0], head.others)
        if head.page is None:
            return
        self._handed.clear()
        with self._wake:
            self._page = (asked, head.page)
            self._wake.notify_all()
        # Asked again before it is taken over, the hub would answer the same.
        self._handed.wait()
