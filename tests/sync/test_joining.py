"""A desk that worked alone joins a hub with all that it has: nothing lost, nothing doubled, nothing for strange eyes."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Status
from supportdesk.domain.words import AgentRole
from supportdesk.services import undo
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.cases import handling, replies
from supportdesk.services.exchange import rows_along
from supportdesk.services.exchange.joining import is_through, take_back
from supportdesk.services.person import drafts
from supportdesk.services.queries import lists
from supportdesk.services.views.lists import CaseQuery, ViewKind
from supportdesk.store import import_rows
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.sync import SHADOW, TOUCH
from supportdesk.sync.engine import Engine
from tests.services.desk_world import KEY, World
from tests.sync.lone_desk import OFFICE_ROLES, coming, install_policies, live, lone_world
from tests.sync.office import InProcess, Office, open_office, rows_on

_OF_THE_HUB = {"rev", "field_rev", "created_op", "updated_at"}


@pytest.fixture(params=["file", "server"])
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Office]:
    url = request.getfixturevalue("postgres_url") if request.param == "server" else None
    with open_office(tmp_path, url) as opened:
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


def settle(office: Office) -> None:
    for _ in range(2):
        office.sync()


def assert_nothing_waits(store: Store) -> None:
    with store.read() as conn:
        for table in (OUTBOX, SHADOW, TOUCH):
            assert conn.scalar(select(func.count()).select_from(table)) == 0, table.name


def of_before(rows: dict[str, dict[bytes, dict[str, Any]]], entity: str, *without: str) -> dict[bytes, Any]:
    """The rows of a table without what the hub says of each."""
    left = _OF_THE_HUB | set(without)
    return {
        row_id: {name: value for name, value in row.items() if name not in left}
        for row_id, row in rows[entity].items()
    }


def test_every_shared_table_comes_along_or_is_said_to_stay() -> None:
    assert rows_along.left_behind() == []


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
        for entity in ("case", "entry", "clock", "organisation", "ledger_line", "visit", "attachment", "link"):
            assert there[entity] == hub[entity], entity
        strange = rows_on(other.world.store)
        for entity in ("case", "entry", "clock", "organisation", "ledger_line", "visit", "attachment", "link"):
            assert not strange[entity], entity
        with world.store.read() as conn:
            status = conn.execute(select(OPERATION.c.status, OPERATION.c.reason).where(OPERATION.c.name == ADD))
            assert {tuple(row) for row in status} == {(Status.APPLIED.value, None)}


# ---------------------------------------------------------------- a small desk


def small(world: World, *, name: str = "Nadia Karim", title: str = "Payroll stops") -> UUID:
    """One case of one client, on a desk with nothing else."""
    own = world.branch("Own branch", kind="central")
    world.sits_down(name, *OFFICE_ROLES, branch_id=own, email=f"{name.split()[0].lower()}@example.org")
    client = world.client()
    world.contract(client)
    world.named_contact(client)
    return world.case(client, title)


def numbers(store: Store) -> dict[UUID, str]:
    with store.read() as conn:
        return {row.id: row.number for row in conn.execute(select(CASE.c.id, CASE.c.number))}


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


# ---------------------------------------------------------------- who is who


def test_people_branches_and_products_are_the_hubs_where_they_are_the_same(
    toronto: tuple[Office, UUID, UUID], on_file: Office, tmp_path: Path
) -> None:
    office, toronto_branch, nadia = toronto
    lyon = office.hub.branch("Lyon")
    tomas = office.hub.agent("T. Berg", branch_id=lyon, email="TOMAS@example.org")
    two = [office.hub.agent("Ana Silva", branch_id=lyon) for _ in range(2)]
    product = office.hub.product()
    with lone_world(tmp_path / "lone", office) as world:
        case = small(world)
        world.branch("Lyon")
        known = world.agent("Tomas Berg", email="tomas@example.org")
        unclear = world.agent("Ana Silva")
        world.product()
        handling.assign(world.desk, case, known)
        handling.assign(world.desk, case, unclear)
        handling.assign(world.desk, case, known)
        joining = coming(office, world, nadia)
        joining.join()
        joining.seat(office, "nadia")
        settle(office)
        rows = rows_on(office.hub.store)
        row = rows["case"][case.bytes]
        assert row["owner_id"] == tomas.bytes
        assert row["branch_id"] == toronto_branch.bytes
        assert list(rows["product"]) == [product.bytes]
        names = sorted((str(each["name"]), each["active"]) for each in rows["agent"].values())
        assert names == [("Ana Silva", 0), *[("Ana Silva", 1)] * 2, ("Nadia Karim", 1), ("T. Berg", 1)]
        assert {str(each["name"]) for each in rows["branch"].values()} == {"Toronto", "Lyon"}
        told = json.dumps([(entry["data"], entry["event"]) for entry in rows["entry"].values()], default=str)
        assert str(known) not in told
        assert str(tomas) in told
        assert str(unclear) in told
        assert two


# ---------------------------------------------------------------- refused


def test_an_account_of_no_branch_can_not_take_cases_along(on_file: Office, tmp_path: Path) -> None:
    office = on_file
    nadia = office.hub.agent("Nadia Karim")
    with lone_world(tmp_path / "lone", office) as world:
        small(world)
        before = rows_on(world.store)
        with pytest.raises(KnownError, match="no branch"):
            coming(office, world, nadia).join()
        assert rows_on(world.store) == before
        assert world.store.side == "alone"


def test_an_unfinished_import_comes_first(
    toronto: tuple[Office, UUID, UUID], on_file: Office, tmp_path: Path
) -> None:
    office, _, nadia = toronto
    with lone_world(tmp_path / "lone", office) as world:
        small(world)
        run = {"id": world.new_id(), "source": "x", "file_name": "all.csv", "file_sha256": "0" * 64}
        with world.store.write() as conn:
            import_rows.start_run(conn, {**run, "started_at": world.now})
        with pytest.raises(KnownError, match="all.csv was not finished"):
            coming(office, world, nadia).join()
        with world.store.write() as conn:
            again = {**run, "id": world.new_id(), "started_at": world.now, "finished_at": world.now}
            import_rows.start_run(conn, again)
        assert coming(office, world, nadia).join().cases == 1


def _longer(text: str) -> str:
    changed = text.replace("first_response = { business_hours = 2 }", "first_response = { business_hours = 3 }")
    assert changed != text
    return changed


def test_another_text_under_the_same_number_keeps_a_desk_out(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        install_policies(office, {"sparkrock": _longer})
        branch = office.hub.branch("Toronto")
        nadia = office.hub.agent("Nadia Karim", branch_id=branch)
        with lone_world(tmp_path / "lone", office) as world:
            small(world)
            with pytest.raises(KnownError, match="another text on the hub"):
                coming(office, world, nadia).join()
            assert world.store.side == "alone"


def test_a_policy_that_the_hub_lacks_is_brought_by_administrators_only(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        branch = office.hub.branch("Toronto")
        nadia = office.hub.agent("Nadia Karim", branch_id=branch)
        with lone_world(tmp_path / "lone", office) as world:
            case = small(world)
            world.branch("Lyon")
            with pytest.raises(KnownError, match="does not know a policy"):
                coming(office, world, nadia).join()
            boss = office.hub.agent("Boss", AgentRole.ADMINISTRATOR, branch_id=branch)
            joining = coming(office, world, boss, 1, AgentRole.ADMINISTRATOR)
            joining.join()
            joining.seat(office, "boss")
            settle(office)
            rows = rows_on(office.hub.store)
            assert [row["code"] for row in rows["policy_version"].values()] == ["sparkrock"]
            assert {str(row["name"]) for row in rows["branch"].values()} == {"Toronto", "Lyon"}
            assert case.bytes in rows["case"]
            assert_nothing_waits(world.store)


# ---------------------------------------------------------------- cut off at every step


class _Cut(Exception):
    """The network, or the desk's program, is gone."""


class _CutLink:
    """A link that is cut at one message: before the hub hears it, or after it has answered."""

    def __init__(self, link: InProcess, at: int, *, heard: bool) -> None:
        self._link, self._left, self._heard = link, at, heard

    def __getattr__(self, name: str) -> Any:
        def ask(message: object) -> object:
            self._left -= 1
            if self._left == 0 and not self._heard:
                raise _Cut
            answer = getattr(self._link, name)(message)
            if self._left == 0:
                raise _Cut
            return answer

        return ask


def test_cut_off_anywhere_it_goes_on_to_the_same_end(
    toronto: tuple[Office, UUID, UUID], on_file: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, branch, nadia = toronto
    monkeypatch.setattr("supportdesk.services.bringing.queuing.MOST_ROWS", 7)
    with lone_world(tmp_path / "lone", office) as world:
        small(world)
        for title in ("Two", "Three", "Four"):
            small_case(world, title)
        joining = coming(office, world, nadia)
        joining.join()
        seat = joining.seat(office, "nadia")
        expected = of_before(rows_on(world.store), "entry")
        cuts = 0
        for at in range(1, 40):
            for heard in (False, True):
                engine = Engine(world.desk, _CutLink(seat.link, at, heard=heard))
                try:
                    engine.round()
                except _Cut:
                    cuts += 1
                world.store.change_side()
                world.later(minutes=10)
                assert of_before(rows_on(world.store), "entry") == expected
        assert cuts > 10
        settle(office)
        assert of_before(rows_on(office.hub.store), "entry") == expected
        assert_nothing_waits(world.store)
        second = office.seat("tomas", office.hub.agent("Tomas Berg", branch_id=branch))
        assert rows_on(second.world.store)["case"] == rows_on(world.store)["case"]


def small_case(world: World, title: str) -> UUID:
    with world.store.read() as conn:
        client = conn.scalar(select(ORGANISATION.c.id))
    case = world.case(client, title)
    replies.note(world.desk, case, f"About {title}")
    return case


@pytest.mark.parametrize("step", ["rename", "write_images", "queue_rows", "_become_member"])
def test_a_crash_while_joining_leaves_the_desk_as_it_was(
    toronto: tuple[Office, UUID, UUID],
    on_file: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    office, _, nadia = toronto
    with lone_world(tmp_path / "lone", office) as world:
        small(world)
        before = rows_on(world.store)

        def crash(*_args: object, **_options: object) -> None:
            raise _Cut

        with monkeypatch.context() as patched:
            patched.setattr(f"supportdesk.services.exchange.joining.{step}", crash)
            with pytest.raises(_Cut):
                coming(office, world, nadia).join()
        assert rows_on(world.store) == before
        assert world.store.side == "alone"
        assert replies.note(world.desk, next(iter(numbers(world.store))), "It works").outcome.status == "applied"
        assert coming(office, world, nadia).join().cases == 1
