"""Lists of cases as windows: how long a list is, any page of it, where a case stands in it.

Only the desk's own file has these lists; a hub's database has none of the indexes they walk.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from supportdesk.store import case_tally, list_changes, search
from supportdesk.store.criteria import LATER, NO_DEADLINE, PAUSED, Criteria, ListedCase, Order, Shape
from supportdesk.store.driving import fetch, fetch_value, marks
from supportdesk.store.list_plans import ListPlan, plan_of, whole_minute
from supportdesk.store.list_windows import WINDOWS, Anchors, RowList, Windows
from supportdesk.store.listed_cases import read_cases
from supportdesk.store.search_conditions import conditions_of
from supportdesk.store.tables.cases import NO_DEADLINE_SORT, PAUSED_SORT
from supportdesk.store.tables.columns import to_micros

if TYPE_CHECKING:
    from collections.abc import Hashable
    from uuid import UUID

    from sqlalchemy import Connection

MOST_FOUND = 1_000
"""A search lists the newest so many cases that fit; who wants others says more of them."""

_ORDER_SQL = {
    Order.DEADLINE: "due_sort, row",
    Order.SEVERITY: "severity_rank, due_sort, row",
    Order.ACTIVITY: "last_activity_at DESC, row DESC",
}

_FIRST_DUE = -(1 << 62)  # before any instant


def shape(conn: Connection, criteria: Criteria) -> Shape:
    """How long the list is and how it falls into groups."""
    window = _window(conn, criteria)
    grouped = criteria.order is Order.DEADLINE
    if isinstance(window, Anchors):
        groups = _groups_in_index(conn, criteria, window) if grouped else ()
        return Shape(window.count, groups)
    groups = _groups_of(criteria, window) if grouped else ()
    return Shape(window.count, groups, capped=window.capped, problem=window.problem)


def page(conn: Connection, criteria: Criteria, first: int, limit: int) -> tuple[ListedCase, ...]:
    """The lines from position `first` (0 is the top) on; fewer than `limit` at the end of the list."""
    window = _window(conn, criteria)
    if isinstance(window, Anchors):
        rows = window.rows(conn, first, limit)
    else:
        rows = window.numbers[first : first + limit].tolist()
    return read_cases(conn, rows, criteria.me)


def index_of(conn: Connection, criteria: Criteria, case_id: UUID) -> int | None:
    """Where a case stands in the list, or None if it is not in it."""
    window = _window(conn, criteria)
    if isinstance(window, RowList):
        row = fetch_value(conn, 'SELECT row FROM "case" WHERE id = ?', (case_id.bytes,))
        return window.numbers.index(row) if row in window.numbers else None
    plan = window.plan
    sql = f'SELECT {plan.key_columns} FROM "case" WHERE id = ? AND {plan.where}'
    found = fetch(conn, sql, (case_id.bytes, *plan.parameters))
    return window.position_of(conn, found[0]) if found else None


def best(conn: Connection, criteria: Criteria, limit: int) -> tuple[ListedCase, ...]:
    """The cases that fit a search best, whatever the order; the newest ones where very many fit."""
    conditions = conditions_of(conn, criteria)
    rows = search.find_rows(conn, conditions.all, MOST_FOUND + 1)
    if len(rows) <= MOST_FOUND and any(not condition.sql for condition in conditions.all):
        rows = search.ranked(conn, conditions.all, rows)
    return read_cases(conn, rows[:limit], criteria.me)


def _window(conn: Connection, criteria: Criteria) -> Anchors | RowList:
    """What is remembered of the list, brought to this snapshot's version, or learnt now."""
    # The memory of the store that the reader belongs to. A writer has none: its changes may yet be taken back.
    windows: Windows = conn.get_execution_options().get(WINDOWS) or Windows()
    version = list_changes.version(conn)
    plan = None if criteria.terms else plan_of(criteria)
    name = plan or _name_of_search(criteria)
    known = windows.get(name)
    if known is not None and known[0] == version:
        return known[1]
    window = (known and _brought_to(conn, version, *known)) or _learnt(conn, criteria, plan)
    windows.put(name, version, window)
    return window


def _brought_to(
    conn: Connection, version: int, known_version: int, window: Anchors | RowList
) -> Anchors | None:
    if not isinstance(window, Anchors) or not window.plan.of_everything or known_version > version:
        return None
    moves = list_changes.moves(conn, window.plan, known_version, version)
    return None if moves is None else window.moved(moves)


def _learnt(conn: Connection, criteria: Criteria, plan: ListPlan | None) -> Anchors | RowList:
    if plan is None:
        return _searched(conn, criteria)
    return Anchors(plan, case_tally.count(conn, criteria))


def _name_of_search(criteria: Criteria) -> Hashable:
    return (
        criteria.terms,
        criteria.view,
        criteria.order,
        criteria.me,
        criteria.branch_id,
        criteria.severity_ranks,
        whole_minute(criteria.now),
    )


def _searched(conn: Connection, criteria: Criteria) -> RowList:
    conditions = conditions_of(conn, criteria)
    rows = search.find_rows(conn, conditions.all, MOST_FOUND + 1)
    capped = len(rows) > MOST_FOUND
    rows = rows[:MOST_FOUND]
    if criteria.order is Order.NEWEST:
        return RowList(array("q", sorted(rows, reverse=True)), (), capped, conditions.problem)
    order = _ORDER_SQL[criteria.order]
    sql = f'SELECT row, due_sort FROM "case" WHERE row IN ({marks(len(rows))}) ORDER BY {order}'
    found = fetch(conn, sql, rows)
    numbers = array("q", [row for row, _ in found])
    return RowList(numbers, [due for _, due in found], capped, conditions.problem)


def _bounds(criteria: Criteria) -> list[tuple[str, int]]:
    """The groups in order, each with the `due_sort` before which it ends but for the last, which has no end."""
    near = [(name, to_micros(end)) for name, end in criteria.bounds]
    return [*near, (LATER, PAUSED_SORT), (PAUSED, NO_DEADLINE_SORT)]


def _groups_of(criteria: Criteria, window: RowList) -> tuple[tuple[str, int], ...]:
    groups = []
    start = 0
    for name, before in _bounds(criteria):
        end = bisect_left(window.due_sorts, before)
        groups.append((name, end - start))
        start = max(start, end)
    groups.append((NO_DEADLINE, window.count - start))
    return tuple(group for group in groups if group[1] > 0)


def _groups_in_index(conn: Connection, criteria: Criteria, window: Anchors) -> tuple[tuple[str, int], ...]:
    """Counted in ranges of the index; the last group is the rest, as it may hold nearly all cases there ever were."""
    plan = window.plan
    sql = plan.select("count(*)", and_where="due_sort >= ? AND due_sort < ?", ordered=False)
    groups = []
    start = _FIRST_DUE
    for name, before in _bounds(criteria):
        number = fetch_value(conn, sql, (*plan.parameters, start, before)) if before > start else 0
        groups.append((name, number))
        start = max(start, before)
    groups.append((NO_DEADLINE, window.count - sum(number for _, number in groups)))
    return tuple(group for group in groups if group[1] > 0)
