"""How the hub itself acts on what is synced: as operations, like any desk, and never by writing rows of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Status
from supportdesk.hub.hub import Hub
from supportdesk.services import acts
from supportdesk.services.exchange.taking_in import take_in
from supportdesk.services.operations.applying import operation_of
from supportdesk.services.operations.desk import Desk
from supportdesk.store.store import Transaction

KNOWN = acts.known()
"""The names of the operations that the hub can apply; importing their modules is what makes them known."""


def act(hub: Hub, conn: Transaction, actor: UUID, name: str, root: UUID, args: Mapping[str, Any]) -> None:
    """Apply an operation in this transaction, done by this agent on the hub itself.

    KnownError for one that is refused; the transaction is then to be given up.
    """
    desk = Desk(hub.store, actor, hub.device, hub.policies, hub.now, hub.new_id)
    outcome = take_in(conn, operation_of(desk, name, root, args), hub.policies)
    if outcome.status is not Status.APPLIED:
        raise KnownError(outcome.reason or f"{name} was refused.", "", "")
