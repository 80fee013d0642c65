"""The words for a visit: its state, the parts of its report, how a check was found; nothing is laid out here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from supportdesk.rules.cases.visit_report import CheckedPoint, Health
from supportdesk.services.views.directory import VisitLine
from supportdesk.ui import moments
from supportdesk.ui.labels import short_number


def state_name(state: str, *, left: bool = False) -> str:
    """Where a visit stands, as the list says it."""
    if state == "on_site" and left:
        return QCoreApplication.translate("Visits", "left")
    return {
        "planned": QCoreApplication.translate("Visits", "planned"),
        "on_site": QCoreApplication.translate("Visits", "on site"),
        "finished": QCoreApplication.translate("Visits", "finished"),
        "revising": QCoreApplication.translate("Visits", "being revised"),
    }.get(state, state)


def report_state(state: str, revision: int) -> tuple[str, str, str]:
    """The word beside a report's number, with its ink and its ground."""
    if state == "finished":
        return QCoreApplication.translate("Visits", "Finished"), "ok", "ok_bg"
    if state == "cancelled":
        return QCoreApplication.translate("Visits", "Cancelled"), "text2", "pause_bg"
    if state == "revising":
        words = QCoreApplication.translate("Visits", "Revision {number}")
        return words.format(number=revision), "soon", "soon_bg"
    return QCoreApplication.translate("Visits", "Draft"), "text2", "pause_bg"


def health_name(health: Health) -> str:
    """How a check was found."""
    return {
        Health.GOOD: QCoreApplication.translate("Visits", "Good"),
        Health.WATCH: QCoreApplication.translate("Visits", "Watch"),
        Health.BAD: QCoreApplication.translate("Visits", "Bad"),
    }[health]


def health_sum(points: Iterable[CheckedPoint]) -> str:
    """How many checks were found how: `4 good, 2 to watch, 1 bad`."""
    found = Counter(point.health for point in points)
    words = {
        Health.GOOD: QCoreApplication.translate("Visits", "{count} good"),
        Health.WATCH: QCoreApplication.translate("Visits", "{count} to watch"),
        Health.BAD: QCoreApplication.translate("Visits", "{count} bad"),
    }
    return moments.listed(text.format(count=found[each]) for each, text in words.items() if found[each])


def part_name(part: str) -> str:
    """What a part of the report is called on the screen."""
    return {
        "engineer": QCoreApplication.translate("Visits", "Engineer"),
        "client": QCoreApplication.translate("Visits", "Client"),
        "site": QCoreApplication.translate("Visits", "Site"),
        "received_by": QCoreApplication.translate("Visits", "Received by"),
        "cases": QCoreApplication.translate("Visits", "Cases"),
        "arrived": QCoreApplication.translate("Visits", "Arrived"),
        "left": QCoreApplication.translate("Visits", "Left"),
        "performance": QCoreApplication.translate("Visits", "System health"),
        "problems": QCoreApplication.translate("Visits", "Problems found"),
        "work_done": QCoreApplication.translate("Visits", "Work done"),
        "spare_parts": QCoreApplication.translate("Visits", "Spare parts"),
        "recommendations": QCoreApplication.translate("Visits", "Recommendations"),
        "client_suggestions": QCoreApplication.translate("Visits", "Client’s suggestions"),
        "passed_on": QCoreApplication.translate("Visits", "Pass to product management"),
        "attachments": QCoreApplication.translate("Visits", "Photos and files"),
        "agreement": QCoreApplication.translate("Visits", "Client’s signature"),
        "as_asked": QCoreApplication.translate("Visits", "Client’s acceptance"),
        "may_close": QCoreApplication.translate("Visits", "Client’s acceptance"),
        "remark": QCoreApplication.translate("Visits", "Client’s remark"),
    }.get(part, part)


def parts_named(parts: Iterable[str]) -> str:
    """Parts in one line, each once."""
    return moments.listed(dict.fromkeys(part_name(part) for part in parts))


def case_numbers(numbers: Iterable[str], year: int) -> str:
    """Case numbers in one line, as short as lists show them."""
    return moments.listed(moments.ltr(short_number(number, year)) for number in numbers)


def line_time(line: VisitLine, zone: tzinfo | None) -> str:
    """The time of day in the day's list: when it was begun, else when it is planned."""
    at = line.arrived_at or line.planned_at
    return moments.clock_time(at, zone) if at is not None else "–"


def line_detail(line: VisitLine, year: int) -> str:
    """Site and cases."""
    cases = case_numbers(line.case_numbers, year)
    return " · ".join(part for part in (moments.own(line.site) if line.site else "", cases) if part)


def spoken_line(line: VisitLine, zone: tzinfo | None, year: int) -> str:
    """A visit as a screen reader says it."""
    state = state_name(line.state, left=line.left_at is not None)
    parts = (line_time(line, zone), line.organisation, state, line_detail(line, year))
    return moments.listed(parts)


def saved_at(at: datetime, zone: tzinfo | None) -> str:
    """When something was last saved, to the second."""
    words = QCoreApplication.translate("Visits", "Last saved {time}.")
    return words.format(time=moments.ltr(at.astimezone(zone).strftime("%H:%M:%S")))
