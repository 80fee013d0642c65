"""Rows that were made elsewhere and come as they are: which are here already, by whom, what is taken; and written.

They are given by column as images have them, but for ids, which are UUIDs. Whether they may come is the services'.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Boolean, Date, and_, select, tuple_

from supportdesk.store.synced_tables import by_name
from supportdesk.store.tables.columns import Id, Json
from supportdesk.store.tables.desk import OPERATION

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

_BATCH = 500


def here(conn: Connection, entity: str, ids: Collection[UUID]) -> set[UUID]:
    """Those of some rows that are here."""
    table = by_name()[entity]
    found: set[UUID] = set()
    for batch in _batches(ids):
        found.update(conn.scalars(select(table.c.id).where(table.c.id.in_(batch))))
    return found


def made_by(conn: Connection, entity: str, ids: Collection[UUID], name: str) -> dict[UUID, UUID | None]:
    """Of some rows those that are here, and who made each by an operation of this name; None where nobody did."""
    table = by_name()[entity]
    found: dict[UUID, UUID | None] = {}
    for batch in _batches(ids):
        statement = (
            select(table.c.id, OPERATION.c.actor)
            .outerjoin(OPERATION, and_(OPERATION.c.id == table.c.created_op, OPERATION.c.name == name))
            .where(table.c.id.in_(batch))
        )
        found.update((row.id, row.actor) for row in conn.execute(statement))
    return found


def operations_of_others(conn: Connection, ids: Collection[UUID], actor: UUID) -> set[UUID]:
    """Which of these are operations that somebody else did."""
    found: set[UUID] = set()
    for batch in _batches(ids):
        theirs = select(OPERATION.c.id).where(OPERATION.c.id.in_(batch), OPERATION.c.actor != actor)
        found.update(conn.scalars(theirs))
    return found


def taken(
    conn: Connection, entity: str, columns: Sequence[str], values: Collection[tuple[Any, ...]]
) -> dict[tuple[Any, ...], UUID]:
    """Which of some values of columns that are unique together rows have, and which rows; nulls are nobody's."""
    table = by_name()[entity]
    asked = table.c[tuple(columns)]
    found: dict[tuple[Any, ...], UUID] = {}
    wanted = [value for value in dict.fromkeys(values) if None not in value]
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        one = len(columns) == 1
        condition = asked[0].in_([value[0] for value in batch]) if one else tuple_(*asked).in_(batch)
        for row in conn.execute(select(table.c.id, *asked).where(condition)):
            found[tuple(row[1:])] = row.id
    return found


def insert_rows(conn: Connection, entity: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write rows that have all the same columns."""
    if not rows:
        return
    names = tuple(rows[0])
    statement = _statement(entity, names, conn.dialect.name)
    if conn.dialect.name == "postgresql":
        flags = [isinstance(by_name()[entity].c[name].type, Boolean) for name in names]
        values = [
            tuple(
                bool(row[name]) if flag and row[name] is not None else row[name]
                for name, flag in zip(names, flags, strict=True)
            )
            for row in rows
        ]
    else:
        ids = [isinstance(by_name()[entity].c[name].type, Id) for name in names]
        values = [
            tuple(
                row[name].bytes if is_id and row[name] is not None else row[name]
                for name, is_id in zip(names, ids, strict=True)
            )
            for row in rows
        ]
    conn.exec_driver_sql(statement, values)


@lru_cache(maxsize=256)
def _statement(entity: str, names: tuple[str, ...], dialect: str) -> str:
    table = by_name()[entity]
    columns = ", ".join(f'"{name}"' for name in names)
    if dialect != "postgresql":
        return f'INSERT INTO "{entity}" ({columns}) VALUES ({", ".join("?" * len(names))})'
    marks = []
    for name in names:
        kind = table.c[name].type
        marks.append(
            "%s::jsonb" if isinstance(kind, type(Json)) else "%s::date" if isinstance(kind, Date) else "%s"
        )
    return f'INSERT INTO "{entity}" ({columns}) VALUES ({", ".join(marks)})'


def _batches(ids: Iterable[UUID]) -> Iterable[list[UUID]]:
    ordered = list(ids)
    return (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH))
