"""How a list falls into lines: headings, rows under them, folded groups; pure arithmetic, no Qt."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from supportdesk.services.views import GroupKey, ListShape


@dataclass(frozen=True, slots=True)
class Run:
    """Cases under one heading; `key` None has no heading. `first` is the index of its first case in the list."""

    key: GroupKey | None
    first: int
    count: int
    folded: bool = False

    @property
    def lines(self) -> int:
        """How many lines it takes on the screen."""
        return (self.key is not None) + (0 if self.folded else self.count)


class Lines:
    """The lines of a list from top to bottom: each is a heading (a Run) or the index of a case."""

    def __init__(self, runs: tuple[Run, ...] = ()) -> None:
        self.runs = tuple(run for run in runs if run.count)
        self._ends = list(accumulate(run.lines for run in self.runs))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def at(self, line: int) -> Run | int:
        """The heading or the case's index in a line; IndexError beyond the last."""
        if not 0 <= line < len(self):
            raise IndexError(line)
        number = bisect_right(self._ends, line)
        run = self.runs[number]
        inside = line - self.start(number)
        if run.key is None:
            return run.first + inside
        return run if inside == 0 else run.first + inside - 1

    def start(self, number: int) -> int:
        """The first line of a run."""
        return self._ends[number - 1] if number else 0

    def line_of(self, case: int) -> int | None:
        """The line of a case's index; None where it is folded away or out of the list."""
        for number, run in enumerate(self.runs):
            if run.first <= case < run.first + run.count:
                if run.folded:
                    return None
                return self.start(number) + (run.key is not None) + case - run.first
        return None

    def run_at(self, line: int) -> int:
        """The number of the run that a line belongs to."""
        return bisect_right(self._ends, line)

    def next_stop(self, line: int, step: int) -> int | None:
        """The nearest line in a direction (step 1 or -1) that keys stop at: a case, or a heading that is folded."""
        at = max(-1, min(line, len(self))) + step
        while 0 <= at < len(self):
            found = self.at(at)
            if not isinstance(found, Run) or found.folded:
                return at
            at += step
        return None

    def headings(self) -> Iterator[tuple[int, Run]]:
        """Every heading with its line."""
        for number, run in enumerate(self.runs):
            if run.key is not None:
                yield self.start(number), run


def lines_of(shape: ListShape, folded: frozenset[GroupKey] = frozenset()) -> Lines:
    """The lines of a list of this shape."""
    if not shape.groups:
        return Lines((Run(None, 0, shape.count),))
    runs = []
    first = 0
    for group in shape.groups:
        runs.append(Run(group.key, first, group.count, group.key in folded))
        first += group.count
    # A count that the groups don't cover would leave cases out of reach.
    if first < shape.count:
        runs.append(Run(None, first, shape.count - first))
    return Lines(tuple(runs))


@dataclass(frozen=True, slots=True)
class Edit:
    """A step from one set of lines to another: so many lines come or go at a place, which leaves `lines`."""

    at: int
    come: int
    go: int
    lines: Lines


def edits(before: Lines, after: Lines) -> list[Edit]:
    """The steps that turn one set of lines into another, each at the place it has when its turn comes.

    A run that stays grows or shrinks at its end, so that what is above keeps its place. The last step
    leaves `after` itself. No step at all means that no line moves; a folded group's count may have changed even so.
    """
    old = {run.key: run for run in before.runs}
    new = {run.key: run for run in after.runs}
    order = _merged_order([run.key for run in before.runs], [run.key for run in after.runs])
    steps = []
    place = 0
    for turn, key in enumerate(order):
        had = old[key].lines if key in old else 0
        has = new[key].lines if key in new else 0
        if has != had:
            done = [new[each] for each in order[: turn + 1] if each in new]
            waiting = [old[each] for each in order[turn + 1 :] if each in old]
            come, go = max(0, has - had), max(0, had - has)
            steps.append(Edit(place + min(had, has), come, go, _laid_end_to_end(done + waiting)))
        place += has
    if steps:
        # A folded group that changed further down moved no line, yet counts the cases below it anew.
        steps[-1] = replace(steps[-1], lines=after)
    return steps


def _laid_end_to_end(runs: list[Run]) -> Lines:
    firsts = accumulate((run.count for run in runs), initial=0)
    return Lines(tuple(replace(run, first=first) for run, first in zip(runs, firsts, strict=False)))


def _merged_order(old: list[GroupKey | None], new: list[GroupKey | None]) -> list[GroupKey | None]:
    # Both follow the same fixed order of groups, so what is gone can stand before what comes next.
    merged: list[GroupKey | None] = []
    rest = list(new)
    for key in old:
        if key in rest:
            upto = rest.index(key) + 1
            merged += rest[:upto]
            rest = rest[upto:]
        elif key not in merged:
            merged.append(key)
    return merged + [key for key in rest if key not in merged]
