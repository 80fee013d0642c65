"""The countdown that reminds the client and closes a case by itself; closing by hand is tested beside."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from supportdesk.domain.case_events import EventKind
from supportdesk.rules.cases.closure import ladder, next_step, step_event
from supportdesk.rules.cases.state import Due
from supportdesk.rules.policies.policy import Span, Unit
from tests.rules.cases.case_play import Case, new_york
from tests.rules.policy_files import policy

TICK = timedelta(microseconds=1)
SPARK = policy("sparkrock")
REMINDED, CLOSED = EventKind.REMINDED, EventKind.CLOSED

ENTERED = new_york("10:00")
FIRST, SECOND, CLOSING = (new_york(f"2025-06-{day} 10:00") for day in ("04", "06", "10"))


def waiting(stage: str = "waiting_for_customer") -> Case:
    case = Case(new_york("09:00"))
    case.moves(stage, ENTERED)
    return case


# ---------------------------------------------------------------- the ladder


def test_SPK_7_all_steps_count_from_entering_the_stage() -> None:
    case = waiting()
    expected = (
        Due(FIRST, 1, closes=False),
        Due(SECOND, 2, closes=False),
        Due(CLOSING, None, closes=True),
    )
    assert ladder(SPARK, case.state) == expected
    # A reminder sent late moves nothing that follows.
    case.does(REMINDED, new_york("2025-06-05 16:00"), step=1)
    assert ladder(SPARK, case.state) == expected


@pytest.mark.parametrize("stage", ["complete", "delivered"])
def test_SPK_7_complete_and_delivered_close_without_a_reminder(stage: str) -> None:
    case = waiting(stage)
    closing = new_york("2025-06-16 10:00")
    assert ladder(SPARK, case.state) == (Due(closing, None, closes=True),)
    assert case.scheduler_runs(closing - TICK) == []
    assert case.scheduler_runs(closing) == [CLOSED]
    assert (case.state.stage, case.state.closed_automatically) == ("closed", True)


@pytest.mark.parametrize("stage", ["in_progress", "on_hold", "not_reproducible", "development"])
def test_SPK_7_other_stages_have_no_countdown(stage: str) -> None:
    case = waiting(stage)
    assert ladder(SPARK, case.state) == ()
    assert next_step(SPARK, case.state, new_york("2026-06-02 10:00")) is None


def test_SPK_7_each_step_comes_on_its_instant_and_once() -> None:
    case = waiting()
    assert next_step(SPARK, case.state, ENTERED) == Due(FIRST, 1, closes=False)
    assert case.scheduler_runs(FIRST - TICK) == []
    assert case.scheduler_runs(FIRST) == [REMINDED]
    assert case.scheduler_runs(FIRST) == []
    assert case.scheduler_runs(SECOND) == [REMINDED]
    assert case.scheduler_runs(CLOSING - TICK) == []
    assert case.scheduler_runs(CLOSING) == [CLOSED]
    assert case.scheduler_runs(CLOSING + timedelta(days=99)) == []
    assert case.state.reminders == ()
    assert ladder(SPARK, case.state) == ()


def test_SPK_7_a_second_scheduler_is_refused() -> None:
    case = waiting()
    due = next_step(SPARK, case.state, FIRST)
    assert due is not None
    event = step_event(due, FIRST)
    case.does(event.kind, event.at, step=event.step)
    refusal = case.refused(event.kind, event.at, step=event.step)
    assert refusal.rule == "SPK-7"
    assert case.state.reminders == ((1, FIRST),)


@pytest.mark.parametrize(("step", "at"), [(1, FIRST - TICK), (3, CLOSING), (None, FIRST), (0, FIRST)])
def test_SPK_7_no_reminder_comes_early_or_from_nowhere(step: int | None, at: datetime) -> None:
    assert waiting().refused(REMINDED, at, step=step).rule == "SPK-7"


@pytest.mark.parametrize("hour", ["10:00", "23:30", "03:00"])
def test_SPK_7_a_client_answer_at_any_hour_ends_the_countdown(hour: str) -> None:
    case = waiting()
    case.scheduler_runs(FIRST)
    answered = new_york(f"2025-06-05 {hour}")
    case.does(EventKind.CLIENT_ANSWERED, answered)
    assert next_step(SPARK, case.state, new_york("2026-01-05 10:00")) is None
    assert case.refused(CLOSED, CLOSING, automatic=True).rule == "SPK-7"
    assert case.refused(REMINDED, SECOND, step=2).rule == "SPK-7"
    # Waiting again begins anew, with both reminders.
    case.moves("waiting_for_customer", new_york("2025-06-06 16:00"))
    assert [due.at for due in ladder(SPARK, case.state)] == [
        new_york(f"2025-06-{day} 16:00") for day in ("10", "12", "16")
    ]


def test_SPK_7_a_client_answer_ends_the_countdown_also_where_the_stage_stays() -> None:
    case = waiting()
    case.policy = replace(SPARK, automatics=())
    case.does(EventKind.CLIENT_ANSWERED, FIRST)
    assert case.state.stage == "waiting_for_customer"
    assert ladder(case.policy, case.state) == ()


@pytest.mark.parametrize("kind", [EventKind.STAFF_NOTE, EventKind.PUBLIC_ANSWER, EventKind.INFO_REQUESTED])
def test_SPK_7_what_an_agent_says_leaves_the_countdown(kind: EventKind) -> None:
    case = waiting()
    before = ladder(SPARK, case.state)
    case.does(kind, new_york("2025-06-03 10:00"))
    case.moves("waiting_for_customer", new_york("2025-06-03 11:00"))
    assert ladder(SPARK, case.state) == before


def test_SPK_7_an_answer_on_the_instant_of_the_closing_goes_first() -> None:
    case = waiting()
    case.scheduler_runs(FIRST)
    case.scheduler_runs(SECOND)
    case.does(EventKind.CLIENT_ANSWERED, CLOSING)
    assert case.scheduler_runs(CLOSING) == []
    assert case.state.stage == "updated_by_customer"


def test_SPK_7_an_answer_after_an_automatic_closing_is_put_before_the_owner() -> None:
    case = waiting("complete")
    closing = new_york("2025-06-16 10:00")
    case.scheduler_runs(closing)
    closed = case.state
    case.does(EventKind.CLIENT_ANSWERED, closing + TICK)
    assert (case.state.stage, case.state.closed_at) == ("closed", closing)
    assert (closed.needs_owner, case.state.needs_owner) == (False, True)
    assert (closed.needs_answer, case.state.needs_answer) == (False, True)
    settled_by = (
        (EventKind.REACTIVATED, "in_progress"),
        (EventKind.OWNER_DECIDED, "closed"),
        (EventKind.PUBLIC_ANSWER, "closed"),
    )
    before = case.state
    for kind, stage in settled_by:
        case.state = before
        case.does(kind, closing + 2 * TICK)
        assert (case.state.needs_owner, case.state.stage) == (False, stage)


# ---------------------------------------------------------------- after a long pause of the scheduler


def test_SPK_7_one_late_reminder_is_just_sent() -> None:
    case = waiting()
    assert case.scheduler_runs(new_york("2025-06-05 16:00")) == [REMINDED]
    assert case.state.close_not_before is None
    assert ladder(SPARK, case.state)[-1].at == CLOSING


def test_SPK_7_overdue_reminders_collapse_to_the_latest_and_the_closing_waits() -> None:
    case = waiting()
    late = new_york("2025-06-09 16:00")
    due = next_step(SPARK, case.state, late)
    postponed = new_york("2025-06-11 16:00")
    assert due == Due(SECOND, 2, closes=False, postpones_close_to=postponed)
    assert case.scheduler_runs(late) == [REMINDED]
    assert case.state.reminders == ((2, late),)
    assert case.scheduler_runs(CLOSING) == []
    assert case.refused(CLOSED, CLOSING, automatic=True).rule == "SPK-7"
    assert case.refused(REMINDED, CLOSING, step=1).rule == "SPK-7"
    assert case.scheduler_runs(postponed) == [CLOSED]


@pytest.mark.parametrize("already_sent", [0, 1])
def test_SPK_7_no_closing_without_a_warning_after_months(already_sent: int) -> None:
    case = waiting()
    if already_sent:
        case.scheduler_runs(FIRST)
    late = new_york("2025-09-02 10:00")
    assert case.scheduler_runs(late) == [REMINDED]
    assert case.state.reminders[-1] == (2, late)
    assert case.scheduler_runs(new_york("2025-09-04 10:00") - TICK) == []
    assert case.scheduler_runs(new_york("2025-09-04 10:00")) == [CLOSED]


def test_SPK_7_a_closing_alone_overdue_just_closes() -> None:
    case = waiting()
    case.scheduler_runs(FIRST)
    case.scheduler_runs(SECOND)
    assert case.scheduler_runs(new_york("2025-09-02 10:00")) == [CLOSED]
    done = waiting("complete")
    assert done.scheduler_runs(new_york("2025-09-02 10:00")) == [CLOSED]


def test_SPK_7_the_postponed_closing_never_comes_earlier() -> None:
    case = waiting()
    # Both reminders overdue on their own instant: the closing is still two business days after the second.
    assert case.scheduler_runs(SECOND) == [REMINDED]
    assert ladder(SPARK, case.state)[-1].at == CLOSING


def test_SPK_7_a_postponement_outlives_the_reminders_after_it() -> None:
    hour = [Span(Decimal(hours), Unit.HOURS) for hours in (1, 2, 9, 10)]
    stage = replace(SPARK.stage("waiting_for_customer"), remind_after=tuple(hour[:3]), close_after=hour[3])
    stages = tuple(stage if each.id == stage.id else each for each in SPARK.stages)
    case = Case(new_york("09:00"), rules=replace(SPARK, stages=stages))
    case.moves("waiting_for_customer", ENTERED)
    assert case.scheduler_runs(new_york("18:59")) == [REMINDED]
    assert case.state.reminders == ((2, new_york("18:59")),)
    assert case.scheduler_runs(new_york("19:00")) == [REMINDED]
    # One step, an hour round the clock, after the steps that collapsed; not before its own time.
    assert ladder(case.policy, case.state)[-1].at == new_york("20:00")
    late = replace(case.state, close_not_before=new_york("23:00"), reminders=((2, new_york("18:59")),))
    case.state = late
    case.does(REMINDED, new_york("19:00"), step=3)
    assert ladder(case.policy, case.state)[-1].at == new_york("23:00")


def test_SPK_7_a_postponement_ends_with_its_countdown() -> None:
    case = waiting()
    case.scheduler_runs(new_york("2025-09-02 10:00"))
    case.does(EventKind.CLIENT_ANSWERED, new_york("2025-09-02 11:00"))
    case.moves("waiting_for_customer", new_york("2025-09-02 12:00"))
    assert case.state.close_not_before is None
    assert case.state.reminders == ()
