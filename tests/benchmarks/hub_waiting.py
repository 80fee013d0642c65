"""Measures what a thousand desks that wait for news cost one worker, and how soon all of them hear of a change."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from uuid import UUID

from supportdesk.config.hub_settings import HubSettings, changed
from supportdesk.hub import signing_in
from supportdesk.hub.hub import open_hub
from supportdesk.protocol.accounts import NewDevice
from supportdesk.protocol.messages import Pull, Wait
from supportdesk.store import account_rows
from tests.benchmarks.hub_clients import Connection, Signed, note_of, pull_from_head, request_of, sign_in
from tests.benchmarks.hub_figures import heading, middle, tell, times
from tests.benchmarks.hub_stage import KINDS, Hub, Stage, told
from tests.benchmarks.hub_world import LOGINS

_DESKS = 1_000
_SECONDS_TO_WAIT = 25.0
_WARM_UP = 200


def measure(stage: Stage, cases: int) -> None:
    """Let desks wait, make a change, and print memory and times; the memory is known on Linux only."""
    heading(f"waiting: {_DESKS:,} desks wait for news at one worker")
    _allow_files()
    for kind in KINDS:
        with stage.hub(kind, cases, workers=1) as hub:
            asyncio.run(_measure(hub))


async def _measure(hub: Hub) -> None:
    writer = sign_in(hub, LOGINS[0])
    desks = _signed_in(hub, _DESKS)
    stands = {who.agent: await pull_from_head(hub, who) for who in desks[: len(LOGINS)]}
    writing = await Connection.to(hub)
    health = request_of(hub, "/health")
    at_rest = []
    for _ in range(_WARM_UP):
        begun = time.perf_counter()
        await writing.ask(health)
        at_rest.append(time.perf_counter() - begun)
    before = _memory(hub.process.pid)
    connections = [await Connection.to(hub) for _ in desks]
    try:
        waits = [
            asyncio.create_task(_waited(connection, _request(hub, who, stands[who.agent])))
            for connection, who in zip(connections, desks, strict=True)
        ]
        await asyncio.to_thread(_until_waiting, hub)
        during = _memory(hub.process.pid)
        push = request_of(hub, "/sync/v1/push", writer, note_of(hub, writer))
        begun = time.perf_counter()
        await writing.ask(push)
        answered = time.perf_counter() - begun
        heard = sorted(at - begun for at in await asyncio.gather(*waits))
    finally:
        for connection in (writing, *connections):
            connection.close()
    for name in before:
        each = (during[name] - before[name]) / _DESKS
        text = f"{before[name] / 1024:.1f} -> {during[name] / 1024:.1f} MiB"
        tell(f"{told(hub.kind)}: {name} of the worker", text, f"{each:.1f} KiB for each desk")
    tell("  a change: its own answer, ms", f"{1e3 * answered:.0f}")
    tell("  a change: first, half and all have heard, ms", " ".join(f"{1e3 * at:.0f}" for at in _of(heard)))
    plain = _DESKS * middle(at_rest)
    tell("  as many /health, one after the other, ms", f"{1e3 * plain:.0f}", times(heard[-1] / plain, "that"))


def _of(heard: list[float]) -> tuple[float, float, float]:
    return heard[0], middle(heard), heard[-1]


def _until_waiting(hub: Hub) -> None:
    until = time.monotonic() + _SECONDS_TO_WAIT
    while hub.waiting() < _DESKS:
        assert time.monotonic() < until, "not all of them wait at once"
        time.sleep(0.1)


async def _waited(connection: Connection, request: bytes) -> float:
    """When the answer came, which tells of a change."""
    content = await connection.ask(request)
    at = time.perf_counter()
    assert b"page" in content, "a wait ended without news"
    return at


def _request(hub: Hub, who: Signed, stands: Pull) -> bytes:
    pull = Pull(
        device=who.device, cursor=stands.cursor, held=stands.held, known=stands.known, epoch=stands.epoch
    )
    return request_of(hub, "/sync/v1/wait", who, Wait(pull=pull, seconds=_SECONDS_TO_WAIT))


def _signed_in(hub: Hub, count: int) -> list[Signed]:
    """So many devices of the hub's people; straight into the database, as password checks are no matter here."""
    opened = open_hub(changed(HubSettings(), {"database": hub.database}))
    try:
        with opened.store.read() as conn:
            accounts = [account_rows.by_login(conn, login) for login in LOGINS]
        found = []
        for number in range(count):
            account = accounts[number % len(accounts)]
            assert account is not None
            new = NewDevice(name=f"Desk {number}", platform="test")
            signed = signing_in.let_in(opened, account.id, new, None, "127.0.0.1", by="password")
            found.append(Signed(signed.tokens.access_token, UUID(str(account.agent_id)), signed.device_id))
        return found
    finally:
        opened.store.close()


def _memory(process: int) -> dict[str, int]:
    """What a process holds in memory and its share of what it has with others, in KiB; nothing where none tells."""
    told_by = Path(f"/proc/{process}/smaps_rollup")
    if not told_by.exists():
        return {}
    lines = dict(line.split(":", 1) for line in told_by.read_text().splitlines()[1:])
    return {name: int(lines[kind].split()[0]) for name, kind in (("RSS", "Rss"), ("PSS", "Pss"))}


def _allow_files() -> None:
    """Let this process and those that it starts hold a connection for each desk, where the system has a limit."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
