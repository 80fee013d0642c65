"""Where a photo was taken: gone from a report's copy unless it is allowed, and then the only note there is (ONX-2)."""

from __future__ import annotations

import random
import struct

import pytest
from PySide6.QtGui import QImage

from supportdesk.documents.photo_position import Position, position_of, with_position
from supportdesk.documents.pictures import photo, scaled
from tests.documents.test_pictures import drawn, with_notes

TUNIS = Position("N", ((36, 1), (48, 1), (2_340, 100)), "E", ((10, 1), (10, 1), (5_340, 100)))


def as_big_endian_cameras_write(position: Position) -> bytes:
    """The same notes with the bytes the other way round, and with more in them."""
    gps, maker = 8 + 2 + 24 + 4, b"serial 4711\0"
    figures = gps + 2 + 48 + 4
    table = struct.pack(">HHHIIHHIII", 2, 0x010F, 2, len(maker), figures + 48, 0x8825, 4, 1, gps, 0)
    place = struct.pack(">H", 4)
    place += struct.pack(">HHI4s", 1, 2, 2, position.north_south.encode())
    place += struct.pack(">HHII", 2, 5, 3, figures)
    place += struct.pack(">HHI4s", 3, 2, 2, position.east_west.encode())
    place += struct.pack(">HHII", 4, 5, 3, figures + 24)
    place += struct.pack(">I", 0)
    angles = [part for angle in (position.latitude, position.longitude) for pair in angle for part in pair]
    notes = b"Exif\0\0MM\0*" + struct.pack(">I", 8) + table + place + struct.pack(">12I", *angles) + maker
    return b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes


def test_ONX_2_a_report_s_photo_does_not_say_where_it_was_taken() -> None:
    taken = with_position(drawn(40, 30), TUNIS)
    assert position_of(taken) == TUNIS
    copy = photo(taken, False)
    assert position_of(copy) is None
    assert b"Exif" not in copy


def test_ONX_2_where_it_is_allowed_the_place_stays_and_nothing_else() -> None:
    jpeg = drawn(40, 30)
    taken = jpeg[:2] + as_big_endian_cameras_write(TUNIS) + jpeg[2:]
    assert position_of(taken) == TUNIS
    copy = photo(taken, True)
    assert position_of(copy) == TUNIS
    assert b"serial" not in copy
    assert QImage.fromData(copy).size() == QImage.fromData(scaled(taken).data).size()


@pytest.mark.parametrize("picture", [b"", b"no picture", drawn(4, 4, kind="PNG"), with_notes(drawn(4, 4), 6)])
def test_what_does_not_say_where_has_no_place(picture: bytes) -> None:
    assert position_of(picture) is None


def test_damaged_notes_are_no_place_and_no_trouble() -> None:
    jpeg = drawn(8, 8)
    whole = jpeg[:2] + as_big_endian_cameras_write(TUNIS) + jpeg[2:]
    chance = random.Random(7)
    for _ in range(3_000):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(2, 220)] = chance.randrange(256)
        found = position_of(bytes(damaged[: chance.randint(2, len(damaged))]))
        if found is not None:
            assert found.north_south in "NS"
            assert position_of(with_position(jpeg, found)) == found
