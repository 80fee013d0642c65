"""The dashboard's figures as a CSV file that any spreadsheet opens; nothing in it is a formula."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk.ui import labels
from supportdesk.ui.csv_file import save_table
from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.backlog import RANKS

if TYPE_CHECKING:
    from datetime import tzinfo

    from supportdesk.services.views import Dashboard

Row = tuple[str, str, str, object]


def save_figures(path: Path, dashboard: Dashboard, zone: tzinfo | None) -> None:
    """Write the file, whole or not at all; KnownError if it can't be written."""
    save_table(path, _heads(), rows_of(dashboard, zone))


def rows_of(dashboard: Dashboard, zone: tzinfo | None) -> Iterator[Row]:
    """Part, line, figure, value: shares in per cent, instants as the desk's own wall clock shows them."""
    yield from _week_rows(dashboard)
    part = QCoreApplication.translate("Dashboard", "Next business hours")
    for start, due, late in dashboard.hours:
        hour = start.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        yield part, hour, QCoreApplication.translate("Dashboard", "due"), due
        yield part, hour, QCoreApplication.translate("Dashboard", "likely late"), late
    opened = QCoreApplication.translate("Dashboard", "open")
    for bar in dashboard.ages:
        yield (
            QCoreApplication.translate("Dashboard", "Age of open cases"),
            words.age_label(bar),
            opened,
            bar.value,
        )
    part = QCoreApplication.translate("Dashboard", "Backlog")
    for bar in dashboard.backlog:
        for rank, count in zip(RANKS, bar.marks, strict=False):
            yield part, bar.label, labels.severity_spoken(rank, ""), count
    yield from _people_rows(dashboard, opened)
    part = QCoreApplication.translate("Dashboard", "Contracts and incidents left")
    for line in dashboard.contracts:
        state = words.contract_state(line, dashboard.now.astimezone(zone).date())[2]
        yield part, line.organisation, words.contract_kind(line), words.incidents_left(line) or state


def _heads() -> tuple[str, str, str, str]:
    return (
        QCoreApplication.translate("Dashboard", "Part"),
        QCoreApplication.translate("Dashboard", "Line"),
        QCoreApplication.translate("Dashboard", "Figure"),
        QCoreApplication.translate("Dashboard", "Value"),
    )


def _week_rows(dashboard: Dashboard) -> Iterator[Row]:
    shares = (
        (QCoreApplication.translate("Dashboard", "First responses in time"), dashboard.response_share),
        (QCoreApplication.translate("Dashboard", "Updates in time"), dashboard.update_share),
        (QCoreApplication.translate("Dashboard", "Reactivated after closing"), dashboard.reactivated.points),
    )
    for title, points in shares:
        for week, point in zip(dashboard.weeks, points, strict=False):
            yield title, week.isoformat(), "%", _per_cent(point)
    title = QCoreApplication.translate("Dashboard", "Open cases")
    for week, point in zip(dashboard.weeks, dashboard.open_cases.points, strict=False):
        count = "" if point is None else round(point)
        yield title, week.isoformat(), QCoreApplication.translate("Dashboard", "open"), count


def _people_rows(dashboard: Dashboard, opened: str) -> Iterator[Row]:
    late = QCoreApplication.translate("Dashboard", "late")
    part = QCoreApplication.translate("Dashboard", "Workload")
    for bar in dashboard.workload:
        yield part, bar.label, opened, bar.value
        yield part, bar.label, late, bar.marks[0] if bar.marks else 0
        if bar.limit is not None:
            yield part, bar.label, QCoreApplication.translate("Dashboard", "agreed load"), bar.limit
    parts = (
        (QCoreApplication.translate("Dashboard", "Branches"), dashboard.branches),
        (QCoreApplication.translate("Dashboard", "Clients with most open cases"), dashboard.clients),
    )
    for part, lines in parts:
        for line in lines:
            yield part, line.name, opened, line.open
            yield part, line.name, late, line.late
            yield part, line.name, QCoreApplication.translate("Dashboard", "in time"), _per_cent(line.in_time)


def _per_cent(share: float | None) -> object:
    return "" if share is None else round(share * 100, 2)
