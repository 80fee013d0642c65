"""An explained deadline as plain English text, for copying into a reply; screens make their own words of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.rules.calendars.calendar import Step
from supportdesk.rules.calendars.zone import load_zone
from supportdesk.rules.cases.clock_counting import Basis
from supportdesk.rules.cases.clock_explain import (
    AgreedWithClient,
    CountedIn,
    Explanation,
    Judged,
    Paused,
    Reason,
    Started,
    StartedBy,
)
from supportdesk.rules.policies.policy import Span, Unit

# Written out, as the names that strftime gives depend on the machine's language.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_CLOCKS = {ClockKind.FIRST_RESPONSE: "First response", ClockKind.NEXT_UPDATE: "Next update"}
_STARTED = {
    StartedBy.LOGGED: "the case was logged",
    StartedBy.REACTIVATED: "the case was reactivated",
    StartedBy.FIRST_RESPONSE: "the first response was given",
    StartedBy.UPDATE: "the last update was given",
    StartedBy.AGREEMENT: "the next update was agreed with the client",
    StartedBy.BACK_TO_WORK: "work on the case went on",
}
_UNITS = {
    Unit.BUSINESS_HOURS: "business hour",
    Unit.BUSINESS_DAYS: "business day",
    Unit.HOURS: "hour",
    Unit.DAYS: "day",
}
_STEPS = {
    "counted": "counted",
    "closed_night": "closed",
    "weekend": "closed, no working day",
    "holiday": "holiday",
    "paused": "paused",
}


def as_text(explanation: Explanation) -> str:
    """The explanation in lines of plain English; times are those of the policy's calendar."""
    zone = load_zone(explanation.time_zone)
    return "\n".join(_lines(explanation, zone))


def _lines(explanation: Explanation, zone: ZoneInfo) -> Iterator[str]:
    due = _moment(explanation.due, zone)
    paused = ", if the clock went on now" if explanation.paused else ""
    yield f"{_CLOCKS[explanation.kind]}: due {due} ({explanation.time_zone}){paused}."
    for reason in explanation.reasons:
        yield f"- {_reason(reason, zone)}"
    for step in explanation.steps:
        # What came after its end is no part of an ended clock's story.
        if explanation.ended_at is None or step.end <= explanation.now:
            yield f"  {_step(step, explanation.now, zone)}"
    yield _sum(explanation, zone)
    place = next(
        (f", rule {reason.place}" for reason in explanation.reasons if isinstance(reason, Judged)), ""
    )
    yield f"“{explanation.policy_name.in_language('en')}”, version {explanation.policy_version}{place}."


def _reason(reason: Reason, zone: ZoneInfo) -> str:
    match reason:
        case Started():
            day = f" on day {reason.day} of {reason.of}" if reason.of is not None else ""
            return f"Started {_moment(reason.at, zone)}, when {_STARTED[reason.by]}{day}."
        case Judged():
            return _judged(reason)
        case CountedIn():
            return _counted_in(reason, zone)
        case AgreedWithClient():
            return f"Agreed on {_moment(reason.at, zone)}: the client hears by {_moment(reason.until, zone)}."
        case Paused():
            stage = reason.stage_name.in_language("en") if reason.stage_name else reason.stage
            span = (
                _span_of_time(reason.start, reason.end, zone)
                if reason.end
                else f"since {_moment(reason.start, zone)}"
            )
            return f"Paused {span} ({stage}): {_length(reason.lost)} not counted."


def _judged(reason: Judged) -> str:
    promise = f"Severity {reason.code} {reason.name.in_language('en')}: {_span(reason.span)}."
    if reason.verified is None:
        return f"{promise} Claimed by the client, not verified yet."
    if reason.claimed in {None, reason.verified}:
        return f"{promise} Verified by support."
    return f"{promise} The client claimed {reason.claimed}, support verified {reason.verified}."


def _counted_in(reason: CountedIn, zone: ZoneInfo) -> str:
    amount = _length(reason.amount)
    match reason.basis:
        case Basis.OPEN_TIME:
            without = reason.after_hours_offered and not reason.after_hours
            plan = " The plan has no after-hours service." if without else ""
            day = _length(reason.business_day)
            return f"Counted in the open hours of {reason.time_zone}, {day} a day: {amount} in all.{plan}"
        case Basis.ELAPSED:
            return f"Counted round the clock: {amount} in all."
        case Basis.DOUBLED:
            times = _figure(reason.times or Decimal(1))
            return f"Counted round the clock and outside the hours {times} times as long: {amount} in all."
        case Basis.NEXT_OPENING:
            opening = _moment(reason.opening, zone) if reason.opening else ""
            return f"Counted round the clock from the next opening, {opening}: {amount} in all."
        case Basis.AGREED:
            return f"The open time up to the agreed moment comes to {amount}."


def _step(step: Step, now: datetime, zone: ZoneInfo) -> str:
    told = "to come" if step.kind == "counted" and step.end > now else _STEPS[step.kind]
    length = f" {_length(step.counted)}" if step.counted else ""
    named = f" ({step.label})" if step.label else ""
    return f"{_span_of_time(step.start, step.end, zone)}: {told}{length}{named}"


def _sum(explanation: Explanation, zone: ZoneInfo) -> str:
    if explanation.met_at is not None:
        met = f"Answered {_moment(explanation.met_at, zone)}"
        return (
            f"{met}, {_length(explanation.late)} late."
            if explanation.verdict is Verdict.MISSED
            else f"{met}, in time."
        )
    counted = f"{_length(explanation.counted)} counted"
    if explanation.verdict is Verdict.STOPPED and explanation.ended_at is not None:
        return f"{counted}, then stopped {_moment(explanation.ended_at, zone)}."
    if explanation.now > explanation.due:
        # Late on a closed day, but not by any open time yet.
        late = f"{_length(explanation.late)} late" if explanation.late else "the time is over"
        return f"{counted}, {late}."
    return f"{counted}, {_length(explanation.left)} left."


def _moment(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    day = f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]} {local.year}"
    return f"{day} {_time_of_day(local)}"


def _span_of_time(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """From and to, with the day named once where it is the same."""
    same_day = start.astimezone(zone).date() == end.astimezone(zone).date()
    return (
        f"{_moment(start, zone)} – {_time_of_day(end.astimezone(zone)) if same_day else _moment(end, zone)}"
    )


def _time_of_day(local: datetime) -> str:
    seconds = f":{local.second:02}" if local.second else ""
    return f"{local.hour:02}:{local.minute:02}{seconds}"


def _length(length: timedelta) -> str:
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{value} {unit}" for value, unit in ((hours, "h"), (minutes, "m"), (seconds, "s")) if value]
    return " ".join(parts) or "0 m"


def _span(span: Span) -> str:
    unit = _UNITS[span.unit]
    if span.amount == Decimal("0.5"):
        return f"half a {unit}"
    return f"{_figure(span.amount)} {unit}{'' if span.amount == 1 else 's'}"


def _figure(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
