"""Attachments on a disk: sealed, judged by their bytes, and what is said where the disk fails."""

from __future__ import annotations

import io
import os
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments, file_shelf
from supportdesk.services.cases.file_shelf import FileShelf, RunsByItself
from supportdesk.services.queries import details
from supportdesk.store.active_content import ContentType
from supportdesk.store.blobs import Blobs, TooLarge
from supportdesk.store.content_types import content_type
from supportdesk.store.store import Store
from tests.services.desk_world import KEY, World


def _attached(
    world: World, shelf: FileShelf, source: Path, content: bytes = b"a;b\n1;2\n", *, called: str | None = None
) -> UUID:
    source.write_bytes(content)
    world.sits_down()
    case_id = world.case(world.client())
    kept = shelf.keep(world.desk, source)
    attachments.attach_files(world.desk, case_id, [replace(kept, name=called or kept.name)])
    (file,) = [file for item in details.timeline(world.desk, case_id).items for file in item.files]
    return file.id


def test_a_copy_that_finds_no_place_is_told_and_the_attachment_stays(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = FileShelf(tmp_path / "files")
    attached = _attached(world, shelf, tmp_path / "stock.csv")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(KnownError, match=r"stock\.csv could not be laid out") as refused:
        shelf.lay_out(world.desk, attached, "stock.csv")
    assert "still there" in refused.value.meaning
    (tmp_path / "gone").mkdir()
    assert shelf.lay_out(world.desk, attached, "stock.csv").read_text("utf-8") == "a;b\n1;2\n"


def test_a_file_that_is_gone_or_finds_no_place_is_not_attached(world: World, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"nowhere\.csv could not be read"):
        FileShelf(tmp_path / "files").keep(world.desk, tmp_path / "nowhere.csv")
    (tmp_path / "taken").write_text("a file", "utf-8")
    with pytest.raises(KnownError, match="could not be kept"):
        FileShelf(tmp_path / "taken").keep(world.desk, tmp_path / "taken")


def test_beside_an_encrypted_database_nothing_lies_plain(world: World, tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path / "files")
    attached = _attached(world, shelf, tmp_path / "stock.csv")
    (file,) = (path for path in (tmp_path / "files").rglob("*") if path.is_file())
    assert b"1;2" not in file.read_bytes()
    assert shelf.lay_out(world.desk, attached, "stock.csv").read_bytes() == b"a;b\n1;2\n"


def test_a_database_opened_anew_finds_its_files(world: World, tmp_path: Path) -> None:
    attached = _attached(world, FileShelf(tmp_path / "files"), tmp_path / "stock.csv")
    path = world.store.path
    assert path is not None
    world.store.copy_to(path.with_name("copy.db"))
    again = Store.open(path.with_name("copy.db"), KEY)
    try:
        desk = replace(world.desk, store=again)
        place = FileShelf(tmp_path / "files").lay_out(desk, attached, "stock.csv")
        assert place.read_bytes() == b"a;b\n1;2\n"
        with again.together() as joined:
            assert joined.files_key == again.files_key
    finally:
        again.close()


def test_what_lay_plain_before_is_read_and_sealed(world: World, tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path / "files")
    attached = _attached(world, shelf, tmp_path / "stock.csv")
    (sealed,) = (path for path in (tmp_path / "files").rglob("*") if path.is_file())
    sealed.unlink()
    blob = Blobs(tmp_path / "files").put(io.BytesIO(b"a;b\n1;2\n"))
    assert shelf.lay_out(world.desk, attached, "stock.csv").read_bytes() == b"a;b\n1;2\n"
    assert list(shelf.sealing(world.desk)) == [blob.sha256]
    assert sealed.is_file()
    assert not Blobs(tmp_path / "files").has(blob.sha256)
    assert shelf.lay_out(world.desk, attached, "stock.csv").read_bytes() == b"a;b\n1;2\n"


def test_a_file_is_kept_as_what_its_bytes_are_and_under_a_safe_name(world: World, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"GIF89a" + bytes(40))
    assert FileShelf(tmp_path / "files").keep(world.desk, tmp_path / "photo.jpg").media_type == "image/gif"
    hostile = attachments.keep(Blobs(tmp_path / "files"), io.BytesIO(b"x"), "..\\a\u202egpj.exe")
    assert hostile.name == "agpj.exe"


def test_more_than_an_attachment_may_have_is_refused(world: World, tmp_path: Path) -> None:
    large = tmp_path / "backup.bak"
    with large.open("wb") as file:
        file.truncate(attachments.LARGEST + 1)
    with pytest.raises(TooLarge, match="larger than 100 MiB"):
        FileShelf(tmp_path / "files").keep(world.desk, large)
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []
    with pytest.raises(TooLarge):
        attachments.keep(Blobs(tmp_path / "files"), io.BytesIO(b"four"), "x", at_most=3)
    assert FileShelf(tmp_path / "files", at_most=attachments.LARGEST + 1).keep(world.desk, large).size


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("photo.jpg", b"MZ" + bytes(80), "photo.jpg is a Windows program"),
        ("notes.bat", b"@echo off", "notes.bat is a script"),
        ("page.html", b"<html><script>x</script>", "page.html is a web page or picture with a script"),
        ("../photo\u202egpj.exe", b"hello", "photogpj.exe is a Windows program"),
    ],
)
def test_what_runs_is_not_laid_out_but_may_be_saved_on_purpose(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, words: str
) -> None:
    shelf = FileShelf(tmp_path / "files")
    attached = _attached(world, shelf, tmp_path / "source", content, called=name)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    with pytest.raises(RunsByItself, match=re.escape(words)) as refused:
        shelf.lay_out(world.desk, attached, name)
    assert "on purpose" in refused.value.remedy
    assert list((tmp_path / "temporary").iterdir()) == []
    shelf.save(world.desk, attached, tmp_path / "chosen")
    assert (tmp_path / "chosen").read_bytes() == content


def test_an_altered_file_is_neither_laid_out_nor_saved(world: World, tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path / "files")
    attached = _attached(world, shelf, tmp_path / "stock.csv")
    (sealed,) = (path for path in (tmp_path / "files").rglob("*") if path.is_file())
    sealed.write_bytes(sealed.read_bytes()[:-1])
    with pytest.raises(KnownError, match="not what was attached"):
        shelf.lay_out(world.desk, attached, "stock.csv")
    with pytest.raises(KnownError, match="not what was attached"):
        shelf.save(world.desk, attached, tmp_path / "chosen")
    assert not (tmp_path / "chosen").exists()


def test_a_place_that_can_not_be_written_to_is_told(world: World, tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path / "files")
    attached = _attached(world, shelf, tmp_path / "stock.csv")
    with pytest.raises(KnownError, match=r"chosen\.csv could not be saved") as refused:
        shelf.save(world.desk, attached, tmp_path / "nowhere" / "chosen.csv")
    assert "still there" in refused.value.meaning


@pytest.mark.parametrize("happens", ["grows", "shrinks", "vanishes"])
def test_what_happens_to_a_file_while_it_is_read_leaves_whole_bytes(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, happens: str
) -> None:
    path, blobs = tmp_path / "busy.log", Blobs(tmp_path / "files", world.store.files_key)
    path.write_bytes(b"a line\n" * 30_000)

    def meanwhile(source: BinaryIO, name: str) -> ContentType:
        if happens == "grows":
            with path.open("ab") as more:
                more.write(b"another\n" * 30_000)
        elif happens == "shrinks":
            os.truncate(path, 70_000)
        elif os.name == "posix":
            path.unlink()
        return content_type(source, name)

    monkeypatch.setattr(file_shelf, "content_type", meanwhile)
    kept = FileShelf(tmp_path / "files").keep(world.desk, path)
    assert blobs.verify(kept.sha256)
    with blobs.open(kept.sha256) as source:
        assert len(source.read()) == kept.size > 0
    endless = FileShelf(tmp_path / "files", at_most=300_000)
    path.write_bytes(b"a line\n" * 30_000)
    if happens == "grows":
        with pytest.raises(TooLarge):
            endless.keep(world.desk, path)
