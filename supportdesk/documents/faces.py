"""The fonts of documents: which files, which sizes and weights; a document looks alike on every computer."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import fontpkg_ibm_plex_sans_arabic
import fontpkg_inter
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from supportdesk.documents.glyph_names import FIRST, legible

# Named anew while they are loaded: a computer that has an Inter of its own would mix its weights with ours. A new name
# is as long as the old one, so that the file stays as it is.
_LATIN, _LATIN_HERE = "Inter", "Print"
# Of the Arabic families this has a character for each form of a letter; those that put dots on bare strokes have not,
# so what they print could be neither copied nor checked.
_ARABIC, _ARABIC_HERE = "IBM Plex Sans Arabic", "DTP Plex Sans Arabic"
OWN_FACES = ("Print-", "IBMPlexSansArabic")
"""How the names of our own fonts begin inside a PDF."""


@dataclass(frozen=True, slots=True)
class Role:
    """A style of text: size and line height in points, weight, colour."""

    size: float
    line: float
    weight: QFont.Weight
    colour: str


_PLAIN, _MEDIUM, _STRONG = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
_WEIGHTS = {"-Regular": _PLAIN, "-Medium": _MEDIUM, "-SemiBold": _STRONG}
_INK, _GREY, _PALE = "#1a1d26", "#4c5363", "#5e6575"

TITLE = Role(19.5, 25, _STRONG, _INK)
SUBTITLE = Role(10.2, 14.5, _PLAIN, _GREY)
BRANCH = Role(10.8, 14, _STRONG, _INK)
INITIAL = Role(13.5, 16, _STRONG, "#ffffff")
HEADING = Role(10, 13.5, _STRONG, _INK)
BODY = Role(9.2, 13.5, _PLAIN, _INK)
QUOTE = Role(9.2, 13.5, _PLAIN, _GREY)
REMARK = Role(9, 13, _PLAIN, _GREY)
VALUE = Role(9.2, 13, _MEDIUM, _INK)
SMALL = Role(7.9, 11.5, _PLAIN, _PALE)
SMALL_INK = Role(8.2, 11.5, _PLAIN, _INK)
GOOD = Role(9, 13, _STRONG, "#166534")
WATCH = Role(9, 13, _STRONG, "#854d0e")
BAD = Role(9, 13, _STRONG, "#b3202c")


def font(role: Role, *, joined: bool = False) -> QFont:
    """The font of a role; `joined`: for a run of Arabic letters, which change their form with their neighbours."""
    _load()
    # The Latin family first, also in Arabic: the other draws Latin digits among Arabic letters by nameless glyphs.
    made = QFont([_LATIN_HERE, _ARABIC_HERE])
    made.setPointSizeF(role.size)
    made.setWeight(role.weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if not joined:
        # A hyphen that rises between capitals is no character in the file any more, so it could not be copied.
        made.setFeature(QFont.Tag("calt"), 0)
    return made


def of_name(name: str, size: int) -> tuple[QFont, ...]:
    """Our own font by its name inside a PDF, in each weight, that of the name first; `size` in points of a picture.

    Not every system tells the weight in the name.
    """
    _load()
    made = []
    for _, weight in sorted(_WEIGHTS.items(), key=lambda each: not name.endswith(each[0])):
        one = QFont([_LATIN_HERE if name.startswith(OWN_FACES[0]) else _ARABIC_HERE])
        one.setPixelSize(size)
        one.setWeight(weight)
        one.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        made.append(one)
    return tuple(made)


def letters() -> Mapping[int, str]:
    """What the characters of the private use area stand for that our own fonts have for some forms of letters."""
    return _load()


@functools.cache
def _load() -> Mapping[int, str]:
    """Once for the whole program; the fonts stay as long as it runs."""
    latin, arabic = files(fontpkg_inter) / "files", files(fontpkg_ibm_plex_sans_arabic) / "files"
    _add("Inter", _renamed((latin / "Inter[opsz,wght].ttf").read_bytes(), _LATIN, _LATIN_HERE))
    meant: dict[int, str] = {}
    for weight in ("Regular", "Medium", "SemiBold"):
        name = f"IBMPlexSansArabic-{weight}.ttf"
        renamed = _renamed((arabic / name).read_bytes(), _ARABIC, _ARABIC_HERE)
        made, added = legible(renamed, max(meant, default=FIRST - 1) + 1)
        _add(name, made)
        meant.update(added)
    return meant


def _renamed(font: bytes, name: str, here: str) -> bytes:
    return font.replace(name.encode("utf-16-be"), here.encode("utf-16-be"))


def _add(name: str, font: bytes) -> None:
    if QFontDatabase.addApplicationFontFromData(QByteArray(font)) < 0:
        raise RuntimeError(f"the font {name} can't be loaded")
