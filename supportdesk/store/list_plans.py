"""Which index answers a list that is not searched, and in which order it is walked; nothing is run here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from supportdesk.store.criteria import Criteria, Order, View
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

_EVERYTHING = "shown"


@dataclass(frozen=True, slots=True)
class ListPlan:
    """An index that stands in a list's order, what the list asks of a case and the keys that give each row its place.

    `of_everything`: the list holds every case that is shown, or those
    of some `ranks`, so that the log of changes tells how its rows have moved. Equal plans are equal lists, so that a
    plan names what is remembered of a list.
    """

    index: str
    where: str
    parameters: tuple[Any, ...]
    keys: tuple[str, ...]
    latest_first: bool
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
    source, where, parameters = _source(criteria)
    if criteria.severity_ranks:
        ranks = sorted(criteria.severity_ranks)
        where += f" AND severity_rank IN ({', '.join(str(int(rank)) for rank in ranks)})"
    return ListPlan(
        index=f"ix_case_{source}_{criteria.order.value}",
        where=where,
        parameters=parameters,
        keys=_KEYS[criteria.order],
        latest_first=criteria.order in _LATEST_FIRST,
        of_everything=source == _EVERYTHING,
        ranks=criteria.severity_ranks,
    )


def _source(criteria: Criteria) -> tuple[str, str, tuple[Any, ...]]:
    """Which family of indexes holds the list, one for each order, and what narrows it."""
    branch = criteria.branch_id.bytes if criteria.branch_id else b""
    minute = to_micros(whole_minute(criteria.now))
    return {
        View.EVERYTHING: (_EVERYTHING, _SHOWN, ()),
        View.SEARCH: (_EVERYTHING, _SHOWN, ()),
        View.ALL_OPEN: ("queue", _QUEUE, ()),
        View.BREACHING: ("queue", f"{_QUEUE} AND soon_at <= ?", (minute,)),
        View.INBOX: ("inbox", f"{_QUEUE} AND needs_answer", ()),
        View.MINE: ("owner", f"{_QUEUE} AND owner_id = ?", (criteria.me.bytes,)),
        View.UNASSIGNED: ("owner", f"{_QUEUE} AND owner_id IS NULL", ()),
        View.WAITING: ("stage", f"{_QUEUE} AND stage_kind = 'waiting'", ()),
        View.BRANCH: ("branch", f"{_QUEUE} AND branch_id = ?", (branch,)),
    }[criteria.view]


def whole_minute(now: datetime) -> datetime:
    """The minute's beginning: what depends on the time of day moves with the minute, not between two pages."""
    return now.replace(second=0, microsecond=0)
