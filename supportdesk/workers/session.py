"""A desk at work in a window: acts on the write lane, questions on the read pool, one notifier; it decides nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from supportdesk.domain.errors import KnownError
from supportdesk.workers.collector import collect_in_this_thread
from supportdesk.workers.faults import fault_of
from supportdesk.workers.heartbeat import Heartbeat
from supportdesk.workers.lanes import Courier, FaultTeller, Handler, ReadPool, Task, WriteLane
from supportdesk.workers.notifier import Notifier

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk


class Errand(QObject):
    """Something under way that will lead to an act, or that came to nothing with `refusal`."""

    refusal: KnownError | None = None


class DeskSession(QObject):
    """Stands between screens and services.

    The desk is opened on the write lane, so that the window is up before the database is. What is asked or done
    before that waits. `opened` carries the desk, `not_opened` the KnownError that kept it shut.
    `done` carries the result of every act, `refused` a KnownError that its asker didn't take. `fault` takes a bug
    and gives what is said of it. `errands` are what will lead to acts yet; `came_in` comes when one of them is settled.
    """

    opened = Signal(object)
    not_opened = Signal(object)
    done = Signal(object)
    refused = Signal(object)
    came_in = Signal()

    def __init__(
        self,
        open_desk: Callable[[], Desk],
        now: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        fault: FaultTeller = fault_of,
    ) -> None:
        super().__init__(parent)
        self._open_desk = open_desk
        self._desk: Desk | None = None
        self._closed = False
        self._errands: list[Errand] = []
        self._settled = threading.Event()
        self.notifier = Notifier(self)
        self.heartbeat = Heartbeat(now, self)
        self._acts, self._questions = Courier(self, fault=fault), Courier(self, fault=fault)
        self._acts.finished.connect(self._act_finished)
        for courier in (self._acts, self._questions):
            courier.refused.connect(self.refused)
        self._lane = WriteLane(self._acts)
        self._pool = ReadPool(self._questions)
        self._lane.submit(self._open, self._opened, self._stayed_shut)

    @property
    def is_open(self) -> bool:
        """Whether the desk is there."""
        return self._desk is not None

    @property
    def takes_acts(self) -> bool:
        """Whether acts are still taken; after `close` they are not."""
        return not self._closed

    @property
    def desk(self) -> Desk:
        """The open desk; RuntimeError before `opened`."""
        if self._desk is None:
            raise RuntimeError("The desk is not open.")
        return self._desk

    def now(self) -> datetime:
        """The present instant in UTC."""
        return self.heartbeat.now()

    def start(self) -> None:
        """Open the desk and begin to work, once the window has been painted."""
        collect_in_this_thread()
        self._lane.start()
        self._pool.start()
        self.heartbeat.start()

    def do(
        self,
        act: Callable[..., object],
        *args: Any,
        then: Handler | None = None,
        failed: Handler | None = None,
        **named: Any,
    ) -> Task:
        """Run `act(desk, *args, **named)` on the write lane, in order; changes are told before `then` gets its result.

        Without `failed`, a refusal goes to the window's message bar. Both are bound methods of QObjects.
        """

        def job() -> object:
            return act(self._ready(), *args, **named)

        return self._lane.submit(job, then, failed)

    def ask(
        self,
        key: Hashable | None,
        query: Callable[..., object],
        *args: Any,
        then: Handler | None = None,
        failed: Handler | None = None,
        **named: Any,
    ) -> Task:
        """Run `query(desk, *args, **named)` on the read pool; an unfinished question of the same key is dropped."""

        def job() -> object:
            return query(self._ready(), *args, **named)

        return self._pool.submit(key, job, then, failed)

    def errand(self, owner: QObject) -> Errand:
        """Begin what will lead to an act: a desk that is left waits for it. It ends with its owner at last."""
        begun = Errand(owner)
        begun.destroyed.connect(self.came_in)
        self._errands.append(begun)
        return begun

    @property
    def errands(self) -> list[Errand]:
        """What will lead to acts yet, or came to nothing and is kept nowhere."""
        return [each for each in self._errands if isValid(each)]

    def end_errand(self, errand: Errand) -> None:
        """It has led to its act, or nobody wants it any more."""
        if errand in self.errands:
            self._errands.remove(errand)
            errand.deleteLater()
            self.came_in.emit()

    def fail_errand(self, errand: Errand, refusal: KnownError) -> None:
        """It came to nothing, and what it was about is kept nowhere: leaving the desk would lose it."""
        errand.refusal = refusal
        self.came_in.emit()

    def close(self) -> None:
        """Finish every act, drop every question, stop the threads. The desk's store is its owner's to close."""
        self._closed = True
        self.heartbeat.stop()
        self._settled.set()
        # An answer that is heard no earlier than now would lead to acts that nobody can do any more.
        self._questions.close()
        self._pool.close()
        self._lane.close()
        # The same holds for what the last acts came to; whoever must know waits for them before closing.
        self._acts.close()

    def _ready(self) -> Desk:
        self._settled.wait()
        if self._desk is None:
            raise KnownError(
                "The desk is not open.", "Nothing was read or changed.", "Open it and try again."
            )
        return self._desk

    def _open(self) -> object:
        try:
            self._desk = self._open_desk()
        finally:
            self._settled.set()
        return None

    def _opened(self, _nothing: object) -> None:
        self.opened.emit(self._desk)

    def _stayed_shut(self, error: KnownError) -> None:
        self.not_opened.emit(error)

    def _act_finished(self, result: object) -> None:
        if result is not None:
            self.notifier.tell(result)
            self.done.emit(result)
