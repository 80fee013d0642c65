"""Garbage with widgets in it dies in the window's thread, whoever made the last allocation."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from supportdesk.workers.collector import collect_in_this_thread


class _Cycle(QObject):
    """Keeps itself alive, and notes where it ends."""

    ended_in: list[int] = []  # noqa: RUF012 - shared by all of them on purpose

    def __init__(self) -> None:
        super().__init__()
        self.myself = self
        self.timer = QTimer(self)
        self.timer.start(1)

    def __del__(self) -> None:
        self.ended_in.append(threading.get_ident())


def _allocate() -> None:
    kept = [[number] for number in range(50_000)]
    assert len(kept) == 50_000


def test_a_worker_never_destroys_what_belongs_to_the_window(qtbot: QtBot) -> None:
    collect_in_this_thread()
    collect_in_this_thread()
    assert not gc.isenabled()
    _Cycle.ended_in.clear()
    for _ in range(20):
        _Cycle()
    worker = threading.Thread(target=_allocate)
    worker.start()
    worker.join()
    assert _Cycle.ended_in == []
    _ = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: len(_Cycle.ended_in) == 20, timeout=5_000)
    assert set(_Cycle.ended_in) == {threading.get_ident()}
