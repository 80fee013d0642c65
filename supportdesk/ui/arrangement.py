"""How the panes give and take: what a window of some size shows, in plain numbers; who obeys is the window."""

from __future__ import annotations

from typing import NamedTuple

SMALLEST = (720, 560)
SIDEBAR_RANGE = (200, 300)
LIST_RANGE = (340, 720)
CASE_LEAST = 520
RAIL_WIDTH = 52
_ALTERNATE_BELOW = 960
_RAIL_BELOW = 1180
_BESIDE_FROM = 1400
_WIDE_FROM = 1700
_LOW_BELOW = 760


class Arrangement(NamedTuple):
    """What fits: the sidebar as a rail, list and case in turn, properties beside the case, a low window."""

    rail: bool
    in_turn: bool
    beside: bool
    low: bool
    sidebar_width: int
    list_width: int

    @property
    def name(self) -> str:
        """Names the width class, under which the sizes that a person drags are kept."""
        if self.in_turn:
            return "narrow"
        if self.rail:
            return "rail"
        return "wide" if self.list_width > 500 else "beside" if self.beside else "medium"


def arrangement(width: int, height: int) -> Arrangement:
    """What a window of this size shows, and the default widths of its panes."""
    rail = width < _RAIL_BELOW
    if width >= _WIDE_FROM:
        sidebar, cases = 248, 600
    elif width >= _BESIDE_FROM:
        sidebar, cases = 228, 420
    else:
        sidebar, cases = 226, 384
    return Arrangement(
        rail=rail,
        in_turn=width < _ALTERNATE_BELOW,
        beside=width >= _BESIDE_FROM,
        low=height < _LOW_BELOW,
        sidebar_width=RAIL_WIDTH if rail else sidebar,
        list_width=cases,
    )
