"""Runs a desk's line to its hub beside the window: changes reach the one notifier, how it stands reaches who asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from supportdesk.domain.operation import ChangeSet
from supportdesk.sync.live import Heard, Live, LiveLink, Standing

if TYPE_CHECKING:
    from supportdesk.workers.session import DeskSession


class HubThread(QObject):
    """A session's line to the hub; it begins once the desk is open, and `stop` ends it before the session closes.

    `stood` carries a Standing whenever that changes. `others` carries the case and who else is at it, None for
    unknown. All of it comes in the window's thread.
    """

    stood = Signal(object)
    others = Signal(object, object)
    _came = Signal(object)
    _stood_there = Signal(object)
    _others_there = Signal(object, object)

    def __init__(
        self, session: DeskSession, link: Callable[[], LiveLink], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        heard = Heard(self._came.emit, self._stood_there.emit, self._others_there.emit)
        self._live = Live(session.desk, link, heard)
        queued = Qt.ConnectionType.QueuedConnection
        self._came.connect(self._tell, queued)
        self._stood_there.connect(self.stood, queued)
        self._others_there.connect(self.others, queued)
        session.done.connect(self._acted)

    @property
    def standing(self) -> Standing:
        """How the desk stands with its hub at the moment."""
        return self._live.standing

    def start(self) -> None:
        """Begin to exchange."""
        self._live.start()

    def stop(self) -> None:
        """End it; blocks until the threads are done."""
        self._live.stop()

    def send_now(self) -> None:
        """Try at once."""
        self._live.nudge()

    def pause(self, *, paused: bool) -> None:
        """Send and fetch nothing until told to go on."""
        self._live.pause(paused=paused)

    def allow_drop(self) -> None:
        """Let the hub take away what the fuse has held back."""
        self._live.allow_drop()

    def look_at(self, case_id: UUID | None, *, writing: bool = False) -> None:
        """Tell which case is open in the window, and whether something is being typed there."""
        self._live.look_at(case_id, writing=writing)

    def _tell(self, changes: ChangeSet) -> None:
        self._session.notifier.tell(changes)

    def _acted(self, _result: object) -> None:
        self._live.nudge()
