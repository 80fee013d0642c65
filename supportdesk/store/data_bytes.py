"""Clients' data files as rows that have bytes on a desk: which are to be sent, and which need not lie there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.work import DATA_FILE

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

STORED = "stored"
_SHA256 = re.compile(r"[0-9a-f]{64}")


def to_send(conn: Connection) -> Sequence[Record]:
    """The data files whose bytes the hub does not have and that were not erased, the oldest first."""
    columns = (DATA_FILE.c.id, DATA_FILE.c.sha256, DATA_FILE.c.size, DATA_FILE.c.name)
    unsent = (DATA_FILE.c.state != STORED) & DATA_FILE.c.erased_at.is_(None) & ~DATA_FILE.c.deleted
    return conn.execute(select(*columns).where(unsent).order_by(DATA_FILE.c.id)).mappings().all()


def dispensable(conn: Connection, *, has_hub: bool) -> list[str]:
    """The checksums of data files whose bytes need not lie here: erased, or safe with the hub where there is one.

    Not those that an attachment names, or another data file that is still needed here.
    """
    over = _over(has_hub=has_hub)
    attached = select(ATTACHMENT.c.sha256).where(~ATTACHMENT.c.deleted)
    needed = select(DATA_FILE.c.sha256).where(~over)
    found = select(DATA_FILE.c.sha256).where(over, DATA_FILE.c.sha256.not_in(needed)).distinct()
    # What has come from elsewhere may call itself anything.
    kept = [each for each in conn.scalars(found) if _SHA256.fullmatch(each)]
    named = set(conn.scalars(attached.where(ATTACHMENT.c.sha256.in_(kept)))) if kept else set()
    return [each for each in kept if each not in named]


def _over(*, has_hub: bool) -> ColumnElement[bool]:
    erased = DATA_FILE.c.erased_at.is_not(None)
    return erased | (DATA_FILE.c.state == STORED) if has_hub else erased
