"""Rows of the plain aggregates – clients, people, products, articles …: made, edited with a revision, read by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Table, insert, select

from supportdesk.domain.errors import NotThere
from supportdesk.domain.operation import Operation
from supportdesk.store.case_rows import revise


def insert_row(
    conn: Connection, table: Table, row_id: UUID, operation: Operation, values: Mapping[str, Any]
) -> None:
    """Make a row that this operation created."""
    conn.execute(insert(table).values(id=row_id, created_op=operation.id, updated_at=operation.at, **values))


def find_row(conn: Connection, table: Table, row_id: UUID) -> RowMapping | None:
    """The row with this id, unless it was deleted."""
    return conn.execute(select(table).where(table.c.id == row_id, ~table.c.deleted)).mappings().first()


def get_row(conn: Connection, table: Table, row_id: UUID) -> RowMapping:
    """The row with this id; NotThere if this desk has none."""
    row = find_row(conn, table, row_id)
    if row is None:
        raise NotThere(
            f"This desk has no {table.name.replace('_', ' ')} with the id {row_id}.",
            "It may have been deleted, or it has not reached this desk.",
            "Open the list again and choose from what it shows.",
        )
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
