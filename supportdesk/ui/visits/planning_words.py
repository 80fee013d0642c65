"""The words of planning: a block of the calendar, a cell of it, what speaks against a time; nothing is laid out."""

from __future__ import annotations

from datetime import date, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from supportdesk.ui import moments
from supportdesk.ui.visits.words import state_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportdesk.services.views.visit_plans import CalendarVisit, PlanAdvice


def week_title(days: Sequence[date]) -> str:
    """The week in a heading: `16 – 22 November 2026`, over two months both are named."""
    first, last = days[0], days[-1]
    if first.month == last.month:
        return QCoreApplication.translate("Visits", "{first} – {last} {month} {year}").format(
            first=first.day, last=last.day, month=_month(first), year=first.year
        )
    words = QCoreApplication.translate("Visits", "{first} {first_month} – {last} {last_month} {year}")
    return words.format(
        first=first.day,
        first_month=_month(first),
        last=last.day,
        last_month=_month(last),
        year=last.year,
    )


def month_name(day: date) -> str:
    """A month in a menu: `November 2026`."""
    return QCoreApplication.translate("Visits", "{month} {year}").format(month=_month(day), year=day.year)


def span(visit: CalendarVisit, zone: tzinfo | None) -> str:
    """From when to when, `09:00–11:00`."""
    return moments.ltr(f"{moments.clock_time(visit.start, zone)}–{moments.clock_time(visit.end, zone)}")


def spoken_visit(visit: CalendarVisit, zone: tzinfo | None) -> str:
    """A visit in one line."""
    parts = (span(visit, zone), visit.organisation, visit.site, state_name(visit.state, left=visit.left))
    return moments.listed(parts)


def spoken_day(day: date) -> str:
    """A day in full: `Tuesday 24 November`."""
    return QCoreApplication.translate("Visits", "{weekday} {day} {month}").format(
        weekday=QLocale().dayName(day.isoweekday()), day=day.day, month=_month(day)
    )


def short_day(day: date) -> str:
    """A day over its column and in a title: `Tue 24 Nov`."""
    month = QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)
    words = QCoreApplication.translate("Visits", "{weekday} {day} {month}")
    return words.format(weekday=moments.weekday(day), day=day.day, month=month)


def city(zone: tzinfo) -> str:
    """The place that a zone is named after: `Tunis` of Africa/Tunis."""
    return str(zone).rsplit("/", maxsplit=1)[-1].replace("_", " ")


def warnings(advice: PlanAdvice, zone: tzinfo | None) -> list[tuple[str, str]]:
    """What speaks against a plan: what it is in bold, and what to do."""
    found = []
    if advice.overlaps:
        names = moments.listed(
            f"{moments.own(each.organisation)} {span(each, zone)}" for each in advice.overlaps[:3]
        )
        found.append(
            (
                QCoreApplication.translate(
                    "Visits", "Overlaps with %n visit(s).", None, len(advice.overlaps)
                ),
                names,
            )
        )
    if advice.holiday is not None:
        what = QCoreApplication.translate("Visits", "The branch is closed on this day.")
        found.append((what, advice.holiday or QCoreApplication.translate("Visits", "It is a holiday.")))
    elif advice.closed:
        what = QCoreApplication.translate("Visits", "The branch is closed at this time.")
        found.append(
            (what, QCoreApplication.translate("Visits", "Make sure that the client expects a visit."))
        )
    if advice.away:
        what = QCoreApplication.translate("Visits", "This client is not on {engineer}’s computer.")
        found.append((what.format(engineer=moments.own(advice.engineer)), away_remedy()))
    return found


def away_remedy() -> str:
    """What to do about a client that does not come to the engineer's computer."""
    return QCoreApplication.translate(
        "Visits", "Assign one of its cases to the engineer, then it comes with the next exchange."
    )


def _month(day: date) -> str:
    return QLocale().standaloneMonthName(day.month)
