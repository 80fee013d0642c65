"""Texts as they can stand on paper and be compared there; no layout."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

REPLACED = "?"
# What steers a terminal or turns a line round has no place on paper, and half a character has none anywhere. What is
# for private use is no known character, and stands for some forms of letters in our own fonts.
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\uf8ff]"
)
_SPACES = re.compile(r"\s+")
# Where a word may be parted is nothing that anybody wrote; a layout makes a hyphen of it at the end of a line.
_MAY_PART = "\u00ad"
# Letters that share a form, and brackets that are mirrored.
_ALIKE = str.maketrans(
    "()[]{}<>«»‹›" + "ىیکہھ" + "\u2010\u2011\u2212\u02bc\u02ee",
    "|" * 12 + "ييكهه" + "---’”",
    "\u200c\u200d\u0640",
)
# A word is of one direction; a number keeps what stands inside it.
_BETWEEN = ".,:/+-"
_WORD = re.compile(r"[\u0621-\u06ff]+|[^\W\u0600-\u06ff]+(?:[.,:/+-][^\W\u0600-\u06ff]+)*")
_NUMBER_FIRST = re.compile(r"[0-9]\W*[^\W0-9\u0600-\u06ff]")
_TURNED_AT = re.compile("([+-])")
_LAST_LATIN = 0x24F
_MARKS = {"Mn", "Me"}


def printable(text: str) -> str:
    """The text in one line as it is printed: what can't be printed safely is shown as a question mark."""
    return _UNPRINTABLE.sub(REPLACED, _SPACES.sub(" ", text.replace(_MAY_PART, ""))).strip()


def told(text: str) -> str:
    """A text without what a layout adds or drops: spaces, the marks of an isolate, the way letters are put together."""
    composed = unicodedata.normalize("NFC", text).replace(_MAY_PART, "")
    return _SPACES.sub("", _UNPRINTABLE.sub("", composed))


def shapes(text: str) -> str:
    """The letters of a text as their forms on paper tell them: other characters of the same form are the same."""
    plain = unicodedata.normalize("NFKD", text).translate(_ALIKE)
    return "".join(each for each in plain if unicodedata.category(each) not in _MARKS)


def has_arabic(text: str) -> bool:
    """Whether letters are among it that run from the right."""
    return any(unicodedata.bidirectional(each) in {"R", "AL", "AN"} or each in "،؛" for each in text)


def is_known(text: str) -> bool:
    """Whether all of it is in our own fonts with one form for each character, so that the forms can be read back."""
    return all(
        ord(each) <= _LAST_LATIN
        or "\u0621" <= each <= "\u064a"
        or each in "\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2022\u2713\u25b2\u2717\u060c\u061b\u061f"
        for each in unicodedata.normalize("NFC", text)
    )


def agree(shown: str, text: str, *, turned: bool = False) -> bool:
    """Whether characters read off the paper from left to right are this text.

    Lines with Arabic are compared word by word, because the order of words on paper depends on the whole line; others
    character by character, unless they run from the right (`turned`) and that has turned their words round.
    """
    if not is_known(told(text)):
        return True
    if not (has_arabic(text) or has_arabic(shown)):
        same = told(shapes(shown)) == told(shapes(text))
        return same or (turned and _same_words(shown, text))
    return _same_words(shown, text)


def _same_words(shown: str, text: str) -> bool:
    if any(map(_is_tangled, text.split())):
        # Numbers that Arabic parts without a space may come to stand side by side, and nobody can part them again; a
        # number that Latin letters follow goes with the Arabic ones before it.
        return Counter(told(shapes(shown))) == Counter(told(shapes(text)))
    return _words(shown, shown[::-1]) == _words(text, text)


def _is_tangled(word: str) -> bool:
    if any(unicodedata.category(each) == "No" for each in word):
        return True  # ¼ is no number to those who order words, and becomes some here
    parted = has_arabic(word) and len([each for each in _WORD.findall(word) if not has_arabic(each)]) > 1
    return parted or _NUMBER_FIRST.search(shapes(word)) is not None


def _either_way(word: str) -> str:
    """The same for a word and for what stands there after Arabic, which turns `2026-11-24` round: `24-11-2026`."""
    return min(word, "".join(reversed(_TURNED_AT.split(word))))


def _words(from_left: str, from_right: str) -> Counter[str]:
    """The words of a line, each in its own direction, and the signs between them."""
    left, right = (_UNPRINTABLE.sub("", shapes(each)) for each in (from_left, from_right))
    arabic = [word for word in _WORD.findall(right) if has_arabic(word)]
    others = [_either_way(word) for word in _WORD.findall(left) if not has_arabic(word)]
    signs = [each for each in _SPACES.sub("", _WORD.sub("", left)) if each not in _BETWEEN]
    return Counter(arabic + others + signs)
