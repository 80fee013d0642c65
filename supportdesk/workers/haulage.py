"""One long piece of work with bytes at a time, in a thread of its own: how far it is, its end, and letting it be."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from supportdesk.domain.errors import KnownError
from supportdesk.services.entitlements.data_files import Cancelled
from supportdesk.workers.faults import fault_of

_LOG = logging.getLogger(__name__)
_PATIENCE = 1.0  # seconds that the end waits for what is under way

Told = Callable[[int, int], None]
Job = Callable[[Told, Callable[[float], None]], object]
"""Works, telling how many bytes of how many are done; pauses so many seconds where it has to wait."""


class Haulage(QObject):
    """`came` carries bytes done and how many there are, `ended` what came of the work, `failed` a KnownError.

    `let_be`: the person cancelled it. One of the last three ends it, in the window's thread.
    """

    came = Signal(object, object)
    ended = Signal(object)
    failed = Signal(object)
    let_be = Signal()
    _came_there = Signal(object, object)
    _over = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._closing = False
        self._share = -1
        queued = Qt.ConnectionType.QueuedConnection
        self._came_there.connect(self.came, queued)
        self._over.connect(self._tell, queued)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._thread is not None

    def start(self, job: Job) -> None:
        """Begin; RuntimeError while something else is under way."""
        if self._thread is not None:
            raise RuntimeError("something is under way")
        if self._closing:
            return
        self._stop.clear()
        self._share = -1
        self._thread = threading.Thread(target=self._run, args=(job,), name="haulage", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Let it be; it ends after the piece under way."""
        self._stop.set()

    def close(self) -> None:
        """End it within about a second; what has come of a download stays, to be gone on with."""
        self._closing = True
        self._stop.set()
        if self._thread is not None:
            self._thread.join(timeout=_PATIENCE)

    def _run(self, job: Job) -> None:
        try:
            self._over.emit(job(self._told, self._pause), None)
        except _Closing:
            return
        except Exception as error:  # noqa: BLE001 - whatever it was, who asked is told
            self._over.emit(None, error)

    def _told(self, done: int, size: int) -> None:
        self._goes_on()
        share = 1000 * done // max(size, 1)
        if share != self._share:
            self._share = share
            self._came_there.emit(done, size)

    def _pause(self, seconds: float) -> None:
        self._stop.wait(seconds)
        self._goes_on()

    def _goes_on(self) -> None:
        if self._closing:
            raise _Closing
        if self._stop.is_set():
            raise Cancelled

    def _tell(self, result: object, error: Exception | None) -> None:
        self._thread = None
        if error is None:
            self.ended.emit(result)
        elif isinstance(error, Cancelled):
            self.let_be.emit()
        elif isinstance(error, KnownError):
            self.failed.emit(error)
        else:
            _LOG.error("work with bytes met a fault", exc_info=error)
            self.failed.emit(fault_of(error))


class _Closing(Exception):
    """The desk is being closed."""
