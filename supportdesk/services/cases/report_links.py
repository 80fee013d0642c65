"""Puts a vendor's report of a connection on its case, and takes it off again; which case is for rules or a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Ref
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.entitlements.entitlement import Act
from supportdesk.rules.remote_sessions.facts import device_key
from supportdesk.services.cases.remote_reports import LINKED, OPEN, WAITING, decide, settled_otherwise
from supportdesk.services.cases.session_codes import TEAMVIEWER
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, take
from supportdesk.services.in_hand.charging import require_support, take_back_charge
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_id
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import find_row, get_row
from supportdesk.store.tables.remote import REMOTE_REPORT
from supportdesk.store.tables.work import REMOTE_SESSION

_TAKEN_OFF = "The connection was put on this case by mistake."


@dataclass(frozen=True, slots=True)
class ReportLink:
    """A report that belongs to a case, perhaps to a session noted there; `officer_id` is the agent, if known."""

    report: UUID
    session_id: UUID | None = None
    confidence: int | None = None
    evidence: tuple[str, ...] = ()
    officer_id: UUID | None = None


def link_reports(desk: Desk, case_id: UUID, links: Iterable[ReportLink]) -> Done:
    """Put reports on a case, as the rules are sure of them; one that was decided on meanwhile is left as it is."""
    return do(desk, "case.link_remote_reports", case_id, {"links": [_plain(each) for each in links]})


def link_report(desk: Desk, case_id: UUID, report: UUID, session_id: UUID | None = None) -> Done:
    """Put a report on a case, as a person says. KnownError where it is on another, or its connection still runs."""
    return do(desk, "case.link_remote_report", case_id, _plain(ReportLink(report, session_id)))


def unlink_report(desk: Desk, case_id: UUID, report: UUID) -> Done:
    """Take a report off its case; a session that was made of it goes with it, and the incident it charged."""
    return do(desk, "case.unlink_remote_report", case_id, {"report": report})


@handles("case.link_remote_reports", kind=Kind.APPEND, entity=Entity.CASE)
def _link_all(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    links = {UUID(each["report"]): each for each in operation.args["links"]}
    named = {UUID(each["session_id"]) for each in links.values() if each.get("session_id")}
    rows, sessions = _rows(work, REMOTE_REPORT, links), _rows(work, REMOTE_SESSION, named)
    touched = []
    for report_id, each in links.items():
        row = rows.get(report_id)
        if row is not None and row["standing"] in WAITING and row["ended_at"] is not None:
            _link(case, row, each, _of_case(case, sessions.get(to_id(each.get("session_id")))))
            touched.append(report_id)
    return Effect(case.put_down() | _reports(touched))


@handles("case.link_remote_report", kind=Kind.COMMAND, entity=Entity.CASE)
def _link_one(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    row = get_row(work.conn, REMOTE_REPORT, UUID(operation.args["report"]))
    if row["standing"] == LINKED:
        if row["case_id"] != case.id:
            raise settled_otherwise("It is on another case.")
        return Effect(case.put_down())
    if row["ended_at"] is None:
        raise KnownError(
            "This connection still runs.", "Nothing was changed.", "Fetch the reports again when it is over."
        )
    session_id = to_id(operation.args.get("session_id"))
    session = find_row(work.conn, REMOTE_SESSION, session_id) if session_id is not None else None
    _link(case, row, operation.args, _of_case(case, session))
    undo = undone_by("case.unlink_remote_report", report=row["id"])
    return Effect(case.put_down() | _reports([row["id"]]), undo=undo)


@handles("case.unlink_remote_report", kind=Kind.COMMAND, entity=Entity.CASE)
def _unlink(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    row = get_row(work.conn, REMOTE_REPORT, UUID(operation.args["report"]))
    if row["standing"] != LINKED or row["case_id"] != case.id:
        raise settled_otherwise("It is not on this case any more.")
    session = find_row(work.conn, REMOTE_SESSION, row["session_id"])
    if row["made_session"] and session is not None:
        records.set_deleted(work, REMOTE_SESSION, session["id"], deleted=True)
        take_back_charge(case, session["created_op"], _TAKEN_OFF)
    _write(case, row, {"act": "unreported"})
    cleared = {"case_id": None, "session_id": None, "confidence": None, "evidence": None}
    decide(work, row, OPEN, **cleared, made_session=False)
    return Effect(case.put_down() | _reports([row["id"]]))


def _link(case: CaseInHand, row: Record, link: Mapping[str, Any], session: Record | None) -> None:
    seconds = int((row["ended_at"] - row["started_at"]).total_seconds())
    told: dict[str, Any] = {"act": "reported", "seconds": seconds}
    made = session is None
    if session is None:
        session_id = _make_session(case, row, to_id(link.get("officer_id")))
    else:
        session_id = session["id"]
        told |= _completed(case, row, session)
    _write(case, row, {**told, "session": session_id})
    decide(
        case.work,
        row,
        LINKED,
        case_id=case.id,
        session_id=session_id,
        made_session=made,
        confidence=link.get("confidence"),
        evidence=list(link.get("evidence") or ()) or None,
    )


def _rows(work: Work, table: Table, ids: Iterable[UUID]) -> dict[UUID | None, Record]:
    """The rows of a table with these ids, in one question."""
    found = work.conn.execute(select(table).where(table.c.id.in_(list(ids)), ~table.c.deleted))
    return {row["id"]: row for row in found.mappings()}


def _of_case(case: CaseInHand, session: Record | None) -> Record | None:
    return session if session is not None and session["case_id"] == case.id else None


def _make_session(case: CaseInHand, row: Record, officer_id: UUID | None) -> UUID:
    """A session of which nobody had noted anything: the support was given, so it is charged where it is the first."""
    require_support(case, Act.REMOTE_SESSION, given=True)
    session_id = case.work.new_id()
    values = {
        "case_id": str(case.id),
        "tool": TEAMVIEWER,
        "remote_id": _peer_id(row),
        "started_at": row["started_at"].isoformat(),
        "ended_at": row["ended_at"].isoformat(),
        "by_id": str(officer_id) if officer_id is not None else None,
    }
    records.add(case.work, REMOTE_SESSION, values, row_id=session_id)
    return session_id


def _completed(case: CaseInHand, row: Record, session: Record) -> dict[str, Any]:
    """End a session that nobody ended by what the vendor counted; else tell what the officer logged beside it."""
    if session["ended_at"] is None:
        length = row["ended_at"] - row["started_at"]
        values = {"ended_at": session["started_at"] + length}
        revise(case.work.conn, REMOTE_SESSION, session["id"], values, case.work.operation)
        return {}
    return {"logged": int((session["ended_at"] - session["started_at"]).total_seconds())}


def _write(case: CaseInHand, row: Record, told: Mapping[str, Any]) -> None:
    data = {
        "tool": TEAMVIEWER,
        "remote_id": _peer_id(row) or "",
        "report": row["id"],
        "started_at": row["started_at"],
        **told,
    }
    case.write(Line(EntryKind.REMOTE_SESSION, data=data, channel=Channel.REMOTE, by_itself=True))


def _peer_id(row: Record) -> str | None:
    key = device_key(row["device_id"] or "")
    return key if key and not key.startswith("d") else None


def _reports(ids: Iterable[UUID]) -> ChangeSet:
    return ChangeSet({Ref(Entity.REMOTE_REPORT, each): frozenset({Aspect.ROW}) for each in ids})


def _plain(link: ReportLink) -> dict[str, Any]:
    return {
        "report": link.report,
        "session_id": link.session_id,
        "confidence": link.confidence,
        "evidence": list(link.evidence),
        "officer_id": link.officer_id,
    }
