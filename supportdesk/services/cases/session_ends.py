"""The end of a session that nobody but its vendor's reports told: what all of them count together (DSK-4).

A connection that was cut and taken up again has several reports. They come together or one fetch after another, and in
any order; the end is reckoned anew from all that stand on the session, so that it is the same each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.services.cases.remote_reports import LINKED
from supportdesk.services.cases.session_lines import ended_by_a_person
from supportdesk.services.operations.work import Work
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.tables.remote import REMOTE_REPORT
from supportdesk.store.tables.work import REMOTE_SESSION

_Span = tuple[datetime, datetime]


def left_to_reports(conn: Connection, sessions: Iterable[Record]) -> frozenset[UUID]:
    """Those of these sessions that have no end, or the one that the reports on them gave."""
    ended = {row["id"]: row for row in sessions}
    unended = {each for each, row in ended.items() if row["ended_at"] is None}
    told = _ends(conn, [row for row in ended.values() if row["ended_at"] is not None and not row["failed"]])
    alike = {each for each, end in told.items() if end == ended[each]["ended_at"]}
    # An officer may have logged the very length that the vendor counted.
    said = ended_by_a_person(conn, {ended[each]["case_id"] for each in alike}) if alike else frozenset()
    return frozenset(unended | (alike - said))


def let_reports_end(work: Work, sessions: Iterable[UUID]) -> None:
    """Give sessions the end that the reports on them tell; none where there is no report on one."""
    found = work.conn.execute(select(REMOTE_SESSION).where(REMOTE_SESSION.c.id.in_(list(sessions))))
    rows = found.mappings().all()
    told = _ends(work.conn, rows)
    for row in rows:
        revise(work.conn, REMOTE_SESSION, row["id"], {"ended_at": told.get(row["id"])}, work.operation)


def _ends(conn: Connection, sessions: Iterable[Record]) -> Mapping[UUID, datetime]:
    """The end of each of these sessions that has a report: after its beginning by what the vendor counted in all.

    The vendor's clock and the desk's differ: what it says of lengths is taken, not its instants.
    """
    begun = {row["id"]: row["started_at"] for row in sessions}
    if not begun:
        return {}
    reports = REMOTE_REPORT.c
    rows = conn.execute(
        select(reports.session_id, reports.started_at, reports.ended_at)
        .where(
            reports.standing == LINKED,
            reports.session_id.in_(list(begun)),
            reports.ended_at.is_not(None),
            ~reports.deleted,
        )
        .order_by(reports.started_at, reports.id)
    )
    spans: dict[UUID, list[_Span]] = defaultdict(list)
    for row in rows:
        spans[row.session_id].append((row.started_at, row.ended_at))
    return {each: begun[each] + _length(of_it) for each, of_it in spans.items()}


def _length(spans: Iterable[_Span]) -> timedelta:
    """How long at least one connection stood; `spans` by their beginnings. Two at once are no two lengths."""
    length = timedelta()
    counted: datetime | None = None
    for begin, end in spans:
        first = begin if counted is None else max(begin, counted)
        length += max(timedelta(), end - first)
        counted = max(first, end)
    return length
