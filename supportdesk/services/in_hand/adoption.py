"""A case comes under other rules – a new version, other hours, another plan – and its clocks follow (TIME-6)."""

from __future__ import annotations

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.domain.words import EntryKind
from supportdesk.rules.cases.machine import advance
from supportdesk.rules.cases.state import Refusal
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, take
from supportdesk.services.in_hand.entitling import judge_in_hand
from supportdesk.services.in_hand.rules_in_force import Rules, rules_now
from supportdesk.services.operations.applying import handles
from supportdesk.services.operations.work import Effect, Work


def adopt(case: CaseInHand) -> bool:
    """Bring a case under the rules in force now; gives whether that changed anything.

    A version that has no place for the case – its stage or severity is gone – leaves it under its own.
    """
    rules = _in_force(case)
    if rules.recorded() == case.rules.recorded():
        return False
    event = CaseEvent(EventKind.RULES_CHANGED, case.at, after_hours=rules.after_hours)
    outcome = advance(rules.policy, case.state, event)
    if isinstance(outcome, Refusal):
        return False
    fields = case.change(plan_id=rules.plan_id)
    data = {"from": case.rules.recorded(), "rules": rules.recorded(), "fields": fields}
    case.write(Line(EntryKind.POLICY, data=data, by_itself=True), event)
    case.become(outcome.state, rules)
    return True


def _in_force(case: CaseInHand) -> Rules:
    # Without a contract today the case keeps the plan that it was taken on with.
    plan = judge_in_hand(case).plan or case.field("plan_id")
    return rules_now(
        case.work.conn,
        case.work.policies,
        policy_code=case.state.policy,
        branch_id=case.field("branch_id"),
        plan_id=plan,
        at=case.at,
    )


ADOPT_RULES = "case.adopt_rules"


@handles(ADOPT_RULES, kind=Kind.COMMAND, entity=Entity.CASE)
def _adopt_rules(work: Work, _operation: Operation) -> Effect:
    case = take(work, work.root)
    adopt(case)
    return Effect(case.put_down())
