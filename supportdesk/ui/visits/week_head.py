"""The names of a week's days over their columns; a click opens a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from supportdesk.ui.theme import theme
from supportdesk.ui.visits.planning_words import city
from supportdesk.ui.visits.week_painting import GUTTER, HEAD, Measures, paint_head, paint_zone
from supportdesk.ui.widgets.painting import right_to_left

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views.visit_plans import EngineerWeek


class WeekHead(QWidget):
    """The names of the days over their columns; `opened` carries the one that was clicked."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._week: EngineerWeek | None = None
        self._foreign = False
        self.setFixedHeight(theme().px(HEAD))

    def show_week(self, week: EngineerWeek, *, foreign: bool) -> None:
        """Show a week's days; `foreign` where its clocks are not the desk's."""
        self._week, self._foreign = week, foreign
        zone = QCoreApplication.translate("Visits", "Times of {zone}").format(zone=city(week.zone))
        self.setToolTip(zone if foreign else "")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._week is not None:
            column = column_at(event.position(), QRectF(self.rect()), len(self._week.days))
            if column is not None:
                self.opened.emit(self._week.days[column].day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._week is None:
            return
        with QPainter(self) as painter:
            whole = QRectF(self.rect())
            measures = Measures(whole.width(), len(self._week.days))
            for number, day in enumerate(self._week.days):
                left, width = measures.column(number)
                paint_head(painter, whole, day, self._week.today, QRectF(left, 0, width, whole.height()))
            if self._foreign:
                paint_zone(painter, whole, city(self._week.zone))
            painter.fillRect(QRectF(0, whole.bottom() - 1, whole.width(), 1), theme().colours.line)


def column_at(point: QPointF, whole: QRectF, columns: int) -> int | None:
    """The column of a point in a row of days; None left of them."""
    mirrored = whole.width() - point.x() if right_to_left() else point.x()
    if mirrored < GUTTER:
        return None
    return min(columns - 1, int((mirrored - GUTTER) * columns / max(1.0, whole.width() - GUTTER)))
