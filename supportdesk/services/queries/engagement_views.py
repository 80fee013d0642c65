"""Engagements as screens show them: each step done or to come, and what stands in its way; acts are `engagements`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.rules.cases import engagement as rules
from supportdesk.rules.cases.engagement import StepDone
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import EngagementKind
from supportdesk.services.entitlements.engagements import facts_of, kind_of, steps_of
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views.directory import EngagementStepView, EngagementView
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT, ORGANISATION
from supportdesk.store.tables.work import ENGAGEMENT, ENGAGEMENT_STEP

_WITH_AMOUNT = frozenset({"quote", "invoice", "payment"})


def engagement(desk: Desk, engagement_id: UUID) -> EngagementView:
    """One engagement; KnownError if this desk has no such, or not the policy under which it was opened."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        return _view(conn, desk, get_row(conn, ENGAGEMENT, engagement_id))


def engagements_of(
    desk: Desk,
    *,
    case_id: UUID | None = None,
    organisation_id: UUID | None = None,
    finished: bool | None = None,
) -> tuple[EngagementView, ...]:
    """The engagements of a case, of a client, or all; latest first."""
    statement = select(ENGAGEMENT).where(~ENGAGEMENT.c.deleted).order_by(ENGAGEMENT.c.row.desc())
    if case_id is not None:
        statement = statement.where(ENGAGEMENT.c.case_id == case_id)
    if organisation_id is not None:
        statement = statement.where(ENGAGEMENT.c.organisation_id == organisation_id)
    if finished is not None:
        statement = statement.where(ENGAGEMENT.c.finished == finished)
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        return tuple(_view(conn, desk, row) for row in conn.execute(statement).mappings().all())


def _view(conn: Connection, desk: Desk, row: Record) -> EngagementView:
    kind = kind_of(desk.policies, row)
    services = {service.id: service.name.in_language(desk.language) for service in kind.services}
    number = conn.scalar(select(CASE.c.number).where(CASE.c.id == row["case_id"]))
    return EngagementView(
        id=row["id"],
        organisation_id=row["organisation_id"],
        organisation=conn.scalar(
            select(ORGANISATION.c.name).where(ORGANISATION.c.id == row["organisation_id"])
        )
        or "",
        case_id=row["case_id"],
        case_number=number or "",
        kind=kind.id,
        kind_name=kind.name.in_language(desk.language),
        title=row["title"],
        vendor=row["vendor"] or "",
        service=services.get(row["service"], row["service"] or ""),
        currency=row["currency"] or "",
        quoted=row["quoted"],
        opened_at=row["opened_at"],
        finished=row["finished"],
        steps=_steps(conn, desk, row, kind),
    )


def _steps(conn: Connection, desk: Desk, row: Record, kind: EngagementKind) -> tuple[EngagementStepView, ...]:
    done = steps_of(conn, row["id"])
    policy = desk.policies.version(row["policy_code"], row["policy_version"])
    facts = facts_of(conn, row)
    recorded = (
        conn.execute(
            select(ENGAGEMENT_STEP, AGENT.c.name.label("by"))
            .outerjoin(AGENT, AGENT.c.id == ENGAGEMENT_STEP.c.by_id)
            .where(ENGAGEMENT_STEP.c.engagement_id == row["id"], ~ENGAGEMENT_STEP.c.deleted)
            .order_by(ENGAGEMENT_STEP.c.row)
        )
        .mappings()
        .all()
    )
    next_ones = rules.next_steps(kind, done)
    views: list[EngagementStepView] = []
    for step in kind.steps:
        taken = [_taken(each) for each in recorded if each["step"] == step]
        views.extend(taken)
        if step in next_ones or not taken:
            trial = StepDone(step, desk.now(), desk.actor, _trial_money(row, done, step))
            outcome = rules.advance(kind, done, trial, facts, policy.calendar)
            views.append(_to_come(step, outcome.reason if isinstance(outcome, Refusal) else ""))
    return tuple(views)


def _trial_money(row: Record, done: Sequence[StepDone], step: str) -> rules.Money | None:
    """An amount that nothing is wrong with, to learn whether something else stands in the way."""
    if step not in _WITH_AMOUNT:
        return None
    amount = rules.still_to_pay(done) or Decimal(1)
    return rules.Money(amount, row["currency"] or "EUR")


def _taken(step: Record) -> EngagementStepView:
    return EngagementStepView(
        step=step["step"],
        done_at=step["at"],
        done_by=step["by"] or "",
        amount=step["amount"],
        currency=step["currency"] or "",
        reference=step["reference"] or "",
        note=step["note"] or "",
    )


def _to_come(step: str, refused: str) -> EngagementStepView:
    return EngagementStepView(
        step=step, done_at=None, done_by="", amount=None, currency="", reference="", note="", refused=refused
    )
