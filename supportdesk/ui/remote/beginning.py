"""One session on its way: planned, noted on its case, then launched; several may be under way, each knows its own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from supportdesk.domain.errors import KnownError
from supportdesk.remote.launch_plan import OpenLink, Plan, plan
from supportdesk.services.cases import remote_sessions
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.ui.remote import words

if TYPE_CHECKING:
    from supportdesk.remote.toolbox import Toolbox
    from supportdesk.ui.remote.start_popover import StartPopover, Wish
    from supportdesk.workers.session import DeskSession


class Beginning(QObject):
    """Begins what was wished for on a case, which may be out of view before it has begun; so may `popover`.

    `noted` carries the session's id as soon as the case has it. What ends it carries this object: `started`, `refused`
    with the error before anything stands on the case, `failed` with it after that. `told` follows a failure, once the
    case says so.
    """

    noted = Signal(object)
    started = Signal(object)
    refused = Signal(object, object)
    failed = Signal(object, object)
    told = Signal()

    def __init__(
        self,
        session: DeskSession,
        toolbox: Toolbox,
        case_id: UUID,
        wish: Wish,
        popover: StartPopover | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._toolbox = session, toolbox
        self.case_id, self.wish, self.popover = case_id, wish, popover
        self._plan: Plan | None = None
        self._session_id: UUID | None = None

    def begin(self) -> None:
        """Go about it."""
        # All that can be refused is refused before anything stands on the case.
        self._session.ask(None, _planned, self._toolbox, self.wish, then=self._note, failed=self._refuse)

    def _note(self, planned: Plan) -> None:
        self._plan = planned
        self._session.do(
            remote_sessions.start_session,
            self.case_id,
            tool=self.wish.tool.name,
            remote_id=self.wish.remote_id or None,
            consent_by=self.wish.consent_by,
            then=self._launch,
            failed=self._refuse,
        )

    def _launch(self, done: Done) -> None:
        if self._plan is None or done.created is None:
            return
        self._session_id = done.created
        self.noted.emit(done.created)
        if isinstance(self._plan, OpenLink):
            # The system's own way to open a link belongs to the window's thread, and returns at once.
            try:
                self._toolbox.launch(self.wish.tool, self._plan)
            except KnownError as error:
                self._fail(error)
            else:
                self._start(None)
        else:
            self._session.ask(
                None, _launched, self._toolbox, self.wish, self._plan, then=self._start, failed=self._fail
            )

    def _start(self, _nothing: object) -> None:
        self.started.emit(self)
        self.deleteLater()

    def _fail(self, error: KnownError) -> None:
        self._session.do(
            remote_sessions.fail_session,
            self.case_id,
            self._session_id,
            words.failure_code(error),
            then=self._tell,
            failed=self._not_told,
        )
        self.failed.emit(self, error)

    def _tell(self, _done: object) -> None:
        self.told.emit()
        self.deleteLater()

    def _not_told(self, error: KnownError) -> None:
        self._session.refused.emit(error)
        self.deleteLater()

    def _refuse(self, error: KnownError) -> None:
        self.refused.emit(self, error)
        self.deleteLater()


# What follows runs off the window's thread; the desk is handed to all that is asked.


def _planned(_desk: Desk, toolbox: Toolbox, wish: Wish) -> Plan:
    return plan(wish.tool, wish.target, toolbox.machine.system, toolbox.look_for(wish.tool).program)


def _launched(_desk: Desk, toolbox: Toolbox, wish: Wish, planned: Plan) -> None:
    toolbox.launch(wish.tool, planned)
