"""Remote sessions logged on their case, before and after (DSK-4); finding and launching the tool is done elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, Entity, Kind, Operation
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.entitlements.entitlement import Act
from supportdesk.services.cases.session_ends import left_to_reports
from supportdesk.services.cases.session_lines import BEGUN, FAILED, led_to, support_since
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, take
from supportdesk.services.in_hand.charging import require_support, take_back_charge
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_instant
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.work import REMOTE_SESSION

LONGEST_ID = 60
"""How long an id the row of a session takes. A longer one stands whole in its line: cut, it would lead elsewhere."""

_NO_SESSION = "The remote session did not begin."


def start_session(
    desk: Desk,
    case_id: UUID,
    *,
    tool: str,
    remote_id: str | None = None,
    consent_by: str | None = None,
    started_at: datetime | None = None,
    announced: bool = True,
) -> Done:
    """Log that a session begins, before the tool is launched. Refused while nothing covers the case (SYN-1).

    `consent_by` is who at the client agreed to it. One that is `announced` has a line of its own before its end;
    what is logged afterwards as a whole needs none.
    """
    args = {
        "tool": tool,
        "remote_id": remote_id,
        "consent_by": consent_by,
        "started_at": started_at or desk.now(),
        "announced": announced,
    }
    return do(desk, "case.start_remote_session", case_id, args)


def end_session(
    desk: Desk,
    case_id: UUID,
    session_id: UUID,
    *,
    ended_at: datetime | None = None,
    note: str = "",
    chargeable: bool | None = None,
) -> Done:
    """Log how long the session took, what was done in it, and whether it is to be charged (None: not said)."""
    args = {
        "session_id": session_id,
        "ended_at": ended_at or desk.now(),
        "note": note,
        "chargeable": chargeable,
    }
    return do(desk, "case.end_remote_session", case_id, args)


def fail_session(desk: Desk, case_id: UUID, session_id: UUID, reason: str) -> Done:
    """Log that the tool didn't start, so that there was no session; no time is counted."""
    args = {"session_id": session_id, "ended_at": desk.now(), "note": "", "failed": reason}
    return do(desk, "case.end_remote_session", case_id, args)


@handles("case.start_remote_session", kind=Kind.APPEND, entity=Entity.CASE)
def _start(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    require_support(case, Act.REMOTE_SESSION)
    values = dict(operation.args)
    # A desk that knew no line for the beginning says nothing of one.
    announced = values.pop("announced", False)
    values["tool"] = records.required(values["tool"], "The name of the tool")
    whither = _whither(values)
    led = whither["remote_id"] or ""
    values["remote_id"] = led if 0 < len(led) <= LONGEST_ID else None
    session_id = work.new_id()
    records.add(
        work,
        REMOTE_SESSION,
        {**values, "case_id": str(case.id), "by_id": str(work.actor)},
        row_id=session_id,
    )
    if announced:
        _write(case, {"act": BEGUN, "session": session_id, **whither})
    case.touch(Aspect.TIMELINE)
    return Effect(case.put_down(), created=session_id)


@handles("case.end_remote_session", kind=Kind.APPEND, entity=Entity.CASE)
def _end(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    args = operation.args
    session = get_row(work.conn, REMOTE_SESSION, UUID(args["session_id"]))
    if session["case_id"] != case.id:
        raise KnownError(
            "This session belongs to another case.",
            "Nothing was changed.",
            "Open that case and end it there.",
        )
    failed = str(args.get("failed") or "").strip() or None
    ended_at = session["started_at"] if failed else _end_of(work, session, to_instant(args["ended_at"]))
    note = args["note"].strip() or None
    chargeable = args.get("chargeable")
    if _is_unended(work, session, failed):
        values = {"ended_at": ended_at, "note": note, "chargeable": chargeable, "failed": failed}
        revise(work.conn, REMOTE_SESSION, session["id"], values, operation)
    else:
        _end_again(case, operation, session, ended_at, note, failed=failed)
    told = _told(work, session, ended_at, failed, chargeable=chargeable)
    entry = _write(case, told, body=note)
    if failed and session["ended_at"] is None and not support_since(case, session, session["started_at"]):
        take_back_charge(case, session["created_op"], _NO_SESSION)
    return Effect(case.put_down(), created=entry)


def _is_unended(work: Work, session: Record, failed: str | None) -> bool:
    """Whether no person has ended the session: what is said of its end stands before what its vendor counted."""
    if session["ended_at"] is None:
        return True
    # That there was a connection speaks against its having failed.
    return failed is None and session["id"] in left_to_reports(work.conn, [session])


def _end_of(work: Work, session: Record, ended_at: datetime | None) -> datetime:
    started: datetime = session["started_at"]
    if ended_at is not None and ended_at >= started:
        return ended_at
    if work.arrived and ended_at is not None:
        # Two computers' clocks differ; that there was a session is not refused for that.
        return started
    raise KnownError(
        "The end of the session lies before its beginning.", "Nothing was saved.", "Correct the time."
    )


def _end_again(
    case: CaseInHand,
    operation: Operation,
    session: Record,
    ended_at: datetime,
    note: str | None,
    *,
    failed: str | None,
) -> None:
    """Two desks ended one session without knowing of each other: both lines stay, the longer time counts, once."""
    work = case.work
    if not work.arrived:
        raise KnownError(
            "This session has ended already.", "Nothing was changed.", "Log another session if there was one."
        )
    if failed:
        # Somebody did log it as one that took place.
        return
    if session["failed"]:
        # The incident was given back on the word that there was none.
        require_support(case, Act.REMOTE_SESSION)
    values: dict[str, Any] = {"ended_at": max(session["ended_at"], ended_at), "failed": None}
    values["note"] = "\n".join(dict.fromkeys(text for text in (session["note"], note) if text)) or None
    if session["chargeable"] is None or operation.args.get("chargeable"):
        values["chargeable"] = operation.args.get("chargeable")
    revise(work.conn, REMOTE_SESSION, session["id"], values, operation)


def _write(case: CaseInHand, data: dict[str, Any], body: str | None = None) -> UUID:
    return case.write(Line(EntryKind.REMOTE_SESSION, body=body, data=data, channel=Channel.REMOTE))


def _whither(values: dict[str, Any] | Record) -> dict[str, Any]:
    told = {name: values.get(name) for name in ("tool", "remote_id", "consent_by", "started_at")}
    return {**told, "remote_id": told["remote_id"] or None}


def _told(
    work: Work, session: Record, ended_at: datetime, failed: str | None, *, chargeable: bool | None
) -> dict[str, Any]:
    told = {
        "session": session["id"],
        **_whither(session),
        "remote_id": session["remote_id"] or led_to(work.conn, [session["created_op"]]).get(session["id"]),
        "seconds": int((ended_at - session["started_at"]).total_seconds()),
    }
    if chargeable is not None:
        told["chargeable"] = chargeable
    return {**told, "act": FAILED, "failed": failed} if failed else told
