"""Nadia Karim's queue on one afternoon, as frozen values: what screens are built and tested against without a store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from supportdesk.domain.words import AgentRole, ClockKind
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import (
    CaseQuery,
    CaseRow,
    Deadline,
    Group,
    GroupKey,
    ListShape,
    SidebarCounts,
    ViewKind,
)
from supportdesk.services.views.directory import Me

TORONTO = ZoneInfo("America/Toronto")
NOW = datetime(2026, 11, 24, 14, 18, tzinfo=TORONTO).astimezone(UTC)
NADIA = UUID(int=10)
TOM = UUID(int=11)


def due(minutes: float, whole: float, soon: float = 120) -> Deadline:
    """A running deadline so many minutes away, of a target so many minutes long."""
    end = NOW + timedelta(minutes=minutes)
    return Deadline(
        "running",
        ClockKind.FIRST_RESPONSE,
        end - timedelta(minutes=whole),
        end - timedelta(minutes=min(soon, whole / 2)),
        end,
    )


def row(
    number: int,
    title: str,
    organisation: str,
    stage: tuple[str, str],
    severity: int,
    deadline: Deadline,
    ago: float,
    *,
    unread: bool = False,
    files: int = 0,
    owner: tuple[UUID | None, str] = (NADIA, "Nadia Karim"),
    verified: bool = True,
) -> CaseRow:
    """One case; `ago` is its last activity in minutes."""
    return CaseRow(
        id=UUID(int=number),
        number=str(number),
        title=title,
        organisation=organisation,
        stage=stage[0],
        stage_look=stage[1],
        severity_rank=severity,
        severity_code=f"S{severity}",
        severity_verified=verified,
        unread=unread,
        attachments=files,
        owner_id=owner[0],
        owner_name=owner[1],
        deadline=deadline,
        last_activity_at=NOW - timedelta(minutes=ago),
    )


IN_PROGRESS = ("In progress", "in_progress")
PAUSED = Deadline("paused", ClockKind.NEXT_UPDATE)
MET = Deadline("met", ClockKind.FIRST_RESPONSE)
WAITING = ("Waiting for customer", "waiting")
VENDOR = ("Waiting for vendor", "vendor")
DAY = 24 * 60

_OVERDUE = (
    row(10517, "Payroll run stops at 62 % with error PAY-2417", "Maple Ridge School District", IN_PROGRESS, 1,
        due(-42, 120), 4, unread=True, files=2),
)  # fmt: skip
_TWO_HOURS = (
    row(10509, "Cannot post purchase invoices after period close", "Ateliers Berthier",
        ("Updated by customer", "updated"), 2, due(38, 360), 9, unread=True),
    row(10482, "Stock valuation differs from ledger since update 9.4.2", "Hartwell Motors",
        ("Reactivated", "reactivated"), 2, due(72, 300), 23, files=4),
    row(10498, "تقرير أعمار الديون يظهر أرصدة مكررة", "شركة الرشيد للتجارة", IN_PROGRESS, 3,
        due(110, 330), 31, unread=True, files=1),
)  # fmt: skip
_TODAY = (
    row(10511, "Écart de TVA sur la déclaration d’octobre", "Laiterie du Sahel", ("New", "new"), 3, due(185, 370), 65),
    row(10473, "Bank reconciliation skips lines imported by MT940", "Brookfield Housing", ("Testing", "testing"), 3,
        due(220, 440), 70, files=3),
    row(10466, "Service reminders not printed for inspection due list", "Kingsley Plant Hire",
        ("Development", "development"), 2, due(310, 440), 125, files=1),
    row(10503, "Column order of the aged debtors export", "Cobalt Freight", IN_PROGRESS, 4, due(330, 440), 130),
)  # fmt: skip
_THIS_WEEK = (
    row(10455, "Add supplier code to the purchase order PDF", "Gulf Star Foods", ("Estimate", "estimate"), 4,
        due(1182, 1380), 190),
    row(10441, "Fixed assets: wrong opening balance after import", "Clinique Les Oliviers",
        ("Delivered", "delivered"), 3, MET, 23 * 60),
)  # fmt: skip
_PAUSED_TITLES = (
    ("Data file needed to reproduce rounding difference", "Coopérative de Zaghouan", WAITING, 3, 2, DAY),
    ("Report server add-on crashes on large statements", "Northfield Council", VENDOR, 2, 0, 4 * DAY),
    (
        "Holiday accrual differs between two payslips",
        "Lakeshore Clinics",
        ("On hold", "on_hold"),
        3,
        0,
        5 * DAY,
    ),
    ("Two users lock each other out of the stock count", "Hartwell Motors", WAITING, 2, 1, 6 * DAY),
    ("Opening stock imported twice", "Gulf Star Foods", WAITING, 3, 0, 7 * DAY),
    ("Letterhead cut off on the second page", "Cobalt Freight", WAITING, 4, 1, 8 * DAY),
    ("Bank file refused for accounts in two currencies", "Ateliers Berthier", VENDOR, 2, 0, 9 * DAY),
    ("Invoice run skips clients without an email", "Brookfield Housing", WAITING, 3, 0, 10 * DAY),
    ("Depreciation posted to the closed year", "Clinique Les Oliviers", WAITING, 3, 3, 11 * DAY),
    ("Budget columns disappear after a copy", "Lakeshore Clinics", ("On hold", "on_hold"), 4, 0, 12 * DAY),
    ("Statement shows credit notes as open", "Kingsley Plant Hire", WAITING, 3, 0, 13 * DAY),
    ("Second approver is never asked", "Northfield Council", WAITING, 2, 0, 14 * DAY),
    ("Search finds no names with an accent", "Laiterie du Sahel", WAITING, 4, 0, 15 * DAY),
)
_PAUSED = tuple(
    row(10437 - 17 * at, title, organisation, stage, severity, PAUSED, ago, files=files)
    for at, (title, organisation, stage, severity, files, ago) in enumerate(_PAUSED_TITLES)
)
GROUPS = (
    (GroupKey.OVERDUE, _OVERDUE),
    (GroupKey.TWO_HOURS, _TWO_HOURS),
    (GroupKey.TODAY, _TODAY),
    (GroupKey.THIS_WEEK, _THIS_WEEK),
    (GroupKey.PAUSED, _PAUSED),
)

COUNTS = SidebarCounts(
    views={
        ViewKind.INBOX: 12,
        ViewKind.MINE: 23,
        ViewKind.UNASSIGNED: 5,
        ViewKind.BREACHING: 4,
        ViewKind.WAITING: 9,
    },
    branches=(
        (UUID(int=1), "Head office, Sana’a", "central", 41),
        (UUID(int=2), "Toronto", "branch", 38),
        (UUID(int=3), "Lyon", "branch", 18),
        (UUID(int=4), "Tunis", "branch", 12),
    ),
    saved=(
        (UUID(int=5), "S1 and S2, everywhere", "severity:S1 severity:S2", 7),
        (UUID(int=6), "Payroll year-end", "payroll", 14),
        (UUID(int=7), "Tickets running out", "is:low", 3),
        (UUID(int=8), "Closing by itself soon", "is:closing", 6),
    ),
    visits_today=2,
    attention=2,
    unread=True,
    drafts=1,
    waiting_to_send=3,
)
ME = Me(
    id=NADIA,
    name="Nadia Karim",
    roles=frozenset({AgentRole.SUPPORT_OFFICER}),
    language="en",
    branch_id=UUID(int=2),
    branch="Toronto",
    time_zone="America/Toronto",
    open=True,
    open_until=datetime(2026, 11, 24, 18, 0, tzinfo=TORONTO).astimezone(UTC),
)


@dataclass
class NadiasLists:
    """The list queries over rows in memory; the groups keep their order. Tests change `groups` between questions."""

    groups: tuple[tuple[GroupKey, tuple[CaseRow, ...]], ...] = GROUPS
    asked: list[tuple[int, int]] = field(default_factory=list)

    def rows(self, query: CaseQuery) -> list[CaseRow]:
        """All rows of a list, in order."""
        found = [each for _key, rows in self.groups for each in rows]
        if query.severity_ranks:
            found = [each for each in found if each.severity_rank in query.severity_ranks]
        if query.search:
            found = [each for each in found if query.search.casefold() in each.title.casefold()]
        return [] if query.view is ViewKind.UNASSIGNED else found

    def shape(self, _desk: Desk, query: CaseQuery, /) -> ListShape:
        kept = {each.id for each in self.rows(query)}
        groups = ((key, sum(each.id in kept for each in rows)) for key, rows in self.groups)
        return ListShape(len(kept), tuple(Group(key, count) for key, count in groups if count))

    def page(self, _desk: Desk, query: CaseQuery, first: int, limit: int, /) -> tuple[CaseRow, ...]:
        self.asked.append((first, limit))
        return tuple(self.rows(query)[first : first + limit])

    def index_of(self, _desk: Desk, query: CaseQuery, case_id: UUID, /) -> int | None:
        return next((at for at, each in enumerate(self.rows(query)) if each.id == case_id), None)

    def retitle(self, case_id: UUID, title: str) -> None:
        """Change one row in place."""
        self.groups = tuple(
            (key, tuple(replace(each, title=title) if each.id == case_id else each for each in rows))
            for key, rows in self.groups
        )

    def move(self, case_id: UUID, to: GroupKey | None) -> None:
        """Move a row to the end of another group, or out of the list."""
        moved = next(each for _key, rows in self.groups for each in rows if each.id == case_id)
        self.groups = tuple(
            (key, (*(each for each in rows if each.id != case_id), *((moved,) if key is to else ())))
            for key, rows in self.groups
        )
