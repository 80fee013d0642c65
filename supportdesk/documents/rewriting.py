"""What the lines of a file must look like: their paragraphs are written anew and read off the new paper.

Words from the left among those from the right stand in an order that depends on the whole paragraph and on where its
lines are broken. Qt, which put them there, is asked to do so again, with the line breaks that are in the file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from PySide6.QtGui import QTextLine, QTextOption

from supportdesk.documents import faces
from supportdesk.documents.finishing import Label, finish
from supportdesk.documents.glyph_tables import UnreadablePdfError
from supportdesk.documents.printed_text import PrintedLine, read_pdf
from supportdesk.documents.sheet import Sheet, Text, halves
from supportdesk.documents.visit_document import Paper

_LABEL = Label("", "", "", datetime(2000, 1, 1, tzinfo=UTC))
_ON_A_PAGE, _IN_ALL = 100_000, 5_000_000
_NOTHING = ""


def expect(paragraphs: Iterable[Sequence[PrintedLine]]) -> None:
    """Note on the lines of each paragraph what is to be seen of them; UnreadablePdfError for no end of them.

    It needs a QGuiApplication.
    """
    directions: tuple[list[Sequence[PrintedLine]], ...] = ([], [])
    length = 0
    for lines in paragraphs:
        directions[lines[0].from_right].append(lines)
        length += sum(len(line.laid) for line in lines)
        if length > _IN_ALL:
            raise UnreadablePdfError("the PDF has too much on its pages")
    for from_right, several in enumerate(directions):
        if several:
            _expect(several, from_right=bool(from_right))


def _expect(paragraphs: Iterable[Sequence[PrintedLine]], *, from_right: bool) -> None:
    sheet = Sheet(Paper.A4, from_right=from_right, title="")
    written: list[PrintedLine] = []
    length = 0
    for lines in paragraphs:
        again = _Again(sheet, [line.laid for line in lines])
        if [again.line_text(number) for number in range(again.lines)] != [line.laid for line in lines]:
            # No text of ours comes out like this.
            for line in lines:
                line.due = _NOTHING
            continue
        if length > _ON_A_PAGE:
            sheet.new_page()
            length = 0
        sheet.draw(again, 0, 0)
        written += lines
        length += len(again.text)
    printed = read_pdf(finish(sheet.finish(), sheet.marks, _LABEL, {})).lines
    for line, seen in zip(written, printed, strict=True):
        line.due = seen.shown


class _Again(Text):
    """A paragraph with the same lines as before, whatever room they take."""

    wrapping = QTextOption.WrapMode.WrapAnywhere

    def __init__(self, sheet: Sheet, lines: Sequence[str]) -> None:
        self._lengths = iter([halves(each) for each in lines])
        super().__init__(sheet, "".join(lines), faces.BODY, 0)

    def _fill(self, line: QTextLine) -> None:
        wanted = next(self._lengths, 0)

        def length(columns: int) -> int:
            line.setNumColumns(columns)
            return line.textLength()

        # Qt counts glyphs, of which some are several letters: never more than there are letters.
        length(bisect_left(range(1, wanted), wanted, key=length) + 1)
