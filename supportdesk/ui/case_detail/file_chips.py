"""Attachments as chips: name, size, icon of the kind; the timeline and the composer share them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from supportdesk.domain.file_names import what_runs
from supportdesk.ui import moments
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from supportdesk.services.views import FileView

_BEFORE, _AFTER, _GAP = 28.0, 9.0, 6.0
_LEAST_NAME = 80.0
_ICONS = (
    ("image/", "image"),
    ("application/pdf", "file-text"),
    ("text/", "file-text"),
    ("application/zip", "archive"),
)


def chip_width(name: str, size: int, waits: str = "") -> float:
    """How wide the chip of a file wants to be; `waits` is what is said of its bytes."""
    face = theme().face(Type.META)
    return _BEFORE + face.width(moments.ltr(name)) + _GAP + face.width(_figures(size, waits)) + _AFTER + 1


def paint_chip(
    painter: QPainter, box: QRectF, name: str, size: int, media_type: str, *, hovered: bool, waits: str = ""
) -> None:
    """Paint a file's chip into a box; a name that doesn't fit is elided, its size is not."""
    colours, face = theme().colours, theme().face(Type.META)
    rounded(painter, box, 6, colours.hover if hovered else colours.canvas, colours.line2)
    spot = visual(QRectF(box.left() + 9, box.center().y() - 6.5, 13, 13), box)
    runs = bool(what_runs(name, media_type))
    icon, ink = ("warning", colours.soon) if runs else (icon_of_file(media_type), colours.text2)
    draw_icon(painter, whole_pixels(spot), icon, 13, ink)
    words = _figures(size, waits)
    # Words about its bytes leave room for the beginning of its name.
    room = box.width() - _BEFORE - _GAP - _AFTER - (min(face.width(name), _LEAST_NAME) if waits else 0.0)
    size_width = min(face.width(words), room)
    name_width = box.width() - _BEFORE - _GAP - size_width - _AFTER
    name_box = visual(QRectF(box.left() + _BEFORE, box.top(), name_width + 1, box.height()), box)
    draw_text(painter, name_box, elided(moments.ltr(name), face, name_width + 1), face, colours.text2)
    size_left = box.right() - _AFTER - size_width - 1
    size_box = visual(QRectF(size_left, box.top(), size_width + 1, box.height()), box)
    draw_text(painter, size_box, elided(words, face, size_width + 1), face, colours.muted)


def is_stored(file: FileView) -> bool:
    """Whether the hub has a file's bytes."""
    return file.state == "stored"


def waiting_words(file: FileView, share: int | None = None) -> str:
    """What is said of bytes that the hub does not have; `share` of those that are being sent, in per cent."""
    if is_stored(file):
        return ""
    if file.state == "lost":
        return QCoreApplication.translate("Files", "lost")
    if file.by:
        return QCoreApplication.translate("Files", "not yet uploaded by {name}").format(
            name=moments.own(file.by)
        )
    if share is None:
        return QCoreApplication.translate("Files", "waits to be sent")
    return QCoreApplication.translate("Files", "being sent, {share} %").format(share=share)


def _figures(size: int, waits: str) -> str:
    # The size apart, so that it does not turn the words of another script round.
    return f"{moments.ltr(file_size(size))} · {waits}" if waits else file_size(size)


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
