"""An invariant that does not hold, as an error that names it."""

from __future__ import annotations


class Broken(AssertionError):
    """An invariant of sync.md that did not hold."""


def holds(claim: object, name: str, *what: object) -> None:
    """Raise where an invariant does not hold."""
    if not claim:
        raise Broken(f"{name}: {' '.join(map(str, what))}")
