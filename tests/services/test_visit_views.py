"""Visits as screens read them: one with its report, an engineer's day, the managers' list (ONX-2)."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from supportdesk.domain.errors import NotThere
from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries import details, sidebar, visit_lists, visit_views
from supportdesk.services.registers import knowledge, products
from supportdesk.services.registers.knowledge import NewArticle
from tests.services.desk_world import World, made
from tests.services.signing import sign, whole_report

ARRIVAL = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)


@pytest.fixture
def case(world: World) -> UUID:
    branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
    world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, branch_id=branch)
    client = world.client("Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=date(2026, 6, 1))
    return world.case(client, "VAT summary", reason="update")


def client_of(world: World, case: UUID) -> UUID:
    found = details.case(world.desk, case).organisation_id
    assert found is not None
    return found


def planned(world: World, case: UUID, at: datetime = ARRIVAL, **values: UUID) -> UUID:
    engineer = values.get("engineer_id", world.desk.actor)
    client = client_of(world, case)
    return made(
        visits.plan(world.desk, client, planned_at=at, engineer_id=engineer, case_ids=(case,)).created
    )


def follow_up(world: World, visit: UUID, case: UUID, recommendation: str) -> UUID:
    new = NewCase(recommendation, recommendation, client_of(world, case), reason="update")
    return made(visits.follow_up(world.desk, visit, recommendation, new).created)


def test_ONX_2_a_visit_says_what_is_missing_and_what_the_client_would_sign(world: World, case: UUID) -> None:
    visit = planned(world, case)
    seen = visit_views.visit(world.desk, visit)
    assert (seen.organisation, seen.engineer, seen.state, seen.revision) == (
        "Al-Rashid Trading",
        "Karim Haddad",
        "planned",
        1,
    )
    assert [(each.id, each.title) for each in seen.cases] == [(case, "VAT summary")]
    assert "Database check" in seen.checks
    assert {"arrived", "performance", "agreement"} <= set(seen.missing)
    world.now = ARRIVAL
    visits.arrive(world.desk, visit)
    whole_report(world.desk, visit)
    unsigned = visit_views.visit(world.desk, visit)
    assert (unsigned.signed, unsigned.missing) == (None, ("left", "agreement"))
    sign(world.desk, visit)
    signed = visit_views.visit(world.desk, visit)
    assert signed.fingerprint == unsigned.fingerprint != seen.fingerprint
    assert signed.signed is not None
    assert signed.report.agreement is not None
    visit_reports.write_report(world.desk, visit, problems="Found later.")
    voided = visit_views.visit(world.desk, visit)
    assert voided.signed == signed.signed
    assert voided.report.agreement is None


def test_what_came_of_a_recommendation_stands_apart_from_what_the_visit_was_for(
    world: World, case: UUID
) -> None:
    visit = planned(world, case)
    came = follow_up(world, visit, case, "A larger disk.")
    seen = visit_views.visit(world.desk, visit)
    assert [each.id for each in seen.cases] == [case]
    assert [(each.recommendation, each.case.id) for each in seen.follow_ups] == [("A larger disk.", came)]
    (line,) = visit_lists.visits_between(world.desk, ARRIVAL, ARRIVAL + timedelta(days=1))
    assert line.case_numbers == (seen.cases[0].number,)
    world.now = ARRIVAL
    visits.arrive(world.desk, visit)
    visits.leave(world.desk, visit, at=ARRIVAL + timedelta(hours=2))
    assert details.case(world.desk, case).seconds_spent["on_site"] == 7200
    assert details.case(world.desk, came).seconds_spent["on_site"] == 0


def test_a_visit_that_is_not_here_is_told(world: World) -> None:
    with pytest.raises(NotThere):
        visit_views.visit(world.desk, UUID(int=7))


def test_an_engineers_day_holds_ones_own_visits_in_order_and_what_is_here_for_them(
    world: World, case: UUID
) -> None:
    later, earlier = planned(world, case, ARRIVAL + timedelta(hours=5)), planned(world, case)
    planned(world, case, engineer_id=world.agent("Samir"))
    planned(world, case, ARRIVAL + timedelta(days=1))
    product = world.product()
    products.install(world.desk, client_of(world, case), product, "9.4.2")
    knowledge.write_article(
        world.desk, NewArticle("Rebuild the index", "Run it at night.", "en", product_id=product)
    )
    assert visit_views.day(world.desk).visits == ()
    world.now = ARRIVAL
    today = visit_views.day(world.desk)
    assert [each.id for each in today.visits] == [earlier, later]
    assert (today.day, today.clients, today.past_cases, today.articles) == (date(2026, 11, 19), 1, 1, 1)
    visits.order_route(world.desk, [later, earlier])
    assert [each.id for each in visit_views.day(world.desk).visits] == [later, earlier]


def test_a_visit_that_goes_on_past_midnight_stays_until_it_is_finished(world: World, case: UUID) -> None:
    visit = planned(world, case)
    world.now = ARRIVAL
    visits.arrive(world.desk, visit)
    world.later(days=3)
    assert [each.id for each in visit_views.day(world.desk).visits] == [visit]
    assert sidebar.counts(world.desk).visits_today == 1
    whole_report(world.desk, visit)
    sign(world.desk, visit)
    visit_reports.finish(world.desk, visit)
    assert visit_views.day(world.desk).visits == ()
    assert sidebar.counts(world.desk).visits_today == 0
