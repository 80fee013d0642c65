"""What the client agrees to, and the signature below it: given, locked, and said to be void once the report differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from supportdesk.rules.cases.signature import Signature, read_strokes
from supportdesk.rules.cases.visit_content import content_of, differences
from supportdesk.rules.cases.visit_report import Acceptance
from supportdesk.ui import moments
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.dialogs import ClearDialog
from supportdesk.ui.visits.pad import SignatureBox
from supportdesk.ui.visits.sections import TextArea
from supportdesk.ui.visits.words import case_numbers, parts_named
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from supportdesk.services.views.visits import VisitView
    from supportdesk.ui.pages import Shell

_CASES_NAMED = 2


class AcceptancePanel(QWidget):
    """`edited` carries the Acceptance, `signed` asks to keep what was drawn, `drafted` comes with what is unsigned."""

    edited = Signal(object)
    drafted = Signal()
    signed = Signal()
    left = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._view: VisitView | None = None
        self._anew = self._read_only = self._showing = False
        self.as_asked = CheckBox(QCoreApplication.translate("Visits", "Work done as asked"))
        self.may_close = CheckBox()
        self.with_remark = CheckBox(QCoreApplication.translate("Visits", "With a remark"))
        self.remark = TextArea(QCoreApplication.translate("Visits", "Client’s remark"), least=2)
        self.name = self._line(QCoreApplication.translate("Visits", "Name"))
        self.job = self._line(QCoreApplication.translate("Visits", "Job or role"))
        self.box = SignatureBox()
        self.sign = Button(QCoreApplication.translate("Visits", "Keep the signature"), icon="check-bold")
        self.void = Banner(MessageKind.HINT)
        self.anew = Button(QCoreApplication.translate("Visits", "Sign anew"))
        self.told = label("", Type.META, "muted", wrap=True)
        self.error = label("", Type.META, "over_text", wrap=True)
        self._lay_out()
        self._connect()

    def show_visit(self, view: VisitView, *, same: bool, held: bool, year: int) -> None:
        """Show what was agreed; `held`: what is ticked here is not saved yet. `same`: it is the visit in view."""
        self._view = view
        if not same:
            self._anew = False
            self.name.clear()
            self.job.clear()
            self.box.pad.show_strokes((), locked=False)
        numbers = [case.number for case in view.cases]
        text = QCoreApplication.translate("Visits", "The cases can be closed")
        if len(numbers) == 1:
            text = QCoreApplication.translate("Visits", "Case {cases} can be closed")
        elif len(numbers) <= _CASES_NAMED:
            text = QCoreApplication.translate("Visits", "Cases {cases} can be closed")
        self.may_close.setText(text.format(cases=case_numbers(numbers, year)))
        self.may_close.setVisible(bool(numbers))
        if not held:
            self._show_acceptance(view.report.acceptance, same=same)
        self._show_signature()

    def show_draft(self, content: Mapping[str, Any]) -> None:
        """Show what was typed and drawn and not signed."""
        if content.get("strokes"):
            # It was begun although there was a signature.
            self._anew = True
        elif self.box.pad.locked:
            return
        self.name.setText(str(content.get("name", "")))
        self.job.setText(str(content.get("job", "")))
        if content.get("strokes"):
            self.box.pad.show_strokes(read_strokes(content["strokes"]), locked=False)
        self._show_signature()

    def draft(self) -> dict[str, Any]:
        """What is typed and drawn and not signed."""
        if self.box.pad.locked:
            return {}
        strokes = [[list(point) for point in stroke] for stroke in self.box.pad.strokes()]
        content = {"name": self.name.text().strip(), "job": self.job.text().strip(), "strokes": strokes}
        return {name: value for name, value in content.items() if value}

    def acceptance(self) -> Acceptance:
        """What is ticked and remarked."""
        remark = self.remark.text() if self.with_remark.isChecked() else ""
        return Acceptance(self.as_asked.isChecked(), self.may_close.isChecked(), remark)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read only."""
        self._read_only = read_only
        for box in (self.as_asked, self.may_close, self.with_remark):
            box.setEnabled(not read_only)
        self.remark.edit.setReadOnly(read_only)
        self.remark.update()

    def set_wrong(self, wrong: bool) -> None:
        """Mark what a signature needs, or no more."""
        self.box.set_wrong(wrong)
        text = QCoreApplication.translate("Visits", "The client has not signed this report.")
        # Where a signature no longer stands, that is said already.
        self._complain(text if wrong and self.void.isHidden() else "")

    def was_kept(self) -> None:
        """The signature is kept; what comes next is read."""
        self._anew = False
        self._complain("")

    # ------------------------------------------------------------------ inside

    def _line(self, spoken: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(spoken)
        line.setAccessibleName(spoken)
        line.setMaxLength(200)
        return line

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(QCoreApplication.translate("Visits", "Client’s acceptance"), Type.BODY_STRONG))
        for box in (self.as_asked, self.may_close, self.with_remark):
            column.addWidget(box)
        column.addWidget(self.remark)
        column.addSpacing(2)
        column.addWidget(label(QCoreApplication.translate("Visits", "Signed by"), Type.LABEL, "text2"))
        column.addWidget(self.name)
        column.addWidget(self.job)
        column.addWidget(self.void)
        column.addWidget(self.box)
        column.addWidget(self.error)
        column.addWidget(self.sign)
        column.addWidget(self.anew)
        column.addWidget(self.told)
        for widget in (self.remark, self.void, self.error, self.sign, self.anew, self.told):
            widget.hide()

    def _connect(self) -> None:
        for box in (self.as_asked, self.may_close):
            box.clicked.connect(self._edited)
        self.with_remark.clicked.connect(self._turn_remark)
        self.remark.edited.connect(self._edited)
        self.remark.left.connect(self.left)
        for line in (self.name, self.job):
            line.textEdited.connect(self._drafted)
            line.editingFinished.connect(self.left)
        self.box.pad.drawn.connect(self._drafted)
        self.box.clear_asked.connect(self._ask_to_clear)
        self.anew.clicked.connect(self._begin_anew)
        self.sign.clicked.connect(self._sign)

    def _show_acceptance(self, given: Acceptance, *, same: bool) -> None:
        self.as_asked.setChecked(given.as_asked)
        self.may_close.setChecked(given.may_close)
        if given.remark or not same:
            self.remark.show_text(given.remark)
            self.with_remark.setChecked(bool(given.remark))
        self.remark.setVisible(self.with_remark.isChecked())

    def _show_signature(self) -> None:
        view = self._view
        if view is None:
            return
        signature = view.signed
        locked = signature is not None and not self._anew
        stands = locked and view.report.agreement is not None
        if signature is not None and locked:
            self.box.pad.show_strokes(signature.strokes, locked=True)
            self.name.setText(signature.name)
            self.job.setText(signature.job)
        self.name.setReadOnly(locked or self._read_only)
        self.job.setReadOnly(locked or self._read_only)
        self.job.setVisible(not locked or bool(self.job.text()))
        self.void.setVisible(locked and not stands)
        if signature is not None and locked and not stands:
            self._say_void(view, signature)
        self.anew.setVisible(locked and not stands and not self._read_only)
        drawn = not locked and bool(self.box.pad.strokes())
        self.sign.setVisible(drawn and not self._read_only)
        self._say_below(locked=locked, stands=stands, drawn=drawn)
        self.told.setVisible(stands)
        if signature is not None and stands:
            self.told.setText(self._told(signature.at))
            self._complain("")
            self.box.set_wrong(False)

    def _say_below(self, *, locked: bool, stands: bool, drawn: bool) -> None:
        hint = QCoreApplication.translate("Visits", "Pen, mouse or touch")
        clear = QCoreApplication.translate("Visits", "Clear") if drawn else ""
        if locked:
            hint = QCoreApplication.translate("Visits", "Locked")
            clear = QCoreApplication.translate("Visits", "Sign anew…") if stands else ""
        self.box.say(hint, "" if self._read_only else clear)

    def _say_void(self, view: VisitView, signature: Signature) -> None:
        lead = QCoreApplication.translate("Visits", "The signature no longer stands.")
        changed = [each.part for each in differences(signature.content, content_of(view.report))]
        text = QCoreApplication.translate("Visits", "The report is a later revision.")
        if changed:
            text = QCoreApplication.translate("Visits", "Changed since: {parts}.")
            text = text.format(parts=parts_named(changed))
        self.void.say(lead, text)
        self.void.updateGeometry()

    def _told(self, at: datetime) -> str:
        zone: tzinfo | None = self._shell.zone
        words = QCoreApplication.translate(
            "Visits", "Signed {moment}. The report is bound to it as it stands."
        )
        return words.format(moment=moments.due_moment(at, self._shell.session.now(), zone))

    def _complain(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    # ------------------------------------------------------------------ what is done here

    def _edited(self) -> None:
        self.edited.emit(self.acceptance())

    def _turn_remark(self, on: bool) -> None:
        self.remark.setVisible(on)
        if on:
            self.remark.edit.setFocus()
        self._edited()

    def _drafted(self) -> None:
        self._complain("")
        self._show_signature()
        self.drafted.emit()

    def _sign(self) -> None:
        if not self.name.text().strip():
            self._complain(QCoreApplication.translate("Visits", "Write the name of who signs."))
            self.name.setFocus()
        elif not self.box.pad.is_signed():
            self._complain(
                QCoreApplication.translate("Visits", "Sign in the box: what is there is too short.")
            )
        else:
            self.signed.emit()

    def _ask_to_clear(self) -> None:
        dialog = ClearDialog(self._shell.cover, signed=self.box.pad.locked)
        dialog.closed.connect(self._cleared)
        dialog.open()

    def _cleared(self, agreed: object) -> None:
        if agreed:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._anew = True
        self.box.pad.show_strokes((), locked=False)
        self._drafted()
        self.box.update()
