"""The managers' list on the visits' page (ONX-2): sorted, filtered, opened, and saved without a formula."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.views.visit_plans import ReportSort
from supportdesk.ui.csv_file import plain, save_table
from supportdesk.ui.pages import VisitPart
from supportdesk.ui.visits.reports_view import ReportsView
from tests.services.desk_world import made
from tests.ui.visits.conftest import ARRIVAL, Day


@pytest.fixture
def reports(day: Day) -> ReportsView:
    """Two reports in view: the first has recommendations and took two hours, the second is being written."""
    desk = day.world.desk
    visits.arrive(desk, day.first, at=ARRIVAL)
    visits.leave(desk, day.first, at=ARRIVAL + timedelta(hours=2))
    visit_reports.write_report(desk, day.first, recommendations="=cmd|' /C calc'!A0\nA larger disk.")
    visits.arrive(desk, day.second, at=ARRIVAL + timedelta(hours=3))
    day.page.pane.head.reports.click()
    view = day.page.planning.reports
    assert view is not None
    day.settle(lambda: view.model.rowCount() == 2)
    return view


def ids(view: ReportsView) -> list[object]:
    return [line.id for line in view.model.lines]


def test_ONX_2_the_latest_report_stands_first_and_a_press_sorts_otherwise(
    day: Day, reports: ReportsView
) -> None:
    assert ids(reports) == [day.second, day.first]
    when = next(head for head in reports.head.heads if head.order)
    assert "downwards" in when.accessibleName()
    when.click()
    day.settle(lambda: ids(reports) == [day.first, day.second])
    assert "upwards" in when.accessibleName()
    duration = reports.head.heads[4]
    duration.click()
    day.settle(lambda: reports.query.sort is ReportSort.DURATION and ids(reports) == [day.first, day.second])


def test_ONX_2_only_what_is_still_recommended_can_be_left(day: Day, reports: ReportsView) -> None:
    reports.open_only.click()
    day.settle(lambda: ids(reports) == [day.first])
    QTest.keyClicks(reports.client, "nobody")
    day.settle(lambda: reports.model.rowCount() == 0)
    assert reports._empty.isVisible()  # noqa: SLF001 - what an empty list shows


def test_ONX_2_the_list_keeps_row_and_place_when_it_is_read_again(day: Day, reports: ReportsView) -> None:
    many(day, 240)
    reports.read()

    def all_read() -> bool:
        # What a list reads on for is laid out a moment later.
        reports.list.scrollToBottom()
        return reports.model.rowCount() == 242

    day.settle(all_read)
    line = reports.model.line(170)
    reports.list.setCurrentIndex(reports.model.index(170))
    bar = reports.list.verticalScrollBar()
    bar.setValue(bar.maximum() - 900)
    place = bar.value()
    assert line is not None
    again = QSignalSpy(reports.model.modelReset)
    day.stage.session.heartbeat.tick.emit(day.world.now)
    day.settle(lambda: again.count() == 1)
    assert (reports.model.rowCount(), reports.model.line(reports.list.currentIndex().row())) == (242, line)
    assert bar.value() == place > 0
    reports.head.heads[0].click()
    day.settle(lambda: again.count() == 2)
    assert (reports.list.currentIndex().row(), bar.value()) == (0, 0), "in another order it begins at its top"


def many(day: Day, count: int) -> None:
    client = day.view().organisation_id
    for hours in range(count):
        planned = visits.plan(
            day.world.desk,
            client,
            planned_at=ARRIVAL,
            engineer_id=day.world.desk.actor,
            case_ids=(day.case,),
        )
        visits.arrive(day.world.desk, made(planned.created), at=ARRIVAL - timedelta(hours=hours))


def test_a_month_is_chosen(day: Day, reports: ReportsView) -> None:
    menu = reports.month.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "October 2026").trigger()
    day.settle(lambda: reports.model.rowCount() == 0)
    menu.actions()[0].trigger()
    day.settle(lambda: reports.model.rowCount() == 2)


def test_enter_opens_the_report(day: Day, reports: ReportsView) -> None:
    reports.list.setFocus()
    QTest.keyClick(reports.list, Qt.Key.Key_Down)
    QTest.keyClick(reports.list, Qt.Key.Key_Return)
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == day.first)
    assert day.editor.isVisible()
    day.page.show_part(VisitPart.REPORTS)
    assert reports.isVisible()


def test_the_list_is_saved_and_nothing_in_it_is_a_formula(
    day: Day, reports: ReportsView, tmp_path: Path
) -> None:
    file = tmp_path / "reports.csv"
    reports.save_as(file)
    day.settle(lambda: bool(day.stage.said))
    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.reader(source))
    assert len(rows) == 3
    assert rows[0][0] == "Report"
    first = next(row for row in rows if row[0] == "VR-0001")
    assert first[6] == "120"
    assert first[7] == "'=cmd|' /C calc'!A0\nA larger disk."


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert plain(cell) == f"'{cell}"
    assert plain(f"x{cell}") == f"x{cell}"
    assert plain(-5) == -5


def test_a_file_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="couldn't be saved"):
        save_table(tmp_path / "no" / "where.csv", ["a"], [])


def test_what_is_long_comes_in_windows(day: Day, reports: ReportsView) -> None:
    desk, client = day.world.desk, day.view().organisation_id
    for number in range(120):
        at = ARRIVAL - timedelta(days=number + 1)
        done = visits.plan(desk, client, planned_at=at, engineer_id=desk.actor)
        assert done.created is not None
        visits.arrive(desk, done.created, at=at)
    reports.read()
    day.settle(lambda: reports.model.rowCount() >= 100)
    reports.list.scrollToBottom()
    day.settle(lambda: reports.model.rowCount() == 122)
    assert len(set(ids(reports))) == 122
