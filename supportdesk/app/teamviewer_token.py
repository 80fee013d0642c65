"""The token of a desk's TeamViewer account: in the system's keyring and nowhere else."""

from __future__ import annotations

from typing import Protocol

from supportdesk.remote.teamviewer_errors import TokenNotKept
from supportdesk.store import keys

_SERVICE = f"{keys.SERVICE} TeamViewer"


class TokenKeeper(Protocol):
    """A place for one secret text."""

    def load(self) -> str | None:
        """The token; None where none is kept. TokenNotKept."""
        ...

    def save(self, token: str) -> None:
        """Keep this one in the place of what was kept. TokenNotKept."""
        ...

    def forget(self) -> None:
        """Keep none any longer. TokenNotKept."""
        ...


class InKeyring:
    """Keeps a token in the system's keyring, by the profile's name."""

    def __init__(self, profile: str) -> None:
        self._profile = profile

    def load(self) -> str | None:
        try:
            return keys.find_text(_SERVICE, self._profile)
        except keys.NoKeyring:
            pass
        # What the keyring said of itself is about the desk's key.
        raise TokenNotKept

    def save(self, token: str) -> None:
        try:
            keys.keep_text(_SERVICE, self._profile, token)
            kept = keys.find_text(_SERVICE, self._profile)
        except keys.NoKeyring:
            kept = None
        if kept != token:
            raise TokenNotKept

    def forget(self) -> None:
        try:
            keys.forget_text(_SERVICE, self._profile)
        except keys.NoKeyring:
            pass
        else:
            return
        raise TokenNotKept
