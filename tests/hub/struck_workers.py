"""Workers of a hub in processes of their own: they do their duties by a clock handed in, and can be struck down."""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from random import Random
from typing import Any

from supportdesk.config.hub_settings import HubSettings
from supportdesk.hub.duties import Duties
from supportdesk.hub.figures import Figures
from supportdesk.hub.herald import Herald
from supportdesk.hub.hub import open_hub
from supportdesk.hub.sync_routes import desk_of
from supportdesk.services.operations.policies import PolicyBook
from tests.services.desk_world import policies

ANOTHER_IS_AT_IT = 5.0
_LONGEST_LIFE_AFTER_A_TICK = 60.0

# Read before the processes part ways, so that each begins at once.
_POLICIES = policies()


def _work(database: str, line: Connection) -> None:
    """One worker: it does its duties when it is told an instant, and says for how long it would rest then."""
    clock = datetime.min.replace(tzinfo=UTC)

    async def rest(seconds: float) -> None:
        nonlocal clock
        if seconds:
            line.send(seconds)
            clock = await asyncio.to_thread(line.recv)

    async def live() -> None:
        opened = open_hub(settings_for(database))
        hub = replace(opened, policies=PolicyBook(_POLICIES), now=lambda: clock)
        async with Duties(desk_of(hub), Herald(hub), Figures(hub), rest).at_work():
            await asyncio.Event().wait()

    clock = line.recv()
    asyncio.run(live())


def settings_for(database: str) -> HubSettings:
    """Settings of a hub that nobody signs in to."""
    return HubSettings(database=database, connections=3, argon2_memory_kib=8_192, argon2_passes=1)


@dataclass
class _Worker:
    process: BaseProcess
    line: Connection
    owed: int = 0
    """Answers that it has not given yet; one that has just begun may be some instants behind the others."""


class Workers:
    """Some workers on one database, of which now and then one is struck down and another begins."""

    def __init__(self, database: str, count: int, chance: Random) -> None:
        self._database, self._chance = database, chance
        # Where processes can part ways, each begins without importing anything.
        self._context: Any = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
        if sys.platform != "win32":
            self._context.set_forkserver_preload([__name__, "pytest"])
        self._workers = [self._begin() for _ in range(count)]
        self.struck = self.struck_at_work = 0
        # How many seconds a worker is given before it is struck down, on average: as fast as this machine works.
        self._patience = 1 / 150

    def reach(self, now: datetime, *, strikes: int = 0) -> None:
        """Let it be this instant until a worker says that nothing is due; so many are struck down meanwhile."""
        reached = False
        self._tell(now, self._workers)
        while not reached or strikes:
            if strikes:
                wait([each.line for each in self._workers], self._chance.expovariate(1 / self._patience))
                strikes -= 1
                self._tell(now, [self._strike()])
            lines = {each.line: each for each in self._workers}
            ready = wait(list(lines), _LONGEST_LIFE_AFTER_A_TICK)
            assert ready, "no worker answered"
            for line in ready:
                worker = lines[line]  # type: ignore[index]  # one of those given
                pause = worker.line.recv()
                worker.owed -= 1
                if pause == ANOTHER_IS_AT_IT:
                    self._tell(now, [worker])
                elif not worker.owed:
                    reached = True

    def end(self) -> None:
        """Strike all of them down."""
        for worker in self._workers:
            self._end(worker)

    def _strike(self) -> _Worker:
        which = self._chance.randrange(len(self._workers))
        worker = self._workers[which]
        self.struck += 1
        at_work = worker.owed > 0 and not worker.line.poll()
        self.struck_at_work += at_work
        # Whoever comes too late comes earlier from then on, so that most strikes hit a worker at work on any machine.
        self._patience *= 1.25 if at_work else 0.5
        self._end(worker)
        self._workers[which] = self._begin()
        return self._workers[which]

    def _begin(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(self._database, theirs), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    @staticmethod
    def _end(worker: _Worker) -> None:
        worker.process.kill()
        worker.process.join()
        worker.line.close()

    @staticmethod
    def _tell(now: datetime, workers: Sequence[_Worker]) -> None:
        for worker in workers:
            worker.line.send(now)
            worker.owed += 1


@contextmanager
def working(database: str, count: int, chance: Random) -> Iterator[Workers]:
    """So many workers while the block runs."""
    workers = Workers(database, count, chance)
    try:
        yield workers
    finally:
        workers.end()
