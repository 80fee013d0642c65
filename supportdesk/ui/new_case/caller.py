"""Who asks: a support code or a name in one field, the contact, the product and its version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk.domain.errors import RuleRefusal
from supportdesk.rules.entitlements import support_code
from supportdesk.services.entitlements.callers import Caller, identify
from supportdesk.services.queries import directory
from supportdesk.ui.icons import qicon
from supportdesk.ui.new_case.finder import Finder, Found
from supportdesk.ui.new_case.newcomers import NewContactPart, add_client
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.fields import Choice, Field

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views import IntakeAdvice, PersonView
    from supportdesk.workers.session import DeskSession

# A code of a client whose own code ends in digits looks whole before it is; only a pause says that it is.
_CODE_QUIET_MS = 900
_OFFERED = 8
_HIDDEN = "•"
# What stands in the lists for whom nobody has entered yet.
_NEW = object()


@dataclass(frozen=True, slots=True)
class Party:
    """A client, and perhaps one of its contacts."""

    organisation_id: UUID
    organisation: str
    contact_id: UUID | None = None


def find_parties(desk: Desk, text: str) -> tuple[Found, ...]:
    """Clients and contacts whose words begin so; clients first."""
    clients = tuple(
        Found(line.name, line.branch, Party(line.id, line.name))
        for line in directory.organisations(desk, text, limit=_OFFERED)
    )
    people = tuple(
        Found(line.name, line.organisation, Party(line.organisation_id, line.organisation, line.id))
        for line in directory.contacts(desk, text, limit=_OFFERED)
        if line.organisation_id is not None and line.active
    )
    return (*clients, *people)[:_OFFERED]


def well_formed(text: str) -> bool:
    """Whether a text has the form of a support code (SAP-1)."""
    try:
        support_code.parse(text)
    except RuleRefusal:
        return False
    return True


class PartyField(Finder):
    """Takes a support code or a name. `identified` carries the Party, `given_up` comes when it is typed over.

    With `new_client_policy`, under which new clients come, a name that the desk doesn't know can be added.
    """

    identified = Signal(object)
    given_up = Signal()

    def __init__(self, session: DeskSession, new_client_policy: str | None = None) -> None:
        super().__init__(
            session,
            find_parties,
            QCoreApplication.translate("NewCase", "Support code or client"),
            placeholder=QCoreApplication.translate("NewCase", "Code, client or name"),
        )
        self._known = False
        self._new_client_policy = new_client_policy
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(_CODE_QUIET_MS)
        self._check.timeout.connect(self._ask_code)
        self._tick = QAction(self)
        self._tick.setVisible(False)
        self.control.addAction(self._tick, QLineEdit.ActionPosition.TrailingPosition)
        self.changed.connect(self._changed)
        self.found.connect(self._found)
        self.control.editingFinished.connect(self._finished)
        self._dress_tick()

    def show_party(self, name: str) -> None:
        """Show who it is, found earlier; an empty name shows nobody."""
        self.stop()
        self.set_text(name)
        self.show_beginning()
        self.set_error("")
        self._know(known=bool(name))

    def stop(self) -> None:
        super().stop()
        self._check.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._dress_tick()

    def looks_for(self, text: str) -> bool:
        return super().looks_for(text) and not well_formed(text)

    def beside(self, text: str, found: tuple[Found, ...]) -> tuple[Found, ...]:
        if self._new_client_policy is None:
            return ()
        known = any(each.text.casefold() == text.casefold() for each in found)
        detail = QCoreApplication.translate("NewCase", "add as a new client")
        return () if known else (Found(text, detail, _NEW),)

    def _changed(self, _text: str) -> None:
        if self._known:
            self._know(known=False)
            self.given_up.emit()
        if well_formed(self.text()):
            self._check.start()
        else:
            self._check.stop()

    def _finished(self) -> None:
        """Enter, or the focus went on."""
        if self._known or not self.text() or self.unfolded:
            return
        if well_formed(self.text()):
            self._ask_code()
        elif not self.error:
            self.set_error(
                QCoreApplication.translate("NewCase", "Choose a client from the list, or type a whole code.")
            )

    def _ask_code(self) -> None:
        self._check.stop()
        self._session.ask(
            ("support code", id(self)), _identified, self.text(), then=self._answered, failed=self._failed
        )

    def _answered(self, answer: tuple[Caller, str, str]) -> None:
        caller, name, typed = answer
        if typed != self.text():
            return
        if caller.organisation_id is None:
            self.set_error(caller.problem)
            return
        # The PIN is nobody's business once it has served.
        self.show_party(typed[: -support_code.PIN_DIGITS] + _HIDDEN * support_code.PIN_DIGITS)
        self.identified.emit(Party(caller.organisation_id, name, caller.contact_id))

    def _failed(self, error: KnownError) -> None:
        self.set_error(str(error))

    def _found(self, found: Found) -> None:
        self.set_error("")
        if found.value is _NEW:
            self._session.do(
                add_client, found.text, self._new_client_policy, then=self._added, failed=self._failed
            )
            return
        self._know(known=True)
        self.identified.emit(found.value)

    def _added(self, client: tuple[UUID | None, str]) -> None:
        organisation_id, name = client
        if organisation_id is not None and self.text() == name:
            self._know(known=True)
            self.identified.emit(Party(organisation_id, name))

    def _know(self, *, known: bool) -> None:
        self._known = known
        self._tick.setVisible(known)
        verified = QCoreApplication.translate("NewCase", "Found")
        self.control.setAccessibleDescription(verified if known else "")

    def _dress_tick(self) -> None:
        self._tick.setIcon(qicon("check-circle-fill", 16, theme().colours.ok_line))


def _identified(desk: Desk, typed: str) -> tuple[Caller, str, str]:
    caller = identify(desk, typed)
    if caller.organisation_id is None:
        return caller, "", typed
    return caller, directory.organisation(desk, caller.organisation_id).name, typed


class CallerPart(QWidget):
    """The first row of the form. `changed` comes after every choice."""

    changed = Signal()

    def __init__(
        self, session: DeskSession, new_client_policy: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.party: Party | None = None
        self.field = PartyField(session, new_client_policy)
        self.newcomer = NewContactPart(session)
        self.contact = Choice(QCoreApplication.translate("NewCase", "Contact"))
        self.product = Choice(QCoreApplication.translate("NewCase", "Product"))
        self.version = Field(QCoreApplication.translate("NewCase", "Version"))
        self._wanted_contact: UUID | None = None
        self._wanted_product: UUID | None = None
        self._readers: frozenset[UUID] = frozenset()
        self._products: frozenset[UUID] | None = None
        row = QHBoxLayout()
        row.setSpacing(12)
        for part, share in ((self.field, 8), (self.contact, 8), (self.product, 7), (self.version, 4)):
            row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.newcomer)
        self.newcomer.added.connect(self._contact_added)
        self.newcomer.given_up.connect(self._nobody_new)
        self.field.identified.connect(self._identified)
        self.field.given_up.connect(self._given_up)
        self.contact.changed.connect(self._chosen)
        self.product.changed.connect(self._chosen)
        self.version.changed.connect(self._chosen)
        self._offer((), ())

    def show_party(self, party: Party | None, product_id: UUID | None, version: str) -> None:
        """Show who asks about what, as it was kept."""
        if party is not None or self.party is not None:
            # Else what is being typed to say who it is stays.
            self.field.show_party(party.organisation if party else "")
        self.party = party
        self._wanted_contact = party.contact_id if party else None
        self._wanted_product = product_id
        self.version.set_text(version)

    def show_advice(self, advice: IntakeAdvice) -> None:
        """Offer what belongs to the client: its contacts, the products of its policy."""
        self._readers = advice.readers
        if advice.form is not None:
            self._products = frozenset(product_id for product_id, _name, _all in advice.form.products)
        self._offer(advice.contacts, advice.form.products if advice.form else ())

    @property
    def contact_id(self) -> UUID | None:
        """The chosen contact."""
        return self._wanted_contact

    @property
    def product_id(self) -> UUID | None:
        """The chosen product; one that the client's policy doesn't have stays behind."""
        known = self._products is None or self._wanted_product in self._products
        return self._wanted_product if known else None

    def _offer(
        self, contacts: tuple[PersonView, ...], products: tuple[tuple[UUID, str, tuple[str, ...]], ...]
    ) -> None:
        nobody = QCoreApplication.translate("NewCase", "Nobody in particular")
        nothing = QCoreApplication.translate("NewCase", "None in particular")
        somebody = QCoreApplication.translate("NewCase", "Somebody new…")
        people = [(person.id, self._name(person)) for person in contacts]
        known = self.party is not None
        self.contact.offer([(None, nobody), *people, *([(_NEW, somebody)] if known else [])])
        self.contact.choose(self._wanted_contact)
        self.contact.setEnabled(known)
        why = QCoreApplication.translate("NewCase", "Say first which client asks.")
        self.contact.setToolTip("" if known else why)
        self._warn_of_reader()
        self.product.offer([(None, nothing), *((product_id, name) for product_id, name, _all in products)])
        self.product.choose(self._wanted_product)
        self.product.setEnabled(bool(products))
        versions = next(
            (all_ for product_id, _name, all_ in products if product_id == self._wanted_product), ()
        )
        self.version.control.setPlaceholderText(versions[0] if versions else "")
        self.version.setEnabled(bool(products))

    def _name(self, person: PersonView) -> str:
        if person.id not in self._readers:
            return person.name
        return QCoreApplication.translate("NewCase", "{name}, may only read").format(name=person.name)

    def _warn_of_reader(self) -> None:
        """Say before the request is typed, not after, that this contact may log no case (SPK-8)."""
        reads = self._wanted_contact in self._readers
        why = QCoreApplication.translate("NewCase", "No named contact: may read the knowledge base only.")
        if reads or self.contact.error:
            self.contact.set_error(why if reads else "")

    def _contact_added(self, contact_id: UUID) -> None:
        self._wanted_contact = contact_id
        self.changed.emit()
        self.contact.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nobody_new(self) -> None:
        self.contact.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _identified(self, party: Party) -> None:
        self.newcomer.end()
        self.party = party
        self._wanted_contact = party.contact_id
        self.changed.emit()

    def _given_up(self) -> None:
        self.newcomer.end()
        self.party = None
        self._wanted_contact = None
        self.changed.emit()

    def _chosen(self, _value: object) -> None:
        contact, product = self.contact.value(), self.product.value()
        if contact is _NEW:
            # Until somebody new has been added, whoever was chosen stays chosen.
            self.contact.choose(self._wanted_contact)
            if self.party is not None:
                self.newcomer.begin(self.party.organisation_id)
            return
        self._wanted_contact = contact if isinstance(contact, UUID) else None
        self._wanted_product = product if isinstance(product, UUID) else None
        self.changed.emit()
