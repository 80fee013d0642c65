"""The bytes of one request on their way to the disk: written, added up and made to last; who may send them is decided.

Memory holds a piece at a time. What came before the connection broke counts, unless the request named a checksum. A
request that stands still too long loses the upload to the next one, and writes nothing more.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections import OrderedDict
from datetime import timedelta
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO
from uuid import UUID

from supportdesk.hub import uploads
from supportdesk.hub.hub import Hub
from supportdesk.hub.kept_bytes import Place
from supportdesk.hub.problems import Refusal
from supportdesk.hub.tus import Checksum
from supportdesk.hub.uploads import Lent, Upload

_NOTED_EVERY = 16 << 20
_UPLOADS_REMEMBERED = 256


class Sums:
    """What whole uploads add up to so far, in this worker: who comes back to it need not be read again at the end.

    A request adds to a copy, which is kept once all its bytes count.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._sums: OrderedDict[UUID, tuple[int, Any]] = OrderedDict()

    def upto(self, upload: Upload) -> Any:  # noqa: ANN401 - hashlib does not name its type
        """The SHA-256 of an upload up to where it stands; None where another worker knows it, or nobody."""
        if not upload.offset:
            return hashlib.sha256()
        with self._lock:
            at, counter = self._sums.get(upload.id, (0, None))
            return counter.copy() if at == upload.offset else None

    def keep(self, upload_id: UUID, at: int, counter: Any) -> None:  # noqa: ANN401 - as above
        """An upload stands there, and adds up to this."""
        with self._lock:
            self._sums[upload_id] = at, counter
            self._sums.move_to_end(upload_id)
            if len(self._sums) > _UPLOADS_REMEMBERED:
                self._sums.popitem(last=False)

    def forget(self, upload_id: UUID) -> None:
        """An upload has ended."""
        with self._lock:
            self._sums.pop(upload_id, None)


_SUMS = Sums()


class Part:
    """What one request adds to an upload; one thread at a time uses it. `close` ends it, whatever happened."""

    def __init__(self, hub: Hub, place: Place, lent: Lent, checksum: Checksum | None) -> None:
        self._hub, self._place, self._lent = hub, place, lent
        self._checksum = checksum
        self._counter = checksum.counter() if checksum is not None else None
        self._at = self._noted = lent.upload.offset
        self._said = hub.now()
        self._held = True
        self._sum = _SUMS.upto(lent.upload)
        self.expires_at = lent.upload.expires_at
        self._file = self._opened()

    @property
    def at(self) -> int:
        """How far the upload has come."""
        return self._at

    @property
    def left(self) -> int:
        """How many bytes are missing."""
        return self._lent.upload.size - self._at

    def write(self, piece: bytes) -> None:
        """Add bytes; Refusal: 413 for more than were announced, 423 once another goes on, 507 for a full disk."""
        if len(piece) > self.left:
            raise Refusal(
                413, "too_large", "There are more bytes than were announced.", remedy="Begin it anew."
            )
        self._stay()
        try:
            rest = memoryview(piece)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            raise _unwritten(error) from error
        if self._counter is not None:
            self._counter.update(piece)
        if self._sum is not None:
            self._sum.update(piece)
        self._at += len(piece)
        if self._counter is None and self._at - self._noted >= _NOTED_EVERY and self.left:
            self._note(uploads.span(self._hub))

    def whole(self, actor: UUID) -> int | None:
        """Everything has come that this request brings; gives the hub's change where that was the last of the file.

        Refusal (460) for bytes that do not add up: to the request's checksum, of which nothing counts then, or to the
        file's, whose upload is then no more.
        """
        if self._checksum is not None and self._counter.digest() != self._checksum.digest:  # type: ignore[union-attr]  # both or none
            raise _differs("The bytes of this request do not add up to its checksum.")
        self._counter = self._checksum = None
        if self.left:
            self._note(None)
            if self._sum is not None:
                _SUMS.keep(self._lent.upload.id, self._at, self._sum)
            return None
        self._settle()
        return self._keep(actor)

    def close(self) -> None:
        """End it; what came of a request without checksum counts, and the upload may go on."""
        try:
            if self._held:
                # The last byte is noted with the file's being whole and never before.
                self._at = min(self._at, max(self._lent.upload.size - 1, self._noted))
                self._note(None)
        finally:
            self._file.close()

    # ------------------------------------------------------------ on the disk

    def _opened(self) -> BinaryIO:
        """The file of what has come so far; where it is missing, the upload is no more and Refusal (404) says so."""
        path, offset = self._place.part(self._lent.upload.id), self._lent.upload.offset
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_RDWR | (os.O_CREAT if not offset else 0), 0o600)
        except FileNotFoundError as error:
            raise self._lost() from error
        except OSError as error:
            raise _unwritten(error) from error
        file = os.fdopen(descriptor, "r+b", buffering=0)
        if file.seek(0, os.SEEK_END) < offset:
            file.close()
            raise self._lost()
        file.truncate(offset)
        file.seek(offset)
        return file  # unbuffered, and written as any other

    def _lost(self) -> Refusal:
        uploads.give_up(self._hub, self._lent)
        return Refusal(404, "not_found", "There is no such upload.", remedy="Begin it anew.")

    def _stay(self) -> None:
        """Say in time that this request is still there: late, another may be writing to the same place."""
        if self._hub.now() - self._said > uploads.span(self._hub) / 4:
            self._note(uploads.span(self._hub))

    def _note(self, keep: timedelta | None) -> None:
        """Note how far it has come; with a checksum to wait for, that is as far as it was."""
        at = self._noted if self._counter is not None else self._at
        if at != self._noted:
            self._settle()
        self._move(at, keep)

    def _move(self, at: int, keep: timedelta | None) -> None:
        self._held = False  # until the row says otherwise
        self.expires_at = uploads.move_on(self._hub, self._lent, at, keep)
        self._held = keep is not None
        self._noted, self._said = at, self._hub.now()

    def _settle(self) -> None:
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _unwritten(error) from error

    def _keep(self, actor: UUID) -> int:
        """Put the whole file to those that are kept if it adds up, and note it.

        Where that can't be done now, as a bucket does not answer, all but the last byte counts: it is sent again.
        """
        self._held = False  # until the row says otherwise
        self._at = self._noted = self._lent.upload.size - 1
        self.expires_at = uploads.about_to_keep(self._hub, self._lent, self._at)
        self._held = True
        self._file.close()
        _SUMS.forget(self._lent.upload.id)
        path = self._place.part(self._lent.upload.id)
        try:
            kept = self._adds_up(path)
            if kept:
                self._place.blobs.take(path, self._lent.sha256)
        except OSError as error:
            raise _unwritten(error) from error
        if not kept:
            self._held = False
            uploads.give_up(self._hub, self._lent)
            self._place.drop(self._lent.upload.id)
            raise _differs("The file does not add up to its checksum.")
        seq = uploads.complete(self._hub, self._lent, actor)
        self._held, self._at = False, self._lent.upload.size
        self._place.drop(self._lent.upload.id)
        return seq

    def _adds_up(self, path: Path) -> bool:
        if self._sum is None:
            with path.open("rb") as file:
                self._sum = hashlib.file_digest(file, "sha256")
        return bool(self._sum.hexdigest() == self._lent.sha256)


def _differs(what: str) -> Refusal:
    return Refusal(460, "checksum", what, remedy="Ask where the upload stands, and send it again.")


def _unwritten(error: OSError) -> Refusal:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Refusal(507, "disk_full", "The hub's disk is full.", remedy="Tell the administrator.")
    return Refusal(
        503,
        "unavailable",
        "The hub could not write to its folder of files.",
        remedy="Try again later, or tell the administrator.",
        headers={"Retry-After": "60"},
    )
