"""Which of the person's sessions is asked about after a return, and when; how one is begun lives next door."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from supportdesk.services.cases import remote_sessions
from supportdesk.services.queries.remote_sessions import OpenSession, open_sessions, proposed_length
from supportdesk.ui.remote import words
from supportdesk.ui.remote.return_bar import EndDraft, Ending, EndPopover, ReturnBar

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.ui.pages import Shell

# A tool that begins takes the focus and may give it back for a moment.
_TOO_SOON = timedelta(seconds=20)


class Returning(QObject):
    """Asks about one open session after another, those of the case in view first.

    They are read from the database, so that one which was begun before the program was closed is asked about, too.
    """

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page
        self.bar = ReturnBar()
        self.popover: EndPopover | None = None
        self._case_id: UUID | None = None
        self._open: tuple[OpenSession, ...] = ()
        self._at_work: set[UUID] = set()  # just begun, or said to be running
        self._returned_at: datetime | None = None
        # Acts are done one after another, and so they are answered.
        self._endings: deque[Ending] = deque()
        self._drafts: dict[UUID, EndDraft] = {}
        self.bar.logged.connect(self._log_proposed)
        self.bar.edit_asked.connect(self._edit)
        self.bar.running_said.connect(self._still_running)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._turned)

    @property
    def open(self) -> tuple[OpenSession, ...]:
        """The sessions that have no end, as they were read last."""
        return self._open

    def show_case(self, case_id: UUID | None) -> None:
        """Another case comes into view, or the same anew: what runs on it is asked about."""
        self._case_id = case_id
        self._at_work.difference_update(each.id for each in self._open if each.case_id == case_id)
        self.read()

    def begun(self, session_id: UUID) -> None:
        """A session begins now: it is asked about once the person has been away."""
        self._at_work.add(session_id)
        self.read()

    def read(self) -> None:
        """Read again what is open."""
        self._shell.session.ask("open remote sessions", open_sessions, then=self._show)

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive or not self._open:
            return
        now = self._shell.session.now()
        self._returned_at = now
        self._at_work.difference_update(each.id for each in self._open if now - each.started_at >= _TOO_SOON)
        self.read()

    def _show(self, found: tuple[OpenSession, ...]) -> None:
        self._open = found
        waiting = [each for each in found if each.id not in self._at_work]
        waiting.sort(key=lambda each: each.case_id != self._case_id)
        if not waiting or self._case_id is None:
            self.bar.rest()
            return
        first = waiting[0]
        if self._is_being_logged(first.id):
            return
        now = self._shell.session.now()
        minutes = proposed_length(first, self._end_of(first, now)) // timedelta(minutes=1)
        self.bar.ask(first, minutes, now, self._shell.zone, elsewhere=first.case_id != self._case_id)

    def _end_of(self, session: OpenSession, now: datetime) -> datetime:
        """When it was over, if it is: at the last return; where there was none since it began, now."""
        returned = self._returned_at
        return returned if returned is not None and returned > session.started_at else now

    def _still_running(self) -> None:
        if self.bar.session is not None:
            self._at_work.add(self.bar.session.id)
        self.read()

    def _edit(self) -> None:
        if self.bar.session is None:
            return
        session = self.bar.session
        draft = self._drafts.setdefault(session.id, EndDraft())
        self.popover = EndPopover(self._page, session, self.bar.minutes, draft)
        self.popover.logged.connect(self._log)
        self.popover.closed.connect(self._let_go)
        self.popover.open_at(self.bar.edit)

    def _let_go(self) -> None:
        self.popover = None

    def _log_proposed(self, ending: Ending) -> None:
        draft = self._drafts.get(ending.session.id)
        if draft is not None and (draft.note or draft.chargeable):
            # What was typed for it is logged with it, or taken away by the person; it is never left behind.
            self.bar.set_busy(busy=False)
            self._edit()
        else:
            self._log(ending)

    def _log(self, ending: Ending) -> None:
        session = ending.session
        if self._is_being_logged(session.id):
            return
        self._endings.append(ending)
        self.bar.set_busy(busy=True)
        self._shell.session.do(
            remote_sessions.end_session,
            session.case_id,
            session.id,
            ended_at=session.started_at + timedelta(minutes=ending.minutes),
            note=ending.note,
            chargeable=ending.chargeable,
            then=self._logged,
            failed=self._not_logged,
        )

    def _is_being_logged(self, session_id: UUID) -> bool:
        return any(each.session.id == session_id for each in self._endings)

    def _logged(self, _done: object) -> None:
        ending = self._endings.popleft()
        self._drafts.pop(ending.session.id, None)
        if self.popover is not None and self.popover.session.id == ending.session.id:
            self.popover.close()
        said = QCoreApplication.translate("Remote", "Remote session logged, {length}")
        self._shell.say(said.format(length=words.minutes_text(ending.minutes)))
        self.read()

    def _not_logged(self, error: KnownError) -> None:
        ending = self._endings.popleft()
        self.bar.set_busy(busy=False)
        if self.popover is not None and self.popover.session.id == ending.session.id:
            self.popover.refuse(error)
        else:
            self._shell.refuse(error)
        self.read()
