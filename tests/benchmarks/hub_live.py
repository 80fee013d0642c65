"""Measures how long a change takes from one desk to another, beside a plain notice of the same PostgreSQL server."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from tests.benchmarks.hub_figures import heading, late, middle, spread, tell, times
from tests.benchmarks.hub_live_desk import BETWEEN
from tests.benchmarks.hub_stage import ROOT, Hub, Stage

_CHANGES = 300
_NOTICES = 150
_SECONDS_TO_COME = 30.0


Spans = list[tuple[float, float]]
"""When requests began and ended."""


class DeskProcess:
    """A desk in a process of its own, which is told what to do by lines."""

    def __init__(self, folder: Path, hub: Hub, login: str) -> None:
        command = [sys.executable, "-m", "tests.benchmarks.hub_live_desk", str(folder), hub.address, login]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            # Ctrl+C is for the run as a whole, which ends its desks itself.
            start_new_session=True,
        )

    def asked(self, line: str) -> Any:  # noqa: ANN401 - what it says in JSON
        """What it answers to a line."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self.said()

    def said(self) -> Any:  # noqa: ANN401 - as above
        """The next thing it says."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "a desk has ended"
        return json.loads(line)

    def end(self) -> None:
        """End it; its files are worth nothing any more."""
        self.process.terminate()
        self.process.communicate()


def measure(stage: Stage, cases: int) -> None:
    """Let one desk work and another listen, over two workers on PostgreSQL, and print the latencies."""
    heading(
        f"live: {_CHANGES} notes, one in {1e3 * BETWEEN:.0f} ms, from one desk to another over two workers; "
        "ms p50 p95 max"
    )
    with stage.hub("PostgreSQL", cases, workers=2) as hub, ExitStack() as ends:
        commits, notices = _plain_notices(hub.database)
        desks = []
        for login in ("nadia", "priya"):
            desk = DeskProcess(stage.folder / f"live-{uuid4().hex}", hub, login)
            ends.callback(desk.end)
            desks.append(desk)
        assert [desk.said() for desk in desks] == ["ready", "ready"]
        nadia, priya = desks
        did = nadia.asked(f"act {_CHANGES} 1")
        came = _all_that_came(priya, did)
        pushes, waits = nadia.asked("asked push"), priya.asked("asked wait")
    took = [came[entry] - at for entry, at in did.items()]
    tell("PostgreSQL: plain insert and commit", spread(commits))
    tell("PostgreSQL: plain insert, commit, and its notice is heard", spread(notices))
    beside = (
        f"{times(middle(took) / middle(notices), 'plain')} at p50, {late(took) / late(notices):.2f} x at p95"
    )
    tell("a change is on the other desk", spread(took), beside)
    _print_parts(did, came, pushes, waits)


def _print_parts(did: dict[str, float], came: dict[str, float], pushes: Spans, waits: Spans) -> None:
    """Where the time goes: from the act to the push, the push, from its end to the news, from there to the file.

    What went out with another change is left out.
    """
    parts: dict[str, list[float]] = {"push begins": [], "its answer": [], "the news": [], "in the file": []}
    for entry, at in did.items():
        begun, answered = next(span for span in pushes if span[1] > at)
        if begun < at:
            continue
        news = max((end for _, end in waits if at < end <= came[entry]), default=answered)
        steps = (at, begun, answered, news, came[entry])
        for found, (earlier, later) in zip(parts.values(), pairwise(steps), strict=True):
            found.append(later - earlier)
    for part, found in parts.items():
        tell(f"  of which: {part}", spread(found))


def _all_that_came(desk: DeskProcess, did: dict[str, float]) -> dict[str, float]:
    until = time.monotonic() + _SECONDS_TO_COME
    while True:
        came: dict[str, float] = desk.asked("tell")
        missing = did.keys() - came.keys()
        if not missing:
            return came
        assert time.monotonic() < until, f"{len(missing)} changes did not come"
        time.sleep(BETWEEN)


def _plain_notices(database: str) -> tuple[list[float], list[float]]:
    """How long a plain commit takes, and how long from before it until another connection has heard of it."""
    commits, notices = [], []
    chance = random.Random(1)
    with _listening(database) as heard, psycopg.connect(database) as connection:
        connection.execute("CREATE TABLE plainly (n integer PRIMARY KEY, said text)")
        connection.commit()
        for number in range(_NOTICES):
            time.sleep(chance.expovariate(2 / BETWEEN))
            heard.clear()
            begun = time.perf_counter()
            connection.execute("INSERT INTO plainly VALUES (%s, %s)", (number, "Seen"))
            connection.execute("SELECT pg_notify('plainly', %s)", (str(number),))
            connection.commit()
            commits.append(time.perf_counter() - begun)
            assert heard.wait(_SECONDS_TO_COME)
            notices.append(time.perf_counter() - begun)
        connection.execute("DROP TABLE plainly")
    return commits, notices


@contextmanager
def _listening(database: str) -> Iterator[threading.Event]:
    """Another connection that listens; what is given is set by each notice."""
    heard, ready = threading.Event(), threading.Event()

    def listen() -> None:
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute("LISTEN plainly")
            ready.set()
            for notice in connection.notifies():
                if notice.payload == "end":
                    return
                heard.set()

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    assert ready.wait(_SECONDS_TO_COME)
    try:
        yield heard
    finally:
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute("SELECT pg_notify('plainly', 'end')")
        thread.join()
