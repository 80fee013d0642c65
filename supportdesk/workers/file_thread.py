"""Carries a desk's files beside the window: how the sending stands and what was fetched reach who asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from supportdesk.domain.operation import ChangeSet
from supportdesk.store.blobs import Blobs
from supportdesk.sync.carrying import Carried, Carrier, Heard, Senders
from supportdesk.sync.fetching import Fetcher, Told
from supportdesk.sync.file_link import FileLink
from supportdesk.sync.live import Standing

if TYPE_CHECKING:
    from supportdesk.workers.session import DeskSession


class FileThread(QObject):
    """A session's files on their way to the hub and from it; `stop` ends it before the session closes.

    `stood` carries a Carried, `came` an attachment with how many bytes have come of how many, `fetched` one that is
    here, `failed` one with the KnownError that kept it away. All of it comes in the window's thread.
    """

    stood = Signal(object)
    came = Signal(object, object, object)
    fetched = Signal(object)
    failed = Signal(object, object)
    _changed = Signal(object)
    _stood_there = Signal(object)
    _came_there = Signal(object, object, object)
    _fetched_there = Signal(object)
    _failed_there = Signal(object, object)

    def __init__(
        self,
        session: DeskSession,
        blobs: Blobs,
        link: Callable[[], FileLink],
        senders: Senders,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        heard = Heard(self._stood_there.emit, self._changed.emit)
        self._carrier = Carrier(session.desk, blobs, link, senders, heard)
        told = Told(self._came_there.emit, self._fetched_there.emit, self._failed_there.emit)
        self._fetcher = Fetcher(session.desk, blobs, link, told)
        queued = Qt.ConnectionType.QueuedConnection
        self._changed.connect(self._tell, queued)
        self._stood_there.connect(self.stood, queued)
        self._came_there.connect(self.came, queued)
        self._fetched_there.connect(self.fetched, queued)
        self._failed_there.connect(self.failed, queued)

    @property
    def standing(self) -> Carried:
        """How the sending stands at the moment."""
        return self._carrier.standing

    def start(self, *, paused: bool) -> None:
        """Begin to send, unless the person paused it before."""
        self._carrier.pause(paused=paused)
        self._carrier.start()

    def stop(self) -> None:
        """End it within about a second."""
        self._carrier.stop()
        self._fetcher.stop()

    def pause(self, *, paused: bool) -> None:
        """Send nothing more until told to go on."""
        self._carrier.pause(paused=paused)

    def try_again(self) -> None:
        """Try at once, also what was refused."""
        self._carrier.try_again()

    def line_stands(self, standing: Standing) -> None:
        """The line has exchanged something, or has come back: what was written may be with the hub by now."""
        if standing.phase == "idle":
            self._carrier.nudge()

    def fetch(self, attachment_id: UUID) -> None:
        """Fetch an attachment's bytes."""
        self._fetcher.fetch(attachment_id)

    def cancel(self, attachment_id: UUID) -> None:
        """Let it be."""
        self._fetcher.cancel(attachment_id)

    def _tell(self, changes: ChangeSet) -> None:
        self._session.notifier.tell(changes)
