"""The figures of the dashboard, as frozen values; how they are counted is not said here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from supportdesk.services.views.lists import CaseQuery


@dataclass(frozen=True, slots=True)
class Figure:
    """A dashboard figure: value, change against the span before, target, and one point a week."""

    value: float | None
    change: float | None
    target: float | None
    points: tuple[float | None, ...]
    query: CaseQuery | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label and the list it opens. `marks` splits it (late ones, or severities 1 to 4 and 9)."""

    label: str
    value: int
    marks: tuple[int, ...] = ()
    query: CaseQuery | None = None
    id: UUID | None = None
    limit: int | None = None
    look: str = ""


@dataclass(frozen=True, slots=True)
class ContractLine:
    """A contract or ticket that ends or runs out first. `state`: ok, low, used_up, ending, ended."""

    organisation_id: UUID
    organisation: str
    kind: str
    plan: str
    left: int | None
    size: int | None
    ends_on: date | None
    state: str


@dataclass(frozen=True, slots=True)
class BranchLine:
    """One row of branches and clients: open, late and the share in time (None: nothing was due)."""

    id: UUID
    name: str
    open: int
    late: int
    in_time: float | None
    query: CaseQuery


@dataclass(frozen=True, slots=True)
class Dashboard:
    """All of the dashboard, from this desk's own copy."""

    now: datetime
    first_responses: Figure
    updates: Figure
    open_cases: Figure
    reactivated: Figure
    weeks: tuple[date, ...]
    response_share: tuple[float | None, ...]
    update_share: tuple[float | None, ...]
    hours: tuple[tuple[datetime, int, int], ...]  # hour's start, due, likely late
    ages: tuple[Bar, ...]
    backlog: tuple[Bar, ...]
    severities: tuple[int, ...]  # totals for ranks 1 to 4 and 9
    workload: tuple[Bar, ...]
    branches: tuple[BranchLine, ...]
    clients: tuple[BranchLine, ...]
    contracts: tuple[ContractLine, ...]
    contract_count: int
    hour_queries: tuple[CaseQuery, ...] = ()  # the list that each of `hours` opens
