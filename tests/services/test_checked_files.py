"""What an act says of a file is looked at before it becomes a row: nothing but a file's own columns, each possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.file_names import safe_name
from supportdesk.domain.operation import Outcome, Status
from supportdesk.services.cases import visits
from supportdesk.services.entitlements import data_files, file_station
from supportdesk.services.exchange.taking_in import take_in
from supportdesk.services.in_hand.files import NewFile, checked_file
from supportdesk.services.operations.applying import do, operation_of
from supportdesk.store.tables.cases import ATTACHMENT
from tests.services.desk_world import World, made

GOOD: Mapping[str, Any] = asdict(NewFile("ab" * 32, 5, "log.txt", "text/plain"))
NO_FILES = (
    {"sha256": "zz"},
    {"sha256": "AB" * 32},
    {"sha256": "ab" * 32 + "\n"},
    {"sha256": "../../../../etc/passwd"},
    {"sha256": None},
    {"size": -1},
    {"size": 1 << 63},
    {"size": 1.5},
    {"size": True},
    {"size": "5"},
    {"name": None},
    {"name": ["x"]},
    {"media_type": None},
    {"media_type": "x" * 121},
)


def arrived(world: World, name: str, root: UUID, args: Mapping[str, Any]) -> Outcome:
    """What another's desk sent, as the hub takes it in."""
    operation = operation_of(world.desk, name, root, args)
    with world.store.write() as conn:
        return take_in(conn, operation, world.desk.policies)


def rows(world: World) -> list[Mapping[str, Any]]:
    with world.store.read() as conn:
        return [dict(row) for row in conn.execute(select(ATTACHMENT)).mappings()]


@pytest.fixture
def client(world: World) -> UUID:
    world.sits_down(branch_id=world.branch())
    return world.client("Sapphire Holdings", "sapphireone")


@pytest.fixture
def visit(world: World, client: UUID) -> UUID:
    planned = visits.plan(
        world.desk, client, planned_at=world.now, engineer_id=world.desk.actor, case_ids=(world.case(client),)
    )
    return made(planned.created)


@pytest.mark.parametrize("wrong", NO_FILES, ids=str)
def test_B12_what_is_no_file_becomes_no_row_whichever_act_names_it(
    world: World, client: UUID, visit: UUID, wrong: Mapping[str, Any]
) -> None:
    file, case = {**GOOD, **wrong}, world.case(client)
    acts: tuple[tuple[str, UUID, Mapping[str, Any]], ...] = (
        ("case.attach", case, {"files": [file]}),
        ("case.note", case, {"body": "Seen.", "files": [file]}),
        ("visit.attach", visit, file),
        ("organisation.note_data_file", client, {**file, "copied_at": world.now, "erase_on": None}),
    )
    for name, root, args in acts[: 2 if "media_type" in wrong else 4]:
        with pytest.raises(KnownError, match="not what a file is like"):
            do(world.desk, name, root, args)
    assert (rows(world), file_station.versions(world.desk, client)) == ([], ())


@given(st.text(max_size=60))
def test_B12_a_name_is_made_safe_and_a_safe_one_stays(name: str) -> None:
    found = checked_file({**GOOD, "name": name})["name"]
    assert found == safe_name(name) == checked_file({**GOOD, "name": found})["name"]


def test_B12_a_hostile_name_is_safe_on_the_timeline_and_in_the_row(world: World, client: UUID) -> None:
    do(world.desk, "case.attach", world.case(client), {"files": [{**GOOD, "name": "../../x\u202egpj.exe"}]})
    assert [row["name"] for row in rows(world)] == ["xgpj.exe"]


FORGED = {
    "revision": 1,
    "language": "fr",
    "position": -5,
    "state": "stored",
    "deleted": True,
    "rev": 99,
    "created_op": "00000000-0000-0000-0000-000000000001",
    "by_id": "00000000-0000-0000-0000-000000000001",
}


@pytest.mark.parametrize("act", ["case.attach", "visit.attach"])
def test_ONX_2_a_file_says_nothing_of_itself_but_what_it_is(
    world: World, client: UUID, visit: UUID, act: str
) -> None:
    """Else it would stand for the PDF of a report, or keep the real one from being attached."""
    case = world.case(client)
    file = {**GOOD, **FORGED, "article_id": str(uuid4())}
    args = {"files": [{**file, "visit_id": str(visit)}]} if act == "case.attach" else file
    taken = arrived(world, act, case if act == "case.attach" else visit, args)
    assert taken.status is Status.APPLIED
    (row,) = rows(world)
    said = {name: row[name] for name in ("revision", "language", "state", "deleted", "by_id", "article_id")}
    assert said == {
        "revision": None,
        "language": None,
        "state": "local",
        "deleted": False,
        "by_id": None,
        "article_id": None,
    }
    assert (row["case_id"], row["visit_id"]) == ((case, None) if act == "case.attach" else (None, visit))
    assert row["created_op"] == taken.operation
    assert row["position"] in {None, 1}


# ---------------------------------------------------------------- copies of clients' data


def note(world: World, client: UUID, **values: Any) -> Outcome:
    args = {**GOOD, "copied_at": world.now, "erase_on": None, **values}
    return arrived(world, "organisation.note_data_file", client, args)


def test_SAP_4_a_copy_from_the_future_counts_as_one_of_now(world: World, client: UUID) -> None:
    """A clock that runs ahead must not lose a file, nor make it current for years."""
    assert note(world, client, copied_at=world.now + timedelta(days=3650)).status is Status.APPLIED
    (seen,) = file_station.versions(world.desk, client)
    assert seen.copied_at == world.now
    before = world.now - timedelta(days=3)
    assert note(world, client, copied_at=before).status is Status.APPLIED
    assert {each.copied_at for each in file_station.versions(world.desk, client)} == {world.now, before}


def test_SAP_4_nobody_deposits_a_copy_that_is_not_made_yet(world: World, client: UUID) -> None:
    tomorrow = world.now + timedelta(days=1)
    with pytest.raises(KnownError, match="can't have been made after now"):
        file_station.deposit(world.desk, client, NewFile("ab" * 32, 5, "x"), copied_at=tomorrow)
    assert file_station.versions(world.desk, client) == ()


@pytest.mark.parametrize("size", [0, -7])
def test_SAP_4_a_file_of_nothing_is_no_copy(world: World, client: UUID, size: int) -> None:
    taken = note(world, client, size=size)
    assert (taken.status, file_station.versions(world.desk, client)) == (Status.REJECTED, ())
    with world.store.read() as conn:
        assert file_station.latest_copy(conn, client) is None


def test_SAP_4_an_empty_file_is_not_even_chosen(tmp_path: Any) -> None:  # noqa: ANN401 - pytest's path
    empty = tmp_path / "empty.data"
    empty.write_bytes(b"")
    with pytest.raises(KnownError, match=r"empty\.data is empty"):
        data_files.choose(empty)


def test_what_was_said_of_an_instant_in_another_zone_is_the_same_instant(world: World, client: UUID) -> None:
    said = (world.now - timedelta(hours=1)).isoformat().replace("+00:00", "Z")
    assert note(world, client, copied_at=said).status is Status.APPLIED
    (seen,) = file_station.versions(world.desk, client)
    assert seen.copied_at == (world.now - timedelta(hours=1)).astimezone(UTC)
    assert isinstance(seen.copied_at, datetime)
