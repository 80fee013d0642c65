"""Measures how many pulls two workers on PostgreSQL answer, of desks that miss nothing and of desks that miss some."""

from __future__ import annotations

import asyncio
import time
from itertools import cycle, islice

import msgspec
import psycopg

from supportdesk.protocol import codec
from supportdesk.protocol.messages import Page, Pull
from supportdesk.services.cases import replies
from tests.benchmarks.hub_clients import Connection, Signed, asked_for, pull_from_head, request_of, sign_in
from tests.benchmarks.hub_figures import heading, tell, times
from tests.benchmarks.hub_stage import Hub, Stage

_CHANGED = 20
_CONNECTIONS = 16
_SECONDS = 5.0
_ROUTE = "/sync/v1/pull"


def measure(stage: Stage, cases: int) -> None:
    """Ask over many connections for some seconds, and print how many a second were answered."""
    heading(f"pulls: answered a second by two workers on PostgreSQL, over {_CONNECTIONS} connections")
    with stage.hub("PostgreSQL", cases, workers=2) as hub:
        people = [sign_in(hub, login) for login in ("nadia", "priya")]
        before = [asyncio.run(pull_from_head(hub, who)) for who in people]
        _change(stage, hub)
        after = [asyncio.run(pull_from_head(hub, who)) for who in people]
        heads = _plain_heads(hub.database)
        health = asyncio.run(asked_for(hub, [request_of(hub, "/health")], _CONNECTIONS, _SECONDS))
        idle = _answered(hub, people, after)
        rows, octets = asyncio.run(_page(hub, people[0], before[0]))
        busy = _answered(hub, people, before)
    tell("plain SELECT of the head, one connection", f"{heads:,.0f}/s")
    tell("GET /health", f"{health:,.0f}/s", times(heads / health, "slower than plain"))
    tell("pull, nothing new", f"{idle:,.0f}/s", times(health / idle, "slower than /health"))
    tell(
        f"pull, {rows} rows in {octets:,} bytes",
        f"{busy:,.0f}/s",
        times(health / busy, f"slower than /health; {busy * rows:,.0f} rows/s"),
    )


def _change(stage: Stage, hub: Hub) -> None:
    """Write some notes, so that who stands before them misses as many changed rows, and the cases they are on."""
    with stage.seat(hub, "nadia") as seat:
        seat.engine.round()
        for number, case in enumerate(islice(cycle(hub.filled.open), _CHANGED // 2)):
            replies.note(seat.desk, case, f"Seen for the {number}th time")
        seat.engine.round()


def _answered(hub: Hub, people: list[Signed], asks: list[Pull]) -> float:
    requests_of = [request_of(hub, _ROUTE, who, pull) for who, pull in zip(people, asks, strict=True)]
    return asyncio.run(asked_for(hub, requests_of, _CONNECTIONS, _SECONDS))


async def _page(hub: Hub, who: Signed, asks: Pull) -> tuple[int, int]:
    connection = await Connection.to(hub)
    content = await connection.ask(request_of(hub, _ROUTE, who, asks))
    connection.close()
    page = codec.decode(Page, content, codec.MSGPACK)
    return sum(len(found.rows) for found in page.rows.values()), len(msgspec.msgpack.encode(page))


def _plain_heads(database: str) -> float:
    """How many a second one connection reads, each in a transaction of its own."""
    count = 0
    with psycopg.connect(database, autocommit=True) as connection:
        begun = time.perf_counter()
        while time.perf_counter() - begun < _SECONDS / 2:
            connection.execute("SELECT max(seq) FROM sync_log").fetchone()
            count += 1
        return count / (time.perf_counter() - begun)
