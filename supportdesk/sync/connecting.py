"""A desk's first words with a hub: is there one at this address, how may one sign in, and signing in itself."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import requests

from supportdesk.protocol import codec
from supportdesk.protocol.accounts import (
    Health,
    KnownDevice,
    LogIn,
    NewDevice,
    SignedIn,
    SignOnOffer,
    SingleSignOn,
)
from supportdesk.store.hub_secrets import HubSecrets
from supportdesk.sync.http_link import asked, checked_address
from supportdesk.sync.link import Turned
from supportdesk.sync.sign_in import sign_in


@dataclass(frozen=True, slots=True)
class Offer:
    """A hub that answered: its address as it is kept, and whether one may sign in through the organisation's own."""

    address: str
    version: str
    single_sign_on: bool


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody is signed in: what lets the desk in from now on, and who the person is to the hub."""

    address: str
    secrets: HubSecrets
    access_token: str
    agent_id: UUID
    name: str
    branch_id: UUID | None
    branch: str | None
    roles: tuple[str, ...]


def ask(address: str) -> Offer:
    """What a hub offers. KnownError for an address that is none or not protected, Unreachable where nothing answers."""
    checked = checked_address(address)
    with requests.Session() as http:
        health = asked(http, f"{checked}/health", None, Health, media=codec.JSON)
        try:
            asked(http, f"{checked}/auth/v1/oidc", None, SignOnOffer, media=codec.JSON)
        except Turned:
            return Offer(checked, health.version, single_sign_on=False)
    return Offer(checked, health.version, single_sign_on=True)


def log_in(
    address: str, login: str, password: str, device_name: str, known: HubSecrets | None = None
) -> Admitted:
    """Sign in by password; the device is registered, or known again by its secret.

    Turned with what the hub says where login or password are wrong, or after too many tries (TryLater).
    """
    message = LogIn(login=login, password=password, device=_device(device_name), known_device=_known(known))
    with requests.Session() as http:
        signed = asked(http, f"{address}/auth/v1/login", codec.encode(message), SignedIn, media=codec.JSON)
    return _admitted(address, signed, known)


def sign_on(
    address: str,
    device_name: str,
    open_browser: Callable[[str], object],
    chance: Callable[[int], bytes],
    known: HubSecrets | None = None,
) -> Admitted:
    """Sign in through the organisation's provider in the browser; blocks until the person comes back from there."""
    with requests.Session() as http:
        offer = asked(http, f"{address}/auth/v1/oidc", None, SignOnOffer, media=codec.JSON)
        proof = sign_in(offer, open_browser, chance)
        message = SingleSignOn(
            state=proof.state,
            id_token=proof.id_token,
            device=_device(device_name),
            known_device=_known(known),
        )
        signed = asked(http, f"{address}/auth/v1/oidc", codec.encode(message), SignedIn, media=codec.JSON)
    return _admitted(address, signed, known)


def own_name() -> str:
    """What this computer calls itself, as the name of a new device."""
    return platform.node()[:120] or "desk"


def _device(name: str) -> NewDevice:
    return NewDevice(name=name or own_name(), platform=f"{platform.system()} {platform.machine()}"[:60])


def _known(known: HubSecrets | None) -> KnownDevice | None:
    return KnownDevice(id=known.device_id, secret=known.device_secret) if known is not None else None


def _admitted(address: str, signed: SignedIn, known: HubSecrets | None) -> Admitted:
    secret = signed.device_secret or (known.device_secret if known is not None else "")
    return Admitted(
        address=address,
        secrets=HubSecrets(signed.device_id, secret, signed.tokens.refresh_token),
        access_token=signed.tokens.access_token,
        agent_id=signed.agent.agent_id,
        name=signed.agent.name,
        branch_id=signed.agent.branch_id,
        branch=signed.agent.branch,
        roles=tuple(signed.agent.roles),
    )
