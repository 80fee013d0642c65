"""The tables in a PDF that tell which character each glyph of a font is, as Qt writes them; set right and read."""

from __future__ import annotations

import re
from collections.abc import Mapping

_RANGE = re.compile(rb"<(\w{4})> <(\w{4})> (?:\[([^]]*)\]|<(\w+)>)")
_TEXT = re.compile(rb"<(\w+)>")
# Qt takes the first of all characters that a font draws alike: a tabulator for a space, a letter for an apostrophe.
_RIGHT = {b"<0009>": b"<0020>", b"<02BC>": b"<2019>", b"<02EE>": b"<201D>", b"<00AD>": b"<002D>"}


def set_right(table: bytes) -> bytes:
    """The table with the characters that are meant, so that what is copied is what was written."""
    for wrong, right in _RIGHT.items():
        table = table.replace(wrong, right)
    return table


def read_table(table: bytes) -> Mapping[bytes, str]:
    """Which character a glyph is, by the glyph's four digits."""
    read: dict[bytes, str] = {}
    for first, last, several, start in _RANGE.findall(table):
        begin = int(first, 16)
        if start:
            count = min(max(0, int(last, 16) - begin + 1), 0x10000)
            for number in range(count):
                read[b"%04X" % (begin + number)] = chr(min(int(start[:4], 16) + number, 0xFFFD))
            continue
        for number, text in enumerate(_TEXT.findall(several)):
            whole = text if len(text) % 2 == 0 else text + b"0"
            read[b"%04X" % (begin + number)] = bytes.fromhex(whole.decode()).decode("utf-16-be", "replace")
    return read
