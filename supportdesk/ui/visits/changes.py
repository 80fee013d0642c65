"""What a revision of a report says that the one before did not, as the screen shows it; nothing is changed here."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.rules.cases.visit_report import Health
from supportdesk.ui import moments
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.sections import Rows, SectionHead
from supportdesk.ui.visits.words import health_name, part_name
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from supportdesk.rules.cases.visit_content import Difference

# Ids and ticks hold no words of which before and after could be shown.
_WORDLESS = frozenset({"engineer", "client", "site", "cases", "passed_on", "as_asked", "may_close"})


class Changes(QWidget):
    """The differences to the revision before, each with what was and what is; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.head = SectionHead("")
        self._rows = Rows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self.head)
        column.addWidget(self._rows)
        self.told: tuple[tuple[str, str, str], ...] = ()
        self.hide()

    def show_changes(self, changes: Sequence[Difference], revision: int, zone: tzinfo | None) -> None:
        """Show these differences of a revision to the one before."""
        title = QCoreApplication.translate("VisitPaper", "Changed since revision {number}")
        self.head.title.setText(title.format(number=moments.ltr(str(revision - 1))))
        told = tuple(dict.fromkeys(_told(changes, zone)))
        self.setVisible(bool(told))
        if told == self.told:
            return
        self.told = told
        emptied(self._rows.column)
        for part, before, after in told:
            self._rows.column.addWidget(_row(part, before, after))


def _row(part: str, before: str, after: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(12, 7, 12, 7)
    line.setSpacing(12)
    name = label(part, Type.META, "muted", wrap=True)
    texts = QVBoxLayout()
    texts.setSpacing(2)
    if not before and not after:
        texts.addWidget(
            label(QCoreApplication.translate("VisitPaper", "another than before"), Type.BODY, "text2")
        )
    if before:
        words = QCoreApplication.translate("VisitPaper", "was: {text}")
        texts.addWidget(label(words.format(text=moments.own(before)), Type.BODY, "muted", wrap=True))
    if after:
        words = (
            QCoreApplication.translate("VisitPaper", "is now: {text}")
            if before
            else QCoreApplication.translate("VisitPaper", "added: {text}")
        )
        texts.addWidget(label(words.format(text=moments.own(after)), Type.BODY, "text", wrap=True))
    elif before:
        texts.addWidget(label(QCoreApplication.translate("VisitPaper", "taken out"), Type.BODY, "text"))
    line.addWidget(name, 1, Qt.AlignmentFlag.AlignTop)
    line.addLayout(texts, 3)
    return row


def _told(changes: Sequence[Difference], zone: tzinfo | None) -> Iterator[tuple[str, str, str]]:
    """The part, what it said and what it says; both empty where there are no words to show."""
    for each in changes:
        if each.part in _WORDLESS:
            yield part_name(each.part), "", ""
        else:
            yield (
                part_name(each.part),
                _text(each.part, each.before, zone),
                _text(each.part, each.after, zone),
            )


def _text(part: str, text: str | None, zone: tzinfo | None) -> str:
    """A signed line as people read it."""
    match part, (text or "").split("\t"):
        case "performance", [name, health, remark]:
            with suppress(ValueError):
                return " · ".join(filter(None, (name, health_name(Health(health)), remark)))
        case "spare_parts", [count, name]:
            return f"{count} × {name}"
        case "attachments", [_, name]:
            return name
        case "arrived", [at] if at:
            with suppress(ValueError):
                return moments.clock_time(datetime.fromisoformat(at), zone)
    return text or ""
