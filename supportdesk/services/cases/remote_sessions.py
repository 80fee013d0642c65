"""Remote sessions logged on their case (DSK-4); launching the tool is done elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, Entity, Kind, Operation
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.entitlements.entitlement import Act
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.in_hand.charging import require_support
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_instant
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.work import REMOTE_SESSION


def start_session(
    desk: Desk,
    case_id: UUID,
    *,
    tool: str,
    remote_id: str | None = None,
    consent_by: str | None = None,
    started_at: datetime | None = None,
) -> Done:
    """Log that a session begins, before the tool is launched. Refused while nothing covers the case (SYN-1).

    `consent_by` is who at the client agreed to it.
    """
    args = {
        "tool": tool,
        "remote_id": remote_id,
        "consent_by": consent_by,
        "started_at": started_at or desk.now(),
    }
    return do(desk, "case.start_remote_session", case_id, args)


def end_session(
    desk: Desk, case_id: UUID, session_id: UUID, *, ended_at: datetime | None = None, note: str = ""
) -> Done:
    """Log how long the session took and what was done in it."""
    args = {"session_id": session_id, "ended_at": ended_at or desk.now(), "note": note}
    return do(desk, "case.end_remote_session", case_id, args)


@handles("case.start_remote_session", kind=Kind.APPEND, entity=Entity.CASE)
def _start(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    require_support(case, Act.REMOTE_SESSION)
    tool = records.required(operation.args["tool"], "The name of the tool")
    session_id = work.new_id()
    values = {**operation.args, "tool": tool, "case_id": str(case.id), "by_id": str(work.actor)}
    records.add(work, REMOTE_SESSION, values, row_id=session_id)
    case.touch(Aspect.TIMELINE)
    return Effect(case.put_down(), created=session_id)


@handles("case.end_remote_session", kind=Kind.APPEND, entity=Entity.CASE)
def _end(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    session = get_row(work.conn, REMOTE_SESSION, UUID(operation.args["session_id"]))
    ended_at = to_instant(operation.args["ended_at"])
    if session["ended_at"] is not None:
        raise KnownError(
            "This session has ended already.", "Nothing was changed.", "Log another session if there was one."
        )
    if ended_at is None or ended_at < session["started_at"]:
        raise KnownError(
            "The end of the session lies before its beginning.", "Nothing was saved.", "Correct the time."
        )
    note = operation.args["note"].strip() or None
    revise(work.conn, REMOTE_SESSION, session["id"], {"ended_at": ended_at, "note": note}, operation)
    entry = case.write(
        Line(EntryKind.REMOTE_SESSION, body=note, data=_told(session, ended_at), channel=Channel.REMOTE)
    )
    return Effect(case.put_down(), created=entry)


def _told(session: Record, ended_at: datetime) -> dict[str, Any]:
    return {
        "session": session["id"],
        "tool": session["tool"],
        "remote_id": session["remote_id"],
        "consent_by": session["consent_by"],
        "started_at": session["started_at"],
        "seconds": int((ended_at - session["started_at"]).total_seconds()),
    }
