"""A desk in a process of its own, opened as the command opens it; a script may act in its window."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, Queue
from types import TracebackType
from typing import Self
from uuid import UUID

from supportdesk.app import bootstrap
from supportdesk.app.bootstrap import NewProfile
from supportdesk.config.paths import Profile
from supportdesk.services.cases import cases
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation

# What every desk of these tests runs: the command's own way, with a word on each step, and then the test's script.
_FRAME = """
import signal
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from supportdesk.app import opening, window
from supportdesk.config.paths import Profile

# A run of tests that was started in the background may have handed on that these are not heard.
for name in ("SIGINT", "SIGHUP"):
    if hasattr(signal, name):
        signal.signal(getattr(signal, name), signal.SIG_DFL)

def say(word):
    print(word, flush=True)

class Told(opening.Opening):
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        Told.here = self
        self.opened.connect(lambda: (say("opened"), QTimer.singleShot(300, act)))

opening.Opening = Told

def desk():
    return Told.here._desk

def act():
    pass

def come_forward(self, before=window.Start.come_forward):
    before(self)
    say("forward")

window.Start.come_forward = come_forward
{script}
sys.exit(window.open_desk(Profile(Path(sys.argv[1]))))
"""
PATIENCE = 60


def set_up(profile: Profile) -> UUID:
    """Set up a desk without encryption that holds one case; the case's id."""
    opened = bootstrap.create_profile(
        profile, NewProfile("off", "Claire Fontaine", "", "Lyon", "Europe/Paris", "sparkrock")
    )
    with closing_store(opened.desk) as desk:
        client = people.add_organisation(desk, NewOrganisation("Hartwell Motors", "sparkrock")).created
        case_id = cases.log_case(desk, NewCase("Payroll stops", organisation_id=client)).created
    assert case_id is not None
    return case_id


@contextmanager
def closing_store(desk: Desk) -> Iterator[Desk]:
    """A desk whose store is closed at the end."""
    try:
        yield desk
    finally:
        desk.store.close()


@contextmanager
def looked_into(profile: Profile) -> Iterator[Desk]:
    """The desk of a profile that no program has open."""
    with closing_store(bootstrap.open_profile(profile).desk) as desk:
        yield desk


class DeskProcess:
    """`says` waits for a word of the desk; leaving the block ends what is still running, by force."""

    def __init__(self, profile: Profile, script: str = "") -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _FRAME.replace("{script}", script), str(profile.root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._words: Queue[str] = Queue()
        self.errors: list[str] = []
        self._ears = [
            threading.Thread(target=self._listen, daemon=True),
            threading.Thread(target=self._listen_for_errors, daemon=True),
        ]
        for ear in self._ears:
            ear.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for ear in self._ears:
            ear.join()
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    def says(self, word: str) -> str:
        """The next line that holds this word."""
        while True:
            try:
                line = self._words.get(timeout=PATIENCE)
            except Empty:
                raise AssertionError(f"“{word}” was never said; {''.join(self.errors)}") from None
            if word in line:
                return line

    def send(self, number: signal.Signals) -> None:
        """Send a signal."""
        self._process.send_signal(number)

    def ends(self) -> int:
        """The exit status, once it has ended."""
        status = self._process.wait(PATIENCE)
        for ear in self._ears:
            ear.join()
        return status

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._words.put(line)

    def _listen_for_errors(self) -> None:
        assert self._process.stderr is not None
        self.errors.extend(self._process.stderr)
