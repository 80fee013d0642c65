"""An engineer's weeks: the days as the branch keeps them, and the visits in them; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Column, ColumnElement, Connection, func, select

from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.rules.calendars.weeks import first_weekday, week_around
from supportdesk.rules.calendars.zone import ONE_DAY, local_midnight
from supportdesk.rules.cases.visit_plan import LONGEST_MINUTES, planned_end
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import sight
from supportdesk.services.person.place import Place, calendar_of, place_of
from supportdesk.services.views.visit_plans import CalendarDay, CalendarVisit, EngineerWeek
from supportdesk.store.tables.people import AGENT, ORGANISATION, SITE
from supportdesk.store.tables.work import VISIT

_MOST = 300
_WHOLE_DAY = 24 * 60
_EARLIEST, _LATEST = date(1990, 1, 1), date(2199, 12, 20)
# One may begin in the week before and go on into this one.
_BEFORE = timedelta(minutes=LONGEST_MINUTES)


def week(desk: Desk, day: date | None = None, engineer_id: UUID | None = None) -> EngineerWeek:
    """The week that holds a civil day, by default today, of an engineer, by default whoever sits here.

    Days and hours are those of the engineer's branch. KnownError for a calendar that one may not look at.
    """
    engineer = engineer_id or desk.actor
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        sight.require_calendar(conn, desk.actor, engineer)
        place = place_of(conn, engineer)
        calendar = hours_of(conn, desk, place)
        today = desk.now().astimezone(place.zone).date()
        wanted = min(max(day or today, _EARLIEST), _LATEST)
        days = week_around(wanted, first_weekday(calendar.free_weekdays() if calendar is not None else ()))
        start = local_midnight(days[0], place.zone)
        end = local_midnight(days[-1] + ONE_DAY, place.zone)
        found = visits_within(conn, engineer, start, end)
        return EngineerWeek(
            engineer_id=engineer,
            engineer=conn.scalar(select(AGENT.c.name).where(AGENT.c.id == engineer)) or "",
            zone=place.zone,
            today=today,
            days=calendar_days(calendar, days, place.zone),
            visits=found[:_MOST],
            engineers=sight.engineers(conn, desk.actor),
            cut=len(found) > _MOST,
        )


def hours_of(conn: Connection, desk: Desk, place: Place) -> BusinessCalendar | None:
    """The hours of an engineer's branch: its own, else those of the policy that most of its clients are under."""
    if place.own_calendar is None and place.branch_id is not None:
        codes = conn.scalars(
            select(ORGANISATION.c.policy_code)
            .where(ORGANISATION.c.branch_id == place.branch_id, ~ORGANISATION.c.deleted)
            .group_by(ORGANISATION.c.policy_code)
            .order_by(func.count().desc(), ORGANISATION.c.policy_code)
        )
        code = next((each for each in codes if each in desk.policies.codes()), None)
        if code is not None:
            return desk.policies.in_effect(code, desk.now()).calendar
    return calendar_of(conn, desk, place)


def visits_within(
    conn: Connection, engineer_id: UUID, start: datetime, end: datetime, *, but: UUID | None = None
) -> tuple[CalendarVisit, ...]:
    """An engineer's visits that have a part between two instants (UTC), in order of time, cancelled ones left out.

    A little more than a week can show at most.
    """
    arrived = VISIT.c.arrived_at
    # Once begun, a visit lies where it was, on whatever day it was planned for.
    rows: list[Any] = [
        *_rows(conn, engineer_id, VISIT.c.planned_at, start, end, arrived.is_(None)),
        *_rows(conn, engineer_id, arrived, start, end),
    ]
    blocks = (_block(row) for row in rows if row.id != but)
    found = (each for each in blocks if each.start < end and start < each.end)
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.number)))


def calendar_days(
    calendar: BusinessCalendar | None, days: Sequence[date], zone: ZoneInfo
) -> tuple[CalendarDay, ...]:
    """The days with their opening hours as the zone's clocks show them; open all day where nobody knows hours."""
    if calendar is None:
        return tuple(CalendarDay(day, ((0, _WHOLE_DAY),)) for day in days)
    holidays = calendar.holiday_dates(days[0], days[-1])
    return tuple(
        CalendarDay(
            day,
            tuple(_minutes(calendar.open_intervals(*_bounds(day, zone)), day, zone)),
            (holidays[day] or "") if day in holidays else None,
        )
        for day in days
    )


def _bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return local_midnight(day, zone), local_midnight(day + ONE_DAY, zone)


def _minutes(
    intervals: Iterable[tuple[datetime, datetime]], day: date, zone: ZoneInfo
) -> Iterable[tuple[int, int]]:
    start, end = _bounds(day, zone)
    for opens, closes in intervals:
        since, until = max(opens, start), min(closes, end)
        if since < until:
            yield _minute(since, day, zone), _minute(until, day, zone)


def _minute(at: datetime, day: date, zone: ZoneInfo) -> int:
    local = at.astimezone(zone)
    return _WHOLE_DAY if local.date() > day else local.hour * 60 + local.minute


def _rows(
    conn: Connection,
    engineer_id: UUID,
    begins: Column[datetime],
    start: datetime,
    end: datetime,
    *wanted: ColumnElement[bool],
) -> Sequence[Any]:
    """The visits that begin, by a column, early enough to have a part between two instants (UTC), the latest first."""
    statement = (
        select(
            VISIT.c.id,
            VISIT.c.number,
            VISIT.c.organisation_id,
            ORGANISATION.c.name.label("organisation"),
            SITE.c.name.label("site"),
            VISIT.c.state,
            VISIT.c.planned_at,
            VISIT.c.expected_minutes,
            VISIT.c.arrived_at,
            VISIT.c.left_at,
        )
        .select_from(
            VISIT.join(ORGANISATION, ORGANISATION.c.id == VISIT.c.organisation_id).outerjoin(
                SITE, SITE.c.id == VISIT.c.site_id
            )
        )
        .where(
            VISIT.c.engineer_id == engineer_id,
            begins >= start - _BEFORE,
            begins < end,
            *wanted,
            VISIT.c.state != "cancelled",
            ~VISIT.c.deleted,
        )
        .order_by(begins.desc(), VISIT.c.row)
        .limit(2 * _MOST)
    )
    return conn.execute(statement).all()


def _block(row: Any) -> CalendarVisit:  # noqa: ANN401 - a row of the statement above
    start = row.arrived_at or row.planned_at
    meant = planned_end(start, row.expected_minutes)
    return CalendarVisit(
        id=row.id,
        number=row.number,
        organisation_id=row.organisation_id,
        organisation=row.organisation,
        site=row.site or "",
        state=row.state,
        start=start,
        end=max(row.left_at, start + timedelta(minutes=1)) if row.left_at is not None else meant,
        left=row.left_at is not None,
    )
