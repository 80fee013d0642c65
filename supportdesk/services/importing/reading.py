"""Gives the records of an export one by one, whether it is a table, one JSON document or lines of JSON."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Literal

from supportdesk.services.importing.unpacking import encoding_of, lines_of, unreadable

_MOST_JSON = 256 * 1024 * 1024
_LONGEST_CELL = 8 * 1024 * 1024
_DELIMITERS = ",;\t|"
_WRAPPERS = ("ticket", "helpdesk_ticket")
_LISTS = ("tickets", "issues", "results", "records", "data")
# Escapes that JSON may hold but no database: a zero, and half of a surrogate pair.
_UNFIT_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_UNFIT = re.compile("[\0\ud800-\udfff]")

Shape = Literal["table", "json", "json_lines"]


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the file. `line` is where it starts (of a JSON document: its position from 1).

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

    def records(self) -> Iterator[Record]:
        """Every record in order; one that can't be read comes with its problem and the rest still follow.

        KnownError where the file as a whole can't be read on.
        """
        if self.shape == "table":
            return _table_records(self)
        return _line_records(self) if self.shape == "json_lines" else _document_records(self)


def open_source(path: Path) -> SourceFile:
    """Look at a file and say how it is to be read; KnownError when it can't be."""
    try:
        digest = _digest(path)
    except OSError as error:
        raise unreadable(path, error.strerror or str(error)) from error
    encoding = encoding_of(path)
    shape = _shape(path, encoding)
    if shape != "table":
        return SourceFile(path, shape, (), encoding, "", digest)
    delimiter = _delimiter(path, encoding)
    headers = _headers(path, encoding, delimiter)
    return SourceFile(path, shape, headers, encoding, delimiter, digest)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _shape(path: Path, encoding: str) -> Shape:
    filled = (line for line in lines_of(path, encoding) if line.strip("\ufeff \t\r\n"))
    first = next(filled, "").strip("\ufeff \t\r\n")
    if first.startswith("["):
        return "json"
    if not first.startswith("{"):
        return "table"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "json"
    return "json" if next(filled, None) is None else "json_lines"


def _delimiter(path: Path, encoding: str) -> str:
    """The delimiter that splits the heading into most columns, quoted parts left out."""
    heading: list[str] = []
    quoted = False
    for line in lines_of(path, encoding):
        for part_number, part in enumerate(line.split('"')):
            quoted = quoted if part_number == 0 else not quoted
            if not quoted:
                heading.append(part)
        if not quoted and line.strip():
            break
    text = "".join(heading)
    return max(_DELIMITERS, key=text.count)


def _rows(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str] | None, str]]:
    """Each row with its line. A quotation mark that is never closed is a problem, not a cell up to the file's end."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(lines_of(path, encoding), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader), ""
        except StopIteration:
            return
        except csv.Error as error:
            yield line, None, f"the row can't be read ({error})"


def _headers(path: Path, encoding: str, delimiter: str) -> tuple[str, ...]:
    for line, cells, problem in _rows(path, encoding, delimiter):
        if cells is None:
            raise unreadable(path, f"line {line}: {problem}")
        if any(cell.strip("\ufeff \t") for cell in cells):
            return _heading(cells)
    raise unreadable(path, "it holds no row")


def _heading(cells: list[str]) -> tuple[str, ...]:
    return tuple(cell.strip("\ufeff \t\r\n") for cell in cells)


def _table_records(source: SourceFile) -> Iterator[Record]:
    width = len(source.headers)
    for line, cells, problem in _rows(source.path, source.encoding, source.delimiter):
        if cells is None:
            yield Record(line, problem=problem)
        elif not any(cells) or (
            cells[0].strip("\ufeff \t") == source.headers[0] and _is_heading(cells, source)
        ):
            continue
        elif len(cells) > width and any(cell.strip() for cell in cells[width:]):
            yield Record(line, problem=f"the row has {len(cells)} columns, the heading {width}")
        else:
            yield Record(line, tuple(cells[:width]) + ("",) * (width - len(cells)))


def _is_heading(cells: list[str], source: SourceFile) -> bool:
    """Whether a row is the heading, which comes again where several files were put into one."""
    return _heading(cells) == source.headers


def _line_records(source: SourceFile) -> Iterator[Record]:
    for number, line in enumerate(lines_of(source.path, source.encoding), 1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            yield _object(number, _parsed(line.lstrip("\ufeff")))
        except (ValueError, RecursionError) as error:
            yield Record(number, problem=f"the line is not JSON ({error})")


def _document_records(source: SourceFile) -> Iterator[Record]:
    try:
        document = _parsed(_whole(source).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise unreadable(source.path, f"it is not JSON ({error})") from error
    for number, value in enumerate(_listed(document), 1):
        yield _object(number, value)


def _whole(source: SourceFile) -> str:
    size = 0
    lines = []
    for line in lines_of(source.path, source.encoding):
        size += len(line)
        if size > _MOST_JSON:
            raise unreadable(
                source.path, "one JSON document of more than 256 MB; lines of JSON may be longer"
            )
        lines.append(line)
    return "".join(lines)


def _listed(document: object) -> list[Any]:
    """The records of a document: the list that it is, or the one it holds, or itself."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return [document]
    lists = {name: value for name, value in document.items() if isinstance(value, list)}
    named = (lists[name] for name in _LISTS if name in lists)
    only = lists.values() if len(document) == 1 else ()
    return next(chain(named, only), [document])


def _parsed(text: str) -> object:
    """The JSON value, with U+FFFD for what no database keeps; ValueError or RecursionError if it is none."""
    value = json.loads(text)
    return _fit(value) if _UNFIT_ESCAPE.search(text) else value


def _fit(value: object) -> object:
    if isinstance(value, str):
        return _UNFIT.sub("\ufffd", value)
    if isinstance(value, list):
        return [_fit(each) for each in value]
    if isinstance(value, dict):
        return {_UNFIT.sub("\ufffd", name): _fit(each) for name, each in value.items()}
    return value


def _object(line: int, value: object) -> Record:
    if not isinstance(value, dict):
        return Record(line, problem="the record is not an object")
    inner = next((value[name] for name in _WRAPPERS if isinstance(value.get(name), dict)), value)
    return Record(line, fields=inner)
