"""Phosphor icons as cached pixmaps of any colour, mirrored right to left where they point somewhere; no meanings."""

from __future__ import annotations

import functools
import importlib.util
import json
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPixmap,
    QRawFont,
    QTransform,
)

from supportdesk.ui.theme import theme

# What points somewhere in reading direction; clocks, phones, ticks and pictures don't.
_DIRECTIONAL = frozenset(
    {
        "arrow-bend-up-left",
        "arrow-left",
        "arrow-right",
        "arrow-square-out",
        "article",
        "book-open",
        "caret-double-left",
        "caret-double-right",
        "caret-left",
        "caret-right",
        "chat-circle-text",
        "list-bullets",
        "list-checks",
        "paper-plane-tilt",
        "sign-in",
        "sign-out",
        "sort-ascending",
        "text-align-left",
    }
)
_WEIGHTS = ("-fill", "-bold", "-light", "-thin", "-duotone")
# Outlines are taken once in this size and scaled; the font's own grid is as fine.
_GRID = 1024.0


class _Font:
    """The outlines of one icon font and the names of its glyphs."""

    def __init__(self, outlines: bytes, names: dict[str, str]) -> None:
        self._raw = QRawFont(outlines, _GRID)
        self._names = names

    @functools.cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self._names)

    @functools.lru_cache(maxsize=400)  # noqa: B019 – there is one such font, for as long as the program runs
    def outline(self, name: str) -> QPainterPath:
        glyphs = self._raw.glyphIndexesForString(chr(int(self._names[name], 16)))
        path = self._raw.pathForGlyph(glyphs[0])
        path.translate(0, self._raw.ascent())
        return path


def _font_folder() -> Path:
    # The package is found, not imported: its import takes a quarter of a second for a binding layer nobody needs here.
    found = importlib.util.find_spec("qtawesome")
    if found is not None and found.submodule_search_locations:
        folder = Path(next(iter(found.submodule_search_locations))) / "fonts"
        if folder.is_dir():
            return folder
    import qtawesome  # noqa: PLC0415 – slow, and only where the package lies in no folder of its own

    return Path(qtawesome.__file__).parent / "fonts"


@functools.cache
def _phosphor() -> _Font:
    folder = _font_folder()
    outlines = next(folder.glob("phosphor-*.ttf")).read_bytes()
    names: dict[str, str] = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_bytes())
    return _Font(outlines, names)


def icon_names() -> frozenset[str]:
    """Every icon there is, without the prefix `ph.`."""
    return _phosphor().names


def is_directional(name: str) -> bool:
    """Whether the icon points somewhere and so is mirrored from right to left."""
    plain = name
    for weight in _WEIGHTS:
        plain = plain.removesuffix(weight)
    return plain in _DIRECTIONAL


def paint_icon(painter: QPainter, box: QRectF, name: str, colour: QColor) -> None:
    """Paint an icon into a square box; KeyError for a name that is not in the font."""
    scale = box.width() / _GRID
    outline = QTransform.fromScale(scale, scale).map(_phosphor().outline(name))
    if is_directional(name) and QGuiApplication.isRightToLeft():
        outline = QTransform(-1, 0, 0, 1, box.width(), 0).map(outline)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.fillPath(outline, colour)
    painter.restore()


def icon_pixmap(name: str, size: int, colour: QColor, scale: float = 1.0) -> QPixmap:
    """An icon from the cache; `size` in logical pixels, `scale` the screen's device pixel ratio."""
    right_to_left = QGuiApplication.isRightToLeft()
    box = QRectF(0, 0, size, size)

    def paint(painter: QPainter) -> None:
        paint_icon(painter, box, name, colour)

    key = ("icon", name, colour.rgba(), right_to_left)
    return theme().drawn(key, QSizeF(size, size), scale, paint)


def draw_icon(painter: QPainter, corner: QPointF, name: str, size: int, colour: QColor) -> None:
    """Draw a cached icon with its top left corner at a point of the painter."""
    scale = painter.device().devicePixelRatioF()
    painter.drawPixmap(corner, icon_pixmap(name, size, colour, scale))


def qicon(name: str, size: int = 16, colour: QColor | None = None) -> QIcon:
    """An icon for menus and actions, sharp on every screen in use; it keeps the colours of the theme it was made in."""
    icon = QIcon()
    shown = colour or theme().colours.text2
    for scale in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0}):
        icon.addPixmap(icon_pixmap(name, size, shown, scale))
    return icon
