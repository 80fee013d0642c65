"""SPK-8: two to five named contacts, and how one takes another's place."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.cases.contacts import (
    Replacement,
    add,
    approve,
    may_log_and_close,
    refuse_replacement,
    remove,
    still_to_name,
)
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import NamedContacts
from tests.rules.policy_files import policy

LIMITS = NamedContacts(least=2, most=5)


def people(*numbers: int) -> frozenset[UUID]:
    return frozenset(UUID(int=number) for number in numbers)


def person(number: int) -> UUID:
    return UUID(int=number)


def test_SPK_8_the_plans_name_two_to_five() -> None:
    assert [plan.named_contacts for plan in policy("sparkrock").plans] == [LIMITS, LIMITS]


def test_SPK_8_a_sixth_is_refused_with_the_reason() -> None:
    named: frozenset[UUID] = frozenset()
    for number in range(5):
        outcome = add(LIMITS, named, person(number))
        assert not isinstance(outcome, Refusal)
        named = outcome
    refusal = add(LIMITS, named, person(6))
    assert isinstance(refusal, Refusal)
    assert refusal.rule == "SPK-8"
    assert "5 contacts" in refusal.reason
    assert add(LIMITS, named, person(3)) == named


def test_SPK_8_two_have_to_stay() -> None:
    assert remove(LIMITS, people(1, 2, 3), person(3)) == people(1, 2)
    refusal = remove(LIMITS, people(1, 2), person(2))
    assert isinstance(refusal, Refusal)
    assert "2 named contacts" in refusal.reason
    assert isinstance(remove(LIMITS, people(1, 2, 3), person(9)), Refusal)
    assert [still_to_name(LIMITS, people(*range(number))) for number in range(4)] == [2, 1, 0, 0]


def test_SPK_8_a_replacement_works_at_both_limits() -> None:
    assert approve(people(1, 2), Replacement(person(2), person(7))) == people(1, 7)
    assert approve(people(1, 2, 3, 4, 5), Replacement(person(5), person(6))) == people(1, 2, 3, 4, 6)


@pytest.mark.parametrize("request_", [Replacement(person(9), person(3)), Replacement(person(1), person(2))])
def test_SPK_8_a_replacement_has_one_who_is_named_and_one_who_is_not(request_: Replacement) -> None:
    refusal = refuse_replacement(people(1, 2), request_)
    assert refusal is not None
    assert refusal.rule == "SPK-8"
    assert approve(people(1, 2), request_) == refusal


def test_SPK_8_the_others_read_only() -> None:
    assert may_log_and_close(LIMITS, people(1), person(1))
    assert not may_log_and_close(LIMITS, people(1), person(2))
    assert may_log_and_close(None, people(), person(2))
    assert add(None, people(*range(50)), person(99)) == people(*range(50), 99)
    assert remove(None, people(1), person(1)) == people()


@given(
    st.lists(st.tuples(st.sampled_from(["add", "remove", "replace"]), st.integers(0, 8), st.integers(0, 8)))
)
def test_SPK_8_no_row_of_changes_leaves_the_limits(changes: list[tuple[str, int, int]]) -> None:
    named = people(1, 2)
    for change, one, other in changes:
        if change == "add":
            outcome = add(LIMITS, named, person(one))
        elif change == "remove":
            outcome = remove(LIMITS, named, person(one))
        else:
            outcome = approve(named, Replacement(person(one), person(other)))
        named = named if isinstance(outcome, Refusal) else outcome
        assert LIMITS.least <= len(named) <= LIMITS.most
