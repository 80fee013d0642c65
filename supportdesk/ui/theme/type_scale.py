"""The sizes and weights of text: one face a role, made once; which widget takes which role is its own matter."""

from __future__ import annotations

import sys
from enum import Enum
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

_NORMAL = QFont.Weight.Normal
_MEDIUM = QFont.Weight.Medium
_STRONG = QFont.Weight.DemiBold
_BOLD = QFont.Weight.Bold
_MOST_KEPT = 4000


class _Style(NamedTuple):
    size: float
    line: int
    weight: QFont.Weight
    tabular: bool = False
    mono: bool = False


class Type(Enum):
    """The roles of the type scale: size and line in logical pixels, weight, tabular figures or not."""

    PAGE_TITLE = _Style(24, 30, _STRONG)
    CASE_TITLE = _Style(18, 24, _STRONG)
    PANE_TITLE = _Style(15, 20, _STRONG)
    BODY = _Style(13, 18, _NORMAL)
    BODY_MEDIUM = _Style(13, 18, _MEDIUM)
    BODY_STRONG = _Style(13, 18, _STRONG)
    BODY_NUMBERS = _Style(13, 18, _NORMAL, tabular=True)
    MESSAGE = _Style(13, 19, _NORMAL)
    BUTTON = _Style(12.5, 16, _MEDIUM)
    BUTTON_PRIMARY = _Style(12.5, 16, _STRONG)
    META = _Style(12, 16, _NORMAL)
    META_NUMBERS = _Style(12, 16, _NORMAL, tabular=True)
    META_STRONG = _Style(12, 16, _STRONG)
    META_STRONG_NUMBERS = _Style(12, 16, _STRONG, tabular=True)
    LABEL = _Style(12, 16, _MEDIUM)
    SECTION = _Style(11, 16, _STRONG)
    HINT = _Style(11, 16, _NORMAL)
    PILL = _Style(11.5, 16, _STRONG, tabular=True)
    KEY = _Style(10.5, 15, _MEDIUM)
    MARK = _Style(10.5, 15, _BOLD)
    CODE = _Style(12, 18, _NORMAL, mono=True)


class Face(NamedTuple):
    """A font ready to paint with: its metrics and its line height in logical pixels."""

    font: QFont
    metrics: QFontMetricsF
    line: int
    widths: dict[str, float]
    cuts: dict[tuple[str, int], str]

    def width(self, text: str) -> float:
        """How wide the text is, in logical pixels; measured once."""
        width = self.widths.get(text)
        if width is None:
            if len(self.widths) > _MOST_KEPT:
                self.widths.clear()
            width = self.widths[text] = self.metrics.horizontalAdvance(text)
        return width

    def elided(self, text: str, width: float) -> str:
        """The text, or its beginning and an ellipsis where it is wider; cut once a width."""
        if self.width(text) <= width:
            return text
        key = (text, int(width))
        cut = self.cuts.get(key)
        if cut is None:
            if len(self.cuts) > _MOST_KEPT:
                self.cuts.clear()
            cut = self.cuts[key] = self.metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, width)
        return cut


class TypeScale:
    """The faces of one language and text size. `factor` multiplies sizes and heights: 0.9 to 1.5."""

    def __init__(self, factor: float = 1.0, *, arabic: bool = False, families: tuple[str, ...] = ()) -> None:
        self.factor = factor
        self.arabic = arabic
        self.families = families or _system_families()
        self._faces: dict[Type, Face] = {}

    def face(self, role: Type) -> Face:
        """The face of a role; made when first asked for."""
        face = self._faces.get(role)
        if face is None:
            face = self._faces[role] = self._made(role.value)
        return face

    def resized(self, role: Type, size: float) -> QFont:
        """The role's font in another size, in logical pixels before the factor; not to be made while painting."""
        font = QFont(self.face(role).font)
        self._set_size(font, size * self.factor)
        return font

    def _made(self, style: _Style) -> Face:
        font = QFont(list(_mono_families() if style.mono else self.families))
        # Arabic letters are smaller in the same size; titles are large enough.
        taller = 1 if self.arabic and style.size <= 13 and not style.mono else 0
        self._set_size(font, (style.size + taller) * self.factor)
        font.setWeight(style.weight)
        if style.tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        line = round((style.line + 2 * taller) * self.factor)
        return Face(font, QFontMetricsF(font), line, {}, {})

    @staticmethod
    def _set_size(font: QFont, pixels: float) -> None:
        # Only point sizes may be fractional; the screen says how many of its pixels a point has.
        dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        font.setPointSizeF(pixels * 72.0 / dots)


def _system_families() -> tuple[str, ...]:
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if sys.platform == "win32":
        return ("Segoe UI Variable Text", "Segoe UI", system, "Noto Sans")
    if sys.platform == "darwin":
        return (system, "Noto Sans")
    # Without a desktop Qt names a mere alias, which may be any font.
    first = "Inter" if system == "Sans Serif" else system
    return (first, "Noto Sans", "Noto Sans Arabic UI", "Noto Sans Arabic")


def _mono_families() -> tuple[str, ...]:
    by_platform = {"win32": ("Cascadia Mono", "Consolas"), "darwin": ("SF Mono", "Menlo")}
    return (*by_platform.get(sys.platform, ()), "DejaVu Sans Mono", "monospace")
