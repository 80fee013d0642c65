"""The routes of files: their bytes in by tus 1.0 and out by ranges; what each comes to is `uploads`'."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from starlette.requests import ClientDisconnect

from supportdesk.hub import carried, tus, uploads
from supportdesk.hub.bodies import speaks
from supportdesk.hub.callers import Caller, CallerOf, HubOf
from supportdesk.hub.giving_files import given
from supportdesk.hub.hub import Hub
from supportdesk.hub.kept_bytes import needed_place
from supportdesk.hub.parts import Part
from supportdesk.hub.problems import Refusal
from supportdesk.hub.uploads import Upload
from supportdesk.hub.waiting import at_length, to_its_end
from supportdesk.store.upload_rows import ATTACHED, DATA

router = APIRouter(prefix="/files/v1", tags=["files"])

_PIECE = 1 << 20
_NOT_MADE_NOW = (400, 403, 404, 408, 409, 410, 412, 413, 415, 416, 423, 460, 507)


def _header(name: str, schema: dict[str, Any], *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": required, "schema": schema}


_VERSION = _header("Tus-Resumable", {"type": "string", "enum": [tus.VERSION]}, required=True)
_NUMBER = {"type": "integer", "minimum": 0, "maximum": 1 << 40}
_CHECKSUM = _header("Upload-Checksum", {"type": "string", "pattern": r"^sha(1|256) [A-Za-z0-9+/]{4,60}$"})
_BYTES = {"content": {tus.BYTES: {"schema": {"type": "string", "format": "binary"}}}}


def _spoken(status: int, *headers: dict[str, Any], body: dict[str, Any] | None = None) -> dict[str, Any]:
    """What describes a route of tus; its good answers have no body."""
    said = speaks(refuses=_NOT_MADE_NOW)
    extra = said["openapi_extra"]
    extra["responses"][str(status)] = extra["responses"].pop("204")
    extra["parameters"] = list(headers)
    if body is not None:
        extra["requestBody"] = body
    return said | {"status_code": status}


@router.options("/uploads", **_spoken(204))
def offer(who: CallerOf, hub: HubOf) -> Response:  # noqa: ARG001 - only who is signed in is told
    """What this hub can do of tus."""
    return Response(status_code=204, headers=tus.of_server(max(carried.most_bytes(hub).values())))


@router.post(
    "/uploads",
    **_spoken(
        201,
        _VERSION,
        _header("Upload-Length", _NUMBER, required=True),
        _header("Upload-Metadata", {"type": "string", "pattern": "^[ -~]*$"}, required=True),
        _CHECKSUM,
    ),
)
async def create(request: Request, who: CallerOf, hub: HubOf) -> Response:
    """Begin an upload, with its first bytes where the request brings some."""
    tus.refuse_other_version(request.headers)
    said = tus.new_upload(request.headers, carried.most_bytes(hub))
    made = await to_its_end(uploads.begin, hub, who, said)
    if made.offset == made.size:
        # What is there already travels to the desks as a change of the hub.
        await to_its_end(_tell, request, hub)
    elif tus.has_bytes(request.headers):
        made = await _added(request, who, hub, made.id, 0)
    # Relative, so that a proxy may put the hub below a folder of its own.
    headers = {**tus.of_upload(made.offset, made.size, made.expires_at), "Location": f"uploads/{made.id}"}
    return Response(status_code=201, headers=headers)


@router.head("/uploads/{upload_id}", **_spoken(200, _VERSION))
def look(request: Request, upload_id: UUID, who: CallerOf, hub: HubOf) -> Response:
    """How far an upload has come."""
    tus.refuse_other_version(request.headers)
    found = uploads.standing(hub, who, upload_id)
    return Response(headers=tus.of_upload(found.offset, found.size, found.expires_at))


@router.patch(
    "/uploads/{upload_id}",
    **_spoken(204, _VERSION, _header("Upload-Offset", _NUMBER, required=True), _CHECKSUM, body=_BYTES),
)
async def add(request: Request, upload_id: UUID, who: CallerOf, hub: HubOf) -> Response:
    """Add bytes to an upload from where it stands."""
    tus.refuse_other_version(request.headers)
    tus.refuse_other_bytes(request.headers)
    found = await _added(request, who, hub, upload_id, tus.offset(request.headers))
    return Response(status_code=204, headers=tus.of_upload(found.offset, found.size, found.expires_at))


@router.delete("/uploads/{upload_id}", **_spoken(204, _VERSION))
def end(request: Request, upload_id: UUID, who: CallerOf, hub: HubOf) -> Response:
    """Give an upload up."""
    tus.refuse_other_version(request.headers)
    uploads.end(hub, who, upload_id)
    return Response(status_code=204, headers=tus.always())


@router.get("/blobs/{attachment_id}", **_spoken(200))
def fetch(request: Request, attachment_id: UUID, who: CallerOf, hub: HubOf) -> Response:
    """The bytes of an attachment, or a part of them."""
    request.state.waited = True
    return given(hub, who, tus.Named(ATTACHED, attachment_id), request.headers)


@router.get("/data-files/{data_file_id}", **_spoken(200))
def fetch_data(request: Request, data_file_id: UUID, who: CallerOf, hub: HubOf) -> Response:
    """The bytes of a client's data file, or a part of them, for who has logged the copy."""
    request.state.waited = True
    return given(hub, who, tus.Named(DATA, data_file_id), request.headers)


async def _added(request: Request, who: Caller, hub: Hub, upload_id: UUID, offset: int) -> Upload:
    """Take in the bytes of a request; how the upload stands then."""
    checksum = tus.checksum(request.headers)
    request.state.waited = True  # it takes as long as the other side's line
    lent = await to_its_end(uploads.lend, hub, who, upload_id, offset)
    size = lent.upload.size
    if offset == size:
        return lent.upload
    part = await to_its_end(Part, hub, needed_place(hub), lent, checksum)
    try:
        told = request.headers.get("content-length", "0")
        if told.isdecimal() and int(told) > part.left:
            raise Refusal(413, "too_large", "There are more bytes than were announced.", remedy="Send fewer.")
        await _written(part, _pieces(request, hub.settings.upload_idle_seconds))
        seq = await at_length(request.app.state.ending, lambda: part.whole(who.agent_id))
    finally:
        await to_its_end(part.close)
    if seq is not None:
        request.app.state.herald.heard_from_thread(seq)
    return Upload(upload_id, part.at, size, part.expires_at)


async def _written(part: Part, pieces: AsyncIterator[bytes]) -> None:
    """Write each piece while the next comes; what has come is written also where the rest does not."""
    turn: asyncio.Future[None] | None = None
    try:
        async for piece in pieces:
            if turn is not None:
                await turn
            turn = asyncio.ensure_future(to_its_end(part.write, piece))
    finally:
        # Also where the line broke; that it could not be written says more than that.
        if turn is not None:
            await turn


async def _pieces(request: Request, seconds: int) -> AsyncIterator[bytes]:
    """A request's bytes in pieces worth a turn of the disk.

    What has come is given out also where the rest does not: then ClientDisconnect, or Refusal for a line that stands
    still (408) and a hub that stops (503).
    """
    stream, held = request.stream(), bytearray()
    stopping: asyncio.Event = request.app.state.stopping
    trouble: Exception | None = None
    while trouble is None:
        try:
            async with asyncio.timeout(seconds):
                held += await anext(stream)
        except StopAsyncIteration:
            break
        except ClientDisconnect as error:
            trouble = error
        except TimeoutError:
            trouble = Refusal(
                408, "too_slow", "Nothing has come for a while.", remedy="Go on where it stands."
            )
        if stopping.is_set():
            trouble = Refusal(503, "stopping", "The hub is being stopped.", headers={"Retry-After": "5"})
        if len(held) >= _PIECE:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
    if trouble is not None:
        raise trouble


def _tell(request: Request, hub: Hub) -> None:
    request.app.state.herald.heard_from_thread(uploads.head(hub))
