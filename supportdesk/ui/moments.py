"""Instants and durations as people read them: `1 h 12 m`, `42 m late`, `Wed 10:00`; it counts no support hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

from supportdesk.services.views import Deadline

_MINUTE = 60
_HOUR = 3600
_DAY = 86400
_WEEK_DAYS = 7
_OWN = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"
_ISOLATE = "\N{LEFT-TO-RIGHT ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, slots=True)
class DeadlineText:
    """What a pill says. `look`: on_track, soon, over, paused, met or none; `share` is the part of the time left."""

    look: str
    text: str
    share: float = 0.0


def ltr(text: str) -> str:
    """The text in a left-to-right isolate: numbers, codes, phone numbers, versions and file names in any language."""
    return _ISOLATE.format(text)


def own(text: str) -> str:
    """The text in an isolate of its own direction: a name in a sentence of another script leaves that as it is."""
    return _OWN.format(text)


def listed(parts: Iterable[str]) -> str:
    """The parts in one line, with what separates them in the language of the window; empty ones are left out."""
    return QCoreApplication.translate("Moments", ", ").join(filter(None, parts))


def duration(seconds: float) -> str:
    """A span in hours and minutes: `38 m`, `1 h 12 m`, `25 h 05 m`; parts of a minute are dropped, below 0 is 0."""
    minutes = max(0, int(seconds)) // _MINUTE
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return QCoreApplication.translate("Moments", "{minutes} m").format(minutes=rest)
    return QCoreApplication.translate("Moments", "{hours} h {minutes} m").format(
        hours=hours, minutes=f"{rest:02}"
    )


def late(seconds: float) -> str:
    """How long ago a deadline passed: `42 m late`, `3 h 05 m late`, `18 h late`, from a day on `3 d late`."""
    if seconds < 10 * _HOUR:
        return QCoreApplication.translate("Moments", "{duration} late").format(duration=duration(seconds))
    if seconds < _DAY:
        return QCoreApplication.translate("Moments", "{hours} h late").format(hours=int(seconds) // _HOUR)
    return QCoreApplication.translate("Moments", "{days} d late").format(days=int(seconds) // _DAY)


def clock_time(at: datetime, zone: tzinfo | None = None) -> str:
    """The time of day, `15:30`; `zone` None is the computer's."""
    return at.astimezone(zone).strftime("%H:%M")


def weekday(day: date) -> str:
    """The day's short name, `Wed`."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def day_text(day: date, today: date) -> str:
    """A date, `12 Nov`; with the year only if it isn't this one."""
    month = QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)
    if day.year == today.year:
        return QCoreApplication.translate("Moments", "{day} {month}").format(day=day.day, month=month)
    return QCoreApplication.translate("Moments", "{day} {month} {year}").format(
        day=day.day, month=month, year=day.year
    )


def moment(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """When something happened or will: today `15:30`, within a week `Wed 10:00`, else `12 Nov 14:22`."""
    there, here = at.astimezone(zone), now.astimezone(zone)
    if there.date() == here.date():
        return clock_time(at, zone)
    return QCoreApplication.translate("Moments", "{day} {time}").format(
        day=_near_day(there.date(), here.date()), time=clock_time(at, zone)
    )


def due_moment(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """When something is due, in a sentence: `today 15:30`, `Wed 10:00`, `12 Nov 10:00`."""
    if at.astimezone(zone).date() == now.astimezone(zone).date():
        return QCoreApplication.translate("Moments", "today {time}").format(time=clock_time(at, zone))
    return moment(at, now, zone)


def exact_moment(at: datetime, zone: tzinfo | None = None) -> str:
    """The whole date and time, for tooltips: `Wednesday, 25 November 2026 10:00`."""
    there = at.astimezone(zone)
    return QCoreApplication.translate("Moments", "{weekday}, {day} {month} {year} {time}").format(
        weekday=QLocale().dayName(there.isoweekday()),
        day=there.day,
        month=QLocale().monthName(there.month),
        year=there.year,
        time=clock_time(at, zone),
    )


def ago(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """How long ago, in a list's column: `now`, `4 min`, `3 h`, `Mon`, `12 Nov`."""
    seconds = (now - at).total_seconds()
    if seconds < _MINUTE:
        return QCoreApplication.translate("Moments", "now")
    if seconds < _HOUR:
        return QCoreApplication.translate("Moments", "{minutes} min").format(minutes=int(seconds) // _MINUTE)
    there, here = at.astimezone(zone).date(), now.astimezone(zone).date()
    if there == here:
        return QCoreApplication.translate("Moments", "{hours} h").format(hours=int(seconds) // _HOUR)
    return _near_day(there, here)


def ago_sentence(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """How long ago, in a sentence: `just now`, `20 s ago`, `4 min ago`, else the moment."""
    seconds = int((now - at).total_seconds())
    if seconds < 10:
        return QCoreApplication.translate("Moments", "just now")
    if seconds < _MINUTE:
        return QCoreApplication.translate("Moments", "{seconds} s ago").format(seconds=seconds)
    if seconds < _HOUR:
        return QCoreApplication.translate("Moments", "{minutes} min ago").format(minutes=seconds // _MINUTE)
    return moment(at, now, zone)


def deadline_text(deadline: Deadline, now: datetime, zone: tzinfo | None = None) -> DeadlineText:
    """What the pill of a deadline says now."""
    if deadline.state == "paused":
        return DeadlineText("paused", QCoreApplication.translate("Moments", "Paused"))
    if deadline.state == "met":
        return DeadlineText("met", QCoreApplication.translate("Moments", "Met"))
    due = deadline.due_at
    if deadline.state != "running" or due is None:
        return DeadlineText("none", QCoreApplication.translate("Moments", "No deadline"))
    left = (due - now).total_seconds()
    if left < 0:
        return DeadlineText("over", late(-left))
    soon = deadline.soon_at is not None and now >= deadline.soon_at
    return DeadlineText(
        "soon" if soon else "on_track", _time_left(due, now, zone), _share_left(deadline, left)
    )


def spoken_deadline(deadline: Deadline, now: datetime, clock: str, zone: tzinfo | None = None) -> str:
    """The deadline as a screen reader says it; `clock` names the promise, as `First response`."""
    shown = deadline_text(deadline, now, zone)
    due = deadline.due_at
    if deadline.state != "running" or due is None:
        return shown.text
    seconds = (due - now).total_seconds()
    if seconds < 0:
        return QCoreApplication.translate("Moments", "{clock} late by {duration}").format(
            clock=clock, duration=spoken_duration(-seconds)
        )
    if due.astimezone(zone).date() == now.astimezone(zone).date():
        return QCoreApplication.translate("Moments", "{clock} due in {duration}").format(
            clock=clock, duration=spoken_duration(seconds)
        )
    return QCoreApplication.translate("Moments", "{clock} due {moment}").format(
        clock=clock, moment=exact_moment(due, zone)
    )


def spoken_duration(seconds: float) -> str:
    """A span in full words: `1 hour 12 minutes`."""
    hours, minutes = divmod(max(0, int(seconds)) // _MINUTE, 60)
    hour_text = QCoreApplication.translate("Moments", "%n hour(s)", None, hours)
    minute_text = QCoreApplication.translate("Moments", "%n minute(s)", None, minutes)
    if not hours:
        return minute_text
    return QCoreApplication.translate("Moments", "{hours} {minutes}").format(
        hours=hour_text, minutes=minute_text
    )


def _near_day(day: date, today: date) -> str:
    return weekday(day) if abs((day - today).days) < _WEEK_DAYS else day_text(day, today)


def _time_left(due: datetime, now: datetime, zone: tzinfo | None) -> str:
    there, here = due.astimezone(zone), now.astimezone(zone)
    if there.date() == here.date():
        return duration((due - now).total_seconds())
    if there.date() - here.date() < timedelta(days=_WEEK_DAYS):
        return moment(due, now, zone)
    return day_text(there.date(), here.date())


def _share_left(deadline: Deadline, left: float) -> float:
    if deadline.started_at is None or deadline.due_at is None:
        return 1.0
    whole = (deadline.due_at - deadline.started_at).total_seconds()
    return min(1.0, max(0.0, left / whole)) if whole > 0 else 0.0
