"""The desk that every use case takes as its first argument, and what an act came to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from supportdesk.domain.operation import Operation, Outcome
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store.store import Store, Transaction

Outward = Callable[[Transaction, Operation, Outcome], None]
"""Notes, in an operation's own transaction, what it brings about outside."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who sits at this desk and what they work with.

    `now` gives the present instant in UTC, `new_id` a fresh UUIDv7; both are handed in so that a run can be
    replayed. `language` is the person's, as "fr" or "fr_CA". `outward` is told of what is done here: a hub's
    messages to clients begin with it, on a desk it is left out.
    """

    store: Store
    actor: UUID
    device: UUID
    policies: PolicyBook
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]
    language: str = "en"
    outward: Outward | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What an act came to. `created` is the id of the case, entry or other row it made, where it made one."""

    outcome: Outcome
    operation: Operation | None
    undoable: bool
    created: UUID | None = None
