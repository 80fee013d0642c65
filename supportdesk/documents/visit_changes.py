"""What a later revision of a visit's report says that the one before did not, in the client's words (ONX-2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from supportdesk.documents import faces
from supportdesk.documents import visit_words as words_of
from supportdesk.documents.blocks import Column, heading, lines
from supportdesk.documents.flow import Block
from supportdesk.documents.printable import printable
from supportdesk.documents.sheet import Sheet
from supportdesk.documents.visit_document import VisitDocument
from supportdesk.documents.visit_words import Words
from supportdesk.rules.cases.visit_content import Difference
from supportdesk.rules.cases.visit_report import Health

_INDENT = 9.0
_NAMES = {
    "engineer": words_of.ENGINEER,
    "client": words_of.CLIENT,
    "site": words_of.SITE,
    "received_by": words_of.RECEIVED_BY,
    "arrived": words_of.ARRIVAL,
    "cases": words_of.CASES,
    "performance": words_of.SYSTEM_STATE,
    "problems": words_of.PROBLEMS,
    "work_done": words_of.WORK_DONE,
    "spare_parts": words_of.SPARE_PARTS,
    "recommendations": words_of.RECOMMENDATIONS,
    "client_suggestions": words_of.SUGGESTIONS,
    "passed_on": words_of.PASSED_ON,
    "attachments": words_of.PHOTOS,
    "as_asked": words_of.AS_ASKED,
    "may_close": words_of.MAY_CLOSE,
    "remark": words_of.REMARK,
}
# Ids and ticks hold no words of which before and after could be shown.
_WORDLESS = frozenset({"engineer", "client", "site", "cases"})


def changed(document: VisitDocument, words: Words, sheet: Sheet) -> Iterator[Block]:
    """The differences to the revision before, each with what was and what is; nothing for a first revision."""
    if not document.changes:
        return
    former = words.ltr(str(document.revision - 1))
    yield heading(sheet, words(words_of.CHANGED, number=former))
    for sentence, text in _told(document.changes, words):
        for block in lines(sheet, sentence, faces.SMALL, gap=3):
            # What was changed stands on the same page as what is said of it.
            yield replace(block, keep=block.keep or bool(text))
        if text:
            yield from lines(sheet, printable(text), faces.BODY, column=Column(0, sheet.width, _INDENT))


def _told(changes: tuple[Difference, ...], words: Words) -> Iterator[tuple[str, str]]:
    """What is said of each difference, and the text below it."""
    whole: set[str] = set()
    for each in changes:
        name = words(_NAMES.get(each.part, words_of.VISIT_REPORT))
        if each.part in _WORDLESS:
            if each.part not in whole:
                yield words(words_of.IS_ANOTHER, part=name), ""
            whole.add(each.part)
        elif each.before is None:
            yield words(words_of.IS_NEW, part=name), _text(each.part, each.after, words)
        elif each.after is None:
            yield words(words_of.IS_GONE, part=name), _text(each.part, each.before, words)
        else:
            yield words(words_of.WAS, part=name), _text(each.part, each.before, words)
            yield words(words_of.IS_NOW, part=name), _text(each.part, each.after, words)


def _text(part: str, text: str | None, words: Words) -> str:
    """A signed line as people read it."""
    pieces = (text or "").split("\t")
    match part, pieces:
        case "performance", [name, health, remark]:
            with suppress(ValueError):
                return " · ".join(filter(None, (name, words.health(Health(health)), remark)))
        case "spare_parts", [count, name]:
            return f"{count} × {name}"
        case "attachments", [_, name]:
            return name
        case "arrived", [at] if at:
            with suppress(ValueError):
                return f"{words.day(datetime.fromisoformat(at))} {words.time(datetime.fromisoformat(at))}"
        case (("passed_on" | "as_asked" | "may_close"), _):
            return ""
    return text or ""
