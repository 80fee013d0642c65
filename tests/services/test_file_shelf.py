"""Attachments on a disk that takes nothing or lost something: said, with what is still there."""

from __future__ import annotations

import tempfile
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.queries import details
from tests.services.desk_world import World


def _attached(world: World, shelf: FileShelf, source: Path) -> UUID:
    source.write_text("a;b\n1;2\n", "utf-8")
    world.sits_down()
    case_id = world.case(world.client())
    attachments.attach_files(world.desk, case_id, [shelf.keep(world.desk, source)])
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
