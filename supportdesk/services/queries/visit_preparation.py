"""What is on this computer for an engineer's visits of a day, what has to be brought, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import Connection, Select, distinct, func, select

from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries.visit_planning import reaches
from supportdesk.services.views.directory import VisitLine
from supportdesk.services.views.visits import VisitDay
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.work import ARTICLE, INSTALLATION, RELEASE, VISIT

_MOST_RELEASES = 3


def prepared(conn: Connection, desk: Desk, day: VisitDay) -> VisitDay:
    """The day with what there is for its visits; what is missing does not come to its engineer's computer (DSK-5)."""
    names = {line.organisation_id: line.organisation for line in day.visits}
    clients = list(names)
    engineer = day.engineer_id or desk.actor
    away = desk.store.side != "alone"
    return replace(
        day,
        clients=len(clients),
        past_cases=_past_cases(conn, clients),
        articles=_articles(conn, clients),
        releases=_releases(conn, clients),
        bring=_bring(conn, day.visits),
        away=tuple(names[each] for each in clients if away and not reaches(conn, engineer, each)),
    )


def _past_cases(conn: Connection, clients: Sequence[UUID]) -> int:
    return (
        conn.scalar(
            select(func.count()).select_from(CASE).where(CASE.c.organisation_id.in_(clients), ~CASE.c.deleted)
        )
        or 0
    )


def _articles(conn: Connection, clients: Sequence[UUID]) -> int:
    return (
        conn.scalar(
            select(func.count(distinct(ARTICLE.c.id))).where(
                ARTICLE.c.product_id.in_(_products(clients)), ~ARTICLE.c.deleted
            )
        )
        or 0
    )


def _releases(conn: Connection, clients: Sequence[UUID]) -> tuple[str, ...]:
    """The latest releases with notes of what these clients run."""
    rows = conn.scalars(
        select(RELEASE.c.version)
        .where(RELEASE.c.product_id.in_(_products(clients)), RELEASE.c.notes.is_not(None), ~RELEASE.c.deleted)
        .order_by(RELEASE.c.released_on.desc(), RELEASE.c.row.desc())
        .limit(_MOST_RELEASES)
    )
    return tuple(dict.fromkeys(rows))


def _bring(conn: Connection, lines: Sequence[VisitLine]) -> tuple[tuple[str, str], ...]:
    open_ones = {line.id: line.organisation for line in lines if line.state == "planned"}
    rows = conn.execute(
        select(VISIT.c.id, VISIT.c.bring).where(VISIT.c.id.in_(open_ones), VISIT.c.bring != "")
    )
    said = {row.id: row.bring.strip() for row in rows}
    return tuple((name, said[visit]) for visit, name in open_ones.items() if said.get(visit))


def _products(clients: Sequence[UUID]) -> Select[*tuple[UUID]]:
    return select(INSTALLATION.c.product_id).where(
        INSTALLATION.c.organisation_id.in_(clients), ~INSTALLATION.c.deleted
    )
