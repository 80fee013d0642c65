"""A hub and its desks in one process: real stores, messages through their bytes, a clock that tests move."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Table

from supportdesk.domain.operation import ChangeSet
from supportdesk.hub import conversation
from supportdesk.hub.conversation import Party, Refused
from supportdesk.protocol import codec
from supportdesk.protocol.messages import (
    Compare,
    Compared,
    Fetch,
    Head,
    Load,
    LoadedPage,
    Page,
    Pull,
    Push,
    Pushed,
    Verified,
    Verify,
    Wait,
)
from supportdesk.services import acts
from supportdesk.services.exchange.joining import Registration, join_empty
from supportdesk.services.operations.desk import Desk
from supportdesk.store import hub_rows, migrate
from supportdesk.store.images import Image, page_of
from supportdesk.store.store import Store
from supportdesk.store.synced_tables import by_name, columns_of
from supportdesk.store.tables.columns import Json
from supportdesk.sync.engine import Engine, Round
from supportdesk.sync.link import Turned
from tests.services.desk_world import KEY, World

_Message = TypeVar("_Message")
_JSON = type(Json)
assert acts.known()


class InProcess:
    """A link to a hub of this process; every message goes through its bytes."""

    def __init__(self, hub: Desk, party: Party) -> None:
        self.hub, self.party = hub, party

    def push(self, message: Push) -> Pushed:
        return self._asked(conversation.push, message, Pushed)

    def pull(self, message: Pull) -> Page:
        return self._asked(conversation.pull, message, Page)

    def load(self, message: Load) -> LoadedPage:
        return self._asked(conversation.load, message, LoadedPage)

    def fetch(self, message: Fetch) -> Page:
        return self._asked(conversation.fetch, message, Page)

    def compare(self, message: Compare) -> Compared:
        return self._asked(conversation.compare, message, Compared)

    def verify(self, message: Verify) -> Verified:
        return self._asked(conversation.verify, message, Verified)

    def wait(self, message: Wait) -> Head:
        raise NotImplementedError

    def _asked(
        self, ask: Callable[[Desk, Party, Any], object], message: object, kind: type[_Message]
    ) -> _Message:
        sent = codec.decode(type(message), codec.encode(message))
        try:
            answer = ask(self.hub, self.party, sent)
        except Refused as refused:
            raise Turned(refused.code, refused.what) from refused
        return codec.decode(kind, codec.encode(answer, codec.MSGPACK), codec.MSGPACK)


@dataclass
class Seat:
    """A desk of the office with its engine; its world is the same kind that single desks are tested with."""

    world: World
    engine: Engine
    link: InProcess
    heard: list[ChangeSet] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.world.desk

    def sync(self) -> Round:
        return self.engine.round()


@dataclass
class Office:
    """A hub with its world, in which tests set up people and clients, and the desks that joined."""

    folder: Path
    hub: World
    seats: dict[str, Seat] = field(default_factory=dict)
    key: bytes | None = KEY

    @property
    def now(self) -> datetime:
        return self.hub.now

    def later(self, **span: float) -> datetime:
        """Let so much time pass, for everybody."""
        now = self.hub.later(**span)
        for seat in self.seats.values():
            seat.world.now = now
        return now

    def seat(self, name: str, agent: UUID, *, roles: frozenset[str] = frozenset()) -> Seat:
        """A new desk at which this agent sits, joined and loaded."""
        number = len(self.seats) + 1
        device = UUID(int=0xDE00 + number)
        store = Store.open(self.folder / f"{name}.db", self.key, create=True)
        migrate.upgrade(store)
        join_empty(store, Registration("in process", agent, device), self.now)
        world = World(store, now=self.now, made_so_far=number << 40, actor=agent, device=device)
        link = InProcess(self.hub.desk, Party(agent, device, roles))
        heard: list[ChangeSet] = []
        seat = Seat(world, Engine(world.desk, link, heard.append), link, heard)
        self.seats[name] = seat
        seat.sync()
        return seat

    def sync(self) -> None:
        """Let every desk speak with the hub until nothing is new anywhere."""
        for _ in range(2):
            for seat in self.seats.values():
                seat.sync()


@contextmanager
def open_office(folder: Path, postgres: str | None = None, *, encrypted: bool = True) -> Iterator[Office]:
    """An office with an empty hub, on a file or on this PostgreSQL database; its desks' files encrypted or not."""
    store = Store.on_postgres(postgres) if postgres else Store.open(folder / "hub.db", None, create=True)
    try:
        migrate.upgrade(store)
        hub_rows.make_hub(store, UUID(int=0xE0), World(store).now)
        office = Office(folder, World(store), key=KEY if encrypted else None)
        yield office
        for seat in office.seats.values():
            seat.world.store.close()
    finally:
        store.close()


def rows_on(store: Store) -> dict[str, dict[bytes, dict[str, object]]]:
    """Every shared row, by table and id, without what each database counts for itself."""
    with store.read() as conn:
        return {
            entity: {
                bytes(image[0]): told(table, image) for image in page_of(conn, entity, "TRUE", None, 1 << 30)
            }
            for entity, table in by_name().items()
        }


def told(table: Table, image: Image) -> dict[str, object]:
    """A row as it travels, by column; JSON in one spelling."""
    row: dict[str, object] = dict(zip(columns_of(table), image, strict=True))
    for name, value in row.items():
        if isinstance(value, memoryview):
            row[name] = bytes(value)
    for name in _json_columns(table):
        value = row[name]
        if isinstance(value, str):
            row[name] = _in_one_spelling(value)
    return row


@cache
def _json_columns(table: Table) -> tuple[str, ...]:
    return tuple(name for name in columns_of(table) if isinstance(table.c[name].type, _JSON))


@lru_cache(maxsize=10_000)
def _in_one_spelling(value: str) -> str:
    return json.dumps(json.loads(value), sort_keys=True)
