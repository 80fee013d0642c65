"""Events that happened in another help desk are taken as they were."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.rules.cases.machine import FIRST_RESPONSE, Advance, advance, begin
from supportdesk.rules.policies.file import load_policy
from supportdesk.rules.policies.policy import Policy

AT = datetime(2025, 6, 2, 13, 0, tzinfo=UTC)


def _policy(code: str) -> Policy:
    return load_policy((Path("resources/policies") / f"{code}.toml").read_bytes(), code)


def _history(kind: EventKind, hours: float, to: str | None = None) -> CaseEvent:
    return CaseEvent(kind, AT + timedelta(hours=hours), to=to, history=True)


def test_SPK_6_SYN_4_SAG_6_history_is_taken_as_it_was() -> None:
    for code in ("sparkrock", "synergy", "onyxpro", "sage"):
        policy = _policy(code)
        state = begin(policy, _history(EventKind.LOGGED, 0), severity_claimed=None, after_hours=False)
        every = [
            stage for stage in policy.stages if not stage.first and stage.id != policy.closing.closed_stage
        ]
        events = [_history(EventKind.STAGE_MOVED, hour, stage.id) for hour, stage in enumerate(every, 1)]
        events += [_history(EventKind.CLOSED, 50), _history(EventKind.REACTIVATED, 9000)]
        for event in events:
            step = advance(policy, state, event)
            assert isinstance(step, Advance), (code, event, step)
            state = step.state
        assert state.stage == policy.closing.reopened_stage
        assert state.clocks == ()


def test_SPK_3_a_known_first_response_of_history_is_judged() -> None:
    policy = _policy("sparkrock")
    logged = CaseEvent(EventKind.LOGGED, AT, history=True, recorded=frozenset({FIRST_RESPONSE}))
    state = begin(policy, logged, severity_claimed="S1", after_hours=False)
    answered = advance(policy, state, _history(EventKind.PUBLIC_ANSWER, 5))
    assert isinstance(answered, Advance)
    clock = answered.state.clock(ClockKind.FIRST_RESPONSE)
    assert clock is not None
    assert clock.verdict is Verdict.MISSED


def test_TIME_6_what_was_not_measured_is_not_measured_by_a_later_change() -> None:
    policy = _policy("sparkrock")
    state = begin(policy, _history(EventKind.LOGGED, 0), severity_claimed="S3", after_hours=False)
    for event in (
        CaseEvent(EventKind.SEVERITY_VERIFIED, AT + timedelta(hours=1), to="S1", history=True),
        CaseEvent(EventKind.RULES_CHANGED, AT + timedelta(hours=2), after_hours=True),
    ):
        step = advance(policy, state, event)
        assert isinstance(step, Advance)
        state = step.state
    assert state.clocks == ()


def test_SPK_6_nothing_follows_by_itself_from_what_happened_elsewhere() -> None:
    policy = _policy("sparkrock")
    logged = CaseEvent(EventKind.LOGGED, AT, history=True)
    state = begin(policy, logged, severity_claimed="S3", after_hours=False)
    there = advance(policy, state, _history(EventKind.ASSIGNED, 1, "somebody"))
    here = advance(policy, state, CaseEvent(EventKind.ASSIGNED, AT + timedelta(hours=1), to="somebody"))
    assert isinstance(there, Advance)
    assert isinstance(here, Advance)
    assert (there.state.owner, there.state.stage, there.followed) == ("somebody", policy.first_stage.id, ())
    assert here.state.stage != policy.first_stage.id
