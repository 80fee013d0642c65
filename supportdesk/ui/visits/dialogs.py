"""The small dialogs of a visit: clear a drawing, revise a finished report, make a case from a recommendation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSizePolicy

from supportdesk.services.cases import visit_reports, visits
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.asking import Asking
from supportdesk.ui.widgets.buttons import ButtonKind
from supportdesk.ui.widgets.choices import RadioButton
from supportdesk.ui.widgets.fields import Choice, Field, TextBox
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from supportdesk.services.in_hand.new_case import NewCase
    from supportdesk.services.operations.desk import Done
    from supportdesk.services.queries.visit_offers import FollowUpOffer
    from supportdesk.ui.pages import Shell

_NOT_TYPED = frozenset({"screenshot", "articles"})


class ClearDialog(Asking):
    """Asks before a drawing is thrown away, or before a signature that stands is asked for once more."""

    def __init__(self, cover: QWidget, *, signed: bool) -> None:
        title = QCoreApplication.translate("Visits", "Clear the signature?")
        verb = QCoreApplication.translate("Visits", "Clear")
        text = QCoreApplication.translate(
            "Visits", "What was drawn is thrown away, and the client draws again."
        )
        if signed:
            title = QCoreApplication.translate("Visits", "Let the client sign anew?")
            verb = QCoreApplication.translate("Visits", "Sign anew")
            text = QCoreApplication.translate(
                "Visits", "The signature that is there stays in the history until there is another."
            )
        super().__init__(cover, title, verb, ButtonKind.DESTRUCTIVE, (440, 220))
        self.body.addWidget(label(text, Type.BODY, "text2", wrap=True))
        self.body.addStretch(1)


class ReviseDialog(Asking):
    """Asks why a finished report is opened again, and opens it; `closed` carries what the act came to."""

    def __init__(self, shell: Shell, visit_id: UUID) -> None:
        super().__init__(
            shell.cover,
            QCoreApplication.translate("Visits", "Revise the report"),
            QCoreApplication.translate("Visits", "Revise"),
            ButtonKind.PRIMARY,
            (480, 320),
        )
        self._shell, self._visit_id = shell, visit_id
        text = QCoreApplication.translate(
            "Visits",
            "What was signed is kept. The client signs the revision once more before it is finished.",
        )
        self.body.addWidget(label(text, Type.BODY, "text2", wrap=True))
        self.why = TextBox(QCoreApplication.translate("Visits", "Why it is revised"), lines=3)
        self.body.addWidget(self.why)
        self.body.addStretch(1)

    def submit(self) -> None:
        if not self.why.text():
            self.why.set_error(QCoreApplication.translate("Visits", "Say in a few words why."))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hold()
        act, why = visit_reports.revise_report, self.why.text()
        self._shell.session.do(act, self._visit_id, why, then=self.close_with, failed=self.refuse)


class FollowUpDialog(Asking):
    """Makes a case from one line of the recommendations; what the policy asks besides is filled as far as known."""

    def __init__(self, shell: Shell, offer: FollowUpOffer) -> None:
        super().__init__(
            shell.cover,
            QCoreApplication.translate("Visits", "Make a case from a recommendation"),
            QCoreApplication.translate("Visits", "Create case"),
            ButtonKind.PRIMARY,
            (560, 520),
        )
        self._shell, self._offer = shell, offer
        self._proposed = ""
        self.lines: list[RadioButton] = []
        self.body.addWidget(
            label(QCoreApplication.translate("Visits", "Recommendation"), Type.LABEL, "text2")
        )
        for line in offer.lines:
            radio = RadioButton(line)
            radio.setToolTip(line)
            radio.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            radio.toggled.connect(self._chosen)
            self.lines.append(radio)
            self.body.addWidget(radio)
        self.title_field = Field(QCoreApplication.translate("Visits", "Title of the case"))
        self.body.addWidget(self.title_field)
        self.reason = self._choice(
            QCoreApplication.translate("Visits", "Reason"), offer.form.reasons, offer.case.reason
        )
        self.area = self._choice(
            QCoreApplication.translate("Visits", "Area"), offer.form.areas, offer.case.area
        )
        self.parts: dict[str, Field] = {}
        for part, name, hint, kind, required in offer.form.parts:
            if (
                required
                and part != "summary"
                and kind not in _NOT_TYPED
                and not offer.case.template.get(part)
            ):
                self.parts[part] = Field(name, placeholder=hint)
                self.body.addWidget(self.parts[part])
        self.body.addStretch(1)
        if self.lines:
            self.lines[0].setChecked(True)

    def submit(self) -> None:
        chosen = next((at for at, radio in enumerate(self.lines) if radio.isChecked()), None)
        if chosen is None or not self.primary.isEnabled() or not self._complete():
            return
        self.hold()
        self._shell.session.do(
            visits.follow_up,
            self._offer.visit_id,
            self._offer.lines[chosen],
            self.case(self._offer.lines[chosen]),
            then=self._made,
            failed=self.refuse,
        )

    def case(self, line: str) -> NewCase:
        """The case as it would be logged."""
        template = {**self._offer.case.template, **{part: field.text() for part, field in self.parts.items()}}
        title = self.title_field.text()
        asked = [part[0] for part in self._offer.form.parts]
        # The first case's own summary would stand for another thing.
        if "summary" in asked:
            template["summary"] = title
        return replace(
            self._offer.case,
            title=title,
            body=line,
            reason=self._value(self.reason),
            area=self._value(self.area),
            template=template,
        )

    def _choice(self, title: str, values: tuple[tuple[str, str], ...], chosen: str | None) -> Choice | None:
        if not values:
            return None
        nothing = (None, QCoreApplication.translate("Visits", "Choose…"))
        known = {key for key, _ in values}
        choice = Choice(title, values if chosen in known else (nothing, *values))
        if chosen in known:
            choice.choose(chosen)
        self.body.addWidget(choice)
        return choice

    @staticmethod
    def _value(choice: Choice | None) -> str | None:
        value = choice.value() if choice is not None else None
        return str(value) if value is not None else None

    def _complete(self) -> bool:
        """Whether everything is filled in that can be asked here; what is missing says so."""
        fields = [self.title_field, *self.parts.values()]
        for field in fields:
            text = QCoreApplication.translate("Visits", "This is needed for a case.")
            field.set_error("" if field.text() else text)
        for choice in (self.reason, self.area):
            if choice is not None:
                choice.set_error(
                    "" if choice.value() is not None else QCoreApplication.translate("Visits", "Choose one.")
                )
        wrong = [each for each in (*fields, self.reason, self.area) if each is not None and each.error]
        if wrong:
            wrong[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _chosen(self, on: bool) -> None:
        # A title that was typed stays, whichever line it is for.
        if on and self.title_field.text() in {"", self._proposed}:
            line = next(self._offer.lines[at] for at, radio in enumerate(self.lines) if radio.isChecked())
            self.title_field.set_text(line[:200])
            self._proposed = self.title_field.text()

    def _made(self, done: Done) -> None:
        self.close_with(done)
