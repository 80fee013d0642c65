"""How fast hub and desks speak, each figure beside a yardstick of the same run; run by hand.

    python -m tests.benchmarks.bench_hub [bootstrap edits live pulls waiting api] [--cases N] [--small N]

`--cases` is what a new desk loads in `bootstrap`, `--small` what the hub of every other part holds. Hubs run as
processes of their own and are spoken to over HTTP; PostgreSQL is a server of this run that waits for its disk.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

PARTS = ("bootstrap", "edits", "live", "pulls", "waiting", "api")


def main() -> int:
    """Measure what was asked for, or everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", metavar="what", help=", ".join(PARTS))
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--small", type=int, default=5_000)
    asked = parser.parse_args()
    unknown = set(asked.what) - set(PARTS)
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    # Nothing here may touch the keyring of the person who runs it.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    from tests.benchmarks.hub_stage import stage  # noqa: PLC0415 - after the environment is set

    with stage() as made:
        for name in asked.what or PARTS:
            part: Any = import_module(f"tests.benchmarks.hub_{name}")
            measure: Callable[[object, int], None] = part.measure
            measure(made, asked.cases if name == "bootstrap" else asked.small)
    return 0


def _end(_number: int, _frame: object) -> None:
    """Told to end, let everything that was started end first; said twice, it is not begun anew."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
