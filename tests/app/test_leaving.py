"""A desk is left when all that was handed over is kept, and what errands led to meanwhile; the desk is a stand-in."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import cast

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from supportdesk.app.leaving import kept_all
from supportdesk.domain.errors import KnownError
from supportdesk.services.operations.desk import Desk
from supportdesk.workers.session import DeskSession

FULL = KnownError("The disk is full.", "It was not kept.", "Free some space.")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[DeskSession]:
    made = DeskSession(lambda: cast("Desk", object()), lambda: datetime(2026, 11, 24, tzinfo=UTC))
    with qtbot.waitSignal(made.opened):
        made.start()
    yield made
    made.close()


def test_nothing_to_wait_for_is_everything_kept(session: DeskSession) -> None:
    assert kept_all(session) is None


def test_an_act_that_an_errand_led_to_while_others_were_still_being_done_is_waited_for(
    session: DeskSession,
) -> None:
    owner, before, itself = QObject(), threading.Event(), threading.Event()
    errand = session.errand(owner)
    session.do(lambda _desk: _wait(before))

    def refuse(_desk: Desk) -> None:
        _wait(itself)
        raise FULL

    def come_in() -> None:
        session.do(refuse)
        session.end_errand(errand)
        before.set()
        QTimer.singleShot(100, itself.set)

    # Once the desk is being left.
    QTimer.singleShot(0, come_in)
    assert kept_all(session) is FULL


def test_a_desk_is_not_left_over_an_errand_that_came_to_nothing(session: DeskSession) -> None:
    owner = QObject()
    errand = session.errand(owner)
    QTimer.singleShot(0, lambda: session.fail_errand(errand, FULL))
    assert kept_all(session) is FULL
    session.end_errand(errand)
    assert kept_all(session) is None


def _wait(over: threading.Event) -> None:
    over.wait(10)
