"""Who may do what through the hub: by role for each operation, and by what the operation names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.operation import Operation
from supportdesk.domain.words import AgentRole
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.entitlements.file_station import ERASERS
from supportdesk.services.operations.work import derived_id
from supportdesk.store.images import rows_with
from supportdesk.store.synced_tables import by_name, home_of
from supportdesk.store.tracking import Touched

_DIGITS = 32
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
    "organisation.erase_data_file": ERASERS,
}

# What nobody does from a desk: the hub's scheduler does it, and it alone knows the time (SPK-7); and it alone knows
# which bytes it has.
_BY_THE_HUB = frozenset(
    {
        "case.take_step",
        "case.adopt_rules",
        "case.store_file",
        "visit.store_file",
        "article.store_file",
        "organisation.store_data_file",
    }
)


def may_do(roles: Iterable[str], name: str) -> bool:
    """Whether somebody of these roles may do an operation of this name from a desk; pure."""
    if name in _BY_THE_HUB:
        return False
    needed = _ONLY.get(name)
    return needed is None or bool(needed & set(roles))


def ids_named(operation: Operation) -> frozenset[UUID]:
    """The root of an operation and every id that its arguments hold, however deep; pure.

    Not those of rows that are brought: what they name is judged row by row, as they may name one another.
    """
    found = {operation.root.id}
    if operation.name == ADD:
        return frozenset(found)
    rest: list[object] = [operation.args]
    while rest:
        value = rest.pop()
        if isinstance(value, Mapping):
            rest += (*value.keys(), *value.values())
        elif isinstance(value, list | tuple):
            rest += value
        elif (named := _id_in(value)) is not None:
            found.add(named)
    return frozenset(found)


def with_nobodys(operation: Operation, hidden: Collection[UUID]) -> Operation:
    """The operation with ids that nobody has in the place of these, wherever its arguments name them; pure.

    So what its sender does not see comes to the same in every act as what is not there.
    """
    nobodys = {each: str(derived_id(operation.id, 0, f"nobody's {each}")) for each in hidden}

    def named(value: Any) -> Any:  # noqa: ANN401 - plain JSON
        if isinstance(value, Mapping):
            return {named(key): named(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [named(inner) for inner in value]
        found = _id_in(value)
        return value if found is None else nobodys.get(found, value)

    return replace(operation, args=named(operation.args)) if hidden else operation


def _id_in(value: object) -> UUID | None:
    """The id that a text is, as handlers read it: with any dashes, braces and prefixes that there may be."""
    if not isinstance(value, str) or len(value) < _DIGITS:
        return None
    try:
        return UUID(value)
    except ValueError:
        return None


def rows_named(conn: Connection, ids: Iterable[UUID]) -> list[Touched]:
    """The shared rows with these ids that are not everybody's by their table."""
    return [
        Touched(entity, row_id, gone=False, parent=None) for entity, row_id in rows_with(conn, _scoped(), ids)
    ]


@cache
def _scoped() -> tuple[str, ...]:
    homes = {name: home_of(table) for name, table in by_name().items()}
    return tuple(name for name, home in homes.items() if home.by or home.also or home.entity)
