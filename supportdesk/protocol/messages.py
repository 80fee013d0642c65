"""The messages of a desk's conversation with its hub, desk-sync 1; requests are JSON, rows travel as MessagePack.

Ids are UUIDs, instants ISO 8601 in UTC; `seq` and `cursor` are numbers of the log. Fields may be added later: what
a reader does not know it leaves out, and what is missing has the default that stands here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta, Struct

PROTOCOL = 1

Name = Annotated[str, Meta(min_length=1, max_length=60)]
Count = Annotated[int, Meta(ge=0, le=1 << 53)]
ScopeId = Annotated[int, Meta(ge=0, le=1 << 31)]

MOST_OPERATIONS = 200
BUCKETS = 256
"""Into so many a table's rows are divided to be compared."""

MOST_BYTES = 4 << 20
"""What a message may have at most, unpacked."""


class Message(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Common to all messages."""


# ---------------------------------------------------------------- push


class Letter(Message, frozen=True):
    """An operation on its way; `n` is its number on its device, counted without gaps."""

    n: Count
    id: UUID
    root_entity: Name
    root_id: UUID
    kind: Name
    name: Name
    args: dict[str, Any]
    actor: UUID
    at: datetime
    expect: dict[str, Any] = {}
    seen: Count | None = None
    deps: Annotated[list[UUID], Meta(max_length=64)] = []


class Push(Message, frozen=True):
    """What was done on a desk, in order."""

    device: UUID
    letters: Annotated[list[Letter], Meta(max_length=MOST_OPERATIONS)]
    protocol: int = PROTOCOL


AnswerStatus = Literal["applied", "merged", "conflict", "rejected", "parked", "blocked", "retry"]


class Answer(Message, frozen=True):
    """What became of one operation; `blocked` and `retry` are no end, the others are.

    `seq` is the change of the hub by which its effect is there to be read.
    """

    n: int
    id: UUID
    status: AnswerStatus
    seq: int = 0
    rule: str | None = None
    reason: str | None = None
    result: dict[str, Any] = {}


class Pushed(Message, frozen=True):
    """The answers, in the order of the letters."""

    answers: list[Answer]
    head: int
    now: datetime
    epoch: UUID


# ---------------------------------------------------------------- pull


class Pull(Message, frozen=True):
    """Asks for what changed after `cursor` in the scopes that the desk holds; in some after cursors of their own.

    `known` are those that it knows of, where it is still loading some. `upto` goes on with a run of pages that began
    before. `limit`: the most lines of the log in one page.
    """

    device: UUID
    cursor: Count
    held: Annotated[list[ScopeId], Meta(max_length=4096)]
    known: Annotated[list[ScopeId], Meta(max_length=4096)] = []
    behind: dict[int, Count] = {}
    upto: Count | None = None
    limit: Annotated[int, Meta(ge=1, le=2000)] = 2000
    epoch: UUID | None = None
    protocol: int = PROTOCOL


class ScopeName(Message, frozen=True):
    """A scope: a circle of people who see the same rows."""

    id: int
    kind: str
    ref: UUID


class Rows(Message, frozen=True):
    """Rows of one table: the names of the columns, and of each row the values as a desk's file keeps them."""

    columns: list[str]
    rows: list[list[Any]]


class Gone(Message, frozen=True):
    """Names a row or root: one that is no more, that this desk may not see any longer, or that is here whole."""

    entity: str
    id: UUID


class Page(Message, frozen=True):
    """What changed. `scopes` are those that the desk may hold, told only where they differ from what it holds.

    Of the cases and clients in `whole` every row is here: what the desk has beside these is no more.
    """

    cursor: int
    upto: int
    more: bool
    now: datetime
    epoch: UUID
    rows: dict[str, Rows] = {}
    deleted: list[Gone] = []
    left: list[Gone] = []
    whole: list[Gone] = []
    scopes: list[ScopeName] | None = None


class Load(Message, frozen=True):
    """Asks for the next page of a whole scope, after the place where the last one ended."""

    device: UUID
    scope: ScopeId
    after: tuple[Name, UUID] | None = None
    limit: Annotated[int, Meta(ge=1, le=2000)] = 1000
    protocol: int = PROTOCOL


class LoadedPage(Message, frozen=True):
    """A page of a whole scope; `after` is where to go on, None at its end."""

    seq: int
    after: tuple[str, UUID] | None
    rows: dict[str, Rows]
    roots: int
    total: int
    now: datetime
    epoch: UUID


# ---------------------------------------------------------------- waiting, presence, comparing


class Wait(Message, frozen=True):
    """Asks as `pull` does, to be answered when there is something new, or after so many seconds without.

    `looking` is the case that is open on this desk; the wait ends also when others come to it or go, which `present`,
    the sum that the last answer had, tells.
    """

    pull: Pull
    looking: UUID | None = None
    present: Count = 0
    seconds: Annotated[float, Meta(ge=0, le=25)] = 25


class Look(Message, frozen=True):
    """Tells which case is open on this desk, if any, and whether something is being typed there."""

    device: UUID
    looking: UUID | None = None
    writing: bool = False


class Present(Message, frozen=True):
    """Somebody else at the case, and when they were last heard of."""

    agent: UUID
    writing: bool
    at: datetime


class Others(Message, frozen=True):
    """Who else is at a case; `sum` changes with them."""

    present: list[Present] = []
    sum: int = 0


class Head(Message, frozen=True):
    """The answer to a wait: what changed, where anything did, and who else is at the case that is looked at."""

    now: datetime
    page: Page | None = None
    others: Others | None = None


class Compare(Message, frozen=True):
    """Asks for a sum over the rows of each table in a scope."""

    device: UUID
    scope: ScopeId


class Compared(Message, frozen=True):
    """For each table that has rows in the scope, their count and the sum of their checksums, as of `seq`."""

    seq: int
    sums: dict[str, tuple[int, int]]


class Verify(Message, frozen=True):
    """Asks for the sums of a table's rows in a scope, or of the rows in some buckets of it."""

    device: UUID
    scope: ScopeId
    entity: Name
    buckets: Annotated[list[Annotated[int, Meta(ge=0, le=255)]], Meta(max_length=256)] = []


class Verified(Message, frozen=True):
    """For each of 256 buckets the count of rows and the sum of their checksums; of the buckets asked for, the rows."""

    seq: int
    sums: list[tuple[int, int]] = []
    rows: list[tuple[bytes, int]] = []


class Fetch(Message, frozen=True):
    """Asks for one case or client with all that belongs to it."""

    device: UUID
    entity: Name
    id: UUID
