"""Up to when this desk has fetched a vendor's reports, for each account that it asked with; fetching is done elsewhere.

The reports themselves are everybody's, and so say nothing of it: another desk may have fetched later ones with another
account, which does not see what this one sees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from supportdesk.services.cases.remote_reports import RUNNING, VENDOR
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_settings
from supportdesk.store.tables.remote import REMOTE_REPORT

_KEY = "reports fetched"
_MOST_ACCOUNTS = 8
_OVERLAP = timedelta(days=1)
_FIRST_FETCH = timedelta(days=30)
_LONGEST_RUN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FetchStarts:
    """From when on reports are to be fetched, by the mark of the account that is asked; all instants are UTC."""

    now: datetime
    fetched: Mapping[str, datetime]
    latest: datetime | None = None
    running: datetime | None = None

    def of(self, account: str) -> datetime:
        """A day before the last fetch with this account, or from the first connection that still ran.

        For an account of which nothing is known, also what lies before the latest report of anybody.
        """
        until = self.fetched.get(account)
        first = self.now - _FIRST_FETCH
        if until is not None:
            since = min(until, self.now) - _OVERLAP
        else:
            since = first if self.latest is None else min(first, self.latest - _OVERLAP)
        return since if self.running is None else min(since, self.running)


def fetch_starts(desk: Desk) -> FetchStarts:
    """From when on this desk has to fetch reports."""
    columns = REMOTE_REPORT.c
    now = desk.now()
    with desk.store.read() as conn:
        latest = conn.scalar(select(func.max(columns.started_at)).where(columns.vendor == VENDOR))
        running = conn.scalar(
            select(func.min(columns.started_at)).where(
                columns.standing == RUNNING, columns.started_at >= now - _LONGEST_RUN
            )
        )
        return FetchStarts(now, _fetched(conn), latest, running)


def note_fetched(desk: Desk, account: str, until: datetime) -> None:
    """Note that all that began before an instant (UTC) was fetched with an account, and taken in."""
    with desk.store.write() as conn:
        others = {each: at for each, at in _fetched(conn).items() if each != account}
        kept = [*others.items(), (account, until)][-_MOST_ACCOUNTS:]
        desk_settings.put(conn, _KEY, {each: at.isoformat() for each, at in kept})


def _fetched(conn: Connection) -> dict[str, datetime]:
    kept = desk_settings.get(conn, _KEY) or {}
    return {account: datetime.fromisoformat(at) for account, at in kept.items()}
