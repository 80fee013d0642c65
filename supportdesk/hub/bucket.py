"""The bytes that a hub keeps in a bucket of an S3-compatible store, under the names that they have in a folder.

A file is put in pieces of its own, each sent with its SHA-256, which the store has to refuse bytes that differ from;
its length is asked for when it is there. It is read by ranges, so that no request lasts longer than a piece takes, and
who gives the whole out adds it up (`giving_files`). What a hub that was struck down had begun to put lies unseen in
the bucket until a rule of the bucket's own takes it away; no other program sees it either.

What the store says of an error goes to the log as a word or two. Neither its texts nor the key are shown anywhere.
"""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import obstore
from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError
from obstore.store import S3Store

from supportdesk.hub.problems import Refusal

_LOG = logging.getLogger(__name__)
_KEY = re.compile(r"([0-9a-f]{2})/([0-9a-f]{62})")
_STATUS = re.compile(r"status code: (\d{3})")
_CODE = re.compile(r"<Code>([A-Za-z0-9]{1,40})</Code>")
_KIND = re.compile(r"\bkind: ([A-Z][A-Za-z]{1,20})")
_NO_BUCKET = "NoSuchBucket"
_MIB = 1 << 20
_PIECE = 8 * _MIB
_READ = 4 * _MIB
_MOST_PIECES = 9_000  # a store takes 10,000
_AT_ONCE = 4
_REMOVED_AT_ONCE = 1_000
_SECONDS_TO_CONNECT = 5
_LONGEST_PAUSE = 2
_RETRIES = 3
_TRY = "probe/hub"


class BucketAway(Refusal):
    """The bucket can't be used just now, so nothing was kept, read or deleted; `reason` is for who looks after it."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            503,
            "store_away",
            "The hub's store of files can't be reached.",
            "Nothing was lost; what came so far counts.",
            "Try again later, or tell the administrator.",
            headers={"Retry-After": "30"},
        )
        self.reason = reason


@dataclass(frozen=True, slots=True)
class BucketAt:
    """Where a bucket is and who may use it, as the settings say; without a key as the environment's AWS_… say."""

    name: str
    endpoint: str
    region: str
    prefix: str
    key_id: str = field(repr=False)
    secret: str = field(repr=False)
    seconds: int


class Bucket:
    """The bytes in a bucket. Several threads and hubs may use it at once; every method may raise BucketAway."""

    where = "bucket"

    def __init__(self, at: BucketAt) -> None:
        self._store = _opened(at)

    def check(self) -> None:
        """BucketAway if the bucket can't be looked into."""
        with _told():
            for _ in obstore.list(self._store, _TRY):
                pass

    def check_thoroughly(self) -> None:
        """BucketAway also if nothing can be written there, read and deleted."""
        self.check()
        with _told():
            obstore.put(self._store, _TRY, b"supportdesk")
            with suppress(FileNotFoundError):  # another hub's start may have deleted it between
                obstore.get_range(self._store, _TRY, start=0, end=11)
            obstore.delete(self._store, _TRY)

    def size(self, sha256: str) -> int | None:
        """How many bytes there are under a checksum; None for none."""
        with _told():
            try:
                return obstore.head(self._store, _key(sha256))["size"]
            except FileNotFoundError:
                return None

    def take(self, file: Path, sha256: str) -> None:
        """Keep a file of this disk, which adds up to this. OSError for the disk."""
        size = file.stat().st_size
        if self.size(sha256) == size:
            return
        with _told():
            obstore.put(
                self._store,
                _key(sha256),
                file,
                chunk_size=max(_PIECE, -(-size // _MOST_PIECES)),
                max_concurrency=_AT_ONCE,
            )
        if (found := self.size(sha256)) != size:
            raise _away(f"it keeps {found} of {size} bytes")

    async def read(self, sha256: str, start: int, stop: int) -> AsyncIterator[bytes]:
        """The bytes from one place up to another, in pieces; BucketAway also where they are fewer."""
        for at in range(start, stop, _READ):
            end = min(at + _READ, stop)
            with _told():
                piece = bytes(await obstore.get_range_async(self._store, _key(sha256), start=at, end=end))
            if len(piece) != end - at:
                raise _away(f"it gave {len(piece)} of {end - at} bytes")
            yield piece

    def remove(self, checksums: Iterable[str]) -> None:
        """Delete these bytes, those that are there."""
        keys = [_key(each) for each in checksums]
        for first in range(0, len(keys), _REMOVED_AT_ONCE):
            with _told():
                obstore.delete(self._store, keys[first : first + _REMOVED_AT_ONCE])

    def clear(self, now: datetime) -> None:
        """There is nothing to clear: what is half there is the bucket's own."""

    def __iter__(self) -> Iterator[str]:
        with _told():
            for several in obstore.list(self._store):
                for each in several:
                    if found := _KEY.fullmatch(each["path"]):
                        yield found[1] + found[2]


def _opened(at: BucketAt) -> S3Store:
    span = timedelta(seconds=at.seconds)
    given = {"endpoint": at.endpoint, "access_key_id": at.key_id, "secret_access_key": at.secret}
    return S3Store(
        at.name,
        prefix=at.prefix.strip("/") or None,
        region=at.region,
        checksum_algorithm="SHA256",
        client_options={
            "allow_http": at.endpoint.startswith("http://"),
            "connect_timeout": timedelta(seconds=min(_SECONDS_TO_CONNECT, at.seconds)),
            "timeout": span,
        },
        retry_config={
            "max_retries": _RETRIES,
            "retry_timeout": span,
            "backoff": {
                "init_backoff": timedelta(milliseconds=100),
                "max_backoff": timedelta(seconds=_LONGEST_PAUSE),
                "base": 2,
            },
        },
        **{name: value for name, value in given.items() if value},  # type: ignore[arg-type]  # fields of its own
    )


def _key(sha256: str) -> str:
    key = f"{sha256[:2]}/{sha256[2:]}"
    if not _KEY.fullmatch(key):
        raise ValueError("not a SHA-256 checksum")
    return key


@contextmanager
def _told() -> Iterator[None]:
    """Whatever goes wrong with the store, as BucketAway; that there is no such file is its asker's."""
    try:
        yield
    except FileNotFoundError as error:
        if _NO_BUCKET not in str(error):
            raise
        raise _away(_reason(error)) from None
    except (BaseError, OSError) as error:
        raise _away(_reason(error)) from None


def _away(reason: str) -> BucketAway:
    _LOG.warning("the bucket could not be used: %s", reason)
    return BucketAway(reason)


def _reason(error: Exception) -> str:
    """What a store's error comes to, in words that hold no name, address or key."""
    text = str(error)
    refused = isinstance(error, PermissionDeniedError | UnauthenticatedError)
    if found := _STATUS.search(text):
        refused |= found[1] in {"401", "403"}
    words = ["the key is refused"] if refused else [f"status {found[1]}"] if found else []
    words += ["the bucket is in another region"] if "configured region" in text else []
    words += [code[1] for look in (_CODE, _KIND) if (code := look.search(text))]
    return ", ".join(words) or type(error).__name__
