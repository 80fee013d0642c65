"""`python -m tests.sync`: many simulated days, or many writers on a real server, with what was met on the way."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed

from tests import postgres
from tests.sync.simulated_office import Told
from tests.sync.simulation import STEPS, sim
from tests.sync.writers import race


def main() -> int:
    """Run what was asked for; 0 when everything held."""
    parser = argparse.ArgumentParser(prog="python -m tests.sync", description=__doc__)
    parser.add_argument("--seeds", type=int, default=2_000, help="how many days to simulate")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first one")
    parser.add_argument("--steps", type=int, default=STEPS, help="how long a day is")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes play them")
    parser.add_argument("--writers", action="store_true", help="16 writers on PostgreSQL instead")
    parser.add_argument("--transactions", type=int, default=100_000, help="of the writers, all together")
    arguments = parser.parse_args()
    return _writers(arguments.transactions) if arguments.writers else _days(arguments)


def _days(arguments: argparse.Namespace) -> int:
    started = time.monotonic()
    faults: Counter[tuple[str, str]] = Counter()
    statuses: Counter[str] = Counter()
    steps = played = 0
    broken: list[tuple[int, str]] = []
    with ProcessPoolExecutor(arguments.jobs) as pool:
        seeds = range(arguments.first, arguments.first + arguments.seeds)
        under_way = {pool.submit(_day, seed, arguments.steps): seed for seed in seeds}
        for done in as_completed(under_way):
            told = done.result()
            played += 1
            if isinstance(told, str):
                broken.append((under_way[done], told))
                print(f"seed {under_way[done]}: {told}", flush=True)
                continue
            faults += told.faults
            statuses += told.statuses
            steps += told.steps
            if played % 100 == 0:
                print(f"{played} days, {steps} steps, {time.monotonic() - started:.0f} s", flush=True)
    _matrix(faults)
    print("ends: " + ", ".join(f"{status} {count}" for status, count in statuses.most_common()))
    print(
        f"{played} seeds × {arguments.steps} steps in {time.monotonic() - started:.0f} s, {len(broken)} broken: "
        + (" ".join(str(seed) for seed, _ in broken) or "everything held")
    )
    return bool(broken)


def _day(seed: int, steps: int) -> Told | str:
    try:
        return sim(seed, steps=steps)
    except Exception as error:  # noqa: BLE001 - told beside its seed, and the other days go on
        return f"{type(error).__name__}: {error}"[:400]


def _matrix(faults: Counter[tuple[str, str]]) -> None:
    steps = sorted({step for _, step in faults})
    kinds = sorted({kind for kind, _ in faults})
    widest = max((len(kind) for kind in kinds), default=0)
    print("\n" + " " * widest + "".join(f"{step:>18}" for step in steps) + "       all")
    for kind in kinds:
        row = [faults[kind, step] for step in steps]
        print(f"{kind:<{widest}}" + "".join(f"{count or '·':>18}" for count in row) + f"{sum(row):>10}")
    print()


def _writers(transactions: int) -> int:
    with postgres.running_server() as url:
        for locked in (True, False):
            told = race(url, transactions=transactions, locked=locked)
            print(f"{'with' if locked else 'without'} the lock: {told}", flush=True)
            if locked and told.missed:
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
