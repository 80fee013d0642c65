"""Runs every benchmark, one process each, and prints its table; by hand only: `python -m tests.benchmarks`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run them in order of name; the number that failed is the exit status."""
    failed = 0
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"\n== {file.stem}", flush=True)
        failed += (
            subprocess.run([sys.executable, "-m", f"tests.benchmarks.{file.stem}"], check=False).returncode
            != 0
        )
    return failed


if __name__ == "__main__":
    sys.exit(main())
