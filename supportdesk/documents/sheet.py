"""Paper to draw on: millimetres and points, text that names itself, mirrored where a language runs from the right.

What stands where is not decided here. Qt writes no names beside the text that it draws, so each line in a file is put
between two specks outside the paper; `finishing` puts the names in their place. Whatever is drawn on, texts are laid
out for one device, so that their lines break alike in a file, on a screen and at a printer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from supportdesk.documents import faces
from supportdesk.documents.faces import Role
from supportdesk.documents.printable import has_arabic, readable
from supportdesk.documents.visit_document import Paper

RESOLUTION = 1200
_UNIT = RESOLUTION / 72
_MARGIN = 14 * 72 / 25.4
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
_ARABIC = re.compile("[\u0600-\u06ff]+(?: [\u0600-\u06ff]+)*")
LONGEST = 4_000
"""So much of a text is laid out at once: Qt's layout is not made for more."""
SPECK = -20_000
"""The x of a speck; its y is twice the number of the line, and one more where the line ends."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn line of text: what was laid out, in the order in which it is read, and which part of the report it is.

    The lines of one paragraph have its number, and its direction, by which their words stand on the paper.
    """

    laid: str
    part: str
    paragraph: int
    from_right: bool

    @property
    def text(self) -> str:
        """What it says."""
        return readable(self.laid)


class Text:
    """A text broken into lines of a width, or the beginning of a very long one; sizes in points.

    `part` names what it is a part of, if of what is signed. `ends`: set at the far side of its width.
    `own_direction`: written by people, so that its letters decide.
    """

    wrapping = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere

    def __init__(
        self,
        sheet: Sheet,
        text: str,
        role: Role,
        width: float,
        *,
        part: str = "",
        ends: bool = False,
        own_direction: bool = False,
    ) -> None:
        laid = text[:LONGEST]
        self._layout = QTextLayout(laid, faces.font(role), sheet.device)
        self.text, self.role, self.part = text, role, part
        self.from_right = has_arabic_first(text) if own_direction else sheet.from_right
        option = QTextOption(
            (Qt.AlignmentFlag.AlignRight if ends != sheet.from_right else Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignAbsolute
        )
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self.from_right else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(self.wrapping)
        self._layout.setTextOption(option)
        self._layout.setFormats(_joined(laid, role))
        self.width = width
        self.paragraph = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            self._fill(line)
        self._layout.endLayout()
        # Qt counts in halves of a character outside the first plane.
        self._written = text.encode("utf-16-le", "replace")

    @property
    def lines(self) -> int:
        return self._layout.lineCount()

    @property
    def height(self) -> float:
        return self.lines * self.role.line

    def natural_width(self) -> float:
        """How wide its widest line is."""
        return (
            max((self._layout.lineAt(each).naturalTextWidth() for each in range(self.lines)), default=0.0)
            / _UNIT
        )

    def line(self, number: int) -> QTextLine:
        return self._layout.lineAt(number)

    def _fill(self, line: QTextLine) -> None:
        """Lay out the next line."""
        line.setLineWidth(self.width * _UNIT)

    def line_text(self, number: int) -> str:
        """What one line says, as it is read."""
        line = self.line(number)
        begin = 2 * line.textStart()
        return self._written[begin : begin + 2 * line.textLength()].decode("utf-16-le", "replace")


def _joined(text: str, role: Role) -> list[QTextLayout.FormatRange]:
    """The runs of Arabic letters in a text, which are shaped by rules that spoil others."""
    ranges = []
    for found in _ARABIC.finditer(text):
        run = QTextLayout.FormatRange()
        run.start = halves(text[: found.start()])
        run.length = halves(found[0])
        run.format.setFont(faces.font(role, joined=True))
        ranges.append(run)
    return ranges


def halves(text: str) -> int:
    """How long Qt takes a text to be: it counts a character outside the first plane twice."""
    return len(text) + sum(each > "\uffff" for each in text)


def has_arabic_first(text: str) -> bool:
    """Whether the first letter of a text runs from the right."""
    return next((has_arabic(each) for each in text if each.isalpha()), False)


def page_size(paper: Paper) -> QPageSize:
    """The size of a paper."""
    return QPageSize(_SIZES[paper])


class Sheet:
    """Pages of one paper; places are points from the corner where reading begins, inside the margins."""

    def __init__(self, paper: Paper, *, from_right: bool, title: str) -> None:
        self.from_right = from_right
        self.marks: list[Mark] = []
        self.pages = 1
        self._paragraphs = 0
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.device = QPdfWriter(self._buffer)
        self.device.setResolution(RESOLUTION)
        self.device.setPageSize(page_size(paper))
        self.device.setPageMargins(QMarginsF(0, 0, 0, 0))
        self.device.setTitle(title)
        size = page_size(paper).size(QPageSize.Unit.Point)
        self.width, self.height = size.width() - 2 * _MARGIN, size.height() - 2 * _MARGIN
        self._painter = QPainter()
        self._begin()

    def new_page(self) -> None:
        self.device.newPage()
        self.pages += 1

    def finish(self) -> bytes:
        """The file as Qt writes it; nothing can be drawn afterwards."""
        self._painter.end()
        return bytes(self._buffer.data().data())

    def _begin(self) -> None:
        self._painter.begin(self.device)

    def draw(self, text: Text, x: float, y: float, *, first: int = 0, last: int | None = None) -> None:
        """Draw lines of a text with the upper edge of the first at `y`; a text may be drawn bit by bit."""
        if first == 0:
            self._paragraphs += 1
            text.paragraph = self._paragraphs
        for number in range(first, text.lines if last is None else last):
            self._draw_line(text, number, x, y)
            y += text.role.line

    def _draw_line(self, text: Text, number: int, x: float, y: float) -> None:
        line = text.line(number)
        top = (text.role.line * _UNIT - line.height()) / 2
        at = self._point(x, y, text.width)
        self._speck(2 * len(self.marks))
        self._painter.setPen(QColor(text.role.colour))
        line.draw(self._painter, QPointF(at.x(), at.y() + top))
        self._speck(2 * len(self.marks) + 1)
        self.marks.append(Mark(text.line_text(number), text.part, text.paragraph, text.from_right))

    def rule(self, x: float, y: float, width: float, colour: str, thickness: float = 0.75) -> None:
        self.box(QRectF(x, y, width, thickness), colour)

    def box(self, box: QRectF, colour: str, radius: float = 0.0) -> None:
        """A filled box."""
        self._painter.fillPath(self._rounded(box, radius), QColor(colour))

    def picture(self, image: QImage, box: QRectF, place: QRectF, radius: float = 0.0) -> None:
        """A picture at `place`, of which what lies in the box with its round corners is seen."""
        self._painter.save()
        self._painter.setClipPath(self._rounded(box, radius))
        self._painter.drawImage(self._placed(place), image)
        self._painter.restore()

    def stroke(self, points: tuple[tuple[float, float], ...], box: QRectF, thickness: float) -> None:
        """A line through points that are parts of the box; a signature isn't mirrored."""
        placed = self._placed(box)
        drawn = [
            QPointF(placed.x() + x * placed.width(), placed.y() + y * placed.height()) for x, y in points
        ]
        path = QPainterPath(drawn[0])
        for point in drawn[1:] or drawn:
            path.lineTo(point)
        pen = QPen(QColor(faces.BODY.colour), thickness * _UNIT)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.strokePath(path, pen)

    def frame(self, box: QRectF, colour: str, radius: float) -> None:
        """The edge of a box."""
        self._painter.strokePath(self._rounded(box, radius), QPen(QColor(colour), 0.75 * _UNIT))

    def _speck(self, number: int) -> None:
        self._painter.fillRect(QRectF(SPECK, number, 1, 1), QColor(0, 0, 0))

    def _rounded(self, box: QRectF, radius: float) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(self._placed(box), radius * _UNIT, radius * _UNIT)
        return path

    def _placed(self, box: QRectF) -> QRectF:
        at = self._point(box.x(), box.y(), box.width())
        return QRectF(at.x(), at.y(), box.width() * _UNIT, box.height() * _UNIT)

    def _point(self, x: float, y: float, width: float) -> QPointF:
        left = self.width - x - width if self.from_right else x
        return QPointF((left + _MARGIN) * _UNIT, (y + _MARGIN) * _UNIT)


class PaintedSheet(Sheet):
    """Pages on what can be painted on: pictures, a printer's pages; each is turned to before it is drawn."""

    def turn_to(self, painter: QPainter, dots: float) -> None:
        """Draw on this painter from now on, of whose dots there are so many to the inch; it is the caller's to end."""
        painter.scale(dots / RESOLUTION, dots / RESOLUTION)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._painter = painter
        self.marks.clear()

    def _begin(self) -> None:
        """Nothing is drawn before a page was turned to."""

    def _speck(self, number: int) -> None:
        """Nobody looks for names in what is painted."""
