"""How bodies are packed on the wire: Zstandard, gzip or plain, and never unpacked beyond a limit; no messages here."""

from __future__ import annotations

import gzip
import sys
import zlib

if sys.version_info >= (3, 14):  # pragma: no cover - the same under another name
    from compression import zstd
else:
    from backports import zstd

_CHUNK = 1 << 18
_GZIP = 16 + zlib.MAX_WBITS
PREFERRED = ("zstd", "gzip")
"""The encodings of Content-Encoding and Accept-Encoding that are understood, best first."""


class TooLarge(ValueError):
    """What was packed is larger than the reader allows."""


class Unreadable(ValueError):
    """The bytes are not what their encoding says."""


def pack(content: bytes, encoding: str) -> bytes:
    """Pack; `encoding` is `zstd`, `gzip` or `identity`."""
    if encoding == "zstd":
        return zstd.compress(content, 3)
    if encoding == "gzip":
        return gzip.compress(content, 5, mtime=0)
    if encoding == "identity":
        return content
    raise ValueError(f"no such encoding: {encoding}")


def unpack(content: bytes, encoding: str, limit: int) -> bytes:
    """Unpack at most `limit` bytes; no more memory than about that is used, whatever the content claims.

    Raises TooLarge, Unreadable for damaged, cut or trailing bytes, ValueError for an unknown encoding.
    """
    if encoding == "identity":
        if len(content) > limit:
            raise TooLarge
        return content
    if encoding == "gzip":
        return _unpack_gzip(content, limit)
    if encoding == "zstd":
        return _unpack_zstd(content, limit)
    raise ValueError(f"no such encoding: {encoding}")


def acceptable(header: str | None) -> str:
    """The best encoding that an Accept-Encoding header allows; `identity` where it names none of ours."""
    weights: dict[str, str] = {}
    for part in (header or "").lower().split(","):
        name, _, parameters = part.partition(";")
        weights[name.strip()] = parameters.strip()
    for encoding in PREFERRED:
        if encoding in weights and weights[encoding] not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}:
            return encoding
    return "identity"


def _unpack_gzip(content: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj(_GZIP)
    try:
        unpacked = unpacker.decompress(content, limit + 1)
    except zlib.error as error:
        raise Unreadable from error
    if len(unpacked) > limit:
        raise TooLarge
    # One member only: nobody who speaks to a hub sends more, and each would need a limit of its own.
    if not unpacker.eof or unpacker.unused_data:
        raise Unreadable
    return unpacked


def _unpack_zstd(content: bytes, limit: int) -> bytes:
    # The window is what a frame may make its reader hold; the default of 128 MiB is far above any limit here.
    unpacker = zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: 24})
    parts: list[bytes] = []
    size = 0
    feed = content
    try:
        while not unpacker.eof:
            part = unpacker.decompress(feed, min(_CHUNK, limit + 1 - size))
            feed = b""
            size += len(part)
            if size > limit:
                raise TooLarge
            parts.append(part)
            if not part and unpacker.needs_input:
                raise Unreadable
    except zstd.ZstdError as error:
        raise Unreadable from error
    if unpacker.unused_data:
        raise Unreadable
    return b"".join(parts)
