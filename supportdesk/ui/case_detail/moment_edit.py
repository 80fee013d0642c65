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

    def show_instant(self, at: datetime, *, exact: bool = False) -> None:
        """Show an instant; `exact`, its parts of a minute are given back too while it stays as it is shown."""
        local = at.astimezone(self._zone)
        if not exact:
            local = local.replace(second=0, microsecond=0)
        self._shown = local
        shown = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
        # Known before it is told: who hears of it asks for the instant.
        self._untouched = shown
        self.setDateTime(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_caret(self)

    def instant(self) -> datetime:
        """The chosen instant in UTC; the one that was shown while nothing else was chosen."""
        chosen = self.dateTime()
        if chosen == self._untouched:
            return self._shown.astimezone(UTC)
        day, at = chosen.date(), chosen.time()
        local = datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=self._zone)
        if local.date() == self._shown.date():
            # A minute that comes twice is the one in the hour that was shown.
            local = local.replace(fold=self._shown.fold)
        return local.astimezone(UTC)
