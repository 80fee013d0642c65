"""The yardstick of edits: the rows that operations left on a hub, written plainly to tables like those they are in."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg

from supportdesk.config.hub_settings import is_server
from supportdesk.store import images, migrate
from supportdesk.store.engines import set_pragmas, sqlite_connector
from supportdesk.store.store import Store
from supportdesk.store.synced_tables import by_name, columns_of
from supportdesk.store.tables import METADATA
from supportdesk.store.tables.columns import Json
from tests.benchmarks.plain_desk import arriving

_KEY = bytes(range(32))
_JSON = type(Json)
_SCHEMA = "plainly"

Batch = tuple[str, list[str], list[tuple[Any, ...]]]
"""A table, its columns, and rows of it."""


@dataclass(frozen=True)
class Plain:
    """Rows, and the seconds that writing them took: at once, in a transaction for each operation, and on a desk."""

    count: int
    at_once: float
    one_by_one: float
    down: int
    on_desk: float


def head_of(database: str) -> int:
    """The number of the latest change."""
    with _opened(database) as raw:
        return int(raw.execute("SELECT coalesce(max(seq), 0) FROM sync_log").fetchone()[0])


def plain_writes(database: str, head: int, desk: Store, folder: Path) -> Plain:
    """Write everything that has come into a hub's database since, and what of it a desk has, into new tables."""
    with _opened(database) as raw:
        batches = list(_written_since(raw, head, "%s" if is_server(database) else "?"))
    if is_server(database):
        at_once, one_by_one = _on_server(database, batches)
    else:
        at_once, one_by_one = _on_file(folder / f"plain-{uuid4().hex}.db", batches)
    synced = {table for table, _, _ in batches} & by_name().keys()
    changed = {table: [row[0] for row in rows] for table, _, rows in batches if table in synced}
    with desk.read() as conn:
        down: list[Batch] = [
            (table, list(columns_of(by_name()[table])), images.images_of(conn, table, map(_uuid, ids)))
            for table, ids in changed.items()
        ]
    on_desk = _on_desk(folder / f"plain-{uuid4().hex}.db", down)
    return Plain(_count(batches), at_once, one_by_one, _count(down), on_desk)


@contextmanager
def _opened(database: str) -> Iterator[Any]:
    if is_server(database):
        with psycopg.connect(database) as connection:
            yield connection
    else:
        with closing(sqlite_connector(Path(database), None, writes=False)()) as raw:
            yield raw


def _written_since(raw: Any, head: int, mark: str) -> Iterator[Batch]:  # noqa: ANN401 - either driver's connection
    """The rows that the log names since, the log's own lines, and the receipts."""
    lines = f"seq > {mark}"
    changed = f"id IN (SELECT entity_id FROM sync_log WHERE entity = {mark} AND {lines})"
    named = raw.execute(f"SELECT DISTINCT entity FROM sync_log WHERE {lines}", (head,)).fetchall()
    for (table,) in named:
        yield _read(raw, table, list(columns_of(by_name()[table])), changed, (table, head))
    for table, condition, parameters in (("sync_log", lines, (head,)), ("receipt", "true", ())):
        columns = [column.name for column in METADATA.tables[table].c]
        yield _read(raw, table, columns, condition, parameters)


def _read(
    raw: Any,  # noqa: ANN401 - as above
    table: str,
    columns: list[str],
    condition: str,
    parameters: Sequence[object],
) -> Batch:
    # As text both drivers take it back as it came.
    kinds = METADATA.tables[table].c
    names = [
        f'CAST("{name}" AS text)' if isinstance(kinds[name].type, _JSON) else f'"{name}"' for name in columns
    ]
    found = raw.execute(f'SELECT {", ".join(names)} FROM "{table}" WHERE {condition}', tuple(parameters))
    return table, columns, [tuple(row) for row in found.fetchall()]


def _on_file(path: Path, batches: Sequence[Batch]) -> tuple[float, float]:
    with closing(Store.open(path, None, create=True)) as fresh:
        migrate.upgrade(fresh)
    with closing(sqlite_connector(path, None, writes=True)()) as raw:
        set_pragmas(raw, {"foreign_keys": "OFF"})

        def write(parts: Sequence[Batch]) -> None:
            raw.execute("BEGIN IMMEDIATE")
            for table, columns, rows in parts:
                raw.executemany(_insertion(f'"{table}"', columns, "?"), rows)
            raw.execute("COMMIT")

        def clear() -> None:
            raw.execute("BEGIN IMMEDIATE")
            for table, _, _ in batches:
                raw.execute(f'DELETE FROM "{table}"')
            raw.execute("COMMIT")

        return _twice(write, clear, batches)


def _on_server(database: str, batches: Sequence[Batch]) -> tuple[float, float]:
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {_SCHEMA}")
        for table, _, _ in batches:
            # With indexes and checks; triggers, which note what is touched, are the product's own affair.
            connection.execute(f'CREATE TABLE {_SCHEMA}."{table}" (LIKE public."{table}" INCLUDING ALL)')

        def write(parts: Sequence[Batch]) -> None:
            with connection.transaction():
                for table, columns, rows in parts:
                    statement = _insertion(f'{_SCHEMA}."{table}"', columns, "%s")
                    connection.cursor().executemany(statement, rows)

        def clear() -> None:
            for table, _, _ in batches:
                connection.execute(f'TRUNCATE {_SCHEMA}."{table}"')

        try:
            return _twice(write, clear, batches)
        finally:
            connection.execute(f"DROP SCHEMA {_SCHEMA} CASCADE")


def _twice(write: Any, clear: Any, batches: Sequence[Batch]) -> tuple[float, float]:  # noqa: ANN401 - functions
    begun = time.perf_counter()
    write(batches)
    at_once = time.perf_counter() - begun
    clear()
    count = next(len(rows) for table, _, rows in batches if table == "receipt")
    parts = [
        [(table, columns, rows[number::count]) for table, columns, rows in batches if rows[number::count]]
        for number in range(count)
    ]
    begun = time.perf_counter()
    for part in parts:
        write(part)
    return at_once, time.perf_counter() - begun


def _on_desk(path: Path, batches: Sequence[Batch]) -> float:
    """Into a new file with a desk's schema and encryption, waiting for the disk as what comes from a hub does."""
    with closing(Store.open(path, _KEY, create=True)) as fresh:
        migrate.upgrade(fresh)
    begun = time.perf_counter()
    with arriving(path, _KEY) as conn:
        for table, columns, rows in batches:
            conn.exec_driver_sql(_insertion(f'"{table}"', columns, "?"), rows)
    return time.perf_counter() - begun


def _insertion(table: str, columns: Sequence[str], mark: str) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join([mark] * len(columns))})"


def _uuid(value: UUID | bytes) -> UUID:
    return value if isinstance(value, UUID) else UUID(bytes=bytes(value))


def _count(batches: Sequence[Batch]) -> int:
    return sum(len(rows) for _, _, rows in batches)
