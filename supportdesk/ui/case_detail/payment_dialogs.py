"""Dialogs about what covers a case: a payment, a season ticket, an incident given back, uncovered support settled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.words import Cover
from supportdesk.services.entitlements import incidents
from supportdesk.ui.case_detail.act_dialog import ActDialog
from supportdesk.ui.case_detail.stage_dialogs import money_of
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.choices import CheckBox, Segmented
from supportdesk.ui.widgets.fields import Choice, Field
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.services.queries.case_offers import CaseOffers
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.case_detail.errands import Errands
    from supportdesk.ui.pages import Shell

Asked = tuple[str, Callable[..., object], tuple[Any, ...], dict[str, Any]]


class PaymentDialog(ActDialog):
    """A payment for this one case, or a season ticket for the client (SYN-1, SYN-2)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail, offered: CaseOffers) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Record a payment")
        verb = QCoreApplication.translate("CaseDialogs", "Record payment")
        super().__init__(shell, errands, case, title, verb, size=(520, 520), subtitle=case.organisation)
        self.what = Segmented()
        self.what.setAccessibleName(QCoreApplication.translate("CaseDialogs", "What was paid for"))
        ticket = QCoreApplication.translate(
            "CaseDialogs", "Season ticket, %n incident(s)", None, offered.ticket_size
        )
        self.what.offer(
            [
                ("case", QCoreApplication.translate("CaseDialogs", "This case"), None),
                ("ticket", ticket, None),
            ]
        )
        # Who has a ticket already buys the next one.
        self.what.choose("ticket" if case.entitlement.cover is Cover.SEASON_TICKET else "case")
        self.amount = Field(QCoreApplication.translate("CaseDialogs", "Amount"))
        self.currency = Field(
            QCoreApplication.translate("CaseDialogs", "Currency"),
            hint=QCoreApplication.translate("CaseDialogs", "three letters, as USD"),
        )
        self.method = Choice(QCoreApplication.translate("CaseDialogs", "Paid by"), offered.methods)
        self.reference = Field(
            QCoreApplication.translate("CaseDialogs", "Reference"),
            hint=QCoreApplication.translate("CaseDialogs", "receipt or transfer number"),
        )
        if not offered.methods:
            words = QCoreApplication.translate(
                "CaseDialogs",
                "Support under these terms is not paid per incident. Record a contract instead.",
            )
            self.body.addWidget(label(words, Type.BODY, "text2", wrap=True))
            self.primary.setEnabled(False)
        else:
            self.body.addWidget(self.what)
            for field in (self.amount, self.currency, self.method, self.reference):
                self.body.addWidget(field)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        money = money_of(self.amount, self.currency)
        if money is None:
            return None
        named = {
            "amount": money.amount,
            "currency": money.currency,
            "method": self.method.value(),
            "reference": self.reference.text(),
        }
        if self.what.value() == "ticket" and self.case.organisation_id is not None:
            said = QCoreApplication.translate("CaseDialogs", "Season ticket recorded")
            return said, incidents.buy_season_ticket, (self.case.organisation_id,), named
        said = QCoreApplication.translate("CaseDialogs", "Payment recorded")
        return said, incidents.record_payment, (self.case.id,), named


class ReturnIncidentDialog(ActDialog):
    """Gives the incident of a case back, for a reason (SYN-2)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Return the incident")
        verb = QCoreApplication.translate("CaseDialogs", "Return incident")
        super().__init__(shell, errands, case, title, verb, size=(460, 280))
        self.reason = Field(QCoreApplication.translate("CaseDialogs", "Why it is returned"))
        self.body.addWidget(self.reason)
        words = QCoreApplication.translate(
            "CaseDialogs", "The customer’s ledger keeps both lines: the incident used and its return."
        )
        self.body.addWidget(label(words, Type.META, "muted", wrap=True))
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        if not self.reason.text():
            self.reason.set_error(
                QCoreApplication.translate("CaseDialogs", "Write one sentence that says why.")
            )
            return None
        said = QCoreApplication.translate("CaseDialogs", "Incident returned")
        return said, incidents.return_incident, (self.case.id, self.reason.text()), {}


class SettleDialog(ActDialog):
    """Settles support that was given without cover (SYN-6)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Settle support without cover")
        verb = QCoreApplication.translate("CaseDialogs", "Settle")
        super().__init__(shell, errands, case, title, verb, size=(460, 300))
        self.reason = Field(QCoreApplication.translate("CaseDialogs", "How it is settled"))
        self.goodwill = CheckBox(QCoreApplication.translate("CaseDialogs", "As goodwill, nothing is charged"))
        self.body.addWidget(self.reason)
        self.body.addWidget(self.goodwill)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        if not self.reason.text():
            self.reason.set_error(
                QCoreApplication.translate("CaseDialogs", "Write one sentence that says how.")
            )
            return None
        said = QCoreApplication.translate("CaseDialogs", "Support without cover settled")
        named = {"goodwill": self.goodwill.isChecked()}
        return said, incidents.settle_uncovered, (self.case.id, self.reason.text()), named
