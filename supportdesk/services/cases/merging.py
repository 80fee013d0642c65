"""Merging a case into another and undoing it, as though it had never been; links and splits are next door.

The merged case keeps its entries and its own state. What is spoken on it while merged counts there and on the case that
it is shown in; what only an agent decides on either counts on that one alone. Undoing the merge folds the
other case anew from the events addressed to it, which is what it would have come to.
"""

from __future__ import annotations

from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.domain.words import EntryKind, LedgerKind, LinkKind
from supportdesk.rules.cases.clocks import keep_missed, settle
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.entitlements.ledger import LedgerLine, reinstate, reserve_again
from supportdesk.services.in_hand.case_in_hand import CaseInHand, refused, take
from supportdesk.services.in_hand.case_links import join, part
from supportdesk.services.in_hand.charging import (
    append,
    charge,
    give_incident_back,
    ledger_facts,
    paid_covers,
)
from supportdesk.services.in_hand.entitling import judge_anew
from supportdesk.services.in_hand.history import folded
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.store import history_rows, ledger_rows, link_rows
from supportdesk.store.history_rows import HistoryLine


def merge(desk: Desk, case_id: UUID, into_id: UUID) -> Done:
    """Merge a case into another of the same client: lists show that one only, with the entries of both.

    The incident of the merged case is returned (SYN-2).
    """
    return do(desk, "case.merge", case_id, {"into": into_id})


def undo_merge(desk: Desk, case_id: UUID) -> Done:
    """Take a merged case out again; each case is what it would have been, and later entries stay where they belong."""
    return do(desk, "case.unmerge", case_id)


@handles("case.merge", kind=Kind.COMMAND, entity=Entity.CASE)
def _merge(work: Work, operation: Operation) -> Effect:
    case, into = take(work, work.root), take(work, UUID(operation.args["into"]))
    _check(case, into)
    # One act has one instant: what was said on the one before must not count on the other as said since.
    case.at = into.at = max(case.at, into.at)
    fields = case.change(merged_into=into.id)
    join(case, into, LinkKind.MERGED_INTO, line=EntryKind.MERGED, fields=fields)
    if case.field("accepted"):
        give_incident_back(case, f"Merged into {into.number}")
        judged = judge_anew(into, act="judged")
        if judged.cover in paid_covers(into) and not judged.charged:
            charge(into)
    return Effect(case.put_down() | into.put_down(), undo=undone_by("case.unmerge"))


@handles("case.unmerge", kind=Kind.COMMAND, entity=Entity.CASE)
def _unmerge(work: Work, _operation: Operation) -> Effect:
    case = take(work, work.root)
    into = case.shown_in
    if into is None:
        raise KnownError(
            f"{case.number} is not merged into another case.",
            "Nothing was changed.",
            "Go on in the case as it is.",
        )
    merged = _begun(case, into)
    link = next(
        each for each in link_rows.between(work.conn, case.id, into.id) if each.kind is LinkKind.MERGED_INTO
    )
    fields = case.change(merged_into=None)
    part(case, into, link, line=EntryKind.UNMERGED, fields=fields)
    heard_by: CaseInHand | None = into
    while heard_by is not None:
        fold_anew(heard_by)
        heard_by = heard_by.shown_in
    _undo_charges(case, into, merged)
    return Effect(case.put_down(), undo=undone_by("case.merge", into=into.id))


def fold_anew(case: CaseInHand) -> None:
    """Let a case in hand become what its timeline says now, after a part of it ceased to count."""
    work = case.work
    fold = folded(work.conn, work.policies, case.id)
    case.become(keep_missed(case.state, settle(fold.state, case.at)), fold.rules)
    latest, by_client = history_rows.last_spoken(work.conn, case.id)
    case.change(last_activity_at=latest, last_client_at=by_client or case.row["logged_at"])


def _check(case: CaseInHand, into: CaseInHand) -> None:
    if case.id == into.id:
        what, remedy = "A case can't be merged into itself.", "Choose another case."
    elif case.shown_in is not None:
        what, remedy = f"{case.number} is part of {case.shown_in.number} already.", "Undo that merge first."
    elif into.shown_in is not None:
        number = into.shown_in.number
        what, remedy = f"{into.number} is part of {number} itself.", f"Merge into {number}."
    elif case.field("organisation_id") != into.field("organisation_id"):
        what = f"{case.number} and {into.number} belong to different clients."
        remedy = "Link them as having the same cause; no client then sees the other's case."
    elif into.state.closed_at is not None:
        what, remedy = f"{into.number} is closed.", "Reactivate it first, or merge the other way round."
    else:
        return
    raise KnownError(what, "Nothing was merged.", remedy)


def _begun(case: CaseInHand, into: CaseInHand) -> HistoryLine:
    """The line at which the merge began, on the merged case: a desk being loaded may not have the other one whole."""
    return next(
        line
        for line in reversed(history_rows.turning_points(case.work.conn, case.id))
        if line.kind is EntryKind.MERGED and line.data["is"] and line.data["other"] == str(into.id)
    )


def _undo_charges(case: CaseInHand, into: CaseInHand, merged: HistoryLine) -> None:
    """Let the ledger come to what it would be: each case pays for the support that was addressed to it (SYN-3)."""
    conn = case.work.conn
    through = ledger_rows.charged_through(conn, into.id) if into.field("accepted") else None
    # What was charged because of the merge is charged anew, if need be, once the other case has its own again.
    moved = through is not None and through != into.id
    if moved:
        _give_moved_back(into, f"{case.number} is a case of its own again")
    returned = _returned_by(case, merged)
    if returned is not None:
        facts = ledger_facts(case)
        line = reinstate(facts.ledger, case.id, returned, paid_covers(case), case.work.new_id(), case.at)
        if isinstance(line, Refusal):
            raise refused(line)
        append(case, line, act="reinstated")
    elif history_rows.support_given(conn, case.id, merged):
        _charge_given(case)
    if moved and history_rows.support_given(conn, into.id, merged):
        _charge_given(into)
    judge_anew(case, act="judged")
    judge_anew(into, act="judged")


def _give_moved_back(case: CaseInHand, reason: str) -> None:
    """Return an incident that a merge brought; a payment made for this very case stays behind it."""
    ledger = ledger_facts(case).ledger
    charged = ledger.charges.get(case.id)
    ticket = ledger.ticket(charged.ticket) if charged else None
    line = give_incident_back(case, reason)
    if ticket is not None and ticket.reserved_for == case.id:
        append(case, reserve_again(line, case.work.new_id(), case.at), act="reinstated")


def _charge_given(case: CaseInHand) -> None:
    """Charge a case for the support that it was given while another one paid for it."""
    judged = judge_anew(case, act="judged")
    by_incident = case.rules.policy.entitlement.incident is not None and not judged.charged
    if by_incident and (judged.cover in paid_covers(case) or not judged.supported):
        charge(case, given=True)


def _returned_by(case: CaseInHand, merged: HistoryLine) -> LedgerLine | None:
    """The line by which the merge gave the incident of the merged case back, if it held one."""
    organisation_id = case.field("organisation_id")
    if organisation_id is None or merged.op_id is None:
        return None
    line_id = ledger_rows.line_by(case.work.conn, merged.op_id, LedgerKind.RETURNED)
    lines = ledger_rows.lines_of(case.work.conn, organisation_id)
    return next((line for line in lines if line.id == line_id), None)
