"""Puts a desk and its hub together: where its secrets are kept, its links, a new desk that begins at a hub."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from supportdesk.app import bootstrap
from supportdesk.app.bootstrap import Encryption, OpenedProfile
from supportdesk.config.paths import Profile
from supportdesk.config.settings import Settings
from supportdesk.domain.errors import KnownError
from supportdesk.services.exchange.joining import (
    Joined,
    Registration,
    is_through,
    join_empty,
    join_with_cases,
)
from supportdesk.store import desk_rows
from supportdesk.store.hub_secrets import InFile, InKeyring, InMemory, Keeper
from supportdesk.sync.catalogue import fetch_catalogue
from supportdesk.sync.connecting import Admitted
from supportdesk.sync.file_link import HttpFileLink
from supportdesk.sync.http_link import HttpLink, Tickets

_IN_MEMORY: dict[str, InMemory] = {}


def keeper_of(opened: OpenedProfile) -> Keeper:
    """Where a desk keeps what lets it into its hub: beside its key in the keyring, else in its encrypted file.

    A desk that is not encrypted has no place for it: its person signs in each time.
    """
    if opened.settings.encryption == "keyring":
        return InKeyring(str(opened.profile.root))
    if opened.settings.encryption == "passphrase":
        return InFile(opened.store)
    return _IN_MEMORY.setdefault(str(opened.profile.root), InMemory())


def membership_of(opened: OpenedProfile) -> Mapping[str, Any] | None:
    """What a desk knows of the hub that it belongs to; None for one that works alone."""
    with opened.store.read() as conn:
        mine = desk_rows.membership(conn)
    return None if mine is None else dict(mine)


def address_of(opened: OpenedProfile) -> str | None:
    """The address of the hub that a desk belongs to; None for one that works alone."""
    mine = membership_of(opened)
    return mine["address"] if mine is not None else None


@dataclass(frozen=True, slots=True)
class Links:
    """What makes the links of a desk's threads, which share its tokens: for what is written, and for files."""

    text: Callable[[], HttpLink]
    files: Callable[[], HttpFileLink]


def links_of(
    opened: OpenedProfile, *, access_token: str = "", now: Callable[[], datetime] = bootstrap.present
) -> Links:
    """What makes the links of a desk. KnownError for one that works alone."""
    address = address_of(opened)
    if address is None:
        raise KnownError(
            "This desk works alone.", "There is no hub to speak with.", "Connect it with `supportdesk join`."
        )
    tickets = Tickets(address, keeper_of(opened), access_token=access_token)
    return Links(lambda: HttpLink(address, tickets, now), lambda: HttpFileLink(address, tickets))


def begin_at_hub(
    profile: Profile,
    admitted: Admitted,
    encryption: Encryption,
    *,
    passphrase: str = "",
    language: str = "en",
    time_zone: str = "",
    now: Callable[[], datetime] = bootstrap.present,
) -> OpenedProfile:
    """Set up a desk in an empty folder that belongs to a hub; its rows come with the first round.

    KnownErrors as `bootstrap.create_profile`; then nothing of it is left.
    """
    settings = Settings(
        language=language,
        encryption=encryption,
        time_zone=time_zone,
        first_run_done=True,
        actor=str(admitted.agent_id),
    )
    registration = Registration(admitted.address, admitted.agent_id, admitted.secrets.device_id)
    opened = bootstrap.create_empty(
        profile, settings, passphrase, lambda store: join_empty(store, registration, now()), now=now
    )
    keeper_of(opened).save(admitted.secrets)
    return opened


def join_hub(opened: OpenedProfile, admitted: Admitted) -> Joined:
    """Let a desk that worked alone belong to a hub with all that it has; it has to be opened anew afterwards.

    The file as it was is kept beside it until all of it has come back from the hub. KnownErrors as `join_with_cases`,
    and those of a link; then nothing was changed.
    """
    fetching = InMemory()
    fetching.save(admitted.secrets)
    tickets = Tickets(admitted.address, fetching, access_token=admitted.access_token)
    with closing(HttpLink(admitted.address, tickets, bootstrap.present)) as link:
        catalogue = fetch_catalogue(link, admitted.secrets.device_id)
    registration = Registration(admitted.address, admitted.agent_id, admitted.secrets.device_id)
    joined = join_with_cases(opened.desk, registration, catalogue, opened.profile.before_hub)
    keeper_of(opened).save(fetching.load() or admitted.secrets)
    return joined


def forget_copy(opened: OpenedProfile) -> None:
    """Delete the file of before joining, once everything that the desk brought has come back from the hub."""
    if opened.profile.before_hub.is_file() and is_through(opened.store):
        opened.profile.before_hub.unlink()


def signed_in_again(opened: OpenedProfile, admitted: Admitted) -> None:
    """Note that the desk's own person has signed in anew. KnownError for somebody else, or another hub's device."""
    with opened.store.read() as conn:
        mine = desk_rows.membership(conn)
    if mine is None or mine["agent_id"] != admitted.agent_id:
        raise KnownError(
            "This desk belongs to somebody else.",
            "What was done on it can be sent by its own person only.",
            "Sign in as the person whose desk it is, or set up a desk of your own.",
        )
    if mine["device_id"] != admitted.secrets.device_id:
        with opened.store.write() as conn:
            desk_rows.update_membership(conn, device_id=admitted.secrets.device_id)
    keeper_of(opened).save(admitted.secrets)
