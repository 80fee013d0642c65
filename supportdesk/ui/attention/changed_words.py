"""Which words of a text another one does not have, so that two versions can be compared at a glance; pure."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS = 2000


def changed_spans(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """Where `text` says something else than `other`, as start and length; words that lie together are one span.

    Nothing is marked where the two have little in common: everything marked says no more than nothing marked.
    """
    mine, theirs = _WORDS.findall(text), _WORDS.findall(other)
    if not theirs or max(len(mine), len(theirs)) > _MOST_WORDS:
        return ()
    matcher = SequenceMatcher(None, theirs, mine, autojunk=False)
    starts = [0]
    for word in mine:
        starts.append(starts[-1] + len(word))
    spans = [
        (starts[begin], starts[end] - starts[begin])
        for kind, _, _, begin, end in matcher.get_opcodes()
        if kind in {"replace", "insert"} and text[starts[begin] : starts[end]].strip()
    ]
    marked = sum(length for _, length in spans)
    return () if marked > 0.8 * len(text) else tuple(spans)
