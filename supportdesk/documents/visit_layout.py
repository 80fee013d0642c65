"""What a visit's report shows and in which order; how each piece looks stands in `blocks`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF

from supportdesk.documents import faces, parts
from supportdesk.documents import visit_words as words_of
from supportdesk.documents.blocks import (
    Caption,
    Column,
    beside,
    fields,
    heading,
    height_of,
    lines,
    photo_rows,
    row,
    rule,
)
from supportdesk.documents.faces import Role
from supportdesk.documents.flow import Block
from supportdesk.documents.printable import printable
from supportdesk.documents.sheet import Sheet, Text
from supportdesk.documents.visit_changes import changed
from supportdesk.documents.visit_document import VisitDocument
from supportdesk.documents.visit_letterhead import Letterhead
from supportdesk.documents.visit_words import Words
from supportdesk.rules.cases.signature import HEIGHT, WIDTH, is_drawn
from supportdesk.rules.cases.visit_content import Content, content_of
from supportdesk.rules.cases.visit_report import Health

_HEALTH = {Health.GOOD: faces.GOOD, Health.WATCH: faces.WATCH, Health.BAD: faces.BAD}
_SIGNATURE_WIDTH = 159.0
_SIDE_BY_SIDE = 0.4


class VisitLayout:
    """The blocks of one report on one sheet."""

    def __init__(self, document: VisitDocument, words: Words, sheet: Sheet, letterhead: Letterhead) -> None:
        self._document, self._report = document, document.report
        self._words, self._sheet = words, sheet
        self._content: Content = content_of(document.report)
        self._letterhead = letterhead
        self._colour = letterhead.colour

    def blocks(self) -> Iterator[Block]:
        """Everything between the head and the foot, in the order in which it is read."""
        yield self._letterhead.block()
        yield from self._title()
        yield rule(self._sheet, self._colour, gap=11, keep=True)
        yield from fields(self._sheet, self._facts())
        yield rule(self._sheet, gap=9)
        yield from self._points()
        yield from self._texts("problems", words_of.PROBLEMS, self._report.problems)
        yield from self._texts("work_done", words_of.WORK_DONE, self._report.work_done)
        yield from self._spare_parts()
        yield from self._advice()
        yield from self._photos_and_files()
        yield from changed(self._document, self._words, self._sheet)
        yield from self._acceptance()

    def _title(self) -> Iterator[Block]:
        words, document, report = self._words, self._document, self._report
        yield from lines(self._sheet, words(words_of.VISIT_REPORT), faces.TITLE, gap=15)
        place = words.own(printable(document.client))
        if document.site:
            place = words(words_of.CLIENT_AND_SITE, client=place, site=words.own(printable(document.site)))
        begun = report.arrived or report.left
        if begun is not None:
            place = words(words_of.PLACE_AND_DAY, place=place, day=words.weekday_and_day(begun))
        told = Text(self._sheet, place, faces.SUBTITLE, self._sheet.width)
        yield Block(told.height, lambda top: self._sheet.draw(told, 0, top))

    # ------------------------------------------------------------ what was signed

    def _facts(self) -> Iterator[tuple[str, Text]]:
        words, document, report = self._words, self._document, self._report
        if document.engineer:
            yield words(words_of.ENGINEER), self._value(words.own(printable(document.engineer)))
        if report.received_by.strip():
            part = parts.named(next(parts.places(self._content, "received_by")))
            yield words(words_of.RECEIVED_BY), self._value(words.own(printable(report.received_by)), part)
        yield from self._times()
        if document.case_numbers:
            numbers = words.listed(tuple(map(printable, document.case_numbers)))
            yield words(words_of.CASES), self._value(numbers)
        cover = words.cover(document.cover)
        if cover:
            yield words(words_of.COVER), self._value(cover)

    def _times(self) -> Iterator[tuple[str, Text]]:
        words, report = self._words, self._report
        if report.arrived is None:
            return
        part = parts.named(next(parts.places(self._content, "arrived")))
        if report.left is None:
            yield words(words_of.ARRIVAL), self._value(words.time(report.arrived), part)
            return
        yield words(words_of.ARRIVAL_DEPARTURE), self._value(words.span(report.arrived, report.left), part)
        seconds = (report.left - report.arrived).total_seconds()
        yield words(words_of.DURATION), self._value(words.duration(seconds))

    def _points(self) -> Iterator[Block]:
        if not self._report.performance:
            return
        sheet, words = self._sheet, self._words
        yield heading(sheet, words(words_of.SYSTEM_STATE))
        yield rule(sheet, keep=True)
        wide, last = sheet.width * 0.5, sheet.width * 0.17
        for number, point in zip(
            parts.places(self._content, "performance"), self._report.performance, strict=True
        ):
            cells = (
                (0.0, self._cell(point.name, faces.BODY, wide - 9, parts.named(number, parts.NAME))),
                (
                    wide,
                    self._cell(
                        point.remark,
                        faces.REMARK,
                        sheet.width - wide - last,
                        parts.named(number, parts.REMARK),
                    ),
                ),
                (
                    sheet.width - last,
                    Text(
                        sheet,
                        words.health(point.health),
                        _HEALTH[point.health],
                        last,
                        part=parts.named(number, parts.FOUND),
                        ends=True,
                    ),
                ),
            )
            yield from row(sheet, cells, 3.7)

    def _texts(self, part: str, title: object, text: str) -> Iterator[Block]:
        if not text.strip():
            return
        yield heading(self._sheet, self._words(title))
        yield from self._paragraphs(part, faces.BODY)

    def _paragraphs(
        self, part: str, role: Role, column: Column | None = None, lead: Callable[[int], str] = lambda _: ""
    ) -> Iterator[Block]:
        """The signed lines of a part, in the order in which they were signed."""
        for count, number in enumerate(parts.places(self._content, part), start=1):
            text = self._content[number].text
            yield from lines(
                self._sheet, printable(text), role, part=parts.named(number), column=column, lead=lead(count)
            )

    def _spare_parts(self) -> Iterator[Block]:
        if not self._report.spare_parts:
            return
        sheet = self._sheet
        yield heading(sheet, self._words(words_of.SPARE_PARTS))
        yield rule(sheet, keep=True)
        places = parts.places(self._content, "spare_parts")
        for number, part in zip(places, self._report.spare_parts, strict=True):
            count = self._words.ltr(f"{part.quantity} ×")
            cells = (
                (0.0, Text(sheet, count, faces.REMARK, 40, part=parts.named(number, parts.QUANTITY))),
                (44.0, self._cell(part.name, faces.BODY, sheet.width - 44, parts.named(number, parts.NAME))),
            )
            yield from row(sheet, cells, 3.7)

    def _advice(self) -> Iterator[Block]:
        """Recommendations and suggestions: beside each other where both are short, else one after the other."""
        sheet, report = self._sheet, self._report
        both = bool(report.recommendations.strip()) and bool(report.client_suggestions.strip())
        if both:
            half = (sheet.width - 24) / 2
            left = list(self._recommendations(Column(0, half, 14)))
            right = list(self._suggestions(Column(half + 24, half, 9, self._colour)))
            if max(height_of(left), height_of(right)) < sheet.height * _SIDE_BY_SIDE:
                yield beside((left, right), 0)
                return
        yield from self._recommendations(Column(0, sheet.width, 14))
        yield from self._suggestions(Column(0, sheet.width, 9, self._colour))

    def _recommendations(self, column: Column) -> Iterator[Block]:
        if self._report.recommendations.strip():
            yield heading(self._sheet, self._words(words_of.RECOMMENDATIONS), column.x)
            yield from self._paragraphs("recommendations", faces.BODY, column, self._counted)

    def _counted(self, count: int) -> str:
        return self._words.ltr(f"{count}.")

    def _suggestions(self, column: Column) -> Iterator[Block]:
        if not self._report.client_suggestions.strip():
            return
        yield heading(self._sheet, self._words(words_of.SUGGESTIONS), column.x)
        yield from self._paragraphs("client_suggestions", faces.QUOTE, column)
        for number in parts.places(self._content, "passed_on"):
            passed_on = self._words(words_of.PASSED_ON)
            yield from lines(self._sheet, passed_on, faces.QUOTE, part=parts.named(number), column=column)

    def _photos_and_files(self) -> Iterator[Block]:
        """The photos, and the files without a picture here: they are signed for as well."""
        words, sheet = self._words, self._sheet
        files = zip(parts.places(self._content, "attachments"), self._report.attachments, strict=True)
        unseen = [(parts.named(number, parts.NAME), each) for number, each in files]
        captions = []
        for photo in self._document.photos:
            found = next((each for each in unseen if each[1].sha256 == photo.file.sha256), None)
            if found is not None:
                unseen.remove(found)
            captions.append(Caption(photo.picture, photo.file.name, found[0] if found else ""))
        if captions:
            yield heading(sheet, words(words_of.PHOTOS))
            yield from photo_rows(sheet, captions, words(words_of.NO_PICTURE), self._counted)
        if unseen:
            yield heading(sheet, words(words_of.FILES))
        for part, file in unseen:
            yield from lines(sheet, printable(file.name), faces.BODY, part=part)

    # ------------------------------------------------------------ agreement

    def _acceptance(self) -> Iterator[Block]:
        sheet, words, document = self._sheet, self._words, self._document
        yield heading(sheet, words(words_of.ACCEPTANCE))
        side = sheet.width - _SIGNATURE_WIDTH
        column = Column(0, side - 24)
        left = [*self._flags(column), *self._paragraphs("remark", faces.BODY, column)]
        if document.reopen_days is not None:
            note = words.reopening(document.reopen_days)
            left += lines(sheet, note, faces.SMALL, gap=3, column=column)
        signature = self._signature(side)
        if height_of(left) < sheet.height * _SIDE_BY_SIDE:
            yield beside((left, (signature,)), 0)
            return
        yield from left
        yield Block(signature.height, signature.draw, gap=12)

    def _flags(self, column: Column) -> Iterator[Block]:
        told = {"as_asked": self._words(words_of.AS_ASKED), "may_close": self.may_close()}
        for part, text in told.items():
            for number in parts.places(self._content, part):
                ticked = Column(column.x, column.width, 13)
                first, *others = lines(self._sheet, text, faces.BODY, part=parts.named(number), column=ticked)
                # A long text takes several lines, but is one thing to accept.
                yield Block(first.height, self._ticked(first), first.gap, first.keep)
                yield from others

    def _ticked(self, block: Block) -> Callable[[float], None]:
        tick = Text(self._sheet, words_of.SYMBOLS[Health.GOOD], faces.SMALL_INK, 9)

        def draw(top: float) -> None:
            self._sheet.frame(QRectF(0.5, top + 2.6, 8, 8), faces.BODY.colour, 1.2)
            self._sheet.draw(tick, 0.5 + (8 - tick.natural_width()) / 2, top + 1)
            block.draw(top)

        return draw

    def may_close(self) -> str:
        """What the client agrees to by letting cases be closed; it names them where they are known."""
        words, numbers = self._words, self._document.case_numbers
        if not numbers:
            return words(words_of.MAY_CLOSE)
        return words(words_of.CASES_MAY_CLOSE, cases=words.listed(tuple(map(printable, numbers))))

    def _signature(self, x: float) -> Block:
        sheet, words, signature = self._sheet, self._words, self._document.signature
        wide, drawn = _SIGNATURE_WIDTH, _SIGNATURE_WIDTH * HEIGHT / WIDTH * 0.72
        label = Text(sheet, words(words_of.FOR_CLIENT), faces.SMALL, wide)
        name, below = "", words(words_of.NOT_SIGNED)
        if signature is not None:
            name = words.own(printable(signature.name))
            if signature.job.strip():
                name = words(words_of.NAME_AND_JOB, name=name, job=words.own(printable(signature.job)))
            below = words(words_of.SIGNED, day=words.day(signature.at), time=words.time(signature.at))
        who = Text(sheet, name, faces.SMALL_INK, wide, part=parts.SIGNER)
        when = Text(sheet, below, faces.SMALL, wide)
        top_of_name = label.height + drawn + 4

        def draw(top: float) -> None:
            sheet.draw(label, x, top)
            if signature is not None and is_drawn(signature.strokes):
                box = QRectF(x + 4, top + label.height, drawn * WIDTH / HEIGHT, drawn)
                for stroke in signature.strokes:
                    sheet.stroke(tuple((px / WIDTH, py / HEIGHT) for px, py, _ in stroke), box, 1.1)
            sheet.rule(x, top + label.height + drawn, wide, "#868d9c", 0.6)
            sheet.draw(who, x, top + top_of_name)
            sheet.draw(when, x, top + top_of_name + who.height)

        return Block(top_of_name + who.height + when.height, draw)

    # ------------------------------------------------------------ texts

    def _value(self, text: str, part: str = "") -> Text:
        return Text(self._sheet, text, faces.VALUE, self._sheet.width, part=part)

    def _cell(self, text: str, role: Role, width: float, part: str) -> Text:
        return Text(self._sheet, printable(text), role, width, part=part, own_direction=True)
