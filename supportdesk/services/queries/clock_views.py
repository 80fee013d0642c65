"""Clocks as screens show them, each with its whole "Why then?"; the reckoning itself is the rules'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from supportdesk.domain.words import Verdict
from supportdesk.rules.calendars.calendar import Step
from supportdesk.rules.calendars.zone import ONE_DAY, load_zone, local_midnight
from supportdesk.rules.cases.clock_counting import Basis, Interval, counting_of, is_paused, pauses_of
from supportdesk.rules.cases.clock_explain import (
    AgreedWithClient,
    CountedIn,
    Explanation,
    Judged,
    Paused,
    Started,
    explain_clock,
)
from supportdesk.rules.cases.clock_explain import Reason as RuleReason
from supportdesk.rules.cases.clock_words import as_text
from supportdesk.rules.cases.state import CaseState, Clock
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.views import ClockView, Deadline, ExplainedStep, Reason

# More lanes than these tell nothing any more; a clock that has run for months keeps its steps as a list.
_MOST_LANE_DAYS = timedelta(days=62)
# Every public update leaves a clock behind: explaining all of a long case would take longer than opening it.
_MOST_OVER = 8


def clock_views(
    judged_by: Callable[[Clock], Policy], state: CaseState, now: datetime, language: str
) -> tuple[tuple[ClockView, ...], int]:
    """The clocks of a case that await somebody, most urgent first, then the latest that are over, latest first.

    With them, how many were over before those. `judged_by` gives the version of the policy that judged a clock, with
    the hours that counted then (TIME-6).
    """
    clocks = [clock for clock in state.clocks if _promises(judged_by(clock), state, clock, now)]
    awaiting = sorted(
        (clock for clock in clocks if clock.awaits),
        key=lambda clock: (clock.due_at is None, clock.due_at or clock.started_at),
    )
    over = sorted((clock for clock in clocks if not clock.awaits), key=_ended, reverse=True)
    shown = (*awaiting, *over[:_MOST_OVER])
    views = tuple(_view(judged_by(clock), state, clock, now, language) for clock in shown)
    return views, len(clocks) - len(shown)


def _promises(policy: Policy, state: CaseState, clock: Clock, now: datetime) -> bool:
    """Whether the clock still stands for something: a promise can be withdrawn while the clock is paused."""
    return counting_of(policy, clock, pauses_of(state, clock.kind, now)) is not None


def _ended(clock: Clock) -> datetime:
    return clock.ended_at or clock.started_at


def _view(policy: Policy, state: CaseState, clock: Clock, now: datetime, language: str) -> ClockView:
    explained = explain_clock(policy, state, clock, now)
    severity = policy.severity(clock.severity) if clock.severity else None
    judged = next((reason for reason in explained.reasons if isinstance(reason, Judged)), None)
    return ClockView(
        kind=clock.kind,
        deadline=_deadline(state, clock, explained),
        verdict=clock.verdict,
        met_at=clock.met_at,
        severity=f"{severity.code} {severity.name.in_language(language)}" if severity else "",
        calendar_name=place_of(explained.time_zone),
        time_zone=explained.time_zone,
        target_seconds=_seconds(explained.amount),
        counted_seconds=_seconds(explained.counted),
        left_seconds=-_seconds(explained.late) if explained.late else _seconds(explained.left),
        reasons=tuple(_reason(reason, language) for reason in explained.reasons),
        steps=tuple(_step(step) for step in explained.steps),
        open_intervals=tuple(_lanes(policy, explained)),
        policy_name=policy.name.in_language(language),
        policy_version=policy.version,
        rule_number=judged.place if judged else 0,
        text=as_text(explained),
        now=now,
    )


def place_of(time_zone: str) -> str:
    """What people call a calendar's zone: its city, as "New York" for America/New_York."""
    return time_zone.rsplit("/", 1)[-1].replace("_", " ")


def _deadline(state: CaseState, clock: Clock, explained: Explanation) -> Deadline:
    if clock.verdict is Verdict.RUNNING and is_paused(state, clock.kind):
        status = "paused"
    elif clock.awaits:
        status = "running"
    else:
        status = "met" if clock.verdict is Verdict.MET else "none"
    return Deadline(status, clock.kind, clock.started_at, clock.soon_at, explained.due)


def _seconds(length: timedelta) -> int:
    return int(length.total_seconds())


def _step(step: Step) -> ExplainedStep:
    return ExplainedStep(step.kind, step.start, step.end, _seconds(step.counted), step.label or "")


def _lanes(policy: Policy, explained: Explanation) -> Iterator[Interval]:
    """The open hours of every local day from the start to the due instant, or to now if that is later."""
    zone = load_zone(explained.time_zone)
    last = max(explained.due, explained.now)
    begin = local_midnight(policy.calendar.local(explained.started_at).date(), zone)
    end = min(
        local_midnight(policy.calendar.local(last).date() + ONE_DAY, zone),
        begin + _MOST_LANE_DAYS,
    )
    return policy.calendar.open_intervals(begin, end)


def _reason(reason: RuleReason, language: str) -> Reason:
    kind, params = _reason_params(reason, language)
    return Reason(kind, params)


def _reason_params(reason: RuleReason, language: str) -> tuple[str, dict[str, Any]]:
    match reason:
        case Started():
            return "started", {"at": reason.at, "by": reason.by.value, "day": reason.day, "of": reason.of}
        case Judged():
            return "severity", {
                "code": reason.code,
                "name": reason.name.in_language(language),
                "place": reason.place,
                "claimed": reason.claimed,
                "verified": reason.verified,
                "amount": float(reason.span.amount),
                "unit": reason.span.unit.value,
            }
        case CountedIn():
            return _counted_in(reason)
        case AgreedWithClient():
            return "agreed", {"at": reason.at, "until": reason.until}
        case Paused():
            name = reason.stage_name.in_language(language) if reason.stage_name else reason.stage
            return "paused", {
                "start": reason.start,
                "end": reason.end,
                "stage": reason.stage,
                "stage_name": name,
                "lost_seconds": _seconds(reason.lost),
            }


def _counted_in(reason: CountedIn) -> tuple[str, dict[str, Any]]:
    by_the_clock = reason.basis in {Basis.ELAPSED, Basis.DOUBLED, Basis.NEXT_OPENING}
    return "after_hours" if by_the_clock else "calendar", {
        "basis": reason.basis.value,
        "time_zone": reason.time_zone,
        "place": place_of(reason.time_zone),
        "business_day_seconds": _seconds(reason.business_day),
        "amount_seconds": _seconds(reason.amount),
        "times": None if reason.times is None else float(reason.times),
        "opening": reason.opening,
        "after_hours": reason.after_hours,
        "after_hours_offered": reason.after_hours_offered,
    }
