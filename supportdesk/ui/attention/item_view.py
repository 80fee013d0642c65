"""What rules have put before a person: the words behind it, and for each kind the acts that deal with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from supportdesk.services.entitlements import credentials
from supportdesk.services.in_hand import attention
from supportdesk.services.queries import details
from supportdesk.services.views import CaseDetail
from supportdesk.services.views.matters import Item, SettledItself
from supportdesk.ui import moments
from supportdesk.ui.attention.frame import MatterView, Quote
from supportdesk.ui.attention.words import item_headline, item_meaning, settled_words, title_of
from supportdesk.ui.case_detail.case_acts import CaseActs
from supportdesk.ui.case_detail.errands import Errands
from supportdesk.ui.exchange.act_words import act_name, field_name
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.ui.pages import Shell


class ItemView(MatterView):
    """One item; what needs the whole case reads it first. `reply_asked` carries the case that is to be answered on."""

    reply_asked = Signal(object)

    def __init__(self, shell: Shell, matter: Item) -> None:
        now, zone = shell.session.now(), shell.zone
        super().__init__(matter.about, now.year)
        self._shell, self._matter = shell, matter
        self._errands = Errands(shell, self)
        self._acts = CaseActs(shell, self)
        self._wanted: Callable[[], None] | None = None
        self._buttons: list[Button] = []
        self.primary: Button | None = None
        self.headline(item_headline(matter), item_meaning(matter))
        self._quote()
        if matter.reason:
            self.body.addWidget(Banner(MessageKind.HINT, "", matter.reason))
        came = QCoreApplication.translate("Attention", "Came up {time}").format(
            time=moments.moment(matter.item.at, now, zone)
        )
        self.body.addWidget(label(came, Type.META, "muted"))
        self.settlement: Field | None = None
        self._offer()
        self.body.addStretch(1)
        # Who reads a case that changes meanwhile acts on what it is then.
        shell.session.notifier.changed.connect(self._let_go_of_case)

    def first(self) -> QWidget | None:
        return self.settlement.control if self.settlement is not None else self.primary

    def carry_on(self, before: ItemView) -> None:
        if self.settlement is not None and before.settlement is not None:
            self.settlement.set_text(before.settlement.control.text())
            self.settlement.set_error(before.settlement.error)
            self.settlement.control.setCursorPosition(before.settlement.control.cursorPosition())

    def submit(self) -> None:
        if self.primary is not None and self.primary.isEnabled():
            self.primary.click()

    # ------------------------------------------------------------------ what is said

    def _quote(self) -> None:
        matter = self._matter
        data = matter.item.data
        if matter.item.kind == "named_contact_request":
            words = QCoreApplication.translate("Attention", "{comes} takes the place of {leaves}.")
            text = words.format(
                comes=moments.own(str(data.get("comes_name", ""))),
                leaves=moments.own(str(data.get("leaves_name", ""))),
            )
            self.body.addWidget(Quote(str(data.get("organisation_name", "")), text))
        elif matter.words:
            is_note = matter.item.kind in {"unaccepted", "handed_over"}
            lead = moments.own(matter.by)
            if matter.act:
                words = QCoreApplication.translate("Attention", "{name}, {act}")
                lead = words.format(name=lead, act=moments.own(act_name(matter.act)))
            self.body.addWidget(Quote(lead, matter.words, note=is_note))

    # ------------------------------------------------------------------ what can be done

    def _offer(self) -> None:
        kind = self._matter.item.kind
        if kind == "answer_after_closing":
            self._add(QCoreApplication.translate("Attention", "Leave it closed…"), self._leave_closed)
            self._add(QCoreApplication.translate("Attention", "Log a new case…"), self._follow_up)
            self._add_primary(
                QCoreApplication.translate("Attention", "Reactivate the case"), self._reactivate
            )
        elif kind == "uncovered":
            self._add(QCoreApplication.translate("Attention", "Record a payment…"), self._pay)
            self._add_primary(QCoreApplication.translate("Attention", "Settle…"), self._settle_uncovered)
        elif kind == "named_contact_request":
            self._add(QCoreApplication.translate("Attention", "Decline"), self._decline)
            self._add_primary(QCoreApplication.translate("Attention", "Approve"), self._approve)
        else:
            if (
                kind in {"tell_client", "undelivered", "unaccepted", "handed_over"}
                and self._matter.about.case_id
            ):
                self._add(QCoreApplication.translate("Attention", "Reply…"), self._reply)
            self.settlement = Field(
                QCoreApplication.translate("Attention", "How it was settled"),
                hint=QCoreApplication.translate("Attention", "one sentence for the record"),
            )
            self.body.addSpacing(8)
            self.body.addWidget(self.settlement)
            self._add_primary(QCoreApplication.translate("Attention", "Put aside"), self._put_aside)

    def _add(self, text: str, slot: Callable[[], None]) -> None:
        button = Button(text, large=True)
        button.clicked.connect(slot)
        self.foot_end.addWidget(button)
        self._buttons.append(button)

    def _add_primary(self, text: str, slot: Callable[[], None]) -> None:
        self.primary = Button(text, ButtonKind.PRIMARY, large=True)
        self.primary.clicked.connect(slot)
        self.foot_end.addWidget(self.primary)
        self._buttons.append(self.primary)

    def _reactivate(self) -> None:
        self._with_case(self._acts.reactivate)

    def _follow_up(self) -> None:
        self._with_case(self._acts.follow_up)

    def _leave_closed(self) -> None:
        self._with_case(self._acts.leave_closed)

    def _pay(self) -> None:
        self._with_case(self._acts.take_payment)

    def _settle_uncovered(self) -> None:
        self._with_case(self._acts.settle_uncovered)

    def _reply(self) -> None:
        self.reply_asked.emit(self._matter.about.case_id)

    def _approve(self) -> None:
        self._decide(approved=True)

    def _decline(self) -> None:
        self._decide(approved=False)

    def _decide(self, *, approved: bool) -> None:
        said = (
            QCoreApplication.translate("Attention", "Approved.")
            if approved
            else QCoreApplication.translate("Attention", "Declined.")
        )
        client = self._matter.item.data.get("organisation")
        self._run(
            said,
            credentials.decide_replacement,
            UUID(str(client)),
            self._matter.item.id,
            approved=approved,
        )

    def _put_aside(self) -> None:
        if self.settlement is None:
            return
        if not self.settlement.text():
            self.settlement.set_error(
                QCoreApplication.translate("Attention", "Write one sentence that says how.")
            )
            return
        said = QCoreApplication.translate("Attention", "Put aside.")
        self._run(said, attention.settle, self._matter.item.id, self.settlement.text())

    def _run(self, said: str, act: Callable[..., object], *args: object, **named: object) -> None:
        self.drop_refusal()
        for button in self._buttons:
            button.setEnabled(False)
        errand = self._errands.run(said, act, *args, in_place=True, **named)
        errand.refused.connect(self._refused)

    def _refused(self, error: object) -> None:
        for button in self._buttons:
            button.setEnabled(True)
        self.refuse(error)  # type: ignore[arg-type]  # errands carry KnownErrors

    def _with_case(self, act: Callable[[], None]) -> None:
        self._wanted = act
        case_id = self._matter.about.case_id
        self._shell.session.ask(
            "attention case", details.case, case_id, then=self._read, failed=self._refused
        )

    def _read(self, case: CaseDetail) -> None:
        self._acts.show_case(case)
        act, self._wanted = self._wanted, None
        if act is not None:
            act()

    def _let_go_of_case(self, _changes: object) -> None:
        if self._acts.dialog is None:
            self._acts.show_case(None)


class PastView(MatterView):
    """What is settled and needs nothing more: how it met, or how it was put aside."""

    def __init__(self, shell: Shell, matter: Item | SettledItself) -> None:
        now, zone = shell.session.now(), shell.zone
        super().__init__(matter.about, now.year)
        self.foot.hide()
        when = moments.moment(matter.at, now, zone)
        if isinstance(matter, Item):
            self.headline(item_headline(matter), "")
            self.body.addWidget(Quote(when, matter.item.sentence))
        else:
            self.headline(
                title_of(matter, now.year),
                QCoreApplication.translate(
                    "Attention", "What you did here met a colleague’s work, and nobody had to choose."
                ),
            )
            for field in matter.fields:
                self.body.addWidget(Quote(field_name(field), settled_words(matter)))
            self.body.addWidget(label(when, Type.META, "muted"))
        self.body.addStretch(1)
