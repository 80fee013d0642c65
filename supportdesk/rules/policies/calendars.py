"""Reads the opening hours and holidays of a policy file; the calendar itself and its arithmetic live in `calendar`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.rules.calendars.holidays import HolidayDates
from supportdesk.rules.calendars.hours import WEEKDAYS
from supportdesk.rules.calendars.zone import load_zone
from supportdesk.rules.policies.policy import Unit
from supportdesk.rules.policies.problem import shown
from supportdesk.rules.policies.reader import Section
from supportdesk.rules.policies.values import span

_INTERVAL = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)")
_MICROSECONDS_AN_HOUR = Decimal(3_600_000_000)

_Hours = dict[str, list[tuple[str, str]]]
_Made = TypeVar("_Made")


def read_calendar(root: Section, reference: date) -> BusinessCalendar:
    """The table `calendar`; a calendar that never opens after the reference is a problem (TIME-4)."""
    section = root.section("calendar")
    if section is None:
        return BusinessCalendar.ALWAYS
    time_zone = section.text("time_zone")
    zone = _made(section, "time_zone", lambda: load_zone(time_zone)) if time_zone else None
    weekly = _read_hours(section)
    day = _read_business_day(section)
    public = section.section("holidays", required=False)
    own, excepted = (public.days("also"), public.days("except")) if public else ((), ())
    country, subdivision = (
        (_text(public, "country"), _text(public, "subdivision")) if public else (None, None)
    )
    closed = _made(section, "holidays", lambda: HolidayDates(own, excepted, country, subdivision))
    for table in (section, public):
        if table is not None:
            table.close()
    if zone is None or closed is None or day is None or not any(weekly.values()):
        return BusinessCalendar.ALWAYS
    calendar = _made(
        section,
        "open",
        lambda: BusinessCalendar(
            time_zone=time_zone,
            weekly=weekly,
            holidays=own,
            country=country,
            subdivision=subdivision,
            except_holidays=excepted,
            business_day=day,
            reference=reference,
        ),
    )
    return calendar or BusinessCalendar.ALWAYS


def _read_hours(section: Section) -> _Hours:
    weekly: _Hours = {}
    table = section.section("open")
    if table is None:
        return weekly
    closed = True
    for weekday in WEEKDAYS:
        weekly[weekday] = []
        for interval in table.references(weekday):
            closed = False
            found = _INTERVAL.fullmatch(interval)
            if found is None:
                table.report(weekday, f"{shown(interval)} is no opening time.", 'Such as "08:00-20:00".')
            else:
                weekly[weekday].append((found[1], found[2]))
    table.close()
    if closed:
        section.report("open", "No weekday has opening hours.", 'Such as { mon = ["08:00-20:00"] }.')
    return weekly


def _read_business_day(section: Section) -> timedelta | None:
    length = span(section, "business_day", (Unit.HOURS,))
    if length is None:
        if not section.has("business_day"):
            section.report("business_day", "This is missing.", "The length of one day: { hours = 8 }.")
        return None
    if length.amount > 24:  # noqa: PLR2004 - a day
        section.report("business_day", f"{length.amount} hours are longer than a day.", "24 at most.")
        return None
    return timedelta(microseconds=int(length.amount * _MICROSECONDS_AN_HOUR))


def _text(section: Section, key: str) -> str | None:
    return section.text(key, default="") or None


def _made(section: Section, key: str, make: Callable[[], _Made]) -> _Made | None:
    try:
        return make()
    except KnownError as error:
        section.report(key, error.what, error.remedy)
        return None
