"""TeamViewer's connection reports in the window (DSK-4): fetched from a real HTTP server, listed, decided on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportdesk.app.teamviewer_account import EVERY
from supportdesk.domain.errors import KnownError
from supportdesk.services.queries import details
from supportdesk.services.views.remote_reports import Pile
from supportdesk.ui.remote.account import FetchOutcome
from tests.remote.teamviewer_api import TOKEN, Reply, record, told
from tests.ui.case_detail.case_stage import Until
from tests.ui.teamviewer_room import Room, at, kiosks, roomed, worked


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path, settle: Until) -> Iterator[Room]:
    with roomed(tmp_path, settle) as opened:
        yield opened


def test_reports_are_fetched_matched_and_listed_with_minutes_and_value(room: Room) -> None:
    worked(room)
    dialog = room.dialog()
    dialog.fetch.click()
    room.settle(lambda: bool(room.outcomes))
    assert room.outcomes == [FetchOutcome(linked=1, proposed=0, unmatched=2, running=0, left_out=0)]
    room.settle(lambda: dialog.list.reports.rowCount() == 2)
    model = dialog.list.reports
    assert ["Kiosk" in model.title(row) for row in range(2)] == [True, True]
    assert model.detail(0) == "No case fits"
    assert "20 min" in model.figures(0)[0]
    assert "30.00 EUR" in model.figures(0)[0]
    room.settle(lambda: "40 m" in dialog.sum.text())
    assert "60.00 EUR" in dialog.sum.text()
    assert details.case(room.world.desk, room.case).seconds_spent["remote"] == 14 * 60
    dialog.leave()


def test_a_second_fetch_brings_nothing_twice_and_asks_from_a_day_before_the_last(room: Room) -> None:
    worked(room)
    room.fetch()
    room.fetch()
    assert room.count() == 3
    first, second = room.vendor.asked("/reports/connections")
    assert second.query["from_date"] == at(room.world.now - timedelta(days=1))
    assert first.query["from_date"] == at(room.world.now - timedelta(days=30))


def test_one_is_put_on_a_case_by_search_and_the_decision_is_taken_back(room: Room) -> None:
    worked(room)
    room.fetch()
    dialog = room.dialog()
    room.settle(lambda: dialog.list.reports.rowCount() == 2)
    dialog.list.setCurrentIndex(dialog.list.reports.index(0, 0))
    side = dialog.details
    assert not side.link.isEnabled()
    side.picker.field.setText("Stock valuation")
    room.settle(lambda: len(side.picker.rows) == 1)
    side.picker.rows[0].click()
    side.link.click()
    room.settle(lambda: dialog.list.reports.rowCount() == 1)
    assert details.case(room.world.desk, room.case).seconds_spent["remote"] == 34 * 60
    assert dialog.message is not None
    dialog.message.action.click()
    room.settle(lambda: dialog.list.reports.rowCount() == 2)
    assert details.case(room.world.desk, room.case).seconds_spent["remote"] == 14 * 60
    dialog.leave()


def test_one_is_marked_as_no_case_with_a_reason_and_taken_up_again(room: Room) -> None:
    worked(room)
    room.fetch()
    dialog = room.dialog()
    room.settle(lambda: dialog.list.reports.rowCount() == 2)
    side = dialog.details
    side.aside.click()
    assert side.reason.error == "Write down why."
    side.reason.control.setText("A demonstration.")
    side.reason.control.textEdited.emit("A demonstration.")
    side.aside.click()
    room.settle(lambda: dialog.list.reports.rowCount() == 1)
    dialog.pile.choose(Pile.ASIDE)
    dialog.pile.chosen.emit(Pile.ASIDE)
    room.settle(lambda: dialog.list.reports.rowCount() == 1 and bool(dialog.details.why.text()))
    assert side.why.text() == "A demonstration."
    side.back.click()
    room.settle(lambda: dialog.list.reports.rowCount() == 0)
    dialog.leave()


def test_DSK_4_a_fetch_by_itself_leaves_the_chosen_connection_and_what_is_typed(room: Room) -> None:
    room.world.later(hours=3)
    kiosks(room, 120, 60)
    room.fetch()
    room.account.look()
    room.settle(lambda: bool(room.account.state.connected))
    dialog = room.dialog()
    room.settle(lambda: dialog.list.reports.rowCount() == 2)
    chosen = dialog.list.current()
    room.stage.cover.show()
    room.stage.cover.activateWindow()
    typed = dialog.details.reason.control
    typed.setFocus()
    room.settle(typed.hasFocus)
    QTest.keyClicks(typed, "A demonstration for")
    kiosks(room, 20)
    room.account.fetch_if_due(room.world.later(minutes=31))
    room.settle(lambda: dialog.list.reports.rowCount() == 3)
    assert dialog.list.current() == chosen
    assert dialog.list.currentIndex().row() == 1
    assert dialog.details.reason.text() == "A demonstration for"
    assert typed.hasFocus()
    # What was typed of one says nothing of another.
    dialog.list.setCurrentIndex(dialog.list.reports.index(0, 0))
    assert dialog.details.reason.text() == ""
    dialog.leave()


def test_DSK_4_a_connection_far_down_is_found_again_below_new_ones(room: Room) -> None:
    room.world.later(hours=6)
    kiosks(room, *range(30, 160))
    room.fetch()
    dialog = room.dialog()
    model = dialog.list.reports
    room.settle(lambda: model.rowCount() == 100)
    model.fetchMore(QModelIndex())
    room.settle(lambda: model.rowCount() == 130)
    dialog.list.setCurrentIndex(model.index(120, 0))
    chosen = dialog.list.current()
    kiosks(room, 20)
    room.fetch()
    room.settle(lambda: model.rowCount() == 131)
    assert dialog.list.current() == chosen
    dialog.leave()


@pytest.mark.parametrize("kind", ["token", "wrong", "offline", "rate"])
def test_a_fetch_that_fails_says_why_takes_nothing_over_and_keeps_what_is_there(
    room: Room, kind: str
) -> None:
    worked(room)
    room.fetch()
    replies = {
        "token": told({}, 401),
        "wrong": told({"records": "none"}),
        "rate": told({}, 429, **{"Retry-After": "900"}),
    }
    if kind == "offline":
        room.vendor.network = False
    else:
        room.vendor.api.answers(replies[kind])
    dialog = room.dialog()
    dialog.fetch.click()
    room.settle(lambda: dialog.message is not None)
    assert len(room.refused) == 1
    assert not room.account.state.fetching
    assert (room.account.state.trouble is not None) is (kind == "token")
    assert room.count() == 3
    dialog.leave()


def test_stopped_while_it_is_under_way_a_fetch_takes_nothing_over(room: Room) -> None:
    worked(room)
    gate = threading.Event()
    behave = room.vendor.api.answer

    def slow(asked: object) -> Reply:
        gate.wait(10)
        return behave(asked)  # type: ignore[arg-type]

    room.vendor.api.answer = slow
    dialog = room.dialog()
    dialog.fetch.click()
    room.settle(lambda: bool(room.vendor.api.asked))
    dialog.stop.click()
    gate.set()
    assert not room.account.state.fetching
    room.vendor.api.answer = behave
    room.fetch()
    assert len(room.outcomes) == 1
    assert room.count() == 3
    dialog.leave()


def test_the_duty_fetches_at_most_every_half_hour_and_only_with_token_and_network(room: Room) -> None:
    worked(room)
    beat: Callable[[datetime], None] = room.account.fetch_if_due
    beat(room.world.now)
    assert room.vendor.api.asked == []
    room.account.look()
    room.settle(lambda: bool(room.account.state.connected))
    room.vendor.network = False
    beat(room.world.now)
    assert not room.account.state.fetching
    room.vendor.network = True
    beat(room.world.now)
    room.settle(lambda: len(room.outcomes) == 1)
    beat(room.world.later(minutes=29))
    assert not room.account.state.fetching
    beat(room.world.later(minutes=1))
    room.settle(lambda: len(room.outcomes) == 2)
    assert timedelta(minutes=30) == EVERY
    # A token that is not taken is not tried again and again.
    room.vendor.api.answers(told({}, 401))
    beat(room.world.later(minutes=31))
    room.settle(lambda: len(room.refused) == 1)
    beat(room.world.later(minutes=31))
    assert not room.account.state.fetching


def test_a_long_list_is_read_page_by_page(room: Room) -> None:
    began = room.world.now - timedelta(days=2)
    room.vendor.records += [
        record(
            number,
            session_code="",
            deviceid=f"{700000000 + number}",
            devicename="",
            username="Somebody",
            start_date=at(began + timedelta(minutes=number)),
            end_date=at(began + timedelta(minutes=number + 1)),
        )
        for number in range(1, 321)
    ]
    room.fetch()
    dialog = room.dialog()
    model = dialog.list.reports
    room.settle(lambda: model.rowCount() >= 100)
    while model.canFetchMore(QModelIndex()):
        before = model.rowCount()
        model.fetchMore(QModelIndex())
        room.settle(lambda: model.rowCount() > before)  # noqa: B023 - waited for within the round
    assert model.rowCount() == 320
    assert len({model.line(row).id for row in range(320)}) == 320
    dialog.leave()


def test_DSK_6_the_token_is_in_no_log_no_error_and_no_text(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    refused: list[KnownError] = []
    room.account.check_refused.connect(refused.append)
    for reply in (
        told({}, 401),
        told({"error_description": f"Bearer {TOKEN} is wrong"}, 400),
        Reply(200, f"<html>{TOKEN}</html>".encode()),
    ):
        room.vendor.api.answers(reply)
        before = len(refused)
        room.account.connect_account(TOKEN)
        room.settle(lambda: len(refused) > before)  # noqa: B023 - waited for within the round
    room.fetch()
    everything = [caplog.text, *(repr(each) + str(each) for each in [*refused, *room.refused])]
    for error in [*refused, *room.refused]:
        seen: BaseException | None = error
        while seen is not None:
            everything.append(repr(vars(seen)))
            seen = seen.__cause__ or seen.__context__
    assert TOKEN not in "".join(everything)
