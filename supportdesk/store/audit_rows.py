"""Rows of the audit log: who did what to accounts, devices and sessions; added, read, and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select

from supportdesk.store.tables.accounts import AUDIT


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act. `actor` is None for nobody who was known, `address` for the hub's own machine."""

    at: datetime
    act: str
    actor: UUID | None = None
    device: UUID | None = None
    address: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


def add(conn: Connection, line: AuditLine) -> None:
    """Write a line, in the transaction of the act it tells of."""
    conn.execute(
        insert(AUDIT).values(
            at=line.at,
            act=line.act,
            actor=line.actor,
            device=line.device,
            address=line.address,
            details=dict(line.details),
        )
    )


def latest(conn: Connection, limit: int) -> tuple[AuditLine, ...]:
    """The last lines, newest first."""
    rows = conn.execute(select(AUDIT).order_by(AUDIT.c.n.desc()).limit(limit)).mappings()
    return tuple(AuditLine(**{name: row[name] for name in AuditLine.__dataclass_fields__}) for row in rows)
