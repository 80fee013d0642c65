"""An export's text out of its wrapping – plain, gzip or zip, in whatever encoding – line by line; no records here."""

from __future__ import annotations

import codecs
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from supportdesk.domain.errors import KnownError

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_BLOCK = 1 << 20
_SNIFFED = 4096
_LONGEST_LINE = 64 * 1024 * 1024
_DATA_SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".json", ".ndjson", ".jsonl", ""})
_ENCRYPTED = 0x1
# Below a space and beside these, text has hardly any characters; a picture or a program has very many.
_TAB, _RETURN, _SPACE, _FEW_CONTROLS = 0x09, 0x0D, 0x20, 30

# What the system, gzip and zip raise for a file that is not there, cut short or damaged.
_FAULTS = (OSError, EOFError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError)


class Unreadable(KnownError):
    """A file that can't be read, or not to its end."""


def unreadable(path: Path, why: str) -> Unreadable:
    """The file can't be read, and why, in the words after a colon."""
    return Unreadable(
        f"{path.name} can't be read: {why}.",
        "Nothing more was imported from it.",
        "Export it again as CSV or JSON and choose that file.",
    )


def encoding_of(path: Path) -> str:
    """The encoding of the whole file: UTF-16 by its mark or its zeros, UTF-8 if every byte is, else Windows-1252.

    KnownError for a file that can't be read or that holds nothing.
    """
    with _bytes_of(path) as file:
        head = file.read(_SNIFFED)
        if not head.strip():
            raise unreadable(path, "it is empty")
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        # Latin letters in UTF-16 have a zero in every other place.
        for encoding, zeros in (("utf-16-be", head[::2]), ("utf-16-le", head[1::2])):
            if len(zeros) > 1 and zeros.count(0) * 2 > len(zeros):
                return encoding
        controls = sum(byte < _TAB or _RETURN < byte < _SPACE for byte in head)
        if controls > max(_FEW_CONTROLS, len(head) // 20):
            raise unreadable(
                path, "it holds no text; it may be a picture, a spreadsheet or another program's file"
            )
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            block = head
            while block:
                decoder.decode(block)
                block = file.read(_BLOCK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def lines_of(path: Path, encoding: str) -> Iterator[str]:
    """The lines of the file with their ends; bytes that are no text of the encoding become U+FFFD, zeros too.

    KnownError where the file turns out to be damaged, or has a line longer than any export's.
    """
    with (
        _bytes_of(path) as raw,
        io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="") as text,
    ):
        while line := text.readline(_LONGEST_LINE):
            if len(line) == _LONGEST_LINE:
                raise unreadable(path, "one of its lines is longer than 64 MB")
            yield line.replace("\0", "\ufffd")


@contextmanager
def _bytes_of(path: Path) -> Iterator[IO[bytes]]:
    """The file's bytes, unpacked; of a zip its members one after another."""
    try:
        with path.open("rb") as raw:
            magic = raw.read(4)
            raw.seek(0)
            if magic.startswith(_GZIP):
                with gzip.open(raw, "rb") as unpacked:
                    yield unpacked  # type: ignore[misc]  # GzipFile reads like any binary file
            elif magic.startswith(_ZIP):
                with zipfile.ZipFile(raw) as archive:
                    yield io.BufferedReader(_Members(archive, _data_files(path, archive)))
            else:
                yield raw
    except _FAULTS as error:
        raise unreadable(path, str(getattr(error, "strerror", None) or error)) from error


def _data_files(path: Path, archive: zipfile.ZipFile) -> list[str]:
    """The members that hold data, all of one kind: that of the first."""
    found = [info for info in archive.infolist() if _is_data(info)]
    if not found:
        raise unreadable(path, "there is no CSV or JSON file in it")
    if any(info.flag_bits & _ENCRYPTED for info in found):
        raise unreadable(path, "it is locked with a password")
    kind = PurePosixPath(found[0].filename).suffix.lower()
    return [info.filename for info in found if PurePosixPath(info.filename).suffix.lower() == kind]


def _is_data(info: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(info.filename)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return not info.is_dir() and not hidden and path.suffix.lower() in _DATA_SUFFIXES


class _Members(io.RawIOBase):
    """Files of a zip archive as one, joined with line breaks."""

    def __init__(self, archive: zipfile.ZipFile, names: list[str]) -> None:
        self._archive = archive
        self._names = names
        self._open: IO[bytes] | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - a writable buffer of any kind
        """Fill the buffer from the members in turn."""
        while self._open is not None or self._names:
            if self._open is None:
                self._open = self._archive.open(self._names.pop(0))
            block = self._open.read(len(buffer))
            if block:
                buffer[: len(block)] = block
                return len(block)
            self._open = None
            if self._names:
                buffer[:1] = b"\n"
                return 1
        return 0
