"""Chargeable work beside standard support, step by step (ENG-1, SAP-3 to SAP-5): opened, carried forward, shown."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Ref
from supportdesk.domain.words import EntryKind
from supportdesk.rules.cases import engagement as rules
from supportdesk.rules.cases.engagement import AuditRecord, EngagementFacts, StepDone
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import EngagementKind, Policy
from supportdesk.services.entitlements.file_station import latest_copy
from supportdesk.services.in_hand.case_in_hand import Line, refused, take
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_amount
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.operations.work import Effect, Work
from supportdesk.services.views import Money
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row, insert_row
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import ENGAGEMENT, ENGAGEMENT_STEP


def open_engagement(
    desk: Desk,
    organisation_id: UUID,
    kind: str,
    title: str,
    *,
    case_id: UUID | None = None,
    vendor: str | None = None,
    service: str | None = None,
) -> Done:
    """Open an engagement of a kind that the client's policy has, for a case or for the client alone.

    `vendor` is whose work a third-party work order is about, `service` one of the kind's services.
    """
    args = {
        "organisation_id": organisation_id,
        "kind": kind,
        "title": title,
        "case_id": case_id,
        "vendor": vendor,
        "service": service,
    }
    return do(desk, "engagement.open", desk.new_id(), args)


def take_step(
    desk: Desk,
    engagement_id: UUID,
    step: str,
    *,
    money: Money | None = None,
    reference: str | None = None,
    note: str | None = None,
) -> Done:
    """Record a step: brief, quote, approval, invoice, payment, work, delivery or acceptance (ENG-1).

    Quote, invoice and payment have an amount. RuleRefusal says what is missing before it.
    """
    args = {"step": step, "reference": reference, "note": note, **(asdict(money) if money else {})}
    return do(desk, "engagement.take_step", engagement_id, args)


def record_audit(
    desk: Desk, engagement_id: UUID, *, checks: tuple[str, ...], findings: str, matches: bool | None
) -> Done:
    """Record what was checked in the client's data file, what was found and whether the data match (SAP-4)."""
    audit = {"checks": checks, "findings": findings, "matches": matches}
    return do(desk, "engagement.record_audit", engagement_id, {"audit": audit})


@handles("engagement.open", kind=Kind.APPEND, entity=Entity.ENGAGEMENT)
def _open(work: Work, operation: Operation) -> Effect:
    args = operation.args
    organisation = get_row(work.conn, ORGANISATION, UUID(args["organisation_id"]))
    policy = work.policies.in_effect(organisation["policy_code"], work.now)
    kind = _kind(policy, args["kind"])
    if args["service"] and args["service"] not in {service.id for service in kind.services}:
        names = ", ".join(service.id for service in kind.services) or "none"
        raise KnownError(
            f"{kind.name.original} has no service “{args['service']}”.",
            "Nothing was opened.",
            f"Its services are: {names}.",
        )
    values = {
        **args,
        "title": records.required(args["title"], "The title"),
        "policy_code": policy.code,
        "policy_version": policy.version,
        "opened_at": work.now.isoformat(),
    }
    records.add(work, ENGAGEMENT, values)
    changes = records.changed(work, Ref(Entity.ORGANISATION, organisation["id"]), aspects=(Aspect.NEW,))
    return Effect(changes | _told_on_case(work, work.root, {"act": "opened"}), created=work.root)


@handles("engagement.take_step", kind=Kind.COMMAND, entity=Entity.ENGAGEMENT)
def _take_step(work: Work, operation: Operation) -> Effect:
    args = operation.args
    row = get_row(work.conn, ENGAGEMENT, work.root)
    policy = work.policies.version(row["policy_code"], row["policy_version"])
    kind = _kind(policy, row["kind"])
    done = steps_of(work.conn, work.root)
    amount = to_amount(args.get("amount"))
    money = None if amount is None else rules.Money(amount, args["currency"])
    step = StepDone(args["step"], work.now, work.actor, money)
    facts = facts_of(work.conn, row)
    after = rules.advance(kind, done, step, facts, policy.calendar)
    if isinstance(after, Refusal):
        raise refused(after, "The step was not recorded.")
    made = work.new_id()
    insert_row(
        work.conn,
        ENGAGEMENT_STEP,
        made,
        operation,
        {
            "engagement_id": work.root,
            "step": step.step,
            "at": step.at,
            "by_id": step.by,
            "amount": amount,
            "currency": args.get("currency"),
            "reference": args["reference"],
            "note": args["note"],
        },
    )
    changes: dict[str, object] = {"finished": rules.is_finished(kind, after)}
    if step.step == "quote" and money is not None:
        changes |= {"quoted": money.amount, "currency": money.currency}
    revise(work.conn, ENGAGEMENT, work.root, changes, operation)
    told = {"act": "step", "step": step.step, "amount": args.get("amount"), "currency": args.get("currency")}
    return Effect(records.changed(work) | _told_on_case(work, work.root, told), created=made)


@handles("engagement.record_audit", kind=Kind.EDIT, entity=Entity.ENGAGEMENT)
def _record_audit(work: Work, operation: Operation) -> Effect:
    return records.edited(work, ENGAGEMENT, {"audit": operation.args["audit"]})


def steps_of(conn: Connection, engagement_id: UUID) -> tuple[StepDone, ...]:
    """The steps done so far, in order."""
    rows = conn.execute(
        select(ENGAGEMENT_STEP)
        .where(ENGAGEMENT_STEP.c.engagement_id == engagement_id, ~ENGAGEMENT_STEP.c.deleted)
        .order_by(ENGAGEMENT_STEP.c.row)
    )
    return tuple(
        StepDone(
            row.step,
            row.at,
            row.by_id,
            None if row.amount is None else rules.Money(row.amount, row.currency or ""),
        )
        for row in rows
    )


def facts_of(conn: Connection, row: Record) -> EngagementFacts:
    """What the records say beside the steps: the client's latest data file and the audit (SAP-4)."""
    copied = latest_copy(conn, row["organisation_id"])
    audit = row["audit"]
    return EngagementFacts(
        copied,
        AuditRecord(tuple(audit["checks"]), audit["findings"], audit["matches"]) if audit else None,
    )


def kind_of(policies: PolicyBook, row: Record) -> EngagementKind:
    """The kind of an engagement, in the version of the policy under which it was opened."""
    return _kind(policies.version(row["policy_code"], row["policy_version"]), row["kind"])


def _kind(policy: Policy, kind_id: str) -> EngagementKind:
    kind = policy.engagement(kind_id)
    if kind is None:
        names = ", ".join(each.id for each in policy.engagements) or "none"
        raise KnownError(
            f"The policy “{policy.name.original}” has no engagement “{kind_id}”.",
            "Nothing was opened.",
            f"Its kinds are: {names}.",
        )
    return kind


def _told_on_case(work: Work, engagement_id: UUID, told: dict[str, object]) -> ChangeSet:
    """Say on the engagement's case, if it has one, what happened."""
    row = get_row(work.conn, ENGAGEMENT, engagement_id)
    if row["case_id"] is None:
        return ChangeSet()
    case = take(work, row["case_id"])
    data = {"engagement": engagement_id, "kind": row["kind"], "title": row["title"], **told}
    case.write(Line(EntryKind.ENGAGEMENT, data=data))
    case.touch(Aspect.LINKS)
    return case.put_down()
