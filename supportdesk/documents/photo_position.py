"""Where a photo was taken, read out of a JPEG's notes and written into another's; all other notes are left behind.

Only the four figures of latitude and longitude are taken, and written anew: nothing is copied that was not understood.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_START, _NOTES, _PICTURE = b"\xff\xd8", 0xE1, 0xDA
_EXIF = b"Exif\0\0"
_GPS_TABLE = 0x8825
_LETTERS, _WHOLE, _RATIONALS = 2, 4, 5
_MOST_ENTRIES = 500
_NORTH_SOUTH, _LATITUDE, _EAST_WEST, _LONGITUDE = 1, 2, 3, 4
_FIGURES = 3  # degrees, minutes, seconds
_ENTRY = 12

Angle = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A place on earth: letters of the hemispheres; degrees, minutes and seconds, each as numerator and divisor."""

    north_south: str
    latitude: Angle
    east_west: str
    longitude: Angle


def position_of(jpeg: bytes) -> Position | None:
    """Where a photo was taken; None where it does not say so, or not in a way that can be read."""
    try:
        return next((found for notes in _notes(jpeg) if (found := _read(notes)) is not None), None)
    except (struct.error, UnicodeDecodeError, IndexError, KeyError, ValueError):
        return None


def with_position(jpeg: bytes, position: Position) -> bytes:
    """The same picture, saying where it was taken and nothing else."""
    if not jpeg.startswith(_START):
        raise ValueError("no JPEG")
    notes = _EXIF + _written(position)
    return _START + struct.pack(">BBH", 0xFF, _NOTES, len(notes) + 2) + notes + jpeg[2:]


def _notes(jpeg: bytes) -> Iterator[bytes]:
    """The notes in front of the picture itself, without the mark that they begin with."""
    if not jpeg.startswith(_START):
        return
    at = 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != _PICTURE:
        (length,) = struct.unpack_from(">H", jpeg, at + 2)
        segment = jpeg[at + 4 : at + 2 + length]
        if jpeg[at + 1] == _NOTES and segment.startswith(_EXIF):
            yield segment[len(_EXIF) :]
        at += 2 + length


def _read(notes: bytes) -> Position | None:
    order = {b"II": "<", b"MM": ">"}[notes[:2]]
    (first,) = struct.unpack_from(f"{order}I", notes, 4)
    table = _entries(notes, order, first).get(_GPS_TABLE)
    if table is None:
        return None
    (where,) = struct.unpack_from(f"{order}I", notes, table + 8)
    entries = _entries(notes, order, where)
    if not {_NORTH_SOUTH, _LATITUDE, _EAST_WEST, _LONGITUDE} <= entries.keys():
        return None
    north_south, east_west = (_letter(notes, entries[each]) for each in (_NORTH_SOUTH, _EAST_WEST))
    latitude, longitude = (_angle(notes, order, entries[each]) for each in (_LATITUDE, _LONGITUDE))
    if north_south not in {"N", "S"} or east_west not in {"E", "W"}:
        return None
    return Position(north_south, latitude, east_west, longitude)


def _entries(notes: bytes, order: str, at: int) -> Mapping[int, int]:
    """Where each entry of a table stands, by its number."""
    (count,) = struct.unpack_from(f"{order}H", notes, at)
    if count > _MOST_ENTRIES:
        raise ValueError("no table")
    places = (at + 2 + _ENTRY * number for number in range(count))
    return {struct.unpack_from(f"{order}H", notes, place)[0]: place for place in places}


def _letter(notes: bytes, entry: int) -> str:
    return notes[entry + 8 : entry + 9].decode("ascii")


def _angle(notes: bytes, order: str, entry: int) -> Angle:
    kind, count, where = struct.unpack_from(f"{order}HII", notes, entry + 2)
    if kind != _RATIONALS or count != _FIGURES:
        raise ValueError("no angle")
    figures = struct.unpack_from(f"{order}6I", notes, where)
    return tuple(zip(figures[::2], figures[1::2], strict=True))


def _written(position: Position) -> bytes:
    """A table that leads to the table of the place, in the order of bytes of most computers."""
    head = b"II*\0" + struct.pack("<I", 8)
    gps = len(head) + 2 + _ENTRY + 4
    figures = gps + 2 + 4 * _ENTRY + 4
    leading = struct.pack("<HHHIII", 1, _GPS_TABLE, _WHOLE, 1, gps, 0)
    place = struct.pack("<H", 4)
    place += struct.pack("<HHI4s", _NORTH_SOUTH, _LETTERS, 2, position.north_south.encode("ascii"))
    place += struct.pack("<HHII", _LATITUDE, _RATIONALS, _FIGURES, figures)
    place += struct.pack("<HHI4s", _EAST_WEST, _LETTERS, 2, position.east_west.encode("ascii"))
    place += struct.pack("<HHII", _LONGITUDE, _RATIONALS, _FIGURES, figures + 8 * _FIGURES)
    place += struct.pack("<I", 0)
    angles = (part for angle in (position.latitude, position.longitude) for pair in angle for part in pair)
    return head + leading + place + struct.pack(f"<{4 * _FIGURES}I", *angles)
