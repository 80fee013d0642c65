"""What a list of cases is asked for, and what it answers; frozen values without SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from supportdesk.store.search_terms import Field, SearchTerms

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


class View(StrEnum):
    """Which cases a list is made of, before it is searched. Cases merged into another are in none of them."""

    INBOX = "inbox"  # open, and the last public word is the client's
    MINE = "mine"
    UNASSIGNED = "unassigned"
    BREACHING = "breaching"  # open, running, and within the time of warning or late
    WAITING = "waiting"
    BRANCH = "branch"
    SEARCH = "search"
    ALL_OPEN = "all_open"
    EVERYTHING = "everything"


class Order(StrEnum):
    """How a list is sorted; equal ones by the order in which this desk came to know them."""

    DEADLINE = "deadline"  # running, paused, then without a deadline
    SEVERITY = "severity"  # gravest first, then by deadline
    ACTIVITY = "activity"  # latest first
    NEWEST = "newest"  # latest logged first


@dataclass(frozen=True, slots=True)
class Criteria:
    """One list. All instants are UTC.

    `me` is the agent who looks. `branch_id` belongs to View.BRANCH; an empty `severity_ranks` lets every rank pass.
    `bounds` are the ends of the near groups of a list by deadline, in order, each with its name: whatever is due
    before the first is in the first group. `names` gives, for a field, what its values are called (folded) and the
    values of that name; a field left out is compared by value.
    """

    view: View
    order: Order
    me: UUID
    now: datetime
    branch_id: UUID | None = None
    severity_ranks: frozenset[int] = frozenset()
    terms: SearchTerms = field(default_factory=SearchTerms)
    bounds: tuple[tuple[str, datetime], ...] = ()
    names: Mapping[Field, Mapping[str, frozenset[str]]] = field(default_factory=dict)


LATER = "later"
PAUSED = "paused"
NO_DEADLINE = "no_deadline"


@dataclass(frozen=True, slots=True)
class Shape:
    """How long a list is; `groups` (name, count) without the empty ones, only for a list by deadline.

    `capped`: the list stops at `count`, there are more. `problem` tells which part of the search was not understood
    or fits nothing.
    """

    count: int
    groups: tuple[tuple[str, int], ...] = ()
    capped: bool = False
    problem: str = ""


class ListedCase(NamedTuple):
    """A line of a list. Stage and severity are the policy's own codes; instants are UTC."""

    id: UUID
    number: str
    title: str
    organisation: str
    policy_code: str
    policy_version: int
    stage: str
    severity_rank: int
    severity: str
    severity_verified: bool
    unread: bool
    attachments: int
    owner_id: UUID | None
    owner_name: str
    due_state: str
    due_kind: str | None
    due_from: datetime | None
    soon_at: datetime | None
    due_at: datetime | None
    last_activity_at: datetime
