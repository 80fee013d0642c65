"""Serving: sockets, TLS, workers and the orderly stop; what is answered is the app's."""

from __future__ import annotations

import asyncio
import gc
import ipaddress
import multiprocessing
import os
import signal
import socket
import tempfile
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

import uvicorn
from fastapi import FastAPI
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from supportdesk.config.hub_settings import CONFIG_VARIABLE, HubSettings, is_server, load
from supportdesk.domain.errors import KnownError
from supportdesk.hub.app import create_app
from supportdesk.hub.bucket import BucketAway
from supportdesk.hub.figures import SHARED_FOLDER
from supportdesk.hub.hub import open_hub
from supportdesk.hub.kept_bytes import bucket_of
from supportdesk.hub.log_lines import start_logging

_FACTORY = f"{__name__}:served_app"
# A desk asks again within half a minute; a connection kept saves it the handshake.
_SECONDS_TO_KEEP_A_CONNECTION = 75
_SECONDS_BETWEEN_LOOKS = 1.0
_BACKLOG = 2048


def refuse_unsafe(settings: HubSettings) -> None:
    """KnownError for settings that would serve in the clear, or a file to several workers."""
    if not settings.tls_cert and not settings.proxy and not _is_own(settings.host):
        raise KnownError(
            f"Without TLS the hub answers this machine only, and {settings.host} can be reached by others.",
            "Passwords and cases would cross the network for everybody to read. Nothing was started.",
            "Give a certificate by tls_cert and tls_key, or name the proxy that speaks TLS by proxy.",
        )
    if settings.workers > 1 and not is_server(settings.database):
        raise KnownError(
            "A database in a file serves one worker.",
            "Nothing was started.",
            "Set workers to 1, or use PostgreSQL.",
        )
    for name in (settings.tls_cert, settings.tls_key):
        if name and not Path(name).is_file():
            raise KnownError(
                f"There is no file {name}.", "Nothing was started.", "Correct tls_cert and tls_key."
            )
    store = urlsplit(settings.s3_endpoint)
    own = store.scheme == "http" and _is_own(store.hostname or "")
    if settings.s3_endpoint and store.scheme != "https" and not own:
        raise KnownError(
            "The store of s3_endpoint is not spoken to by TLS.",
            "Files would cross the network for everybody to read. Nothing was started.",
            "Give its address as https://….",
        )


def refuse_closed(settings: HubSettings) -> None:
    """KnownError for a bucket that can't be reached, or that does not let this hub write, read and delete."""
    bucket = bucket_of(settings)
    if bucket is None:
        return
    try:
        bucket.check_thoroughly()
    except BucketAway as away:
        raise KnownError(
            f"The bucket {settings.s3_bucket} can't be used: {away.reason}.",
            "Nothing was started.",
            "Check the settings s3_…, and that the store lets this key look into the bucket, write, read and delete.",
        ) from None


def serve(settings: HubSettings, config: Path | None) -> int:
    """Answer until the process is told to stop; gives its exit status.

    `config` is the settings' file, for the workers to read. KnownError for what keeps it from starting.
    """
    refuse_unsafe(settings)
    # Whatever is wrong with the database is told here and once, not by each worker.
    open_hub(settings).store.close()
    refuse_closed(settings)
    if config is not None:
        os.environ[CONFIG_VARIABLE] = str(config.resolve())
    start_logging(settings.log_level)
    listening = _listen(settings)
    scheme = "https" if settings.tls_cert else "http"
    host, port = listening.getsockname()[:2]
    print(f"The hub answers at {scheme}://{f'[{host}]' if ':' in host else host}:{port}", flush=True)  # noqa: T201 - its command's output
    options = uvicorn.Config(
        _FACTORY,
        factory=True,
        workers=settings.workers,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        backlog=_BACKLOG,
        ssl_certfile=settings.tls_cert or None,
        ssl_keyfile=settings.tls_key or None,
        proxy_headers=bool(settings.proxy),
        forwarded_allow_ips=settings.proxy or None,
        timeout_keep_alive=_SECONDS_TO_KEEP_A_CONNECTION,
        timeout_graceful_shutdown=settings.stop_seconds,
    )
    with listening:
        return (
            _serve_alone(options, listening)
            if settings.workers == 1
            else _serve_in_workers(options, listening)
        )


def _serve_alone(options: uvicorn.Config, listening: socket.socket) -> int:
    server = uvicorn.Server(options)
    try:
        server.run([listening])
    except (SystemExit, KeyboardInterrupt):
        # The server has stopped in order and hands the signal on to whoever waits for it; that was us.
        if not server.started:
            raise
    return 0 if server.started else STARTUP_FAILURE


def _serve_in_workers(options: uvicorn.Config, listening: socket.socket) -> int:
    with tempfile.TemporaryDirectory(prefix="supportdesk-figures-") as folder:
        os.environ[SHARED_FOLDER] = folder
        supervisor = Multiprocess(options, sockets=[listening])
        supervisor.run()
    failed = any(process.exitcode == STARTUP_FAILURE for process in supervisor.processes)
    return STARTUP_FAILURE if failed else 0


def served_app() -> FastAPI:
    """The app of one worker, by the settings of file and environment."""
    settings = load(None, os.environ)
    start_logging(settings.log_level)
    hub = open_hub(settings)
    app = create_app(hub, living=_ended_by_signals, at_end=hub.store.close)
    # What lives as long as the worker is not looked through again whenever garbage is collected.
    gc.collect()
    gc.freeze()
    return app


@asynccontextmanager
async def _ended_by_signals(stopping: asyncio.Event) -> AsyncIterator[None]:
    """Tell those who wait as soon as a signal comes: the server waits for them before it ends the app."""
    loop = asyncio.get_running_loop()

    def tell() -> None:
        loop.call_soon_threadsafe(stopping.set)

    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            _tell_before(number, tell)
    watch = asyncio.create_task(_end_with_parent())
    try:
        yield
    finally:
        watch.cancel()


def _tell_before(number: int, tell: object) -> None:
    before = signal.getsignal(number)
    if not callable(before) or not callable(tell):
        return

    def handle(sig: int, frame: FrameType | None) -> None:
        tell()
        before(sig, frame)

    signal.signal(number, handle)


async def _end_with_parent() -> None:
    """Stop a worker whose supervisor was struck down: nobody else would, and it holds the port."""
    parent = multiprocessing.parent_process()
    while parent is not None:
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
        if not parent.is_alive():
            signal.raise_signal(signal.SIGTERM)
            return


def _is_own(host: str) -> bool:
    """Whether only this machine reaches the host, by whatever address it has."""
    try:
        addresses = {found[4][0] for found in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return all(ipaddress.ip_address(str(each).partition("%")[0]).is_loopback for each in addresses)


def _listen(settings: HubSettings) -> socket.socket:
    try:
        found = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP
        )
        family, kind, protocol, _, address = found[0]
        # With its protocol named, the event loop sends small answers at once instead of 40 ms later.
        listening = socket.socket(family, kind, protocol)
        try:
            if os.name == "posix":
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            # Whoever comes from now on waits for the first worker instead of being turned away.
            listening.listen(_BACKLOG)
            listening.set_inheritable(True)
        except BaseException:
            listening.close()
            raise
    except OSError as error:
        raise KnownError(
            f"The hub can't listen on {settings.host}, port {settings.port}: {error.strerror or error}.",
            "Nothing was started.",
            "Choose another address or port, or end the program that uses it.",
        ) from error
    return listening
