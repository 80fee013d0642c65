"""Taking an act back: cases are folded anew without it, other things get the act that opposes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.case_events import EventKind
from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Status
from supportdesk.domain.words import EntryKind, Verdict
from supportdesk.rules.cases.machine import settle
from supportdesk.rules.cases.state import CaseState, Clock
from supportdesk.services.cases.merging import fold_anew
from supportdesk.services.in_hand.adoption import adopt
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, take
from supportdesk.services.in_hand.charging import give_incident_back
from supportdesk.services.in_hand.history import Step, fold, steps_of
from supportdesk.services.operations.applying import built_upon, handles, operation_of, perform
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import plain
from supportdesk.services.operations.records import typed
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store import effect_rows, entry_rows, history_rows, ledger_rows, link_rows, operation_rows
from supportdesk.store.history_rows import HistoryLine
from supportdesk.store.operation_rows import KeptOperation
from supportdesk.store.tables.cases import CASE

WITHDRAWN_WITHIN = timedelta(seconds=10)

_SPOKEN = frozenset({EntryKind.REPLY, EntryKind.CALL, EntryKind.CLIENT, EntryKind.INFO_REQUEST})
_WRITTEN = _SPOKEN | {EntryKind.NOTE, EntryKind.INFO_RECEIVED}

# Of these events only the last can be taken back: a later one of the same group was decided on top of it.
_GROUPS: Sequence[frozenset[EventKind]] = (
    frozenset({EventKind.STAGE_MOVED, EventKind.CLOSED, EventKind.REACTIVATED, EventKind.REMINDED}),
    frozenset({EventKind.SEVERITY_CLAIMED, EventKind.SEVERITY_VERIFIED}),
    frozenset({EventKind.ASSIGNED}),
    frozenset({EventKind.UPDATE_AGREED}),
    frozenset({EventKind.AGREEMENT}),
)


def undo(desk: Desk, operation_id: UUID) -> Done:
    """Take an act back, with an entry that says so.

    KnownError if it can't be taken back: it was before, it left something that only a correction of its own can
    change, it was sent, or later work depends on it.
    """
    with desk.store.read() as conn:
        kept = _takeable(conn, operation_id)
    assert kept.undo is not None  # noqa: S101 - _takeable has refused it
    name, args = _opposite(kept)
    opposite = operation_of(desk, name, kept.operation.root.id, args)
    opposite = replace(opposite, deps=(operation_id,))
    return perform(desk, opposite, undoes=kept)


def last(desk: Desk) -> Done | None:
    """Take back the latest act of the person at this desk that can be; None if there is none."""
    with desk.store.read() as conn:
        kept = operation_rows.last_undoable(conn, desk.actor, desk.device)
    return None if kept is None else undo(desk, kept.operation.id)


def _takeable(conn: Connection, operation_id: UUID) -> KeptOperation:
    kept = operation_rows.kept(conn, operation_id)
    if kept is None or kept.outcome.status is not Status.APPLIED:
        raise KnownError("There is no such act on this desk.", "Nothing was changed.", "")
    if kept.undone_by is not None:
        raise KnownError("This was taken back already.", "Nothing was changed.", "")
    if kept.undo is None:
        raise KnownError(
            "This can't be taken back.",
            "What was recorded here stays on record.",
            "Correct it by an act of its own, with a reason.",
        )
    if "history" not in kept.undo.values() and operation_rows.repeated_since(conn, kept):
        raise built_upon("the same was changed again")
    return kept


def _opposite(kept: KeptOperation) -> tuple[str, Mapping[str, Any]]:
    """The name and arguments of the operation that takes this one back."""
    recipe, args = kept.undo or {}, kept.operation.args
    if recipe.get("how") == "history":
        return "case.undo", {"operation": kept.operation.id}
    if recipe.get("how") == "operation":
        return recipe["name"], recipe["args"]
    before = recipe["before"]
    if "changes" in args:
        return kept.operation.name, {**args, "changes": before}
    return kept.operation.name, {**args, **before}


@handles("case.undo", kind=Kind.COMMAND, entity=Entity.CASE)
def _undo(work: Work, operation: Operation) -> Effect:
    undone = operation_rows.kept(work.conn, UUID(operation.args["operation"]))
    if undone is None:
        raise KnownError("The act to be taken back is not on this desk.", "Nothing was changed.", "")
    _refuse_sent(work, undone)
    lines = history_rows.of_operation(work.conn, undone.operation.id)
    cases = [take(work, case_id) for case_id in dict.fromkeys(line.case_id for line in lines)]
    by_case = [(case, [line for line in lines if line.case_id == case.id]) for case in cases]
    for case, own in by_case:
        _refuse_later_work(case, own, undone.operation.id)
    for case, own in by_case:
        _take_back(case, own, undone.operation)
    for link in link_rows.made_by(work.conn, undone.operation.id):
        link_rows.end_link(work.conn, link.id, work.now, operation)
    _give_back_incident(work, undone.operation)
    changes = ChangeSet()
    for case in cases:
        heard_by: CaseInHand | None = case
        while heard_by is not None:
            fold_anew(heard_by)
            _bring_under_current_version(heard_by)
            heard_by = heard_by.shown_in
        changes |= case.put_down()
    return Effect(changes)


def _take_back(case: CaseInHand, lines: Iterable[HistoryLine], undone: Operation) -> None:
    """Put fields back, withdraw what was written, and leave the line that says so."""
    trace: dict[str, list[Any]] = {}
    for line in lines:
        fields = line.data.get("fields", {})
        before = typed(CASE, {name: change[0] for name, change in fields.items()})
        trace |= case.change(**before)
        if line.kind in _WRITTEN:
            entry_rows.withdraw(case.work.conn, line.id, case.work.operation)
            case.change(attachments=entry_rows.count_files(case.work.conn, case.id))
    data = {"undoes": undone.id, "what": undone.name, "fields": trace}
    case.write(Line(EntryKind.UNDONE, data=data))
    case.touch(Aspect.LINKS)


def _bring_under_current_version(case: CaseInHand) -> None:
    """What was closed while a version came into effect, and is open again, comes under it now (TIME-6)."""
    version = case.work.policies.in_effect(case.state.policy, case.at).version
    if case.state.closed_at is None and case.state.policy_version != version:
        adopt(case)


def _give_back_incident(work: Work, undone: Operation) -> None:
    charged = ledger_rows.case_charged_by(work.conn, undone.id)
    if charged is not None:
        give_incident_back(take(work, charged), "The act that charged it was taken back")


def _refuse_sent(work: Work, kept: KeptOperation) -> None:
    """What is said to the client can be withdrawn for ten seconds, and then until it is sent."""
    late = work.now - kept.operation.at > WITHDRAWN_WITHIN
    # Where an act arrives together with its undoing, its own desk has judged that.
    late = late and not work.arrived and not operation_rows.is_waiting(work.conn, kept.operation.id)
    if late or effect_rows.has_begun(work.conn, kept.operation.id):
        raise KnownError(
            "This was sent already.",
            "What others have received can't be withdrawn.",
            "Write to the client again, or act again.",
        )


def _refuse_later_work(case: CaseInHand, lines: Sequence[HistoryLine], undone_id: UUID) -> None:
    """Refuse to take back what later work on the case was built upon."""
    for line in lines:
        if line.kind in _SPOKEN and history_rows.spoken_after(case.work.conn, case.id, line):
            raise built_upon("client or agent have written since")
        for name, (_, to) in line.data.get("fields", {}).items():
            if plain(case.field(name)) != to:
                raise built_upon("the same was changed again")
    steps = steps_of(case.work.conn, case.id)
    own = [step for step in steps if step.line.op_id == undone_id]
    if own:
        _refuse_later_events(case, steps, own, undone_id)


def _refuse_later_events(
    case: CaseInHand, steps: Sequence[Step], own: Sequence[Step], undone_id: UUID
) -> None:
    done_at = own[-1].line.place
    later = {step.event.kind for step in steps if step.line.place > done_at}
    kinds = {step.event.kind for step in own}
    if any(group & kinds and group & later for group in _GROUPS):
        raise built_upon("the same was decided again")
    policies = case.work.policies
    with_it = fold(policies, steps)
    without = fold(policies, [step for step in steps if step.line.op_id != undone_id])
    refused = {step.line.id for step in without.refused if not step.mirrored}
    if refused - {step.line.id for step in with_it.refused}:
        raise built_upon("what was done since would not be allowed without it")
    then = fold(policies, [step for step in steps if step.line.place <= done_at])
    if _judged_since(then.state, settle(with_it.state, case.at), settle(without.state, case.at)):
        raise built_upon("a deadline has been judged since")


def _judged_since(then: CaseState, now: CaseState, without: CaseState) -> bool:
    """Whether a clock that ran when the act was done has its verdict by now, and would have another without it."""
    running = {clock.ordinal for clock in then.clocks if clock.verdict is Verdict.RUNNING}
    others: dict[int, Clock] = {clock.ordinal: clock for clock in without.clocks}
    return any(
        clock.ordinal in running
        and clock.verdict is not Verdict.RUNNING
        and others.get(clock.ordinal) != clock
        for clock in now.clocks
    )
