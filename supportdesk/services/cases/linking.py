"""Cases that belong together: linked, split by aspect, merged, and all of that taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Ref
from supportdesk.domain.words import EntryKind, LinkKind
from supportdesk.services.cases.cases import NewCase, log_request
from supportdesk.services.cases.merging import merge, undo_merge
from supportdesk.services.in_hand.case_in_hand import CaseInHand, take
from supportdesk.services.in_hand.case_links import join, part
from supportdesk.services.in_hand.charging import charge, give_incident_back, paid_covers
from supportdesk.services.in_hand.entitling import judge_anew
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.records import required
from supportdesk.services.operations.work import FROM_HISTORY, Effect, Work
from supportdesk.store import link_rows

__all__ = ["link", "merge", "split_aspect", "undo_merge", "unlink"]

# These come about by acts of their own, which do more than link.
_BY_HAND = frozenset({LinkKind.DUPLICATE_OF, LinkKind.SAME_CAUSE, LinkKind.FOLLOWS, LinkKind.RELATED})


def link(desk: Desk, case_id: UUID, other_id: UUID, kind: LinkKind) -> Done:
    """Link two cases, read as «case IS kind other»."""
    return do(desk, "case.link", case_id, {"other": other_id, "kind": kind})


def unlink(desk: Desk, case_id: UUID, other_id: UUID, kind: LinkKind) -> Done:
    """End a link of this kind between two cases, whichever way it was read."""
    return do(desk, "case.unlink", case_id, {"other": other_id, "kind": kind})


def split_aspect(desk: Desk, case_id: UUID, aspect: NewCase, *, charge: bool, wording: str) -> Done:
    """Split another aspect off as a case of its own, linked to the first; `created` is its id (SYN-3).

    `wording` is what the client was told, before the split. With `charge` the new case is an incident of its own,
    charged now if something is left; without, the incident of the first case moves to it. A policy that does not
    charge by incident, or not for what is split off, charges nothing either way.
    """
    args = {"id": desk.new_id(), "aspect": asdict(aspect), "charge": charge, "wording": wording}
    return do(desk, "case.split_aspect", case_id, args)


@handles("case.link", kind=Kind.SET, entity=Entity.CASE)
def _link(work: Work, operation: Operation) -> Effect:
    case, other = take(work, work.root), take(work, UUID(operation.args["other"]))
    join(case, other, _by_hand(operation.args["kind"]))
    return Effect(case.put_down() | other.put_down(), undo=FROM_HISTORY)


@handles("case.unlink", kind=Kind.SET, entity=Entity.CASE)
def _unlink(work: Work, operation: Operation) -> Effect:
    case, other = take(work, work.root), take(work, UUID(operation.args["other"]))
    kind = _by_hand(operation.args["kind"])
    held = [each for each in link_rows.between(work.conn, case.id, other.id) if each.kind is kind]
    if not held:
        raise KnownError(
            f"{case.number} and {other.number} are not linked so.",
            "Nothing was changed.",
            "Open the links of the case to see them.",
        )
    part(case, other, held[0])
    return Effect(case.put_down() | other.put_down())


@handles("case.split_aspect", kind=Kind.COMMAND, entity=Entity.CASE)
def _split_aspect(work: Work, operation: Operation) -> Effect:
    wording = required(operation.args["wording"], "What the client was told")
    first = take(work, work.root)
    aspect = log_request(work, UUID(operation.args["id"]), _inherited(first, operation.args["aspect"]))
    charged = bool(operation.args["charge"])
    join(aspect, first, LinkKind.SPLIT_FROM, line=EntryKind.SPLIT, body=wording, charged=charged)
    _charge_split(first, aspect, charged=charged)
    new = ChangeSet({Ref(Entity.CASE, aspect.id): frozenset({Aspect.NEW})})
    return Effect(aspect.put_down() | first.put_down() | new, created=aspect.id)


def _inherited(first: CaseInHand, args: Mapping[str, Any]) -> dict[str, Any]:
    """The aspect's request with what it has in common with the case it was split from."""
    shared = {
        name: str(first.row[name]) if first.row[name] else None
        for name in ("organisation_id", "contact_id", "site_id", "branch_id", "product_id")
    }
    return {**args, **{name: args[name] or value for name, value in shared.items()}}


def _charge_split(first: CaseInHand, aspect: CaseInHand, *, charged: bool) -> None:
    """One incident covers one aspect: charge the new case, or move the incident of the first to it (SYN-3)."""
    incident = first.rules.policy.entitlement.incident
    if incident is None or not incident.split_charges:
        judge_anew(aspect, act="split")
        return
    if not charged:
        if not first.field("accepted"):
            raise KnownError(
                f"{first.number} holds no incident that could move.",
                "The aspect was not split off.",
                "Charge the new case instead.",
            )
        give_incident_back(first, f"Moved to {aspect.number}")
        charge(aspect)
        return
    judged = judge_anew(aspect, act="split")
    if judged.cover in paid_covers(aspect) and not judged.charged:
        charge(aspect)


def _by_hand(kind: str) -> LinkKind:
    named = LinkKind(kind)
    if named not in _BY_HAND:
        raise KnownError(
            "This kind of link comes about by itself.",
            "Nothing was changed.",
            "Split or merge the cases, or undo that.",
        )
    return named
