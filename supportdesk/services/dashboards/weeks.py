"""The weeks of the dashboard: promises kept, cases open and cases that came back; what stands now lies beside."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Case, ColumnElement, Connection, case, func, select, text

from supportdesk.domain.words import ClockKind, EntryKind, Verdict
from supportdesk.rules.calendars.zone import local_midnight
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY

_WEEK = timedelta(days=7)
# Written as the partial index is, or SQLite would not see that it answers.
_TURNED = text("entry.kind IN ('closed', 'reactivated')")
_JUDGED = (Verdict.MET, Verdict.MISSED, Verdict.RUNNING)
_MET = func.sum(case((CLOCK.c.verdict == Verdict.MET, 1), else_=0))


@dataclass(frozen=True, slots=True)
class Weeks:
    """Spans of seven local days of which the last holds today; `bounds` (UTC) has one more than `days`, up to now."""

    days: tuple[date, ...]
    bounds: tuple[datetime, ...]

    @classmethod
    def until(cls, now: datetime, zone: ZoneInfo, count: int) -> Weeks:
        """So many weeks, the last ending now, each beginning at a midnight of the zone."""
        last = now.astimezone(zone).date() - timedelta(days=6)
        days = tuple(last - _WEEK * back for back in reversed(range(count)))
        return cls(days, (*(local_midnight(day, zone) for day in days), now))

    def number_of(self, instant: ColumnElement[datetime]) -> Case[int]:
        """SQL for the number of the week, from 0, that an instant inside the weeks lies in."""
        return case(*((instant < end, number) for number, end in enumerate(self.bounds[1:])))


@dataclass(frozen=True, slots=True)
class Kept:
    """How many promises fell due and how many of them were kept; one past its time without an answer was not."""

    due: int = 0
    met: int = 0

    @property
    def share(self) -> float | None:
        """From 0 to 1; None if nothing was due."""
        return self.met / self.due if self.due else None


def promises(conn: Connection, weeks: Weeks, branch_id: UUID | None) -> dict[ClockKind, tuple[Kept, ...]]:
    """What fell due in each week, of one branch or of all; a clock stopped before it was due promised nothing."""
    week = weeks.number_of(CLOCK.c.due_at).label("week")
    statement = (
        select(CLOCK.c.kind, week, func.count(), _MET).where(*_due_in(weeks)).group_by(CLOCK.c.kind, week)
    )
    if branch_id is not None:
        statement = statement.join(CASE, CASE.c.id == CLOCK.c.case_id).where(CASE.c.branch_id == branch_id)
    found = {(kind, number): Kept(due, int(met)) for kind, number, due, met in conn.execute(statement)}
    numbers = range(len(weeks.days))
    return {kind: tuple(found.get((kind.value, number), Kept()) for number in numbers) for kind in ClockKind}


def promises_of_branches(conn: Connection, weeks: Weeks) -> dict[UUID | None, Kept]:
    """What fell due in the last week, by branch."""
    rows = conn.execute(
        select(CASE.c.branch_id, func.count(), _MET)
        .select_from(CLOCK.join(CASE, CASE.c.id == CLOCK.c.case_id))
        .where(*_due_in(weeks, since=weeks.bounds[-2]))
        .group_by(CASE.c.branch_id)
    )
    return {branch: Kept(due, int(met)) for branch, due, met in rows}


def promises_of_clients(
    conn: Connection, weeks: Weeks, organisation_ids: tuple[UUID, ...]
) -> dict[UUID, Kept]:
    """What fell due in the last week, for a handful of clients."""
    rows = conn.execute(
        select(CASE.c.organisation_id, func.count(), _MET)
        .select_from(CASE.join(CLOCK, CASE.c.id == CLOCK.c.case_id))
        .where(CASE.c.organisation_id.in_(organisation_ids), *_due_in(weeks, since=weeks.bounds[-2]))
        .group_by(CASE.c.organisation_id)
    )
    return {organisation: Kept(due, int(met)) for organisation, due, met in rows}


def _due_in(weeks: Weeks, since: datetime | None = None) -> tuple[ColumnElement[bool], ...]:
    """Clocks that fell due in the weeks, or in their last part, and that were kept or not."""
    return (
        CLOCK.c.due_at >= (since or weeks.bounds[0]),
        CLOCK.c.due_at < weeks.bounds[-1],
        CLOCK.c.verdict.in_(_JUDGED),
    )


@dataclass(frozen=True, slots=True)
class Turns:
    """Cases logged, closed and reactivated in each week."""

    logged: tuple[int, ...]
    closed: tuple[int, ...]
    reactivated: tuple[int, ...]

    def open_at_ends(self, open_now: int) -> tuple[int, ...]:
        """How many cases were open at the end of each week, reckoned back from now."""
        ends = [open_now]
        for number in range(len(self.logged) - 1, 0, -1):
            grown = self.logged[number] + self.reactivated[number] - self.closed[number]
            ends.append(ends[-1] - grown)
        return tuple(reversed(ends))

    def reactivated_shares(self) -> tuple[float | None, ...]:
        """Reactivations for each closing, a week each; None where nothing was closed."""
        pairs = zip(self.reactivated, self.closed, strict=True)
        return tuple(back / closed if closed else None for back, closed in pairs)


def turns(conn: Connection, weeks: Weeks, branch_id: UUID | None) -> Turns:
    """When cases were logged, closed and reactivated; cases merged into another count with that one only."""
    week = weeks.number_of(ENTRY.c.at).label("week")
    statement = (
        select(ENTRY.c.kind, week, func.count())
        .select_from(ENTRY.join(CASE, CASE.c.id == ENTRY.c.case_id))
        .where(
            _TURNED,
            ENTRY.c.at >= weeks.bounds[0],
            ENTRY.c.at < weeks.bounds[-1],
            CASE.c.merged_into.is_(None),
        )
        .group_by(ENTRY.c.kind, week)
    )
    if branch_id is not None:
        statement = statement.where(CASE.c.branch_id == branch_id)
    kinds = (EntryKind.CLOSED, EntryKind.REACTIVATED)
    by_kind: dict[str, Counter[int]] = {kind: Counter() for kind in kinds}
    for kind, number, count in conn.execute(statement):
        by_kind[kind][number] = count
    numbers = range(len(weeks.days))
    closed, reactivated = (tuple(by_kind[kind][number] for number in numbers) for kind in kinds)
    return Turns(_logged(conn, weeks, branch_id), closed, reactivated)


def _logged(conn: Connection, weeks: Weeks, branch_id: UUID | None) -> tuple[int, ...]:
    week = weeks.number_of(CASE.c.logged_at).label("week")
    statement = (
        select(week, func.count())
        .where(
            CASE.c.logged_at >= weeks.bounds[0],
            CASE.c.logged_at < weeks.bounds[-1],
            CASE.c.merged_into.is_(None),
        )
        .group_by(week)
    )
    if branch_id is not None:
        statement = statement.where(CASE.c.branch_id == branch_id)
    counts = {row[0]: row[1] for row in conn.execute(statement)}
    return tuple(counts.get(number, 0) for number in range(len(weeks.days)))
