"""Lanes that are held up, so that an answer comes as late as a test wants it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from supportdesk.services.operations.desk import Desk
from tests.ui.stage import Stage

_LONGEST = 60.0
_READERS = 2


class Staged(Protocol):
    """Whatever stands on a stage."""

    stage: Stage


@contextmanager
def acts_held(place: Staged) -> Iterator[None]:
    """Nothing that is handed to the write lane meanwhile is done before the end."""
    with _held() as gate:
        place.stage.session.do(gate)
        yield


@contextmanager
def questions_held(place: Staged) -> Iterator[None]:
    """No question that is asked meanwhile is answered before the end."""
    with _held() as gate:
        for _each in range(_READERS):
            place.stage.session.ask(None, gate)
        yield


class _Gate:
    """Holds up the thread that runs it until it is opened."""

    def __init__(self) -> None:
        self._open = threading.Event()

    def __call__(self, _desk: Desk) -> None:
        assert self._open.wait(_LONGEST)

    def open(self) -> None:
        self._open.set()


@contextmanager
def _held() -> Iterator[_Gate]:
    gate = _Gate()
    try:
        yield gate
    finally:
        # A test that fails must not leave the window waiting for its threads.
        gate.open()
