"""Support paid per incident: payments, season tickets, acceptance, corrections and what has to be settled."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Ref
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.entitlements.ledger import buy_season_ticket as season_ticket
from supportdesk.rules.entitlements.ledger import pay_incident, refuse_payment, settle
from supportdesk.rules.policies.policy import IncidentRules, Policy
from supportdesk.services.in_hand.case_in_hand import refused, take
from supportdesk.services.in_hand.charging import (
    append,
    charge,
    give_incident_back,
    ledger_facts,
    paid_covers,
)
from supportdesk.services.in_hand.entitling import judge_client_anew
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_amount
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store import ledger_rows
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.people import ORGANISATION


def record_payment(
    desk: Desk, case_id: UUID, *, amount: Decimal, currency: str, method: str, reference: str
) -> Done:
    """Record what was paid for this one case, by a method of its policy (SYN-1)."""
    args = {"amount": amount, "currency": currency, "method": method, "reference": reference}
    return do(desk, "case.record_payment", case_id, args)


def buy_season_ticket(
    desk: Desk, organisation_id: UUID, *, amount: Decimal, currency: str, method: str, reference: str
) -> Done:
    """Record that the client bought a season ticket; cases that waited for one are judged anew (SYN-2)."""
    args = {"amount": amount, "currency": currency, "method": method, "reference": reference}
    return do(desk, "organisation.buy_season_ticket", organisation_id, args)


def accept(desk: Desk, case_id: UUID) -> Done:
    """Accept the case as one incident and charge it, once (SYN-2, SYN-3)."""
    return do(desk, "case.accept", case_id)


def return_incident(desk: Desk, case_id: UUID, reason: str) -> Done:
    """Give the incident of a case back: it is refused, or charging it was a mistake (SYN-2)."""
    return do(desk, "case.return_incident", case_id, {"reason": reason})


def settle_uncovered(desk: Desk, case_id: UUID, reason: str, *, goodwill: bool = False) -> Done:
    """Settle support that was given without cover (SYN-6): as goodwill, else from what was paid since."""
    return do(desk, "case.settle_uncovered", case_id, {"reason": reason, "goodwill": goodwill})


@handles("case.record_payment", kind=Kind.APPEND, entity=Entity.CASE)
def _record_payment(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    payment = _payment(_incident_rules(case.rules.policy), operation.args)
    line = pay_incident(work.new_id(), case.id, case.at)
    append(case, line, act="paid", payment=payment)
    return Effect(case.put_down(), created=line.id)


@handles("organisation.buy_season_ticket", kind=Kind.APPEND, entity=Entity.ORGANISATION)
def _buy_season_ticket(work: Work, operation: Operation) -> Effect:
    organisation = get_row(work.conn, ORGANISATION, work.root)
    rules = _incident_rules(work.policies.in_effect(organisation["policy_code"], work.now))
    line = season_ticket(rules, work.new_id(), work.now)
    ledger_rows.insert_line(work.conn, work.root, line, operation, _payment(rules, operation.args))
    changes = ChangeSet({Ref(Entity.ORGANISATION, work.root): frozenset({Aspect.ENTITLEMENT})})
    return Effect(changes | judge_client_anew(work, work.root, act="ticket_bought"), created=line.id)


@handles("case.accept", kind=Kind.COMMAND, entity=Entity.CASE)
def _accept(work: Work, _operation: Operation) -> Effect:
    case = take(work, work.root)
    _incident_rules(case.rules.policy)
    if case.shown_in is not None:
        raise KnownError(
            f"The case is part of {case.shown_in.number}.",
            "One incident covers both; nothing was charged.",
            f"Accept {case.shown_in.number}, or undo the merge first.",
        )
    charge(case, given=work.arrived)
    return Effect(case.put_down(), expect={"accepted": False})


@handles("case.return_incident", kind=Kind.COMMAND, entity=Entity.CASE)
def _return_incident(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    line = give_incident_back(case, operation.args["reason"])
    return Effect(case.put_down(), created=line.id, expect={"accepted": True})


@handles("case.settle_uncovered", kind=Kind.COMMAND, entity=Entity.CASE)
def _settle_uncovered(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    facts = ledger_facts(case)
    ticket = None
    if not operation.args["goodwill"]:
        ticket = facts.ledger.next_ticket(case.id, paid_covers(case), case.at)
        if ticket is None:
            raise refused(
                Refusal(
                    "SYN-6",
                    "Nothing was paid since that could settle this.",
                    "Record a payment or a season ticket first, or settle it as goodwill.",
                )
            )
    ids = (work.new_id(), work.new_id())
    lines = settle(facts.ledger, case.id, operation.args["reason"], ids, case.at, ticket)
    if isinstance(lines, Refusal):
        raise refused(lines)
    for line in lines:
        append(case, line, act="settled")
    return Effect(case.put_down(), created=ids[0])


def _incident_rules(policy: Policy) -> IncidentRules:
    rules = policy.entitlement.incident
    if rules is None:
        raise KnownError(
            f"Support under “{policy.name.original}” is not paid per incident.",
            "Nothing was recorded.",
            "Record the client's contract instead.",
        )
    return rules


def _payment(rules: IncidentRules, args: Mapping[str, Any]) -> dict[str, Any]:
    amount = to_amount(args["amount"]) or Decimal(0)
    refusal = refuse_payment(rules, amount, args["currency"], args["method"], args["reference"])
    if refusal is not None:
        raise refused(refusal)
    return {
        "amount": amount,
        "currency": args["currency"],
        "method": args["method"],
        "reference": args["reference"].strip(),
    }
