"""Logging cases: one request one case, several at once from one text, one that follows a closed case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Ref
from supportdesk.domain.words import Channel, EntryKind, LinkKind
from supportdesk.rules.cases.machine import begin
from supportdesk.rules.entitlements.entitlement import Entitlement, refuse_logging
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, refused, take, write_line
from supportdesk.services.in_hand.case_links import join
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.in_hand.files import attach
from supportdesk.services.in_hand.new_case import (
    NewCase,
    check_contact,
    check_request,
    claimed_severity,
    policy_code_of,
    product_of,
)
from supportdesk.services.in_hand.rules_in_force import Rules, rules_now
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_id
from supportdesk.services.operations.records import required
from supportdesk.services.operations.work import Effect, Work
from supportdesk.services.registers.knowledge import note_article
from supportdesk.store.case_numbers import next_case_number, provisional_number
from supportdesk.store.case_rows import CaseInsert, insert_case
from supportdesk.store.ledger_rows import draft_invoice
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import ARTICLE

__all__ = ["NewCase", "log_case", "log_follow_up", "log_request", "log_split"]

_AS_GIVEN = (
    "contact_id",
    "site_id",
    "team_id",
    "product_id",
    "product_version",
    "area",
    "reason",
    "template",
    "answers",
)


def log_case(desk: Desk, case: NewCase, *, draft_key: str | None = None) -> Done:
    """Log a request as a case; `created` is its id.

    Refused where the policy takes no case from this client, with the ways open to it (SAG-1), where the template lacks
    a required part (SAG-5), and for a contact who may not log (SPK-8). Without a payment it is taken, but not yet
    supported (SYN-1).
    """
    drafts = (draft_key,) if draft_key else ()
    return do(desk, "case.log", desk.new_id(), asdict(case), drafts=drafts)


def log_follow_up(desk: Desk, closed_id: UUID, title: str, body: str = "") -> Done:
    """Log a case that goes on with a closed one, linked to it; `created` is its id (SAG-6, SPK-7).

    Client, contact, product and the answers to the template are those of the closed case, and the one who logs it
    takes it on. Refused as `log_case` refuses, and where the case is not closed.
    """
    with desk.store.read() as conn:
        closed = get_row(conn, CASE, closed_id)
    given = {name: closed[name] for name in ("organisation_id", "policy_code", *_AS_GIVEN)}
    templates = {name: given[name] or {} for name in ("template", "answers")}
    following = NewCase(
        title=title,
        body=body,
        owner_id=desk.actor,
        severity=closed["severity_claimed"],
        follows=closed_id,
        **{**given, **templates},
    )
    return log_case(desk, following)


def log_split(desk: Desk, cases: Sequence[NewCase], *, draft_key: str | None = None) -> Done:
    """Log what one text asks as several cases in one step, each linked to the first (SAG-3); `created` is the first."""
    if not cases:
        raise KnownError("Nothing was asked.", "No case was logged.", "Name at least one thing.")
    ids = [desk.new_id() for _ in cases]
    requests = [{"id": case_id, **asdict(case)} for case_id, case in zip(ids, cases, strict=True)]
    drafts = (draft_key,) if draft_key else ()
    return do(desk, "case.log_several", ids[0], {"cases": requests}, drafts=drafts)


@handles("case.log", kind=Kind.APPEND, entity=Entity.CASE)
def _log(work: Work, operation: Operation) -> Effect:
    case = log_request(work, work.root, operation.args)
    return Effect(case.put_down() | _new(case), created=case.id)


@handles("case.log_several", kind=Kind.APPEND, entity=Entity.CASE)
def _log_several(work: Work, operation: Operation) -> Effect:
    requests = operation.args["cases"]
    first = log_request(work, UUID(requests[0]["id"]), requests[0])
    changes = _new(first)
    for request in requests[1:]:
        case = log_request(work, UUID(request["id"]), request)
        join(case, first, LinkKind.RELATED)
        changes |= case.put_down() | _new(case)
    return Effect(first.put_down() | changes, created=first.id)


def log_request(work: Work, case_id: UUID, args: Mapping[str, Any]) -> CaseInHand:
    """Log a request, given as the plain values of a NewCase, and hand the case over for what else is to be done.

    Its cover is judged as the records stand; a caller that links it to another case has it judged again.
    """
    organisation_id = to_id(args["organisation_id"])
    organisation = get_row(work.conn, ORGANISATION, organisation_id) if organisation_id else None
    code = policy_code_of(organisation, args)
    branch_id = to_id(args["branch_id"]) or (organisation["branch_id"] if organisation else None)
    # The days of a cover are the branch's, as when the case is judged again (ONX-3).
    policy = _rules(work, code, branch_id, None).policy
    product = product_of(work.conn, args)
    check_request(policy, args, product)
    judged = judge(work.conn, policy, organisation_id, work.now)
    refusal = refuse_logging(judged)
    if refusal is not None:
        raise refused(refusal, "The case was not logged.")
    check_contact(work.conn, policy, judged.plan, to_id(args["contact_id"]), "The case was not logged.")
    rules = _rules(work, code, branch_id, judged.plan)
    language = args["language"] or (organisation["language"] if organisation else None)
    fields = {
        **{name: to_id(args[name]) if name.endswith("_id") else args[name] or None for name in _AS_GIVEN},
        "organisation_id": organisation_id,
        "branch_id": branch_id,
        "language": language,
    }
    case = _insert(work, case_id, args, fields, rules, judged)
    if judged.invoice and organisation_id is not None:
        draft_invoice(
            work.conn,
            work.new_id(),
            work.operation,
            organisation_id=organisation_id,
            case_id=case_id,
            text=f"{case.number} {case.row['title']}",
            at=work.now,
        )
    _record_what_came_with_it(case, args)
    return case


def _rules(work: Work, code: str, branch_id: UUID | None, plan_id: str | None) -> Rules:
    return rules_now(
        work.conn, work.policies, policy_code=code, branch_id=branch_id, plan_id=plan_id, at=work.now
    )


def _insert(
    work: Work,
    case_id: UUID,
    args: Mapping[str, Any],
    fields: Mapping[str, Any],
    rules: Rules,
    judged: Entitlement,
) -> CaseInHand:
    severity = claimed_severity(rules.policy, args)
    event = CaseEvent(EventKind.LOGGED, work.now, to=severity, after_hours=rules.after_hours)
    state = begin(rules.policy, event, severity_claimed=severity, after_hours=rules.after_hours)
    row = {
        **fields,
        "number": _number(work, case_id, rules.policy.calendar.local(work.now).year),
        "title": required(args["title"], "The summary"),
        "channel": args["channel"],
        "plan_id": rules.plan_id,
        "logged_by": work.actor,
        "cover": judged.cover.value,
        "accepted": judged.charged,
        "last_client_at": work.now,
    }
    insert_case(work.conn, CaseInsert(case_id, row, state, rules.policy, work.now, work.operation.id))
    line = Line(
        EntryKind.LOGGED,
        body=args["body"].strip() or None,
        data={"rules": rules.recorded(), "severity": state.severity_claimed, "cover": judged.cover},
        channel=Channel(args["channel"]),
        contact_id=fields["contact_id"],
    )
    entry = write_line(work, case_id, work.now, line, event)
    case = take(work, case_id)
    attach(case, entry, args["files"])
    return case


def _number(work: Work, case_id: UUID, year: int) -> str:
    """What the case is called: by the hub's number where there is a hub, and until then by the end of its id."""
    return provisional_number(work.conn, case_id) if work.provisional else next_case_number(work.conn, year)


def _record_what_came_with_it(case: CaseInHand, args: Mapping[str, Any]) -> None:
    for article_id in map(UUID, args["articles_tried"]):
        note_article(case.work, case.id, article_id, "tried")
        article = get_row(case.work.conn, ARTICLE, article_id)
        data = {"article": article_id, "number": article["number"], "title": article["title"], "how": "tried"}
        case.write(Line(EntryKind.ARTICLE, data=data))
    if args["owner_id"]:
        line = Line(EntryKind.ASSIGNED, data={"from": None, "to": args["owner_id"]})
        case.happen(CaseEvent(EventKind.ASSIGNED, case.at, to=args["owner_id"]), line)
    links = [
        (args["duplicate_of"], LinkKind.DUPLICATE_OF),
        *((other, LinkKind.RELATED) for other in args["related"]),
    ]
    for other_id, kind in links:
        if other_id:
            other = take(case.work, UUID(other_id))
            join(case, other, kind)
            case.also(other.put_down())
    if args["follows"]:
        _follow(case, take(case.work, UUID(args["follows"])))


def _follow(case: CaseInHand, closed: CaseInHand) -> None:
    """Link to the closed case that this one goes on with; what waited there for its owner is thus decided (SPK-7)."""
    if closed.state.closed_at is None:
        raise KnownError(
            f"{closed.number} is not closed.",
            "The case was not logged.",
            f"Go on in {closed.number}, or link the two as related.",
        )
    join(case, closed, LinkKind.FOLLOWS)
    if closed.state.needs_owner:
        line = Line(EntryKind.NOTE, data={"continued_in": case.id, "number": case.number})
        closed.happen(CaseEvent(EventKind.OWNER_DECIDED, closed.at), line)
    case.also(closed.put_down())


def _new(case: CaseInHand) -> ChangeSet:
    return ChangeSet({Ref(Entity.CASE, case.id): frozenset({Aspect.NEW})})
