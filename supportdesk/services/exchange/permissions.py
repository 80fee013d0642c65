"""Who may do what through the hub: by role for each operation, and by what the operation names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import Connection, literal, select, union_all

from supportdesk.domain.operation import Operation
from supportdesk.domain.words import AgentRole
from supportdesk.store.synced_tables import home_of, shared
from supportdesk.store.tracking import Touched

_ADMINISTRATION = frozenset({AgentRole.ADMINISTRATOR})
_MANAGEMENT = frozenset({AgentRole.ADMINISTRATOR, AgentRole.MANAGER, AgentRole.CENTRAL_SUPPORT})

# What only some roles may do; everything else everybody who works here may do where they see it.
_ONLY: Mapping[str, frozenset[AgentRole]] = {
    "policy.install": _ADMINISTRATION,
    "branch.add": _ADMINISTRATION,
    "branch.edit": _ADMINISTRATION,
    "team.add": _ADMINISTRATION,
    "agent.add": _ADMINISTRATION,
    "agent.edit": _ADMINISTRATION,
    "product.add": _MANAGEMENT,
    "product.edit": _MANAGEMENT,
    "release.publish": _MANAGEMENT,
}

# What nobody does from a desk: the hub's scheduler does it, and it alone knows the time (SPK-7).
_BY_THE_HUB = frozenset({"case.take_step", "case.adopt_rules"})


def may_do(roles: Iterable[str], name: str) -> bool:
    """Whether somebody of these roles may do an operation of this name from a desk; pure."""
    if name in _BY_THE_HUB:
        return False
    needed = _ONLY.get(name)
    return needed is None or bool(needed & set(roles))


def ids_named(operation: Operation) -> frozenset[UUID]:
    """The root of an operation and every id that its arguments hold, however deep; pure."""
    found = {operation.root.id}
    rest: list[object] = [operation.args]
    while rest:
        value = rest.pop()
        if isinstance(value, Mapping):
            rest += (*value.keys(), *value.values())
        elif isinstance(value, list | tuple):
            rest += value
        elif isinstance(value, str) and 32 <= len(value) <= 45:  # noqa: PLR2004 - with braces and `urn:uuid:`
            try:
                found.add(UUID(value))
            except ValueError:
                continue
    return frozenset(found)


def rows_named(conn: Connection, ids: Iterable[UUID]) -> list[Touched]:
    """The shared rows with these ids that are not everybody's by their table."""
    wanted = list(ids)
    if not wanted:
        return []
    scoped = [
        table for table in shared() if home_of(table).by or home_of(table).also or home_of(table).entity
    ]
    parts = [select(table.c.id, literal(table.name)).where(table.c.id.in_(wanted)) for table in scoped]
    return [
        Touched(name, row_id, gone=False, parent=None) for row_id, name in conn.execute(union_all(*parts))
    ]
