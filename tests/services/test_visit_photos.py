"""Photos and files of a visit's report: scaled copies, originals until the hub has them, names, order, signatures."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole
from supportdesk.rules.cases.visit_content import content_of, differences
from supportdesk.services import undo
from supportdesk.services.cases import (
    attachments,
    laid_out,
    visit_fields,
    visit_files,
    visit_reports,
    visits,
)
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.cases.photo_shelf import ORIGINALS, PastedPhoto, PhotoShelf, let_go
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.applying import do
from supportdesk.services.operations.desk import Done
from supportdesk.services.queries import visit_views
from supportdesk.services.registers import policy_versions
from supportdesk.services.views.visits import VisitFile
from supportdesk.store import kept_originals
from supportdesk.store.blobs import Blobs, TooLarge
from tests.services.desk_world import World, made
from tests.services.signing import sign, whole_report
from tests.services.test_policy_versions import text_of

ARRIVAL = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)
NO_PICTURE = KnownError("This can't be shown as a picture.", "It was not added.", "Save it as JPEG.")


def shrink(data: bytes, position: bool) -> bytes:
    """Stands in for the scaling, which is tested where Qt is; it tells what it was asked for."""
    if not data.startswith(b"picture"):
        raise NO_PICTURE
    return b"small " + data + (b" at a place" if position else b"")


@dataclass
class Site:
    """An engineer on site, with a folder for photos."""

    world: World
    visit: UUID
    folder: Path
    shelf: PhotoShelf

    def photo(self, name: str = "Server_room.jpg", data: bytes = b"picture one") -> UUID:
        """A photo in the report."""
        kept = self.shelf.keep(self.world.desk, self.visit, PastedPhoto(data, name))
        return made(self.shelf.add(self.world.desk, self.visit, kept).created)

    def files(self) -> tuple[VisitFile, ...]:
        return visit_views.visit(self.world.desk, self.visit).files

    def names(self) -> list[str]:
        return [each.name for each in self.files()]

    def originals(self) -> list[str]:
        """What lies in the folder of originals, whoever names it."""
        return list(Blobs(self.folder / ORIGINALS, self.world.store.files_key))

    def stored(self, file: UUID) -> None:
        """The hub says that it has the bytes."""
        do(self.world.desk, "visit.store_file", self.visit, {"file": file})


def take_back(world: World, done: Done) -> None:
    """What the message that offers it does."""
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)


@pytest.fixture
def site(world: World, tmp_path: Path) -> Site:
    branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
    world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, branch_id=branch)
    client = world.client("Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=date(2026, 6, 1))
    case = world.case(client, "VAT summary", reason="update")
    world.now = ARRIVAL
    visit = made(
        visits.plan(
            world.desk, client, planned_at=ARRIVAL, engineer_id=world.desk.actor, case_ids=(case,)
        ).created
    )
    visits.arrive(world.desk, visit, at=ARRIVAL)
    folder = tmp_path / "files"
    return Site(world, visit, folder, PhotoShelf(folder, shrink))


def test_ONX_2_the_scaled_copy_is_attached_and_the_original_stays_sealed_until_the_hub_has_it(
    site: Site,
) -> None:
    photo = site.photo()
    (file,) = site.files()
    assert (file.id, file.name, file.media_type) == (photo, "Server room", "image/jpeg")
    assert file.is_photo
    assert file.original
    with attachments.read_file(
        site.world.desk, Blobs(site.folder, site.world.store.files_key), photo
    ) as copy:
        assert copy.read() == b"small picture one"
    assert not any(b"picture" in each.read_bytes() for each in site.folder.rglob("*") if each.is_file())
    original = site.shelf.lay_out_original(site.world.desk, photo)
    assert (original.name, original.read_bytes()) == ("Server_room.jpg", b"picture one")
    let_go(site.world.desk, site.folder)
    assert len(site.originals()) == 1
    site.stored(photo)
    let_go(site.world.desk, site.folder)
    assert site.originals() == []
    assert not site.files()[0].original
    with pytest.raises(KnownError, match="original of this photo is not on this computer"):
        site.shelf.lay_out_original(site.world.desk, photo)
    with attachments.read_file(
        site.world.desk, Blobs(site.folder, site.world.store.files_key), photo
    ) as copy:
        assert copy.read() == b"small picture one"


def test_ONX_2_an_original_that_two_photos_share_stays_until_both_are_stored(site: Site) -> None:
    first, second = site.photo("a.jpg"), site.photo("b.jpg")
    site.stored(first)
    let_go(site.world.desk, site.folder)
    assert len(site.originals()) == 1
    assert site.shelf.lay_out_original(site.world.desk, second).read_bytes() == b"picture one"
    site.stored(second)
    let_go(site.world.desk, site.folder)
    assert site.originals() == []


def test_ONX_2_letting_originals_go_may_be_cut_short_and_done_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = site.photo()
    site.stored(photo)

    def cut_short(_conn: object, _attachments: object) -> None:
        raise OSError("the power is gone")

    with monkeypatch.context() as cut:
        cut.setattr(kept_originals, "forget", cut_short)
        with pytest.raises(OSError, match="power"):
            let_go(site.world.desk, site.folder)
    let_go(site.world.desk, site.folder)
    assert site.originals() == []
    assert not site.files()[0].original


def test_ONX_2_the_file_that_is_also_attached_to_a_case_keeps_its_bytes(site: Site, tmp_path: Path) -> None:
    same = tmp_path / "same.jpg"
    same.write_bytes(b"picture one")
    kept = FileShelf(site.folder).keep(site.world.desk, same)
    photo = site.photo()
    site.stored(photo)
    let_go(site.world.desk, site.folder)
    assert Blobs(site.folder, site.world.store.files_key).has(kept.sha256)


def test_ONX_2_a_photo_that_was_taken_out_can_be_put_back_and_its_original_goes_a_day_later(
    site: Site,
) -> None:
    photo = site.photo()
    done = visit_files.remove_file(site.world.desk, site.visit, photo)
    assert site.files() == ()
    let_go(site.world.desk, site.folder)
    take_back(site.world, done)
    assert site.names() == ["Server room"]
    visit_files.remove_file(site.world.desk, site.visit, photo)
    site.world.now = ARRIVAL + timedelta(days=1, minutes=1)
    let_go(site.world.desk, site.folder)
    assert site.originals() == []


@pytest.mark.parametrize("change", ["added", "removed", "captioned", "ordered"])
def test_ONX_2_what_happens_to_photos_after_signing_voids_the_signature(site: Site, change: str) -> None:
    desk, visit = site.world.desk, site.visit
    first, second = site.photo("a.jpg"), site.photo("b.jpg", b"picture two")
    whole_report(desk, visit)
    sign(desk, visit)
    assert visit_views.visit(desk, visit).report.agreement is not None
    changes: dict[str, Callable[[], object]] = {
        "added": lambda: site.photo("c.jpg", b"picture three"),
        "removed": lambda: visit_files.remove_file(desk, visit, first),
        "captioned": lambda: visit_files.name_file(desk, visit, first, "Server room, ground floor"),
        "ordered": lambda: visit_files.order_files(desk, visit, [second, first]),
    }
    changes[change]()
    seen = visit_views.visit(desk, visit)
    assert seen.report.agreement is None
    assert seen.signed is not None
    changed = differences(seen.signed.content, content_of(seen.report))
    assert {each.part for each in changed} == {"attachments"}
    with pytest.raises(RuleRefusal, match="signed"):
        visit_reports.finish(desk, visit)
    sign(desk, visit)
    visit_reports.finish(desk, visit)


def test_ONX_2_a_finished_report_takes_and_loses_no_photo(site: Site) -> None:
    desk, visit = site.world.desk, site.visit
    first, second = site.photo("a.jpg"), site.photo("b.jpg", b"picture two")
    kept = site.shelf.keep(desk, visit, PastedPhoto(b"picture three", "c.jpg"))
    whole_report(desk, visit)
    sign(desk, visit)
    visit_reports.finish(desk, visit)
    acts: tuple[Callable[[], object], ...] = (
        lambda: site.shelf.add(desk, visit, kept),
        lambda: visit_files.remove_file(desk, visit, first),
        lambda: visit_files.name_file(desk, visit, first, "Other"),
        lambda: visit_files.order_files(desk, visit, [second, first]),
    )
    for act in acts:
        with pytest.raises(KnownError, match="finished"):
            act()
    assert site.names() == ["a", "b"]


def test_ONX_2_photos_stand_in_the_order_that_was_given_and_new_ones_behind(site: Site) -> None:
    desk, visit = site.world.desk, site.visit
    first, second, third = (site.photo(f"{n}.jpg", b"picture %d" % n) for n in range(3))
    done = visit_files.order_files(desk, visit, [third, first])
    assert site.names() == ["2", "0", "1"]
    assert [each.name for each in visit_views.visit(desk, visit).report.attachments] == ["2", "0", "1"]
    site.photo("3.jpg", b"picture 3")
    assert site.names() == ["2", "0", "1", "3"]
    take_back(site.world, done)
    assert site.names()[:3] == ["0", "1", "2"]
    visit_files.order_files(desk, visit, [second, second, visit])
    assert site.names()[0] == "1"


def test_ONX_2_a_caption_is_kept_like_every_field_and_is_never_empty(site: Site) -> None:
    desk, visit, photo = site.world.desk, site.visit, site.photo()
    field = f"{visit_fields.CAPTION}{photo}"
    done = visit_fields.keep(desk, visit, field, "  Error on\tthe return 10/11 ", "Server room")
    assert done is not None
    assert site.names() == ["Error on the return 10/11"]
    assert visit_fields.keep(desk, visit, field, "Error on the return 10/11", "x") is None
    for wrong in ("", " \n", "x" * (visit_files.LONGEST_NAME + 1)):
        with pytest.raises(KnownError, match="caption has 1 to 200"):
            visit_fields.keep(desk, visit, field, wrong, "x")
    take_back(site.world, done)
    assert site.names() == ["Server room"]


def test_ONX_2_a_file_of_something_else_is_not_touched(site: Site) -> None:
    desk, photo = site.world.desk, site.photo()
    client = visit_views.visit(desk, site.visit).organisation_id
    other = made(visits.plan(desk, client, planned_at=ARRIVAL, engineer_id=desk.actor).created)
    acts: tuple[Callable[[], object], ...] = (
        lambda: visit_files.remove_file(desk, other, photo),
        lambda: visit_files.name_file(desk, other, photo, "Mine"),
    )
    for act in acts:
        with pytest.raises(KnownError, match="none of this report"):
            act()
    visit_files.order_files(desk, other, [photo])
    assert site.names() == ["Server room"]


def test_ONX_2_the_place_is_left_out_unless_the_client_s_policy_allows_it(site: Site) -> None:
    desk = site.world.desk
    kept = site.shelf.keep(desk, site.visit, PastedPhoto(b"picture", "a.jpg"))
    with Blobs(site.folder, site.world.store.files_key).open(kept.copy.sha256) as copy:
        assert copy.read() == b"small picture"
    tomorrow = site.world.now.date() + timedelta(days=1)
    allowing = {"[visit]\n": "[visit]\nphoto_position = true\n"}
    policy_versions.install(desk, text_of("onyxpro", 2, tomorrow, allowing))
    site.world.later(days=2)
    kept = site.shelf.keep(desk, site.visit, PastedPhoto(b"picture", "a.jpg"))
    with Blobs(site.folder, site.world.store.files_key).open(kept.copy.sha256) as copy:
        assert copy.read() == b"small picture at a place"


def test_what_is_no_picture_leaves_nothing_behind(site: Site, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.jpg"
    damaged.write_bytes(b"\xff\xd8 not to its end")
    with pytest.raises(KnownError, match="can't be shown as a picture"):
        site.shelf.keep(site.world.desk, site.visit, damaged)
    assert not any(each.is_file() for each in site.folder.rglob("*"))
    small = PhotoShelf(site.folder, shrink, at_most=10)
    with pytest.raises(TooLarge, match=r"a\.jpg is larger"):
        small.keep(site.world.desk, site.visit, PastedPhoto(b"picture" * 2, "a.jpg"))


def test_an_original_that_was_let_go_meanwhile_is_not_noted_as_kept(site: Site) -> None:
    kept = site.shelf.keep(site.world.desk, site.visit, PastedPhoto(b"picture", "a.jpg"))
    Blobs(site.folder / ORIGINALS, site.world.store.files_key).remove(kept.original)
    with pytest.raises(KnownError, match="let go while"):
        site.shelf.add(site.world.desk, site.visit, kept)
    assert site.files() == ()


def test_a_hostile_name_is_a_caption_and_lies_nowhere(site: Site) -> None:
    photo = site.photo("../../etc/\u202egpj.exe")
    assert site.names() == ["gpj"]
    original = site.shelf.lay_out_original(site.world.desk, photo)
    assert (original.name, [original.parent]) == ("gpj.exe", laid_out.all_of(site.folder))


Door = Callable[[Site, Path], object]


def by_case(site: Site, path: Path) -> NewFile:
    return FileShelf(site.folder).keep(site.world.desk, path)


def as_photo(site: Site, path: Path) -> object:
    return site.shelf.keep(site.world.desk, site.visit, path)


@pytest.mark.parametrize("door", [by_case, as_photo])
def test_only_an_ordinary_file_with_bytes_in_it_passes_any_door(
    site: Site, tmp_path: Path, door: Door
) -> None:
    whole, empty = tmp_path / "whole.jpg", tmp_path / "empty.jpg"
    whole.write_bytes(b"picture")
    empty.touch()
    (tmp_path / "folder").mkdir()
    door(site, whole)
    wrong = {
        empty: "is empty",
        tmp_path / "folder": "is a folder",
        tmp_path / "gone.jpg": "could not be read",
    }
    if os.name == "posix":
        link, pipe = tmp_path / "link.jpg", tmp_path / "pipe.jpg"
        link.symlink_to(whole)
        os.mkfifo(pipe)
        wrong |= {
            link: "points to another file",
            pipe: "no file with bytes",
            Path("/dev/zero"): "no file with",
        }
    for path, why in wrong.items():
        with pytest.raises(KnownError, match=why) as refused:
            door(site, path)
        assert "Nothing was attached" in refused.value.meaning
