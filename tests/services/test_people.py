"""Clients, staff, products and contracts as operations: what is kept, what is refused, what can be taken back."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, Entity, Ref
from supportdesk.domain.words import AgentRole
from supportdesk.services.person import place
from supportdesk.services.queries import details
from supportdesk.services.registers import people, products, staff
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.people import BRANCH, CONTACT, ORGANISATION
from tests.services.desk_world import World


def test_a_new_client_is_one_operation_that_waits_to_be_sent(world: World) -> None:
    client = world.client(client_code="har-tw")
    with world.store.read() as conn:
        row = get_row(conn, ORGANISATION, client)
        operation = conn.execute(select(OPERATION)).one()
        waiting = conn.execute(select(OUTBOX)).one()
    assert (row["name"], row["client_code"], row["rev"]) == ("Hartwell Motors", "HARTW", 1)
    assert (operation.name, operation.root_id, row["created_op"]) == (
        "organisation.add",
        client,
        operation.id,
    )
    assert (waiting.op_id, waiting.state) == (operation.id, "waiting")


def test_SAP_1_two_clients_cannot_share_a_client_code(world: World) -> None:
    world.client(client_code="HARTW")
    with pytest.raises(KnownError, match="Hartwell Motors has the client code HARTW"):
        world.client("Hartwell Marine", client_code="hart w")
    with pytest.raises(KnownError, match="letters and digits only"):
        world.client("Hartwell Marine", client_code="HÄRT")


def test_a_client_needs_a_name_and_a_policy_that_is_here(world: World) -> None:
    with pytest.raises(KnownError, match="The client's name is missing"):
        world.client("  ")
    with pytest.raises(KnownError, match="There is no policy “acme”"):
        world.client("Acme", "acme")


def test_an_edit_notes_the_revision_of_each_field_and_what_it_replaced(world: World) -> None:
    client = world.client(region="Ontario")
    done = people.edit_organisation(world.desk, client, name="Hartwell Group", region="Ontario")
    assert done.undoable
    assert done.operation is not None
    assert done.outcome.changes.aspects_of(Ref(Entity.ORGANISATION, client)) == {Aspect.ROW}
    with world.store.read() as conn:
        row = get_row(conn, ORGANISATION, client)
        expect = conn.scalar(select(OPERATION.c.expect).where(OPERATION.c.id == done.operation.id))
    assert (row["name"], row["rev"], row["field_rev"]) == ("Hartwell Group", 2, {"name": 2})
    assert expect == {"name": "Hartwell Motors"}


def test_what_was_written_once_cannot_be_edited(world: World) -> None:
    client = world.client()
    contact = world.contact(client)
    with pytest.raises(KnownError, match="“pin_hash” can't be changed"):
        people.edit_contact(world.desk, client, contact, pin_hash="x")


def test_a_contact_and_a_site_belong_to_their_client(world: World) -> None:
    client = world.client()
    contact = world.contact(client, role="Controller", email="diane@hartwell.example")
    people.edit_contact(world.desk, client, contact, active=False)
    with world.store.read() as conn:
        row = get_row(conn, CONTACT, contact)
    assert (row["organisation_id"], row["role"], row["active"]) == (client, "Controller", False)
    with pytest.raises(KnownError, match="no organisation"):
        world.contact(UUID(int=5))
    with pytest.raises(KnownError):
        people.add_site(world.desk, client, "Plant", time_zone="Mars/Olympus")


def test_ONX_4_there_is_one_central_support(world: World) -> None:
    world.branch("Head office, Sana'a", kind="central", time_zone="Asia/Aden")
    with pytest.raises(KnownError, match="is central support already"):
        world.branch("Second centre", kind="central")
    with pytest.raises(KnownError, match="of the kind “kiosk”"):
        world.branch("Kiosk", kind="kiosk")


def test_an_agent_has_roles_that_exist(world: World) -> None:
    agent = world.agent("Priya Raman", AgentRole.MANAGER, AgentRole.CONSULTANT)
    done = staff.edit_agent(world.desk, agent, agreed_load=20)
    assert done.undoable
    with pytest.raises(KnownError, match="no role “wizard”"):
        staff.edit_agent(world.desk, agent, roles=["wizard"])


def test_ONX_6_which_client_runs_which_version(world: World) -> None:
    product = world.product()
    first, second = world.client("Hartwell Motors"), world.client("Cobalt Freight")
    products.install(world.desk, first, product, "9.4.1")
    products.install(world.desk, second, product, "9.4.2")
    products.install(world.desk, first, product, "9.4.2")
    lines = products.installations(world.desk, product_id=product, version="9.4.2")
    assert [(line.organisation, line.version) for line in lines] == [
        ("Cobalt Freight", "9.4.2"),
        ("Hartwell Motors", "9.4.2"),
    ]
    assert len(products.installations(world.desk)) == 2


def test_the_desk_knows_its_person_branch_and_hours(world: World) -> None:
    calendar = {"time_zone": "America/Toronto", "weekly": {"wed": [["08:00", "18:00"]]}}
    branch = world.branch(calendar=calendar)
    world.sits_down("Nadia Karim", AgentRole.SUPPORT_OFFICER, branch_id=branch, language="fr")
    me = place.me(world.desk)
    assert (me.name, me.branch, me.time_zone, me.language) == (
        "Nadia Karim",
        "Toronto",
        "America/Toronto",
        "fr",
    )
    assert me.open
    assert me.open_until is not None
    assert me.open_until - world.now == timedelta(hours=8)
    world.later(days=1)
    assert not place.me(world.desk).open


def test_without_own_hours_those_of_a_policy_count(world: World) -> None:
    branch = world.branch()
    world.sits_down(branch_id=branch)
    with world.store.read() as conn:
        assert conn.scalar(select(BRANCH.c.calendar)) is None
    assert place.me(world.desk).branch_id == branch


def test_a_date_comes_back_as_it_was_given(world: World) -> None:
    client = world.client(start_date=date(2025, 2, 28))
    with world.store.read() as conn:
        assert get_row(conn, ORGANISATION, client)["start_date"] == date(2025, 2, 28)


def test_SPK_8_naming_a_contact_is_no_edit(world: World) -> None:
    client = world.client()
    contact = world.contact(client)
    with pytest.raises(KnownError, match="is not edited"):
        people.edit_contact(world.desk, client, contact, named=True)


def test_what_belongs_to_another_client_is_changed_there(world: World) -> None:
    first, second = world.client("Hartwell Motors"), world.client("Cobalt Freight")
    contact = world.contact(first)
    with pytest.raises(KnownError, match="belongs to another client"):
        people.edit_contact(world.desk, second, contact, name="Somebody else")


def test_TIME_6_other_hours_of_a_branch_count_its_open_cases_anew(world: World) -> None:
    week = ("mon", "tue", "wed", "thu", "fri")
    hours = {"time_zone": "America/Toronto", "weekly": {day: [["09:00", "13:00"]] for day in week}}
    branch = world.branch()
    world.sits_down(branch_id=branch)
    client = world.client(branch_id=branch)
    world.contract(client, "standard")
    case = world.case(client, severity="S2")
    before = details.case(world.desk, case).clocks[0].deadline.due_at
    world.later(minutes=1)
    done = staff.edit_branch(world.desk, branch, calendar=hours)
    after = details.case(world.desk, case).clocks[0]
    assert before is not None
    assert before - details.case(world.desk, case).logged_at == timedelta(hours=6)
    assert after.deadline.due_at is not None
    assert after.deadline.due_at - details.case(world.desk, case).logged_at == timedelta(hours=2)
    assert done.outcome.changes.aspects_of(Ref(Entity.CASE, case)) >= {Aspect.CLOCKS}
    with pytest.raises(KnownError):
        staff.edit_branch(world.desk, branch, calendar={"time_zone": "America/Toronto", "weekly": {}})
