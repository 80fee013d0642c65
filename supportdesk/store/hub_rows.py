"""The row that makes a database a hub's: from then on what is shared is noted in the log for the desks."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select

from supportdesk.store.store import Store
from supportdesk.store.tables.sync import HUB


def make_hub(store: Store, epoch: UUID, at: datetime) -> None:
    """Make the database a hub's, with this id of its timeline; one that is a hub's already stays as it is."""
    with store.write() as conn:
        if conn.scalar(select(HUB.c.one)) is None:
            conn.execute(insert(HUB).values(one=1, epoch=epoch, made_at=at, floor=0))
    store.change_side()
