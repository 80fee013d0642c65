"""The hub that every use case takes as its first argument, and how one is opened; what it answers lives next door."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from uuid_utils.compat import uuid7

from supportdesk.config.hub_settings import HubSettings, is_server, server_url
from supportdesk.domain.errors import KnownError
from supportdesk.hub.passwords import Passwords
from supportdesk.hub.provider import Provider, over_network
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store import desk_settings, migrate, revision
from supportdesk.store.hub_rows import make_hub
from supportdesk.store.store import Store

_DEVICE = "device"
# A file has so many readers (`store.Store`); more requests at once would only wait for one.
_READERS_OF_A_FILE = 12


@dataclass(frozen=True, slots=True)
class Hub:
    """What a hub works with.

    `device` is the hub's own, for what its administrators do; `provider` that of single sign-on, where there is one.
    `now` gives the present instant in UTC, `new_id` a fresh UUIDv7, `chance` so many unguessable bytes; all are handed
    in so that a run can be replayed.
    """

    store: Store
    policies: PolicyBook
    settings: HubSettings
    device: UUID
    passwords: Passwords
    provider: Provider | None
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]
    chance: Callable[[int], bytes]

    @property
    def threads(self) -> int:
        """How many requests may be at the database at once; one more would wait for a connection."""
        return _READERS_OF_A_FILE if self.store.path is not None else self.settings.connections


def open_hub(settings: HubSettings, *, create: bool = False) -> Hub:
    """Open the hub's database, with the machine's own clock and chance.

    With `create` a missing file is made, the schema brought up to date and the database made a hub's. Raises
    KnownError: no such file, a server that can't be reached, a database that is no hub's or has another schema.
    """
    store = _opened(settings, create=create)
    try:
        if create:
            _make(store)
        else:
            _refuse_other(store)
        return Hub(
            store=store,
            policies=PolicyBook(),
            settings=settings,
            device=_device(store),
            passwords=Passwords(settings),
            provider=_provider(settings),
            now=_now,
            new_id=uuid7,
            chance=secrets.token_bytes,
        )
    except BaseException:
        store.close()
        raise


def _provider(settings: HubSettings) -> Provider | None:
    if not settings.oidc_issuer:
        return None
    return Provider(settings.oidc_issuer, settings.oidc_client_id, over_network)


def _now() -> datetime:
    return datetime.now(UTC)


def _opened(settings: HubSettings, *, create: bool) -> Store:
    if is_server(settings.database):
        return Store.on_postgres(server_url(settings.database), connections=settings.connections)
    return Store.open(Path(settings.database), None, create=create)


def _make(store: Store) -> None:
    with store.read() as conn:
        empty = revision.current(conn) is None
    if not empty and store.side != "hub":
        raise KnownError(
            "The database is a desk's own.",
            "Nothing in it was changed.",
            "Name an empty database; a desk's cases come to a hub when the desk joins it.",
        )
    migrate.upgrade(store)
    make_hub(store, uuid7(), _now())


def _refuse_other(store: Store) -> None:
    with store.read() as conn:
        found = revision.current(conn)
    if found == revision.HEAD and store.side == "hub":
        return
    state = f"has schema {found} and this program works with {revision.HEAD}"
    if found in {None, revision.HEAD}:
        state = "is not set up as a hub's"
    raise KnownError(
        f"The hub's database {state}.",
        "Nothing was started or changed.",
        "Run `supportdesk hub init`, which also brings an older one up to date.",
    )


def _device(store: Store) -> UUID:
    """The hub's own id, made when it is first opened."""
    with store.read() as conn:
        known = desk_settings.get(conn, _DEVICE)
    if known is not None:
        return UUID(str(known))
    with store.write() as conn:
        known = desk_settings.get(conn, _DEVICE)
        if known is None:
            known = str(uuid7())
            desk_settings.put(conn, _DEVICE, known)
    return UUID(str(known))
