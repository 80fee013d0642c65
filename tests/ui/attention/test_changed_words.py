"""Which words differ between two versions of a text: enough to see at a glance, nothing where all is new."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.ui.attention.changed_words import changed_spans


def words(text: str, other: str) -> list[str]:
    return [text[start : start + length] for start, length in changed_spans(text, other)]


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        ("Open the file of yesterday.", "Open the file of the bank.", ["yesterday"]),
        ("Open the file of the bank.", "Open the file of yesterday.", ["the bank"]),
        ("Same words.", "Same words.", []),
        ("Nothing in common here", "Rien du tout", []),
        ("Anything", "", []),
        ("أعد فتح الملف اليوم", "أعد فتح الملف غدًا", ["اليوم"]),
    ],
)
def test_what_differs_is_marked(text: str, other: str, marked: list[str]) -> None:
    assert words(text, other) == marked


@given(st.text(max_size=60), st.text(max_size=60))
def test_spans_lie_inside_the_text_and_apart(text: str, other: str) -> None:
    end = 0
    for start, length in changed_spans(text, other):
        assert start >= end
        assert length > 0
        end = start + length
    assert end <= len(text)
