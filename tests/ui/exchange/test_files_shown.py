"""What the status line and the panel say of files: how many, how much, how fast, how long, and what they wait for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from supportdesk.services.views.outlook import Standing
from supportdesk.ui.exchange.file_part import FilePart
from supportdesk.ui.exchange.state_words import megabytes, told, waits
from supportdesk.ui.file_line import FilePhase, FileState
from supportdesk.ui.hub_line import LineState, Phase

NOW = datetime(2026, 11, 24, 10, 53, tzinfo=UTC)
AWAY = LineState(Phase.OFFLINE, NOW - timedelta(hours=3))
ONLINE = LineState(Phase.IDLE, NOW, NOW)
SENDING = FileState(FilePhase.SENDING, files=2, bytes_left=9_000_000, speed=100_000.0)


def standing(**values: object) -> Standing:
    return Standing(**{"alone": False, "files": 3, "file_bytes": 11_000_000, **values})  # type: ignore[arg-type]


def test_offline_the_foot_says_how_much_is_kept_here(qapp: QApplication) -> None:
    assert waits(standing(waiting=6), AWAY) == "6 change(s) waiting on this computer, 11.0 MB"
    assert waits(standing(), AWAY) == "3 file(s) waiting on this computer, 11.0 MB"
    assert waits(standing(waiting=6, files=0, file_bytes=0), AWAY) == "6 change(s) waiting on this computer"
    assert waits(standing(files=0, file_bytes=0), AWAY) == ""
    assert waits(standing(waiting=6), ONLINE) == ""
    assert waits(Standing(), None) == ""


def test_online_the_foot_says_what_is_being_sent(qapp: QApplication) -> None:
    assert told(standing(), ONLINE, NOW, UTC, SENDING).sentence == "Sending 2 file(s), 9.0 MB left"
    assert told(standing(waiting=1), ONLINE, NOW, UTC, SENDING).sentence == "1 change(s) waiting, 11.0 MB"
    assert told(standing(), ONLINE, NOW, UTC, FileState()).sentence.startswith("Up to date")


@pytest.mark.parametrize(
    ("speed", "left"),
    [
        (1_000_000.0, "less than a minute left"),
        (100_000.0, "about 2 minute(s) left"),
        (1000.0, "about 2 hour(s) left"),
    ],
)
def test_the_panel_says_speed_and_time_left(qapp: QApplication, speed: float, left: str) -> None:
    part = FilePart()
    part.show_files(
        standing(), FileState(FilePhase.SENDING, files=2, bytes_left=9_000_000, speed=speed, sent=1, size=2)
    )
    assert part.figures.text().startswith("Sending 2 file(s), 9.0 MB left · ")
    assert part.figures.text().endswith(left)


@pytest.mark.parametrize(
    ("values", "state", "words"),
    [
        ({"waiting": 2}, FileState(FilePhase.AFTER_TEXT), "Files follow when everything"),
        ({"paused": True}, FileState(FilePhase.PAUSED), "Paused."),
        ({}, FileState(FilePhase.OFFLINE), "They go on where they were"),
        ({}, None, "They go on where they were"),
        ({"attention": 1}, FileState(), "Those that the hub did not take"),
    ],
)
def test_the_panel_says_what_files_wait_for(
    qapp: QApplication, values: dict[str, object], state: FileState | None, words: str
) -> None:
    part = FilePart()
    part.show_files(standing(**values), state)
    assert part.figures.text() == "3 file(s) to be sent, 11.0 MB"
    assert part.state.text().startswith(words)
    part.show_files(standing(files=0, file_bytes=0), state)
    assert part.isHidden()


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 KB"), (11_040_000, "11.0 MB"), (3_100_000_000, "3.1 GB")],
)
def test_sizes_count_as_on_the_chips(qapp: QApplication, size: int, words: str) -> None:
    assert megabytes(size) == words


def test_the_share_under_way_is_of_the_file(qapp: QApplication) -> None:
    assert FileState(sent=43, size=100).share == 43
    assert FileState(sent=5, size=0).share == 0
    assert FileState(sent=500, size=100).share == 100
    assert FileState(bytes_left=5).seconds_left is None
