"""The counts beside the sidebar's entries; the lists themselves are in `lists`."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, case, func, select, text

from supportdesk.rules.calendars.zone import ONE_DAY, local_midnight
from supportdesk.services.cases import conflicts
from supportdesk.services.in_hand.attention import open_count
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person.place import place_of
from supportdesk.services.queries.lists import criteria_of, shape_of
from supportdesk.services.queries.visit_lists import expected_between
from supportdesk.services.registers.saved_views import views_of
from supportdesk.services.views import CaseQuery, SidebarCounts, Sort, ViewKind
from supportdesk.store import case_tally, desk_rows, kept_uploads, operation_rows
from supportdesk.store.tables.columns import Id
from supportdesk.store.tables.desk import DRAFT
from supportdesk.store.tables.people import BRANCH

# Named, for SQLite would sort the whole inbox rather than walk to the latest word of a client.
_UNREAD = text(
    'SELECT 1 FROM "case" AS c INDEXED BY ix_case_client_word '
    "LEFT JOIN read_mark AS m ON m.case_id = c.id AND m.agent_id = :me "
    "WHERE c.open AND c.merged_into IS NULL AND c.last_client_at > coalesce(m.seen_at, 0) AND c.needs_answer "
    "ORDER BY c.last_client_at DESC LIMIT 1"
)


def counts(desk: Desk) -> SidebarCounts:
    """Everything that the sidebar and the status bar count, in one snapshot.

    The count of a saved view stops where its list does, at a thousand.
    """
    now = desk.now()
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        zone = place_of(conn, desk.actor).zone
        return SidebarCounts(
            views={
                ViewKind(view.value): count
                for view, count in case_tally.count_views(conn, desk.actor, now).items()
            },
            branches=_branches(conn),
            saved=_saved(conn, desk),
            visits_today=_visits_today(conn, desk.actor, now, zone),
            attention=waiting_matters(conn, desk.actor),
            unread=_unread(conn, desk.actor),
            drafts=conn.scalar(select(func.count(DRAFT.c.key.distinct()))) or 0,
            waiting_to_send=desk_rows.count_waiting(conn),
        )


def waiting_matters(conn: Connection, agent_id: UUID) -> int:
    """How much waits for an agent: items, contested fields, work that was not taken in, files that are not sent."""
    return (
        open_count(conn, agent_id)
        + conflicts.open_count(conn, agent_id)
        + operation_rows.count_not_taken(conn)
        + len(kept_uploads.troubles(conn))
    )


def _branches(conn: Connection) -> tuple[tuple[UUID, str, str, int], ...]:
    open_cases = case_tally.count_branches(conn)
    centre_first = case((BRANCH.c.kind == "central", 0), else_=1)
    rows = conn.execute(
        select(BRANCH.c.id, BRANCH.c.name, BRANCH.c.kind)
        .where(~BRANCH.c.deleted)
        .order_by(centre_first, BRANCH.c.row)
    )
    return tuple((row.id, row.name, row.kind, open_cases.get(row.id, 0)) for row in rows)


def _saved(conn: Connection, desk: Desk) -> tuple[tuple[UUID, str, str, int], ...]:
    found = []
    for view in views_of(conn, desk.actor):
        query = CaseQuery(view=ViewKind.SEARCH, sort=Sort.NEWEST, search=view.query)
        found.append((view.id, view.name, view.query, shape_of(conn, criteria_of(conn, desk, query)).count))
    return tuple(found)


def _visits_today(conn: Connection, agent_id: UUID, now: datetime, zone: ZoneInfo) -> int:
    today = now.astimezone(zone).date()
    midnight = local_midnight(today, zone)
    following = local_midnight(today + ONE_DAY, zone)
    return len(expected_between(conn, midnight, following, engineer_id=agent_id))


def _unread(conn: Connection, agent_id: UUID) -> bool:
    me = Id().process_bind_param(agent_id, conn.dialect)
    return conn.execute(_UNREAD, {"me": me}).first() is not None
