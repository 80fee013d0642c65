"""What a hub does by itself: what is due on cases, and once a day the housekeeping; answers to desks are next door.

Every worker runs it, and an advisory lock lets one at a time do the work: nothing is remembered between two runs, so
that another goes on where one was struck down. That each step is taken once does not hang on the lock but on the id
that follows from the step (`services/schedule`). Messages to clients are noted with their steps
(`services/exchange/effects`); no carrier takes them out yet.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from supportdesk.domain.operation import ChangeSet
from supportdesk.hub import waiting
from supportdesk.services import schedule
from supportdesk.services.operations.desk import Desk
from supportdesk.store import change_log, locking, presence_rows

if TYPE_CHECKING:
    from supportdesk.hub.figures import Figures
    from supportdesk.hub.herald import Herald

_LOG = logging.getLogger(__name__)

LOG_KEPT = timedelta(days=180)
"""How far back the log goes; a desk that was away longer loads its scopes anew (sync B5)."""

_SECONDS_AT_MOST = 60.0
_SECONDS_WHILE_ANOTHER_IS_AT_IT = 5.0
_STEPS_AT_ONCE = 50
_LINES_AT_ONCE = 5_000
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Run:
    """What a run came to: whether this worker was the one, the steps that it took, and whether more is due at once."""

    elected: bool
    steps: int = 0
    more: bool = False


class Duties:
    """One worker's share in the duties. `sleep` waits so many seconds; `house` is done with the daily housekeeping.

    `each_turn` follows on what is due, whenever that is looked at.
    """

    def __init__(
        self,
        hub: Desk,
        herald: Herald,
        figures: Figures,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        house: Callable[[], None] = lambda: None,
        each_turn: Callable[[], None] = lambda: None,
    ) -> None:
        self._hub, self._herald, self._figures, self._sleep = hub, herald, figures, sleep
        self._house, self._each_turn = house, each_turn

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Do what is due while the block runs; what has begun is finished before it ends."""
        task = asyncio.create_task(self._go_on())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _go_on(self) -> None:
        while True:
            pause = _SECONDS_AT_MOST
            try:
                pause = await waiting.to_its_end(self._turn)
            except Exception as error:  # noqa: BLE001 - a server that restarts, a case with a fault: the next turn tries again
                _LOG.warning("what is due was not done: %s", type(error).__name__, exc_info=error)
            await self._sleep(pause)

    def _turn(self) -> float:
        """Do what is due; gives the seconds to wait before the next turn."""
        run = once(self._hub, self._house, self._each_turn)
        if run.elected:
            self._figures.note_duties(run.steps, self._hub.now())
        if run.steps:
            with self._hub.store.read() as conn:
                self._herald.heard_from_thread(change_log.head(conn))
        return _pause(run, self._hub.now(), schedule.next_due_at(self._hub))


def once(
    hub: Desk, house: Callable[[], None] = lambda: None, each_turn: Callable[[], None] = lambda: None
) -> Run:
    """Do a batch of what is due now, unless another worker is at it."""
    with hub.store.read() as turn:
        if not locking.elected(turn, locking.DUTIES):
            return Run(elected=False)
        done = schedule.run_due(hub, _STEPS_AT_ONCE)
        each_turn()
        _keep_house(hub, house)
    # What another worker has done at the same moment changed nothing here.
    steps = sum(each.outcome.changes != ChangeSet() for each in done)
    return Run(elected=True, steps=steps, more=len(done) >= _STEPS_AT_ONCE)


def _pause(run: Run, now: datetime, due: datetime | None) -> float:
    if run.more:
        return 0.0
    if due is None:
        return _SECONDS_AT_MOST
    left = (due - now).total_seconds()
    if left <= 0:
        # Another is at it, and may be struck down; or it is a case that nobody can decide on.
        return _SECONDS_AT_MOST if run.elected else _SECONDS_WHILE_ANOTHER_IS_AT_IT
    return min(left, _SECONDS_AT_MOST)


def _keep_house(hub: Desk, house: Callable[[], None]) -> None:
    """Once a day: mark the log, drop what is too old of it, and forget who was where."""
    now = hub.now()
    with hub.store.read() as conn:
        marked = change_log.marked_at(conn)
    if marked is not None and now - marked < _DAY:
        return
    house()
    more = True
    while more:
        with hub.store.write() as conn:
            more = change_log.forget(conn, now - LOG_KEPT, _LINES_AT_ONCE)
    with hub.store.write() as conn:
        presence_rows.forget(conn, now)
        # Last: were it cut short before, the next turn would begin anew.
        change_log.mark(conn, now)
