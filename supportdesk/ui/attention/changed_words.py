"""Which words of two texts the other one does not have, so that they can be compared at a glance; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

Spans = tuple[tuple[int, int], ...]
"""Where something is marked: start and length of each."""

_WORDS = re.compile(r"\w+|[^\w\s]")
_MOST_WORDS, _MOST_STEPS = 5000, 45_000
"""How much is compared at most: some hundreds of words that differ. The window waits for it."""
_NEVER = -2
"""Where a diagonal is that has not been reached: no way leads on from there."""


def changed_spans(mine: str, theirs: str) -> tuple[Spans, Spans]:
    """Where each of two texts says something else than the other; words that lie together are one span.

    Nothing is marked where the two have little in common: everything marked says no more than nothing marked. Nothing
    is marked either where so much differs that the window would stand still while it is found.
    """
    if not mine or not theirs:
        return (), ()
    ours, others = (list(_WORDS.finditer(text)) for text in (mine, theirs))
    if max(len(ours), len(others)) > _MOST_WORDS:
        return (), ()
    found = _changed([word[0] for word in ours], [word[0] for word in others])
    if found is None:
        return (), ()
    return _marked(mine, ours, found[0]), _marked(theirs, others, found[1])


def _marked(text: str, words: Sequence[re.Match[str]], changed: Sequence[int]) -> Spans:
    runs: list[list[int]] = []
    for number in changed:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    spans = [(words[first].start(), words[last].end() - words[first].start()) for first, last in runs]
    return () if sum(length for _, length in spans) > 0.8 * len(text) else tuple(spans)


def _changed(mine: Sequence[str], theirs: Sequence[str]) -> tuple[list[int], list[int]] | None:
    """The words of each that the other has not in their order, as few as can be; None where that takes too long.

    By Myers, "An O(ND) difference algorithm": its work grows with what differs, not with the length of the texts. A
    diagonal has all places that are as many words further in mine than in theirs.
    """
    furthest = {-1: _NEVER, 1: 0}
    before: list[dict[int, int]] = []
    steps = differing = 0
    while steps < _MOST_STEPS:
        before.append(furthest.copy())
        steps += _go_on(mine, theirs, furthest, differing)
        if furthest.get(len(mine) - len(theirs), 0) >= len(mine):
            return _way_back(before, len(mine) - len(theirs))
        differing += 1
        furthest[-differing - 1] = furthest[differing + 1] = _NEVER
    return None


def _go_on(mine: Sequence[str], theirs: Sequence[str], furthest: dict[int, int], differing: int) -> int:
    """How far in mine each diagonal is reached with so many words that differ; gives how many steps that took."""
    ours, others, steps = len(mine), len(theirs), differing
    above = furthest[-differing - 1]
    for diagonal in range(-differing, differing + 1, 2):
        below = furthest[diagonal + 1]
        # It is entered past a word of mine alone, or past one of theirs, whichever leads further.
        come = at = below if below > above else above + 1
        above = below
        while at < ours and at - diagonal < others and mine[at] == theirs[at - diagonal]:
            at += 1
        steps += at - come
        furthest[diagonal] = at
    return steps


def _way_back(before: Sequence[dict[int, int]], diagonal: int) -> tuple[list[int], list[int]]:
    """The words that were passed alone, from the end of the way to its beginning; given in the order of the texts."""
    changed: tuple[list[int], list[int]] = [], []
    for furthest in reversed(before[1:]):
        if furthest[diagonal - 1] + 1 <= furthest[diagonal + 1]:
            diagonal += 1
            changed[1].append(furthest[diagonal] - diagonal)
        else:
            diagonal -= 1
            changed[0].append(furthest[diagonal])
    return changed[0][::-1], changed[1][::-1]
