"""What becomes of a lone desk's rows when it joins a hub; which of them are the hub's is decided elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete as delete_from
from sqlalchemy import func, null, select, update

from supportdesk.store.images import delete_rows
from supportdesk.store.synced_tables import by_name
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.desk import DRAFT, IMPORT_ITEM, OPERATION, OUTBOX, SAVED_VIEW
from supportdesk.store.tables.people import AGENT, ORGANISATION
from supportdesk.store.tables.sync import HELD_SCOPE, SHADOW, TOUCH

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection


def state_of(conn: Connection) -> tuple[object, ...]:
    """What changes with every act and import on a desk, to see whether there was one between two looks."""
    counts = (
        select(func.max(OPERATION.c.n)),
        select(func.count()).select_from(IMPORT_ITEM),
        select(func.max(DRAFT.c.row)),
        select(func.max(DRAFT.c.saved_at)),
    )
    return tuple(conn.scalar(count) for count in counts)


def count_cases(conn: Connection) -> int:
    """How many cases there are."""
    return conn.scalar(select(func.count()).select_from(CASE)) or 0


def ids_of(conn: Connection, entity: str) -> list[UUID]:
    """The ids of all rows of a table."""
    return list(conn.scalars(select(by_name()[entity].c.id)))


def delete(conn: Connection, entity: str, ids: Collection[UUID]) -> None:
    """Take rows out."""
    delete_rows(conn, entity, ids)


def delete_all(conn: Connection, entity: str) -> None:
    """Take all rows of a table out."""
    conn.execute(delete_from(by_name()[entity]))


def forget_operations(conn: Connection) -> None:
    """Let the operations so far be history: none is sent, none can be taken back, nothing lies over a hub's rows."""
    conn.execute(update(OPERATION).where(OPERATION.c.undo.is_not(None)).values(undo=null()))
    for table in (OUTBOX, SHADOW, TOUCH, HELD_SCOPE):
        conn.execute(delete_from(table))


def belong_to(conn: Connection, branch_id: UUID) -> None:
    """Let clients and cases of no branch be of this one, as what is of none is everybody's to see on a hub."""
    for table in (ORGANISATION, CASE):
        conn.execute(update(table).where(table.c.branch_id.is_(None)).values(branch_id=branch_id))
    # A branch does not stay informed of what it has itself.
    conn.execute(update(CASE).where(CASE.c.came_from_id == CASE.c.branch_id).values(came_from_id=None))


def retire_agents(conn: Connection) -> None:
    """Let the people who come along be names in a history: who may sign in is for the hub to say."""
    conn.execute(update(AGENT).values(active=False, roles=[], team_ids=None))


def take_views(conn: Connection, agent_id: UUID) -> None:
    """Let saved views that are not everybody's be this person's."""
    conn.execute(update(SAVED_VIEW).where(SAVED_VIEW.c.agent_id.is_not(None)).values(agent_id=agent_id))
