"""What the File Station's page asks: clients by the age of their last copy, one client's files and audits (SAP-6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from supportdesk.rules.cases.clock_counting import span_end
from supportdesk.rules.cases.engagement import data_file_refusal
from supportdesk.rules.policies.policy import EngagementKind, Policy
from supportdesk.services.entitlements import engagements, file_station
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import directory
from supportdesk.services.views.file_station import AuditView, StationClient, StationView
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import find_row, get_row
from supportdesk.store.tables.people import AGENT, ORGANISATION
from supportdesk.store.tables.work import DATA_FILE, ENGAGEMENT

_FOUND = 50


def clients(desk: Desk, text: str = "") -> tuple[StationClient, ...]:
    """The clients with a copy here, the one whose last copy is oldest first; with a text any client it finds."""
    with desk.store.read() as conn:
        if not text.strip():
            return _with_copies(conn, desk)
    found = [line.id for line in directory.organisations(desk, text, limit=_FOUND)]
    with desk.store.read() as conn:
        return tuple(_client(conn, desk, get_row(conn, ORGANISATION, each)) for each in found)


def client(desk: Desk, organisation_id: UUID) -> StationView:
    """One client's files and audits; NotThere for one that this desk does not have."""
    files = file_station.versions(desk, organisation_id)
    with desk.store.read() as conn:
        row = get_row(conn, ORGANISATION, organisation_id)
        me = find_row(conn, AGENT, desk.actor)
        return StationView(
            client=_client(conn, desk, row),
            files=files,
            audits=tuple(_audits(conn, desk, organisation_id)),
            roles=tuple(me["roles"] or ()) if me is not None else (),
            has_hub=desk.store.side == "desk",
        )


def _with_copies(conn: Connection, desk: Desk) -> tuple[StationClient, ...]:
    last = func.max(DATA_FILE.c.copied_at)
    rows = conn.execute(
        select(ORGANISATION, last.label("copied_at"))
        .join(DATA_FILE, DATA_FILE.c.organisation_id == ORGANISATION.c.id)
        .where(~ORGANISATION.c.deleted, ~DATA_FILE.c.deleted, DATA_FILE.c.erased_at.is_(None))
        .group_by(ORGANISATION.c.row)
        .order_by(last, ORGANISATION.c.name)
    )
    return tuple(_line(desk, row, row["copied_at"]) for row in rows.mappings())


def _client(conn: Connection, desk: Desk, row: Record) -> StationClient:
    return _line(desk, row, file_station.latest_copy(conn, row["id"]))


def _line(desk: Desk, row: Record, copied_at: datetime | None) -> StationClient:
    days = None if copied_at is None else max((desk.now() - copied_at).days, 0)
    return StationClient(row["id"], row["name"], copied_at, days, _is_old(desk, row, copied_at))


def _is_old(desk: Desk, row: Record, copied_at: datetime | None) -> bool:
    if copied_at is None:
        return False
    policy = desk.policies.in_effect(row["policy_code"], desk.now())
    within = [kind.data_file_within for kind in policy.engagements if kind.data_file_within is not None]
    return any(span_end(policy.calendar, each, copied_at) < desk.now() for each in within)


def _audits(conn: Connection, desk: Desk, organisation_id: UUID) -> Iterable[AuditView]:
    rows = conn.execute(
        select(ENGAGEMENT)
        .where(ENGAGEMENT.c.organisation_id == organisation_id, ~ENGAGEMENT.c.deleted)
        .order_by(ENGAGEMENT.c.opened_at.desc(), ENGAGEMENT.c.id.desc())
    )
    for row in rows.mappings():
        policy = desk.policies.version(row["policy_code"], row["policy_version"])
        kind = policy.engagement(row["kind"])
        if kind is not None and (kind.audit_required or kind.data_file_within is not None):
            yield _audit(conn, desk, policy, kind, row)


def _audit(conn: Connection, desk: Desk, policy: Policy, kind: EngagementKind, row: Record) -> AuditView:
    facts = engagements.facts_of(conn, row)
    audit = facts.audit
    refusal = data_file_refusal(kind, facts, policy.calendar, desk.now())
    return AuditView(
        engagement_id=row["id"],
        title=row["title"],
        kind=kind.name.in_language(desk.language),
        checks=audit.checks if audit is not None else (),
        findings=audit.findings if audit is not None else "",
        matches=audit.matches if audit is not None else None,
        complete=audit is not None and audit.complete,
        finished=row["finished"],
        refusal="" if refusal is None or row["finished"] else f"{refusal.reason} {refusal.remedy}",
    )
