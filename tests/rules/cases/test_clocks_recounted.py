"""What moves a clock that runs: pauses, a new severity, plan or policy, a reactivation; its life is tested beside."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from supportdesk.domain.case_events import EventKind
from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.rules.cases.clock_counting import due_if_resumed
from supportdesk.rules.cases.state import Clock
from supportdesk.rules.policies.policy import Policy, Span, Unit
from tests.rules.cases.case_play import Case, new_york
from tests.rules.policy_files import policy

TICK = timedelta(microseconds=1)
SPARK = policy("sparkrock")


def answered(case: Case, at: datetime) -> Clock:
    case.does(EventKind.PUBLIC_ANSWER, at)
    return case.response


# ---------------------------------------------------------------- pauses


@pytest.mark.parametrize("stage", ["on_hold", "waiting_for_customer"])
def test_TIME_5_a_stage_pauses_the_running_clocks(stage: str) -> None:
    case = Case(new_york("09:00"), "S2")
    case.moves(stage, new_york("10:00"))
    assert (case.response.due_at, case.response.soon_at) == (None, None)
    case.moves("in_progress", new_york("14:00"))
    assert case.response.due_at == new_york("19:00")
    assert case.response.soon_at == new_york("17:00")


def test_TIME_5_a_paused_clock_is_never_missed() -> None:
    case = Case(new_york("09:00"), "S2")
    case.moves("on_hold", new_york("14:59"))
    case.settles(new_york("2025-06-20 09:00"))
    clock = answered(case, new_york("2025-06-20 10:00"))
    assert clock.verdict is Verdict.MET
    assert clock.due_at == new_york("2025-06-20 10:01")


def test_TIME_5_a_clock_paused_in_its_last_instant_goes_on_with_that_instant() -> None:
    case = Case(new_york("09:00"), "S1")
    case.moves("on_hold", new_york("11:00"))
    assert due_if_resumed(case.policy, case.state, case.response, new_york("12:00")) == new_york("12:00")
    case.moves("in_progress", new_york("15:00"))
    assert case.response.due_at == new_york("15:00")
    assert answered(case, new_york("15:00")).verdict is Verdict.MET


def test_TIME_5_what_was_missed_before_the_pause_stays_missed() -> None:
    case = Case(new_york("09:00"), "S1")
    case.moves("on_hold", new_york("11:01"))
    assert (case.response.verdict, case.response.due_at) == (Verdict.MISSED, new_york("11:00"))
    case.moves("in_progress", new_york("15:00"))
    assert (case.response.verdict, case.response.due_at) == (Verdict.MISSED, new_york("11:00"))


def test_TIME_5_pauses_add_up_and_closed_hours_are_not_lost_twice() -> None:
    case = Case(new_york("09:00"), "S3")
    case.moves("on_hold", new_york("19:00"))  # one open hour and the night
    case.moves("waiting_for_customer", new_york("2025-06-03 09:00"))  # one hour more
    case.moves("in_progress", new_york("2025-06-03 10:00"))  # and another
    assert case.response.due_at == new_york("2025-06-04 12:00")


def test_TIME_5_only_the_named_clocks_pause() -> None:
    held = replace(SPARK.stage("on_hold"), pauses=frozenset({ClockKind.NEXT_UPDATE}))
    stages = tuple(held if stage.id == "on_hold" else stage for stage in SPARK.stages)
    case = Case(new_york("09:00"), "S1", rules=replace(SPARK, stages=stages))
    case.moves("on_hold", new_york("10:00"))
    assert case.response.due_at == new_york("11:00")
    case.moves("in_progress", new_york("10:20"))
    assert case.response.due_at == new_york("11:00")
    case.moves("on_hold", new_york("10:30"))
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:40"))
    assert case.update.due_at is None


def test_TIME_5_an_agreed_time_waits_as_long_as_the_pause() -> None:
    case = Case(new_york("09:00"), "S3")
    case.does(EventKind.UPDATE_AGREED, new_york("10:00"), until=new_york("16:00"))
    case.moves("on_hold", new_york("12:00"))
    case.moves("in_progress", new_york("15:00"))
    assert case.update.due_at == new_york("19:00")


def test_TIME_5_a_pause_in_closed_hours_leaves_an_agreed_time_alone() -> None:
    case = Case(new_york("09:00"), "S3")
    case.does(EventKind.UPDATE_AGREED, new_york("10:00"), until=new_york("2025-06-03 10:00"))
    case.moves("on_hold", new_york("20:30"))
    case.moves("in_progress", new_york("23:00"))
    assert case.update.due_at == new_york("2025-06-03 10:00")


@pytest.mark.parametrize(
    "held", [("2025-06-06 20:30", "2025-06-06 23:00"), ("2025-06-07 11:00", "2025-06-07 11:30")]
)
def test_TIME_5_an_agreed_time_on_a_closed_day_loses_nothing_to_a_pause_there(held: tuple[str, str]) -> None:
    saturday = new_york("2025-06-07 12:00")
    for agreed in ("2025-06-06 12:00", "2025-06-06 20:10"):
        case = Case(new_york("09:00"), "S3")
        case.does(EventKind.UPDATE_AGREED, new_york(agreed), until=saturday)
        case.moves("on_hold", new_york(held[0]))
        case.moves("in_progress", new_york(held[1]))
        assert case.update.due_at == saturday


# ---------------------------------------------------------------- recomputing


def test_TIME_6_a_verified_severity_counts_from_the_logging() -> None:
    case = Case(new_york("09:00"), "S1")
    case.does(EventKind.SEVERITY_VERIFIED, new_york("09:40"), to="S3")
    assert case.response.due_at == new_york("2025-06-04 09:00")
    assert (case.state.severity_claimed, case.state.severity_verified, case.response.severity) == (
        "S1",
        "S3",
        "S3",
    )


def test_TIME_6_a_claim_counts_until_support_has_verified() -> None:
    case = Case(new_york("09:00"), "S4")
    case.does(EventKind.SEVERITY_CLAIMED, new_york("09:10"), to="High")
    assert case.response.due_at == new_york("15:00")
    case.does(EventKind.SEVERITY_VERIFIED, new_york("09:20"), to="S3")
    case.does(EventKind.SEVERITY_CLAIMED, new_york("09:30"), to="S1")
    assert case.response.due_at == new_york("2025-06-04 09:00")
    assert case.state.severity_claimed == "S1"


def test_TIME_6_a_severity_named_late_counts_from_the_logging() -> None:
    case = Case(new_york("09:00"), None)
    assert case.state.clocks == ()
    case.does(EventKind.SEVERITY_CLAIMED, new_york("09:30"), to="S1")
    assert (case.response.started_at, case.response.due_at) == (new_york("09:00"), new_york("11:00"))


def test_TIME_6_a_graver_severity_can_be_late_at_once() -> None:
    case = Case(new_york("09:00"), "S3")
    case.does(EventKind.SEVERITY_VERIFIED, new_york("12:00"), to="S1")
    assert (case.response.verdict, case.response.due_at) == (Verdict.MISSED, new_york("11:00"))


@pytest.mark.parametrize("answer_at", ["10:00", "11:30", None])
def test_TIME_6_a_met_or_missed_clock_never_moves(answer_at: str | None) -> None:
    case = Case(new_york("09:00"), "S1")
    if answer_at:
        case.does(EventKind.PUBLIC_ANSWER, new_york(answer_at))
    case.settles(new_york("12:00"))
    before = case.response
    case.does(EventKind.SEVERITY_VERIFIED, new_york("12:00"), to="S4")
    case.changes_rules(replace(SPARK, version=2), new_york("12:30"), after_hours=True)
    assert case.response == before
    assert before.verdict is (Verdict.MET if answer_at == "10:00" else Verdict.MISSED)


def test_TIME_6_what_was_due_before_the_change_is_missed_before_it_is_changed() -> None:
    case = Case(new_york("09:00"), "S1")
    case.does(EventKind.SEVERITY_VERIFIED, new_york("11:00") + TICK, to="S4")
    assert (case.response.verdict, case.response.severity) == (Verdict.MISSED, "S1")


def test_TIME_6_update_clocks_count_from_the_last_update() -> None:
    case = Case(new_york("09:00"), "S2")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    case.does(EventKind.SEVERITY_VERIFIED, new_york("11:00"), to="S1")
    assert case.update.due_at == new_york("16:00")
    case.does(EventKind.SEVERITY_VERIFIED, new_york("11:30"), to="S3")
    assert case.update.verdict is Verdict.STOPPED
    case.does(EventKind.SEVERITY_VERIFIED, new_york("12:00"), to="S2")
    assert (case.update.verdict, case.update.due_at) == (Verdict.RUNNING, new_york("2025-06-03 10:00"))


def test_TIME_6_a_changed_plan_recomputes() -> None:
    case = Case(new_york("19:30"), "S1")
    assert case.response.due_at == new_york("2025-06-03 09:30")
    case.changes_rules(SPARK, new_york("20:30"), after_hours=True)
    assert case.response.due_at == new_york("21:30")
    assert case.response.after_hours
    case.changes_rules(SPARK, new_york("20:40"), after_hours=False)
    assert case.response.due_at == new_york("2025-06-03 09:30")


def with_first_response(version: int, hours: int) -> Policy:
    span = Span(Decimal(hours), Unit.BUSINESS_HOURS)
    severities = tuple(
        replace(severity, first_response=replace(severity.first_response, span=span))
        for severity in SPARK.severities
        if severity.first_response
    )
    return replace(SPARK, version=version, severities=severities)


def test_TIME_6_a_new_version_of_the_policy_recomputes_and_signs() -> None:
    case = Case(new_york("09:00"), "S1")
    case.changes_rules(with_first_response(7, 5), new_york("10:00"))
    assert case.response.due_at == new_york("14:00")
    assert (case.response.policy_version, case.state.policy_version) == (7, 7)
    # No word on the plan leaves it as it was.
    assert not case.state.after_hours


def test_TIME_6_a_new_version_may_pause_otherwise() -> None:
    stages = tuple(replace(stage, pauses=frozenset()) for stage in SPARK.stages)
    case = Case(new_york("09:00"), "S1")
    case.moves("on_hold", new_york("10:00"))
    due = []
    for version, rules in enumerate((replace(SPARK, stages=stages), SPARK, SPARK), start=2):
        case.changes_rules(replace(rules, version=version), new_york(f"12:{version}0"))
        due.append(case.response.due_at)
    assert due == [new_york("13:20"), None, None]
    assert [pause.start for pause in case.state.pauses] == [new_york("10:00"), new_york("12:30")]


def test_TIME_6_a_version_that_does_not_know_the_stage_or_severity_is_refused() -> None:
    case = Case(new_york("09:00"), "S4")
    case.moves("on_hold", new_york("10:00"))
    fewer = tuple(stage for stage in SPARK.stages if stage.id != "on_hold")
    without_stage, without_severity = (
        replace(SPARK, version=2, stages=fewer),
        replace(SPARK, version=2, severities=SPARK.severities[:3]),
    )
    for rules in (without_stage, without_severity):
        case.policy = rules
        refusal = case.refused(EventKind.RULES_CHANGED, new_york("11:00"))
        assert refusal.rule == "TIME-6"
        assert case.state.policy_version == 1


def test_TIME_6_a_promise_withdrawn_is_stopped() -> None:
    none = tuple(replace(severity, first_response=None) for severity in SPARK.severities)
    case = Case(new_york("09:00"), "S1")
    case.changes_rules(replace(SPARK, version=2, severities=none), new_york("10:00"))
    assert (case.response.verdict, case.response.ended_at) == (Verdict.STOPPED, new_york("10:00"))


# ---------------------------------------------------------------- reactivation


def test_TIME_7_a_reactivation_starts_a_first_response_of_its_own() -> None:
    case = Case(new_york("09:00"), "S1")
    case.does(EventKind.CLOSED, new_york("12:00"))
    first = case.response
    assert (first.verdict, first.met_at, first.ended_at) == (Verdict.MISSED, None, new_york("12:00"))
    case.does(EventKind.REACTIVATED, new_york("15:00"))
    assert case.state.clocks[0] == first
    second = case.response
    assert (second.ordinal, second.started_at, second.due_at) == (2, new_york("15:00"), new_york("17:00"))
    case.does(EventKind.SEVERITY_VERIFIED, new_york("15:30"), to="S2")
    assert case.response.due_at == new_york("2025-06-03 09:00")
    case.does(EventKind.PUBLIC_ANSWER, new_york("16:00"))
    assert [clock.verdict for clock in case.state.clocks] == [Verdict.MISSED, Verdict.MET, Verdict.RUNNING]
    assert case.update.started_at == new_york("16:00")


def test_TIME_7_a_night_reactivation_is_served_after_hours() -> None:
    case = Case(new_york("09:00"), "S1", after_hours=True)
    case.does(EventKind.CLOSED, new_york("10:00"))
    case.does(EventKind.REACTIVATED, new_york("23:00"))
    assert case.response.due_at == new_york("2025-06-03 03:00")


def test_TIME_7_after_a_reactivation_updates_wait_for_its_first_response() -> None:
    case = Case(new_york("09:00"), "S1")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    case.does(EventKind.CLOSED, new_york("11:00"))
    case.does(EventKind.REACTIVATED, new_york("12:00"))
    case.moves("complete", new_york("12:10"))
    case.does(EventKind.CLIENT_ANSWERED, new_york("12:20"))
    case.does(EventKind.SEVERITY_VERIFIED, new_york("12:30"), to="S2")
    assert not case.update.awaits
    assert (case.state.responded, case.state.updates_from) == (False, None)


def test_TIME_7_a_closing_stops_what_still_runs() -> None:
    case = Case(new_york("09:00"), "S2")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    case.moves("on_hold", new_york("11:00"))
    case.does(EventKind.CLOSED, new_york("12:00"))
    assert (case.update.verdict, case.update.ended_at) == (Verdict.STOPPED, new_york("12:00"))
    assert case.update.due_at == new_york("2025-06-03 11:00")
