"""Who sends a report, above and below each page; what lies between is the layout's."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from supportdesk.documents import faces
from supportdesk.documents import visit_words as words_of
from supportdesk.documents.blocks import LINE, fitted, picture
from supportdesk.documents.faces import Role
from supportdesk.documents.flow import Block
from supportdesk.documents.printable import printable
from supportdesk.documents.sheet import Sheet, Text
from supportdesk.documents.visit_document import VisitDocument
from supportdesk.documents.visit_words import Words
from supportdesk.rules.cases.visit_content import content_of, fingerprint, short_fingerprint

HEAD = 32.0
FOOT = 24.0
_LOGO = 25.5
_SMALL_LOGO = 14.0
_PLAIN_COLOUR = "#1a1d26"


class Letterhead:
    """The branch's name, address and logo, the report's number, and the foot of each page."""

    def __init__(self, document: VisitDocument, words: Words, sheet: Sheet) -> None:
        self._document, self._words, self._sheet = document, words, sheet
        self._fingerprint = short_fingerprint(fingerprint(content_of(document.report)))
        colour = document.branch.colour
        self.colour = colour if QColor.isValidColorName(colour) else _PLAIN_COLOUR

    def draw_head(self) -> None:
        """The small form that later pages begin with."""
        sheet, document = self._sheet, self._document
        self._logo(0, 0, _SMALL_LOGO)
        name = self._short(
            self._words.own(printable(document.branch.name)), faces.SMALL_INK, sheet.width * 0.6
        )
        sheet.draw(name, _SMALL_LOGO + 6, 1.2)
        told = self._short(self._number(), faces.SMALL, sheet.width * 0.3, ends=True)
        sheet.draw(told, sheet.width * 0.7, 1.2)
        sheet.rule(0, _SMALL_LOGO + 4, sheet.width, LINE)

    def draw_foot(self, page: int, pages: int) -> None:
        """What stands below each page: when it was signed and sent, the fingerprint, the page's number."""
        sheet, words = self._sheet, self._words
        top = sheet.height - faces.SMALL.line
        sheet.rule(0, top - 6, sheet.width, LINE)
        third = sheet.width / 3
        sheet.draw(self._short(self._fate(), faces.SMALL, third * 1.4), 0, top)
        mark = words(
            words_of.FINGERPRINT,
            fingerprint=words.ltr(self._fingerprint),
        )
        sheet.draw(self._short(mark, faces.SMALL, third), third * 1.65, top)
        of_all = words(words_of.PAGE, page=words.ltr(str(page)), pages=words.ltr(str(pages)))
        sheet.draw(self._short(of_all, faces.SMALL, third * 0.7, ends=True), sheet.width - third * 0.7, top)

    def _fate(self) -> str:
        words, document = self._words, self._document
        if document.sent_at is None:
            return "" if document.signature is not None else words(words_of.NOT_SIGNED)
        told = words_of.SIGNED_AND_SENT if document.signature is not None else words_of.SENT
        return words(told, day=words.day(document.sent_at), time=words.time(document.sent_at))

    def block(self) -> Block:
        """The head of the first page."""
        sheet, branch = self._sheet, self._document.branch
        indent, side = _LOGO + 7.5, sheet.width * 0.28
        room = sheet.width - indent - side
        name = Text(sheet, self._words.own(printable(branch.name)), faces.BRANCH, room)
        address = Text(sheet, self._words.own(printable(branch.address)), faces.SMALL, room)
        label = Text(sheet, self._words(words_of.REPORT), faces.SMALL, side, ends=True)
        number = Text(sheet, self._number(), faces.VALUE, side, ends=True)

        def draw(top: float) -> None:
            self._logo(0, top, _LOGO)
            sheet.draw(name, indent, top)
            sheet.draw(address, indent, top + name.height)
            sheet.draw(label, sheet.width - side, top)
            sheet.draw(number, sheet.width - side, top + label.height)

        return Block(max(_LOGO, name.height + address.height, label.height + number.height), draw)

    def _logo(self, x: float, y: float, size: float) -> None:
        sheet, branch = self._sheet, self._document.branch
        box = QRectF(x, y, size, size)
        image = picture(branch.logo, size * 2) if branch.logo else None
        if image is not None and not image.isNull():
            sheet.picture(image, box, fitted(image.size(), box))
            return
        sheet.box(box, self.colour, size / 4)
        if size == _LOGO and branch.name.strip():
            letter = Text(sheet, printable(branch.name)[0].upper(), faces.INITIAL, size)
            sheet.draw(letter, x + (size - letter.natural_width()) / 2, y + (size - letter.height) / 2)

    def _number(self) -> str:
        words, document = self._words, self._document
        number = words.ltr(printable(document.number))
        if document.revision == 1:
            return number
        return f"{number} · {words(words_of.REVISION, number=words.ltr(str(document.revision)))}"

    def _short(self, text: str, role: Role, width: float, *, ends: bool = False) -> Text:
        """One line of a text; a head and a foot have no room for more."""
        whole = Text(self._sheet, text, role, width, ends=ends)
        if whole.lines <= 1:
            return whole
        return Text(self._sheet, whole.line_text(0).rstrip() + "…", role, width + 12, ends=ends)
