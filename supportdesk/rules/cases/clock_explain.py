"""Why a clock is due when it is (TIME-5): the reasons and steps as data, with every number; clock_words says them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from supportdesk.domain.localised import LocalisedText
from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.rules.calendars.calendar import Step
from supportdesk.rules.cases.clock_counting import (
    Basis,
    Counting,
    Interval,
    counting_of,
    is_paused,
    pauses_of,
)
from supportdesk.rules.cases.state import CaseState, Clock
from supportdesk.rules.policies.policy import Policy, Severity, Span, Unit


class StartedBy(StrEnum):
    """What set a clock going."""

    LOGGED = "logged"
    REACTIVATED = "reactivated"
    FIRST_RESPONSE = "first_response"
    UPDATE = "update"
    AGREEMENT = "agreement"
    BACK_TO_WORK = (
        "back_to_work"  # the case left a stage of the kind done, or a new severity brought the promise
    )


@dataclass(frozen=True, slots=True)
class Started:
    """The clock started. After a reactivation: on which day after the closing, of how many (None: no limit)."""

    at: datetime
    by: StartedBy
    day: int | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """The severity that set the target, with what the client claimed and what support verified.

    `claimed` and `verified` are the case's own, as they are now. `place` is the severity's place in the policy, from
    1; `span` is what it promises.
    """

    code: str
    name: LocalisedText
    place: int
    claimed: str | None
    verified: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class CountedIn:
    """The hours in which the target is counted, and what it comes to.

    `amount` is what the clock gives in all, after a doubling; `times` the factor of that doubling. `opening` is the
    next opening from which a clock started at night counts, where that ends earlier (SPK-5). `after_hours_offered`:
    the severity has such a rule; `after_hours`: the plan has the service.
    """

    basis: Basis
    time_zone: str
    business_day: timedelta
    amount: timedelta
    times: Decimal | None = None
    opening: datetime | None = None
    after_hours: bool = False
    after_hours_offered: bool = False


@dataclass(frozen=True, slots=True)
class AgreedWithClient:
    """A time agreed with the client stands for the update rhythm once (SPK-4)."""

    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Paused:
    """A stage stopped the clock from `start` to `end` (None: it still does); `lost` is the clock's time in between."""

    start: datetime
    end: datetime | None
    stage: str
    stage_name: LocalisedText | None
    lost: timedelta


Reason = Started | Judged | CountedIn | AgreedWithClient | Paused


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that makes a deadline understandable. Instants in UTC, lengths in the clock's own time.

    `due` of a paused clock is what it would be if the clock went on at `now`. `steps` lead from the start to `due`
    without gap, cut at `now`; what they count adds up to `amount` to the second. `counted` had run by `now`, or by
    the clock's end; `left` and `late` are what was missing or too much then.
    """

    kind: ClockKind
    ordinal: int
    verdict: Verdict
    paused: bool
    now: datetime
    started_at: datetime
    due: datetime
    met_at: datetime | None
    ended_at: datetime | None
    amount: timedelta
    counted: timedelta
    left: timedelta
    late: timedelta
    reasons: tuple[Reason, ...]
    steps: tuple[Step, ...]
    time_zone: str
    policy_name: LocalisedText
    policy_version: int


def explain_clock(policy: Policy, state: CaseState, clock: Clock, now: datetime) -> Explanation:
    """Explain one of the state's clocks as it stands at `now` (UTC).

    `policy` is the version that judged the clock (TIME-6), or ValueError: by another the steps would not add up.
    A clock that has ended is explained as of its end.
    """
    if (policy.code, policy.version) != (clock.policy, clock.policy_version):
        raise ValueError(
            f"clock {clock.ordinal} was judged by {clock.policy} {clock.policy_version},"
            f" not by {policy.code} {policy.version}"
        )
    seen = max(clock.ended_at or now, clock.started_at)
    paused = clock.verdict is Verdict.RUNNING and is_paused(state, clock.kind)
    pauses = pauses_of(state, clock.kind, seen)
    counting = counting_of(policy, clock, pauses)
    if counting is None:
        raise ValueError(f"clock {clock.ordinal} has no promise in {policy.code} {policy.version}")
    due = clock.due_at or counting.due(pauses)
    counted = min(counting.counted(min(seen, due), pauses), counting.amount)
    return Explanation(
        kind=clock.kind,
        ordinal=clock.ordinal,
        verdict=clock.verdict,
        paused=paused,
        now=seen,
        started_at=clock.started_at,
        due=due,
        met_at=clock.met_at,
        ended_at=clock.ended_at,
        amount=counting.amount,
        counted=counted,
        left=counting.amount - counted,
        late=counting.calendar.between(due, seen, pauses),
        reasons=tuple(_reasons(policy, state, clock, counting, (seen, due))),
        steps=_steps(policy, clock, counting, due, seen, pauses),
        time_zone=policy.calendar.time_zone,
        policy_name=policy.name,
        policy_version=policy.version,
    )


def _reasons(
    policy: Policy, state: CaseState, clock: Clock, counting: Counting, seen_and_due: Interval
) -> Iterator[Reason]:
    yield _started(policy, state, clock)
    severity = policy.severity(clock.severity) if clock.severity else None
    span = _promised(severity, clock)
    if severity is not None and span is not None:
        yield Judged(
            code=severity.code,
            name=severity.name,
            place=policy.severities.index(severity) + 1,
            claimed=state.severity_claimed,
            verified=state.severity_verified,
            span=span,
        )
    yield _counted_in(policy, clock, severity, counting)
    if clock.agreed_at is not None and clock.agreed_until is not None:
        yield AgreedWithClient(clock.agreed_at, clock.agreed_until)
    yield from _paused(policy, state, clock, counting, seen_and_due)


def _started(policy: Policy, state: CaseState, clock: Clock) -> Started:
    at = clock.started_at
    if clock.kind is ClockKind.NEXT_UPDATE:
        return Started(at, _update_started_by(state, clock))
    if at == state.logged_at:
        return Started(at, StartedBy.LOGGED)
    within = policy.closing.reopen_within
    closed = state.last_closed_at
    # A later closing is another story: this clock began before it.
    if within is None or within.unit is not Unit.DAYS or closed is None or closed > at:
        return Started(at, StartedBy.REACTIVATED)
    days = (policy.calendar.local(at).date() - policy.calendar.local(closed).date()).days
    return Started(at, StartedBy.REACTIVATED, days, int(within.amount))


def _update_started_by(state: CaseState, clock: Clock) -> StartedBy:
    if clock.agreed_at == clock.started_at:
        return StartedBy.AGREEMENT
    met = [each.kind for each in state.clocks if each.met_at == clock.started_at]
    if ClockKind.FIRST_RESPONSE in met:
        return StartedBy.FIRST_RESPONSE
    return StartedBy.UPDATE if met else StartedBy.BACK_TO_WORK


def _promised(severity: Severity | None, clock: Clock) -> Span | None:
    if severity is None:
        return None
    if clock.kind is ClockKind.FIRST_RESPONSE:
        return severity.first_response.span if severity.first_response else None
    return severity.update_every


def _counted_in(policy: Policy, clock: Clock, severity: Severity | None, counting: Counting) -> CountedIn:
    target = severity.first_response if severity and clock.kind is ClockKind.FIRST_RESPONSE else None
    rule = target.after_hours if target else None
    return CountedIn(
        basis=counting.basis,
        time_zone=policy.calendar.time_zone,
        business_day=policy.calendar.business_day,
        amount=counting.amount,
        times=rule.times if rule and counting.basis is Basis.DOUBLED else None,
        opening=counting.since if counting.basis is Basis.NEXT_OPENING else None,
        after_hours=clock.after_hours,
        after_hours_offered=rule is not None,
    )


def _paused(
    policy: Policy, state: CaseState, clock: Clock, counting: Counting, seen_and_due: Interval
) -> Iterator[Paused]:
    seen, due = seen_and_due
    names = {stage.id: stage.name for stage in policy.stages}
    for pause in state.pauses:
        # A pause after the clock's time was over, or after its end, explains nothing of it.
        stands_still = pause.end is None and clock.awaits and clock.due_at is None
        took_part = pause.start < min(due, seen) and (pause.end is None or pause.end > counting.since)
        if clock.kind in pause.clocks and (took_part or stands_still):
            end = pause.end if pause.end and pause.end <= seen else None
            lost = counting.calendar.between(max(pause.start, counting.since), end or seen)
            yield Paused(pause.start, end, pause.stage, names.get(pause.stage), lost)


def _steps(
    policy: Policy,
    clock: Clock,
    counting: Counting,
    due: datetime,
    seen: datetime,
    pauses: tuple[Interval, ...],
) -> tuple[Step, ...]:
    steps: list[Step] = []
    if counting.basis is Basis.NEXT_OPENING:
        # Before the opening the clock waits; those hours are closed ones of the desk, though the clock is elapsed.
        steps.extend(policy.calendar.explain(clock.started_at, counting.since, pauses))
    cut = min(max(seen, counting.since), due)
    steps.extend(counting.calendar.explain(counting.since, cut, pauses))
    steps.extend(counting.calendar.explain(cut, due, pauses))
    return tuple(steps)
