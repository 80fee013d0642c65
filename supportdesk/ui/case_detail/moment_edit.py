"""A date and time of one zone, given and taken as instants."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDateTimeEdit

from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.fields import paint_caret
from supportdesk.ui.widgets.painting import right_to_left


class MomentEdit(QDateTimeEdit):
    """A date and time of one zone, given and taken as instants in UTC."""

    def __init__(self, at: datetime, zone: tzinfo | None) -> None:
        super().__init__()
        self._zone = zone
        self.setCalendarPopup(True)
        # From right to left Qt turns the parts round, hours and minutes too; turned twice they read as they should.
        self.setDisplayFormat("mm:HH  yyyy MMM d ddd" if right_to_left() else "ddd d MMM yyyy  HH:mm")
        self.setMinimumWidth(theme().px(210))
        self.show_instant(at)

    def show_instant(self, at: datetime) -> None:
        """Show an instant."""
        local = at.astimezone(self._zone)
        self.setDateTime(
            QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_caret(self)

    def instant(self) -> datetime:
        """The chosen instant in UTC."""
        shown = self.dateTime()
        day, at = shown.date(), shown.time()
        local = datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=self._zone)
        return local.astimezone(UTC)
