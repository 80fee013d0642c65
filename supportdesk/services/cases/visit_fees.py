"""The drafted line for a visit that nothing covers (ONX-3); a person completes and sends it."""

from __future__ import annotations

from sqlalchemy import select

from supportdesk.rules.cases.visit_report import VisitReport
from supportdesk.services.cases.visit_plans import policy_of
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.operations.work import Work
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.ledger_rows import draft_invoice
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.people import INVOICE_DRAFT, ORGANISATION

_DRAFT, _DROPPED = "draft", "dropped"


def draft_fee(work: Work, visit: Record, report: VisitReport) -> None:
    """Draft the line as a finished report has it; the line of an earlier revision follows as long as it is a draft.

    One that a revision dropped comes back with one that is to be paid; what a person has settled stays as it is. The
    visit has no case of its own where it was for none.
    """
    minutes = seconds_on_site(report) // 60
    text = f"{visit['number']} {minutes // 60} h {minutes % 60:02} m"
    to_pay = _is_to_pay(work, visit, report)
    known = _lines(work, visit) if visit["revision"] else []
    if to_pay and not known:
        draft_invoice(
            work.conn,
            work.new_id(),
            work.operation,
            organisation_id=visit["organisation_id"],
            case_id=report.cases[0] if report.cases else None,
            text=text,
            at=work.now,
        )
    for line in known:
        if line["state"] == _DRAFT or _is_withdrawn(line):
            # Its instant says that it was a revision that dropped it, and not a person.
            changes = {"text": text, "state": _DRAFT} if to_pay else {"state": _DROPPED, "at": work.now}
            revise(work.conn, INVOICE_DRAFT, line["id"], changes, work.operation)


def seconds_on_site(report: VisitReport) -> int:
    """From the arrival to the departure; 0 where one of them isn't known."""
    return int((report.left - report.arrived).total_seconds()) if report.left and report.arrived else 0


def _is_to_pay(work: Work, visit: Record, report: VisitReport) -> bool:
    organisation = get_row(work.conn, ORGANISATION, visit["organisation_id"])
    policy = policy_of(work, organisation)
    return judge(work.conn, policy, visit["organisation_id"], report.arrived or work.now).invoice


def _is_withdrawn(line: Record) -> bool:
    """Whether a revision dropped the line; where a person did, it was changed after that instant."""
    return line["state"] == _DROPPED and bool(line["at"] == line["updated_at"])


def _lines(work: Work, visit: Record) -> list[Record]:
    """The lines that were drafted for the visit, whatever became of them; a line names its visit first."""
    wanted = (
        INVOICE_DRAFT.c.organisation_id == visit["organisation_id"],
        INVOICE_DRAFT.c.text.startswith(f"{visit['number']} ", autoescape=True),
        ~INVOICE_DRAFT.c.deleted,
    )
    rows = work.conn.execute(select(INVOICE_DRAFT).where(*wanted).order_by(INVOICE_DRAFT.c.id))
    return list(rows.mappings())
