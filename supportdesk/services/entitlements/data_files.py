"""The bytes of clients' data files on a desk: sealed in a stream, handed out to a place, gone when they are erased.

A file of many GB is read piece by piece. It is copied rather than read where it lies: the original may be on a stick
that is pulled out, or be written to by the client's program, and a copy is sealed like every other file of the desk. It
stays until the hub has it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.file_names import safe_name
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.desk import Desk
from supportdesk.store import data_bytes
from supportdesk.store.blobs import Blobs
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.work import DATA_FILE

_PIECE = 1 << 20
_SPARE = 256 << 20
"""Bytes that a disk keeps free for everything else."""
_ERASED = 410

Told = Callable[[int, int], None]
"""Told how many bytes are done, and of how many; what it raises ends the work."""


class Cancelled(Exception):
    """The person let it be."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file that a person chose, as it was then: bytes, and when it was last changed in nanoseconds."""

    path: Path
    size: int
    changed_ns: int


def choose(path: Path) -> Chosen:
    """A file as it is now; KnownError for what is no file, is empty, or may not be read."""
    try:
        found = path.stat()
        if not path.is_file():
            raise KnownError(
                f"{path.name} is not a file.", "Nothing was deposited.", "Pack a folder into one file first."
            )
    except OSError as error:
        raise _unread(path, error) from error
    if not found.st_size:
        raise KnownError(
            f"{path.name} is empty.", "Nothing was deposited.", "Ask the client for a copy of its data."
        )
    return Chosen(path, found.st_size, found.st_mtime_ns)


def keep(blobs: Blobs, folder: Path, chosen: Chosen, told: Told) -> NewFile:
    """Keep a sealed copy of a chosen file in the blobs, which lie in `folder`.

    KnownError, and nothing kept, where the disk has no room, and where the file is no more what was chosen, before or
    while it is read.
    """
    _refuse_changed(chosen)
    _refuse_full(folder, chosen.size, f"{chosen.path.name} needs", "Nothing was deposited.")
    try:
        with chosen.path.open("rb") as file:
            counted = _Counted(file, chosen, told)
            blob = blobs.put(
                counted,  # type: ignore[arg-type]  # reads as a stream does
                meaning="Nothing was deposited.",
                again="choose it again",
            )
    except OSError as error:
        raise _unread(chosen.path, error) from error
    if blob.size != chosen.size:
        raise _changed(chosen)
    return NewFile(blob.sha256, blob.size, safe_name(chosen.path.name))


def is_here(desk: Desk, blobs: Blobs, data_file_id: UUID) -> bool:
    """Whether a data file's bytes lie on this desk."""
    with desk.store.read() as conn:
        return blobs.has(get_row(conn, DATA_FILE, data_file_id)["sha256"])


def hand_out(desk: Desk, blobs: Blobs, data_file_id: UUID, place: Path, told: Told) -> None:
    """Copy a data file that lies on this desk to a place that a person chose; KnownError if it isn't here."""
    with desk.store.read() as conn:
        row = get_row(conn, DATA_FILE, data_file_id)

    def read(start: int) -> BinaryIO:
        source = blobs.open(row["sha256"])
        source.seek(start)
        return source

    lay_down(row, place, read, told)


def lay_down(row: Record, place: Path, read: Callable[[int], BinaryIO], told: Told) -> None:
    """Write a data file to a place; `read` gives its bytes from where it is told on.

    Under its name it is there whole and checked, or not at all. What came before a line was cut is gone on with the
    next time; of what is let be, was erased meanwhile or is not what was deposited, nothing stays. KnownError for that,
    and where it can't be written.
    """
    part = place.with_name(f"{place.name}.{row['sha256'][:8]}.part")
    try:
        here = part.stat().st_size if part.is_file() else 0
        _refuse_full(place.parent, row["size"] - here, f"{row['name']} needs", "Nothing was saved.")
        with part.open("r+b" if here else "w+b") as file:
            digest = _write(row, file, read, told)
            file.flush()
            os.fsync(file.fileno())
        if digest != row["sha256"]:
            _drop(part)
            raise _wrong(row)
        part.replace(place)
    except Cancelled:
        _drop(part)
        raise
    except KnownError as refused:
        # A hub's answer says so by its status; what came of it before would lie there in plain for ever.
        if getattr(refused, "status", None) == _ERASED:
            _drop(part)
        raise
    except OSError as error:
        raise KnownError(
            f"{place.name} could not be saved: {error.strerror or error}.",
            "The data file is still in the File Station.",
            "Choose a folder that you may write to and that has room for it.",
        ) from error
    finally:
        _drop_empty(part)


def clear(desk: Desk, blobs: Blobs) -> None:
    """Delete the bytes of data files that need not lie here: those that were erased, and those that the hub has."""
    with desk.store.read() as conn:
        over = data_bytes.dispensable(conn, has_hub=desk.store.side == "desk")
    for sha256 in over:
        # One that is being read stays where the system keeps it, until the next time.
        with suppress(OSError):
            if blobs.has(sha256):
                blobs.remove(sha256)


# ---------------------------------------------------------------- pieces


class _Counted:
    """A chosen file as it is read: tells how far it is, and notices when it changes."""

    def __init__(self, file: BinaryIO, chosen: Chosen, told: Told) -> None:
        self._file, self._chosen, self._told = file, chosen, told
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self._at += len(piece)
        if self._at > self._chosen.size or not piece:
            _refuse_changed(self._chosen)
        self._told(self._at, self._chosen.size)
        return piece


def _write(row: Record, file: BinaryIO, read: Callable[[int], BinaryIO], told: Told) -> str:
    digest = hashlib.sha256()
    for piece in _pieces(file):
        digest.update(piece)
        told(0, row["size"])
    at = file.tell()
    if at < row["size"]:
        with read(at) as source:
            for piece in _pieces(source):
                digest.update(piece)
                file.write(piece)
                at += len(piece)
                told(at, row["size"])
    return digest.hexdigest()


def _pieces(source: BinaryIO) -> Iterator[bytes]:
    while piece := source.read(_PIECE):
        yield piece


def _drop(part: Path) -> None:
    with suppress(OSError):
        part.unlink(missing_ok=True)


def _drop_empty(part: Path) -> None:
    with suppress(OSError):
        if not part.stat().st_size:
            part.unlink()


# ---------------------------------------------------------------- what is refused


def _refuse_changed(chosen: Chosen) -> None:
    try:
        found = chosen.path.stat()
    except OSError as error:
        raise _unread(chosen.path, error) from error
    if (found.st_size, found.st_mtime_ns) != (chosen.size, chosen.changed_ns):
        raise _changed(chosen)


def _changed(chosen: Chosen) -> KnownError:
    return KnownError(
        f"{chosen.path.name} has changed since it was chosen.",
        "It may be another file by now, or a program is writing to it. Nothing was deposited.",
        "Close the program that uses it, look whether it is the right file, and choose it again.",
    )


def _refuse_full(folder: Path, size: int, who: str, kept: str) -> None:
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    free = shutil.disk_usage(there).free - _SPARE
    if size > free:
        raise KnownError(
            f"{who} {size / (1 << 20):,.0f} MiB, and the disk has {max(free, 0) / (1 << 20):,.0f} MiB to spare.",
            kept,
            "Free some space on it, then try again.",
        )


def _unread(path: Path, error: OSError) -> KnownError:
    return KnownError(
        f"{path.name} could not be read: {error.strerror or error}.",
        "Nothing was deposited.",
        "Check that the file is still there and may be read, then choose it again.",
    )


def _wrong(row: Record) -> KnownError:
    return KnownError(
        f"The bytes of {row['name']} are not what was deposited.",
        "They were damaged on the way or where they lie, and nothing was saved.",
        "Try again; if it stays so, ask the client for a new copy.",
    )
