"""Why a case may be worked on: facts read, rules asked, cases judged anew when facts change; charging is next door."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.operation import ChangeSet
from supportdesk.domain.words import AgentRole, Cover, EntryKind, LinkKind
from supportdesk.rules.entitlements.entitlement import Entitlement, EntitlementFacts, entitlement
from supportdesk.rules.entitlements.ledger import read_ledger
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, take
from supportdesk.services.operations.work import Work
from supportdesk.store import ledger_rows
from supportdesk.store.synced_rows import find_row
from supportdesk.store.tables.cases import CASE, LINK
from supportdesk.store.tables.people import ORGANISATION

UNCOVERED = "uncovered"


def facts_of(
    conn: Connection, policy: Policy, organisation_id: UUID | None, case_id: UUID | None = None
) -> EntitlementFacts:
    """What the records say of a client, and of one of its cases; nothing of a case without a client."""
    organisation = find_row(conn, ORGANISATION, organisation_id) if organisation_id else None
    if organisation is None or organisation_id is None:
        return EntitlementFacts(case=case_id)
    lines = ledger_rows.lines_of(conn, organisation_id)
    return EntitlementFacts(
        contracts=ledger_rows.periods_of(conn, organisation_id, Cover.CONTRACT),
        warranties=ledger_rows.periods_of(conn, organisation_id, Cover.WARRANTY),
        certified_partner=organisation["certified_partner"],
        start_date=organisation["start_date"],
        ledger=read_ledger(lines, policy.entitlement.incident, policy.calendar),
        case=_charged_case(conn, policy, case_id) if case_id else None,
    )


def judge(
    conn: Connection,
    policy: Policy,
    organisation_id: UUID | None,
    at: datetime,
    *,
    case_id: UUID | None = None,
    language: str = "",
) -> Entitlement:
    """What covers a client's case at an instant, or a case still to be logged."""
    return entitlement(policy, facts_of(conn, policy, organisation_id, case_id), at, language)


def judge_in_hand(case: CaseInHand) -> Entitlement:
    """What covers a case in hand now."""
    return judge(case.work.conn, case.rules.policy, case.field("organisation_id"), case.at, case_id=case.id)


def judge_anew(case: CaseInHand, *, act: str) -> Entitlement:
    """Judge a case in hand and, where its cover is another than before, say so on the timeline."""
    judged = judge_in_hand(case)
    fields = take_cover(case, judged)
    if fields:
        case.write(Line(EntryKind.ENTITLEMENT, data={"act": act, "fields": fields}, by_itself=True))
    return judged


def take_cover(case: CaseInHand, judged: Entitlement) -> dict[str, list[Any]]:
    """Let a case in hand have the cover it was judged to have; gives what changed, for the line that says so.

    A case that turns out to be uncovered is put before its owner and a manager (SYN-6).
    """
    before = case.field("cover")
    fields = case.change(cover=judged.cover.value, accepted=judged.charged)
    if judged.cover is Cover.UNCOVERED and not judged.supported and before != Cover.UNCOVERED.value:
        case.put_before(UNCOVERED, for_id=case.owner, for_role=AgentRole.MANAGER)
    if judged.supported or judged.cover is not Cover.UNCOVERED:
        case.settle_items(UNCOVERED, judged.cover.value)
    return fields


def judge_client_anew(work: Work, organisation_id: UUID, *, act: str, but: UUID | None = None) -> ChangeSet:
    """Judge the client's open cases anew, because its contracts or its ledger changed; `but` is left out.

    Cases merged into another are judged when they come back.
    """
    open_cases = (
        select(CASE.c.id)
        .where(
            CASE.c.organisation_id == organisation_id,
            CASE.c.open,
            CASE.c.merged_into.is_(None),
            CASE.c.id != but,
        )
        .order_by(CASE.c.row)
    )
    changes = ChangeSet()
    for case_id in work.conn.scalars(open_cases).all():
        case = take(work, case_id)
        judge_anew(case, act=act)
        changes |= case.put_down()
    return changes


def _charged_case(conn: Connection, policy: Policy, case_id: UUID) -> UUID:
    """The case whose incident counts: where a split is not charged, the one it was split from (SYN-3)."""
    incident = policy.entitlement.incident
    if incident is None or incident.split_charges:
        return case_id
    origin: UUID | None = conn.scalar(
        select(LINK.c.other_id).where(
            LINK.c.case_id == case_id, LINK.c.kind == LinkKind.SPLIT_FROM.value, LINK.c.ended_at.is_(None)
        )
    )
    return origin or case_id
