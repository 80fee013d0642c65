"""Turns messages into bytes and back; nothing of what they mean is known here, and packing is next door."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

JSON, MSGPACK = "application/json", "application/msgpack"
_Message = TypeVar("_Message")


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
