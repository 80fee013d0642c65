"""Waiting on a client's behalf, as a long poll does: until news comes, and never longer than the hub itself runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, ParamSpec, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from fastapi import Request
from starlette.concurrency import run_in_threadpool

P = ParamSpec("P")
T = TypeVar("T")


async def until(request: Request, news: asyncio.Event, seconds: float) -> bool:
    """Wait until the news comes and tell whether it did.

    It ends without news when the time is over, when the client has gone, and at once when the hub stops. A request
    that waited is left out of the latencies.
    """
    request.state.waited = True
    figures = request.app.state.figures
    waits = [
        asyncio.ensure_future(news.wait()),
        asyncio.ensure_future(request.app.state.stopping.wait()),
        asyncio.ensure_future(_gone(request)),
    ]
    figures.waiting.inc()
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        figures.waiting.dec()
        for wait in waits:
            wait.cancel()
        for wait in waits:
            with suppress(asyncio.CancelledError):
                await wait
    return news.is_set()


async def to_its_end(act: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
    """Run in a thread, and wait for its end also where this task is cancelled.

    A thread can't be stopped, and the database stays open for it.
    """
    return await _ended(run_in_threadpool(act, *args, **options))


async def at_length(among: CapacityLimiter, act: Callable[[], T]) -> T:
    """The same for what may take minutes: it holds no thread that short requests need, and waits among its like."""
    return await _ended(anyio.to_thread.run_sync(act, limiter=among))


async def _ended(work: Coroutine[Any, Any, T]) -> T:
    turn = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(turn)
    except asyncio.CancelledError:
        await asyncio.wait({turn})
        raise


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
