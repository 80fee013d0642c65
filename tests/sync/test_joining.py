"""A desk that worked alone joins a hub with all that it has: nothing lost, nothing doubled, nothing for strange eyes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Status
from supportdesk.services import undo
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.cases import replies
from supportdesk.services.exchange import rows_along
from supportdesk.services.exchange.joining import is_through
from supportdesk.services.person import drafts
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.sync import SHADOW, TOUCH
from tests.services.desk_world import KEY, World
from tests.sync.lone_desk import Joining, coming, install_policies, live, lone_world
from tests.sync.office import Office, Seat, open_office, rows_on

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
