"""What is said on a case: replies, notes, calls and what the client writes; what is asked of them is next door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import HeldBack, KnownError
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.entitlements.entitlement import Act
from supportdesk.services.cases.information import information_received, request_information
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, take
from supportdesk.services.in_hand.charging import require_support
from supportdesk.services.in_hand.files import NewFile, attach
from supportdesk.services.in_hand.stage_moves import NOTHING_RECORDED, Recorded, move
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_id, to_instant
from supportdesk.services.operations.records import required
from supportdesk.services.operations.work import FROM_HISTORY, Effect, Work
from supportdesk.store import history_rows

__all__ = [
    "call",
    "client_entry",
    "information_received",
    "note",
    "reply",
    "request_information",
]

DIRECTIONS = ("incoming", "outgoing")


def reply(
    desk: Desk,
    case_id: UUID,
    body: str,
    *,
    then_stage: str | None = None,
    recorded: Recorded = NOTHING_RECORDED,
    files: Sequence[NewFile] = (),
    seen_until: datetime | None = None,
    draft_key: str | None = None,
) -> Done:
    """Answer the client, and perhaps move the case in the same breath, with what that stage asks to be recorded.

    Refused while nothing covers the case (SYN-1). `seen_until` is the instant up to which the writer has seen the
    case: a later word of the client's holds the reply back (KnownError). The draft goes with it.
    """
    args = {
        "body": body,
        "then_stage": then_stage,
        "recorded": asdict(recorded),
        "files": [asdict(file) for file in files],
        "seen_until": seen_until,
    }
    return do(desk, "case.reply", case_id, args, drafts=_drafts(draft_key))


def note(
    desk: Desk, case_id: UUID, body: str, *, files: Sequence[NewFile] = (), draft_key: str | None = None
) -> Done:
    """Write an internal note, which the client does not see and which ends no countdown (SPK-7)."""
    args = {"body": body, "files": [asdict(file) for file in files]}
    return do(desk, "case.note", case_id, args, drafts=_drafts(draft_key))


def call(
    desk: Desk,
    case_id: UUID,
    body: str,
    *,
    direction: str,
    seconds: int,
    then_stage: str | None = None,
    contact_id: UUID | None = None,
    draft_key: str | None = None,
) -> Done:
    """Record a call with the client, "incoming" or "outgoing", and how many seconds it took."""
    args = {
        "body": body,
        "direction": direction,
        "seconds": seconds,
        "then_stage": then_stage,
        "contact_id": contact_id,
    }
    return do(desk, "case.call", case_id, args, drafts=_drafts(draft_key))


def client_entry(
    desk: Desk,
    case_id: UUID,
    body: str,
    *,
    contact_id: UUID | None = None,
    channel: Channel,
    files: Sequence[NewFile] = (),
) -> Done:
    """Record what the client wrote or said, by email, the portal or on the phone; taken on closed cases too (SPK-7)."""
    args = {
        "body": body,
        "contact_id": contact_id,
        "channel": channel,
        "files": [asdict(file) for file in files],
    }
    return do(desk, "case.client_entry", case_id, args)


@handles("case.reply", kind=Kind.APPEND, entity=Entity.CASE)
def _reply(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    body = required(operation.args["body"], "The text of the reply")
    _hold_back(case, to_instant(operation.args["seen_until"]))
    require_support(case, Act.REPLY)
    entry = case.happen(_answer(case, EntryKind.REPLY), Line(EntryKind.REPLY, body=body))
    attach(case, entry, operation.args["files"])
    _then_move(case, operation.args)
    return Effect(case.put_down(), created=entry, undo=FROM_HISTORY)


@handles("case.note", kind=Kind.APPEND, entity=Entity.CASE)
def _note(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    body = required(operation.args["body"], "The text of the note")
    entry = case.happen(CaseEvent(EventKind.STAFF_NOTE, case.at), Line(EntryKind.NOTE, body=body))
    attach(case, entry, operation.args["files"])
    return Effect(case.put_down(), created=entry, undo=FROM_HISTORY)


@handles("case.call", kind=Kind.APPEND, entity=Entity.CASE)
def _call(work: Work, operation: Operation) -> Effect:
    direction, seconds = operation.args["direction"], operation.args["seconds"]
    if direction not in DIRECTIONS or seconds < 0:
        raise KnownError(
            f"A call is {' or '.join(DIRECTIONS)} and takes no less than nothing.",
            "The call was not recorded.",
            "Choose who called whom, and how long it took.",
        )
    case = take(work, work.root)
    contact_id = to_id(operation.args["contact_id"]) or case.field("contact_id")
    if direction == "incoming":
        # The client spoke, which ends a countdown, and was answered in the same call: two events, two lines.
        case.happen(
            CaseEvent(EventKind.CLIENT_ANSWERED, case.at),
            Line(
                EntryKind.CLIENT,
                data={"call": True},
                channel=Channel.PHONE,
                contact_id=contact_id,
                by_client=True,
            ),
        )
    line = Line(
        EntryKind.CALL,
        body=operation.args["body"].strip() or None,
        data={"direction": direction, "seconds": seconds},
        channel=Channel.PHONE,
        contact_id=contact_id,
    )
    entry = case.happen(_answer(case, EntryKind.CALL), line)
    _then_move(case, operation.args)
    return Effect(case.put_down(), created=entry, undo=FROM_HISTORY)


@handles("case.client_entry", kind=Kind.APPEND, entity=Entity.CASE)
def _client_entry(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    line = Line(
        EntryKind.CLIENT,
        body=required(operation.args["body"], "What the client wrote"),
        channel=Channel(operation.args["channel"]),
        contact_id=to_id(operation.args["contact_id"]) or case.field("contact_id"),
        by_client=True,
    )
    entry = case.happen(CaseEvent(EventKind.CLIENT_ANSWERED, case.at), line)
    attach(case, entry, operation.args["files"])
    return Effect(case.put_down(), created=entry, undo=FROM_HISTORY)


def _answer(case: CaseInHand, kind: EntryKind) -> CaseEvent:
    """An agent's word to the client; whether this kind of word is an answer is the policy's to say (SPK-3)."""
    counts = kind in case.rules.policy.first_response_met_by
    return CaseEvent(EventKind.PUBLIC_ANSWER if counts else EventKind.STAFF_NOTE, case.at)


def _then_move(case: CaseInHand, args: Mapping[str, Any]) -> None:
    if args["then_stage"]:
        move(case, args["then_stage"], args.get("recorded"))


def _hold_back(case: CaseInHand, seen_until: datetime | None) -> None:
    work = case.work
    seen, device = work.operation.seen, work.operation.device
    spoke = seen_until and history_rows.client_spoke_after(work.conn, case.id, seen_until)
    if not spoke and work.arrived and not work.provisional and seen is not None:
        # The hub knows what had reached the desk, whatever the clocks say.
        spoke = history_rows.client_spoke_beyond(work.conn, case.id, seen, device)
    if spoke:
        raise HeldBack(
            "The client has written since you opened the case.",
            "The reply was held back and stays with you.",
            "Read what came, then send the reply as it is or change it.",
        )


def _drafts(draft_key: str | None) -> tuple[str, ...]:
    return (draft_key,) if draft_key else ()
