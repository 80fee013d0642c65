"""What can be done with one connection report: put on a case, put aside with a reason, taken back; it only asks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.services.queries import lists
from supportdesk.ui import moments
from supportdesk.ui.case_detail.act_dialog import Picker, PickRow
from supportdesk.ui.connections.report_list import money_text
from supportdesk.ui.labels import short_number
from supportdesk.ui.remote import account_words, words
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.services.views import CaseRow
    from supportdesk.services.views.remote_reports import ReportLine
    from supportdesk.ui.pages import Shell

_QUIET_MS = 200
_OFFERED = 4


class ReportSide(QWidget):
    """`link_asked` carries case and session ids, `aside_asked` the reason; `open_asked` the case that it is on."""

    link_asked = Signal(object, object)
    aside_asked = Signal(str)
    back_asked = Signal()
    open_asked = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._line: ReportLine | None = None
        self.title = label("", Type.BODY_STRONG, "text", wrap=True)
        self.facts = label("", Type.META, "muted", wrap=True)
        self.why = label("", Type.META, "text2", wrap=True)
        self.accept = Button("", ButtonKind.PRIMARY)
        self.picker = Picker(
            QCoreApplication.translate("TeamViewer", "Another case"),
            QCoreApplication.translate("TeamViewer", "Number, title or customer"),
        )
        self.link = Button(QCoreApplication.translate("TeamViewer", "Put on this case"), icon="link")
        self.reason = Field(QCoreApplication.translate("TeamViewer", "Why it belongs to no case"))
        self.aside = Button(QCoreApplication.translate("TeamViewer", "Not a case"))
        self.open_case = Button(QCoreApplication.translate("TeamViewer", "Open the case"))
        self.back = Button("", icon="arrow-counter-clockwise")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_QUIET_MS)
        self._wait.timeout.connect(self._search)
        self._lay_out()
        self._connect()
        self.show_line(None)

    def show_line(self, line: ReportLine | None) -> None:
        """Show another report, or none. What is typed stays while it is the same one, read anew."""
        before, self._line = self._line, line
        if line is None or before is None or before.id != line.id:
            self._forget_typed()
        self._show_parts(line)
        if line is None:
            self.title.setText(QCoreApplication.translate("TeamViewer", "Choose a connection."))
            self.facts.setText("")
            self._say_why("")
            return
        self._show_facts(line)
        self.link.setEnabled(self.picker.key is not None)

    def _forget_typed(self) -> None:
        self.picker.field.clear()
        self.picker.show_rows([], "")
        self.reason.set_text("")
        self.reason.set_error("")

    def _show_parts(self, line: ReportLine | None) -> None:
        """What can be done with this one. Nothing is hidden in between: the part with the keyboard would lose it."""
        standing = line.standing if line is not None else ""
        waits = standing in {"open", "proposed"}
        may_go = waits or (line is not None and line.running)
        named = line is not None and bool(line.case_number)
        self.accept.setVisible(waits and named)
        self.picker.setVisible(waits)
        self.link.setVisible(waits)
        self.reason.setVisible(may_go)
        self.aside.setVisible(may_go)
        self.open_case.setVisible(standing == "linked" and named)
        self.back.setVisible(standing in {"linked", "aside"})

    def _show_facts(self, line: ReportLine) -> None:
        now, zone = self._shell.session.now(), self._shell.zone
        device = words.identity(line.device) or QCoreApplication.translate("TeamViewer", "Unknown device")
        self.title.setText(device)
        length = "" if line.running else words.minutes_text(line.minutes)
        code = moments.ltr(line.code) if line.code else ""
        began = moments.exact_moment(line.started_at, zone)
        facts = (
            moments.own(line.officer) if line.officer else "",
            began,
            length,
            money_text(line.value),
            code,
        )
        self.facts.setText(moments.listed(facts))
        number = moments.ltr(short_number(line.case_number, now.year)) if line.case_number else ""
        self.accept.setText(QCoreApplication.translate("TeamViewer", "Put on {number}").format(number=number))
        self.back.setText(
            QCoreApplication.translate("TeamViewer", "Take off the case")
            if line.standing == "linked"
            else QCoreApplication.translate("TeamViewer", "Take up again")
        )
        self._say_why(self._reason_of(line))

    def _say_why(self, text: str) -> None:
        self.why.setText(text)
        self.why.setVisible(bool(text))

    def _reason_of(self, line: ReportLine) -> str:
        if line.standing == "aside":
            return line.reason
        if not line.case_number:
            return ""
        case = moments.listed((moments.own(line.case_title),))
        speaks = account_words.evidence_words(line.evidence)
        if not speaks:
            return case
        told = QCoreApplication.translate("TeamViewer", "{case}: {evidence} ({share} %)")
        return told.format(case=case, evidence=speaks, share=line.confidence)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first = (self.title, self.facts, self.why, self.accept, self.open_case, self.back)
        groups: tuple[tuple[QWidget, ...], ...] = (first, (self.picker, self.link), (self.reason, self.aside))
        for group in groups:
            for part in group:
                column.addWidget(part)
            column.addSpacing(6)
        column.addStretch(1)

    def _connect(self) -> None:
        self.picker.typed.connect(self._typed)
        self.picker.chosen.connect(self._picked)
        self.accept.clicked.connect(self._accept)
        self.link.clicked.connect(self._link)
        self.aside.clicked.connect(self._put_aside)
        self.back.clicked.connect(self.back_asked)
        self.open_case.clicked.connect(self._open)

    def _typed(self, _text: str) -> None:
        self._wait.start()

    def _search(self) -> None:
        text = self.picker.text()
        if not text:
            self._show_found(())
        else:
            self._shell.session.ask("case for a report", lists.best, text, _OFFERED, then=self._show_found)

    def _show_found(self, found: tuple[CaseRow, ...]) -> None:
        rows = [PickRow(row.id, moments.ltr(row.number), row.title, "") for row in found]
        nothing = QCoreApplication.translate("TeamViewer", "No case fits. Try its number or another word.")
        self.picker.show_rows(rows, nothing if self.picker.text() else "")
        self.link.setEnabled(False)

    def _picked(self, _case: object) -> None:
        self.link.setEnabled(True)

    def _accept(self) -> None:
        if self._line is not None and self._line.case_id is not None:
            self.link_asked.emit(self._line.case_id, self._line.session_id)

    def _link(self) -> None:
        if isinstance(self.picker.key, UUID):
            self.link_asked.emit(self.picker.key, None)

    def _put_aside(self) -> None:
        if self.reason.text():
            self.aside_asked.emit(self.reason.text())
        else:
            self.reason.set_error(QCoreApplication.translate("TeamViewer", "Write down why."))

    def _open(self) -> None:
        if self._line is not None and self._line.case_id is not None:
            self.open_asked.emit(self._line.case_id)
