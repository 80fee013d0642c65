"""Stand-ins for a desk's line to its hub and for whoever speaks its first words there; they note what is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from supportdesk.domain.errors import KnownError
from supportdesk.ui.exchange.door import Admission, HubOffer
from supportdesk.ui.file_line import FileState
from supportdesk.ui.hub_line import LineState, OthersAtCase, Phase
from tests.ui.nadias_desk import NOW

OFFER = HubOffer("https://hub.ledgerline.example", "0.1.0")


class FakeFiles(QObject):
    """Files on their way, as a test says."""

    state_changed = Signal(object)
    came = Signal(object, object, object)
    fetched = Signal(object)
    failed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._state = FileState()
        self.asked: list[tuple[str, UUID | None]] = []

    def state(self) -> FileState:
        return self._state

    def stand(self, **values: object) -> None:
        """Stand otherwise from now on, and say so."""
        self._state = replace(self._state, **values)  # type: ignore[arg-type]  # fields of a FileState
        self.state_changed.emit(self._state)

    def fetch(self, attachment_id: UUID) -> None:
        self.asked.append(("fetch", attachment_id))

    def cancel(self, attachment_id: UUID) -> None:
        self.asked.append(("cancel", attachment_id))

    def try_again(self) -> None:
        self.asked.append(("again", None))


class FakeLine(QObject):
    """A line that stands as a test says."""

    state_changed = Signal(object)
    others_changed = Signal(object)

    def __init__(self, phase: Phase = Phase.IDLE, since: datetime = NOW) -> None:
        super().__init__()
        self._state = LineState(phase, since, since)
        self.files = FakeFiles()
        self.asked: list[str] = []
        self.looks: list[tuple[UUID | None, bool]] = []

    def state(self) -> LineState:
        return self._state

    def stand(self, **values: object) -> None:
        """Stand otherwise from now on, and say so."""
        self._state = replace(self._state, **values)  # type: ignore[arg-type]  # fields of a LineState
        self.state_changed.emit(self._state)

    def meet(self, others: OthersAtCase) -> None:
        """Say who else is there."""
        self.others_changed.emit(others)

    def send_now(self) -> None:
        self.asked.append("send")

    def pause(self, paused: bool) -> None:
        self.asked.append("pause" if paused else "go on")

    def allow_drop(self) -> None:
        self.asked.append("drop")

    def look_at(self, case_id: UUID | None, writing: bool) -> None:
        self.looks.append((case_id, writing))

    def sign_in(self) -> None:
        self.asked.append("sign in")


class FakeDoor(QObject):
    """A door that answers when a test says so."""

    found = Signal(object)
    admitted = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, ...]] = []

    def ask(self, address: str) -> None:
        self.asked.append(("ask", address))

    def sign_in(self, offer: HubOffer, login: str, password: str, device: str) -> None:
        self.asked.append(("sign in", offer.address, login, password, device))

    def sign_on(self, offer: HubOffer, device: str) -> None:
        self.asked.append(("sign on", offer.address, device))

    def cancel(self) -> None:
        self.asked.append(("cancel",))

    def own_name(self) -> str:
        return "nadias-laptop"

    def find(self, *, single_sign_on: bool = False, encrypted: bool = True) -> None:
        """There is a hub."""
        self.found.emit(replace(OFFER, single_sign_on=single_sign_on, encrypted=encrypted))

    def admit(self, name: str = "Nadia Karim") -> Admission:
        """Let somebody in."""
        admission = Admission(OFFER.address, name, "Toronto", entry="a secret")
        self.admitted.emit(admission)
        return admission

    def refuse(self, what: str = "The hub can’t be reached.") -> None:
        """Say no."""
        self.refused.emit(KnownError(what, "Nothing was connected.", "Look at the address and try again."))
