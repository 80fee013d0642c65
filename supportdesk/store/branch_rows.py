"""Rows of branches as the hub's administration lists them; they are made and changed by operations, not here."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.store.tables.people import BRANCH


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch that was not deleted."""

    id: UUID
    name: str
    kind: str
    time_zone: str
    parent_id: UUID | None
    country: str | None
    region: str | None
    address: str | None
    phone: str | None
    email: str | None
    colour: str | None


_COLUMNS = tuple(BRANCH.c[name] for name in Branch.__dataclass_fields__)


def listed(conn: Connection) -> tuple[Branch, ...]:
    """Every branch, by name."""
    rows = conn.execute(select(*_COLUMNS).where(~BRANCH.c.deleted).order_by(BRANCH.c.name, BRANCH.c.id))
    return tuple(Branch(*row) for row in rows)


def line_of(conn: Connection, branch_id: UUID) -> tuple[UUID, ...]:
    """A branch and those above it, from itself upwards; empty where there is no such branch."""
    rows = conn.execute(select(BRANCH.c.id, BRANCH.c.parent_id).where(~BRANCH.c.deleted))
    above = {row.id: row.parent_id for row in rows}
    line: list[UUID] = []
    each: UUID | None = branch_id
    while each is not None and each in above and each not in line:
        line.append(each)
        each = above[each]
    return tuple(line)
