"""Which words differ between two versions of a text: enough to see at a glance, nothing where all is new."""

from __future__ import annotations

import random
import re
import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.ui.attention.changed_words import changed_spans


def words(text: str, other: str) -> list[str]:
    return [text[start : start + length] for start, length in changed_spans(text, other)[0]]


def lines_run(text: str, other: str) -> int:
    """How many lines of Python it takes to compare two texts: its work, on a computer of any speed."""
    count = 0

    def trace(_frame: FrameType, event: str, _arg: object) -> Any:  # noqa: ANN401 - itself
        nonlocal count
        count += event == "line"
        # What would stand still for seconds is not waited for.
        assert count < 10**6
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        changed_spans(text, other)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        ("Open the file of yesterday.", "Open the file of the bank.", ["yesterday"]),
        ("Open the file of the bank.", "Open the file of yesterday.", ["the bank"]),
        ("Same words.", "Same words.", []),
        ("Nothing in common here", "Rien du tout", []),
        ("Anything", "", []),
        ("", "Anything", []),
        ("The same\nwords", "The same words", []),
        ("one two  three four five", "one 2 3 four five", ["two  three"]),
        ("to be or not to be", "to be or to be", ["not"]),
        ("a b a b a c", "a b a b a", ["c"]),
        ("أعد فتح الملف اليوم", "أعد فتح الملف غدًا", ["اليوم"]),
    ],
)
def test_what_differs_is_marked(text: str, other: str, marked: list[str]) -> None:
    assert words(text, other) == marked


TEXTS = st.text(max_size=60) | st.lists(st.sampled_from("abc,"), max_size=30).map(" ".join)


@given(TEXTS, TEXTS)
def test_spans_lie_inside_the_text_and_apart(text: str, other: str) -> None:
    for each, spans in zip((text, other), changed_spans(text, other), strict=True):
        end = 0
        for start, length in spans:
            assert start >= end
            assert length > 0
            end = start + length
        assert end <= len(each)


@given(TEXTS, TEXTS)
def test_what_is_not_marked_is_the_same_in_both(text: str, other: str) -> None:
    both = changed_spans(text, other)
    if all(both):
        left = []
        for each, spans in zip((text, other), both, strict=True):
            for start, length in reversed(spans):
                each = each[:start] + " " + each[start + length :]  # noqa: PLW2901 - cut from its end
            left.append(re.findall(r"\w+|[^\w\s]", each))
        assert left[0] == left[1]


def test_a_long_text_with_many_changed_words_is_marked_with_little_work() -> None:
    rng = random.Random(1)
    vocabulary = ["the", "report", "of", "a", "visit", "server", "was", "slow", "and", "disk", "new", "to"]
    text = [rng.choice(vocabulary) for _ in range(990)]
    other = ["other" if number % 7 == 0 else word for number, word in enumerate(text)]
    assert words(" ".join(other), " ".join(text)) == ["other"] * 142
    assert lines_run(" ".join(other), " ".join(text)) < 500_000


def test_texts_that_have_nothing_in_common_are_given_up_soon() -> None:
    text, other = (" ".join(f"{letter}{number}" for number in range(4000)) for letter in "ab")
    assert changed_spans(text, other) == ((), ())
    assert lines_run(text, other) < 500_000
