"""The form of a request: its parts in order, what they hold as one value, and what a policy changes about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui.new_case.caller import CallerPart, Party
from supportdesk.ui.new_case.content import SUMMARY, Content
from supportdesk.ui.new_case.several import SummaryPart
from supportdesk.ui.new_case.severity import SeverityPart
from supportdesk.ui.new_case.template import TemplatePart
from supportdesk.ui.new_case.tried import TriedPart
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.fields import Choice
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.services.views import IntakeAdvice, IntakeForm
    from supportdesk.workers.session import DeskSession


class SortingPart(QWidget):
    """Reason and area, where the policy has them, with its warning (SAG-4)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = Choice(QCoreApplication.translate("NewCase", "Reason"))
        self.area = Choice(QCoreApplication.translate("NewCase", "Area"))
        # What was kept before its list was known.
        self._wanted: tuple[str | None, str | None] = (None, None)
        self._offered: tuple[frozenset[str], frozenset[str]] | None = None
        self._warning = label("", Type.HINT, "soon", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.reason, 1)
        row.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._warning)
        self.reason.changed.connect(self._chosen)
        self.area.changed.connect(self._chosen)

    @property
    def values(self) -> tuple[str | None, str | None]:
        """The chosen reason and area; what another client's policy offered stays behind."""
        if self._offered is None:
            return self._wanted
        reason, area = self._wanted
        return reason if reason in self._offered[0] else None, area if area in self._offered[1] else None

    def show_values(self, reason: str | None, area: str | None) -> None:
        """Show what was chosen."""
        self._wanted = (reason, area)
        self.reason.choose(reason)
        self.area.choose(area)

    def show_form(self, form: IntakeForm | None) -> None:
        """Offer the reasons and areas of a policy."""
        lists = (form.reasons, form.areas) if form else ((), ())
        if form is not None:
            reasons, areas = (frozenset(key for key, _name in values) for values in lists)
            self._offered = (reasons, areas)
        unset = QCoreApplication.translate("NewCase", "Choose…")
        for choice, values, wanted in zip((self.reason, self.area), lists, self._wanted, strict=True):
            choice.offer([(None, unset), *values])
            choice.choose(wanted)
            choice.setVisible(bool(values))
        self.setVisible(any(lists))
        self._warning.setText(form.warning if form else "")
        self._warning.setVisible(bool(form and form.warning))

    def point_out_missing(self) -> QWidget | None:
        """Say where a choice is needed; the first such place, or None."""
        first: QWidget | None = None
        for choice in (self.reason, self.area):
            if choice.control.count() > 1 and choice.value() is None:
                text = QCoreApplication.translate("NewCase", "Choose one; the policy asks for it.")
                choice.set_error(text)
                first = first or choice.control
        return first

    def _chosen(self, _value: object) -> None:
        reason, area = self.reason.value(), self.area.value()
        self._wanted = (
            str(reason) if reason is not None else None,
            str(area) if area is not None else None,
        )
        self.changed.emit()


class RequestForm(QWidget):
    """`changed` comes with every letter and every choice."""

    changed = Signal()

    def __init__(
        self, session: DeskSession, new_client_policy: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.caller = CallerPart(session, new_client_policy)
        self.summary = SummaryPart()
        self.template = TemplatePart()
        self.tried = TriedPart(session)
        self.sorting = SortingPart()
        self.severity = SeverityPart()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.caller, self.summary, self.template, self.tried, self.sorting, self.severity):
            column.addWidget(part)
            part.changed.connect(self.changed)
        self._form: IntakeForm | None = None
        self._show_form(None)

    def content(self) -> Content:
        """What the form holds."""
        caller, party = self.caller, self.caller.party
        reason, area = self.sorting.values
        return Content(
            organisation_id=party.organisation_id if party else None,
            organisation=party.organisation if party else "",
            contact_id=caller.contact_id,
            product_id=caller.product_id,
            version=caller.version.text(),
            summary=self.summary.one.text(),
            aspects=self.summary.texts(),
            template=self.template.values(),
            reason=reason,
            area=area,
            answers=self.severity.answers,
            severity=self.severity.by_hand,
            tried=self.tried.tried,
        )

    def show_content(self, content: Content) -> None:
        """Show other content."""
        known = content.organisation_id
        party = Party(known, content.organisation, content.contact_id) if known else None
        self.caller.show_party(party, content.product_id, content.version)
        self.summary.show_values(content.summary, content.aspects)
        self.template.show_values(content.template)
        self.severity.show_values(content.answers, content.severity)
        self.sorting.show_values(content.reason, content.area)
        self.tried.show_tried(content.tried)

    def show_advice(self, advice: IntakeAdvice) -> None:
        """Ask what the client's policy asks, and show what the answers come to."""
        self._show_form(advice.form)
        self.caller.show_advice(advice)
        self.severity.show_proposal(advice.proposed_severity)
        self.summary.show_several(advice.several)

    def point_out_missing(self) -> QWidget | None:
        """Say at each place what is still needed; the first such place, or None where nothing is."""
        parts = (self.summary, self.template, self.sorting)
        missing = [part.point_out_missing() for part in parts]
        return next((place for place in missing if place is not None), None)

    def _show_form(self, form: IntakeForm | None) -> None:
        if form is None and self._form is not None:
            # While nobody knows whose policy counts, the last one's questions stay.
            return
        self._form = form
        summary = next((part for part in (form.parts if form else ()) if part[0] == SUMMARY), None)
        self.summary.set_words(summary[1] if summary else "", summary[2] if summary else "")
        self.template.show_form(form)
        self.severity.show_form(form)
        self.sorting.show_form(form)
        self.tried.setVisible(form is not None and any(part[3] == "articles" for part in form.parts))
