"""Three photos of the sample world's visit, drawn instead of taken: a server room, an error on a screen, a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from supportdesk.services.cases.photo_shelf import PastedPhoto

_WIDTH, _HEIGHT = 960, 664
# Colours of things, which look the same by day and by night.
_WALL, _RACK, _RACK_EDGE = "slategray", "black", "darkslategray"
_LAMPS = ("springgreen", "springgreen", "gold")
_CABLES = ("sandybrown", "sandybrown", "cornflowerblue")
_TABLE, _BACK, _DARK, _SCREEN = "saddlebrown", "tan", "black", "lightskyblue"


def photos() -> Iterator[PastedPhoto]:
    """The photos, each with its caption as its name."""
    for name, draw in _DRAWN.items():
        yield PastedPhoto(_drawn(draw), f"{name}.jpg")


def _drawn(draw: Callable[[QPainter], None]) -> bytes:
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
    octets = QByteArray()
    buffer = QBuffer(octets)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        draw(painter)
    image.save(buffer, "JPG", 88)  # type: ignore[call-overload]  # the stubs know files only
    return bytes(octets.data())


def _box(painter: QPainter, box: tuple[float, float, float, float], colour: str, radius: float = 8) -> None:
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(*box), radius, radius)


def _server_room(painter: QPainter) -> None:
    painter.fillRect(0, 0, _WIDTH, _HEIGHT, QColor(_WALL))
    for left, width in ((150, 280), (540, 270)):
        _box(painter, (left, 60, width, 544), _RACK, 14)
        for row in range(6):
            top = 96 + 84 * row
            _box(painter, (left + 26, top, width - 52, 62), _RACK_EDGE)
            for lamp, colour in enumerate(_LAMPS):
                painter.setBrush(QColor(colour))
                painter.drawEllipse(QPointF(left + 56 + 26 * lamp, top + 31), 7, 7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for number, colour in enumerate(_CABLES):
        painter.setPen(QPen(QColor(colour), 9))
        cable = QPainterPath(QPointF(404, 210 + 96 * number))
        cable.cubicTo(QPointF(490, 150 + 96 * number), QPointF(450, 330), QPointF(566, 262 + 88 * number))
        painter.drawPath(cable)


def _error(painter: QPainter) -> None:
    painter.fillRect(0, 0, _WIDTH, _HEIGHT, QColor("lightsteelblue"))
    _box(painter, (110, 70, 740, 524), "white", 10)
    _box(painter, (110, 70, 740, 72), "royalblue", 10)
    for number, width in enumerate((420, 520, 300, 460)):
        _box(painter, (160, 190 + 52 * number, width, 22), "gainsboro", 6)
    _box(painter, (320, 330, 420, 150), "firebrick", 12)
    _box(painter, (325, 335, 410, 140), "mistyrose", 10)
    _box(painter, (360, 372, 250, 22), "firebrick", 6)
    _box(painter, (360, 414, 320, 18), "darkgray", 6)


def _desk(painter: QPainter) -> None:
    painter.fillRect(0, 0, _WIDTH, _HEIGHT, QColor(_BACK))
    painter.fillRect(0, 400, _WIDTH, _HEIGHT - 400, QColor(_TABLE))
    _box(painter, (280, 130, 400, 270), _DARK, 14)
    _box(painter, (302, 152, 356, 226), _SCREEN, 6)
    _box(painter, (446, 398, 68, 46), _DARK, 4)
    _box(painter, (372, 438, 216, 18), _DARK, 8)
    _box(painter, (330, 486, 300, 62), "whitesmoke", 10)
    _box(painter, (664, 492, 54, 76), "whitesmoke", 26)
    _box(painter, (90, 470, 150, 110), "peru", 6)


_DRAWN: dict[str, Callable[[QPainter], None]] = {
    "Server room": _server_room,
    "Error on the return": _error,
    "Packing desk 2": _desk,
}
