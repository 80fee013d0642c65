"""Work that the hub did not take in, and replies that were held back: words, reason, and what can become of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from supportdesk.services.exchange import repairing
from supportdesk.services.operations.desk import Done
from supportdesk.services.views.matters import Unaccepted
from supportdesk.ui import moments
from supportdesk.ui.attention.frame import MatterView, Quote
from supportdesk.ui.case_detail.errands import Errands
from supportdesk.ui.exchange.act_words import act_name
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.ui.pages import Shell

Act = Callable[..., object]


class UnacceptedView(MatterView):
    """`edit_asked` carries the case in whose composer the words lie again, and the act they came from."""

    edit_asked = Signal(object, str)

    def __init__(self, shell: Shell, matter: Unaccepted) -> None:
        now = shell.session.now()
        super().__init__(matter.about, now.year)
        self._shell, self._matter = shell, matter
        self._errands = Errands(shell, self)
        self._buttons: list[Button] = []
        self.primary: Button | None = None
        if matter.held:
            self._say_held()
        else:
            self._say_refused()
        self.body.addStretch(1)
        self._fill_foot()

    def first(self) -> QWidget | None:
        return self.primary or (self._buttons[0] if self._buttons else None)

    def submit(self) -> None:
        if self.primary is not None and self.primary.isEnabled():
            self.primary.click()

    # ------------------------------------------------------------------ what is said

    def _say_held(self) -> None:
        matter, zone, now = self._matter, self._shell.zone, self._shell.session.now()
        self.headline(
            QCoreApplication.translate("Attention", "Your reply was held back"),
            QCoreApplication.translate(
                "Attention",
                "The customer wrote before it was sent, and you had not seen it. Nothing is lost: it waits here.",
            ),
        )
        if matter.client_words and matter.client_at is not None:
            words = QCoreApplication.translate("Attention", "{name}, {time}")
            name = matter.client or QCoreApplication.translate("Attention", "Customer")
            lead = words.format(name=moments.own(name), time=moments.moment(matter.client_at, now, zone))
            self.body.addWidget(Quote(lead, matter.client_words))
        lead = QCoreApplication.translate("Attention", "Your reply, {time}").format(
            time=moments.moment(matter.at, now, zone)
        )
        self.body.addWidget(Quote(lead, matter.words, accent=True))

    def _say_refused(self) -> None:
        matter, zone, now = self._matter, self._shell.zone, self._shell.session.now()
        act = moments.own(act_name(matter.act))
        self.headline(
            QCoreApplication.translate("Attention", "{act}: not accepted").format(act=act),
            QCoreApplication.translate(
                "Attention", "It was done here {time} and is not allowed by now. Nothing is lost."
            ).format(time=moments.moment(matter.at, now, zone)),
        )
        reason = matter.reason or QCoreApplication.translate("Attention", "The hub gave no reason.")
        self.body.addWidget(Banner(MessageKind.HINT, "", reason))
        if matter.rule:
            words = QCoreApplication.translate("Attention", "Rule {rule}").format(
                rule=moments.ltr(matter.rule)
            )
            self.body.addWidget(label(words, Type.META, "muted"))
        if matter.words:
            lead = QCoreApplication.translate("Attention", "What you wrote")
            self.body.addWidget(Quote(lead, matter.words, accent=True))

    # ------------------------------------------------------------------ what can be done

    def _fill_foot(self) -> None:
        matter = self._matter
        on_case = matter.about.case_id is not None and bool(matter.about.case_number)
        discard = Button(QCoreApplication.translate("Attention", "Discard…"), ButtonKind.FLAT, large=True)
        discard.clicked.connect(self._confirm)
        self.foot_start.addWidget(discard)
        self._buttons.append(discard)
        if on_case and not matter.held:
            self._add(QCoreApplication.translate("Attention", "Hand to a manager"), self._hand_over)
        if on_case and matter.words:
            self._add(QCoreApplication.translate("Attention", "Save as a note"), self._save_note)
        if matter.held:
            self._add(QCoreApplication.translate("Attention", "Edit"), self._edit)
            self._add_primary(QCoreApplication.translate("Attention", "Send as it is"), self._send)
        elif matter.can_draft and on_case:
            self._add_primary(QCoreApplication.translate("Attention", "Edit and send again"), self._edit)
        else:
            self._add_primary(QCoreApplication.translate("Attention", "Try again"), self._send)

    def _add(self, text: str, slot: Callable[[], None]) -> Button:
        button = Button(text, large=True)
        button.clicked.connect(slot)
        self.foot_end.addWidget(button)
        self._buttons.append(button)
        return button

    def _add_primary(self, text: str, slot: Callable[[], None]) -> None:
        self.primary = Button(text, ButtonKind.PRIMARY, large=True)
        self.primary.clicked.connect(slot)
        self.foot_end.addWidget(self.primary)
        self._buttons.append(self.primary)

    def _send(self) -> None:
        self._run(QCoreApplication.translate("Attention", "Done again."), repairing.send_again)

    def _save_note(self) -> None:
        self._run(
            QCoreApplication.translate("Attention", "Kept as a note on the case."), repairing.save_as_note
        )

    def _hand_over(self) -> None:
        self._run(QCoreApplication.translate("Attention", "Handed to a manager."), repairing.hand_over)

    def _edit(self) -> None:
        self._run("", repairing.edit, then=self._edited)

    def _edited(self, done: object) -> None:
        if isinstance(done, Done) and done.created is not None:
            self.edit_asked.emit(done.created, self._matter.act)

    def _confirm(self) -> None:
        dialog = DiscardDialog(self._shell, self._matter)
        dialog.closed.connect(self._discarded)
        dialog.open()

    def _discarded(self, agreed: object) -> None:
        if agreed:
            said = QCoreApplication.translate("Attention", "Discarded.")
            self._run(said, repairing.discard)

    def _run(self, said: str, act: Act, then: Callable[[object], None] | None = None) -> None:
        self.drop_refusal()
        for button in self._buttons:
            button.setEnabled(False)
        errand = self._errands.run(said, act, self._matter.operation_id, in_place=True)
        errand.refused.connect(self._refused)
        if then is not None:
            errand.done.connect(then)

    def _refused(self, error: object) -> None:
        for button in self._buttons:
            button.setEnabled(True)
        self.refuse(error)  # type: ignore[arg-type]  # errands carry KnownErrors


class DiscardDialog(Dialog):
    """Asks before words are let go; they stay with what was done, on this computer."""

    def __init__(self, shell: Shell, matter: Unaccepted) -> None:
        title = QCoreApplication.translate("Attention", "Discard what you wrote?")
        if not matter.words:
            title = QCoreApplication.translate("Attention", "Discard this?")
        super().__init__(shell.cover, title, size=(460, 250))
        text = QCoreApplication.translate(
            "Attention", "It will not be sent or done again. A copy stays in this desk’s own records."
        )
        self.body.addWidget(label(text, Type.BODY, "text2", wrap=True))
        if matter.words:
            first = matter.words.splitlines()[0]
            self.body.addWidget(Quote("", first if len(first) < 120 else f"{first[:118]}…"))
        self.body.addStretch(1)
        keep = Button(QCoreApplication.translate("Attention", "Keep"), large=True)
        keep.clicked.connect(self.leave)
        self.agree = Button(
            QCoreApplication.translate("Attention", "Discard"), ButtonKind.DESTRUCTIVE, large=True
        )
        self.agree.clicked.connect(self._agree)
        self.footer_end.addWidget(keep)
        self.footer_end.addWidget(self.agree)
        self.closed.connect(self._gone)

    def _agree(self) -> None:
        self.close_with(True)

    def _gone(self, _result: object) -> None:
        self.deleteLater()
