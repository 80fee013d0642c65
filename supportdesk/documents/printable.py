"""Texts as they can stand on paper and be compared there; no layout."""

from __future__ import annotations

import re
import unicodedata

REPLACED = "?"
STRANGE = "\N{WHITE SQUARE}"
"""What a glyph is read as that isn't from our own fonts."""
# What steers a terminal or turns a line round has no place on paper, and half a character has none anywhere. What is
# for private use is no known character, and stands for some forms of letters in our own fonts.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\uf8ff]"
)
_STRANGERS = re.compile(f"{STRANGE}+")
_SPACES = re.compile(r"\s+")
# Where a word may be parted is nothing that anybody wrote; a layout makes a hyphen of it at the end of a line. Nor is
# whether a sign is to be drawn in colour, for which each computer has another font.
_HINTS = re.compile("[\u00ad\ufe00-\ufe0f]")
# Characters that share a form.
_ALIKE = str.maketrans("\u2010\u2011\u2212\u02bc\u02ee", "---’”")
_ISOLATES = re.compile("[\u2066-\u2069]")
_LAST_LATIN, _ELSEWHERE = 0x24F, "\u0149\u01c4"
_MARKS = {"Mn", "Me"}
_PUNCTUATION = "\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022\u2713\u25b2\u2717"


def printable(text: str) -> str:
    """The text in one line as it is printed: what can't be printed safely is shown as a question mark."""
    return _UNPRINTABLE.sub(REPLACED, _SPACES.sub(" ", _HINTS.sub("", text))).strip()


def readable(laid: str) -> str:
    """A line without the isolates by which it was laid out; whoever reads or copies it wants none."""
    return _ISOLATES.sub("", laid)


def shapes(text: str) -> str:
    """The letters of a text as their forms on paper tell them: other characters of the same form are the same."""
    return unicodedata.normalize("NFKC", text).translate(_ALIKE)


def is_mark(text: str) -> bool:
    """Whether it only sits on a letter, in no order that paper could tell."""
    return all(unicodedata.category(each) in _MARKS for each in text)


def has_arabic(text: str) -> bool:
    """Whether letters are among it that run from the right."""
    return any(unicodedata.bidirectional(each) in {"R", "AL", "AN"} or each in "،؛" for each in text)


def is_plain(text: str) -> bool:
    """Whether it is seen as it is read: Latin that is in our own fonts, from the left, a form for each character."""
    return all(
        each in _PUNCTUATION or (ord(each) <= _LAST_LATIN and each not in _ELSEWHERE)
        for each in unicodedata.normalize("NFC", text)
    )


def told(text: str) -> str:
    """A text without what a layout adds or drops: spaces, what steers it, the way letters are put together."""
    composed = _HINTS.sub("", unicodedata.normalize("NFC", text))
    return _SPACES.sub("", _UNPRINTABLE.sub("", composed))


def agree(shown: str, due: str) -> bool:
    """Whether characters read off the paper are those that are due, letter by letter in the same order.

    How many glyphs are not ours where some are is a matter of the computer.
    """
    return _STRANGERS.sub(STRANGE, told(shapes(shown))) == _STRANGERS.sub(STRANGE, told(shapes(due)))
