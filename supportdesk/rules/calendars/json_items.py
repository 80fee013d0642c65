"""Calendars and business-time questions as JSON values, read without trust; no counting and no files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.calendar import BusinessCalendar, Pause
from supportdesk.rules.calendars.hours import quoted
from supportdesk.rules.calendars.years import ZERO
from supportdesk.rules.calendars.zone import FIRST_YEAR, LAST_YEAR

# Tabulated years are worth sharing between questions, but a hostile list may name a new calendar each time.
_MOST_KEPT = 64
_MOST_SECONDS = (LAST_YEAR + 1 - FIRST_YEAR) * 366 * 86_400
_ONE_SECOND = timedelta(seconds=1)

_T = TypeVar("_T")


def run_calendar_items(items: list[object]) -> list[dict[str, object]]:
    """Answer each question by itself and in order; never raises, whatever an item is.

    A question is an object with a calendar (see `read_calendar`), "start" (ISO 8601 with an offset), perhaps "pauses"
    (pairs of instants, the second null while the pause lasts) and either "business_seconds" or "end". The
    answer is {"due": ISO in the calendar's zone}, {"elapsed_seconds": number} or {"error": one sentence}. Keys that
    mean nothing here are passed over.
    """
    kept: dict[BusinessCalendar, BusinessCalendar] = {}
    return [_run(item, kept) for item in items]


def read_calendar(value: object) -> BusinessCalendar:
    """A calendar from its JSON form; KnownError names the key that does not fit.

    {"time_zone": "Europe/Berlin", "weekly": {"mon": [["08:00", "20:00"]], …}} and, where wanted, "holidays" and
    "except_holidays" (ISO dates), "country", "subdivision" and "business_day_hours". null is like a key left out.
    """
    if not isinstance(value, dict):
        raise _refusal(f"A calendar is an object with time_zone and weekly, not {quoted(value)}.")
    for key in ("time_zone", "weekly"):
        if value.get(key) is None:
            raise _refusal(f"{key} is missing.")
    hours = value.get("business_day_hours")
    return BusinessCalendar(
        time_zone=value["time_zone"],
        weekly=value["weekly"],
        holidays=_read_list(value, "holidays", _read_date),
        country=value.get("country"),
        subdivision=value.get("subdivision"),
        except_holidays=_read_list(value, "except_holidays", _read_date),
        business_day=None
        if hours is None
        else _read_number("business_day_hours", hours) * timedelta(hours=1),
    )


def _run(item: object, kept: dict[BusinessCalendar, BusinessCalendar]) -> dict[str, object]:
    try:
        return _answer(item, kept)
    except KnownError as error:
        return {"error": error.what}


def _answer(item: object, kept: dict[BusinessCalendar, BusinessCalendar]) -> dict[str, object]:
    calendar = read_calendar(item)
    # read_calendar has refused anything but an object.
    question = item if isinstance(item, dict) else {}
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    calendar = kept.setdefault(calendar, calendar)
    start = _read_instant("start", question.get("start"))
    pauses = _read_list(question, "pauses", _read_pause)
    seconds, end = question.get("business_seconds"), question.get("end")
    if (seconds is None) == (end is None):
        raise _refusal("Exactly one of business_seconds and end is needed.")
    calendar.require_opening(calendar.local(start).date())
    if end is not None:
        elapsed = calendar.between(start, _read_instant("end", end), pauses)
        whole = elapsed % _ONE_SECOND == ZERO
        return {"elapsed_seconds": elapsed // _ONE_SECOND if whole else elapsed.total_seconds()}
    duration = _read_number("business_seconds", seconds) * _ONE_SECOND
    return {"due": calendar.local(calendar.add(start, duration, pauses)).isoformat()}


def _read_list(holder: dict[object, object], key: str, read: Callable[[str, object], _T]) -> Sequence[_T]:
    values = holder.get(key)
    if values is None:
        return ()
    if not isinstance(values, list):
        raise _refusal(f"{key}: a list is needed, not {quoted(values)}.")
    return [read(f"{key}[{at}]", value) for at, value in enumerate(values)]


def _read_pause(place: str, value: object) -> Pause:
    if not isinstance(value, list) or len(value) != len(("from", "to")):
        raise _refusal(f"{place}: a pause is a pair of instants, from and to.")
    since, until = value
    return _read_instant(f"{place}[0]", since), None if until is None else _read_instant(f"{place}[1]", until)


def _read_instant(place: str, value: object) -> datetime:
    try:
        instant = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        instant = None
    if instant is None:
        raise _refusal(
            f"{place}: an instant such as 2026-03-02T09:30:00+01:00 is needed, not {quoted(value)}."
        )
    if instant.utcoffset() is None:
        raise _refusal(f"{place}: {quoted(value)} lacks its offset from UTC, such as Z or +01:00.")
    return instant


def _read_date(place: str, value: object) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None:
        raise _refusal(f"{place}: a date such as 2026-12-25 is needed, not {quoted(value)}.")
    return day


def _read_number(place: str, value: object) -> int | float:
    # true is a number to Python; not a number (NaN) compares as outside every range.
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _refusal(f"{place}: a number is needed, not {quoted(value)}.")
    if not 0 <= value <= _MOST_SECONDS:
        raise _refusal(f"{place}: the number is not between 0 and {_MOST_SECONDS}.")
    return value


def _refusal(what: str) -> KnownError:
    return KnownError(what, "This question was not answered.", "Correct the value and ask again.")
