"""One desk's attachments on its disk: keeps a file that a person chose, lays one out to be opened, or saves it."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.file_names import safe_name
from supportdesk.services.cases import attachments, chosen_files, laid_out
from supportdesk.services.cases.glances import Glance, glance
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.desk import Desk
from supportdesk.store.blobs import Blobs
from supportdesk.store.content_types import content_type
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import ATTACHMENT


class RunsByItself(KnownError):
    """A file that a click would run rather than show."""


class FileShelf:
    """The bytes in a profile's folder `files`, sealed where the desk's database is encrypted.

    Slow for large files: not for the window's thread. `at_most` is how many bytes a file may have.
    """

    def __init__(self, folder: Path, *, at_most: int = attachments.LARGEST) -> None:
        self._folder, self._at_most = folder, at_most

    def keep(self, desk: Desk, path: Path) -> NewFile:
        """Keep a copy of a file, whose type its bytes tell.

        KnownError for what `chosen_files` refuses, for one that can't be kept, and TooLarge.
        """
        with chosen_files.opened(path) as source:
            media_type = content_type(source, path.name).media_type
            return attachments.keep(self._blobs(desk), source, path.name, media_type, at_most=self._at_most)

    def has(self, desk: Desk, attachment_id: UUID) -> bool:
        """Whether an attachment's bytes are on this computer."""
        with desk.store.read() as conn:
            row = get_row(conn, ATTACHMENT, attachment_id)
        return self._blobs(desk).has(row["sha256"])

    def lay_out(self, desk: Desk, attachment_id: UUID, name: str) -> Path:
        """A copy of an attachment under its own name, for the program that opens it; KnownError if it isn't here.

        What is done to the copy changes nothing of what was attached. RunsByItself for what would be run: by its bytes,
        whatever it calls itself, or by its name.
        """
        own_name = safe_name(name)
        try:
            with laid_out.folder_of(self._folder) as folder:
                self._copy(desk, attachment_id, folder / own_name)
                _refuse_running(folder / own_name)
        except OSError as error:
            raise KnownError(
                f"{own_name} could not be laid out to be opened: {error.strerror or error}.",
                "What is attached to the case is still there.",
                "Free some space for the system's temporary files, then open it again.",
            ) from error
        return folder / own_name

    def glance(self, desk: Desk, attachment_id: UUID, name: str) -> Glance:
        """What can be shown of an attachment without opening it; KnownError if it isn't here."""
        with attachments.read_file(desk, self._blobs(desk), attachment_id) as source:
            return glance(source, name)

    def save(self, desk: Desk, attachment_id: UUID, place: Path) -> Path:
        """Copy an attachment, whatever it is, to the place a person chose; KnownError if it isn't here.

        What was in that place before stays until the whole of the copy is there.
        """
        try:
            self._copy(desk, attachment_id, place)
        except OSError as error:
            raise KnownError(
                f"{place.name} could not be saved: {error.strerror or error}.",
                "What is attached to the case is still there.",
                "Choose a folder that you may write to and that has room for it.",
            ) from error
        return place

    def bytes_of(self, desk: Desk, sha256: str) -> bytes | None:
        """The bytes of a file by their checksum; None where they are not on this computer, or not what they were."""
        blobs = self._blobs(desk)
        if not blobs.verify(sha256):
            return None
        with blobs.open(sha256) as source:
            return source.read()

    def keep_bytes(self, desk: Desk, data: bytes, name: str, media_type: str) -> NewFile:
        """Keep bytes that were made here; KnownError if they can't be kept."""
        return attachments.keep(self._blobs(desk), BytesIO(data), name, media_type, at_most=self._at_most)

    def sealing(self, desk: Desk) -> Iterator[str]:
        """Seal, one at each step, the files that lie plain beside an encrypted database; else there are no steps."""
        blobs = self._blobs(desk)
        blobs.clear(desk.now())
        yield from blobs.seal_plain()

    def _blobs(self, desk: Desk) -> Blobs:
        return Blobs(self._folder, desk.store.files_key)

    def _copy(self, desk: Desk, attachment_id: UUID, place: Path) -> None:
        """Copy an attachment to a place, under its name whole or not at all."""
        # What a link leads to is written, and not the link replaced.
        place = Path(os.path.realpath(place))
        _refuse_protected(place)
        part = place.with_name(f".{secrets.token_hex(8)}.part")
        with attachments.read_file(desk, self._blobs(desk), attachment_id) as source:
            try:
                with part.open("xb") as copy:
                    shutil.copyfileobj(source, copy)
                    copy.flush()
                    os.fsync(copy.fileno())
                with suppress(FileNotFoundError):
                    shutil.copymode(place, part)
                part.replace(place)
            except BaseException:
                with suppress(OSError):
                    part.unlink(missing_ok=True)
                raise


def _refuse_protected(place: Path) -> None:
    """A file that must not be written to is not replaced either."""
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _refuse_running(place: Path) -> None:
    with place.open("rb") as copy:
        runs = content_type(copy, place.name).runs
    if runs:
        raise RunsByItself(
            f"{place.name} is {runs} and was not opened.",
            "Opening it could run what its sender put into it.",
            "If you trust the sender, save it in a folder of your choice and open it there on purpose.",
        )
