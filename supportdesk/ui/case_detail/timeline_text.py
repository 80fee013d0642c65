"""A message's plain text laid out in lines: measured once a width, painted, marked and found under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import right_to_left

# A text beyond this is shown by its beginning; the rest is copied with it, and read in full on request.
LONGEST = 6000


class Paragraphs:
    """Plain text in a role and width, from any source: it is never read as markup."""

    def __init__(self, text: str, role: Type, width: float, *, lines: int = 0) -> None:
        self._face = theme().face(role)
        self._layout = QTextLayout(_plain(text), self._face.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Every paragraph reads in its own direction and stands where the interface begins.
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = Qt.AlignmentFlag.AlignRight if right_to_left() else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._step = self._face.line
        self.width = width
        self._count = self._break(width, lines)

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self._count * self._step

    @property
    def text(self) -> str:
        """The text as it is laid out; paragraphs end with the Unicode separator."""
        return self._layout.text()

    def paint(self, painter: QPainter, corner: QPointF, tint: str, marked: tuple[int, int] = (0, 0)) -> None:
        """Paint with the top left corner there; `marked` is the selected part, from and to."""
        colours = theme().colours
        painter.setPen(colours.named(tint))
        ranges = []
        start, end = min(marked), max(marked)
        if end > start:
            selection = QTextLayout.FormatRange()
            selection.start, selection.length = start, end - start
            form = QTextCharFormat()
            form.setBackground(colours.accent)
            form.setForeground(colours.on_accent)
            selection.format = form
            ranges.append(selection)
        self._layout.draw(painter, corner, ranges)

    def position_at(self, point: QPointF) -> int:
        """The place between two letters next to a point, counted from the corner."""
        line = self._layout.lineAt(max(0, min(self._count - 1, int(point.y() // self._step))))
        return line.xToCursor(point.x(), QTextLine.CursorPosition.CursorBetweenCharacters)

    def word_at(self, position: int) -> tuple[int, int]:
        """From where to where the word around a place reaches."""
        text = self._layout.text()
        start = end = max(0, min(position, len(text)))
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        return start, end

    def part(self, start: int, end: int) -> str:
        """A part of the text with ordinary line ends."""
        chosen = self._layout.text()[min(start, end) : max(start, end)]
        return chosen.replace(_SEPARATOR, "\n")

    def _break(self, width: float, most: int) -> int:
        count = 0
        self._layout.beginLayout()
        while not most or count < most:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            # Lines stand as far apart as the type scale says, whatever fonts they mix.
            line.setPosition(QPointF(0, count * self._step + (self._step - line.height()) / 2))
            count += 1
        self._layout.endLayout()
        return max(1, count)


_SEPARATOR = "\N{LINE SEPARATOR}"


def _plain(text: str) -> str:
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return shown.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _SEPARATOR)
