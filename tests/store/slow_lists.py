"""The lists of cases answered the plain, slow way, for the tests to compare with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.store.criteria import Criteria, Order, View
from supportdesk.store.tables.cases import CASE
from tests.store.rows import (
    HERE,
    ME,
    NOW,
)

BOUNDS = (
    ("overdue", NOW),
    ("two_hours", NOW + timedelta(hours=2)),
    ("today", NOW + timedelta(hours=8)),
    ("this_week", NOW + timedelta(days=3)),
)
MINUTE = timedelta(minutes=1)


def criteria(view: View, order: Order = Order.DEADLINE, *ranks: int) -> Criteria:
    return Criteria(view, order, ME, NOW, branch_id=HERE, severity_ranks=frozenset(ranks), bounds=BOUNDS)


def slow_list(conn: Connection, asked: Criteria) -> list[UUID]:
    """The whole list the plain way: every row, filtered and sorted in Python."""
    rows = [row for row in conn.execute(select(CASE)).all() if row.merged_into is None]
    of_view: dict[View, Callable[[Any], bool]] = {
        View.INBOX: lambda row: row.open and row.needs_answer,
        View.MINE: lambda row: row.open and row.owner_id == ME,
        View.UNASSIGNED: lambda row: row.open and row.owner_id is None,
        View.BREACHING: lambda row: row.open and row.due_state == "running" and row.soon_at <= NOW,
        View.WAITING: lambda row: row.open and row.stage_kind == "waiting",
        View.BRANCH: lambda row: row.open and row.branch_id == HERE,
        View.ALL_OPEN: lambda row: row.open,
        View.EVERYTHING: lambda row: row is not None,
        View.SEARCH: lambda row: row is not None,
    }
    key_of: dict[Order, Callable[[Any], Any]] = {
        Order.DEADLINE: lambda row: (row.due_sort, row.row),
        Order.SEVERITY: lambda row: (row.severity_rank, row.due_sort, row.row),
        Order.ACTIVITY: lambda row: (-row.last_activity_at.timestamp(), -row.row),
        Order.NEWEST: lambda row: (-row.logged_at.timestamp(), -row.row),
    }
    ranks, fits = asked.severity_ranks, of_view[asked.view]
    listed = [row for row in rows if fits(row) and (not ranks or row.severity_rank in ranks)]
    return [row.id for row in sorted(listed, key=key_of[asked.order])]


def slow_groups(conn: Connection, asked: Criteria) -> list[tuple[str, int]]:
    places = {row.id: row for row in conn.execute(select(CASE.c.id, CASE.c.due_state, CASE.c.due_at))}
    named: dict[str, int] = {}
    for case_id in slow_list(conn, asked):
        state, due = places[case_id].due_state, places[case_id].due_at
        if state == "running":
            name = next((group for group, end in BOUNDS if due < end), "later")
        else:
            name = "paused" if state == "paused" else "no_deadline"
        named[name] = named.get(name, 0) + 1
    order = [*(name for name, _ in BOUNDS), "later", "paused", "no_deadline"]
    return sorted(named.items(), key=lambda group: order.index(group[0]))


EVERY_LIST = [criteria(view, order, *ranks) for view in View for order in Order for ranks in ((), (1, 3))]


def slow_rows(conn: Connection, asked: Criteria) -> list[int]:
    rows = dict(conn.execute(select(CASE.c.id, CASE.c.row)).all())
    return [rows[case_id] for case_id in slow_list(conn, asked)]
