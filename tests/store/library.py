"""A small library of cases to be searched, and the searching of it as the tests ask."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert

from supportdesk.store import case_lists
from supportdesk.store.criteria import Criteria, Order, View
from supportdesk.store.search_language import parse
from supportdesk.store.search_terms import Field
from supportdesk.store.store import Store
from supportdesk.store.tables.work import PRODUCT, REMOTE_SESSION, VISIT, VISIT_CASE
from tests.store.rows import (
    HERE,
    ME,
    NOW,
    THERE,
    YOU,
    case,
    closed,
    contact,
    entry,
    organisation,
    paused,
    people,
    running,
)

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
NAMES = {
    Field.STAGE: {
        "waiting for customer": frozenset({"waiting_for_customer"}),
        "waiting for 3rd party vendor": frozenset({"waiting_for_vendor"}),
        "in progress": frozenset({"in_progress"}),
        "in_progress": frozenset({"in_progress"}),
    },
    Field.SEVERITY: {"s1": frozenset({"S1"}), "critical": frozenset({"S1"}), "s2": frozenset({"S2"})},
}


def asked(text: str, view: View = View.SEARCH, order: Order = Order.NEWEST) -> Criteria:
    terms = parse(text, now=NOW, zone=ZoneInfo("UTC"))
    return Criteria(view, order, ME, NOW, branch_id=HERE, terms=terms, names=NAMES)


def found(store: Store, text: str, view: View = View.SEARCH, order: Order = Order.NEWEST) -> list[str]:
    """The titles of what a search finds."""
    with store.read() as conn:
        return [line.title for line in case_lists.page(conn, asked(text, view, order), 0, 100)]


def problem(store: Store, text: str) -> str:
    with store.read() as conn:
        return case_lists.shape(conn, asked(text)).problem


def fill(conn: Connection) -> None:
    people(conn)
    atlas = organisation(conn, "Clinique de l'Atlas", "SAPATL")
    port = organisation(conn, "Port Authority", "PORT9")
    amel = contact(conn, "Amel Haddad", atlas)
    ledger = uuid4()
    conn.execute(insert(PRODUCT).values(id=ledger, code="GL", name="General Ledger", updated_at=NOW))
    printer = case(
        conn,
        title="printer",
        number="C-2026-004711",
        organisation_id=atlas,
        contact_id=amel,
        owner_id=ME,
        branch_id=HERE,
        product_id=ledger,
        area="Paie & Congés",
        severity_claimed="S1",
        severity_rank=1,
        attachments=1,
        **running(NOW - HOUR),
    )
    entry(conn, printer, "L'imprimante de l'étage ne répond plus: Erreur 0x80004005")
    payroll = case(
        conn,
        title="payroll",
        number="C-2026-000012",
        organisation_id=port,
        owner_id=YOU,
        branch_id=THERE,
        severity_claimed="S1",
        severity_verified="S2",
        severity_rank=2,
        template={"summary": "كشف الرواتب لا يُطبع", "users": "12 postes"},
        last_client_at=NOW,
        **{**paused(), "stage": "waiting_for_customer", "stage_kind": "waiting"},
    )
    entry(conn, payroll, "The printer prints the payslips twice")
    archive = case(
        conn,
        title="archive",
        number="INC0010023",
        source="servicenow",
        source_number="RITM7",
        logged_at=NOW - 60 * DAY,
        channel="phone",
        resolution="workaround",
        policy_code="sage",
        **closed(NOW - 30 * DAY),
    )
    entry(conn, archive, "old printer driver")
    kept = case(conn, title="kept", logged_at=NOW - 2 * DAY, **running(NOW + 3 * HOUR))
    merged = case(conn, title="merged", merged_into=kept)
    entry(conn, merged, "printer printer")
    visit = uuid4()
    row = {"id": visit, "number": "V-1", "organisation_id": port, "state": "planned", "updated_at": NOW}
    conn.execute(insert(VISIT).values(row))
    conn.execute(insert(VISIT_CASE).values(id=uuid4(), visit_id=visit, case_id=payroll, updated_at=NOW))
    session = {"id": uuid4(), "case_id": kept, "tool": "teamviewer", "started_at": NOW, "updated_at": NOW}
    conn.execute(insert(REMOTE_SESSION).values(session))
