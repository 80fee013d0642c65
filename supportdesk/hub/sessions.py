"""Sessions: begun, carried on by rotating refresh tokens, and ended; how somebody proves who they are is next door."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from supportdesk.hub import callers, tokens
from supportdesk.hub.hub import Hub
from supportdesk.hub.problems import Refusal
from supportdesk.hub.tokens import Pair
from supportdesk.protocol.accounts import Tokens
from supportdesk.store import account_rows, audit_rows, device_rows, session_rows
from supportdesk.store.audit_rows import AuditLine
from supportdesk.store.session_rows import Session
from supportdesk.store.store import Transaction

SIGNED_OUT, REUSED, REVOKED, DISABLED, PASSWORD, REPLACED = (
    "signed_out",
    "reused",
    "revoked",
    "disabled",
    "password",
    "replaced",
)
"""Why a session ended."""
_FORGOTTEN_AFTER = timedelta(days=90)


def begin(hub: Hub, conn: Transaction, account_id: UUID, device_id: UUID) -> Tokens:
    """Begin a session on a device; one that the device still had ends."""
    now = hub.now()
    session_rows.end_of_device(conn, device_id, REPLACED, now)
    session_rows.forget(conn, now - _FORGOTTEN_AFTER)
    pair = tokens.first_pair(hub.chance)
    access_until, refresh_until = _ends(hub, now)
    session_rows.add(
        conn,
        Session(
            id=hub.new_id(),
            account_id=account_id,
            device_id=device_id,
            access_hash=tokens.hashed(pair.access),
            access_expires_at=access_until,
            family_hash=tokens.hashed(tokens.family(pair.refresh)),
            refresh_hash=tokens.hashed(pair.refresh),
            previous_refresh_hash=None,
            salt=tokens.salt(hub.chance),
            started_at=now,
            expires_at=refresh_until,
        ),
    )
    return _told(pair, access_until, refresh_until)


def refresh(hub: Hub, refresh_token: str, address: str) -> Tokens:
    """The next tokens of a session.

    The token before the newest one is good until the newest access token was used, and gives the same tokens again:
    the answer to it may have been lost. One older than that, or that one later, was copied: the session ends.
    Raises Refusal: 401 (`token_unknown`, `session_ended`), 403 for a revoked device or a disabled account.
    """
    with hub.store.write() as conn:
        session = session_rows.of_family(conn, tokens.hashed(tokens.family(refresh_token)))
        if session is None:
            raise _not_good("token_unknown", "The refresh token is not known.")
        _refuse_barred(conn, session)
        now = hub.now()
        if session.ended_at is not None or session.expires_at <= now:
            raise _not_good("session_ended", "This session has ended.")
        found = _next(hub, conn, session, refresh_token)
        if found is not None:
            device_rows.set_seen(conn, session.device_id, now)
            return found
        session_rows.end(conn, session.id, REUSED, now)
        line = AuditLine(now, "session.reused", device=session.device_id, address=address)
        audit_rows.add(conn, line)
    # Only now, or the end of the session would be taken back with the transaction.
    raise _not_good("session_ended", "This refresh token was used before, so the session was ended.")


def _next(hub: Hub, conn: Transaction, session: Session, refresh_token: str) -> Tokens | None:
    """The tokens after this one, kept; None for a token that should not be in use any more."""
    given = tokens.hashed(refresh_token)
    if given == session.refresh_hash:
        salt = tokens.salt(hub.chance)
    elif given == session.previous_refresh_hash:
        salt = session.salt
    else:
        return None
    pair = tokens.next_pair(refresh_token, salt)
    access_until, refresh_until = _ends(hub, hub.now())
    session_rows.change(
        conn,
        session.id,
        access_hash=tokens.hashed(pair.access),
        access_expires_at=access_until,
        refresh_hash=tokens.hashed(pair.refresh),
        previous_refresh_hash=given,
        salt=salt,
        expires_at=refresh_until,
    )
    return _told(pair, access_until, refresh_until)


def _refuse_barred(conn: Transaction, session: Session) -> None:
    account = account_rows.by_id(conn, session.account_id)
    device = device_rows.find(conn, session.device_id)
    callers.refuse_barred(
        device_state=device.state if device is not None else device_rows.REVOKED,
        active=account is not None and account.active,
    )


def _ends(hub: Hub, now: datetime) -> tuple[datetime, datetime]:
    settings = hub.settings
    return now + timedelta(minutes=settings.access_minutes), now + timedelta(days=settings.refresh_days)


def _told(pair: Pair, access_until: datetime, refresh_until: datetime) -> Tokens:
    return Tokens(
        access_token=pair.access,
        access_expires_at=access_until,
        refresh_token=pair.refresh,
        refresh_expires_at=refresh_until,
    )


def _not_good(code: str, what: str) -> Refusal:
    return Refusal(401, code, what, remedy="Sign in again.", headers={"WWW-Authenticate": "Bearer"})
