"""What a desk compares with its hub: its own rows of a scope by their revisions, reckoned from the rows themselves.

The hub's sums are never taken over: a desk that did would find itself right whatever it had (sync B5, A26).
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.store import aggregates, images, overlay, scope_rows
from supportdesk.store.scope_rows import ScopeKey
from supportdesk.store.synced_tables import ROOTS


def may_compare(conn: Connection) -> bool:
    """Whether this desk's rows are the hub's alone: work of its own that lies over them would be taken for a fault."""
    return overlay.is_empty(conn)


def roots_here(conn: Connection, key: ScopeKey) -> dict[str, list[UUID]]:
    """The cases and clients of this desk that a scope sees, by the rule by which the hub places them."""
    seen = scope_rows.seen_here(conn, key)
    return {kind: sorted(root_id for root, root_id in seen if root == kind) for kind in ROOTS}


def revisions_here(
    conn: Connection, key: ScopeKey, entity: str, roots: dict[str, list[UUID]]
) -> dict[bytes, int]:
    """The ids and revisions of this desk's rows of a table in a scope."""
    found: dict[bytes, int] = {}
    if key[0] == "everybody" and entity in aggregates.everybodys():
        found |= images.revisions_where(conn, entity, aggregates.everybodys()[entity], None)
    if key[0] == "agent":
        for condition in dict(aggregates.belonging("agent")).get(entity, ()):
            found |= images.revisions_where(conn, entity, condition, [key[1]])
    for kind, ids in roots.items():
        for condition in dict(aggregates.belonging(kind)).get(entity, ()):
            found |= images.revisions_where(conn, entity, condition, ids)
    return found


def only_here(here: dict[bytes, int], there: Collection[bytes]) -> list[UUID]:
    """The rows that only this desk has."""
    return [UUID(bytes=row_id) for row_id in sorted(here.keys() - set(there))]
