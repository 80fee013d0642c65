"""Closing a case, the client's agreement before it, and the way back; what closes by itself is in `schedule`."""

from __future__ import annotations

from uuid import UUID

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.domain.words import EntryKind
from supportdesk.services.in_hand.adoption import adopt
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.in_hand.new_case import check_contact
from supportdesk.services.in_hand.stage_moves import close as close_in_hand
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_id
from supportdesk.services.operations.records import required
from supportdesk.services.operations.work import FROM_HISTORY, Effect, Work


def close(
    desk: Desk,
    case_id: UUID,
    *,
    resolution: str | None = None,
    by_client: bool = False,
    contact_id: UUID | None = None,
) -> Done:
    """Close the case, with the kind of resolution where the policy asks for one (SYN-4, ONX-1).

    The client may close its case at any time (SPK-7), through a named contact where its plan has them: `contact_id`
    says who it was (SPK-8).
    """
    args = {"resolution": resolution, "by_client": by_client, "contact_id": contact_id}
    return do(desk, "case.close", case_id, args)


def record_agreement(desk: Desk, case_id: UUID, *, name: str) -> Done:
    """Record that the client, by this name, agrees that the request was carried out (ONX-1)."""
    return do(desk, "case.record_agreement", case_id, {"name": name})


def reactivate(desk: Desk, case_id: UUID, *, by_client: bool = False) -> Done:
    """Work on a closed case again, with a first response of its own (TIME-7, SAG-6).

    Refused after the policy's time for it; a new case that follows this one can be logged instead.
    """
    return do(desk, "case.reactivate", case_id, {"by_client": by_client})


def leave_closed(desk: Desk, case_id: UUID, reason: str) -> Done:
    """Decide that what the client wrote after the closing needs nothing more (SPK-7); the case stays closed."""
    return do(desk, "case.leave_closed", case_id, {"reason": reason})


@handles("case.close", kind=Kind.COMMAND, entity=Entity.CASE)
def _close(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    before = case.state.stage
    check_contact(
        work.conn,
        case.rules.policy,
        case.field("plan_id"),
        to_id(operation.args["contact_id"]),
        "The case was not closed.",
    )
    close_in_hand(case, resolution=operation.args["resolution"], by_client=operation.args["by_client"])
    return Effect(case.put_down(), undo=FROM_HISTORY, expect={"stage": before})


@handles("case.record_agreement", kind=Kind.APPEND, entity=Entity.CASE)
def _record_agreement(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    name = required(operation.args["name"], "The name of who agrees")
    line = Line(EntryKind.AGREEMENT, data={"name": name})
    entry = case.happen(CaseEvent(EventKind.AGREEMENT, case.at), line)
    return Effect(case.put_down(), created=entry, undo=FROM_HISTORY)


@handles("case.reactivate", kind=Kind.COMMAND, entity=Entity.CASE)
def _reactivate(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    by_client: bool = operation.args["by_client"]
    line = Line(
        EntryKind.REACTIVATED,
        data={"from": case.state.stage, "by_client": by_client},
        contact_id=case.field("contact_id") if by_client else None,
        by_client=by_client,
    )
    case.happen(CaseEvent(EventKind.REACTIVATED, case.at, by_client=by_client), line)
    # What was closed may have slept through new versions of its policy.
    adopt(case)
    return Effect(case.put_down(), undo=FROM_HISTORY)


@handles("case.leave_closed", kind=Kind.COMMAND, entity=Entity.CASE)
def _leave_closed(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    if not case.state.needs_owner:
        raise KnownError(
            "Nothing waits for a decision on this case.",
            "Nothing was changed.",
            "Go on in the case as it is.",
        )
    reason = required(operation.args["reason"], "The reason")
    case.happen(CaseEvent(EventKind.OWNER_DECIDED, case.at), Line(EntryKind.NOTE, body=reason))
    return Effect(case.put_down(), undo=FROM_HISTORY)
