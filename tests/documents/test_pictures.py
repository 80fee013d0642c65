"""Photos are made smaller and upright, and nothing that a camera wrote into them is left."""

from __future__ import annotations

import struct
import threading
import zlib
from random import Random

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from supportdesk.documents.pictures import LONGEST_SIDE, NoPicture, Picture, scaled

POSITION = b"N 36.8065 E 10.1815"
UPRIGHT_BY_A_TURN = 6


def drawn(width: int, height: int, *, kind: str = "JPEG", clear: bool = False) -> bytes:
    """A picture whose upper left quarter is red, on blue or on nothing."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0) if clear else QColor("blue"))
    for x in range(width // 2):
        for y in range(height // 2):
            image.setPixelColor(x, y, QColor("red"))
    image.setText("Comment", POSITION.decode())
    return saved(image, kind)


def saved(image: QImage, kind: str) -> bytes:
    octets = QByteArray()
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]  # the stubs know files only
    return bytes(octets.data())


def with_notes(jpeg: bytes, orientation: int) -> bytes:
    """The picture with a camera's notes: how it was held, and where."""
    entries = struct.pack("<HHHII", 2, 0x0112, 3, 1, orientation)
    entries += struct.pack("<HHII", 0x010E, 2, len(POSITION), 38)
    notes = b"Exif\0\0II*\0" + struct.pack("<I", 8) + entries + struct.pack("<I", 0) + POSITION
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes + jpeg[2:]


def shown(picture: Picture) -> QImage:
    image = QImage.fromData(picture.data)
    assert (image.width(), image.height()) == (picture.width, picture.height)
    return image


def is_red(image: QImage, x: int, y: int) -> bool:
    colour = image.pixelColor(x, y)
    return colour.red() > 200 and colour.blue() < 60


def test_a_large_photo_becomes_smaller_and_keeps_its_shape() -> None:
    picture = scaled(drawn(400, 300), longest=100)
    assert (picture.width, picture.height) == (100, 75)
    assert is_red(shown(picture), 20, 15)
    assert not is_red(shown(picture), 80, 60)


def test_a_small_one_keeps_its_size() -> None:
    picture = scaled(drawn(60, 40))
    assert (picture.width, picture.height) == (60, 40)


@pytest.mark.parametrize("longest", [100, 4096])
def test_a_camera_held_upright_gives_an_upright_picture(longest: int) -> None:
    picture = scaled(with_notes(drawn(400, 300), UPRIGHT_BY_A_TURN), longest=longest)
    assert picture.width < picture.height
    # Turned clockwise, what was at the left above is at the right above.
    image = shown(picture)
    assert is_red(image, picture.width * 3 // 4, picture.height // 4)
    assert not is_red(image, picture.width // 4, picture.height // 4)


@pytest.mark.parametrize("size", [(400, 300), (60, 40)])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_nothing_that_was_written_beside_the_picture_is_left(kind: str, size: tuple[int, int]) -> None:
    original = drawn(*size, kind=kind)
    if kind == "JPEG":
        original = with_notes(original, 1)
        assert POSITION in original
    copy = scaled(original, longest=100).data
    assert b"Exif" not in copy
    assert POSITION not in copy
    # No comment and no application's part but the one that says what kind of JPEG it is.
    assert b"\xff\xfe" not in copy[:200]
    assert b"\xff\xe1" not in copy[:200]


def test_what_was_clear_is_white() -> None:
    image = shown(scaled(drawn(80, 80, kind="PNG", clear=True)))
    assert image.pixelColor(70, 70).lightness() > 240
    assert is_red(image, 10, 10)


def png_that_claims(width: int, height: int) -> bytes:
    def part(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"")) + part(b"IEND", b"")


# The library that reads JPEG says of each what is wrong with it.
@pytest.mark.qt_log_ignore(".*")
@pytest.mark.parametrize(
    "original",
    [
        b"",
        b"no picture",
        b"\xff\xd8\xff\xe0",
        png_that_claims(60_000, 60_000),
        png_that_claims(0, 0),
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    ],
    ids=["empty", "text", "cut", "claims a lot", "claims nothing", "drawing"],
)
def test_what_is_no_picture_is_refused_in_words(original: bytes) -> None:
    with pytest.raises(NoPicture, match="can't be shown as a picture"):
        scaled(original)


@pytest.mark.qt_log_ignore(".*")
def test_any_damage_is_refused_or_shown_and_never_worse() -> None:
    whole, chance = with_notes(drawn(200, 150), 1), Random(7)
    for _ in range(200):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            picture = scaled(bytes(damaged[: chance.randrange(1, len(damaged) + 1)]), longest=100)
        except NoPicture:
            continue
        assert 0 < max(picture.width, picture.height) <= 100


def test_a_photo_of_a_large_camera_is_scaled_beside_the_window() -> None:
    """48 million points, noisy as a photo is: some 20 MB; made in a thread of its own."""
    noise = Random(3).randbytes(4 * 1024 * 768)
    small = QImage(noise, 1024, 768, QImage.Format.Format_RGB32)
    original = saved(small.scaled(8000, 6000), "JPEG")
    made: list[Picture] = []
    thread = threading.Thread(target=lambda: made.append(scaled(original)))
    thread.start()
    thread.join()
    (picture,) = made
    assert (picture.width, picture.height) == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)
    assert len(picture.data) < len(original)
