"""The pieces that a document is made of: lines, headings, rows, pictures, columns; which there are is the layout's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from supportdesk.documents import faces
from supportdesk.documents.faces import Role
from supportdesk.documents.flow import Block
from supportdesk.documents.printable import printable
from supportdesk.documents.sheet import LONGEST, Sheet, Text

LINE = "#e4e7ec"
_GROUND = "#eef0f4"
PHOTOS_A_ROW = 3
_BETWEEN_PHOTOS = 9.0
_FOR_NUMBER = 40.0
_FLAT, _TALL = 0.5, 0.75
# A picture is printed with so many dots to the inch; more are not seen, and the file has to be mailed.
_DOTS = 200
_MOST_DOTS_READ = 100_000_000
_MANY_LINES = 12
# Pictures made of points; what draws by instructions may fetch something, or take for ever.
_KINDS = frozenset({b"jpeg", b"png", b"webp", b"bmp", b"gif"})


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's bytes and what stands below it."""

    picture: bytes
    text: str
    part: str


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks stand across the page, in points; `indent` moves the text, and `bar` draws a line beside it."""

    x: float
    width: float
    indent: float = 0.0
    bar: str = ""


def lines(
    sheet: Sheet,
    text: str,
    role: Role,
    *,
    part: str = "",
    gap: float = 0.0,
    column: Column | None = None,
    lead: str = "",
) -> Iterator[Block]:
    """A paragraph, each line a block of its own; its first two stay together, and its last two.

    `lead` stands before the first line, where the column's indent leaves room for it. A very long text goes on in lines
    of its own after each LONGEST characters.
    """
    for begin in range(0, max(1, len(text)), LONGEST):
        first = begin == 0
        yield from _lines(
            sheet,
            text[begin : begin + LONGEST],
            role,
            part,
            gap if first else 0.0,
            column,
            lead if first else "",
        )


def _lines(
    sheet: Sheet, text: str, role: Role, part: str, gap: float, column: Column | None, lead: str
) -> Iterator[Block]:
    at = column or Column(0, sheet.width)
    laid = Text(sheet, text, role, at.width - at.indent, part=part, own_direction=True)
    before = Text(sheet, lead, role, at.indent - 4, ends=True) if lead else None

    def one(number: int) -> Block:
        def draw(top: float) -> None:
            if at.bar:
                sheet.rule(at.x, top, 1.5, at.bar, role.line)
            if before is not None and number == 0:
                sheet.draw(before, at.x, top)
            sheet.draw(laid, at.x + at.indent, top, first=number, last=number + 1)

        edge = number in {0, laid.lines - 2} and number < laid.lines - 1
        return Block(role.line, draw, gap if number == 0 else 0.0, keep=edge)

    return map(one, range(laid.lines))


def heading(sheet: Sheet, text: str, x: float = 0.0) -> Block:
    """What stands above a part of the document."""
    laid = Text(sheet, text, faces.HEADING, sheet.width - x)
    return Block(laid.height + 4, lambda top: sheet.draw(laid, x, top), gap=14.5, keep=True)


def rule(sheet: Sheet, colour: str = LINE, gap: float = 0.0, *, keep: bool = False) -> Block:
    """A line over the whole width."""
    return Block(0.75, lambda top: sheet.rule(0, top, sheet.width, colour), gap, keep=keep)


def row(sheet: Sheet, cells: Sequence[tuple[float, Text]], padding: float) -> Iterator[Block]:
    """A line of a table with the rule below it; cells are where they begin and what they say.

    One that is too tall for any page is printed as paragraphs.
    """
    height = max(text.height for _, text in cells) + 2 * padding
    if max(text.lines for _, text in cells) > _MANY_LINES:
        for _, text in cells:
            yield from lines(sheet, text.text, text.role, part=text.part, gap=padding)
        yield rule(sheet, gap=padding)
        return

    def draw(top: float) -> None:
        for x, text in cells:
            sheet.draw(text, x, top + padding)
        sheet.rule(0, top + height, sheet.width, LINE)

    yield Block(height + 0.75, draw)


def height_of(blocks: Sequence[Block]) -> float:
    """How tall blocks are below each other."""
    return sum(each.gap + each.height for each in blocks)


def beside(sides: Sequence[Sequence[Block]], gap: float) -> Block:
    """Columns of blocks as one; the blocks know themselves where they stand across."""

    def draw(top: float) -> None:
        for side in sides:
            at = top
            for block in side:
                block.draw(at + block.gap)
                at += block.gap + block.height

    return Block(max(map(height_of, sides)), draw, gap)


def fields(sheet: Sheet, told: Iterable[tuple[str, Text]]) -> Iterator[Block]:
    """Small words with their values below, beside each other as far as they fit."""
    rows: list[list[tuple[float, float, Text, Text]]] = [[]]
    used = 0.0
    for name, value in told:
        label = Text(sheet, name, faces.SMALL, sheet.width)
        if value.lines > _MANY_LINES:
            yield from lines(sheet, name, faces.SMALL, gap=9)
            yield from lines(sheet, value.text, value.role, part=value.part)
            continue
        wide = min(max(label.natural_width(), value.natural_width()) + 2, sheet.width)
        if rows[-1] and used + wide > sheet.width:
            rows.append([])
            used = 0.0
        rows[-1].append((used, wide, label, value))
        used += wide + 12
    yield from (_fields_row(sheet, each) for each in rows if each)


def _fields_row(sheet: Sheet, cells: Sequence[tuple[float, float, Text, Text]]) -> Block:
    spare = sheet.width - sum(wide for _, wide, _, _ in cells) - 12 * (len(cells) - 1)
    stretch = min(spare / max(1, len(cells) - 1), 14.0) if len(cells) > 1 else 0.0
    tallest = max(value.height for _, _, _, value in cells)

    def draw(top: float) -> None:
        for number, (x, _, label, value) in enumerate(cells):
            at = x + stretch * number
            sheet.draw(label, at, top)
            sheet.draw(value, at, top + label.height)

    return Block(faces.SMALL.line + tallest, draw, gap=9)


def photo_rows(
    sheet: Sheet, photos: Sequence[Caption], unseen: str, counted: Callable[[int], str]
) -> Iterator[Block]:
    """Photos in rows of three, each whole, with its number and caption; `unseen` stands for what is no picture."""
    for begin in range(0, len(photos), PHOTOS_A_ROW):
        numbers = [
            Text(sheet, counted(each + 1), faces.SMALL, _FOR_NUMBER)
            for each in range(begin, min(begin + PHOTOS_A_ROW, len(photos)))
        ]
        gap = _BETWEEN_PHOTOS if begin else 0.0
        yield from _photo_row(sheet, photos[begin : begin + PHOTOS_A_ROW], unseen, numbers, gap)


def _photo_row(
    sheet: Sheet, photos: Sequence[Caption], unseen: str, numbers: Sequence[Text], gap: float
) -> Iterator[Block]:
    wide = (sheet.width - _BETWEEN_PHOTOS * (PHOTOS_A_ROW - 1)) / PHOTOS_A_ROW
    beside_number = max(each.natural_width() for each in numbers) + 3
    images = [picture(each.picture, wide) for each in photos]
    shapes = [image.height() / image.width() if not image.isNull() else _FLAT for image in images]
    tall = wide * min(max(*shapes, _FLAT), _TALL)
    captions = [
        Text(
            sheet, printable(each.text), faces.SMALL, wide - beside_number, part=each.part, own_direction=True
        )
        for each in photos
    ]
    below = [text if text.lines <= _MANY_LINES else None for text in captions]
    long = [text for text, kept in zip(captions, below, strict=True) if kept is None]

    def draw(top: float) -> None:
        for number, (image, caption) in enumerate(zip(images, below, strict=True)):
            x = number * (wide + _BETWEEN_PHOTOS)
            box = QRectF(x, top, wide, tall)
            sheet.box(box, _GROUND, 3)
            if image.isNull():
                note = Text(sheet, unseen, faces.SMALL, wide - 12)
                sheet.draw(note, x + 6, top + (tall - note.height) / 2)
            else:
                sheet.picture(image, box, fitted(image.size(), box), 3)
            sheet.draw(numbers[number], x, top + tall + 3)
            if caption is not None:
                sheet.draw(caption, x + beside_number, top + tall + 3)

    height = tall + 3 + max((text.height for text in below if text is not None), default=faces.SMALL.line)
    yield Block(height, draw, gap, keep=bool(long))
    for text in long:
        yield from lines(sheet, text.text, faces.SMALL, part=text.part, gap=3)


def fitted(size: QSize, box: QRectF) -> QRectF:
    """Where a picture lies that is shown whole in a box."""
    scale = min(box.width() / size.width(), box.height() / size.height())
    wide, tall = size.width() * scale, size.height() * scale
    return QRectF(box.x() + (box.width() - wide) / 2, box.y() + (box.height() - tall) / 2, wide, tall)


def picture(data: bytes, width: float) -> QImage:
    """A picture as large as can be seen in so many points; an empty one for what is none, is cut or is too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _KINDS:
        return QImage()
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_DOTS_READ:
        return QImage()
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    dots = round(width / 72 * _DOTS)
    across = size.height() if turned else size.width()
    if across > dots:
        scale = dots / across
        reader.setScaledSize(QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale))))
    # What has no colour of its own is printed on white, so that no page needs transparency.
    image = reader.read()
    if image.isNull() or not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32) if not image.isNull() else image
    return _on_white(image)


def _on_white(image: QImage) -> QImage:
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(0xFFFFFFFF)
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground
