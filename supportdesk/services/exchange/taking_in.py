"""Takes in an operation that was done on another desk: through its own handler, meeting what was done here meanwhile.

Every operation ends in exactly one of applied, merged, conflict, rejected or parked, and its words are kept in each of
them (sync B6): what adds to a case is not refused for its content, a command that another decision has overtaken waits
beside it, a reply that has not seen the client's latest word is held back for its author.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from supportdesk.domain.errors import HeldBack, KnownError, NotThere, RuleRefusal
from supportdesk.domain.operation import ChangeSet, Entity, Kind, Operation, Outcome, Status
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.rules.meeting import Met
from supportdesk.services.cases.conflicts import raise_conflicts
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.operations.applying import effect_of
from supportdesk.services.operations.plain import plain
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.operations.work import Effect, Meeting, Work
from supportdesk.store import operation_rows
from supportdesk.store.composed import Record
from supportdesk.store.failures import refused_content
from supportdesk.store.history_rows import LATEST_FIRST
from supportdesk.store.savepoints import savepoint, take_back
from supportdesk.store.synced_rows import find_row
from supportdesk.store.tables.cases import CASE, ENTRY

HELD = "held"
UNACCEPTED = "unaccepted"
MALFORMED = "malformed"
LEFT_OUT = "left_out"

_WORDS = ("body", "note", "name", "reason")
_COLUMNS = {"owner": "owner_id"}
_DECIDED_BY = {
    "stage": (EntryKind.STAGE, EntryKind.CLOSED, EntryKind.REACTIVATED),
    "severity_claimed": (EntryKind.SEVERITY,),
    "severity_verified": (EntryKind.SEVERITY,),
    "owner_id": (EntryKind.ASSIGNED,),
    "branch_id": (EntryKind.ESCALATED, EntryKind.RETURNED, EntryKind.EDITED),
}
_ASKED_FOR = {"stage": "stage", "severity_claimed": "code", "severity_verified": "code", "owner_id": "to"}


def take_in(conn: Connection, operation: Operation, policies: PolicyBook) -> Outcome:
    """Apply an operation of another desk inside the caller's transaction, and keep it with its outcome.

    The same operation twice gives the stored outcome; under the id of somebody else's there is nothing. Any other
    error than a KnownError is a bug: what the operation wrote is taken back, and the error goes on to the caller.
    """
    known = operation_rows.outcome_of(conn, operation.id)
    if known is not None:
        return known if operation_rows.is_by(conn, operation.id, operation.actor) else not_there(operation)
    policies.refresh(conn)
    with savepoint(conn):
        return take_in_new(conn, operation, policies)


def take_in_new(conn: Connection, operation: Operation, policies: PolicyBook) -> Outcome:
    """Apply an operation that has not been seen before, right after a savepoint that the caller has set.

    The caller takes back to it what raises, and has brought the policies to what is installed.
    """
    outcome, effect = try_out(conn, operation, policies)
    kept = operation if effect.remnant is None else replace(operation, args=effect.remnant)
    operation_rows.insert_operation(conn, kept, outcome, undo=effect.undo)
    return outcome


def try_out(
    conn: Connection, operation: Operation, policies: PolicyBook, *, provisional: bool = False
) -> tuple[Outcome, Effect]:
    """What an operation comes to on what is known here; its effect stands, the operation itself is not kept.

    It begins at a savepoint that the caller has set; what is refused is taken back to it, and what raises left to the
    caller. `provisional`: on a desk, over what its hub has sent, until the hub has taken the operation in.
    """
    try:
        return _applied(Work(conn, policies, operation, arrived=True, provisional=provisional))
    except HeldBack as held:
        take_back(conn)
        return Outcome(operation.id, Status.PARKED, rule=HELD, reason=str(held)), Effect()
    except KnownError as refusal:
        take_back(conn)
        return _refused(conn, operation, policies, refusal), Effect()
    except DBAPIError as error:
        why = refused_content(error)
        if why is None:
            raise
        take_back(conn)
        return _REFUSED_CONTENT[why](operation), Effect()


def _applied(work: Work) -> tuple[Outcome, Effect]:
    operation = work.operation
    overtaken = _overtaken(work)
    if overtaken is None:
        effect = effect_of(work, operation)
        status = Status.APPLIED
    else:
        effect, status = Effect(), Status.MERGED
        if overtaken.met.how == "contested":
            work.meetings.append(overtaken)
        elif overtaken.met.how == "merged":
            # What changed meanwhile did so by itself; the decision of a person goes on top of it.
            effect = effect_of(work, operation)
        elif operation.args.get("reason"):
            effect = _said_again(work)
    contested = [meeting for meeting in work.meetings if meeting.met.how == "contested"]
    changes = effect.changes
    if contested:
        status = Status.CONFLICT
        # A desk that meets here what it wrote itself, and has come back, must not ask its own person about it.
        if not work.provisional:
            changes |= raise_conflicts(work, contested, _who_decided(work, contested[0]))
    elif work.meetings:
        status = Status.MERGED
    result = {"fields": [_told(meeting) for meeting in work.meetings]} if work.meetings else {}
    result |= effect.result
    if effect.left_out:
        return Outcome(operation.id, Status.PARKED, changes, LEFT_OUT, effect.left_out, result), effect
    return Outcome(operation.id, status, changes, result=result), effect


def _said_again(work: Work) -> Effect:
    """Two people decided the same: what the second gave as reason stands on the timeline too, if it may."""
    try:
        with savepoint(work.conn):
            return effect_of(work, work.operation)
    except KnownError:
        return Effect()


def _told(meeting: Meeting) -> dict[str, Any]:
    return {
        "field": meeting.field,
        "base": plain(meeting.base),
        "theirs": plain(meeting.theirs),
        "mine": plain(meeting.mine),
        "how": meeting.met.how,
    }


# ---------------------------------------------------------------- commands


def _overtaken(work: Work) -> Meeting | None:
    """How a command on a case meets what was decided there since; None where what it expects still holds."""
    operation = work.operation
    if operation.kind is not Kind.COMMAND or operation.root.entity is not Entity.CASE or not operation.expect:
        return None
    row = find_row(work.conn, CASE, work.root)
    if row is None:
        return None
    for name, expected in operation.expect.items():
        column = _COLUMNS.get(name, name)
        current = plain(row[column])
        if current == expected or column not in _DECIDED_BY:
            continue
        mine = _wanted(operation, column)
        if mine == current:
            met = Met(current, "same")
        else:
            by_person = _decision(work, column, work.root) is not None
            met = Met(current, "contested" if by_person else "merged")
        return Meeting("case", work.root, name, expected, current, mine, met)
    return None


def _wanted(operation: Operation, column: str) -> Any:  # noqa: ANN401 - plain JSON
    """What the command would set the column to, as far as its arguments say."""
    if operation.name == "case.close":
        return "closed"
    return operation.args.get(_ASKED_FOR.get(column, ""))


def _decision(work: Work, column: str, case_id: UUID) -> Record | None:
    """The latest line by which a person decided this, if it was the latest of its kind."""
    kinds = [kind.value for kind in _DECIDED_BY.get(column, ())]
    latest = (
        work.conn.execute(
            select(ENTRY)
            .where(ENTRY.c.case_id == case_id, ENTRY.c.kind.in_(kinds), ~ENTRY.c.deleted)
            .order_by(*LATEST_FIRST)
            .limit(1)
        )
        .mappings()
        .first()
    )
    if latest is None or latest["author_id"] is None or (latest["data"] or {}).get("automatic"):
        return None
    return latest


def _who_decided(work: Work, meeting: Meeting) -> Mapping[str, Any]:
    """Who set the hub's value and when, as far as the timeline of a case tells."""
    if meeting.table != "case":
        return {}
    column = _COLUMNS.get(meeting.field, meeting.field)
    line = _decision(work, column, meeting.row_id) if column in _DECIDED_BY else _edit_of(work, meeting)
    return {} if line is None else {"by": line["author_id"], "at": line["at"]}


def _edit_of(work: Work, meeting: Meeting) -> Record | None:
    lines = work.conn.execute(
        select(ENTRY)
        .where(ENTRY.c.case_id == meeting.row_id, ENTRY.c.kind == EntryKind.EDITED.value)
        .order_by(*LATEST_FIRST)
        .limit(50)
    ).mappings()
    return next((line for line in lines if meeting.field in (line["data"] or {}).get("fields", {})), None)


# ---------------------------------------------------------------- what the rules refuse by now


def not_there(operation: Operation) -> Outcome:
    """Told of what nobody has and of what its sender may not see alike."""
    reason = "It is about something that is not there, or that you may not see."
    return Outcome(operation.id, Status.REJECTED, rule="not_found", reason=reason)


def malformed(operation: Operation) -> Outcome:
    """Told of an operation whose arguments are none of its act."""
    reason = "It is not of the form that such an act has; nothing was done."
    return Outcome(operation.id, Status.REJECTED, rule=MALFORMED, reason=reason)


def _duplicate(operation: Operation) -> Outcome:
    """Two desks made what there can be only one of: the first counts."""
    reason = "The same was entered on another desk before."
    return Outcome(operation.id, Status.REJECTED, rule="duplicate", reason=reason)


_REFUSED_CONTENT = {"duplicate": _duplicate, "not_there": not_there, "malformed": malformed}


def _refused(conn: Connection, operation: Operation, policies: PolicyBook, refusal: KnownError) -> Outcome:
    """An act that adds words to a case leaves them there, for a person to settle; any other is rejected."""
    if isinstance(refusal, NotThere):
        return not_there(operation)
    rule = refusal.rule if isinstance(refusal, RuleRefusal) else None
    rejected = Outcome(operation.id, Status.REJECTED, rule=rule, reason=str(refusal))
    words = "\n\n".join(str(operation.args[name]) for name in _WORDS if operation.args.get(name))
    adds = operation.kind is Kind.APPEND and operation.root.entity is Entity.CASE
    if not adds or not words or find_row(conn, CASE, operation.root.id) is None:
        return rejected
    try:
        changes = _keep_words(Work(conn, policies, operation, arrived=True), words, rejected)
    except KnownError:
        take_back(conn)
        return rejected
    except DBAPIError as error:
        if refused_content(error) is None:
            raise
        # What it left is there already, where a desk redoes what has come back in part.
        take_back(conn)
        return rejected
    return replace(rejected, status=Status.MERGED, changes=changes, result={"kept_as": "note"})


def _keep_words(work: Work, words: str, rejected: Outcome) -> ChangeSet:
    case = take(work, work.root)
    data = {"act": work.operation.name, "rule": rejected.rule, "reason": rejected.reason}
    case.write(Line(EntryKind.UNACCEPTED, body=words, data=data))
    case.put_before(UNACCEPTED, for_id=case.owner or work.actor, for_role=AgentRole.MANAGER)
    return case.put_down()
