"""The list of visit reports for those who manage engineers (ONX-2), in windows by keyset; nothing is written here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, ColumnElement, Connection, Select, func, or_, select, type_coerce

from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import sight
from supportdesk.services.views.visit_plans import (
    ReportChoices,
    ReportLine,
    ReportQuery,
    ReportSort,
    ReportWindow,
)
from supportdesk.store.folding import fold
from supportdesk.store.tables.people import AGENT, BRANCH, ORGANISATION, SITE
from supportdesk.store.tables.work import VISIT, VISIT_CASE

WINDOW = 100
_MOST_EXPORTED = 20_000
_LONGEST_NAME = 200
_MOST_NAMED = 1000
_ARRIVED = type_coerce(VISIT.c.arrived_at, BigInteger())
_SORTS: dict[ReportSort, ColumnElement[Any]] = {
    ReportSort.NUMBER: VISIT.c.number,
    ReportSort.WHEN: _ARRIVED,
    ReportSort.ENGINEER: func.lower(func.coalesce(AGENT.c.name, "")),
    ReportSort.CLIENT: func.lower(ORGANISATION.c.name),
    ReportSort.DURATION: func.coalesce(type_coerce(VISIT.c.left_at, BigInteger()), _ARRIVED) - _ARRIVED,
}

Place = tuple[int | str, int]
"""What a row was sorted by, and its number."""


def reports(
    desk: Desk, query: ReportQuery, after: Place | None = None, *, limit: int = WINDOW
) -> ReportWindow:
    """The reports of visits that were begun, from a place in the list on; an engineer gets the own ones only."""
    with desk.store.read() as conn:
        wanted, clients = _allowed(conn, desk, query), _called(conn, query.client)
        lines: list[ReportLine] = []
        place = after
        while len(lines) < limit:
            found = conn.execute(_statement(wanted, clients, place).limit(limit)).mappings().all()
            taken = _taken(conn, [row["id"] for row in found])
            for row in found:
                place = (row["sorted_by"], row["row"])
                line = _line(row, taken[row["id"]])
                of_client = clients is None or row["organisation_id"] in clients
                if of_client and (line.open_recommendations or not query.open_only):
                    lines.append(line)
                if len(lines) == limit:
                    break
            else:
                if len(found) < limit:
                    return ReportWindow(tuple(lines))
        return ReportWindow(tuple(lines), place)


def all_reports(desk: Desk, query: ReportQuery) -> Iterator[ReportLine]:
    """The same without windows, for a file; twenty thousand at most."""
    after: Place | None = None
    for _ in range(0, _MOST_EXPORTED, 10 * WINDOW):
        window = reports(desk, query, after, limit=10 * WINDOW)
        yield from window.lines
        after = window.after
        if after is None:
            return


def choices(desk: Desk) -> ReportChoices:
    """What the list can be filtered by here."""
    with desk.store.read() as conn:
        if not sight.may_read_reports(conn, desk.actor):
            return ReportChoices((), ())
        engineers = conn.execute(
            select(AGENT.c.id, AGENT.c.name)
            .where(~AGENT.c.deleted, select(VISIT.c.row).where(VISIT.c.engineer_id == AGENT.c.id).exists())
            .order_by(AGENT.c.name, AGENT.c.row)
        )
        branches = conn.execute(
            select(BRANCH.c.id, BRANCH.c.name).where(~BRANCH.c.deleted).order_by(BRANCH.c.name, BRANCH.c.row)
        )
        return ReportChoices(
            tuple((row.id, row.name) for row in engineers), tuple((row.id, row.name) for row in branches)
        )


def _allowed(conn: Connection, desk: Desk, query: ReportQuery) -> ReportQuery:
    may = sight.may_read_reports(conn, desk.actor)
    return query if may else replace(query, engineer_id=desk.actor)


def _called(conn: Connection, text: str) -> frozenset[UUID] | None:
    """The clients with this in their names, as every search reads it; None where nothing was typed.

    What a database takes for the same letter differs from one to the other, and few know more than Latin ones.
    """
    wanted = fold(text.strip()[:_LONGEST_NAME])
    if not wanted:
        return None
    names = conn.execute(select(ORGANISATION.c.id, ORGANISATION.c.name))
    return frozenset(row.id for row in names if wanted in fold(row.name))


def _statement(
    query: ReportQuery, clients: frozenset[UUID] | None, after: Place | None
) -> Select[*tuple[Any, ...]]:
    by = _SORTS[query.sort]
    found: Select[*tuple[Any, ...]] = (
        select(
            VISIT,
            ORGANISATION.c.name.label("organisation"),
            SITE.c.name.label("site"),
            AGENT.c.name.label("engineer"),
            by.label("sorted_by"),
        )
        .select_from(
            VISIT.join(ORGANISATION, ORGANISATION.c.id == VISIT.c.organisation_id)
            .outerjoin(SITE, SITE.c.id == VISIT.c.site_id)
            .outerjoin(AGENT, AGENT.c.id == VISIT.c.engineer_id)
        )
        .where(*_filters(query, clients))
    )
    if after is not None:
        value, number = after
        # The first half says nothing new, but it is what an index can begin at.
        if query.descending:
            found = found.where(by <= value, or_(by < value, VISIT.c.row < number))
        else:
            found = found.where(by >= value, or_(by > value, VISIT.c.row > number))
    if query.descending:
        return found.order_by(by.desc(), VISIT.c.row.desc())
    return found.order_by(by, VISIT.c.row)


def _filters(query: ReportQuery, clients: frozenset[UUID] | None) -> Iterator[ColumnElement[bool]]:
    yield VISIT.c.arrived_at.is_not(None)
    yield ~VISIT.c.deleted
    if query.since is not None:
        yield VISIT.c.arrived_at >= query.since
    if query.until is not None:
        yield VISIT.c.arrived_at < query.until
    if query.engineer_id is not None:
        yield VISIT.c.engineer_id == query.engineer_id
    if query.branch_id is not None:
        yield ORGANISATION.c.branch_id == query.branch_id
    if query.open_only:
        # Whether a case came of each is seen afterwards; most reports recommend nothing at all.
        yield func.trim(type_coerce(VISIT.c.report, JSON())["recommendations"].as_string()) != ""
    if clients is not None and len(clients) <= _MOST_NAMED:
        # Of more clients than a statement may name there are reports enough among those that are read.
        yield VISIT.c.organisation_id.in_(clients)


def _taken(conn: Connection, visit_ids: Sequence[UUID]) -> defaultdict[UUID, set[str]]:
    """The recommendations of each visit of which a case came."""
    rows = conn.execute(
        select(VISIT_CASE.c.visit_id, VISIT_CASE.c.recommendation).where(
            VISIT_CASE.c.visit_id.in_(visit_ids),
            VISIT_CASE.c.recommendation.is_not(None),
            ~VISIT_CASE.c.deleted,
        )
    )
    taken: defaultdict[UUID, set[str]] = defaultdict(set)
    for visit_id, recommendation in rows:
        taken[visit_id].add(recommendation)
    return taken


def _line(row: Any, taken: set[str]) -> ReportLine:  # noqa: ANN401 - a row of the statement above
    recommended = str((row["report"] or {}).get("recommendations") or "").splitlines()
    lasted = row["left_at"] - row["arrived_at"] if row["left_at"] else timedelta(0)
    return ReportLine(
        id=row["id"],
        number=row["number"],
        revision=row["revision"] or 1,
        state=row["state"],
        organisation=row["organisation"],
        site=row["site"] or "",
        engineer=row["engineer"] or "",
        arrived_at=row["arrived_at"],
        seconds=max(lasted, timedelta(0)) // timedelta(seconds=1),
        agreed_name=row["agreed_name"] or "",
        open_recommendations=tuple(
            line for line in map(str.strip, recommended) if line and line not in taken
        ),
    )
