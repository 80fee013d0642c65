"""Reads the case in view and reads again what has changed of it; the page only shows what arrives here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Ref
from supportdesk.services.operations.desk import Done
from supportdesk.services.person import marks
from supportdesk.services.queries import details
from supportdesk.services.views import CaseDetail, TimelineSlice

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession

_FIRST = 40
_MORE = 200
_LOOK_MS = 1200
# Names and covers shown beside a case that is itself untouched.
_AROUND = (Entity.ORGANISATION, Entity.AGENT, Entity.BRANCH, Entity.POLICY, Entity.PRODUCT)


class Reading(QObject):
    """`detail` and `timeline` carry views of the case in view, never of another."""

    detail = Signal(object)
    timeline = Signal(object)
    failed = Signal(object)

    def __init__(self, session: DeskSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id: UUID | None = None
        self._as_of: datetime | None = None
        self._limit = _FIRST
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._looked)
        session.notifier.changed.connect(self._changed)
        session.done.connect(self._acted)
        session.heartbeat.tick.connect(self._tick)

    @property
    def case_id(self) -> UUID | None:
        """The case in view."""
        return self._case_id

    @property
    def as_of(self) -> datetime | None:
        """The past instant shown, UTC; None for the present."""
        return self._as_of

    def open(self, case_id: UUID | None) -> None:
        """Read another case, or none."""
        self._case_id, self._as_of, self._limit = case_id, None, _FIRST
        self._look.stop()
        if case_id is not None:
            self._ask_detail()
            self._ask_timeline()
            # Whoever only walks through the list has not read the case.
            self._look.start()

    def show_as_of(self, at: datetime | None) -> None:
        """Read the case as it was at an instant (UTC), or as it is."""
        self._as_of = at
        self._ask_detail()
        self._ask_timeline()

    def look_again(self) -> None:
        """Somebody looks at the case again, or goes on looking while it changes."""
        # What changes while nobody is at the window has not been seen.
        if self._case_id is not None and QGuiApplication.focusWindow() is not None:
            self._look.start()

    def rest(self) -> None:
        """Nobody looks at the case any more."""
        self._look.stop()

    def more(self) -> None:
        """Read earlier entries too."""
        self._limit += _MORE
        self._ask_timeline()

    def again(self) -> None:
        """Read what time changes."""
        self._ask_detail()

    def _ask_detail(self) -> None:
        if self._case_id is not None:
            self._session.ask(
                "case detail",
                details.case,
                self._case_id,
                as_of=self._as_of,
                then=self._detail,
                failed=self.failed_to_read,
            )

    def _ask_timeline(self) -> None:
        if self._case_id is not None:
            self._session.ask(
                "case timeline",
                read_timeline,
                self._case_id,
                self._limit,
                self._as_of,
                then=self._timeline,
                failed=self.failed_to_read,
            )

    def failed_to_read(self, error: object) -> None:
        """The case can't be read."""
        self.failed.emit(error)

    def _detail(self, case: CaseDetail) -> None:
        if case.id == self._case_id and case.as_of == self._as_of:
            self.detail.emit(case)

    def _timeline(self, found: tuple[UUID, datetime | None, TimelineSlice]) -> None:
        case_id, as_of, entries = found
        if case_id == self._case_id and as_of == self._as_of:
            self.timeline.emit(entries)

    def _changed(self, changes: ChangeSet) -> None:
        if self._case_id is None or self._as_of is not None:
            return
        aspects = changes.aspects_of(Ref(Entity.CASE, self._case_id))
        if aspects - {Aspect.DRAFT} or any(changes.touches(entity) for entity in _AROUND):
            self._ask_detail()
        if Aspect.TIMELINE in aspects:
            self._ask_timeline()
            self.look_again()

    def _acted(self, result: object) -> None:
        """Whoever acts on the case in view has looked at it: what they wrote is no news to them."""
        case_id = self._case_id
        if case_id is None or not isinstance(result, Done) or result.operation is None:
            return
        if Aspect.TIMELINE in result.outcome.changes.aspects_of(Ref(Entity.CASE, case_id)):
            self._session.do(marks.seen, case_id)

    def _tick(self, _now: datetime) -> None:
        if self._as_of is None:
            self._ask_detail()

    def _looked(self) -> None:
        if self._case_id is not None and self._session.is_open and self._session.takes_acts:
            self._session.do(marks.seen, self._case_id)


def read_timeline(
    desk: Desk, case_id: UUID, limit: int, as_of: datetime | None
) -> tuple[UUID, datetime | None, TimelineSlice]:
    """The newest entries of a case, with what was asked for."""
    return case_id, as_of, details.timeline(desk, case_id, limit, None, as_of)
