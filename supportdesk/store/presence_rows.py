"""Rows of who is at which case: one for each desk that has one open, forgotten when it is not heard of again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete, insert, select

from supportdesk.store.composed import Record
from supportdesk.store.tables.sync import PRESENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

FORGOTTEN_AFTER = timedelta(seconds=60)


def be_at(
    conn: Connection, device_id: UUID, agent_id: UUID, case_id: UUID | None, *, writing: bool, now: datetime
) -> frozenset[UUID]:
    """Note at which case a desk is, if at any; gives the cases for which that is news."""
    before = conn.execute(select(PRESENCE).where(PRESENCE.c.device_id == device_id)).mappings().first()
    conn.execute(delete(PRESENCE).where(PRESENCE.c.device_id == device_id))
    if case_id is not None:
        values = {
            "device_id": device_id,
            "agent_id": agent_id,
            "case_id": case_id,
            "writing": writing,
            "at": now,
        }
        conn.execute(insert(PRESENCE).values(**values))
    if before is not None and before["case_id"] == case_id and before["writing"] == writing:
        return frozenset()
    touched = {case_id, before["case_id"] if before is not None else None}
    return frozenset(case for case in touched if case is not None)


def others_at(conn: Connection, case_id: UUID, device_id: UUID, now: datetime) -> Sequence[Record]:
    """The other desks at a case that were heard of lately, in the order of their agents."""
    return (
        conn.execute(
            select(PRESENCE)
            .where(
                PRESENCE.c.case_id == case_id,
                PRESENCE.c.device_id != device_id,
                PRESENCE.c.at > now - FORGOTTEN_AFTER,
            )
            .order_by(PRESENCE.c.agent_id, PRESENCE.c.device_id)
        )
        .mappings()
        .all()
    )


def forget(conn: Connection, now: datetime) -> None:
    """Drop the rows of desks that have not been heard of for long."""
    conn.execute(delete(PRESENCE).where(PRESENCE.c.at <= now - FORGOTTEN_AFTER))
