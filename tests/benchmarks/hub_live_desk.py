"""A desk in a process of its own, kept in step by the product's live line; `hub_live` starts it, run as a program.

    python -m tests.benchmarks.hub_live_desk FOLDER ADDRESS LOGIN

It sets itself up, prints `ready`, and takes lines: `act COUNT SEED` does so many acts at random moments and prints the
entries that came of them, each with the instant at which the act had returned; `tell` prints the entries that came from
the hub, each with the instant at which it was in this desk's file; `asked ROUTE` prints when requests of a route began
and ended. Instants are of the machine's clock, in seconds.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import func, select

from supportdesk.app import bootstrap, hub_line
from supportdesk.app.bootstrap import OpenedProfile
from supportdesk.domain.operation import ChangeSet
from supportdesk.services.cases import replies
from supportdesk.store import desk_rows
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.sync.http_link import HttpLink, Tickets
from supportdesk.sync.live import Heard, Live, Standing
from tests.benchmarks.hub_stage import new_desk

BETWEEN = 0.1
"""Seconds between two acts, on average."""

_SECONDS_TO_BE_READY = 120.0
_SECONDS_TO_COME_BACK = 30.0
_Message = TypeVar("_Message")


class NotingLink(HttpLink):
    """A link that notes when its requests began and ended, by route."""

    def __init__(self, address: str, tickets: Tickets, noted: dict[str, list[tuple[float, float]]]) -> None:
        super().__init__(address, tickets, bootstrap.present)
        self._noted = noted

    def _ask(self, route: str, message: object, gives: type[_Message]) -> _Message:
        begun = time.time()
        answer = super()._ask(route, message, gives)
        self._noted.setdefault(route, []).append((begun, time.time()))
        return answer


class Listener:
    """Notes when entries came that this desk had not."""

    def __init__(self, opened: OpenedProfile) -> None:
        self._store = opened.store
        self.found: dict[str, float] = {}
        self._last = self._latest()

    def begin(self) -> None:
        """Forget what has come so far."""
        self.found.clear()
        self._last = self._latest()

    def came(self, _changes: ChangeSet) -> None:
        """Look what is new; called when it has just been committed."""
        now = time.time()
        with self._store.read() as conn:
            rows = conn.execute(select(ENTRY.c.row, ENTRY.c.id).where(ENTRY.c.row > self._last)).all()
        for row, entry_id in rows:
            self.found.setdefault(str(entry_id), now)
            self._last = max(self._last, row)

    def _latest(self) -> int:
        with self._store.read() as conn:
            return int(conn.scalar(select(func.max(ENTRY.c.row))) or 0)


def main() -> None:
    """Do as told until the input ends."""
    folder, address, login = sys.argv[1:]
    opened, admitted = new_desk(Path(folder), address, login)
    listener = Listener(opened)
    idle = threading.Event()

    def stood(standing: Standing) -> None:
        if standing.trouble is not None:
            print(f"{login}: {standing.phase}, {standing.trouble}", file=sys.stderr, flush=True)
        if standing.phase == "idle":
            idle.set()

    noted: dict[str, list[tuple[float, float]]] = {}
    tickets = Tickets(address, hub_line.keeper_of(opened), access_token=admitted.access_token)
    heard = Heard(listener.came, stood, lambda _case, _others: None)
    live = Live(opened.desk, lambda: NotingLink(address, tickets, noted), heard)
    live.start()
    try:
        if not idle.wait(_SECONDS_TO_BE_READY):
            raise SystemExit(f"{login} was not in step in time")
        listener.begin()
        _say("ready")
        for line in sys.stdin:
            word, *more = line.split()
            if word == "act":
                _say(_act(opened, live, *map(int, more)))
            elif word == "asked":
                _say(noted.get(more[0], []))
            elif word == "tell":
                _say(listener.found)
    finally:
        live.stop()
        opened.store.close()


def _act(opened: OpenedProfile, live: Live, count: int, seed: int) -> dict[str, float]:
    chance = random.Random(seed)
    with opened.store.read() as conn:
        cases = conn.scalars(select(CASE.c.id).where(CASE.c.open).order_by(CASE.c.id)).all()
    did: dict[str, float] = {}
    for number in range(count):
        time.sleep(chance.expovariate(1 / BETWEEN))
        created = replies.note(opened.desk, chance.choice(cases), f"Seen for the {number}th time").created
        did[str(created)] = time.time()
        live.nudge()
    until = time.monotonic() + _SECONDS_TO_COME_BACK
    while time.monotonic() < until:
        with opened.store.read() as conn:
            if not desk_rows.waiting(conn, limit=1):
                return did
        time.sleep(BETWEEN)
    raise SystemExit("some acts did not come back from the hub")


def _say(told: Any) -> None:  # noqa: ANN401 - whatever goes into JSON
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
