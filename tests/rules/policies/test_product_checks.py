"""Checks of a visit for clients of some products, in a policy file (ONX-2)."""

from __future__ import annotations

import pytest

from tests.rules.policies.test_policy_file import changed, line_of, one_problem, problems_of
from tests.rules.policy_files import policy

PRODUCT = 'products = ["onyxpro", "najm"]'


def test_ONX_2_a_policy_has_checks_for_products_besides_the_general_ones() -> None:
    rules = policy("onyxpro").visit
    assert rules is not None
    general = len(rules.checks)
    assert len(rules.checks_with([])) == len(rules.checks_with(["claire"])) == general
    assert [check.id for check in rules.checks_with(["NAJM", "claire"])][general:] == [
        "period_closed",
        "stock_agrees",
    ]
    assert len(rules.checks_with(["najm", "onyxpro"])) == general + 2


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (PRODUCT, "products = []", "belongs to no product"),
        (PRODUCT, 'products = ["najm", " "]', "can't be a product's code"),
        (PRODUCT, 'products = ["naj\\u0000m"]', "can't be a product's code"),
        (PRODUCT, f'products = ["{"n" * 61}"]', "can't be a product's code"),
        (PRODUCT, 'products = ["najm", "najm"]', "stands here twice"),
        (PRODUCT, 'product = ["najm"]', "not known here"),
        ('id = "stock_agrees"', 'id = "period_closed"', "used twice"),
        ('id = "stock_agrees"', 'id = "backup"', "used twice"),
    ],
)
def test_ONX_2_what_is_wrong_with_checks_of_a_product_is_told_with_its_line(
    old: str, new: str, what: str
) -> None:
    text = changed("onyxpro", old, new)
    found = [problem for problem in problems_of(text) if what in problem.what]
    assert found
    first = line_of(text, "[[visit.product]]")
    assert all(problem.line is not None and first <= problem.line <= first + 6 for problem in found)


def test_ONX_2_a_product_has_one_table_of_checks() -> None:
    more = """[[visit.product]]
products = ["Najm"]
checks = [{ id = "other", name = { fr = "A", en = "A", ar = "A" } }]

[central]"""
    text = changed("onyxpro", "[central]", more)
    assert "has its checks already" in one_problem(text).what


def test_ONX_2_no_checklist_is_endless() -> None:
    name = '{ fr = "A", en = "A", ar = "A" }'
    many = ",\n".join(f'{{ id = "c{number}", name = {name} }}' for number in range(195))
    more = f'[[visit.product]]\nproducts = ["other"]\nchecks = [{many}]\n\n[central]'
    assert "there are 204" in one_problem(changed("onyxpro", "[central]", more)).what
