"""What the desk knows of the time that connection reports are of: sessions, codes, cases with devices and officers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, or_, select

from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.facts import (
    ConnectionReport,
    Known,
    KnownCase,
    KnownCode,
    KnownSession,
    Person,
    name_key,
)
from supportdesk.services.cases.remote_reports import ASIDE, LINKED, VENDOR, WAITING, Noted
from supportdesk.services.cases.session_codes import TEAMVIEWER
from supportdesk.services.operations.desk import Desk
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT
from supportdesk.store.tables.remote import REMOTE_CODE, REMOTE_REPORT
from supportdesk.store.tables.work import REMOTE_SESSION

_AROUND = timedelta(days=1)
_CODES_BEFORE = timedelta(days=9)
_TOOLS = (TEAMVIEWER, VENDOR)


def known_facts(desk: Desk, reports: Sequence[ConnectionReport], fields: Iterable[KnownCode] = ()) -> Known:
    """What is known of the time of these reports.

    `fields` are codes whose custom field was read at the vendor: one of a case that this desk has not counts nothing.
    """
    if not reports:
        return Known()
    begin = min(report.started_at for report in reports) - _AROUND
    end = max(report.ended_at or report.started_at for report in reports) + _AROUND
    with desk.store.read() as conn:
        sessions = _sessions(conn, begin, end)
        codes = _codes(conn, begin, end, tuple(fields))
        cases = _cases(conn, begin, end, sessions)
    return Known(sessions, codes, cases)


def unknown_codes(desk: Desk, reports: Iterable[ConnectionReport]) -> tuple[str, ...]:
    """The session codes of these reports that no case here has, in order: the vendor may know whose they are."""
    found = dict.fromkeys(report.session_code for report in reports if report.session_code)
    with desk.store.read() as conn:
        known = set(conn.scalars(select(REMOTE_CODE.c.code).where(~REMOTE_CODE.c.deleted)))
        linked = set(
            conn.scalars(select(REMOTE_REPORT.c.session_code).where(REMOTE_REPORT.c.standing == LINKED))
        )
    return tuple(code for code in found if code not in known and code not in linked)


def settled_reports(desk: Desk) -> frozenset[str]:
    """The vendor's ids of the reports that were put on a case or put aside, by the rules or by a person."""
    with desk.store.read() as conn:
        ids = conn.scalars(
            select(REMOTE_REPORT.c.report_id).where(
                REMOTE_REPORT.c.vendor == VENDOR, REMOTE_REPORT.c.standing.in_((LINKED, ASIDE))
            )
        )
        return frozenset(ids)


def waiting_reports(desk: Desk, since: datetime) -> dict[str, Noted]:
    """The reports since an instant (UTC) on which nobody has decided, by the vendor's ids, as they are kept."""
    with desk.store.read() as conn:
        rows = conn.execute(
            select(REMOTE_REPORT).where(
                REMOTE_REPORT.c.vendor == VENDOR,
                REMOTE_REPORT.c.standing.in_(sorted(WAITING)),
                REMOTE_REPORT.c.started_at >= since,
                ~REMOTE_REPORT.c.deleted,
            )
        ).mappings()
        return {row["report_id"]: _noted(row) for row in rows}


def officers(desk: Desk) -> dict[str, UUID]:
    """Agents by their names as names are compared; a name that two have is nobody's."""
    with desk.store.read() as conn:
        rows = conn.execute(select(AGENT.c.id, AGENT.c.name).where(~AGENT.c.deleted)).all()
    found: dict[str, list[UUID]] = defaultdict(list)
    for row in rows:
        found[name_key(row.name)].append(row.id)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def _noted(row: Record) -> Noted:
    fee = Money(row["fee"], row["currency"]) if row["fee"] is not None and row["currency"] else None
    officer = Person(row["user_id"] or "", row["user_name"] or "")
    report = ConnectionReport(
        row["report_id"],
        row["started_at"],
        row["ended_at"],
        officer=officer,
        device_id=row["device_id"] or "",
        device_name=row["device_name"] or "",
        session_code=row["session_code"] or "",
        fee=fee,
        notes=row["notes"] or "",
    )
    return Noted(
        report,
        row["standing"],
        row["case_id"],
        row["session_id"],
        row["confidence"] or 0,
        tuple(row["evidence"] or ()),
    )


def _sessions(conn: Connection, begin: datetime, end: datetime) -> tuple[KnownSession, ...]:
    made = select(REMOTE_REPORT.c.session_id).where(
        REMOTE_REPORT.c.made_session, REMOTE_REPORT.c.session_id.is_not(None)
    )
    rows = conn.execute(
        select(
            REMOTE_SESSION.c.id,
            REMOTE_SESSION.c.case_id,
            REMOTE_SESSION.c.started_at,
            REMOTE_SESSION.c.ended_at,
            REMOTE_SESSION.c.remote_id,
            AGENT.c.name,
        )
        .outerjoin(AGENT, AGENT.c.id == REMOTE_SESSION.c.by_id)
        .where(
            REMOTE_SESSION.c.tool.in_(_TOOLS),
            REMOTE_SESSION.c.failed.is_(None),
            REMOTE_SESSION.c.started_at >= begin,
            REMOTE_SESSION.c.started_at <= end,
            ~REMOTE_SESSION.c.deleted,
            # What was made of one report says nothing of another: else each run would propose more than the last.
            REMOTE_SESSION.c.id.not_in(made),
        )
    )
    return tuple(
        KnownSession(
            row.id,
            row.case_id,
            row.started_at,
            row.ended_at,
            officer=Person(name=row.name or ""),
            device_id=row.remote_id or "",
        )
        for row in rows
    )


def _codes(
    conn: Connection, begin: datetime, end: datetime, fields: tuple[KnownCode, ...]
) -> tuple[KnownCode, ...]:
    rows = conn.execute(
        select(REMOTE_CODE.c.code, REMOTE_CODE.c.case_id, REMOTE_CODE.c.made_at).where(
            REMOTE_CODE.c.made_at >= begin - _CODES_BEFORE,
            REMOTE_CODE.c.made_at <= end,
            ~REMOTE_CODE.c.deleted,
        )
    )
    ours = tuple(KnownCode(row.code, row.case_id, row.made_at) for row in rows)
    named = {each.case_id for each in fields}
    here = set(conn.scalars(select(CASE.c.id).where(CASE.c.id.in_(named)))) if named else set()
    return (*ours, *(each for each in fields if each.case_id in here))


def _cases(
    conn: Connection, begin: datetime, end: datetime, sessions: Iterable[KnownSession]
) -> dict[UUID, KnownCase]:
    """The cases that were open then, of clients whose devices are known, with the officers who worked on them."""
    devices, names = _devices(conn)
    worked: dict[UUID, set[Person]] = defaultdict(set)
    for session in sessions:
        worked[session.case_id].add(session.officer)
    rows = conn.execute(
        select(CASE.c.id, CASE.c.organisation_id, CASE.c.logged_at, CASE.c.closed_at, AGENT.c.name)
        .outerjoin(AGENT, AGENT.c.id == CASE.c.owner_id)
        .where(
            CASE.c.logged_at <= end,
            or_(CASE.c.closed_at.is_(None), CASE.c.closed_at >= begin),
            CASE.c.organisation_id.is_not(None),
            ~CASE.c.deleted,
        )
    )
    return {
        row.id: KnownCase(
            row.id,
            row.logged_at,
            row.closed_at,
            frozenset(devices.get(row.organisation_id, ())),
            frozenset(names.get(row.organisation_id, ())),
            frozenset(worked[row.id] | ({Person(name=row.name)} if row.name else set())),
        )
        for row in rows
        if row.organisation_id in devices or row.organisation_id in names
    }


def _devices(conn: Connection) -> tuple[dict[UUID, set[str]], dict[UUID, set[str]]]:
    """Devices by client: the ids that sessions led to, and the names that reports on the client's cases gave them."""
    ids: dict[UUID, set[str]] = defaultdict(set)
    rows = conn.execute(
        select(CASE.c.organisation_id, REMOTE_SESSION.c.remote_id)
        .join(CASE, CASE.c.id == REMOTE_SESSION.c.case_id)
        .where(
            REMOTE_SESSION.c.tool.in_(_TOOLS),
            REMOTE_SESSION.c.remote_id.is_not(None),
            REMOTE_SESSION.c.failed.is_(None),
            CASE.c.organisation_id.is_not(None),
        )
        .distinct()
    )
    for row in rows:
        ids[row.organisation_id].add(row.remote_id)
    names: dict[UUID, set[str]] = defaultdict(set)
    rows = conn.execute(
        select(CASE.c.organisation_id, REMOTE_REPORT.c.device_name)
        .join(CASE, CASE.c.id == REMOTE_REPORT.c.case_id)
        .where(
            REMOTE_REPORT.c.standing == LINKED,
            REMOTE_REPORT.c.device_name.is_not(None),
            CASE.c.organisation_id.is_not(None),
        )
        .distinct()
    )
    for row in rows:
        names[row.organisation_id].add(row.device_name)
    return ids, names
