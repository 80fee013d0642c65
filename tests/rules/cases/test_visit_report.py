"""ONX-2: what a visit report needs before it is finished."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from supportdesk.domain.words import Channel
from supportdesk.rules.cases.visit_report import (
    BASIC_PARTS,
    Agreement,
    AttachedFile,
    CheckedPoint,
    Health,
    VisitReport,
    missing_parts,
    refuse_finishing,
    report_needed,
)
from supportdesk.rules.policies.policy import VisitRules
from supportdesk.rules.policies.schema_terms import VISIT_PARTS
from tests.rules.examples import example, examples
from tests.rules.policy_files import policy

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
RULES = policy("onyxpro").visit
COMPLETE = VisitReport(
    engineer=UUID(int=1),
    client=UUID(int=2),
    site=UUID(int=3),
    received_by="Sonia",
    cases=(UUID(int=4),),
    arrived=NOW,
    left=NOW + timedelta(hours=2),
    performance=(CheckedPoint("backup", Health.WATCH, "four days old"),),
    problems="slow",
    work_done="index rebuilt",
    recommendations="back up every night",
    client_suggestions="a button",
    attachments=(AttachedFile("rack.jpg", "5" * 64),),
    agreement=Agreement("Sonia", signed=True, at=NOW + timedelta(hours=2)),
)
PUBLISHED_PARTS = {
    "performance check of the systems": "performance",
    "solutions carried out": "work_done",
    "recommendations to users": "recommendations",
    "suggestions and recommendations of the customer": "client_suggestions",
    "customer": "client",
    "engineer": "engineer",
    "visit start": "arrived",
    "visit end": "left",
    "case(s) handled": "cases",
}


def without(part: str) -> VisitReport:
    return replace(COMPLETE, **{part: getattr(VisitReport(), part)})


def test_ONX_2_a_complete_report_can_be_finished() -> None:
    assert RULES is not None
    assert missing_parts(RULES, COMPLETE) == ()
    assert refuse_finishing(RULES, COMPLETE) is None


def test_ONX_2_the_required_parts_are_the_published_ones_and_the_agreement() -> None:
    assert RULES is not None
    published = {PUBLISHED_PARTS[part] for part in examples("onyxpro", "visit_report_required")}
    assert set(RULES.required) == published | {"agreement"}
    assert (
        len(RULES.report_to) == len(examples("onyxpro", "visit_report_readers")) + 1
    )  # managers and engineers apart


@pytest.mark.parametrize("part", VISIT_PARTS)
def test_ONX_2_each_part_is_missed_by_itself(part: str) -> None:
    assert RULES is not None
    expected = (part,) if part in RULES.required else ()
    assert missing_parts(RULES, without(part)) == expected
    refusal = refuse_finishing(RULES, without(part))
    assert (refusal is not None) is bool(expected)
    if refusal is not None:
        assert refusal.rule == "ONX-2"
        assert part.replace("_", " ") in refusal.reason


@pytest.mark.parametrize("part", VISIT_PARTS)
def test_ONX_2_a_policy_may_require_any_part(part: str) -> None:
    strict = VisitRules(required=VISIT_PARTS, report_to=())
    assert missing_parts(strict, COMPLETE) == ()
    assert missing_parts(strict, without(part)) == (part,)


def test_ONX_2_the_examples_agree() -> None:
    incomplete = example("onyx-11")
    filled = {PUBLISHED_PARTS[name] for name in incomplete["fields"]} | {"agreement"}
    report = VisitReport(**{part: getattr(COMPLETE, part) for part in filled})
    missing = missing_parts(RULES, report)
    assert missing == tuple(PUBLISHED_PARTS[name] for name in incomplete["missing"])
    assert (not missing) is incomplete["may_submit"]
    still_there = example("onyx-16")
    assert still_there["visit_end"] is None
    assert (refuse_finishing(RULES, without("left")) is None) is still_there["may_submit"]


@pytest.mark.parametrize(
    "agreement",
    [
        None,
        Agreement(" ", signed=True, at=NOW),
        Agreement("Sonia", signed=False, at=NOW),
        Agreement("Sonia", signed=True, at=None),
    ],
)
def test_ONX_2_an_agreement_is_name_signature_and_time(agreement: Agreement | None) -> None:
    assert missing_parts(RULES, replace(COMPLETE, agreement=agreement)) == ("agreement",)


def test_ONX_2_blank_texts_are_missing_and_times_run_forwards() -> None:
    assert missing_parts(RULES, replace(COMPLETE, work_done=" \n")) == ("work_done",)
    refusal = refuse_finishing(RULES, replace(COMPLETE, left=NOW - timedelta(minutes=1)))
    assert refusal is not None
    assert "before the arrival" in refusal.reason
    assert refuse_finishing(RULES, replace(COMPLETE, left=NOW)) is None


def test_a_policy_without_visits_still_wants_the_basic_parts() -> None:
    assert policy("synergy").visit is None
    assert missing_parts(None, VisitReport()) == BASIC_PARTS
    assert missing_parts(None, COMPLETE) == ()


@pytest.mark.parametrize("case", examples("onyxpro", kind="channel"), ids=lambda case: case["id"])
def test_ONX_1_presence_ends_with_a_report(case: dict[str, Any]) -> None:
    assert case["channel"] == "engineer at the customer's office"
    assert report_needed(Channel.VISIT) is case["visit_report_needed"]
    assert not any(report_needed(channel) for channel in Channel if channel is not Channel.VISIT)
