"""All rows that belong to a case, a client, an agent or to everybody: how they are found, to be sent or removed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from supportdesk.store.images import Image, images_where
from supportdesk.store.synced_tables import ROOTS, by_name, home_of, shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def rows_of(conn: Connection, kind: str, ids: Sequence[UUID]) -> dict[str, list[Image]]:
    """The rows that belong to roots of one kind, the roots themselves first, by table; a row may come twice."""
    found: dict[str, list[Image]] = {}
    for entity, conditions in belonging(kind):
        rows = [row for condition in conditions for row in images_where(conn, entity, condition, ids)]
        if rows:
            found[entity] = rows
    return found


@cache
def everybodys() -> dict[str, str]:
    """The tables with rows that are everybody's, those pointed to first, and the condition for such a row."""
    found = {}
    for table in shared():
        home = home_of(table)
        if home.entity is not None or not all(table.c[name].nullable for name, _ in (*home.by, *home.also)):
            continue
        # What belongs to a thing that is everybody's, as to an article, is so itself.
        roots = [name for name, kind in home.by if not _is_everybodys(kind)]
        found[str(table.name)] = " AND ".join(f'"{name}" IS NULL' for name in roots) or "TRUE"
    return found


def _is_everybodys(kind: str) -> bool:
    """Whether what belongs to a row of a table is everybody's: each row is, and it is no person."""
    home = home_of(by_name()[kind])
    return kind != "agent" and home.entity is None and not home.by and not home.also


@cache
def belonging(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each table, the conditions by which its rows belong to a root of this kind; {among} stands for the ids."""
    found = [(str(table.name), tuple(_conditions(table.name, kind))) for table in shared()]
    return tuple((entity, conditions) for entity, conditions in found if conditions)


def _conditions(entity: str, kind: str) -> list[str]:
    home = home_of(by_name()[entity])
    conditions = []
    if home.entity is not None and kind in ROOTS:
        conditions.append(f"{home.entity} = '{kind}' AND root_id {{among}}")
    earlier = ""
    for column, named in home.by:
        conditions += [f"{earlier}{condition}" for condition in _through(column, named, kind)]
        earlier += f'"{column}" IS NULL AND '
    for column, named in home.also:
        conditions += _through(column, named, kind)
    return conditions


def _through(column: str, named: str, kind: str) -> list[str]:
    """The condition on a column that names a root of this kind, or a row that belongs to one."""
    if named == kind:
        return [f'"{column}" {{among}}']
    if named in ROOTS or named == "agent":
        return []
    return [f'"{column}" IN (SELECT id FROM "{named}" WHERE {inner})' for inner in _conditions(named, kind)]


def has(conn: Connection, kind: str, row_id: UUID) -> bool:
    """Whether this root is there."""
    table = by_name()[kind]
    return conn.execute(select(table.c.id).where(table.c.id == row_id)).first() is not None
