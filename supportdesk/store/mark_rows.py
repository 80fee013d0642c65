"""Rows of what a person has seen and follows."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert

from supportdesk.store.tables.desk import FOLLOW, READ_MARK


def set_seen(conn: Connection, case_id: UUID, agent_id: UUID, at: datetime) -> None:
    """Note when this agent last looked at the case."""
    forget_seen(conn, case_id, agent_id)
    conn.execute(insert(READ_MARK).values(case_id=case_id, agent_id=agent_id, seen_at=at))


def forget_seen(conn: Connection, case_id: UUID, agent_id: UUID) -> None:
    """Forget that this agent looked at the case."""
    _forget(conn, READ_MARK, case_id, agent_id)


def set_follow(conn: Connection, case_id: UUID, agent_id: UUID, *, follows: bool) -> None:
    """Note whether this agent follows the case."""
    _forget(conn, FOLLOW, case_id, agent_id)
    if follows:
        conn.execute(insert(FOLLOW).values(case_id=case_id, agent_id=agent_id))


def _forget(conn: Connection, table: Table, case_id: UUID, agent_id: UUID) -> None:
    conn.execute(delete(table).where(table.c.case_id == case_id, table.c.agent_id == agent_id))
