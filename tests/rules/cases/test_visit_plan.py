"""What a visit's plan may be, and which others it overlaps (ONX-2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.cases.visit_plan import LONGEST_MINUTES, overlapping, planned_end, refuse_plan

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Block:
    """A visit from so many minutes after nine, for so long."""

    after: int
    minutes: int

    @property
    def start(self) -> datetime:
        return NINE + timedelta(minutes=self.after)

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)


def test_one_hour_where_nobody_said_how_long() -> None:
    assert planned_end(NINE, None) == NINE + timedelta(hours=1)
    assert planned_end(NINE, 15) == NINE + timedelta(minutes=15)


@given(st.integers(-500, 500), st.integers(1, 600), st.integers(1, 600))
def test_two_overlap_where_they_share_a_minute(after: int, minutes: int, mine: int) -> None:
    other = Block(after, minutes)
    shared = set(range(mine)) & set(range(after, after + minutes))
    assert bool(overlapping(NINE, mine, [other])) == bool(shared)
    # It is the same seen from the other one.
    assert bool(overlapping(other.start, minutes, [Block(0, mine)])) == bool(shared)


@pytest.mark.parametrize("minutes", [1, LONGEST_MINUTES, None])
def test_a_length_in_reach_is_taken(minutes: int | None) -> None:
    assert refuse_plan(minutes, "x" * 4_000) is None


@pytest.mark.parametrize("minutes", [0, -1, LONGEST_MINUTES + 1, True, "60", 1.0, [60]])
def test_ONX_2_no_other_length_is(minutes: object) -> None:
    refusal = refuse_plan(minutes, None)
    assert refusal is not None
    assert refusal.rule == "ONX-2"


@pytest.mark.parametrize("bring", ["x" * 4_001, 7, ["paper"]])
def test_what_to_bring_has_a_measure(bring: object) -> None:
    assert refuse_plan(None, bring) is not None
