"""A request as it comes in, and what must be there before it becomes a case; logging it is in `cases`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.localised import LocalisedText
from supportdesk.domain.words import Channel
from supportdesk.rules.cases.contacts import may_log_and_close
from supportdesk.rules.cases.intake import missing_parts, propose_severity, refuse_area, refuse_reason
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import Choice, Policy
from supportdesk.services.in_hand.case_in_hand import refused
from supportdesk.services.in_hand.files import NewFile
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import find_row, get_row
from supportdesk.store.tables.people import CONTACT
from supportdesk.store.tables.work import PRODUCT

_NOT_LOGGED = "The case was not logged."


@dataclass(frozen=True, slots=True)
class NewCase:
    """A request to be logged. `title` is its summary, `body` what the client says.

    `severity` is the client's claim; left out, the answers to the intake questions propose it (SPK-2, SAG-7).
    `branch_id` is by default the one that serves the client (ONX-1). `duplicate_of` and `related` are open cases
    found on intake, `follows` a closed one that can't be reactivated (SAG-6), `articles_tried` what the client tried
    of the articles offered (SAG-2). `policy_code` is needed only where there is no client.
    """

    title: str
    body: str = ""
    organisation_id: UUID | None = None
    contact_id: UUID | None = None
    site_id: UUID | None = None
    branch_id: UUID | None = None
    team_id: UUID | None = None
    owner_id: UUID | None = None
    product_id: UUID | None = None
    product_version: str | None = None
    area: str | None = None
    reason: str | None = None
    channel: Channel = Channel.DESK
    language: str | None = None
    template: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    severity: str | None = None
    duplicate_of: UUID | None = None
    related: tuple[UUID, ...] = ()
    follows: UUID | None = None
    articles_tried: tuple[UUID, ...] = ()
    files: tuple[NewFile, ...] = ()
    policy_code: str | None = None


def policy_code_of(organisation: Record | None, args: Mapping[str, Any]) -> str:
    """The policy that governs a request: the client's, or the one named where there is no client."""
    code: str | None = organisation["policy_code"] if organisation else args["policy_code"]
    if code is None:
        raise KnownError("The request names no client.", _NOT_LOGGED, "Choose the client.")
    return code


def check_request(policy: Policy, args: Mapping[str, Any], product: Record | None) -> None:
    """Refuse a request that lacks what its policy's template needs, or whose reason or area is none (SAG-4, SAG-5)."""
    answers = {**args["template"]}
    for part in policy.intake.template:
        if part.id == "summary":
            answers.setdefault(part.id, args["title"])
        elif part.kind == "screenshot":
            answers[part.id] = args["files"]
        elif part.kind == "articles":
            answers[part.id] = args["articles_tried"]
    missing = missing_parts(policy, answers)
    if missing:
        names = ", ".join(part.name.original for part in missing)
        raise refused(
            Refusal("SAG-5", f"The request leaves out: {names}.", "Fill these parts in."), _NOT_LOGGED
        )
    for refusal in (
        refuse_reason(policy, args["reason"]),
        refuse_area(policy, args["area"], product_areas(product)),
    ):
        if refusal is not None:
            raise refused(refusal, _NOT_LOGGED)


def claimed_severity(policy: Policy, args: Mapping[str, Any]) -> str | None:
    """What the client claims, else what the answers propose; None where the policy has no severities."""
    if args["severity"] or not policy.severities:
        severity: str | None = args["severity"]
        return severity
    proposed = propose_severity(policy, args["answers"])
    return proposed.code if proposed else None


def check_contact(
    conn: Connection, policy: Policy, plan_id: str | None, contact_id: UUID | None, what_for: str
) -> None:
    """Refuse a contact who may not log and close cases (SPK-8)."""
    plan = policy.plan(plan_id) if plan_id else None
    contact = find_row(conn, CONTACT, contact_id) if contact_id else None
    if plan is None or contact is None:
        return
    named = select(CONTACT.c.id).where(
        CONTACT.c.organisation_id == contact["organisation_id"], CONTACT.c.named, ~CONTACT.c.deleted
    )
    if not may_log_and_close(plan.named_contacts, set(conn.scalars(named)), contact["id"]):
        refusal = Refusal(
            "SPK-8",
            f"{contact['name']} is no named contact of this client and can read the knowledge base only.",
            "Choose a named contact, or let this one replace another; support approves it.",
        )
        raise refused(refusal, what_for)


def product_of(conn: Connection, args: Mapping[str, Any]) -> Record | None:
    """The product that a request names; KnownError if this desk does not know it."""
    return get_row(conn, PRODUCT, UUID(args["product_id"])) if args["product_id"] else None


def product_areas(product: Record | None) -> tuple[Choice, ...]:
    """The product's own areas of application (SAG-4)."""
    areas = product["areas"] if product is not None else None
    return tuple(
        Choice(area["id"], LocalisedText(tuple(area["name"].items()))) for area in areas or () if area["name"]
    )
