"""What holds in every life of a case: the fold repeats, finished clocks rest, stages are legal, no step comes twice."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import ClockKind, StageKind, Verdict
from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.rules.cases.closure import ladder, next_step, step_event
from supportdesk.rules.cases.machine import Advance, advance, begin, settle
from supportdesk.rules.cases.state import CaseState, Refusal
from supportdesk.rules.policies.policy import Policy, Span, Target, Trigger, Unit
from tests.rules.cases.case_strategies import Life, lives
from tests.rules.policy_files import policy

SPARK = policy("sparkrock")
FAR = datetime(2040, 1, 1, tzinfo=UTC)


def agreed(outcome: Advance | Refusal) -> Advance:
    assert isinstance(outcome, Advance), outcome
    return outcome


@given(lives())
def test_TIME_6_the_fold_repeats_itself(life: Life) -> None:
    state = life.begin()
    assert state == life.states[0]
    for event, expected in zip(life.events, life.states[1:], strict=True):
        state = agreed(advance(life.policy, state, event)).state
        assert state == expected


@given(lives())
def test_TIME_6_the_timeline_with_what_followed_folds_to_the_same(life: Life) -> None:
    state = life.begin()
    for event, followed in zip(life.events, life.followed, strict=True):
        for each in (event, *followed):
            state = agreed(advance(life.policy, state, each)).state
    assert state == life.last


@given(lives(), st.floats(0, 1))
def test_TIME_6_looking_at_the_clocks_in_between_changes_nothing(life: Life, share: float) -> None:
    state = life.begin()
    for event, expected in zip(life.events, life.states[1:], strict=True):
        before = state.last_at
        assert before is not None
        state = settle(state, before + (event.at - before) * share)
        state = agreed(advance(life.policy, state, event)).state
        assert state == expected


@given(lives())
def test_TIME_6_a_finished_clock_never_changes(life: Life) -> None:
    for before, after in pairwise(life.states):
        for old, new in zip(before.clocks, after.clocks, strict=False):
            assert (old.ordinal, old.kind) == (new.ordinal, new.kind)
            if not old.awaits:
                assert new == old
            elif old.verdict is not Verdict.RUNNING:
                assert replace(new, met_at=None, ended_at=None) == old
        assert [clock.ordinal for clock in after.clocks] == list(range(1, len(after.clocks) + 1))
        assert len(after.clocks) >= len(before.clocks)


@given(lives())
def test_SPK_3_SPK_4_verdicts_say_what_happened(life: Life) -> None:
    for clock in settle(life.last, FAR).clocks:
        if clock.verdict is Verdict.MET:
            assert clock.met_at is not None
            assert clock.due_at is not None
            assert clock.started_at <= clock.met_at <= clock.due_at
        elif clock.verdict is Verdict.MISSED:
            assert clock.due_at is not None
            assert clock.ended_at is None or clock.ended_at > clock.due_at
        elif clock.verdict is Verdict.STOPPED:
            assert clock.met_at is None
        else:
            assert clock.due_at is None
            assert life.last.pauses[-1].end is None
        assert clock.soon_at is None or clock.due_at is None or clock.soon_at <= clock.due_at


@given(lives())
def test_SPK_4_one_clock_of_a_kind_awaits_at_a_time(life: Life) -> None:
    for state in life.states:
        for kind in ClockKind:
            awaiting = [clock for clock in state.clocks if clock.kind is kind and clock.awaits]
            assert len(awaiting) <= (0 if state.closed_at else 1)
        open_pauses = [pause for pause in state.pauses if pause.end is None]
        assert len(open_pauses) == (1 if life.policy.stage(state.stage).pauses else 0)


@given(lives())
def test_SPK_6_the_stages_of_a_case_are_a_legal_path(life: Life) -> None:
    rules = life.policy
    visited = life.last.visited
    assert visited[0] == rules.first_stage.id
    answered = {each.move_to for each in rules.automatics if each.trigger is Trigger.CLIENT_ANSWERED}
    for number, (before, here) in enumerate(pairwise(visited), start=1):
        stage = rules.stage(here)
        assert here != before
        assert not stage.first
        if rules.stage(before).kind is StageKind.CLOSED:
            assert here == rules.closing.reopened_stage
        elif stage.system:
            assert here in answered
        assert not stage.only_after or stage.only_after & set(visited[:number])
    assert (life.last.closed_at is not None) is (rules.stage(life.last.stage).kind is StageKind.CLOSED)
    assert life.last.reopened == sum(
        1 for stage in visited[:-1] if rules.stage(stage).kind is StageKind.CLOSED
    )


@settings(max_examples=150)
@given(
    st.sampled_from(["waiting_for_customer", "complete"]),
    st.lists(
        st.tuples(
            st.integers(0, 400).map(lambda hours: timedelta(hours=hours)),
            st.sampled_from([None, None, None, EventKind.CLIENT_ANSWERED, EventKind.STAFF_NOTE]),
        ),
        max_size=20,
    ),
)
def test_SPK_7_no_ladder_sends_twice_or_closes_unwarned(
    stage: str, runs: list[tuple[timedelta, EventKind | None]]
) -> None:
    at = datetime(2025, 3, 3, 14, tzinfo=UTC)
    logged = CaseEvent(EventKind.LOGGED, at)
    state = begin(SPARK, logged, severity_claimed="S3", after_hours=False)
    for gap, kind in runs:
        at += gap
        sent = scheduled(SPARK, state, at)
        state = sent[-1]
        if state.closed_at is None and kind is not None:
            state = agreed(advance(SPARK, state, CaseEvent(kind, at))).state
        if state.closed_at is None and state.stage != stage:
            state = agreed(advance(SPARK, state, CaseEvent(EventKind.STAGE_MOVED, at, to=stage))).state
            assert [due.reminder for due in ladder(SPARK, state) if due.reminder] == (
                [1, 2] if stage == "waiting_for_customer" else []
            )


def scheduled(rules: Policy, state: CaseState, now: datetime) -> list[CaseState]:
    """The states after each step that one run of the scheduler takes, checked one by one."""
    states = [state]
    while (due := next_step(rules, state, now)) is not None and due.at <= now:
        assert len(states) == 1, "a burst"
        before, state = state, agreed(advance(rules, state, step_event(due, now))).state
        assert isinstance(advance(rules, state, step_event(due, now)), Refusal)
        if due.closes and rules.stage(before.stage).remind_after:
            assert before.reminders[-1][0] == len(rules.stage(before.stage).remind_after)
            # The last reminder left the client one step of open time, however late it came.
            left = rules.calendar.between(before.reminders[-1][1], now)
            assert left >= 2 * rules.calendar.business_day or before.close_not_before is None
        elif not due.closes:
            steps = [number for number, _ in state.reminders]
            assert steps == sorted(set(steps))
        states.append(state)
    return states


def test_TIME_6_a_thousand_closed_cases_keep_every_verdict() -> None:
    """Severities, hours, holidays and plans are edited after the closing; no stored clock moves."""
    chance = random.Random(20250602)
    edited = edited_policy()
    verdicts = set()
    for _ in range(1000):
        state = closed_case(chance)
        clocks = state.clocks
        verdicts |= {clock.verdict for clock in clocks}
        at = state.last_at
        assert at is not None
        for event in (
            CaseEvent(EventKind.RULES_CHANGED, at + timedelta(days=1), after_hours=chance.random() < 0.5),
            CaseEvent(EventKind.SEVERITY_VERIFIED, at + timedelta(days=2), to=chance.choice(["S1", "S4"])),
            CaseEvent(EventKind.PUBLIC_ANSWER, at + timedelta(days=3)),
            CaseEvent(EventKind.CLIENT_ANSWERED, at + timedelta(days=4)),
        ):
            state = agreed(advance(edited, state, event)).state
        assert settle(state, FAR).clocks == clocks
        assert state.policy_version == edited.version
    assert verdicts == {Verdict.MET, Verdict.MISSED, Verdict.STOPPED}


def closed_case(chance: random.Random) -> CaseState:
    at = datetime(2025, 1, 6, 13, tzinfo=UTC) + timedelta(minutes=chance.randrange(300_000))
    severity = chance.choice(["S1", "S2", "S3", "S4"])
    logged = CaseEvent(EventKind.LOGGED, at)
    state = begin(SPARK, logged, severity_claimed=severity, after_hours=chance.random() < 0.5)
    for _ in range(chance.randrange(6)):
        at += timedelta(minutes=chance.choice([20, 300, 3000]))
        kind = chance.choice([EventKind.PUBLIC_ANSWER, EventKind.CLIENT_ANSWERED, EventKind.STAGE_MOVED])
        state = agreed(advance(SPARK, state, CaseEvent(kind, at, to="on_hold"))).state
    at += timedelta(minutes=chance.choice([20, 300, 3000]))
    return agreed(advance(SPARK, state, CaseEvent(EventKind.CLOSED, at))).state


def edited_policy() -> Policy:
    """The same policy with every target halved, other hours, and each Monday of 2025 a holiday."""
    mondays = [date(2025, 1, 6) + timedelta(weeks=week) for week in range(52)]
    calendar = BusinessCalendar(
        time_zone="Europe/Berlin", weekly={"mon": [("10:00", "12:00")]}, holidays=mondays
    )
    half = Target(Span(Decimal("0.5"), Unit.HOURS))
    severities = tuple(
        replace(severity, first_response=half, update_every=half.span) for severity in SPARK.severities
    )
    return replace(SPARK, version=2, calendar=calendar, severities=severities)
