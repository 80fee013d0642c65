"""All of the dashboard, from this desk's own copy; what it counts lies in the modules beside."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from supportdesk.domain.words import ClockKind
from supportdesk.services.dashboards.clients import branch_lines, client_lines, contract_count, contract_lines
from supportdesk.services.dashboards.goals import goals_in
from supportdesk.services.dashboards.queue import (
    RANKS,
    AgeSpan,
    Board,
    DueHour,
    Load,
    Pile,
    ages,
    branch_loads,
    business_hours,
    cells,
    client_loads,
    due_hours,
    owner_loads,
    piles,
)
from supportdesk.services.dashboards.weeks import Weeks, promises, turns
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person.place import calendar_of, place_of
from supportdesk.services.queries.search_words import Names, search_names, term
from supportdesk.services.views import Bar, CaseQuery, Dashboard, Figure, Sort, ViewKind
from supportdesk.store.search_terms import Field
from supportdesk.store.tables.people import AGENT, BRANCH

_CLIENTS = 5


def dashboard(desk: Desk, weeks: int = 7, branch_id: UUID | None = None) -> Dashboard:
    """Figures and charts over so many weeks of seven days, the last ending today, of one branch or of all.

    Shares are from 0 to 1. Each bar has the list of exactly its cases; a list that is searched stops at a thousand.
    """
    # As lists do, so that a bar and its list agree within the minute.
    now = desk.now().replace(second=0, microsecond=0)
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        return _dashboard(conn, desk, now, weeks, branch_id)


def _dashboard(conn: Connection, desk: Desk, now: datetime, count: int, branch_id: UUID | None) -> Dashboard:
    place, goals = place_of(conn, desk.actor), goals_in(conn)
    span = Weeks.until(now, place.zone, count)
    board = Board(conn, branch_id)
    scope = _scope(conn, branch_id)
    kept = promises(conn, span, branch_id)
    responses = tuple(week.share for week in kept[ClockKind.FIRST_RESPONSE])
    updates = tuple(week.share for week in kept[ClockKind.NEXT_UPDATE])
    turned = turns(conn, span, branch_id)
    everywhere = cells(Board(conn), now)
    counted = [cell for cell in everywhere if branch_id in {None, cell.branch_id}]
    stacked = piles(counted)
    by_rank = {rank: sum(pile.by_rank.get(rank, 0) for pile in stacked) for rank in RANKS}
    open_now = sum(by_rank.values())
    calendar = calendar_of(conn, desk, place)
    hours = due_hours(board, business_hours(calendar, now)) if calendar else ()
    return Dashboard(
        now=now,
        first_responses=_share(responses, goals.first_responses),
        updates=_share(updates, goals.updates),
        open_cases=_number(turned.open_at_ends(open_now), _all_open(branch_id, scope)),
        reactivated=_share(turned.reactivated_shares()),
        weeks=span.days,
        response_share=responses,
        update_share=updates,
        hours=tuple((hour.start, hour.due, hour.likely_late) for hour in hours),
        hour_queries=tuple(_due_in(hour, place.zone, scope) for hour in hours),
        ages=tuple(
            _age(age, now.astimezone(place.zone).date(), scope) for age in ages(board, now, place.zone)
        ),
        backlog=_backlog(desk, now, stacked, scope),
        severities=tuple(by_rank[rank] for rank in RANKS),
        workload=_workload(conn, owner_loads(counted), scope),
        branches=branch_lines(conn, branch_loads(everywhere), span),
        clients=client_lines(conn, client_loads(board, now, _CLIENTS), span, scope),
        contracts=contract_lines(conn, desk, now),
        contract_count=contract_count(conn, now),
    )


def _share(points: tuple[float | None, ...], goal: float | None = None) -> Figure:
    """The last week's share, and how far it is from the week's before it."""
    last, before = points[-1], points[-2] if len(points) > 1 else None
    change = None if last is None or before is None else last - before
    return Figure(last, change, goal, points)


def _number(points: tuple[int, ...], query: CaseQuery) -> Figure:
    change = points[-1] - points[-2] if len(points) > 1 else None
    return Figure(points[-1], change, None, points, query)


def _scope(conn: Connection, branch_id: UUID | None) -> str:
    """A search term for the branch that is looked at; nothing where all are."""
    return "" if branch_id is None else _named(conn, Field.BRANCH, {branch_id})[branch_id]


def _all_open(branch_id: UUID | None, scope: str) -> CaseQuery:
    if branch_id is not None:
        return CaseQuery(view=ViewKind.BRANCH, branch_id=branch_id)
    return _open_cases(scope)


def _open_cases(*terms: str) -> CaseQuery:
    return CaseQuery(view=ViewKind.ALL_OPEN, sort=Sort.DEADLINE, search=" ".join(filter(None, terms)))


def _due_in(hour: DueHour, zone: ZoneInfo, scope: str) -> CaseQuery:
    first, last = hour.since.astimezone(zone), hour.end.astimezone(zone)
    return _open_cases(f"due:{first:%Y-%m-%dT%H:%M}..{last:%Y-%m-%dT%H:%M}", scope)


def _age(age: AgeSpan, today: date, scope: str) -> Bar:
    """A bar whose label is its span of days, today being day 1: "1", "2-3" … "31-"."""
    newest = (today - age.last).days + 1
    if age.first is None:
        return Bar(f"{newest}-", age.count, query=_open_cases(f"logged:<={age.last}", scope))
    oldest = (today - age.first).days + 1
    label = str(newest) if oldest == newest else f"{newest}-{oldest}"
    return Bar(label, age.count, query=_open_cases(f"logged:{age.first}..{age.last}", scope))


def _backlog(desk: Desk, now: datetime, stacked: tuple[Pile, ...], scope: str) -> tuple[Bar, ...]:
    """A bar for each stage that holds cases, in the order of the policies; a stage of several policies is one."""
    names = search_names(desk.policies)
    bars: list[Bar] = []
    for stage_id, marks in _by_stage(desk, now, stacked).items():
        largest = max(
            (pile for pile in stacked if pile.stage == stage_id), key=lambda pile: sum(pile.by_rank.values())
        )
        bars.append(_stage_bar(desk, now, largest, marks, names, scope))
    return tuple(bars)


def _by_stage(desk: Desk, now: datetime, stacked: tuple[Pile, ...]) -> dict[str, dict[int, int]]:
    order = {
        stage.id: None
        for code in desk.policies.codes()
        for stage in desk.policies.in_effect(code, now).stages
    }
    found: dict[str, dict[int, int]] = {stage: {} for stage in order}
    for pile in stacked:
        ranks = found.setdefault(pile.stage, {})
        for rank, count in pile.by_rank.items():
            ranks[rank] = ranks.get(rank, 0) + count
    return {stage: ranks for stage, ranks in found.items() if ranks}


def _stage_bar(
    desk: Desk, now: datetime, pile: Pile, ranks: Mapping[int, int], names: Names, scope: str
) -> Bar:
    known = pile.policy_code in desk.policies.codes()
    stages = desk.policies.in_effect(pile.policy_code, now).stages if known else ()
    stage = next((stage for stage in stages if stage.id == pile.stage), None)
    label = stage.name.in_language(desk.language) if stage else pile.stage
    return Bar(
        label,
        sum(ranks.values()),
        marks=tuple(ranks.get(rank, 0) for rank in RANKS),
        query=_open_cases(term(names, Field.STAGE, pile.stage, label), scope),
        look=stage.look if stage else "",
    )


def _workload(conn: Connection, loads: tuple[Load, ...], scope: str) -> tuple[Bar, ...]:
    """A bar for each owner, with how many of the cases are late and the load that was agreed."""
    owned = {load.id: load for load in loads if load.id is not None}
    terms = _named(conn, Field.OWNER, set(owned))
    rows = conn.execute(select(AGENT.c.id, AGENT.c.name, AGENT.c.agreed_load).where(AGENT.c.id.in_(owned)))
    agents = {row.id: row for row in rows}
    return tuple(
        Bar(
            agents[owner].name,
            load.open,
            marks=(load.late,),
            query=_open_cases(terms[owner], scope),
            id=owner,
            limit=agents[owner].agreed_load,
        )
        for owner, load in owned.items()
        if owner in agents
    )


def _named(conn: Connection, field: Field, ids: set[UUID]) -> dict[UUID, str]:
    """A search term for each person or branch: by name, or by id where the name would mean more than one."""
    table = AGENT if field is Field.OWNER else BRANCH
    rows = conn.execute(select(table.c.id, table.c.name).where(~table.c.deleted)).all()
    names = [row.name.casefold() for row in rows]
    plain = {
        row.id: row.name for row in rows if names.count(row.name.casefold()) == 1 and '"' not in row.name
    }
    return {
        each: f'{field.value}:"{plain[each]}"' if each in plain else f"{field.value}:{each}" for each in ids
    }
