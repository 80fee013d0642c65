"""TeamViewer's web API as the desk uses it: session codes for cases, and what connections there were; it keeps nothing.

An officer asks and waits, in a thread that may wait. Nothing is queued: offline there is no session code, and whoever
asked is told (DSK-4). Which case a connection belonged to is decided in `rules.remote_sessions`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.remote import teamviewer_errors as errors
from supportdesk.remote.teamviewer_errors import NotFound, TeamViewerError
from supportdesk.remote.teamviewer_http import Exchange, Limits, Question, Surroundings, is_own
from supportdesk.remote.teamviewer_records import Session, State, is_code, page_of, session_of
from supportdesk.rules.remote_sessions.facts import ConnectionReport

BASE = "https://webapi.teamviewer.com/api/v1"


@dataclass(frozen=True, slots=True)
class NewSession:
    """What a session is made with; what is empty is not sent.

    `group` is the folder of TeamViewer's contacts that it goes into; TeamViewer makes it where it is new.
    """

    case_id: UUID
    group: str
    description: str = ""
    customer: str = ""
    email: str = ""
    valid_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """All connection reports of a span, each id once, and how many could not be read."""

    reports: tuple[ConnectionReport, ...]
    left_out: int


class TeamViewer:
    """A TeamViewer account, by its token. One thread uses it, and closes it. Every method may raise TeamViewerError.

    `base` is https, or on this machine; `link_hosts` are hosts with a port on this machine that links may lead to
    besides TeamViewer's own. `now` gives the present instant in UTC.
    """

    def __init__(
        self,
        token: str,
        *,
        now: Callable[[], datetime],
        base: str = BASE,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
        limits: Limits | None = None,
        link_hosts: Collection[str] = (),
    ) -> None:
        if not all(is_own(urlsplit(f"//{host}").hostname or "") for host in link_hosts):
            raise ValueError("links may lead to this machine, and to TeamViewer")
        self._limits = limits or Limits()
        self._link_hosts = frozenset(link_hosts)
        self._exchange = Exchange(base, token, Surroundings(now, clock, sleep), self._limits)

    def ping(self) -> None:
        """See whether TeamViewer takes the token. TokenRefused where it does not."""
        told = self._exchange.ask(Question("GET", "/ping"))
        valid = told.get("token_valid") if isinstance(told, dict) else None
        if not isinstance(valid, bool):
            raise errors.Unreadable("does not say whether the token is good")
        if not valid:
            raise errors.TokenRefused

    def create(self, new: NewSession) -> Session:
        """Make a session that knows its case. Unclear where it can't be told whether it was made."""
        customer = {key: value for key, value in (("name", new.customer), ("email", new.email)) if value}
        body: dict[str, object] = {"groupname": new.group, "custom_api": str(new.case_id)}
        if new.description:
            body["description"] = new.description
        if customer:
            body["end_customer"] = customer
        if new.valid_until is not None:
            body["valid_until"] = _written(new.valid_until)
        return session_of(
            self._exchange.ask(Question("POST", "/sessions", body=body)), self._link_hosts, fresh=True
        )

    def read(self, code: str) -> Session:
        """The session of this code. NoSuchSession where there is none."""
        session = session_of(self._of(code, "GET", None), self._link_hosts, fresh=False)
        if session.code != code:
            raise errors.Unreadable("is of another session")
        return session

    def close_session(self, code: str) -> None:
        """Let nobody join this session any more. NoSuchSession where there is none."""
        self._of(code, "PUT", {"state": State.CLOSED.value})

    def connections(self, since: datetime, until: datetime) -> Fetched:
        """The connections that began in this span, page by page; all of them, or an error and none."""
        if since >= until:
            raise KnownError(
                "The span of time ends before it begins.",
                "Nothing was asked.",
                "Choose an earlier beginning.",
            )
        query = {"from_date": _written(since), "to_date": _written(until)}
        reports: dict[str, ConnectionReport] = {}
        offsets: set[str] = set()
        left_out = 0
        for _ in range(self._limits.pages):
            page = page_of(self._exchange.ask(Question("GET", "/reports/connections", query=query)))
            # What comes again on a later page is the later knowledge.
            reports |= {report.id: report for report in page.reports}
            left_out += page.left_out
            if page.next_offset is None:
                return Fetched(tuple(reports.values()), left_out)
            if page.next_offset in offsets:
                raise errors.Unreadable("goes round in circles, page after page")
            offsets.add(page.next_offset)
            query["offset_id"] = page.next_offset
        raise errors.TooMany(self._limits.pages)

    def close(self) -> None:
        """Let go of the connection."""
        self._exchange.close()

    def _of(self, code: str, method: str, body: dict[str, object] | None) -> object:
        if not is_code(code):
            raise errors.NoSuchSession
        try:
            return self._exchange.ask(Question(method, f"/sessions/{quote(code, safe='')}", body=body))
        except NotFound:
            raise errors.NoSuchSession from None


def _written(instant: datetime) -> str:
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


__all__ = ["BASE", "Fetched", "Limits", "NewSession", "Session", "State", "TeamViewer", "TeamViewerError"]
