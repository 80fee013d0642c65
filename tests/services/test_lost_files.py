"""Files whose bytes never reached the hub: who may say that they are lost, and what a person has to see to (B12)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, update

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments, lost_files, visits
from supportdesk.services.exchange import outlook, unsent
from supportdesk.services.exchange.matters import matters
from supportdesk.services.operations.applying import do
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import details
from supportdesk.services.queries.sidebar import waiting_matters
from supportdesk.services.views.matters import Unsent
from supportdesk.store import desk_rows
from supportdesk.store.blobs import Blobs
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.people import AGENT
from tests.services.desk_world import KEY, made
from tests.sync.disagreement import Disagreement, open_disagreement

NO_ROOM = KnownError("There is no room.", "It stays here.", "Ask for more.")


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path) as opened:
        yield opened


def attach(
    two: Disagreement, content: bytes = b"a;b\n", name: str = "log.txt", kind: str = "text/plain"
) -> UUID:
    file = attachments.keep(blobs(two), io.BytesIO(content), name, kind)
    before = set(states(two.desk))
    attachments.attach_files(two.desk, two.case, [file])
    (added,) = set(states(two.desk)) - before
    return added


def blobs(two: Disagreement) -> Blobs:
    return Blobs(two.office.folder / "files", KEY)


def states(desk: Desk) -> dict[UUID, str]:
    with desk.store.read() as conn:
        return {row.id: row.state for row in conn.execute(select(ATTACHMENT.c.id, ATTACHMENT.c.state))}


def waiting(desk: Desk) -> list[Unsent]:
    return [each for each in matters(desk).waiting if isinstance(each, Unsent)]


def test_B12_its_author_says_that_a_file_is_lost_and_everybody_sees_it(two: Disagreement) -> None:
    file = attach(two)
    two.nadia.sync()
    two.priya.sync()
    (seen,) = [each for item in details.timeline(two.priya.desk, two.case).items for each in item.files]
    assert (seen.state, seen.by) == ("local", "Nadia Karim")
    (own,) = [each for item in details.timeline(two.desk, two.case).items for each in item.files]
    assert (own.state, own.by) == ("local", "")
    lost_files.give_up(two.desk, file)
    two.nadia.sync()
    two.priya.sync()
    assert states(two.priya.desk)[file] == states(two.desk)[file] == "lost"
    # What is lost is no more waited for.
    assert outlook.standing(two.desk).files == 0


def test_B12_nobody_else_says_so_but_who_manages(two: Disagreement) -> None:
    file = attach(two)
    two.nadia.sync()
    ali = two.office.seat("ali", two.office.hub.agent("Ali Saleh", branch_id=_branch(two)))
    ali.sync()
    with pytest.raises(KnownError, match="somebody else"):
        lost_files.give_up(ali.desk, file)
    two.priya.sync()
    lost_files.give_up(two.priya.desk, file)  # Priya manages
    two.priya.sync()
    two.nadia.sync()
    assert states(two.desk)[file] == "lost"


def test_B12_what_the_hub_has_is_not_lost(two: Disagreement) -> None:
    file = attach(two)
    two.nadia.sync()
    with two.office.hub.store.write() as conn:
        conn.execute(update(ATTACHMENT).where(ATTACHMENT.c.id == file).values(state="stored"))
    # The desk does not know yet: the hub judges, and nothing changes.
    lost_files.give_up(two.desk, file)
    two.nadia.sync()
    with two.office.hub.store.read() as conn:
        assert conn.scalar(select(ATTACHMENT.c.state).where(ATTACHMENT.c.id == file)) == "stored"
        assert desk_rows.membership(conn) is None


@pytest.mark.parametrize("file", ["", "nonsense", str(UUID(int=7)), None, 5, ["x"]])
def test_B12_a_hostile_word_of_a_loss_changes_nothing(two: Disagreement, file: object) -> None:
    attached = attach(two)
    with pytest.raises((KnownError, ValueError, TypeError, AttributeError)):
        do(two.desk, "case.lose_file", two.case, {"file": file})
    assert states(two.desk)[attached] == "local"


def test_B12_a_file_of_another_case_is_refused(two: Disagreement) -> None:
    file = attach(two)
    visit = made(
        visits.plan(two.desk, two.client, planned_at=two.office.now, engineer_id=two.desk.actor).created
    )
    with pytest.raises(KnownError, match="something else"):
        do(two.desk, "visit.lose_file", visit, {"file": str(file)})


def test_B12_a_refusal_is_kept_counted_and_goes_when_it_is_tried_again(two: Disagreement) -> None:
    file = attach(two, name="server-room.jpg", kind="image/jpeg")
    before = _count(two.desk)
    changes = unsent.note_troubles(two.desk, {file: ("no_room", NO_ROOM)})
    assert {ref.id for ref in changes.changes} == {two.case}
    (found,) = waiting(two.desk)
    assert (found.file_id, found.cause, found.what, found.about.case_id) == (
        file,
        "no_room",
        "There is no room.",
        two.case,
    )
    assert _count(two.desk) == before + 1
    # Told twice, it stands there once, and nothing is shown anew.
    assert not unsent.note_troubles(two.desk, {file: ("no_room", NO_ROOM)}).changes
    assert len(waiting(two.desk)) == 1
    unsent.let_be_sent(two.desk, file)
    assert (waiting(two.desk), _count(two.desk)) == ([], before)


def test_B12_a_trouble_goes_with_the_file_that_it_is_about(two: Disagreement) -> None:
    file = attach(two)
    unsent.note_troubles(two.desk, {file: ("refused", NO_ROOM), UUID(int=8): ("refused", NO_ROOM)})
    assert len(waiting(two.desk)) == 1  # nothing is said of what is nowhere
    unsent.give_up(two.desk, file)
    assert waiting(two.desk) == []


def test_B12_another_file_takes_the_place_of_one_that_can_t_be_sent(two: Disagreement) -> None:
    file = attach(two, b"far too large")
    unsent.note_troubles(two.desk, {file: ("too_large", NO_ROOM)})
    smaller = attachments.keep(blobs(two), io.BytesIO(b"small"), "small.txt")
    unsent.replace(two.desk, file, smaller)
    assert sorted(states(two.desk).values()) == ["local", "lost"]
    assert states(two.desk)[file] == "lost"
    assert waiting(two.desk) == []


def test_B12_the_same_bytes_are_not_attached_twice(two: Disagreement) -> None:
    file = attach(two, b"the same")
    unsent.note_troubles(two.desk, {file: ("damaged", NO_ROOM)})
    again = attachments.keep(blobs(two), io.BytesIO(b"the same"), "found again.txt")
    unsent.replace(two.desk, file, again)
    assert states(two.desk) == {file: "local"}
    assert waiting(two.desk) == []


def test_B12_what_is_no_longer_on_the_disk_is_told(two: Disagreement) -> None:
    file, there = attach(two, b"gone"), attach(two, b"there")
    with two.desk.store.read() as conn:
        sha256 = conn.scalar(select(ATTACHMENT.c.sha256).where(ATTACHMENT.c.id == file))
    blobs(two).remove(str(sha256))
    assert there not in unsent.missing(two.desk, blobs(two))
    assert set(unsent.missing(two.desk, blobs(two))) == {file}


def test_what_waits_is_counted_in_files_bytes_and_pictures(two: Disagreement) -> None:
    attach(two, b"x" * 700)
    attach(two, b"y" * 300, "a.jpg", "image/jpeg")
    standing = outlook.standing(two.desk)
    assert (standing.files, standing.file_bytes, standing.pictures, standing.picture_bytes) == (
        2,
        1000,
        1,
        300,
    )
    two.nadia.sync()
    two.priya.sync()
    # Another desk waits for them; it has nothing to send.
    assert outlook.standing(two.priya.desk).files == 0


def _count(desk: Desk) -> int:
    with desk.store.read() as conn:
        return waiting_matters(conn, desk.actor)


def _branch(two: Disagreement) -> UUID:
    with two.office.hub.store.read() as conn:
        return UUID(str(conn.scalar(select(AGENT.c.branch_id).where(AGENT.c.id == two.desk.actor))))
