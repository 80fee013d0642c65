"""Clients' data files as rows that have bytes on a desk: which are to be sent, and which need not lie there.

What others' rows say counts for nothing here until the hub has their bytes: anybody who sees a checksum can write one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from supportdesk.domain.checksums import is_checksum
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.desk import DRAFT, OPERATION
from supportdesk.store.tables.work import DATA_FILE

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Table

STORED = "stored"


def to_send(conn: Connection) -> Sequence[Record]:
    """The data files of this desk whose bytes the hub does not have and that were not erased, the oldest first."""
    columns = (DATA_FILE.c.id, DATA_FILE.c.sha256, DATA_FILE.c.size, DATA_FILE.c.name)
    unsent = (DATA_FILE.c.state != STORED) & DATA_FILE.c.erased_at.is_(None) & ~DATA_FILE.c.deleted
    return (
        conn.execute(select(*columns).where(unsent, _made_here(DATA_FILE)).order_by(DATA_FILE.c.id))
        .mappings()
        .all()
    )


def dispensable(conn: Connection, *, has_hub: bool) -> list[str]:
    """The checksums of data files whose bytes need not lie here: erased, or safe with the hub where there is one.

    Not those that an attachment names, another data file that is still needed here, or what is being written.
    """
    over = _over(has_hub=has_hub)
    theirs = (ATTACHMENT.c.state == STORED) | _made_here(ATTACHMENT)
    attached = select(ATTACHMENT.c.sha256).where(~ATTACHMENT.c.deleted, theirs)
    waiting = ~over & _made_here(DATA_FILE) if has_hub else ~over
    needed = select(DATA_FILE.c.sha256).where(waiting)
    found = select(DATA_FILE.c.sha256).where(over, DATA_FILE.c.sha256.not_in(needed)).distinct()
    # What has come from elsewhere may call itself anything.
    kept = [each for each in conn.scalars(found) if is_checksum(each)]
    named = set(conn.scalars(attached.where(ATTACHMENT.c.sha256.in_(kept)))) if kept else set()
    return _not_in_drafts(conn, [each for each in kept if each not in named])


def _not_in_drafts(conn: Connection, checksums: Sequence[str]) -> list[str]:
    drafts = [str(content) for content in conn.scalars(select(DRAFT.c.content))] if checksums else []
    return [each for each in checksums if not any(each in content for content in drafts)]


def _made_here(table: Table) -> ColumnElement[bool]:
    return table.c.created_op.in_(select(OPERATION.c.id))


def _over(*, has_hub: bool) -> ColumnElement[bool]:
    erased = DATA_FILE.c.erased_at.is_not(None)
    return erased | (DATA_FILE.c.state == STORED) if has_hub else erased
