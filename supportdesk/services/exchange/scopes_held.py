"""Which scopes an agent holds, now and before; by what is the registers', where rows are seen the store's (sync B8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from supportdesk.services.registers.circles import circles_of
from supportdesk.store.composed import Composed
from supportdesk.store.scope_rows import ScopeKey, numbered
from supportdesk.store.tables.sync import AGENT_SCOPE

Held = Mapping[int, ScopeKey]
"""The scopes that somebody holds, by their numbers."""

_STANDING = Composed(
    select(AGENT_SCOPE.c.scope_id).where(
        AGENT_SCOPE.c.agent_id == bindparam("agent_id"), AGENT_SCOPE.c.until.is_(None)
    )
)


def held_by(conn: Connection, agent_id: UUID) -> dict[int, ScopeKey]:
    """The scopes of an agent as things stand; nothing for one who is not active or not there.

    A scope that has no number yet has no rows.
    """
    return numbered(conn, circles_of(conn, agent_id).keys)


def differs(conn: Connection, agent_id: UUID, held: Held) -> bool:
    """Whether an agent holds other scopes than were last written down."""
    return _standing(conn, agent_id) != held.keys()


def _standing(conn: Connection, agent_id: UUID) -> set[int]:
    return set(_STANDING.scalars(conn, agent_id=agent_id))


def note_held(conn: Connection, agent_id: UUID, held: Held, now: datetime) -> bool:
    """Write down what an agent holds from now on, where it has changed; whether it had.

    What was right to do while a scope was held is taken in after it was lost (sync B6).
    """
    standing = _standing(conn, agent_id)
    lost, gained = standing - held.keys(), held.keys() - standing
    if lost:
        conn.execute(
            update(AGENT_SCOPE)
            .where(
                AGENT_SCOPE.c.agent_id == agent_id,
                AGENT_SCOPE.c.until.is_(None),
                AGENT_SCOPE.c.scope_id.in_(lost),
            )
            .values(until=now)
        )
    if gained:
        conn.execute(
            insert(AGENT_SCOPE),
            [{"agent_id": agent_id, "scope_id": scope, "since": now} for scope in sorted(gained)],
        )
    return bool(lost or gained)


def held_at(conn: Connection, agent_id: UUID, at: datetime) -> frozenset[int]:
    """The scopes that an agent held at an instant, as far as they were written down."""
    return frozenset(
        conn.scalars(
            select(AGENT_SCOPE.c.scope_id).where(
                AGENT_SCOPE.c.agent_id == agent_id,
                AGENT_SCOPE.c.since <= at,
                or_(AGENT_SCOPE.c.until.is_(None), AGENT_SCOPE.c.until > at),
            )
        )
    )
