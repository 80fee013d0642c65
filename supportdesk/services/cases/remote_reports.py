"""Connections as a remote tool's vendor counted them: kept once each, put on their case, or put aside (DSK-4).

The id of a report here follows from the vendor's own, so that two desks which fetch the same month keep each once. What
the officer logged stays as it was said; what the vendor counted stands beside it, and ends what nobody ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.rules.remote_sessions.facts import ConnectionReport
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_id, to_instant
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.insertion import insert_many
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.remote import REMOTE_REPORT

VENDOR = "teamviewer"
MOST_AT_ONCE = 250
"""How many reports one act notes: a longer one would keep others from writing."""

RUNNING, OPEN, PROPOSED, LINKED, ASIDE = "running", "open", "proposed", "linked", "aside"
WAITING = frozenset({RUNNING, OPEN, PROPOSED})
"""Standings on which nobody has decided yet."""

_REPORTS = UUID("6f0c1a52-6b0e-5a0a-9a55-0d6c5f1d9e10")
_SHORT = 200
_TEXTS = ("user_id", "user_name", "device_id", "device_name", "session_code")


@dataclass(frozen=True, slots=True)
class Noted:
    """A report with what the rules make of it: a standing of RUNNING, OPEN or PROPOSED, and the case proposed."""

    report: ConnectionReport
    standing: str
    case_id: UUID | None = None
    session_id: UUID | None = None
    confidence: int = 0
    evidence: tuple[str, ...] = ()


def report_row(report_id: str, vendor: str = VENDOR) -> UUID:
    """The id that a vendor's report has on every desk."""
    return uuid5(_REPORTS, f"{vendor} {report_id[:_SHORT]}")


def note_reports(desk: Desk, noted: Iterable[Noted]) -> Done:
    """Keep reports, each once; of one that is there its end and what is proposed are brought up to date."""
    args = {"vendor": VENDOR, "reports": [_plain(each) for each in noted]}
    return do(desk, "remote_report.note", desk.new_id(), args)


def set_aside(desk: Desk, report: UUID, reason: str) -> Done:
    """Say that a connection belongs to no case, and why. KnownError without a reason, or where it is on a case."""
    return do(desk, "remote_report.set_aside", report, {"reason": reason})


def take_up(desk: Desk, report: UUID) -> Done:
    """Take back that a connection belongs to no case."""
    return do(desk, "remote_report.take_up", report)


@handles("remote_report.note", kind=Kind.APPEND, entity=Entity.REMOTE_REPORT)
def _note(work: Work, operation: Operation) -> Effect:
    vendor = str(operation.args["vendor"])
    given = {report_row(str(each["id"]), vendor): each for each in operation.args["reports"]}
    rows = work.conn.execute(select(REMOTE_REPORT).where(REMOTE_REPORT.c.id.in_(list(given)))).mappings()
    known = {row["id"]: row for row in rows}
    fresh = [
        {
            "id": row_id,
            "created_op": operation.id,
            "updated_at": operation.at,
            **_facts(vendor, each),
            **_proposal(each),
        }
        for row_id, each in given.items()
        if row_id not in known
    ]
    insert_many(work.conn, REMOTE_REPORT, fresh)
    for row_id, row in known.items():
        _renew(work, row, given[row_id])
    # What is kept of the act itself is enough to tell of it: the rows say it all.
    remnant = {"vendor": vendor, "reports": [], "count": len(given)}
    return Effect(records.changed(work), result={"new": len(fresh)}, remnant=remnant)


@handles("remote_report.set_aside", kind=Kind.COMMAND, entity=Entity.REMOTE_REPORT)
def _set_aside(work: Work, operation: Operation) -> Effect:
    row = get_row(work.conn, REMOTE_REPORT, work.root)
    reason = records.required(operation.args["reason"], "The reason")
    if row["standing"] == LINKED:
        raise settled_otherwise("It is on a case.")
    if row["standing"] == ASIDE and work.arrived:
        return Effect(records.changed(work))
    decide(work, row, ASIDE, reason=reason)
    return Effect(records.changed(work), undo=undone_by("remote_report.take_up"))


@handles("remote_report.take_up", kind=Kind.COMMAND, entity=Entity.REMOTE_REPORT)
def _take_up(work: Work, _operation: Operation) -> Effect:
    row = get_row(work.conn, REMOTE_REPORT, work.root)
    if row["standing"] == LINKED:
        raise settled_otherwise("It is on a case.")
    standing = RUNNING if row["ended_at"] is None else PROPOSED if row["case_id"] else OPEN
    decide(work, row, standing, reason=None)
    return Effect(records.changed(work))


def decide(work: Work, row: Record, standing: str, **values: object) -> None:
    """Write what became of a report, and who said so."""
    decided = standing in (LINKED, ASIDE)
    stamp = {"decided_by_id": work.actor, "decided_at": work.now} if decided else {}
    revise(work.conn, REMOTE_REPORT, row["id"], {**values, **stamp, "standing": standing}, work.operation)


def settled_otherwise(why: str) -> KnownError:
    """Told where somebody has decided on a report already."""
    return KnownError(
        "This connection was decided on already.",
        f"{why} Nothing was changed.",
        "Open the list again; take the other decision back first if it was wrong.",
    )


def _renew(work: Work, row: Record, given: Mapping[str, Any]) -> None:
    if row["standing"] not in WAITING:
        return
    ended_at = to_instant(given["ended_at"]) or row["ended_at"]
    proposal = _proposal(given)
    if ended_at is not None and proposal["standing"] == RUNNING:
        proposal["standing"] = OPEN
    values = {**proposal, "ended_at": ended_at}
    if any(row[name] != value for name, value in values.items()):
        revise(work.conn, REMOTE_REPORT, row["id"], values, work.operation)


def _plain(noted: Noted) -> dict[str, Any]:
    report = noted.report
    return {
        "id": report.id,
        "started_at": report.started_at,
        "ended_at": report.ended_at,
        "user_id": report.officer.user_id,
        "user_name": report.officer.name,
        "device_id": report.device_id,
        "device_name": report.device_name,
        "session_code": report.session_code,
        "fee": report.fee.amount if report.fee is not None else None,
        "currency": report.fee.currency if report.fee is not None else None,
        "notes": report.notes,
        "standing": noted.standing,
        "case_id": noted.case_id,
        "session_id": noted.session_id,
        "confidence": noted.confidence,
        "evidence": list(noted.evidence),
    }


def _facts(vendor: str, given: Mapping[str, Any]) -> dict[str, Any]:
    texts = {name: str(given.get(name) or "")[:_SHORT] or None for name in _TEXTS}
    values = records.typed(REMOTE_REPORT, {name: given.get(name) for name in ("fee", "currency", "notes")})
    started_at, ended_at = datetime.fromisoformat(given["started_at"]), to_instant(given["ended_at"])
    return {
        "vendor": vendor,
        "report_id": str(given["id"])[:_SHORT],
        "started_at": started_at,
        "ended_at": None if ended_at is None else max(started_at, ended_at),
        **texts,
        **values,
    }


def _proposal(given: Mapping[str, Any]) -> dict[str, Any]:
    standing = given["standing"] if given["standing"] in WAITING else OPEN
    return {
        "standing": standing,
        "case_id": to_id(given.get("case_id")),
        "session_id": to_id(given.get("session_id")),
        "confidence": given.get("confidence") or None,
        "evidence": list(given.get("evidence") or ()) or None,
    }
