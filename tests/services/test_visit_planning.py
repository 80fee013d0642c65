"""Visits planned, planned otherwise and cancelled; what a plan can be for and what speaks against it (ONX-2, SYN-1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.services import undo
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.operations.desk import Done
from supportdesk.services.queries import details, sidebar, visit_calendar, visit_planning, visit_views
from supportdesk.services.registers import knowledge, products
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.store import migrate
from supportdesk.store.store import Store
from tests.services.desk_world import World, made, open_world

MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


class Office:
    """A branch in Sana'a with an engineer at the desk, and a client in its first, free year."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
        self.karim = world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, branch_id=self.branch)
        self.manager = world.agent("Amal Saleh", AgentRole.MANAGER, branch_id=self.branch)
        self.client = world.client(
            "Al-Rashid Trading", "onyxpro", branch_id=self.branch, start_date=date(2026, 6, 1)
        )
        self.case = world.case(self.client, "VAT summary", reason="update")

    def plan(self, at: datetime = MONDAY, **values: object) -> UUID:
        return made(self.done(at, **values).created)

    def done(self, at: datetime = MONDAY, **values: object) -> Done:
        given = {"engineer_id": self.karim, "case_ids": (self.case,), **values}
        return visits.plan(self.world.desk, self.client, planned_at=at, **given)  # type: ignore[arg-type]

    def acts(self) -> list[object]:
        """What the case's timeline says of its visits."""
        items = details.timeline(self.world.desk, self.case).items
        return [item.data.get("act") for item in items if item.kind == EntryKind.VISIT]


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


@pytest.fixture
def everywhere(tmp_path: Path, server_url: str | None) -> Iterator[Office]:
    """The same in a file, and on a server."""
    if server_url is None:
        with open_world(tmp_path) as opened:
            yield Office(opened)
        return
    store = Store.on_postgres(server_url)
    try:
        migrate.upgrade(store)
        yield Office(World(store))
    finally:
        store.close()


def test_a_plan_keeps_how_long_it_is_how_far_and_what_to_bring(office: Office) -> None:
    visit = office.plan(expected_minutes=90, travel_minutes=40, travel_km=35, bring="  A printer  ")
    plan = visit_planning.plan_of(office.world.desk, visit)
    assert (plan.expected_minutes, plan.travel_minutes, plan.travel_km) == (90, 40, 35)
    assert (plan.bring.strip(), plan.engineer, plan.case_ids) == ("A printer", "Karim Haddad", (office.case,))
    with pytest.raises(TypeError, match="no colour"):
        office.done(colour="red")


@pytest.mark.parametrize("minutes", [0, -5, True, "90", 1.5, 20_161, 10**12])
def test_ONX_2_no_visit_lasts_what_is_no_length(office: Office, minutes: object) -> None:
    with pytest.raises(KnownError, match="whole number of minutes"):
        office.done(expected_minutes=minutes)
    visit = office.plan()
    with pytest.raises(KnownError, match="whole number of minutes"):
        visits.edit(office.world.desk, visit, expected_minutes=minutes)


@pytest.mark.parametrize("bring", ["x" * 4_001, 7, ["a"]])
def test_what_to_bring_is_a_text_of_some_length(office: Office, bring: object) -> None:
    with pytest.raises(KnownError, match="What to bring"):
        office.done(bring=bring)


def test_SYN_1_a_visit_for_no_case_needs_cover_of_the_client(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    client = world.client("Cobalt Freight", "synergy")
    with pytest.raises(RuleRefusal, match="A visit is support") as told:
        visits.plan(world.desk, client, planned_at=MONDAY, engineer_id=world.desk.actor)
    assert told.value.rule == "SYN-1"
    offer = visit_planning.offer(world.desk, client)
    assert offer.refusal is not None
    assert (offer.refusal.rule, bool(offer.refusal.remedy)) == ("SYN-1", True)


def test_SYN_1_a_case_says_before_the_plan_why_it_cannot_be_visited_for(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    client = world.client("Cobalt Freight", "synergy")
    case = world.case(client)
    (offered,) = visit_planning.offer(world.desk, client).cases
    assert offered.id == case
    assert offered.refusal is not None
    assert offered.refusal.rule == "SYN-1"
    with pytest.raises(RuleRefusal) as told:
        visits.plan(world.desk, client, planned_at=MONDAY, engineer_id=world.desk.actor, case_ids=(case,))
    assert told.value.what == offered.refusal.reason


def test_a_covered_case_is_offered_without_a_reason_and_closed_ones_are_not(office: Office) -> None:
    offer = visit_planning.offer(office.world.desk, office.client)
    assert [(each.id, each.refusal) for each in offer.cases] == [(office.case, None)]
    assert offer.refusal is None
    assert offer.engineers == ((office.karim, "Karim Haddad"),)
    seen_by_manager = visit_planning.offer(office.world.as_agent(office.manager), office.client)
    assert set(seen_by_manager.engineers) == {
        (office.karim, "Karim Haddad"),
        (office.manager, "Amal Saleh"),
    }


def test_ONX_2_a_visit_is_moved_and_taken_back_and_its_case_is_told(office: Office) -> None:
    visit, desk = office.plan(), office.world.desk
    moved = visits.edit(desk, visit, planned_at=MONDAY + timedelta(days=1))
    assert visit_planning.plan_of(desk, visit).planned_at == MONDAY + timedelta(days=1)
    undo.undo(desk, moved.operation.id)  # type: ignore[union-attr]
    assert visit_planning.plan_of(desk, visit).planned_at == MONDAY
    visits.edit(desk, visit, bring="A printer")
    assert office.acts() == ["planned", "moved", "moved"]


def test_ONX_2_a_cancelled_visit_is_in_no_list_until_it_is_taken_back(office: Office) -> None:
    visit, desk = office.plan(), office.world.desk
    office.world.now = MONDAY
    cancelled = visits.cancel(desk, visit, "  The client is closed.  ")
    assert visit_views.day(desk).visits == ()
    assert sidebar.counts(desk).visits_today == 0
    assert visit_calendar.week(desk).visits == ()
    with pytest.raises(KnownError, match="was cancelled"):
        visits.arrive(desk, visit)
    with pytest.raises(KnownError, match="was cancelled"):
        visit_reports.write_report(desk, visit, problems="None.")
    undo.undo(desk, cancelled.operation.id)  # type: ignore[union-attr]
    assert [each.id for each in visit_views.day(desk).visits] == [visit]
    assert office.acts() == ["planned", "cancelled", "planned"]
    told = [item.body for item in details.timeline(desk, office.case).items if item.kind == EntryKind.VISIT]
    assert "The client is closed." in told


@pytest.mark.parametrize("why", ["", "   ", "x" * 4_001])
def test_a_visit_is_cancelled_for_a_reason(office: Office, why: str) -> None:
    visit = office.plan()
    with pytest.raises(KnownError, match="reason"):
        visits.cancel(office.world.desk, visit, why)
    assert visit_planning.plan_of(office.world.desk, visit).state == "planned"


def test_a_visit_that_has_begun_is_not_cancelled(office: Office) -> None:
    visit = office.plan()
    visits.arrive(office.world.desk, visit)
    with pytest.raises(KnownError, match="has begun"):
        visits.cancel(office.world.desk, visit, "Too late.")


def test_overlaps_are_told_and_not_refused(office: Office) -> None:
    first = office.plan(expected_minutes=120)
    desk, karim, client = office.world.desk, office.karim, office.client

    def clash(minutes: float, but: UUID | None = None) -> list[UUID]:
        start = MONDAY + timedelta(minutes=minutes)
        return [each.id for each in visit_planning.advice(desk, client, karim, start, 60, but).overlaps]

    assert clash(119) == [first]
    assert clash(-59) == [first]
    assert clash(120) == clash(-60) == clash(60, but=first) == []
    second = office.plan(MONDAY + timedelta(minutes=30))
    assert clash(60) == [first, second]


def test_closed_hours_and_holidays_are_told(office: Office) -> None:
    desk = office.world.desk
    friday = MONDAY + timedelta(days=4)
    assert visit_planning.advice(desk, office.client, office.karim, friday, None).closed
    holiday = datetime(2026, 5, 1, 6, 0, tzinfo=UTC)
    assert visit_planning.advice(desk, office.client, office.karim, holiday, None).holiday is not None
    fine = visit_planning.advice(desk, office.client, office.karim, MONDAY, None)
    assert (fine.closed, fine.holiday, fine.away) == (False, None, False)


def test_the_week_begins_after_the_free_day_and_shades_by_the_branchs_calendar(everywhere: Office) -> None:
    office = everywhere
    visit = office.plan(expected_minutes=90)
    office.plan(MONDAY + timedelta(days=7))
    office.world.now = MONDAY
    week = visit_calendar.week(office.world.desk)
    assert [day.day.isoformat() for day in week.days[::6]] == ["2026-11-21", "2026-11-27"]
    assert [day.open for day in week.days] == [((480, 960),)] * 6 + [()]
    assert [(each.id, each.start, each.end) for each in week.visits] == [
        (visit, MONDAY, MONDAY + timedelta(minutes=90))
    ]
    following = visit_calendar.week(office.world.desk, date(2026, 12, 1))
    assert len(following.visits) == 1


def test_a_visit_that_runs_over_the_weeks_end_stands_in_both(everywhere: Office) -> None:
    office = everywhere
    late = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)  # Friday 23:00 in Sana'a, the last evening of the week
    visit = office.plan(late, expected_minutes=180)
    for day in (date(2026, 11, 27), date(2026, 11, 28)):
        assert [each.id for each in visit_calendar.week(office.world.desk, day).visits] == [visit]


@pytest.mark.parametrize("early", [timedelta(days=8), timedelta(days=-20), timedelta(0)])
def test_a_visit_done_on_another_day_stands_where_it_was_and_overlaps_there(
    everywhere: Office, early: timedelta
) -> None:
    office, desk = everywhere, everywhere.world.desk
    visit = office.plan(MONDAY + early)
    visits.arrive(desk, visit, at=MONDAY)
    weeks = [MONDAY.date() + timedelta(weeks=week) for week in range(-5, 6)]
    found = {day: visit_calendar.week(desk, day).visits for day in weeks}
    assert {day: [each.id for each in there] for day, there in found.items() if there} == {
        MONDAY.date(): [visit]
    }
    start = MONDAY + timedelta(minutes=30)
    clash = visit_planning.advice(desk, office.client, office.karim, start, 60)
    assert [each.id for each in clash.overlaps] == [visit]


@pytest.mark.parametrize("day", [date.min, date.max, date(2199, 12, 31)])
def test_a_week_at_the_end_of_time_is_a_week(office: Office, day: date) -> None:
    assert len(visit_calendar.week(office.world.desk, day).days) == 7


def test_an_engineer_sees_no_others_calendar_and_who_sends_engineers_out_does(everywhere: Office) -> None:
    office = everywhere
    samir = office.world.agent("Samir", AgentRole.FIELD_ENGINEER, branch_id=office.branch)
    with pytest.raises(KnownError, match="another engineer's"):
        visit_calendar.week(office.world.desk, None, samir)
    with pytest.raises(KnownError, match="another engineer's"):
        visit_views.day(office.world.desk, None, samir)
    visit = office.plan()
    manager = office.world.as_agent(office.manager)
    week = visit_calendar.week(manager, MONDAY.date(), office.karim)
    assert (week.engineer, [each.id for each in week.visits]) == ("Karim Haddad", [visit])
    assert {name for _, name in week.engineers} == {"Amal Saleh", "Karim Haddad", "Samir"}
    day = visit_views.day(manager, MONDAY.date(), office.karim)
    assert (day.engineer, [each.id for each in day.visits]) == ("Karim Haddad", [visit])


def test_DSK_5_another_day_is_prepared_like_today(everywhere: Office) -> None:
    office = everywhere
    desk = office.world.desk
    office.plan(bring="A printer\nand paper")
    product = office.world.product("Najm ERP")
    products.install(desk, office.client, product, "8.7")
    knowledge.write_article(desk, NewArticle("Rebuild", "At night.", "en", product_id=product))
    day = visit_views.day(desk, MONDAY.date())
    assert (day.today, day.clients, day.past_cases, day.articles, day.away) == (False, 1, 1, 1, ())
    assert day.bring == (("Al-Rashid Trading", "A printer\nand paper"),)


def test_what_went_on_past_midnight_stands_today_and_on_no_other_day(office: Office) -> None:
    visit, desk = office.plan(), office.world.desk
    office.world.now = MONDAY
    visits.arrive(desk, visit)
    office.world.later(days=3)
    assert [each.id for each in visit_views.day(desk).visits] == [visit]
    assert visit_views.day(desk, MONDAY.date() + timedelta(days=1)).visits == ()


def test_ONX_2_the_checklist_has_what_the_clients_products_want(office: Office) -> None:
    visit, desk = office.plan(), office.world.desk
    assert "Stock agrees with the ledger" not in visit_views.visit(desk, visit).checks
    product = products.add_product(desk, products.NewProduct("NAJM", "Najm ERP", "onyxpro"))
    products.install(desk, office.client, made(product.created), "8.7")
    checks = visit_views.visit(desk, visit).checks
    assert checks[:2] == ("Backup, last good", "Free disk space on the server")
    assert checks[-2:] == ("Last period closed", "Stock agrees with the ledger")


def test_ONX_2_the_newest_cases_are_offered_and_the_others_by_their_words(everywhere: Office) -> None:
    world, client = everywhere.world, everywhere.client
    strange = world.case(client, "Échéance ignorée", reason="update")
    newer = [world.case(client, f"Newer {each}", reason="update") for each in range(visit_planning.OFFERED)]

    def offered(**asked: object) -> list[UUID]:
        return [case.id for case in visit_planning.offer(world.desk, client, **asked).cases]  # type: ignore[arg-type]

    assert offered() == newer[::-1]
    assert offered(text="summary VAT") == [everywhere.case]
    assert offered(text="ECHEANCE") == [strange]
    assert offered(text=details.case(world.desk, strange).number.lower()) == [strange]
    assert offered(text="nothing so") == []
    assert offered(text="vat", chosen=(newer[3],)) == [newer[3], everywhere.case]
    assert offered(chosen=(everywhere.case,)) == [*newer[::-1], everywhere.case]
    visit = everywhere.plan()
    assert offered(visit_id=visit, text="nothing so") == [everywhere.case]
