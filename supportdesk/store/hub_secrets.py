"""What lets this desk into its hub: kept by the system's keyring or in the desk's encrypted file, never in plain."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from supportdesk.store import desk_settings, keys

if TYPE_CHECKING:
    from supportdesk.store.store import Store

_SERVICE = f"{keys.SERVICE} hub"
_SETTING = "hub_secrets"


@dataclass(frozen=True, slots=True)
class HubSecrets:
    """The secret by which the hub knows this device again, and the token that asks for the next session's pair."""

    device_id: UUID
    device_secret: str
    refresh_token: str


class Keeper(Protocol):
    """A place for secrets."""

    def load(self) -> HubSecrets | None:
        """What is kept; None where nothing is."""

    def save(self, secrets: HubSecrets) -> None:
        """Keep these in the place of what was kept."""

    def forget(self) -> None:
        """Keep nothing any longer."""


class InMemory:
    """Keeps secrets as long as the program runs: for a desk whose file is not encrypted and that has no keyring."""

    def __init__(self) -> None:
        self._kept: HubSecrets | None = None

    def load(self) -> HubSecrets | None:
        return self._kept

    def save(self, secrets: HubSecrets) -> None:
        self._kept = secrets

    def forget(self) -> None:
        self._kept = None


class InKeyring:
    """Keeps secrets in the system's keyring, by the profile's name."""

    def __init__(self, profile: str) -> None:
        self._profile = profile

    def load(self) -> HubSecrets | None:
        return _read(keys.find_text(_SERVICE, self._profile))

    def save(self, secrets: HubSecrets) -> None:
        keys.keep_text(_SERVICE, self._profile, _written(secrets))

    def forget(self) -> None:
        keys.forget_text(_SERVICE, self._profile)


class InFile:
    """Keeps secrets in the desk's own file, which must be encrypted."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self) -> HubSecrets | None:
        with self._store.read() as conn:
            kept = desk_settings.get(conn, _SETTING)
        return _read(kept if isinstance(kept, str) else None)

    def save(self, secrets: HubSecrets) -> None:
        with self._store.write() as conn:
            desk_settings.put(conn, _SETTING, _written(secrets))

    def forget(self) -> None:
        with self._store.write() as conn:
            desk_settings.put(conn, _SETTING, None)


def _written(secrets: HubSecrets) -> str:
    return json.dumps(asdict(secrets), default=str)


def _read(text: str | None) -> HubSecrets | None:
    if text is None:
        return None
    try:
        kept = json.loads(text)
        return HubSecrets(UUID(kept["device_id"]), kept["device_secret"], kept["refresh_token"])
    except (ValueError, KeyError, TypeError):
        # Somebody else's entry, or a damaged one: signing in again makes a new one.
        return None
