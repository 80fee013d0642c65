"""Turns messages into bytes and back, packed where that is worth it; nothing of what they mean is known here."""

from __future__ import annotations

import gzip
import sys
import zlib
from typing import Any, TypeVar

import msgspec

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

JSON, MSGPACK = "application/json", "application/msgpack"
SMALL = 1024
"""Bytes below which packing gains nothing."""

_Message = TypeVar("_Message")
_LEVEL = 3


class Malformed(ValueError):
    """Bytes that are no such message; the text says what is wrong with them, without what they hold."""


def encode(message: object, media: str = JSON) -> bytes:
    """A message as bytes."""
    return msgspec.msgpack.encode(message) if media == MSGPACK else msgspec.json.encode(message)


def decode(kind: type[_Message], body: bytes, media: str = JSON) -> _Message:
    """The message in some bytes; Malformed where there is none."""
    decoder: Any = msgspec.msgpack if media == MSGPACK else msgspec.json
    try:
        message: _Message = decoder.decode(body, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise Malformed(str(error)) from error
    return message


def pack(body: bytes, accepted: str = "zstd, gzip") -> tuple[bytes, str]:
    """The bytes packed as the reader accepts it, with the name of the packing; as they are where they are few."""
    if len(body) < SMALL:
        return body, "identity"
    if "zstd" in accepted:
        return zstd.compress(body, level=_LEVEL), "zstd"
    if "gzip" in accepted:
        return gzip.compress(body, compresslevel=5), "gzip"
    return body, "identity"


def unpack(body: bytes, packing: str, most: int) -> bytes:
    """The bytes unpacked, of which there may be `most`; Malformed for more, for broken ones, for an unknown packing."""
    try:
        if packing in {"", "identity"}:
            unpacked, whole = body, True
        elif packing == "zstd":
            opened = zstd.ZstdDecompressor()
            unpacked, whole = opened.decompress(body, max_length=most + 1), opened.eof
        elif packing == "gzip":
            inflated = zlib.decompressobj(wbits=31)
            unpacked, whole = inflated.decompress(body, most + 1), inflated.eof
        else:
            raise Malformed("unknown packing")
    except (zstd.ZstdError, zlib.error, EOFError) as error:
        raise Malformed("broken packing") from error
    if len(unpacked) > most:
        raise Malformed("too large")
    if not whole:
        raise Malformed("cut short")
    return unpacked
