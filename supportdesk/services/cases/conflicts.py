"""Two people's values for one field: kept side by side until one of them settles it; they are found as work arrives.

Nobody's word is lost: the hub's value stands, the other is kept here and told on the case's timeline (sync B6).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, or_, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Ref
from supportdesk.domain.words import EntryKind
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.operations.applying import handles
from supportdesk.services.operations.plain import plain
from supportdesk.services.operations.work import Effect, Meeting, Work, undone_by
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row, insert_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.sync import CONFLICT

KEPT, ADOPTED = "kept", "adopted"


def raise_conflicts(
    work: Work, meetings: Sequence[Meeting], theirs: Mapping[str, Any] | None = None
) -> ChangeSet:
    """Keep both values of contested fields, and say so on the case. `theirs`: who set the hub's value, and when."""
    operation = work.operation
    told = []
    changes = ChangeSet()
    for meeting in meetings:
        made = work.new_id()
        values = {
            "root_entity": operation.root.entity.value,
            "root_id": operation.root.id,
            "entity": meeting.table,
            "entity_id": meeting.row_id,
            "field": meeting.field,
            "base": plain(meeting.base),
            "theirs": plain(meeting.theirs),
            "theirs_by": (theirs or {}).get("by"),
            "theirs_at": (theirs or {}).get("at"),
            "mine": plain(meeting.mine),
            "mine_by": operation.actor,
            "mine_at": operation.at,
            "mine_op": operation.id,
            "act": operation.name,
            "args": _args_for(operation, meeting),
            "state": "open",
        }
        insert_row(work.conn, CONFLICT, made, operation, values)
        told.append({"id": str(made), **{name: values[name] for name in ("field", "base", "theirs", "mine")}})
        changes |= ChangeSet({Ref(Entity.CONFLICT, made): frozenset({Aspect.NEW})})
    if operation.root.entity is Entity.CASE:
        case = take(work, work.root)
        case.write(Line(EntryKind.CONFLICT, data={"conflicts": told, "typed_at": operation.at}))
        changes |= case.put_down()
    return changes


def _args_for(operation: Operation, meeting: Meeting) -> dict[str, Any]:
    """The arguments by which the operation would set this field alone."""
    args = dict(operation.args)
    if operation.kind is not Kind.EDIT:
        return args
    field, _, part = meeting.field.partition(".")
    if part:
        return {"parts": {part: args["parts"][part]}}
    if "changes" in args:
        return {**args, "changes": {field: args["changes"][field]}}
    # Of a row that belongs to the root, the rest of the arguments say which.
    return {field: args[field]} if meeting.row_id == operation.root.id else args


def open_conflicts(conn: Connection, *, root_id: UUID | None = None) -> Sequence[Record]:
    """The fields that wait for a person, oldest first; of one root, or all that this desk has."""
    statement = select(CONFLICT).where(CONFLICT.c.state == "open", ~CONFLICT.c.deleted)
    if root_id is not None:
        statement = statement.where(CONFLICT.c.root_id == root_id)
    return conn.execute(statement.order_by(CONFLICT.c.mine_at, CONFLICT.c.row)).mappings().all()


def concerns(agent_id: UUID) -> ColumnElement[bool]:
    """Whose conflict it is to settle: that of who set the value, and of who owns the case."""
    owned = select(CASE.c.id).where(CASE.c.owner_id == agent_id, CASE.c.id == CONFLICT.c.root_id)
    return or_(CONFLICT.c.mine_by == agent_id, owned.exists())


def open_count(conn: Connection, agent_id: UUID) -> int:
    """How many matters of contested fields wait for an agent: those of one person on one case count as one."""
    of_one = (
        select(CONFLICT.c.root_id, CONFLICT.c.mine_by)
        .where(CONFLICT.c.state == "open", ~CONFLICT.c.deleted, concerns(agent_id))
        .distinct()
        .subquery()
    )
    return conn.scalar(select(func.count()).select_from(of_one)) or 0


@handles("conflict.close", kind=Kind.COMMAND, entity=Entity.CONFLICT)
def _close(work: Work, operation: Operation) -> Effect:
    row = get_row(work.conn, CONFLICT, work.root)
    adopted = bool(operation.args["adopted"])
    state = ADOPTED if adopted else KEPT
    if row["state"] != "open":
        if work.arrived:  # settled by two people at once: the first counts, and nothing is undone
            return Effect(_changed(row))
        raise KnownError(
            "This was settled already.", "Nothing was changed.", "Open the list again to see what is left."
        )
    values = {"state": state, "settled_by": work.actor, "settled_at": work.now}
    revise(work.conn, CONFLICT, work.root, values, operation)
    # Where both were kept, what the field came to is neither of the two.
    value = operation.args.get("value", row["mine" if adopted else "theirs"])
    _tell(work, row, {"settled": row["field"], "value": value, "adopted": adopted})
    return Effect(_changed(row), undo=undone_by("conflict.reopen"))


@handles("conflict.reopen", kind=Kind.COMMAND, entity=Entity.CONFLICT)
def _reopen(work: Work, operation: Operation) -> Effect:
    row = get_row(work.conn, CONFLICT, work.root)
    values = {"state": "open", "settled_by": None, "settled_at": None}
    revise(work.conn, CONFLICT, work.root, values, operation)
    _tell(work, row, {"reopened": row["field"]})
    return Effect(_changed(row), undo=undone_by("conflict.close", adopted=row["state"] == ADOPTED))


def _tell(work: Work, row: Record, data: Mapping[str, Any]) -> None:
    if row["root_entity"] == Entity.CASE.value:
        case = take(work, row["root_id"])
        case.write(Line(EntryKind.CONFLICT, data=data))
        case.put_down()


def _changed(row: Record) -> ChangeSet:
    changed = {Ref(Entity.CONFLICT, row["id"]): frozenset({Aspect.ROW})}
    if row["root_entity"] == Entity.CASE.value:
        changed[Ref(Entity.CASE, row["root_id"])] = frozenset({Aspect.ROW, Aspect.TIMELINE})
    return ChangeSet(changed)
