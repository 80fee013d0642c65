"""Every contract and warranty that runs and every client with season tickets; what ends first is the dashboard's."""

from __future__ import annotations

from sqlalchemy import or_, select

from supportdesk.services.dashboards.clients import by_urgency, dated_line, ticket_lines
from supportdesk.services.desk import Desk
from supportdesk.services.views import ContractLine
from supportdesk.store.tables.people import CONTRACT, ORGANISATION

MOST = 200


def running_contracts(desk: Desk, text: str = "", *, most: int = MOST) -> tuple[ContractLine, ...]:
    """What the dashboard counts as contracts, of clients whose name holds `text`, up to `most`.

    What ends or runs out first comes first, a contract without an end last.
    """
    now = desk.now()
    today = now.date()
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        rows = conn.execute(
            select(
                ORGANISATION.c.id,
                ORGANISATION.c.name,
                ORGANISATION.c.policy_code,
                CONTRACT.c.kind,
                CONTRACT.c.plan_id,
                CONTRACT.c.ends_on,
            )
            .join(CONTRACT, CONTRACT.c.organisation_id == ORGANISATION.c.id)
            .where(
                CONTRACT.c.starts_on <= today,
                or_(CONTRACT.c.ends_on.is_(None), CONTRACT.c.ends_on >= today),
                ~CONTRACT.c.deleted,
                ORGANISATION.c.name.icontains(text, autoescape=True),
            )
            .order_by(CONTRACT.c.ends_on.is_(None), CONTRACT.c.ends_on, ORGANISATION.c.name)
            .limit(most)
        ).all()
        tickets = tuple(ticket_lines(conn, desk, now, most, text=text))
    lines = []
    for row in rows:
        plan = desk.policies.in_effect(row.policy_code, now).plan(row.plan_id) if row.plan_id else None
        named = plan.name.in_language(desk.language) if plan else ""
        lines.append(dated_line(row.id, row.name, row.kind, named, row.ends_on, today))
    return tuple(sorted([*lines, *tickets], key=by_urgency)[:most])
