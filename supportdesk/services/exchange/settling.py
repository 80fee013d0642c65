"""Settling contested fields: which value the case keeps, seen before it is done, and taken back for thirty days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet, Operation, Outcome, Status
from supportdesk.domain.words import EntryKind
from supportdesk.rules.meeting import adopt
from supportdesk.services import undo as taking_back
from supportdesk.services.cases.conflicts import ADOPTED
from supportdesk.services.exchange.contested import UNDO_WITHIN, is_written, keeps_both, stands
from supportdesk.services.operations.applying import operation_of, perform
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.queries import details
from supportdesk.services.views.matters import Preview
from supportdesk.store import operation_rows
from supportdesk.store.composed import Record
from supportdesk.store.store import Store
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import ENTRY
from supportdesk.store.tables.sync import CONFLICT

SETTLED = "settled"

# Which argument of a command names the value that it sets.
_ASKED_FOR = {"stage": "stage", "severity_claimed": "code", "severity_verified": "code", "owner": "to"}


class Choice(StrEnum):
    """What a field keeps."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class _Looked(Exception):
    """Ends a transaction that was only to be looked at; carries what was seen."""

    def __init__(self, seen: Preview) -> None:
        super().__init__()
        self.seen = seen


def settle(desk: Desk, choices: Mapping[UUID, Choice]) -> Done:
    """Settle these conflicts, all or none: what was set is done anew where it wins, and the conflict is closed.

    RuleRefusal or KnownError where a value can't be set by now, or a conflict was settled meanwhile: nothing changed.
    """
    with desk.store.together() as store:
        return _settle(_at_once(desk, store), choices)


def preview(desk: Desk, case_id: UUID | None, choices: Mapping[UUID, Choice]) -> Preview:
    """What the case will say if these conflicts are settled so: it is done, read and taken back. Writes nothing."""
    try:
        with desk.store.together() as store:
            _look(_at_once(desk, store), case_id, choices)
    except _Looked as looked:
        return looked.seen
    except KnownError as error:
        return Preview(refused=str(error))
    raise AssertionError  # looking never ends otherwise


def take_back(desk: Desk, conflicts: Sequence[UUID]) -> Done:
    """Open settled conflicts again and put back the values that stood before, all or none.

    KnownError after thirty days, and where a value can't be put back by now: nothing changed.
    """
    changes = ChangeSet()
    with desk.store.together() as store:
        together = _at_once(desk, store)
        for conflict_id in conflicts:
            with together.store.read() as conn:
                row = _row(conn, conflict_id)
            changes |= _take_back(together, row)
    return _done(desk, changes)


# ---------------------------------------------------------------- settling


def _look(desk: Desk, case_id: UUID | None, choices: Mapping[UUID, Choice]) -> None:
    _settle(desk, choices)
    raise _Looked(Preview(case=details.case(desk, case_id) if case_id else None))


def _settle(desk: Desk, choices: Mapping[UUID, Choice]) -> Done:
    changes = ChangeSet()
    with desk.store.read() as conn:
        rows = [_row(conn, conflict_id) for conflict_id in choices]
    for row in sorted(rows, key=lambda each: (each["mine_at"], each["row"])):
        if row["state"] != "open":
            raise KnownError(
                "This was settled already.",
                "Nothing was changed.",
                "Open the list again to see what is left.",
            )
        changes |= _settle_one(desk, row, choices[row["id"]])
    with desk.store.write() as conn:
        for operation_id in {row["mine_op"] for row in rows}:
            if not _open_of(conn, operation_id):
                operation_rows.settle(conn, operation_id, desk.now(), SETTLED)
    return _done(desk, changes)


def _settle_one(desk: Desk, row: Record, choice: Choice) -> ChangeSet:
    with desk.store.read() as conn:
        current = stands(conn, row)
    wanted = _wanted(row, choice, current)
    told: dict[str, Any] = {"adopted": choice is not Choice.THEIRS}
    if told["adopted"] and wanted != row["mine"]:
        told["value"] = wanted
    if told["adopted"] and current != row["theirs"]:
        told["over"] = current
    closing = operation_of(desk, "conflict.close", row["id"], told)
    changes = ChangeSet()
    if choice is not Choice.THEIRS and current != wanted:
        act = _act(desk, row, wanted)
        changes |= perform(desk, act).outcome.changes
        closing = replace(closing, deps=(act.id,))
    return changes | perform(desk, closing).outcome.changes


def _wanted(row: Record, choice: Choice, current: object) -> Any:  # noqa: ANN401 - plain JSON
    if choice is Choice.THEIRS:
        return row["theirs"]
    both = choice is Choice.BOTH and keeps_both(row)
    chosen = f"{row['theirs']}\n\n{row['mine']}" if both else row["mine"]
    # Since the two met, others may have gone on writing.
    return adopt(row["theirs"], current, chosen) if is_written(row) else chosen


def _act(desk: Desk, row: Record, value: object) -> Operation:
    """The act that sets the contested field to a value."""
    args = dict(row["args"] or {})
    field, _, part = row["field"].partition(".")
    if part:
        args = {"parts": {part: value}}
    elif field in _ASKED_FOR and row["act"] != "case.edit":
        return _command(desk, row, args, value)
    elif "changes" in args:
        args = {**args, "changes": {field: value}}
    elif row["entity_id"] == row["root_id"]:
        args = {field: value}
    else:
        args = {**args, field: value}
    return operation_of(desk, row["act"], row["root_id"], args)


def _command(desk: Desk, row: Record, args: dict[str, Any], value: object) -> Operation:
    if value == row["mine"]:
        return operation_of(desk, row["act"], row["root_id"], args)
    name = row["act"]
    if row["field"] == "stage":
        # Whatever act moved the case, another stage is reached by a move.
        name, args = "case.move_stage", {"stage": value, "recorded": None}
    args = {**args, _ASKED_FOR[row["field"]]: value}
    if "reason" in args:
        with desk.store.read() as conn:
            args["reason"] = _reason_for(conn, row["root_id"], value)
    return operation_of(desk, name, row["root_id"], args)


def _reason_for(conn: Connection, case_id: UUID, code: object) -> str:
    """The reason that was given when the severity was last set to this."""
    entries = conn.execute(
        select(ENTRY.c.body, ENTRY.c.data)
        .where(ENTRY.c.case_id == case_id, ENTRY.c.kind == EntryKind.SEVERITY.value)
        .order_by(ENTRY.c.at.desc(), ENTRY.c.row.desc())
        .limit(50)
    )
    return next((body or "" for body, data in entries if (data or {}).get("verified", (0, 0))[1] == code), "")


# ---------------------------------------------------------------- taking back


def _take_back(desk: Desk, row: Record) -> ChangeSet:
    if row["state"] == "open":
        raise KnownError("This is open already.", "Nothing was changed.", "Choose what the case should say.")
    if row["settled_at"] is None or desk.now() - row["settled_at"] > UNDO_WITHIN:
        raise KnownError(
            "This can no longer be taken back.",
            "It was settled more than thirty days ago.",
            "Change the case by a new act instead.",
        )
    with desk.store.read() as conn:
        closed = operation_rows.last_done_to(conn, "conflict.close", row["id"])
        current = stands(conn, row)
    changes = ChangeSet()
    made = closed.operation.deps[0] if closed is not None and closed.operation.deps else None
    told = {} if closed is None else closed.operation.args
    adopted = told.get("value", row["mine"])
    # What somebody has made of it since is theirs, and stays.
    if row["state"] == ADOPTED and current == adopted:
        changes |= _put_back(desk, row, made, told.get("over", row["theirs"]))
    reopening = operation_of(desk, "conflict.reopen", row["id"])
    changes |= perform(desk, reopening, undoes=closed).outcome.changes
    with desk.store.write() as conn:
        operation_rows.unsettle(conn, row["mine_op"])
    return changes


def _put_back(desk: Desk, row: Record, made: UUID | None, before: object) -> ChangeSet:
    """Take the act back that set the value, or, where others have received it, set what stood before."""
    if made is not None:
        try:
            return taking_back.undo(desk, made).outcome.changes
        except KnownError:
            # Sent long ago, or built upon: what stood before is set by an act of its own.
            pass
    return perform(desk, _act(desk, row, before)).outcome.changes


# ---------------------------------------------------------------- inside


def _at_once(desk: Desk, store: Store) -> Desk:
    """The desk in one transaction at one instant: what was settled together is known by it, and taken back together."""
    now = desk.now()
    return replace(desk, store=store, now=lambda: now)


def _row(conn: Connection, conflict_id: UUID) -> Record:
    return get_row(conn, CONFLICT, conflict_id)


def _open_of(conn: Connection, operation_id: UUID) -> bool:
    statement = select(CONFLICT.c.id).where(CONFLICT.c.mine_op == operation_id, CONFLICT.c.state == "open")
    return conn.execute(statement.limit(1)).first() is not None


def _done(desk: Desk, changes: ChangeSet) -> Done:
    return Done(Outcome(desk.new_id(), Status.APPLIED, changes), None, undoable=False)
