"""The minute: one timer on the full minute for everything that shows time passing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

_MINUTE_MS = 60_000


def until_next_minute(present: datetime) -> int:
    """The milliseconds to wait for the next full minute."""
    into_minute = present.second * 1000 + present.microsecond // 1000
    # A timer may fire a moment early; without the margin it would fire twice in a minute.
    return _MINUTE_MS - into_minute + 20


class Heartbeat(QObject):
    """`tick` carries the present instant in UTC, once at each full minute and at once after the computer slept."""

    tick = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._beat)

    def now(self) -> datetime:
        """The present instant in UTC."""
        return self._now()

    def start(self) -> None:
        """Begin; the first tick comes at the next full minute."""
        self._timer.start(until_next_minute(self._now()))

    def stop(self) -> None:
        """Be silent."""
        self._timer.stop()

    def _beat(self) -> None:
        self.tick.emit(self._now())
        self._timer.start(until_next_minute(self._now()))
