"""How long the window's thread is held up, measured beside a program that does nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QTimer

LIMIT = 0.05
IDLER = """
import sys, threading, time
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
print("ready", flush=True)
worst, before = 0.0, time.perf_counter()
while not ended.is_set():
    time.sleep(0.001)
    now = time.perf_counter()
    worst, before = max(worst, now - before), now
print(worst)
"""


@dataclass
class Pauses:
    """Seconds between two beats of the window's thread: on the clock, of its own work, and of another program."""

    longest: float = 0.0
    busy: float = 0.0
    anybodys: float = 0.0


@contextmanager
def beating() -> Iterator[Pauses]:
    """Measure the pauses of the window's thread, and beside it those of a program that does nothing."""
    pauses, before = Pauses(), [time.perf_counter(), time.thread_time()]

    def tick() -> None:
        now = [time.perf_counter(), time.thread_time()]
        pauses.longest = max(pauses.longest, now[0] - before[0])
        pauses.busy = max(pauses.busy, now[1] - before[1])
        before[:] = now

    with subprocess.Popen(
        [sys.executable, "-c", IDLER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as idler:
        assert idler.stdout is not None
        idler.stdout.readline()
        beat = QTimer()
        beat.timeout.connect(tick)
        beat.start(1)
        before[:] = [time.perf_counter(), time.thread_time()]
        yield pauses
        beat.stop()
        told, _error = idler.communicate()
        pauses.anybodys = float(told)
