"""What a search asks for, as frozen values; they are read from text in `search_language` and run in `search`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Field(StrEnum):
    """Fields with values that are compared as they are or by name."""

    SEVERITY = "severity"
    STAGE = "stage"
    OWNER = "owner"
    CLIENT = "client"
    CONTACT = "contact"
    BRANCH = "branch"
    PRODUCT = "product"
    AREA = "area"
    NUMBER = "number"
    RESOLUTION = "resolution"
    POLICY = "policy"
    CHANNEL = "channel"


class Mark(StrEnum):
    """What a case can be (`is:`) or have (`has:`)."""

    OVERDUE = "overdue"
    OPEN = "open"
    CLOSED = "closed"
    PAUSED = "paused"
    UNREAD = "unread"
    UNASSIGNED = "unassigned"
    WAITING = "waiting"
    MINE = "mine"
    MERGED = "merged"
    ATTACHMENT = "attachment"
    VISIT = "visit"
    REMOTE = "remote"


class Moment(StrEnum):
    """Instants of a case that a search can bound."""

    DUE = "due"
    LOGGED = "logged"
    UPDATED = "updated"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Words:
    """A word or a phrase, folded. `prefix`: the last word may go on. `apart`: two words that need not meet.

    `client_code` is set where the word reads like a support code: what stands before the five digits of the PIN.
    Such a word never shows in a representation, so that no log can hold a PIN.
    """

    text: str = field(repr=False)
    negated: bool = False
    prefix: bool = False
    client_code: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """A field and the values asked for, folded; a case fits if it has one of them."""

    name: Field
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class MarkTerm:
    """Something that a case must, or must not, be or have."""

    mark: Mark
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """An instant of the case from `start` on and before `end` (UTC; None: no bound on that side)."""

    moment: Moment
    start: datetime | None
    end: datetime | None
    negated: bool = False


Term = Words | FieldTerm | MarkTerm | Span


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """A search as it was understood. All terms must fit; `problem` tells in a sentence what was not understood."""

    terms: tuple[Term, ...] = ()
    problem: str = ""

    def __bool__(self) -> bool:
        return bool(self.terms)
