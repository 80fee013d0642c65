"""The one test command, `python -m tests`: runs every check in order and sums up; the checks live elsewhere."""

import argparse
import io
import os
import shlex
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
_LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
)


@dataclass(frozen=True, slots=True)
class Check:
    """One tool and what it looks after."""

    name: str
    command: tuple[str, ...]


CHECKS = (
    Check("style", (PYTHON, "-m", "ruff", "check", ".")),
    Check("format", (PYTHON, "-m", "ruff", "format", "--check", ".")),
    Check("types", (PYTHON, "-m", "mypy", "supportdesk", "tests")),
    Check("rooms", (PYTHON, "-c", _LINT_IMPORTS, "--no-logo")),
    Check("translations", (PYTHON, "-m", "tests.translations")),
    # Worksteal keeps the tests of a file together, so that what they share is built once.
    Check("tests", (PYTHON, "-m", "pytest", "-n", "logical", "--maxprocesses=8", "--dist=worksteal")),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one check ended; `closing` is the last line it printed, `seconds` is wall time."""

    check: Check
    exit_code: int
    seconds: float
    closing: str


def run(check: Check, environment: dict[str, str]) -> Outcome:
    """Run one check from the project's folder, passing its output on as it comes."""
    print(f"\n── {check.name}: {shlex.join(check.command[1:])}", flush=True)
    started = time.monotonic()
    closing = ""
    with subprocess.Popen(
        check.command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            closing = line.rstrip() or closing
    return Outcome(check, process.returncode, time.monotonic() - started, closing)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests", description="Run every check of Support Desk.")
    parser.add_argument(
        "--only", action="append", choices=[check.name for check in CHECKS], help="run this check"
    )
    parser.add_argument(
        "--update-translations", action="store_true", help="bring translations/*.ts up to date"
    )
    return parser.parse_args()


def main() -> int:
    """Run the checks that were asked for, all of them by default; 0 when every one passed."""
    arguments = _arguments()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A Windows console's code page lacks half of what a test may print.
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    environment = os.environ | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    if sys.stdout.isatty():
        environment["FORCE_COLOR"] = "1"
    if arguments.update_translations:
        return run(
            Check("translations", (PYTHON, "-m", "tests.translations", "--update")), environment
        ).exit_code
    chosen = [check for check in CHECKS if not arguments.only or check.name in arguments.only]
    outcomes = [run(check, environment) for check in chosen]
    print()
    for outcome in outcomes:
        verdict = "passed" if outcome.exit_code == 0 else "FAILED"
        print(f"{verdict}  {outcome.check.name:<14}{outcome.seconds:7.1f} s")
    print(outcomes[-1].closing)
    return int(any(outcome.exit_code for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
