"""Why a clock is due when it is: the reasons, the numbers, the words, and that the steps add up to the second."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk.domain.case_events import EventKind
from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.rules.cases.clock_counting import Basis
from supportdesk.rules.cases.clock_explain import (
    AgreedWithClient,
    CountedIn,
    Explanation,
    Judged,
    Paused,
    Started,
    StartedBy,
    explain_clock,
)
from supportdesk.rules.cases.clock_words import as_text
from supportdesk.rules.policies.policy import Span, Unit
from tests.rules.cases.case_play import Case, new_york, paris
from tests.rules.cases.case_strategies import Life, lives
from tests.rules.policy_files import policy

SPARK = policy("sparkrock")
ZERO = timedelta(0)
Kind = TypeVar("Kind")


def hours(text: str) -> timedelta:
    """A length written "4:48"."""
    whole, minutes = text.split(":")
    return timedelta(hours=int(whole), minutes=int(minutes))


def explained(case: Case, now: datetime, kind: ClockKind = ClockKind.FIRST_RESPONSE) -> Explanation:
    clock = case.state.clock(kind)
    assert clock is not None
    return explain_clock(case.policy, case.state, clock, now)


def reason(explanation: Explanation, kind: type[Kind]) -> Kind:
    found = [each for each in explanation.reasons if isinstance(each, kind)]
    assert len(found) == 1
    return found[0]


def reactivated_ticket() -> Case:
    """S2 by support, S1 by the client; reactivated on day 10 of 14 at 17:42, on hold on the morning after."""
    fortnight = Span(Decimal(14), Unit.DAYS)
    rules = replace(SPARK, version=3, closing=replace(SPARK.closing, reopen_within=fortnight))
    case = Case(new_york("2026-11-09 10:00"), "S1", rules=rules)
    case.does(EventKind.SEVERITY_VERIFIED, new_york("2026-11-09 10:30"), to="S2")
    case.does(EventKind.CLOSED, new_york("2026-11-13 12:00"))
    case.does(EventKind.REACTIVATED, new_york("2026-11-23 17:42"))
    case.moves("on_hold", new_york("2026-11-24 08:30"))
    case.moves("in_progress", new_york("2026-11-24 12:18"))
    return case


def test_TIME_5_everything_that_a_deadline_hangs_on() -> None:
    told = explained(reactivated_ticket(), new_york("2026-11-24 14:18"))
    assert told.due == new_york("2026-11-24 15:30")
    assert (told.counted, told.left, told.late, told.amount) == (
        hours("4:48"),
        hours("1:12"),
        ZERO,
        hours("6:00"),
    )
    assert reason(told, Started) == Started(
        new_york("2026-11-23 17:42"), StartedBy.REACTIVATED, day=10, of=14
    )
    judged = reason(told, Judged)
    assert (judged.code, judged.place, judged.claimed, judged.verified) == ("S2", 2, "S1", "S2")
    assert judged.span == Span(Decimal("0.5"), Unit.BUSINESS_DAYS)
    counted_in = reason(told, CountedIn)
    assert (counted_in.basis, counted_in.amount, counted_in.business_day) == (
        Basis.OPEN_TIME,
        hours("6:00"),
        hours("12:00"),
    )
    paused = reason(told, Paused)
    assert (paused.stage, paused.lost) == ("on_hold", hours("3:48"))
    assert (told.policy_name.original, told.policy_version) == ("Severity targets", 3)
    spans = [(step.kind, step.end - step.start) for step in told.steps]
    assert spans == [
        ("counted", hours("2:18")),
        ("closed_night", hours("12:00")),
        ("counted", hours("0:30")),
        ("paused", hours("3:48")),
        ("counted", hours("2:00")),
        ("counted", hours("1:12")),  # what is left, after now
    ]


def test_TIME_5_the_same_in_words() -> None:
    text = as_text(explained(reactivated_ticket(), new_york("2026-11-24 14:18")))
    lines = text.splitlines()
    assert lines[0] == "First response: due Tue 24 Nov 2026 15:30 (America/New_York)."
    assert lines[1] == "- Started Mon 23 Nov 2026 17:42, when the case was reactivated on day 10 of 14."
    assert lines[2] == (
        "- Severity S2 High: half a business day. The client claimed S1, support verified S2."
    )
    assert lines[4] == "- Paused Tue 24 Nov 2026 08:30 – 12:18 (On Hold): 3 h 48 m not counted."
    assert lines[6] == "  Mon 23 Nov 2026 20:00 – Tue 24 Nov 2026 08:00: closed"
    assert lines[-3] == "  Tue 24 Nov 2026 14:18 – 15:30: to come 1 h 12 m"
    assert lines[-2:] == ["4 h 48 m counted, 1 h 12 m left.", "“Severity targets”, version 3, rule 2."]


def test_TIME_5_a_paused_clock_says_so() -> None:
    case = Case(new_york("09:00"), "S2")
    case.moves("waiting_for_customer", new_york("11:00"))
    for now, due in (("11:00", "15:00"), ("14:00", "18:00"), ("2025-06-03 09:00", "2025-06-03 13:00")):
        told = explained(case, new_york(now))
        assert (told.paused, told.due, told.left) == (True, new_york(due), hours("4:00"))
        assert reason(told, Paused).end is None
        assert "if the clock went on now" in as_text(told)


def test_TIME_5_an_ended_clock_is_explained_as_of_its_end() -> None:
    case = Case(new_york("09:00"), "S2")
    case.moves("on_hold", new_york("10:00"))
    case.does(EventKind.PUBLIC_ANSWER, new_york("12:00"))
    case.moves("in_progress", new_york("14:00"))
    told = explained(case, new_york("2025-06-20 10:00"))
    assert (told.verdict, told.now, told.met_at) == (Verdict.MET, new_york("12:00"), new_york("12:00"))
    assert (told.counted, told.due) == (hours("1:00"), new_york("17:00"))
    assert reason(told, Paused).end is None
    assert as_text(told).splitlines()[-2] == "Answered Mon 2 Jun 2025 12:00, in time."


def test_TIME_5_lateness_is_counted_in_the_clock_s_own_time() -> None:
    case = Case(new_york("13:00"), "S2")
    saturday, monday = new_york("2025-06-07 12:00"), new_york("2025-06-09 09:30")
    due = new_york("19:00")
    assert explained(case, due).late == ZERO
    assert explained(case, saturday).late == hours("49:00")
    assert explained(case, monday).late == hours("50:30")
    case.does(EventKind.PUBLIC_ANSWER, monday)
    told = explained(case, monday)
    assert (told.verdict, told.counted, told.left) == (Verdict.MISSED, hours("6:00"), ZERO)
    assert "50 h 30 m late" in as_text(told)


def test_TIME_5_late_at_night_is_late_although_no_open_time_has_passed() -> None:
    case = Case(new_york("18:00"), "S1")
    told = explained(case, new_york("23:00"))
    assert (told.due, told.late) == (new_york("20:00"), ZERO)
    assert as_text(told).splitlines()[-2] == "2 h counted, the time is over."


@pytest.mark.parametrize(
    ("logged", "basis", "amount", "words"),
    [
        ("19:00", Basis.ELAPSED, "2:00", "round the clock: 2 h"),
        ("22:00", Basis.DOUBLED, "4:00", "2 times as long: 4 h"),
        ("2025-06-03 07:30", Basis.NEXT_OPENING, "2:00", "from the next opening, Tue 3 Jun 2025 08:00: 2 h"),
    ],
)
def test_SPK_5_after_hours_is_explained(logged: str, basis: Basis, amount: str, words: str) -> None:
    case = Case(new_york(logged), "S1", after_hours=True)
    told = explained(case, new_york(logged))
    counted_in = reason(told, CountedIn)
    assert (counted_in.basis, counted_in.amount) == (basis, hours(amount))
    assert counted_in.times == (2 if basis is Basis.DOUBLED else None)
    assert (counted_in.opening is not None) is (basis is Basis.NEXT_OPENING)
    assert words in as_text(told)
    assert told.steps[0].start == case.state.logged_at
    assert told.steps[-1].end == told.due


def test_SPK_5_a_plan_without_the_service_is_named() -> None:
    case = Case(new_york("19:00"), "S1")
    counted_in = reason(explained(case, new_york("19:00")), CountedIn)
    assert (counted_in.after_hours, counted_in.after_hours_offered) == (False, True)
    assert "no after-hours service" in as_text(explained(case, new_york("19:00")))


def test_SPK_4_every_start_of_an_update_clock_is_told() -> None:
    case = Case(new_york("09:00"), "S2")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    case.does(EventKind.PUBLIC_ANSWER, new_york("11:00"))
    case.moves("complete", new_york("12:00"))
    case.moves("in_progress", new_york("13:00"))
    case.moves("complete", new_york("14:00"))
    case.does(EventKind.UPDATE_AGREED, new_york("15:00"), until=new_york("2025-06-03 10:00"))
    told = [
        explain_clock(case.policy, case.state, clock, new_york("15:30"))
        for clock in case.state.clocks
        if clock.kind is ClockKind.NEXT_UPDATE
    ]
    assert [reason(each, Started).by for each in told] == [
        StartedBy.FIRST_RESPONSE,
        StartedBy.UPDATE,
        StartedBy.BACK_TO_WORK,
        StartedBy.AGREEMENT,
    ]
    assert "stopped" in as_text(told[2])
    assert reason(told[-1], AgreedWithClient).until == new_york("2025-06-03 10:00")
    assert "the client hears by Tue 3 Jun 2025 10:00" in as_text(told[-1])


def test_TIME_7_the_day_of_a_reactivation_is_told_only_while_its_closing_is_known() -> None:
    case = reactivated_ticket()
    first, second = case.state.clocks
    case.does(EventKind.CLOSED, new_york("2026-11-25 10:00"))
    case.does(EventKind.REACTIVATED, new_york("2026-11-26 10:00"))
    told = [
        reason(explain_clock(case.policy, case.state, clock, new_york("2026-11-26 11:00")), Started)
        for clock in case.state.clocks
        if clock.kind is ClockKind.FIRST_RESPONSE
    ]
    assert [(each.by, each.day) for each in told] == [
        (StartedBy.LOGGED, None),
        (StartedBy.REACTIVATED, None),
        (StartedBy.REACTIVATED, 1),
    ]
    assert case.state.clocks[0] == first
    assert case.state.clocks[1].ordinal == second.ordinal


def test_TIME_5_a_pause_of_the_other_clock_explains_nothing() -> None:
    held = replace(SPARK.stage("on_hold"), pauses=frozenset({ClockKind.NEXT_UPDATE}))
    stages = tuple(held if stage.id == "on_hold" else stage for stage in SPARK.stages)
    case = Case(new_york("09:00"), "S2", rules=replace(SPARK, stages=stages))
    case.moves("on_hold", new_york("10:00"))
    told = explained(case, new_york("12:00"))
    assert (told.paused, told.counted, told.due) == (False, hours("3:00"), new_york("15:00"))
    assert not [each for each in told.reasons if isinstance(each, Paused)]


def test_SPK_2_an_unverified_claim_is_told() -> None:
    text = as_text(explained(Case(new_york("09:00"), "S4"), new_york("09:00")))
    assert "Severity S4 Low: 5 business days. Claimed by the client, not verified yet." in text


def test_TIME_5_a_policy_without_severities_explains_an_agreed_time() -> None:
    case = Case(paris("10:00"), None, rules=policy("onyxpro"))
    case.does(EventKind.UPDATE_AGREED, paris("11:00"), until=paris("2025-06-05 11:00"))
    told = explained(case, paris("12:00"), ClockKind.NEXT_UPDATE)
    assert told.due == paris("2025-06-05 11:00")
    assert not [each for each in told.reasons if isinstance(each, Judged)]


def test_TIME_6_another_version_than_the_one_that_judged_explains_nothing() -> None:
    case = Case(new_york("09:00"), "S1")
    with pytest.raises(ValueError, match="sparkrock 1"):
        explain_clock(replace(SPARK, version=2), case.state, case.response, new_york("10:00"))


@settings(max_examples=150)
@given(lives(), st.timedeltas(timedelta(0), timedelta(days=20)))
def test_TIME_5_the_steps_of_every_clock_add_up_to_the_second(life: Life, later: timedelta) -> None:
    assert life.last.last_at is not None
    now = life.last.last_at + later
    for clock in life.last.clocks:
        if clock.due_at is None and not clock.awaits:
            continue
        told = explain_clock(life.policy, life.last, clock, now)
        assert sum((step.counted for step in told.steps), ZERO) == told.amount
        assert told.counted + told.left == told.amount
        assert sum((step.counted for step in told.steps if step.end <= told.now), ZERO) == told.counted
        assert all(before.end == after.start for before, after in pairwise(told.steps))
        if told.steps:
            assert told.steps[-1].end == told.due
            assert told.steps[0].start == (clock.agreed_at or clock.started_at)
        if clock.due_at is not None:
            assert told.due == clock.due_at
        if clock.verdict is Verdict.MET:
            assert told.late == ZERO
        assert str(told.policy_version) in as_text(told)
