"""The tables in a PDF that tell which text each glyph of a font is: read as Qt writes them, and set right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_SECTION = re.compile(rb"\d+ begin(bfrange|bfchar)\n(.*?)end\1\n", re.DOTALL)
_RANGE = re.compile(rb"<(\w{4})> <(\w{4})> (?:\[([^]]*)\]|<(\w+)>)")
_SINGLE = re.compile(rb"<(\w{4})> <(\w+)>")
_TEXT = re.compile(rb"<(\w+)>")
# Qt takes the first of all characters that a font draws alike: a tabulator for a space, a letter for an apostrophe.
_RIGHT = {0x0009: " ", 0x02BC: "’", 0x02EE: "”", 0x00AD: "-"}
_MOST_IN_A_SECTION = 100


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
    found = list(_SECTION.finditer(table))
    return table[: found[0].start()] + written + table[found[-1].end() :]


def read_table(table: bytes) -> Mapping[bytes, str]:
    """Which text a glyph is, by the glyph's four digits."""
    read: dict[bytes, str] = {}
    for kind, entries in _SECTION.findall(table):
        if kind == b"bfrange":
            read.update(_ranges(entries))
        else:
            read.update((glyph.upper(), _text(text)) for glyph, text in _SINGLE.findall(entries))
    return read


def _ranges(entries: bytes) -> Iterator[tuple[bytes, str]]:
    for first, last, several, start in _RANGE.findall(entries):
        begin = int(first, 16)
        if start:
            count = min(max(0, int(last, 16) - begin + 1), 0x10000)
            for number in range(count):
                yield b"%04X" % (begin + number), chr(min(int(start[:4], 16) + number, 0xFFFD))
            continue
        for number, text in enumerate(_TEXT.findall(several)):
            yield b"%04X" % (begin + number), _text(text)


def _text(digits: bytes) -> str:
    whole = digits if len(digits) % 2 == 0 else digits + b"0"
    return bytes.fromhex(whole.decode()).decode("utf-16-be", "replace")
