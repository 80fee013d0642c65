"""How the hub's benchmarks print what they measured: times, shares, and the yardstick beside them."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import quantiles


def spent(act: Callable[[], object]) -> float:
    """How long an act takes, in seconds."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def heading(text: str) -> None:
    """Begin a part."""
    print(f"\n{text}", flush=True)


def tell(what: str, value: str, beside: str = "") -> None:
    """One line: what was measured, its value, and what it compares to."""
    print(f"  {what:<58} {value:>22}  {beside}".rstrip(), flush=True)


def rate(count: int, seconds: float) -> str:
    """So many a second, with the seconds."""
    return f"{seconds:.2f} s {count / seconds:,.0f}/s"


def times(ratio: float, of: str) -> str:
    """A multiple of a yardstick."""
    return f"{ratio:.2f} x {of}"


def spread(seconds: Sequence[float]) -> str:
    """Median, 95th percentile and maximum of some seconds, in milliseconds."""
    return f"{1e3 * middle(seconds):.2f} {1e3 * late(seconds):.2f} {1e3 * max(seconds):.2f}"


def middle(seconds: Sequence[float]) -> float:
    """The median."""
    return _percentile(seconds, 50)


def late(seconds: Sequence[float]) -> float:
    """The 95th percentile."""
    return _percentile(seconds, 95)


def _percentile(seconds: Sequence[float], percent: int) -> float:
    if len(seconds) == 1:
        return seconds[0]
    return quantiles(seconds, n=100, method="inclusive")[percent - 1]
