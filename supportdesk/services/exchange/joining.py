"""How a desk comes to belong to a hub, and how it leaves it; what it did alone before goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.store import desk_rows
from supportdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class Registration:
    """What the hub said when this desk's person signed in: its address, and who and what this desk is to it."""

    address: str
    agent_id: UUID
    device_id: UUID


def join_empty(store: Store, registration: Registration, now: datetime) -> None:
    """Let a desk that holds nothing yet belong to a hub; its rows come with the first round."""
    with store.write() as conn:
        if desk_rows.membership(conn) is not None:
            raise KnownError(
                "This desk belongs to a hub already.", "Nothing was changed.", "Leave that hub first."
            )
        if desk_rows.count_roots(conn):
            raise KnownError("This desk has cases of its own.", "Nothing was changed.", "Take them along.")
        values = {
            "address": registration.address,
            "agent_id": registration.agent_id,
            "device_id": registration.device_id,
            "joined_at": now,
        }
        desk_rows.join(conn, values)
    store.change_side()
