"""Rows of what slows guessing down: failures by key; how long each holds up is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from supportdesk.store.tables.accounts import THROTTLE


@dataclass(frozen=True, slots=True)
class Throttle:
    """How often something failed under a key, when last, and until when nobody may try again."""

    key: str
    failures: int
    last_at: datetime
    blocked_until: datetime


def held(conn: Connection, keys: Iterable[str], at: datetime) -> dict[str, Throttle]:
    """What is known of these keys, kept from every other worker until the transaction ends; a new key begins with 0."""
    # Always in one order, so that two workers never wait for each other.
    ordered = sorted(set(keys))
    build = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    blank = [{"key": key, "failures": 0, "last_at": at, "blocked_until": at} for key in ordered]
    conn.execute(build(THROTTLE).values(blank).on_conflict_do_nothing())
    rows = conn.execute(
        select(THROTTLE).where(THROTTLE.c.key.in_(ordered)).order_by(THROTTLE.c.key).with_for_update()
    ).mappings()
    return {row["key"]: Throttle(**row) for row in rows}


def put(conn: Connection, throttle: Throttle) -> None:
    """Keep what is now known of a key."""
    conn.execute(
        update(THROTTLE)
        .where(THROTTLE.c.key == throttle.key)
        .values(failures=throttle.failures, last_at=throttle.last_at, blocked_until=throttle.blocked_until)
    )


def clear(conn: Connection, keys: Iterable[str]) -> None:
    """Forget the failures under these keys."""
    conn.execute(delete(THROTTLE).where(THROTTLE.c.key.in_(list(keys))))


def forget(conn: Connection, before: datetime) -> None:
    """Drop what last failed before an instant."""
    conn.execute(delete(THROTTLE).where(THROTTLE.c.last_at < before))
