"""What a row that comes is called where its number, or what else there can be only one of, is another's already."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table

from supportdesk.services.bringing import cases
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.bringing.form import Row
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.operations.work import Work
from supportdesk.store import brought_rows, case_numbers
from supportdesk.store.numbering import next_number
from supportdesk.store.tables.work import ARTICLE, TRACKING_NOTE

_NUMBERED = {"article": (ARTICLE, "KB"), "tracking_note": (TRACKING_NOTE, "TN")}
_ONE_OF = {
    "branch_release": ("branch_id", "release_id"),
    "clock": ("case_id", "ordinal"),
    "policy_version": ("code", "version"),
}


def settle(work: Work, entity: str, rows: Sequence[Row]) -> list[Row]:
    """The rows as they are written here; what another row says already is left away.

    On a desk of a hub the names that they get stand until the hub says what they are called for good.
    """
    conn, policies, provisional = work.conn, work.policies, work.provisional
    settled = list(rows)
    if entity in {"case", "organisation"}:
        settled = _without_taken_source(conn, entity, settled)
    if entity == "case":
        return _numbered(conn, settled, policies, provisional=provisional)
    if entity in _NUMBERED:
        return _renumbered(work, entity, *_NUMBERED[entity], settled)
    if entity in _ONE_OF:
        return _only_new(conn, entity, _ONE_OF[entity], settled)
    return settled


def _values(rows: Iterable[Row], columns: Sequence[str]) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in columns) for row in rows]


def _without_taken_source(conn: Connection, entity: str, rows: list[Row]) -> list[Row]:
    """The same was imported on another desk: both stay, and only one is found again by an import."""
    columns = ("source", "source_number")
    taken = set(brought_rows.taken(conn, entity, columns, _values(rows, columns)))
    settled = []
    for row in rows:
        key = (row["source"], row["source_number"])
        settled.append({**row, "source": None} if key in taken else row)
        if None not in key:
            taken.add(key)
    return settled


def _numbered(conn: Connection, rows: list[Row], policies: PolicyBook, *, provisional: bool) -> list[Row]:
    """Cases under numbers of their own; the one that a case had before still finds it."""
    taken = {
        number for (number,) in brought_rows.taken(conn, "case", ("number",), _values(rows, ("number",)))
    }
    anew: list[Row] = []
    for row in rows:
        if row["number"] in taken or (not provisional and not _is_ours(row, policies)):
            anew.append(row)
        taken.add(row["number"])
    numbers = dict(zip((row["id"] for row in anew), _numbers(conn, anew, policies, provisional), strict=True))
    return [_called(row, numbers[row["id"]]) if row["id"] in numbers else row for row in rows]


def _numbers(conn: Connection, rows: list[Row], policies: PolicyBook, provisional: bool) -> list[str]:  # noqa: FBT001 - handed on
    if provisional:
        return case_numbers.provisional_numbers(conn, [row["id"] for row in rows])
    years = [cases.year_of(policies.version(row["policy_code"], row["policy_version"]), row) for row in rows]
    return case_numbers.next_case_numbers(conn, years)


def _is_ours(row: Row, policies: PolicyBook) -> bool:
    """Whether a number is one that a desk alone gives: of the case's own year, and counted with six digits."""
    policy = cases.policy_of(policies, row)
    return policy is not None and case_numbers.is_counted(row["number"], cases.year_of(policy, row))


def _called(row: Row, number: str) -> Row:
    former = row["number"]
    if case_numbers.is_provisional(former):
        return {**row, "number": number}
    if row["source_number"] is None:
        return {**row, "number": number, "source_number": former}
    extra = json.loads(row["extra"]) if row["extra"] else {}
    if isinstance(extra, dict):
        extra = {case_numbers.FORMER_NUMBER: former, **extra}
    return {**row, "number": number, "extra": json.dumps(extra)}


def _renumbered(work: Work, entity: str, table: Table, prefix: str, rows: list[Row]) -> list[Row]:
    """Articles and notes whose number is another's get the next one, translations of an article the same."""
    having = brought_rows.taken(work.conn, entity, ("number",), _values(rows, ("number",)))
    whose = brought_rows.made_by(work.conn, entity, list(having.values()), ADD)
    # A translation of what the same person brought before goes with it.
    taken = {number for (number,), row_id in having.items() if whose.get(row_id) != work.actor}
    given: dict[str, str] = {}
    settled = []
    counted = _counter(work.conn, table, prefix, provisional=work.provisional)
    for row in rows:
        former = row["number"]
        if former in taken and former not in given:
            given[former] = counted(row["id"])
        settled.append({**row, "number": given.get(former, former)})
    return settled


def _counter(conn: Connection, table: Table, prefix: str, *, provisional: bool) -> Callable[[UUID], str]:
    last: list[int] = []

    def count(row_id: UUID) -> str:
        if provisional:
            return next_number(conn, table, prefix, provisional=row_id)
        if not last:
            last.append(int(next_number(conn, table, prefix).rpartition("-")[2]) - 1)
        last[0] += 1
        return f"{prefix}-{last[0]}"

    return count


def _only_new(conn: Connection, entity: str, columns: Sequence[str], rows: list[Row]) -> list[Row]:
    taken = set(brought_rows.taken(conn, entity, columns, _values(rows, columns)))
    settled = []
    for row in rows:
        key = tuple(row[name] for name in columns)
        if key not in taken:
            settled.append(row)
            taken.add(key)
    return settled
