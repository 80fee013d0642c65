"""How many cases each list has, from the tally that triggers keep; searches are counted elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from supportdesk.store.criteria import View
from supportdesk.store.driving import fetch, fetch_value
from supportdesk.store.list_plans import whole_minute
from supportdesk.store.tables.columns import to_micros

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from supportdesk.store.criteria import Criteria

_WHERE = {
    View.INBOX: "list = 'inbox'",
    View.MINE: "list = 'owner' AND whose = :me",
    View.UNASSIGNED: "list = 'owner' AND whose = x''",
    View.WAITING: "list = 'waiting'",
    View.BRANCH: "list = 'branch' AND whose = :branch",
    View.ALL_OPEN: "list = 'open'",
    View.SEARCH: "list = 'everything'",
    View.EVERYTHING: "list = 'everything'",
}
_BREACHING = (
    'SELECT count(*) FROM "case" INDEXED BY ix_case_soon '
    "WHERE open AND due_state = 'running' AND merged_into IS NULL AND soon_at <= :now"
)
_COUNTED = tuple(view for view in _WHERE if view not in {View.BRANCH, View.SEARCH})


def count(conn: Connection, criteria: Criteria) -> int:
    """How many cases a list has that is not searched."""
    ranks = ", ".join(str(int(rank)) for rank in sorted(criteria.severity_ranks))
    narrowed = f" AND severity_rank IN ({ranks})" if ranks else ""
    if criteria.view is View.BREACHING:
        sql = _BREACHING + narrowed
    else:
        sql = f"SELECT sum(n) FROM case_tally WHERE {_WHERE[criteria.view]}{narrowed}"
    branch = criteria.branch_id.bytes if criteria.branch_id else b""
    parameters = {"me": criteria.me.bytes, "branch": branch, "now": to_micros(whole_minute(criteria.now))}
    return int(fetch_value(conn, sql, parameters) or 0)


def count_views(conn: Connection, me: UUID, now: datetime) -> Mapping[View, int]:
    """The counts beside the lists of one agent; lists of branches and searches are not among them."""
    sums = ", ".join(f"coalesce(sum(n) FILTER (WHERE {_WHERE[view]}), 0)" for view in _COUNTED)
    parameters = {"me": me.bytes, "now": to_micros(whole_minute(now))}
    counts = fetch(conn, f"SELECT {sums} FROM case_tally", parameters)[0]
    return {
        **dict(zip(_COUNTED, counts, strict=True)),
        View.BREACHING: fetch_value(conn, _BREACHING, parameters),
    }


def count_branches(conn: Connection) -> Mapping[UUID, int]:
    """How many cases are open at each branch that has any."""
    sql = "SELECT whose, sum(n) FROM case_tally WHERE list = 'branch' AND whose <> x'' GROUP BY whose"
    rows = [row for row in fetch(conn, sql) if row[1]]
    return {UUID(bytes=branch): number for branch, number in rows}
