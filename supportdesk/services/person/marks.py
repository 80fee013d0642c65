"""What one person has seen and follows; marks belong to that person, are no operations and leave no trace on a case."""

from __future__ import annotations

from uuid import UUID

from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Outcome, Ref, Status
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.store import mark_rows


def seen(desk: Desk, case_id: UUID) -> Done:
    """The person at this desk has looked at the case: nothing on it is unread."""
    with desk.store.write() as conn:
        mark_rows.set_seen(conn, case_id, desk.actor, desk.now())
    return _marked(desk, case_id)


def unseen(desk: Desk, case_id: UUID) -> Done:
    """Mark the case unread again."""
    with desk.store.write() as conn:
        mark_rows.forget_seen(conn, case_id, desk.actor)
    return _marked(desk, case_id)


def follow(desk: Desk, case_id: UUID, *, follows: bool = True) -> Done:
    """Follow a case of somebody else's, or no longer."""
    with desk.store.write() as conn:
        mark_rows.set_follow(conn, case_id, desk.actor, follows=follows)
    return _marked(desk, case_id)


def _marked(desk: Desk, case_id: UUID) -> Done:
    changes = ChangeSet({Ref(Entity.CASE, case_id): frozenset({Aspect.ROW})})
    return Done(Outcome(desk.new_id(), Status.APPLIED, changes), None, undoable=False)
