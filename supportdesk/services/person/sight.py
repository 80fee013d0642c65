"""Whose plans and reports the person at the desk may look at, by role; what a desk holds at all is the exchange's."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.store.tables.people import AGENT

_LEADS = frozenset({AgentRole.MANAGER, AgentRole.ADMINISTRATOR, AgentRole.CENTRAL_SUPPORT})
_PLANS = _LEADS | {AgentRole.SUPPORT_OFFICER}
_GOES = frozenset({AgentRole.FIELD_ENGINEER, AgentRole.CONSULTANT})


def may_plan_for_others(conn: Connection, agent_id: UUID) -> bool:
    """Whether somebody sends out engineers: officers, managers, central support and administrators do."""
    return bool(_roles(conn, agent_id) & _PLANS)


def may_read_reports(conn: Connection, agent_id: UUID) -> bool:
    """Whether somebody reads the reports of all engineers (ONX-2); everybody reads the own ones."""
    return bool(_roles(conn, agent_id) & _LEADS)


def require_calendar(conn: Connection, reader: UUID, engineer_id: UUID) -> None:
    """KnownError for somebody who looks at a calendar that is another's and may not."""
    if reader != engineer_id and not may_plan_for_others(conn, reader):
        raise KnownError(
            "This calendar is another engineer's.",
            "Who sends out engineers sees it: officers, managers and central support.",
            "Ask one of them to plan the visit.",
        )


def engineers(conn: Connection, reader: UUID) -> tuple[tuple[UUID, str], ...]:
    """Those for whom somebody may plan, by name: oneself, and for who plans for others all who visit clients."""
    rows = conn.execute(
        select(AGENT.c.id, AGENT.c.name, AGENT.c.roles)
        .where(AGENT.c.active, ~AGENT.c.deleted)
        .order_by(AGENT.c.name, AGENT.c.row)
    ).all()
    others = may_plan_for_others(conn, reader)
    return tuple(
        (row.id, row.name) for row in rows if row.id == reader or (others and _GOES & set(row.roles or ()))
    )


def _roles(conn: Connection, agent_id: UUID) -> frozenset[str]:
    return frozenset(conn.scalar(select(AGENT.c.roles).where(AGENT.c.id == agent_id)) or ())
