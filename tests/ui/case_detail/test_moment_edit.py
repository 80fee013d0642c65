"""A date and time to choose: the instant that was shown is the one that comes back while nothing else is chosen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot

from supportdesk.ui.case_detail.moment_edit import MomentEdit

TORONTO = ZoneInfo("America/Toronto")
# The clocks of Toronto go back at six: half past one comes twice.
FIRST = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
SECOND = FIRST + timedelta(hours=1)
NOON = datetime(2026, 11, 18, 17, 0, 42, 500, tzinfo=UTC)


def edit_of(qtbot: QtBot, at: datetime) -> MomentEdit:
    made = MomentEdit(at, TORONTO)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("at", [FIRST, SECOND])
def test_of_an_hour_that_comes_twice_the_one_that_was_shown_comes_back(qtbot: QtBot, at: datetime) -> None:
    edit = edit_of(qtbot, at)
    assert edit.instant() == at
    edit.setTime(QTime(1, 45))
    assert edit.instant() == at + timedelta(minutes=15)
    edit.setTime(QTime(1, 30))
    assert edit.instant() == at
    edit.setTime(QTime(3, 0))
    assert edit.instant() == datetime(2026, 11, 1, 8, 0, tzinfo=UTC)


def test_parts_of_a_minute_come_back_with_what_is_kept_already(qtbot: QtBot) -> None:
    edit = edit_of(qtbot, FIRST)
    told: list[datetime] = []
    edit.dateTimeChanged.connect(lambda _when: told.append(edit.instant()))
    edit.show_instant(NOON, exact=True)
    assert told == [NOON]
    assert edit.instant() == NOON
    edit.setTime(QTime(12, 5))
    assert edit.instant() == NOON.replace(minute=5, second=0, microsecond=0)


def test_what_is_offered_is_the_minute_that_is_shown(qtbot: QtBot) -> None:
    assert edit_of(qtbot, NOON).instant() == NOON.replace(second=0, microsecond=0)
