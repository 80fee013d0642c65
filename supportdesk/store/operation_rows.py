"""Rows of operations and of the outbox: what was done, what became of it, what waits to be sent."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select, update

from supportdesk.domain.operation import Entity, Kind, Operation, Outcome, Ref, Status
from supportdesk.store.composed import Composed, ComposedAmong, Record, parameters_for
from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.desk import OPERATION, OUTBOX

_OUTCOME = Composed(
    select(OPERATION.c.status, OPERATION.c.rule, OPERATION.c.reason, OPERATION.c.result).where(
        OPERATION.c.id == bindparam("operation_id")
    )
)
_AMONG = ComposedAmong(OPERATION.c.id, lambda ids: select(OPERATION.c.id).where(OPERATION.c.id.in_(ids)))
_LAST_NUMBER = Composed(select(func.max(OPERATION.c.n)))
_LATER = {"n", "undone_by", "answered_at", "settled_at", "settlement"}
_KEPT = [column.name for column in OPERATION.c if column.name not in _LATER]
_KEEP_COUNTED = Composed(insert(OPERATION).values(parameters_for(OPERATION, _KEPT)).returning(OPERATION.c.n))


@dataclass(frozen=True, slots=True)
class KeptOperation:
    """An operation as it was kept. `undo` is what taking it back needs, None where it cannot be taken back."""

    number: int
    operation: Operation
    outcome: Outcome
    undo: Mapping[str, Any] | None
    undone_by: UUID | None


@dataclass(frozen=True, slots=True)
class Answered:
    """An operation of this desk with what the hub made of it, and how its person has dealt with that."""

    kept: KeptOperation
    answered_at: datetime | None
    settled_at: datetime | None
    settlement: str | None


def outcome_of(conn: Connection, operation_id: UUID) -> Outcome | None:
    """What became of an operation; None if it was never applied here. Its changes are past, so there are none."""
    row = _OUTCOME.first(conn, operation_id=operation_id)
    if row is None:
        return None
    return Outcome(
        operation_id, Status(row.status), rule=row.rule, reason=row.reason, result=row.result or {}
    )


def kept_among(conn: Connection, ids: Collection[UUID]) -> set[UUID]:
    """Which of these operations are kept here."""
    return {row.id for row in _AMONG.all(conn, ids)}


def is_by(conn: Connection, operation_id: UUID, actor: UUID) -> bool:
    """Whether an operation that was kept here was done by this agent."""
    found = conn.scalar(select(OPERATION.c.actor).where(OPERATION.c.id == operation_id))
    return bool(found == actor)


def next_number(conn: Connection) -> int:
    """The number that this desk's next operation gets."""
    last: int | None = _LAST_NUMBER.scalar(conn)
    return (last or 0) + 1


def insert_operation(
    conn: Connection,
    operation: Operation,
    outcome: Outcome,
    *,
    undo: Mapping[str, Any] | None = None,
) -> int:
    """Keep an operation with its outcome; gives this device's number for it, counted without gaps."""
    # Many write to a server at once: there the database counts, and gaps mean nothing.
    values = {
        "id": operation.id,
        "name": operation.name,
        "kind": operation.kind.value,
        "root_entity": operation.root.entity.value,
        "root_id": operation.root.id,
        "args": dict(operation.args),
        "expect": dict(operation.expect),
        "seen": operation.seen,
        "deps": [str(dependency) for dependency in operation.deps],
        "actor": operation.actor,
        "device": operation.device,
        "at": operation.at,
        "status": outcome.status.value,
        "rule": outcome.rule,
        "reason": outcome.reason,
        "undo": None if undo is None else dict(undo),
        "result": dict(outcome.result) or None,
    }
    if conn.dialect.name == "postgresql":
        counted: int = _KEEP_COUNTED.scalar(conn, **values)
        return counted
    number = next_number(conn)
    insert_many(conn, OPERATION, [{"n": number, **values}])
    return number


def queue(conn: Connection, number: int, operation_id: UUID) -> None:
    """Put an operation of this desk into the outbox."""
    insert_many(conn, OUTBOX, [{"n": number, "op_id": operation_id, "state": "waiting"}])


def kept(conn: Connection, operation_id: UUID) -> KeptOperation | None:
    """The operation with this id as it was kept here."""
    return _one(conn, OPERATION.c.id == operation_id)


def last_undoable(conn: Connection, actor: UUID, device: UUID) -> KeptOperation | None:
    """The latest operation that this person did on this device and that can still be taken back."""
    return _one(
        conn,
        OPERATION.c.actor == actor,
        OPERATION.c.device == device,
        OPERATION.c.undo.is_not(None),
        OPERATION.c.undone_by.is_(None),
        OPERATION.c.status == Status.APPLIED.value,
    )


def repeated_since(conn: Connection, done: KeptOperation) -> bool:
    """Whether an act of the same name was done to the same aggregate since, and stands."""
    statement = select(OPERATION.c.n).where(
        OPERATION.c.name == done.operation.name,
        OPERATION.c.root_id == done.operation.root.id,
        OPERATION.c.n > done.number,
        OPERATION.c.status == Status.APPLIED.value,
        OPERATION.c.undone_by.is_(None),
    )
    return conn.execute(statement.limit(1)).first() is not None


def is_waiting(conn: Connection, operation_id: UUID) -> bool:
    """Whether an operation of this desk has not been sent yet."""
    state = conn.scalar(select(OUTBOX.c.state).where(OUTBOX.c.op_id == operation_id))
    return state == "waiting"


def mark_undone(conn: Connection, operation_id: UUID, undone_by: UUID) -> None:
    """Note which operation took this one back."""
    conn.execute(update(OPERATION).where(OPERATION.c.id == operation_id).values(undone_by=undone_by))


_NOT_TAKEN = (Status.REJECTED.value, Status.PARKED.value)


def not_taken(conn: Connection, operation_id: UUID | None = None) -> list[Answered]:
    """The operations of this desk that the hub did not take in and nobody has dealt with, in order; or one of them."""
    statement = select(OPERATION).where(OPERATION.c.status.in_(_NOT_TAKEN), OPERATION.c.settled_at.is_(None))
    if operation_id is not None:
        statement = statement.where(OPERATION.c.id == operation_id)
    return [_answered(row) for row in conn.execute(statement.order_by(OPERATION.c.n)).mappings()]


def count_not_taken(conn: Connection) -> int:
    """How many operations of this desk the hub did not take in and nobody has dealt with."""
    statement = select(func.count()).where(
        OPERATION.c.status.in_(_NOT_TAKEN), OPERATION.c.settled_at.is_(None)
    )
    return conn.scalar(statement) or 0


def merged_since(conn: Connection, at: datetime) -> list[Answered]:
    """The operations of this desk that met another's work since an instant and needed nobody, latest first."""
    statement = select(OPERATION).where(
        OPERATION.c.status == Status.MERGED.value, OPERATION.c.answered_at >= at
    )
    return [_answered(row) for row in conn.execute(statement.order_by(OPERATION.c.n.desc())).mappings()]


def settle(conn: Connection, operation_id: UUID, at: datetime, settlement: str) -> None:
    """Note when and how an operation that was not taken in, or was in conflict, was dealt with."""
    conn.execute(
        update(OPERATION)
        .where(OPERATION.c.id == operation_id, OPERATION.c.settled_at.is_(None))
        .values(settled_at=at, settlement=settlement)
    )


def unsettle(conn: Connection, operation_id: UUID) -> None:
    """Forget that an operation was dealt with."""
    conn.execute(
        update(OPERATION).where(OPERATION.c.id == operation_id).values(settled_at=None, settlement=None)
    )


def last_done_to(conn: Connection, name: str, root_id: UUID) -> KeptOperation | None:
    """The latest operation of this desk of a name on a root that stands."""
    return _one(
        conn, OPERATION.c.name == name, OPERATION.c.root_id == root_id, OPERATION.c.undone_by.is_(None)
    )


def _answered(row: RowMapping) -> Answered:
    return Answered(kept_from(row), row["answered_at"], row["settled_at"], row["settlement"])


def _one(conn: Connection, *conditions: Any) -> KeptOperation | None:
    row = (
        conn.execute(select(OPERATION).where(*conditions).order_by(OPERATION.c.n.desc()).limit(1))
        .mappings()
        .first()
    )
    return None if row is None else kept_from(row)


def kept_from(row: Record) -> KeptOperation:
    """The operation that a row of `operation` keeps; columns of other tables may stand beside it."""
    own = {column.name: row[column.name] for column in OPERATION.c}
    operation = Operation(
        id=own["id"],
        root=Ref(Entity(own["root_entity"]), own["root_id"]),
        kind=Kind(own["kind"]),
        name=own["name"],
        args=own["args"],
        actor=own["actor"],
        device=own["device"],
        at=own["at"],
        expect=own["expect"] or {},
        seen=own["seen"],
        deps=tuple(UUID(dependency) for dependency in own["deps"] or ()),
    )
    outcome = Outcome(
        own["id"], Status(own["status"]), rule=own["rule"], reason=own["reason"], result=own["result"] or {}
    )
    return KeptOperation(own["n"], operation, outcome, own["undo"], own["undone_by"])
