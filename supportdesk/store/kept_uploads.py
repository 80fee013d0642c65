"""What a desk knows of its uploads, to go on with them after a restart: which, in what order, and their troubles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import delete, func, literal, select

from supportdesk.store import data_bytes, desk_settings
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.desk import OPERATION, SETTING

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

STORED, LOST = "stored", "lost"
_PREFIX, _TROUBLE = "upload:", "upload-trouble:"


def _unsent() -> ColumnElement[bool]:
    # Written out, as the index holds none but these.
    not_stored = ATTACHMENT.c.state != literal(STORED, literal_execute=True)
    return not_stored & (ATTACHMENT.c.state != LOST) & ~ATTACHMENT.c.deleted


def _attached_here() -> ColumnElement[bool]:
    return ATTACHMENT.c.created_op.in_(select(OPERATION.c.id))


def to_send(conn: Connection) -> Sequence[Record]:
    """This desk's attachments whose bytes the hub does not have: photos and files of visits first, then the oldest.

    Not those whose author has said that the bytes are lost. Nor others' that name bytes which lie here: who knows a
    checksum, as of a client's data file from its list, would be given the bytes by this desk.
    """
    columns = (ATTACHMENT.c.id, ATTACHMENT.c.sha256, ATTACHMENT.c.size, ATTACHMENT.c.name)
    return (
        conn.execute(
            select(*columns)
            .where(_unsent(), _attached_here())
            .order_by(ATTACHMENT.c.visit_id.is_(None), ATTACHMENT.c.id)
        )
        .mappings()
        .all()
    )


def waiting(conn: Connection, *, pictures: bool = False) -> tuple[int, int]:
    """How many files that were attached at this desk the hub does not have yet, and their bytes together."""
    wanted = [_unsent(), _attached_here()]
    if pictures:
        wanted.append(ATTACHMENT.c.media_type.startswith("image/"))
    statement = select(func.count(), func.coalesce(func.sum(ATTACHMENT.c.size), 0)).where(*wanted)
    count, size = conn.execute(statement).one()
    return int(count), int(size)


def upload_of(conn: Connection, attachment_id: UUID) -> str | None:
    """The address at which the hub takes an attachment's bytes, where that was begun."""
    found: str | None = desk_settings.get(conn, f"{_PREFIX}{attachment_id}")
    return found


def keep(conn: Connection, attachment_id: UUID, address: str) -> None:
    """Keep the address of an upload that was begun."""
    desk_settings.put(conn, f"{_PREFIX}{attachment_id}", address)


def forget(conn: Connection, attachment_id: UUID) -> None:
    """Forget an upload that has ended."""
    conn.execute(delete(SETTING).where(SETTING.c.key == f"{_PREFIX}{attachment_id}"))


# ---------------------------------------------------------------- what a person has to see to


def troubles(conn: Connection) -> dict[UUID, Mapping[str, Any]]:
    """What came between a file and the hub, by the file, of attachments and data files that are still to be sent."""
    rows = conn.execute(
        select(SETTING.c.key, SETTING.c.value).where(SETTING.c.key.startswith(_TROUBLE, autoescape=True))
    )
    kept = {UUID(row.key.removeprefix(_TROUBLE)): row.value for row in rows}
    if not kept:
        return {}
    unsent = set(conn.scalars(select(ATTACHMENT.c.id).where(ATTACHMENT.c.id.in_(kept), _unsent())))
    if kept.keys() - unsent:
        unsent |= {row["id"] for row in data_bytes.to_send(conn)}
    return {each: told for each, told in kept.items() if each in unsent}


def keep_trouble(conn: Connection, attachment_id: UUID, told: Mapping[str, Any]) -> None:
    """Keep what came between a file and the hub."""
    desk_settings.put(conn, f"{_TROUBLE}{attachment_id}", dict(told))


def forget_trouble(conn: Connection, attachment_id: UUID) -> None:
    """Forget it: it is over, or is to be tried once more."""
    conn.execute(delete(SETTING).where(SETTING.c.key == f"{_TROUBLE}{attachment_id}"))
