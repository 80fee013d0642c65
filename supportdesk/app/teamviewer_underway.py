"""What a TeamViewer account has under way: a token being checked, a fetch and what came of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from supportdesk.app.teamviewer_calls import Calls, Connections
    from supportdesk.domain.errors import KnownError
    from supportdesk.rules.remote_sessions.facts import ConnectionReport, KnownCode
    from supportdesk.services.importing.connection_reports import Intake


class TokenCheck:
    """A token on its way to be checked; nothing that prints it shows what it is."""

    def __init__(self, calls: Calls, token: str, wanted: Callable[[], bool]) -> None:
        self._calls, self._token, self._wanted = calls, token, wanted

    def __call__(self) -> bool:
        self._calls.check(self._token, self._wanted)
        return True


class Fetch:
    """A fetch under way, with what has come of it so far; `noted` once it is kept how far it went."""

    def __init__(self, number: int, until: datetime) -> None:
        self.number, self.until = number, until
        self.account = ""
        self.reports: tuple[ConnectionReport, ...] = ()
        self.left_out = 0
        self.fields: tuple[KnownCode, ...] = ()
        self.intake: Intake | None = None
        self.taken = 0
        self.noted = False

    def keep(self, told: Connections) -> None:
        """Take in what TeamViewer told."""
        self.account = told.account
        self.reports, self.left_out = told.fetched.reports, told.fetched.left_out


def offline() -> KnownError:
    """What is said where this computer has no network."""
    from supportdesk.remote.teamviewer_errors import Offline  # noqa: PLC0415 - seldom needed

    return Offline()


def needs_a_person(error: KnownError) -> bool:
    """Whether trying again by itself would come to the same until somebody sees to the token."""
    from supportdesk.remote import teamviewer_errors as errors  # noqa: PLC0415 - seldom needed

    token = errors.TokenRefused | errors.RightMissing | errors.NoToken | errors.NotConnected
    return isinstance(error, token | errors.TokenNotKept)
