"""Rows of uploads and of the bytes that a hub keeps, and what takes up whose share; the bytes are in `blobs`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, exists, func, insert, select, union, update

from supportdesk.store import locking
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import ATTACHMENT, CASE
from supportdesk.store.tables.sync import RECEIPT
from supportdesk.store.tables.uploads import BLOB, UPLOAD
from supportdesk.store.tables.work import DATA_COPY, DATA_FILE, VISIT

if TYPE_CHECKING:
    from sqlalchemy import Connection

COMING, STORED, GOING = "coming", "stored", "going"
"""How bytes stand: somebody is about to keep them, they are here, they are being taken away; files are `stored` too."""
ATTACHED, DATA = "attachment", "data_file"
"""The kinds of files that have bytes."""

# ---------------------------------------------------------------- uploads


def begin(conn: Connection, values: dict[str, Any]) -> list[UUID]:
    """Add an upload; gives those of the same file from the same device, whose place it takes."""
    same = (UPLOAD.c.file_id == values["file_id"]) & (UPLOAD.c.device_id == values["device_id"])
    before = list(conn.scalars(delete(UPLOAD).where(same).returning(UPLOAD.c.id)))
    conn.execute(insert(UPLOAD).values(**values))
    return before


def find(conn: Connection, upload_id: UUID) -> Record | None:
    """An upload as it is."""
    return conn.execute(select(UPLOAD).where(UPLOAD.c.id == upload_id)).mappings().first()


def hold(conn: Connection, upload_id: UUID) -> Record | None:
    """An upload, kept from other transactions to the end of this one."""
    return conn.execute(locking.held(conn, select(UPLOAD).where(UPLOAD.c.id == upload_id))).mappings().first()


def change(conn: Connection, upload_id: UUID, **values: object) -> None:
    """Change columns of an upload."""
    conn.execute(update(UPLOAD).where(UPLOAD.c.id == upload_id).values(**values))


def remove(conn: Connection, upload_id: UUID) -> None:
    """Forget an upload."""
    conn.execute(delete(UPLOAD).where(UPLOAD.c.id == upload_id))


def forget_expired(conn: Connection, before: datetime) -> list[UUID]:
    """Forget the uploads whose time was over before an instant; gives which they were."""
    return list(conn.scalars(delete(UPLOAD).where(UPLOAD.c.expires_at <= before).returning(UPLOAD.c.id)))


def forget_of_erased(conn: Connection, now: datetime) -> list[UUID]:
    """Forget the uploads of data files that were erased, but those that a request has; gives which they were."""
    free = UPLOAD.c.held_by.is_(None) | (UPLOAD.c.held_until <= now)
    return list(conn.scalars(delete(UPLOAD).where(_of_erased(), free).returning(UPLOAD.c.id)))


def _of_erased() -> ColumnElement[bool]:
    erased = select(DATA_FILE.c.id).where(DATA_FILE.c.erased_at.is_not(None))
    return (UPLOAD.c.entity == DATA) & UPLOAD.c.file_id.in_(erased)


def bytes_to_come(conn: Connection, now: datetime) -> int:
    """How many bytes the uploads that are under way have yet to bring."""
    rest = select(func.coalesce(func.sum(UPLOAD.c.size - UPLOAD.c.offset), 0))
    return int(conn.scalar(rest.where(UPLOAD.c.expires_at > now)) or 0)


def known_among(conn: Connection, ids: Iterable[UUID]) -> frozenset[UUID]:
    """Which of these uploads there are."""
    every = frozenset(conn.scalars(select(UPLOAD.c.id)))
    return every.intersection(ids)


# ---------------------------------------------------------------- attachments


def organisation_of(conn: Connection, attachment: Record) -> UUID | None:
    """The client whose case or visit an attachment belongs to; an article is no client's."""
    table, belongs = (CASE, "case_id") if attachment["case_id"] is not None else (VISIT, "visit_id")
    return conn.scalar(select(table.c.organisation_id).where(table.c.id == attachment[belongs]))


def stored_with(conn: Connection, sha256: str, size: int) -> list[UUID]:
    """The attachments with these bytes that the hub has."""
    same = (ATTACHMENT.c.sha256 == sha256) & (ATTACHMENT.c.size == size)
    stored = same & (ATTACHMENT.c.state == STORED) & ~ATTACHMENT.c.deleted
    return list(conn.scalars(select(ATTACHMENT.c.id).where(stored)))


def bytes_beside(conn: Connection, organisation_id: UUID, now: datetime, sha256: str, size: int) -> int:
    """How many bytes a client's files take up, promised or here, beside those named; the same ones count once."""
    stored = (ATTACHMENT.c.state == STORED) & ~ATTACHMENT.c.deleted
    files = [
        select(ATTACHMENT.c.sha256, ATTACHMENT.c.size)
        .join(table, table.c.id == ATTACHMENT.c[belongs])
        .where(table.c.organisation_id == organisation_id, stored)
        for table, belongs in ((CASE, "case_id"), (VISIT, "visit_id"))
    ]
    return _sum_beside(conn, sha256, size, *files, _promised(ATTACHED, organisation_id, now))


# ---------------------------------------------------------------- data files


def stored_data_with(conn: Connection, organisation_id: UUID, sha256: str, size: int) -> list[UUID]:
    """A client's data files with these bytes that the hub has."""
    same = (DATA_FILE.c.sha256 == sha256) & (DATA_FILE.c.size == size)
    own = (DATA_FILE.c.organisation_id == organisation_id) & (DATA_FILE.c.state == STORED)
    return list(conn.scalars(select(DATA_FILE.c.id).where(same, own, _kept_data())))


def data_bytes_beside(conn: Connection, organisation_id: UUID, now: datetime, sha256: str, size: int) -> int:
    """How many bytes a client's data files take up, promised or here, beside those named; the same ones count once."""
    files = select(DATA_FILE.c.sha256, DATA_FILE.c.size).where(
        DATA_FILE.c.organisation_id == organisation_id, DATA_FILE.c.state == STORED, _kept_data()
    )
    return _sum_beside(conn, sha256, size, files, _promised(DATA, organisation_id, now))


def took_copy(conn: Connection, data_file_id: UUID, agent_id: UUID, since: datetime) -> bool:
    """Whether somebody has logged a copy of a data file since an instant, by this hub's clock."""
    own = (DATA_COPY.c.data_file_id == data_file_id) & (DATA_COPY.c.by_id == agent_id) & ~DATA_COPY.c.deleted
    # `at` is what the desk's clock said, which may be days behind; what was done at the hub itself has no receipt.
    logged_at = func.coalesce(RECEIPT.c.received_at, DATA_COPY.c.at)
    copies = select(DATA_COPY.c.id).outerjoin(RECEIPT, RECEIPT.c.op_id == DATA_COPY.c.created_op)
    return conn.scalar(copies.where(own, logged_at >= since).limit(1)) is not None


def _kept_data() -> ColumnElement[bool]:
    return DATA_FILE.c.erased_at.is_(None) & ~DATA_FILE.c.deleted


def _promised(entity: str, organisation_id: UUID, now: datetime) -> Select[tuple[str, int]]:
    own = (UPLOAD.c.organisation_id == organisation_id) & (UPLOAD.c.entity == entity)
    return select(UPLOAD.c.sha256, UPLOAD.c.size).where(own, UPLOAD.c.expires_at > now)


def _sum_beside(conn: Connection, sha256: str, size: int, *files: Select[tuple[str, int]]) -> int:
    each = union(*files).subquery()
    # By their size too: many sizes said of one checksum are not one content.
    others = (each.c.sha256 != sha256) | (each.c.size != size)
    return int(conn.scalar(select(func.coalesce(func.sum(each.c.size), 0)).where(others)) or 0)


# ---------------------------------------------------------------- bytes that are kept


def note_coming(conn: Connection, sha256: str, size: int, now: datetime) -> bool:
    """Note that somebody is about to keep these bytes; False, and nothing noted, while they are taken away.

    Those that are here stay so; others are not here before `note_kept`, as they may prove wrong or the disk full.
    """
    state = conn.scalar(select(BLOB.c.state).where(BLOB.c.sha256 == sha256))
    if state is None:
        conn.execute(insert(BLOB).values(sha256=sha256, size=size, state=COMING, at=now))
    elif state != GOING:
        conn.execute(update(BLOB).where(BLOB.c.sha256 == sha256).values(orphaned_at=None))
    return state != GOING


def note_kept(conn: Connection, sha256: str, size: int, now: datetime) -> None:
    """Note that these bytes are here, and that somebody wants them."""
    here = {"size": size, "state": STORED, "orphaned_at": None}
    known = conn.execute(update(BLOB).where(BLOB.c.sha256 == sha256).values(here).returning(BLOB.c.sha256))
    if known.first() is None:
        conn.execute(insert(BLOB).values(sha256=sha256, at=now, **here))


def is_kept(conn: Connection, sha256: str) -> bool:
    """Whether these bytes were noted to be here, and nobody takes them away or has since."""
    return conn.scalar(select(BLOB.c.state).where(BLOB.c.sha256 == sha256)) == STORED


def unknown_among(conn: Connection, checksums: Iterable[str]) -> frozenset[str]:
    """Those of some checksums whose bytes were never noted to be here."""
    return frozenset(checksums).difference(conn.scalars(select(BLOB.c.sha256)))


def _named() -> ColumnElement[bool]:
    """Whether a file whose bytes came to the hub names some bytes: a mere row holds none, as anybody can write one."""
    attached = (ATTACHMENT.c.sha256 == BLOB.c.sha256) & (ATTACHMENT.c.state == STORED)
    deposited = (DATA_FILE.c.sha256 == BLOB.c.sha256) & (DATA_FILE.c.state == STORED)
    return exists().where(attached, ~ATTACHMENT.c.deleted) | exists().where(deposited, _kept_data())


def _about_to_keep() -> ColumnElement[bool]:
    # Only the last byte is missing then (`uploads.about_to_keep`). A line that stands still before keeps nothing.
    return UPLOAD.c.held_by.is_not(None) & (UPLOAD.c.offset == UPLOAD.c.size - 1)


def _awaited(now: datetime) -> ColumnElement[bool]:
    """Whether a request is about to keep some bytes, of a file that was not erased."""
    keeping = _about_to_keep() & (UPLOAD.c.held_until > now) & ~_of_erased()
    return exists().where(UPLOAD.c.sha256 == BLOB.c.sha256, keeping)


def mark_orphans(conn: Connection, now: datetime) -> None:
    """Note since when nothing names some bytes; those that are named again are none."""
    named = _named()
    conn.execute(update(BLOB).where(BLOB.c.orphaned_at.is_(None), ~named).values(orphaned_at=now))
    again = BLOB.c.orphaned_at.is_not(None) & named & (BLOB.c.state != GOING)
    conn.execute(update(BLOB).where(again).values(orphaned_at=None))


# ---------------------------------------------------------------- bytes that are taken away


def has_erased(conn: Connection, now: datetime) -> bool:
    """Whether there are bytes, or uploads, of data files that were erased, or any that are being taken away."""
    looks = [
        select(BLOB.c.sha256).where(_erased(now)),
        select(UPLOAD.c.id).where(_of_erased()),
        select(BLOB.c.sha256).where(_going()),
    ]
    return any(conn.scalar(look.limit(1)) is not None for look in looks)


def part_with_erased(conn: Connection, now: datetime) -> None:
    """From now on the bytes of data files that were erased, and that nothing else names, are being taken away."""
    _part_with(conn, _erased(now), now)


def part_with_orphans(conn: Connection, before: datetime, now: datetime) -> None:
    """From now on the bytes that nobody has named since before an instant are being taken away."""
    # What was put back since they were looked at is named again.
    _part_with(conn, (BLOB.c.orphaned_at <= before) & ~_named() & ~_awaited(now), now)


def going(conn: Connection, most: int) -> list[str]:
    """Some of the bytes that are being taken away."""
    return list(conn.scalars(select(BLOB.c.sha256).where(_going()).limit(most)))


def forget_gone(conn: Connection, checksums: Iterable[str]) -> None:
    """Forget bytes that were taken away."""
    gone = BLOB.c.sha256.in_(list(checksums)) & (BLOB.c.state == GOING)
    conn.execute(delete(BLOB).where(gone))


def _erased(now: datetime) -> ColumnElement[bool]:
    erased = select(DATA_FILE.c.sha256).where(DATA_FILE.c.erased_at.is_not(None))
    return BLOB.c.sha256.in_(erased) & ~_named() & ~_awaited(now)


def _going() -> ColumnElement[bool]:
    # There is an index of the few that have this instant, and this is asked at every turn of the duties.
    return BLOB.c.orphaned_at.is_not(None) & (BLOB.c.state == GOING)


def _part_with(conn: Connection, those: ColumnElement[bool], now: datetime) -> None:
    conn.execute(update(BLOB).where(BLOB.c.state != GOING, those).values(state=GOING, orphaned_at=now))
    # What a request has put there goes too, so it must not say that they are kept; its last byte is sent again.
    gone = UPLOAD.c.sha256.in_(select(BLOB.c.sha256).where(_going()))
    conn.execute(update(UPLOAD).where(_about_to_keep(), gone).values(held_by=None, held_until=None))
