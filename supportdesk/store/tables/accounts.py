"""Tables of who may sign in to the hub: accounts, devices, sessions, what slows guessing down, and the audit log."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table, UniqueConstraint

from supportdesk.store.tables.columns import METADATA, Id, Instant, Integer, Json, RowNumber, String

# A secret is kept as the SHA-256 of it, in hexadecimal digits: 32 random bytes need no slow hash.
_HASH = String(64)

ACCOUNT = Table(
    "account",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("agent_id", Id, ForeignKey("agent.id"), nullable=False, unique=True),
    Column("login", String(320), nullable=False, unique=True),  # as `hub/passwords.login_of` writes it
    Column("password_hash", String(200)),  # argon2id; null: signs in elsewhere only
    Column("oidc_issuer", String(400)),
    Column("oidc_subject", String(255)),
    Column("active", Boolean, nullable=False, default=True),
    Column("created_at", Instant, nullable=False),
    Column("password_changed_at", Instant),
    UniqueConstraint("oidc_issuer", "oidc_subject"),
)

DEVICE = Table(
    "device",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("agent_id", Id, ForeignKey("agent.id"), nullable=False, index=True),
    Column("name", String(120), nullable=False),
    Column("platform", String(60), nullable=False),
    Column("secret_hash", _HASH, nullable=False),
    Column("state", String(10), nullable=False),  # active · revoked · lost
    Column("registered_at", Instant, nullable=False),
    Column("last_seen_at", Instant, nullable=False),  # at a sign-in or a refresh, not at every request
)

SESSION = Table(
    "session",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("account_id", Id, ForeignKey("account.id"), nullable=False, index=True),
    Column("device_id", Id, ForeignKey("device.id"), nullable=False, index=True),
    Column("access_hash", _HASH, nullable=False, unique=True),
    Column("access_expires_at", Instant, nullable=False),
    # The part that all refresh tokens of a session share: by it one long out of use is still known.
    Column("family_hash", _HASH, nullable=False, unique=True),
    Column("refresh_hash", _HASH, nullable=False),
    Column("previous_refresh_hash", _HASH),  # null once the newest access token was used
    Column("salt", String(64), nullable=False),  # what, with the previous token, gives the newest ones
    Column("started_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("why", String(20)),  # signed_out · reused · revoked · disabled · password · replaced
    Index("ix_session_ended_at", "ended_at"),
)

THROTTLE = Table(
    "throttle",
    METADATA,
    # Hashed, as what people type into the field of the login is now and then their password.
    Column("key", _HASH, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("blocked_until", Instant, nullable=False),
    Index("ix_throttle_last_at", "last_at"),
)

SIGN_ON = Table(
    "sign_on",
    METADATA,
    # A single sign-on that was begun and has not come back from the provider; used once.
    Column("state_hash", _HASH, primary_key=True),
    Column("nonce", String(64), nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
)

AUDIT = Table(
    "audit",
    METADATA,
    Column("n", RowNumber, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("actor", Id),  # the agent; null: nobody who was known
    Column("device", Id),
    Column("address", String(64)),  # null: on the hub's own machine
    Column("act", String(40), nullable=False),
    Column("details", Json),  # never a password, a token or what people wrote
    Index("ix_audit_at", "at"),
)
