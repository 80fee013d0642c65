"""Contracts and warranties with their plans, renewals coming up, and invoice lines that are drafted (ONX-3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, Select, or_, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet, Entity, Kind, Operation, Ref
from supportdesk.domain.words import Cover
from supportdesk.rules.entitlements.cover_periods import renewal_due
from supportdesk.rules.entitlements.entitlement import dated_covers
from supportdesk.services.in_hand.adoption import adopt
from supportdesk.services.in_hand.case_in_hand import take
from supportdesk.services.in_hand.entitling import facts_of, judge_anew
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_date
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.services.views import Money
from supportdesk.services.views.directory import ContractView, InvoiceView
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import CONTRACT, INVOICE_DRAFT, ORGANISATION

CONTRACT_KINDS = (Cover.CONTRACT.value, Cover.WARRANTY.value)
INVOICE_STATES = ("draft", "sent", "dropped")
RENEWAL_NOTICE = timedelta(days=60)


def add_contract(
    desk: Desk,
    organisation_id: UUID,
    kind: str,
    *,
    starts_on: date,
    ends_on: date | None = None,
    plan_id: str | None = None,
) -> Done:
    """Record a contract or a renewed warranty for the days from `starts_on` to `ends_on`, both included.

    A late renewal covers its own period only (ONX-3). Open cases are judged anew and come under the plan (TIME-6).
    """
    args = {"kind": kind, "starts_on": starts_on, "ends_on": ends_on, "plan_id": plan_id}
    return do(desk, "organisation.add_contract", organisation_id, args)


def edit_contract(desk: Desk, organisation_id: UUID, contract_id: UUID, **changes: object) -> Done:
    """Change a contract's starts_on, ends_on or plan_id; open cases follow (TIME-6)."""
    args = {"contract_id": contract_id, "changes": changes}
    return do(desk, "organisation.edit_contract", organisation_id, args)


def draft_invoice(
    desk: Desk,
    organisation_id: UUID,
    text: str,
    *,
    price: Money | None = None,
    case_id: UUID | None = None,
    engagement_id: UUID | None = None,
) -> Done:
    """Draft an invoice line; somebody sends it from the accounts, the desk never does (ONX-3)."""
    args = {
        "text": text,
        "case_id": case_id,
        "engagement_id": engagement_id,
        **(asdict(price) if price else {}),
    }
    return do(desk, "organisation.draft_invoice", organisation_id, args)


def settle_invoice(desk: Desk, organisation_id: UUID, invoice_id: UUID, state: str) -> Done:
    """Note that a drafted line was sent, or dropped, or is a draft again."""
    args = {"invoice_id": invoice_id, "changes": {"state": state}}
    return do(desk, "organisation.settle_invoice", organisation_id, args)


def contracts_of(conn: Connection, desk: Desk, organisation_id: UUID) -> tuple[ContractView, ...]:
    """The contracts and warranties of a client, latest first."""
    rows = conn.execute(
        select(CONTRACT, ORGANISATION.c.name.label("organisation"), ORGANISATION.c.policy_code)
        .join(ORGANISATION)
        .where(CONTRACT.c.organisation_id == organisation_id, ~CONTRACT.c.deleted)
        .order_by(CONTRACT.c.starts_on.desc(), CONTRACT.c.row.desc())
    )
    return tuple(_contract(desk, row) for row in rows.mappings())


def renewals(desk: Desk, within: timedelta = RENEWAL_NOTICE) -> tuple[tuple[UUID, str, date], ...]:
    """The clients whose cover ends within this time without anything that continues it, soonest first (ONX-3).

    Gives id, name and the last covered day.
    """
    with desk.store.read() as conn:
        found = sorted(_renewals(conn, desk, within), key=lambda renewal: (renewal[2], renewal[1]))
    return tuple(found)


def invoices(desk: Desk, state: str = "draft") -> tuple[InvoiceView, ...]:
    """The invoice lines in this state, oldest first."""
    statement = (
        select(INVOICE_DRAFT, ORGANISATION.c.name.label("organisation"))
        .join(ORGANISATION)
        .where(INVOICE_DRAFT.c.state == state, ~INVOICE_DRAFT.c.deleted)
        .order_by(INVOICE_DRAFT.c.row)
    )
    with desk.store.read() as conn:
        return tuple(
            InvoiceView(
                id=row["id"],
                organisation_id=row["organisation_id"],
                organisation=row["organisation"],
                text=row["text"],
                amount=row["amount"],
                currency=row["currency"] or "",
                at=row["at"],
                state=row["state"],
                case_id=row["case_id"],
                engagement_id=row["engagement_id"],
            )
            for row in conn.execute(statement).mappings()
        )


@handles("organisation.add_contract", kind=Kind.APPEND, entity=Entity.ORGANISATION)
def _add_contract(work: Work, operation: Operation) -> Effect:
    organisation = get_row(work.conn, ORGANISATION, work.root)
    values = dict(operation.args)
    if values["kind"] not in CONTRACT_KINDS:
        raise KnownError(
            f"“{values['kind']}” is no kind of contract.",
            "Nothing was saved.",
            f"Choose one of: {', '.join(CONTRACT_KINDS)}.",
        )
    _check_plan(work, organisation, values["plan_id"])
    _check_days(to_date(values["starts_on"]), to_date(values["ends_on"]))
    made = records.add(work, CONTRACT, {**values, "organisation_id": str(work.root)}, row_id=work.new_id())
    return Effect(records.changed(work) | _follow(work), created=made)


@handles("organisation.edit_contract", kind=Kind.EDIT, entity=Entity.ORGANISATION)
def _edit_contract(work: Work, operation: Operation) -> Effect:
    organisation = get_row(work.conn, ORGANISATION, work.root)
    contract_id = UUID(operation.args["contract_id"])
    changes = operation.args["changes"]
    _check_plan(work, organisation, changes.get("plan_id"))
    effect = records.edited_part(work, CONTRACT, ("contract_id", contract_id), changes)
    contract = get_row(work.conn, CONTRACT, contract_id)
    _check_days(contract["starts_on"], contract["ends_on"])
    return Effect(effect.changes | _follow(work), undo=effect.undo, expect=effect.expect)


@handles("organisation.draft_invoice", kind=Kind.APPEND, entity=Entity.ORGANISATION)
def _draft_invoice(work: Work, operation: Operation) -> Effect:
    get_row(work.conn, ORGANISATION, work.root)
    text = records.required(operation.args["text"], "What the line is for")
    values = {
        **operation.args,
        "text": text,
        "organisation_id": str(work.root),
        "at": work.now.isoformat(),
        "state": "draft",
    }
    made = records.add(work, INVOICE_DRAFT, values, row_id=work.new_id())
    undo = undone_by("organisation.settle_invoice", invoice_id=made, changes={"state": "dropped"})
    case_id = operation.args["case_id"]
    others = (Ref(Entity.CASE, UUID(case_id)),) if case_id else ()
    return Effect(records.changed(work, *others), created=made, undo=undo)


@handles("organisation.settle_invoice", kind=Kind.EDIT, entity=Entity.ORGANISATION)
def _settle_invoice(work: Work, operation: Operation) -> Effect:
    state = operation.args["changes"]["state"]
    if state not in INVOICE_STATES:
        raise KnownError(
            f"An invoice line can't be “{state}”.",
            "Nothing was changed.",
            f"Choose one of: {', '.join(INVOICE_STATES)}.",
        )
    invoice_id = UUID(operation.args["invoice_id"])
    return records.edited_part(work, INVOICE_DRAFT, ("invoice_id", invoice_id), {"state": state})


def _follow(work: Work) -> ChangeSet:
    """Bring the client's open cases under the plan that counts now, and judge their cover."""
    open_cases = select(CASE.c.id).where(
        CASE.c.organisation_id == work.root, CASE.c.open, CASE.c.merged_into.is_(None)
    )
    changes = ChangeSet()
    for case_id in work.conn.scalars(open_cases.order_by(CASE.c.row)).all():
        case = take(work, case_id)
        adopt(case)
        judge_anew(case, act="contract")
        changes |= case.put_down()
    return changes


def _check_plan(work: Work, organisation: Record, plan_id: str | None) -> None:
    policy = work.policies.in_effect(organisation["policy_code"], work.now)
    if plan_id and policy.plan(plan_id) is None:
        names = ", ".join(plan.id for plan in policy.plans) or "none"
        raise KnownError(
            f"The policy “{policy.name.original}” has no plan “{plan_id}”.",
            "Nothing was saved.",
            f"Its plans are: {names}.",
        )


def _check_days(starts_on: date | None, ends_on: date | None) -> None:
    if starts_on is None:
        raise KnownError("The first day is missing.", "Nothing was saved.", "Give the day it begins.")
    if ends_on is not None and ends_on < starts_on:
        raise KnownError(
            "The last day lies before the first.", "Nothing was saved.", "Correct one of the two days."
        )


def _renewals(conn: Connection, desk: Desk, within: timedelta) -> Iterator[tuple[UUID, str, date]]:
    now = desk.now()
    for code in desk.policies.codes():
        policy = desk.policies.in_effect(code, now)
        today = policy.calendar.local(now).date()
        for row in conn.execute(_may_end(code, today, within, policy.entitlement.free_years)):
            periods = dated_covers(policy, facts_of(conn, policy, row.id))
            last_day = renewal_due(periods, today, within)
            if last_day is not None:
                yield row.id, row.name, last_day


def _may_end(code: str, today: date, within: timedelta, free_years: int) -> Select[UUID, str]:
    """The clients of a policy of whose covers one ends about then; which of them really do, the rules say."""
    ends_then = select(CONTRACT.c.organisation_id).where(
        CONTRACT.c.ends_on.between(today, today + within), ~CONTRACT.c.deleted
    )
    free_then = ORGANISATION.c.start_date.between(
        today - timedelta(days=366 * free_years), today + within - timedelta(days=365 * free_years)
    )
    ending = or_(ORGANISATION.c.id.in_(ends_then), free_then)
    return select(ORGANISATION.c.id, ORGANISATION.c.name).where(
        ORGANISATION.c.policy_code == code, ~ORGANISATION.c.deleted, ending
    )


def _contract(desk: Desk, row: Record) -> ContractView:
    policy = desk.policies.in_effect(row["policy_code"], desk.now())
    plan = policy.plan(row["plan_id"]) if row["plan_id"] else None
    return ContractView(
        id=row["id"],
        organisation_id=row["organisation_id"],
        organisation=row["organisation"],
        kind=row["kind"],
        plan_id=row["plan_id"] or "",
        plan_name=plan.name.in_language(desk.language) if plan else "",
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
    )
