"""A hub as a process of its own, started, spoken to and stopped as an operator would; no test lives here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

SECONDS = 60.0
PASSWORD = "a long enough password"


@dataclass
class Running:
    """A program that answers at `address`; what it wrote to its error stream is read once it has ended."""

    process: subprocess.Popen[str]
    address: str
    trusted: str | None = None

    def get(self, path: str, **options: Any) -> requests.Response:
        """Ask for a path; over TLS only of who shows the trusted certificate."""
        return requests.get(self.address + path, timeout=30, verify=self.trusted or True, **options)

    def ended(self) -> tuple[int, list[dict[str, Any]]]:
        """The exit status, and the lines of the log."""
        _, log = self.process.communicate(timeout=SECONDS)
        return self.process.returncode, [json.loads(line) for line in log.splitlines()]


def environment(database: str, **more: str) -> dict[str, str]:
    """The environment of a hub whose password checks are quick."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("SUPPORTDESK_")}
    return own | {
        "SUPPORTDESK_HUB_DATABASE": database,
        "SUPPORTDESK_HUB_ARGON2_MEMORY_KIB": "8192",
        "SUPPORTDESK_HUB_ARGON2_PASSES": "1",
        **{f"SUPPORTDESK_HUB_{name.upper()}": value for name, value in more.items()},
    }


def said(env: Mapping[str, str], *words: str, give: str = PASSWORD) -> subprocess.CompletedProcess[str]:
    """Run `supportdesk hub …` to its end; `give` goes to its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "supportdesk", "hub", *words],
        env=dict(env),
        input=give,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )


def init(env: Mapping[str, str]) -> None:
    """Set up the hub."""
    done = said(env, "init", "--name", "Amina", "--login", "amina@example.org", "--policy", "sage")
    assert done.returncode == 0, done.stderr


@contextmanager
def running(command: list[str], env: Mapping[str, str], *, trusted: str | None = None) -> Iterator[Running]:
    """A program that first says where it answers; it is ended with the block if it still runs."""
    process = subprocess.Popen(
        [sys.executable, *command],
        env=dict(env),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        made = Running(process, line.rpartition(" ")[2].strip(), trusted)
        assert made.address.startswith("http"), line or process.communicate()[1]
        _until_it_answers(made)
        yield made
    finally:
        if process.poll() is None:
            process.terminate()
            process.communicate(timeout=SECONDS)


def _until_it_answers(made: Running) -> None:
    until = time.monotonic() + SECONDS
    while True:
        try:
            if made.get("/health").status_code == requests.codes.ok:
                return
        except requests.ConnectionError:
            pass
        assert made.process.poll() is None, made.process.communicate()[1]
        assert time.monotonic() < until
        time.sleep(0.05)  # the program starts in its own time; nothing of ours is timed


def serving(
    env: Mapping[str, str], *options: str, trusted: str | None = None
) -> AbstractContextManager[Running]:
    """`supportdesk hub serve` at a port that is free."""
    return running(["-m", "supportdesk", "hub", "serve", "--port", "0", *options], env, trusted=trusted)
