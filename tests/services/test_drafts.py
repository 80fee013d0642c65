"""Drafts: kept version by version, touched by nothing else, gone with what was sent; they survive a kill."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.services.cases import handling, replies
from supportdesk.services.person import drafts, marks
from supportdesk.store import draft_rows
from supportdesk.store.store import Store
from supportdesk.store.tables.desk import FOLLOW, READ_MARK
from tests.services.desk_world import KEY, World


@pytest.fixture
def case_id(world: World) -> UUID:
    world.sits_down()
    client = world.client()
    world.contract(client)
    return world.case(client)


def test_the_last_ten_versions_are_kept(world: World) -> None:
    for number in range(14):
        world.later(minutes=2)
        drafts.save(world.desk, "new_case", {"text": "x" * number})
    kept = drafts.versions(world.desk, "new_case")
    assert [len(version.content["text"]) for version in kept] == list(range(13, 3, -1))
    newest = drafts.load(world.desk, "new_case")
    assert newest == kept[0]
    assert newest.saved_at == world.now


def test_typing_that_goes_on_is_one_version_a_minute(world: World) -> None:
    for number in range(121):
        drafts.save(world.desk, "new_case", {"text": "x" * number})
        world.later(seconds=1)
    kept = drafts.versions(world.desk, "new_case")
    assert [len(version.content["text"]) for version in kept] == [120, 60, 0]


def test_what_stands_there_already_makes_no_version(world: World) -> None:
    first = drafts.save(world.desk, "new_case", {"text": "Same"})
    world.later(seconds=2)
    drafts.save(world.desk, "new_case", {"text": "Same"})
    assert drafts.versions(world.desk, "new_case") == (first,)


def test_each_draft_is_its_own(world: World) -> None:
    drafts.save(world.desk, "case:1:reply", {"text": "To the client"})
    drafts.save(world.desk, "case:1:note", {"text": "To ourselves"})
    drafts.discard(world.desk, "case:1:reply")
    assert drafts.load(world.desk, "case:1:reply") is None
    assert [draft.key for draft in drafts.all_drafts(world.desk)] == ["case:1:note"]


def test_no_change_of_the_case_touches_its_draft(world: World, case_id: UUID) -> None:
    draft = drafts.save(world.desk, f"case:{case_id}:reply", {"text": "Half a sen"})
    handling.assign(world.desk, case_id, world.desk.actor)
    handling.edit(world.desk, case_id, title="Another")
    replies.note(world.desk, case_id, "A note.", draft_key=f"case:{case_id}:note")
    replies.reply(world.desk, case_id, "From elsewhere.")
    handling.close(world.desk, case_id, by_client=True)
    assert drafts.load(world.desk, f"case:{case_id}:reply") == draft


_TYPING = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from supportdesk.store import draft_rows
from supportdesk.store.store import Store

store = Store.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
count = 0
while True:
    count += 1
    with store.write() as conn:
        draft_rows.save(conn, "case:1:reply", {"count": count}, datetime.now(UTC))
    print(count, flush=True)
    time.sleep(0.02)
"""


def test_a_draft_survives_kill_9(world: World, tmp_path: Path) -> None:
    world.store.close()
    path = tmp_path / "desk.db"
    typing = subprocess.Popen(
        [sys.executable, "-c", _TYPING, str(path), KEY.hex()],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert typing.stdout is not None
    with typing.stdout:
        said = [int(typing.stdout.readline()) for _ in range(12)]
        typing.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        typing.wait(10)
        said += [int(line) for line in typing.stdout if line.endswith("\n")]
    store = Store.open(path, KEY)
    with store.read() as conn:
        kept = draft_rows.load(conn, "case:1:reply")
    store.close()
    assert kept is not None
    assert kept.content["count"] >= said[-1]


def test_marks_belong_to_one_person_and_leave_no_operation(world: World, case_id: UUID) -> None:
    done = marks.seen(world.desk, case_id)
    assert done.operation is None
    marks.seen(world.desk, case_id)
    marks.follow(world.desk, case_id)
    other = world.as_agent(world.agent("Tomas Berg"))
    marks.seen(other, case_id)
    marks.unseen(other, case_id)
    marks.follow(other, case_id)
    marks.follow(other, case_id, follows=False)
    with world.store.read() as conn:
        seen = conn.execute(READ_MARK.select()).all()
        follows = conn.execute(FOLLOW.select()).all()
    assert [tuple(row) for row in seen] == [(case_id, world.desk.actor, world.now)]
    assert [tuple(row) for row in follows] == [(case_id, world.desk.actor)]
