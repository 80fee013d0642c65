"""Where a week's visits lie as blocks, cut at midnight, side by side where they overlap, and what is next; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from supportdesk.services.views.visit_plans import CalendarVisit

DAY = 24 * 60
SLOT = 30
"""The cursor goes by so many minutes."""
LEAST = 30
"""A block is no lower than so many minutes, so that its name can be read."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a visit on one day: its column, its minutes from midnight, its lane and how many lanes there are."""

    visit: CalendarVisit
    column: int
    start: int
    end: int
    lane: int = 0
    lanes: int = 1


def blocks_of(visits: Sequence[CalendarVisit], days: Sequence[date], zone: ZoneInfo) -> tuple[Block, ...]:
    """The blocks of a week, in order of day and time."""
    found: list[Block] = []
    for column, day in enumerate(days):
        pieces = sorted(_pieces(visits, column, day, zone), key=lambda each: (each.start, -each.end))
        found += _in_lanes(pieces)
    return tuple(found)


def instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of a wall clock's minute: the first of one that comes twice, the next of one left out."""
    local = datetime.combine(day, time(), zone) + timedelta(minutes=minute)
    return local.astimezone(UTC)


def minute_of(at: datetime, zone: ZoneInfo) -> int:
    """The minute of the day that the wall clock shows."""
    local = at.astimezone(zone)
    return local.hour * 60 + local.minute


def later(visit: CalendarVisit, days: int, minutes: int, zone: ZoneInfo) -> datetime:
    """The instant (UTC) so many days and minutes of the wall clock after a visit's start.

    A time that the clocks show twice, or leave out, is the one that is nearer to as long a way.
    """
    way = timedelta(days=days, minutes=minutes)
    wall = visit.start.astimezone(zone).replace(tzinfo=None) + way
    readings = [wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
    return min(readings, key=lambda each: abs(each - visit.start - way))


def begun_at(visit: CalendarVisit, start: datetime) -> CalendarVisit:
    """The same visit, as long, from an instant (UTC) on."""
    return replace(visit, start=start, end=start + (visit.end - visit.start))


def beside(blocks: Sequence[Block], minute: int, block: Block | None, way: int) -> tuple[int, Block | None]:
    """Where Down (1) or Up (-1) leads on a day, from a free half hour or from a block: a half hour, or another block.

    Blocks that share half hours are gone through one by one, or only the first of them could ever be reached. At the
    day's ends it goes no further.
    """
    together = _sharing(blocks)
    ahead = _slot(minute) + way * SLOT
    if block is not None:
        group = next(each for each in together if block in each)
        place = group.index(block) + way
        if 0 <= place < len(group):
            return _within(group[place], minute)
        ahead = _slot(group[0].start) - SLOT if way < 0 else _reach(group)
    if not 0 <= ahead < DAY:
        return minute, block
    group = next((each for each in together if _slot(each[0].start) <= ahead < _reach(each)), [])
    return _within(group[0 if way > 0 else -1], ahead) if group else (ahead, None)


def _within(block: Block, minute: int) -> tuple[int, Block]:
    """A block with its half hour that is nearest to a minute."""
    return max(_slot(block.start), min(_slot(block.end - 1), _slot(minute))), block


def _sharing(blocks: Sequence[Block]) -> list[list[Block]]:
    """A day's blocks, in their order, together with those that they share half hours with."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _slot(block.start) < _reach(groups[-1]):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _reach(group: Sequence[Block]) -> int:
    """The first half hour after some blocks."""
    return _slot(max(each.end for each in group) - 1) + SLOT


def _slot(minute: int) -> int:
    return minute - minute % SLOT


def _pieces(visits: Sequence[CalendarVisit], column: int, day: date, zone: ZoneInfo) -> Iterator[Block]:
    for visit in visits:
        first, last = visit.start.astimezone(zone).date(), visit.end.astimezone(zone).date()
        if not first <= day <= last:
            continue
        start = minute_of(visit.start, zone) if day == first else 0
        end = minute_of(visit.end, zone) if day == last else DAY
        # What ends at midnight is no part of the next day.
        if day == first or end > start:
            start = min(start, DAY - LEAST)
            yield Block(visit, column, start, max(end, start + LEAST))


def _in_lanes(pieces: Sequence[Block]) -> Iterator[Block]:
    """Blocks that touch each other share the width; the others have it to themselves."""
    group: list[Block] = []
    reach = 0
    for piece in pieces:
        if group and piece.start >= reach:
            yield from _spread(group)
            group, reach = [], 0
        group.append(piece)
        reach = max(reach, piece.end)
    yield from _spread(group)


def _spread(group: Sequence[Block]) -> list[Block]:
    ends: list[int] = []
    placed: list[tuple[Block, int]] = []
    for piece in group:
        lane = next((at for at, end in enumerate(ends) if end <= piece.start), len(ends))
        if lane == len(ends):
            ends.append(piece.end)
        else:
            ends[lane] = piece.end
        placed.append((piece, lane))
    return [
        Block(piece.visit, piece.column, piece.start, piece.end, lane, len(ends)) for piece, lane in placed
    ]
