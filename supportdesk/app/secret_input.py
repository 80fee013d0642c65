"""Reads a password or passphrase: from standard input where that is no terminal, else asked; never from arguments."""

from __future__ import annotations

import getpass
import sys

from supportdesk.domain.errors import KnownError

_MOST_BYTES = 4096


def read_secret(asking: str) -> str:
    """What was typed, or the next line of standard input. KnownError where there is none."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{asking}: ")
    line = sys.stdin.readline(_MOST_BYTES).rstrip("\r\n")
    if not line:
        raise KnownError(
            f"{asking}: nothing came on standard input.", "Nothing was done.", "Give it as a line of its own."
        )
    return line
