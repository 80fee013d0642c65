"""What the lines of remote sessions tell: where one led, whether a person ended it, what support came after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, or_, select

from supportdesk.domain.words import EntryKind
from supportdesk.services.in_hand.case_in_hand import CaseInHand
from supportdesk.services.operations.plain import to_id
from supportdesk.store import history_rows
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.work import REMOTE_SESSION

BEGUN, FAILED, REPORTED, UNREPORTED = "begun", "failed", "reported", "unreported"
"""The acts that lines name; that a person ended a session has none."""

_REMOTE = EntryKind.REMOTE_SESSION.value
_SUPPORT = (EntryKind.REPLY, EntryKind.CALL, EntryKind.REMOTE_SESSION, EntryKind.VISIT)


def led_to(conn: Connection, begun_by: Iterable[UUID]) -> Mapping[UUID, str]:
    """Where sessions led, by their ids, as the lines tell that these operations began them with."""
    rows = conn.scalars(
        select(ENTRY.c.data).where(
            ENTRY.c.op_id.in_(list(begun_by)), ENTRY.c.kind == _REMOTE, ~ENTRY.c.deleted
        )
    )
    told = [data for data in rows if data and data.get("act") == BEGUN and data.get("remote_id")]
    return {UUID(data["session"]): str(data["remote_id"]) for data in told if data.get("session")}


def ended_by_a_person(conn: Connection, cases: Iterable[UUID]) -> frozenset[UUID]:
    """The sessions on these cases that somebody said to be over."""
    rows = conn.scalars(
        select(ENTRY.c.data).where(
            ENTRY.c.case_id.in_(list(cases)), ENTRY.c.kind == _REMOTE, ~ENTRY.c.deleted
        )
    )
    found = (to_id(data.get("session")) for data in rows if data and data.get("act") is None)
    return frozenset(each for each in found if each is not None)


def linked_at(conn: Connection, case: CaseInHand, session: Record) -> datetime:
    """When a session that was made of a report came to its case; what was given before did not need it."""
    left = history_rows.of_operation(conn, session["created_op"])
    here = [line.at for line in left if line.case_id == case.id]
    return min(here, default=session["started_at"])


def support_since(case: CaseInHand, session: Record, since: datetime) -> bool:
    """Whether support other than this session was given on the case since: then its incident was of use (SYN-2).

    A session that never began, or that was taken off the case again, was none.
    """
    conn = case.work.conn
    rows = conn.execute(
        select(ENTRY.c.kind, ENTRY.c.data).where(
            _shown_with(case),
            ENTRY.c.kind.in_([kind.value for kind in _SUPPORT]),
            ENTRY.c.at >= since,
            ~ENTRY.c.deleted,
        )
    ).all()
    sessions = [row.data or {} for row in rows if row.kind == _REMOTE]
    return len(sessions) < len(rows) or _stands(conn, sessions, session["id"])


def _stands(conn: Connection, lines: Iterable[Mapping[str, Any]], own: UUID) -> bool:
    named = {to_id(each.get("session")) for each in lines if each.get("act") != UNREPORTED} - {own}
    if None in named:
        # A line that names no session was told as a whole.
        return True
    standing = select(REMOTE_SESSION.c.id).where(
        REMOTE_SESSION.c.id.in_(list(named)), REMOTE_SESSION.c.failed.is_(None), ~REMOTE_SESSION.c.deleted
    )
    return bool(named) and conn.execute(standing.limit(1)).first() is not None


def _shown_with(case: CaseInHand) -> ColumnElement[bool]:
    """The entries under one cover: of the case, of those that it is part of, and of those that are part of these."""
    ids, hand = [case.id], case.shown_in
    while hand is not None:
        ids.append(hand.id)
        hand = hand.shown_in
    return or_(
        ENTRY.c.case_id.in_(ids),
        ENTRY.c.case_id.in_(select(CASE.c.id).where(CASE.c.merged_into.in_(ids))),
    )
