"""The bytes of attachments, each file kept once by its content; what they belong to stands in the tables.

With a key the bytes are sealed (`sealing`) and lie under names that tell nothing of them; so they do beside every
encrypted database. Without one they lie as they came, under their checksum: beside a database that is not encrypted,
and wherever a disk is its keeper's to lock, as a hub's.

Files that came before there was sealing lie plain beside an encrypted database. They can be read, and are sealed one by
one (`seal_plain`) in the background once the desk is open: while it opens would take too long, and when they are next
read would leave those plain that nobody reads. A plain file goes only when the sealed one is on the disk and was read
back, so it can be cut short anywhere and begun anew. What the disk itself keeps of deleted files is out of our hands.
"""

from __future__ import annotations

import hashlib
import io
import logging
import os
import re
import secrets
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from supportdesk.domain.errors import KnownError
from supportdesk.store.sealing import PIECE, Seal, Unsealable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_LOG = logging.getLogger(__name__)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ARRIVING = "incoming-"
_SEALED = ".sealed"
_SECONDS_TO_ARRIVE = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that are kept: their SHA-256 in lower-case hexadecimal, and how many they are."""

    sha256: str
    size: int


class TooLarge(KnownError):
    """More bytes than may be kept in one file."""


class _Source(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes: ...


class _Read:
    """A source that remembers what kept it from being read."""

    def __init__(self, source: _Source) -> None:
        self._source = source
        self.trouble: OSError | None = None

    def read(self, size: int, /) -> bytes:
        try:
            return self._source.read(size)
        except OSError as error:
            self.trouble = error
            raise


class Blobs:
    """A folder of bytes by content; `key` seals them. Several threads and programs may use it at once."""

    def __init__(self, folder: Path, key: bytes | None = None) -> None:
        self._folder = folder
        self._seal = Seal(key) if key is not None else None

    def put(
        self,
        source: BinaryIO,
        *,
        at_most: int | None = None,
        meaning: str = "Nothing was attached.",
        again: str = "attach it again",
    ) -> Blob:
        """Keep everything from here to the end of a stream, in memory never more than a piece of it.

        Bytes that are kept already are not kept twice. A file is there whole or not at all, whatever happens.
        Raises KnownError when the disk is full or the folder can't be written to, which says `meaning` and what to do
        then, `again`; TooLarge for more than `at_most` bytes. An OSError of the source is its owner's to tell.
        """
        read = _Read(source)
        try:
            return self._put(read, at_most)
        except OSError as error:
            if error is read.trouble:
                raise
            raise KnownError(
                f"The file could not be kept in {self._folder}: {error.strerror or error}.",
                meaning,
                f"Free some space on the disk or allow this account to write there, then {again}.",
            ) from error

    def take(self, file: Path, sha256: str) -> None:
        """Keep a file of this disk, which adds up to this, without copying it.

        The file stays where it is until who brought it has noted that it is kept. Only for a folder without a key.
        """
        if self._seal is not None:
            raise RuntimeError("what is to be sealed has to be read")
        place = self._plain(sha256)
        self._folder.mkdir(parents=True, exist_ok=True)
        arriving = self._folder / f"{_ARRIVING}{file.name}"
        arriving.unlink(missing_ok=True)
        try:
            os.link(file, arriving)
        except OSError:  # a disk that knows one name for each file
            file.replace(arriving)
        try:
            self._settle(arriving, place.parent.name + place.name)
        finally:
            arriving.unlink(missing_ok=True)

    def path(self, sha256: str) -> Path:
        """Where these bytes are kept, whether or not they are. ValueError for what is not a checksum."""
        if self._seal is None:
            return self._plain(sha256)
        name = self._seal.name(_checked(sha256))
        return self._folder / name[:2] / f"{name[2:]}{_SEALED}"

    def has(self, sha256: str) -> bool:
        """Whether these bytes are here."""
        return self.path(sha256).is_file() or self._plain(sha256).is_file()

    def open(self, sha256: str) -> io.BufferedReader:
        """These bytes for reading, from any place on; KnownError if they are not here.

        Unsealable, now or where the reading comes to it, if they were sealed and are no more what they were.
        """
        # Sealed between two looks, they are not where they were.
        for place in (self.path(sha256), self._plain(sha256), self.path(sha256)):
            with suppress(FileNotFoundError):
                return self._opened(place, sha256)
        raise KnownError(
            "The file's bytes are not on this computer.",
            "They may not have arrived yet, or they were deleted from the profile's folder.",
            "Ask for the file again, or restore the folder from a backup.",
        )

    def verify(self, sha256: str) -> bool:
        """Whether these bytes are here and still are what their checksum says."""
        place = self.path(sha256)
        return self._is_whole(place if place.is_file() else self._plain(sha256), sha256)

    def remove(self, sha256: str) -> None:
        """Delete these bytes if they are here."""
        self.path(sha256).unlink(missing_ok=True)
        self._plain(sha256).unlink(missing_ok=True)

    def kept_before(self, instant: datetime) -> Iterator[str]:
        """The checksums of what was kept before an instant, and was not kept once more since."""
        for sha256 in self:
            with suppress(FileNotFoundError):
                if all(_kept_at(place) < instant.timestamp() for place in self._places(sha256)):
                    yield sha256

    def remove_kept_before(self, sha256: str, instant: datetime) -> bool:
        """Delete these bytes, unless they were kept once more since an instant; whether they are gone.

        Whoever keeps them at this very moment finds them, or keeps them anew.
        """
        for place in self._places(sha256):
            aside = self._folder / f"{_ARRIVING}{secrets.token_hex(8)}"
            # One that somebody has open stays until the next time.
            with suppress(OSError):
                place.replace(aside)
                if _kept_at(aside) < instant.timestamp():
                    aside.unlink()
                else:
                    aside.replace(place)
        return not self.has(sha256)

    def seal_plain(self) -> Iterator[str]:
        """Seal the files that lie plain, if these are to be sealed, and give the checksum of each when it is done.

        One that is not what its checksum says stays as it is: it may be all that is left. So does one that can't be
        deleted as somebody has it open, until the next time.
        """
        if self._seal is not None:
            for sha256 in list(self._lying_plain()):
                if self._seal_one(sha256):
                    yield sha256

    def clear(self, now: datetime) -> None:
        """Delete what was left of files that were cut short while they arrived, a day ago or longer."""
        for file in self._folder.glob(f"{_ARRIVING}*"):
            with suppress(OSError):
                if now.timestamp() - file.stat().st_mtime > _SECONDS_TO_ARRIVE:
                    file.unlink()

    def __iter__(self) -> Iterator[str]:
        found = set(self._lying_plain())
        if self._seal is not None:
            found.update(self._lying_sealed(self._seal))
        yield from sorted(found)

    def _plain(self, sha256: str) -> Path:
        sha256 = _checked(sha256)
        return self._folder / sha256[:2] / sha256[2:]

    def _places(self, sha256: str) -> list[Path]:
        """Where these bytes are."""
        return [place for place in {self.path(sha256), self._plain(sha256)} if place.is_file()]

    def _lying_plain(self) -> Iterator[str]:
        for file in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            checksum = file.parent.name + file.name
            if _SHA256.fullmatch(checksum):
                yield checksum

    def _lying_sealed(self, seal: Seal) -> Iterator[str]:
        for path in self._folder.glob(f"[0-9a-f][0-9a-f]/*{_SEALED}"):
            with suppress(Unsealable, FileNotFoundError), path.open("rb") as file:
                sha256 = seal.checksum(file)
                if path == self.path(sha256):
                    yield sha256

    def _opened(self, place: Path, sha256: str) -> io.BufferedReader:
        file = place.open("rb")
        if self._seal is None or place.suffix != _SEALED:
            return file
        try:
            return self._seal.open(file, sha256)
        except BaseException:
            file.close()
            raise

    def _is_whole(self, place: Path, sha256: str) -> bool:
        """Whether these bytes, and nothing else, can be read in a place to their end."""
        try:
            with self._opened(place, sha256) as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except (Unsealable, FileNotFoundError):
            return False

    def _seal_one(self, sha256: str) -> bool:
        plain, sealed = self._plain(sha256), self.path(sha256)
        try:
            if self._is_whole(plain, sha256):
                with plain.open("rb") as source:
                    self._put(source, None)
            if not self._is_whole(sealed, sha256):
                _LOG.warning("a file in %s is not what its name says; it was left as it is", self._folder)
                return False
            plain.unlink()
        except OSError as error:
            _LOG.warning("a file in %s could not be sealed yet: %s", self._folder, error.strerror)
            return False
        return True

    def _put(self, source: _Source, at_most: int | None) -> Blob:
        self._folder.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=_ARRIVING, dir=self._folder)
        arriving = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                blob = self._write(_pieces(source, at_most), file)
                file.flush()
                os.fsync(file.fileno())
            self._settle(arriving, blob.sha256)
        finally:
            arriving.unlink(missing_ok=True)
        return blob

    def _write(self, pieces: Iterator[bytes], file: BinaryIO) -> Blob:
        if self._seal is not None:
            written = self._seal.write(pieces, file)
            return Blob(written.sha256, written.size)
        digest = hashlib.sha256()
        size = 0
        for piece in pieces:
            digest.update(piece)
            size += file.write(piece)
        return Blob(digest.hexdigest(), size)

    def _settle(self, arriving: Path, sha256: str) -> None:
        """Move what has arrived to its place, and see to it that the move outlasts a power cut."""
        place = self.path(sha256)
        # What lies there damaged is healed by what has just come. What lies there whole was kept now.
        if not (self._is_whole(place, sha256) and _touched(place)):
            place.parent.mkdir(exist_ok=True)
            arriving.replace(place)
        if os.name == "posix":  # elsewhere a folder can't be synced
            for changed in (place.parent, self._folder):
                folder = os.open(changed, os.O_RDONLY)
                try:
                    os.fsync(folder)
                finally:
                    os.close(folder)


def _kept_at(place: Path) -> float:
    return place.stat().st_mtime


def _touched(place: Path) -> bool:
    """Note that a file was kept now; whether it is still there."""
    try:
        os.utime(place)
    except FileNotFoundError:
        return False
    return True


def _checked(sha256: str) -> str:
    if not _SHA256.fullmatch(sha256):
        raise ValueError("not a SHA-256 checksum")
    return sha256


def _pieces(source: _Source, at_most: int | None) -> Iterator[bytes]:
    """A stream's bytes in pieces of one size, however few it gives at a time; TooLarge."""
    size = 0
    while piece := _filled(source):
        size += len(piece)
        if at_most is not None and size > at_most:
            raise TooLarge(
                f"The file is larger than {at_most / (1 << 20):g} MiB.",
                "Nothing was attached.",
                "Attach the part that matters, or a smaller copy of it.",
            )
        yield piece


def _filled(source: _Source) -> bytes:
    piece = source.read(PIECE)
    while 0 < len(piece) < PIECE and (more := source.read(PIECE - len(piece))):
        piece += more
    return piece
