"""The analysis of clients (ONX-7): what is asked for, by whom and why, over a span of time; a query, nothing kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select

from supportdesk.services.operations.desk import Desk
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import BRANCH, ORGANISATION

_MOST_CLIENTS = 200


class Facet(StrEnum):
    """What clients are told apart by."""

    KIND = "kind"
    REGION = "region"
    COUNTRY = "country"
    BRANCH = "branch"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Share:
    """How many cases of how many clients fall under a value; `label` is what people read, `value` what is kept."""

    value: str
    label: str
    clients: int
    cases: int


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How one client asks: how often, how often again for what was closed, and for which reasons most.

    `reactivated` counts the reopenings of its cases, `reasons` is (label, cases), most first.
    """

    organisation_id: UUID
    organisation: str
    cases: int
    reactivated: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Cases logged in the span, by what their clients are and by the reasons for asking."""

    facets: tuple[tuple[Facet, tuple[Share, ...]], ...]
    reasons: tuple[Share, ...]
    clients: tuple[Behaviour, ...]


def analyse(desk: Desk, start: datetime, end: datetime, *, branch_id: UUID | None = None) -> Analysis:
    """Analyse the cases logged from `start` up to `end` (UTC), of one branch or of all; merged cases count once."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        inside: list[ColumnElement[bool]] = [
            CASE.c.logged_at >= start,
            CASE.c.logged_at < end,
            CASE.c.merged_into.is_(None),
            CASE.c.organisation_id.is_not(None),
        ]
        if branch_id is not None:
            inside.append(CASE.c.branch_id == branch_id)
        labels = _reason_labels(desk)
        return Analysis(
            facets=tuple((facet, _by_facet(conn, facet, inside)) for facet in Facet),
            reasons=_by_reason(conn, inside, labels),
            clients=_behaviours(conn, inside, labels),
        )


def _reason_labels(desk: Desk) -> dict[str, str]:
    return {
        reason.id: reason.name.in_language(desk.language)
        for code in desk.policies.codes()
        for policy in desk.policies.versions(code)
        for reason in policy.intake.reasons
    }


_FACETS = {
    Facet.KIND: ORGANISATION.c.kind,
    Facet.REGION: ORGANISATION.c.region,
    Facet.COUNTRY: ORGANISATION.c.country,
    Facet.POLICY: ORGANISATION.c.policy_code,
}


def _by_facet(conn: Connection, facet: Facet, inside: Iterable[ColumnElement[bool]]) -> tuple[Share, ...]:
    if facet is Facet.BRANCH:
        return _by_branch(conn, inside)
    value = func.coalesce(_FACETS[facet], "")
    rows = conn.execute(
        select(value, func.count(CASE.c.organisation_id.distinct()), func.count())
        .select_from(CASE.join(ORGANISATION, ORGANISATION.c.id == CASE.c.organisation_id))
        .where(*inside)
        .group_by(value)
        .order_by(func.count().desc(), value)
    )
    return tuple(Share(found, found, clients, cases) for found, clients, cases in rows)


def _by_branch(conn: Connection, inside: Iterable[ColumnElement[bool]]) -> tuple[Share, ...]:
    rows = conn.execute(
        select(BRANCH.c.id, BRANCH.c.name, func.count(CASE.c.organisation_id.distinct()), func.count())
        .select_from(CASE.outerjoin(BRANCH, BRANCH.c.id == CASE.c.branch_id))
        .where(*inside)
        .group_by(BRANCH.c.id, BRANCH.c.name)
        .order_by(func.count().desc(), BRANCH.c.name)
    )
    return tuple(Share(str(found or ""), name or "", clients, cases) for found, name, clients, cases in rows)


def _by_reason(
    conn: Connection, inside: Iterable[ColumnElement[bool]], labels: Mapping[str, str]
) -> tuple[Share, ...]:
    reason = func.coalesce(CASE.c.reason, "")
    rows = conn.execute(
        select(reason, func.count(CASE.c.organisation_id.distinct()), func.count())
        .where(*inside)
        .group_by(reason)
        .order_by(func.count().desc(), reason)
    )
    return tuple(Share(found, labels.get(found, found), clients, cases) for found, clients, cases in rows)


def _behaviours(
    conn: Connection, inside: Sequence[ColumnElement[bool]], labels: Mapping[str, str]
) -> tuple[Behaviour, ...]:
    most = conn.execute(
        select(
            CASE.c.organisation_id,
            ORGANISATION.c.name,
            func.count().label("cases"),
            func.sum(CASE.c.reopened).label("reopened"),
        )
        .join(ORGANISATION, ORGANISATION.c.id == CASE.c.organisation_id)
        .where(*inside)
        .group_by(CASE.c.organisation_id, ORGANISATION.c.name)
        .order_by(func.count().desc(), ORGANISATION.c.name)
        .limit(_MOST_CLIENTS)
    ).all()
    ids = [row.organisation_id for row in most]
    counted = conn.execute(
        select(CASE.c.organisation_id, CASE.c.reason, func.count())
        .where(*inside, CASE.c.organisation_id.in_(ids), CASE.c.reason.is_not(None))
        .group_by(CASE.c.organisation_id, CASE.c.reason)
        .order_by(func.count().desc(), CASE.c.reason)
    )
    reasons: dict[UUID, list[tuple[str, int]]] = {}
    for organisation_id, reason, count in counted:
        reasons.setdefault(organisation_id, []).append((labels.get(reason, reason), count))
    return tuple(
        Behaviour(
            row.organisation_id,
            row.name,
            row.cases,
            int(row.reopened or 0),
            tuple(reasons.get(row.organisation_id, ())),
        )
        for row in most
    )
