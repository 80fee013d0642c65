"""The worked examples of the terms, each asked as a JSON question and, where it says more, played event by event."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from supportdesk.domain.case_events import EventKind
from supportdesk.rules.cases.closure import reactivate_until
from supportdesk.rules.cases.explain import run_policy_explain
from tests.rules.cases.case_play import Case
from tests.rules.policy_files import policy

EXAMPLES = json.loads((Path(__file__).parents[1] / "policy_examples.json").read_text(encoding="utf-8"))
SPARK: list[dict[str, Any]] = EXAMPLES["sparkrock"]["cases"]
SAGE: list[dict[str, Any]] = EXAMPLES["sage"]["cases"]


def of_kind(examples: list[dict[str, Any]], *kinds: str) -> pytest.MarkDecorator:
    found = [example for example in examples if example["kind"] in kinds]
    assert found
    return pytest.mark.parametrize("example", found, ids=[example["id"] for example in found])


def ask(code: str, **question: Any) -> dict[str, Any]:
    answer: dict[str, Any] = run_policy_explain(policy(code), [question])[0]
    assert "error" not in answer, answer
    return answer


def event(kind: str, at: str, to: str | None = None) -> dict[str, Any]:
    return {"kind": kind, "at": at, "to": to}


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


@of_kind(SPARK, "response")
def test_SPK_1_SPK_3_SPK_5_first_responses_of_the_examples(example: dict[str, Any]) -> None:
    plan = {"after_hours": example["after_hours_plan"]}
    logged = event("logged", example["logged_at"])
    answer = ask("sparkrock", severity=example["severity"], plan=plan, events=[logged])
    assert answer["first_response"] == {"due": example["response_due"], "met_at": None, "missed": False}
    assert answer["stage"] == "New"
    case = Case(instant(example["logged_at"]), example["severity"], after_hours=plan["after_hours"])
    assert case.response.due_at == instant(example["response_due"])
    assert case.policy.calendar.is_open(case.state.logged_at) is example["inside_hours"]


@of_kind(SPARK, "severity_verified")
def test_TIME_6_a_verified_severity_of_the_examples(example: dict[str, Any]) -> None:
    events = [
        event("logged", example["logged_at"]),
        event("severity_verified", example["verified_at"], example["verified_severity"]),
    ]
    question = {"severity": example["severity"], "events": events}
    before = ask("sparkrock", **question, now=example["logged_at"])
    assert before["first_response"]["due"] == example["response_due_before"]
    after = ask("sparkrock", **question)
    assert after["first_response"]["due"] == example["response_due_after"]


@of_kind(SPARK, "update")
def test_SPK_4_next_updates_of_the_examples(example: dict[str, Any]) -> None:
    events = [event("logged", example["last_update_at"]), event("update", example["last_update_at"])]
    plan = {"after_hours": example["after_hours_plan"]}
    answer = ask("sparkrock", severity=example["severity"], plan=plan, events=events)
    due = example["update_due"]
    assert answer["next_update"] == (None if due is None else {"due": due})


@of_kind(SPARK, "waiting", "complete", "no_timer")
def test_SPK_7_countdowns_of_the_examples(example: dict[str, Any]) -> None:
    entered = example["entered_at"]
    events = [event("logged", entered), event("stage", entered, example["stage"])]
    if "staff_note_at" in example:
        events.append(event("staff_note", example["staff_note_at"]))
    answer = ask("sparkrock", severity="S3", events=events)
    assert answer["refused"] == []
    assert answer["stage"] == example["stage"]
    if "customer_reply_at" not in example:
        expected = [example[key] for key in ("reminder1_at", "reminder2_at") if example[key]]
        assert answer["reminders"] == expected
        assert answer["closes_at"] == example["auto_close_at"]
        return
    assert answer["reminders"][0] == example["reminder1_at"]
    events.append(event("customer_reply", example["customer_reply_at"]))
    answer = ask("sparkrock", severity="S3", events=events)
    assert (answer["stage"], answer["reminders"], answer["closes_at"]) == (
        example["stage_after_reply"],
        [],
        None,
    )
    events.append(event("stage", example["entered_again_at"], example["stage"]))
    answer = ask("sparkrock", severity="S3", events=events)
    again = example["again"]
    assert answer["reminders"] == [again["reminder1_at"], again["reminder2_at"]]
    assert answer["closes_at"] == again["auto_close_at"]


@of_kind([example for example in SPARK if example.get("auto_close_at")], "waiting", "complete")
def test_SPK_7_the_closing_happens_on_its_instant(example: dict[str, Any]) -> None:
    entered = example["entered_at"]
    events = [event("logged", entered), event("stage", entered, example["stage"])]
    answer = ask("sparkrock", severity="S3", events=events, now=example["auto_close_at"])
    assert (answer["stage"], answer["closes_at"]) == ("Closed", example["auto_close_at"])


@of_kind(SAGE, "reactivate")
def test_SAG_6_reactivations_of_the_examples(example: dict[str, Any]) -> None:
    events = [
        event("logged", "2025-03-01T10:00:00+01:00"),
        event("closed", example["closed_at"]),
        event("reactivate", example["attempt_at"]),
    ]
    closed = ask("sage", severity=None, events=events[:2])
    assert closed["reactivate_until"] == example["last_moment"]
    answer = ask("sage", severity=None, events=events)
    assert answer["stage"] == example["status_after"]
    assert [refusal["rule"] for refusal in answer["refused"]] == ([] if example["allowed"] else ["SAG-6"])
    case = Case(instant(events[0]["at"]), None, rules=policy("sage"))
    case.does(EventKind.CLOSED, instant(example["closed_at"]))
    assert reactivate_until(case.policy, case.state) == instant(example["last_moment"])


@of_kind(SAGE, "reactivate_refused")
def test_SAG_6_only_a_closed_case_of_the_examples_is_reactivated(example: dict[str, Any]) -> None:
    logged = "2025-06-02T10:00:00+02:00"
    events = [
        event("logged", logged),
        event("stage", logged, example["status"]),
        event("reactivated", logged),
    ]
    answer = ask("sage", severity="Faible", events=events)
    assert answer["stage"] == example["status"]
    assert [(refusal["event"], refusal["rule"]) for refusal in answer["refused"]] == [(2, "SAG-6")]


@of_kind(SAGE, "transition")
def test_SAG_6_an_answer_of_the_examples_puts_a_case_back_to_work(example: dict[str, Any]) -> None:
    logged = "2025-06-02T10:00:00+02:00"
    events = [event("logged", logged), event("stage", logged, example["from"])]
    answer = ask("sage", severity="Majeure", events=[*events, event("customer_reply", logged)])
    assert (answer["stage"], answer["refused"]) == (example["to"], [])
    assert answer["first_response"] is None


def test_SAG_6_every_status_of_the_examples_exists() -> None:
    sage = policy("sage")
    for status in EXAMPLES["sage"]["statuses"]:
        stage = sage.stage_called(status["name"])
        assert stage is not None
        assert (stage.kind.value != "closed") is status["open"]
        assert (stage.kind.value in {"waiting", "hold", "done"}) is (status["waits_for"] == "customer")


def test_SPK_6_every_stage_of_the_examples_can_be_asked_for() -> None:
    logged = "2025-06-02T10:00:00-04:00"
    for name in EXAMPLES["sparkrock"]["stages"]:
        way = ["Development", name] if name == "Testing" else [name]
        events = [event("logged", logged), *(event("stage", logged, stage) for stage in way)]
        answer = ask("sparkrock", severity="S1", events=events)
        if name == "Updated by Customer":
            assert [refusal["rule"] for refusal in answer["refused"]] == ["SPK-6"]
        else:
            assert (answer["stage"], answer["refused"]) == (name, [])
