"""The head of the day's list: which day it is and whose, the ways to calendar and reports, and back to today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.planning_words import away_remedy, short_day, spoken_day
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from supportdesk.services.views.visits import VisitDay


class DayHead(QWidget):
    """`calendar_asked`, `reports_asked` and `today_asked` come from its buttons."""

    calendar_asked = Signal()
    reports_asked = Signal()
    today_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel(
            QCoreApplication.translate("Visits", "Visits today"), Type.PANE_TITLE, "text"
        )
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.count = label("", Type.BODY_NUMBERS, "muted")
        self.reports = icon_button("clipboard-text", QCoreApplication.translate("Visits", "Visit reports"))
        self.calendar = icon_button("calendar-blank", QCoreApplication.translate("Visits", "Calendar"))
        self.reports.clicked.connect(self.reports_asked)
        self.calendar.clicked.connect(self.calendar_asked)
        self.whose = ElidedLabel("", Type.META, "text2")
        self.today = Button(QCoreApplication.translate("Visits", "Today"), ButtonKind.LINK)
        self.today.clicked.connect(self.today_asked)
        first = QWidget()
        first.setFixedHeight(theme().px(48))
        row = QHBoxLayout(first)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.reports)
        row.addWidget(self.calendar)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(16, 5, 16, 5)
        below.addWidget(self.whose, 1)
        below.addWidget(self.today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(first)
        column.addWidget(self._below)
        self._below.hide()

    def show_day(self, day: VisitDay) -> None:
        """Say which day is shown, and whose."""
        here = day.today and day.engineer_id is None
        today = QCoreApplication.translate("Visits", "Visits today")
        self.title.setText(today if here else short_day(day.day))
        self.title.setAccessibleName(today if here else spoken_day(day.day))
        self.count.setText(QLocale().toString(len(day.visits)) if day.visits else "")
        self.whose.setText(day.engineer or QCoreApplication.translate("Visits", "Another day"))
        self._below.setVisible(not here)


class Away(Banner):
    """Says which clients of a day are not on the engineer's computer, and what to do; hidden where all are."""

    def __init__(self) -> None:
        super().__init__(MessageKind.HINT)
        self.hide()

    def show_day(self, day: VisitDay) -> None:
        """Say it of a day."""
        self.setVisible(bool(day.away))
        lead = QCoreApplication.translate("Visits", "%n client(s) not on this computer.", None, len(day.away))
        if day.engineer:
            words = QCoreApplication.translate(
                "Visits", "%n client(s) not on {engineer}’s computer.", None, len(day.away)
            )
            lead = words.format(engineer=moments.own(day.engineer))
        self.say(lead, away_remedy())
        self.setToolTip(moments.listed(day.away))


def prepared(day: VisitDay) -> list[tuple[str, str, str]]:
    """What there is for a day's visits and what to bring, as icon, text and tint."""
    clients = QCoreApplication.translate("Visits", "%n client(s)", None, day.clients)
    cases = QCoreApplication.translate("Visits", "%n past case(s)", None, day.past_cases)
    found = [("check-circle", moments.listed((clients, cases)), "ok_line")]
    if day.articles:
        text = QCoreApplication.translate("Visits", "%n knowledge article(s)", None, day.articles)
        found.append(("check-circle", text, "ok_line"))
    for version in day.releases:
        words = QCoreApplication.translate("Visits", "Notes of update {version}")
        found.append(("check-circle", words.format(version=moments.ltr(version)), "ok_line"))
    for client, what in day.bring:
        words = QCoreApplication.translate("Visits", "Bring: {what} ({client})")
        first = what.splitlines()[0]
        found.append(
            ("briefcase", words.format(what=moments.own(first), client=moments.own(client)), "text2")
        )
    return found
