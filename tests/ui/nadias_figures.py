"""The dashboard of Nadia Karim's desk on one afternoon, as frozen values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from supportdesk.services.views import (
    Bar,
    BranchLine,
    CaseQuery,
    ContractLine,
    Dashboard,
    Figure,
    ViewKind,
)
from tests.ui.nadias_desk import NOW, TORONTO

_OPEN = CaseQuery(view=ViewKind.ALL_OPEN)
_WEEKS = tuple(date(2026, 10, 5) + timedelta(days=7 * week) for week in range(7))
_RESPONSES = (0.905, 0.92, 0.91, 0.934, 0.925, 0.929, 0.942)
_UPDATES = (0.93, 0.921, 0.932, 0.914, 0.924, 0.918, 0.91)


def _open(search: str) -> CaseQuery:
    return replace(_OPEN, search=search)


def _hour(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=TORONTO).astimezone(UTC)


_HOURS = (
    *(
        (_hour(24, hour), due, late)
        for hour, due, late in ((14, 3, 2), (15, 5, 3), (16, 4, 1), (17, 2, 0), (18, 3, 1), (19, 1, 0))
    ),
    *((_hour(25, hour), due, late) for hour, due, late in ((8, 6, 3), (9, 5, 1), (10, 3, 0), (11, 2, 0))),
)
_BACKLOG = (
    ("New", "new", (1, 3, 3, 2, 0)),
    ("In progress", "in_progress", (2, 10, 15, 7, 0)),
    ("Updated by customer", "updated", (0, 2, 4, 2, 0)),
    ("Waiting for customer", "waiting", (0, 2, 12, 8, 0)),
    ("Waiting for vendor", "vendor", (0, 1, 4, 2, 0)),
    ("Development", "development", (0, 2, 6, 4, 0)),
    ("Testing", "testing", (0, 1, 3, 2, 0)),
    ("Delivered", "delivered", (0, 0, 5, 6, 0)),
)
_WORKLOAD = (
    ("Nadia Karim", 23, 0, 20),
    ("Tom Ashworth", 19, 0, 20),
    ("Priya Raman", 17, 0, 20),
    ("Yousef Al-Hakimi", 19, 1, 22),
    ("Claire Fontaine", 14, 0, 16),
    ("Omar Ben Salem", 8, 0, 10),
    ("Karim Haddad", 4, 0, 8),
)
_BRANCHES = (
    ("Head office, Sana’a", 41, 2, 0.931),
    ("Toronto", 38, 1, 0.958),
    ("Lyon", 18, 0, 0.964),
    ("Tunis", 12, 1, 0.89),
)
_CLIENTS = (
    ("Northfield Council", 9, 1, 0.92),
    ("Maple Ridge School District", 7, 1, 0.885),
    ("Al-Rashid Trading", 6, 0, None),
)


def _lines(lines: tuple[tuple[str, int, int, float | None], ...], first_id: int) -> tuple[BranchLine, ...]:
    return tuple(
        BranchLine(
            UUID(int=first_id + at),
            name,
            count,
            late,
            share,
            CaseQuery(view=ViewKind.BRANCH, branch_id=UUID(int=first_id + at)),
        )
        for at, (name, count, late, share) in enumerate(lines)
    )


def _contract(at: int, client: str, kind: str, state: str, **values: object) -> ContractLine:
    known: dict[str, object] = {"plan": "", "left": None, "size": None, "ends_on": None, **values}
    return ContractLine(UUID(int=0x600 + at), client, kind, state=state, **known)  # type: ignore[arg-type]  # by name


_CONTRACTS = (
    _contract(0, "Gulf Star Foods", "season_ticket", "used_up", left=0, size=10),
    _contract(1, "Cobalt Freight", "season_ticket", "low", left=1, size=10),
    _contract(2, "Lakeshore Clinics", "contract", "ending", plan="Gold", ends_on=date(2026, 12, 6)),
    _contract(3, "Al-Rashid Trading", "first_year", "ok", ends_on=date(2027, 3, 31)),
    _contract(4, "Hartwell Motors", "season_ticket", "ok", left=7, size=10),
)
FIGURES = Dashboard(
    now=NOW,
    first_responses=Figure(0.942, 0.013, 0.95, _RESPONSES),
    updates=Figure(0.91, -0.008, 0.92, _UPDATES),
    open_cases=Figure(109, -6, None, (118, 116, 119, 114, 115, 115, 109), _OPEN),
    reactivated=Figure(0.031, -0.004, None, (0.046, 0.043, 0.042, 0.038, 0.039, 0.035, 0.031)),
    weeks=_WEEKS,
    response_share=_RESPONSES,
    update_share=_UPDATES,
    hours=_HOURS,
    ages=tuple(
        Bar(label, count, query=_open(f"age:{label}"))
        for label, count in (("1", 14), ("2-3", 23), ("4-7", 28), ("8-14", 21), ("15-30", 15), ("31-", 8))
    ),
    backlog=tuple(
        Bar(name, sum(marks), marks=marks, query=_open(f"stage:{look}"), look=look)
        for name, look, marks in _BACKLOG
    ),
    severities=(3, 21, 52, 33, 0),
    workload=tuple(
        Bar(name, count, (late,), _open(f'owner:"{name}"'), UUID(int=10 + at), limit)
        for at, (name, count, late, limit) in enumerate(_WORKLOAD)
    ),
    branches=_lines(_BRANCHES, 1),
    clients=_lines(_CLIENTS, 0x500),
    contracts=_CONTRACTS,
    contract_count=214,
    hour_queries=tuple(_open(f"due:{start:%dT%H}") for start, _due, _late in _HOURS),
)
_NEVER = (None,) * len(_WEEKS)
NOTHING = Dashboard(
    now=NOW,
    first_responses=Figure(None, None, None, _NEVER),
    updates=Figure(None, None, None, _NEVER),
    open_cases=Figure(0, 0, None, (0,) * len(_WEEKS), _OPEN),
    reactivated=Figure(None, None, None, _NEVER),
    weeks=_WEEKS,
    response_share=_NEVER,
    update_share=_NEVER,
    hours=tuple((start, 0, 0) for start, _due, _late in _HOURS),
    ages=tuple(Bar(bar.label, 0, query=bar.query) for bar in FIGURES.ages),
    backlog=(),
    severities=(0, 0, 0, 0, 0),
    workload=(),
    branches=_lines((("Toronto", 0, 0, None),), 1),
    clients=(),
    contracts=(),
    contract_count=0,
)
