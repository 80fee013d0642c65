"""Rows of the plain aggregates – clients, people, products, articles …: made, edited with a revision, read by id."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, bindparam, select

from supportdesk.domain.operation import Operation
from supportdesk.store.case_rows import not_there, revise
from supportdesk.store.composed import Composed, Record
from supportdesk.store.insertion import insert_many


def insert_row(
    conn: Connection, table: Table, row_id: UUID, operation: Operation, values: Mapping[str, Any]
) -> None:
    """Make a row that this operation created."""
    made = {"id": row_id, "created_op": operation.id, "updated_at": operation.at}
    insert_many(conn, table, [{**made, **values}])


def find_row(conn: Connection, table: Table, row_id: UUID) -> Record | None:
    """The row with this id, unless it was deleted."""
    return _by_id(table).mapping(conn, row_id=row_id)


@cache
def _by_id(table: Table) -> Composed:
    return Composed(select(table).where(table.c.id == bindparam("row_id"), ~table.c.deleted))


def get_row(conn: Connection, table: Table, row_id: UUID) -> Record:
    """The row with this id; NotThere if this desk has none."""
    row = find_row(conn, table, row_id)
    if row is None:
        raise not_there(table, row_id)
    return row


def edit_row(
    conn: Connection, table: Table, row_id: UUID, operation: Operation, changes: Mapping[str, Any]
) -> dict[str, Any]:
    """Change fields of a row and note in which revision each changed; gives the values before, of those that differ.

    Nothing is written where nothing differs. NotThere if this desk has no such row.
    """
    row = get_row(conn, table, row_id)
    changed = revise(conn, table, row_id, changes, operation)
    return {name: row[name] for name in changes if name in changed}
