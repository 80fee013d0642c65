"""Searches that people keep in the sidebar, their own and shared ones; what they find is counted elsewhere."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, Entity, Kind, Operation
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.services.views.directory import SavedView
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.desk import SAVED_VIEW


def save_view(desk: Desk, name: str, query: str, *, shared: bool = False) -> Done:
    """Keep a search under a name, as one's own or for everyone; it goes to the end of the list."""
    agent_id = None if shared else desk.actor
    return do(desk, "view.save", desk.new_id(), {"name": name, "query": query, "agent_id": agent_id})


def edit_view(desk: Desk, view_id: UUID, **changes: str) -> Done:
    """Change a saved view's `name` or `query`."""
    return do(desk, "view.edit", view_id, changes)


def move_view(desk: Desk, view_id: UUID, place: int) -> Done:
    """Move a saved view to a place of the list, from 0; those behind it step back."""
    return do(desk, "view.move", view_id, {"place": place})


def drop_view(desk: Desk, view_id: UUID) -> Done:
    """Take a saved view off the list; this can be undone."""
    return do(desk, "view.drop", view_id, {"dropped": True})


def saved_views(desk: Desk) -> tuple[SavedView, ...]:
    """This person's views and the shared ones, in their order."""
    with desk.store.read() as conn:
        return views_of(conn, desk.actor)


def views_of(conn: Connection, agent_id: UUID) -> tuple[SavedView, ...]:
    """The views that an agent sees, in their order."""
    seen = or_(SAVED_VIEW.c.agent_id == agent_id, SAVED_VIEW.c.agent_id.is_(None))
    rows = conn.execute(
        select(SAVED_VIEW.c.id, SAVED_VIEW.c.name, SAVED_VIEW.c.query, SAVED_VIEW.c.agent_id)
        .where(seen, ~SAVED_VIEW.c.deleted)
        .order_by(SAVED_VIEW.c.position, SAVED_VIEW.c.row)
    )
    return tuple(SavedView(row.id, row.name, row.query, shared=row.agent_id is None) for row in rows)


@handles("view.save", kind=Kind.APPEND, entity=Entity.SAVED_VIEW)
def _save(work: Work, operation: Operation) -> Effect:
    values = {
        "name": records.required(operation.args["name"], "The view's name"),
        "query": operation.args["query"].strip(),
        "agent_id": operation.args["agent_id"],
        "position": (work.conn.scalar(select(func.max(SAVED_VIEW.c.position))) or 0) + 1,
    }
    records.add(work, SAVED_VIEW, values)
    undo = undone_by("view.drop", dropped=True)
    return Effect(records.changed(work, aspects=(Aspect.NEW,)), created=work.root, undo=undo)


@handles("view.edit", kind=Kind.EDIT, entity=Entity.SAVED_VIEW)
def _edit(work: Work, operation: Operation) -> Effect:
    _own_or_shared(work)
    changes = dict(operation.args)
    if "name" in changes:
        changes["name"] = records.required(changes["name"], "The view's name")
    return records.edited(work, SAVED_VIEW, changes)


@handles("view.move", kind=Kind.EDIT, entity=Entity.SAVED_VIEW)
def _move(work: Work, operation: Operation) -> Effect:
    _own_or_shared(work)
    order = [view.id for view in views_of(work.conn, work.actor)]
    former = order.index(work.root)
    order.remove(work.root)
    order.insert(max(0, int(operation.args["place"])), work.root)
    for position, view_id in enumerate(order):
        records.edit(work, SAVED_VIEW, view_id, {"position": position})
    return Effect(records.changed(work), undo=undone_by("view.move", place=former))


@handles("view.drop", kind=Kind.DELETE, entity=Entity.SAVED_VIEW)
def _drop(work: Work, operation: Operation) -> Effect:
    dropped = bool(operation.args["dropped"])
    if dropped:
        _own_or_shared(work)
    records.set_deleted(work, SAVED_VIEW, work.root, deleted=dropped)
    return Effect(records.changed(work), undo=undone_by("view.drop", dropped=not dropped))


def _own_or_shared(work: Work) -> None:
    row = get_row(work.conn, SAVED_VIEW, work.root)
    if row["agent_id"] not in {None, work.actor}:
        raise KnownError(
            "This view belongs to somebody else.",
            "Nothing was changed.",
            "Save a view of your own with the same search.",
        )
