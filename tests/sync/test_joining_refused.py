"""Joining where people are matched, where it is refused, and where it is cut off at any step."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import handling, replies
from supportdesk.store import import_rows
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.sync.engine import Engine
from tests.services.desk_world import World
from tests.sync.lone_desk import (
    assert_nothing_waits,
    coming,
    install_policies,
    lone_world,
    numbers,
    of_before,
    settle,
    small,
)
from tests.sync.office import InProcess, Office, open_office, rows_on


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
        with pytest.raises(KnownError, match=r"all\.csv was not finished"):
            coming(office, world, nadia).join()
        with world.store.write() as conn:
            again = {**run, "id": world.new_id(), "started_at": world.now, "finished_at": world.now}
            import_rows.start_run(conn, again)
        assert coming(office, world, nadia).join().cases == 1


def _longer(text: str) -> str:
    changed = text.replace(
        "first_response = { business_hours = 2 }", "first_response = { business_hours = 3 }"
    )
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

    def __getattr__(self, name: str) -> Callable[[object], object]:
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
                link = cast("InProcess", _CutLink(seat.link, at, heard=heard))
                engine = Engine(world.desk, link)
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
        assert (
            replies.note(world.desk, next(iter(numbers(world.store))), "It works").outcome.status == "applied"
        )
        assert coming(office, world, nadia).join().cases == 1
