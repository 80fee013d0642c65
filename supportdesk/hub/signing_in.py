"""Signing in: who somebody is, from which device, and the session that comes of it; tokens and delays are next door."""

from __future__ import annotations

import hmac
from uuid import UUID

from supportdesk.hub import callers, sessions, throttling, tokens
from supportdesk.hub.callers import Caller
from supportdesk.hub.hub import Hub
from supportdesk.hub.passwords import login_of
from supportdesk.hub.problems import Refusal
from supportdesk.protocol.accounts import ChangePassword, KnownDevice, LogIn, NewDevice, SignedIn, WhoAmI
from supportdesk.store import account_rows, audit_rows, device_rows, session_rows
from supportdesk.store.account_rows import Account
from supportdesk.store.audit_rows import AuditLine
from supportdesk.store.device_rows import Device
from supportdesk.store.store import Transaction


def log_in(hub: Hub, said: LogIn, address: str) -> SignedIn:
    """Sign in by password.

    Raises Refusal: 401 `wrong_login` for an unknown login and a wrong password alike, 403 for a disabled account or a
    revoked device, 429 after too many failures.
    """
    login = login_of(said.login)
    with hub.store.write() as conn:
        account = account_rows.by_login(conn, login)
        known = _proven(conn, account, said.known_device)
        keys = throttling.keys_of_stranger(login, address)
        if known is not None and known.state == device_rows.ACTIVE:
            keys = throttling.keys_of_device(known.id)
        throttling.begin(conn, keys, hub.now())
    # Between the transactions: the check takes its time, and nobody else should wait for it.
    verdict = hub.passwords.check(account.password_hash if account is not None else None, said.password)
    if account is None or not verdict.right:
        with hub.store.write() as conn:
            actor = account.agent_id if account is not None else None
            audit_rows.add(conn, AuditLine(hub.now(), "sign_in.refused", actor, address=address))
        raise Refusal(
            401,
            "wrong_login",
            "Login or password is wrong.",
            "You are not signed in.",
            "Check both and try again.",
        )
    with hub.store.write() as conn:
        throttling.succeed(conn, keys, hub.now())
        if verdict.rehashed is not None and account.password_hash is not None:
            account_rows.rehash_password(conn, account.id, account.password_hash, verdict.rehashed)
    return let_in(hub, account.id, said.device, said.known_device, address, by="password")


def let_in(
    hub: Hub, account_id: UUID, new: NewDevice, known: KnownDevice | None, address: str, *, by: str
) -> SignedIn:
    """Begin a session for somebody who proved who they are; `by` says how, for the audit log."""
    with hub.store.write() as conn:
        account = account_rows.by_id(conn, account_id)
        if account is None:
            raise Refusal(401, "wrong_login", "This account is gone.", remedy="Ask an administrator.")
        device = _proven(conn, account, known)
        state = device.state if device is not None else device_rows.ACTIVE
        callers.refuse_barred(device_state=state, active=account.active)
        secret = None
        if device is None:
            secret = tokens.secret(hub.chance)
            device = _register(hub, conn, account, new, secret)
        else:
            device_rows.set_seen(conn, device.id, hub.now())
        given = sessions.begin(hub, conn, account.id, device.id)
        details = {"by": by, "registered": secret is not None}
        line = AuditLine(hub.now(), "sign_in", account.agent_id, device.id, address, details)
        audit_rows.add(conn, line)
    who = _who(account, device.id)
    return SignedIn(device_id=device.id, device_secret=secret, tokens=given, agent=who)


def log_out(hub: Hub, who: Caller) -> None:
    """End the caller's session."""
    with hub.store.write() as conn:
        session_rows.end(conn, who.session_id, sessions.SIGNED_OUT, hub.now())
        audit_rows.add(conn, AuditLine(hub.now(), "sign_out", who.agent_id, who.device_id, who.address))


def who_am_i(hub: Hub, who: Caller) -> WhoAmI:
    """The caller, by name."""
    with hub.store.read() as conn:
        account = account_rows.by_id(conn, who.account_id)
    if account is None:
        raise Refusal(401, "session_ended", "This account is gone.", remedy="Ask an administrator.")
    return _who(account, who.device_id)


def change_password(hub: Hub, who: Caller, said: ChangePassword) -> None:
    """Change the caller's own password; the account's other sessions end.

    Raises Refusal: 403 `wrong_password`, 429 after too many of these; KnownError for a new one that won't do.
    """
    keys = throttling.keys_of_account(who.account_id)
    with hub.store.write() as conn:
        throttling.begin(conn, keys, hub.now())
        account = account_rows.by_id(conn, who.account_id)
    verdict = hub.passwords.check(account.password_hash if account is not None else None, said.password)
    if account is None or not verdict.right:
        raise Refusal(403, "wrong_password", "The password is wrong.", remedy="Try again.")
    new_hash = hub.passwords.hash(said.new_password, account.login)
    with hub.store.write() as conn:
        throttling.succeed(conn, keys, hub.now())
        account_rows.set_password(conn, account.id, new_hash, hub.now())
        session_rows.end_of_account(conn, account.id, sessions.PASSWORD, hub.now(), but=who.session_id)
        line = AuditLine(hub.now(), "password.changed", who.agent_id, who.device_id, who.address)
        audit_rows.add(conn, line)


def _proven(conn: Transaction, account: Account | None, said: KnownDevice | None) -> Device | None:
    """The device that somebody names, if it is this person's and its secret is right."""
    if account is None or said is None:
        return None
    device = device_rows.find(conn, said.id)
    if device is None or device.agent_id != account.agent_id:
        return None
    return device if hmac.compare_digest(device.secret_hash, tokens.hashed(said.secret)) else None


def _register(hub: Hub, conn: Transaction, account: Account, new: NewDevice, secret: str) -> Device:
    now = hub.now()
    device = Device(
        id=hub.new_id(),
        agent_id=account.agent_id,
        name=new.name,
        platform=new.platform,
        secret_hash=tokens.hashed(secret),
        state=device_rows.ACTIVE,
        registered_at=now,
        last_seen_at=now,
    )
    device_rows.add(conn, device)
    return device


def _who(account: Account, device_id: UUID) -> WhoAmI:
    return WhoAmI(
        agent_id=account.agent_id,
        account_id=account.id,
        device_id=device_id,
        login=account.login,
        name=account.name,
        email=account.email,
        branch_id=account.branch_id,
        branch=account.branch,
        roles=sorted(account.roles),
    )
