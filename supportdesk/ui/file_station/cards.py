"""The cards of a client's File Station: one version of a data file with the copies taken of it, one audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.services.exchange.permissions import may_do
from supportdesk.ui import moments
from supportdesk.ui.file_station import words
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.painting import margins, rounded
from supportdesk.ui.widgets.texts import breaking_label, label

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views.file_station import AuditView, DataFileView, StationView

_COPIES_SHOWN = 3


def may_erase(view: StationView) -> bool:
    """Whether the person at this desk may erase clients' data, or let its day come sooner."""
    # A hub takes it from those who answer for clients' data only.
    return not view.has_hub or may_do(view.roles, "organisation.erase_data_file")


class Card(QWidget):
    """A framed place for one thing."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margins(16, 14, 16, 14))
        self.column.setSpacing(4)

    def add_head(self, icon: str, tint: str, title: QWidget, side: str, side_tint: str) -> None:
        """The first line: an icon, the title, and a word at its end."""
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(MarkView(IconMark(icon, tint, 17)))
        head.addWidget(title, 1)
        head.addWidget(label(side, Type.META_STRONG, side_tint))
        self.column.addLayout(head)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            rounded(painter, edge, 10, None, theme().colours.line)


class FileCard(Card):
    """One version of a data file. Each signal carries the DataFileView."""

    taken = Signal(object)
    day_asked = Signal(object)
    erase_asked = Signal(object)

    def __init__(
        self, file: DataFileView, view: StationView, today: date, now: datetime, zone: tzinfo | None
    ) -> None:
        super().__init__()
        self.file = file
        erased = file.erased_at is not None
        name = breaking_label(moments.ltr(file.name), Type.BODY_STRONG, "muted" if erased else "text")
        self.add_head(
            "file-x" if erased else "database",
            "muted" if erased else "text2",
            name,
            words.version_text(file),
            "muted",
        )
        place = "" if erased else words.place_text(file, view)
        self._say(words.whence(file, now, zone), "text2")
        waits = view.has_hub and not file.at_hub and not erased
        if place:
            self._say(place, "soon" if waits else "text2")
        self._say(words.fate(file, today, now, zone), "text2")
        self._add_copies(now, zone)
        self.setAccessibleName(moments.listed([file.name, words.version_text(file)]))
        take = QCoreApplication.translate("FileStation", "Take a copy…")
        self.take = Button(take, icon="download-simple", parent=self)
        day, erase = (
            QCoreApplication.translate("FileStation", "Day of erasing…"),
            QCoreApplication.translate("FileStation", "Erase…"),
        )
        self.day = Button(day, ButtonKind.FLAT, parent=self)
        self.erase = Button(erase, ButtonKind.FLAT, parent=self)
        if not erased:
            self._add_acts()
        erases = may_erase(view)
        self.take.setVisible(not erased)
        # Without a day there is none that would be later, and sooner ones are theirs too.
        self.day.setVisible(not erased and (erases or file.erase_on is not None))
        self.erase.setVisible(not erased and erases)

    def _say(self, text: str, tint: str) -> None:
        self.column.addWidget(label(text, Type.META, tint, wrap=True))

    def _add_copies(self, now: datetime, zone: tzinfo | None) -> None:
        copies = self.file.copies
        self.column.addSpacing(4)
        self.column.addWidget(label(words.copies_title(len(copies)), Type.META_STRONG, "text2"))
        for copy in copies[:_COPIES_SHOWN]:
            self._add_copy(words.copy_line(copy, now, zone), copy.why)
        if len(copies) > _COPIES_SHOWN:
            more = QCoreApplication.translate("FileStation", "Show all copies")
            self.more = Button(more, ButtonKind.LINK)
            self.more.clicked.connect(self._show_all)
            self.column.addWidget(self.more)
            self._rest = [(words.copy_line(copy, now, zone), copy.why) for copy in copies[_COPIES_SHOWN:]]

    def _add_copy(self, who: str, why: str, at: int = -1) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(who, Type.META, "text"))
        row.addWidget(label(why, Type.META, "text2", wrap=True), 1)
        self.column.insertLayout(at, row)

    def _show_all(self) -> None:
        at = self.column.indexOf(self.more)
        for offset, (who, why) in enumerate(self._rest):
            self._add_copy(who, why, at + offset)
        self.more.hide()
        self.take.setFocus()

    def _add_acts(self) -> None:
        self.column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.take.clicked.connect(self._take)
        self.day.clicked.connect(self._ask_day)
        self.erase.clicked.connect(self._ask_erase)
        for button in (self.take, self.day, self.erase):
            button.setAccessibleDescription(self.file.name)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def _take(self) -> None:
        self.taken.emit(self.file)

    def _ask_day(self) -> None:
        self.day_asked.emit(self.file)

    def _ask_erase(self) -> None:
        self.erase_asked.emit(self.file)


class AuditCard(Card):
    """The audit of one engagement. `asked` carries the AuditView."""

    asked = Signal(object)

    def __init__(self, audit: AuditView) -> None:
        super().__init__()
        self._audit = audit
        done = audit.complete
        self.add_head(
            "check-circle" if done else "warning-circle",
            "ok_line" if done else "soon",
            label(audit.title, Type.BODY_STRONG, wrap=True),
            words.audit_state(audit),
            "ok" if done else "soon",
        )
        self._say(audit.kind, "text2")
        if audit.refusal:
            self._say(audit.refusal, "soon")
        for check in audit.checks:
            self._say(f"• {check}", "text")
        if audit.findings:
            self._say(audit.findings, "text")
        if audit.checks or audit.findings:
            self._say(words.match_text(audit.matches), "text2")
        self.record = Button(
            QCoreApplication.translate("FileStation", "Change the audit…")
            if audit.checks or audit.findings
            else QCoreApplication.translate("FileStation", "Record the audit…")
        )
        self.record.setAccessibleDescription(audit.title)
        self.record.clicked.connect(self._ask)
        self.column.addSpacing(6)
        self.column.addWidget(self.record)

    def _say(self, text: str, tint: str) -> None:
        self.column.addWidget(label(text, Type.META, tint, wrap=True))

    def _ask(self) -> None:
        self.asked.emit(self._audit)
