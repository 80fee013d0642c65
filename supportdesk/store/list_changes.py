"""The log of changes that may have moved rows of lists, kept by triggers: its version, and what it tells a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from supportdesk.store.driving import fetch, fetch_value

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from supportdesk.store.list_plans import ListPlan

Key = tuple[Any, ...]
Move = tuple[Key | None, Key | None]
"""The keys of a row before and after a change; None where it is not in the list."""

_PLACE = ("shown", "severity_rank", "due_sort", "last_activity_at", "logged_at")
_MOVES = (
    f"SELECT n, row, {', '.join(f'{image}_{name}' for image in ('old', 'new') for name in _PLACE)} "
    "FROM list_change WHERE n > ? AND n <= ? ORDER BY n"
)


def version(conn: Connection) -> int:
    """The version of this snapshot's lists; it grows with each change that may move a row."""
    return int(fetch_value(conn, "SELECT max(n) FROM list_change") or 0)


def moves(conn: Connection, plan: ListPlan, since: int, until: int) -> list[Move] | None:
    """How the rows of a list of everything have moved between two versions; None if that is no longer known."""
    rows = fetch(conn, _MOVES, (since, until))
    if len(rows) != until - since:
        return None
    half = len(_PLACE)
    return [(_key(plan, row, place[:half]), _key(plan, row, place[half:])) for _, row, *place in rows]


def _key(plan: ListPlan, row: int, place: list[Any]) -> Key | None:
    by_name = dict(zip(_PLACE, place, strict=True), row=row)
    if not by_name["shown"] or (plan.ranks and by_name["severity_rank"] not in plan.ranks):
        return None
    return tuple(by_name[name] for name in plan.keys)
