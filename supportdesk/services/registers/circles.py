"""Which circles of people an agent belongs to, by branch, team and role; what desks hold of them is the exchange's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from supportdesk.domain.words import AgentRole
from supportdesk.store.composed import Composed
from supportdesk.store.scope_rows import EVERYBODY, ScopeKey
from supportdesk.store.tables.people import AGENT, BRANCH

_AGENT = Composed(
    select(AGENT.c.roles, AGENT.c.branch_id, AGENT.c.team_ids).where(
        AGENT.c.id == bindparam("agent_id"), AGENT.c.active, ~AGENT.c.deleted
    )
)
_BRANCHES = Composed(select(BRANCH.c.id, BRANCH.c.parent_id, BRANCH.c.kind).where(~BRANCH.c.deleted))


@dataclass(frozen=True, slots=True)
class Circles:
    """What an agent sees: the keys of the scopes, and the roles that this follows from."""

    keys: frozenset[ScopeKey]
    roles: frozenset[str]

    @property
    def administers(self) -> bool:
        """Whether the agent is an administrator, who sees every branch, also one that is yet to come."""
        return AgentRole.ADMINISTRATOR in self.roles


NONE = Circles(frozenset(), frozenset())


def circles_of(conn: Connection, agent_id: UUID) -> Circles:
    """The circles of an agent as things stand; NONE for one who is not active or not there.

    Everybody's, the agent's own, those of the teams, and the branch's. A manager holds the branches below too, and
    central support is above all (ONX-4): its managers hold every branch, as administrators do. Who has the role of
    central support holds the central branch.
    """
    agent = _AGENT.first(conn, agent_id=agent_id)
    if agent is None:
        return NONE
    branches = _BRANCHES.all(conn)
    roles = frozenset(agent.roles or ())
    seen = branches_seen(roles, agent.branch_id, [tuple(row) for row in branches])
    keys: set[ScopeKey] = {EVERYBODY, ("agent", agent_id)}
    keys.update(("team", UUID(team)) for team in agent.team_ids or ())
    keys.update(("branch", branch) for branch in seen)
    return Circles(frozenset(keys), roles)


def branches_seen(
    roles: frozenset[str], own: UUID | None, branches: Sequence[tuple[UUID, UUID | None, str]]
) -> set[UUID]:
    """The branches whose work somebody of these roles and this branch sees; pure. Branches are (id, parent, kind)."""
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
