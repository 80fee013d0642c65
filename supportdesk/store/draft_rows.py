"""Rows of drafts: what somebody has typed and not yet sent, the last versions of each; no case hangs on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from supportdesk.store.tables.desk import DRAFT

VERSIONS_KEPT = 10
VERSION_SPAN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """One version of a draft."""

    key: str
    content: Mapping[str, Any]
    saved_at: datetime


def save(conn: Connection, key: str, content: Mapping[str, Any], at: datetime) -> None:
    """Keep what a form holds now; the last ten versions stay, and content as it stands already makes none.

    Typing is kept twice a second. What follows within a minute of the version before takes the newest one's place,
    so that ten versions reach back ten minutes or more.
    """
    latest = versions(conn, key, limit=2)
    if latest and latest[0].content == content:
        return
    if len(latest) > 1 and latest[0].saved_at - latest[1].saved_at < VERSION_SPAN:
        newest = select(func.max(DRAFT.c.row)).where(DRAFT.c.key == key).scalar_subquery()
        conn.execute(update(DRAFT).where(DRAFT.c.row == newest).values(content=dict(content), saved_at=at))
        return
    conn.execute(insert(DRAFT).values(key=key, content=dict(content), saved_at=at))
    oldest_kept = (
        select(DRAFT.c.row)
        .where(DRAFT.c.key == key)
        .order_by(DRAFT.c.row.desc())
        .offset(VERSIONS_KEPT - 1)
        .limit(1)
        .scalar_subquery()
    )
    conn.execute(delete(DRAFT).where(DRAFT.c.key == key, DRAFT.c.row < oldest_kept))


def load(conn: Connection, key: str) -> KeptDraft | None:
    """The newest version."""
    found = versions(conn, key, limit=1)
    return found[0] if found else None


def versions(conn: Connection, key: str, *, limit: int = VERSIONS_KEPT) -> tuple[KeptDraft, ...]:
    """The versions of one draft, newest first."""
    rows = conn.execute(select(DRAFT).where(DRAFT.c.key == key).order_by(DRAFT.c.row.desc()).limit(limit))
    return tuple(KeptDraft(row.key, row.content, row.saved_at) for row in rows)


def newest_of_each(conn: Connection) -> tuple[KeptDraft, ...]:
    """The newest version of every draft, latest first."""
    last = select(func.max(DRAFT.c.row)).group_by(DRAFT.c.key)
    rows = conn.execute(select(DRAFT).where(DRAFT.c.row.in_(last)).order_by(DRAFT.c.row.desc()))
    return tuple(KeptDraft(row.key, row.content, row.saved_at) for row in rows)


def discard(conn: Connection, key: str) -> None:
    """Forget a draft with all its versions."""
    conn.execute(delete(DRAFT).where(DRAFT.c.key == key))
