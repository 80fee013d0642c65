"""What a handler gets and gives back: one operation inside one transaction, and its effect; it applies nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.operation import ChangeSet, Operation
from supportdesk.rules.meeting import Met
from supportdesk.services.operations.plain import plain_mapping
from supportdesk.services.operations.policies import PolicyBook

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62
_ORDINALS = 1 << 12


def derived_id(source: UUID, ordinal: int, purpose: str = "") -> UUID:
    """A UUIDv7 that follows from an operation's id, so that every replay makes the same row.

    It keeps the time part of `source`, so that rows sort as their operations do; ids of one operation sort by
    `ordinal` (0 to 4095).
    """
    if not 0 <= ordinal < _ORDINALS:
        message = f"an operation makes at most {_ORDINALS} rows, not {ordinal + 1}"
        raise ValueError(message)
    chance = sha256(source.bytes + ordinal.to_bytes(2, "big") + purpose.encode()).digest()
    low = int.from_bytes(chance[:8], "big") & ((1 << 62) - 1)
    time_part = source.int >> 80
    return UUID(int=time_part << 80 | _VERSION_7 | ordinal << 64 | _VARIANT | low)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A field that an arrived operation changes and that had been changed here too; values as the column has them."""

    table: str
    row_id: UUID
    field: str
    base: Any
    theirs: Any
    mine: Any
    met: Met


@dataclass(slots=True)
class Work:
    """One operation at work in one open transaction.

    Everything a handler may know: the connection, the policies, the operation. `now` is the operation's own
    instant, never the present one, and `new_id` follows from the operation's id: a replay leaves the same rows.
    `arrived`: it was done elsewhere, on a desk that may not have known what is known here (SYN-6); `meetings` are then
    the fields that had been changed here too. `provisional`: a hub will say what becomes of it and number what it
    makes. `in_hand` are the cases taken up so far, so that each is in one hand only.
    """

    conn: Connection
    policies: PolicyBook
    operation: Operation
    arrived: bool = False
    provisional: bool = False
    meetings: list[Meeting] = field(default_factory=list)
    in_hand: dict[UUID, Any] = field(default_factory=dict)
    _made: int = 0

    @property
    def now(self) -> datetime:
        """When the operation was done, in UTC."""
        return self.operation.at

    @property
    def actor(self) -> UUID:
        """The agent who did it."""
        return self.operation.actor

    @property
    def args(self) -> Mapping[str, Any]:
        """The operation's arguments, plain JSON values."""
        return self.operation.args

    @property
    def root(self) -> UUID:
        """The aggregate that the operation belongs to; for an operation that creates one, its id."""
        return self.operation.root.id

    def new_id(self) -> UUID:
        """The id of the next row this operation makes."""
        made = derived_id(self.operation.id, self._made)
        self._made += 1
        return made


FROM_HISTORY: Mapping[str, Any] = MappingProxyType({"how": "history"})
"""The `undo` of what only changed cases: they are folded anew from their timelines, leaving this operation out."""


LEFT = "left"
"""In an `undo`: the values that the operation left, by field, which must still be there for it to be taken back."""


def undone_by(name: str, **args: object) -> Mapping[str, Any]:
    """The `undo` of what another operation takes back: its name, and its arguments in plain values."""
    return {"how": "operation", "name": name, "args": plain_mapping(args)}


@dataclass(frozen=True, slots=True)
class Effect:
    """What a handler did.

    `undo` says how to take the operation back: FROM_HISTORY, `undone_by`, or {"before": {field: value}} for an edit,
    which the same operation with those values undoes; the two latter may name what they LEFT. None says that it cannot
    be taken back.
    `expect` names values that the decision was based on, for whoever applies it again elsewhere. `left_out` says in a
    sentence what of the operation had no effect, while the rest of it stands; `result` tells more of what became of it.
    `remnant` are the arguments that are kept where they would be too many to keep.
    """

    changes: ChangeSet = field(default_factory=ChangeSet)
    created: UUID | None = None
    undo: Mapping[str, Any] | None = None
    expect: Mapping[str, Any] = field(default_factory=dict)
    left_out: str | None = None
    result: Mapping[str, Any] = field(default_factory=dict)
    remnant: Mapping[str, Any] | None = None
