"""Where a session led, also where that is longer than most ids (DSK-4): whole, or not at all."""

from __future__ import annotations

from uuid import UUID

import pytest

from supportdesk.remote.catalogue import load_catalogue
from supportdesk.remote.targets import make_target
from supportdesk.remote.tool import System
from supportdesk.services.cases import remote_sessions
from supportdesk.services.queries.remote_sessions import offer, open_sessions
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.work import REMOTE_SESSION
from supportdesk.ui.remote.target_form import split_id
from tests.services.desk_world import World, made
from tests.services.test_remote_reports import case, lines

__all__ = ["case"]

LONG = {
    "rdp": {"host": "accounting-terminal-server-02.hq.customers.hartwell-motors.com:33890"},
    "screenconnect": {
        "site": "hartwell-support.screenconnect.com",
        "guid": "0f8fad5b-d9cb-469f-a165-70867728950e",
    },
}


@pytest.mark.parametrize("key", list(LONG))
def test_DSK_4_a_long_id_is_told_and_offered_whole(world: World, case: UUID, key: str) -> None:
    tool = next(each for each in load_catalogue().tools if each.key == key)
    mode = tool.modes(System.WINDOWS)[0]
    needed = tool.needed(mode, System.WINDOWS)
    target = make_target(tool, System.WINDOWS, LONG[key], mode=mode)
    led = " ".join(target.values[field.hole] for field in needed)
    assert len(led) > remote_sessions.LONGEST_ID
    begun = made(
        remote_sessions.start_session(world.desk, case, tool=tool.name, remote_id=led, consent_by="D").created
    )
    (known,) = offer(world.desk, case).known
    assert (known.tool, known.remote_id) == (tool.name, led)
    again = make_target(tool, System.WINDOWS, split_id(needed, known.remote_id), mode=mode)
    assert again.values == target.values
    assert [each.remote_id for each in open_sessions(world.desk)] == [led]
    world.later(minutes=5)
    remote_sessions.end_session(world.desk, case, begun)
    assert [line["remote_id"] for line in lines(world, case)] == [led, led]
    # A column of a hub's database takes no more than it was made for.
    with world.desk.store.read() as conn:
        assert get_row(conn, REMOTE_SESSION, begun)["remote_id"] is None


def test_DSK_4_the_longest_host_with_a_port_is_kept(world: World, case: UUID) -> None:
    host = ".".join(["a" * 63, "b" * 63, "c" * 63, "d" * 61])
    remote_sessions.start_session(world.desk, case, tool="RDP", remote_id=f"{host}:33890")
    assert [each.remote_id for each in offer(world.desk, case).known] == [f"{host}:33890"]


def test_long_and_short_ids_are_offered_by_when_they_were_last_used(world: World, case: UUID) -> None:
    long = LONG["rdp"]["host"]
    for remote_id in (long, "192.0.2.7:3389", "", long, "x" * 60):
        world.later(hours=1)
        remote_sessions.start_session(world.desk, case, tool="RDP", remote_id=remote_id)
    failed = remote_sessions.start_session(world.desk, case, tool="RDP", remote_id="y" * 100)
    remote_sessions.fail_session(world.desk, case, made(failed.created), "gone")
    assert [each.remote_id for each in offer(world.desk, case).known] == ["x" * 60, long, "192.0.2.7:3389"]
