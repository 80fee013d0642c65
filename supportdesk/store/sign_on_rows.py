"""Rows of single sign-ons that were begun: each is taken once, or runs out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert

from supportdesk.store.tables.accounts import SIGN_ON


def add(conn: Connection, state_hash: str, nonce: str, expires_at: datetime) -> None:
    """Note that a sign-on was begun."""
    conn.execute(insert(SIGN_ON).values(state_hash=state_hash, nonce=nonce, expires_at=expires_at))


def take(conn: Connection, state_hash: str, now: datetime) -> str | None:
    """The nonce of a sign-on, which is then over; None where there is none, or it was taken, or it ran out."""
    taken: str | None = conn.scalar(
        delete(SIGN_ON)
        .where(SIGN_ON.c.state_hash == state_hash, SIGN_ON.c.expires_at > now)
        .returning(SIGN_ON.c.nonce)
    )
    return taken


def forget(conn: Connection, before: datetime) -> None:
    """Drop what ran out before an instant."""
    conn.execute(delete(SIGN_ON).where(SIGN_ON.c.expires_at <= before))
