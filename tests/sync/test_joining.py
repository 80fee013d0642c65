"""A desk that worked alone joins a hub with all it has: nothing lost, nothing doubled, nothing for strange eyes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Status
from supportdesk.services import undo
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.cases import replies
from supportdesk.services.exchange import rows_along
from supportdesk.services.exchange.joining import is_through, take_back
from supportdesk.services.person import drafts
from supportdesk.services.queries import lists
from supportdesk.services.views.lists import CaseQuery, ViewKind
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import ENTRY
from supportdesk.store.tables.desk import OPERATION
from tests.services.desk_world import KEY, World
from tests.sync.lone_desk import (
    assert_nothing_waits,
    coming,
    install_policies,
    live,
    lone_world,
    numbers,
    of_before,
    settle,
    small,
)
from tests.sync.office import Office, open_office, rows_on


@pytest.fixture
def office(tmp_path: Path, server_url: str | None) -> Iterator[Office]:
    with open_office(tmp_path, server_url) as opened:
        install_policies(opened)
        yield opened


@pytest.fixture
def on_file(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        install_policies(opened)
        yield opened


@pytest.fixture
def toronto(request: pytest.FixtureRequest) -> tuple[Office, UUID, UUID]:
    """The office with Nadia's account in Toronto."""
    name = "office" if "office" in request.fixturenames else "on_file"
    opened: Office = request.getfixturevalue(name)
    branch = opened.hub.branch("Toronto")
    return opened, branch, opened.hub.agent("Nadia Karim", branch_id=branch, email="nadia@example.org")


def test_every_shared_table_comes_along_or_is_said_to_stay() -> None:
    assert rows_along.left_behind() == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_a_year_alone_is_on_the_hub_and_on_the_next_desk(
    toronto: tuple[Office, UUID, UUID], office: Office, tmp_path: Path, seed: int
) -> None:
    _, branch, nadia = toronto
    tomas = office.hub.agent("Tomas Berg", branch_id=branch)
    claire = office.hub.agent("Claire Roux", branch_id=office.hub.branch("Lyon"))
    with lone_world(tmp_path / "lone", office) as world:
        live(world, seed)
        office.hub.now = world.now
        joining = coming(office, world, nadia)
        joined = joining.join()
        assert joined.cases > 8
        assert joined.copy.is_file()
        before = rows_on(world.store)
        seat = joining.seat(office, "nadia")
        assert not is_through(world.store)
        seat.sync()
        second = office.seat("tomas", tomas)
        other = office.seat("claire", claire)
        settle(office)
        assert_nothing_waits(world.store)
        assert is_through(world.store)
        hub, here, there = (rows_on(store) for store in (office.hub.store, world.store, second.world.store))
        for entity in before:
            assert of_before(hub, entity) == of_before(before, entity), entity
            assert here[entity] == hub[entity], entity
        for entity in (
            "case",
            "entry",
            "clock",
            "organisation",
            "ledger_line",
            "visit",
            "attachment",
            "link",
        ):
            assert there[entity] == hub[entity], entity
        strange = rows_on(other.world.store)
        for entity in (
            "case",
            "entry",
            "clock",
            "organisation",
            "ledger_line",
            "visit",
            "attachment",
            "link",
        ):
            assert not strange[entity], entity
        with world.store.read() as conn:
            status = conn.execute(
                select(OPERATION.c.status, OPERATION.c.reason).where(OPERATION.c.name == ADD)
            )
            assert {tuple(row) for row in status} == {(Status.APPLIED.value, None)}


# ---------------------------------------------------------------- a small desk


def test_work_goes_on_while_what_was_brought_is_on_its_way(
    toronto: tuple[Office, UUID, UUID], on_file: Office, tmp_path: Path
) -> None:
    office, branch, nadia = toronto
    with lone_world(tmp_path / "lone", office) as world:
        case = small(world)
        drafts.save(world.desk, "new_case", {"title": "half"})
        joining = coming(office, world, nadia)
        joining.join()
        seat = joining.seat(office, "nadia")
        replies.reply(world.desk, case, "We are on it.")
        seat.sync()
        world.client("Another client", branch_id=branch)
        settle(office)
        assert_nothing_waits(world.store)
        second = office.seat("tomas", office.hub.agent("Tomas Berg", branch_id=branch))
        assert rows_on(second.world.store)["entry"] == rows_on(world.store)["entry"]
        with second.world.store.read() as conn:
            assert "We are on it." in conn.scalars(select(ENTRY.c.body)).all()
        assert drafts.load(world.desk, "new_case") is not None


def test_two_desks_with_the_same_numbers_both_keep_theirs_findable(
    toronto: tuple[Office, UUID, UUID], on_file: Office, tmp_path: Path
) -> None:
    office, branch, nadia = toronto
    tomas = office.hub.agent("Tomas Berg", branch_id=branch)
    with (
        lone_world(tmp_path / "one", office) as one,
        lone_world(tmp_path / "two", office, 0xB0) as two,
    ):
        first, second = small(one), small(two, name="Tomas Berg", title="Invoices are wrong")
        former = numbers(one.store)[first]
        assert numbers(two.store)[second] == former
        for world, agent, number in ((one, nadia, 1), (two, tomas, 2)):
            joining = coming(office, world, agent, number)
            joining.join()
            joining.seat(office, agent.hex)
        settle(office)
        assert numbers(one.store) == numbers(two.store) == numbers(office.hub.store)
        now = numbers(one.store)
        assert now[first] == former
        assert now[second] != former
        for world in (one, two):
            query = CaseQuery(view=ViewKind.SEARCH, search=former)
            assert {first, second} <= {row.id for row in lists.page(world.desk, query, 0, 10)}
        assert_nothing_waits(one.store)
        assert_nothing_waits(two.store)


def test_what_was_done_before_is_history_and_stays_done(
    toronto: tuple[Office, UUID, UUID], on_file: Office, tmp_path: Path
) -> None:
    office, _, nadia = toronto
    with lone_world(tmp_path / "lone", office) as world:
        case = small(world)
        done = replies.note(world.desk, case, "A note")
        joining = coming(office, world, nadia)
        joining.join()
        joining.seat(office, "nadia")
        assert undo.last(world.desk) is None
        with pytest.raises(KnownError, match="can't be taken back"):
            undo.undo(world.desk, done.outcome.operation)
        with world.store.read() as conn:
            actors = set(conn.scalars(select(OPERATION.c.actor).where(OPERATION.c.name == "case.note")))
        assert actors == {nadia}


def test_joining_twice_is_refused_and_changes_nothing(
    toronto: tuple[Office, UUID, UUID], on_file: Office, tmp_path: Path
) -> None:
    office, _, nadia = toronto
    with lone_world(tmp_path / "lone", office) as world:
        small(world)
        joining = coming(office, world, nadia)
        joining.join()
        before = rows_on(world.store)
        with pytest.raises(KnownError, match="belongs to a hub already"):
            joining.join()
        assert rows_on(world.store) == before


def test_leaving_again_by_the_copy_and_coming_back_brings_nothing_twice(
    toronto: tuple[Office, UUID, UUID], on_file: Office, tmp_path: Path
) -> None:
    office, _, nadia = toronto
    with lone_world(tmp_path / "lone", office) as world:
        small(world)
        before = rows_on(world.store)
        joining = coming(office, world, nadia)
        copy = joining.join().copy
        joining.seat(office, "nadia").sync()
        on_hub = rows_on(office.hub.store)
    del office.seats["nadia"]
    take_back(tmp_path / "lone" / "lone.db", copy)
    assert not copy.exists()
    store = Store.open(tmp_path / "lone" / "lone.db", KEY)
    again = World(store, now=office.now, made_so_far=0xC0 << 40)
    assert rows_on(store) == before
    assert store.side == "alone"
    again.desk = replace(again.desk, actor=world_actor(before))
    joining = coming(office, again, nadia, 3)
    joining.join()
    joining.seat(office, "again")
    settle(office)
    assert rows_on(office.hub.store) == on_hub
    assert_nothing_waits(store)


def world_actor(rows: dict[str, dict[bytes, dict[str, Any]]]) -> UUID:
    return UUID(bytes=next(iter(rows["agent"])))
