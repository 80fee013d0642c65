"""What screens show of plans: an engineer's week, what a visit can be planned for, and the list of reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class CalendarVisit:
    """A visit as a block of time; `start` and `end` are instants in UTC, as planned until it was begun and ended."""

    id: UUID
    number: str
    organisation_id: UUID
    organisation: str
    site: str
    state: str
    start: datetime
    end: datetime
    left: bool = False

    @property
    def movable(self) -> bool:
        """Whether it can still be planned otherwise."""
        return self.state == "planned"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A civil day of the engineer's branch: the minutes from midnight in which it is open, and the holiday it is.

    `holiday` is None on a day that is none, and empty where nobody named it.
    """

    day: date
    open: tuple[tuple[int, int], ...]
    holiday: str | None = None


@dataclass(frozen=True, slots=True)
class EngineerWeek:
    """Seven days of an engineer, in the zone of the engineer's branch; `engineers` are those whom one may look at.

    `cut` says that there are more visits than are shown.
    """

    engineer_id: UUID
    engineer: str
    zone: ZoneInfo
    today: date
    days: tuple[CalendarDay, ...]
    visits: tuple[CalendarVisit, ...]
    engineers: tuple[tuple[UUID, str], ...] = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class PlanRefusal:
    """Why support can't be given, and what is open to the client."""

    rule: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class PlanCase:
    """An open case that a visit can be for, `refusal` where nothing covers it (SYN-1).

    `held`: the visit is for it already, and it stands there open or not.
    """

    id: UUID
    number: str
    title: str
    refusal: PlanRefusal | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class PlanOffer:
    """What a visit to a client can be planned with; `refusal` holds for one that is for no case."""

    organisation_id: UUID
    organisation: str
    sites: tuple[tuple[UUID, str], ...]
    cases: tuple[PlanCase, ...]
    engineers: tuple[tuple[UUID, str], ...]
    refusal: PlanRefusal | None = None


@dataclass(frozen=True, slots=True)
class PlanAdvice:
    """What speaks against a time, without forbidding it.

    `overlaps` are other visits of the engineer, `closed` says that the branch is closed when it begins, `holiday` names
    why. `away`: the client's records do not reach the engineer's computer.
    """

    overlaps: tuple[CalendarVisit, ...] = ()
    closed: bool = False
    holiday: str | None = None
    away: bool = False
    engineer: str = ""


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """A planned visit with all that can be planned otherwise; instants in UTC."""

    id: UUID
    number: str
    state: str
    organisation_id: UUID
    organisation: str
    site_id: UUID | None
    engineer_id: UUID | None
    engineer: str
    planned_at: datetime | None
    expected_minutes: int | None
    travel_minutes: int | None
    travel_km: int | None
    bring: str
    case_ids: tuple[UUID, ...]


class ReportSort(StrEnum):
    """By what the list of reports is sorted."""

    NUMBER = "number"
    WHEN = "when"
    ENGINEER = "engineer"
    CLIENT = "client"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """Which reports: begun from `since` up to `until` (UTC), of whom, of which branch's clients, of clients so called.

    `open_only` leaves those with recommendations that no case came of yet.
    """

    since: datetime | None = None
    until: datetime | None = None
    engineer_id: UUID | None = None
    branch_id: UUID | None = None
    client: str = ""
    open_only: bool = False
    sort: ReportSort = ReportSort.WHEN
    descending: bool = True


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the managers' list: who was where, for how long, and what is still only recommended.

    `agreed_name` is empty until the client has signed and the report is finished.
    """

    id: UUID
    number: str
    revision: int
    state: str
    organisation: str
    site: str
    engineer: str
    arrived_at: datetime
    seconds: int
    agreed_name: str
    open_recommendations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportWindow:
    """Reports in their order; `after` is where the next window begins, None at the end."""

    lines: tuple[ReportLine, ...]
    after: tuple[int | str, int] | None = None


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What the list can be filtered by; an engineer sees only the own reports, and has no others to choose from."""

    engineers: tuple[tuple[UUID, str], ...]
    branches: tuple[tuple[UUID, str], ...]
