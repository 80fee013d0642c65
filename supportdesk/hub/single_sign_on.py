"""Single sign-on: a sign-on begun, and an account found for whom the provider vouches for; tokens are `provider`'s."""

from __future__ import annotations

from datetime import timedelta

from supportdesk.domain.words import AgentRole
from supportdesk.hub import administration, signing_in, throttling, tokens
from supportdesk.hub.administration import By
from supportdesk.hub.hub import Hub
from supportdesk.hub.passwords import login_of
from supportdesk.hub.problems import Refusal
from supportdesk.hub.provider import Provider, Vouched
from supportdesk.protocol.accounts import NewUser, SignedIn, SignOnOffer, SingleSignOn
from supportdesk.store import account_rows, audit_rows, sign_on_rows
from supportdesk.store.account_rows import Account
from supportdesk.store.audit_rows import AuditLine

_GOOD_FOR = timedelta(minutes=10)


def begin(hub: Hub, address: str) -> SignOnOffer:
    """Begin a sign-on. Refusal: 404 where there is none, 429 after too many, 503 for a provider out of reach."""
    provider = _provider(hub)
    now = hub.now()
    authorization = provider.endpoint("authorization_endpoint", now)
    token = provider.endpoint("token_endpoint", now)
    state, nonce = tokens.secret(hub.chance), tokens.secret(hub.chance)
    with hub.store.write() as conn:
        throttling.begin(conn, throttling.keys_of_address(address), now)
        sign_on_rows.forget(conn, now)
        sign_on_rows.add(conn, tokens.hashed(state), nonce, now + _GOOD_FOR)
    return SignOnOffer(
        issuer=provider.issuer,
        authorization_endpoint=authorization,
        token_endpoint=token,
        client_id=provider.client_id,
        client_secret=hub.settings.oidc_client_secret or None,
        scopes=hub.settings.oidc_scopes,
        state=state,
        nonce=nonce,
        expires_at=now + _GOOD_FOR,
    )


def finish(hub: Hub, said: SingleSignOn, address: str) -> SignedIn:
    """Sign in whom the provider vouches for.

    Refusal: 401 `sign_on` for one that was not begun here, was finished or took too long, 401 `id_token` for what
    does not hold, 403 `no_account` for somebody who has none.
    """
    provider = _provider(hub)
    now = hub.now()
    with hub.store.write() as conn:
        nonce = sign_on_rows.take(conn, tokens.hashed(said.state), now)
    if nonce is None:
        raise Refusal(
            401,
            "sign_on",
            "This sign-on is not known, was used or took too long.",
            "You are not signed in.",
            "Start it again.",
        )
    account = _account(hub, provider, provider.vouched(said.id_token, nonce, now), address)
    given = signing_in.let_in(hub, account.id, said.device, said.known_device, address, by="single sign-on")
    with hub.store.write() as conn:
        throttling.succeed(conn, throttling.keys_of_address(address), now)
    return given


def _provider(hub: Hub) -> Provider:
    if hub.provider is None:
        raise Refusal(404, "no_sign_on", "This hub has no single sign-on.", remedy="Sign in by password.")
    return hub.provider


def _account(hub: Hub, provider: Provider, vouched: Vouched, address: str) -> Account:
    """The account of somebody; one that is known by the verified e-mail address only is tied to the subject."""
    with hub.store.write() as conn:
        account = account_rows.by_subject(conn, provider.issuer, vouched.subject)
        if account is not None:
            return account
        if vouched.email is not None:
            account = account_rows.by_login(conn, login_of(vouched.email))
        if account is not None and account.oidc_subject is None:
            account_rows.set_subject(conn, account.id, provider.issuer, vouched.subject)
            details = {"account": str(account.id), "by": "e-mail"}
            audit_rows.add(
                conn, AuditLine(hub.now(), "user.subject", account.agent_id, address=address, details=details)
            )
            return account
    if account is None and vouched.email is not None and hub.settings.oidc_create_accounts:
        return _create(hub, provider, vouched, vouched.email, address)
    raise Refusal(
        403,
        "no_account",
        "There is no account for you on this hub.",
        "You are not signed in.",
        "Ask an administrator for one.",
    )


def _create(hub: Hub, provider: Provider, vouched: Vouched, email: str, address: str) -> Account:
    new = NewUser(
        login=email, name=(vouched.name or email)[:200], roles=[AgentRole.SUPPORT_OFFICER], email=email
    )
    account = administration.add_user(hub, By(address=address), new)
    with hub.store.write() as conn:
        account_rows.set_subject(conn, account.id, provider.issuer, vouched.subject)
    return account
