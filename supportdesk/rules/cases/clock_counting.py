"""How the time of one clock is counted – since when, in which hours, how much; not when a clock starts or ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from supportdesk.domain.words import ClockKind
from supportdesk.rules.calendars.calendar import ALWAYS, BusinessCalendar
from supportdesk.rules.cases.state import CaseState, Clock
from supportdesk.rules.policies.policy import Policy, Span, Unit

Interval = tuple[datetime, datetime]

# The screen begins to warn when this much, or half of the target if that is less, is left.
_WARN_BEFORE = timedelta(hours=2)
_ZERO = timedelta(0)


class Basis(StrEnum):
    """Which rule a clock is counted by."""

    OPEN_TIME = "open_time"
    ELAPSED = "elapsed"  # round the clock: hours, calendar days, SPK-5 logged inside the hours
    DOUBLED = "doubled"  # SPK-5, logged outside: `times` the target from the logging
    NEXT_OPENING = "next_opening"  # SPK-5, logged outside: the target from the next opening, if earlier
    AGREED = "agreed"  # an instant agreed with the client (SPK-4)


@dataclass(frozen=True, slots=True)
class Counting:
    """`amount` of the calendar's time from `since` (UTC); for an agreed time at least until `until`."""

    basis: Basis
    calendar: BusinessCalendar
    since: datetime
    amount: timedelta
    until: datetime | None = None

    def due(self, pauses: Iterable[Interval]) -> datetime:
        """When the amount has run out, in UTC. A clock whose last instant begins a pause is due at its end."""
        return self._reached(self.amount, self.until, tuple(pauses))

    def soon(self, pauses: Iterable[Interval]) -> datetime:
        """When the smaller of two hours of the clock's own time and half of its target is left, in UTC."""
        left = min(_WARN_BEFORE, self.amount / 2)
        return self._reached(self.amount - left, None, tuple(pauses))

    def counted(self, end: datetime, pauses: Iterable[Interval]) -> timedelta:
        """How much of the clock's own time had run by an instant."""
        return self.calendar.between(self.since, end, tuple(pauses))

    def _reached(self, amount: timedelta, until: datetime | None, pauses: tuple[Interval, ...]) -> datetime:
        # An agreed time stands to the minute, also in closed hours, unless a pause took open time from it.
        if until is not None and self.calendar.between(self.since, until, pauses) == amount:
            reached = until
        else:
            reached = self.calendar.add(self.since, amount, pauses)
        for start, end in sorted(pauses):
            if start <= reached < end:
                reached = end
        return reached


def span_counting(calendar: BusinessCalendar, span: Span, since: datetime) -> Counting:
    """How a policy's span is counted from an instant (TIME-2, TIME-3).

    Calendar days run to the same wall-clock time in the calendar's zone, however long a day is in between.
    """
    if span.unit is Unit.BUSINESS_HOURS:
        return Counting(Basis.OPEN_TIME, calendar, since, _times(span.amount, timedelta(hours=1)))
    if span.unit is Unit.BUSINESS_DAYS:
        return Counting(Basis.OPEN_TIME, calendar, since, _times(span.amount, calendar.business_day))
    if span.unit is Unit.HOURS:
        return Counting(Basis.ELAPSED, ALWAYS, since, _times(span.amount, timedelta(hours=1)))
    same_time = (calendar.local(since) + _times(span.amount, timedelta(days=1))).astimezone(UTC)
    return Counting(Basis.ELAPSED, ALWAYS, since, max(same_time - since, _ZERO))


def span_end(calendar: BusinessCalendar, span: Span, since: datetime) -> datetime:
    """The instant (UTC) at which a span that began at `since` is over."""
    return span_counting(calendar, span, since).due(())


def counting_of(policy: Policy, clock: Clock, pauses: Iterable[Interval]) -> Counting | None:
    """How this clock is counted under the policy; None if the policy promises nothing for it (any more).

    The pauses take part: after hours they decide which of two ways of counting ends earlier (SPK-5).
    """
    if clock.agreed_until is not None and clock.agreed_at is not None:
        amount = policy.calendar.between(clock.agreed_at, clock.agreed_until)
        return Counting(Basis.AGREED, policy.calendar, clock.agreed_at, amount, clock.agreed_until)
    severity = policy.severity(clock.severity) if clock.severity else None
    if severity is None:
        return None
    if clock.kind is ClockKind.NEXT_UPDATE:
        every = severity.update_every
        return span_counting(policy.calendar, every, clock.started_at) if every else None
    target = severity.first_response
    if target is None:
        return None
    if target.after_hours and clock.after_hours:
        times = target.after_hours.times
        return _after_hours(policy.calendar, target.span, times, clock.started_at, tuple(pauses))
    return span_counting(policy.calendar, target.span, clock.started_at)


def pauses_of(state: CaseState, kind: ClockKind, until: datetime) -> tuple[Interval, ...]:
    """The pauses of this kind of clock up to an instant, as if a pause that lasts ended then."""
    return tuple(
        (pause.start, until if pause.end is None else min(pause.end, until))
        for pause in state.pauses
        if kind in pause.clocks and pause.start < until
    )


def is_paused(state: CaseState, kind: ClockKind) -> bool:
    """Whether clocks of this kind stand still now (TIME-5)."""
    return any(pause.end is None and kind in pause.clocks for pause in state.pauses)


def due_if_resumed(policy: Policy, state: CaseState, clock: Clock, at: datetime) -> datetime | None:
    """When the clock is due, or would be if its pause ended at this instant; None if nothing is promised."""
    if clock.due_at is not None:
        return clock.due_at
    pauses = pauses_of(state, clock.kind, at)
    counting = counting_of(policy, clock, pauses)
    return counting.due(pauses) if counting else None


def _after_hours(
    calendar: BusinessCalendar, span: Span, times: Decimal, logged: datetime, pauses: tuple[Interval, ...]
) -> Counting:
    """SPK-5: elapsed time; logged outside the hours, the earlier of the two ways to be patient."""
    amount = span_counting(calendar, span, logged).amount
    if calendar.is_open(logged):
        return Counting(Basis.ELAPSED, ALWAYS, logged, amount)
    doubled = Counting(Basis.DOUBLED, ALWAYS, logged, _times(times, amount))
    opening = calendar.next_opening(logged)
    from_opening = Counting(
        Basis.NEXT_OPENING, ALWAYS, opening, span_counting(calendar, span, opening).amount
    )
    return min(doubled, from_opening, key=lambda counting: counting.due(pauses))


def _times(amount: Decimal, length: timedelta) -> timedelta:
    """An exact product, to the microsecond."""
    return timedelta(microseconds=round(amount * (length // timedelta(microseconds=1))))
