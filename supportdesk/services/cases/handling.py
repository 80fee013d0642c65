"""What agents do with a case beside speaking: severity, owner, stage, agreed update, fields; closing is next door."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.domain.words import EntryKind
from supportdesk.rules.cases.intake import refuse_area, refuse_reason
from supportdesk.services.cases.closing import close, leave_closed, reactivate, record_agreement
from supportdesk.services.in_hand.adoption import adopt
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, refused, take
from supportdesk.services.in_hand.stage_moves import Recorded, move
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_instant
from supportdesk.services.operations.records import met, required, typed
from supportdesk.services.operations.work import FROM_HISTORY, Effect, Work
from supportdesk.services.views import Money
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT

__all__ = [
    "agree_update",
    "assign",
    "claim_severity",
    "close",
    "edit",
    "leave_closed",
    "move_stage",
    "reactivate",
    "record_agreement",
    "verify_severity",
]

_EDITABLE = frozenset(
    {
        "title",
        "organisation_id",
        "contact_id",
        "site_id",
        "branch_id",
        "team_id",
        "product_id",
        "product_version",
        "area",
        "reason",
        "language",
        "template",
    }
)


def claim_severity(desk: Desk, case_id: UUID, code: str) -> Done:
    """Record the severity that the client claims (SPK-2); running clocks are counted anew (TIME-6)."""
    return do(desk, "case.claim_severity", case_id, {"code": code})


def verify_severity(desk: Desk, case_id: UUID, code: str, *, reason: str = "") -> Done:
    """Confirm the client's claim, or change it with a reason that the client sees (SPK-2)."""
    return do(desk, "case.verify_severity", case_id, {"code": code, "reason": reason})


def assign(desk: Desk, case_id: UUID, agent_id: UUID | None) -> Done:
    """Give the case to its one owner, or with None back to the queue (SPK-10)."""
    return do(desk, "case.assign", case_id, {"to": agent_id})


def move_stage(
    desk: Desk, case_id: UUID, stage_id: str, *, vendor: str | None = None, quote: Money | None = None
) -> Done:
    """Move the case to a stage, with what that stage asks for: the vendor waited for, the quote (SPK-6)."""
    args = {"stage": stage_id, "recorded": asdict(Recorded(vendor, quote))}
    return do(desk, "case.move_stage", case_id, args)


def agree_update(desk: Desk, case_id: UUID, until: datetime) -> Done:
    """Record when the client agreed to hear of the case next (SPK-4); `until` is UTC."""
    return do(desk, "case.agree_update", case_id, {"until": until})


def edit(desk: Desk, case_id: UUID, **fields: object) -> Done:
    """Change fields of the case, such as its title, client, contact, team, product, area, reason or language."""
    return do(desk, "case.edit", case_id, fields)


@handles("case.claim_severity", kind=Kind.COMMAND, entity=Entity.CASE)
def _claim_severity(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    before = case.state.severity_claimed
    code = _severity_code(case, operation.args["code"])
    line = Line(EntryKind.SEVERITY, data={"claimed": [before, code]})
    case.happen(CaseEvent(EventKind.SEVERITY_CLAIMED, case.at, to=code), line)
    return Effect(case.put_down(), undo=FROM_HISTORY, expect={"severity_claimed": before})


@handles("case.verify_severity", kind=Kind.COMMAND, entity=Entity.CASE)
def _verify_severity(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    before, claimed = case.state.severity_verified, case.state.severity_claimed
    code = _severity_code(case, operation.args["code"])
    reason: str = operation.args["reason"].strip()
    known = case.rules.policy.severity(code) is not None
    if known and code != claimed and claimed is not None and not reason:
        raise RuleRefusal(
            "SPK-2",
            f"The client claims {claimed}; the change to {code} has no reason.",
            "The client sees the reason. Nothing was changed.",
            "Write one sentence that says why.",
        )
    fields = case.change(severity_reason=reason or None)
    line = Line(EntryKind.SEVERITY, body=reason or None, data={"verified": [before, code], "fields": fields})
    case.happen(CaseEvent(EventKind.SEVERITY_VERIFIED, case.at, to=code), line)
    return Effect(case.put_down(), undo=FROM_HISTORY, expect={"severity_verified": before})


@handles("case.assign", kind=Kind.COMMAND, entity=Entity.CASE)
def _assign(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    before = case.state.owner
    to: str | None = operation.args["to"]
    _check_owner(work, before, to)
    line = Line(EntryKind.ASSIGNED, data={"from": before, "to": to})
    case.happen(CaseEvent(EventKind.ASSIGNED, case.at, to=to), line)
    return Effect(case.put_down(), undo=FROM_HISTORY, expect={"owner": before})


@handles("case.move_stage", kind=Kind.COMMAND, entity=Entity.CASE)
def _move_stage(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    before = case.state.stage
    moved = move(case, operation.args["stage"], operation.args["recorded"])
    return Effect(case.put_down(), undo=FROM_HISTORY if moved else None, expect={"stage": before})


@handles("case.agree_update", kind=Kind.COMMAND, entity=Entity.CASE)
def _agree_update(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    until = to_instant(operation.args["until"])
    line = Line(EntryKind.UPDATE_AGREED, data={"until": operation.args["until"]})
    case.happen(CaseEvent(EventKind.UPDATE_AGREED, case.at, until=until), line)
    return Effect(case.put_down(), undo=FROM_HISTORY)


@handles("case.edit", kind=Kind.EDIT, entity=Entity.CASE)
def _edit(work: Work, operation: Operation) -> Effect:
    fixed = sorted(operation.args.keys() - _EDITABLE)
    if fixed:
        raise KnownError(
            f"“{fixed[0]}” of a case can't be changed.",
            "It is written once, or follows from what happens. Nothing was saved.",
            "Leave it as it is.",
        )
    case = take(work, work.root)
    values = met(work, CASE, case.row, typed(CASE, operation.args))
    if "title" in values:
        values["title"] = required(values["title"], "The title")
    for name, refuse in (("reason", refuse_reason), ("area", refuse_area)):
        if name in values and (refusal := refuse(case.rules.policy, values[name])):
            raise refused(refusal)
    trace = case.change(**values)
    if trace:
        case.write(Line(EntryKind.EDITED, data={"fields": trace}))
    if {"branch_id", "organisation_id"} & trace.keys():
        adopt(case)
    expect = {name: change[0] for name, change in trace.items()}
    return Effect(case.put_down(), undo=FROM_HISTORY if trace else None, expect=expect)


def _check_owner(work: Work, before: str | None, to: str | None) -> None:
    if to == before:
        raise KnownError(
            "The case stands there already.",
            "Its owner did not change.",
            "Choose another agent.",
        )
    agent = get_row(work.conn, AGENT, UUID(to)) if to else None
    if agent is not None and not agent["active"]:
        raise KnownError(
            f"{agent['name']} no longer works here.",
            "The case was not assigned.",
            "Choose an agent who is active.",
        )


def _severity_code(case: CaseInHand, named: str) -> str:
    """The code as the policy writes it; an unknown one is left for the rules to refuse."""
    severity = case.rules.policy.severity(named)
    return severity.code if severity else named
