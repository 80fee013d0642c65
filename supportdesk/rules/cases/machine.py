"""The one fold that turns the events of a case into its state; each rule it applies lies in clocks, stages, closure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import RuleRefusal
from supportdesk.domain.words import EntryKind, StageKind
from supportdesk.rules.cases import clocks, closure, stages
from supportdesk.rules.cases.clocks import settle
from supportdesk.rules.cases.state import CaseState, Refusal
from supportdesk.rules.policies.policy import Policy, Trigger

__all__ = ["FIRST_RESPONSE", "Advance", "advance", "begin", "settle"]

FIRST_RESPONSE = "first_response"
"""What the logging of an imported case records when its first answer is known (`CaseEvent.history`)."""


@dataclass(frozen=True, slots=True)
class Advance:
    """The state after an event, with the events that followed from it by themselves already counted in.

    `followed` is for the timeline. Fed to `advance` again, as a replay of the timeline does, they change nothing.
    """

    state: CaseState
    followed: tuple[CaseEvent, ...] = ()


def begin(policy: Policy, logged: CaseEvent, *, severity_claimed: str | None, after_hours: bool) -> CaseState:
    """The state of a case just logged; `after_hours` is whether its plan has that service (SPK-5).

    Raises RuleRefusal for a severity that the policy does not have (SPK-2).
    """
    severity = _known_severity(policy, severity_claimed) if severity_claimed else None
    if isinstance(severity, Refusal):
        raise RuleRefusal(severity.rule, severity.reason, "The case was not logged.", severity.remedy)
    first = policy.first_stage
    state = CaseState(
        policy=policy.code,
        policy_version=policy.version,
        logged_at=logged.at,
        stage=first.id,
        stage_entered_at=logged.at,
        after_hours=after_hours,
        severity_claimed=severity,
        last_at=logged.at,
    )
    state = stages.enter(policy, state, first, logged.at)
    if logged.history and FIRST_RESPONSE not in logged.recorded:
        # Whether it was answered there is not known, so no rule that changes here may begin to measure it.
        return replace(state, responded=True)
    return clocks.start_first_response(policy, state)


def advance(policy: Policy, state: CaseState, event: CaseEvent) -> Advance | Refusal:
    """The state after one more event, or why the rules do not let it happen; pure.

    `policy` is the version that the state names, but for RULES_CHANGED, which takes it to the one given. What was
    due before the event is judged first. An event dated before the one that went before counts from that one.
    """
    at = max(event.at, state.last_at or state.logged_at)
    event = event if event.at == at else replace(event, at=at)
    state = replace(settle(state, at), last_at=at)
    outcome = _RULES[event.kind](policy, state, event)
    if isinstance(outcome, Refusal):
        return outcome
    followed: tuple[CaseEvent, ...] = ()
    triggers = _TRIGGERS.get(event.kind, ())
    given_back = event.kind is EventKind.ASSIGNED and event.to is None
    if outcome.closed_at is None and not given_back and not event.history:
        stage = stages.automatic_move(policy, outcome, triggers)
        if stage is not None:
            followed = (CaseEvent(EventKind.STAGE_MOVED, at, to=stage.id, automatic=True),)
            outcome = stages.enter(policy, outcome, stage, at)
    return Advance(settle(outcome, at), followed)


def _known_severity(policy: Policy, name: str | None) -> str | Refusal:
    severity = policy.severity(name) if name else None
    if severity is not None:
        return severity.code
    if not policy.severities:
        return Refusal("SPK-2", "This policy has no severities.", "Leave the severity out.")
    codes = ", ".join(each.code for each in policy.severities)
    what = f"There is no severity “{name}”." if name else "No severity was named."
    return Refusal("SPK-2", what, f"The severities are: {codes}.")


def _logged(_policy: Policy, _state: CaseState, _event: CaseEvent) -> Refusal:
    return Refusal("SAG-3", "The case is already logged.", "Log another request as a case of its own.")


def _assigned(_policy: Policy, state: CaseState, event: CaseEvent) -> CaseState:
    return replace(state, owner=event.to)


def _public_answer(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState:
    answered = replace(state, needs_answer=False, needs_owner=False)
    if state.closed_at is not None:
        return answered
    return clocks.answer(policy, answered, event.at)


def _info_requested(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState | Refusal:
    if state.closed_at is not None:
        return Refusal("SPK-9", "A closed case asks for nothing more.", "Reactivate the case first.")
    if EntryKind.INFO_REQUEST not in policy.first_response_met_by:
        return replace(state, needs_answer=False)
    return _public_answer(policy, state, event)


def _staff_note(_policy: Policy, state: CaseState, _event: CaseEvent) -> CaseState:
    return state


def _client_answered(_policy: Policy, state: CaseState, _event: CaseEvent) -> CaseState:
    """The answer is kept whatever the stage; on a closed case it waits for the owner to decide (SPK-7)."""
    return replace(
        state,
        needs_answer=True,
        needs_owner=state.needs_owner or state.closed_at is not None,
        countdown_ended=True,
    )


def _update_agreed(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState | Refusal:
    if state.closed_at is not None:
        return Refusal("SPK-4", "A closed case has no next update.", "Reactivate the case first.")
    if event.until is None:
        return Refusal("SPK-4", "The agreement names no time.", "Say when the client will hear of the case.")
    return clocks.agree_update(policy, state, event.at, event.until)


def _severity_claimed(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState | Refusal:
    code = _known_severity(policy, event.to)
    if isinstance(code, Refusal):
        return code
    return clocks.judge_anew(policy, replace(state, severity_claimed=code), event.at)


def _severity_verified(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState | Refusal:
    code = _known_severity(policy, event.to)
    if isinstance(code, Refusal):
        return code
    return clocks.judge_anew(policy, replace(state, severity_verified=code), event.at)


def _stage_moved(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState | Refusal:
    stage = stages.find_stage(policy, event.to)
    if isinstance(stage, Refusal):
        return stage
    if stage.id == state.stage:
        return state
    if stage.kind is StageKind.CLOSED:
        return closure.close(policy, state, event)
    refusal = stages.check_move(policy, state, stage, event)
    return refusal or stages.enter(policy, state, stage, event.at)


def _agreement(_policy: Policy, state: CaseState, event: CaseEvent) -> CaseState:
    return replace(state, agreement_at=event.at)


def _owner_decided(_policy: Policy, state: CaseState, _event: CaseEvent) -> CaseState:
    return replace(state, needs_owner=False)


def _rules_changed(policy: Policy, state: CaseState, event: CaseEvent) -> CaseState | Refusal:
    """Plan, calendar or policy version changed (TIME-6); a version must know where the case is to judge it."""
    if all(stage.id != state.stage for stage in policy.stages):
        return Refusal(
            "TIME-6",
            f"Version {policy.version} of the policy has no stage “{state.stage}”.",
            "Move the case to another stage first.",
        )
    if state.severity and policy.severity(state.severity) is None:
        return Refusal(
            "TIME-6",
            f"Version {policy.version} of the policy has no severity “{state.severity}”.",
            "Verify the severity as one that both versions have.",
        )
    state = replace(
        state,
        policy=policy.code,
        policy_version=policy.version,
        after_hours=state.after_hours if event.after_hours is None else event.after_hours,
    )
    return clocks.judge_anew(policy, stages.pause_anew(policy, state, event.at), event.at)


_Rule = Callable[[Policy, CaseState, CaseEvent], CaseState | Refusal]

_RULES: Mapping[EventKind, _Rule] = {
    EventKind.LOGGED: _logged,
    EventKind.ASSIGNED: _assigned,
    EventKind.PUBLIC_ANSWER: _public_answer,
    EventKind.STAFF_NOTE: _staff_note,
    EventKind.CLIENT_ANSWERED: _client_answered,
    EventKind.INFO_REQUESTED: _info_requested,
    EventKind.UPDATE_AGREED: _update_agreed,
    EventKind.SEVERITY_CLAIMED: _severity_claimed,
    EventKind.SEVERITY_VERIFIED: _severity_verified,
    EventKind.STAGE_MOVED: _stage_moved,
    EventKind.AGREEMENT: _agreement,
    EventKind.CLOSED: closure.close,
    EventKind.REACTIVATED: closure.reactivate,
    EventKind.REMINDED: closure.remind,
    EventKind.RULES_CHANGED: _rules_changed,
    EventKind.OWNER_DECIDED: _owner_decided,
}

# What an event may set off, most telling first: a request for information is an answer too.
_TRIGGERS: Mapping[EventKind, tuple[Trigger, ...]] = {
    EventKind.ASSIGNED: (Trigger.ASSIGNED,),
    EventKind.CLIENT_ANSWERED: (Trigger.CLIENT_ANSWERED,),
    EventKind.INFO_REQUESTED: (Trigger.INFO_REQUESTED, Trigger.AGENT_ANSWERED),
    EventKind.PUBLIC_ANSWER: (Trigger.AGENT_ANSWERED,),
}
