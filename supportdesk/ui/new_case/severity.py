"""What the client says about how grave it is: questions that propose a severity, and the severity itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.choices import Segmented
from supportdesk.ui.widgets.fields import FormRow
from supportdesk.ui.widgets.marks import SeverityMark
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.services.views import IntakeForm, SeverityChoice

_Questions = tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


class SeverityPart(QWidget):
    """Answers propose (SPK-2, SAG-7); a severity chosen by hand stands until the answers are asked again."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: _Questions = ()
        self._severities: tuple[SeverityChoice, ...] = ()
        self._asked: dict[str, FormRow[Segmented]] = {}
        self._by_hand: str | None = None
        self._wanted: dict[str, str] = {}
        self._known = False
        self._answers = QVBoxLayout()
        self._answers.setSpacing(8)
        title = QCoreApplication.translate("NewCase", "What the customer says")
        hint = QCoreApplication.translate("NewCase", "you verify the severity later")
        self.severity = FormRow(title, Segmented(), hint=hint)
        self.severity.control.chosen.connect(self._chosen)
        self._origin = label("", Type.HINT, "muted", wrap=True)
        self._back = Button(
            QCoreApplication.translate("NewCase", "Go by the answers instead"), ButtonKind.LINK
        )
        self._back.clicked.connect(self._go_by_answers)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._origin, 1)
        foot.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._answers)
        column.addWidget(self.severity)
        column.addLayout(foot)
        self.show_form(None)

    @property
    def by_hand(self) -> str | None:
        """The severity that was chosen instead of the proposed one."""
        return self._by_hand

    @property
    def answers(self) -> Mapping[str, str]:
        """The answers given, by question. Before the questions are known, those that were kept."""
        if not self._known:
            return dict(self._wanted)
        given = {question: row.control.value() for question, row in self._asked.items()}
        return {question: str(value) for question, value in given.items() if value is not None}

    def show_values(self, answers: Mapping[str, str], by_hand: str | None) -> None:
        """Show what was answered and chosen earlier."""
        self._wanted, self._by_hand = dict(answers), by_hand
        for question, row in self._asked.items():
            row.control.choose(answers.get(question))
        self.severity.control.choose(by_hand)

    def show_form(self, form: IntakeForm | None) -> None:
        """Ask the questions of this policy; a policy without severities asks nothing."""
        questions = form.questions if form else ()
        severities = form.severities if form else ()
        self._wanted = {**self._wanted, **self.answers}
        before, self._known = self._known, form is not None
        if before and (questions, severities) == (self._questions, self._severities):
            return
        self._questions, self._severities = questions, severities
        for row in self._asked.values():
            self._answers.removeWidget(row)
            row.deleteLater()
        self._asked = {}
        for question, text, choices in questions:
            row = FormRow(text, Segmented())
            row.control.offer([(choice, name, None) for choice, name in choices])
            row.control.choose(self._wanted.get(question))
            row.control.chosen.connect(self._answered)
            self._asked[question] = row
            self._answers.addWidget(row)
        self.severity.control.offer(
            [(each.code, each.name, SeverityMark(each.rank, size=15)) for each in severities]
        )
        if self._by_hand not in {each.code for each in severities}:
            self._by_hand = None
        self.setVisible(bool(severities))
        self.show_proposal(None)

    def show_proposal(self, proposed: SeverityChoice | None) -> None:
        """Show what the answers come to; a choice by hand stands."""
        code = self._by_hand or (proposed.code if proposed else None)
        self.severity.control.choose(code)
        self._back.setVisible(self._by_hand is not None and bool(self._questions))
        self._origin.setText(self._explained(code, proposed))

    def _explained(self, code: str | None, proposed: SeverityChoice | None) -> str:
        chosen = next((each for each in self._severities if each.code == code), None)
        if chosen is None:
            if not self._questions:
                return ""
            return QCoreApplication.translate("NewCase", "Answer the questions, or choose a severity.")
        if self._by_hand is not None:
            return chosen.definition
        proposal = QCoreApplication.translate("NewCase", "Proposed by the answers. {definition}")
        return proposal.format(definition=chosen.definition) if proposed else chosen.definition

    def _answered(self, _choice: object) -> None:
        self._by_hand = None
        self.changed.emit()

    def _chosen(self, code: object) -> None:
        self._by_hand = str(code)
        self.show_proposal(None)
        self.changed.emit()

    def _go_by_answers(self) -> None:
        self._by_hand = None
        self.show_proposal(None)
        self.changed.emit()
