"""Tells those who wait that the log has grown: heard from the database, or looked up now and then as a net (sync B7).

On a server each worker keeps one connection that listens; what is said there is a number and scopes, never a row. A
notice that gets lost costs the time between two looks, and nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING
from uuid import UUID

from supportdesk.hub import waiting
from supportdesk.store import change_log
from supportdesk.store.notices import PRESENCE, listen

if TYPE_CHECKING:
    from supportdesk.hub.hub import Hub

_LOG = logging.getLogger(__name__)
_SECONDS_BETWEEN_LOOKS = 2.0
_SECONDS_BEFORE_LISTENING_ANEW = 1.0


class Waiter:
    """Somebody who waits for news of some scopes, and of who is at a case."""

    __slots__ = ("case", "news", "scopes")

    def __init__(self, scopes: frozenset[int], case: UUID | None) -> None:
        self.scopes, self.case = scopes, case
        self.news = asyncio.Event()


class Herald:
    """Knows the head of the log as far as it has been heard, and who waits. One event loop uses it."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._waiters: set[Waiter] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.head = 0

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Listen and look while the block runs."""
        self._loop = asyncio.get_running_loop()
        tasks = [asyncio.create_task(self._look_now_and_then())]
        if self._hub.store.path is None:
            tasks.append(asyncio.create_task(self._listen()))
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            for task in tasks:
                with suppress(asyncio.CancelledError):
                    await task

    @asynccontextmanager
    async def waiting(self, scopes: Iterable[int], case: UUID | None) -> AsyncIterator[Waiter]:
        """Be among those who are told."""
        waiter = Waiter(frozenset(scopes), case)
        self._waiters.add(waiter)
        try:
            yield waiter
        finally:
            self._waiters.discard(waiter)

    def heard(self, head: int, scopes: Iterable[int] | None = None) -> None:
        """Tell that the log has come to this number, with changes in these scopes; None: nobody knows in which."""
        self.head = max(self.head, head)
        named = None if scopes is None else frozenset(scopes)
        for waiter in self._waiters:
            if named is None or waiter.scopes & named:
                waiter.news.set()

    def heard_from_thread(self, head: int) -> None:
        """The same from a thread that has written, where the database tells nobody."""
        if self._loop is not None and self._hub.store.path is not None:
            self._loop.call_soon_threadsafe(self.heard, head)

    def came_or_went(self, case: UUID) -> None:
        """Tell that somebody came to a case or went."""
        for waiter in self._waiters:
            if waiter.case == case:
                waiter.news.set()

    def came_or_went_from_thread(self, case: UUID) -> None:
        """The same from a thread that has written it, where the database tells nobody."""
        if self._loop is not None and self._hub.store.path is not None:
            self._loop.call_soon_threadsafe(self.came_or_went, case)

    async def _listen(self) -> None:
        while True:
            try:
                async for channel, payload in listen(self._hub.store):
                    if channel == PRESENCE:
                        self.came_or_went(UUID(payload))
                    else:
                        head, _, scopes = payload.partition(":")
                        self.heard(int(head), (int(each) for each in scopes.split(",") if each))
            except Exception as error:  # noqa: BLE001 - a server that restarts is listened to again
                _LOG.warning("listening to the database ended: %s", type(error).__name__)
            await asyncio.sleep(_SECONDS_BEFORE_LISTENING_ANEW)

    async def _look_now_and_then(self) -> None:
        while True:
            try:
                head = await waiting.to_its_end(self._look)
            except Exception as error:  # noqa: BLE001 - as above
                _LOG.warning("the head of the log could not be read: %s", type(error).__name__)
            else:
                if head > self.head:
                    self.heard(head)
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)

    def _look(self) -> int:
        with self._hub.store.glance() as conn:
            return change_log.head(conn)
