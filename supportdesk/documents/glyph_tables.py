"""The tables in a PDF that tell which text each glyph of a font is: read as Qt writes them, and set right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_BEGIN = re.compile(rb"\d{1,9} begin(bfrange|bfchar)\n")
_RANGE = re.compile(rb"<(\w{4})> <(\w{4})> (?:\[([^]]{0,9000})\]|<(\w{1,64})>)")
_SINGLE = re.compile(rb"<(\w{4})> <(\w{1,64})>")
_TEXT = re.compile(rb"<(\w{1,64})>")
# Qt takes the first of all characters that a font draws alike: a tabulator for a space, a letter for an apostrophe.
_RIGHT = {0x0009: " ", 0x02BC: "’", 0x02EE: "”", 0x00AD: "-"}
_MOST_IN_A_SECTION = 100
# A font has at most 65,536 glyphs; a range is of glyphs whose first two digits are the same.
_LONGEST, _MOST_GLYPHS, _MOST_IN_A_RANGE = 200_000, 0x10000, 0x100


class UnreadablePdfError(ValueError):
    """The bytes are no PDF that can be read, or one beyond all measure."""


def set_right(table: bytes, letters: Mapping[int, str]) -> bytes:
    """The table with the characters that are meant, so that what is copied is what was written.

    `letters`: what characters of the private use area stand for.
    """
    right = {**_RIGHT, **letters}
    told = [
        b"<%s> <%s>\n" % (glyph, text.translate(right).encode("utf-16-be").hex().upper().encode())
        for glyph, text in sorted(read_table(table).items())
    ]
    sections = [told[at : at + _MOST_IN_A_SECTION] for at in range(0, len(told), _MOST_IN_A_SECTION)]
    written = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(each), b"".join(each)) for each in sections)
    found = list(_sections(table))
    return table[: found[0].begin] + written + table[found[-1].end :]


def read_table(table: bytes) -> Mapping[bytes, str]:
    """Which text a glyph is, by the glyph's four digits; UnreadablePdfError for a table beyond all measure."""
    if len(table) > _LONGEST:
        raise UnreadablePdfError("the table of a font is too long")
    read: dict[bytes, str] = {}
    told = (each for section in _sections(table) for each in section.told())
    for number, (glyph, text) in enumerate(told):
        if number == _MOST_GLYPHS:
            raise UnreadablePdfError("the table of a font has too many glyphs")
        read[glyph] = text
    return read


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of a table, and from where to where it goes."""

    begin: int
    end: int
    of_ranges: bool
    entries: bytes

    def told(self) -> Iterator[tuple[bytes, str]]:
        """Glyphs and their texts."""
        return _ranges(self.entries) if self.of_ranges else _singles(self.entries)


def _sections(table: bytes) -> Iterator[_Section]:
    """The sections in their order; nothing after one that is never closed."""
    at = 0
    while found := _BEGIN.search(table, at):
        closing = b"end%s\n" % found[1]
        end = table.find(closing, found.end())
        if end < 0:
            return
        at = end + len(closing)
        yield _Section(found.start(), at, found[1] == b"bfrange", table[found.end() : end])


def _singles(entries: bytes) -> Iterator[tuple[bytes, str]]:
    return ((glyph.upper(), _text(text)) for glyph, text in _SINGLE.findall(entries))


def _ranges(entries: bytes) -> Iterator[tuple[bytes, str]]:
    for first, last, several, start in _RANGE.findall(entries):
        begin = int(first, 16)
        if start:
            count = min(max(0, int(last, 16) - begin + 1), _MOST_IN_A_RANGE)
            for number in range(count):
                yield b"%04X" % (begin + number), chr(min(int(start[:4], 16) + number, 0xFFFD))
            continue
        for number, text in enumerate(_TEXT.findall(several)):
            yield b"%04X" % (begin + number), _text(text)


def _text(digits: bytes) -> str:
    whole = digits if len(digits) % 2 == 0 else digits + b"0"
    return bytes.fromhex(whole.decode()).decode("utf-16-be", "replace")
