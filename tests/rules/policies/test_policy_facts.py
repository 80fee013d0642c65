"""The figures, stages, severities and languages of the five vendors, as their published terms have them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from supportdesk.domain.case_events import EventKind
from supportdesk.domain.words import ClockKind, Cover, StageKind
from supportdesk.rules.policies.policy import AfterHours, Span, Target, Trigger, Unit, Without
from tests.rules.cases.case_play import Case, new_york
from tests.rules.examples import examples
from tests.rules.policy_files import CODES, FOLDER, policy

HALF = Decimal("0.5")
BOTH_CLOCKS = frozenset({ClockKind.FIRST_RESPONSE, ClockKind.NEXT_UPDATE})


def business_days(amount: int | Decimal) -> Span:
    return Span(Decimal(amount), Unit.BUSINESS_DAYS)


def test_five_vendors_are_five_files() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == list(CODES)


def test_SAG_8_each_policy_speaks_its_languages() -> None:
    assert {code: policy(code).languages for code in CODES} == {
        "onyxpro": ("fr", "en", "ar"),
        "sage": ("fr", "en"),
        "sapphireone": ("en",),
        "sparkrock": ("en", "fr"),
        "synergy": ("en",),
    }


def test_SPK_1_eight_to_twenty_in_new_york_and_no_holidays() -> None:
    calendar = policy("sparkrock").calendar
    assert calendar.is_open(new_york("2025-06-02 08:00"))
    assert not calendar.is_open(new_york("2025-06-02 20:00"))
    assert not calendar.is_open(new_york("2025-06-07 12:00"))
    assert calendar.is_open(new_york("2025-07-04 12:00"))
    assert calendar.business_day == timedelta(hours=12)
    assert [plan.after_hours for plan in policy("sparkrock").plans] == [False, True]


def test_SPK_3_first_responses() -> None:
    targets = {severity.code: severity.first_response for severity in policy("sparkrock").severities}
    two_hours = Target(Span(Decimal(2), Unit.BUSINESS_HOURS), AfterHours(Decimal(2)))
    assert targets == {
        "S1": two_hours,
        "S2": Target(business_days(HALF)),
        "S3": Target(business_days(2)),
        "S4": Target(business_days(5)),
    }
    assert [severity.name.original for severity in policy("sparkrock").severities] == [
        "Critical",
        "High",
        "Medium",
        "Low",
    ]


def test_SPK_4_update_rhythms() -> None:
    rhythms = {s.code: (s.update_every, s.update_as_agreed) for s in policy("sparkrock").severities}
    assert rhythms == {
        "S1": (business_days(HALF), False),
        "S2": (business_days(1), True),
        "S3": (None, True),
        "S4": (None, True),
    }


def test_SPK_3_nobody_else_promises_a_first_response() -> None:
    for code in CODES:
        promised = [severity for severity in policy(code).severities if severity.first_response]
        assert bool(promised) is (code == "sparkrock")


def test_SPK_6_the_stages_in_their_order() -> None:
    stages = policy("sparkrock").stages
    assert [stage.name.original for stage in stages] == [*examples("sparkrock", "stages"), "Closed"]
    by_id = {stage.id: stage for stage in stages}
    assert {stage.id for stage in stages if stage.pauses} == {"on_hold", "waiting_for_customer"}
    assert by_id["on_hold"].pauses == by_id["waiting_for_customer"].pauses == BOTH_CLOCKS
    assert by_id["testing"].only_after == {"development"}
    assert by_id["waiting_for_vendor"].asks == {"vendor"}
    assert by_id["estimate"].asks == {"quote"}
    assert [stage.id for stage in stages if stage.system] == ["updated_by_customer"]
    moves = {automatic.trigger: automatic for automatic in policy("sparkrock").automatics}
    assert moves[Trigger.ASSIGNED].stages == {"new"}
    everywhere = {stage.id for stage in stages}
    assert moves[Trigger.CLIENT_ANSWERED].stages == everywhere - {"new", "closed", "updated_by_customer"}


def test_SPK_7_only_three_stages_close_by_themselves() -> None:
    ladders = {
        stage.id: (stage.remind_after, stage.close_after)
        for stage in policy("sparkrock").stages
        if stage.close_after
    }
    assert ladders == {
        "waiting_for_customer": ((business_days(2), business_days(4)), business_days(6)),
        "delivered": ((), business_days(10)),
        "complete": ((), business_days(10)),
    }
    assert not any(
        stage.close_after for code in CODES if code != "sparkrock" for stage in policy(code).stages
    )


def test_SYN_1_SYN_2_SYN_4_the_figures_of_paid_support() -> None:
    terms = policy("synergy")
    incident = terms.entitlement.incident
    assert incident is not None
    assert (incident.season_ticket, incident.split_charges, incident.expires) == (10, True, None)
    assert terms.entitlement.without is Without.REFUSE_SUPPORT
    assert terms.severities == ()
    assert len(terms.closing.resolution_kinds) == len(examples("synergy", "resolution_kinds"))
    assert terms.closing.resolution_required
    assert terms.calendar.time_zone == "Europe/London"


def test_SAP_1_SAP_2_the_four_stages_of_support() -> None:
    terms = policy("sapphireone")
    assert terms.intake.support_code
    assert [stage.name.original for stage in terms.stages] == [
        "Booking",
        "Stage One: Standard Support",
        "Stage Two: Training",
        "Stage Three: Consulting",
        "Stage Four: Custom Programming",
        "Waiting for client",
        "Complete",
        "Closed",
    ]
    needed = {stage.id: stage.engagement for stage in terms.stages if stage.engagement}
    assert needed == {name: name for name in ("training", "consulting", "custom_programming")}


def test_ONX_1_a_week_from_saturday_and_a_closing_with_the_clients_agreement() -> None:
    terms = policy("onyxpro")
    assert terms.calendar.time_zone == "Asia/Aden"
    # 10 January 2026 is a Saturday.
    days = [datetime(2026, 1, 10 + day, 9, tzinfo=UTC) for day in range(7)]
    assert [terms.calendar.is_open(day) for day in days] == [True] * 6 + [False]
    assert terms.closing.agreement_required
    assert terms.entitlement.order == (Cover.FIRST_YEAR, Cover.WARRANTY)
    assert terms.entitlement.without is Without.INVOICE


@pytest.mark.parametrize("example", examples("onyxpro", kind="acceptance"), ids=lambda case: case["id"])
def test_ONX_1_the_examples_of_acceptance_agree(example: dict[str, Any]) -> None:
    assert example["steps"] == ["request received", "executed"]
    case = Case(new_york("09:00"), None, rules=policy("onyxpro"))
    case.does(EventKind.ASSIGNED, new_york("09:10"), to="engineer")
    case.moves("carried_out", new_york("09:30"))
    assert example["may_close"] is False
    assert case.refused(EventKind.CLOSED, new_york("09:40")).rule == "ONX-1"


@pytest.mark.parametrize("example", examples("onyxpro", kind="central_support"), ids=lambda case: case["id"])
def test_ONX_4_the_examples_of_central_support_agree(example: dict[str, Any]) -> None:
    central = policy("onyxpro").central
    assert central is not None
    reasons = {
        "support engineer of a branch": "advice",
        "large project beyond the branch's skills": "beyond_branch",
    }
    assert (reasons[example["who"]] in {reason.id for reason in central.reasons}) is example["eligible"]


def test_ONX_7_the_reasons_for_requests() -> None:
    assert [reason.id for reason in policy("onyxpro").intake.reasons] == [
        "adaptation",
        "little_use_of_manual",
        "error_by_use",
        "error_by_system",
        "error_from_outside",
        "update",
    ]


def test_SAG_6_the_statuses_and_the_fortnight() -> None:
    terms = policy("sage")
    statuses = examples("sage", "statuses")
    assert [stage.name.original for stage in terms.stages] == [status["name"] for status in statuses]
    for status in statuses:
        stage = terms.stage_called(status["name"])
        assert stage is not None
        assert (stage.kind is not StageKind.CLOSED) is status["open"]
    assert terms.closing.reopen_within == Span(Decimal(14), Unit.DAYS)
    assert terms.stage(terms.closing.reopened_stage).name.original == "Réactivation Ticket"
    assert terms.calendar.time_zone == "Europe/Paris"
    assert not terms.calendar.is_open(datetime(2026, 7, 14, 9, tzinfo=UTC))


def test_SAG_7_four_criticalities() -> None:
    ranked = [(severity.name.original, severity.rank) for severity in policy("sage").severities]
    assert ranked == [("Bloquante", 1), ("Majeure", 2), ("Mineure", 3), ("Faible", 4)]


def test_SAG_1_contract_clients_and_certified_partners_only() -> None:
    terms = policy("sage").entitlement
    assert terms.order == (Cover.CONTRACT, Cover.PARTNER)
    assert terms.without is Without.REFUSE_CASE
    assert terms.ways_open is not None


@pytest.mark.parametrize("code", CODES)
def test_every_policy_is_in_force_for_cases_of_the_past(code: str) -> None:
    assert policy(code).effective_from <= date(2010, 1, 1)
    assert policy(code).version == 1
