"""Opens an export whatever its wrapping – CSV, JSON, lines of JSON, gzip, zip – and gives its records one by one."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

from supportdesk.domain.errors import KnownError

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_SNIFF = 256 * 1024
_LARGEST_JSON = 512 * 1024 * 1024
_LARGEST_CELL = 8 * 1024 * 1024
_DELIMITERS = ",;\t|"

Shape = Literal["table", "json", "json_lines"]


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the file. `line` is where it starts (JSON arrays: its position from 1).

    `cells` are the texts of a table's row in the order of the headers; `fields` the object of a JSON record.
    `problem` is set instead where the record can't be read.
    """

    line: int
    cells: tuple[str, ...] = ()
    fields: dict[str, Any] | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that can be read again and again. `headers` are a table's, in order, repeated names kept."""

    path: Path
    shape: Shape
    headers: tuple[str, ...]
    encoding: str
    delimiter: str
    sha256: str
    size: int

    def records(self) -> Iterator[Record]:
        """Every record in order; one that can't be read comes with its problem and the rest still follow."""
        if self.shape == "table":
            yield from _table_records(self)
        elif self.shape == "json_lines":
            yield from _line_records(self)
        else:
            yield from _array_records(self)


def open_source(path: Path) -> SourceFile:
    """Look at a file and say how it is to be read; KnownError when it can't be."""
    try:
        digest, size = _digest(path)
        if size == 0:
            raise _unreadable(path, "it is empty")
        with _bytes_of(path) as file:
            head = file.read(_SNIFF)
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise _unreadable(path, str(getattr(error, "strerror", None) or error)) from error
    encoding = _encoding(head)
    text = head.decode(encoding, errors="replace").lstrip("\ufeff")
    shape = _shape(text)
    if shape != "table":
        return SourceFile(path, shape, (), encoding, "", digest, size)
    delimiter = _delimiter(text)
    source = SourceFile(path, shape, (), encoding, delimiter, digest, size)
    headers = _headers(source)
    return SourceFile(path, shape, headers, encoding, delimiter, digest, size)


def _unreadable(path: Path, why: str) -> KnownError:
    return KnownError(
        f"{path.name} can't be read: {why}.",
        "Nothing was imported.",
        "Export it again as CSV or JSON and choose that file.",
    )


def _digest(path: Path) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size


@contextmanager
def _bytes_of(path: Path) -> Iterator[IO[bytes]]:
    """The file's bytes, unpacked; of a zip the members one after another."""
    with path.open("rb") as raw:
        magic = raw.read(4)
        raw.seek(0)
        if magic.startswith(_GZIP):
            with gzip.open(raw, "rb") as unpacked:
                yield unpacked  # type: ignore[misc]  # GzipFile reads like any binary file
        elif magic.startswith(_ZIP):
            with zipfile.ZipFile(raw) as archive:
                yield io.BufferedReader(_Members(archive))
        else:
            yield raw


class _Members(io.RawIOBase):
    """The data files of a zip archive, joined with line breaks."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = [name for name in archive.namelist() if Path(name).suffix.lower() in _DATA_SUFFIXES]
        self._open: IO[bytes] | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - a writable buffer of any kind
        """Fill the buffer from the members in turn."""
        while True:
            if self._open is None:
                if not self._names:
                    return 0
                self._open = self._archive.open(self._names.pop(0))
            block = self._open.read(len(buffer))
            if block:
                buffer[: len(block)] = block
                return len(block)
            self._open = None
            if self._names:
                buffer[:1] = b"\n"
                return 1


_DATA_SUFFIXES = {".csv", ".tsv", ".txt", ".json", ".ndjson", ".jsonl", ""}


def _encoding(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        head[: max(0, len(head) - 4)].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _shape(text: str) -> Shape:
    start = text.lstrip()
    if start.startswith("["):
        return "json"
    if start.startswith("{"):
        first = start.split("\n", 1)[0]
        try:
            json.loads(first)
        except (ValueError, RecursionError):
            return "json"
        return "json_lines"
    return "table"


def _delimiter(text: str) -> str:
    """The delimiter that splits the header line into most columns, quoted parts left out."""
    header: list[str] = []
    quoted = False
    for character in text:
        if character == '"':
            quoted = not quoted
        elif character == "\n" and not quoted:
            break
        elif not quoted:
            header.append(character)
    return max(_DELIMITERS, key=header.count)


@contextmanager
def _text_of(source: SourceFile) -> Iterator[IO[str]]:
    with (
        _bytes_of(source.path) as raw,
        io.TextIOWrapper(raw, encoding=source.encoding, errors="replace", newline="") as text,
    ):
        yield text


def _rows(source: SourceFile, text: IO[str]) -> Iterator[tuple[int, list[str] | None, str]]:
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader((line.replace("\0", "\ufffd") for line in text), delimiter=source.delimiter)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader), ""
        except StopIteration:
            return
        except csv.Error as error:
            yield line, None, f"the row can't be read ({error})"


def _headers(source: SourceFile) -> tuple[str, ...]:
    with _text_of(source) as text:
        for _, cells, _ in _rows(source, text):
            if cells and any(cell.strip() for cell in cells):
                return tuple(cell.strip().lstrip("\ufeff") for cell in cells)
    raise _unreadable(source.path, "it holds no row")


def _table_records(source: SourceFile) -> Iterator[Record]:
    width = len(source.headers)
    with _text_of(source) as text:
        seen_headers = False
        for line, cells, problem in _rows(source, text):
            if cells is None:
                yield Record(line, problem=problem)
            elif not any(cells):
                continue
            elif not seen_headers:
                seen_headers = True
            elif len(cells) > width and any(cell.strip() for cell in cells[width:]):
                yield Record(line, problem=f"the row has {len(cells)} columns, the heading {width}")
            else:
                yield Record(line, tuple(cells[:width]) + ("",) * (width - len(cells)))


def _unwrapped(value: object) -> dict[str, Any] | None:
    if not isinstance(value, dict):
        return None
    for wrapper in ("ticket", "helpdesk_ticket"):
        if isinstance(value.get(wrapper), dict):
            inner: dict[str, Any] = value[wrapper]
            return inner
    return value


def _object(line: int, value: object) -> Record:
    fields = _unwrapped(value)
    if fields is None:
        return Record(line, problem="the record is not an object")
    return Record(line, fields=fields)


def _line_records(source: SourceFile) -> Iterator[Record]:
    with _text_of(source) as text:
        for number, line in enumerate(text, 1):
            if not line.strip():
                continue
            try:
                yield _object(number, json.loads(line))
            except (ValueError, RecursionError) as error:
                yield Record(number, problem=f"the line is not JSON ({error})")


def _array_records(source: SourceFile) -> Iterator[Record]:
    if source.size > _LARGEST_JSON:
        raise _unreadable(source.path, "one JSON document of more than 512 MB; export it as lines of JSON")
    with _text_of(source) as text:
        try:
            document = json.load(text)
        except (ValueError, RecursionError) as error:
            raise _unreadable(source.path, f"it is not JSON ({error})") from error
    if isinstance(document, dict):
        lists = [value for value in document.values() if isinstance(value, list)]
        document = lists[0] if len(lists) == 1 else [document]
    for number, value in enumerate(document, 1):
        yield _object(number, value)
