"""ONX-2: what counts as a signature, and for what it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.cases.signature import (
    HEIGHT,
    MOST_POINTS,
    WIDTH,
    Signature,
    is_drawn,
    read_strokes,
    refuse_signed_otherwise,
    stands,
)
from supportdesk.rules.cases.visit_content import ContentLine

STROKES = (((0, 0, 0), (300, 200, 20)), ((WIDTH, HEIGHT, 90),))
CONTENT = (ContentLine("work_done", "Rebuilt the index."),)
SIGNED = Signature("Amal Rashid", datetime(2026, 11, 24, tzinfo=UTC), STROKES, CONTENT)

points = st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT), st.integers(0, 600_000))


@given(st.lists(st.lists(points, min_size=1, max_size=5), min_size=1, max_size=5))
def test_strokes_come_back_from_json(strokes: list[list[tuple[int, int, int]]]) -> None:
    plain = [[list(point) for point in stroke] for stroke in strokes]
    assert read_strokes(plain) == tuple(map(tuple, strokes))


@pytest.mark.parametrize(
    "value",
    [
        None,
        "signed",
        [],
        [[]],
        [[[1, 2]]],
        [[[1, 2, 3, 4]]],
        [[["1", 2, 3]]],
        [[[1.0, 2, 3]]],
        [[[True, 2, 3]]],
        [[[-1, 0, 0]]],
        [[[WIDTH + 1, 0, 0]]],
        [[[0, HEIGHT + 1, 0]]],
        [[[0, 0, 600_001]]],
        [[[0, 0, 0]]] * (MOST_POINTS + 1),
        {"x": 1},
    ],
)
def test_what_is_no_signature_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"signature|point"):
        read_strokes(value)


def test_a_slip_is_no_signature() -> None:
    assert is_drawn(STROKES)
    assert not is_drawn((((5, 5, 0),),))
    assert not is_drawn((((5, 5, 0), (20, 20, 9)),))


def test_ONX_2_a_signature_stands_for_its_content_and_revision_only() -> None:
    assert stands(SIGNED, CONTENT, 1)
    assert not stands(SIGNED, CONTENT, 2)
    assert not stands(SIGNED, (*CONTENT, ContentLine("remark", "Too late.")), 1)


def test_ONX_2_the_refusal_names_what_was_changed() -> None:
    later = (ContentLine("work_done", "Nothing."), ContentLine("received_by", "Somebody"))
    refusal = refuse_signed_otherwise(SIGNED, later)
    assert (refusal.rule, refusal.reason) == (
        "ONX-2",
        "The report is not what Amal Rashid signed: work done, received by.",
    )
    assert "later revision" in refuse_signed_otherwise(replace(SIGNED, revision=1), CONTENT).reason
