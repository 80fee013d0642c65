"""What the day's pane says of files that wait to be sent: photos by their number and what they weigh."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from supportdesk.services.views.outlook import Standing, WaitingChange
from supportdesk.services.views.visits import VisitDay
from supportdesk.ui.visits.day_pane import DayPane

AT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def change(act: str) -> WaitingChange:
    return WaitingChange(1, uuid4(), act, None, "", "", AT, 10, 0, None, "", False, False, False, False)


@pytest.fixture
def pane(qapp: QApplication) -> DayPane:
    return DayPane(UTC)


def test_photos_stand_as_one_line_with_what_they_weigh(pane: DayPane) -> None:
    standing = Standing(alone=False, files=4, file_bytes=12_000_000, pictures=3, picture_bytes=11_000_000)
    waiting = [change("visit.write_report"), change("visit.attach"), change("case.note")]
    pane.show_day(VisitDay(AT.date(), ()), waiting, standing)
    assert pane.waiting.texts == ("3 photo(s) 11.0 MB", "1 file(s) 1.0 MB", "Internal note", "Visit report")


def test_a_word_of_a_file_that_the_hub_lacks_is_told_where_no_bytes_wait(pane: DayPane) -> None:
    pane.show_day(VisitDay(AT.date(), ()), [change("visit.attach")], Standing(alone=False))
    assert pane.waiting.texts == ("File attached to a visit",)


def test_nothing_waits(pane: DayPane) -> None:
    pane.show_day(VisitDay(date(2026, 11, 24), ()), [], Standing(alone=False))
    assert pane.waiting.isHidden()
