"""Lists as screens show them: groups of the local day, localised names, pages that fit together, searches."""

from datetime import timedelta
from uuid import UUID

import pytest

from supportdesk.domain.words import Channel, ClockKind
from supportdesk.services.cases import handling, replies
from supportdesk.services.person import marks
from supportdesk.services.queries import lists
from supportdesk.services.views import CaseQuery, GroupKey, Sort, ViewKind
from tests.services.desk_world import World

EVERYTHING = CaseQuery(view=ViewKind.EVERYTHING)
ALL_OPEN = CaseQuery(view=ViewKind.ALL_OPEN)


@pytest.fixture
def client(world: World) -> UUID:
    """A covered client of a desk in Toronto."""
    world.sits_down(branch_id=world.branch())
    client = world.client()
    world.contract(client, "gold")
    return client


def test_a_list_by_deadline_falls_into_groups_of_the_local_day(world: World, client: UUID) -> None:
    world.later(hours=-8)
    late = world.case(client, "Late", severity="S1")
    world.later(hours=8)
    soon = world.case(client, "Soon", severity="S1")
    today = world.case(client, "Today", severity="S2")
    this_week = world.case(client, "This week", severity="S3")
    later = world.case(client, "Later", severity="S4")
    paused = world.case(client, "Paused", severity="S2")
    handling.move_stage(world.desk, paused, "on_hold")
    none = world.case(client, "None")
    world.later(minutes=1)
    shape = lists.shape(world.desk, ALL_OPEN)
    assert [(group.key, group.count) for group in shape.groups] == [(key, 1) for key in GroupKey]
    rows = lists.page(world.desk, ALL_OPEN, 0, 200)
    assert [row.id for row in rows] == [late, soon, today, this_week, later, paused, none]
    assert [lists.index_of(world.desk, ALL_OPEN, row.id) for row in rows] == list(range(7))


def test_the_day_ends_at_the_midnight_of_the_branch(world: World, client: UUID) -> None:
    world.now += timedelta(hours=6)  # 16:00 in Toronto: half a business day ends tomorrow at 10:00
    world.case(client, severity="S2")
    world.later(minutes=1)
    shape = lists.shape(world.desk, ALL_OPEN)
    assert [group.key for group in shape.groups] == [GroupKey.THIS_WEEK]


def test_a_row_says_what_the_line_shows(world: World, client: UUID) -> None:
    case = world.case(client, "Payroll stops at 62 %", severity="S2", channel=Channel.PORTAL)
    handling.assign(world.desk, case, world.desk.actor)
    handling.verify_severity(world.desk, case, "S1", reason="Everyone is affected.")
    row = lists.row(world.as_agent(world.desk.actor, language="fr"), case)
    assert row is not None
    assert (row.title, row.organisation, row.owner_name) == (
        "Payroll stops at 62 %",
        "Hartwell Motors",
        "Nadia Karim",
    )
    assert (row.severity_code, row.severity_rank, row.severity_verified) == ("S1", 1, True)
    assert (row.stage, row.stage_look) == ("Analyse/En cours", "in_progress")
    assert row.deadline.state == "running"
    assert row.deadline.kind is ClockKind.FIRST_RESPONSE
    assert row.deadline.due_at == world.now + timedelta(hours=2)
    assert lists.row(world.desk, UUID(int=9)) is None


def test_pages_fit_together_and_the_views_hold_what_they_say(world: World, client: UUID) -> None:
    made = [world.case(client, f"Case {number}", severity="S3") for number in range(25)]
    handling.assign(world.desk, made[0], world.desk.actor)
    query = CaseQuery(view=ViewKind.ALL_OPEN, sort=Sort.NEWEST)
    paged = [row.id for first in (0, 10, 20) for row in lists.page(world.desk, query, first, 10)]
    assert paged == made[::-1]
    assert [row.id for row in lists.page(world.desk, CaseQuery(view=ViewKind.MINE), 0, 9)] == made[:1]
    assert lists.shape(world.desk, CaseQuery(view=ViewKind.UNASSIGNED)).count == 24
    assert (
        lists.shape(world.desk, CaseQuery(view=ViewKind.ALL_OPEN, severity_ranks=frozenset({3}))).count == 25
    )
    assert (
        lists.shape(world.desk, CaseQuery(view=ViewKind.ALL_OPEN, severity_ranks=frozenset({1}))).count == 0
    )


def test_a_search_knows_the_policies_names_in_every_language(world: World, client: UUID) -> None:
    case = world.case(client, "Stock valuation differs", severity="S2")
    handling.move_stage(world.desk, case, "Development")
    for text in (
        "stage:Development",
        'stage:"Développement"',
        "severity:Haute",
        "stock valuation",
        "client:hartwell",
    ):
        query = CaseQuery(view=ViewKind.SEARCH, search=text)
        assert [row.id for row in lists.page(world.desk, query, 0, 5)] == [case], text
    shape = lists.shape(world.desk, CaseQuery(view=ViewKind.SEARCH, search="stage:nowhere"))
    assert shape.count == 0
    assert "nowhere" in shape.problem


def test_a_clients_word_is_unread_until_one_looks(world: World, client: UUID) -> None:
    case = world.case(client)
    world.later(minutes=1)
    marks.seen(world.desk, case)
    assert not unread(world, case)
    world.later(minutes=1)
    replies.client_entry(world.desk, case, "It is back.", channel=Channel.EMAIL)
    assert unread(world, case)
    world.later(minutes=1)
    marks.seen(world.desk, case)
    assert not unread(world, case)


def unread(world: World, case: UUID) -> bool:
    row = lists.row(world.desk, case)
    assert row is not None
    return row.unread


def test_the_best_fit_is_found_by_number(world: World, client: UUID) -> None:
    world.case(client, "First")
    second = world.case(client, "Second")
    row = lists.row(world.desk, second)
    assert row is not None
    assert [found.id for found in lists.best(world.desk, row.number)] == [second]
