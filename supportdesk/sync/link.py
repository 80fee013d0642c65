"""What the desk's engine asks of a hub, whatever carries it, and what can go wrong on the way."""

from __future__ import annotations

from typing import Protocol

from supportdesk.domain.errors import KnownError
from supportdesk.protocol.messages import (
    Compare,
    Compared,
    Fetch,
    Head,
    Load,
    LoadedPage,
    Page,
    Pull,
    Push,
    Pushed,
    Verified,
    Verify,
    Wait,
)


class Unreachable(KnownError):
    """The hub could not be reached, or its answer was cut short: nothing is known of what it did."""


class TryLater(KnownError):
    """The hub has too much to do; `seconds` is how long it asked to be left alone."""

    def __init__(self, seconds: float) -> None:
        super().__init__("The hub is busy.", "Nothing is lost; it is tried again by itself.")
        self.seconds = seconds


class SignInNeeded(KnownError):
    """The hub does not know this desk's person any longer."""


class Turned(KnownError):
    """The hub answered that it will not do this; `code` says why: epoch, resync, ahead, scope, malformed."""

    def __init__(self, code: str, what: str = "", meaning: str = "", remedy: str = "") -> None:
        super().__init__(what or code, meaning, remedy)
        self.code = code


class HubLink(Protocol):
    """A hub, as far as a desk speaks with it. Every method may raise one of the errors above."""

    def push(self, message: Push) -> Pushed:
        """Send what was done."""

    def pull(self, message: Pull) -> Page:
        """Ask what changed."""

    def load(self, message: Load) -> LoadedPage:
        """Ask for a page of a whole scope."""

    def fetch(self, message: Fetch) -> Page:
        """Ask for one case or client."""

    def compare(self, message: Compare) -> Compared:
        """Ask for a sum over each table."""

    def verify(self, message: Verify) -> Verified:
        """Ask for sums to compare by."""

    def wait(self, message: Wait) -> Head:
        """Be told when something has changed."""
