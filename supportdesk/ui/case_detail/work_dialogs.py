"""Dialogs for chargeable work on a case: open an engagement, take the step whose turn it is (ENG-1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from supportdesk.services.entitlements import engagements
from supportdesk.ui.case_detail.act_dialog import ActDialog
from supportdesk.ui.case_detail.stage_dialogs import money_of
from supportdesk.ui.case_detail.timeline_words import step_name
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.fields import Choice, Field
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from uuid import UUID

    from supportdesk.services.queries.case_offers import CaseOffers, OpenWork, WorkOffer
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.case_detail.errands import Errands
    from supportdesk.ui.pages import Shell

Asked = tuple[str, Callable[..., object], tuple[Any, ...], dict[str, Any]]
_WITH_AMOUNT = frozenset({"quote", "invoice", "payment"})


class OpenWorkDialog(ActDialog):
    """Opens chargeable work for the client of this case."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail, offered: CaseOffers) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Start an engagement")
        verb = QCoreApplication.translate("CaseDialogs", "Open engagement")
        super().__init__(shell, errands, case, title, verb, size=(520, 440), subtitle=case.organisation)
        self._offered = {offer.id: offer for offer in offered.work}
        self.kind = Choice(
            QCoreApplication.translate("CaseDialogs", "Kind of work"),
            [(offer.id, offer.name) for offer in offered.work],
        )
        self.title = Field(QCoreApplication.translate("CaseDialogs", "Title"), text=case.title)
        self.service = Choice(QCoreApplication.translate("CaseDialogs", "Service"))
        self.vendor = Field(
            QCoreApplication.translate("CaseDialogs", "Vendor"),
            hint=QCoreApplication.translate("CaseDialogs", "where one does the work"),
        )
        self.kind.changed.connect(self._kind_chosen)
        if not offered.work or case.organisation_id is None:
            words = QCoreApplication.translate("CaseDialogs", "These support terms know no chargeable work.")
            self.body.addWidget(label(words, Type.BODY, "text2", wrap=True))
            self.primary.setEnabled(False)
        else:
            for field in (self.kind, self.title, self.service, self.vendor):
                self.body.addWidget(field)
            self._kind_chosen(self.kind.value())
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        if not self.title.text():
            self.title.set_error(QCoreApplication.translate("CaseDialogs", "Name what it is about."))
            return None
        said = QCoreApplication.translate("CaseDialogs", "Engagement opened")
        args = (self.case.organisation_id, str(self.kind.value()), self.title.text())
        named = {
            "case_id": self.case.id,
            "vendor": self.vendor.text() or None,
            "service": self.service.value(),
        }
        return said, engagements.open_engagement, args, named

    def _kind_chosen(self, kind: object) -> None:
        offer: WorkOffer | None = self._offered.get(str(kind))
        services = offer.services if offer is not None else ()
        self.service.offer(services)
        self.service.setVisible(bool(services))


class StepDialog(ActDialog):
    """Takes a step of chargeable work that is open for this case."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail, offered: CaseOffers) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Next step of the work")
        verb = QCoreApplication.translate("CaseDialogs", "Record step")
        super().__init__(shell, errands, case, title, verb, size=(520, 500))
        self._open: dict[UUID, OpenWork] = {work.id: work for work in offered.open_work}
        self.work = Choice(
            QCoreApplication.translate("CaseDialogs", "Engagement"),
            [(work.id, f"{work.title} · {work.kind}") for work in offered.open_work],
        )
        self.step = Choice(QCoreApplication.translate("CaseDialogs", "Step"))
        self.amount = Field(QCoreApplication.translate("CaseDialogs", "Amount"))
        self.currency = Field(QCoreApplication.translate("CaseDialogs", "Currency"))
        self.reference = Field(QCoreApplication.translate("CaseDialogs", "Reference"))
        self.note = Field(QCoreApplication.translate("CaseDialogs", "Note"))
        self.work.changed.connect(self._work_chosen)
        self.step.changed.connect(self._step_chosen)
        for field in (self.work, self.step, self.amount, self.currency, self.reference, self.note):
            self.body.addWidget(field)
        self.body.addStretch(1)
        self._work_chosen(self.work.value())

    def asked(self) -> Asked | None:
        step, money = self.step.value(), None
        if step is None:
            return None
        if step in _WITH_AMOUNT:
            money = money_of(self.amount, self.currency)
            if money is None:
                return None
        said = QCoreApplication.translate("CaseDialogs", "Step recorded: {step}").format(
            step=step_name(str(step))
        )
        named = {
            "money": money,
            "reference": self.reference.text() or None,
            "note": self.note.text() or None,
        }
        return said, engagements.take_step, (self.work.value(), str(step)), named

    def _work_chosen(self, chosen: object) -> None:
        work = next((each for key, each in self._open.items() if key == chosen), None)
        steps = work.next_steps if work is not None else ()
        self.step.offer([(step, step_name(step)) for step in steps])
        if work is not None and work.currency:
            self.currency.set_text(work.currency)
        self.primary.setEnabled(bool(steps))
        self._step_chosen(self.step.value())

    def _step_chosen(self, step: object) -> None:
        for field in (self.amount, self.currency):
            field.setVisible(step in _WITH_AMOUNT)
