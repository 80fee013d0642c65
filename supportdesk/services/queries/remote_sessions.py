"""What is known before and after a remote session: where earlier ones led, which still run; it starts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from supportdesk.domain.errors import RuleRefusal
from supportdesk.rules.entitlements.entitlement import Act, refuse_act
from supportdesk.rules.remote_sessions.sums import whole_minutes
from supportdesk.services.cases.session_lines import led_to
from supportdesk.services.in_hand.case_in_hand import refused
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.in_hand.rules_in_force import rules_of
from supportdesk.services.operations.desk import Desk
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import CONTACT, ORGANISATION
from supportdesk.store.tables.work import REMOTE_SESSION

_MOST = 20


@dataclass(frozen=True, slots=True)
class KnownId:
    """Where a session of this client led before, and with which tool."""

    tool: str
    remote_id: str
    last_at: datetime


@dataclass(frozen=True, slots=True)
class RemoteOffer:
    """What a session on a case can begin with: `known` has the ids of its client, the last used first.

    `refusal` says why there can't be one yet (SYN-1).
    """

    case_id: UUID
    client: str
    contact: str
    known: tuple[KnownId, ...]
    refusal: RuleRefusal | None = None


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that this person began and nobody has said to be over."""

    id: UUID
    case_id: UUID
    number: str
    tool: str
    remote_id: str
    started_at: datetime


def offer(desk: Desk, case_id: UUID) -> RemoteOffer:
    """What a session on this case can begin with. KnownError if this desk has no such case."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        row = get_row(conn, CASE, case_id)
        names = select(ORGANISATION.c.name).where(ORGANISATION.c.id == row["organisation_id"])
        contact = select(CONTACT.c.name).where(CONTACT.c.id == row["contact_id"])
        return RemoteOffer(
            case_id,
            conn.scalar(names) or "",
            conn.scalar(contact) or "",
            _known(conn, row["organisation_id"]),
            _refusal(conn, desk, row),
        )


def open_sessions(desk: Desk) -> tuple[OpenSession, ...]:
    """The sessions that this person began and that have no end, the oldest first."""
    with desk.store.read() as conn:
        rows = conn.execute(
            select(REMOTE_SESSION, CASE.c.number)
            .join(CASE, CASE.c.id == REMOTE_SESSION.c.case_id)
            .where(
                REMOTE_SESSION.c.by_id == desk.actor,
                REMOTE_SESSION.c.ended_at.is_(None),
                ~REMOTE_SESSION.c.deleted,
            )
            .order_by(REMOTE_SESSION.c.started_at, REMOTE_SESSION.c.row)
            .limit(_MOST)
        ).all()
        led = led_to(conn, [row.created_op for row in rows if row.remote_id is None and row.created_op])
    return tuple(
        OpenSession(
            row.id, row.case_id, row.number, row.tool, row.remote_id or led.get(row.id, ""), row.started_at
        )
        for row in rows
    )


def proposed_length(session: OpenSession, returned_at: datetime) -> timedelta:
    """How long it took, if it was over when the person returned: whole minutes, one at least."""
    whole = whole_minutes(max(timedelta(), returned_at - session.started_at))
    return timedelta(minutes=max(1, whole))


def _known(conn: Connection, organisation_id: UUID | None) -> tuple[KnownId, ...]:
    """The client's ids by tool, without those where the tool never started."""
    if organisation_id is None:
        return ()
    last = func.max(REMOTE_SESSION.c.started_at).label("last_at")
    rows: Sequence[Record] = (
        conn.execute(
            _led(select(REMOTE_SESSION.c.tool, REMOTE_SESSION.c.remote_id, last), organisation_id)
            .where(REMOTE_SESSION.c.remote_id.is_not(None))
            .group_by(REMOTE_SESSION.c.tool, REMOTE_SESSION.c.remote_id)
            .order_by(last.desc())
            .limit(_MOST)
        )
        .mappings()
        .all()
    )
    found = {(row["tool"], row["remote_id"]): row["last_at"] for row in rows} | _long(conn, organisation_id)
    known = sorted(
        (KnownId(*key, at) for key, at in found.items()), key=lambda each: each.last_at, reverse=True
    )
    return tuple(known[:_MOST])


def _long(conn: Connection, organisation_id: UUID) -> dict[tuple[str, str], datetime]:
    """The client's ids that are too long for a session's row, with their tools and when they were last used."""
    columns = REMOTE_SESSION.c
    rows = conn.execute(
        _led(select(columns.id, columns.created_op, columns.tool, columns.started_at), organisation_id)
        .where(columns.remote_id.is_(None), columns.created_op.is_not(None))
        .order_by(columns.started_at.desc())
        .limit(_MOST)
    ).all()
    led = led_to(conn, [row.created_op for row in rows])
    return {(row.tool, led[row.id]): row.started_at for row in reversed(rows) if row.id in led}


def _led(query: Select[Any], organisation_id: UUID) -> Select[Any]:
    """Of the client's sessions those that began."""
    return query.join(CASE, CASE.c.id == REMOTE_SESSION.c.case_id).where(
        CASE.c.organisation_id == organisation_id,
        REMOTE_SESSION.c.failed.is_(None),
        ~REMOTE_SESSION.c.deleted,
    )


def _refusal(conn: Connection, desk: Desk, row: Record) -> RuleRefusal | None:
    """Why no session may begin; a merged case is covered by the one that it is shown in."""
    while row["merged_into"]:
        row = get_row(conn, CASE, row["merged_into"])
    policy = rules_of(conn, desk.policies.read_in(desk.language), row).policy
    at = desk.now()
    judged = judge(conn, policy, row["organisation_id"], at, case_id=row["id"], language=desk.language)
    refusal = refuse_act(judged, Act.REMOTE_SESSION)
    if refusal is None:
        return None
    return refused(refusal, "Until then the case takes notes and payments.")
