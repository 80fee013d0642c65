"""Cases that belong together: links, and what a merge does while it lasts."""

from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, Entity, Ref
from supportdesk.domain.words import Channel, LinkKind
from supportdesk.rules.cases.state import CaseState
from supportdesk.services.cases import closing, handling, linking, replies
from supportdesk.services.queries import details, lists
from supportdesk.services.views import CaseQuery, ViewKind
from supportdesk.store.case_rows import load_state
from supportdesk.store.tables.cases import ENTRY, LINK
from tests.services.desk_world import World


@pytest.fixture
def client(world: World) -> UUID:
    world.sits_down()
    client = world.client()
    world.contract(client)
    return client


def state(world: World, case_id: UUID) -> CaseState:
    with world.store.read() as conn:
        return load_state(conn, case_id)[0]


def said(world: World, case_id: UUID) -> list[str]:
    with world.store.read() as conn:
        lines = conn.scalars(select(ENTRY.c.kind).where(ENTRY.c.case_id == case_id).order_by(ENTRY.c.row))
        return list(lines)


def test_a_link_stands_on_both_cases_until_it_is_ended(world: World, client: UUID) -> None:
    first, second = world.case(client), world.case(client)
    done = linking.link(world.desk, first, second, LinkKind.SAME_CAUSE)
    assert Aspect.LINKS in done.outcome.changes.aspects_of(Ref(Entity.CASE, second))
    with pytest.raises(KnownError, match="linked already"):
        linking.link(world.desk, second, first, LinkKind.SAME_CAUSE)
    linking.unlink(world.desk, second, first, LinkKind.SAME_CAUSE)
    with pytest.raises(KnownError, match="not linked"):
        linking.unlink(world.desk, second, first, LinkKind.SAME_CAUSE)
    for case_id in (first, second):
        assert said(world, case_id) == ["logged", "linked", "unlinked"]
    with world.store.read() as conn:
        link = conn.execute(select(LINK)).one()
    assert (link.case_id, link.other_id, link.ended_at) == (first, second, world.now)


def test_a_case_is_not_linked_to_itself_nor_by_hand_what_comes_by_itself(world: World, client: UUID) -> None:
    first, second = world.case(client), world.case(client)
    with pytest.raises(KnownError, match="itself"):
        linking.link(world.desk, first, first, LinkKind.RELATED)
    for kind in (LinkKind.MERGED_INTO, LinkKind.SPLIT_FROM):
        with pytest.raises(KnownError, match="comes about by itself"):
            linking.link(world.desk, first, second, kind)


def test_a_merged_case_is_shown_in_the_other_one(world: World, client: UUID) -> None:
    into, case_id = world.case(client, "Payroll stops"), world.case(client, "Payroll stops too")
    replies.client_entry(world.desk, case_id, "Said before.", channel=Channel.EMAIL)
    linking.merge(world.desk, case_id, into)
    replies.client_entry(world.desk, case_id, "Said after.", channel=Channel.EMAIL)
    query = CaseQuery(view=ViewKind.ALL_OPEN)
    assert [row.id for row in lists.page(world.desk, query, 0, 10)] == [into]
    bodies = {item.body for item in details.timeline(world.desk, into).items}
    assert {"Said before.", "Said after."} <= bodies
    linking.undo_merge(world.desk, case_id)
    assert {row.id for row in lists.page(world.desk, query, 0, 10)} == {into, case_id}
    assert "Said after." not in {item.body for item in details.timeline(world.desk, into).items}
    assert "Said after." in {item.body for item in details.timeline(world.desk, case_id).items}


def test_what_the_client_writes_to_a_merged_case_counts_in_both(world: World, client: UUID) -> None:
    into, case_id = world.case(client), world.case(client)
    handling.assign(world.desk, into, world.desk.actor)
    handling.move_stage(world.desk, into, "waiting_for_customer")
    linking.merge(world.desk, case_id, into)
    world.later(minutes=10)
    done = replies.client_entry(world.desk, case_id, "Here it is.", channel=Channel.EMAIL)
    assert state(world, into).stage == "updated_by_customer"
    assert state(world, case_id).stage == "new"
    assert {Aspect.ROW, Aspect.TIMELINE} <= done.outcome.changes.aspects_of(Ref(Entity.CASE, into))
    linking.undo_merge(world.desk, case_id)
    assert state(world, into).stage == "waiting_for_customer"


def test_what_an_agent_decides_on_a_merged_case_stays_there(world: World, client: UUID) -> None:
    into, case_id = world.case(client, severity="S3"), world.case(client, severity="S3")
    linking.merge(world.desk, case_id, into)
    handling.verify_severity(world.desk, case_id, "S1", reason="All payrolls are down")
    handling.move_stage(world.desk, into, "development")
    assert (state(world, case_id).severity, state(world, into).severity) == ("S1", "S3")
    assert (state(world, case_id).stage, state(world, into).stage) == ("new", "development")


def test_an_answer_on_a_merged_case_answers_the_one_it_is_shown_in(world: World, client: UUID) -> None:
    into, case_id = world.case(client, severity="S2"), world.case(client)
    linking.merge(world.desk, case_id, into)
    replies.reply(world.desk, case_id, "Both are settled by step 3.")
    assert state(world, into).responded
    linking.undo_merge(world.desk, case_id)
    assert (state(world, into).responded, state(world, case_id).responded) == (False, True)


def test_merges_of_merges_are_heard_all_the_way_up(world: World, client: UUID) -> None:
    top, middle, bottom = (world.case(client, title) for title in ("Top", "Middle", "Bottom"))
    linking.merge(world.desk, bottom, middle)
    linking.merge(world.desk, middle, top)
    handling.assign(world.desk, top, world.desk.actor)
    before = state(world, top)
    replies.client_entry(world.desk, bottom, "Hello?", channel=Channel.EMAIL)
    assert state(world, top).stage == "updated_by_customer"
    linking.undo_merge(world.desk, bottom)
    assert state(world, top) == before
    with pytest.raises(KnownError, match="not merged"):
        linking.undo_merge(world.desk, bottom)


def test_only_what_can_be_shown_together_is_merged(world: World, client: UUID) -> None:
    into, case_id, closed = (world.case(client) for _ in range(3))
    stranger = world.case(world.client("Northwind"))
    closing.close(world.desk, closed, by_client=True)
    for target, why in ((case_id, "itself"), (stranger, "different clients"), (closed, "is closed")):
        with pytest.raises(KnownError, match=why):
            linking.merge(world.desk, case_id, target)
    linking.merge(world.desk, case_id, into)
    with pytest.raises(KnownError, match="already"):
        linking.merge(world.desk, case_id, into)
    with pytest.raises(KnownError, match="itself"):
        linking.merge(world.desk, into, case_id)
