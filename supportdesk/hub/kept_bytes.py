"""Where a hub keeps bytes: what it asks of such a place, and the one that is a folder; the other is `bucket`.

Only what is whole and checked gets there. Bytes on their way lie in a folder in either case (`Place.coming`): a bucket
takes pieces of 5 MiB at least, so that after each cut the rest of one would need a disk all the same. All workers of a
machine share that folder. Hubs on several machines that share a database have to share it too, or to be spoken to
through a proxy that sends a desk to the same one each time: elsewhere an upload that was begun is not found, and the
desk begins it anew.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Protocol
from uuid import UUID

from starlette.concurrency import run_in_threadpool

from supportdesk.config.hub_settings import HubSettings
from supportdesk.hub.bucket import Bucket, BucketAt, BucketAway
from supportdesk.hub.hub import Hub
from supportdesk.hub.problems import Refusal
from supportdesk.store.blobs import Blobs

_PIECE = 1 << 20
_LOOKED_AT_EVERY = timedelta(seconds=10)


class KeptBytes(Protocol):
    """Whole bytes by their content. A store that can't be reached is told as Refusal (503), a disk as OSError."""

    @property
    def where(self) -> str:
        """In one word, for who looks after the hub."""

    def check(self) -> None:
        """Refusal if nothing can be got from there now."""

    def size(self, sha256: str) -> int | None:
        """How many bytes there are under a checksum; None for none."""

    def take(self, file: Path, sha256: str) -> None:
        """Keep a file of this disk, which adds up to this."""

    def read(self, sha256: str, start: int, stop: int) -> AsyncIterator[bytes]:
        """The bytes from one place up to another, in pieces."""

    def remove(self, checksums: Iterable[str]) -> None:
        """Delete these bytes, those that are there."""

    def clear(self, now: datetime) -> None:
        """Delete what was left of files that were cut short while they were put there."""

    def __iter__(self) -> Iterator[str]:
        """The checksums of all that is there."""


class Folder:
    """The bytes in a folder of this machine, or of one that it mounts."""

    where = "folder"

    def __init__(self, folder: Path) -> None:
        self._blobs = Blobs(folder)

    def check(self) -> None:
        """There is nobody to reach; a full disk tells of itself."""

    def size(self, sha256: str) -> int | None:
        try:
            return self._blobs.path(sha256).stat().st_size
        except FileNotFoundError:
            return None

    def take(self, file: Path, sha256: str) -> None:
        self._blobs.take(file, sha256)

    async def read(self, sha256: str, start: int, stop: int) -> AsyncIterator[bytes]:
        with await run_in_threadpool(self._blobs.open, sha256) as file:
            file.seek(start)
            while start < stop and (piece := await run_in_threadpool(file.read, min(_PIECE, stop - start))):
                start += len(piece)
                yield piece

    def remove(self, checksums: Iterable[str]) -> None:
        for sha256 in checksums:
            self._blobs.remove(sha256)

    def clear(self, now: datetime) -> None:
        self._blobs.clear(now)

    def __iter__(self) -> Iterator[str]:
        return iter(self._blobs)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a hub keeps bytes: those that are whole, and those on their way, which lie on a disk."""

    blobs: KeptBytes
    coming: Path

    def part(self, upload_id: UUID) -> Path:
        """The file of an upload that is not whole yet."""
        return self.coming / f"{upload_id}.part"

    def drop(self, upload_id: UUID) -> None:
        """Delete what has come of an upload."""
        self.part(upload_id).unlink(missing_ok=True)


def place_of(hub: Hub) -> Place | None:
    """Where this hub keeps bytes; None where nobody has said."""
    folder = Path(hub.settings.files) if hub.settings.files else None
    if folder is None and hub.store.path is not None:
        folder = hub.store.path.with_name(f"{hub.store.path.name}.files")
    if folder is None:
        return None
    return Place(bucket_of(hub.settings) or Folder(folder), folder / "uploads")


def needed_place(hub: Hub) -> Place:
    """The same; Refusal (503) where there is none."""
    place = place_of(hub)
    if place is None:
        raise Refusal(
            503,
            "no_folder",
            "This hub keeps no files yet.",
            "The file stays on the computer that it is on.",
            "Ask the administrator to name a folder by the setting `files`.",
        )
    return place


def bucket_of(settings: HubSettings) -> Bucket | None:
    """The bucket that the settings name, if they do."""
    if not settings.s3_bucket:
        return None
    return _bucket(
        BucketAt(
            settings.s3_bucket,
            settings.s3_endpoint,
            settings.s3_region,
            settings.s3_prefix,
            settings.s3_key_id,
            settings.s3_secret,
            settings.s3_seconds,
        )
    )


@lru_cache(maxsize=4)  # each has connections of its own, and a worker asks for the same one at every request
def _bucket(at: BucketAt) -> Bucket:
    return Bucket(at)


class Wellness:
    """Whether the hub's bytes can be reached; looked at now and then only, as everybody may ask."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._looking = Lock()
        self._looked: datetime | None = None
        self._told = ""

    def told(self) -> str:
        """`folder`, `bucket`, `none` for a hub that keeps no files, or `away` for a bucket that can't be reached."""
        place = place_of(self._hub)
        if place is None:
            return "none"
        # While one asks a store that stands still, the others are told what was known last.
        if self._is_due() and self._looking.acquire(blocking=not self._told):
            try:
                self._told = _reached(place)
                self._looked = self._hub.now()
            finally:
                self._looking.release()
        return self._told

    def _is_due(self) -> bool:
        return self._looked is None or self._hub.now() - self._looked >= _LOOKED_AT_EVERY


def _reached(place: Place) -> str:
    try:
        place.blobs.check()
    except BucketAway:
        return "away"
    return place.blobs.where
