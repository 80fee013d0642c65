"""The hub's row about itself: its timeline, and how far back its log goes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import insert, select

from supportdesk.domain.errors import KnownError
from supportdesk.store.tables.sync import HUB

if TYPE_CHECKING:
    from sqlalchemy import Connection


def make_hub(conn: Connection, epoch: UUID, now: datetime) -> None:
    """Make this database a hub's; from now on its changes are noted (see Store.change_side)."""
    conn.execute(insert(HUB).values(one=1, epoch=epoch, made_at=now, floor=0))


def is_hub(conn: Connection) -> bool:
    """Whether this is a hub's database."""
    return conn.execute(select(HUB.c.one)).first() is not None


def epoch_of(conn: Connection) -> UUID:
    """The timeline that this hub's numbers belong to."""
    found: UUID | None = conn.scalar(select(HUB.c.epoch))
    if found is None:
        raise KnownError(
            "This database is no hub's.", "Nothing was read or changed.", "Run `supportdesk hub init` first."
        )
    return found
