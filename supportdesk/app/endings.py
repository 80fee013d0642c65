"""The ways in which a terminal or the system asks a program to end; how the desk ends in order lies elsewhere."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

_LOOK_EVERY_MS = 500
_MOST_BYTES = 4096
_ASKING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class Endings(QObject):
    """`asked` comes once, in the window's thread, when Ctrl+C, a hang-up or a logout asks the program to end.

    `status` is then the exit status that tells it, 128 and the signal's number; before that 0.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.status = 0

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Listen until the block ends. Who asks a second time ends the program at once, as ever."""
        # What was started to outlive its terminal, as with `nohup`, is not asked.
        asking = [number for number in _ASKING if signal.getsignal(number) is not signal.SIG_IGN]
        before = {number: signal.signal(number, self._hear) for number in asking}
        try:
            with _Alarm(self).rings():
                yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        if not self.status:
            self.status = 128 + number
            # Not from within whatever the signal broke into.
            QTimer.singleShot(0, self.asked.emit)


class _Alarm(QObject):
    """Lets Python look after its signals while Qt waits, which runs no Python by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reading: int | None = None

    @contextmanager
    def rings(self) -> Iterator[None]:
        """Be there until the block ends."""
        if os.name != "posix":
            # Elsewhere only a socket could wake the loop.
            timer = QTimer(self)
            timer.timeout.connect(self.wake)
            timer.start(_LOOK_EVERY_MS)
            try:
                yield
            finally:
                timer.stop()
            return
        self._reading, writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(writing, False)
        before = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self.wake)
        try:
            yield
        finally:
            notifier.setEnabled(False)
            signal.set_wakeup_fd(before)
            os.close(self._reading)
            os.close(writing)
            self._reading = None

    def wake(self) -> None:
        """Run some Python, which is enough."""
        if self._reading is not None:
            os.read(self._reading, _MOST_BYTES)
