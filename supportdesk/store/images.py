"""Shared rows as they travel between hub and desk: read from either database, written into a desk's file.

A row is a tuple of its columns in the order of `columns_of`, each value as a file keeps it: ids as sixteen bytes,
instants in micros, flags as 0 and 1, JSON, dates and amounts as text. So a file's rows travel as they are.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Boolean, Date
from sqlalchemy.exc import IntegrityError

from supportdesk.store.driving import execute_many, fetch, marks
from supportdesk.store.synced_tables import by_name, columns_of
from supportdesk.store.tables.columns import Id, Json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Column, Connection, Table

Image = tuple[Any, ...]
"""One row, see above."""


class InTheWay(Exception):
    """Another row stands where this one must: it has the number, or the place, of which there is only one."""


_BATCH = 400
_NONE = UUID(int=0)
_IDS_AT_ONCE = 200


def images_of(conn: Connection, entity: str, ids: Iterable[UUID]) -> list[Image]:
    """The rows of a shared table with these ids."""
    return images_where(conn, entity, "id {among}", list(ids))


def images_where(conn: Connection, entity: str, condition: str, ids: Sequence[UUID]) -> list[Image]:
    """The rows of a shared table for which a condition of this program holds; {among} in it stands for the ids."""
    table = by_name()[entity]
    columns = _select_list(table, conn.dialect.name)
    sql = f'SELECT {columns} FROM "{entity}" WHERE {condition}'
    found: list[Image] = []
    for start in range(0, len(ids), _BATCH):
        found += _among(conn, sql, ids[start : start + _BATCH])
    return found


def rows_with(conn: Connection, entities: tuple[str, ...], ids: Iterable[UUID]) -> list[tuple[str, UUID]]:
    """Which of these ids are of rows in some shared tables, in one look."""
    wanted = list(ids)
    found: list[tuple[str, UUID]] = []
    # Each table's part binds the ids anew, and SQLite takes so many values at most.
    for start in range(0, len(wanted), _IDS_AT_ONCE):
        batch = wanted[start : start + _IDS_AT_ONCE]
        found += _rows_with(conn, entities, batch)
    return found


def _rows_with(conn: Connection, entities: tuple[str, ...], ids: list[UUID]) -> list[tuple[str, UUID]]:
    if conn.dialect.name == "postgresql":
        rows = fetch(conn, _all_with(entities, "= ANY(%(ids)s)"), {"ids": ids})
        return [(name, row_id) for name, row_id in rows]
    among = f"IN ({', '.join(f'?{place + 1}' for place in range(len(ids)))})"
    rows = fetch(conn, _all_with(entities, among), [each.bytes for each in ids])
    return [(name, UUID(bytes=bytes(row_id))) for name, row_id in rows]


@cache
def _all_with(entities: tuple[str, ...], among: str) -> str:
    return " UNION ALL ".join(f"SELECT '{name}', id FROM \"{name}\" WHERE id {among}" for name in entities)


def page_of(conn: Connection, entity: str, condition: str, after: UUID | None, limit: int) -> list[Image]:
    """Some rows for which a condition of this program holds, in the order of their ids, from after one on."""
    columns = _select_list(by_name()[entity], conn.dialect.name)
    on_server = conn.dialect.name == "postgresql"
    mark, last = ("%s", after or _NONE) if on_server else ("?", (after or _NONE).bytes)
    sql = f'SELECT {columns} FROM "{entity}" WHERE {condition} AND id > {mark} ORDER BY id LIMIT {limit}'
    return fetch(conn, sql, (last,))


def last_row(conn: Connection, entity: str) -> int:
    """The number of the latest row of a table of a file."""
    return int(fetch(conn, f'SELECT coalesce(max("row"), 0) FROM "{entity}"')[0][0])


def rows_since(conn: Connection, entity: str, row: int) -> list[Image]:
    """The rows that came into a table of a file after the one of this number, in their order."""
    columns = _select_list(by_name()[entity], "sqlite")
    return fetch(conn, f'SELECT {columns} FROM "{entity}" WHERE "row" > ? ORDER BY "row"', (row,))


def revisions_where(
    conn: Connection, entity: str, condition: str, ids: Sequence[UUID] | None
) -> dict[bytes, int]:
    """The ids and revisions of the rows for which a condition holds; `ids` None for one that names none."""
    row_id = "uuid_send(id)" if conn.dialect.name == "postgresql" else "id"
    sql = f'SELECT {row_id}, rev FROM "{entity}" WHERE {condition}'
    if ids is None:
        return {bytes(found): rev for found, rev in fetch(conn, sql)}
    rows: dict[bytes, int] = {}
    for start in range(0, len(ids), _BATCH):
        rows.update((bytes(found), rev) for found, rev in _among(conn, sql, ids[start : start + _BATCH]))
    return rows


def revisions_seen(conn: Connection, entity: str, condition: str, root: str, scope: int) -> dict[bytes, int]:
    """The ids and revisions of a hub's rows that belong to roots of one kind that a scope sees."""
    row_id = "uuid_send(id)" if conn.dialect.name == "postgresql" else "id"
    seen = f"IN (SELECT id FROM row_scope WHERE scope_id = {scope:d} AND entity = '{root}')"
    sql = f'SELECT {row_id}, rev FROM "{entity}" WHERE {condition.replace("{among}", seen)}'
    return {bytes(found): rev for found, rev in fetch(conn, sql)}


def _among(conn: Connection, sql: str, ids: Sequence[UUID]) -> list[Image]:
    parameters: tuple[Any, ...] = (list(ids),)
    among = "= ANY(%s)"
    if conn.dialect.name != "postgresql":
        parameters = tuple(each.bytes for each in ids)
        among = f"IN ({', '.join('?' * len(ids))})"
    return fetch(conn, sql.replace("{among}", among), parameters)


@cache
def _select_list(table: Table, dialect: str) -> str:
    names = [table.c[name] for name in columns_of(table)]
    return ", ".join(_as_kept(column) if dialect == "postgresql" else f'"{column.name}"' for column in names)


def _as_kept(column: Column[Any]) -> str:
    """What a server gives a column out as, so that a file may take it in."""
    name = f'"{column.name}"'
    if isinstance(column.type, Id):
        return f"uuid_send({name})"
    if isinstance(column.type, Boolean):
        return f"{name}::int"
    if isinstance(column.type, (type(Json), Date)):
        return f"{name}::text"
    return name


# ---------------------------------------------------------------- on a desk


def write_images(conn: Connection, entity: str, columns: Sequence[str], images: Sequence[Image]) -> None:
    """Put rows into a desk's file, in the place of those with the same id; `columns` are the values', in order.

    A column that this program does not know is left out; one that is not given keeps what it has, or its default.
    """
    if not images:
        return
    table = by_name()[entity]
    known = columns_of(table)
    if tuple(columns) != known:
        kept = [place for place, name in enumerate(columns) if name in known]
        images = [tuple(image[place] for place in kept) for image in images]
        columns = [columns[place] for place in kept]
    # Not by one upsert: its way with conflicts would take the place of that of the triggers it sets off.
    place = list(columns).index("id")
    here = _here(conn, entity, [image[place] for image in images])
    new = [image for image in images if image[place] not in here]
    known_here = [(*image, image[place]) for image in images if image[place] in here]
    new.sort(key=_age(columns))
    insertion, change = _statements(entity, tuple(columns))
    try:
        execute_many(conn, insertion, new)
        execute_many(conn, change, known_here)
    except IntegrityError as error:
        raise InTheWay(entity) from error


def _age(columns: Sequence[str]) -> Callable[[Image], tuple[Any, ...]]:
    """In which order rows get their numbers here: as they were made, so that lists of one instant look alike."""
    first = [name for name in ("at", "logged_at") if name in columns][:1]
    places = [list(columns).index(name) for name in (*first, "id")]
    return lambda image: tuple(image[place] for place in places)


def _here(conn: Connection, entity: str, ids: Sequence[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        found.update(
            row_id
            for (row_id,) in fetch(
                conn, f'SELECT id FROM "{entity}" WHERE id IN ({marks(len(batch))})', batch
            )
        )
    return found


def delete_rows(conn: Connection, entity: str, ids: Iterable[UUID]) -> None:
    """Take rows out of a desk's file."""
    gone = [(each.bytes,) for each in ids]
    if gone:
        execute_many(conn, f'DELETE FROM "{by_name()[entity].name}" WHERE id = ?', gone)


@cache
def _statements(entity: str, columns: tuple[str, ...]) -> tuple[str, str]:
    """How a row is put in, and how one that is there is changed."""
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join("?" for _ in columns)
    changes = ", ".join(f'"{name}" = ?' for name in columns)
    return (
        f'INSERT INTO "{entity}" ({names}) VALUES ({values})',
        f'UPDATE "{entity}" SET {changes} WHERE id = ?',
    )


def parsed(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """What JSON in an image says."""
    return None if value is None else json.loads(value)
