"""A desk and its hub are killed at any instant, again and again: nothing that was acknowledged is lost or doubled."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import func, select

from supportdesk.store.tables.cases import ENTRY
from tests.sync.desk_process import WHO, Here
from tests.sync.prepared import prepared

KILLS = 20


@pytest.mark.slow
def test_whatever_instant_the_programs_are_killed_at_everything_holds(tmp_path: Path) -> None:
    prepared().copy_to(tmp_path, 8)
    (tmp_path / WHO).write_bytes(pickle.dumps(prepared()))
    chance = Random(2026)
    told: dict[UUID, str] = {}
    for kill in range(1, KILLS + 1):
        told |= _killed(tmp_path, kill, chance)
    assert len(told) > KILLS
    day = Here(tmp_path, (0, 1))
    try:
        day.settle()
        with day.hub_store.read() as conn:
            for op_id, words in told.items():
                count = (
                    select(func.count())
                    .select_from(ENTRY)
                    .where(ENTRY.c.body == words, ENTRY.c.op_id == op_id)
                )
                assert conn.scalar(count) == 1, words
    finally:
        day.close()


def _killed(folder: Path, kill: int, chance: Random) -> dict[UUID, str]:
    """Let the program work for a while, and kill it; gives the acts that it had acknowledged."""
    command = [sys.executable, "-m", "tests.sync.desk_process", str(folder), str(kill)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline()]
        until = time.monotonic() + chance.uniform(0.01, 0.6)
        while time.monotonic() < until:
            lines.append(program.stdout.readline())
        program.kill()
        lines += program.stdout.read().splitlines()
    acts = [line.split() for line in lines]
    return {UUID(act[0]): act[1] for act in acts if len(act) == 2}
