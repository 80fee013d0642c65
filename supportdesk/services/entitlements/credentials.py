"""Who of a client may speak for it: PINs (SAP-1), kept only as salted hashes, and named contacts (SPK-8)."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Ref
from supportdesk.domain.words import AgentRole
from supportdesk.rules.cases import contacts
from supportdesk.rules.cases.contacts import Replacement
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.entitlements.support_code import PIN_DIGITS
from supportdesk.rules.policies.policy import NamedContacts
from supportdesk.services.in_hand.attention import close_item, raise_item
from supportdesk.services.in_hand.case_in_hand import refused
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.in_hand.rules_in_force import policy_now
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import ATTENTION
from supportdesk.store.tables.people import CONTACT, ORGANISATION

NAMED_CONTACT_REQUEST = "named_contact_request"

# What slows down whoever has stolen a file and tries all hundred thousand PINs; the figures stand with each hash.
_COST, _BLOCK, _PARALLEL = 1 << 12, 8, 1


@dataclass(frozen=True, slots=True)
class PinHash:
    """A contact's PIN as it is kept."""

    salt: str
    hashed: str


def set_pin(desk: Desk, contact_id: UUID, pin: str) -> Done:
    """Give a contact a PIN of five digits. Only its salted hash goes into the operation, the store and the log."""
    if not re.fullmatch(rf"[0-9]{{{PIN_DIGITS}}}", pin):
        raise KnownError(
            f"A PIN has {PIN_DIGITS} digits.", "It was not set.", "Choose five digits that are not obvious."
        )
    with desk.store.read() as conn:
        organisation_id = get_row(conn, CONTACT, contact_id)["organisation_id"]
    kept = hash_pin(pin, desk.new_id().hex)
    args = {"contact_id": contact_id, "salt": kept.salt, "hashed": kept.hashed}
    return do(desk, "organisation.set_pin", organisation_id, args)


def name_contact(desk: Desk, organisation_id: UUID, contact_id: UUID) -> Done:
    """Make a contact a named one, who may log and close cases; refused beyond what the plan names (SPK-8)."""
    return do(desk, "organisation.name_contact", organisation_id, {"contact_id": contact_id, "named": True})


def unname_contact(desk: Desk, organisation_id: UUID, contact_id: UUID) -> Done:
    """Let a named contact only read from now on; refused where the plan asks for as many (SPK-8)."""
    return do(desk, "organisation.name_contact", organisation_id, {"contact_id": contact_id, "named": False})


def request_replacement(desk: Desk, organisation_id: UUID, *, leaves: UUID, comes: UUID) -> Done:
    """Note the client's request that one contact takes another's place; it counts once approved (SPK-8)."""
    args = {"leaves": leaves, "comes": comes}
    return do(desk, "organisation.request_replacement", organisation_id, args)


def decide_replacement(desk: Desk, organisation_id: UUID, request_id: UUID, *, approved: bool) -> Done:
    """Approve or decline such a request; `request_id` is the open item's id."""
    args = {"request": request_id, "approved": approved}
    return do(desk, "organisation.decide_replacement", organisation_id, args)


def hash_pin(pin: str, salt: str) -> PinHash:
    """What is kept of a PIN."""
    derived = hashlib.scrypt(pin.encode(), salt=salt.encode(), n=_COST, r=_BLOCK, p=_PARALLEL, dklen=32)
    return PinHash(salt, f"scrypt:{_COST}:{_BLOCK}:{_PARALLEL}:{derived.hex()}")


def has_pin(kept: PinHash, pin: str) -> bool:
    """Whether this is the PIN that was kept."""
    _, cost, block, parallel, hashed = kept.hashed.split(":")
    derived = hashlib.scrypt(
        pin.encode(), salt=kept.salt.encode(), n=int(cost), r=int(block), p=int(parallel), dklen=32
    )
    return hmac.compare_digest(derived.hex(), hashed)


def named_of(conn: Connection, organisation_id: UUID) -> frozenset[UUID]:
    """The named contacts of a client."""
    named = select(CONTACT.c.id).where(
        CONTACT.c.organisation_id == organisation_id, CONTACT.c.named, ~CONTACT.c.deleted
    )
    return frozenset(conn.scalars(named))


@handles("organisation.set_pin", kind=Kind.COMMAND, entity=Entity.ORGANISATION)
def _set_pin(work: Work, operation: Operation) -> Effect:
    contact = _contact(work, operation.args["contact_id"])
    kept = {"pin_salt": operation.args["salt"], "pin_hash": operation.args["hashed"]}
    revise(work.conn, CONTACT, contact["id"], kept, operation)
    return Effect(records.changed(work))


@handles("organisation.name_contact", kind=Kind.COMMAND, entity=Entity.ORGANISATION)
def _name_contact(work: Work, operation: Operation) -> Effect:
    contact = _contact(work, operation.args["contact_id"])
    named: bool = operation.args["named"]
    if contact["named"] == named:
        raise KnownError(
            f"{contact['name']} is {'' if named else 'not '}a named contact already.",
            "Nothing was changed.",
            "",
        )
    limits, before = _limits(work), named_of(work.conn, work.root)
    change = contacts.add if named else contacts.remove
    _rename(work, before, change(limits, before, contact["id"]))
    opposite = {"contact_id": contact["id"], "named": not named}
    return Effect(records.changed(work), undo=undone_by("organisation.name_contact", **opposite))


@handles("organisation.request_replacement", kind=Kind.COMMAND, entity=Entity.ORGANISATION)
def _request_replacement(work: Work, operation: Operation) -> Effect:
    leaves, comes = (_contact(work, operation.args[key]) for key in ("leaves", "comes"))
    named = named_of(work.conn, work.root)
    refusal = contacts.refuse_replacement(named, Replacement(leaves["id"], comes["id"]))
    if refusal is not None:
        raise refused(refusal)
    data = {
        "organisation": str(work.root),
        "organisation_name": get_row(work.conn, ORGANISATION, work.root)["name"],
        "leaves": str(leaves["id"]),
        "leaves_name": leaves["name"],
        "comes": str(comes["id"]),
        "comes_name": comes["name"],
    }
    item = raise_item(
        work, NAMED_CONTACT_REQUEST, for_role=AgentRole.SUPPORT_OFFICER, organisation_id=work.root, data=data
    )
    changes = records.changed(work) | ChangeSet({item: frozenset({Aspect.NEW})})
    return Effect(changes, created=item.id)


@handles("organisation.decide_replacement", kind=Kind.COMMAND, entity=Entity.ORGANISATION)
def _decide_replacement(work: Work, operation: Operation) -> Effect:
    item = get_row(work.conn, ATTENTION, UUID(operation.args["request"]))
    if item["kind"] != NAMED_CONTACT_REQUEST or item["settled_at"] is not None:
        raise KnownError("This request was decided already.", "Nothing was changed.", "")
    if operation.args["approved"]:
        request = Replacement(UUID(item["data"]["leaves"]), UUID(item["data"]["comes"]))
        before = named_of(work.conn, work.root)
        _rename(work, before, contacts.approve(before, request))
    close_item(work, item["id"], "Approved" if operation.args["approved"] else "Declined")
    return Effect(records.changed(work, Ref(Entity.ATTENTION, item["id"])))


def _contact(work: Work, contact_id: str) -> Record:
    contact = get_row(work.conn, CONTACT, UUID(contact_id))
    if contact["organisation_id"] != work.root:
        raise KnownError(
            f"{contact['name']} is a contact of another client.",
            "Nothing was changed.",
            "Choose one of this client's.",
        )
    return contact


def _limits(work: Work) -> NamedContacts | None:
    """How many contacts the client's plan names; None without a plan."""
    organisation = get_row(work.conn, ORGANISATION, work.root)
    code, branch = organisation["policy_code"], organisation["branch_id"]
    policy = policy_now(work.conn, work.policies, policy_code=code, branch_id=branch, at=work.now)
    plan_id = judge(work.conn, policy, work.root, work.now).plan
    plan = policy.plan(plan_id) if plan_id else None
    return plan.named_contacts if plan else None


def _rename(work: Work, before: frozenset[UUID], after: Iterable[UUID] | Refusal) -> None:
    if isinstance(after, Refusal):
        raise refused(after)
    for contact_id in before ^ frozenset(after):
        revise(work.conn, CONTACT, contact_id, {"named": contact_id in frozenset(after)}, work.operation)
