"""The bytes of clients' data files on a desk: sealed in a stream, handed out checked, gone when erased (SAP-6)."""

from __future__ import annotations

import hashlib
import os
import resource
import sys
from datetime import date
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import update

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments
from supportdesk.services.entitlements import data_files, engagements, file_station
from supportdesk.services.entitlements.data_files import Cancelled
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.queries import station
from supportdesk.store.blobs import Blobs
from supportdesk.store.tables.work import DATA_FILE
from tests.services.desk_world import KEY, World, made

CONTENT = Random(1).randbytes(3 << 20)


def silent(_done: int, _size: int) -> None:
    pass


@pytest.fixture
def client(world: World) -> UUID:
    world.sits_down(branch_id=world.branch())
    return world.client("Sapphire Holdings", "sapphireone")


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "files", KEY)


def original(tmp_path: Path, content: bytes = CONTENT) -> Path:
    path = tmp_path / "books.data"
    path.write_bytes(content)
    return path


def deposited(world: World, client: UUID, blobs: Blobs, tmp_path: Path, content: bytes = CONTENT) -> UUID:
    file = data_files.keep(blobs, tmp_path / "files", data_files.choose(original(tmp_path, content)), silent)
    return made(file_station.deposit(world.desk, client, file, copied_at=world.now).created)


def test_SAP_6_a_deposited_file_comes_out_as_it_went_in(
    world: World, client: UUID, blobs: Blobs, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    chosen = data_files.choose(original(tmp_path))
    file = data_files.keep(blobs, tmp_path / "files", chosen, lambda *so_far: told.append(so_far))
    assert (file.name, file.size, file.sha256) == (
        "books.data",
        len(CONTENT),
        hashlib.sha256(CONTENT).hexdigest(),
    )
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    lying = b"".join(path.read_bytes() for path in (tmp_path / "files").rglob("*") if path.is_file())
    assert CONTENT[:64] not in lying
    data_file = made(file_station.deposit(world.desk, client, file, copied_at=world.now).created)
    place = tmp_path / "copy.data"
    place.write_bytes(b"something older")
    data_files.hand_out(world.desk, blobs, data_file, place, silent)
    assert place.read_bytes() == CONTENT
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("how", ["longer", "shorter", "other", "gone"])
def test_SAP_6_a_file_that_has_changed_since_it_was_chosen_is_not_deposited(
    how: str, blobs: Blobs, tmp_path: Path
) -> None:
    path = original(tmp_path)
    chosen = data_files.choose(path)
    content = {"longer": CONTENT + b"x", "shorter": CONTENT[:-1], "other": CONTENT[::-1]}
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(content[how])
        os.utime(path, ns=(chosen.changed_ns + 10**9, chosen.changed_ns + 10**9))
    with pytest.raises(KnownError, match="could not be read" if how == "gone" else "has changed"):
        data_files.keep(blobs, tmp_path / "files", chosen, silent)
    assert list(blobs) == []


def test_SAP_6_a_file_that_changes_while_it_is_read_is_not_deposited(blobs: Blobs, tmp_path: Path) -> None:
    path = original(tmp_path)
    chosen = data_files.choose(path)

    def written_to(done: int, _size: int) -> None:
        if done < len(CONTENT):
            with path.open("ab") as file:
                file.write(b"another program")

    with pytest.raises(KnownError, match="has changed"):
        data_files.keep(blobs, tmp_path / "files", chosen, written_to)
    assert list(blobs) == []
    assert not list((tmp_path / "files").glob("incoming-*"))


def test_SAP_6_what_is_cancelled_leaves_nothing(
    world: World, client: UUID, blobs: Blobs, tmp_path: Path
) -> None:
    def enough(done: int, size: int) -> None:
        if done > size / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        data_files.keep(blobs, tmp_path / "files", data_files.choose(original(tmp_path)), enough)
    assert list(blobs) == []
    file = deposited(world, client, blobs, tmp_path)
    place = tmp_path / "copy.data"
    with pytest.raises(Cancelled):
        data_files.hand_out(world.desk, blobs, file, place, enough)
    assert not list(tmp_path.glob("copy.data*"))


def test_SAP_6_a_copy_that_was_cut_is_gone_on_with_and_checked_as_a_whole(
    world: World, client: UUID, blobs: Blobs, tmp_path: Path
) -> None:
    file = deposited(world, client, blobs, tmp_path)
    place = tmp_path / "copy.data"
    starts: list[int] = []

    def cut(done: int, size: int) -> None:
        if done > size / 2:
            raise OSError(5, "the stick was pulled out")

    with pytest.raises(KnownError, match="could not be saved"):
        data_files.hand_out(world.desk, blobs, file, place, cut)
    (part,) = tmp_path.glob("*.part")
    assert not place.exists()
    came = part.stat().st_size
    assert came > 0
    data_files.hand_out(world.desk, blobs, file, place, lambda done, _size: starts.append(done))
    assert place.read_bytes() == CONTENT
    assert min(filter(None, starts)) > came
    # What somebody changed in what had come is found out, and does not take the name.
    place.unlink()
    part.write_bytes(b"x" * came)
    with pytest.raises(KnownError, match="not what was deposited"):
        data_files.hand_out(world.desk, blobs, file, place, silent)
    assert not place.exists()
    assert not part.exists()
    # More than there is.
    part.write_bytes(CONTENT + b"x")
    with pytest.raises(KnownError, match="not what was deposited"):
        data_files.hand_out(world.desk, blobs, file, place, silent)


def test_what_the_disk_can_not_take_is_refused_before_it_is_read(blobs: Blobs, tmp_path: Path) -> None:
    path = tmp_path / "huge.data"
    with path.open("wb") as file:
        try:
            file.truncate(1 << 43)  # a hole: it takes up nothing
        except OSError:
            pytest.skip("this disk keeps no holes of that size")
    with pytest.raises(KnownError, match="to spare") as refused:
        data_files.keep(blobs, tmp_path / "files", data_files.choose(path), silent)
    assert "Nothing was deposited" in str(refused.value)
    with pytest.raises(KnownError, match="is not a file"):
        data_files.choose(tmp_path)


def test_SAP_6_erased_bytes_leave_the_desk_unless_another_needs_them(
    world: World, client: UUID, blobs: Blobs, tmp_path: Path
) -> None:
    first, second = (deposited(world, client, blobs, tmp_path) for _ in range(2))
    case = world.case(client)
    file_station.erase(world.desk, client, first)
    data_files.clear(world.desk, blobs)
    assert data_files.is_here(world.desk, blobs, second)
    attachments.attach_files(
        world.desk, case, [NewFile(hashlib.sha256(CONTENT).hexdigest(), len(CONTENT), "x")]
    )
    file_station.erase(world.desk, client, second)
    data_files.clear(world.desk, blobs)
    assert list(blobs) == [hashlib.sha256(CONTENT).hexdigest()]
    other = deposited(world, client, blobs, tmp_path, CONTENT[1:])
    file_station.erase(world.desk, client, other)
    data_files.clear(world.desk, blobs)
    assert list(blobs) == [hashlib.sha256(CONTENT).hexdigest()]


def test_a_row_with_a_strange_checksum_deletes_nothing(
    world: World, client: UUID, blobs: Blobs, tmp_path: Path
) -> None:
    file = deposited(world, client, blobs, tmp_path)
    with world.store.write() as conn:
        conn.execute(update(DATA_FILE).values(sha256="../../../../etc/passwd"))
    file_station.erase(world.desk, client, file)
    data_files.clear(world.desk, blobs)
    assert list(blobs) == [hashlib.sha256(CONTENT).hexdigest()]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told otherwise there")
def test_SAP_6_a_large_file_is_sealed_and_handed_out_in_little_memory(
    world: World, client: UUID, blobs: Blobs, tmp_path: Path
) -> None:
    size = 256 << 20
    path = tmp_path / "large.data"
    with path.open("wb") as file:
        file.truncate(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kept = data_files.keep(blobs, tmp_path / "files", data_files.choose(path), silent)
    data_file = made(file_station.deposit(world.desk, client, kept, copied_at=world.now).created)
    data_files.hand_out(world.desk, blobs, data_file, tmp_path / "copy.data", silent)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert (tmp_path / "copy.data").stat().st_size == size
    assert grown < 32, f"{grown} MiB"


def test_SAP_6_the_page_lists_the_oldest_first_and_finds_any_client(world: World, client: UUID) -> None:
    fresh, none = world.client("Fresh Foods", "sapphireone"), world.client("Nothing Yet", "sapphireone")
    for each, days in ((fresh, 1), (client, 40)):
        world.later(days=-days)
        file_station.deposit(world.desk, each, NewFile("0" * 64, 5, "x"), copied_at=world.now)
        world.later(days=days)
    listed = [(each.name, each.days, each.is_old) for each in station.clients(world.desk)]
    assert listed == [("Sapphire Holdings", 40, True), ("Fresh Foods", 1, False)]
    (found,) = station.clients(world.desk, "noth")
    assert (found.organisation_id, found.days, found.is_old) == (none, None, False)


def test_SAP_4_the_page_says_whether_the_audit_is_there_and_the_copy_current(
    world: World, client: UUID
) -> None:
    kinds = world.desk.policies.in_effect("sapphireone", world.now).engagements
    kind = next(each for each in kinds if each.audit_required)
    opened = engagements.open_engagement(
        world.desk, client, kind.id, "Reconcile", service=kind.services[0].id if kind.services else None
    )
    (missing,) = station.client(world.desk, client).audits
    assert (missing.complete, missing.checks) == (False, ())
    assert "no copy of the client's data file" in missing.refusal
    file_station.deposit(world.desk, client, NewFile("0" * 64, 5, "x"), copied_at=world.now)
    (current,) = station.client(world.desk, client).audits
    assert current.refusal == ""
    world.later(days=60)
    (old,) = station.client(world.desk, client).audits
    assert "is older than" in old.refusal
    engagements.record_audit(
        world.desk, made(opened.created), checks=("Balances",), findings="All agree", matches=True
    )
    (done,) = station.client(world.desk, client).audits
    assert (done.complete, done.checks, done.findings, done.matches) == (
        True,
        ("Balances",),
        "All agree",
        True,
    )


def test_a_deposit_says_nothing_of_what_the_hub_alone_knows(world: World, client: UUID) -> None:
    file_station.deposit(
        world.desk, client, NewFile("0" * 64, 5, "x"), copied_at=world.now, erase_on=date(2027, 1, 1)
    )
    (seen,) = station.client(world.desk, client).files
    assert (seen.at_hub, seen.erased_at, seen.erased_by, seen.erase_on) == (False, None, "", date(2027, 1, 1))
