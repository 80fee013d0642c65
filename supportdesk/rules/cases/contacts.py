"""Named contacts (SPK-8): who of a client may log and close cases, how many, and how one replaces another."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import NamedContacts

RULE = "SPK-8"


@dataclass(frozen=True, slots=True)
class Replacement:
    """A client's request that one person takes another's place; it counts once support has approved it."""

    leaves: UUID
    comes: UUID


def may_log_and_close(limits: NamedContacts | None, named: AbstractSet[UUID], contact: UUID) -> bool:
    """Whether this contact may log and close cases. Without limits everybody may; else the others only read."""
    return limits is None or contact in named


def add(limits: NamedContacts | None, named: AbstractSet[UUID], contact: UUID) -> frozenset[UUID] | Refusal:
    """The named contacts with one more, or why there can't be one more."""
    if limits is not None and contact not in named and len(named) >= limits.most:
        what = f"The plan names {limits.most} contacts, and that many are named."
        return Refusal(RULE, what, "Replace one of them instead; support approves it.")
    return frozenset(named) | {contact}


def remove(
    limits: NamedContacts | None, named: AbstractSet[UUID], contact: UUID
) -> frozenset[UUID] | Refusal:
    """The named contacts without one, or why there have to be as many."""
    if contact not in named:
        return Refusal(RULE, "This contact is not named.")
    if limits is not None and len(named) <= limits.least:
        what = f"The plan asks for {limits.least} named contacts at least."
        return Refusal(RULE, what, "Replace this one by another instead; support approves it.")
    return frozenset(named) - {contact}


def refuse_replacement(named: AbstractSet[UUID], request: Replacement) -> Refusal | None:
    """Why this can't be asked for, or None. A replacement changes no number, so the limits play no part."""
    if request.leaves not in named:
        return Refusal(RULE, "The contact to be replaced is not named.", "Choose one of the named contacts.")
    if request.comes in named:
        return Refusal(
            RULE, "The new contact is named already.", "Choose somebody else, or remove the other."
        )
    return None


def approve(named: AbstractSet[UUID], request: Replacement) -> frozenset[UUID] | Refusal:
    """The named contacts after support has approved a replacement, as they are named by then."""
    refusal = refuse_replacement(named, request)
    if refusal is not None:
        return refusal
    return (frozenset(named) - {request.leaves}) | {request.comes}


def still_to_name(limits: NamedContacts | None, named: AbstractSet[UUID]) -> int:
    """How many contacts the client has yet to name to reach the plan's least."""
    return max(limits.least - len(named), 0) if limits is not None else 0
