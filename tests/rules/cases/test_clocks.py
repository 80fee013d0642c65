"""The clocks of a case: what starts, meets, pauses, stops and moves them; the countdown to closing is tested beside."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from supportdesk.domain.case_events import EventKind
from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.rules.cases.state import Clock
from tests.rules.cases.case_play import Case, new_york, paris
from tests.rules.policy_files import policy

TICK = timedelta(microseconds=1)
SPARK = policy("sparkrock")


def answered(case: Case, at: datetime) -> Clock:
    case.does(EventKind.PUBLIC_ANSWER, at)
    return case.response


# ---------------------------------------------------------------- first response


@pytest.mark.parametrize(
    ("logged", "due"),
    [
        ("08:00", "10:00"),  # 08:00 is inside
        ("18:00", "20:00"),  # due exactly at the closing time
        ("20:00", "2025-06-03 10:00"),  # 20:00 is outside
        ("2025-06-07 12:00", "2025-06-09 10:00"),  # a Saturday
    ],
)
def test_SPK_1_hours_of_the_desk(logged: str, due: str) -> None:
    assert Case(new_york(logged), "S1").response.due_at == new_york(due)


@pytest.mark.parametrize(
    ("severity", "due"),
    [
        ("S1", "12:00"),
        ("S2", "16:00"),
        ("S3", "2025-06-04 10:00"),
        ("S4", "2025-06-09 10:00"),
    ],
)
def test_SPK_3_each_severity_has_its_first_response(severity: str, due: str) -> None:
    assert Case(new_york("10:00"), severity).response.due_at == new_york(due)


def test_SPK_3_met_by_the_first_public_answer_and_by_nothing_else() -> None:
    case = Case(new_york("10:00"), "S1")
    case.does(EventKind.STAFF_NOTE, new_york("10:10"))
    case.does(EventKind.ASSIGNED, new_york("10:20"), to="nadia")
    case.does(EventKind.CLIENT_ANSWERED, new_york("10:30"))
    assert case.response.verdict is Verdict.RUNNING
    clock = answered(case, new_york("11:00"))
    assert (clock.verdict, clock.met_at, clock.ended_at) == (
        Verdict.MET,
        new_york("11:00"),
        new_york("11:00"),
    )
    assert answered(case, new_york("11:30")) == clock


def test_SPK_3_a_request_for_information_is_an_answer() -> None:
    case = Case(new_york("10:00"), "S1")
    case.does(EventKind.INFO_REQUESTED, new_york("11:00"))
    assert case.response.met_at == new_york("11:00")
    assert case.state.stage == "waiting_for_customer"
    assert not case.state.needs_answer


def test_SPK_3_the_policy_says_whether_a_request_for_information_is_an_answer() -> None:
    case = Case(new_york("10:00"), "S1", rules=replace(SPARK, first_response_met_by=frozenset({"reply"})))
    case.does(EventKind.INFO_REQUESTED, new_york("11:00"))
    assert case.response.verdict is Verdict.RUNNING
    assert not case.state.needs_answer


@pytest.mark.parametrize(
    ("late", "verdict"), [(-TICK, Verdict.MET), (timedelta(0), Verdict.MET), (TICK, Verdict.MISSED)]
)
def test_SPK_3_the_due_instant_itself_is_in_time(late: timedelta, verdict: Verdict) -> None:
    case = Case(new_york("10:00"), "S1")
    clock = answered(case, new_york("12:00") + late)
    assert clock.verdict is verdict
    assert clock.met_at == new_york("12:00") + late


def test_SPK_3_a_missed_clock_awaits_its_answer() -> None:
    case = Case(new_york("10:00"), "S1")
    case.settles(new_york("12:00"))
    assert case.response.verdict is Verdict.RUNNING
    case.settles(new_york("12:00") + TICK)
    assert (case.response.verdict, case.response.awaits, case.response.met_at) == (Verdict.MISSED, True, None)
    clock = answered(case, new_york("13:00"))
    assert (clock.verdict, clock.awaits, clock.met_at) == (Verdict.MISSED, False, new_york("13:00"))


def test_SPK_3_a_policy_without_targets_has_no_clock() -> None:
    case = Case(paris("10:00"), "Bloquante", rules=policy("sage"))
    case.does(EventKind.PUBLIC_ANSWER, paris("11:00"))
    assert case.state.clocks == ()
    assert case.state.responded


def test_SPK_3_warns_when_half_of_the_target_or_two_hours_are_left() -> None:
    assert Case(new_york("10:00"), "S1").response.soon_at == new_york("11:00")
    assert Case(new_york("10:00"), "S2").response.soon_at == new_york("14:00")
    # Two hours of open time: the last one of the Tuesday and the first one of the Wednesday.
    assert Case(new_york("09:00"), "S3").response.soon_at == new_york("2025-06-03 19:00")
    case = Case(new_york("2025-06-03 05:00"), "S1", after_hours=True)
    assert case.response.soon_at == new_york("2025-06-03 07:00")


# ---------------------------------------------------------------- updates


def test_SPK_4_the_update_clock_starts_with_the_first_response() -> None:
    case = Case(new_york("09:00"), "S1")
    assert case.state.clock(ClockKind.NEXT_UPDATE) is None
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    assert case.update.due_at == new_york("16:00")
    assert (case.response.ordinal, case.update.ordinal) == (1, 2)


def test_SPK_4_every_public_update_restarts_it() -> None:
    case = Case(new_york("09:00"), "S2")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    case.does(EventKind.STAFF_NOTE, new_york("11:00"))
    assert case.update.due_at == new_york("2025-06-03 10:00")
    case.does(EventKind.PUBLIC_ANSWER, new_york("15:00"))
    assert [clock.verdict for clock in case.state.clocks] == [Verdict.MET, Verdict.MET, Verdict.RUNNING]
    assert case.update.due_at == new_york("2025-06-03 15:00")


@pytest.mark.parametrize("severity", ["S3", "S4"])
def test_SPK_4_as_agreed_means_nothing_until_it_is_agreed(severity: str) -> None:
    case = Case(new_york("09:00"), severity)
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    assert case.state.clock(ClockKind.NEXT_UPDATE) is None
    # A Saturday is no working day, but it was agreed.
    saturday = new_york("2025-06-07 12:00")
    case.does(EventKind.UPDATE_AGREED, new_york("11:00"), until=saturday)
    assert case.update.due_at == saturday
    case.does(EventKind.PUBLIC_ANSWER, saturday)
    assert case.update.verdict is Verdict.MET
    assert len(case.state.clocks) == 2


def test_SPK_4_an_agreed_time_replaces_the_rhythm_once() -> None:
    case = Case(new_york("09:00"), "S2")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    until = new_york("2025-06-12 09:00")
    case.does(EventKind.UPDATE_AGREED, new_york("11:00"), until=until)
    assert (case.update.due_at, case.update.ordinal) == (until, 2)
    assert case.update.soon_at == new_york("2025-06-11 19:00")
    case.does(EventKind.PUBLIC_ANSWER, new_york("2025-06-11 10:00"))
    assert case.update.due_at == new_york("2025-06-12 10:00")


def test_SPK_4_a_later_agreement_stands_for_the_earlier() -> None:
    case = Case(new_york("09:00"), "S3")
    case.does(EventKind.UPDATE_AGREED, new_york("10:00"), until=new_york("15:00"))
    case.does(EventKind.UPDATE_AGREED, new_york("11:00"), until=new_york("17:00"))
    assert case.update.due_at == new_york("17:00")
    assert len([clock for clock in case.state.clocks if clock.kind is ClockKind.NEXT_UPDATE]) == 1


def test_SPK_4_a_missed_update_stays_missed_when_another_time_is_agreed() -> None:
    case = Case(new_york("09:00"), "S2")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    case.does(EventKind.UPDATE_AGREED, new_york("2025-06-03 12:00"), until=new_york("2025-06-04 12:00"))
    missed, agreed = case.state.clocks[1:]
    assert (missed.verdict, missed.awaits, missed.met_at) == (Verdict.MISSED, False, None)
    assert (agreed.verdict, agreed.due_at) == (Verdict.RUNNING, new_york("2025-06-04 12:00"))


def test_SPK_4_the_rhythm_of_S1_cannot_be_agreed_away() -> None:
    case = Case(new_york("09:00"), "S1")
    refusal = case.refused(EventKind.UPDATE_AGREED, new_york("10:00"), until=new_york("2025-06-09 10:00"))
    assert refusal.rule == "SPK-4"
    assert "S1" in refusal.reason


@pytest.mark.parametrize("until", [None, new_york("10:00"), new_york("09:59")])
def test_SPK_4_an_agreed_time_lies_after_the_agreement(until: datetime | None) -> None:
    case = Case(new_york("09:00"), "S2")
    assert case.refused(EventKind.UPDATE_AGREED, new_york("10:00"), until=until).rule == "SPK-4"


def test_SPK_4_a_policy_without_severities_lets_a_time_be_agreed() -> None:
    case = Case(new_york("09:00"), None, rules=policy("synergy"))
    case.does(EventKind.UPDATE_AGREED, new_york("10:00"), until=new_york("15:00"))
    assert case.update.due_at == new_york("15:00")


def test_SPK_4_an_agreed_time_gives_way_to_a_severity_with_a_fixed_rhythm() -> None:
    case = Case(new_york("09:00"), "S3")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    case.does(EventKind.UPDATE_AGREED, new_york("10:30"), until=new_york("2025-06-12 09:00"))
    case.does(EventKind.SEVERITY_VERIFIED, new_york("11:00"), to="S1")
    agreed, fixed = case.state.clocks[1:]
    assert (agreed.verdict, agreed.ended_at) == (Verdict.STOPPED, new_york("11:00"))
    assert (fixed.started_at, fixed.due_at) == (new_york("10:00"), new_york("16:00"))


@pytest.mark.parametrize("stage", ["complete", "delivered"])
def test_SPK_4_updates_are_promised_until_resolution(stage: str) -> None:
    case = Case(new_york("09:00"), "S1")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    case.moves(stage, new_york("11:00"))
    stopped = case.update
    assert (stopped.verdict, stopped.ended_at) == (Verdict.STOPPED, new_york("11:00"))
    case.does(EventKind.PUBLIC_ANSWER, new_york("12:00"))
    assert case.update == stopped
    case.does(EventKind.CLIENT_ANSWERED, new_york("13:00"))
    assert case.update.due_at == new_york("19:00")
    assert case.update.ordinal == stopped.ordinal + 1


def test_SPK_4_an_update_agreed_on_a_done_case_stands_until_it_is_given() -> None:
    case = Case(new_york("09:00"), "S2")
    case.does(EventKind.PUBLIC_ANSWER, new_york("10:00"))
    case.moves("complete", new_york("11:00"))
    case.does(EventKind.UPDATE_AGREED, new_york("12:00"), until=new_york("17:00"))
    agreed = case.update
    case.moves("delivered", new_york("13:00"))
    case.moves("in_progress", new_york("14:00"))
    assert case.update == agreed
    case.does(EventKind.PUBLIC_ANSWER, new_york("15:00"))
    assert case.update.due_at == new_york("2025-06-03 15:00")


def test_SPK_4_a_case_done_without_an_answer_gets_no_update_clock() -> None:
    case = Case(new_york("09:00"), "S1")
    case.moves("complete", new_york("09:30"))
    assert case.response.verdict is Verdict.RUNNING
    case.does(EventKind.CLIENT_ANSWERED, new_york("10:00"))
    assert case.state.clock(ClockKind.NEXT_UPDATE) is None


def test_SPK_4_a_missed_update_is_not_awaited_once_the_case_is_done() -> None:
    case = Case(new_york("09:00"), "S1")
    case.does(EventKind.PUBLIC_ANSWER, new_york("09:30"))
    case.moves("complete", new_york("19:00"))
    assert (case.update.verdict, case.update.awaits, case.update.met_at) == (Verdict.MISSED, False, None)


# ---------------------------------------------------------------- after hours


@pytest.mark.parametrize(
    ("logged", "due"),
    [
        ("2025-06-02 19:59", "2025-06-02 21:59"),  # inside: two hours round the clock, over the closing
        ("2025-06-02 20:00", "2025-06-03 00:00"),  # outside: doubled
        ("2025-06-03 06:00", "2025-06-03 10:00"),  # both ways end together
        ("2025-06-03 07:00", "2025-06-03 10:00"),  # as if logged at the opening
        ("2025-06-07 12:00", "2025-06-07 16:00"),  # a Saturday
        ("2025-03-09 01:00", "2025-03-09 06:00"),  # an hour of that night does not exist
    ],
)
def test_SPK_5_after_hours_service(logged: str, due: str) -> None:
    assert Case(new_york(logged), "S1", after_hours=True).response.due_at == new_york(due)


@pytest.mark.parametrize("severity", ["S2", "S3", "S4"])
def test_SPK_5_only_S1_is_served_after_hours(severity: str) -> None:
    night = new_york("22:00")
    with_service = Case(night, severity, after_hours=True).response
    assert with_service.due_at == Case(night, severity).response.due_at


def test_SPK_5_the_update_rhythm_stays_in_business_time() -> None:
    case = Case(new_york("21:00"), "S1", after_hours=True)
    case.does(EventKind.PUBLIC_ANSWER, new_york("22:00"))
    assert case.update.due_at == new_york("2025-06-03 14:00")


def test_SPK_5_a_pause_stops_elapsed_time() -> None:
    case = Case(new_york("2025-06-02 21:00"), "S1", after_hours=True)
    case.moves("on_hold", new_york("2025-06-02 22:00"))
    case.moves("in_progress", new_york("2025-06-02 23:30"))
    assert case.response.due_at == new_york("2025-06-03 02:30")


def test_SPK_5_the_earlier_way_is_found_with_the_pauses() -> None:
    # Doubled would be 10:30 after the pause; from the opening it is 10:00, which the pause at night leaves alone.
    case = Case(new_york("2025-06-03 05:00"), "S1", after_hours=True)
    case.moves("on_hold", new_york("2025-06-03 06:00"))
    case.moves("in_progress", new_york("2025-06-03 07:30"))
    assert case.response.due_at == new_york("2025-06-03 10:00")
