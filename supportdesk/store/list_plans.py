"""Which index answers a list that is not searched, and in which order it is walked; nothing is run here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from supportdesk.store.criteria import Criteria, Order, View
from supportdesk.store.tables.cases import PAUSED_SORT
from supportdesk.store.tables.columns import to_micros

if TYPE_CHECKING:
    from datetime import datetime

_QUEUE = "open AND merged_into IS NULL"
_SHOWN = "merged_into IS NULL"

_KEYS = {
    Order.DEADLINE: ("due_sort", "row"),
    Order.SEVERITY: ("severity_rank", "due_sort", "row"),
    Order.ACTIVITY: ("last_activity_at", "row"),
    Order.NEWEST: ("logged_at", "row"),
}
_LATEST_FIRST = frozenset({Order.ACTIVITY, Order.NEWEST})

_OF_EVERYTHING = frozenset({View.EVERYTHING, View.SEARCH})

# Indexes that stand in an order's own sequence, so that a page of them is a walk; for the rest of the queue's views
# there is one by deadline, which holds the other orders' columns too.
_QUEUE_INDEXES = {
    Order.DEADLINE: "ix_case_queue",
    Order.SEVERITY: "ix_case_queue_severity",
    Order.ACTIVITY: "ix_case_queue_activity",
    Order.NEWEST: "ix_case_queue_newest",
}
_SHOWN_INDEXES = {
    Order.DEADLINE: "ix_case_shown",
    Order.SEVERITY: "ix_case_severity",
    Order.ACTIVITY: "ix_case_activity",
    Order.NEWEST: "ix_case_logged",
}


@dataclass(frozen=True, slots=True)
class ListPlan:
    """An index, what it asks of a case and the keys that give each row its place.

    `sorted`: the index stands in the order of the keys. `of_everything`: it holds every case that is shown, or those
    of some `ranks`, so that the log of changes tells how its rows have moved. Equal plans are equal lists, so that a
    plan names what is remembered of a list.
    """

    index: str
    where: str
    parameters: tuple[Any, ...]
    keys: tuple[str, ...]
    latest_first: bool
    sorted: bool
    of_everything: bool = False
    ranks: frozenset[int] = frozenset()

    def select(
        self,
        what: str,
        *,
        and_where: str = "",
        backwards: bool = False,
        ordered: bool = True,
    ) -> str:
        """SQL for the list's rows, in its order or `backwards`; the caller adds LIMIT and OFFSET."""
        more = f" AND {and_where}" if and_where else ""
        sql = f'SELECT {what} FROM "case" INDEXED BY {self.index} WHERE {self.where}{more}'
        if not ordered:
            return sql
        direction = "DESC" if self.latest_first != backwards else "ASC"
        return f"{sql} ORDER BY {', '.join(f'{key} {direction}' for key in self.keys)}"

    @property
    def key_columns(self) -> str:
        """The keys as a list for SQL."""
        return ", ".join(self.keys)

    def compared(self, sign: str) -> str:
        """SQL that compares a row's place with another's, whose keys are bound: `>=` is from there on."""
        turned = sign.translate(str.maketrans("<>", "><")) if self.latest_first else sign
        marks = ", ".join("?" for _ in self.keys)
        return f"({self.key_columns}) {turned} ({marks})"


def plan_of(criteria: Criteria) -> ListPlan:
    """The plan of a list without search terms."""
    index, where, parameters, in_order = _source(criteria)
    if criteria.severity_ranks:
        ranks = sorted(criteria.severity_ranks)
        where += f" AND severity_rank IN ({', '.join(str(int(rank)) for rank in ranks)})"
    return ListPlan(
        index=index,
        where=where,
        parameters=parameters,
        keys=_KEYS[criteria.order],
        latest_first=criteria.order in _LATEST_FIRST,
        sorted=in_order,
        of_everything=criteria.view in _OF_EVERYTHING,
        ranks=criteria.severity_ranks,
    )


def _source(criteria: Criteria) -> tuple[str, str, tuple[Any, ...], bool]:
    """The index, its condition with the parameters, and whether it stands in the list's order."""
    if criteria.view in _OF_EVERYTHING:
        return _SHOWN_INDEXES[criteria.order], _SHOWN, (), True
    if criteria.view is View.ALL_OPEN:
        return _QUEUE_INDEXES[criteria.order], _QUEUE, (), True
    branch = criteria.branch_id.bytes if criteria.branch_id else b""
    minute = to_micros(whole_minute(criteria.now))
    index, narrowed, parameters = {
        View.INBOX: ("ix_case_inbox", "needs_answer", ()),
        View.MINE: ("ix_case_owner", "owner_id = ?", (criteria.me.bytes,)),
        View.UNASSIGNED: ("ix_case_owner", "owner_id IS NULL", ()),
        View.WAITING: ("ix_case_stage", "stage_kind = 'waiting'", ()),
        View.BRANCH: ("ix_case_branch", "branch_id = ?", (branch,)),
        View.BREACHING: ("ix_case_queue", f"due_sort < {PAUSED_SORT} AND soon_at <= ?", (minute,)),
    }[criteria.view]
    return index, f"{_QUEUE} AND {narrowed}", parameters, criteria.order is Order.DEADLINE


def whole_minute(now: datetime) -> datetime:
    """The minute's beginning: what depends on the time of day moves with the minute, not between two pages."""
    return now.replace(second=0, microsecond=0)
