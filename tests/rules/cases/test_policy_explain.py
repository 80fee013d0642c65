"""The JSON command over a policy: what it answers, what it lists as refused, and that nothing makes it stumble."""

import copy
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk.rules.cases.explain import run_policy_explain
from supportdesk.rules.cases.explain_input import KINDS
from tests.rules.policy_files import CODES, policy

ANSWER = {
    "stage",
    "first_response",
    "next_update",
    "reminders",
    "closes_at",
    "reactivate_until",
    "refused",
    "steps",
}
LOGGED = {"kind": "logged", "at": "2025-06-02T10:00:00-04:00"}


def at(text: str) -> str:
    """The instant "03 10:00" of June 2025 in New York, as the command writes it."""
    day, time = text.split()
    return f"2025-06-{day}T{time}:00-04:00"


def ask(*events: dict[str, Any], code: str = "sparkrock", **more: Any) -> dict[str, Any]:
    question = {"severity": "S2" if code == "sparkrock" else None, "events": [LOGGED, *events]} | more
    answer: dict[str, Any] = run_policy_explain(policy(code), [question])[0]
    return answer


def event(kind: str, when: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "at": at(when)} | more


def refusals(answer: dict[str, Any]) -> list[tuple[int, str]]:
    assert all(refusal["reason"] for refusal in answer["refused"])
    return [(refusal["event"], refusal["rule"]) for refusal in answer["refused"]]


def test_SPK_3_SPK_4_a_whole_answer() -> None:
    answer = ask(event("assigned", "02 10:30"), event("response", "02 11:00"), now=at("02 12:00"))
    assert set(answer) == ANSWER
    assert answer["stage"] == "Investigation/In Progress"
    assert answer["first_response"] == {"due": at("02 16:00"), "met_at": at("02 11:00"), "missed": False}
    assert answer["next_update"] == {"due": at("03 11:00")}
    assert (answer["reminders"], answer["closes_at"], answer["reactivate_until"]) == ([], None, None)
    json.dumps(answer)


def test_TIME_5_steps_say_to_which_clock_they_belong() -> None:
    answer = ask(event("response", "02 11:00"), now=at("02 12:00"))
    counted = {"first_response": 0, "next_update": 0}
    for step in answer["steps"]:
        counted[step["clock"]] += step["counted_seconds"]
    assert counted == {"first_response": 21600, "next_update": 43200}
    assert answer["steps"][0] == {
        "clock": "first_response",
        "kind": "counted",
        "from": at("02 10:00"),
        "to": at("02 11:00"),
        "counted_seconds": 3600,
        "label": None,
    }


def test_SPK_3_missed_is_said_as_of_now() -> None:
    for now, missed in (("02 16:00", False), ("02 16:01", True)):
        assert ask(now=at(now))["first_response"]["missed"] is missed
    answered = ask(event("response", "02 17:00"), now=at("09 12:00"))["first_response"]
    assert answered == {"due": at("02 16:00"), "met_at": at("02 17:00"), "missed": True}


def test_TIME_5_a_paused_clock_is_due_as_if_it_went_on_now() -> None:
    paused = ask(event("stage", "02 12:00", to="On Hold"), now=at("02 15:00"))
    assert paused["first_response"] == {"due": at("02 19:00"), "met_at": None, "missed": False}


def test_SPK_4_an_agreed_update() -> None:
    given = ask(event("response", "02 11:00"), event("agreed_update", "02 12:00", to=at("06 09:00")))
    assert given["next_update"] == {"due": at("06 09:00")}
    refused = ask(
        event("response", "02 11:00"),
        event("agreed_update", "02 12:00", to=at("06 09:00")),
        severity="S1",
    )
    assert refused["next_update"] == {"due": at("02 17:00")}
    assert refusals(refused) == [(2, "SPK-4")]
    assert refusals(ask(event("agreed_update", "02 12:00"))) == [(1, "SPK-4")]


def test_SPK_7_reminders_and_closing_happen_between_the_events() -> None:
    wait = event("stage", "02 10:00", to="Waiting for Customer")
    answer = ask(wait, event("customer_reply", "10 10:00"))
    assert (answer["stage"], answer["closes_at"]) == ("Updated by Customer", None)
    late = {"kind": "customer_reply", "at": "2025-06-10T10:00:01-04:00"}
    answer = ask(wait, late, event("stage", "11 10:00", to="Testing"))
    assert (answer["stage"], answer["closes_at"]) == ("Closed", at("10 10:00"))
    assert answer["reminders"] == [at("04 10:00"), at("06 10:00")]
    assert refusals(answer) == [(3, "SPK-6")]


def test_SPK_7_a_case_closed_by_hand_has_no_closing_to_come() -> None:
    wait = event("stage", "02 10:00", to="Waiting for Customer")
    answer = ask(wait, event("closed", "03 10:00", by="client"), now=at("20 10:00"))
    assert (answer["stage"], answer["closes_at"], answer["reminders"]) == ("Closed", None, [])


def test_TIME_7_the_latest_first_response_is_told() -> None:
    answer = ask(event("response", "02 11:00"), event("closed", "02 12:00"), event("reactivate", "02 13:00"))
    assert answer["stage"] == "Investigation/In Progress"
    assert answer["first_response"] == {"due": at("02 19:00"), "met_at": None, "missed": False}
    assert answer["next_update"] is None


def test_TIME_6_a_first_response_promised_no_longer_is_no_clock() -> None:
    spark = policy("sparkrock")
    last = replace(spark.severities[-1], first_response=None)
    rules = replace(spark, severities=(*spark.severities[:-1], last))
    events = [LOGGED, event("severity_verified", "02 12:00", to="S4")]
    answers = run_policy_explain(rules, [{"severity": "S1", "events": events[:count]} for count in (1, 2)])
    assert [answer["first_response"] is None for answer in answers] == [False, True]


def test_TIME_6_a_promise_withdrawn_is_no_clock() -> None:
    answer = ask(
        event("response", "02 11:00"), event("severity_verified", "02 12:00", to="S4"), now=at("02 13:00")
    )
    assert answer["next_update"] is None


@pytest.mark.parametrize(
    ("plan", "due"),
    [
        (None, "03 10:00"),
        ({}, "03 10:00"),
        ({"after_hours": False}, "03 10:00"),
        ({"after_hours": True}, "03 02:00"),
        ("gold", "03 02:00"),
    ],
)
def test_SPK_5_the_plan_decides_on_after_hours(plan: object, due: str) -> None:
    night = {"kind": "logged", "at": at("02 22:00")}
    answer = run_policy_explain(policy("sparkrock"), [{"severity": "S1", "plan": plan, "events": [night]}])[0]
    assert answer["first_response"] == {"due": at(due), "met_at": None, "missed": False}


def test_SYN_4_closing_needs_a_kind() -> None:
    answer = ask(event("closed", "02 11:00"), code="synergy")
    assert refusals(answer) == [(1, "SYN-4")]
    kind = policy("synergy").closing.resolution_kinds[1]
    for named in ({"to": kind.id}, {"resolution": kind.name.original}, {"by": "client"}):
        assert refusals(ask(event("closed", "02 11:00", **named), code="synergy")) == []


def test_ONX_1_closing_needs_the_agreement() -> None:
    assert refusals(ask(event("closed", "02 11:00"), code="onyxpro")) == [(1, "ONX-1")]
    answer = ask(event("agreement", "02 11:00"), event("closed", "02 12:00"), code="onyxpro")
    assert (refusals(answer), answer["reactivate_until"]) == ([], None)


def test_SPK_6_what_a_stage_asks_for_counts_as_recorded() -> None:
    answer = ask(event("stage", "02 11:00", to="Estimate"), event("stage", "02 12:00", to="Testing"))
    assert (answer["stage"], refusals(answer)) == ("Estimate", [(2, "SPK-6")])


def test_what_cannot_be_is_listed_and_changes_nothing() -> None:
    answer = ask(
        event("response", "03 10:00"),
        event("update", "02 11:00"),
        event("dance", "03 11:00"),
        event("severity_verified", "03 12:00", to="S9"),
        event("logged", "03 13:00"),
        event("update", "05 10:00"),
        now=at("04 10:00"),
    )
    assert refusals(answer) == [(2, "input"), (3, "input"), (4, "SPK-2"), (5, "SAG-3"), (6, "input")]
    reasons = [refusal["reason"] for refusal in answer["refused"]]
    assert "customer_reply" in reasons[1]
    assert "S1, S2, S3, S4" in reasons[2]
    assert answer["next_update"] == {"due": at("04 10:00")}


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"severity": "S7"}, "S1, S2, S3, S4"),
        ({"severity": 2}, "severity"),
        ({"events": []}, "logged"),
        ({"events": {}}, "logged"),
        ({"events": [{"kind": "response", "at": LOGGED["at"]}]}, "logged"),
        ({"events": [{"kind": "dance", "at": LOGGED["at"]}]}, "logged"),
        ({"events": ["logged"]}, "Event 0"),
        ({"events": [{"kind": "logged"}]}, "at"),
        ({"events": [{"kind": ["logged"], "at": LOGGED["at"]}]}, "kind"),
        ({"events": [LOGGED, {"kind": "stage", "to": 7, "at": LOGGED["at"]}]}, "Event 1"),
        ({"events": [{"kind": "logged", "at": "2025-06-02T10:00:00"}]}, "UTC"),
        ({"events": [{"kind": "logged", "at": "yesterday"}]}, "2025-06-02T09:00:00-04:00"),
        ({"events": [{"kind": "logged", "at": "0001-01-01T00:00:00+14:00"}]}, "1900"),
        ({"events": [{"kind": "logged", "at": "2199-12-31T22:00:00-05:00"}]}, "2199"),
        ({"events": [{"kind": "logged", "at": "9999-12-31T22:00:00+00:00"}]}, "2199"),
        ({"now": "2025-06-02T09:00:00-04:00"}, "now"),
        ({"now": 5}, "now"),
        ({"plan": {"after_hours": "yes"}}, "after_hours"),
        ({"plan": "platinum"}, "gold"),
        ({"plan": 3}, "plan"),
    ],
)
def test_a_question_that_cannot_be_read_is_answered_by_itself(change: dict[str, Any], word: str) -> None:
    good = {"severity": "S2", "plan": None, "events": [LOGGED]}
    answers = run_policy_explain(policy("sparkrock"), [good, good | change, good])
    assert set(answers[1]) == {"error"}
    assert word in str(answers[1]["error"])
    assert answers[0] == answers[2]
    assert set(answers[0]) == ANSWER


@pytest.mark.parametrize("item", [None, 3, "case", [], True])
def test_an_item_that_is_no_object_is_answered_by_itself(item: object) -> None:
    assert run_policy_explain(policy("sparkrock"), [item]) == [{"error": "The item is not a JSON object."}]


_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
_JSON = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
_MOMENTS = st.one_of(
    st.integers(1, 30).map(lambda day: at(f"{day:02} 10:00")),
    st.datetimes().map(lambda moment: f"{moment.isoformat()}+02:00"),
    st.datetimes().map(lambda moment: moment.isoformat()),
    _JSON,
)
_NAMES = st.sampled_from(
    ["S1", "S4", "Testing", "Waiting for Customer", "Clos", "On Hold", "solution", at("20 10:00")]
)
_EVENTS = st.fixed_dictionaries(
    {"kind": st.sampled_from(sorted(KINDS)) | _JSON, "at": _MOMENTS},
    optional={"to": _NAMES | _JSON, "by": st.sampled_from(["client", "agent"]) | _JSON, "until": _MOMENTS},
)
_QUESTIONS = st.fixed_dictionaries(
    {"severity": st.sampled_from(["S1", "S3", None]) | _JSON},
    optional={
        "events": st.lists(_EVENTS | _JSON, max_size=6).map(lambda events: [LOGGED, *events]) | _JSON,
        "plan": st.sampled_from([{"after_hours": True}, "gold"]) | _JSON,
        "now": _MOMENTS,
    },
)


@settings(max_examples=300)
@given(st.sampled_from(CODES), st.lists(_QUESTIONS | _JSON, max_size=3))
def test_whatever_is_asked_every_item_is_answered(code: str, items: list[object]) -> None:
    asked = copy.deepcopy(items)
    answers = run_policy_explain(policy(code), items)
    assert len(answers) == len(items)
    assert repr(items) == repr(asked)
    for answer in answers:
        if "error" in answer:
            assert set(answer) == {"error"}
            assert answer["error"]
        else:
            assert set(answer) == ANSWER
        json.loads(json.dumps(answer))
