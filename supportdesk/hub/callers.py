"""Who sends a request: the one dependency of every protected route; what somebody may do is decided in `rights`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from supportdesk.domain.words import AgentRole
from supportdesk.hub import tokens
from supportdesk.hub.hub import Hub
from supportdesk.hub.problems import Refusal
from supportdesk.store import device_rows, session_rows
from supportdesk.store.session_rows import Holder

_LONGEST_TOKEN = 200
_CHALLENGE = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who is signed in, as the database knows them at this request.

    `address` is where the request came from, as the proxy in front tells it.
    """

    account_id: UUID
    agent_id: UUID
    device_id: UUID
    session_id: UUID
    roles: frozenset[AgentRole]
    branch_id: UUID | None
    language: str | None
    address: str


async def hub_of(request: Request) -> Hub:
    """The hub that the app was made for."""
    hub: Hub = request.app.state.hub
    return hub


HubOf = Annotated[Hub, Depends(hub_of)]


def address_of(request: Request) -> str:
    """Where a request came from; empty where that can't be told."""
    return request.client.host[:64] if request.client is not None else ""


def caller(request: Request, hub: HubOf) -> Caller:
    """Who holds the request's access token.

    Refusal: 401 without a good token (`no_token`, `token_unknown`, `token_expired`, `session_ended`), 403 from a
    device that was revoked or an account that was disabled.
    """
    token_hash = tokens.hashed(_token(request))
    with hub.store.glance() as conn:
        holder = session_rows.holder_of(conn, token_hash)
    if holder is None:
        raise _unauthorised(
            "token_unknown", "The access token is not known.", "Refresh it, or sign in again."
        )
    refuse_barred(device_state=holder.device_state, active=holder.active)
    if holder.ended_at is not None:
        raise _unauthorised("session_ended", "This session has ended.", "Sign in again.")
    if holder.access_expires_at <= hub.now():
        raise _unauthorised("token_expired", "The access token has run out.", "Refresh it.")
    if holder.unused:
        with hub.store.write() as conn:
            session_rows.confirm(conn, holder.session_id, token_hash)
    found = _caller(holder, address_of(request))
    request.state.caller = found.agent_id
    return found


CallerOf = Annotated[Caller, Depends(caller)]


def refuse_barred(*, device_state: str, active: bool) -> None:
    """Refusal (403) for a device that was revoked and for somebody who may work here no more."""
    if device_state != device_rows.ACTIVE:
        raise Refusal(
            403,
            "device_revoked",
            "This device may not use the hub any more.",
            "What is on it and was not sent stays there.",
            "Ask an administrator; a device that was found again is registered anew by signing in.",
        )
    if not active:
        raise Refusal(
            403,
            "account_disabled",
            "This account may not use the hub any more.",
            "What is on the device and was not sent stays there.",
            "Ask an administrator.",
        )


def _caller(holder: Holder, address: str) -> Caller:
    known = {role.value for role in AgentRole}
    return Caller(
        account_id=holder.account_id,
        agent_id=holder.agent_id,
        device_id=holder.device_id,
        session_id=holder.session_id,
        roles=frozenset(AgentRole(role) for role in holder.roles if role in known),
        branch_id=holder.branch_id,
        language=holder.language,
        address=address,
    )


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token:
        raise _unauthorised("no_token", "The request has no access token.", "Sign in.")
    if len(token) > _LONGEST_TOKEN:
        raise _unauthorised("token_unknown", "The access token is not known.", "Sign in again.")
    return token


def _unauthorised(code: str, what: str, remedy: str) -> Refusal:
    return Refusal(401, code, what, remedy=remedy, headers=_CHALLENGE)
