"""What a person drops or pastes: files of this computer, and pictures that are no files; nothing is read here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

MOST_AT_ONCE = 100
# In the order in which they are wanted: what a camera or a browser had, before what a system made of it.
_PICTURES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/tiff": "tif"}


@dataclass(frozen=True, slots=True)
class PastedPicture:
    """A picture as bytes, or as points that no file has written yet; `suffix` is what its name ends with."""

    data: bytes | QImage
    suffix: str


Given = Path | PastedPicture


def offers_files(mime: QMimeData) -> bool:
    """Whether there are files or a picture in what is dropped or pasted, and not rather a text."""
    return any(url.isLocalFile() for url in mime.urls()) or (_has_picture(mime) and not mime.hasText())


def offers_anything(mime: QMimeData) -> bool:
    """The same where no text is wanted: the address beside a browser's picture counts for nothing."""
    return any(url.isLocalFile() for url in mime.urls()) or _has_picture(mime)


def given_in(mime: QMimeData) -> tuple[Given, ...]:
    """The files, or else the picture, of what is dropped or pasted."""
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files or not _has_picture(mime):
        return files
    for media_type, suffix in _PICTURES.items():
        if mime.hasFormat(media_type):
            return (PastedPicture(bytes(mime.data(media_type).data()), suffix),)
    image = mime.imageData()
    return (PastedPicture(image, "png"),) if isinstance(image, QImage) and not image.isNull() else ()


def refuse_many(given: tuple[Given, ...]) -> KnownError | None:
    """Why so many are not taken; None where they are."""
    if len(given) <= MOST_AT_ONCE:
        return None
    return KnownError(
        QCoreApplication.translate("Files", "These are {count} files.").format(count=len(given)),
        QCoreApplication.translate("Files", "So many at once are rarely meant. Nothing was attached."),
        QCoreApplication.translate(
            "Files", "Attach at most {count} at a time, or pack them into one."
        ).format(count=MOST_AT_ONCE),
    )


def _has_picture(mime: QMimeData) -> bool:
    return mime.hasImage() or any(mime.hasFormat(each) for each in _PICTURES)
