"""Calendar and list of reports in the place of the report, each made when first asked for; reading is their own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from supportdesk.ui.pages import VisitPart
from supportdesk.ui.visits.calendar_view import CalendarView
from supportdesk.ui.visits.reports_view import ReportsView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from supportdesk.ui.pages import Shell


class Planning(QObject):
    """`day_wanted` carries a day, the engineer, and a visit or None; `report_wanted` a visit; `left` ends it."""

    day_wanted = Signal(object, object, object)
    report_wanted = Signal(object)
    left = Signal()

    def __init__(self, shell: Shell, place: QStackedWidget) -> None:
        super().__init__(place)
        self._shell, self._place = shell, place
        self.part = VisitPart.DAY
        self.calendar: CalendarView | None = None
        self.reports: ReportsView | None = None

    def show_part(self, part: VisitPart) -> None:
        """Show the calendar or the reports; for the day's report the page itself has the widget."""
        self.part = part
        view = self.view()
        if view is not None:
            self._place.setCurrentWidget(view)
            self.read()
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def view(self) -> QWidget | None:
        """What is shown in the place of the report; None where that is shown."""
        if self.part is VisitPart.CALENDAR:
            return self.calendar or self._make_calendar()
        if self.part is VisitPart.REPORTS:
            return self.reports or self._make_reports()
        return None

    def read(self) -> None:
        """Read what is shown."""
        if self.part is VisitPart.CALENDAR and self.calendar is not None:
            self.calendar.read()
        elif self.part is VisitPart.REPORTS and self.reports is not None:
            self.reports.read()

    def plan(self) -> None:
        """Begin to plan a visit."""
        (self.calendar or self._make_calendar()).plan()

    def _make_calendar(self) -> CalendarView:
        self.calendar = CalendarView(self._shell)
        self._place.addWidget(self.calendar)
        self.calendar.opened.connect(self._open)
        self.calendar.day_opened.connect(self._open_day)
        self.calendar.closed.connect(self.left)
        return self.calendar

    def _make_reports(self) -> ReportsView:
        self.reports = ReportsView(self._shell)
        self._place.addWidget(self.reports)
        self.reports.opened.connect(self.report_wanted)
        self.reports.closed.connect(self.left)
        return self.reports

    def _open(self, visit_id: UUID) -> None:
        week = self.calendar.week if self.calendar is not None else None
        visit = next((each for each in week.visits if each.id == visit_id), None) if week else None
        if week is not None and visit is not None:
            self._want(visit.start.astimezone(week.zone).date(), week.engineer_id, visit_id)

    def _open_day(self, day: date, engineer_id: UUID) -> None:
        self._want(day, engineer_id, None)

    def _want(self, day: date, engineer_id: UUID, visit_id: UUID | None) -> None:
        self.day_wanted.emit(day, engineer_id, visit_id)
