"""What closing by hand asks for, and the way back from a closed case; the countdown is tested beside."""

from datetime import timedelta

import pytest

from supportdesk.domain.case_events import EventKind
from supportdesk.rules.cases.closure import reactivate_until
from supportdesk.rules.policies.policy import Policy
from tests.rules.cases.case_play import Case, new_york, paris
from tests.rules.policy_files import policy

TICK = timedelta(microseconds=1)
SPARK, SAGE, SYNERGY, ONYX = (policy(code) for code in ("sparkrock", "sage", "synergy", "onyxpro"))
CLOSED = EventKind.CLOSED
CLOSED_AT, LATER = new_york("10:00"), new_york("11:00")

# ---------------------------------------------------------------- closing by hand


@pytest.mark.parametrize("rules", [SPARK, SAGE, SYNERGY, ONYX], ids=lambda rules: rules.code)
def test_SPK_7_the_client_may_close_at_any_time(rules: Policy) -> None:
    case = Case(new_york("09:00"), None, rules=rules)
    case.does(CLOSED, new_york("03:00") + timedelta(days=1), by_client=True)
    assert case.state.stage == rules.closing.closed_stage
    assert not case.state.closed_automatically


def test_SPK_7_a_case_is_closed_once() -> None:
    case = Case(new_york("09:00"))
    case.does(CLOSED, CLOSED_AT)
    refusal = case.refused(CLOSED, LATER, by_client=True)
    assert refusal.rule == "SPK-7"
    assert case.refused(CLOSED, LATER, automatic=True).rule == "SPK-7"
    assert case.refused(EventKind.UPDATE_AGREED, CLOSED_AT, until=LATER).rule == "SPK-4"


def test_SYN_4_closing_as_resolved_asks_for_a_kind() -> None:
    case = Case(new_york("09:00"), None, rules=SYNERGY)
    for kind, fields in ((CLOSED, {}), (EventKind.STAGE_MOVED, {"to": SYNERGY.closing.closed_stage})):
        assert case.refused(kind, new_york("10:00"), **fields).rule == "SYN-4"
    refusal = case.refused(CLOSED, new_york("10:00"), resolution="magic")
    assert refusal.rule == "SYN-4"
    assert "magic" in refusal.reason
    kinds = SYNERGY.closing.resolution_kinds
    assert len(kinds) == 4
    assert all(kind.name.original in refusal.remedy for kind in kinds)


@pytest.mark.parametrize("number", range(4))
def test_SYN_4_a_kind_is_known_by_id_and_by_name(number: int) -> None:
    kind = SYNERGY.closing.resolution_kinds[number]
    for name in (kind.id, kind.name.original.upper()):
        case = Case(new_york("09:00"), None, rules=SYNERGY)
        case.does(CLOSED, new_york("10:00"), resolution=name)
        assert case.state.resolution == kind.id


def test_SYN_4_a_policy_that_asks_for_none_takes_none() -> None:
    case = Case(new_york("09:00"))
    case.does(CLOSED, CLOSED_AT)
    assert case.state.resolution is None


def test_ONX_1_not_finished_without_the_client_s_agreement() -> None:
    case = Case(new_york("09:00"), None, rules=ONYX)
    case.does(EventKind.ASSIGNED, new_york("09:10"), to="engineer")
    case.moves("carried_out", new_york("09:20"))
    assert case.refused(CLOSED, new_york("09:30")).rule == "ONX-1"
    case.does(EventKind.AGREEMENT, new_york("09:40"))
    case.does(CLOSED, new_york("09:50"))
    assert (case.state.stage, case.state.agreement_at) == ("finished", new_york("09:40"))
    # Work done again needs an agreement of its own.
    case.does(EventKind.REACTIVATED, new_york("10:00"))
    assert case.refused(CLOSED, new_york("10:10")).rule == "ONX-1"


# ---------------------------------------------------------------- coming back


def closed_ticket(at: str) -> Case:
    case = Case(paris("2025-03-01 10:00"), "Majeure", rules=SAGE)
    case.does(CLOSED, paris(at))
    return case


@pytest.mark.parametrize(
    ("closed", "last"),
    [
        ("2025-06-02 10:00", "2025-06-16 10:00"),
        ("2025-03-20 10:00", "2025-04-03 10:00"),  # over the spring change
        ("2025-10-20 10:00", "2025-11-03 10:00"),  # over the autumn change
    ],
)
def test_SAG_6_fourteen_days_to_the_same_clock_time_inclusive(closed: str, last: str) -> None:
    case = closed_ticket(closed)
    assert reactivate_until(SAGE, case.state) == paris(last)
    refusal = case.refused(EventKind.REACTIVATED, paris(last) + TICK, by_client=True)
    assert refusal.rule == "SAG-6"
    assert last in refusal.reason
    assert case.state.stage == "closed"
    case.does(EventKind.REACTIVATED, paris(last), by_client=True)
    assert (case.state.stage, case.state.closed_at, case.state.reopened) == ("reactivated", None, 1)
    assert reactivate_until(SAGE, case.state) is None


def test_SAG_6_each_closing_gives_fourteen_new_days() -> None:
    case = closed_ticket("2025-06-02 10:00")
    case.does(EventKind.REACTIVATED, paris("2025-06-16 10:00"))
    case.does(CLOSED, paris("2025-06-17 12:00"))
    assert reactivate_until(SAGE, case.state) == paris("2025-07-01 12:00")
    case.does(EventKind.REACTIVATED, paris("2025-07-01 12:00"))
    assert case.state.reopened == 2


def test_SAG_6_only_a_closed_case_comes_back() -> None:
    case = Case(paris("2025-06-02 10:00"), None, rules=SAGE)
    for stage in (stage for stage in SAGE.stages if not (stage.first or stage.system)):
        if stage.kind.value != "closed":
            case.moves(stage.id, paris("2025-06-02 11:00"))
            assert case.refused(EventKind.REACTIVATED, paris("2025-06-02 12:00")).rule == "SAG-6"


def test_SAG_6_the_stage_of_a_reactivation_is_entered_by_it_alone() -> None:
    case = Case(paris("2025-06-02 10:00"), None, rules=SAGE)
    refusal = case.refused(EventKind.STAGE_MOVED, paris("2025-06-02 11:00"), to="Réactivation Ticket")
    assert refusal.rule == "SPK-6"


def test_SPK_7_without_a_limit_the_owner_reopens_at_any_time() -> None:
    case = Case(new_york("09:00"))
    case.does(CLOSED, CLOSED_AT, by_client=True)
    years_later = new_york("2031-06-02 10:00")
    assert reactivate_until(SPARK, case.state) is None
    assert case.refused(EventKind.REACTIVATED, years_later, by_client=True).rule == "SPK-7"
    case.does(EventKind.REACTIVATED, years_later)
    assert case.state.stage == "in_progress"
    assert case.state.needs_answer
