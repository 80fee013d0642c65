"""Reads back what the lines of one of our PDFs show: by their glyphs, not by what the file says of them.

Only the form that `finishing` writes is read; text in any other form is counted as strange. No picture is looked at.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader

from supportdesk.documents.finishing import LINE_PART, LINE_ROW, LINE_TEXT, is_own
from supportdesk.documents.glyph_tables import read_table
from supportdesk.documents.printable import STRANGE, agree, is_mark, readable

_MOST_PAGES = 1_000
_LONGEST_PAGE = 20_000_000
_MOST_TEXT = 100_000_000
_LONGEST_COPY = 8_000_000
_TOKEN = re.compile(
    rb"/Span <<%s <FEFF(?P<told>[0-9A-F]*)> %s \((?P<part>[\w.]*)\)"
    rb" %s \((?P<row>[lr]\d{1,9})\)>> BDC\n|(?P<end>EMC\n)"
    rb"|/(?P<font>\w+) [\d.]+ Tf 1 0 0 -1 0 0 Tm\n|(?P<x>-?[\d.]+) (?P<y>-?[\d.]+) Td <(?P<glyph>[0-9A-F]{4})> Tj\n"
    rb"|BT\n(?P<begin>)" % (LINE_TEXT.encode(), LINE_PART.encode(), LINE_ROW.encode())
)
_SHOWING = re.compile(rb"(?:T[jJ]|[)>\]]\s*['\"])(?![A-Za-z])")


class UnreadablePdfError(ValueError):
    """The bytes are no PDF that can be read, or one beyond all measure."""


@dataclass(slots=True)
class PrintedLine:
    """One line on paper: its part, its paragraph, what the file says was laid out, and its glyphs by their place.

    `due`: what is to be seen from left to right where that is not simply what was laid out.
    """

    part: str
    row: str
    laid: str
    due: str | None = None
    glyphs: list[tuple[float, str]] = field(default_factory=list)

    @property
    def from_right(self) -> bool:
        """Whether its paragraph runs from the right."""
        return self.row.startswith("r")

    @property
    def told(self) -> str:
        """What the file says that it says."""
        return readable(self.laid)

    @property
    def shown(self) -> str:
        """What is seen, from left to right."""
        return "".join(text for _, text in sorted(self.glyphs, key=lambda each: each[0]) if not is_mark(text))

    @property
    def agrees(self) -> bool:
        """Whether what is seen is what is due, as far as our own fonts have its characters."""
        return agree(self.shown, self.laid if self.due is None else self.due)


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """All lines of a PDF, the JSON files in it by name, and how often text stands outside of any line."""

    lines: tuple[PrintedLine, ...]
    files: Mapping[str, bytes]
    strange: int


def read_pdf(data: bytes) -> PrintedFile:
    """What a PDF holds; UnreadablePdfError for whatever can't be read."""
    try:
        return _read(PdfReader(io.BytesIO(data)))
    except UnreadablePdfError:
        raise
    # A hostile file finds its way to every kind of error inside a reader.
    except Exception as error:
        raise UnreadablePdfError(f"the PDF can't be read: {error}") from error


def _read(reader: PdfReader) -> PrintedFile:
    if len(reader.pages) > _MOST_PAGES:
        raise UnreadablePdfError("the PDF has too many pages")
    lines: list[PrintedLine] = []
    strange = total = 0
    tables: dict[int, Mapping[bytes, str]] = {}
    for page in reader.pages:
        contents = page.get_contents()
        data = contents.get_data() if contents is not None else b""
        total += len(data)
        if len(data) > _LONGEST_PAGE or total > _MOST_TEXT:
            raise UnreadablePdfError("the PDF has too much on its pages")
        collected = _Page(_fonts(page, tables))
        collected.read(data)
        lines += collected.lines
        strange += collected.strange
    return PrintedFile(tuple(lines), dict(_files(reader)), strange)


def _files(reader: PdfReader) -> Iterator[tuple[str, bytes]]:
    for file in reader.attachment_list:
        data = file.content
        if len(data) <= _LONGEST_COPY:
            yield file.name, data


class _Page:
    """The lines of one page's content."""

    def __init__(self, fonts: Mapping[bytes, Mapping[bytes, str]]) -> None:
        self.lines: list[PrintedLine] = []
        self.strange = 0
        self._fonts = fonts
        self._font: Mapping[bytes, str] = {}
        self._line: PrintedLine | None = None
        self._x = 0.0

    def read(self, data: bytes) -> None:
        known = 0
        for token in _TOKEN.finditer(data):
            if token["told"] is not None:
                laid = bytes.fromhex(token["told"].decode()).decode("utf-16-be", "replace")
                self._line = PrintedLine(token["part"].decode(), token["row"].decode(), laid)
                self.lines.append(self._line)
            elif token["end"]:
                self._line = None
            elif token["begin"] is not None:
                self._x = 0.0
            elif token["font"]:
                self._font = self._fonts.get(token["font"], {})
            else:
                known += 1
                self._show(token)
        self.strange += len(_SHOWING.findall(data)) - known

    def _show(self, token: re.Match[bytes]) -> None:
        self._x += float(token["x"])
        if self._line is None:
            self.strange += 1
        else:
            self._line.glyphs.append((self._x, self._font.get(token["glyph"], STRANGE)))


def _fonts(page: Any, tables: dict[int, Mapping[bytes, str]]) -> Mapping[bytes, Mapping[bytes, str]]:  # noqa: ANN401 - pypdf's objects are loosely typed
    resources = page["/Resources"].get_object()
    fonts: Any = resources["/Font"].get_object() if "/Font" in resources else {}
    found = {}
    for name in fonts:
        reference = fonts.raw_get(name)
        key = getattr(reference, "idnum", -1)
        if key not in tables:
            tables[key] = _table(reference.get_object())
        found[str(name)[1:].encode()] = tables[key]
    return found


def _table(font: Any) -> Mapping[bytes, str]:  # noqa: ANN401 - pypdf's objects are loosely typed
    """Which character a glyph is, if it is of our own fonts."""
    own = is_own(str(font["/BaseFont"]))
    return read_table(font["/ToUnicode"].get_object().get_data()) if own else {}
