"""The JSON form: each question is answered or refused by itself, whatever it is; the arithmetic is tested beside."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.json_items import read_calendar, run_calendar_items

QUESTION: dict[str, Any] = {
    "time_zone": "America/New_York",
    "weekly": {day: [["08:00", "20:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "holidays": ["2026-03-05"],
    "pauses": [["2026-03-04T16:00:00Z", "2026-03-04T17:00:00Z"]],
    "start": "2026-03-04T10:00:00-05:00",
}
ANSWERS = ({"due"}, {"elapsed_seconds"}, {"error"})


def ask(**given: Any) -> dict[str, object]:
    return run_calendar_items([QUESTION | given])[0]


def check_answer(answer: dict[str, object]) -> None:
    """One key, one value; an error is one sentence that can be printed anywhere."""
    assert set(answer) in ANSWERS
    json.dumps(answer, allow_nan=False, ensure_ascii=False).encode()
    if "error" in answer:
        said = answer["error"]
        assert isinstance(said, str)
        assert len(said) < 200
        assert said.endswith(".")
        assert said.isprintable()


def test_TIME_2_due_is_told_in_the_calendars_zone() -> None:
    assert ask(business_seconds=7200) == {"due": "2026-03-04T13:00:00-05:00"}
    assert ask(business_seconds=0.25) == {"due": "2026-03-04T10:00:00.250000-05:00"}
    assert ask(business_seconds=12 * 3600) == {"due": "2026-03-06T11:00:00-05:00"}


def test_TIME_2_elapsed_seconds_are_whole_where_they_can_be() -> None:
    whole = ask(end="2026-03-04T12:00:00-05:00")
    assert whole == {"elapsed_seconds": 3600}
    assert isinstance(whole["elapsed_seconds"], int)
    assert ask(end="2026-03-04T10:00:00.5-05:00") == {"elapsed_seconds": 0.5}
    assert ask(end="2026-03-01T10:00:00Z") == {"elapsed_seconds": 0}


def test_TIME_1_left_out_and_null_are_the_same() -> None:
    expected = {"due": "2026-03-04T10:01:00-05:00"}
    assert ask(holidays=None, pauses=None, end=None, country=None, business_seconds=60) == expected


def test_TIME_4_one_bad_question_spoils_no_other() -> None:
    good = QUESTION | {"business_seconds": 60}
    answers = run_calendar_items([good, "nonsense", good | {"time_zone": "Mars"}, good])
    assert answers[0] == answers[3] == {"due": "2026-03-04T10:01:00-05:00"}
    assert [set(answer) for answer in answers] == [{"due"}, {"error"}, {"error"}, {"due"}]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Exactly one of business_seconds and end"),
        ({"business_seconds": 1, "end": "2026-03-04T12:00:00Z"}, "Exactly one of business_seconds and end"),
        ({"business_seconds": True}, "business_seconds: a number is needed, not true or false"),
        ({"business_seconds": "60"}, "business_seconds: a number is needed, not “60”"),
        ({"business_seconds": float("nan")}, "business_seconds: the number is not between"),
        ({"business_seconds": float("inf")}, "business_seconds: the number is not between"),
        ({"business_seconds": -1}, "business_seconds: the number is not between"),
        ({"business_seconds": 10**5000}, "business_seconds: the number is not between"),
        ({"business_seconds": 10_000 * 365 * 86_400}, "business_seconds: the number is not between"),
        ({"business_seconds": 9_000_000_000}, "1900 to 2199"),
        ({"business_seconds": 1, "start": None}, "start: an instant"),
        (
            {"business_seconds": 1, "start": "2026-03-04T10:00:00"},
            "start: “2026-03-04T10:00:00” lacks its offset",
        ),
        ({"business_seconds": 1, "start": "2026-03-04"}, "lacks its offset"),
        ({"business_seconds": 1, "start": "2026-02-30T10:00:00Z"}, "start: an instant"),
        ({"business_seconds": 1, "start": "10000-01-01T10:00:00Z"}, "start: an instant"),
        ({"business_seconds": 1, "start": "0001-01-01T00:00:00+14:00"}, "1900 to 2199"),
        ({"business_seconds": 1, "start": "9999-12-31T23:59:59Z"}, "1900 to 2199"),
        ({"end": "9999-12-31T23:59:59Z"}, "1900 to 2199"),
        ({"end": 5}, "end: an instant such as"),
        ({"business_seconds": 1, "pauses": {}}, "pauses: a list is needed, not an object"),
        ({"business_seconds": 1, "pauses": [["2026-03-04T16:00:00Z"]]}, "pauses[0]"),
        ({"business_seconds": 1, "pauses": [["2026-03-04T16:00:00Z", "later"]]}, "pauses[0][1]: an instant"),
        ({"business_seconds": 1, "pauses": [["2026-03-04T09:00:00Z", None]]}, "paused since"),
        ({"business_seconds": 1, "holidays": ["2026-13-01"]}, "holidays[0]: a date"),
        ({"business_seconds": 1, "holidays": "2026-12-25"}, "holidays: a list is needed"),
        ({"business_seconds": 1, "time_zone": None}, "time_zone is missing"),
        ({"business_seconds": 1, "weekly": None}, "weekly is missing"),
        ({"business_seconds": 1, "weekly": {"mon": [["20:00", "20:00"]]}}, "weekly.mon[0]"),
        ({"business_seconds": 1, "weekly": {}}, "no opening hours"),
        ({"business_seconds": 1, "country": {}}, "country: an object"),
        ({"business_seconds": 1, "business_day_hours": "12"}, "business_day_hours"),
    ],
)
def test_TIME_4_a_question_that_cannot_be_answered_says_why(given: dict[str, Any], said: str) -> None:
    answer = ask(**given)
    check_answer(answer)
    assert re.search(re.escape(said), str(answer.get("error")))


def test_TIME_4_a_calendar_closed_for_two_years_from_the_start_is_refused() -> None:
    closed = [(date(2026, 3, 1) + timedelta(days=day)).isoformat() for day in range(800)]
    assert "no opening in the two years after 2026-03-04" in str(
        ask(holidays=closed, business_seconds=1)["error"]
    )


def test_TIME_1_a_calendar_from_json_knows_countries_exceptions_and_its_day() -> None:
    calendar = read_calendar(
        QUESTION | {"country": "US", "except_holidays": ["2026-07-03"], "business_day_hours": 7.5}
    )
    assert calendar.business_day == timedelta(hours=7.5)
    assert list(calendar.holiday_dates(date(2026, 6, 1), date(2026, 7, 31))) == [
        date(2026, 6, 19),
        date(2026, 7, 4),
    ]
    with pytest.raises(KnownError, match="A calendar is an object"):
        read_calendar([])


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.sampled_from(
        ["08:00", "24:00", "2026-03-04T10:00:00Z", "2026-03-04", "UTC", "9" * 5000, "\ud800", 10**400]
    ),
)
garbage = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.text(max_size=9), st.sampled_from(["mon", "sun"])), inner, max_size=4),
    ),
    max_leaves=12,
)
keys = st.sampled_from(
    [*QUESTION, "end", "business_seconds", "country", "subdivision", "except_holidays", "business_day_hours"]
)


@settings(max_examples=200)
@given(st.lists(st.one_of(garbage, st.dictionaries(keys, garbage)), max_size=4))
def test_TIME_4_no_garbage_raises(items: list[object]) -> None:
    answers = run_calendar_items(items)
    assert len(answers) == len(items)
    for answer in answers:
        check_answer(answer)


@settings(max_examples=400)
@given(st.sampled_from([{"business_seconds": 90_000}, {"end": "2026-03-09T12:00:00Z"}]), keys, garbage)
def test_TIME_4_a_good_question_with_one_broken_key_never_raises(
    asked: dict[str, object], key: str, value: object
) -> None:
    check_answer(ask(**(asked | {key: value})))


@settings(max_examples=300)
@given(st.data())
def test_TIME_4_a_good_question_broken_deep_inside_never_raises(data: st.DataObject) -> None:
    question = json.loads(json.dumps(QUESTION | {"business_seconds": 90_000, "end": None}))
    holder: Any = question
    key: Any = data.draw(st.sampled_from(sorted(question)))
    while isinstance(holder[key], (dict, list)) and holder[key] and data.draw(st.booleans()):
        holder = holder[key]
        key = data.draw(
            st.sampled_from(sorted(holder)) if isinstance(holder, dict) else st.integers(0, len(holder) - 1)
        )
    holder[key] = data.draw(garbage)
    check_answer(run_calendar_items([question])[0])


def test_TIME_4_deep_nesting_is_refused_and_not_followed() -> None:
    nested: Any = []
    for _ in range(100_000):
        nested = [nested]
    for key in ("time_zone", "weekly", "holidays", "pauses", "start", "business_seconds", "country"):
        check_answer(ask(**({"business_seconds": 1} | {key: nested})))
    check_answer(run_calendar_items([nested])[0])
