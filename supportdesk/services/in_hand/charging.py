"""Taking an incident from a client's ledger for a case, and giving it back, as part of an act (see `incidents`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Ref
from supportdesk.domain.words import AgentRole, Cover, EntryKind
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.entitlements.entitlement import Act, EntitlementFacts, refuse_act
from supportdesk.rules.entitlements.ledger import LedgerLine, consume, give_back
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, refused
from supportdesk.services.in_hand.entitling import (
    UNCOVERED,
    facts_of,
    judge_anew,
    judge_client_anew,
    judge_in_hand,
    take_cover,
)
from supportdesk.store import ledger_rows

_PAID = frozenset({Cover.INCIDENT, Cover.SEASON_TICKET})


def require_support(case: CaseInHand, act: Act, *, given: bool = False) -> None:
    """Make sure that support may be given on a case in hand, and charge its incident at the first of it (SYN-1, SYN-2).

    RuleRefusal while nothing covers the case. What was `given` already, as what arrives from another desk was, is kept
    as uncovered and put before the owner and a manager (SYN-6). A merged case is covered by the one it is shown in.
    """
    covered = _covering(case)
    judged = judge_anew(covered, act="judged")
    refusal = refuse_act(judged, act)
    if refusal is None:
        if judged.cover in _PAID and not judged.charged:
            charge(covered)
    elif not (given or case.work.arrived):
        raise refused(refusal, "Until then the case takes notes and payments.")
    elif covered.rules.policy.entitlement.incident is None or judged.charged:
        covered.put_before(UNCOVERED, for_id=covered.owner, for_role=AgentRole.MANAGER)
    else:
        charge(covered, given=True)


def charge(case: CaseInHand, *, given: bool = False) -> None:
    """Take an incident for a case in hand.

    RuleRefusal if it is charged already, or if nothing is left – unless the service was `given` (SYN-6).
    """
    facts = ledger_facts(case)
    case_id, covers = facts.case or case.id, paid_covers(case)
    line = consume(facts.ledger, case_id, covers, case.work.new_id(), case.at, given=given)
    append(case, _allowed(line), act="charged")


def give_incident_back(case: CaseInHand, reason: str) -> LedgerLine:
    """Return the incident of a case in hand, for a reason (SYN-2); gives the line that says so."""
    facts = ledger_facts(case)
    line = _allowed(give_back(facts.ledger, facts.case or case.id, reason, case.work.new_id(), case.at))
    append(case, line, act="returned")
    return line


def take_back_charge(case: CaseInHand, charged_by: UUID, reason: str) -> None:
    """Return the incident that one operation charged, as no support came of it (SYN-2).

    Whoever asks has seen that none was given since. Nothing happens where that operation charged none, or where it
    was returned already.
    """
    covered = _covering(case)
    client: UUID | None = covered.field("organisation_id")
    if client is None or not ledger_rows.is_charged_by(case.work.conn, client, charged_by):
        return
    facts = ledger_facts(covered)
    if (facts.case or covered.id) in facts.ledger.charges:
        give_incident_back(covered, reason)


def append(case: CaseInHand, line: LedgerLine, *, act: str, payment: Mapping[str, Any] | None = None) -> None:
    """Append a line to the ledger of the case's client, with its trace on the timeline, and judge what hangs on it.

    `payment` holds amount, currency, method and reference of a line that was paid for.
    """
    organisation_id = client_of(case)
    ledger_rows.insert_line(case.work.conn, organisation_id, line, case.work.operation, payment)
    fields = take_cover(case, judge_in_hand(case))
    data = {
        "act": act,
        "line": line.id,
        "quantity": line.quantity,
        "ticket": line.ticket,
        "covered": line.covered,
        "reason": line.reason,
        "fields": fields,
        **(payment or {}),
    }
    case.write(Line(EntryKind.ENTITLEMENT, data=data))
    case.touch(Aspect.ENTITLEMENT)
    case.also(ChangeSet({Ref(Entity.ORGANISATION, organisation_id): frozenset({Aspect.ENTITLEMENT})}))
    case.also(judge_client_anew(case.work, organisation_id, act="judged", but=case.id))


def ledger_facts(case: CaseInHand) -> EntitlementFacts:
    """The ledger as it stands, and the case in it that a case in hand is charged as."""
    return facts_of(case.work.conn, case.rules.policy, client_of(case), case.id)


def paid_covers(case: CaseInHand) -> tuple[Cover, ...]:
    """The covers that are paid for by the incident, in the policy's order."""
    return tuple(cover for cover in case.rules.policy.entitlement.order if cover in _PAID)


def client_of(case: CaseInHand) -> UUID:
    """The client whose ledger counts; KnownError for a case without one."""
    organisation_id: UUID | None = case.field("organisation_id")
    if organisation_id is None:
        raise KnownError(
            "The case belongs to no client.",
            "Incidents are kept in a client's ledger.",
            "Choose the client of the case first.",
        )
    return organisation_id


def _allowed(line: LedgerLine | Refusal) -> LedgerLine:
    if isinstance(line, Refusal):
        raise refused(line)
    return line


def _covering(case: CaseInHand) -> CaseInHand:
    """The case whose cover counts: the one that a merged case is shown in."""
    while case.shown_in is not None:
        case = case.shown_in
    return case
