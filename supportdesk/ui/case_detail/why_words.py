"""Why a clock reads so, in the words of the screen: title, one paragraph a reason, the sum; the reckoning is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.words import ClockKind
from supportdesk.services.views import CaseDetail, ClockView
from supportdesk.ui import moments

_HALVES = {0.5: "½", 0.25: "¼", 0.75: "¾"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One reason: icon, head, its contribution at the end, and a sentence."""

    icon: str
    head: str
    value: str
    text: str


def length_of(seconds: float) -> str:
    """A span as a sum shows it: `38 m`, `1 h 12 m`, `6 h`."""
    if seconds >= 3600 and int(seconds) % 3600 < 60:
        return QCoreApplication.translate("Why", "{hours} h").format(hours=int(seconds) // 3600)
    return moments.duration(seconds)


def title_of(clock: ClockView, now: datetime, zone: tzinfo | None) -> str:
    """The question that the popover answers."""
    due = clock.deadline.due_at
    first = clock.kind is ClockKind.FIRST_RESPONSE
    if due is None:
        return (
            QCoreApplication.translate("Why", "Why has the first response no deadline?")
            if first
            else QCoreApplication.translate("Why", "Why has the next update no deadline?")
        )
    awaits = clock.deadline.state in {"running", "paused"} and due >= now
    words = {
        (True, True): QCoreApplication.translate("Why", "Why is the first response due {moment}?"),
        (True, False): QCoreApplication.translate("Why", "Why was the first response due {moment}?"),
        (False, True): QCoreApplication.translate("Why", "Why is the next update due {moment}?"),
        (False, False): QCoreApplication.translate("Why", "Why was the next update due {moment}?"),
    }[first, awaits]
    return words.format(moment=moments.due_moment(due, now, zone))


def subtitle_of(clock: ClockView) -> str:
    """What is counted, in one line."""
    amount = length_of(clock.target_seconds)
    if any(reason.kind == "paused" for reason in clock.reasons):
        return QCoreApplication.translate("Why", "{amount} of support time, pauses not counted").format(
            amount=amount
        )
    return QCoreApplication.translate("Why", "{amount} of support time").format(amount=amount)


def paragraphs_of(clock: ClockView, case: CaseDetail, zone: tzinfo | None) -> tuple[Paragraph, ...]:
    """The reasons, in the order in which they came to count."""
    return tuple(
        _PARAGRAPHS[reason.kind](reason.params, clock, case, zone)
        for reason in clock.reasons
        if reason.kind in _PARAGRAPHS
    )


def sum_of(clock: ClockView, now: datetime, zone: tzinfo | None) -> tuple[str, str]:
    """What was counted and what is left, and what follows from it."""
    counted, left = length_of(clock.counted_seconds), clock.left_seconds
    due = clock.deadline.due_at
    moment = moments.due_moment(due, now, zone) if due is not None else ""
    if clock.deadline.state == "met" and clock.met_at is not None:
        met = moments.moment(clock.met_at, now, zone)
        return (
            QCoreApplication.translate("Why", "{counted} counted").format(counted=counted),
            QCoreApplication.translate("Why", "Given {moment}").format(moment=met),
        )
    if left < 0:
        words = QCoreApplication.translate("Why", "{counted} counted, {late}")
        return words.format(counted=counted, late=moments.late(-left)), QCoreApplication.translate(
            "Why", "Was due {moment}"
        ).format(moment=moment)
    words = QCoreApplication.translate("Why", "{counted} counted, {left} left")
    told = words.format(counted=counted, left=length_of(left))
    if clock.deadline.state == "paused":
        return told, QCoreApplication.translate("Why", "Paused")
    return told, QCoreApplication.translate("Why", "Due {moment}").format(moment=moment)


def rule_of(clock: ClockView) -> str:
    """Which rule of which terms, in which version."""
    if clock.rule_number:
        return QCoreApplication.translate("Why", "Rule {number} of “{policy}”, version {version}").format(
            number=clock.rule_number, policy=clock.policy_name, version=clock.policy_version
        )
    return QCoreApplication.translate("Why", "“{policy}”, version {version}").format(
        policy=clock.policy_name, version=clock.policy_version
    )


def _started(
    params: Mapping[str, Any], clock: ClockView, _case: CaseDetail, zone: tzinfo | None
) -> Paragraph:
    by, day, of = params.get("by", "logged"), params.get("day"), params.get("of")
    text = {
        "logged": QCoreApplication.translate("Why", "The case was logged."),
        "reactivated": QCoreApplication.translate(
            "Why", "The case was reactivated and gets a new first response."
        ),
        "first_response": QCoreApplication.translate("Why", "The first response was given."),
        "update": QCoreApplication.translate("Why", "The customer was last told how the case stands."),
        "agreement": QCoreApplication.translate("Why", "The time of the next update was agreed."),
        "back_to_work": QCoreApplication.translate("Why", "Work on the case went on."),
    }.get(str(by), "")
    if by == "reactivated" and day and of:
        text = QCoreApplication.translate(
            "Why",
            "The case was reactivated on day {day} of {of}. A reactivated case gets a new first response.",
        ).format(day=day, of=of)
    icon = "arrow-counter-clockwise" if by == "reactivated" else "play"
    value = moments.moment(params["at"], clock.now, zone)
    return Paragraph(icon, QCoreApplication.translate("Why", "The clock started"), value, text)


def _severity(
    params: Mapping[str, Any], _clock: ClockView, case: CaseDetail, _zone: tzinfo | None
) -> Paragraph:
    claimed, verified, code = params.get("claimed"), params.get("verified"), str(params.get("code", ""))
    if verified is None:
        text = QCoreApplication.translate("Why", "The customer’s own severity; nobody has verified it yet.")
    elif claimed in {None, verified}:
        text = QCoreApplication.translate("Why", "Verified by support.")
    else:
        text = QCoreApplication.translate(
            "Why", "The customer said {claimed}, support verified {verified}."
        ).format(claimed=claimed, verified=verified)
        if case.severity_reason and case.severity_verified and case.severity_verified.code == verified:
            text = f"{text} {case.severity_reason}"
    head = QCoreApplication.translate("Why", "Severity {code}").format(code=code)
    return Paragraph("shield-check", head, _span(float(params["amount"]), str(params["unit"])), text)


def _calendar(
    params: Mapping[str, Any], clock: ClockView, _case: CaseDetail, zone: tzinfo | None
) -> Paragraph:
    amount = length_of(int(params["amount_seconds"]))
    basis, place = str(params["basis"]), str(params["place"])
    head = QCoreApplication.translate("Why", "Calendar: {place}").format(place=place)
    if basis == "open_time":
        day = length_of(int(params["business_day_seconds"]))
        text = QCoreApplication.translate("Why", "Only open hours count, {length} on a working day.").format(
            length=day
        )
        if params.get("after_hours_offered") and not params.get("after_hours"):
            without = QCoreApplication.translate("Why", "After-hours support isn’t part of the plan.")
            text = f"{text} {without}"
    elif basis == "agreed":
        text = QCoreApplication.translate("Why", "The open hours up to the agreed moment.")
    elif basis == "doubled":
        text = QCoreApplication.translate(
            "Why", "Logged outside the open hours: counted round the clock, {times} times as long."
        ).format(times=f"{params.get('times') or 1:g}")
    elif basis == "next_opening" and params.get("opening") is not None:
        opening = moments.moment(params["opening"], clock.now, zone)
        text = QCoreApplication.translate(
            "Why", "Logged outside the open hours: counted from the next opening, {moment}."
        ).format(moment=opening)
    else:
        text = QCoreApplication.translate("Why", "Counted round the clock.")
    return Paragraph("calendar-blank", head, amount, text)


def _agreed(params: Mapping[str, Any], clock: ClockView, _case: CaseDetail, zone: tzinfo | None) -> Paragraph:
    head = QCoreApplication.translate("Why", "Agreed with the customer")
    text = QCoreApplication.translate("Why", "Agreed {moment}.").format(
        moment=moments.moment(params["at"], clock.now, zone)
    )
    return Paragraph("handshake", head, moments.moment(params["until"], clock.now, zone), text)


def _paused(params: Mapping[str, Any], clock: ClockView, _case: CaseDetail, zone: tzinfo | None) -> Paragraph:
    start, end = params["start"], params.get("end")
    since = moments.due_moment(start, clock.now, zone)
    stage = str(params.get("stage_name", ""))
    if end is None:
        text = QCoreApplication.translate("Why", "{stage}, since {start}.").format(stage=stage, start=since)
    else:
        same_day = start.astimezone(zone).date() == end.astimezone(zone).date()
        until = moments.clock_time(end, zone) if same_day else moments.due_moment(end, clock.now, zone)
        text = QCoreApplication.translate("Why", "{stage}, {start}–{end}.").format(
            stage=stage, start=since, end=until
        )
    head = QCoreApplication.translate("Why", "Paused")
    return Paragraph("pause-circle", head, length_of(int(params["lost_seconds"])), text)


def _span(amount: float, unit: str) -> str:
    if amount == int(amount):
        count = int(amount)
        return {
            "business_hours": QCoreApplication.translate("Why", "%n business hour(s)", None, count),
            "business_days": QCoreApplication.translate("Why", "%n business day(s)", None, count),
            "hours": QCoreApplication.translate("Why", "%n hour(s)", None, count),
            "days": QCoreApplication.translate("Why", "%n day(s)", None, count),
        }.get(unit, str(count))
    # A part of something is told in a form of its own; languages don't count it.
    words = {
        "business_hours": QCoreApplication.translate("Why", "{amount} business hour"),
        "business_days": QCoreApplication.translate("Why", "{amount} business day"),
        "hours": QCoreApplication.translate("Why", "{amount} hour"),
        "days": QCoreApplication.translate("Why", "{amount} day"),
    }.get(unit, "{amount}")
    return words.format(amount=_HALVES.get(amount, f"{amount:g}"))


_Make = Callable[[Mapping[str, Any], ClockView, CaseDetail, "tzinfo | None"], Paragraph]
_PARAGRAPHS: Mapping[str, _Make] = {
    "started": _started,
    "severity": _severity,
    "calendar": _calendar,
    "after_hours": _calendar,
    "agreed": _agreed,
    "paused": _paused,
}
