"""Dialogs around a case's stage: what a stage asks for, closing, the client's agreement, what has come; small forms."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from supportdesk.services.cases import branches, closing, handling, information
from supportdesk.services.views import Money
from supportdesk.ui.case_detail.act_dialog import ActDialog
from supportdesk.ui.case_detail.timeline_words import need_name
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.fields import Choice, Field, TextBox
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.services.queries.case_offers import CaseOffers
    from supportdesk.services.views import CaseDetail, StageChoice
    from supportdesk.ui.case_detail.errands import Errands
    from supportdesk.ui.pages import Shell

Asked = tuple[str, Callable[..., object], tuple[Any, ...], dict[str, Any]]


class StageDialog(ActDialog):
    """Asks for what a stage needs: the vendor waited for, the quote (SPK-6)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail, stage: StageChoice) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Move to {stage}").format(stage=stage.name)
        verb = QCoreApplication.translate("CaseDialogs", "Move the case")
        super().__init__(shell, errands, case, title, verb, size=(460, 300))
        self._stage = stage
        self.vendor = Field(QCoreApplication.translate("CaseDialogs", "Which vendor is waited for"))
        self.amount = Field(QCoreApplication.translate("CaseDialogs", "Amount of the quote"))
        self.currency = Field(
            QCoreApplication.translate("CaseDialogs", "Currency"),
            hint=QCoreApplication.translate("CaseDialogs", "three letters, as USD"),
        )
        if "vendor" in stage.asks:
            self.body.addWidget(self.vendor)
        if "quote" in stage.asks:
            self.body.addWidget(self.amount)
            self.body.addWidget(self.currency)
        if "engagement" in stage.asks:
            words = QCoreApplication.translate(
                "CaseDialogs", "This stage belongs to chargeable work. Open an engagement for the case first."
            )
            self.body.addWidget(label(words, Type.META, "text2", wrap=True))
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        vendor = self.vendor.text() or None
        quote = None
        if "vendor" in self._stage.asks and vendor is None:
            self.vendor.set_error(QCoreApplication.translate("CaseDialogs", "Name the vendor."))
            return None
        if "quote" in self._stage.asks:
            quote = money_of(self.amount, self.currency)
            if quote is None:
                return None
        said = QCoreApplication.translate("CaseDialogs", "Moved to {stage}").format(stage=self._stage.name)
        return (
            said,
            handling.move_stage,
            (self.case.id, self._stage.id),
            {"vendor": vendor, "quote": quote},
        )


class CloseDialog(ActDialog):
    """Closes the case with the kind of resolution, for us or in the client's name (SPK-7, SYN-4, ONX-1)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail, *, by_client: bool = False) -> None:
        title = (
            QCoreApplication.translate("CaseDialogs", "Close for the customer")
            if by_client
            else QCoreApplication.translate("CaseDialogs", "Close the case")
        )
        verb = QCoreApplication.translate("CaseDialogs", "Close the case")
        super().__init__(shell, errands, case, title, verb, size=(460, 300))
        self._by_client = by_client
        nothing = QCoreApplication.translate("CaseDialogs", "Not stated")
        choices: list[tuple[object, str]] = [(None, nothing)] if not case.resolution_required else []
        self.resolution = Choice(
            QCoreApplication.translate("CaseDialogs", "Resolution"), [*choices, *case.resolutions]
        )
        if case.resolutions:
            self.body.addWidget(self.resolution)
        if case.agreement_required and case.agreement_at is None and not by_client:
            words = QCoreApplication.translate(
                "CaseDialogs",
                "The customer has to agree first. Record the agreement from the menu of the case.",
            )
            self.body.addWidget(label(words, Type.META, "over_text", wrap=True))
        if by_client:
            words = QCoreApplication.translate(
                "CaseDialogs", "The timeline names the customer as who closed it."
            )
            self.body.addWidget(label(words, Type.META, "muted", wrap=True))
        if not case.resolutions and not by_client:
            words = QCoreApplication.translate(
                "CaseDialogs", "Its clocks stop. It can be worked on again by reactivating it."
            )
            self.body.addWidget(label(words, Type.META, "muted", wrap=True))
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        said = QCoreApplication.translate("CaseDialogs", "Case {number} closed").format(
            number=self.case.number
        )
        named = {"resolution": self.resolution.value(), "by_client": self._by_client}
        return said, closing.close, (self.case.id,), named


class AgreementDialog(ActDialog):
    """Records that the client agrees that the request was carried out (ONX-1)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Customer’s agreement")
        verb = QCoreApplication.translate("CaseDialogs", "Record agreement")
        super().__init__(shell, errands, case, title, verb, size=(460, 260))
        self.name = Field(QCoreApplication.translate("CaseDialogs", "Who agrees"), text=case.contact)
        self.body.addWidget(self.name)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        if not self.name.text():
            self.name.set_error(QCoreApplication.translate("CaseDialogs", "Name the person who agrees."))
            return None
        said = QCoreApplication.translate("CaseDialogs", "Agreement recorded")
        return said, closing.record_agreement, (self.case.id,), {"name": self.name.text()}


class ReceivedDialog(ActDialog):
    """Ticks off what has come of the information that was asked for (SPK-9)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail, awaited: tuple[str, ...]) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Information received")
        verb = QCoreApplication.translate("CaseDialogs", "Tick off")
        super().__init__(shell, errands, case, title, verb, size=(460, 340))
        self.boxes = {item: CheckBox(need_name(item)) for item in awaited}
        if not awaited:
            words = QCoreApplication.translate("CaseDialogs", "Nothing is awaited from the customer.")
            self.body.addWidget(label(words, Type.BODY, "text2", wrap=True))
            self.primary.setEnabled(False)
        for box in self.boxes.values():
            self.body.addWidget(box)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        ticked = tuple(item for item, box in self.boxes.items() if box.isChecked())
        if not ticked:
            return None
        said = QCoreApplication.translate("CaseDialogs", "Ticked off: %n item(s)", None, len(ticked))
        return said, information.information_received, (self.case.id, ticked), {}


class LeaveClosedDialog(ActDialog):
    """Decides that what the client wrote after the closing needs nothing more, and says why (SPK-7)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Leave the case closed")
        verb = QCoreApplication.translate("CaseDialogs", "Leave it closed")
        super().__init__(shell, errands, case, title, verb, size=(480, 300))
        self.reason = TextBox(
            QCoreApplication.translate("CaseDialogs", "Why nothing more is needed"),
            hint=QCoreApplication.translate("CaseDialogs", "only colleagues see it"),
        )
        self.body.addWidget(self.reason)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        if not self.reason.text():
            self.reason.set_error(
                QCoreApplication.translate("CaseDialogs", "Write one sentence that says why.")
            )
            return None
        said = QCoreApplication.translate("CaseDialogs", "Left closed")
        return said, closing.leave_closed, (self.case.id, self.reason.text()), {}


class CentralDialog(ActDialog):
    """Gives the case to central support, for a reason of the policy (ONX-4)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail, offered: CaseOffers) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Give to central support")
        verb = QCoreApplication.translate("CaseDialogs", "Give the case")
        super().__init__(shell, errands, case, title, verb, size=(520, 380))
        self.reason = Choice(QCoreApplication.translate("CaseDialogs", "Reason"), offered.central_reasons)
        self.note = TextBox(QCoreApplication.translate("CaseDialogs", "What is asked of central support"))
        if offered.central_reasons and not offered.of_central:
            self.body.addWidget(self.reason)
            self.body.addWidget(self.note)
        else:
            words = (
                QCoreApplication.translate("CaseDialogs", "Central support serves this customer itself.")
                if offered.of_central
                else QCoreApplication.translate("CaseDialogs", "These support terms know no central support.")
            )
            self.body.addWidget(label(words, Type.BODY, "text2", wrap=True))
            self.primary.setEnabled(False)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        said = QCoreApplication.translate("CaseDialogs", "Given to central support")
        args = (self.case.id, str(self.reason.value()))
        return said, branches.escalate, args, {"note": self.note.text()}


class GiveBackDialog(ActDialog):
    """Gives the case back to the branch it came from (ONX-4)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Give back to the branch")
        verb = QCoreApplication.translate("CaseDialogs", "Give the case back")
        super().__init__(shell, errands, case, title, verb, size=(520, 320))
        self.note = TextBox(QCoreApplication.translate("CaseDialogs", "What the branch should know"))
        self.body.addWidget(self.note)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        said = QCoreApplication.translate("CaseDialogs", "Given back to the branch")
        return said, branches.give_back, (self.case.id,), {"note": self.note.text()}


def money_of(amount: Field, currency: Field) -> Money | None:
    """The amount and currency of two fields; None where one of them says what is wrong."""
    try:
        figure = Decimal(amount.text().replace("\N{NO-BREAK SPACE}", "").replace(" ", "").replace(",", "."))
    except InvalidOperation:
        amount.set_error(QCoreApplication.translate("CaseDialogs", "Write an amount, such as 120.00."))
        return None
    if not figure.is_finite() or figure <= 0:
        amount.set_error(QCoreApplication.translate("CaseDialogs", "The amount has to be above zero."))
        return None
    code = currency.text().upper()
    if len(code) != 3 or not code.isalpha() or not code.isascii():
        currency.set_error(
            QCoreApplication.translate("CaseDialogs", "Write the three letters of a currency.")
        )
        return None
    return Money(figure, code)
