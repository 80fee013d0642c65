"""Clients that cost as little as can be: requests as ready bytes over kept connections, many in one event loop."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import requests

from supportdesk.protocol import codec, encodings
from supportdesk.protocol.messages import Letter, Page, Pull, Push
from tests.benchmarks.hub_stage import Hub
from tests.benchmarks.hub_world import PASSWORD

_LIMIT = 1 << 16


@dataclass(frozen=True)
class Signed:
    """Somebody who is signed in on a device, without a desk behind it."""

    token: str
    agent: UUID
    device: UUID


def sign_in(hub: Hub, login: str) -> Signed:
    """Sign in on a new device."""
    said = {"login": login, "password": PASSWORD, "device": {"name": "here", "platform": "test"}}
    answer = requests.post(f"{hub.address}/auth/v1/login", json=said, timeout=60).json()
    return Signed(
        answer["tokens"]["access_token"], UUID(answer["agent"]["agent_id"]), UUID(answer["device_id"])
    )


def request_of(hub: Hub, path: str, who: Signed | None = None, message: object = None) -> bytes:
    """A request as it goes over the wire, a POST where there is a message."""
    body = b"" if message is None else codec.encode(message)
    lines = [
        f"{'GET' if message is None else 'POST'} {path} HTTP/1.1",
        f"Host: {urlsplit(hub.address).netloc}",
        f"Accept-Encoding: {', '.join(encodings.PREFERRED)}",
        f"Content-Length: {len(body)}",
    ]
    if message is not None:
        lines.append(f"Content-Type: {codec.JSON}")
    if who is not None:
        lines.append(f"Authorization: Bearer {who.token}")
    return "\r\n".join([*lines, "", ""]).encode() + body


class Connection:
    """One kept connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def to(cls, hub: Hub) -> Connection:
        """A connection to a hub."""
        parts = urlsplit(hub.address)
        return cls(*await asyncio.open_connection(parts.hostname, parts.port, limit=_LIMIT))

    async def ask(self, request: bytes) -> bytes:
        """The body of the answer, unpacked; AssertionError for any but a good one."""
        self._writer.write(request)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0])
        body = await self._reader.readexactly(length)
        packed = head.partition(b"content-encoding: ")[2].partition(b"\r\n")[0].decode() or "identity"
        content = encodings.unpack(body, packed, 1 << 28) if packed != "identity" else body
        assert head.startswith(b"http/1.1 200"), (head[:40], json.loads(content))
        return content

    async def skip(self, request: bytes) -> None:
        """The same without looking into what is answered."""
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head
        await self._reader.readexactly(
            int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        )

    def close(self) -> None:
        """Let go of it."""
        self._writer.close()


def note_of(hub: Hub, who: Signed) -> Push:
    """What pushes a first note of somebody, on the first case."""
    letter = Letter(
        n=1,
        id=uuid4(),
        root_entity="case",
        root_id=hub.filled.first,
        kind="append",
        name="case.note",
        args={"body": "Seen", "files": []},
        actor=who.agent,
        at=datetime.now(UTC),
    )
    return Push(device=who.device, letters=[letter])


async def pull_from_head(hub: Hub, who: Signed) -> Pull:
    """What a desk asks that knows everything: no change is newer."""
    connection = await Connection.to(hub)
    try:
        asks = Pull(device=who.device, cursor=0, held=[])
        page = codec.decode(
            Page, await connection.ask(request_of(hub, "/sync/v1/pull", who, asks)), codec.MSGPACK
        )
    finally:
        connection.close()
    scopes = [scope.id for scope in page.scopes or ()]
    return Pull(device=who.device, cursor=page.upto, held=scopes, known=scopes, epoch=page.epoch)


async def push_a_note(hub: Hub, who: Signed) -> None:
    """Let a hub take in a first operation, which takes longer than any other: it reads its policies for it."""
    connection = await Connection.to(hub)
    await connection.ask(request_of(hub, "/sync/v1/push", who, note_of(hub, who)))
    connection.close()


async def asked_for(hub: Hub, requests_of: Sequence[bytes], connections: int, seconds: float) -> float:
    """How many a second are answered, over so many connections that each ask again when they have an answer."""
    held = [await Connection.to(hub) for _ in range(connections)]
    answered = 0
    begun = time.perf_counter()

    async def ask(connection: Connection, request: bytes) -> None:
        nonlocal answered
        while time.perf_counter() - begun < seconds:
            await connection.skip(request)
            answered += 1

    try:
        await asyncio.gather(
            *(ask(each, requests_of[number % len(requests_of)]) for number, each in enumerate(held))
        )
        return answered / (time.perf_counter() - begun)
    finally:
        for each in held:
            each.close()
