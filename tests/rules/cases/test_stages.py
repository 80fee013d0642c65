"""Where a case may stand: moves by hand, moves by themselves, ownership; clocks and countdown are tested beside."""

import pytest

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import RuleRefusal
from supportdesk.rules.cases.machine import begin
from supportdesk.rules.policies.policy import Policy
from tests.rules.cases.case_play import Case, new_york
from tests.rules.policy_files import CODES, policy

SPARK = policy("sparkrock")
BY_HAND = [stage.id for stage in SPARK.stages if not (stage.first or stage.system or stage.only_after)]
OPEN = [stage_id for stage_id in BY_HAND if stage_id != "closed"]


def case_in(stage: str) -> Case:
    case = Case(new_york("09:00"))
    if stage != "new":
        case.moves(stage, new_york("09:10"), "vendor", "quote")
    assert case.state.stage == stage
    return case


def test_SPK_6_assigning_a_new_case_moves_it_to_work() -> None:
    case = case_in("new")
    followed = case.does(EventKind.ASSIGNED, new_york("09:20"), to="nadia")
    moved = CaseEvent(EventKind.STAGE_MOVED, new_york("09:20"), to="in_progress", automatic=True)
    assert followed == (moved,)
    assert (case.state.stage, case.state.stage_entered_at) == ("in_progress", new_york("09:20"))
    # The timeline holds the move too; a replay of it changes nothing.
    state = case.state
    case.does(moved.kind, moved.at, to=moved.to, automatic=True)
    assert case.state == state


@pytest.mark.parametrize("stage", [stage for stage in OPEN if stage != "new"])
def test_SPK_6_assigning_again_leaves_the_stage(stage: str) -> None:
    case = case_in(stage)
    assert case.does(EventKind.ASSIGNED, new_york("09:20"), to="tom") == ()
    assert case.state.stage == stage


@pytest.mark.parametrize("stage", OPEN)
def test_SPK_6_a_client_answer_moves_every_stage_but_new(stage: str) -> None:
    case = case_in(stage)
    case.does(EventKind.CLIENT_ANSWERED, new_york("09:20"))
    assert case.state.stage == "updated_by_customer"
    assert case.state.needs_answer
    entered = case.state.stage_entered_at
    assert case.does(EventKind.CLIENT_ANSWERED, new_york("09:30")) == ()
    assert case.state.stage_entered_at == entered


def test_SPK_6_a_client_answer_leaves_new_and_closed() -> None:
    case = case_in("new")
    case.does(EventKind.CLIENT_ANSWERED, new_york("09:20"))
    assert case.state.stage == "new"
    case.does(EventKind.CLOSED, new_york("09:30"))
    case.does(EventKind.CLIENT_ANSWERED, new_york("09:40"))
    assert case.state.stage == "closed"


def test_SPK_6_the_stage_of_a_client_answer_is_no_human_step() -> None:
    refusal = case_in("in_progress").refused(
        EventKind.STAGE_MOVED, new_york("10:00"), to="Updated by Customer"
    )
    assert refusal.rule == "SPK-6"


def test_SPK_6_testing_comes_after_development() -> None:
    case = case_in("in_progress")
    refusal = case.refused(EventKind.STAGE_MOVED, new_york("10:00"), to="testing")
    assert refusal.rule == "SPK-6"
    assert "Development" in refusal.reason
    case.moves("development", new_york("10:00"))
    case.moves("in_progress", new_york("11:00"))
    case.moves("testing", new_york("12:00"))
    assert case.state.visited == ("new", "in_progress", "development", "in_progress", "testing")


@pytest.mark.parametrize(("stage", "asked"), [("waiting_for_vendor", "vendor"), ("estimate", "quote")])
def test_SPK_6_a_stage_asks_for_what_it_is_about(stage: str, asked: str) -> None:
    case = case_in("in_progress")
    refusal = case.refused(EventKind.STAGE_MOVED, new_york("10:00"), to=stage)
    assert refusal.rule == "SPK-6"
    assert asked in refusal.reason
    case.moves(stage, new_york("10:00"), asked)
    assert case.state.stage == stage


def test_SPK_6_a_stage_of_chargeable_work_asks_for_the_engagement() -> None:
    case = Case(new_york("09:00"), None, rules=policy("sapphireone"))
    refusal = case.refused(EventKind.STAGE_MOVED, new_york("10:00"), to="training")
    assert "engagement" in refusal.reason
    case.moves("training", new_york("10:00"), "engagement")


@pytest.mark.parametrize("stage", OPEN)
def test_SPK_6_nothing_returns_to_new(stage: str) -> None:
    for automatic in (False, True):
        refusal = case_in(stage).refused(
            EventKind.STAGE_MOVED, new_york("10:00"), to="New", automatic=automatic
        )
        assert refusal.rule == "SPK-6"


@pytest.mark.parametrize("stage", ["new", *OPEN])
def test_SPK_6_moving_to_the_same_stage_changes_nothing(stage: str) -> None:
    case = case_in(stage)
    state = case.state
    case.moves(stage, state.stage_entered_at)
    assert case.state == state
    case.moves(stage, new_york("18:00"))
    assert case.state.stage_entered_at == state.stage_entered_at
    assert case.state.visited == state.visited


@pytest.mark.parametrize("name", ["Nowhere", "", None])
def test_SPK_6_an_unknown_stage_is_refused_with_the_known_ones(name: str | None) -> None:
    refusal = case_in("in_progress").refused(EventKind.STAGE_MOVED, new_york("10:00"), to=name)
    assert refusal.rule == "SPK-6"
    assert "Waiting for 3rd Party Vendor" in refusal.remedy


@pytest.mark.parametrize("name", ["waiting_for_customer", "waiting for customer", "En attente du client"])
def test_SPK_6_a_stage_is_known_by_all_its_names(name: str) -> None:
    case = case_in("in_progress")
    case.moves(name, new_york("10:00"))
    assert case.state.stage == "waiting_for_customer"


@pytest.mark.parametrize("stage", ["in_progress", "testing", "New", "Updated by Customer"])
def test_SPK_6_a_closed_case_is_left_by_reactivation_only(stage: str) -> None:
    case = case_in("development")
    case.moves("Closed", new_york("10:00"))
    assert case.state.closed_at == new_york("10:00")
    assert case.refused(EventKind.STAGE_MOVED, new_york("11:00"), to=stage).rule == "SPK-6"
    case.moves("Closed", new_york("12:00"))
    assert case.state.closed_at == new_york("10:00")
    case.does(EventKind.REACTIVATED, new_york("13:00"))
    assert case.state.stage == "in_progress"


def test_SPK_9_a_request_for_information_waits_for_the_client() -> None:
    case = case_in("in_progress")
    case.does(EventKind.INFO_REQUESTED, new_york("10:00"))
    assert case.state.stage == "waiting_for_customer"
    case.does(EventKind.CLOSED, new_york("11:00"))
    assert case.refused(EventKind.INFO_REQUESTED, new_york("12:00")).rule == "SPK-9"


def test_SPK_10_a_case_has_one_owner_or_stands_in_the_queue() -> None:
    case = case_in("new")
    owners = [case.state.owner]
    for minute, owner in ((20, "nadia"), (30, "tom"), (40, None)):
        case.does(EventKind.ASSIGNED, new_york(f"09:{minute}"), to=owner)
        owners.append(case.state.owner)
    assert owners == [None, "nadia", "tom", None]
    assert case.state.stage == "in_progress"


def test_SPK_10_back_in_the_queue_nothing_starts_by_itself() -> None:
    case = case_in("new")
    case.does(EventKind.ASSIGNED, new_york("09:20"), to=None)
    assert case.state.stage == "new"


def test_SPK_2_an_unknown_severity_is_refused_with_the_known_ones() -> None:
    case = case_in("new")
    for kind in (EventKind.SEVERITY_CLAIMED, EventKind.SEVERITY_VERIFIED):
        for name in ("S5", None):
            refusal = case.refused(kind, new_york("09:30"), to=name)
            assert refusal.rule == "SPK-2"
            assert "S1, S2, S3, S4" in refusal.remedy
    with pytest.raises(RuleRefusal, match="S5") as refused:
        Case(new_york("09:00"), "S5")
    assert refused.value.rule == "SPK-2"
    with pytest.raises(RuleRefusal, match="no severities"):
        Case(new_york("09:00"), "S1", rules=policy("synergy"))


def test_SPK_2_both_values_of_the_severity_stay() -> None:
    case = case_in("new")
    case.does(EventKind.SEVERITY_VERIFIED, new_york("09:30"), to="medium")
    assert (case.state.severity_claimed, case.state.severity_verified, case.state.severity) == (
        "S2",
        "S3",
        "S3",
    )


def test_SAG_3_a_case_is_logged_once() -> None:
    assert case_in("new").refused(EventKind.LOGGED, new_york("10:00")).rule == "SAG-3"


@pytest.mark.parametrize("rules", [policy(code) for code in CODES], ids=CODES)
def test_SPK_6_every_policy_begins_in_its_first_stage(rules: Policy) -> None:
    logged = CaseEvent(EventKind.LOGGED, new_york("09:00"))
    state = begin(rules, logged, severity_claimed=None, after_hours=False)
    assert (state.stage, state.visited, state.needs_answer) == (
        rules.first_stage.id,
        (rules.first_stage.id,),
        True,
    )


def test_SPK_6_an_event_dated_earlier_counts_from_the_one_before() -> None:
    case = case_in("in_progress")
    case.moves("on_hold", new_york("12:00"))
    case.moves("in_progress", new_york("11:00"))
    assert case.state.stage_entered_at == new_york("12:00")
    assert case.response.due_at == new_york("15:00")
