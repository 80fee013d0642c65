"""Reads back what the lines of one of our PDFs show: by their glyphs, not by what the file says of them.

Only the form that `finishing` writes is read; text in any other form is counted as strange, and so is what may hold
text that is not on the page itself. No picture is looked at.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pypdf import PdfReader
from pypdf.generic import IndirectObject

from supportdesk.documents.finishing import LINE_PART, LINE_ROW, LINE_TEXT, is_own
from supportdesk.documents.glyph_tables import UnreadablePdfError, read_table
from supportdesk.documents.own_glyphs import of_our_own
from supportdesk.documents.printable import STRANGE, agree, is_mark, readable

_MOST_PAGES = 1_000
_LONGEST_PAGE = 20_000_000
_MOST_TEXT = 100_000_000
_LONGEST_COPY = 8_000_000
_MOST_FILES = 20
_MOST_FONTS, _MOST_GLYPHS = 200, 0x10000
_TOKEN = re.compile(
    rb"/Span <<%s <FEFF(?P<told>[0-9A-F]*)> %s \((?P<part>[\w.]*)\)"
    rb" %s \((?P<row>[lr]\d{1,9})\)>> BDC\n|(?P<end>EMC\n)"
    rb"|/(?P<font>\w+) [\d.]{1,20} Tf 1 0 0 -1 0 0 Tm\n"
    rb"|(?P<x>-?[\d.]{1,20}) (?P<y>-?[\d.]{1,20}) Td <(?P<glyph>[0-9A-F]{4})> Tj\n"
    rb"|BT\n(?P<begin>)" % (LINE_TEXT.encode(), LINE_PART.encode(), LINE_ROW.encode())
)
_SHOWING = re.compile(rb"(?:T[jJ]|[)>\]]\s*['\"])(?![A-Za-z])")
# What sets a font or a place of text, and what could hide such from whoever reads the page: a remark, a string, a
# picture amid the text.
_SETTING = re.compile(rb"\bT[cdDfLmrswz*]|[%(]|\bBI\b")
_OF_A_LINE, _OF_A_FONT, _OF_A_GLYPH = 2, 2, 1


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
    fonts = _Fonts()
    for page in reader.pages:
        contents = page.get_contents()
        data = contents.get_data() if contents is not None else b""
        total += len(data)
        if len(data) > _LONGEST_PAGE or total > _MOST_TEXT:
            raise UnreadablePdfError("the PDF has too much on its pages")
        collected = _Page(fonts.of(page))
        collected.read(data)
        lines += collected.lines
        strange += collected.strange + _elsewhere(page)
    return PrintedFile(tuple(lines), dict(_files(reader)), strange)


def _files(reader: PdfReader) -> Iterator[tuple[str, bytes]]:
    for file in islice(reader.attachment_list, _MOST_FILES):
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
        shown = settings = 0
        for token in _TOKEN.finditer(data):
            if token["told"] is not None:
                settings += _OF_A_LINE
                laid = bytes.fromhex(token["told"].decode()).decode("utf-16-be", "replace")
                self._line = PrintedLine(token["part"].decode(), token["row"].decode(), laid)
                self.lines.append(self._line)
            elif token["end"]:
                self._line = None
            elif token["begin"] is not None:
                self._x, self._font = 0.0, {}
            elif token["font"]:
                settings += _OF_A_FONT
                self._font = self._fonts.get(token["font"], {})
            else:
                shown += 1
                settings += _OF_A_GLYPH
                self._show(token)
        self.strange += len(_SHOWING.findall(data)) - shown + len(_SETTING.findall(data)) - settings

    def _show(self, token: re.Match[bytes]) -> None:
        self._x += float(token["x"])
        if self._line is None:
            self.strange += 1
        else:
            self._line.glyphs.append((self._x, self._font.get(token["glyph"], STRANGE)))


def _elsewhere(page: Any) -> int:  # noqa: ANN401 - pypdf's objects are loosely typed
    """How many things on a page may draw text of their own: our pages have nothing but pictures on them."""
    resources = page["/Resources"].get_object()
    objects = resources.get("/XObject", {}).get_object() if "/XObject" in resources else {}
    forms = sum(each.get_object().get("/Subtype") != "/Image" for each in objects.values())
    patterns = len(resources["/Pattern"].get_object()) if "/Pattern" in resources else 0
    notes = len(page["/Annots"].get_object()) if "/Annots" in page else 0
    return int(forms + patterns + notes)


class _Fonts:
    """The tables of a file's fonts, each read once."""

    def __init__(self) -> None:
        self._known: dict[int, Mapping[bytes, str]] = {}
        self._fonts = self._glyphs = 0

    def of(self, page: Any) -> Mapping[bytes, Mapping[bytes, str]]:  # noqa: ANN401 - pypdf's objects are loosely typed
        """The tables of a page's fonts, by the names that they have there."""
        resources = page["/Resources"].get_object()
        fonts: Any = resources["/Font"].get_object() if "/Font" in resources else {}
        return {str(name)[1:].encode(): self._table(fonts.raw_get(name)) for name in fonts}

    def _table(self, reference: Any) -> Mapping[bytes, str]:  # noqa: ANN401 - pypdf's objects are loosely typed
        # A font that stands on the page itself has no number to be known by.
        number = reference.idnum if isinstance(reference, IndirectObject) else None
        if number is not None and number in self._known:
            return self._known[number]
        read = _table(reference.get_object())
        self._fonts += 1
        self._glyphs += len(read)
        if self._fonts > _MOST_FONTS or self._glyphs > _MOST_GLYPHS:
            raise UnreadablePdfError("the PDF has too many fonts")
        if number is not None:
            self._known[number] = read
        return read


def _table(font: Any) -> Mapping[bytes, str]:  # noqa: ANN401 - pypdf's objects are loosely typed
    """Which character a glyph is, if it is of our own fonts and drawn as there."""
    name = str(font["/BaseFont"])
    if not is_own(name):
        return {}
    (descendant,) = (each.get_object() for each in font["/DescendantFonts"].get_object())
    described = descendant["/FontDescriptor"].get_object()
    # Otherwise a number would not be that of the outline.
    straight = (font["/Subtype"], font["/Encoding"], descendant["/CIDToGIDMap"]) == (
        "/Type0",
        "/Identity-H",
        "/Identity",
    )
    if not straight or {"/FontFile", "/FontFile3"} & set(described):
        return {}
    table = read_table(font["/ToUnicode"].get_object().get_data())
    return of_our_own(name[1:], described["/FontFile2"].get_object().get_data(), table)
