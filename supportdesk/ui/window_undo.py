"""Taking the last action back: remembers what can be undone and asks the services to; it undoes nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.workers.session import DeskSession


class Undoing(QObject):
    """`offered` tells whether there is something to take back, `undone` that it was."""

    offered = Signal(bool)
    undone = Signal()

    def __init__(self, session: DeskSession, undo: Callable[[Desk, UUID], Done], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._act = session, undo
        self._last: Done | None = None
        session.done.connect(self._note)

    @staticmethod
    def way_back(done: Done | None) -> Done | None:
        """The act itself where it can be taken back, else None."""
        return done if done is not None and done.undoable and done.operation is not None else None

    def undo_last(self) -> None:
        """Take the last action back, if there is one."""
        if self._last is not None:
            self.undo(self._last)

    def undo(self, done: Done) -> None:
        """Take an action back."""
        self._remember(None)
        if done.operation is not None:
            self._session.do(self._act, done.operation.id, then=self._was_undone)

    def _note(self, result: object) -> None:
        for done in result if isinstance(result, tuple) else (result,):
            if getattr(done, "undoable", False) and getattr(done, "operation", None) is not None:
                self._remember(done)

    def _was_undone(self, _done: Done) -> None:
        # Taking back what took something back is one step too far for one key.
        self._remember(None)
        self.undone.emit()

    def _remember(self, done: Done | None) -> None:
        self._last = done
        self.offered.emit(done is not None)
