"""Rows of the hub about what desks sent: receipts, what could not be taken in, how far each desk has come."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, or_, select, update

from supportdesk.store.composed import Composed, ComposedAmong, Record
from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.accounts import DEVICE
from supportdesk.store.tables.sync import DEVICE_SYNC, PARKED, RECEIPT

if TYPE_CHECKING:
    from sqlalchemy import Connection

_HEARD_OF = Composed(
    update(DEVICE_SYNC)
    .where(DEVICE_SYNC.c.device_id == bindparam("device"))
    .values(seen_at=bindparam("now", type_=DEVICE_SYNC.c.seen_at.type), last_n=bindparam("last"))
    .returning(DEVICE_SYNC.c.device_id)
)
_RECEIPTS = ComposedAmong(RECEIPT.c.op_id, lambda ids: select(RECEIPT).where(RECEIPT.c.op_id.in_(ids)))


def receipts(conn: Connection, ids: Collection[UUID]) -> dict[UUID, Record]:
    """The receipts of some operations, by their ids."""
    return {row["op_id"]: row for row in _RECEIPTS.mappings(conn, ids)}


def ended_of(conn: Connection, ids: Collection[UUID], device_id: UUID, agent_id: UUID) -> frozenset[UUID]:
    """Which of these operations came to an end, of those that were sent from this device or another of this agent."""
    theirs = select(DEVICE.c.id).where(DEVICE.c.agent_id == agent_id)
    found = select(RECEIPT.c.op_id).where(
        RECEIPT.c.op_id.in_(list(ids)), or_(RECEIPT.c.device_id == device_id, RECEIPT.c.device_id.in_(theirs))
    )
    return frozenset(conn.scalars(found))


def write_receipts(conn: Connection, receipts: Sequence[Mapping[str, Any]]) -> None:
    """Note for ever what became of operations."""
    insert_many(conn, RECEIPT, receipts)


def tries_of(conn: Connection, op_id: UUID) -> int:
    """How often the hub has tried to take in an operation and met a fault of its own."""
    found: int = conn.scalar(select(PARKED.c.tries).where(PARKED.c.op_id == op_id)) or 0
    return found


def park(conn: Connection, values: Mapping[str, Any]) -> None:
    """Keep what could not be taken in, whole, in the place of an earlier try."""
    conn.execute(delete(PARKED).where(PARKED.c.op_id == values["op_id"]))
    conn.execute(insert(PARKED).values(**values))


def unpark(conn: Connection, op_id: UUID) -> None:
    """Forget earlier tries of an operation that was taken in."""
    conn.execute(delete(PARKED).where(PARKED.c.op_id == op_id))


def heard_of(conn: Connection, device_id: UUID, now: datetime, last_n: int) -> None:
    """Note when a desk was heard of, and the number of its last operation; two pushes of one desk go in turn by it."""
    if _HEARD_OF.first(conn, device=device_id, now=now, last=last_n) is None:
        insert_many(conn, DEVICE_SYNC, [{"device_id": device_id, "seen_at": now, "last_n": last_n}])
