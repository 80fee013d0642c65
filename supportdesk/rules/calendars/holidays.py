"""Which civil dates a calendar closes: a country's public holidays, own dates, exceptions; no hours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.hours import quoted

_COUNTRY_CODE = re.compile(r"[A-Z]{2}")


class HolidayDates:
    """The dates that a calendar closes (TIME-1), by year, each year looked up once; equal by content.

    Own dates and those of the country's public holidays (with the substitute days that the country grants),
    less the exceptions. Raises KnownError for a country or subdivision that the holidays package lacks.
    """

    __slots__ = ("_except", "_language", "_years", "country", "own", "subdivision")

    def __init__(
        self,
        own: Iterable[date],
        except_holidays: Iterable[date],
        country: str | None,
        subdivision: str | None,
    ) -> None:
        self.own = _checked("holidays", own)
        self._except = _checked("except_holidays", except_holidays)
        self.country = country
        self.subdivision = subdivision
        self._years: dict[int, dict[date, str | None]] = {}
        self._language = None if country is None else _language(country, subdivision)
        if country is None and subdivision is not None:
            raise _refusal(f"subdivision: {quoted(subdivision)} needs the country it belongs to.")

    @property
    def content(self) -> tuple[object, ...]:
        return self.own, self._except, self.country, self.subdivision

    def of_year(self, year: int) -> dict[date, str | None]:
        """The closed dates of a year with the holiday's name in the country's language; own dates lack one."""
        known = self._years.get(year)
        if known is None:
            named: dict[date, str | None] = {day: None for day in self.own if day.year == year}
            named.update((day, name) for day, name in self._public(year).items() if day.year == year)
            known = {day: named[day] for day in sorted(named) if day not in self._except}
            self._years[year] = known
        return known

    def _public(self, year: int) -> Mapping[date, str]:
        if self.country is None:
            return {}
        import holidays  # noqa: PLC0415 - see _language

        # Without a language the names would follow the environment, and differ from desk to desk.
        return holidays.country_holidays(
            self.country, subdiv=self.subdivision, years=year, language=self._language
        )


def _checked(place: str, days: Iterable[object]) -> frozenset[date]:
    kept = set()
    for at, day in enumerate(days):
        # A datetime is a date to Python, but it would never equal the date it lies on.
        if not isinstance(day, date) or isinstance(day, datetime):
            raise _refusal(f"{place}[{at}]: a date such as 2026-12-25 is needed, not {quoted(day)}.")
        kept.add(day)
    return frozenset(kept)


def _language(country: object, subdivision: object) -> str | None:
    """The country's own language; refuses a country or subdivision without a list of holidays."""
    # Imported here: it takes a fifth of a second, which a desk without such a calendar need not wait for.
    import holidays  # noqa: PLC0415

    if not isinstance(country, str) or not _COUNTRY_CODE.fullmatch(country):
        raise _refusal(f"country: {quoted(country)} is not a two-letter country code such as CA.")
    if subdivision is not None and not isinstance(subdivision, str):
        raise _refusal(f"subdivision: {quoted(subdivision)} is not the code of a part of {country}.")
    try:
        return holidays.country_holidays(country, subdiv=subdivision).default_language
    except NotImplementedError as error:
        place = f"subdivision: {quoted(subdivision)} of {country}" if subdivision else f"country: {country}"
        raise _refusal(f"{place} is not known to the list of public holidays.") from error


def _refusal(what: str) -> KnownError:
    return KnownError(
        what,
        "The calendar was not loaded.",
        "Give a country code with its subdivision, or list the dates of the holidays.",
    )
