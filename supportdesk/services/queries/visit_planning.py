"""What a visit can be planned with, what speaks against a time, and a plan as it stands; nothing is written here."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import islice
from uuid import UUID

from sqlalchemy import Connection, or_, select

from supportdesk.rules.cases.visit_plan import overlapping, planned_end
from supportdesk.rules.entitlements.entitlement import Act, Entitlement, refuse_act
from supportdesk.services.cases.visits import cases_of
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.in_hand.rules_in_force import policy_now, rules_of
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import sight
from supportdesk.services.person.place import place_of
from supportdesk.services.queries.visit_calendar import hours_of, visits_within
from supportdesk.services.registers.circles import circles_of
from supportdesk.services.views.visit_plans import PlanAdvice, PlanCase, PlanOffer, PlanRefusal, VisitPlan
from supportdesk.store.folding import fold
from supportdesk.store.scope_rows import EVERYBODY, ScopeKey
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT, ORGANISATION, SITE
from supportdesk.store.tables.work import VISIT, VISIT_CASE

OFFERED = 40
"""How many open cases are offered at once; the others are found by their words."""


def offer(
    desk: Desk,
    organisation_id: UUID,
    visit_id: UUID | None = None,
    *,
    text: str = "",
    chosen: Collection[UUID] = (),
) -> PlanOffer:
    """The client's sites and open cases, the newest first, each with the reason where it can't be visited for.

    They are the newest OFFERED with all words of a `text` in number or title, and those `chosen` already. With a
    visit the cases that it is for stand first, open or not; those that came of it are left out. KnownError if this
    desk has no such client.
    """
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        client = get_row(conn, ORGANISATION, organisation_id)
        policy = policy_now(
            conn,
            desk.policies,
            policy_code=client["policy_code"],
            branch_id=client["branch_id"],
            at=desk.now(),
        )
        judged = judge(conn, policy, organisation_id, desk.now(), language=desk.language)
        sites = conn.execute(
            select(SITE.c.id, SITE.c.name)
            .where(SITE.c.organisation_id == organisation_id, ~SITE.c.deleted)
            .order_by(SITE.c.name, SITE.c.row)
        )
        return PlanOffer(
            organisation_id=organisation_id,
            organisation=client["name"],
            sites=tuple((row.id, row.name) for row in sites),
            cases=_cases(conn, desk, organisation_id, visit_id, text, chosen),
            engineers=sight.engineers(conn, desk.actor),
            refusal=_refusal(judged),
        )


def advice(
    desk: Desk,
    organisation_id: UUID,
    engineer_id: UUID,
    start: datetime,
    minutes: int | None,
    but: UUID | None = None,
) -> PlanAdvice:
    """What speaks against a visit by an engineer from an instant (UTC) on, `but` being the visit that is moved."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        place = place_of(conn, engineer_id)
        calendar = hours_of(conn, desk, place)
        day = start.astimezone(place.zone).date()
        holidays = calendar.holiday_dates(day, day) if calendar is not None else {}
        others = visits_within(conn, engineer_id, start, planned_end(start, minutes), but=but)
        return PlanAdvice(
            overlaps=overlapping(start, minutes, others),
            closed=calendar is not None and not calendar.is_open(start),
            holiday=(holidays[day] or "") if day in holidays else None,
            away=desk.store.side != "alone" and not reaches(conn, engineer_id, organisation_id),
            engineer=conn.scalar(select(AGENT.c.name).where(AGENT.c.id == engineer_id)) or "",
        )


def plan_of(desk: Desk, visit_id: UUID) -> VisitPlan:
    """A visit as it is planned; KnownError for one that is not here."""
    with desk.store.read() as conn:
        row = get_row(conn, VISIT, visit_id)
        client = get_row(conn, ORGANISATION, row["organisation_id"])
        cases = cases_of(conn, visit_id)
        engineer = conn.scalar(select(AGENT.c.name).where(AGENT.c.id == row["engineer_id"]))
    return VisitPlan(
        id=visit_id,
        number=row["number"],
        state=row["state"],
        organisation_id=client["id"],
        organisation=client["name"],
        site_id=row["site_id"],
        engineer_id=row["engineer_id"],
        engineer=engineer or "",
        planned_at=row["planned_at"],
        expected_minutes=row["expected_minutes"],
        travel_minutes=row["travel_minutes"],
        travel_km=row["travel_km"],
        bring=row["bring"] or "",
        case_ids=cases,
    )


def reaches(conn: Connection, engineer_id: UUID, organisation_id: UUID) -> bool:
    """Whether a client's records come to the computer of an engineer (sync B8): its branch's, or with one of its cases.

    A visit is kept with its client, so where these don't come, the visit does not either.
    """
    keys = circles_of(conn, engineer_id).keys
    branch = conn.scalar(select(ORGANISATION.c.branch_id).where(ORGANISATION.c.id == organisation_id))
    if (("branch", branch) if branch else EVERYBODY) in keys:
        return True
    branches, teams = _of_kind(keys, "branch"), _of_kind(keys, "team")
    seen = or_(
        CASE.c.owner_id == engineer_id,
        CASE.c.branch_id.in_(branches),
        CASE.c.came_from_id.in_(branches),
        CASE.c.team_id.in_(teams),
    )
    wanted = select(CASE.c.id).where(CASE.c.organisation_id == organisation_id, seen, ~CASE.c.deleted)
    return conn.execute(wanted.limit(1)).first() is not None


def _of_kind(keys: frozenset[ScopeKey], kind: str) -> list[UUID]:
    return [ref for each, ref in keys if each == kind]


def _cases(
    conn: Connection,
    desk: Desk,
    organisation_id: UUID,
    visit_id: UUID | None,
    text: str,
    chosen: Collection[UUID],
) -> tuple[PlanCase, ...]:
    held = cases_of(conn, visit_id) if visit_id is not None else ()
    of_visit = conn.execute(select(CASE).where(CASE.c.id.in_(held)).order_by(CASE.c.row.desc())).mappings()
    found = [PlanCase(row["id"], row["number"], row["title"], held=True) for row in of_visit]
    on_it = select(VISIT_CASE.c.case_id).where(VISIT_CASE.c.visit_id == visit_id, ~VISIT_CASE.c.deleted)
    others = conn.execute(
        select(CASE.c.id, CASE.c.number, CASE.c.title)
        .where(
            CASE.c.organisation_id == organisation_id,
            CASE.c.open,
            CASE.c.merged_into.is_(None),
            CASE.c.id.not_in(on_it),
            ~CASE.c.deleted,
        )
        .order_by(CASE.c.row.desc())
    ).all()
    words = fold(text).split()
    sought = (row.id for row in others if all(word in fold(f"{row.number} {row.title}") for word in words))
    # What covers a case takes several readings, so that it is asked only of those that are shown.
    shown = {*islice(sought, OFFERED), *(row.id for row in others if row.id in chosen)}
    for row in conn.execute(select(CASE).where(CASE.c.id.in_(shown)).order_by(CASE.c.row.desc())).mappings():
        policy = rules_of(conn, desk.policies, row).policy
        judged = judge(conn, policy, organisation_id, desk.now(), case_id=row["id"], language=desk.language)
        found.append(PlanCase(row["id"], row["number"], row["title"], _refusal(judged)))
    return tuple(found)


def _refusal(judged: Entitlement) -> PlanRefusal | None:
    refusal = refuse_act(judged, Act.VISIT)
    return PlanRefusal(refusal.rule, refusal.reason, refusal.remedy) if refusal is not None else None
