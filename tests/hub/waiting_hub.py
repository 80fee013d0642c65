"""A hub with two routes more, one that waits for news that never come and one that takes its time; run as a program."""

from __future__ import annotations

import asyncio
import socket
import threading

import uvicorn
from fastapi import Request

from supportdesk.hub.serving import served_app
from supportdesk.hub.waiting import until


def main() -> None:
    app = served_app()
    released = threading.Event()

    async def wait(request: Request) -> dict[str, bool]:
        return {"news": await until(request, asyncio.Event(), 600)}

    def slow() -> dict[str, bool]:
        return {"released": released.wait(60)}

    async def release_once_stopping() -> None:
        await app.state.stopping.wait()
        released.set()

    async def waiting() -> dict[str, int]:
        return {"waiting": int(app.state.figures.waiting._value.get())}  # noqa: SLF001 - what the library counts

    app.get("/wait", response_model=None)(wait)
    app.get("/slow", response_model=None)(slow)
    app.get("/waiting", response_model=None)(waiting)
    listening = socket.create_server(("127.0.0.1", 0))
    print(f"at http://127.0.0.1:{listening.getsockname()[1]}", flush=True)  # noqa: T201 - what its tests read

    async def serve() -> None:
        helper = asyncio.create_task(release_once_stopping())
        await uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False)).serve([listening])
        await helper

    asyncio.run(serve())


if __name__ == "__main__":
    main()
