"""Finds the cases that something is due for, and judges clocks whose time is over; acting on it is the services'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, tuple_, update

from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.store.tables.cases import CASE, CLOCK
from supportdesk.store.tables.desk import OPERATION

# Every kind is named, because the index of clocks begins with it.
_RUNNING = (
    CLOCK.c.kind.in_([kind.value for kind in ClockKind]),
    CLOCK.c.verdict == Verdict.RUNNING.value,
)
_LATE = (
    select(CLOCK.c.id, CLOCK.c.case_id, CLOCK.c.rev, CLOCK.c.field_rev)
    .where(*_RUNNING, CLOCK.c.due_at < bindparam("now"))
    # In one order, so that two that judge at once do not wait for each other.
    .order_by(CLOCK.c.id)
)
_JUDGE = (
    update(CLOCK)
    .where(
        CLOCK.c.id == bindparam("clock"),
        CLOCK.c.rev == bindparam("seen_rev"),
        CLOCK.c.verdict == Verdict.RUNNING.value,
    )
    .values({name: bindparam(name) for name in ("rev", "field_rev", "verdict", "updated_at")})
)
_AT_WORK = (CASE.c.open, CASE.c.merged_into.is_(None), ~CASE.c.deleted)


@dataclass(frozen=True, slots=True)
class DueCase:
    """A case whose next step by itself is due. Together with the step, `stage_entered_at` names that step for ever."""

    id: UUID
    stage_entered_at: datetime
    due_at: datetime
    row: int


def due_cases(
    conn: Connection, now: datetime, limit: int, after: DueCase | None = None
) -> tuple[DueCase, ...]:
    """Open cases whose next reminder or closing is due, the longest overdue first; merged ones take no steps.

    `after` goes on behind that one.
    """
    statement = (
        select(CASE.c.id, CASE.c.stage_entered_at, CASE.c.next_step_at, CASE.c.row)
        .where(CASE.c.next_step_at <= now, *_AT_WORK)
        .order_by(CASE.c.next_step_at, CASE.c.row)
        .limit(limit)
    )
    if after is not None:
        statement = statement.where(tuple_(CASE.c.next_step_at, CASE.c.row) > (after.due_at, after.row))
    return tuple(
        DueCase(row.id, row.stage_entered_at, row.next_step_at, row.row) for row in conn.execute(statement)
    )


def cases_under_other_version(conn: Connection, code: str, version: int) -> Sequence[UUID]:
    """Open cases of a policy that stand under another version than this one."""
    rows = conn.scalars(
        select(CASE.c.id)
        .where(CASE.c.policy_code == code, CASE.c.policy_version != version, CASE.c.open, ~CASE.c.deleted)
        .order_by(CASE.c.row)
    )
    return rows.all()


def known_operations(conn: Connection, ids: Sequence[UUID]) -> frozenset[UUID]:
    """Which of these operations were applied here before."""
    known: set[UUID] = set()
    for start in range(0, len(ids), 500):
        known.update(conn.scalars(select(OPERATION.c.id).where(OPERATION.c.id.in_(ids[start : start + 500]))))
    return frozenset(known)


def judge_missed(conn: Connection, now: datetime, limit: int) -> tuple[UUID, ...]:
    """Judge running clocks missed whose time is over, at most so many; gives the cases that they belong to.

    The same as the rules' `settle` does to a case in hand, for many cases at once. What another transaction judges
    meanwhile is left to it.
    """
    late = conn.execute(_LATE.limit(limit), {"now": now}).all()
    judged = [
        {
            "clock": clock.id,
            "seen_rev": clock.rev,
            "rev": clock.rev + 1,
            "field_rev": {**(clock.field_rev or {}), "verdict": clock.rev + 1},
            "verdict": Verdict.MISSED.value,
            "updated_at": now,
        }
        for clock in late
    ]
    if judged:
        conn.execute(_JUDGE, judged)
    return tuple(dict.fromkeys(clock.case_id for clock in late))


def next_step_at(conn: Connection) -> datetime | None:
    """When the next case takes a step by itself."""
    found: datetime | None = conn.scalar(select(func.min(CASE.c.next_step_at)).where(*_AT_WORK))
    return found


def next_clock_due_at(conn: Connection) -> datetime | None:
    """When the next running clock is due."""
    found: datetime | None = conn.scalar(select(func.min(CLOCK.c.due_at)).where(*_RUNNING))
    return found
