"""The minute ticks on the minute, and a window that is held up is noticed."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from supportdesk.workers.heartbeat import Heartbeat, until_next_minute
from supportdesk.workers.watchdog import Watchdog

NOW = datetime(2026, 11, 24, 18, 18, tzinfo=UTC)


@given(into=st.integers(min_value=0, max_value=59_999_999))
def test_the_next_tick_comes_just_after_the_full_minute(into: int) -> None:
    wait = until_next_minute(NOW + timedelta(microseconds=into))
    landing = into / 1000 + wait
    assert 60_000 <= landing <= 60_021


def test_a_tick_carries_the_present_and_the_next_one_follows(qtbot: QtBot) -> None:
    clock = [NOW + timedelta(seconds=59, milliseconds=990)]
    heart = Heartbeat(lambda: clock[0])
    with qtbot.waitSignal(heart.tick, timeout=2000) as caught:
        heart.start()
    assert caught.args == [clock[0]]
    with qtbot.waitSignal(heart.tick, timeout=2000):
        pass
    heart.stop()
    with qtbot.assertNotEmitted(heart.tick, wait=120):
        pass


@pytest.fixture
def dog(qtbot: QtBot) -> Iterator[Watchdog]:
    # A busy machine keeps this thread waiting, too, but hardly for so long.
    dog = Watchdog(limit=0.25, every=0.005)
    dog.start()
    yield dog
    dog.close()


def test_a_held_up_window_is_logged_with_its_place(
    dog: Watchdog, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    qtbot.wait(30)
    time.sleep(0.8)
    qtbot.waitUntil(lambda: bool(dog.blocks), timeout=5000)
    assert 0.5 < dog.blocks[-1] < 3
    assert "test_a_held_up_window" in caplog.text


def test_a_free_window_is_not_logged(dog: Watchdog, qtbot: QtBot) -> None:
    qtbot.wait(750)
    assert dog.blocks == []
