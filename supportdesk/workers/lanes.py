"""Threads with an owner: one lane for writes in order, a pool for reads; results come back in the window's thread."""

from __future__ import annotations

import logging
import threading
import weakref
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from supportdesk.domain.errors import KnownError
from supportdesk.workers.faults import fault_of

_LOG = logging.getLogger(__name__)

Handler = Callable[[Any], object]
FaultTeller = Callable[[BaseException], KnownError]


class Task:
    """Something submitted. After `cancel` no result is delivered, and what has not begun never begins."""

    __slots__ = ("__weakref__", "_cancelled", "_failed", "_then", "job")

    def __init__(self, job: Callable[[], object], then: Handler | None, failed: Handler | None) -> None:
        self.job = job
        self._then = _weak(then)
        self._failed = _weak(failed)
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._cancelled

    def cancel(self) -> None:
        """Forget about it."""
        self._cancelled = True

    def finished_handler(self) -> Handler | None:
        """Who gets the result; None where nobody does, or where the receiver is gone."""
        return _alive(self._then)

    def failed_handler(self) -> Handler | None:
        """Who gets a KnownError."""
        return _alive(self._failed)


@dataclass(frozen=True, slots=True)
class _Delivery:
    task: Task
    result: object
    error: Exception | None


class Courier(QObject):
    """Carries results into the thread it was made in, which is the window's.

    `refused` tells a KnownError that no handler took. Any other exception is a bug: `fault` takes it, and in the words
    that it gives the asker is told as of a refusal, so that whatever it had begun to show comes to its end.
    `finished` tells every result, before its handler gets it.
    """

    refused = Signal(object)
    finished = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None, *, fault: FaultTeller = fault_of) -> None:
        super().__init__(parent)
        self._fault = fault
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Tell nobody anything from now on, not even what is on its way."""
        self._closed = True

    def run(self, task: Task) -> None:
        """Do a task's work in the calling thread and send off what comes of it."""
        if task.cancelled:
            return
        try:
            delivery = _Delivery(task, task.job(), None)
        except Exception as error:  # noqa: BLE001 – every failure is delivered; none may end the thread
            delivery = _Delivery(task, None, error)
        self._arrived.emit(delivery)

    def _deliver(self, delivery: _Delivery) -> None:
        if self._closed:
            return
        task, error = delivery.task, delivery.error
        if error is None:
            self.finished.emit(delivery.result)
            handler = None if task.cancelled else task.finished_handler()
            if handler is not None:
                handler(delivery.result)
        elif isinstance(error, KnownError):
            self._refuse(task, error)
        else:
            _LOG.error("Background work failed", exc_info=error)
            self._refuse(task, self._fault(error))

    def _refuse(self, task: Task, error: KnownError) -> None:
        if task.cancelled:
            return
        handler = task.failed_handler()
        if handler is not None:
            handler(error)
        else:
            self.refused.emit(error)


class WriteLane:
    """One thread that does what it is given, one after the other. `close` finishes what was accepted."""

    def __init__(self, courier: Courier) -> None:
        self._courier = courier
        self._tasks: deque[Task] = deque()
        self._wake = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="write lane", daemon=True)

    def start(self) -> None:
        """Begin with what has been submitted so far."""
        self._thread.start()

    def submit(
        self, job: Callable[[], object], then: Handler | None = None, failed: Handler | None = None
    ) -> Task:
        """Queue a job. Handlers are bound methods of QObjects; they run in the window's thread."""
        task = Task(job, then, failed)
        with self._wake:
            if self._closing:
                raise RuntimeError("The write lane is closed.")
            self._tasks.append(task)
            self._wake.notify()
        return task

    def close(self) -> None:
        """Finish every job, then stop; blocks until then."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        while True:
            with self._wake:
                while not self._tasks and not self._closing:
                    self._wake.wait()
                if not self._tasks:
                    return
                task = self._tasks.popleft()
            self._courier.run(task)


class ReadPool:
    """Some threads that answer questions. A question takes the place of an unfinished one with the same key."""

    def __init__(self, courier: Courier, threads: int = 2) -> None:
        self._courier = courier
        self._tasks: deque[Task] = deque()
        self._latest: dict[Hashable, weakref.ref[Task]] = {}
        self._wake = threading.Condition()
        self._closing = False
        self._threads = [
            threading.Thread(target=self._work, name=f"read pool {number + 1}", daemon=True)
            for number in range(threads)
        ]

    def start(self) -> None:
        """Begin with what has been submitted so far."""
        for thread in self._threads:
            thread.start()

    def submit(
        self,
        key: Hashable | None,
        job: Callable[[], object],
        then: Handler | None = None,
        failed: Handler | None = None,
    ) -> Task:
        """Queue a question. With a key, an unfinished question of that key is dropped; None is never dropped.

        After `close` nobody is left to hear an answer: the question is dropped.
        """
        task = Task(job, then, failed)
        with self._wake:
            if self._closing:
                task.cancel()
                return task
            if key is not None:
                before = self._latest.get(key)
                superseded = before() if before is not None else None
                if superseded is not None:
                    superseded.cancel()
                self._latest[key] = weakref.ref(task)
            self._tasks.append(task)
            self._wake.notify()
        return task

    def close(self) -> None:
        """Drop what has not begun, wait for what has."""
        with self._wake:
            self._closing = True
            self._tasks.clear()
            self._wake.notify_all()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()

    def _work(self) -> None:
        while True:
            with self._wake:
                while not self._tasks and not self._closing:
                    self._wake.wait()
                if self._closing:
                    return
                task = self._tasks.popleft()
            self._courier.run(task)
            # Held on to, it would keep its handlers' owners from going while the thread waits.
            del task


def _weak(handler: Handler | None) -> weakref.WeakMethod[Handler] | None:
    if handler is None:
        return None
    if not isinstance(getattr(handler, "__self__", None), QObject):
        # A free function would keep no receiver that can be asked whether it still exists.
        raise TypeError(f"Results go to methods of QObjects, not to {handler!r}.")
    return weakref.WeakMethod(handler)


def _alive(handler: weakref.WeakMethod[Handler] | None) -> Handler | None:
    bound = handler() if handler is not None else None
    if bound is None or not shiboken6.isValid(bound.__self__):  # type: ignore[attr-defined]  # a bound method has one
        return None
    return bound
