"""The operation: the one thing that changes data, and what applying it brought about."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


class Entity(StrEnum):
    """The aggregates that operations belong to and change sets speak of."""

    CASE = "case"
    ORGANISATION = "organisation"
    AGENT = "agent"
    BRANCH = "branch"
    ENGAGEMENT = "engagement"
    TRACKING_NOTE = "tracking_note"
    RELEASE = "release"
    ARTICLE = "article"
    VISIT = "visit"
    POLICY = "policy"
    SAVED_VIEW = "saved_view"
    PRODUCT = "product"
    ATTENTION = "attention"
    CONFLICT = "conflict"
    REMOTE_REPORT = "remote_report"


@dataclass(frozen=True, slots=True)
class Ref:
    """Names one aggregate."""

    entity: Entity
    id: UUID


class Kind(StrEnum):
    """How an operation meets another's work: see the merge rules of the sync protocol."""

    APPEND = "append"
    EDIT = "edit"
    COMMAND = "command"
    SET = "set"
    DELETE = "delete"


class Status(StrEnum):
    """The end of an operation; every operation has exactly one."""

    APPLIED = "applied"
    MERGED = "merged"
    CONFLICT = "conflict"
    REJECTED = "rejected"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Operation:
    """What somebody did, once, on one device.

    `id` is a UUIDv7 made when the person acts and never changes, not by a retry, a repair or a restore. `at` is
    that instant in UTC. `args` holds plain JSON values only (UUIDs and instants as text), so that the operation
    means the same on the desk, on the wire and on the hub. `expect` names values the decision was based on, and `seen`
    the change of the hub up to which the desk knew everything; None where there was no hub.
    """

    id: UUID
    root: Ref
    kind: Kind
    name: str
    args: Mapping[str, Any]
    actor: UUID
    device: UUID
    at: datetime
    expect: Mapping[str, Any] = field(default_factory=dict)
    seen: int | None = None
    deps: tuple[UUID, ...] = ()


class Aspect(StrEnum):
    """What about an aggregate changed, so that a screen refreshes only what it shows."""

    ROW = "row"
    TIMELINE = "timeline"
    CLOCKS = "clocks"
    ENTITLEMENT = "entitlement"
    LINKS = "links"
    DRAFT = "draft"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Which aggregates changed and in which aspects; screens refresh from this and nothing else.

    `everything` stands for more changes than are worth listing (an import): read again what you show.
    """

    changes: Mapping[Ref, frozenset[Aspect]] = field(default_factory=dict)
    everything: bool = False

    def __or__(self, other: ChangeSet) -> ChangeSet:
        merged = dict(self.changes)
        for ref, aspects in other.changes.items():
            merged[ref] = merged.get(ref, frozenset()) | aspects
        return ChangeSet(merged, self.everything or other.everything)

    def touches(self, entity: Entity) -> bool:
        """Whether anything of this kind may have changed."""
        return self.everything or any(ref.entity is entity for ref in self.changes)

    def aspects_of(self, ref: Ref) -> frozenset[Aspect]:
        """The changed aspects of one aggregate; all of them when everything may have changed."""
        return frozenset(Aspect) if self.everything else self.changes.get(ref, frozenset())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What applying an operation came to. `rule` and `reason` are set when it was rejected.

    `result` tells more of what became of it, in plain values: the fields that met another's work, what it was kept as.
    """

    operation: UUID
    status: Status
    changes: ChangeSet = field(default_factory=ChangeSet)
    rule: str | None = None
    reason: str | None = None
    result: Mapping[str, Any] = field(default_factory=dict)
