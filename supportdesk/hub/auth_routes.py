"""The routes of signing in and out, one's own session and password; what each comes to lives in `signing_in`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response

from supportdesk.hub import sessions, signing_in, single_sign_on
from supportdesk.hub.bodies import SMALL, answer, body, done, speaks
from supportdesk.hub.callers import CallerOf, HubOf, address_of
from supportdesk.protocol.accounts import (
    ChangePassword,
    LogIn,
    Refresh,
    SignedIn,
    SignOnOffer,
    SingleSignOn,
    Tokens,
    WhoAmI,
)

router = APIRouter(prefix="/auth/v1", tags=["signing in"])


@router.post("/login", **speaks(takes=LogIn, gives=SignedIn, public=True, refuses=(401, 403, 429)))
def log_in(request: Request, hub: HubOf, said: Annotated[LogIn, body(LogIn, limit=SMALL)]) -> Response:
    """Sign in by password, and register the device where it is a new one."""
    return answer(signing_in.log_in(hub, said, address_of(request)))


@router.post("/refresh", **speaks(takes=Refresh, gives=Tokens, public=True, refuses=(401, 403)))
def refresh(request: Request, hub: HubOf, said: Annotated[Refresh, body(Refresh, limit=SMALL)]) -> Response:
    """Get new tokens for a refresh token."""
    return answer(sessions.refresh(hub, said.refresh_token, address_of(request)))


@router.get("/oidc", **speaks(gives=SignOnOffer, public=True, refuses=(404, 429)))
def begin_single_sign_on(request: Request, hub: HubOf) -> Response:
    """Begin a single sign-on: where to go, and what ties the answer to it."""
    return answer(single_sign_on.begin(hub, address_of(request)))


@router.post("/oidc", **speaks(takes=SingleSignOn, gives=SignedIn, public=True, refuses=(401, 403, 404, 429)))
def finish_single_sign_on(
    request: Request, hub: HubOf, said: Annotated[SingleSignOn, body(SingleSignOn, limit=SMALL)]
) -> Response:
    """Sign in by what the provider vouches for."""
    return answer(single_sign_on.finish(hub, said, address_of(request)))


@router.post("/logout", **speaks())
def log_out(who: CallerOf, hub: HubOf) -> Response:
    """End this session."""
    signing_in.log_out(hub, who)
    return done()


@router.get("/me", **speaks(gives=WhoAmI))
def who_am_i(who: CallerOf, hub: HubOf) -> Response:
    """Who is signed in."""
    return answer(signing_in.who_am_i(hub, who))


@router.post("/password", **speaks(takes=ChangePassword, refuses=(429,)))
def change_password(
    who: CallerOf, hub: HubOf, said: Annotated[ChangePassword, body(ChangePassword, limit=SMALL)]
) -> Response:
    """Change one's own password."""
    signing_in.change_password(hub, who, said)
    return done()
