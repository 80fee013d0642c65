"""The fee of a visit follows its report (ONX-3); a visit is for its own client's cases, a recommendation for one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.entitlements import contracts
from supportdesk.services.queries import (
    details,
    intake,
    visit_lists,
    visit_offers,
    visit_planning,
    visit_views,
)
from supportdesk.services.queries.intake import IntakeDraft
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import INVOICE_DRAFT
from tests.services.desk_world import World, made
from tests.services.signing import sign, whole_report
from tests.services.test_visit_reports import ARRIVAL, a_case, begun, finished

# A case outside the free year has a line of its own.
OF_VISITS = INVOICE_DRAFT.c.text.startswith("VR-")


def lines(world: World) -> list[tuple[str, str]]:
    with world.desk.store.read() as conn:
        rows = conn.execute(select(INVOICE_DRAFT).where(OF_VISITS).order_by(INVOICE_DRAFT.c.row))
        return [(row.text, row.state) for row in rows]


def revised(world: World, visit: UUID, **changes: object) -> None:
    visit_reports.revise_report(world.desk, visit, "A wrong time.")
    visits.edit(world.desk, visit, **changes)
    sign(world.desk, visit)
    visit_reports.finish(world.desk, visit)


def test_ONX_3_the_drafted_fee_follows_a_revision(world: World) -> None:
    visit = begun(world, a_case(world, date(2020, 1, 1)))
    finished(world, visit)
    assert lines(world) == [("VR-0001 2 h 00 m", "draft")]
    revised(world, visit, left_at=ARRIVAL + timedelta(hours=5))
    assert lines(world) == [("VR-0001 5 h 00 m", "draft")]


def test_ONX_3_a_line_that_was_sent_stays_as_it_was_sent(world: World) -> None:
    visit = begun(world, a_case(world, date(2020, 1, 1)))
    finished(world, visit)
    client = visit_views.visit(world.desk, visit).organisation_id
    with world.desk.store.read() as conn:
        (line,) = conn.scalars(select(INVOICE_DRAFT.c.id).where(OF_VISITS)).all()
    contracts.settle_invoice(world.desk, client, line, "sent")
    revised(world, visit, left_at=ARRIVAL + timedelta(hours=5))
    assert lines(world) == [("VR-0001 2 h 00 m", "sent")]


def test_ONX_3_an_arrival_corrected_into_the_free_year_drops_the_draft(world: World) -> None:
    # The free year ended with the day before the visit.
    visit = begun(world, a_case(world, date(2025, 11, 19)))
    finished(world, visit)
    assert lines(world) == [("VR-0001 2 h 00 m", "draft")]
    before = ARRIVAL - timedelta(days=2)
    revised(world, visit, arrived_at=before, left_at=before + timedelta(hours=1))
    assert lines(world) == [("VR-0001 2 h 00 m", "dropped")]


def test_ONX_3_a_fee_that_a_revision_dropped_comes_back_with_one_that_is_to_be_paid(world: World) -> None:
    visit = begun(world, a_case(world, date(2025, 11, 19)))
    finished(world, visit)
    before = ARRIVAL - timedelta(days=2)
    for hours in (1, 2):
        world.later(hours=1)
        revised(world, visit, arrived_at=before, left_at=before + timedelta(hours=hours))
        assert lines(world) == [("VR-0001 2 h 00 m", "dropped")]
    world.later(hours=1)
    revised(world, visit, arrived_at=ARRIVAL, left_at=ARRIVAL + timedelta(hours=3))
    assert lines(world) == [("VR-0001 3 h 00 m", "draft")]


def test_ONX_3_a_line_that_a_person_dropped_stays_dropped(world: World) -> None:
    visit = begun(world, a_case(world, date(2025, 11, 19)))
    finished(world, visit)
    client = visit_views.visit(world.desk, visit).organisation_id
    with world.desk.store.read() as conn:
        (line,) = conn.scalars(select(INVOICE_DRAFT.c.id).where(OF_VISITS)).all()
    world.later(hours=1)
    contracts.settle_invoice(world.desk, client, line, "dropped")
    before = ARRIVAL - timedelta(days=2)
    world.later(hours=1)
    revised(world, visit, arrived_at=before, left_at=before + timedelta(hours=1))
    world.later(hours=1)
    revised(world, visit, arrived_at=ARRIVAL, left_at=ARRIVAL + timedelta(hours=3))
    assert lines(world) == [("VR-0001 2 h 00 m", "dropped")]


def on_the_last_free_day(world: World) -> UUID:
    """A client of Montreal at half past five in the afternoon there, when in Aden the day after has begun."""
    week = {day: [["08:00", "22:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
    hours = {"time_zone": "America/Toronto", "weekly": week}
    branch = world.branch("Montreal", time_zone="America/Toronto", calendar=hours)
    world.sits_down("Claire", AgentRole.FIELD_ENGINEER, AgentRole.MANAGER, branch_id=branch)
    world.now = datetime(2026, 11, 18, 22, 30, tzinfo=UTC)
    return world.client("Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=date(2025, 11, 19))


def test_ONX_3_the_free_year_ends_by_the_clock_of_the_client_s_branch(world: World) -> None:
    client = on_the_last_free_day(world)
    case = world.case(client, reason="update")
    with world.desk.store.read() as conn:
        assert conn.scalar(select(CASE.c.cover).where(CASE.c.id == case)) == "first_year"
        assert conn.execute(select(INVOICE_DRAFT.c.text)).all() == []
    assert visit_planning.offer(world.desk, client).refusal is None
    advised = intake.advice(
        world.desk, IntakeDraft(organisation_id=client, policy_code="onyxpro")
    ).entitlement
    assert advised is not None
    assert advised.cover == "first_year"
    visits.plan(world.desk, client, planned_at=world.now, engineer_id=world.desk.actor)
    assert visited(world, client, case) == []


def test_ONX_3_the_day_after_it_is_invoiced_by_the_same_clock(world: World) -> None:
    client = on_the_last_free_day(world)
    world.later(hours=6, minutes=30)
    case = world.case(client, reason="update")
    assert visited(world, client, case) == [("VR-0001 2 h 00 m", "draft")]


def visited(world: World, client: UUID, case: UUID) -> list[tuple[str, str]]:
    visit = made(
        visits.plan(
            world.desk, client, planned_at=world.now, engineer_id=world.desk.actor, case_ids=(case,)
        ).created
    )
    visits.arrive(world.desk, visit)
    finished(world, visit)
    return lines(world)


def test_a_visit_is_planned_for_its_own_client_s_cases_only(world: World) -> None:
    case = a_case(world, date(2026, 6, 1))
    client = details.case(world.desk, case).organisation_id
    assert client is not None
    other = world.client("Other GmbH", "onyxpro", start_date=date(2026, 6, 1))
    theirs = world.case(other, reason="update")
    before = details.timeline(world.desk, theirs).items
    with pytest.raises(KnownError, match="another client"):
        visits.plan(
            world.desk, client, planned_at=ARRIVAL, engineer_id=world.desk.actor, case_ids=(case, theirs)
        )
    assert details.timeline(world.desk, theirs).items == before


def test_a_recommendation_becomes_one_case_however_many_windows_make_it(world: World) -> None:
    visit = begun(world, a_case(world, date(2026, 6, 1)))
    whole_report(world.desk, visit)
    offer = visit_offers.follow_up_offer(world.desk, visit)
    first, second = offer.lines[:2]
    wanted = replace(offer.case, title="Disk")
    visits.follow_up(world.desk, visit, first, wanted)
    with pytest.raises(KnownError, match="made of this recommendation already"):
        visits.follow_up(world.desk, visit, first, wanted)
    visits.follow_up(world.desk, visit, second, wanted)
    made_of = [each.recommendation for each in visit_views.visit(world.desk, visit).follow_ups]
    assert sorted(made_of) == sorted([first, second])


def test_visits_are_listed_in_order_of_time_whatever_their_route_and_cancelled_ones_if_asked_for(
    world: World,
) -> None:
    case = a_case(world, date(2026, 6, 1))
    client = details.case(world.desk, case).organisation_id
    assert client is not None
    hours = (0, 6, 24, 30)
    ids = [
        made(
            visits.plan(
                world.desk,
                client,
                planned_at=ARRIVAL + timedelta(hours=each),
                engineer_id=world.desk.actor,
                case_ids=(case,),
            ).created
        )
        for each in hours
    ]
    visits.order_route(world.desk, [ids[1], ids[0]])
    visits.order_route(world.desk, ids[2:])
    visits.cancel(world.desk, ids[3], "Nobody is in.")
    until = ARRIVAL + timedelta(days=3)
    assert [each.id for each in visit_lists.visits_between(world.desk, ARRIVAL, until)] == ids[:3]
    everything = visit_lists.visits_between(world.desk, ARRIVAL, until, cancelled=True)
    assert [each.id for each in everything] == ids
    assert everything[3].state == "cancelled"
