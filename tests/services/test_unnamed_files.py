"""Sealed files that nothing names are taken away after a day; whatever names them keeps them (B12, DSK-2)."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import update

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.services import undo
from supportdesk.services.cases import article_files, attachments, replies, visits
from supportdesk.services.cases.photo_shelf import ORIGINALS, PastedPhoto, PhotoShelf
from supportdesk.services.entitlements import file_station
from supportdesk.services.exchange import unnamed_files
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.person import drafts
from supportdesk.services.registers import knowledge
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.store.blobs import Blobs
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.sync import CONFLICT
from tests.services.desk_world import World, made


class Room:
    """A desk with files in its folder. What it keeps was kept two days ago, unless it is told otherwise."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world, self.folder = world, folder
        self.blobs, self.originals = (
            Blobs(folder, world.store.files_key),
            Blobs(folder / ORIGINALS, world.store.files_key),
        )
        world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, AgentRole.MANAGER, branch_id=world.branch())
        self.client = world.client("Al-Rashid Trading", "onyxpro", start_date=date(2026, 6, 1))
        self.case = world.case(self.client, reason="update")

    def file(self, content: bytes = b"log", *, days: float = 2) -> NewFile:
        """A file whose bytes are kept."""
        kept = attachments.keep(self.blobs, io.BytesIO(content), "log.txt")
        self.age(days)
        return kept

    def age(self, days: float = 2) -> None:
        """Let everything that lies here be so old."""
        at = (self.world.now - timedelta(days=days)).timestamp()
        for path in self.folder.rglob("*"):
            if path.is_file():
                os.utime(path, (at, at))

    def sweep(self) -> list[str]:
        """What is taken away."""
        return list(unnamed_files.sweep(self.world.desk, self.folder))

    def visit(self) -> UUID:
        desk = self.world.desk
        return made(visits.plan(desk, self.client, planned_at=self.world.now, engineer_id=desk.actor).created)


@pytest.fixture
def room(world: World, tmp_path: Path) -> Room:
    return Room(world, tmp_path / "files")


# ---------------------------------------------------------------- what goes


def test_bytes_that_were_sealed_before_the_program_was_killed_go_after_a_day(room: Room) -> None:
    file = room.file(days=0.9)
    assert room.sweep() == []
    room.age(1.1)
    assert room.sweep() == [file.sha256]
    assert not room.blobs.has(file.sha256)
    assert not [path for path in room.folder.rglob("*") if path.is_file()]


def test_SAP_6_the_bytes_of_a_refused_deposit_go(room: Room) -> None:
    file = room.file()
    with pytest.raises(KnownError):
        file_station.deposit(room.world.desk, room.client, file, copied_at=room.world.now + timedelta(days=1))
    assert room.sweep() == [file.sha256]


def test_the_bytes_of_a_rejected_act_go_once_somebody_has_dealt_with_it(room: Room) -> None:
    file = room.file()
    desk = room.world.desk
    done = replies.note(desk, room.case, "See the log.", files=[file])
    assert done.operation is not None
    with desk.store.write() as conn:
        conn.execute(ATTACHMENT.delete())
        rejected = update(OPERATION).where(OPERATION.c.id == done.operation.id)
        conn.execute(rejected.values(status="rejected"))
    assert room.sweep() == []
    with desk.store.write() as conn:
        conn.execute(rejected.values(settled_at=desk.now(), settlement="discarded"))
    assert room.sweep() == [file.sha256]


def test_an_original_that_no_photo_came_of_goes_and_one_that_waits_stays(room: Room) -> None:
    shelf = PhotoShelf(room.folder, lambda data, _position: b"small " + data)
    desk, visit = room.world.desk, room.visit()
    kept = shelf.keep(desk, visit, PastedPhoto(b"rack", "rack.jpg"))
    shelf.add(desk, visit, kept)
    lost = shelf.keep(desk, visit, PastedPhoto(b"screen", "screen.jpg"))
    room.age()
    assert set(room.sweep()) == {lost.copy.sha256, lost.original}
    assert list(room.originals) == [kept.original]
    assert list(room.blobs) == [kept.copy.sha256]


def test_plain_files_beside_a_plain_database_go_as_well(room: Room) -> None:
    kept = Blobs(room.folder).put(io.BytesIO(b"plain"))
    room.age()
    assert room.sweep() == [kept.sha256]


# ---------------------------------------------------------------- what stays


def attached(room: Room, file: NewFile) -> None:
    replies.note(room.world.desk, room.case, "See the log.", files=[file])


def taken_back(room: Room, file: NewFile) -> None:
    done = replies.note(room.world.desk, room.case, "See the log.", files=[file])
    assert done.operation is not None
    undo.undo(room.world.desk, done.operation.id)


def deposited(room: Room, file: NewFile) -> None:
    file_station.deposit(room.world.desk, room.client, file, copied_at=room.world.now)


def in_a_visit(room: Room, file: NewFile) -> None:
    attachments.attach_to_visit(room.world.desk, room.visit(), file)


def in_an_article(room: Room, file: NewFile) -> None:
    article = NewArticle("Slow backups", "Look at the disk.", "en")
    written = made(knowledge.write_article(room.world.desk, article).created)
    article_files.attach(room.world.desk, written, [file])


def in_a_draft(room: Room, file: NewFile) -> None:
    content = {"text": "See the log.", "files": [{"sha256": file.sha256, "name": file.name}]}
    drafts.save(room.world.desk, f"case:{room.case}:note", content)


def in_an_earlier_version_of_a_draft(room: Room, file: NewFile) -> None:
    in_a_draft(room, file)
    room.world.later(minutes=5)
    drafts.save(room.world.desk, f"case:{room.case}:note", {"text": "No log."})


def in_an_unsent_operation(room: Room, file: NewFile) -> None:
    attached(room, file)
    with room.world.store.write() as conn:
        # As while what is here is replaced by what the hub has.
        conn.execute(ATTACHMENT.delete())


def in_a_conflict(room: Room, file: NewFile) -> None:
    attached(room, file)
    with room.world.store.write() as conn:
        conn.execute(ATTACHMENT.delete())
        conn.execute(OPERATION.delete())
        conn.execute(
            CONFLICT.insert().values(
                id=room.world.new_id(),
                root_entity="case",
                root_id=room.case,
                entity="case",
                entity_id=room.case,
                field="title",
                act="case.edit",
                args={"files": [{"sha256": file.sha256}]},
                state="open",
                theirs_by=room.world.desk.actor,
                mine_by=room.world.desk.actor,
                mine_op=room.world.new_id(),
                mine_at=room.world.now,
                updated_at=room.world.now,
            )
        )


@pytest.mark.parametrize(
    "named",
    [
        attached,
        taken_back,
        deposited,
        in_a_visit,
        in_an_article,
        in_a_draft,
        in_an_earlier_version_of_a_draft,
        in_an_unsent_operation,
        in_a_conflict,
    ],
)
def test_what_is_named_stays(room: Room, named: Callable[[Room, NewFile], None]) -> None:
    file, lost = room.file(), room.file(b"lost")
    named(room, file)
    assert room.sweep() == [lost.sha256]
    assert room.blobs.verify(file.sha256)


def test_bytes_that_were_just_kept_once_more_stay(room: Room) -> None:
    file = room.file()
    # A form has taken the same file in, and nothing names it yet.
    attachments.keep(room.blobs, io.BytesIO(b"log"), "log.txt")
    assert room.sweep() == []
    assert room.blobs.verify(file.sha256)


def test_what_is_still_arriving_and_what_is_none_of_these_files_stays(room: Room) -> None:
    for name in ("incoming-abc", "ab/readme.txt", "other.bin"):
        path = room.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    strange = Blobs(room.folder, bytes(32)).put(io.BytesIO(b"of another desk"))
    room.age()
    assert room.sweep() == []
    assert Blobs(room.folder, bytes(32)).verify(strange.sha256)
    assert len([path for path in room.folder.rglob("*") if path.is_file()]) == 4
