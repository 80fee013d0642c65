"""The row that makes a database a hub's: from then on what is shared is noted in the log for the desks."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import insert, select

from supportdesk.domain.errors import KnownError
from supportdesk.store.composed import Composed
from supportdesk.store.store import Store
from supportdesk.store.tables.sync import HUB

if TYPE_CHECKING:
    from sqlalchemy import Connection

_EPOCH = Composed(select(HUB.c.epoch))


def make_hub(store: Store, epoch: UUID, at: datetime) -> None:
    """Make the database a hub's, with this id of its timeline; one that is a hub's already stays as it is."""
    with store.write() as conn:
        if conn.scalar(select(HUB.c.one)) is None:
            conn.execute(insert(HUB).values(one=1, epoch=epoch, made_at=at, floor=0))
    store.change_side()


def epoch_of(conn: Connection) -> UUID:
    """The timeline that this hub's numbers belong to; KnownError for a database that is no hub's."""
    found: UUID | None = _EPOCH.scalar(conn)
    if found is None:
        raise KnownError(
            "This database is no hub's.", "Nothing was read or changed.", "Run `supportdesk hub init` first."
        )
    return found
