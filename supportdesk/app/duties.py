"""What a desk alone does by itself while it is open: reminders, closings, missed clocks – at each minute's beat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from supportdesk.services import schedule

if TYPE_CHECKING:
    from datetime import datetime

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.workers.session import DeskSession

_AT_ONCE = 50
_AFTER_OPENING_MS = 4_000


class Duties(QObject):
    """Runs the due work on the write lane, a few steps at a time, so that what a person does never waits long.

    From when the desk belongs to a hub there is nothing for it to do: the hub's scheduler does it for all desks.
    """

    def __init__(self, session: DeskSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._running = self._stopped = False
        # What is due has waited while the desk was closed; the first list has not.
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_AFTER_OPENING_MS)
        self._first.timeout.connect(self.run)
        session.heartbeat.tick.connect(self.run)
        session.opened.connect(self._begin)

    def run(self, _now: datetime | None = None) -> None:
        """Do what is due, unless it is being done."""
        if self._session.is_open and not self._running and not self._stopped:
            self._running = True
            self._session.do(_due, then=self._went_on, failed=self._failed)

    def stop(self) -> None:
        """Begin nothing more; the session is about to close."""
        self._stopped = True
        self._first.stop()

    def _begin(self, _desk: Desk) -> None:
        self._first.start()

    def _went_on(self, done: tuple[Done, ...]) -> None:
        self._running = False
        if len(done) >= _AT_ONCE:
            self.run()

    def _failed(self, error: KnownError) -> None:
        self._running = False
        self._session.refused.emit(error)


def _due(desk: Desk) -> tuple[Done, ...]:
    return () if desk.store.side == "desk" else schedule.run_due(desk, limit=_AT_ONCE)
