"""One form for what people write in different ways, so that a search finds it; what is kept is never folded."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart, and those that readers of their language take for one another.
_ALIKE = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "’": "'",
    "ٱ": "ا",  # alef wasla
    "ة": "ه",  # taa marbuta
    "ى": "ي",  # alef maqsura
    "ی": "ي",  # Persian yeh
    "ک": "ك",  # Persian kaf
    "ء": "",  # hamza standing alone; on a letter it is a mark, and goes with the marks
    "ـ": "",  # tatweel
}
_DROPPED = frozenset({"Mn", "Me", "Cf"})  # marks, and signs without a width such as those of direction
_BLANKED = frozenset({"Cc", "Co", "Cs"})  # control signs; private ones, which the index needs for itself


class _Folded(dict[int, str]):
    """Each character's folded form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        # Taken apart, a sign of one letter's style becomes that letter, which may be a capital.
        plain = unicodedata.normalize("NFKD", chr(code).casefold()).casefold()
        folded = "".join(_folded(part) for part in unicodedata.normalize("NFKD", plain))
        self[code] = folded
        return folded


def _folded(part: str) -> str:
    category = unicodedata.category(part)
    if category in _DROPPED:
        return ""
    if category in _BLANKED:
        return " "
    if category == "Nd":
        return str(unicodedata.digit(part))
    return _ALIKE.get(part, part)


_TABLE = _Folded()


def fold(text: str) -> str:
    """The text in lower case without accents and marks, Arabic letters in their plain form and digits as 0 to 9.

    Folding what is folded changes nothing, and each character folds by itself: a part of a text folds to a part of
    the folded text.
    """
    return text.translate(_TABLE)
