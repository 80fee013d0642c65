"""What logging a case asks for, by the five policies."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from supportdesk.domain.localised import LocalisedText
from supportdesk.rules.cases.intake import missing_parts, propose_severity, refuse_area, refuse_reason
from supportdesk.rules.policies.policy import Choice
from tests.rules.examples import examples
from tests.rules.policy_files import policy

SPARKROCK = {
    ("critical", "everyone", "no"): "S1",
    ("critical", "some", "no"): "S2",
    ("important", "everyone", "no"): "S2",
    ("important", "some", "no"): "S2",
    ("neither", "everyone", "no"): "S3",
    ("neither", "some", "no"): "S3",
    ("critical", "everyone", "yes"): "S3",
    ("critical", "some", "yes"): "S3",
    ("important", "everyone", "yes"): "S3",
    ("important", "some", "yes"): "S3",
    ("neither", "everyone", "yes"): "S4",
    ("neither", "some", "yes"): "S4",
}


def test_SPK_2_every_combination_of_answers_has_its_one_severity() -> None:
    terms = policy("sparkrock")
    answers = [[choice.id for choice in question.choices] for question in terms.intake.questions]
    assert set(product(*answers)) == set(SPARKROCK)
    for (function, down_for, workaround), code in SPARKROCK.items():
        given = {"function": function, "down_for": down_for, "workaround": workaround}
        proposed = propose_severity(terms, given)
        assert proposed is not None
        assert proposed.code == code
        fitting = [
            severity.code
            for severity in terms.severities
            if any(all(given[question] == answer for question, answer in row) for row in severity.when)
        ]
        assert fitting == [code]


def test_SPK_2_too_few_answers_propose_nothing() -> None:
    terms = policy("sparkrock")
    assert propose_severity(terms, {}) is None
    assert propose_severity(terms, {"function": "critical", "workaround": "no"}) is None
    assert propose_severity(terms, {"function": "fancy", "down_for": "everyone", "workaround": "no"}) is None


def test_SPK_2_what_does_not_matter_need_not_be_answered() -> None:
    proposed = propose_severity(policy("sparkrock"), {"function": "important", "workaround": "no"})
    assert proposed is not None
    assert proposed.code == "S2"


def test_a_policy_without_severities_proposes_none() -> None:
    assert propose_severity(policy("synergy"), {"function": "critical"}) is None


# The published answers of the examples and the ids under which the policy file has them.
PUBLISHED_ANSWERS = {
    "Oui, j'ai une question d'utilisation logiciel": "question",
    "Oui, je dispose d'une solution de contournement": "workaround",
    "Non, je ne peux pas accomplir ma tâche": "task_blocked",
    "Non, je ne peux plus utiliser mon logiciel": "software_blocked",
}


@pytest.mark.parametrize("row", examples("sage", "criticality"), ids=lambda row: row["level"])
def test_SAG_7_each_answer_has_its_criticality(row: dict[str, Any]) -> None:
    proposed = propose_severity(policy("sage"), {"can_work": PUBLISHED_ANSWERS[row["answer"]]})
    assert proposed is not None
    assert (proposed.name.original, proposed.rank) == (row["level"], row["rank"])


@pytest.mark.parametrize("case", examples("sage", kind="criticality"), ids=lambda case: case["id"])
def test_SAG_7_the_examples_agree(case: dict[str, str]) -> None:
    proposed = propose_severity(policy("sage"), {"can_work": PUBLISHED_ANSWERS[case["answer"]]})
    assert proposed is not None
    assert proposed.name.original == case["expected_level"]


def test_SAG_5_missing_parts_are_listed_in_the_order_of_the_template() -> None:
    required = [part.id for part in policy("sage").intake.template if part.required]
    assert [part.id for part in missing_parts(policy("sage"), {})] == required
    filled: dict[str, object] = dict.fromkeys(required, "x")
    assert missing_parts(policy("sage"), filled) == ()
    for part in required:
        assert [missing.id for missing in missing_parts(policy("sage"), filled | {part: " \n"})] == [part]


def test_SAG_5_no_and_zero_are_answers_and_an_empty_list_is_none() -> None:
    filled: dict[str, object] = dict.fromkeys(
        (part.id for part in policy("sage").intake.template if part.required), "x"
    )
    assert missing_parts(policy("sage"), filled | {"worked_before": False, "affected": 0}) == ()
    missing = missing_parts(policy("sage"), filled | {"tried": [], "summary": None})
    assert [part.id for part in missing] == ["summary", "tried"]


def test_SAG_5_the_template_asks_for_what_the_published_one_asks() -> None:
    names = " ".join(part.name.original for part in policy("sage").intake.template)
    for name in ("Résumé du problème", "Message d'erreur", "Résultat attendu", "Actions de dépannage"):
        assert name in names


def test_SAG_4_reason_and_area_come_from_the_lists() -> None:
    terms = policy("sage")
    assert refuse_reason(terms, "error") is None
    assert refuse_area(terms, "payroll") is None
    for chosen in ("weather", "", None):
        refusal = refuse_reason(terms, chosen)
        assert refusal is not None
        assert refusal.rule == "SAG-4"
        assert "Question d'utilisation" in refusal.remedy
    assert terms.intake.wrong_values_warning is not None


def test_SAG_4_a_product_has_areas_of_its_own() -> None:
    own = (Choice(id="stock", name=LocalisedText((("fr", "Stock"),))),)
    assert refuse_area(policy("sage"), "stock", own) is None
    assert refuse_area(policy("sage"), "payroll", own) is not None


def test_SAG_4_without_lists_anything_goes() -> None:
    assert refuse_reason(policy("synergy"), None) is None
    assert refuse_area(policy("synergy"), "whatever") is None
