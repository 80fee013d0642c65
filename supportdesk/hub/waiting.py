"""Waiting on a client's behalf, as a long poll does: until news comes, and never longer than the hub itself runs."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from fastapi import Request


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


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
