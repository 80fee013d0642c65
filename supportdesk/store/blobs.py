"""The bytes of attachments, each file kept once under its checksum; what they belong to stands in the tables.

The bytes lie as they came, also beside an encrypted database: encrypting them well needs a library that this program
does not have. Who may read the profile's folder may read them.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that are kept: their SHA-256 in lower-case hexadecimal, and how many they are."""

    sha256: str
    size: int


class Blobs:
    """A folder of bytes by checksum. Several threads and programs may use it at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, source: BinaryIO) -> Blob:
        """Keep everything from here to the end of a stream, in memory never more than a piece of it.

        Bytes that are kept already are not kept twice. A file is there whole or not at all, whatever happens.
        Raises KnownError when the disk is full or the folder can't be written to.
        """
        try:
            return self._put(source)
        except OSError as error:
            raise KnownError(
                f"The file could not be kept in {self._folder}: {error.strerror or error}.",
                "Nothing was attached.",
                "Free some space on the disk or allow this account to write there, then attach it again.",
            ) from error

    def path(self, sha256: str) -> Path:
        """Where these bytes lie, whether or not they do. ValueError for what is not a checksum."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError("not a SHA-256 checksum")
        return self._folder / sha256[:2] / sha256[2:]

    def has(self, sha256: str) -> bool:
        """Whether these bytes are here."""
        return self.path(sha256).is_file()

    def open(self, sha256: str) -> BufferedReader:
        """These bytes for reading; KnownError if they are not here."""
        try:
            return self.path(sha256).open("rb")
        except FileNotFoundError as error:
            raise KnownError(
                "The file's bytes are not on this computer.",
                "They may not have arrived yet, or they were deleted from the profile's folder.",
                "Ask for the file again, or restore the folder from a backup.",
            ) from error

    def verify(self, sha256: str) -> bool:
        """Whether these bytes are here and still are what their checksum says."""
        if not self.has(sha256):
            return False
        with self.open(sha256) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256

    def remove(self, sha256: str) -> None:
        """Delete these bytes if they are here."""
        self.path(sha256).unlink(missing_ok=True)

    def __iter__(self) -> Iterator[str]:
        for file in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            checksum = file.parent.name + file.name
            if _SHA256.fullmatch(checksum):
                yield checksum

    def _put(self, source: BinaryIO) -> Blob:
        self._folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        size = 0
        descriptor, name = tempfile.mkstemp(prefix="incoming-", dir=self._folder)
        arriving = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                while piece := source.read(_CHUNK):
                    digest.update(piece)
                    size += file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            blob = Blob(digest.hexdigest(), size)
            self._settle(arriving, self.path(blob.sha256))
        finally:
            arriving.unlink(missing_ok=True)
        return blob

    def _settle(self, arriving: Path, place: Path) -> None:
        """Move what has arrived to its place, and see to it that the move outlasts a power cut."""
        if place.is_file() and place.stat().st_size == arriving.stat().st_size:
            return
        place.parent.mkdir(exist_ok=True)
        arriving.replace(place)
        if os.name == "posix":  # elsewhere a folder can't be synced
            folder = os.open(place.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
