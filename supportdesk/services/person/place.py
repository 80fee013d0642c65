"""Where the person at the desk works: branch, time zone and business hours; who that person is comes with the desk."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from supportdesk.domain.words import AgentRole
from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.rules.calendars.json_items import read_calendar
from supportdesk.rules.calendars.zone import load_zone
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views.directory import Me
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT, BRANCH

_LATEST_CASES = 100


@dataclass(frozen=True, slots=True)
class Place:
    """The branch of the person at the desk, and its zone; without a branch the zone is UTC."""

    branch_id: UUID | None
    branch: str
    zone: ZoneInfo
    own_calendar: str | None


def place_of(conn: Connection, agent_id: UUID) -> Place:
    """Where an agent works."""
    row = conn.execute(
        select(BRANCH.c.id, BRANCH.c.name, BRANCH.c.time_zone, BRANCH.c.calendar)
        .join(AGENT, AGENT.c.branch_id == BRANCH.c.id)
        .where(AGENT.c.id == agent_id)
    ).first()
    if row is None:
        return Place(None, "", load_zone("UTC"), None)
    own = None if row.calendar is None else json.dumps(row.calendar, sort_keys=True)
    return Place(row.id, row.name, load_zone(row.time_zone), own)


def calendar_of(conn: Connection, desk: Desk, place: Place) -> BusinessCalendar | None:
    """The business hours of the place: the branch's own, else those of the policy that its latest cases are under.

    None on a desk that knows no policy.
    """
    if place.own_calendar is not None:
        return _calendar(place.own_calendar)
    latest = conn.scalars(select(CASE.c.policy_code).order_by(CASE.c.row.desc()).limit(_LATEST_CASES)).all()
    known = desk.policies.codes()
    counted = Counter(code for code in latest if code in known)
    code = next((code for code, _ in counted.most_common(1)), next(iter(known), None))
    return None if code is None else desk.policies.in_effect(code, desk.now()).calendar


def me(desk: Desk) -> Me:
    """Who sits at this desk, and until when their branch is open."""
    now = desk.now()
    with desk.store.read() as conn:
        place = place_of(conn, desk.actor)
        calendar = calendar_of(conn, desk, place)
        agent = conn.execute(
            select(AGENT.c.name, AGENT.c.roles, AGENT.c.language).where(AGENT.c.id == desk.actor)
        ).first()
    known = {role.value for role in AgentRole}
    roles = (agent.roles or ()) if agent is not None else ()
    return Me(
        id=desk.actor,
        name=agent.name if agent is not None else "",
        roles=frozenset(AgentRole(role) for role in roles if role in known),
        language=(agent.language if agent is not None else None) or desk.language,
        branch_id=place.branch_id,
        branch=place.branch,
        time_zone=place.zone.key,
        open=calendar is not None and calendar.is_open(now),
        open_until=calendar.closes_at(now) if calendar is not None else None,
    )


def agents(desk: Desk) -> dict[UUID, str]:
    """The names of everybody who may sit at this desk, by id and in the order in which they were added."""
    with desk.store.read() as conn:
        found = conn.execute(
            select(AGENT.c.id, AGENT.c.name).where(AGENT.c.deleted.is_(False)).order_by(AGENT.c.row)
        )
        return {row.id: row.name for row in found}


@lru_cache(maxsize=64)
def _calendar(text: str) -> BusinessCalendar:
    # A calendar is worth keeping for the years that it has tabulated.
    return read_calendar(json.loads(text))
