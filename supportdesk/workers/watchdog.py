"""Watches that the window's thread stays free: pings it from a thread of its own and logs who held it up."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback

from PySide6.QtCore import QObject, Qt, Signal

_LOG = logging.getLogger(__name__)
LIMIT = 0.05


class Watchdog(QObject):
    """Logs each time the thread it was made in takes longer than `limit` seconds to answer.

    `every` is the pause between two pings in seconds. `blocks` counts what was logged.
    """

    _ping = Signal()

    def __init__(self, limit: float = LIMIT, every: float = 0.25, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit, self._every = limit, every
        self._answered = threading.Event()
        self._stopping = threading.Event()
        self._watched = threading.get_ident()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self.blocks: list[float] = []
        self._ping.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def close(self) -> None:
        """Stop and wait for the thread to end."""
        self._stopping.set()
        self._answered.set()
        if self._thread.is_alive():
            self._thread.join()

    def _answer(self) -> None:
        self._answered.set()

    def _watch(self) -> None:
        while not self._stopping.wait(self._every):
            self._answered.clear()
            asked = time.monotonic()
            self._ping.emit()
            if self._answered.wait(self._limit) or self._stopping.is_set():
                continue
            # Where it stands now is what holds it up.
            frame = sys._current_frames().get(self._watched)  # noqa: SLF001 – the documented way to see another thread
            stack = "".join(traceback.format_stack(frame)) if frame is not None else ""
            del frame
            self._answered.wait()
            if not self._stopping.is_set():
                self.blocks.append(time.monotonic() - asked)
                _LOG.warning("The window was held up for %.0f ms at\n%s", self.blocks[-1] * 1000, stack)
