"""Callers whom the desk doesn't know yet: a client by name, a contact with how to reach it; both are kept at once."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.services.person import place
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewContact, NewOrganisation
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.fields import Field

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.workers.session import DeskSession


def add_client(desk: Desk, name: str, policy_code: str) -> tuple[UUID | None, str]:
    """Add a client that the branch of the person at the desk serves; its id and name."""
    wanted = NewOrganisation(name, policy_code, branch_id=place.me(desk).branch_id)
    return people.add_organisation(desk, wanted).created, name


class NewContactPart(QWidget):
    """Name, e-mail and phone of somebody new. `added` carries the contact's id; `given_up` comes without one."""

    added = Signal(object)
    given_up = Signal()

    def __init__(self, session: DeskSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._organisation_id: UUID | None = None
        # Each time that somebody new is asked for has a number; acts are answered one after another.
        self._turn = 0
        self._underway: deque[int] = deque()
        self.name = Field(QCoreApplication.translate("NewCase", "Name of the new contact"))
        self.email = Field(QCoreApplication.translate("NewCase", "E-mail"))
        self.phone = Field(QCoreApplication.translate("NewCase", "Phone"))
        self.add = Button(QCoreApplication.translate("NewCase", "Add contact"))
        self.leave = Button(QCoreApplication.translate("NewCase", "Nobody new"), ButtonKind.FLAT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for part, share in ((self.name, 4), (self.email, 4), (self.phone, 3)):
            row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        for button in (self.add, self.leave):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.add.clicked.connect(self.keep)
        self.leave.clicked.connect(self._give_up)
        self.hide()

    def begin(self, organisation_id: UUID) -> None:
        """Ask for somebody new of this client."""
        self._organisation_id = organisation_id
        self._turn += 1
        for field in (self.name, self.email, self.phone):
            field.set_text("")
            field.set_error("")
        self.show()
        self.name.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Add the contact, if it has a name."""
        # Added twice, somebody would be there twice.
        if self._organisation_id is None or self._turn in self._underway:
            return
        if not self.name.text():
            self.name.set_error(QCoreApplication.translate("NewCase", "Say who it is."))
            self.name.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        contact = NewContact(
            self._organisation_id,
            self.name.text(),
            email=self.email.text() or None,
            phone=self.phone.text() or None,
        )
        self._underway.append(self._turn)
        self._session.do(people.add_contact, contact, then=self._added, failed=self._refused)

    def end(self) -> None:
        """Ask no more, whoever is still being added."""
        self._turn += 1
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.keep()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _added(self, done: Done) -> None:
        # By now another client may be asking, or nobody new.
        if self._underway.popleft() == self._turn:
            self.end()
            self.added.emit(done.created)

    def _refused(self, error: KnownError) -> None:
        if self._underway.popleft() != self._turn:
            self._session.refused.emit(error)
            return
        self.name.set_error(" ".join(filter(None, (error.what, error.remedy))))

    def _give_up(self) -> None:
        self.end()
        self.given_up.emit()
