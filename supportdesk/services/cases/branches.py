"""Cases given to central support and given back, with their whole history (ONX-4); branches are kept in `staff`."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.domain.words import EntryKind
from supportdesk.rules.policies.policy import CentralRules
from supportdesk.services.in_hand.adoption import adopt
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, take
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import FROM_HISTORY, Effect, Work
from supportdesk.services.views.directory import EscalatedLine
from supportdesk.store import mark_rows
from supportdesk.store.composed import Record
from supportdesk.store.history_rows import LATEST_FIRST
from supportdesk.store.synced_rows import find_row
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.people import AGENT, BRANCH, ORGANISATION

RETURNED_FROM_CENTRAL = "returned_from_central"


def escalate(desk: Desk, case_id: UUID, reason: str, *, note: str = "") -> Done:
    """Give a case to central support, for one of the policy's reasons, with a note of what is asked of it.

    It keeps its whole history; the branch stays informed: who owned the case follows it, see also `escalated_from`.
    """
    return do(desk, "case.escalate", case_id, {"reason": reason, "note": note})


def give_back(desk: Desk, case_id: UUID, *, note: str = "") -> Done:
    """Give a case back to the branch it came from, to the agent who owned it there."""
    return do(desk, "case.give_back", case_id, {"note": note})


def escalated_from(desk: Desk, branch_id: UUID, *, limit: int = 200) -> tuple[EscalatedLine, ...]:
    """The cases of a branch that are with central support, latest first."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        rows = conn.execute(
            select(CASE, ORGANISATION.c.name.label("organisation"))
            .outerjoin(ORGANISATION, ORGANISATION.c.id == CASE.c.organisation_id)
            .join(BRANCH, BRANCH.c.id == CASE.c.branch_id)
            .where(BRANCH.c.kind == "central", CASE.c.open, CASE.c.merged_into.is_(None))
            .order_by(CASE.c.last_activity_at.desc())
            .limit(limit)
        ).mappings()
        lines = [
            _line(desk, row, entry) for row in rows if (entry := escalation_of(conn, row["id"], branch_id))
        ]
    return tuple(sorted(lines, key=lambda line: line.since, reverse=True))


@handles("case.escalate", kind=Kind.COMMAND, entity=Entity.CASE)
def _escalate(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    rules = _central_rules(case)
    centre = _centre(work)
    came_from: UUID | None = case.field("branch_id")
    if came_from == centre["id"]:
        raise RuleRefusal(
            "ONX-4", f"{case.number} is with central support already.", "Nothing was changed.", "Go on there."
        )
    reason = _reason(rules, operation.args["reason"])
    owner = case.owner
    data = {
        "reason": reason,
        "from_branch": came_from,
        "to_branch": centre["id"],
        "owner": owner,
        "stage": case.state.stage,
        "fields": case.change(branch_id=centre["id"], came_from_id=came_from, team_id=None),
    }
    case.write(Line(EntryKind.ESCALATED, body=operation.args["note"].strip() or None, data=data))
    _pass_on(case, None)
    if rules.stage is not None:
        _move(case, rules.stage)
    if owner is not None:
        mark_rows.set_follow(work.conn, case.id, owner, follows=True)
    adopt(case)
    return Effect(case.put_down(), undo=FROM_HISTORY, expect={"branch_id": str(came_from)})


@handles("case.give_back", kind=Kind.COMMAND, entity=Entity.CASE)
def _give_back(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    rules = _central_rules(case)
    escalation = escalation_of(work.conn, case.id)
    if escalation is None or case.field("branch_id") != _centre(work)["id"]:
        raise RuleRefusal(
            "ONX-4",
            f"{case.number} is not with central support.",
            "Nothing was changed.",
            "Escalate it first.",
        )
    told = escalation["data"]
    data = {
        "from_branch": case.field("branch_id"),
        "to_branch": told["from_branch"],
        "fields": case.change(
            branch_id=UUID(told["from_branch"]) if told["from_branch"] else None, came_from_id=None
        ),
    }
    case.write(Line(EntryKind.RETURNED, body=operation.args["note"].strip() or None, data=data))
    owner = _still_here(work, told["owner"])
    _pass_on(case, owner)
    if rules.stage is not None and case.state.stage == rules.stage:
        _move(case, told["stage"])
    if owner is not None:
        case.put_before(RETURNED_FROM_CENTRAL, for_id=owner)
    adopt(case)
    return Effect(case.put_down())


def _central_rules(case: CaseInHand) -> CentralRules:
    rules = case.rules.policy.central
    if rules is None:
        raise RuleRefusal(
            "ONX-4",
            f"The policy “{case.rules.policy.name.original}” knows no central support.",
            "Nothing was changed.",
            "Give the case to another branch by editing it.",
        )
    return rules


def _centre(work: Work) -> Record:
    row = (
        work.conn.execute(select(BRANCH).where(BRANCH.c.kind == "central", ~BRANCH.c.deleted))
        .mappings()
        .first()
    )
    if row is None:
        raise KnownError(
            "No branch is central support.",
            "Nothing was changed.",
            "Add a branch of the kind “central” first.",
        )
    return row


def _reason(rules: CentralRules, named: str) -> str:
    for reason in rules.reasons:
        if reason.id == named or reason.name.is_called(named):
            return reason.id
    names = ", ".join(reason.name.original for reason in rules.reasons)
    raise RuleRefusal(
        "ONX-4",
        f"Central support takes no case for “{named}”.",
        "Nothing was changed.",
        f"Choose one of: {names}.",
    )


def _pass_on(case: CaseInHand, owner: UUID | None) -> None:
    """Let another own the case, or nobody: at central support it stands in the queue (SPK-10)."""
    if case.owner == owner:
        return
    to = None if owner is None else str(owner)
    line = Line(EntryKind.ASSIGNED, data={"from": case.state.owner, "to": to})
    case.happen(CaseEvent(EventKind.ASSIGNED, case.at, to=to), line)


def _move(case: CaseInHand, stage_id: str) -> None:
    """Let the stage follow where the case is; a move that the rules forbid by now is left out."""
    known = {stage.id: stage for stage in case.rules.policy.stages}
    stage = known.get(stage_id)
    if stage is None or stage.first or stage.id == case.state.stage or case.state.closed_at is not None:
        return
    event = CaseEvent(EventKind.STAGE_MOVED, case.at, to=stage_id, automatic=True)
    case.happen(
        event, Line(EntryKind.STAGE, data={"from": case.state.stage, "to": stage_id, "automatic": True})
    )


def _still_here(work: Work, agent_id: str | None) -> UUID | None:
    agent = find_row(work.conn, AGENT, UUID(agent_id)) if agent_id else None
    return UUID(agent_id) if agent_id and agent is not None and agent["active"] else None


def escalation_of(conn: Connection, case_id: UUID, branch_id: UUID | None = None) -> Record | None:
    """The entry by which the case last went to central support, if it came from that branch."""
    row = (
        conn.execute(
            select(ENTRY.c.at, ENTRY.c.data)
            .where(ENTRY.c.case_id == case_id, ENTRY.c.kind == EntryKind.ESCALATED.value, ~ENTRY.c.deleted)
            .order_by(*LATEST_FIRST)
            .limit(1)
        )
        .mappings()
        .first()
    )
    if row is None or (branch_id is not None and row["data"]["from_branch"] != str(branch_id)):
        return None
    return row


def _line(desk: Desk, row: Record, entry: Record) -> EscalatedLine:
    policy = desk.policies.version(row["policy_code"], row["policy_version"])
    reasons = policy.central.reasons if policy.central else ()
    names = {reason.id: reason.name.in_language(desk.language) for reason in reasons}
    return EscalatedLine(
        case_id=row["id"],
        number=row["number"],
        title=row["title"],
        organisation=row["organisation"] or "",
        since=entry["at"],
        reason=names.get(entry["data"]["reason"], entry["data"]["reason"]),
        stage=policy.stage(row["stage"]).name.in_language(desk.language),
        open=row["open"],
    )
