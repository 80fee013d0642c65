"""Engineers' visits in lists: of some days, of one engineer's day in the order of the route (ONX-2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, and_, func, or_, select

from supportdesk.services.operations.desk import Desk
from supportdesk.services.views.directory import VisitLine
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT, ORGANISATION, SITE
from supportdesk.store.tables.work import VISIT, VISIT_CASE

_UNDER_WAY = ("on_site", "revising")


def visits_between(
    desk: Desk, start: datetime, end: datetime, *, cancelled: bool = False
) -> tuple[VisitLine, ...]:
    """The visits from `start` up to `end` (UTC), in order of time; those cancelled if asked for.

    Once begun, a visit lies where it was, on whatever day it was planned for.
    """
    with desk.store.read() as conn:
        found = _lines(conn, expected_between(conn, start, end, cancelled=cancelled))
    return tuple(sorted(found, key=lambda each: each.arrived_at or each.planned_at or start))


def lines_between(
    conn: Connection,
    start: datetime,
    end: datetime,
    *,
    engineer_id: UUID | None = None,
    under_way: bool = True,
) -> tuple[VisitLine, ...]:
    """The same; of one engineer, where one is named, also what was begun before and is not finished, if asked for."""
    return _lines(conn, expected_between(conn, start, end, engineer_id=engineer_id, under_way=under_way))


def _lines(conn: Connection, found: Sequence[Record]) -> tuple[VisitLine, ...]:
    numbers = _case_numbers(conn, [visit["id"] for visit in found])
    return tuple(_line(visit, numbers.get(visit["id"], ())) for visit in found)


def expected_between(
    conn: Connection,
    start: datetime,
    end: datetime,
    *,
    engineer_id: UUID | None = None,
    under_way: bool = True,
    cancelled: bool = False,
) -> tuple[Record, ...]:
    """The rows of those visits, with the names that a list shows, as a day's route has them."""
    arrived, planned = VISIT.c.arrived_at, VISIT.c.planned_at
    begun = and_(arrived >= start, arrived < end)
    wanted = or_(begun, and_(arrived.is_(None), planned >= start, planned < end))
    if not cancelled:
        wanted = and_(wanted, VISIT.c.state != "cancelled")
    if engineer_id is not None:
        # One that goes on past midnight is not over with the day.
        going_on = or_(wanted, VISIT.c.state.in_(_UNDER_WAY)) if under_way else wanted
        wanted = and_(VISIT.c.engineer_id == engineer_id, going_on)
    rows = conn.execute(
        select(
            VISIT,
            ORGANISATION.c.name.label("organisation"),
            SITE.c.name.label("site"),
            AGENT.c.name.label("engineer"),
        )
        .select_from(
            VISIT.join(ORGANISATION, ORGANISATION.c.id == VISIT.c.organisation_id)
            .outerjoin(SITE, SITE.c.id == VISIT.c.site_id)
            .outerjoin(AGENT, AGENT.c.id == VISIT.c.engineer_id)
        )
        .where(wanted, ~VISIT.c.deleted)
        .order_by(VISIT.c.position.is_(None), VISIT.c.position, func.coalesce(arrived, planned), VISIT.c.row)
    )
    return tuple(rows.mappings().all())


def _case_numbers(conn: Connection, visit_ids: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    rows = conn.execute(
        select(VISIT_CASE.c.visit_id, CASE.c.number)
        .join(CASE)
        .where(
            VISIT_CASE.c.visit_id.in_(visit_ids), VISIT_CASE.c.recommendation.is_(None), ~VISIT_CASE.c.deleted
        )
        .order_by(CASE.c.number)
    )
    numbers: dict[UUID, tuple[str, ...]] = {}
    for visit_id, number in rows:
        numbers[visit_id] = (*numbers.get(visit_id, ()), number)
    return numbers


def _line(visit: Record, case_numbers: tuple[str, ...]) -> VisitLine:
    return VisitLine(
        id=visit["id"],
        number=visit["number"],
        organisation_id=visit["organisation_id"],
        organisation=visit["organisation"],
        site=visit["site"] or "",
        engineer=visit["engineer"] or "",
        planned_at=visit["planned_at"],
        arrived_at=visit["arrived_at"],
        left_at=visit["left_at"],
        state=visit["state"],
        case_numbers=case_numbers,
    )
