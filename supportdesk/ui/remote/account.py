"""What is needed of whoever speaks with TeamViewer for this desk: the token checked, codes made, reports fetched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import SignalInstance

    from supportdesk.domain.errors import KnownError
    from supportdesk.rules.cases.engagement import Money


@dataclass(frozen=True, slots=True)
class AccountState:
    """How it stands: `connected` is None until the keyring was asked whether there is a token.

    `trouble` is what kept the last fetch from its end; `fetched_at` (UTC) is when one last came to it.
    """

    connected: bool | None = None
    checking: bool = False
    making: UUID | None = None
    fetching: bool = False
    fetched_at: datetime | None = None
    trouble: KnownError | None = None


@dataclass(frozen=True, slots=True)
class FetchOutcome:
    """What a fetch brought: put on cases, proposed, not matched, still running; and how many could not be read."""

    linked: int
    proposed: int
    unmatched: int
    running: int
    left_out: int


class Account(Protocol):
    """Speaks with TeamViewer away from the window's thread; its signals come in the window's thread.

    Nothing is queued: what can't be done now is refused, and asked again by a person.
    """

    @property
    def state_changed(self) -> SignalInstance:
        """Carries an AccountState."""
        ...

    @property
    def checked(self) -> SignalInstance:
        """The token that was given is good, and kept."""
        ...

    @property
    def check_refused(self) -> SignalInstance:
        """Carries a KnownError: the token was not taken, or not forgotten."""
        ...

    @property
    def code_made(self) -> SignalInstance:
        """Carries the case's id and its CodeOffer with a current code."""
        ...

    @property
    def code_refused(self) -> SignalInstance:
        """Carries the case's id and a KnownError."""
        ...

    @property
    def fetched(self) -> SignalInstance:
        """Carries a FetchOutcome."""
        ...

    @property
    def fetch_refused(self) -> SignalInstance:
        """Carries a KnownError."""
        ...

    @property
    def state(self) -> AccountState:
        """How it stands."""
        ...

    @property
    def rate(self) -> Money | None:
        """What an hour of a session is worth; None where nobody said."""
        ...

    def look(self) -> None:
        """Ask the keyring whether there is a token, unless it was asked before."""
        ...

    def connect_account(self, token: str) -> None:
        """See whether TeamViewer takes this token, and keep it."""
        ...

    def disconnect_account(self) -> None:
        """Forget the token."""
        ...

    def make_code(self, case_id: UUID) -> None:
        """Make a session for the case's client, or give the code that is still good."""
        ...

    def fetch(self) -> None:
        """Fetch the connection reports since the last time."""
        ...

    def cancel_check(self) -> None:
        """Let the check be; nothing comes of it any more."""
        ...

    def cancel_code(self) -> None:
        """Wait no longer. A code that TeamViewer made all the same is kept with its case."""
        ...

    def cancel_fetch(self) -> None:
        """Let the fetch be; what was taken in stays."""
        ...
