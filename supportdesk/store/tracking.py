"""Notes which shared rows a transaction changes: on a desk of a hub what they were, on a hub that they did.

A database's own table says which of the two it is (`membership`, `hub`); a desk that works alone has neither, and
nothing is noted. The noting is done by triggers of the writing connection, so that no change goes past it. On a server
the triggers belong to the tables (see `server_schema`), and only the list of what was touched to the connection.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from uuid import UUID

from sqlalchemy import text

from supportdesk.store import driving
from supportdesk.store.synced_tables import columns_of, parent_column, shared
from supportdesk.store.tables.columns import Id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

Side = Literal["alone", "desk", "hub"]

_FORBIDDEN, _UNNOTED = -1, 0
_NOTED_AS = "noted as"

TOUCHED_ON_SERVER = (
    "CREATE TEMP TABLE IF NOT EXISTS sync_touched ("
    "entity text, id uuid, gone boolean, parent uuid, PRIMARY KEY (entity, id)) ON COMMIT DELETE ROWS"
)
_TOUCHED_IN_FILE = (
    "CREATE TEMP TABLE sync_touched ("
    "entity TEXT, id BLOB, gone BOOLEAN, parent BLOB, PRIMARY KEY (entity, id))"
)
_TAKE_TOUCHED = "DELETE FROM sync_touched RETURNING entity, id, gone, parent"


class Touched(NamedTuple):
    """A shared row that a transaction changed; `gone`: it was deleted. `parent` says what it belongs to."""

    entity: str
    id: UUID
    gone: bool
    parent: UUID | None


def side_of_file(raw: Any) -> Side:  # noqa: ANN401 - a connection of the driver, which ships no types
    """What a file is by its own account."""
    tables = {
        name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE name IN ('hub', 'membership')")
    }
    for table, side in (("hub", "hub"), ("membership", "desk")):
        if table in tables and raw.execute(f"SELECT 1 FROM {table}").fetchone():
            return side  # type: ignore[return-value]  # one of the two above
    return "alone"


def side_of_server(conn: Connection) -> Side:
    """What a server's database is: a hub's, or nothing's yet."""
    made = conn.execute(text("SELECT to_regclass('public.hub') IS NOT NULL")).scalar()
    return "hub" if made and conn.execute(text("SELECT 1 FROM hub")).first() else "alone"


def begin_noting(raw: Any, side: Side) -> None:  # noqa: ANN401 - as above
    """Put the triggers on a file's writing connection."""
    if side != "alone":
        raw.executescript(_noting(side))


@cache
def _noting(side: Side) -> str:
    """The hundred statements that make a connection note, to be run in one go."""
    if side == "hub":
        statements = [_TOUCHED_IN_FILE]
        statements += [trigger for table in shared() for trigger in _hub_triggers(table)]
    else:
        statements = ["CREATE TEMP TABLE sync_noting (n INTEGER)"]
        statements += [f"INSERT INTO sync_noting VALUES ({_FORBIDDEN})"]
        statements += [trigger for table in shared() for trigger in _desk_triggers(table)]
    return ";\n".join(("BEGIN", *statements, "COMMIT"))


def take_touched(conn: Connection) -> list[Touched]:
    """What this transaction has touched so far on a hub; it is forgotten."""
    rows = driving.fetch(conn, _TAKE_TOUCHED)
    if conn.dialect.name == "postgresql":
        return [Touched(*row) for row in rows]
    return [
        Touched(entity, UUID(bytes=octets), bool(gone), UUID(bytes=parent) if parent else None)
        for entity, octets, gone, parent in rows
    ]


@contextmanager
def noted_as(conn: Connection, number: int) -> Iterator[None]:
    """What is changed in this block was changed by the desk's operation of this number."""
    before = _note(conn, number)
    try:
        yield
    finally:
        _note(conn, before)


@contextmanager
def unnoted(conn: Connection) -> Iterator[None]:
    """What is changed in this block came from the hub."""
    before = _note(conn, _UNNOTED)
    try:
        yield
    finally:
        _note(conn, before)


def _note(conn: Connection, number: int) -> int:
    """Set what changes are noted as from now on; gives what they were noted as before.

    The blocks lie within a transaction, so that its end takes back no more than they do.
    """
    before: int = conn.info.get(_NOTED_AS, _FORBIDDEN)
    conn.info[_NOTED_AS] = number
    driving.execute(conn, "UPDATE sync_noting SET n = ?", (number,))
    return before


def is_noting(conn: Connection) -> bool:
    """Whether this is a desk of a hub, at the connection that it writes with."""
    return conn.dialect.name == "sqlite" and bool(
        driving.fetch(conn, "SELECT 1 FROM sqlite_temp_schema WHERE name = 'sync_noting'")
    )


def _hub_triggers(table: Table) -> Iterator[str]:
    parent = parent_column(table)
    for event, image in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
        yield (
            f'CREATE TEMP TRIGGER sync_{table.name}_{event.lower()} AFTER {event} ON main."{table.name}" BEGIN '
            f"INSERT INTO sync_touched VALUES ('{table.name}', {image}.id, {int(event == 'DELETE')}, {image}.{parent}) "
            "ON CONFLICT DO UPDATE SET gone = excluded.gone; END"
        )
    if table.name == "case":
        # The client that a case leaves may be seen in fewer places then.
        yield (
            'CREATE TEMP TRIGGER sync_case_left AFTER UPDATE OF organisation_id ON main."case" '
            "WHEN old.organisation_id IS NOT new.organisation_id AND old.organisation_id IS NOT NULL BEGIN "
            "INSERT OR IGNORE INTO sync_touched "
            "VALUES ('organisation', old.organisation_id, 0, old.organisation_id); END"
        )


def _desk_triggers(table: Table) -> Iterator[str]:
    noting = "(SELECT n FROM sync_noting)"
    parent = parent_column(table)
    for event, image, kept in (
        ("INSERT", "new", "NULL"),
        ("UPDATE", "old", _image(table)),
        ("DELETE", "old", _image(table)),
    ):
        yield (
            f'CREATE TEMP TRIGGER sync_{table.name}_{event.lower()} AFTER {event} ON main."{table.name}" '
            f"WHEN {noting} != {_UNNOTED} BEGIN "
            f"SELECT RAISE(ABORT, 'a shared row was changed outside an operation') WHERE {noting} = {_FORBIDDEN}; "
            f"INSERT OR IGNORE INTO shadow (entity, id, node, image) "
            f"VALUES ('{table.name}', {image}.id, coalesce({image}.{parent}, {image}.id), {kept}); "
            f"INSERT OR IGNORE INTO touch (node, n) VALUES (coalesce({image}.{parent}, {image}.id), {noting}); END"
        )


def _image(table: Table) -> str:
    """A row as JSON, column by column; ids in hexadecimal."""
    values = ", ".join(
        f'hex(old."{name}")' if isinstance(table.c[name].type, Id) else f'old."{name}"'
        for name in columns_of(table)
    )
    return f"json_array({values})"
