"""Writes a visit's report as a PDF; what stands in it is the layout's, what it is called `visit_words`'.

Lines of text are laid out by Qt (QTextLayout: shaping, both directions) and painted. A QTextDocument would not do: it
can neither hold a row or a heading together at the end of a page nor repeat a head, and no line in it could be named.
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QTranslator

from supportdesk.documents import visit_words as words_of
from supportdesk.documents.finishing import Label, finish
from supportdesk.documents.sheet import Mark, Sheet
from supportdesk.documents.signed_copy import FILE_NAME, printed_texts, write_copy
from supportdesk.documents.visit_document import VisitDocument
from supportdesk.documents.visit_pages import Spread
from supportdesk.documents.visit_words import Words
from supportdesk.rules.cases.visit_content import content_of

_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def visit_pdf(document: VisitDocument, translator: QTranslator | None = None) -> bytes:
    """The report as a PDF, the same bytes for the same document.

    `translator` has the words of the document's language; None leaves them English. It needs a QGuiApplication, and
    may run in any thread. Pictures that can't be read leave a note where they would stand.
    """
    words = Words(document.language, translator, document.zone)
    title = f"{words(words_of.VISIT_REPORT)} {document.number}"
    sheet = Sheet(document.paper, from_right=words.from_right, title=title)
    spread = Spread(document, words, sheet)
    for number in range(1, spread.count + 1):
        if number > 1:
            sheet.new_page()
        spread.draw(number)
    label = Label(
        title,
        document.branch.name,
        document.language.value,
        document.made_at or _NO_TIME,
    )
    copy = write_copy(document, _shown(document, sheet.marks))
    return finish(sheet.finish(), sheet.marks, label, {FILE_NAME: copy})


def _shown(document: VisitDocument, marks: list[Mark]) -> dict[str, str]:
    """What stands on paper for signed lines that hold no words, such as a time or a mark in a box."""
    plain = printed_texts(content_of(document.report))
    shown: dict[str, str] = {}
    for mark in marks:
        if mark.part and mark.part not in plain:
            shown[mark.part] = f"{shown.get(mark.part, '')} {mark.text}".strip()
    return shown
