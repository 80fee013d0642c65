"""What a case made from a visit's recommendation begins with: the visit's first case and the form of its policy."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from supportdesk.domain.words import Channel
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import intake, visit_views
from supportdesk.services.views import IntakeForm
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import ORGANISATION

_AS_THE_FIRST = ("contact_id", "site_id", "product_id", "product_version", "area", "reason", "language")


@dataclass(frozen=True, slots=True)
class FollowUpOffer:
    """The recommendations that no case came of yet, what the policy asks, and a case that has most of it."""

    visit_id: UUID
    lines: tuple[str, ...]
    form: IntakeForm
    case: NewCase


def follow_up_offer(desk: Desk, visit_id: UUID) -> FollowUpOffer:
    """What can be made of a visit's recommendations; KnownError for a visit that is not here."""
    visit = visit_views.visit(desk, visit_id)
    taken = {each.recommendation for each in visit.follow_ups}
    lines = dict.fromkeys(line.strip() for line in visit.report.recommendations.splitlines())
    with desk.store.read() as conn:
        policy_code = get_row(conn, ORGANISATION, visit.organisation_id)["policy_code"]
        first = get_row(conn, CASE, visit.cases[0].id) if visit.cases else None
    given = {name: first[name] for name in _AS_THE_FIRST} if first is not None else {}
    return FollowUpOffer(
        visit_id,
        tuple(line for line in lines if line and line not in taken),
        intake.form(desk, policy_code=policy_code, product_id=given.get("product_id")),
        NewCase(
            "",
            organisation_id=visit.organisation_id,
            channel=Channel.VISIT,
            template=(first["template"] if first is not None else None) or {},
            answers=(first["answers"] if first is not None else None) or {},
            severity=first["severity_claimed"] if first is not None else None,
            **given,
        ),
    )
