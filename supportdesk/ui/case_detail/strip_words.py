"""What the strips say: the state of a promise, when a case closes by itself, what covers it; sentences, no widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.words import Cover
from supportdesk.ui import labels, moments
from supportdesk.ui.widgets.marks import IconMark

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from supportdesk.services.views import CaseDetail, ClockView, EntitlementView


def clock_sentence(clock: ClockView, now: datetime, zone: tzinfo | None) -> str:
    """The state of a promise: `First response due in 1 h 12 m`. Late by support time where that is known."""
    name, shown = labels.clock_name(clock.kind), moments.deadline_text(clock.deadline, now, zone)
    words = {
        "on_track": QCoreApplication.translate("Clocks", "{clock} due in {time}"),
        "soon": QCoreApplication.translate("Clocks", "{clock} due in {time}"),
        "over": QCoreApplication.translate("Clocks", "{clock} {time}"),
        "paused": QCoreApplication.translate("Clocks", "{clock} paused"),
        "met": QCoreApplication.translate("Clocks", "{clock} given"),
        "none": QCoreApplication.translate("Clocks", "{clock} stopped"),
    }[shown.look]
    # Whole minutes: what passed since the clock was read a moment ago must not turn six hours into 5 h 59 m.
    passed = max(0.0, (now - clock.now).total_seconds()) // 60 * 60
    left = clock.left_seconds
    if shown.look in {"on_track", "soon"}:
        return words.format(clock=name, time=moments.duration(max(0.0, left - passed)))
    return words.format(clock=name, time=shown.text)


def moment_of(clock: ClockView, now: datetime, zone: tzinfo | None) -> str:
    """When it is due or was given, or how much is left while it is paused."""
    state, due = clock.deadline.state, clock.deadline.due_at
    if state == "met" and clock.met_at is not None:
        return moments.moment(clock.met_at, now, zone)
    if state == "paused":
        return QCoreApplication.translate("Clocks", "{time} left").format(
            time=moments.duration(max(0, clock.left_seconds))
        )
    return moments.due_moment(due, now, zone) if due is not None and state == "running" else ""


def at_the_end(first: ClockView, second: ClockView | None, now: datetime, zone: tzinfo | None) -> str:
    """The second clock, else what the first is judged by."""
    if second is not None and second.deadline.state in {"running", "paused"}:
        shown = moments.deadline_text(second.deadline, now, zone)
        return QCoreApplication.translate("Clocks", "{clock}: {time}").format(
            clock=labels.clock_name(second.kind), time=shown.text
        )
    hours = QCoreApplication.translate("Clocks", "{place} hours").format(place=first.calendar_name)
    code = first.severity.partition(" ")[0]
    if not code:
        return hours
    return QCoreApplication.translate("Clocks", "{severity}, {hours}").format(severity=code, hours=hours)


def no_clock(case: CaseDetail) -> str:
    """How a case stands without a clock."""
    if not case.open:
        return QCoreApplication.translate("Clocks", "Closed")
    return QCoreApplication.translate("Clocks", "No deadline is running")


def closing_notice(case: CaseDetail, now: datetime, zone: tzinfo | None) -> str:
    """When the case closes by itself, and what the client was told; or what waits on a closed case."""
    if not case.open and case.needs_owner:
        return QCoreApplication.translate("Clocks", "Closed, but the customer has written since")
    if not case.open and case.reactivate_until is not None and case.reactivate_until > now:
        return QCoreApplication.translate("Clocks", "Closed, can be reactivated until {moment}").format(
            moment=moments.due_moment(case.reactivate_until, now, zone)
        )
    if case.closes_at is None:
        return ""
    closes = moments.due_moment(case.closes_at, now, zone)
    if case.next_reminder_at is not None:
        return QCoreApplication.translate(
            "Clocks", "Closes {closing} if no reply – reminder goes {reminder}"
        ).format(closing=closes, reminder=moments.due_moment(case.next_reminder_at, now, zone))
    return QCoreApplication.translate("Clocks", "Closes {closing} if no reply").format(closing=closes)


def cover_sentence(cover: EntitlementView, now: datetime) -> str:
    """The cover in one sentence: `Season ticket: 7 of 10 incidents left`."""
    name = cover.plan_name or labels.cover_name(cover.cover)
    if cover.cover is Cover.SEASON_TICKET and cover.left is not None and cover.size is not None:
        return QCoreApplication.translate(
            "Clocks", "{name}: {left} of %n incident(s) left", None, cover.size
        ).format(name=name, left=cover.left)
    if cover.valid_until is not None:
        words = QCoreApplication.translate("Clocks", "{name}, until {day}")
        return words.format(name=name, day=moments.day_text(cover.valid_until, now.date()))
    return name


def cover_icon(cover: EntitlementView) -> IconMark:
    """The icon of a cover."""
    if not cover.supported:
        return IconMark("warning-circle", "over_text", 17)
    by_ticket = cover.cover in {Cover.SEASON_TICKET, Cover.INCIDENT}
    return IconMark("ticket", "accent_text", 17) if by_ticket else IconMark("shield-check", "ok_line", 17)


def free_of_charge(case: CaseDetail) -> str:
    """What is free of charge here, or is invoiced."""
    if case.entitlement.cover is Cover.INVOICE:
        return QCoreApplication.translate("Clocks", "An invoice line is drafted")
    if case.stage.look == "reactivated" and case.entitlement.cover is Cover.SEASON_TICKET:
        return QCoreApplication.translate("Clocks", "Reactivation is free")
    return ""


def share_left(cover: EntitlementView, now: datetime) -> float | None:
    """How much of a year's cover is left; None where it has no end."""
    if cover.valid_until is None or not cover.supported or cover.cover is Cover.SEASON_TICKET:
        return None
    return min(1.0, max(0.0, (cover.valid_until - now.date()).days / 365))
