"""Which scopes an agent holds, by branch, team and role; where rows are seen is the store's `scope_rows` (sync B8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, or_, select, update

from supportdesk.domain.words import AgentRole
from supportdesk.store.scope_rows import EVERYBODY, ScopeKey
from supportdesk.store.tables.people import AGENT, BRANCH
from supportdesk.store.tables.sync import AGENT_SCOPE, SCOPE

Held = Mapping[int, ScopeKey]
"""The scopes that somebody holds, by their numbers."""


_AGENT = select(AGENT.c.roles, AGENT.c.branch_id, AGENT.c.team_ids).where(
    AGENT.c.id == bindparam("agent_id"), AGENT.c.active, ~AGENT.c.deleted
)
_BRANCHES = select(BRANCH.c.id, BRANCH.c.parent_id, BRANCH.c.kind).where(~BRANCH.c.deleted)
_SCOPES = select(SCOPE).where(SCOPE.c.ref.in_(bindparam("refs", expanding=True)))
_STANDING = select(AGENT_SCOPE.c.scope_id).where(
    AGENT_SCOPE.c.agent_id == bindparam("agent_id"), AGENT_SCOPE.c.until.is_(None)
)


def held_by(conn: Connection, agent_id: UUID) -> dict[int, ScopeKey]:
    """The scopes of an agent as things stand; nothing for one who is not active or not there.

    Everybody's, the agent's own, those of the teams, and the branch's. A manager holds the branches below too, and
    central support is above all (ONX-4): its managers hold every branch, as administrators do. Who has the role of
    central support holds the central branch. A scope that has no number yet has no rows.
    """
    agent = conn.execute(_AGENT, {"agent_id": agent_id}).first()
    if agent is None:
        return {}
    branches = conn.execute(_BRANCHES).all()
    seen = _branches_seen(frozenset(agent.roles or ()), agent.branch_id, [tuple(row) for row in branches])
    keys = {
        EVERYBODY,
        ("agent", agent_id),
        *(("team", UUID(team)) for team in agent.team_ids or ()),
        *(("branch", branch) for branch in seen),
    }
    rows = conn.execute(_SCOPES, {"refs": list({ref for _, ref in keys})})
    return {row.id: (row.kind, row.ref) for row in rows if (row.kind, row.ref) in keys}


def _branches_seen(
    roles: frozenset[str], own: UUID | None, branches: list[tuple[UUID, UUID | None, str]]
) -> set[UUID]:
    """The branches whose work somebody of these roles and this branch sees; pure."""
    central = {branch for branch, _, kind in branches if kind == "central"}
    everything = {branch for branch, _, _ in branches}
    if AgentRole.ADMINISTRATOR in roles or (AgentRole.MANAGER in roles and own in central):
        return everything
    seen = {own} if own is not None else set()
    if AgentRole.CENTRAL_SUPPORT in roles:
        seen |= central
    if AgentRole.MANAGER in roles and own is not None:
        below: dict[UUID | None, set[UUID]] = defaultdict(set)
        for branch, parent, _ in branches:
            below[parent].add(branch)
        rest = [own]
        while rest:
            rest += below[rest.pop()] - seen
            seen |= set(rest)
    return seen


def differs(conn: Connection, agent_id: UUID, held: Held) -> bool:
    """Whether an agent holds other scopes than were last written down."""
    return _standing(conn, agent_id) != held.keys()


def _standing(conn: Connection, agent_id: UUID) -> set[int]:
    return set(conn.scalars(_STANDING, {"agent_id": agent_id}))


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
