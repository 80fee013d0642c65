"""Rows of an organisation's incident ledger, its contracts and drafted invoice lines; nothing here is ever changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from supportdesk.domain.operation import Operation
from supportdesk.domain.words import Cover, LedgerKind
from supportdesk.rules.entitlements.cover_periods import Period
from supportdesk.rules.entitlements.ledger import LedgerLine
from supportdesk.store import locking
from supportdesk.store.composed import Composed
from supportdesk.store.synced_rows import insert_row
from supportdesk.store.tables.people import CONTRACT, INVOICE_DRAFT, LEDGER_LINE, ORGANISATION

_CLIENT_TO_CHARGE = Composed(
    select(ORGANISATION.c.id).where(ORGANISATION.c.id == bindparam("organisation_id")).with_for_update()
)
_LINES = Composed(
    select(LEDGER_LINE).where(
        LEDGER_LINE.c.organisation_id == bindparam("organisation_id"), ~LEDGER_LINE.c.deleted
    )
)
_CHARGED_BY = Composed(
    select(LEDGER_LINE.c.id).where(
        LEDGER_LINE.c.organisation_id == bindparam("organisation_id"),
        LEDGER_LINE.c.created_op == bindparam("operation_id"),
        LEDGER_LINE.c.kind == LedgerKind.CONSUMED.value,
        ~LEDGER_LINE.c.deleted,
    )
)
_PERIODS = Composed(
    select(CONTRACT.c.starts_on, CONTRACT.c.ends_on, CONTRACT.c.plan_id).where(
        CONTRACT.c.organisation_id == bindparam("organisation_id"),
        CONTRACT.c.kind == bindparam("kind"),
        ~CONTRACT.c.deleted,
    )
)


def lines_of(conn: Connection, organisation_id: UUID) -> tuple[LedgerLine, ...]:
    """The ledger of an organisation, in no particular order; while it is decided upon, nobody else decides on it."""
    if locking.decides(conn):
        _CLIENT_TO_CHARGE.first(conn, organisation_id=organisation_id)
    rows = _LINES.all(conn, organisation_id=organisation_id)
    return tuple(
        LedgerLine(
            id=row.id,
            kind=LedgerKind(row.kind),
            quantity=row.quantity,
            at=row.at,
            ticket=row.ticket_id,
            case=row.case_id,
            covered=row.covered,
            reason=row.reason or "",
        )
        for row in rows
    )


def is_charged_by(conn: Connection, organisation_id: UUID, operation_id: UUID) -> bool:
    """Whether this operation took an incident from the organisation's ledger."""
    return _CHARGED_BY.first(conn, organisation_id=organisation_id, operation_id=operation_id) is not None


def insert_line(
    conn: Connection,
    organisation_id: UUID,
    line: LedgerLine,
    operation: Operation,
    payment: Mapping[str, Any] | None = None,
) -> None:
    """Append a line; `payment` holds amount, currency, method and reference of a line that was paid for."""
    values = {
        "organisation_id": organisation_id,
        "ticket_id": line.ticket,
        "case_id": line.case,
        "kind": line.kind.value,
        "quantity": line.quantity,
        "covered": line.covered,
        "at": line.at,
        "by_id": operation.actor,
        "reason": line.reason or None,
        "acted_on_id": operation.root.id if line.case else None,
    }
    insert_row(conn, LEDGER_LINE, line.id, operation, {**values, **(payment or {})})


def line_by(conn: Connection, operation_id: UUID, kind: LedgerKind) -> UUID | None:
    """The line of this kind that an operation appended."""
    found: UUID | None = conn.scalar(
        select(LEDGER_LINE.c.id).where(
            LEDGER_LINE.c.created_op == operation_id, LEDGER_LINE.c.kind == kind.value
        )
    )
    return found


def charged_through(conn: Connection, case_id: UUID) -> UUID | None:
    """The case that was acted on when this one was last charged; another one where they were merged."""
    found: UUID | None = conn.scalar(
        select(LEDGER_LINE.c.acted_on_id)
        .where(LEDGER_LINE.c.case_id == case_id, LEDGER_LINE.c.kind == LedgerKind.CONSUMED.value)
        .order_by(LEDGER_LINE.c.at.desc(), LEDGER_LINE.c.row.desc())
        .limit(1)
    )
    return found


def case_charged_by(conn: Connection, operation_id: UUID) -> UUID | None:
    """The case that an operation charged, if it charged one."""
    found: UUID | None = conn.scalar(
        select(LEDGER_LINE.c.case_id).where(
            LEDGER_LINE.c.created_op == operation_id, LEDGER_LINE.c.kind == LedgerKind.CONSUMED.value
        )
    )
    return found


def periods_of(conn: Connection, organisation_id: UUID, kind: Cover) -> tuple[Period, ...]:
    """The organisation's contracts, or the renewals of its warranty."""
    rows = _PERIODS.all(conn, organisation_id=organisation_id, kind=kind.value)
    return tuple(Period(row.starts_on, row.ends_on, row.plan_id) for row in rows)


def draft_invoice(
    conn: Connection,
    row_id: UUID,
    operation: Operation,
    *,
    organisation_id: UUID,
    case_id: UUID | None,
    text: str,
    at: datetime,
) -> None:
    """Draft an invoice line for a case, or for what belongs to none; a person completes and sends it (ONX-3)."""
    values = {
        "organisation_id": organisation_id,
        "case_id": case_id,
        "text": text,
        "at": at,
        "state": "draft",
    }
    insert_row(conn, INVOICE_DRAFT, row_id, operation, values)
