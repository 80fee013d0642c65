"""Puts a vendor's report of a connection on its case, and takes it off again; which case is for rules or a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
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
from supportdesk.services.cases.session_ends import left_to_reports, let_reports_end
from supportdesk.services.cases.session_lines import REPORTED, UNREPORTED, linked_at, support_since
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
    named_ids = {UUID(each["session_id"]) for each in links.values() if each.get("session_id")}
    rows = _rows(work, REMOTE_REPORT, links)
    named = {each: row for each, row in _rows(work, REMOTE_SESSION, named_ids).items() if _is_of(case, row)}
    unsaid = left_to_reports(work.conn, named.values())
    touched = []
    for report_id, each in links.items():
        row = rows.get(report_id)
        if row is not None and row["standing"] in WAITING and row["ended_at"] is not None:
            _link(case, row, each, named.get(to_id(each.get("session_id"))), unsaid)
            touched.append(report_id)
    let_reports_end(work, unsaid)
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
    found = find_row(work.conn, REMOTE_SESSION, session_id) if session_id is not None else None
    session = found if found is not None and _is_of(case, found) else None
    unsaid = left_to_reports(work.conn, [session] if session is not None else ())
    _link(case, row, operation.args, session, unsaid)
    let_reports_end(work, unsaid)
    undo = undone_by("case.unlink_remote_report", report=row["id"])
    return Effect(case.put_down() | _reports([row["id"]]), undo=undo)


@handles("case.unlink_remote_report", kind=Kind.COMMAND, entity=Entity.CASE)
def _unlink(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    row = get_row(work.conn, REMOTE_REPORT, UUID(operation.args["report"]))
    if row["standing"] != LINKED or row["case_id"] != case.id:
        raise settled_otherwise("It is not on this case any more.")
    session = find_row(work.conn, REMOTE_SESSION, row["session_id"])
    unsaid = left_to_reports(work.conn, [session] if session is not None else ())
    cleared = {"case_id": None, "session_id": None, "confidence": None, "evidence": None}
    decide(work, row, OPEN, **cleared, made_session=False)
    handed_on = _let_go(case, row, session, unsaid) if session is not None else []
    _write(case, row, {"act": UNREPORTED})
    return Effect(case.put_down() | _reports([row["id"], *handed_on]))


def _link(
    case: CaseInHand, row: Record, link: Mapping[str, Any], session: Record | None, unsaid: Collection[UUID]
) -> None:
    """Put a report on the case; `unsaid` are sessions of which no person said when they ended."""
    seconds = int((row["ended_at"] - row["started_at"]).total_seconds())
    told: dict[str, Any] = {"act": REPORTED, "seconds": seconds}
    made = session is None
    if session is None:
        session_id = _make_session(case, row, to_id(link.get("officer_id")))
    else:
        session_id = session["id"]
        if session_id not in unsaid:
            told["logged"] = int((session["ended_at"] - session["started_at"]).total_seconds())
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


def _let_go(case: CaseInHand, row: Record, session: Record, unsaid: Collection[UUID]) -> list[UUID]:
    """What becomes of a session when a report is taken off it; gives the report that it is held by then instead."""
    work = case.work
    heir = _next_of(work, session) if row["made_session"] else None
    if row["made_session"] and heir is None:
        _remove_made(case, session)
        return []
    let_reports_end(work, unsaid)
    if heir is None:
        return []
    # Another connection of the session stays on the case, and so does what was made of the first.
    revise(work.conn, REMOTE_REPORT, heir, {"made_session": True}, work.operation)
    return [heir]


def _remove_made(case: CaseInHand, session: Record) -> None:
    """Take a session off that was made of a report; its incident goes back, unless support was given since (SYN-2)."""
    records.set_deleted(case.work, REMOTE_SESSION, session["id"], deleted=True)
    if not support_since(case, session, linked_at(case.work.conn, case, session)):
        take_back_charge(case, session["created_op"], _TAKEN_OFF)


def _next_of(work: Work, session: Record) -> UUID | None:
    """The first of the reports that are on a session."""
    found: UUID | None = work.conn.scalar(
        select(REMOTE_REPORT.c.id)
        .where(
            REMOTE_REPORT.c.standing == LINKED,
            REMOTE_REPORT.c.session_id == session["id"],
            ~REMOTE_REPORT.c.deleted,
        )
        .order_by(REMOTE_REPORT.c.started_at, REMOTE_REPORT.c.id)
        .limit(1)
    )
    return found


def _rows(work: Work, table: Table, ids: Iterable[UUID]) -> dict[UUID | None, Record]:
    """The rows of a table with these ids, in one question."""
    found = work.conn.execute(select(table).where(table.c.id.in_(list(ids)), ~table.c.deleted))
    return {row["id"]: row for row in found.mappings()}


def _is_of(case: CaseInHand, session: Record) -> bool:
    return bool(session["case_id"] == case.id)


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
