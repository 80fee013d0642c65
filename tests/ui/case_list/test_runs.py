"""Lines and cases find each other in every list, and every step between two lists leaves a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.services.views import Group, GroupKey, ListShape
from supportdesk.ui.case_list.row_layout import (
    DOT_GAP,
    GAP,
    STAGE_DOT,
    STAGE_GAP,
    STAGE_LEAST,
    one_line,
    second_line,
)
from supportdesk.ui.case_list.runs import Lines, Run, edits, lines_of

KEYS = list(GroupKey)


@st.composite
def shapes(draw: st.DrawFn) -> ListShape:
    """Lists in groups, as the queries give them: in order, none empty; or without groups."""
    keys = sorted(draw(st.sets(st.sampled_from(KEYS))), key=KEYS.index)
    groups = tuple(Group(key, draw(st.integers(1, 6))) for key in keys)
    count = sum(group.count for group in groups)
    return ListShape(count, groups) if groups else ListShape(draw(st.integers(0, 9)))


folds = st.frozensets(st.sampled_from(KEYS))


def as_text(lines: Lines) -> list[str]:
    return [
        f"# {found.key}" if isinstance(found, Run) else str(found)
        for found in (lines.at(line) for line in range(len(lines)))
    ]


def kinds(lines: Lines) -> list[str]:
    return [text if text.startswith("#") else "case" for text in as_text(lines)]


def folded_counts(lines: Lines) -> list[tuple[GroupKey | None, int]]:
    return [(run.key, run.count) for run in lines.runs if run.folded]


def test_headings_stand_above_their_cases() -> None:
    shape = ListShape(4, (Group(GroupKey.OVERDUE, 1), Group(GroupKey.TODAY, 3)))
    assert as_text(lines_of(shape)) == ["# overdue", "0", "# today", "1", "2", "3"]
    folded = lines_of(shape, frozenset({GroupKey.OVERDUE}))
    assert as_text(folded) == ["# overdue", "# today", "1", "2", "3"]
    assert folded.line_of(0) is None


def test_a_list_without_groups_has_no_headings() -> None:
    assert as_text(lines_of(ListShape(3))) == ["0", "1", "2"]
    assert as_text(lines_of(ListShape(0))) == []


def test_cases_that_no_group_counts_stay_in_reach() -> None:
    shape = ListShape(3, (Group(GroupKey.TODAY, 1),))
    assert as_text(lines_of(shape)) == ["# today", "0", "1", "2"]


@given(shape=shapes(), folded=folds)
def test_line_and_case_are_inverse(shape: ListShape, folded: frozenset[GroupKey]) -> None:
    lines = lines_of(shape, folded)
    seen = []
    for line in range(len(lines)):
        found = lines.at(line)
        if isinstance(found, int):
            assert lines.line_of(found) == line
            seen.append(found)
        else:
            assert lines.start(lines.run_at(line)) == line
    hidden = [case for case in range(shape.count) if lines.line_of(case) is None]
    assert sorted(seen + hidden) == list(range(shape.count))
    assert seen == sorted(seen)


@given(before=shapes(), after=shapes(), folded=folds, now_folded=folds)
def test_steps_lead_from_any_list_to_any_other(
    before: ListShape, after: ListShape, folded: frozenset[GroupKey], now_folded: frozenset[GroupKey]
) -> None:
    start, end = lines_of(before, folded), lines_of(after, now_folded)
    count = len(start)
    last = start
    for edit in edits(start, end):
        assert (edit.come > 0) != (edit.go > 0)
        assert 0 <= edit.at <= count
        assert edit.at + edit.go <= count
        count += edit.come - edit.go
        last = edit.lines
        assert len(last) == count
    assert kinds(last) == kinds(end)
    # Where a folded group alone changes its count no line moves, so no step can number the cases below it anew.
    if last is not start or folded_counts(start) == folded_counts(end):
        assert as_text(last) == as_text(end)


def test_what_is_above_a_change_keeps_its_place() -> None:
    before = lines_of(ListShape(5, (Group(GroupKey.OVERDUE, 2), Group(GroupKey.TODAY, 3))))
    after = lines_of(ListShape(6, (Group(GroupKey.OVERDUE, 2), Group(GroupKey.TODAY, 4))))
    assert [(edit.at, edit.come, edit.go) for edit in edits(before, after)] == [(7, 1, 0)]


@given(shape=shapes(), folded=folds, start=st.integers(-1, 60), step=st.sampled_from([1, -1]))
def test_keys_stop_at_cases_and_folded_headings(
    shape: ListShape, folded: frozenset[GroupKey], start: int, step: int
) -> None:
    lines = lines_of(shape, folded)
    stop = lines.next_stop(start, step)
    if stop is None:
        return
    found = lines.at(stop)
    assert not isinstance(found, Run) or found.folded
    assert (stop - min(start, len(lines))) * step > 0


widths = st.floats(0, 600)


@given(
    room=st.floats(60, 900),
    number=st.floats(20, 60),
    organisation=widths,
    stage=widths,
    clip=st.floats(0, 40),
)
def test_the_second_line_never_overflows(
    room: float, number: float, organisation: float, stage: float, clip: float
) -> None:
    found = second_line(room, number, organisation, stage, clip)
    assert found.organisation <= organisation
    assert found.stage <= stage
    dots = (2 if organisation else 1) * DOT_GAP
    fixed = found.number + dots + STAGE_DOT + STAGE_GAP + (clip + GAP if found.attachments else 0)
    least = min(organisation, 56)
    if fixed + least <= room:
        assert fixed + found.organisation + found.stage <= room + 0.01
    # The organisation gives way first, then the stage, then the attachments.
    if found.stage < stage - 0.01:
        assert found.organisation <= least + 0.01
    if clip and not found.attachments:
        assert fixed + clip + GAP + least + min(stage, STAGE_LEAST) > room - 0.01


def test_the_second_line_gives_way_in_order() -> None:
    everything = second_line(400, 40, 100, 90, 24)
    assert (everything.organisation, everything.stage, everything.attachments) == (100, 90, True)
    tight = second_line(280, 40, 100, 90, 24)
    assert tight.organisation == pytest.approx(280 - 40 - 32 - 12 - 30 - 90)
    tighter = second_line(230, 40, 100, 90, 24)
    assert (tighter.organisation, tighter.attachments) == (56, True)
    assert tighter.stage == pytest.approx(60)
    tightest = second_line(190, 40, 100, 90, 24)
    assert not tightest.attachments


def test_without_an_organisation_the_stage_takes_its_place() -> None:
    with_one, without = second_line(170, 40, 100, 90, 0), second_line(170, 40, 0, 90, 0)
    assert with_one.stage < 90
    assert (without.organisation, without.stage) == (0, 90)


@given(room=st.floats(120, 900), title=widths, organisation=widths, stage=widths)
def test_a_single_line_keeps_half_for_the_title(
    room: float, title: float, organisation: float, stage: float
) -> None:
    found = one_line(room, title, organisation, stage)
    assert found.title >= min(title, room / 2) - 57
    assert found.title + found.organisation + found.stage <= room + 57
