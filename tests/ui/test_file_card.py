"""What is offered beside a data file: the day of erasing where there is one to choose, erasing to who may (SAP-6)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.services.views.file_station import DataFileView, StationClient, StationView
from supportdesk.ui.file_station.cards import FileCard

NOW = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
DAY = NOW.date() + timedelta(days=30)


@pytest.mark.parametrize(
    ("role", "has_hub", "day", "offered"),
    [
        ("support_officer", True, None, (False, False)),
        ("support_officer", True, DAY, (True, False)),
        ("manager", True, None, (True, True)),
        ("support_officer", False, None, (True, True)),
    ],
)
def test_SAP_6_the_day_is_offered_where_one_can_be_chosen(
    qtbot: QtBot, role: str, *, has_hub: bool, day: date | None, offered: tuple[bool, bool]
) -> None:
    client = StationClient(UUID(int=1), "Sapphire Holdings", NOW, 0, is_old=False)
    file = DataFileView(UUID(int=2), "books.data", 1, 9, "ab" * 32, NOW, "", day, None, "", True, ())
    view = StationView(client, (file,), (), (role,), has_hub)
    card = FileCard(file, view, NOW.date(), NOW, UTC)
    qtbot.addWidget(card)
    assert (card.day.isVisibleTo(card), card.erase.isVisibleTo(card)) == offered
