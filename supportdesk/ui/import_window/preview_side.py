"""The preview beside the mapping: the first cases as they would be, rows that can't be cases, columns that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.import_window.words import refusal
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.chips import Tag
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.marks import IconMark, MarkView, SeverityMark
from supportdesk.ui.widgets.texts import ElidedLabel, Line, label

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from supportdesk.services.importing import CaseStory, Preview

_CASES = 6
_REFUSED = 6


class PreviewSide(QWidget):
    """What an import would bring, read from the whole file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def wait(self) -> None:
        """Say that the file is being read."""
        self._clear()
        text = QCoreApplication.translate("Import", "Reading the file…")
        self._column.addWidget(label(text, Type.META, "muted", wrap=True))
        self._column.addStretch(1)

    def show_preview(self, found: Preview, ranks: dict[str, int], now: datetime, zone: tzinfo | None) -> None:
        """Show this preview; `ranks` tells the mark of a severity by its code."""
        self._clear()
        if found.first:
            self._head(QCoreApplication.translate("Import", "First cases"), found.cases)
            for story in found.first[:_CASES]:
                self._column.addWidget(Line())
                self._column.addLayout(_case(story, ranks, now, zone))
            self._column.addSpacing(10)
        if found.refused_count:
            self._head(QCoreApplication.translate("Import", "Can't be imported"), found.refused_count)
            for each in found.refused[:_REFUSED]:
                self._column.addLayout(_noted("warning-circle", "over_text", refusal(each)))
            rest = found.refused_count - len(found.refused[:_REFUSED])
            if rest:
                more = QCoreApplication.translate(
                    "Import", "and %n more, all named in the report", None, rest
                )
                self._column.addWidget(label(more, Type.HINT, "muted", wrap=True))
            self._column.addSpacing(10)
        if found.kept_columns:
            self._head(QCoreApplication.translate("Import", "Kept as they are"), len(found.kept_columns))
            self._column.addWidget(label(moments.listed(found.kept_columns), Type.META, "text2", wrap=True))
            why = QCoreApplication.translate("Import", "They stay with each case under their own name.")
            self._column.addWidget(label(why, Type.HINT, "muted", wrap=True))
        self._column.addStretch(1)

    def _head(self, title: str, count: int) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(title, Type.META_STRONG))
        head.addWidget(Tag(str(count)))
        head.addStretch(1)
        self._column.addLayout(head)

    def _clear(self) -> None:
        emptied(self._column)


def _case(story: CaseStory, ranks: dict[str, int], now: datetime, zone: tzinfo | None) -> QHBoxLayout:
    rank = ranks.get(story.severity or "", 9)
    mark = SeverityMark(rank, size=16) if rank <= 4 else IconMark("tray", "muted", 16)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(ElidedLabel(story.title, Type.META_STRONG, "text"))
    day = moments.day_text(story.logged_at.astimezone(zone).date(), now.astimezone(zone).date())
    parts = (moments.ltr(story.number), story.organisation, day, story.owner)
    words.addWidget(ElidedLabel(" · ".join(part for part in parts if part), Type.HINT, "muted"))
    row = QHBoxLayout()
    row.setSpacing(9)
    row.addWidget(MarkView(mark, story.severity or ""), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def _noted(icon: str, tint: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(MarkView(IconMark(icon, tint, 14)), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, Type.META, "text2", wrap=True), 1)
    return row
