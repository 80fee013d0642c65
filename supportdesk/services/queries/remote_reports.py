"""The lists of a vendor's connection reports, page by page, with what they come to; deciding on them is elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select

from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.facts import ConnectionReport
from supportdesk.rules.remote_sessions.sums import summed, value_of, whole_minutes
from supportdesk.services.cases.remote_reports import (
    ASIDE,
    LINKED,
    OPEN,
    PROPOSED,
    RUNNING,
)
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views.remote_reports import Pile, ReportLine, ReportPiles, ReportPlace
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT
from supportdesk.store.tables.remote import REMOTE_REPORT

PAGE = 100
_PILES: Mapping[Pile, tuple[str, ...]] = {
    Pile.WAITING: (OPEN, PROPOSED, RUNNING),
    Pile.LINKED: (LINKED,),
    Pile.ASIDE: (ASIDE,),
}


def reports(
    desk: Desk,
    pile: Pile,
    rate: Money | None = None,
    after: ReportPlace | None = None,
    limit: int = PAGE,
) -> tuple[ReportLine, ...]:
    """A page of a pile, the latest connection first; `after` is where the page before ended."""
    query = (
        select(
            REMOTE_REPORT,
            CASE.c.number.label("case_number"),
            CASE.c.title.label("case_title"),
            AGENT.c.name.label("decided_by"),
        )
        .outerjoin(CASE, CASE.c.id == REMOTE_REPORT.c.case_id)
        .outerjoin(AGENT, AGENT.c.id == REMOTE_REPORT.c.decided_by_id)
        .where(REMOTE_REPORT.c.standing.in_(_PILES[pile]), ~REMOTE_REPORT.c.deleted)
        .order_by(REMOTE_REPORT.c.started_at.desc(), REMOTE_REPORT.c.id.desc())
        .limit(limit)
    )
    with desk.store.read() as conn:
        rows = conn.execute(_after(query, after)).mappings().all()
    return tuple(_line(row, rate) for row in rows)


def piles(desk: Desk, rate: Money | None = None) -> ReportPiles:
    """How many connections each pile has, how long they took in all, and what that is worth."""
    columns = REMOTE_REPORT.c
    query = select(
        columns.standing,
        columns.report_id,
        columns.started_at,
        columns.ended_at,
        columns.fee,
        columns.currency,
    ).where(~columns.deleted)
    with desk.store.read() as conn:
        rows = conn.execute(query).all()
    found: dict[str, list[ConnectionReport]] = {}
    for row in rows:
        report = ConnectionReport(
            row.report_id, row.started_at, row.ended_at, fee=_fee(row.fee, row.currency)
        )
        found.setdefault(row.standing, []).append(report)
    sums = {
        pile: summed((each for standing in standings for each in found.get(standing, ())), rate)
        for pile, standings in _PILES.items()
    }
    return ReportPiles(sums, len(found.get(PROPOSED, ())))


def _after(query: Select[Any], after: ReportPlace | None) -> Select[Any]:
    if after is None:
        return query
    columns = REMOTE_REPORT.c
    same = and_(columns.started_at == after.started_at, columns.id < after.id)
    return query.where(or_(columns.started_at < after.started_at, same))


def _line(row: Record, rate: Money | None) -> ReportLine:
    ended_at = row["ended_at"]
    length = timedelta() if ended_at is None else ended_at - row["started_at"]
    case_id: UUID | None = row["case_id"]
    return ReportLine(
        id=row["id"],
        started_at=row["started_at"],
        minutes=whole_minutes(length),
        running=ended_at is None,
        device=row["device_name"] or row["device_id"] or "",
        officer=row["user_name"] or "",
        code=row["session_code"] or "",
        value=value_of(length, _fee(row["fee"], row["currency"]), rate),
        standing=row["standing"],
        case_id=case_id,
        case_number=row["case_number"] or "",
        case_title=row["case_title"] or "",
        session_id=row["session_id"],
        confidence=row["confidence"] or 0,
        evidence=tuple(row["evidence"] or ()),
        reason=row["reason"] or "",
        decided_by=row["decided_by"] or "",
    )


def _fee(amount: Any, currency: str | None) -> Money | None:  # noqa: ANN401 - Decimal or nothing
    return Money(amount, currency) if amount is not None and currency else None
