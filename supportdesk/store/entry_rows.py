"""Withdraws an entry with its files, as when an act is taken back; entries are written beside the case's row."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, func, select

from supportdesk.domain.operation import Operation
from supportdesk.store.case_rows import revise
from supportdesk.store.tables.cases import ATTACHMENT, ENTRY


def withdraw(conn: Connection, entry_id: UUID, operation: Operation) -> None:
    """Mark an entry and its files as deleted; they stay where they are, for the history."""
    revise(conn, ENTRY, entry_id, {"deleted": True}, operation)
    files = select(ATTACHMENT.c.id).where(ATTACHMENT.c.entry_id == entry_id)
    for file_id in conn.scalars(files).all():
        revise(conn, ATTACHMENT, file_id, {"deleted": True}, operation)


def count_files(conn: Connection, case_id: UUID) -> int:
    """How many files are attached to the case."""
    statement = select(func.count()).where(ATTACHMENT.c.case_id == case_id, ~ATTACHMENT.c.deleted)
    return conn.scalar(statement) or 0
