"""Photos made fit for a report and for the way: smaller, upright, and without what a camera wrote into them.

A scaled copy is painted anew, so that nothing of the original's notes is left: no position, no owner, no serial number.
Where the position is allowed, it is written into the copy again, by itself.
It runs in any thread. Where the original and the copy are kept is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from supportdesk.documents.photo_position import position_of, with_position
from supportdesk.domain.errors import KnownError

LONGEST_SIDE = 2048
"""Enough for a page of paper at 300 dots an inch, a fifth of what a camera's picture takes."""

MEDIA_TYPE = "image/jpeg"
_QUALITY, _ORIGINAL_QUALITY = 85, 95
# A picture of a few bytes may claim any size; the largest cameras have half of this.
_MOST_PIXELS = 200_000_000
_MOST_MEBIBYTES = 1_024
# How phones begin a kind of picture that few computers can read.
_OF_PHONES = frozenset(b"ftyp" + each for each in (b"heic", b"heix", b"mif1", b"msf1", b"heim", b"heis"))
# Pictures made of points. What draws by instructions may fetch something, or take for ever.
_KINDS = frozenset({b"jpeg", b"png", b"webp", b"bmp", b"gif", b"tiff", b"heif", b"heic"})


class NoPicture(KnownError):
    """What can't be shown as a picture: damaged, of another kind, or far too large."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as JPEG, and its size in points."""

    data: bytes
    width: int
    height: int


def scaled(original: bytes, *, longest: int = LONGEST_SIDE, quality: int = _QUALITY) -> Picture:
    """A copy of a picture whose longer side is at most so many points; a smaller one keeps its size. NoPicture."""
    return _written(_painted(_fitted(_read(original, longest), longest)), quality)


def photo(original: bytes, position: bool) -> bytes:
    """A photo as it goes into a report: scaled, and saying where it was taken only with `position`. NoPicture."""
    copy = scaled(original).data
    where = position_of(original) if position else None
    return copy if where is None else with_position(copy, where)


def small(picture: bytes, longest: int) -> QImage:
    """A picture to be shown whose longer side is at most so many points. NoPicture."""
    return _fitted(_read(picture, longest), longest)


def written(image: QImage, suffix: str = "png") -> bytes:
    """The points of an image for one that no file holds: as PNG each of them, as `jpg` hardly different."""
    if suffix == "jpg":
        return _written(image, _ORIGINAL_QUALITY).data
    octets = QByteArray()
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise _no_picture()
    return bytes(octets.data())


def _fitted(image: QImage, longest: int) -> QImage:
    # Read at a lower resolution, it may still be a little larger.
    if max(image.width(), image.height()) <= longest:
        return image
    return image.scaled(
        QSize(longest, longest),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _read(original: bytes, longest: int) -> QImage:
    octets = QByteArray(original)
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    # A camera held upright says so beside the picture.
    reader.setAutoTransform(True)
    reader.setAllocationLimit(_MOST_MEBIBYTES)
    kind = reader.format().data()
    size = reader.size() if kind in _KINDS else QSize()
    if not size.isValid() and original[4:12] in _OF_PHONES:
        raise _of_phone()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        raise _no_picture()
    if max(size.width(), size.height()) > longest and kind == b"jpeg":
        # Read as half, a quarter or an eighth of itself at once, which takes a tenth of the time and memory.
        reader.setScaledSize(
            size.scaled(2 * longest, 2 * longest, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(size)
        )
    image = reader.read()
    if image.isNull():
        raise _no_picture()
    return image


def _painted(image: QImage) -> QImage:
    """The points alone, on white where there were none."""
    page = QImage(image.size(), QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.drawImage(0, 0, image)
    painter.end()
    return page


def _written(image: QImage, quality: int) -> Picture:
    octets = QByteArray()
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    writer.setOptimizedWrite(True)
    if not writer.write(image):
        raise _no_picture()
    return Picture(bytes(octets.data()), image.width(), image.height())


def _no_picture() -> NoPicture:
    return NoPicture(
        "This can't be shown as a picture.",
        "It is damaged, far too large, or of a kind that this program does not know. It was not added.",
        "Save it as JPEG or PNG and add it again, or attach it as a file.",
    )


def _of_phone() -> NoPicture:
    return NoPicture(
        "This is a HEIC picture, as some phones take them.",
        "This computer can't read it. It was not added.",
        "Let the phone save photos as JPEG (“Most Compatible”) or export this one, or attach it as a file.",
    )
