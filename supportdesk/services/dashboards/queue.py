"""What stands open now, for the dashboard: ages, backlog, workload and the next hours; the weeks lie beside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Subquery, and_, case, func, or_, select, text, true

from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.rules.calendars.zone import local_midnight
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.columns import to_micros

RANKS = (1, 2, 3, 4, 9)
# Days from first to last, today being the first; the last span has no end.
AGES: tuple[tuple[int, int | None], ...] = ((1, 1), (2, 3), (4, 7), (8, 14), (15, 30), (31, None))
HOURS_SHOWN = 10
# How long an officer needs for an answer, as far as the outlook on the next hours is concerned.
_ANSWER_MICROS = timedelta(minutes=30) // timedelta(microseconds=1)
_MINUTE = timedelta(minutes=1)
_FARTHEST_OPENING = timedelta(days=14)


# All that the dashboard's own index holds.
_BOARD = tuple(next(index for index in CASE.indexes if index.name == "ix_case_board").columns.keys())


def _open_cases(index: str) -> Subquery:
    columns = [CASE.c[name] for name in _BOARD]
    source = f'SELECT {", ".join(_BOARD)} FROM "case" {index} WHERE open AND merged_into IS NULL'  # noqa: S608 - our own names
    return text(source).columns(*columns).subquery("board")


# Without being told, SQLite would read the cases themselves, which takes a hundred times as long.
_SOURCES = {"sqlite": _open_cases("INDEXED BY ix_case_board"), "postgresql": _open_cases("")}


class Board:
    """The open cases of a branch or of all, with the columns that the dashboard's own index holds."""

    def __init__(self, conn: Connection, branch_id: UUID | None = None) -> None:
        self.conn = conn
        self.branch_id = branch_id
        self.c = _SOURCES[conn.dialect.name].c
        self.shown = true() if branch_id is None else self.c.branch_id == branch_id


class Cell(NamedTuple):
    """How many open cases share all of this, and how many of them are past their deadline."""

    branch_id: UUID | None
    owner_id: UUID | None
    policy_code: str
    stage: str
    rank: int
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class Pile:
    """Open cases that share a stage of a policy, by severity rank."""

    policy_code: str
    stage: str
    by_rank: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Load:
    """Open cases of an owner, a branch or a client, and how many of them are past their deadline."""

    id: UUID | None
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class AgeSpan:
    """Open cases logged on the local days from `first` to `last` (None: from the beginning)."""

    first: date | None
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour, or what is left of it, in which the desk is open.

    What is due from the minute `since` up to and with the minute `end` belongs to it: a deadline may lie exactly on
    a closing time (TIME-2). `open_before` is the open time from now to `start`.
    """

    start: datetime
    end: datetime
    since: datetime
    open_before: timedelta

    @property
    def micros(self) -> tuple[int, int]:
        """Its bounds as deadlines are sorted by: from the first on, before the second."""
        return to_micros(self.since), to_micros(self.end + _MINUTE)


@dataclass(frozen=True, slots=True)
class DueHour:
    """What falls due from the minute `since` up to and with `end` (UTC), and how much of it is likely to be late."""

    start: datetime
    end: datetime
    since: datetime
    due: int
    likely_late: int


def cells(board: Board, now: datetime) -> tuple[Cell, ...]:
    """The open cases by branch, owner, stage and severity: read once, in the order of the index, for several charts."""
    c = board.c
    kinds = (c.branch_id, c.owner_id, c.policy_code, c.stage, c.severity_rank)
    late = func.sum(case((c.due_sort < to_micros(now), 1), else_=0))
    rows = board.conn.execute(select(*kinds, func.count(), late).where(board.shown).group_by(*kinds))
    return tuple(map(Cell._make, rows))


def piles(counted: Iterable[Cell]) -> tuple[Pile, ...]:
    """The backlog by policy and stage."""
    found: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for cell in counted:
        found[cell.policy_code, cell.stage][cell.rank] += cell.open
    return tuple(Pile(policy_code, stage, by_rank) for (policy_code, stage), by_rank in found.items())


def owner_loads(counted: Iterable[Cell]) -> tuple[Load, ...]:
    """The open cases of each owner (None: nobody's), most first."""
    return _summed((cell.owner_id, cell) for cell in counted)


def branch_loads(counted: Iterable[Cell]) -> tuple[Load, ...]:
    """The open cases of each branch, most first."""
    return _summed((cell.branch_id, cell) for cell in counted)


def _summed(counted: Iterable[tuple[UUID | None, Cell]]) -> tuple[Load, ...]:
    sums: dict[UUID | None, tuple[int, int]] = {}
    for of, cell in counted:
        count, late = sums.get(of, (0, 0))
        sums[of] = (count + cell.open, late + cell.late)
    loads = (Load(of, count, late) for of, (count, late) in sums.items())
    return tuple(sorted(loads, key=lambda load: (-load.open, str(load.id))))


def client_loads(board: Board, now: datetime, limit: int) -> tuple[Load, ...]:
    """The clients with the most open cases."""
    client = board.c.organisation_id
    late = func.sum(case((board.c.due_sort < to_micros(now), 1), else_=0))
    rows = board.conn.execute(
        select(client, func.count(), late)
        .where(board.shown, client.is_not(None))
        .group_by(client)
        .order_by(func.count().desc(), client)
        .limit(limit)
    )
    return tuple(Load(of, count, int(late)) for of, count, late in rows)


def ages(board: Board, now: datetime, zone: ZoneInfo) -> tuple[AgeSpan, ...]:
    """How long the open cases have been waiting, in days of the zone, today being the first."""
    today = now.astimezone(zone).date()
    spans = [
        (None if oldest is None else today - timedelta(days=oldest - 1), today - timedelta(days=newest - 1))
        for newest, oldest in AGES
    ]
    sums = [
        func.coalesce(func.sum(case((_logged_between(board, first, last, zone), 1), else_=0)), 0)
        for first, last in spans
    ]
    row = board.conn.execute(select(*sums).where(board.shown)).one()
    return tuple(AgeSpan(first, last, int(count)) for (first, last), count in zip(spans, row, strict=True))


def _logged_between(board: Board, first: date | None, last: date, zone: ZoneInfo) -> ColumnElement[bool]:
    before = board.c.logged_at < local_midnight(last + timedelta(days=1), zone)
    return before if first is None else and_(before, board.c.logged_at >= local_midnight(first, zone))


def business_hours(calendar: BusinessCalendar, now: datetime, count: int = HOURS_SHOWN) -> tuple[Hour, ...]:
    """The next open hours, cut at full hours of the calendar's wall clock; the first may have begun.

    `now` is a whole minute.
    """
    found: list[Hour] = []
    open_before = timedelta(0)
    for opening, closing in calendar.open_intervals(now, now + _FARTHEST_OPENING):
        start = opening
        while start < closing and len(found) < count:
            end = min(_next_full_hour(calendar, start), closing)
            goes_on = bool(found) and found[-1].end == start
            found.append(Hour(start, end, start + _MINUTE if goes_on else start, open_before))
            open_before += end - start
            start = end
    return tuple(found)


def due_hours(board: Board, hours: tuple[Hour, ...]) -> tuple[DueHour, ...]:
    """What falls due in each of these hours, and how much of it is likely late.

    Likely late is what nobody owns, and what its owner can't reach in time if each answer takes half an hour and
    the earlier deadlines come first.
    """
    if not hours:
        return ()
    everywhere = Board(board.conn)
    turn = func.row_number().over(partition_by=everywhere.c.owner_id, order_by=everywhere.c.due_sort)
    waiting = (
        select(everywhere.c.owner_id, everywhere.c.branch_id, everywhere.c.due_sort, turn.label("turn"))
        .where(everywhere.c.due_sort < hours[-1].micros[1])
        .subquery()
    )
    due_sort = waiting.c.due_sort
    number = case(*((due_sort < hour.micros[1], n) for n, hour in enumerate(hours)))
    # Support time left until a deadline: the clock time less what is closed in between.
    shut = case(*((due_sort < hour.micros[1], to_micros(hour.start - hour.open_before)) for hour in hours))
    too_late = or_(waiting.c.owner_id.is_(None), waiting.c.turn * _ANSWER_MICROS > due_sort - shut)
    rows = board.conn.execute(
        select(number, func.count(), func.sum(case((too_late, 1), else_=0)))
        .where(or_(*(due_sort.between(hour.micros[0], hour.micros[1] - 1) for hour in hours)))
        .where(true() if board.branch_id is None else waiting.c.branch_id == board.branch_id)
        .group_by(number)
    )
    counts = {n: (due, int(late)) for n, due, late in rows}
    return tuple(
        DueHour(hour.start, hour.end, hour.since, *counts.get(n, (0, 0))) for n, hour in enumerate(hours)
    )


def _next_full_hour(calendar: BusinessCalendar, at: datetime) -> datetime:
    local = calendar.local(at)
    into = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    return at - into + timedelta(hours=1)
