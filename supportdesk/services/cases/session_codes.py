"""Session codes that a remote tool's vendor made for a case: kept with it, so that everybody can use them (DSK-4).

Making one asks the vendor and is done elsewhere, before anything is kept: what is kept here exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from supportdesk.domain.operation import Aspect, Entity, Kind, Operation
from supportdesk.services.in_hand.case_in_hand import take
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import CONTACT, ORGANISATION
from supportdesk.store.tables.remote import REMOTE_CODE

TEAMVIEWER = "TeamViewer"
_LEAST_LEFT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class SessionCode:
    """A code with the client's link; the instant in UTC until which both are good."""

    code: str
    client_link: str
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class CodeOffer:
    """What a session for a client is made with: the case's number and client, and the language the client reads.

    `current` is a code of the case that is still good for a while; then no other is needed.
    """

    case_id: UUID
    number: str
    client: str
    language: str
    current: SessionCode | None


def note_code(desk: Desk, case_id: UUID, code: SessionCode, *, tool: str = TEAMVIEWER) -> Done:
    """Keep a session code with its case. Nothing is refused: the code exists, and covers nothing by itself (SYN-1)."""
    args = {
        "tool": tool,
        "code": code.code,
        "client_link": code.client_link,
        "valid_until": code.valid_until,
    }
    return do(desk, "case.note_session_code", case_id, args)


def code_offer(desk: Desk, case_id: UUID) -> CodeOffer:
    """What a session for this case's client is made with. KnownError if this desk has no such case."""
    with desk.store.read() as conn:
        row = get_row(conn, CASE, case_id)
        client = conn.scalar(select(ORGANISATION.c.name).where(ORGANISATION.c.id == row["organisation_id"]))
        spoken = conn.scalar(select(CONTACT.c.language).where(CONTACT.c.id == row["contact_id"]))
        found = conn.execute(
            select(REMOTE_CODE.c.code, REMOTE_CODE.c.client_link, REMOTE_CODE.c.valid_until)
            .where(
                REMOTE_CODE.c.case_id == case_id,
                REMOTE_CODE.c.valid_until >= desk.now() + _LEAST_LEFT,
                ~REMOTE_CODE.c.deleted,
            )
            .order_by(REMOTE_CODE.c.valid_until.desc(), REMOTE_CODE.c.id)
            .limit(1)
        ).first()
    current = SessionCode(found.code, found.client_link, found.valid_until) if found is not None else None
    return CodeOffer(case_id, row["number"], client or "", row["language"] or spoken or "", current)


@handles("case.note_session_code", kind=Kind.APPEND, entity=Entity.CASE)
def _note(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    args = operation.args
    values = {
        "case_id": str(case.id),
        "tool": records.required(args["tool"], "The name of the tool"),
        "code": records.required(args["code"], "The session code"),
        "client_link": records.required(args["client_link"], "The link"),
        "valid_until": args["valid_until"],
        "made_at": work.now.isoformat(),
        "by_id": str(work.actor),
    }
    made = records.add(work, REMOTE_CODE, values, row_id=work.new_id())
    case.touch(Aspect.LINKS)
    return Effect(case.put_down(), created=made)
