"""What is needed of whoever speaks a desk's first words with a hub: found, signed in; it is made and run elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance


@dataclass(frozen=True, slots=True)
class HubOffer:
    """A hub that answered. `address` is as it is kept; `encrypted` is off for one on this computer alone."""

    address: str
    version: str = ""
    single_sign_on: bool = False
    encrypted: bool = True


@dataclass(frozen=True, slots=True)
class Admission:
    """Somebody the hub knows: who it is, and what lets this desk in, which only the door's maker reads."""

    address: str
    name: str
    branch: str
    entry: object


class HubDoor(Protocol):
    """Asks a hub and signs in, away from the window's thread; its signals come in the window's thread.

    Each call ends in one signal: what was asked for, or `refused` with a KnownError. `cancel` ends what is under way,
    and nothing comes of it any more.
    """

    @property
    def found(self) -> SignalInstance:
        """Carries a HubOffer."""
        ...

    @property
    def admitted(self) -> SignalInstance:
        """Carries an Admission."""
        ...

    @property
    def refused(self) -> SignalInstance:
        """Carries a KnownError."""
        ...

    def ask(self, address: str) -> None:
        """Is there a hub at this address, and how may one sign in? An address without a scheme is https."""
        ...

    def sign_in(self, offer: HubOffer, login: str, password: str, device: str) -> None:
        """Sign in by password, and register this desk under a name."""
        ...

    def sign_on(self, offer: HubOffer, device: str) -> None:
        """Sign in at the organisation's own sign-on, in the browser."""
        ...

    def cancel(self) -> None:
        """Let what is under way be."""
        ...

    def own_name(self) -> str:
        """What this computer calls itself."""
        ...
