"""Whether the glyphs that lie in a PDF draw what they are told to be: their outlines are compared with our own fonts'.

A file brings its fonts along, so neither a font's name nor what it says of a glyph is anything to go by. Small
differences are let pass: another Qt, or another system, may write the same outline a little otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from struct import unpack, unpack_from

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPainterPath, QRawFont

from supportdesk.documents import faces

_SIZE = 1000
_CLOSE, _NEAR = 0.002 * _SIZE, 0.02 * _SIZE
_DOTS, _UNLIKE = 32, 160
_LARGEST = 2_000_000
# What Qt writes: outlines alone. Whatever steers them could take no end of time, or draw them otherwise.
_TABLES = {b"head", b"hhea", b"maxp", b"OS/2", b"hmtx", b"loca", b"glyf", b"name"}
_NO_CHARACTER = "\x00"


def of_our_own(name: str, font: bytes, table: Mapping[bytes, str]) -> Mapping[bytes, str]:
    """What is left of a table: the glyphs of an embedded font that look as in our own font of its name.

    It needs a QGuiApplication.
    """
    if len(font) > _LARGEST or not _is_of_outlines(font):
        return {}
    embedded = QRawFont(QByteArray(font), _SIZE, QFont.HintingPreference.PreferNoHinting)
    own = [QRawFont.fromFont(each) for each in faces.of_name(name, _SIZE)]
    forms: dict[str, list[int]] = {}
    for code, letter in faces.letters().items():
        forms.setdefault(letter, []).append(code)
    return {
        glyph: text
        for glyph, text in table.items()
        if any(
            _is_alike(embedded.pathForGlyph(int(glyph, 16)), each)
            for each in _outlines(own, text, "".join(map(chr, forms.get(text, ()))))
        )
    }


def _is_of_outlines(font: bytes) -> bool:
    """Whether a font holds outlines and nothing else; none of them put together from others, which may have no end."""
    tables: dict[bytes, bytes] = {}
    (count,) = unpack_from(">H", font, 4)
    for number in range(count):
        name, begin, length = unpack_from(">4s4xLL", font, 12 + 16 * number)
        tables[name] = font[begin : begin + length]
    if len(tables) != count or not _TABLES.issuperset(tables):
        return False
    (longer,) = unpack_from(">h", tables[b"head"], 50)
    told, outlines = tables[b"loca"], tables[b"glyf"]
    places = (
        unpack(f">{len(told) // 4}L", told)
        if longer
        else [2 * at for at in unpack(f">{len(told) // 2}H", told)]
    )
    return not any(outlines[at] >> 7 for at in places if at < len(outlines))


def _outlines(own: Sequence[QRawFont], text: str, forms: str) -> Iterator[QPainterPath]:
    """How our own fonts draw a character, in each weight and form; none of their glyphs draws several."""
    if len(text) != 1:
        return
    for font in own:
        glyphs = list(font.glyphIndexesForString(text + forms))
        if text == _NO_CHARACTER:
            # The box for what no font has.
            glyphs.append(0)
        for glyph in glyphs:
            yield font.pathForGlyph(glyph)


def _is_alike(drawn: QPainterPath, due: QPainterPath) -> bool:
    """Whether two outlines look alike; nearly always they go through the same points, which is soon seen."""
    return _goes_alike(drawn, due) or _looks_alike(drawn, due)


def _goes_alike(drawn: QPainterPath, due: QPainterPath) -> bool:
    count = drawn.elementCount()
    if count != due.elementCount():
        return False
    for at in range(count):
        one, other = drawn.elementAt(at), due.elementAt(at)
        if abs(one.x - other.x) > _CLOSE or abs(one.y - other.y) > _CLOSE:
            return False
    return True


def _looks_alike(drawn: QPainterPath, due: QPainterPath) -> bool:
    box, wanted = drawn.boundingRect(), due.boundingRect()
    edges = zip(_edges(box), _edges(wanted), strict=True)
    if any(abs(one - other) > _NEAR for one, other in edges):
        return False
    pairs = zip(_dots(drawn, wanted), _dots(due, wanted), strict=True)
    return all(abs(one - other) <= _UNLIKE for one, other in pairs)


def _edges(box: QRectF) -> tuple[float, ...]:
    return box.left(), box.top(), box.right(), box.bottom()


def _dots(path: QPainterPath, box: QRectF) -> bytes:
    """A small picture of what an outline fills of a box."""
    image = QImage(_DOTS, _DOTS, QImage.Format.Format_Grayscale8)
    image.fill(0)
    if not box.isEmpty():
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_DOTS / box.width(), _DOTS / box.height())
        painter.translate(-box.topLeft())
        painter.fillPath(path, Qt.GlobalColor.white)
        painter.end()
    return bytes(image.constBits())
