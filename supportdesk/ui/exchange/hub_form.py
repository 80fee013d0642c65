"""The form that finds a hub and signs in there: address, sign-in, the desk's name; used at first start and later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.exchange.door import Admission, HubDoor, HubOffer
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError


class HubForm(QWidget):
    """`admitted` carries an Admission, `changed` comes when the form says something else or its work begins or ends."""

    admitted = Signal(object)
    changed = Signal()

    def __init__(self, door: HubDoor, *, address: str = "", fixed: bool = False) -> None:
        super().__init__()
        self._door = door
        self._offer: HubOffer | None = None
        self._doing = ""
        self._then_sign_in = False
        self._fill(address, fixed=fixed)
        door.found.connect(self._found)
        door.admitted.connect(self._admitted)
        door.refused.connect(self._refused)
        self._settle()

    @property
    def busy(self) -> bool:
        """Whether the hub is being spoken with."""
        return bool(self._doing)

    @property
    def offer(self) -> HubOffer | None:
        """The hub that answered at the address that stands there."""
        return self._offer

    def leave(self) -> None:
        """Let what is under way be."""
        self._door.cancel()
        self._doing = ""
        self._settle()

    def submit(self) -> None:
        """Find the hub if it was not found yet, then sign in with what was typed; what is missing is said."""
        if self.busy:
            return
        self.trouble.hide()
        if self._offer is None:
            self._then_sign_in = bool(self.login.text() and self.password.control.text())
            self.find_hub()
            return
        missing = self._missing()
        if missing is not None:
            missing.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._begin(QCoreApplication.translate("HubForm", "Signing in…"))
        self._door.sign_in(self._offer, self.login.text(), self.password.control.text(), self.device.text())

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        if self._offer is None and self.address.isEnabled():
            return self.address.control
        return self.password.control if self.login.text() else self.login.control

    # ------------------------------------------------------------------ its parts

    def _fill(self, address: str, *, fixed: bool) -> None:
        self.address = Field(
            QCoreApplication.translate("HubForm", "Hub address"),
            text=address,
            placeholder="hub.example.com",
        )
        self.address.setEnabled(not fixed)
        self.address.changed.connect(self._address_typed)
        self.test = Button(QCoreApplication.translate("HubForm", "Test connection"))
        self.test.clicked.connect(self.find_hub)
        self.test.setVisible(not fixed)
        self.login = Field(QCoreApplication.translate("HubForm", "Your login or e-mail address"))
        self.password = Field(QCoreApplication.translate("HubForm", "Password"))
        self.password.control.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.password.control.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)
        self.device = Field(
            QCoreApplication.translate("HubForm", "Name of this computer"),
            text=self._door.own_name(),
            hint=QCoreApplication.translate("HubForm", "as administrators see it"),
        )
        words = QCoreApplication.translate("HubForm", "Sign in through your organisation")
        self.sign_on = Button(words, icon="identification-badge")
        self.sign_on.clicked.connect(self._sign_on)
        self._or = label(QCoreApplication.translate("HubForm", "or with a password:"), Type.META, "muted")
        self.trouble = Banner(MessageKind.ERROR)
        self.trouble.hide()
        self._mark = MarkView(IconMark("lock-simple", "ok", 13))
        self._said = label("", Type.META, "ok", wrap=True)
        self.stop = Button(QCoreApplication.translate("HubForm", "Cancel"), ButtonKind.LINK)
        self.stop.clicked.connect(self.leave)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.address, 1, Qt.AlignmentFlag.AlignTop)
        # On one line with the field's control, below its title.
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addSpacing(21)
        beside.addWidget(self.test)
        beside.addStretch(1)
        top.addLayout(beside)
        said = QHBoxLayout()
        said.setSpacing(6)
        said.addWidget(self._mark)
        said.addWidget(self._said, 1)
        said.addWidget(self.stop)
        on = QHBoxLayout()
        on.setSpacing(10)
        on.addWidget(self.sign_on)
        on.addWidget(self._or)
        on.addStretch(1)
        names = QHBoxLayout()
        names.setSpacing(10)
        names.addWidget(self.login, 1, Qt.AlignmentFlag.AlignTop)
        names.addWidget(self.password, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(said)
        column.addWidget(self.trouble)
        column.addLayout(on)
        column.addLayout(names)
        column.addWidget(self.device)

    def _settle(self) -> None:
        found, busy = self._offer is not None, self.busy
        on = found and self._offer is not None and self._offer.single_sign_on
        self.sign_on.setVisible(on)
        self._or.setVisible(on)
        self.test.setEnabled(not busy and bool(self.address.text()))
        for part in (self.login, self.password, self.device, self.sign_on):
            part.setEnabled(not busy)
        self.stop.setVisible(busy)
        if busy:
            self._say(self._doing, "hourglass-medium", "text2")
        elif self._offer is not None:
            self._say(_found_words(self._offer), "lock-simple" if self._offer.encrypted else "laptop", "ok")
        else:
            self._say("", "lock-simple", "ok")
        self.changed.emit()

    def _say(self, text: str, icon: str, tint: str) -> None:
        self._said.setText(text)
        self._said.recolour(tint)
        self._mark.show_mark(IconMark(icon, tint, 13))
        self._mark.setVisible(bool(text))
        self._said.setVisible(bool(text))

    # ------------------------------------------------------------------ what happens

    def _address_typed(self, _text: str) -> None:
        if self.busy:
            # An answer from the address before would take this one's place.
            self._door.cancel()
            self._doing, self._then_sign_in = "", False
        self._offer = None
        self.trouble.hide()
        self._settle()

    def find_hub(self) -> None:
        """Look for the hub at the address that was typed."""
        if self.busy:
            return
        if not self.address.text():
            self._then_sign_in = False
            self.address.set_error(
                QCoreApplication.translate("HubForm", "Ask your administrator for the hub’s address.")
            )
            self.address.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.trouble.hide()
        self._begin(QCoreApplication.translate("HubForm", "Looking for the hub…"))
        self._door.ask(self.address.text())

    def _sign_on(self) -> None:
        if self._offer is None or self.busy:
            return
        self.trouble.hide()
        self._begin(QCoreApplication.translate("HubForm", "Go on in your browser, then come back here."))
        self._door.sign_on(self._offer, self.device.text())

    def _begin(self, doing: str) -> None:
        self._doing = doing
        self._settle()

    def _missing(self) -> Field | None:
        missing = None
        for field in (self.password, self.login):
            if not field.control.text().strip():
                field.set_error(QCoreApplication.translate("HubForm", "Fill this in."))
                missing = field
        return missing

    def _found(self, offer: HubOffer) -> None:
        self._doing, self._offer = "", offer
        self.address.set_text(offer.address)
        self._settle()
        if self._then_sign_in:
            self._then_sign_in = False
            self.submit()
        else:
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _admitted(self, admission: Admission) -> None:
        self._doing = ""
        # It is of no use any more, and nobody should find it here.
        self.password.control.clear()
        self._settle()
        self.admitted.emit(admission)

    def _refused(self, error: KnownError) -> None:
        self._doing = ""
        self._then_sign_in = False
        self.trouble.say(error.what, " ".join(filter(None, (error.meaning, error.remedy))))
        self.trouble.show()
        self._settle()
        if self._offer is not None:
            self.password.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.password.control.selectAll()


def _found_words(offer: HubOffer) -> str:
    address = moments.ltr(offer.address.removeprefix("https://").removeprefix("http://"))
    if offer.encrypted:
        words = QCoreApplication.translate(
            "HubForm", "Found the hub at {address}. The connection is encrypted."
        )
    else:
        words = QCoreApplication.translate("HubForm", "Found the hub at {address}, on this computer.")
    return words.format(address=address)
