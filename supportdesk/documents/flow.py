"""How what is printed is spread over pages: nothing is cut in two, and headings stay with what they head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """Something that is drawn whole: `draw` takes its upper edge; sizes in points.

    `gap` is the room above it, which falls away at the head of a page; `keep` holds it on one page with the next.
    """

    height: float
    draw: Callable[[float], None]
    gap: float = 0.0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where its upper edge lies on its page."""

    top: float
    block: Block


def paginate(blocks: Sequence[Block], first: float, others: float) -> tuple[tuple[Placed, ...], ...]:
    """The blocks page by page, where the first page has `first` points of room and each later one `others`."""
    pages: list[list[Placed]] = [[]]
    used = 0.0
    for group in _pieces(blocks, min(first, others)):
        room = first if len(pages) == 1 else others
        if pages[-1] and used + _height(group, at_top=False) > room:
            pages.append([])
        if not pages[-1]:
            used = 0.0
        for block in group:
            used += block.gap if pages[-1] else 0.0
            pages[-1].append(Placed(used, block))
            used += block.height
    return tuple(map(tuple, pages))


def _pieces(blocks: Iterable[Block], room: float) -> Iterable[Sequence[Block]]:
    """What must be together; a group that no page can hold falls apart."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep:
            yield from _apart(group, room)
            group = []
    yield from _apart(group, room)


def _apart(group: Sequence[Block], room: float) -> Iterable[Sequence[Block]]:
    if group and _height(group, at_top=True) <= room:
        yield group
    else:
        yield from ((block,) for block in group)


def _height(group: Sequence[Block], *, at_top: bool) -> float:
    return sum(block.gap + block.height for block in group) - (group[0].gap if at_top else 0.0)
