"""Copies of attachments outside the desk: what was in their place before, who may read them, and that they go again."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import NoReturn
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments, laid_out
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.queries import details
from tests.services.desk_world import World

CONTENT = b"a;b\n1;2\n"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def shelf(tmp_path: Path) -> FileShelf:
    return FileShelf(tmp_path / "files")


@pytest.fixture
def attached(world: World, shelf: FileShelf, tmp_path: Path) -> UUID:
    (tmp_path / "stock.csv").write_bytes(CONTENT)
    world.sits_down()
    case_id = world.case(world.client())
    attachments.attach_files(world.desk, case_id, [shelf.keep(world.desk, tmp_path / "stock.csv")])
    (file,) = [file for item in details.timeline(world.desk, case_id).items for file in item.files]
    return file.id


def _full(*_streams: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_a_copy_was_to_replace_stays_where_it_can_not_be_written(
    world: World, shelf: FileShelf, attached: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    place = folder / "important.csv"
    place.write_text("the only one", "utf-8")
    with monkeypatch.context() as broken:
        broken.setattr(shutil, "copyfileobj", _full)
        with pytest.raises(KnownError, match=r"important\.csv could not be saved"):
            shelf.save(world.desk, attached, place)
    assert place.read_text("utf-8") == "the only one"
    assert list(folder.iterdir()) == [place]
    assert shelf.save(world.desk, attached, place) == place
    assert place.read_bytes() == CONTENT
    assert list(folder.iterdir()) == [place]


@pytest.mark.skipif(os.name != "posix", reason="modes and links are otherwise elsewhere")
def test_a_copy_is_as_readable_as_what_it_replaces_and_no_link_is_replaced(
    world: World, shelf: FileShelf, attached: UUID, tmp_path: Path
) -> None:
    place, link = tmp_path / "shared.csv", tmp_path / "link.csv"
    place.write_text("before", "utf-8")
    place.chmod(0o640)
    link.symlink_to(place)
    shelf.save(world.desk, attached, link)
    assert link.is_symlink()
    assert place.read_bytes() == CONTENT
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_file_that_must_not_be_written_to_is_not_replaced(
    world: World, shelf: FileShelf, attached: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "protected.csv"
    place.write_text("before", "utf-8")
    # Whoever may do everything may write to it too.
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    with pytest.raises(KnownError, match=r"protected\.csv could not be saved"):
        shelf.save(world.desk, attached, place)
    assert place.read_text("utf-8") == "before"


def test_copies_for_other_programs_are_found_again_and_go(
    world: World, shelf: FileShelf, attached: UUID, temporary: Path, tmp_path: Path
) -> None:
    elsewhere = FileShelf(tmp_path / "other")
    (tmp_path / "other").mkdir()
    shutil.copytree(tmp_path / "files", tmp_path / "other", dirs_exist_ok=True)
    first, second = (shelf.lay_out(world.desk, attached, name) for name in ("a.csv", "b.csv"))
    theirs = elsewhere.lay_out(world.desk, attached, "c.csv")
    assert first.read_bytes() == second.read_bytes() == CONTENT
    found = laid_out.all_of(tmp_path / "files")
    assert found == sorted({first.parent, second.parent})
    if os.name == "posix":
        assert {stat.S_IMODE(folder.stat().st_mode) for folder in found} == {0o700}
        # What a program changed in such a copy would go with it.
        assert {stat.S_IMODE(copy.stat().st_mode) for copy in (first, second)} == {0o400}
    laid_out.take_away(found)
    assert list(temporary.iterdir()) == [theirs.parent]


def test_a_copy_that_a_program_holds_on_to_goes_the_next_time(
    world: World,
    shelf: FileShelf,
    attached: UUID,
    temporary: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = shelf.lay_out(world.desk, attached, "held.csv")
    shelf.lay_out(world.desk, attached, "free.csv")

    def unlink(path: str, *, dir_fd: int | None = None) -> None:
        if Path(path).name == "held.csv":
            raise PermissionError(errno.EACCES, "used by another process", path)
        removed(path, dir_fd=dir_fd)

    removed = os.unlink
    with monkeypatch.context() as open_elsewhere:
        open_elsewhere.setattr(os, "unlink", unlink)
        laid_out.take_away(laid_out.all_of(tmp_path / "files"))
    assert laid_out.all_of(tmp_path / "files") == [held.parent]
    laid_out.take_away(laid_out.all_of(tmp_path / "files"))
    assert list(temporary.iterdir()) == []
