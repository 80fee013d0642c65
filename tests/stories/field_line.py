"""The line of a desk in the field: it ends in a Unix socket, which leads out of where there is no network, and is bad.

Run as a program it is the end at the desk: `python -m tests.stories.field_line PORT SOCKET SEED` listens on loopback,
refuses some who call and cuts the others off after some seconds or bytes, each time elsewhere.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

_REFUSED, _LONGEST_SECONDS, _MOST_BYTES = 0.2, 8.0, 3 << 20
_PIECE = 16 * 1024


@contextmanager
def way_out(socket: Path, port: int) -> Iterator[None]:
    """Carry what comes in by a Unix socket to a port of this machine, as long as the block lasts."""
    loop = asyncio.new_event_loop()

    async def carry(inward: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            onward, outward = await asyncio.open_connection("127.0.0.1", port)
            await _both_ways((inward, outward), (onward, back), None)

    ended = asyncio.Event()

    async def serve() -> None:
        async with await asyncio.start_unix_server(carry, str(socket)):
            await ended.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),), name="way out")
    thread.start()
    try:
        yield
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
        for left in asyncio.all_tasks(loop):
            left.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()


async def _bad_line(port: int, socket: str, chance: Random) -> None:
    async def carry(inward: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        if chance.random() < _REFUSED:
            back.transport.abort()
            return
        with suppress(OSError):
            onward, outward = await asyncio.open_unix_connection(socket)
            limit = chance.randrange(1, _MOST_BYTES)
            with suppress(TimeoutError):
                async with asyncio.timeout(chance.uniform(0.1, _LONGEST_SECONDS)):
                    await _both_ways((inward, outward), (onward, back), limit)
        back.transport.abort()

    server = await asyncio.start_server(carry, "127.0.0.1", port)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    async with server:
        await server.serve_forever()


async def _both_ways(
    there: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    back: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    limit: int | None,
) -> None:
    """Carry both ways until one side ends, or the limit of bytes is reached."""
    tasks = [asyncio.create_task(_one_way(*way, limit)) for way in (there, back)]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        for _, writer in (there, back):
            writer.close()


async def _one_way(source: asyncio.StreamReader, sink: asyncio.StreamWriter, limit: int | None) -> None:
    gone = 0
    with suppress(OSError):
        while piece := await source.read(_PIECE):
            sink.write(piece)
            await sink.drain()
            gone += len(piece)
            if limit is not None and gone >= limit:
                return


if __name__ == "__main__":
    asyncio.run(_bad_line(int(sys.argv[1]), sys.argv[2], Random(int(sys.argv[3]))))
