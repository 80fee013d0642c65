"""Rows piled up: where each begins, which are in view, what is measured and what is guessed; it paints nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from supportdesk.ui.case_detail.timeline_blocks import Block
from supportdesk.ui.case_detail.timeline_rows import Look, Row
from supportdesk.ui.theme import Type, theme

GAP = 10.0
FOOT = 12.0
_RULES = frozenset({Look.EARLIER, Look.DAY, Look.NEWS})


class Pile:
    """Only what comes into view is laid out; the height of the rest is a guess until then."""

    def __init__(self) -> None:
        self.rows: tuple[Row, ...] = ()
        self.blocks: list[Block | None] = []
        self.tops: list[float] = []
        self.heights: list[float] = []
        self.total = 0.0

    def show(self, rows: Sequence[Row]) -> None:
        """Take other rows; what was measured of the same rows stays measured."""
        kept = {block.row.key: block for block in self.blocks if block is not None}
        self.rows = tuple(rows)
        self.blocks = [_same(kept.get(row.key), row) for row in self.rows]

    def forget(self) -> None:
        """Forget every measure: the width or the type has changed."""
        self.blocks = [None] * len(self.rows)

    def guess(self, width: float) -> None:
        """Give every row its height, measured or guessed."""
        self.heights = [
            block.height if block is not None else _guess(row, width)
            for row, block in zip(self.rows, self.blocks, strict=True)
        ]
        self.stack()

    def stack(self) -> None:
        """Put the rows on top of each other."""
        top, tops = GAP, []
        for height in self.heights:
            tops.append(top)
            top += height + GAP
        self.tops = tops
        self.total = top - GAP + FOOT if tops else 0.0

    def between(self, top: float, bottom: float) -> range:
        """The rows that reach into a stretch of the pile."""
        if not self.tops:
            return range(0)
        return range(max(0, bisect_right(self.tops, top) - 1), bisect_right(self.tops, bottom))

    def measure(self, rows: range, width: float) -> bool:
        """Lay out these rows; whether any turned out to have another height than it was given."""
        moved = False
        for index in rows:
            if self.blocks[index] is None:
                block = Block(self.rows[index], width)
                self.blocks[index] = block
                moved = moved or block.height != self.heights[index]
                self.heights[index] = block.height
        return moved

    def index_of(self, key: str) -> int | None:
        """Where the row of an entry stands."""
        return next((index for index, row in enumerate(self.rows) if row.key == key), None)


def _same(block: Block | None, row: Row) -> Block | None:
    return block if block is not None and block.row == row else None


def _guess(row: Row, width: float) -> float:
    """About how high a row will be; right for most, so that the scroll bar hardly moves."""
    meta, message = theme().face(Type.META).line, theme().face(Type.MESSAGE).line
    if row.look in _RULES:
        return float(theme().px(18))
    if row.look is Look.SYSTEM:
        return float(meta)
    lines = sum(1 + int(len(line) * 6.4 // max(120.0, width - 60)) for line in row.body[:6000].split("\n"))
    files = 30.0 if row.files else 0.0
    if row.look is Look.TILE:
        return max(26.0, theme().px(19) + (lines * meta + 1 if row.body else 1) + files)
    return 16.0 + theme().px(18) + (lines * message if row.body else 0) + files
