"""The page of today's visits: the day at the start, beside it the report of the chosen one, read as work goes on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from supportdesk.domain.operation import Entity
from supportdesk.services.cases import visits
from supportdesk.services.exchange import outlook
from supportdesk.services.queries import visit_views
from supportdesk.ui.pages import VisitPage, VisitPart
from supportdesk.ui.theme import theme
from supportdesk.ui.visits.day_pane import LEAST, DayPane
from supportdesk.ui.visits.editor import VisitEditor
from supportdesk.ui.visits.opening import Opened, opened
from supportdesk.ui.visits.planning import Planning
from supportdesk.ui.widgets.empty import EmptyState
from supportdesk.ui.widgets.messages import Berth
from supportdesk.ui.window_parts import Held, PaneSplitter

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views.outlook import Standing, WaitingChange
    from supportdesk.services.views.visits import VisitDay
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.visits.photo_desk import Shelves
    from supportdesk.workers.paper_press import PaperPress

_PATIENCE_MS = 150
_APART = 8
_DAY_WIDTH = 275
_CONCERNED = (Entity.VISIT, Entity.CASE)


class VisitsPage(VisitPage):
    """The visits of the person at this desk. While nobody looks it reads nothing."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        press: PaperPress | None = None,
        shelves: Shelves | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._stale = True
        self._chosen: UUID | None = None
        self._asked: tuple[UUID, int] | None = None
        self._on: date | None = None
        self._engineer_id: UUID | None = None
        self.pane = DayPane(shell.zone)
        self.list, self.model = self.pane.list, self.pane.model
        self.editor = VisitEditor(shell, press, shelves)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self.read)
        self._lay_out()
        self.list.chosen.connect(self._pick)
        self.list.entered.connect(self._enter)
        self.list.ordered.connect(self._order)
        self.editor.stale.connect(self._read_soon)
        self._empty.acted.connect(self.plan)
        self.pane.head.calendar_asked.connect(self._to_calendar)
        self.pane.head.reports_asked.connect(self._to_reports)
        self.pane.head.today_asked.connect(self.show_day)
        self.planning.day_wanted.connect(self.show_day)
        self.planning.report_wanted.connect(self.show_visit)
        self.planning.left.connect(self._to_report)
        shell.session.notifier.changed.connect(self._changed)
        shell.session.heartbeat.tick.connect(self._ticked)
        theme().changed.connect(self.update)
        self.setFocusProxy(self.list)
        self.setAccessibleName(QCoreApplication.translate("Visits", "Visits today"))

    def show_visit(self, visit_id: UUID) -> None:
        """Show a visit, of whatever day and whoever's it is."""
        self.show_part(VisitPart.DAY)
        self.choose(visit_id)
        row = self.model.row_of(visit_id)
        if row is not None:
            self.list.choose(row)
        else:
            self.list.clearSelection()
        self.editor.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_day(
        self, day: date | None = None, engineer_id: UUID | None = None, visit_id: UUID | None = None
    ) -> None:
        """Show the visits of another day, or of another engineer, and one of them; by default one's own of today."""
        self.editor.flush()
        self._on, self._engineer_id, self._chosen = day, engineer_id, visit_id
        self.show_part(VisitPart.DAY)
        self.read()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, part: VisitPart) -> None:
        self.editor.flush()
        self.planning.show_part(part)
        if part is VisitPart.DAY:
            self._place.setCurrentWidget(self.editor if self._chosen is not None else self._empty)

    def plan(self) -> None:
        self.planning.plan()

    def choose(self, visit_id: UUID) -> None:
        """Show the report of a visit. What was typed in the one before is saved."""
        if visit_id == self._chosen and self.editor.view is not None:
            return
        self.editor.flush()
        self._chosen = visit_id
        self._read_visit()

    def berth(self) -> Berth:
        return self._berth

    def read(self) -> None:
        """Read the day and the visit in view."""
        self._stale = False
        self._shell.session.ask(
            "visits", _day, self._on, self._engineer_id, then=self._show_day, failed=self._unread
        )
        self.planning.read()
        if self._chosen is not None:
            self._read_visit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self.editor.flush()
        self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(_DAY_WIDTH, max(LEAST, self.width() * 23 // 100))
        self._splitter.setSizes([width, max(1, self.width() - width)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            self.editor.finish()
        elif event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        self._place = QStackedWidget()
        self.planning = Planning(self._shell, self._place)
        self._empty = EmptyState(*_nothing_today())
        self._place.addWidget(self._empty)
        self._place.addWidget(self.editor)
        self._berth = Berth(_APART)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._place, 1)
        column.addWidget(self._berth)
        self._splitter = PaneSplitter(seen=True)
        self._splitter.addWidget(self.pane)
        self._splitter.addWidget(beside)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Held(self._splitter))

    def _read_visit(self) -> None:
        if self._chosen is not None:
            self._asked = (self._chosen, self.editor.keeper.rounds)
            self._shell.session.ask("visit", opened, self._chosen, then=self._show_visit, failed=self._unread)

    def _show_visit(self, found: Opened) -> None:
        if self._asked != (found.view.id, self.editor.keeper.rounds):
            # Something was saved while it was read: what was read may be older.
            self._read_visit()
            return
        self.editor.show_visit(found)
        if self.planning.part is VisitPart.DAY:
            self._place.setCurrentWidget(self.editor)

    def _show_day(self, found: tuple[VisitDay, tuple[WaitingChange, ...], Standing]) -> None:
        day, waiting, standing = found
        self.list.blockSignals(True)
        self.pane.show_day(day, waiting, standing)
        row = self.model.row_of(self._chosen)
        if row is None and self._chosen is None and day.visits:
            row = next((at for at, line in enumerate(day.visits) if line.state != "finished"), 0)
        if row is not None:
            self.list.choose(row)
        self.list.blockSignals(False)
        line = self.model.line(row) if row is not None else None
        if line is not None and line.id != self._chosen:
            self.choose(line.id)
        if self._chosen is None:
            self._say_nothing(day)
            self._place.setCurrentWidget(self.planning.view() or self._empty)

    def _say_nothing(self, day: VisitDay) -> None:
        """An empty day leads on to a plan."""
        if day.today and day.engineer_id is None:
            self._empty.say(*_nothing_today())
            return
        self._empty.say(
            "map-pin",
            QCoreApplication.translate("Visits", "No visits on this day"),
            QCoreApplication.translate("Visits", "A visit is planned in the calendar, or on its case."),
            QCoreApplication.translate("Visits", "Plan visit…"),
        )

    def _pick(self, visit_id: UUID) -> None:
        if self.planning.part is not VisitPart.DAY:
            self.planning.show_part(VisitPart.DAY)
            self._place.setCurrentWidget(self.editor)
        self.choose(visit_id)

    def _unread(self, error: KnownError) -> None:
        self._shell.refuse(error)

    def _enter(self) -> None:
        if self._place.currentWidget() is self.editor:
            self.editor.first().setFocus(Qt.FocusReason.TabFocusReason)

    def _order(self, visit_ids: list[UUID]) -> None:
        self._shell.session.do(
            visits.order_route, visit_ids, then=self._was_ordered, failed=self._not_ordered
        )

    def _was_ordered(self, _done: object) -> None:
        self._read_soon()

    def _not_ordered(self, error: KnownError) -> None:
        self._shell.refuse(error)
        self.read()

    def _to_calendar(self) -> None:
        self.show_part(VisitPart.CALENDAR)

    def _to_reports(self) -> None:
        self.show_part(VisitPart.REPORTS)

    def _to_report(self) -> None:
        self.show_part(VisitPart.DAY)

    # ------------------------------------------------------------------ what changes

    def _read_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _changed(self, changes: ChangeSet) -> None:
        if any(changes.touches(entity) for entity in _CONCERNED):
            self._read_soon()

    def _ticked(self, _now: object) -> None:
        if self.isVisible():
            self.editor.tick()
            self.read()


def _nothing_today() -> tuple[str, str, str, str]:
    return (
        "map-pin",
        QCoreApplication.translate("Visits", "No visits today"),
        QCoreApplication.translate(
            "Visits",
            "A visit is planned in the calendar, or on its case with Log a visit. It stands here on its day.",
        ),
        QCoreApplication.translate("Visits", "Plan visit…"),
    )


def _day(
    desk: Desk, on: date | None, engineer_id: UUID | None
) -> tuple[VisitDay, tuple[WaitingChange, ...], Standing]:
    day = visit_views.day(desk, on, engineer_id)
    return day, outlook.waiting(desk), outlook.standing(desk)
