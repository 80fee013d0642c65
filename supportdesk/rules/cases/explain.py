"""Answers the command `policy explain`: plays a case's events by a policy and says, as JSON values, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from supportdesk.domain.case_events import CaseEvent
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.rules.cases.clock_counting import due_if_resumed
from supportdesk.rules.cases.clock_explain import explain_clock
from supportdesk.rules.cases.closure import ladder, next_step, reactivate_until, step_event
from supportdesk.rules.cases.explain_input import INPUT, AskedEvent, Question, read_question
from supportdesk.rules.cases.machine import advance, begin, settle
from supportdesk.rules.cases.state import CaseState, Clock, Due, Refusal
from supportdesk.rules.policies.policy import Policy

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Played:
    """Where a case has got to. `rungs` is the countdown that runs, or the one that closed the case by itself."""

    state: CaseState
    rungs: tuple[Due, ...] = ()


def run_policy_explain(policy: Policy, items: list[object]) -> list[Json]:
    """One answer for each question, in order; a question that cannot be read is answered with `{"error": …}`.

    An event that the rules refuse is listed under `refused` and changes nothing. Reminders and closings that fall
    due happen on their instant; an event at that very instant goes first (SPK-7). Instants are answered in the
    time zone of the policy's calendar.
    """
    return [_answer(policy, item) for item in items]


def _answer(policy: Policy, item: object) -> Json:
    try:
        question = read_question(policy, item)
        played, refused = _play(policy, question)
        return _told(policy, played, question.now) | {
            "refused": refused,
            "steps": list(_steps(policy, played.state, question.now)),
        }
    except KnownError as error:
        return {"error": str(error)}


def _play(policy: Policy, question: Question) -> tuple[_Played, list[Json]]:
    state = begin(
        policy, question.logged, severity_claimed=question.severity, after_hours=question.after_hours
    )
    played = _Played(state, ladder(policy, state))
    refused: list[Json] = []
    reached = state.logged_at
    for asked in question.events:
        event = _in_order(asked, reached, question.now)
        if isinstance(event, CaseEvent):
            reached = event.at
            played = _pass_time(policy, played, event.at)
            outcome = advance(policy, played.state, event)
            if not isinstance(outcome, Refusal):
                # An automatic closing still shows its countdown after an answer that changes nothing of it.
                rungs = played.rungs if outcome.state.closed_automatically else ladder(policy, outcome.state)
                played = _Played(outcome.state, rungs)
                continue
            event = outcome
        reason = f"{event.reason} {event.remedy}".strip()
        refused.append({"event": asked.index, "rule": event.rule, "reason": reason})
    played = _pass_time(policy, played, question.now + timedelta.resolution)
    return _Played(settle(played.state, question.now), played.rungs), refused


def _in_order(asked: AskedEvent, reached: datetime, now: datetime) -> CaseEvent | Refusal:
    if isinstance(asked.event, Refusal):
        return asked.event
    if asked.event.at < reached:
        return Refusal(
            INPUT, "The event lies before the one that precedes it.", "List events in their order."
        )
    if asked.event.at > now:
        return Refusal(INPUT, "The event lies after “now”.", "It has not happened yet.")
    return asked.event


def _pass_time(policy: Policy, played: _Played, until: datetime) -> _Played:
    """The case after every reminder and closing that falls due before an instant."""
    while (
        due := next_step(policy, played.state, played.state.last_at or played.state.logged_at)
    ) is not None:
        if due.at >= until:
            break
        outcome = advance(policy, played.state, step_event(due, due.at))
        if isinstance(outcome, Refusal):
            raise RuntimeError(f"the rules refuse their own next step: {outcome.reason}")  # noqa: TRY004 - a bug, no wrong type
        played = _Played(outcome.state, played.rungs if due.closes else ladder(policy, outcome.state))
    return played


def _told(policy: Policy, played: _Played, now: datetime) -> Json:
    state = played.state
    response, update = _first_response(state), _next_update(state)
    closing = next((due.at for due in played.rungs if due.closes), None)
    return {
        "stage": policy.stage(state.stage).name.original,
        "first_response": response
        and {
            "due": _iso(policy, due_if_resumed(policy, state, response, now)),
            "met_at": _iso(policy, response.met_at),
            "missed": response.verdict is Verdict.MISSED,
        },
        "next_update": update and {"due": _iso(policy, due_if_resumed(policy, state, update, now))},
        "reminders": [_iso(policy, due.at) for due in played.rungs if not due.closes],
        "closes_at": _iso(policy, state.closed_at if state.closed_automatically else closing),
        "reactivate_until": _iso(policy, reactivate_until(policy, state)),
    }


def _first_response(state: CaseState) -> Clock | None:
    """The latest first response, unless it is promised no longer."""
    clock = state.clock(ClockKind.FIRST_RESPONSE)
    withdrawn = clock is not None and clock.verdict is Verdict.STOPPED and state.closed_at is None
    return None if withdrawn else clock


def _next_update(state: CaseState) -> Clock | None:
    """The update that is awaited."""
    clock = state.clock(ClockKind.NEXT_UPDATE)
    return clock if clock is not None and clock.awaits else None


def _steps(policy: Policy, state: CaseState, now: datetime) -> Iterator[Json]:
    for clock in (_first_response(state), _next_update(state)):
        if clock is None:
            continue
        for step in explain_clock(policy, state, clock, now).steps:
            seconds = step.counted.total_seconds()
            yield {
                "clock": clock.kind.value,
                "kind": step.kind,
                "from": _iso(policy, step.start),
                "to": _iso(policy, step.end),
                "counted_seconds": int(seconds) if seconds.is_integer() else seconds,
                "label": step.label,
            }


def _iso(policy: Policy, at: datetime | None) -> str | None:
    return None if at is None else policy.calendar.local(at).isoformat()
