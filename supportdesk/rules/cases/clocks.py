"""The life of a case's clocks: started, answered, paused, judged anew, ended; how they count lies in clock_counting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from supportdesk.domain.words import ClockKind, StageKind, Verdict
from supportdesk.rules.cases.clock_counting import counting_of, due_if_resumed, is_paused
from supportdesk.rules.cases.state import CaseState, Clock, Refusal
from supportdesk.rules.policies.policy import Policy, Severity


def settle(state: CaseState, now: datetime) -> CaseState:
    """The state with every running clock whose time is over at `now` (UTC) judged missed (SPK-3, SPK-4).

    A missed clock still awaits its answer. The due instant itself is in time, and a paused clock is never missed.
    """

    def judged(clock: Clock) -> Clock:
        late = clock.verdict is Verdict.RUNNING and clock.due_at is not None and clock.due_at < now
        return replace(clock, verdict=Verdict.MISSED) if late else clock

    return _each(state, judged)


def keep_missed(before: CaseState, anew: CaseState) -> CaseState:
    """A state that was reckoned anew, with what had been judged missed before still missed (SPK-3, SPK-4, TIME-7).

    An act that comes late from a desk without a network has an earlier instant than the judgement. A clock is the same
    where its start and due time are.
    """
    missed = {
        (clock.kind, clock.started_at, clock.due_at)
        for clock in before.clocks
        if clock.verdict is Verdict.MISSED
    }

    def kept(clock: Clock) -> Clock:
        same = (clock.kind, clock.started_at, clock.due_at) in missed
        return replace(clock, verdict=Verdict.MISSED) if same else clock

    return _each(anew, kept)


def start_first_response(policy: Policy, state: CaseState) -> CaseState:
    """A first-response clock from the logging or the latest reactivation, if one is promised (SPK-3, TIME-7)."""
    severity = _severity(policy, state)
    if severity is None or severity.first_response is None:
        return state
    return _start(policy, state, ClockKind.FIRST_RESPONSE, state.opened_at)


def answer(policy: Policy, state: CaseState, at: datetime) -> CaseState:
    """An agent's public answer meets every clock that awaits one and starts the update rhythm anew (SPK-3, SPK-4)."""

    def met(clock: Clock) -> Clock:
        if not clock.awaits:
            return clock
        verdict = Verdict.MET if clock.verdict is Verdict.RUNNING else clock.verdict
        return replace(_ended(policy, state, clock, verdict, at), met_at=at)

    answered = replace(_each(state, met), responded=True, updates_from=at)
    return _start_updates(policy, answered)


def agree_update(policy: Policy, state: CaseState, at: datetime, until: datetime) -> CaseState | Refusal:
    """The client agreed to hear of the case by an instant, which replaces the next update once (SPK-4)."""
    severity = _severity(policy, state)
    if severity is not None and not severity.update_as_agreed:
        return Refusal(
            "SPK-4",
            f"Updates of severity {severity.code} keep their fixed rhythm and cannot be agreed otherwise.",
            "Keep to the rhythm, or have the severity verified again.",
        )
    if until <= at:
        return Refusal(
            "SPK-4", "The agreed time is not after the agreement itself.", "Agree on a later time."
        )
    clock = _awaited(state, ClockKind.NEXT_UPDATE)
    if clock is not None and clock.verdict is Verdict.RUNNING:
        agreed = _reckoned(policy, state, replace(clock, agreed_at=at, agreed_until=until))
        return _each(state, lambda each: agreed if each.ordinal == agreed.ordinal else each)
    # A missed update stays missed; the agreement only ends the waiting for it.
    ended = end_clocks(policy, state, at, frozenset({ClockKind.NEXT_UPDATE}))
    return _start(policy, ended, ClockKind.NEXT_UPDATE, at, until)


def end_clocks(policy: Policy, state: CaseState, at: datetime, kinds: frozenset[ClockKind]) -> CaseState:
    """End what still awaits an answer: a running clock is stopped, a missed one stays missed. Call after `settle`."""

    def ended(clock: Clock) -> Clock:
        if clock.kind not in kinds or not clock.awaits:
            return clock
        verdict = Verdict.STOPPED if clock.verdict is Verdict.RUNNING else clock.verdict
        return _ended(policy, state, clock, verdict, at)

    return _each(state, ended)


def resume_updates(policy: Policy, state: CaseState, at: datetime) -> CaseState:
    """Work goes on after the case seemed done: the update rhythm starts again, if a response was given (SPK-4)."""
    if not state.responded or _awaited(state, ClockKind.NEXT_UPDATE):
        return state
    return _start_updates(policy, replace(state, updates_from=at))


def reckon(policy: Policy, state: CaseState) -> CaseState:
    """Work out anew when the running clocks are due, after a pause began or ended (TIME-5)."""
    return _each(state, lambda clock: _reckoned(policy, state, clock))


def judge_anew(policy: Policy, state: CaseState, at: datetime) -> CaseState:
    """Severity, plan, calendar or policy changed: running clocks count by the new rules from their own start (TIME-6).

    A clock that was met or missed is left as it is. A promise that the new rules do not make is stopped; one that
    only they make starts as if it had always stood. A closed case has no running clock and stays as it is.
    """
    if state.closed_at is not None:
        return state

    def judged(clock: Clock) -> Clock:
        if clock.verdict is not Verdict.RUNNING:
            return clock
        changed = _under(policy, state, clock)
        if _agreement_falls(policy, state, clock) or counting_of(policy, changed, ()) is None:
            return _ended(policy, state, clock, Verdict.STOPPED, at)
        return _reckoned(policy, state, changed)

    state = _each(state, judged)
    if not state.responded and _awaited(state, ClockKind.FIRST_RESPONSE) is None:
        state = start_first_response(policy, state)
    if state.responded and _awaited(state, ClockKind.NEXT_UPDATE) is None:
        state = _start_updates(policy, state)
    return state


def _start_updates(policy: Policy, state: CaseState) -> CaseState:
    severity = _severity(policy, state)
    since = state.updates_from
    if severity is None or severity.update_every is None or since is None:
        return state
    if policy.stage(state.stage).kind in {StageKind.DONE, StageKind.CLOSED}:
        return state
    return _start(policy, state, ClockKind.NEXT_UPDATE, since)


def _start(
    policy: Policy, state: CaseState, kind: ClockKind, at: datetime, agreed_until: datetime | None = None
) -> CaseState:
    clock = Clock(
        ordinal=len(state.clocks) + 1,
        kind=kind,
        started_at=at,
        due_at=None,
        soon_at=None,
        agreed_at=at if agreed_until else None,
        agreed_until=agreed_until,
    )
    clock = _reckoned(policy, state, _under(policy, state, clock))
    return replace(state, clocks=(*state.clocks, clock))


def _under(policy: Policy, state: CaseState, clock: Clock) -> Clock:
    """The clock as a promise of the severity, plan and policy that count now."""
    severity = _severity(policy, state)
    return replace(
        clock,
        severity=severity.code if severity else None,
        after_hours=state.after_hours,
        policy=policy.code,
        policy_version=policy.version,
    )


def _agreement_falls(policy: Policy, state: CaseState, clock: Clock) -> bool:
    """Whether an agreed time gives way to the fixed rhythm of the severity that counts now (SPK-4)."""
    severity = _severity(policy, state)
    return clock.agreed_until is not None and severity is not None and not severity.update_as_agreed


def _reckoned(policy: Policy, state: CaseState, clock: Clock) -> Clock:
    if clock.verdict is not Verdict.RUNNING:
        return clock
    if is_paused(state, clock.kind):
        return replace(clock, due_at=None, soon_at=None)
    pauses = tuple((span.start, span.end) for span in state.pauses if span.end and clock.kind in span.clocks)
    counting = counting_of(policy, clock, pauses)
    if counting is None:
        raise ValueError(f"clock {clock.ordinal} runs without a promise of {policy.code} {policy.version}")
    due = counting.due(pauses)
    return replace(clock, due_at=due, soon_at=min(due, counting.soon(pauses)))


def _ended(policy: Policy, state: CaseState, clock: Clock, verdict: Verdict, at: datetime) -> Clock:
    return replace(clock, verdict=verdict, ended_at=at, due_at=due_if_resumed(policy, state, clock, at))


def _awaited(state: CaseState, kind: ClockKind) -> Clock | None:
    return next((clock for clock in state.clocks if clock.kind is kind and clock.awaits), None)


def _severity(policy: Policy, state: CaseState) -> Severity | None:
    return policy.severity(state.severity) if state.severity else None


def _each(state: CaseState, change: Callable[[Clock], Clock]) -> CaseState:
    if not state.clocks:
        return state
    clocks = tuple(map(change, state.clocks))
    # Most events change no clock, and a state has many fields to copy.
    unchanged = all(new is old for new, old in zip(clocks, state.clocks, strict=True))
    return state if unchanged else replace(state, clocks=clocks)
