"""What screens show of a vendor's connection reports: one line each, and what a list of them comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.sums import Sum


class Pile(StrEnum):
    """Which reports: on which nobody has decided, those on a case, those that are no case."""

    WAITING = "waiting"
    LINKED = "linked"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A connection as its vendor counted it, and what became of it; instants in UTC, empty texts where nothing is said.

    `case_id` is the case it is on, or the one proposed (`confidence` in per cent); a case that this desk has not has no
    number. `value` is the vendor's fee, else what the time is worth; None where neither is known.
    """

    id: UUID
    started_at: datetime
    minutes: int
    running: bool
    device: str
    officer: str
    code: str
    value: Money | None
    standing: str
    case_id: UUID | None
    case_number: str
    case_title: str
    session_id: UUID | None
    confidence: int
    evidence: tuple[str, ...]
    reason: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """Where a page of reports ended: the next one begins after it."""

    started_at: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class ReportPiles:
    """What each pile comes to, and of how many of those that wait a case is proposed."""

    sums: dict[Pile, Sum]
    proposed: int
