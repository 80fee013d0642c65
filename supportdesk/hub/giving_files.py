"""Gives the bytes of files out, whole or from any place on; never by checksum, and only to who sees one.

Of a client's data file only to who has logged the copy and why (SAP-6).
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import AsyncIterator, Mapping

from fastapi import Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import StreamingResponse

from supportdesk.hub import carried
from supportdesk.hub.callers import Caller
from supportdesk.hub.hub import Hub
from supportdesk.hub.kept_bytes import KeptBytes, place_of
from supportdesk.hub.problems import Refusal
from supportdesk.hub.tus import Named
from supportdesk.store import upload_rows

_LOG = logging.getLogger(__name__)
_RANGE = re.compile(r"bytes=(\d{1,18})-(\d{0,18})")


class Broken(Exception):
    """The bytes that are kept are not those that were: the line is cut before the last of them."""


def given(hub: Hub, who: Caller, named: Named, headers: Mapping[str, str]) -> Response:
    """A file's bytes as an answer.

    Refusal: 404 for one that is not seen or not here yet, 403 for a copy that was not logged, 410 for what was erased,
    416, 503.
    """
    with hub.store.read() as conn:
        row = carried.seen(conn, who, named)
        carried.refuse_unlogged(hub, conn, who, named)
    place = place_of(hub)
    if row["state"] != upload_rows.STORED or place is None:
        raise _not_here()
    sha256, size = row["sha256"], row["size"]
    if size:
        _refuse_missing(place.blobs, sha256, size)
    told = {
        "Accept-Ranges": "bytes",
        "ETag": f'"{sha256}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Disposition": "attachment",
    }
    asked = headers.get("range")
    start, stop = (0, size) if asked is None else _range(asked, size)
    status = 200
    if asked is not None and headers.get("if-range", told["ETag"]) == told["ETag"]:
        status = 206
        told["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    else:
        start, stop = 0, size
    told["Content-Length"] = str(stop - start)
    pieces = place.blobs.read(sha256, start, stop)
    return StreamingResponse(
        _sound(pieces, sha256) if stop - start == size else pieces,
        status_code=status,
        # Whatever it says it is, it is opened by nobody on the way.
        media_type="application/octet-stream",
        headers=told,
    )


def _refuse_missing(blobs: KeptBytes, sha256: str, size: int) -> None:
    found = blobs.size(sha256)
    if found == size:
        return
    blobs.check()
    if found is None:
        raise _not_here()
    _LOG.error("kept bytes have another length: %s has %d of %d", sha256, found, size)
    raise Refusal(
        503,
        "damaged",
        "The hub no longer has this file as it was.",
        "Nothing was sent.",
        "Tell the administrator; whoever attached it still has it.",
        headers={"Retry-After": "600"},
    )


async def _sound(pieces: AsyncIterator[bytes], sha256: str) -> AsyncIterator[bytes]:
    """The same pieces; the last is held back until all add up, so that nobody takes damaged bytes for whole ones."""
    digest, held = hashlib.sha256(), b""
    async for piece in pieces:
        if held:
            yield held
        await run_in_threadpool(digest.update, piece)
        held = piece
    if digest.hexdigest() != sha256:
        raise Broken(sha256)
    yield held


def _not_here() -> Refusal:
    return Refusal(
        404,
        "not_here",
        "The file has not reached the hub yet.",
        remedy="It comes once the computer that it is on reaches the hub.",
    )


def _range(asked: str, size: int) -> tuple[int, int]:
    """From where up to where; Refusal (416) for what is not one range of a file of this size from a place on."""
    found = _RANGE.fullmatch(asked.strip())
    if found is None or int(found[1]) >= size or (found[2] and int(found[2]) < int(found[1])):
        raise Refusal(
            416,
            "range",
            f"The file has {size} bytes.",
            remedy="Ask for one range of them.",
            headers={"Content-Range": f"bytes */{size}"},
        )
    return int(found[1]), min(int(found[2]) + 1, size) if found[2] else size
