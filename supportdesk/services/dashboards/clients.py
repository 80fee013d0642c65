"""Branches, clients and contracts of the dashboard: who has most open, and whose cover ends or runs out first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, and_, case, exists, func, or_, select

from supportdesk.domain.words import Cover, LedgerKind
from supportdesk.rules.entitlements.cover_periods import free_years
from supportdesk.rules.entitlements.ledger import read_ledger
from supportdesk.services.dashboards.queue import Load
from supportdesk.services.dashboards.weeks import Weeks, promises_of_branches, promises_of_clients
from supportdesk.services.entitlements.contracts import RENEWAL_NOTICE
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import BranchLine, CaseQuery, ContractLine, ViewKind
from supportdesk.store import ledger_rows
from supportdesk.store.tables.people import BRANCH, CONTRACT, LEDGER_LINE, ORGANISATION

OF_CONTRACT = (
    ORGANISATION.c.id,
    ORGANISATION.c.name,
    ORGANISATION.c.policy_code,
    CONTRACT.c.kind,
    CONTRACT.c.plan_id,
    CONTRACT.c.ends_on,
)
"""What `contract_line` reads of a contract and its client."""
_URGENCY = ("used_up", "ended", "low", "ending", "ok")
_SEASON_TICKET = and_(
    LEDGER_LINE.c.kind == LedgerKind.BOUGHT.value, LEDGER_LINE.c.case_id.is_(None), ~LEDGER_LINE.c.deleted
)
_LOW_AT = 2
_LINES = 8
_ENDED_SHOWN = timedelta(days=30)


def branch_lines(conn: Connection, loads: Iterable[Load], weeks: Weeks) -> tuple[BranchLine, ...]:
    """Every branch: central support first, then in the order in which they were opened; in time: the last week."""
    kept = promises_of_branches(conn, weeks)
    by_id = {load.id: load for load in loads}
    centre_first = case((BRANCH.c.kind == "central", 0), else_=1)
    rows = conn.execute(
        select(BRANCH.c.id, BRANCH.c.name).where(~BRANCH.c.deleted).order_by(centre_first, BRANCH.c.row)
    )
    return tuple(
        BranchLine(
            id=row.id,
            name=row.name,
            open=by_id[row.id].open if row.id in by_id else 0,
            late=by_id[row.id].late if row.id in by_id else 0,
            in_time=kept[row.id].share if row.id in kept else None,
            query=CaseQuery(view=ViewKind.BRANCH, branch_id=row.id),
        )
        for row in rows
    )


def client_lines(
    conn: Connection, loads: tuple[Load, ...], weeks: Weeks, scope: str
) -> tuple[BranchLine, ...]:
    """The clients with most open cases; `scope` is the search term of the branch that is looked at."""
    ids = tuple(load.id for load in loads if load.id is not None)
    named = conn.execute(select(ORGANISATION.c.id, ORGANISATION.c.name).where(ORGANISATION.c.id.in_(ids)))
    names = {row.id: row.name for row in named}
    kept = promises_of_clients(conn, weeks, ids)
    return tuple(
        BranchLine(
            id=load.id,
            name=names.get(load.id, ""),
            open=load.open,
            late=load.late,
            in_time=kept[load.id].share if load.id in kept else None,
            query=CaseQuery(view=ViewKind.ALL_OPEN, search=f"client:{load.id} {scope}".strip()),
        )
        for load in loads
        if load.id is not None
    )


def contract_lines(conn: Connection, desk: Desk, now: datetime) -> tuple[ContractLine, ...]:
    """Contracts, warranties, free years and season tickets: those over, then what ends or runs out first."""
    lines = [
        *_contracts(conn, desk, now),
        *_free_years(conn, desk, now),
        *ticket_lines(conn, desk, now, _LINES),
    ]
    return tuple(sorted(lines, key=by_urgency)[:_LINES])


def contract_count(conn: Connection, now: datetime) -> int:
    """How many contracts and warranties run, and how many clients have bought season tickets."""
    today = now.date()
    running = select(func.count()).where(*running_on(today))
    buyers = select(func.count(LEDGER_LINE.c.organisation_id.distinct())).where(_SEASON_TICKET)
    return (conn.scalar(running) or 0) + (conn.scalar(buyers) or 0)


def running_on(today: date) -> tuple[ColumnElement[bool], ...]:
    """The contracts and warranties that run on a day."""
    return CONTRACT.c.starts_on <= today, *_not_over(today)


def _not_over(today: date) -> tuple[ColumnElement[bool], ...]:
    return ~CONTRACT.c.deleted, or_(CONTRACT.c.ends_on.is_(None), CONTRACT.c.ends_on >= today)


def _contracts(conn: Connection, desk: Desk, now: datetime) -> Iterator[ContractLine]:
    """The last contract or warranty of each client; one that ended long ago was given up."""
    today = now.date()
    last = func.max(func.coalesce(CONTRACT.c.ends_on, date.max))
    ending = (
        select(CONTRACT.c.organisation_id, CONTRACT.c.kind, last.label("last"))
        .where(~CONTRACT.c.deleted)
        .group_by(CONTRACT.c.organisation_id, CONTRACT.c.kind)
        .having(and_(last >= today - _ENDED_SHOWN, last < date.max))
        .order_by(last)
        .limit(_LINES)
        .subquery()
    )
    of_ending = and_(
        CONTRACT.c.organisation_id == ending.c.organisation_id,
        CONTRACT.c.kind == ending.c.kind,
        CONTRACT.c.ends_on == ending.c.last,
    )
    rows = conn.execute(
        select(*OF_CONTRACT).select_from(
            ending.join(ORGANISATION, ORGANISATION.c.id == ending.c.organisation_id).join(CONTRACT, of_ending)
        )
    )
    for row in rows:
        yield contract_line(desk, row, now)


def _free_years(conn: Connection, desk: Desk, now: datetime) -> Iterator[ContractLine]:
    """The clients whose free years end, unless a warranty follows (ONX-3)."""
    today = now.date()
    for code in desk.policies.codes():
        years = desk.policies.in_effect(code, now).entitlement.free_years
        if not years:
            continue
        renewed = exists().where(
            CONTRACT.c.organisation_id == ORGANISATION.c.id,
            *_not_over(today),
        )
        begun = today - _ENDED_SHOWN - timedelta(days=366 * years)
        rows = conn.execute(
            select(ORGANISATION.c.id, ORGANISATION.c.name, ORGANISATION.c.start_date)
            .where(ORGANISATION.c.policy_code == code, ORGANISATION.c.start_date >= begun, ~renewed)
            .order_by(ORGANISATION.c.start_date)
            .limit(_LINES)
        )
        for row in rows:
            last_day = free_years(row.start_date, years).last_day
            if last_day is not None and last_day >= today - _ENDED_SHOWN:
                yield _dated_line(row.id, row.name, Cover.FIRST_YEAR.value, "", last_day, today)


def contract_line(desk: Desk, row: Row[*tuple[Any, ...]], now: datetime) -> ContractLine:
    """The line of a contract or warranty, read with the columns OF_CONTRACT."""
    plan = desk.policies.in_effect(row.policy_code, now).plan(row.plan_id) if row.plan_id else None
    named = plan.name.in_language(desk.language) if plan else ""
    return _dated_line(row.id, row.name, row.kind, named, row.ends_on, now.date())


def _dated_line(
    organisation_id: UUID, organisation: str, kind: str, plan: str, ends_on: date | None, today: date
) -> ContractLine:
    """Something by its last day; None is without an end."""
    last = ends_on or date.max
    soon = "ending" if last <= today + RENEWAL_NOTICE else "ok"
    state = "ended" if last < today else soon
    return ContractLine(organisation_id, organisation, kind, plan, None, None, ends_on, state)


def ticket_lines(
    conn: Connection, desk: Desk, now: datetime, most: int, *, text: str = ""
) -> Iterator[ContractLine]:
    """The clients with the fewest incidents left; what their tickets still cover, the ledger's rules say (SYN-2)."""
    left = func.sum(LEDGER_LINE.c.quantity)
    buyers = select(LEDGER_LINE.c.organisation_id).where(_SEASON_TICKET)
    rows = conn.execute(
        select(ORGANISATION.c.id, ORGANISATION.c.name, ORGANISATION.c.policy_code)
        .join(LEDGER_LINE, LEDGER_LINE.c.organisation_id == ORGANISATION.c.id)
        .where(LEDGER_LINE.c.organisation_id.in_(buyers), LEDGER_LINE.c.covered, ~LEDGER_LINE.c.deleted)
        .where(ORGANISATION.c.name.icontains(text, autoescape=True))
        .group_by(ORGANISATION.c.id, ORGANISATION.c.name, ORGANISATION.c.policy_code)
        .order_by(left, ORGANISATION.c.name)
        .limit(most)
    )
    for row in rows:
        policy = desk.policies.in_effect(row.policy_code, now)
        lines = ledger_rows.lines_of(conn, row.id)
        ledger = read_ledger(lines, policy.entitlement.incident, policy.calendar)
        balance = ledger.balance(now)
        bought = [ticket for ticket in ledger.tickets if ticket.reserved_for is None]
        # Of tickets that are used up only the last one tells something, once there is nothing else.
        size = sum(
            ticket.size for ticket in [each for each in bought if each.covers(None, now)] or bought[-1:]
        )
        low = "low" if balance <= _LOW_AT else "ok"
        state = low if balance else "used_up"
        yield ContractLine(row.id, row.name, Cover.SEASON_TICKET.value, "", balance, size, None, state)


def by_urgency(line: ContractLine) -> tuple[int, date, int, str]:
    """What is over or runs out first comes first."""
    return _URGENCY.index(line.state), line.ends_on or date.max, line.left or 0, line.organisation
