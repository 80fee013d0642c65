"""The cases of a visit that is not finished: put on, taken off, refused and taken back (ONX-2, SYN-1, SYN-2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.services import undo
from supportdesk.services.cases import replies, visit_cases, visit_reports, visits
from supportdesk.services.entitlements import incidents
from supportdesk.services.operations.desk import Done
from supportdesk.services.queries import details, lists, visit_lists, visit_planning, visit_views
from supportdesk.services.views import CaseQuery, ViewKind
from supportdesk.store import migrate
from supportdesk.store.store import Store
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from tests.services.desk_world import World, made, open_world
from tests.services.random_acts import Players, request
from tests.services.signing import sign, whole_report

MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


class Office:
    """An engineer's visit, planned for the first of a client's two cases."""

    def __init__(self, world: World) -> None:
        self.world = world
        branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
        self.karim = world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, branch_id=branch)
        self.client = world.client(
            "Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=date(2026, 6, 1)
        )
        self.first = world.case(self.client, "VAT summary", reason="update")
        self.second = world.case(self.client, "Slow stock list", reason="update")
        planned = visits.plan(
            world.desk, self.client, planned_at=MONDAY, engineer_id=self.karim, case_ids=(self.first,)
        )
        self.visit = made(planned.created)
        world.now = MONDAY

    def change(self, *, add: tuple[UUID, ...] = (), remove: tuple[UUID, ...] = ()) -> Done:
        done = visit_cases.set_cases(self.world.desk, self.visit, add=add, remove=remove)
        assert done is not None
        return done

    def take_back(self, done: Done) -> None:
        assert done.operation is not None
        undo.undo(self.world.desk, done.operation.id)

    @property
    def cases(self) -> tuple[UUID, ...]:
        return visit_planning.plan_of(self.world.desk, self.visit).case_ids

    def acts(self, case: UUID) -> list[object]:
        items = details.timeline(self.world.desk, case).items
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


def test_ONX_2_cases_are_put_on_a_planned_visit_and_taken_off_and_are_told(everywhere: Office) -> None:
    office = everywhere
    done = office.change(add=(office.second,), remove=(office.first,))
    assert office.cases == (office.second,)
    assert (office.acts(office.first), office.acts(office.second)) == (["planned", "removed"], ["added"])
    items = details.timeline(office.world.desk, office.second).items
    (told,) = [item.data for item in items if item.kind == EntryKind.VISIT]
    assert (told["visit"], told["planned_at"]) == (str(office.visit), MONDAY.isoformat())
    office.take_back(done)
    assert office.cases == (office.first,)
    assert office.acts(office.second) == ["added", "removed"]
    (line,) = visit_lists.visits_between(office.world.desk, MONDAY, MONDAY + timedelta(hours=1))
    assert len(line.case_numbers) == 1


def test_what_is_so_already_is_no_act(office: Office) -> None:
    desk = office.world.desk
    assert visit_cases.set_cases(desk, office.visit, add=(office.first,), remove=(office.second,)) is None
    assert visit_cases.set_cases(desk, office.visit) is None
    assert office.acts(office.first) == ["planned"]
    # Named twice it is put on once.
    office.change(add=(office.second, office.second))
    assert sorted(office.cases) == sorted((office.first, office.second))
    assert office.acts(office.second) == ["added"]


def test_ONX_2_a_begun_visits_cases_change_and_a_finished_or_cancelled_ones_do_not(office: Office) -> None:
    desk = office.world.desk
    visits.arrive(desk, office.visit, at=MONDAY)
    office.change(add=(office.second,))
    assert office.second in office.cases
    whole_report(desk, office.visit)
    visits.edit(desk, office.visit, received_by="Amal Rashid")
    sign(desk, office.visit)
    visit_reports.finish(desk, office.visit)
    with pytest.raises(KnownError, match="is finished"):
        office.change(remove=(office.second,))
    other = visits.plan(desk, office.client, planned_at=MONDAY, engineer_id=office.karim)
    visits.cancel(desk, made(other.created), "The client is closed.")
    with pytest.raises(KnownError, match="was cancelled"):
        visit_cases.set_cases(desk, made(other.created), add=(office.first,))


def test_ONX_2_a_signature_stands_for_the_cases_that_were_signed(office: Office) -> None:
    desk = office.world.desk
    visits.arrive(desk, office.visit, at=MONDAY)
    office.change(add=(office.second,))
    whole_report(desk, office.visit)
    sign(desk, office.visit)
    assert visit_reports.report(desk, office.visit).agreement is not None
    taken_off = office.change(remove=(office.first,))
    assert visit_reports.report(desk, office.visit).agreement is None
    # Taken back it is what was signed, in the same order.
    office.take_back(taken_off)
    assert visit_reports.report(desk, office.visit).agreement is not None


def test_ONX_2_a_case_that_came_of_a_recommendation_is_neither_put_on_nor_taken_off(office: Office) -> None:
    desk = office.world.desk
    visits.arrive(desk, office.visit, at=MONDAY)
    visit_reports.write_report(desk, office.visit, recommendations="A larger disk.")
    asked = request(Players(office.world, office.client, (office.karim,)), "A larger disk.")
    followed = visits.follow_up(desk, office.visit, "A larger disk.", asked)
    (came,) = visit_views.visit(desk, office.visit).follow_ups
    assert followed.created == came.case.id
    for act in ("add", "remove"):
        with pytest.raises(KnownError, match="came of a recommendation"):
            visit_cases.set_cases(desk, office.visit, **{act: (came.case.id,)})
    offered = visit_planning.offer(desk, office.client, office.visit).cases
    assert {each.id: each.held for each in offered} == {office.first: True, office.second: False}
    assert [each.case.id for each in visit_views.visit(desk, office.visit).follow_ups] == [came.case.id]


def test_another_clients_case_is_refused_and_nothing_is_changed(office: Office) -> None:
    other = office.world.client("Gulf Foods", "onyxpro", start_date=date(2026, 6, 1))
    strange = office.world.case(other, "Labels", reason="update")
    with pytest.raises(KnownError, match="another client"):
        office.change(add=(office.second, strange))
    assert (office.cases, office.acts(office.second)) == ((office.first,), [])


def test_a_case_taken_off_is_found_and_reckoned_no_more_as_visited(office: Office) -> None:
    desk = office.world.desk
    visits.arrive(desk, office.visit, at=MONDAY)
    office.world.later(hours=2)
    visits.leave(desk, office.visit)
    office.change(add=(office.second,))

    def visited() -> set[UUID]:
        query = CaseQuery(view=ViewKind.EVERYTHING, search="has:visit")
        return {each.id for each in lists.page(desk, query, 0, 10)}

    assert visited() == {office.first, office.second}
    office.change(remove=(office.first,))
    assert visited() == {office.second}
    assert details.case(desk, office.first).seconds_spent["on_site"] == 0
    assert details.case(desk, office.second).seconds_spent["on_site"] == 7_200


def test_a_case_that_was_closed_since_stays_on_offer_with_its_tick(office: Office) -> None:
    with office.world.store.write() as conn:
        conn.execute(CASE.update().where(CASE.c.id == office.first).values(open=False))
    offered = visit_planning.offer(office.world.desk, office.client, office.visit).cases
    assert [(each.id, each.held) for each in offered] == [(office.first, True), (office.second, False)]
    assert [each.id for each in visit_planning.offer(office.world.desk, office.client).cases] == [
        office.second
    ]


# ------------------------------------------------------------------ what covers it


@pytest.fixture
def synergy(world: World) -> tuple[World, UUID]:
    """A client of Synergy's with a ticket, and an officer who may do all."""
    world.sits_down("Tom Reyes", AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER)
    client = world.client("Brightway", "synergy")
    incidents.buy_season_ticket(
        world.desk, client, amount=Decimal(900), currency="QAR", method="bank_transfer", reference="T-1"
    )
    return world, client


def charged(world: World, case: UUID) -> bool:
    with world.store.read() as conn:
        accepted: bool = get_row(conn, CASE, case)["accepted"]
    return accepted


def test_SYN_1_no_case_without_an_entitlement_is_put_on_a_visit(world: World) -> None:
    world.sits_down("Tom Reyes", AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER)
    client = world.client("Cobalt Freight", "synergy")
    paid, unpaid = world.case(client, "Paid"), world.case(client, "Unpaid")
    incidents.record_payment(
        world.desk, paid, amount=Decimal("95.50"), currency="GBP", method="credit_card", reference="TX-81"
    )
    planned = visits.plan(
        world.desk, client, planned_at=MONDAY, engineer_id=world.desk.actor, case_ids=(paid,)
    )
    visit = made(planned.created)
    with pytest.raises(RuleRefusal, match="A visit is support") as told:
        visit_cases.set_cases(world.desk, visit, add=(unpaid,))
    assert told.value.rule == "SYN-1"
    (offered,) = [each for each in visit_planning.offer(world.desk, client, visit).cases if not each.held]
    assert offered.refusal is not None
    assert offered.refusal.reason == told.value.what
    # Without any case something would have to cover the client.
    with pytest.raises(RuleRefusal, match="A visit is support"):
        visit_cases.set_cases(world.desk, visit, remove=(paid,))
    assert visit_planning.plan_of(world.desk, visit).case_ids == (paid,)


@pytest.mark.parametrize("since", ["nothing", "reply"])
def test_SYN_2_an_incident_that_only_the_tick_charged_goes_back_with_it(
    synergy: tuple[World, UUID], since: str
) -> None:
    world, client = synergy
    first, second = world.case(client), world.case(client)
    planned = visits.plan(
        world.desk, client, planned_at=MONDAY, engineer_id=world.desk.actor, case_ids=(first,)
    )
    done = visit_cases.set_cases(world.desk, made(planned.created), add=(second,))
    assert done is not None
    assert done.operation is not None
    assert charged(world, second)
    world.later(minutes=5)
    if since == "reply":
        replies.reply(world.desk, second, "Restart the service.")
    undo.undo(world.desk, done.operation.id)
    assert charged(world, second) is (since == "reply")
    assert charged(world, first)
