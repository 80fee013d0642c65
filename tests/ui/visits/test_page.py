"""The day's visits: their order, the walk through them by keyboard, what the page says when there are none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.queries import visit_views
from supportdesk.ui.pages import berth_of
from supportdesk.ui.visits.page import VisitsPage
from supportdesk.ui.visits.plan_dialog import PlanDialog
from supportdesk.ui.widgets.tab_stops import tab_stops
from tests.services.signing import sign, whole_report
from tests.ui.visits.conftest import Day


def test_the_day_stands_in_order_with_the_first_open_visit_in_view(day: Day) -> None:
    assert [line.id for line in day.page.model.lines] == [day.first, day.second]
    assert day.editor.view is not None
    assert day.editor.view.id == day.first
    assert "\u2066VR-0001\u2069" in day.editor.head.title.text()
    assert day.page.pane.here.texts == ("1 client(s), 1 past case(s)",)
    assert day.page.pane.waiting.isHidden()
    assert berth_of(day.page) is not None


def test_the_arrows_walk_through_the_day_and_enter_goes_into_the_report(day: Day) -> None:
    day.page.list.setFocus()
    QTest.keyClick(day.page.list, Qt.Key.Key_Down)
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == day.second)
    QTest.keyClick(day.page.list, Qt.Key.Key_K)
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == day.first)
    QTest.keyClick(day.page.list, Qt.Key.Key_Return)
    day.settle(day.editor.form.times.arrival.button.hasFocus)
    QTest.keyClick(day.page, Qt.Key.Key_Escape)
    assert day.page.list.hasFocus()


def test_the_route_is_ordered_with_alt_and_an_arrow(day: Day) -> None:
    day.page.list.setFocus()
    QTest.keyClick(day.page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [line.id for line in day.page.model.lines] == [day.second, day.first]

    def kept() -> bool:
        return [line.id for line in visit_views.day(day.world.desk).visits] == [day.second, day.first]

    day.settle(kept)
    assert day.page.list.currentIndex().row() == 1


def test_a_finished_visit_takes_no_place_in_the_route(day: Day) -> None:
    visits.arrive(day.world.desk, day.first)
    whole_report(day.world.desk, day.first)
    sign(day.world.desk, day.first)
    visit_reports.finish(day.world.desk, day.first)
    day.page.read()
    day.settle(lambda: day.page.model.lines[0].state == "finished")
    heard: list[object] = []
    day.page.list.ordered.connect(heard.append)
    day.page.list.move_row(0, 1)
    assert heard == []


def test_what_another_did_shows_by_itself(day: Day) -> None:
    done = visits.edit(day.world.desk, day.first, received_by="Mme Sonia Trabelsi")
    day.stage.session.notifier.tell(done)
    day.settle(lambda: day.editor.form.times.received.text() == "Mme Sonia Trabelsi")


def test_a_visit_of_another_day_can_be_shown(day: Day) -> None:
    client = day.view().organisation_id
    planned = visits.plan(
        day.world.desk,
        client,
        planned_at=day.world.now - timedelta(days=3),
        engineer_id=day.world.desk.actor,
    )
    assert planned.created is not None
    visit_id = planned.created
    day.page.show_visit(visit_id)
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == visit_id)
    assert not day.page.list.selectionModel().hasSelection()


def test_a_day_without_visits_says_so_with_a_way_on(day: Day) -> None:
    other = day.world.agent("Nobody", branch_id=None)
    day.world.desk = replace(day.world.desk, actor=other)
    day.page.hide()
    day.stage.session._desk = day.world.desk  # noqa: SLF001 - somebody else sits down
    page = VisitsPage(day.stage, day.stage.cover)
    day.put_in(page)
    page.show()
    day.settle(page._empty.isVisible)  # noqa: SLF001 - what an empty day shows
    page._empty.acted.emit()  # noqa: SLF001 - the button in it
    day.settle(lambda: bool(day.stage.cover.findChildren(PlanDialog)))
    page.hide()


@pytest.mark.usefixtures("right_to_left")
def test_from_right_to_left_the_day_stands_at_the_right(day: Day, qapp: QApplication) -> None:
    page = day.another_page()
    qapp.processEvents()
    assert page.pane.mapTo(page, page.pane.rect().center()).x() > page.width() // 2
    side = day.editor.acceptance
    assert side.mapTo(page, side.rect().center()).x() < page.width() // 3
    assert page.grab().width() == page.width()


def test_every_control_has_a_name_and_can_be_reached(day: Day) -> None:
    day.begun()
    nameless = [
        type(stop).__name__
        for stop in tab_stops(day.page)
        if not stop.accessibleName() and not getattr(stop, "text", str)()
    ]
    assert nameless == ["DayList"]
