"""Attachments as chips: name, size, icon of the kind; the timeline and the composer share them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from supportdesk.ui import moments
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_BEFORE, _AFTER, _GAP = 28.0, 9.0, 6.0
_ICONS = (
    ("image/", "image"),
    ("application/pdf", "file-text"),
    ("text/", "file-text"),
    ("application/zip", "file-zip"),
)


def chip_width(name: str, size: int) -> float:
    """How wide the chip of a file wants to be."""
    face = theme().face(Type.META)
    return _BEFORE + face.width(moments.ltr(name)) + _GAP + face.width(file_size(size)) + _AFTER + 1


def paint_chip(
    painter: QPainter, box: QRectF, name: str, size: int, media_type: str, *, hovered: bool
) -> None:
    """Paint a file's chip into a box; a name that doesn't fit is elided, its size is not."""
    colours, face = theme().colours, theme().face(Type.META)
    rounded(painter, box, 6, colours.hover if hovered else colours.canvas, colours.line2)
    spot = visual(QRectF(box.left() + 9, box.center().y() - 6.5, 13, 13), box)
    draw_icon(painter, whole_pixels(spot), icon_of_file(media_type), 13, colours.text2)
    words = file_size(size)
    size_width = face.width(words)
    name_width = box.width() - _BEFORE - _GAP - size_width - _AFTER
    name_box = visual(QRectF(box.left() + _BEFORE, box.top(), name_width + 1, box.height()), box)
    draw_text(painter, name_box, elided(moments.ltr(name), face, name_width + 1), face, colours.text2)
    size_left = box.right() - _AFTER - size_width - 1
    size_box = visual(QRectF(size_left, box.top(), size_width + 1, box.height()), box)
    draw_text(painter, size_box, words, face, colours.muted)


def icon_of_file(media_type: str) -> str:
    """The icon for a media type."""
    return next((icon for start, icon in _ICONS if media_type.startswith(start)), "file")


def file_size(size: int) -> str:
    """A size in bytes as people read it: `88 KB`, `1.4 MB`."""
    if size < 1_000_000:
        figure = QCoreApplication.translate("Files", "{size} KB").format(size=max(1, round(size / 1000)))
    elif size < 1_000_000_000:
        figure = QCoreApplication.translate("Files", "{size} MB").format(size=f"{size / 1_000_000:.1f}")
    else:
        figure = QCoreApplication.translate("Files", "{size} GB").format(size=f"{size / 1_000_000_000:.1f}")
    return figure


def whole_pixels(box: QRectF) -> QPointF:
    """The box's corner on whole pixels: a pixmap between two pixels is blurred."""
    return QPointF(round(box.left()), round(box.top()))
