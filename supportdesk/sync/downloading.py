"""Fetches the bytes of files that are not on this desk, when somebody asks for them; nothing comes by itself.

Those of attachments are checked on the way and kept only if they are right, sealed like every other file here. A line
that is cut is taken up again from the same byte for as long as the fetching lasts. What came of one that was given up
does not stay: kept until another day it would lie on the disk unsealed. A client's data file goes to the place that a
person chose, and nowhere else.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Protocol
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.services.entitlements import data_files
from supportdesk.services.operations.desk import Desk
from supportdesk.store.blobs import Blobs
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.work import DATA_FILE
from supportdesk.sync.file_link import Answered, FileLink
from supportdesk.sync.link import Unreachable

_TRIES_WITHOUT_A_BYTE = 3
_NOT_LOGGED, _TRIES_FOR_THE_LOG, _SECONDS_FOR_THE_LOG = 403, 20, 1.0
_BUFFER = 1 << 20

Came = Callable[[int, int], None]
"""Told how many bytes have come, and of how many."""


def fetch_file(
    desk: Desk,
    blobs: Blobs,
    link: FileLink,
    attachment_id: UUID,
    came: Came = lambda _bytes, _size: None,
) -> bool:
    """See to it that an attachment's bytes are here; whether they had to be fetched.

    Raises KnownError for bytes that are not what was attached, Answered where the hub does not have them yet, and the
    errors of `link`. Nothing is kept then.
    """
    with desk.store.read() as conn:
        row = get_row(conn, ATTACHMENT, attachment_id)
    if blobs.has(row["sha256"]):
        return False
    with io.BufferedReader(_Arriving(link, row, came)) as source:
        blobs.put(source, meaning="It is still at the hub.", again="open it again")
    return True


def fetch_data_file(
    desk: Desk,
    link: FileLink,
    data_file_id: UUID,
    place: Path,
    came: Came,
    pause: Callable[[float], object],
) -> None:
    """Fetch a data file of which a copy was logged to a place, going on where an earlier fetching was cut.

    `pause` waits so many seconds, for the log to reach the hub before the first byte is asked for. Raises as
    `data_files.lay_down`, Answered where the hub does not give it, and the errors of `link`.
    """
    with desk.store.read() as conn:
        row = get_row(conn, DATA_FILE, data_file_id)

    def read(start: int) -> BinaryIO:
        return io.BufferedReader(_Coming(_Patient(link, pause), row, start), _BUFFER)

    data_files.lay_down(row, place, read, came)


class _Patient:
    """A hub asked for data again while it has not heard of the copy that was logged a moment ago."""

    def __init__(self, link: FileLink, pause: Callable[[float], object]) -> None:
        self._link, self._pause = link, pause

    def fetch(self, file: UUID, sha256: str, start: int) -> Iterator[bytes]:
        for _ in range(_TRIES_FOR_THE_LOG):
            try:
                yield from self._link.fetch(file, sha256, start, data=True)
            except Answered as answered:
                if answered.status != _NOT_LOGGED:
                    raise
                self._pause(_SECONDS_FOR_THE_LOG)
            else:
                return
        raise KnownError(
            "The hub has not heard yet that this copy was logged.",
            "Nothing was saved. It is logged on this computer and is sent with everything else.",
            "Take the copy again once what you wrote is sent.",
        )


class _Gives(Protocol):
    """What gives a file's bytes from a place on."""

    def fetch(self, file: UUID, sha256: str, start: int) -> Iterator[bytes]: ...


class _Coming(io.RawIOBase):
    """The bytes as they come from a place on, from as many requests as it takes."""

    def __init__(self, link: _Gives, row: Record, start: int = 0) -> None:
        self._link, self._row = link, row
        self._at, self._vain = start, 0
        self._pieces: Iterator[bytes] = iter(())
        self._held = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - a buffer, which typing names from 3.12 on
        if not self._held:
            self._held = memoryview(self._next())
        count = min(len(buffer), len(self._held))
        buffer[:count] = self._held[:count]
        self._held = self._held[count:]
        return count

    def _next(self) -> bytes:
        while self._at < self._row["size"]:
            try:
                piece = next(self._pieces, b"")
            except Unreachable:
                piece = b""
                if self._vain >= _TRIES_WITHOUT_A_BYTE:
                    raise
            if piece:
                return self._counted(piece)
            if self._vain >= _TRIES_WITHOUT_A_BYTE:
                raise Unreachable("The file breaks off.", "Nothing was kept of it.", "Try again later.")
            self._vain += 1
            self._pieces = self._link.fetch(self._row["id"], self._row["sha256"], self._at)
        return b""

    def _counted(self, piece: bytes) -> bytes:
        self._vain = 0
        self._at += len(piece)
        if self._at > self._row["size"]:
            raise self._wrong()
        return piece

    def _wrong(self) -> KnownError:
        return KnownError(
            f"The bytes of {self._row['name']} are not what was attached.",
            "They were damaged on the way or at the hub, and nothing was kept of them.",
            "Try again; if it stays so, ask who attached it to attach it again.",
        )


class _Arriving(_Coming):
    """The same of a whole file; the last read is an error if the bytes are not right."""

    def __init__(self, link: FileLink, row: Record, came: Came) -> None:
        super().__init__(link, row)
        self._came = came
        self._digest = hashlib.sha256()

    def _next(self) -> bytes:
        piece = super()._next()
        if not piece and self._digest.hexdigest() != self._row["sha256"]:
            raise self._wrong()
        return piece

    def _counted(self, piece: bytes) -> bytes:
        self._digest.update(super()._counted(piece))
        self._came(self._at, self._row["size"])
        return piece
