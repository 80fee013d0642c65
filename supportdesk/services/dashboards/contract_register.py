"""Every contract and warranty that runs and every client with season tickets; what ends first is the dashboard's."""

from __future__ import annotations

from sqlalchemy import select

from supportdesk.services.dashboards.clients import (
    OF_CONTRACT,
    by_urgency,
    contract_line,
    running_on,
    ticket_lines,
)
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import ContractLine
from supportdesk.store.tables.people import CONTRACT, ORGANISATION

MOST = 200


def running_contracts(desk: Desk, text: str = "", *, most: int = MOST) -> tuple[ContractLine, ...]:
    """What the dashboard counts as contracts, of clients whose name holds `text`, up to `most`.

    What ends or runs out first comes first, a contract without an end last.
    """
    now = desk.now()
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        rows = conn.execute(
            select(*OF_CONTRACT)
            .join(CONTRACT, CONTRACT.c.organisation_id == ORGANISATION.c.id)
            .where(
                *running_on(now.date()),
                ORGANISATION.c.name.icontains(text, autoescape=True),
            )
            .order_by(CONTRACT.c.ends_on.is_(None), CONTRACT.c.ends_on, ORGANISATION.c.name)
            .limit(most)
        ).all()
        tickets = tuple(ticket_lines(conn, desk, now, most, text=text))
    lines = (contract_line(desk, row, now) for row in rows)
    return tuple(sorted([*lines, *tickets], key=by_urgency)[:most])
