"""Bodies of requests and answers: read with limits, unpacked, decoded once, and described for OpenAPI from the same.

A route names its messages in one place and declares nothing twice:

    @router.post("/thing", **speaks(takes=NewThing, gives=Thing))
    def add_thing(who: CallerOf, hub: HubOf, said: Annotated[NewThing, body(NewThing)]) -> Response:
        return answer(Thing(...))
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from fastapi import Depends, Request, Response
from starlette.concurrency import run_in_threadpool

from supportdesk.hub.problems import Refusal
from supportdesk.protocol import codec, encodings
from supportdesk.protocol.accounts import Problem

T = TypeVar("T")

SMALL = 64 * 1024
"""The limit of a message that holds no work of people, in bytes."""
_JSON = "application/json"
_MIB = 1 << 20
_SECONDS_TO_SEND = 60
# Smaller ones take less time to decode than to hand to a thread.
_DECODED_AT_ONCE = 32 * 1024
_WORTH_PACKING = 1024
_REFS = "#/components/schemas/{name}"
COMPONENTS = "x-components"
"""Where an operation carries the schemas it refers to, until `app` gathers them."""
# PostgreSQL keeps no NUL in a text; a backslash before the backslash makes it six plain letters.
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def body(kind: type[T], *, limit: int | None = None) -> Any:  # noqa: ANN401 - a dependency, as FastAPI types it
    """The dependency that gives a request's body as this message.

    `limit` is the most bytes of it, packed and unpacked; None takes the hub's own limit. Refused are a body that is too
    large (413), of another type or encoding (415), malformed or not of this form (422), or too slow in coming (408).
    """
    return Depends(_reader(kind, limit))


def _reader(kind: type[T], limit: int | None) -> Callable[[Request], Any]:
    decoder = msgspec.json.Decoder(kind)

    async def read(request: Request) -> T:
        most = limit or request.app.state.hub.settings.body_mib * _MIB
        encoding = _encoding(request)
        try:
            async with asyncio.timeout(_SECONDS_TO_SEND):
                raw = await _received(request, most)
        except TimeoutError as error:
            raise Refusal(
                408, "too_slow", "The request took too long to arrive.", remedy="Try again."
            ) from error
        if encoding == "identity" and len(raw) <= _DECODED_AT_ONCE:
            return _decoded(decoder, raw)
        return await run_in_threadpool(lambda: _decoded(decoder, _unpacked(raw, encoding, most)))

    return read


def _encoding(request: Request) -> str:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != _JSON:
        raise Refusal(415, "media_type", "The request's body is no JSON.", remedy=f"Send it as {_JSON}.")
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"identity", *encodings.PREFERRED}:
        raise Refusal(
            415,
            "encoding",
            "The request's body is packed in a way that this hub can't unpack.",
            remedy=f"Pack it as {' or '.join(encodings.PREFERRED)}.",
            headers={"Accept-Encoding": ", ".join(encodings.PREFERRED)},
        )
    return encoding


async def _received(request: Request, most: int) -> bytes:
    told = request.headers.get("content-length", "0")
    if told.isdecimal() and int(told) > most:
        raise _too_large(most)
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise _too_large(most)
        parts.append(part)
    return b"".join(parts)


def _unpacked(raw: bytes, encoding: str, most: int) -> bytes:
    try:
        return encodings.unpack(raw, encoding, most)
    except encodings.TooLarge as error:
        raise _too_large(most) from error
    except encodings.Unreadable as error:
        raise _malformed(f"it is no {encoding}") from error


def _decoded(decoder: msgspec.json.Decoder[T], raw: bytes) -> T:
    try:
        said = decoder.decode(raw)
    except msgspec.ValidationError as error:
        raise _malformed(str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _malformed("it is no JSON") from error
    except RecursionError as error:
        raise _malformed("it is nested too deeply") from error
    if _NUL.search(raw):
        raise _malformed("a text holds the character U+0000")
    return said


def _too_large(most: int) -> Refusal:
    return Refusal(
        413, "too_large", f"The request is larger than {most} bytes.", remedy="Send it in smaller parts."
    )


def _malformed(why: str) -> Refusal:
    return Refusal(
        422,
        "malformed",
        f"The request can't be understood: {why}.",
        remedy="Check the version of the program.",
    )


def answer(
    value: msgspec.Struct, *, status: int = 200, packed_for: Request | None = None, media: str = _JSON
) -> Response:
    """A message as an answer; for `packed_for`, whose headers say what it accepts, a long one goes packed.

    Messages with secrets go unpacked: the length of what is packed tells of its content.
    """
    content = codec.encode(value, media)
    headers = {"Cache-Control": "no-store"}
    if packed_for is not None and len(content) >= _WORTH_PACKING:
        encoding = encodings.acceptable(packed_for.headers.get("accept-encoding"))
        if encoding != "identity":
            content = encodings.pack(content, encoding)
            headers |= {"Content-Encoding": encoding, "Vary": "Accept-Encoding"}
    return Response(content, status_code=status, media_type=media, headers=headers)


def done() -> Response:
    """The answer to what was done and gives nothing back."""
    return Response(status_code=204, headers={"Cache-Control": "no-store"})


def speaks(
    *,
    takes: type[msgspec.Struct] | None = None,
    gives: type[msgspec.Struct] | None = None,
    status: int = 200,
    public: bool = False,
    refuses: tuple[int, ...] = (),
    media: str = _JSON,
) -> dict[str, Any]:
    """What a route's decorator needs to describe its messages; `refuses` are further statuses it refuses with.

    A route that is not `public` takes the caller's access token. Without `gives` a route answers 204.
    """
    kinds = [kind for kind in (takes, gives, Problem) if kind is not None]
    schemas, components = msgspec.json.schema_components(kinds, ref_template=_REFS)
    schema_of = dict(zip(kinds, schemas, strict=True))
    statuses = {*refuses, 422, 503} | (set() if public else {401, 403})
    statuses |= {408, 413, 415} if takes is not None else set()
    refused = {str(each): _described("Refused", schema_of[Problem]) for each in sorted(statuses)}
    good = _described("Done", schema_of[gives], media) if gives is not None else {"description": "Done"}
    good_status = status if gives is not None else 204
    extra: dict[str, Any] = {"responses": {str(good_status): good, **refused}, COMPONENTS: components}
    if takes is not None:
        extra["requestBody"] = {"required": True, "content": {_JSON: {"schema": schema_of[takes]}}}
    if not public:
        extra["security"] = [{"access_token": []}]
    return {"openapi_extra": extra, "status_code": good_status, "response_model": None}


def _described(what: str, schema: dict[str, Any], media: str = _JSON) -> dict[str, Any]:
    return {"description": what, "content": {media: {"schema": schema}}}
