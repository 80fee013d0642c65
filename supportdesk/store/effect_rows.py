"""Rows of what operations bring about outside; when each is carried out is the services' to say."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from supportdesk.store import locking
from supportdesk.store.tables.sync import EFFECT

if TYPE_CHECKING:
    from sqlalchemy import Connection

_UNDER_WAY = frozenset({"begun", "done"})


def has_begun(conn: Connection, operation_id: UUID) -> bool:
    """Whether anything that an operation brings about has left, or is leaving; nothing begins meanwhile."""
    states = conn.scalars(locking.held(conn, select(EFFECT.c.state).where(EFFECT.c.op_id == operation_id)))
    return not _UNDER_WAY.isdisjoint(states)
