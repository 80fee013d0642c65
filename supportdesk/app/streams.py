"""The standard streams of a command: there also where the system gave none, and never the cause of a traceback."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress


def prepare() -> None:
    """See to it that there is something to write to, and that a letter the terminal lacks becomes a `?`.

    A program without a console, or one that was started with its streams closed, has none.
    """
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # It lives as long as the program.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def finish() -> None:
    """Write what is still waiting, while an error can still be told. OSError if it can't be written."""
    sys.stdout.flush()


def drop_output() -> None:
    """Let what can't be written go, or Python would complain of it once more as it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def write_bytes(content: bytes) -> None:
    """Write a file's own bytes to standard output, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def speaks_unicode() -> bool:
    """Whether standard output can hold every letter."""
    return sys.stdout.encoding.lower().startswith("utf")
