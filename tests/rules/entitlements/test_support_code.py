"""SAP-1: support codes as they are typed, matched and guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.domain.errors import RuleRefusal
from supportdesk.rules.entitlements.support_code import (
    LONGEST_WAIT,
    WINDOW,
    SupportCode,
    Throttle,
    matching,
    parse,
    unmatched,
)
from tests.rules.examples import examples

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
# The examples refuse a hyphen between the two parts; the rule says that spaces and hyphens are ignored, and the
# rule stands above its examples. This one is therefore read, and asserted on its own below.
RULE_ABOVE_EXAMPLE = "sapphire-09"


@pytest.mark.parametrize("case", examples("sapphireone", kind="code"), ids=lambda case: case["id"])
def test_SAP_1_the_examples_agree(case: dict[str, Any]) -> None:
    if case["id"] == RULE_ABOVE_EXAMPLE:
        assert case["valid"] is False
        assert parse(case["input"]) == SupportCode("SAPONE", "12345")
    elif case["valid"]:
        assert parse(case["input"]) == SupportCode(case["client_code"], case["pin"])
    else:
        with pytest.raises(RuleRefusal) as refused:
            parse(case["input"])
        assert refused.value.rule == "SAP-1"


@dataclass(frozen=True)
class Contact:
    client_code: str
    pin: str


def has_pin(contact: Contact, pin: str) -> bool:
    return contact.pin == pin


@pytest.mark.parametrize("case", examples("sapphireone", kind="code_match"), ids=lambda case: case["id"])
def test_SAP_1_a_code_identifies_its_contact(case: dict[str, Any]) -> None:
    contacts = [Contact(**client) for client in case["clients"]]
    assert bool(matching(parse(case["input"]), contacts, has_pin)) is case["accepted"]


def test_SAP_1_no_answer_tells_which_part_exists() -> None:
    contacts = [Contact("SAPONE", "12345"), Contact("SAPTWO", "54321")]
    assert matching(parse("sapone 54321"), contacts, has_pin) == ()
    assert matching(parse("sapfour-12345"), contacts, has_pin) == ()
    assert matching(parse("sap-two 5 4 3 2 1"), contacts, has_pin) == (contacts[1],)
    said = f"{unmatched().reason} {unmatched().remedy}".lower()
    assert not any(part in said for part in ("pin", "client code", "exist"))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "12345",
        "SAPONE",
        "SAPONE1234",
        "SAP.ONE12345",
        "SAPONE1234A",
        "ßA12345",
        "ÉA12345",
        "A" * 61 + "12345",
        "A12345" + " " * 600,
    ],
)
def test_SAP_1_a_malformed_code_is_told_its_form(typed: str) -> None:
    with pytest.raises(RuleRefusal) as refused:
        parse(typed)
    said = str(refused.value)
    assert "5 digits" in said
    assert not typed or typed not in said.replace("SAPONE12345", "")


def test_SAP_1_other_digits_and_dashes_are_understood() -> None:
    assert parse("ＳＡＰＯＮＥ–١٢٣٤٥") == SupportCode("SAPONE", "12345")


def test_SAP_1_a_pin_shows_nowhere() -> None:
    assert "12345" not in repr(parse("SAPONE12345"))


@given(
    st.from_regex(r"[A-Z0-9]{1,20}", fullmatch=True),
    st.from_regex(r"[0-9]{5}", fullmatch=True),
    st.lists(st.sampled_from([" ", "-", "\u00a0", "–"]), max_size=8),
    st.randoms(use_true_random=False),
)
def test_SAP_1_spaces_hyphens_and_case_change_nothing(
    client_code: str, pin: str, signs: list[str], random: Random
) -> None:
    letters = [letter.lower() if random.random() < 0.5 else letter for letter in client_code + pin]
    for sign in signs:
        letters.insert(random.randint(0, len(letters)), sign)
    assert parse("".join(letters)) == SupportCode(client_code, pin)


@given(st.text(max_size=80))
def test_SAP_1_anything_typed_is_a_code_or_a_refusal(typed: str) -> None:
    try:
        code = parse(typed)
    except RuleRefusal:
        return
    assert len(code.pin) == 5
    assert parse(code.client_code + code.pin) == code


def test_SAP_1_the_third_failure_slows_down_and_each_further_doubles() -> None:
    throttle = Throttle()
    now = NOW
    waits = []
    for _ in range(12):
        assert throttle.refuse(now) is None
        throttle = throttle.failed(now)
        waits.append(throttle.wait(now))
        now += throttle.wait(now)
    assert [wait.total_seconds() for wait in waits[:6]] == [0, 0, 15, 30, 60, 120]
    assert waits[-1] == LONGEST_WAIT
    refusal = throttle.refuse(now - timedelta(seconds=1))
    assert refusal is not None
    assert "one second" in refusal.remedy


def test_SAP_1_failures_far_apart_never_wait() -> None:
    throttle = Throttle()
    for number in range(20):
        now = NOW + number * timedelta(minutes=6)
        throttle = throttle.failed(now)
        assert throttle.refuse(now) is None


def test_SAP_1_the_last_instant_of_ten_minutes_still_counts() -> None:
    late = NOW + WINDOW
    assert Throttle().failed(NOW).failed(NOW).failed(late).wait(late) == timedelta(seconds=15)
    after = late + timedelta(microseconds=1)
    assert Throttle().failed(NOW).failed(NOW).failed(after).wait(after) == timedelta(0)
    throttle = Throttle().failed(NOW).failed(NOW).failed(NOW)
    assert throttle.until is not None
    again = throttle.until + WINDOW
    assert throttle.failed(again).wait(again) == timedelta(seconds=30)


def test_SAP_1_ten_quiet_minutes_or_a_success_end_the_wait() -> None:
    throttle = Throttle().failed(NOW).failed(NOW).failed(NOW).failed(NOW)
    assert throttle.wait(NOW) == timedelta(seconds=30)
    assert throttle.succeeded() == Throttle()
    later = NOW + timedelta(seconds=30) + WINDOW + timedelta(seconds=1)
    assert throttle.failed(later).wait(later) == timedelta(0)


@given(st.lists(st.integers(min_value=-3600, max_value=3600), min_size=1, max_size=40))
def test_SAP_1_the_wait_is_bounded_whatever_the_clock_does(steps: list[int]) -> None:
    throttle, now = Throttle(), NOW
    untils = []
    for step in steps:
        now += timedelta(seconds=step)
        throttle = throttle.failed(now)
        untils.append(throttle.failures[-1])
        assert throttle.wait(throttle.failures[-1]) <= LONGEST_WAIT
        assert len(throttle.failures) <= 4
    assert all(earlier <= later for earlier, later in pairwise(untils))
