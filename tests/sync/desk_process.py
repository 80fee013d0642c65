"""A program that a test kills at any instant: a desk that works and speaks with its hub, both in files of a folder.

    python -m tests.sync.desk_process FOLDER SEED

It prints a line for each act that was acknowledged to its person. The hub is in the same process, so that a kill may
fall into its transactions as well.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from random import Random

from supportdesk.services.cases import replies
from tests.sync.drill import Drill
from tests.sync.prepared import Prepared

WHO = "who.pickle"
"""The file that says who is in the office of a folder."""


class Here(Drill):
    """An office over files that are there already."""

    def _office(self) -> Prepared:
        # Making one takes longer than a program lives that is about to be killed.
        office: Prepared = pickle.loads((self.folder / WHO).read_bytes())
        return office

    def copied(self) -> bool:
        return False


def main() -> None:
    """Work until killed."""
    day = Here(Path(sys.argv[1]), (0, 1))
    chance = Random(int(sys.argv[2]))
    count = 0
    # No two runs may make the same ids.
    for seat in day.seats.values():
        seat.person.world.made_so_far += int(sys.argv[2]) << 20
    while True:
        number = chance.randrange(2)
        for _ in range(chance.randrange(3)):
            count += 1
            words = f"k{sys.argv[2]}x{count}"
            day.later(seconds=1)
            done = replies.note(day[number].desk, day.case_of(number), words)
            sys.stdout.write(f"{done.outcome.operation} {words}\n")
            sys.stdout.flush()
        day.speak(number)


if __name__ == "__main__":
    main()
