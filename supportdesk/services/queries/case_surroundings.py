"""What hangs on a case beside its timeline: linked cases, notes, articles, work, watchers and the time it took."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, and_, or_, select

from supportdesk.domain.words import EntryKind, LinkKind
from supportdesk.services.views import LinkView, PersonView
from supportdesk.store.tables.cases import CASE, ENTRY, LINK
from supportdesk.store.tables.desk import FOLLOW
from supportdesk.store.tables.people import AGENT
from supportdesk.store.tables.work import (
    ARTICLE,
    CASE_ARTICLE,
    CASE_TRACKING_NOTE,
    ENGAGEMENT,
    REMOTE_SESSION,
    TRACKING_NOTE,
    VISIT,
    VISIT_CASE,
)

# How a link reads from its other end.
_THE_OTHER_WAY = {
    LinkKind.SPLIT_FROM: "split_into",
    LinkKind.MERGED_INTO: "merged_here",
    LinkKind.DUPLICATE_OF: "has_duplicate",
    LinkKind.FOLLOWS: "followed_by",
}
_MOST = 50


def links_of(conn: Connection, case_id: UUID, as_of: datetime | None = None) -> tuple[LinkView, ...]:
    """Related cases, then tracking notes, articles and engagements, as they stood at an instant (None: now).

    A link seen from its other end has the kind split_into, merged_here, has_duplicate or followed_by; the other
    kinds are tracking_note (`detail`: the version that settles it), article (`detail`: how it served) and
    engagement (`detail`: its kind).
    """
    return (
        *_cases(conn, case_id, as_of),
        *_notes(conn, case_id, as_of),
        *_articles(conn, case_id, as_of),
        *_engagements(conn, case_id, as_of),
    )


def watchers_of(conn: Connection, case_id: UUID) -> tuple[PersonView, ...]:
    """The agents who follow the case."""
    rows = conn.execute(
        select(AGENT.c.id, AGENT.c.name)
        .join(FOLLOW, FOLLOW.c.agent_id == AGENT.c.id)
        .where(FOLLOW.c.case_id == case_id)
        .order_by(AGENT.c.name)
    )
    return tuple(PersonView(row.id, row.name) for row in rows)


def seconds_spent(conn: Connection, case_id: UUID) -> dict[str, int]:
    """Seconds in remote sessions, on site at the client's, and at the desk on the phone."""
    sessions = conn.execute(
        select(REMOTE_SESSION.c.started_at, REMOTE_SESSION.c.ended_at).where(
            REMOTE_SESSION.c.case_id == case_id, ~REMOTE_SESSION.c.deleted
        )
    )
    visits = conn.execute(
        select(VISIT.c.arrived_at, VISIT.c.left_at)
        .join(VISIT_CASE, VISIT_CASE.c.visit_id == VISIT.c.id)
        # A case that came of a visit was not what the time was spent on.
        .where(
            VISIT_CASE.c.case_id == case_id,
            VISIT_CASE.c.recommendation.is_(None),
            ~VISIT_CASE.c.deleted,
            ~VISIT.c.deleted,
        )
    )
    calls = conn.scalars(
        select(ENTRY.c.data).where(
            ENTRY.c.case_id == case_id, ENTRY.c.kind == EntryKind.CALL.value, ~ENTRY.c.deleted
        )
    )
    return {
        "remote": sum(_lasted(start, end) for start, end in sessions),
        "on_site": sum(_lasted(start, end) for start, end in visits),
        "desk": sum(int((data or {}).get("seconds") or 0) for data in calls),
    }


def _lasted(start: datetime | None, end: datetime | None) -> int:
    if start is None or end is None:
        return 0
    return max(end - start, timedelta(0)) // timedelta(seconds=1)


def _cases(conn: Connection, case_id: UUID, as_of: datetime | None) -> Iterator[LinkView]:
    held = LINK.c.ended_at.is_(None)
    when = held if as_of is None else and_(LINK.c.at <= as_of, or_(held, LINK.c.ended_at > as_of))
    for end, other in ((LINK.c.case_id, LINK.c.other_id), (LINK.c.other_id, LINK.c.case_id)):
        rows = conn.execute(
            select(LINK.c.kind, CASE.c.id, CASE.c.number, CASE.c.title)
            .join(CASE, CASE.c.id == other)
            .where(end == case_id, when, ~LINK.c.deleted)
            .order_by(LINK.c.row)
        )
        for row in rows:
            kind = LinkKind(row.kind)
            read = kind if end is LINK.c.case_id else _THE_OTHER_WAY.get(kind, kind)
            yield LinkView(read, row.id, row.number, row.title)


def _notes(conn: Connection, case_id: UUID, as_of: datetime | None) -> Iterator[LinkView]:
    rows = conn.execute(
        select(
            TRACKING_NOTE.c.id,
            TRACKING_NOTE.c.number,
            TRACKING_NOTE.c.title,
            TRACKING_NOTE.c.fixed_in,
            CASE_TRACKING_NOTE.c.at,
        )
        .join(CASE_TRACKING_NOTE, CASE_TRACKING_NOTE.c.tracking_note_id == TRACKING_NOTE.c.id)
        .where(CASE_TRACKING_NOTE.c.case_id == case_id, ~CASE_TRACKING_NOTE.c.deleted)
        .order_by(CASE_TRACKING_NOTE.c.row)
    )
    for row in rows:
        if as_of is None or row.at <= as_of:
            yield LinkView("tracking_note", row.id, row.number, row.title, row.fixed_in or "")


def _articles(conn: Connection, case_id: UUID, as_of: datetime | None) -> Iterator[LinkView]:
    rows = conn.execute(
        select(ARTICLE.c.id, ARTICLE.c.number, ARTICLE.c.title, CASE_ARTICLE.c.how, CASE_ARTICLE.c.at)
        .join(CASE_ARTICLE, CASE_ARTICLE.c.article_id == ARTICLE.c.id)
        .where(CASE_ARTICLE.c.case_id == case_id, ~CASE_ARTICLE.c.deleted)
        .order_by(CASE_ARTICLE.c.row)
    )
    latest: dict[UUID, LinkView] = {}
    for row in rows:
        if as_of is None or row.at <= as_of:
            latest[row.id] = LinkView("article", row.id, row.number, row.title, row.how)
    yield from latest.values()


def _engagements(conn: Connection, case_id: UUID, as_of: datetime | None) -> Iterator[LinkView]:
    rows = conn.execute(
        select(ENGAGEMENT.c.id, ENGAGEMENT.c.kind, ENGAGEMENT.c.title, ENGAGEMENT.c.opened_at)
        .where(ENGAGEMENT.c.case_id == case_id, ~ENGAGEMENT.c.deleted)
        .order_by(ENGAGEMENT.c.row)
        .limit(_MOST)
    )
    for row in rows:
        if as_of is None or row.opened_at <= as_of:
            yield LinkView("engagement", row.id, "", row.title, row.kind)
