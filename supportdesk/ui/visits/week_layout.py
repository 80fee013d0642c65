"""Where a week's visits lie as blocks: cut at midnight, side by side where they overlap; no painting, no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from supportdesk.services.views.visit_plans import CalendarVisit

DAY = 24 * 60
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
