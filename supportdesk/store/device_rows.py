"""Rows of the devices that were registered with the hub; what a device may do is decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from supportdesk.store.tables.accounts import DEVICE

ACTIVE, REVOKED, LOST = "active", "revoked", "lost"


@dataclass(frozen=True, slots=True)
class Device:
    """A copy of the desk that somebody signed in from; `state` is active, revoked or lost."""

    id: UUID
    agent_id: UUID
    name: str
    platform: str
    secret_hash: str
    state: str
    registered_at: datetime
    last_seen_at: datetime


def find(conn: Connection, device_id: UUID) -> Device | None:
    """The device with this id."""
    row = conn.execute(select(DEVICE).where(DEVICE.c.id == device_id)).mappings().first()
    return None if row is None else Device(**row)


def listed(conn: Connection, agent_id: UUID | None = None) -> tuple[Device, ...]:
    """Every device, or those of one agent; the one seen last comes first."""
    statement = select(DEVICE).order_by(DEVICE.c.last_seen_at.desc(), DEVICE.c.id)
    if agent_id is not None:
        statement = statement.where(DEVICE.c.agent_id == agent_id)
    return tuple(Device(**row) for row in conn.execute(statement).mappings())


def add(conn: Connection, device: Device) -> None:
    """Register a device."""
    conn.execute(insert(DEVICE).values({name: getattr(device, name) for name in Device.__dataclass_fields__}))


def set_state(conn: Connection, device_id: UUID, state: str) -> None:
    """Let the device work, or no longer."""
    conn.execute(update(DEVICE).where(DEVICE.c.id == device_id).values(state=state))


def set_seen(conn: Connection, device_id: UUID, at: datetime) -> None:
    """Note when the device was last in touch."""
    conn.execute(update(DEVICE).where(DEVICE.c.id == device_id).values(last_seen_at=at))
