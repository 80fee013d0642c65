"""Rows of a case, its clocks and its timeline, written alike by one act and by an import of thousands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from sqlalchemy import bindparam, delete, select

from supportdesk.domain.errors import NotThere
from supportdesk.rules.cases import closure
from supportdesk.store import locking
from supportdesk.store.case_state_codec import clock_columns, read_state, state_columns
from supportdesk.store.composed import Composed, Record, change_row
from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Table

    from supportdesk.domain.operation import Operation
    from supportdesk.rules.cases.state import CaseState, Clock
    from supportdesk.rules.policies.policy import Policy

_BY_ID = select(CASE).where(CASE.c.id == bindparam("case_id"))
_CASE_BY_ID = Composed(_BY_ID)
_CASE_TO_CHANGE = Composed(_BY_ID.with_for_update())
_CLOCKS_BY_CASE = Composed(
    select(CLOCK).where(CLOCK.c.case_id == bindparam("case_id")).order_by(CLOCK.c.ordinal)
)


_STAMPS = {"rev", "field_rev", "updated_at"}


@dataclass(frozen=True, slots=True)
class CaseInsert:
    """A case to be written: what its state does not tell (`fields`, by column), its state and the policy of it.

    `made_at` is when the row was made and `made_by` the operation that made it; None for rows of an import.
    """

    id: UUID
    fields: Mapping[str, Any]
    state: CaseState
    policy: Policy
    made_at: datetime
    made_by: UUID | None = None


def load_state(conn: Connection, case_id: UUID) -> tuple[CaseState, Record]:
    """The state of a case and its row; NotThere if this desk has no such case."""
    found = _CASE_TO_CHANGE if locking.decides(conn) else _CASE_BY_ID
    row = found.mapping(conn, case_id=case_id)
    if row is None:
        raise NotThere(
            f"This desk has no case with the id {case_id}.",
            "It may have been deleted, or it has not reached this desk.",
            "Search for the case by its number.",
        )
    return read_state(row, _CLOCKS_BY_CASE.mappings(conn, case_id=case_id)), row


def save_state(
    conn: Connection,
    row: Record,
    before: CaseState,
    after: CaseState,
    *,
    policy: Policy,
    operation: Operation,
    fields: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Write what a case has become, with other `fields` of its row if an act changes them in the same breath.

    `row` is its row as this transaction has it, and `before` the state that its rows hold. Gives what was written of
    the row, by column; nothing where nothing differs.
    """
    changes = columns_of_state(after, policy)
    changes.update(fields or {})
    _save_clocks(conn, row["id"], before, after, operation)
    return _write_revised(conn, CASE, row, changes, operation)


def insert_cases(conn: Connection, cases: Sequence[CaseInsert]) -> None:
    """Write new cases with their clocks. KeyError for a field that is no column of a case."""
    rows: list[dict[str, Any]] = []
    clocks: list[dict[str, Any]] = []
    for case in cases:
        made = {"updated_at": case.made_at, "created_op": case.made_by}
        state = columns_of_state(case.state, case.policy)
        rows.append({"id": case.id, "last_activity_at": case.state.logged_at, **case.fields, **state, **made})
        clocks.extend({**_clock_row(case.id, clock), **made} for clock in case.state.clocks)
    insert_many(conn, CASE, rows)
    insert_many(conn, CLOCK, clocks)


def insert_case(conn: Connection, case: CaseInsert) -> None:
    """Write one new case with its clocks."""
    insert_cases(conn, (case,))


def insert_entries(conn: Connection, entries: Sequence[Mapping[str, Any]]) -> None:
    """Write lines of timelines, by column; each was made at its own instant unless it says otherwise."""
    insert_many(
        conn,
        ENTRY,
        [{"updated_at": entry["at"], "created_op": entry.get("op_id"), **entry} for entry in entries],
    )


def insert_entry(conn: Connection, entry: Mapping[str, Any]) -> None:
    """Write one line of a timeline."""
    insert_entries(conn, (entry,))


def revise(
    conn: Connection, table: Table, row_id: UUID, values: Mapping[str, Any], operation: Operation
) -> frozenset[str]:
    """Change columns of a synced row and note in which revision each changed; gives the names of those that did.

    A row whose values are those already is left as it is. NotThere if this desk has no such row.
    """
    found = _to_revise(table, (*values, "rev", "field_rev"), held=locking.decides(conn))
    row = found.mapping(conn, row_id=row_id)
    if row is None:
        raise not_there(table, row_id)
    return frozenset(_write_revised(conn, table, {"id": row_id, **row}, values, operation)) - _STAMPS


def not_there(table: Table, row_id: UUID) -> NotThere:
    """What somebody is told who asks for a row that this desk does not have."""
    return NotThere(
        f"This desk has no {table.name.replace('_', ' ')} with the id {row_id}.",
        "It may have been deleted, or it has not reached this desk.",
        "Open the list again and choose from what it shows.",
    )


def _write_revised(
    conn: Connection, table: Table, row: Record, values: Mapping[str, Any], operation: Operation
) -> dict[str, Any]:
    changed = {name: value for name, value in values.items() if row[name] != value}
    if not changed:
        return {}
    rev = row["rev"] + 1
    written = {
        **changed,
        "rev": rev,
        "field_rev": {**(row["field_rev"] or {}), **dict.fromkeys(changed, rev)},
        "updated_at": operation.at,
    }
    change_row(conn, table.c.id, row["id"], written)
    return written


@lru_cache(maxsize=1024)
def _to_revise(table: Table, names: tuple[str, ...], *, held: bool) -> Composed:
    found = select(*(table.c[name] for name in dict.fromkeys(names))).where(table.c.id == bindparam("row_id"))
    return Composed(found.with_for_update() if held else found)


def clock_id(case_id: UUID, ordinal: int) -> UUID:
    """The id of a case's clock; it follows from the two, so that every desk and the hub name it alike."""
    return uuid5(case_id, f"clock {ordinal}")


def columns_of_state(state: CaseState, policy: Policy) -> dict[str, Any]:
    """The columns of a case that follow from its state, its next step among them."""
    # Asked as of the stage's beginning, when nothing can be overdue, the next step follows from the state alone.
    step = closure.next_step(policy, state, state.stage_entered_at)
    return state_columns(state, policy, None if step is None else step.at)


def _save_clocks(
    conn: Connection, case_id: UUID, before: CaseState, after: CaseState, operation: Operation
) -> None:
    known = {clock.ordinal: clock for clock in before.clocks}
    new = []
    for clock in after.clocks:
        if clock.ordinal not in known:
            made = {"updated_at": operation.at, "created_op": operation.id}
            new.append({**_clock_row(case_id, clock), **made})
        elif known[clock.ordinal] != clock:
            revise(conn, CLOCK, clock_id(case_id, clock.ordinal), clock_columns(clock), operation)
    insert_many(conn, CLOCK, new)
    # An act that was taken back leaves no clock of its own, and the next one to start gets its number.
    gone = known.keys() - {clock.ordinal for clock in after.clocks}
    if gone:
        conn.execute(delete(CLOCK).where(CLOCK.c.case_id == case_id, CLOCK.c.ordinal.in_(gone)))


def _clock_row(case_id: UUID, clock: Clock) -> dict[str, Any]:
    return {"id": clock_id(case_id, clock.ordinal), "case_id": case_id, **clock_columns(clock)}
