"""Whose bytes a desk sends and keeps: its own files', never what a row of somebody else's merely names (B12)."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import update

from supportdesk.services.cases import article_files, attachments
from supportdesk.services.entitlements import data_files, file_station
from supportdesk.services.exchange import unnamed_files, unsent
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.applying import do
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import drafts
from supportdesk.services.registers import knowledge
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.store import data_bytes, desk_rows, kept_uploads
from supportdesk.store.blobs import Blobs
from supportdesk.store.tables.cases import ATTACHMENT
from tests.services.desk_world import made
from tests.sync.lone_desk import coming, install_policies, lone_world, settle, small
from tests.sync.office import open_office
from tests.sync.test_data_files import Depositing

SECRET = b"the client's accounts; " * 300


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Depositing]:
    with open_office(tmp_path) as office:
        yield Depositing(office)


def named(content: bytes = SECRET, name: str = "innocent.txt") -> NewFile:
    return NewFile(hashlib.sha256(content).hexdigest(), len(content), name)


def pulled(desk: Depositing) -> None:
    desk.office.later(seconds=5)
    desk.seat.sync()


def hub_row(desk: Depositing, file: NewFile) -> UUID:
    """A row of a colleague who has the checksum, and not one of the bytes."""
    before = set(desk.files())
    attachments.attach_files(desk.office.hub.desk, desk.case, [file])
    pulled(desk)
    (row,) = set(desk.files()) - before
    return row


def test_B12_a_row_that_names_a_clients_data_is_not_sent_their_bytes(desk: Depositing) -> None:
    data = desk.deposit(SECRET)
    desk.seat.sync()
    strange = hub_row(desk, named())
    assert desk.uploader.round()
    assert (desk.hub.begun, strange in desk.hub.begun) == ([data], False)


def test_B12_nor_does_a_row_on_an_article_of_everybodys_fetch_anothers_file(desk: Depositing) -> None:
    article = made(
        knowledge.write_article(desk.office.hub.desk, NewArticle("Rebuild", "Run it.", "en")).created
    )
    file = desk.attach(SECRET, "bank.csv")
    desk.seat.sync()
    article_files.attach(desk.office.hub.desk, article, [named()])
    pulled(desk)
    assert desk.uploader.round()
    assert desk.hub.begun == [file]


def test_SAP_6_nor_does_another_clients_data_file_of_that_checksum(desk: Depositing) -> None:
    file = desk.attach(SECRET, "bank.csv")
    desk.seat.sync()
    hub = desk.office.hub.desk
    file_station.deposit(hub, desk.client, named(), copied_at=desk.office.now)
    pulled(desk)
    assert desk.uploader.round()
    assert desk.hub.begun == [file]


def test_B12_what_was_attached_here_goes_for_each_row_of_this_desk(desk: Depositing) -> None:
    """Also the same bytes once more, as in what is passed on to another case."""
    first = desk.attach(SECRET)
    second = desk.attach(SECRET, "again.txt")
    data = desk.deposit(SECRET)
    desk.seat.sync()
    assert desk.uploader.round()
    assert desk.hub.begun == [first, second, data]


def test_B12_what_a_desk_attached_before_it_joined_goes_too(tmp_path: Path) -> None:
    with open_office(tmp_path) as office, lone_world(tmp_path / "lone", office) as world:
        install_policies(office)
        nadia = office.hub.agent("Nadia Karim", branch_id=office.hub.branch(), email="nadia@example.org")
        case = small(world)
        client = world.client("Second", "sapphireone")
        attachments.attach_files(world.desk, case, [named(b"log")])
        file_station.deposit(world.desk, client, named(), copied_at=world.now)
        before = to_send(world.desk)
        assert len(before) == 2
        joining = coming(office, world, nadia)
        joining.join()
        seat = joining.seat(office, "nadia")
        assert to_send(seat.desk) == before
        settle(office)
        assert to_send(seat.desk) == before


def to_send(desk: Desk) -> set[UUID]:
    with desk.store.read() as conn:
        return {row["id"] for row in (*kept_uploads.to_send(conn), *data_bytes.to_send(conn))}


def test_B12_a_row_that_is_no_files_keeps_no_other_file_from_going(desk: Depositing) -> None:
    broken, file = desk.attach(b"first"), desk.attach(b"second")
    desk.seat.sync()
    with desk.seat.desk.store.write(arriving=True) as conn:
        conn.execute(update(ATTACHMENT).where(ATTACHMENT.c.id == broken).values(sha256="zz"))
    assert desk.uploader.round()
    assert desk.hub.begun == [file]
    assert set(unsent.missing(desk.seat.desk, desk.blobs)) == {broken}


def test_I17_whoever_has_lost_the_bytes_of_a_file_is_told_also_of_a_clients_data(desk: Depositing) -> None:
    attached, deposited = desk.attach(b"one"), desk.deposit(SECRET)
    desk.seat.sync()
    hub_row(desk, named(b"somebody else's"))
    for sha256 in list(desk.blobs):
        desk.blobs.remove(sha256)
    told = unsent.missing(desk.seat.desk, desk.blobs)
    assert set(told) == {attached, deposited}
    assert "Deposit the file again" in told[deposited].remedy
    unsent.note_troubles(desk.seat.desk, {each: ("missing", why) for each, why in told.items()})
    with desk.seat.desk.store.read() as conn:
        assert {each.file_id: each.data for each in unsent.unsent(conn)} == {attached: False, deposited: True}


def test_I17_what_is_wanted_again_is_sent_again_by_the_program_that_sent_it(desk: Depositing) -> None:
    file = desk.attach(SECRET)
    desk.seat.sync()
    assert desk.uploader.round()
    hub = desk.office.hub.desk
    do(hub, "case.store_file", desk.case, {"file": file})
    pulled(desk)
    assert desk.uploader.round()
    with desk.seat.desk.store.write(arriving=True) as conn:
        conn.execute(update(ATTACHMENT).where(ATTACHMENT.c.id == file).values(state="local"))
    assert desk.uploader.round()
    assert desk.hub.begun == [file, file]


# ---------------------------------------------------------------- what lies on the desk


def test_SAP_6_erased_bytes_leave_the_desk_though_a_strangers_row_names_them(desk: Depositing) -> None:
    file = desk.deposit(SECRET)
    desk.seat.sync()
    hub_row(desk, named())
    hub = desk.office.hub.desk
    other = desk.office.hub.client("Second", "synergy")
    file_station.deposit(hub, other, named(), copied_at=desk.office.now)
    file_station.erase(hub, desk.client, file)
    pulled(desk)
    data_files.clear(desk.seat.desk, desk.blobs)
    assert not desk.has(SECRET)


def test_SAP_6_but_not_what_this_desk_attached_or_what_the_hub_has_of_others(desk: Depositing) -> None:
    own, theirs = SECRET, SECRET + b"theirs"
    files = [desk.deposit(each) for each in (own, theirs)]
    desk.attach(own)
    desk.seat.sync()
    strange = hub_row(desk, named(theirs))
    hub = desk.office.hub.desk
    do(hub, "case.store_file", desk.case, {"file": strange})
    for file in files:
        file_station.erase(hub, desk.client, file)
    pulled(desk)
    data_files.clear(desk.seat.desk, desk.blobs)
    assert (desk.has(own), desk.has(theirs)) == (True, True)


def test_SAP_6_bytes_that_are_chosen_for_a_draft_stay_under_it(desk: Depositing) -> None:
    file = desk.deposit(SECRET)
    desk.seat.sync()
    kept = attachments.keep(desk.blobs, io.BytesIO(SECRET), "extract.csv")
    content = {"body": "Attached.", "files": [{"sha256": kept.sha256, "size": kept.size, "name": kept.name}]}
    drafts.save(desk.seat.desk, f"case:{desk.case}:reply", content)
    desk.noted_as_stored(file)
    data_files.clear(desk.seat.desk, desk.blobs)
    assert desk.has(SECRET)
    drafts.discard(desk.seat.desk, f"case:{desk.case}:reply")
    data_files.clear(desk.seat.desk, desk.blobs)
    assert not desk.has(SECRET)


def test_SAP_6_a_data_file_of_this_desk_that_waits_keeps_its_bytes(desk: Depositing) -> None:
    """The same was deposited twice, and the first is erased."""
    first, second = desk.deposit(SECRET), desk.deposit(SECRET)
    desk.seat.sync()
    file_station.erase(desk.office.hub.desk, desk.client, first)
    pulled(desk)
    data_files.clear(desk.seat.desk, desk.blobs)
    assert (to_send(desk.seat.desk), desk.has(SECRET)) == ({second}, True)


# ---------------------------------------------------------------- what nothing names


def swept(desk: Depositing) -> list[str]:
    """What a sweep takes away two days from now."""
    now = desk.seat.world.now
    at = (now - timedelta(days=2)).timestamp()
    folder = desk.office.folder / "files"
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (at, at))
    return list(unnamed_files.sweep(desk.seat.desk, folder))


def test_B12_while_a_desk_is_loaded_anew_nothing_is_taken_for_unnamed(desk: Depositing) -> None:
    store = desk.seat.world.store
    lost = Blobs(desk.office.folder / "files", store.files_key).put(io.BytesIO(b"nobody's")).sha256
    with store.read() as conn:
        scopes = [each["scope_id"] for each in desk_rows.scopes(conn)]
    with store.write() as conn:
        desk_rows.update_scope(conn, scopes[0], state="loading", seq=0, after=None, loaded=0)
    assert swept(desk) == []
    pulled(desk)
    assert swept(desk) == [lost]


def test_B12_a_deposit_on_its_way_to_the_hub_is_not_taken_for_unnamed(desk: Depositing) -> None:
    desk.deposit(SECRET)
    assert swept(desk) == []
    desk.seat.sync()
    assert swept(desk) == []
