"""What holds for every calendar: adding and counting are inverse, steps add up, the slow count agrees."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from supportdesk.rules.calendars.calendar import Pause
from tests.rules.calendars.calendar_oracle import SlowCalendar
from tests.rules.calendars.calendar_strategies import durations, pauses, situations

TICK = timedelta(microseconds=1)
ZERO = timedelta(0)
Situation = tuple[SlowCalendar, datetime]


@st.composite
def counted(draw: st.DrawFn) -> tuple[SlowCalendar, datetime, timedelta, list[Pause]]:
    calendar, start = draw(situations())
    return calendar, start, within_years(calendar, draw(durations(400))), draw(pauses(start, 40))


def within_years(calendar: SlowCalendar, duration: timedelta) -> timedelta:
    """Keep a duration off the horizon, where a calendar is open for a minute a week."""
    return min(duration, 300 * calendar.quick().business_day)


@settings(max_examples=200)
@given(counted())
def test_TIME_2_add_and_between_are_inverse(
    drawn: tuple[SlowCalendar, datetime, timedelta, list[Pause]],
) -> None:
    slow, start, duration, paused = drawn
    calendar = slow.quick()
    due = calendar.add(start, duration, paused)
    assert due >= start
    assert calendar.between(start, due, paused) == duration
    if duration:
        assert calendar.between(start, due - TICK, paused) == duration - TICK
    else:
        assert calendar.is_open(due)
        assert calendar.between(due, due + TICK, paused) == TICK


@settings(max_examples=200)
@given(counted(), durations(200))
def test_TIME_2_adding_in_two_parts_is_adding_once(
    drawn: tuple[SlowCalendar, datetime, timedelta, list[Pause]], more: timedelta
) -> None:
    slow, start, duration, paused = drawn
    more = within_years(slow, more)
    assume(duration and more)
    calendar = slow.quick()
    halfway = calendar.add(start, duration, paused)
    assert calendar.add(halfway, more, paused) == calendar.add(start, duration + more, paused)


@settings(max_examples=200)
@given(situations(), st.data())
def test_TIME_2_open_time_adds_up_over_any_cut(drawn: Situation, data: st.DataObject) -> None:
    slow, start = drawn
    calendar = slow.quick()
    middle, end = sorted(
        start + timedelta(seconds=s) for s in data.draw(st.tuples(*[st.integers(0, 10**8)] * 2))
    )
    paused = data.draw(pauses(start, 200))
    whole = calendar.between(start, end, paused)
    assert whole == calendar.between(start, middle, paused) + calendar.between(middle, end, paused)
    intervals = list(calendar.open_intervals(start, end))
    assert sum((closing - opening for opening, closing in intervals), ZERO) == calendar.between(start, end)
    assert all(closing < opening for (_, closing), (opening, _) in pairwise(intervals))


@settings(max_examples=200)
@given(counted())
def test_TIME_5_steps_are_contiguous_and_add_up(
    drawn: tuple[SlowCalendar, datetime, timedelta, list[Pause]],
) -> None:
    slow, start, length, paused = drawn
    end = start + length
    calendar = slow.quick()
    steps = calendar.explain(start, end, paused)
    assert sum((step.counted for step in steps), ZERO) == calendar.between(start, end, paused)
    assert all(step.start < step.end for step in steps)
    assert [step.start for step in steps] == [start, *(step.end for step in steps)][: len(steps)]
    assert (steps[-1].end if steps else start) == end
    for step in steps:
        middle = step.start + (step.end - step.start) / 2
        assert step.counted == (step.end - step.start if step.kind == "counted" else ZERO)
        if step.kind != "paused":
            assert calendar.is_open(middle) == (step.kind == "counted")
        assert (calendar.local(middle).date() in slow.holidays) or step.kind != "holiday"


@settings(max_examples=60)
@given(situations(), st.data())
def test_TIME_1_TIME_2_a_count_minute_by_minute_agrees(drawn: Situation, data: st.DataObject) -> None:
    slow, start = drawn
    paused = data.draw(pauses(start, 4))
    calendar = slow.quick()
    end = start + data.draw(durations(100))
    assert calendar.between(start, end, paused) == slow.between(start, end, paused)
    horizon = start + timedelta(days=8)
    duration = data.draw(durations(30))
    due = calendar.add(start, duration, paused)
    expected = slow.add(start, duration, paused, horizon)
    # A duration of nothing is due at an opening, which the slow count sees only before the horizon.
    assert due == expected if expected is not None else due >= horizon


@settings(max_examples=200)
@given(situations())
def test_TIME_1_openings_and_closings_agree_with_the_wall_clock(drawn: Situation) -> None:
    slow, at = drawn
    calendar = slow.quick()
    assert calendar.is_open(at) == slow.is_open(at)
    opening = calendar.next_opening(at)
    assert slow.is_open(opening)
    if opening != at:
        assert not slow.is_open(at)
        assert not slow.is_open(opening - TICK)
        assert calendar.between(at, opening) == ZERO
        assert calendar.closes_at(at) is None
    closing = calendar.closes_at(opening)
    if closing is not None:
        assert slow.is_open(closing - TICK)
        assert not slow.is_open(closing)
        assert calendar.between(opening, closing) == closing - opening
    elif not slow.holidays:
        assert calendar.between(opening, opening + timedelta(days=4000)) == timedelta(days=4000)
