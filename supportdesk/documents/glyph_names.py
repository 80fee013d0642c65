"""Makes a font legible in a PDF: every glyph that draws a text has a character, so that it can be copied and checked.

A PDF tells what a glyph is by the character that the font has it for, and fonts have glyphs without any. A letter's
other form gets a character of the private use area, and `glyph_tables` puts the letter in its place. A ligature is
taken out: told as several characters it is copied in the wrong order by some readers, and its letters are joined well
without it, only a little wider.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from fontTools.ttLib import TTFont

FIRST, LAST = 0xE000, 0xF8FF
"""The private use area; `printable` keeps it out of the texts."""
_SINGLE, _LIGATURE = 1, 4


def legible(font: bytes, begin: int = FIRST) -> tuple[bytes, Mapping[int, str]]:
    """The font made legible, and the letter for each private character that it got, which are from `begin` on."""
    opened = TTFont(io.BytesIO(font), lazy=True)
    characters = opened.getBestCmap()
    named = set(characters.values())
    letters = {glyph: chr(code) for code, glyph in sorted(characters.items(), reverse=True)}
    _follow(letters, list(_other_forms(opened)))
    for several in _ligatures(opened):
        several[:] = [each for each in several if each.LigGlyph in named]
    nameless = [glyph for glyph in letters if glyph not in named]
    unused = (code for code in range(begin, LAST + 1) if code not in characters)
    given = dict(zip(unused, nameless, strict=False))
    for table in opened["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(given)
    written = io.BytesIO()
    opened.save(written)
    return written.getvalue(), {code: letters[glyph] for code, glyph in given.items()}


def _follow(letters: dict[str, str], forms: list[tuple[str, str]]) -> None:
    """Give forms of letters, and forms of these, the letter."""
    while found := {
        form: letters[glyph] for glyph, form in forms if glyph in letters and form not in letters
    }:
        letters.update(found)


def _other_forms(font: TTFont) -> Iterator[tuple[str, str]]:
    """Which glyph may be drawn by which other."""
    for table in _tables(font, _SINGLE):
        yield from table.mapping.items()


def _ligatures(font: TTFont) -> Iterator[list[Any]]:
    for table in _tables(font, _LIGATURE):
        yield from table.ligatures.values()


def _tables(font: TTFont, kind: int) -> Iterator[Any]:
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            plain = getattr(table, "ExtSubTable", table)
            if plain.LookupType == kind:
                yield plain
