"""An engineer's calendar in the place of the report: week by week, visits planned, moved and opened from it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supportdesk.services.cases import visits
from supportdesk.services.queries import visit_calendar, visit_planning
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.plan_dialog import CancelDialog, PlanDialog, Wanted
from supportdesk.ui.visits.planning_words import month_name, spoken_visit, week_title
from supportdesk.ui.visits.week_grid import WeekGrid
from supportdesk.ui.visits.week_head import WeekHead
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.chips import Chip, styled_menu
from supportdesk.ui.widgets.scrolling import OverlayScrollBar
from supportdesk.ui.widgets.texts import ElidedLabel

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QPaintEvent, QShowEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.services.views.visit_plans import CalendarVisit, EngineerWeek, VisitPlan
    from supportdesk.ui.pages import Shell
    from supportdesk.workers.lanes import Task

_WEEK = timedelta(days=7)
_MONTHS = range(-3, 10)
_FIRST_SEEN = 8 * 60


class _Hours(QScrollArea):
    def __init__(self, grid: WeekGrid) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(grid)
        self.viewport().setAutoFillBackground(False)
        OverlayScrollBar(self)


class CalendarView(QWidget):
    """`opened` carries a visit's id, `day_opened` a day and the engineer whose it is; `closed` asks for the report."""

    opened = Signal(object)
    day_opened = Signal(object, object)
    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.engineer_id: UUID | None = None
        self._day: date | None = None
        self._asked: date | None = None
        self._moving = 0
        self._latest: tuple[UUID, Task] | None = None
        self._seen = False
        self.week: EngineerWeek | None = None
        self.grid, self.heads = WeekGrid(), WeekHead()
        self.grid.setAccessibleName(QCoreApplication.translate("Visits", "Week of visits"))
        self._hours = _Hours(self.grid)
        self._lay_out()
        self.grid.opened.connect(self.opened)
        self.grid.day_opened.connect(self._open_day)
        self.heads.opened.connect(self._open_day)
        self.grid.planned.connect(self.plan)
        self.grid.moved.connect(self._move)
        self.grid.turned.connect(self.turn)
        self.grid.today_asked.connect(self.go_to_today)
        self.grid.change_asked.connect(self.change)
        self.grid.cancel_asked.connect(self._cancel)
        self.grid.shown.connect(self._show_chosen)
        self.grid.sought.connect(self._seek)
        self.setFocusProxy(self.grid)

    def read(self) -> None:
        """Read the week in view."""
        self._shell.session.ask(
            "visit week",
            visit_calendar.week,
            self._day,
            self.engineer_id,
            then=self._show_week,
            failed=self._unread,
        )

    def turn(self, weeks: int) -> None:
        """Show the week so many weeks on."""
        if self.week is not None:
            # Asked again before it is there, it goes on from the week that was asked for.
            self.go_to((self._asked or self.week.days[self.grid.column].day) + weeks * _WEEK)

    def go_to(self, day: date) -> None:
        """Show the week of a day."""
        self._day = self._asked = day
        self.read()

    def go_to_today(self) -> None:
        """Show this week."""
        if self.week is not None:
            self.go_to(self.week.today)

    def show_engineer(self, engineer_id: UUID) -> None:
        """Show another engineer's calendar."""
        self.engineer_id = engineer_id
        self.read()

    def plan(self, at: datetime | None = None) -> None:
        """Begin to plan a visit, at an instant or tomorrow morning."""
        engineer = self.week.engineer_id if self.week is not None else self.engineer_id
        PlanDialog(self._shell, self._shell.session.now(), Wanted(at, engineer, zone=self._zone())).open()

    def change(self, visit_id: UUID) -> None:
        """Begin to plan a visit otherwise."""
        self._shell.session.ask(
            "visit plan", visit_planning.plan_of, visit_id, then=self._change, failed=self._unread
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self._hours.verticalScrollBar().setValue(round(_FIRST_SEEN * theme().px(44) / 60) - 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, theme().px(48), self.width(), 1, theme().colours.line)
            painter.fillRect(0, self.height() - theme().px(48), self.width(), 1, theme().colours.line)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        head = QWidget()
        head.setFixedHeight(theme().px(48))
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        self.title = ElidedLabel("", Type.PANE_TITLE, "text")
        self.before = icon_button(
            "caret-left", QCoreApplication.translate("Visits", "Week before"), keys="PgUp"
        )
        self.after = icon_button(
            "caret-right", QCoreApplication.translate("Visits", "Week after"), keys="PgDown"
        )
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)
        self.today = Button(QCoreApplication.translate("Visits", "Today"), keys="T")
        self.today.clicked.connect(self.go_to_today)
        self.months, self.engineers = Chip(strong=False), Chip(strong=False)
        self.months.setAccessibleName(QCoreApplication.translate("Visits", "Month"))
        self.engineers.setAccessibleName(QCoreApplication.translate("Visits", "Engineer"))
        self.new = Button(
            QCoreApplication.translate("Visits", "Plan visit…"), ButtonKind.PRIMARY, icon="plus", keys="N"
        )
        self.new.clicked.connect(self._plan_at_cursor)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addWidget(self.title, 1)
        row.addWidget(self.months)
        row.addWidget(self.engineers)
        row.addWidget(self.today)
        row.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addSpacing(1)
        column.addWidget(self.heads)
        column.addWidget(self._hours, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(theme().px(48))
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self.chosen = ElidedLabel("", Type.META, "text2")
        self.open_it = Button(QCoreApplication.translate("Visits", "Open"), keys="Enter")
        self.change_it = Button(QCoreApplication.translate("Visits", "Change…"), keys="E")
        self.cancel_it = Button(QCoreApplication.translate("Visits", "Cancel visit…"), keys="Del")
        self.back = Button(QCoreApplication.translate("Visits", "Back to the day"), ButtonKind.FLAT)
        row.addWidget(self.chosen, 1)
        for button in (self.open_it, self.change_it, self.cancel_it, self.back):
            row.addWidget(button)
        self.open_it.clicked.connect(self._open_chosen)
        self.change_it.clicked.connect(self._change_chosen)
        self.cancel_it.clicked.connect(self._cancel_chosen)
        self.back.clicked.connect(self.closed)
        self._show_chosen(None)
        return foot

    def _show_week(self, week: EngineerWeek) -> None:
        if self._moving:
            # Older than what was moved since; it is read again when that is written.
            return
        self.week = week
        asked, self._asked = self._asked, None
        self.engineer_id = week.engineer_id
        fresh = self.grid.week is None or self.grid.week.days[0].day != week.days[0].day
        self.title.setText(week_title([day.day for day in week.days]))
        self.heads.show_week(week, foreign=str(week.zone) != str(self._shell.zone))
        self.grid.show_week(week, self._shell.session.now())
        if fresh and asked is not None:
            self.grid.go_to(asked)
        self.engineers.show_value(week.engineer)
        self.engineers.setVisible(len(week.engineers) > 1)
        self._offer(week)

    def _offer(self, week: EngineerWeek) -> None:
        menu = styled_menu(self.engineers)
        for engineer_id, name in week.engineers:
            menu.addAction(name, partial(self.show_engineer, engineer_id))
        self.engineers.set_menu(menu)
        months = styled_menu(self.months)
        middle = week.days[3].day
        self.months.show_value(month_name(middle))
        for step in _MONTHS:
            year, month = divmod(middle.year * 12 + middle.month - 1 + step, 12)
            first = date(year, month + 1, 1)
            months.addAction(month_name(first), partial(self.go_to, first))
        self.months.set_menu(months)

    def _show_chosen(self, visit: CalendarVisit | None) -> None:
        zone = self.week.zone if self.week is not None else None
        self.chosen.setText(
            spoken_visit(visit, zone)
            if visit is not None
            else QCoreApplication.translate("Visits", "Choose a time and press N to plan a visit for it.")
        )
        self.open_it.setVisible(visit is not None)
        for button in (self.change_it, self.cancel_it):
            button.setVisible(visit is not None and visit.movable)

    def _seek(self, box: QRectF) -> None:
        bar = self._hours.verticalScrollBar()
        room = self._hours.viewport().height()
        if box.top() < bar.value():
            bar.setValue(round(box.top()) - 8)
        elif box.bottom() > bar.value() + room:
            bar.setValue(round(box.bottom() - room) + 8)

    def _move(self, visit_id: UUID, at: datetime) -> None:
        before = self._latest
        if self._moving and before is not None and before[0] == visit_id:
            # Moved again before it is written: what has not begun is left out, and its case is told of the last only.
            before[1].cancel()
            self._moving -= 1
        task = self._shell.session.do(_moved, visit_id, at, then=self._was_moved, failed=self._not_moved)
        self._moving, self._latest = self._moving + 1, (visit_id, task)
        if self.week is not None and self._asked is None:
            # Moved beyond the week, it is followed there.
            self._day = at.astimezone(self.week.zone).date()

    def _was_moved(self, done: Done) -> None:
        self._moving -= 1
        self._shell.say(QCoreApplication.translate("Visits", "Visit moved"), undo=done)
        self.read()

    def _not_moved(self, error: KnownError) -> None:
        self._moving -= 1
        if self.week is not None and self._asked is None:
            self._day = self.week.days[self.grid.column].day
        self._shell.refuse(error)
        self.read()

    def _change(self, plan: VisitPlan) -> None:
        PlanDialog(self._shell, self._shell.session.now(), Wanted(zone=self._zone()), plan).open()

    def _zone(self) -> ZoneInfo | None:
        return self.week.zone if self.week is not None else None

    def _cancel(self, visit_id: UUID) -> None:
        visit = next((each for each in self.week.visits if each.id == visit_id), None) if self.week else None
        if visit is not None:
            CancelDialog(self._shell, visit.id, visit.number).open()

    def _unread(self, error: KnownError) -> None:
        self._asked = None
        self._shell.refuse(error)

    def _open_day(self, day: date) -> None:
        if self.week is not None:
            self.day_opened.emit(day, self.week.engineer_id)

    def _open_chosen(self) -> None:
        if self.grid.visit is not None:
            self.opened.emit(self.grid.visit.id)

    def _change_chosen(self) -> None:
        if self.grid.visit is not None:
            self.change(self.grid.visit.id)

    def _cancel_chosen(self) -> None:
        if self.grid.visit is not None:
            self._cancel(self.grid.visit.id)

    def _plan_at_cursor(self) -> None:
        self.plan(self.grid.at)

    def _back(self) -> None:
        self.turn(-1)

    def _on(self) -> None:
        self.turn(1)


def _moved(desk: Desk, visit_id: UUID, at: datetime) -> Done:
    return visits.edit(desk, visit_id, planned_at=at)
