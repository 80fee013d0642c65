"""What happens to a case, as the rules see it: the events whose fold is the case's state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class EventKind(StrEnum):
    """Every event that can change what the rules know of a case."""

    LOGGED = "logged"
    ASSIGNED = "assigned"
    PUBLIC_ANSWER = "public_answer"  # a reply, call or request an agent made to the client
    STAFF_NOTE = "staff_note"
    CLIENT_ANSWERED = "client_answered"
    INFO_REQUESTED = "info_requested"
    UPDATE_AGREED = "update_agreed"
    SEVERITY_CLAIMED = "severity_claimed"
    SEVERITY_VERIFIED = "severity_verified"
    STAGE_MOVED = "stage_moved"
    AGREEMENT = "agreement"  # the client's agreement that the request was carried out (ONX-1)
    CLOSED = "closed"
    REACTIVATED = "reactivated"
    REMINDED = "reminded"
    RULES_CHANGED = "rules_changed"  # policy version, calendar or plan (TIME-6)
    OWNER_DECIDED = "owner_decided"  # what waited for the owner is settled, as by a new linked case


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One event. Which fields count depends on the kind; the others stay None.

    `at` is UTC. `to` is a stage id for STAGE_MOVED (any name of the stage is understood), a severity code for the
    severity events, an owner's id for ASSIGNED. `until` is the agreed instant of UPDATE_AGREED. `automatic` marks
    a closing by the scheduler and a stage move by the policy, `by_client` a closing or reactivation by the client.
    `step` is the reminder's number from 1, `postponed_close` where a late reminder put the closing off to (SPK-7).
    `history` marks what happened in another help desk: it is taken as it was, whatever the policy asks of such a
    step here, nothing follows from it by itself, and promises made elsewhere are not measured – but for a LOGGED
    that records "first_response".
    An INFO_REQUESTED is a public answer too; no PUBLIC_ANSWER comes beside it.
    """

    kind: EventKind
    at: datetime
    to: str | None = None
    until: datetime | None = None
    resolution: str | None = None
    automatic: bool = False
    by_client: bool = False
    step: int | None = None
    postponed_close: datetime | None = None
    after_hours: bool | None = None
    history: bool = False
    recorded: frozenset[str] = frozenset()  # given to what a stage asks: "vendor", "quote", "engagement"
