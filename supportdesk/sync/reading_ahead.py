"""Reads a file for sending: while one piece is on the line, the next is opened and added up."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256 as sha256_of
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of a file from `offset` on, with their SHA-256."""

    offset: int
    content: bytes
    sha256: bytes


class ReadingAhead:
    """A file of `size` bytes in pieces; in memory are two of them at most. `close` ends it, and not the file."""

    def __init__(self, source: BinaryIO, size: int) -> None:
        self._source, self._size = source, size
        self._reader = ThreadPoolExecutor(1, "reading ahead")
        self._next: Future[Piece] | None = None

    def piece(self, offset: int, at_most: int) -> Piece:
        """The bytes from a place on, and begin to read what follows them.

        EOFError for a file that was cut short, and whatever reading raises.
        """
        found = self._taken()
        if found is None or found.offset != offset or len(found.content) > at_most:
            found = self._read(offset, at_most)
        following = offset + len(found.content)
        if following < self._size:
            self._next = self._reader.submit(self._read, following, at_most)
        return found

    def close(self) -> None:
        """Wait for what is being read; whether that could be read is not asked any more."""
        self._reader.shutdown()

    def _taken(self) -> Piece | None:
        """What was read meanwhile. The file may be read only after this."""
        ahead, self._next = self._next, None
        return None if ahead is None else ahead.result()

    def _read(self, offset: int, at_most: int) -> Piece:
        self._source.seek(offset)
        content = self._source.read(min(at_most, self._size - offset))
        if not content:
            raise EOFError
        return Piece(offset, content, sha256_of(content).digest())
