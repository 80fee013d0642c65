"""Who is at which case: noted for the desks that look at the same one; nothing of it is kept longer than a minute."""

from __future__ import annotations

from uuid import UUID
from zlib import crc32

from sqlalchemy import Connection

from supportdesk.hub.conversation import Party, own_device
from supportdesk.protocol.messages import Look, Others, Present
from supportdesk.services.exchange import giving_out, scopes_held
from supportdesk.services.operations.desk import Desk
from supportdesk.store import presence_rows
from supportdesk.store.notices import tell_presence
from supportdesk.store.tracking import Touched


def look(hub: Desk, party: Party, message: Look) -> tuple[Others, frozenset[UUID]]:
    """Note where a desk looks; gives who else is there, and the cases for which it is news.

    A case that the desk does not see is as if it looked at none.
    """
    own_device(party, message.device)
    with hub.store.read() as conn:
        case_id = message.looking if message.looking and _sees(conn, party, message.looking) else None
    with hub.store.write() as conn:
        news = presence_rows.be_at(
            conn, party.device, party.agent, case_id, writing=message.writing, now=hub.now()
        )
        for each in sorted(news):
            tell_presence(conn, each)
    with hub.store.read() as conn:
        return others(conn, hub, party, case_id), news


def others(conn: Connection, hub: Desk, party: Party, case_id: UUID | None) -> Others:
    """Who else is at a case."""
    if case_id is None or not _sees(conn, party, case_id):
        return Others()
    rows = presence_rows.others_at(conn, case_id, party.device, hub.now())
    present = [Present(agent=row["agent_id"], writing=row["writing"], at=row["at"]) for row in rows]
    told = ",".join(f"{each.agent}{each.writing}" for each in present)
    return Others(present=present, sum=crc32(told.encode()) if present else 0)


def _sees(conn: Connection, party: Party, case_id: UUID) -> bool:
    row = Touched("case", case_id, gone=False, parent=case_id)
    held = scopes_held.held_by(conn, party.agent)
    return giving_out.sees(conn, frozenset(held), [row])[row]
