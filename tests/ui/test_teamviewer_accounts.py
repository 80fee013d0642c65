"""Each TeamViewer account is fetched on from where this desk left off with it (DSK-4), on a real HTTP server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from supportdesk.app.teamviewer_account import EVERY
from supportdesk.services.importing.connection_reports import take_in
from supportdesk.store.tables.desk import SETTING
from tests.remote.teamviewer_api import TOKEN, Asked, Reply, record, told
from tests.services.test_remote_reports import report
from tests.ui.case_detail.case_stage import Until
from tests.ui.teamviewer_room import Room, at, roomed

DAY = timedelta(days=1)


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path, settle: Until) -> Iterator[Room]:
    with roomed(tmp_path, settle) as opened:
        yield opened


def begins(room: Room) -> list[timedelta]:
    """How long ago the spans began that were asked for."""
    asked = room.vendor.asked("/reports/connections")
    whole = room.world.now.replace(microsecond=0)
    return [whole - datetime.fromisoformat(each.query["from_date"]) for each in asked]


def test_DSK_4_own_connections_are_fetched_although_another_desk_was_here_later(room: Room) -> None:
    room.fetch()
    assert begins(room) == [30 * DAY]
    room.world.later(days=9)
    began = room.world.now - 7 * DAY
    room.vendor.records.append(
        record(1, start_date=at(began), end_date=at(began + timedelta(minutes=20)), deviceid="999888777")
    )
    # What a desk with another account fetched arrives from the hub.
    take_in(room.world.desk, [report(room.world, 2, device_id="111222333", device_name="")])
    room.fetch()
    assert begins(room)[-1] == 10 * DAY
    assert room.count() == 2


def test_DSK_4_another_token_begins_anew_and_its_name_is_nowhere_in_the_file(room: Room) -> None:
    room.fetch()
    room.world.later(hours=1)
    room.fetch()
    assert begins(room)[-1] == DAY + timedelta(hours=1)
    room.vendor.keeper.token = "19812345-anotherToken"

    def answer(_asked: Asked) -> Reply:
        return told({"records": []})

    room.vendor.api.answer = answer
    room.fetch()
    assert begins(room)[-1] == 30 * DAY
    with room.world.desk.store.read() as conn:
        kept = str(conn.execute(select(SETTING)).all())
    assert TOKEN not in kept
    assert "anotherToken" not in kept


def test_a_fetch_that_broke_off_is_no_fetch(room: Room) -> None:
    room.fetch()
    room.world.later(days=9)
    room.vendor.api.answer = lambda _asked: told({"error": "internal"}, 500)
    room.fetch()
    assert len(room.refused) == 1
    room.world.later(seconds=EVERY.total_seconds())
    room.vendor.behave()
    room.fetch()
    assert begins(room)[-1] == 10 * DAY + EVERY
