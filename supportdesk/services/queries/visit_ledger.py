"""The visits of one client, the latest first, as they stand in its record: each with its report and the PDF of that."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, and_, select

from supportdesk.services.operations.desk import Desk
from supportdesk.services.views.directory import ClientVisit
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.people import AGENT, SITE
from supportdesk.store.tables.work import VISIT

MOST = 100


def visits_of_client(desk: Desk, organisation_id: UUID, *, limit: int = MOST) -> tuple[ClientVisit, ...]:
    """A client's visits."""
    with desk.store.read() as conn:
        return client_visits(conn, organisation_id, limit=limit)


def client_visits(conn: Connection, organisation_id: UUID, *, limit: int = MOST) -> tuple[ClientVisit, ...]:
    """The same, on an open connection."""
    rows = conn.execute(
        select(
            VISIT.c.id,
            VISIT.c.number,
            VISIT.c.state,
            VISIT.c.revision,
            VISIT.c.planned_at,
            VISIT.c.arrived_at,
            VISIT.c.left_at,
            VISIT.c.agreed_name,
            SITE.c.name.label("site"),
            AGENT.c.name.label("engineer"),
        )
        .outerjoin(SITE, SITE.c.id == VISIT.c.site_id)
        .outerjoin(AGENT, AGENT.c.id == VISIT.c.engineer_id)
        .where(VISIT.c.organisation_id == organisation_id, ~VISIT.c.deleted)
        .order_by(VISIT.c.row.desc())
        .limit(limit)
    ).all()
    pdfs = _pdfs(conn, organisation_id)
    return tuple(
        ClientVisit(
            id=row.id,
            number=row.number,
            state=row.state,
            revision=row.revision or 1,
            site=row.site or "",
            engineer=row.engineer or "",
            planned_at=row.planned_at,
            arrived_at=row.arrived_at,
            left_at=row.left_at,
            agreed_name=row.agreed_name or "",
            pdf_id=pdfs.get((row.id, row.revision or 1)),
        )
        for row in rows
    )


def _pdfs(conn: Connection, organisation_id: UUID) -> dict[tuple[UUID, int], UUID]:
    """The first PDF of each revision, by visit and revision."""
    rows = conn.execute(
        select(ATTACHMENT.c.visit_id, ATTACHMENT.c.revision, ATTACHMENT.c.id)
        .join(VISIT, and_(VISIT.c.id == ATTACHMENT.c.visit_id, VISIT.c.organisation_id == organisation_id))
        .where(ATTACHMENT.c.revision.is_not(None), ~ATTACHMENT.c.deleted)
        .order_by(ATTACHMENT.c.id.desc())
    )
    return {(row.visit_id, row.revision): row.id for row in rows}
