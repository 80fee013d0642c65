"""Clients and contacts looked up: lists, searches by the beginnings of words, and one client's card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, func, select

from supportdesk.rules.entitlements.ledger import read_ledger
from supportdesk.services.entitlements.contracts import contracts_of
from supportdesk.services.entitlements.credentials import named_of
from supportdesk.services.entitlements.file_station import latest_copy
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries.visit_ledger import client_visits
from supportdesk.services.views.directory import (
    ContactLine,
    InstallationLine,
    OrganisationCard,
    OrganisationLine,
    SiteLine,
)
from supportdesk.store import ledger_rows, search
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import BRANCH, CONTACT, ORGANISATION, SITE
from supportdesk.store.tables.work import INSTALLATION, PRODUCT

_SHOWN = 100


def organisations(desk: Desk, text: str = "", *, limit: int = _SHOWN) -> tuple[OrganisationLine, ...]:
    """Clients whose name or code has words that begin so, best first; without a text all, by name."""
    with desk.store.read() as conn:
        statement = _organisations()
        if not text.strip():
            rows: list[Record] = list(
                conn.execute(statement.order_by(ORGANISATION.c.name).limit(limit)).mappings()
            )
        else:
            found = search.find_parties(conn, "organisation", text, limit)
            rows = _in_order(conn, statement, ORGANISATION.c.id, found)
        counts = _open_cases(conn, [row["id"] for row in rows])
    return tuple(
        OrganisationLine(
            id=row["id"],
            name=row["name"],
            client_code=row["client_code"] or "",
            branch=row["branch"] or "",
            region=row["region"] or "",
            kind=row["kind"] or "",
            open_cases=counts.get(row["id"], 0),
        )
        for row in rows
    )


def contacts(desk: Desk, text: str, *, limit: int = _SHOWN) -> tuple[ContactLine, ...]:
    """Contacts whose name, email, phone or role has words that begin so, best first."""
    with desk.store.read() as conn:
        found = search.find_parties(conn, "contact", text, limit)
        rows = _in_order(conn, _contacts(), CONTACT.c.id, found)
    return tuple(_contact(row) for row in rows)


def contacts_of(desk: Desk, organisation_id: UUID) -> tuple[ContactLine, ...]:
    """The contacts of a client: named ones first, those who have left last."""
    with desk.store.read() as conn:
        return _contacts_of(conn, organisation_id)


def organisation(desk: Desk, organisation_id: UUID) -> OrganisationCard:
    """Everything about one client but its cases; KnownError if this desk has no such client."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        row = get_row(conn, ORGANISATION, organisation_id)
        return _card(conn, desk, row)


def _card(conn: Connection, desk: Desk, row: Record) -> OrganisationCard:
    client, now = row["id"], desk.now()
    policy = desk.policies.in_effect(row["policy_code"], now)
    judged = judge(conn, policy, client, now)
    plan = policy.plan(judged.plan) if judged.plan else None
    limits = plan.named_contacts if plan else None
    ledger = read_ledger(ledger_rows.lines_of(conn, client), policy.entitlement.incident, policy.calendar)
    open_cases, closed_cases = _cases(conn, client)
    return OrganisationCard(
        id=client,
        name=row["name"],
        client_code=row["client_code"] or "",
        branch_id=row["branch_id"],
        branch=conn.scalar(select(BRANCH.c.name).where(BRANCH.c.id == row["branch_id"])) or "",
        policy_code=policy.code,
        policy_name=policy.name.in_language(desk.language),
        kind=row["kind"] or "",
        region=row["region"] or "",
        country=row["country"] or "",
        language=row["language"] or "",
        start_date=row["start_date"],
        certified_partner=row["certified_partner"],
        specialist_nearby=row["specialist_nearby"],
        contacts=_contacts_of(conn, client),
        named_contacts=(len(named_of(conn, client)), limits.most) if limits else None,
        sites=_sites(conn, client),
        installations=_installations(conn, client, row["name"]),
        contracts=contracts_of(conn, desk, client),
        incidents_left=ledger.balance(now),
        open_cases=open_cases,
        closed_cases=closed_cases,
        last_data_file_at=latest_copy(conn, client),
        visits=client_visits(conn, client),
    )


def _organisations() -> Select[*tuple[Any, ...]]:
    return (
        select(
            ORGANISATION.c.id,
            ORGANISATION.c.name,
            ORGANISATION.c.client_code,
            ORGANISATION.c.region,
            ORGANISATION.c.kind,
            BRANCH.c.name.label("branch"),
        )
        .outerjoin(BRANCH, BRANCH.c.id == ORGANISATION.c.branch_id)
        .where(~ORGANISATION.c.deleted)
    )


def _contacts() -> Select[*tuple[Any, ...]]:
    return (
        select(CONTACT, ORGANISATION.c.name.label("organisation"))
        .outerjoin(ORGANISATION, ORGANISATION.c.id == CONTACT.c.organisation_id)
        .where(~CONTACT.c.deleted)
    )


def _in_order(
    conn: Connection, statement: Select[*tuple[Any, ...]], identity: ColumnElement[UUID], ids: Sequence[UUID]
) -> list[Record]:
    """The rows with these ids, in their order."""
    rows = {row["id"]: row for row in conn.execute(statement.where(identity.in_(ids))).mappings()}
    return [rows[each] for each in ids if each in rows]


def _contacts_of(conn: Connection, organisation_id: UUID) -> tuple[ContactLine, ...]:
    rows = conn.execute(
        _contacts()
        .where(CONTACT.c.organisation_id == organisation_id)
        .order_by(CONTACT.c.active.desc(), CONTACT.c.named.desc(), CONTACT.c.name)
    )
    return tuple(_contact(row) for row in rows.mappings())


def _contact(row: Record) -> ContactLine:
    return ContactLine(
        id=row["id"],
        organisation_id=row["organisation_id"],
        organisation=row["organisation"] or "",
        name=row["name"],
        role=row["role"] or "",
        email=row["email"] or "",
        phone=row["phone"] or "",
        language=row["language"] or "",
        named=row["named"],
        has_pin=row["pin_hash"] is not None,
        active=row["active"],
    )


def _sites(conn: Connection, organisation_id: UUID) -> tuple[SiteLine, ...]:
    rows = conn.execute(
        select(SITE.c.id, SITE.c.name, SITE.c.address, SITE.c.time_zone)
        .where(SITE.c.organisation_id == organisation_id, ~SITE.c.deleted)
        .order_by(SITE.c.name)
    )
    return tuple(SiteLine(row.id, row.name, row.address or "", row.time_zone or "") for row in rows)


def _installations(
    conn: Connection, organisation_id: UUID, organisation_name: str
) -> tuple[InstallationLine, ...]:
    rows = conn.execute(
        select(INSTALLATION.c.product_id, PRODUCT.c.name, INSTALLATION.c.version, INSTALLATION.c.updated_at)
        .join(PRODUCT, PRODUCT.c.id == INSTALLATION.c.product_id)
        .where(INSTALLATION.c.organisation_id == organisation_id, ~INSTALLATION.c.deleted)
        .order_by(PRODUCT.c.name)
    )
    return tuple(
        InstallationLine(
            organisation_id, organisation_name, row.product_id, row.name, row.version, row.updated_at
        )
        for row in rows
    )


def _open_cases(conn: Connection, organisation_ids: Sequence[UUID]) -> Mapping[UUID, int]:
    rows = conn.execute(
        select(CASE.c.organisation_id, func.count())
        .where(CASE.c.organisation_id.in_(organisation_ids), CASE.c.open, CASE.c.merged_into.is_(None))
        .group_by(CASE.c.organisation_id)
    )
    return {row[0]: row[1] for row in rows}


def _cases(conn: Connection, organisation_id: UUID) -> tuple[int, int]:
    rows = conn.execute(
        select(CASE.c.open, func.count())
        .where(CASE.c.organisation_id == organisation_id, CASE.c.merged_into.is_(None))
        .group_by(CASE.c.open)
    )
    counts = {bool(row[0]): row[1] for row in rows}
    return counts.get(True, 0), counts.get(False, 0)
