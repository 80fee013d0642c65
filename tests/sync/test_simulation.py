"""Days of an office by chance: whatever fails, what must hold holds; the same seed gives the same day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sync.simulated_office import WITH_FIELD_WORK
from tests.sync.simulation import sim

_SEEDS = Path(__file__).with_name("seeds.txt")
KEPT = [int(line.split()[0]) for line in _SEEDS.read_text("utf-8").splitlines() if line[:1].isdigit()]
"""Seeds that have found a fault once: they are played for ever, and first."""

DAYS = 2_000
"""Each of 300 steps, every other with work in the field; `python -m tests.sync` plays more."""

_AT_ONCE = 10
_IN_THE_FIELD = range(WITH_FIELD_WORK, WITH_FIELD_WORK + DAYS // 2, _AT_ONCE)


@pytest.mark.slow
@pytest.mark.parametrize("seed", KEPT)
def test_a_day_that_once_went_wrong_goes_well(seed: int) -> None:
    sim(seed)


@pytest.mark.slow
@pytest.mark.parametrize("first", [*range(10_000, 10_000 + DAYS // 2, _AT_ONCE), *_IN_THE_FIELD])
def test_days_by_chance_go_well(first: int) -> None:
    for seed in range(first, first + _AT_ONCE):
        sim(seed)


def test_I23_the_same_seed_gives_the_same_day() -> None:
    here = sim(7, steps=120)
    assert sim(7, steps=120) == here
    # Another process, which orders its sets otherwise.
    told = subprocess.run(
        [sys.executable, "-c", "from tests.sync.simulation import sim; print(sim(7, steps=120).trace)"],
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == here.trace
