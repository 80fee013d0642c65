"""What the window needs of a desk's hub, over the threads that speak with it: the line of a desk, and the door."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from supportdesk.app.network import Network
from supportdesk.domain.errors import KnownError
from supportdesk.services.exchange import outlook, sending
from supportdesk.services.person import place
from supportdesk.store.blobs import Blobs
from supportdesk.sync import connecting
from supportdesk.sync.carrying import Carried, attachments_of
from supportdesk.sync.engine import FuseBlown
from supportdesk.sync.live import Standing
from supportdesk.ui.exchange.door import Admission, HubOffer
from supportdesk.ui.file_line import FilePhase, FileState
from supportdesk.ui.hub_line import LineState, OthersAtCase, Phase, Present
from supportdesk.workers.faults import fault_of
from supportdesk.workers.file_thread import FileThread
from supportdesk.workers.hub_thread import HubThread

if TYPE_CHECKING:
    from pathlib import Path

    from supportdesk.app.hub_line import Links
    from supportdesk.protocol.messages import Others
    from supportdesk.store.hub_secrets import HubSecrets
    from supportdesk.workers.session import DeskSession


class Files(QObject):
    """A desk's files on their way, as the window knows them; see ui/file_line."""

    state_changed = Signal(object)
    came = Signal(object, object, object)
    fetched = Signal(object)
    failed = Signal(object, object)

    def __init__(self, thread: FileThread, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = thread
        thread.stood.connect(self._stood)
        thread.came.connect(self.came)
        thread.fetched.connect(self.fetched)
        thread.failed.connect(self.failed)

    def state(self) -> FileState:
        return _file_state(self._thread.standing)

    def fetch(self, attachment_id: UUID) -> None:
        self._thread.fetch(attachment_id)

    def cancel(self, attachment_id: UUID) -> None:
        self._thread.cancel(attachment_id)

    def try_again(self) -> None:
        self._thread.try_again()

    def _stood(self, standing: Carried) -> None:
        self.state_changed.emit(_file_state(standing))


class Line(QObject):
    """The line of a desk that belongs to a hub, as the window knows it; see ui/hub_line. `folder` has its files.

    `sign_in_asked`: the person wants to sign in again.
    """

    state_changed = Signal(object)
    others_changed = Signal(object)
    sign_in_asked = Signal()

    def __init__(
        self, session: DeskSession, links: Links, folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._thread = HubThread(session, links.text, self)
        self._thread.stood.connect(self._stood)
        blobs = Blobs(folder, session.desk.store.files_key)
        self._file_thread = FileThread(session, blobs, links.files, attachments_of(blobs), self)
        self._thread.stood.connect(self._file_thread.line_stands)
        self.files = Files(self._file_thread, self)
        self._thread.others.connect(self._met)
        self.network = Network(self)
        self.network.returned.connect(self._thread.send_now)
        self._names: dict[UUID, str] = {}
        self._meeting: tuple[UUID | None, Others | None] | None = None

    def start(self, *, paused: bool) -> None:
        """Begin to exchange, unless the person paused it before."""
        if paused:
            self._thread.pause(paused=True)
        self._thread.start()
        self._file_thread.start(paused=paused)

    def stop(self) -> None:
        """End it."""
        self._file_thread.stop()
        self._thread.stop()

    def state(self) -> LineState:
        return _state(self._thread.standing)

    def send_now(self) -> None:
        self._session.do(sending.send_now, then=self._nudge)
        self._file_thread.try_again()

    def pause(self, paused: bool) -> None:
        self._thread.pause(paused=paused)
        self._file_thread.pause(paused=paused)
        self._session.do(outlook.pause, paused)

    def allow_drop(self) -> None:
        self._thread.allow_drop()

    def look_at(self, case_id: UUID | None, writing: bool) -> None:
        self._thread.look_at(case_id, writing=writing)

    def sign_in(self) -> None:
        self.sign_in_asked.emit()

    def _nudge(self, _nothing: object) -> None:
        self._thread.send_now()

    def _stood(self, standing: Standing) -> None:
        self.state_changed.emit(_state(standing))

    def _met(self, case_id: UUID | None, others: Others | None) -> None:
        self._meeting = (case_id, others)
        strange = others is not None and any(each.agent not in self._names for each in others.present)
        if strange:
            self._session.ask("names", place.agents, then=self._named)
        else:
            self._tell()

    def _named(self, names: dict[UUID, str]) -> None:
        self._names = dict(names)
        self._tell()

    def _tell(self) -> None:
        if self._meeting is None:
            return
        case_id, others = self._meeting
        present = tuple(
            Present(each.agent, self._names.get(each.agent, ""), each.writing, each.at)
            for each in (others.present if others is not None else ())
        )
        self.others_changed.emit(OthersAtCase(case_id, present, known=others is not None))


def _state(standing: Standing) -> LineState:
    trouble = standing.trouble
    return LineState(
        phase=Phase(standing.phase),
        since=standing.since,
        contact_at=standing.contact_at,
        back_at=standing.back_at,
        trouble=trouble,
        sent=standing.done.pushed if standing.done is not None else 0,
        to_send=standing.to_send,
        asks_to_drop=trouble.count if isinstance(trouble, FuseBlown) else None,
    )


def _file_state(standing: Carried) -> FileState:
    progress = standing.progress
    return FileState(
        phase=FilePhase(standing.phase),
        files=progress.files,
        bytes_left=progress.bytes_left,
        speed=progress.speed,
        current=progress.current,
        sent=progress.sent,
        size=progress.size,
        trouble=standing.trouble,
    )


class Door(QObject):
    """Speaks a desk's first words with a hub, each in a thread of its own; see ui/exchange/door.

    `known` gives what lets this desk in already, where it belongs to that hub.
    """

    found = Signal(object)
    admitted = Signal(object)
    refused = Signal(object)
    _came = Signal(int, object)

    def __init__(
        self, known: Callable[[], HubSecrets | None] = lambda: None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._asked = 0
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def ask(self, address: str) -> None:
        self._run(lambda: _offer(connecting.ask(address)))

    def sign_in(self, offer: HubOffer, login: str, password: str, device: str) -> None:
        self._run(
            lambda: _admission(connecting.log_in(offer.address, login, password, device, self._known()))
        )

    def sign_on(self, offer: HubOffer, device: str) -> None:
        self._run(
            lambda: _admission(
                connecting.sign_on(offer.address, device, _open_browser, os.urandom, self._known())
            )
        )

    def cancel(self) -> None:
        self._asked += 1

    def own_name(self) -> str:
        return connecting.own_name()

    def _run(self, question: Callable[[], object]) -> None:
        self._asked += 1
        number = self._asked

        def work() -> None:
            try:
                answer = question()
            except KnownError as error:
                answer = error
            except Exception as error:  # noqa: BLE001 - whoever asked is told of a fault too
                answer = fault_of(error)
            self._came.emit(number, answer)

        threading.Thread(target=work, name="hub door", daemon=True).start()

    def _tell(self, number: int, answer: object) -> None:
        if number != self._asked:
            return
        if isinstance(answer, HubOffer):
            self.found.emit(answer)
        elif isinstance(answer, Admission):
            self.admitted.emit(answer)
        else:
            self.refused.emit(answer)


def _offer(offer: connecting.Offer) -> HubOffer:
    return HubOffer(
        offer.address, offer.version, offer.single_sign_on, encrypted=offer.address.startswith("https:")
    )


def _admission(admitted: connecting.Admitted) -> Admission:
    return Admission(admitted.address, admitted.name, admitted.branch or "", admitted)


def _open_browser(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url))
