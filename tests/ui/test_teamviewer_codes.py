"""Codes of unknown origin on connection reports (DSK-4): looked up at TeamViewer once each, and kept in mind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from supportdesk.services.queries import details
from supportdesk.ui.remote.account import FetchOutcome
from tests.remote.teamviewer_api import Asked, Reply, record, told
from tests.ui.case_detail.case_stage import Until
from tests.ui.teamviewer_room import Room, at, roomed


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path, settle: Until) -> Iterator[Room]:
    with roomed(tmp_path, settle) as opened:
        yield opened


def foreign(room: Room, *codes: str, minutes: int | None = 8) -> None:
    """Connections with these codes, which sessions of other desks for the case have; None: they run yet."""
    began = room.world.now - timedelta(minutes=20)
    room.vendor.fields |= dict.fromkeys(codes, str(room.case))
    room.vendor.records += [
        record(
            number,
            session_code=code,
            deviceid="",
            devicename="",
            username="Somebody Else",
            start_date=at(began),
            end_date=None if minutes is None else at(began + timedelta(minutes=minutes)),
        )
        for number, code in enumerate(codes)
    ]
    room.vendor.behave()


def broken(room: Room, code: str, reply: Reply) -> None:
    """Nothing but this comes of asking for a code."""
    good = room.vendor.api.answer

    def answer(asked: Asked) -> Reply:
        return reply if asked.path.endswith(code) else good(asked)

    room.vendor.api.answer = answer


def minutes_on_case(room: Room) -> int:
    return details.case(room.world.desk, room.case).seconds_spent["remote"] // 60


def test_the_field_of_a_foreign_code_is_asked_once_and_names_the_case(room: Room) -> None:
    began = room.world.now - timedelta(hours=5)
    room.vendor.fields = {"s90-000-001": str(room.case), "s90-000-002": "somebody else's"}
    room.vendor.records += [
        record(
            number,
            session_code=f"s90-000-00{number}",
            deviceid="",
            devicename="",
            start_date=at(began),
            end_date=at(began + timedelta(minutes=8)),
        )
        for number in (1, 2, 3)
    ]
    room.vendor.behave()
    room.fetch()
    assert room.outcomes == [FetchOutcome(linked=1, proposed=0, unmatched=2, running=0, left_out=0)]
    assert details.case(room.world.desk, room.case).seconds_spent["remote"] == 8 * 60
    assert len(room.vendor.asked("/sessions/s90-000-003")) == 1
    room.fetch()
    assert len(room.vendor.asked("/sessions/s90-000-003")) == 1


def test_DSK_4_a_code_seen_while_its_connection_ran_still_counts_when_that_has_ended(room: Room) -> None:
    room.world.later(hours=1)
    foreign(room, "s90-000-001", minutes=None)
    room.fetch()
    assert room.outcomes[-1].running == 1
    room.world.later(minutes=40)
    room.vendor.records[0]["end_date"] = at(room.world.now - timedelta(minutes=30))
    room.fetch()
    assert room.outcomes[-1].linked == 1
    assert minutes_on_case(room) == 30
    assert len(room.vendor.asked("/sessions/s90-000-001")) == 1


def test_DSK_4_codes_that_were_not_asked_for_are_asked_for_by_the_next_fetch(room: Room) -> None:
    room.world.later(hours=1)
    codes = [f"s{number}-000-001" for number in range(10, 70)]
    foreign(room, *codes)
    room.fetch()
    assert room.outcomes[-1].linked == 50
    room.world.later(minutes=31)
    room.fetch()
    assert room.outcomes[-1].linked == 10
    assert [len(room.vendor.asked(f"/sessions/{code}")) for code in codes] == [1] * 60


def test_DSK_4_a_code_that_could_not_be_looked_up_is_looked_up_again(room: Room) -> None:
    room.world.later(hours=1)
    foreign(room, "s90-000-001", "s90-000-002")
    broken(room, "s90-000-001", told({}, 503))
    room.fetch()
    assert (room.outcomes[-1].linked, room.outcomes[-1].unmatched) == (0, 2)
    room.vendor.behave()
    room.world.later(minutes=31)
    room.fetch()
    assert room.outcomes[-1].linked == 2


def test_DSK_4_an_answer_that_is_none_keeps_no_other_code_from_being_looked_up(room: Room) -> None:
    room.world.later(hours=1)
    foreign(room, "s90-000-001", "s90-000-002")
    broken(room, "s90-000-001", told({"code": "s90-000-001", "state": "Sleeping"}))
    room.fetch()
    assert (room.outcomes[-1].linked, room.outcomes[-1].unmatched) == (1, 1)
