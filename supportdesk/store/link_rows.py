"""Rows of links between cases; a link that ended stays, so that the past can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.operation import Operation
from supportdesk.domain.words import LinkKind
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import insert_row
from supportdesk.store.tables.cases import LINK


@dataclass(frozen=True, slots=True)
class KeptLink:
    """A link; read as «case IS … other»."""

    id: UUID
    case_id: UUID
    other_id: UUID
    kind: LinkKind
    at: datetime


def insert_link(
    conn: Connection,
    link_id: UUID,
    operation: Operation,
    *,
    case_id: UUID,
    other_id: UUID,
    kind: LinkKind,
    at: datetime,
) -> None:
    """Link two cases."""
    values = {
        "case_id": case_id,
        "other_id": other_id,
        "kind": kind.value,
        "at": at,
        "by_id": operation.actor,
    }
    insert_row(conn, LINK, link_id, operation, values)


def between(conn: Connection, case_id: UUID, other_id: UUID) -> tuple[KeptLink, ...]:
    """The links that hold between two cases, in either direction."""
    there = (LINK.c.case_id == case_id) & (LINK.c.other_id == other_id)
    back = (LINK.c.case_id == other_id) & (LINK.c.other_id == case_id)
    rows = conn.execute(select(LINK).where(there | back, LINK.c.ended_at.is_(None), ~LINK.c.deleted))
    return tuple(_kept(row) for row in rows.mappings())


def made_by(conn: Connection, operation_id: UUID) -> tuple[KeptLink, ...]:
    """The links that an operation made and that still hold."""
    rows = conn.execute(select(LINK).where(LINK.c.created_op == operation_id, LINK.c.ended_at.is_(None)))
    return tuple(_kept(row) for row in rows.mappings())


def end_link(conn: Connection, link_id: UUID, at: datetime, operation: Operation) -> None:
    """End a link."""
    revise(conn, LINK, link_id, {"ended_at": at}, operation)


def _kept(row: Record) -> KeptLink:
    return KeptLink(row["id"], row["case_id"], row["other_id"], LinkKind(row["kind"]), row["at"])
