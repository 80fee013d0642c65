"""What tus 1.0 says in headers: read strictly and told; neither bytes nor rows are known here.

The server is our own, and small. tuspyserver keeps the offset in a file beside the bytes and holds a lock on the disk
for as long as a request lasts: two machines do not share it, and a socket that is half open holds it for ever. Here the
offset is a column, moved under the row's lock, and a request only has it lent for a while.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from uuid import UUID

from supportdesk.hub.problems import Refusal

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination"
ALGORITHMS = ("sha256", "sha1")
BYTES = "application/offset+octet-stream"
_LARGEST = 1 << 62
_MOST_METADATA = 8 * 1024
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHECK = "Check the version of the program."


@dataclass(frozen=True, slots=True)
class Named:
    """A file that somebody names: its kind, which is its table, and its id."""

    entity: str
    id: UUID


@dataclass(frozen=True, slots=True)
class NewUpload:
    """What is to be sent: how much, what it adds up to, and the file whose bytes it is."""

    size: int
    sha256: str
    file: Named


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a request says its bytes add up to."""

    algorithm: str
    digest: bytes

    def counter(self) -> Any:  # noqa: ANN401 - hashlib does not name its type
        """What adds them up."""
        return hashlib.new(self.algorithm, usedforsecurity=False)


def refuse_other_version(headers: Mapping[str, str]) -> None:
    """Refusal (412) for any other tus than 1.0.0."""
    if headers.get("tus-resumable") != VERSION:
        raise Refusal(
            412,
            "tus_version",
            f"This hub takes files by tus {VERSION}.",
            remedy=_CHECK,
            headers={"Tus-Version": VERSION},
        )


def new_upload(headers: Mapping[str, str], most: Mapping[str, int]) -> NewUpload:
    """What a creation announces; `most` has how many bytes a file of each kind may have.

    Refusal: 400 for what can't be understood, 413 for more bytes than that.
    """
    size = _number(headers, "upload-length")
    said = _metadata(headers.get("upload-metadata", ""))
    file = _named(said, most)
    if size > most[file.entity]:
        raise Refusal(
            413,
            "too_large",
            f"A file may have {most[file.entity]} bytes.",
            remedy="Send a smaller one.",
            headers={"Tus-Max-Size": str(most[file.entity])},
        )
    sha256 = said.get("sha256", "")
    if not _SHA256.fullmatch(sha256):
        raise _bad("Upload-Metadata names no sha256 in lower-case hexadecimal")
    return NewUpload(size, sha256, file)


def _named(said: Mapping[str, str], kinds: Mapping[str, int]) -> Named:
    named = [kind for kind in kinds if kind in said]
    if len(named) != 1:
        raise _bad(f"Upload-Metadata names no file as one of {', '.join(kinds)}")
    try:
        return Named(named[0], UUID(said[named[0]]))
    except ValueError as error:
        raise _bad(f"Upload-Metadata names no {named[0].replace('_', ' ')}") from error


def offset(headers: Mapping[str, str]) -> int:
    """Where the bytes of a request begin; Refusal (400)."""
    return _number(headers, "upload-offset")


def has_bytes(headers: Mapping[str, str]) -> bool:
    """Whether a request brings bytes of a file."""
    return headers.get("content-type", "").strip().lower() == BYTES


def refuse_other_bytes(headers: Mapping[str, str]) -> None:
    """Refusal (415) for a body that is not bytes of a file as they are."""
    if not has_bytes(headers) or headers.get("content-encoding", "identity") != "identity":
        raise Refusal(
            415, "media_type", "The request's body is no part of a file.", remedy=f"Send it as {BYTES}."
        )


def checksum(headers: Mapping[str, str]) -> Checksum | None:
    """What the bytes of a request are to add up to, if it says so; Refusal (400)."""
    told = headers.get("upload-checksum")
    if told is None:
        return None
    algorithm, _, text = told.partition(" ")
    if algorithm not in ALGORITHMS:
        raise _bad(f"Upload-Checksum is none of {', '.join(ALGORITHMS)}")
    digest = _decoded(text, "Upload-Checksum")
    if len(digest) != hashlib.new(algorithm, usedforsecurity=False).digest_size:
        raise _bad("Upload-Checksum has another length")
    return Checksum(algorithm, digest)


def of_upload(offset: int, size: int, expires_at: datetime) -> dict[str, str]:
    """The headers that tell how an upload stands."""
    return {
        **always(),
        "Upload-Offset": str(offset),
        "Upload-Length": str(size),
        "Upload-Expires": format_datetime(expires_at.astimezone(UTC).replace(microsecond=0), usegmt=True),
    }


def of_server(most: int) -> dict[str, str]:
    """The headers that tell what this hub can do."""
    return {
        **always(),
        "Tus-Version": VERSION,
        "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(most),
        "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
    }


def always() -> dict[str, str]:
    """The headers of every answer."""
    return {"Tus-Resumable": VERSION, "Cache-Control": "no-store"}


def _number(headers: Mapping[str, str], name: str) -> int:
    told = headers.get(name, "")
    if not (told.isascii() and told.isdecimal() and len(told) <= len(str(_LARGEST))):
        raise _bad(f"{name.title()} is no number of bytes")
    found = int(told)
    if found > _LARGEST:
        raise _bad(f"{name.title()} is no number of bytes")
    return found


def _metadata(told: str) -> dict[str, str]:
    if len(told) > _MOST_METADATA:
        raise _bad("Upload-Metadata is too long")
    found: dict[str, str] = {}
    for pair in filter(None, (each.strip() for each in told.split(","))):
        key, _, value = pair.partition(" ")
        try:
            found[key] = _decoded(value, "Upload-Metadata").decode()
        except UnicodeDecodeError as error:
            raise _bad("Upload-Metadata is no text") from error
    return found


def _decoded(text: str, where: str) -> bytes:
    try:
        return base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise _bad(f"{where} is no base64") from error


def _bad(why: str) -> Refusal:
    return Refusal(400, "malformed", f"The request can't be understood: {why}.", remedy=_CHECK)
