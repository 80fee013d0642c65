"""Engagements step by step: nothing skipped, nothing begun unpaid, nothing examined without a current data file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.cases.engagement import (
    AuditRecord,
    Done,
    EngagementFacts,
    Money,
    StepDone,
    advance,
    is_finished,
    next_steps,
    paid,
    still_to_pay,
)
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import EngagementKind
from tests.rules.examples import examples
from tests.rules.policy_files import CODES, policy

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHO = UUID(int=5)
CURRENT = EngagementFacts(data_file_copied_at=NOW - timedelta(days=1))
AUDITED = EngagementFacts(NOW - timedelta(days=1), AuditRecord(("totals",), "two gaps", matches=False))
CALENDAR = policy("sapphireone").calendar
PRICE = {"quote": "900.00", "invoice": "900.00", "payment": "900.00"}


def kind_of(name: str, code: str = "sapphireone") -> EngagementKind:
    kind = policy(code).engagement(name)
    assert kind is not None
    return kind


def step(name: str, amount: str | None = None, currency: str = "AUD", at: datetime = NOW) -> StepDone:
    amount = amount if amount is not None else PRICE.get(name)
    return StepDone(name, at, WHO, Money(Decimal(amount), currency) if amount is not None else None)


def taken(kind: EngagementKind, *steps: StepDone | str, facts: EngagementFacts = AUDITED) -> Done:
    done: Done = ()
    for one in steps:
        outcome = advance(kind, done, step(one) if isinstance(one, str) else one, facts, CALENDAR)
        assert not isinstance(outcome, Refusal), outcome
        done = outcome
    return done


def refused(
    kind: EngagementKind, done: Done, one: StepDone | str, facts: EngagementFacts = AUDITED
) -> Refusal:
    outcome = advance(kind, done, step(one) if isinstance(one, str) else one, facts, CALENDAR)
    assert isinstance(outcome, Refusal)
    assert outcome.reason
    return outcome


ALL = [(code, kind.id) for code in CODES for kind in policy(code).engagements]


@pytest.mark.parametrize(("code", "name"), ALL)
def test_ENG_1_every_kind_runs_from_its_first_step_to_its_last(code: str, name: str) -> None:
    kind = kind_of(name, code)
    done: Done = ()
    for expected in kind.steps:
        assert expected in next_steps(kind, done)
        assert not is_finished(kind, done)
        done = taken(kind, *done, expected)
    assert is_finished(kind, done)
    assert next_steps(kind, done) == ()
    assert [one.step for one in done] == list(kind.steps)


@given(
    st.sampled_from(ALL),
    st.lists(st.sampled_from([*PRICE, "brief", "approval", "work", "delivery", "acceptance"]), max_size=12),
)
def test_ENG_1_no_order_of_steps_skips_one(kind_at: tuple[str, str], order: list[str]) -> None:
    kind = kind_of(kind_at[1], kind_at[0])
    done: Done = ()
    for name in order:
        offered = next_steps(kind, done)
        outcome = advance(kind, done, step(name), AUDITED, CALENDAR)
        assert isinstance(outcome, Refusal) is (name not in offered)
        if not isinstance(outcome, Refusal):
            done = outcome
    names = [one.step for one in done]
    if "work" in names:
        assert kind.work_needs <= set(names[: names.index("work")])
    for later, earlier in (("approval", "quote"), ("payment", "invoice"), ("delivery", "work")):
        if later in names and earlier in kind.steps:
            assert earlier in names[: names.index(later)]


PUBLISHED_STEPS = {
    "brief received": "brief",
    "quote sent": "quote",
    "quote approved": "approval",
    "invoice issued": "invoice",
    "invoice paid": "payment",
}


@pytest.mark.parametrize("case", examples("sapphireone", kind="stage4"), ids=lambda case: case["id"])
def test_SAP_5_programming_never_begins_with_a_step_missing(case: dict[str, Any]) -> None:
    kind = kind_of("custom_programming")
    done = tuple(step(PUBLISHED_STEPS[name]) for name in case["done"])
    outcome = advance(kind, done, step("work"), AUDITED, CALENDAR)
    assert (not isinstance(outcome, Refusal)) is case["programming_may_start"]
    if isinstance(outcome, Refusal):
        assert outcome.rule == "SAP-5"
        missing = ({"brief", "quote", "approval", "invoice", "payment"} - {one.step for one in done}) - {
            "invoice"
        }
        assert all(name in outcome.reason for name in missing)


def test_SAP_5_the_written_brief_comes_first_and_nothing_is_skipped() -> None:
    kind = kind_of("custom_programming")
    assert policy("sapphireone").stage("custom_programming").engagement == kind.id
    for name in ("quote", "approval", "invoice", "payment", "work", "delivery", "acceptance"):
        assert "the written brief" in refused(kind, (), name).reason or name in {"delivery", "acceptance"}
    done = taken(kind, "brief", "quote")
    assert "approval" in refused(kind, done, "invoice").reason


def test_SAP_5_a_part_payment_does_not_begin_the_work() -> None:
    kind = kind_of("custom_programming")
    done = taken(kind, "brief", "quote", "approval", "invoice", step("payment", "899.99"))
    refusal = refused(kind, done, "work")
    assert refusal.rule == "SAP-5"
    assert "0.01" in refusal.reason
    assert (paid(done), still_to_pay(done)) == (Decimal("899.99"), Decimal("0.01"))
    assert "more than" in refused(kind, done, step("payment", "0.02")).reason
    done = taken(kind, *done, step("payment", "0.01"))
    assert still_to_pay(done) == 0
    assert taken(kind, *done, "work")
    assert "already" in refused(kind, done, step("payment", "1")).reason


def test_SAP_5_payments_add_up_exactly() -> None:
    kind = kind_of("custom_programming")
    done = taken(kind, "brief", "quote", "approval", step("invoice", "0.30"))
    for _ in range(3):
        assert still_to_pay(done) != 0
        done = taken(kind, *done, step("payment", "0.10"))
    assert still_to_pay(done) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        step("quote", "0"),
        step("quote", "-1"),
        step("quote", "NaN"),
        step("quote", "Infinity"),
        step("quote", "1", currency="dollars"),
        StepDone("quote", NOW, WHO),
        step("acceptance"),
        step("quote", at=NOW - timedelta(days=1)),
        step("brief"),
        step("training"),
    ],
)
def test_ENG_1_what_can_not_be_a_step_is_refused(wrong: StepDone) -> None:
    kind = kind_of("custom_programming")
    assert refused(kind, taken(kind, "brief"), wrong).rule == "ENG-1"


def test_ENG_1_money_keeps_its_currency_and_belongs_to_three_steps() -> None:
    kind = kind_of("custom_programming")
    assert (
        "AUD was agreed"
        in refused(kind, taken(kind, "brief", "quote", "approval"), step("invoice", currency="EUR")).reason
    )
    assert "no amount" in refused(kind, (), step("brief", "5")).reason


def test_ENG_1_a_quote_is_made_anew_until_it_is_approved() -> None:
    kind = kind_of("custom_programming")
    done = taken(kind, "brief", step("quote", "900"), step("quote", "700", currency="EUR"), "approval")
    assert "already" in refused(kind, done, step("quote", "500")).reason
    assert refused(kind, done, step("invoice", "700", currency="AUD")).rule == "ENG-1"
    assert taken(kind, *done, step("invoice", "700", currency="EUR"))


def test_ENG_1_a_work_order_begins_once_approved_and_is_paid_along_the_way() -> None:
    kind = kind_of("work_order", "sparkrock")
    done = taken(kind, "quote", "approval", "work", "delivery")
    assert next_steps(kind, done) == ("invoice", "acceptance")
    assert is_finished(kind, taken(kind, *done, "invoice", "acceptance", "payment"))


@pytest.mark.parametrize("case", examples("sapphireone", kind="stage"), ids=lambda case: case["id"])
def test_SAP_3_training_is_an_engagement_and_no_standard_support(case: dict[str, Any]) -> None:
    terms = policy("sapphireone")
    stages = [stage for stage in terms.stages if stage.name.original.startswith("Stage ")]
    stage = stages[case["stage"] - 1]
    assert case["what"] in stage.name.original.lower()
    assert (stage.engagement is None) is case["standard_support"]
    kind = kind_of(case["what"])
    assert ("payment" in kind.steps) is case["chargeable"]
    assert {service.id for service in kind.services} == {"one_user", "group"}


@pytest.mark.parametrize("case", examples("sapphireone", kind="stage3"), ids=lambda case: case["id"])
def test_SAP_4_analysis_starts_with_the_data_file(case: dict[str, Any]) -> None:
    kind = kind_of("consulting")
    facts = CURRENT if case["data_file_uploaded"] else EngagementFacts()
    done = taken(kind, "quote", "approval")
    outcome = advance(kind, done, step("work"), facts, CALENDAR)
    assert (not isinstance(outcome, Refusal)) is case["analysis_may_start"]


def test_SAP_4_an_old_or_missing_data_file_holds_the_work_up() -> None:
    kind = kind_of("consulting")
    assert kind.data_file_within is not None
    assert kind.data_file_within.amount == 7
    done = taken(kind, "quote", "approval")
    assert "no copy" in refused(kind, done, "work", EngagementFacts()).reason
    week = timedelta(days=7)
    assert taken(kind, *done, "work", facts=EngagementFacts(NOW - week))
    old = EngagementFacts(NOW - week - timedelta(microseconds=1))
    assert "older than 7 days" in refused(kind, done, "work", old).reason


@pytest.mark.parametrize(
    "audit",
    [
        None,
        AuditRecord((), "two gaps", matches=False),
        AuditRecord((" ",), "two gaps", matches=False),
        AuditRecord(("totals",), " ", matches=True),
        AuditRecord(("totals",), "none", matches=None),
    ],
)
def test_SAP_4_nothing_is_delivered_without_an_audit_record(audit: AuditRecord | None) -> None:
    kind = kind_of("consulting")
    facts = EngagementFacts(CURRENT.data_file_copied_at, audit)
    done = taken(kind, "quote", "approval", "work", facts=facts)
    assert refused(kind, done, "delivery", facts).rule == "SAP-4"
    assert taken(kind, *done, "delivery")


def test_SAP_4_consulting_has_the_six_services() -> None:
    assert [service.id for service in kind_of("consulting").services] == [
        "version_update",
        "data_activities",
        "data_mapping",
        "data_cleansing",
        "bank_reconciliation",
        "other",
    ]
