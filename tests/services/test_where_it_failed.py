"""Files that can't be kept: whether it was the file or the disk is told, and what became of it."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import file_shelf, photo_shelf
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.cases.photo_shelf import PastedPhoto, PhotoShelf
from supportdesk.services.entitlements import data_files
from supportdesk.store.active_content import ContentType
from supportdesk.store.blobs import Blobs
from supportdesk.store.content_types import content_type
from tests.services.desk_world import World


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)


@pytest.mark.skipif(os.name != "posix", reason="a descriptor can't be made another's elsewhere")
def test_a_file_that_fails_while_it_is_read_is_told_as_that_file(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "stick.log"
    path.write_bytes(b"a line\n" * 300_000)

    def breaks(source: BinaryIO, name: str) -> ContentType:
        told = content_type(source, name)
        folder = os.open(tmp_path, os.O_RDONLY)
        os.dup2(folder, source.fileno())
        os.close(folder)
        return told

    monkeypatch.setattr(file_shelf, "content_type", breaks)
    with pytest.raises(KnownError, match=r"stick\.log could not be read") as refused:
        FileShelf(tmp_path / "files").keep(world.desk, path)
    assert "space" not in refused.value.remedy


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_attaches_nothing(world: World, tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    path.write_bytes(b"a line\n")
    with pytest.raises(KnownError, match="could not be kept") as refused:
        FileShelf(tmp_path / "files").keep(world.desk, path)
    assert refused.value.meaning == "Nothing was attached."


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_deposits_nothing(world: World, tmp_path: Path) -> None:
    path = tmp_path / "books.data"
    path.write_bytes(b"books")
    blobs = Blobs(tmp_path / "files", world.store.files_key)
    with pytest.raises(KnownError, match="could not be kept") as refused:
        data_files.keep(blobs, tmp_path / "files", data_files.choose(path), lambda _done, _size: None)
    assert refused.value.meaning == "Nothing was deposited."
    assert "attach" not in refused.value.remedy


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_adds_no_photo(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_shelf, "_position_allowed", lambda _desk, _visit: False)
    shelf = PhotoShelf(tmp_path / "files", lambda data, _position: data)
    with pytest.raises(KnownError, match="could not be kept") as refused:
        shelf.keep(world.desk, uuid4(), PastedPhoto(b"picture", "rack.jpg"))
    assert refused.value.meaning == "It was not added."
