"""What is asked of TeamViewer in a thread that may wait; what is made of the answers is the account's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from supportdesk.services.cases.session_codes import CodeOffer, SessionCode

if TYPE_CHECKING:
    from supportdesk.app.teamviewer_token import TokenKeeper
    from supportdesk.remote.teamviewer import Fetched, TeamViewer
    from supportdesk.rules.remote_sessions.facts import KnownCode
    from supportdesk.services.importing.fetched_reports import FetchStarts

# The client and its library are loaded when first asked, in a thread of their own.
# ruff: noqa: PLC0415

GROUP = "Support Desk"
MOST_CODES = 50
"""How many codes of unknown origin are looked up at TeamViewer in one fetch."""

_MARK = 16

MakeClient = Callable[[str], "TeamViewer"]
"""A client by its token."""


@dataclass(frozen=True, slots=True)
class Connections:
    """What TeamViewer told of connections, and the mark of the token that it was asked with."""

    account: str
    fetched: Fetched


@dataclass(frozen=True, slots=True)
class Calls:
    """TeamViewer by this desk's token. Every method may wait, and raise a KnownError."""

    keeper: TokenKeeper
    client: MakeClient

    def has_token(self) -> bool:
        """Whether a token is kept."""
        return bool(self.keeper.load())

    def check(self, token: str, wanted: Callable[[], bool]) -> None:
        """See whether TeamViewer takes a token, and keep it if it is still wanted then."""
        with closing(self.client(token)) as teamviewer:
            teamviewer.ping()
        if wanted():
            self.keeper.save(token)

    def make(self, offer: CodeOffer) -> SessionCode:
        """Make a session that knows its case by the custom field."""
        from supportdesk.remote.teamviewer import NewSession
        from supportdesk.remote.teamviewer_errors import Unreadable

        new = NewSession(offer.case_id, GROUP, description=offer.number, customer=offer.client)
        with closing(self._open()) as teamviewer:
            session = teamviewer.create(new)
        if session.end_customer_link is None or session.valid_until is None:
            raise Unreadable("lacks the link for the client")
        return SessionCode(session.code, session.end_customer_link, session.valid_until)

    def connections(self, starts: FetchStarts, until: datetime) -> Connections:
        """The connections until an instant, from when on they are due with the token in use."""
        token = self._token()
        account = _mark(token)
        with closing(self.client(token)) as teamviewer:
            return Connections(account, teamviewer.connections(starts.of(account), until))

    def fields(self, codes: Iterable[str]) -> dict[str, KnownCode | None]:
        """The case that the custom field of each code names, None where it names none; see `look_up`."""
        from supportdesk.remote.teamviewer_codes import look_up

        # Without a token TeamViewer answers nothing, and what was fetched is not lost for that.
        with closing(self.client(self.keeper.load() or "")) as teamviewer:
            return look_up(teamviewer, codes)

    def _open(self) -> TeamViewer:
        return self.client(self._token())

    def _token(self) -> str:
        token = self.keeper.load()
        if not token:
            from supportdesk.remote.teamviewer_errors import NotConnected

            raise NotConnected
        return token


def _mark(token: str) -> str:
    """What a token is told from another one by; nobody gets back from it to the token."""
    return sha256(token.encode()).hexdigest()[:_MARK]


def real_client(now: Callable[[], datetime]) -> MakeClient:
    """Clients of TeamViewer's own web API."""

    def made(token: str) -> TeamViewer:
        from supportdesk.remote.teamviewer import Limits, TeamViewer

        # Somebody waits for it: a long pause is told of, not sat out.
        return TeamViewer(token, now=now, limits=Limits(pause=15.0, retries=2))

    return made
