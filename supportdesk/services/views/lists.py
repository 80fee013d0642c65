"""Lists of cases and the sidebar, as frozen values; what one case shows is next door."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from supportdesk.domain.words import ClockKind


class ViewKind(StrEnum):
    """The lists of the sidebar."""

    INBOX = "inbox"
    MINE = "mine"
    UNASSIGNED = "unassigned"
    BREACHING = "breaching"
    WAITING = "waiting"
    BRANCH = "branch"
    SEARCH = "search"  # saved views and typed searches; also reaches closed cases
    ALL_OPEN = "all_open"
    EVERYTHING = "everything"


class Sort(StrEnum):
    """How a list is ordered."""

    DEADLINE = "deadline"
    SEVERITY = "severity"
    ACTIVITY = "activity"  # latest first
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """One list. `search` is text in the search language; `branch_id` belongs to ViewKind.BRANCH."""

    view: ViewKind = ViewKind.MINE
    sort: Sort = Sort.DEADLINE
    branch_id: UUID | None = None
    search: str = ""
    severity_ranks: frozenset[int] = frozenset()


class GroupKey(StrEnum):
    """The headings of a list sorted by deadline, in order."""

    OVERDUE = "overdue"
    TWO_HOURS = "two_hours"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    PAUSED = "paused"
    NO_DEADLINE = "no_deadline"


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and how many rows follow it; groups without rows are left out."""

    key: GroupKey
    count: int


@dataclass(frozen=True, slots=True)
class ListShape:
    """How long a list is and how it falls into groups (empty unless sorted by deadline).

    `capped` says that counting stopped at `count` (a search with very many hits).
    `problem` tells in one sentence which search term was not understood; the rest was searched.
    """

    count: int
    groups: tuple[Group, ...] = ()
    capped: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """What a pill shows. `state`: running, paused, met or none; instants UTC, None where there is none."""

    state: str
    kind: ClockKind | None = None
    started_at: datetime | None = None
    soon_at: datetime | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the case list. `severity_rank` 1 to 4, or 9 where the policy has no severities."""

    id: UUID
    number: str
    title: str
    organisation: str
    stage: str  # localised name
    stage_look: str
    severity_rank: int
    severity_code: str
    severity_verified: bool
    unread: bool
    attachments: int
    owner_id: UUID | None
    owner_name: str
    deadline: Deadline
    last_activity_at: datetime


@dataclass(frozen=True, slots=True)
class SidebarCounts:
    """Counts beside the entries; `unread` tells whether the inbox is shown bold."""

    views: Mapping[ViewKind, int]
    branches: tuple[tuple[UUID, str, str, int], ...]  # id, name, kind, open cases
    saved: tuple[tuple[UUID, str, str, int], ...]  # id, name, query, cases
    visits_today: int
    attention: int
    unread: bool
    drafts: int
    waiting_to_send: int
