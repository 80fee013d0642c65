"""Business time counted the slow way, minute by minute on the wall clock; nothing of the product's calendar."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from supportdesk.rules.calendars.calendar import BusinessCalendar, Pause

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTE = timedelta(minutes=1)
Weekly = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True)
class SlowCalendar:
    """The same calendar as declared, and as the product reads it."""

    time_zone: str
    weekly: Weekly
    holidays: frozenset[date] = frozenset()

    def quick(self) -> BusinessCalendar:
        return BusinessCalendar(time_zone=self.time_zone, weekly=self.weekly, holidays=self.holidays)

    def is_open(self, at: datetime) -> bool:
        """Look at the wall clock; times of day compare as text, since they are all written HH:MM."""
        wall = at.astimezone(ZoneInfo(self.time_zone))
        if wall.date() in self.holidays:
            return False
        clock = f"{wall:%H:%M}"
        today, yesterday = DAYS[wall.weekday()], DAYS[wall.weekday() - 1]
        for begin, end in self.weekly.get(today, ()):
            if begin < end and begin <= clock < end:
                return True
            if end < begin <= clock:
                return True
        return any(end < begin and clock < end for begin, end in self.weekly.get(yesterday, ()))

    def pieces(
        self, start: datetime, end: datetime, pauses: Sequence[Pause] = ()
    ) -> Iterator[tuple[datetime, datetime]]:
        """The open and unpaused pieces of each minute from start to end, in order."""
        minute = start.astimezone(UTC).replace(second=0, microsecond=0)
        while minute < end:
            if self.is_open(minute):
                cuts = {max(minute, start), min(minute + MINUTE, end)}
                cuts |= {at for pause in pauses for at in pause if at is not None}
                inside = sorted(at for at in cuts if max(minute, start) <= at <= min(minute + MINUTE, end))
                for begin, until in pairwise(inside):
                    if not any(a <= begin and (b is None or until <= b) for a, b in pauses):
                        yield begin, until
            minute += MINUTE

    def between(self, start: datetime, end: datetime, pauses: Sequence[Pause] = ()) -> timedelta:
        return sum((until - begin for begin, until in self.pieces(start, end, pauses)), timedelta(0))

    def add(
        self, start: datetime, duration: timedelta, pauses: Sequence[Pause], horizon: datetime
    ) -> datetime | None:
        """The due instant, or None if it is not reached before the horizon."""
        left = duration
        for begin, until in self.pieces(start, horizon, pauses):
            if left <= until - begin:
                return begin + left
            left -= until - begin
        return None
