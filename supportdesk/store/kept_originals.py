"""Which photos have their original on this computer still, as only a scaled copy of each was attached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete, select

from supportdesk.store import desk_settings
from supportdesk.store.kept_uploads import STORED
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.desk import SETTING

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_PREFIX = "photo-original:"


@dataclass(frozen=True, slots=True)
class Original:
    """An original: the attachment that is its copy, its checksum and the name that it came with."""

    attachment_id: UUID
    sha256: str
    name: str


def keep(conn: Connection, original: Original) -> None:
    """Note that the original of an attached copy is here."""
    told = {"sha256": original.sha256, "name": original.name}
    desk_settings.put(conn, f"{_PREFIX}{original.attachment_id}", told)


def all_of(conn: Connection) -> tuple[Original, ...]:
    """Every original that is here."""
    rows = conn.execute(
        select(SETTING.c.key, SETTING.c.value).where(SETTING.c.key.startswith(_PREFIX, autoescape=True))
    )
    found = ((UUID(row.key.removeprefix(_PREFIX)), row.value) for row in rows)
    return tuple(Original(attachment, told["sha256"], told["name"]) for attachment, told in found)


def of(conn: Connection, attachment_id: UUID) -> Original | None:
    """The original of one attached copy."""
    told = desk_settings.get(conn, f"{_PREFIX}{attachment_id}")
    return None if told is None else Original(attachment_id, told["sha256"], told["name"])


def forget(conn: Connection, attachments: Iterable[UUID]) -> None:
    """Note that these originals are gone."""
    for each in attachments:
        conn.execute(delete(SETTING).where(SETTING.c.key == f"{_PREFIX}{each}"))


def done_with(conn: Connection, removed_before: datetime) -> tuple[Original, ...]:
    """The originals that nobody needs: the hub has the copy, or it was taken out of its report before an instant."""
    kept = all_of(conn)
    columns = (ATTACHMENT.c.id, ATTACHMENT.c.state, ATTACHMENT.c.deleted, ATTACHMENT.c.updated_at)
    named = ATTACHMENT.c.id.in_([each.attachment_id for each in kept])
    rows = {row.id: row for row in conn.execute(select(*columns).where(named))}
    # One whose copy is not known here is kept: what is not understood is not deleted.
    return tuple(
        each
        for each in kept
        if (row := rows.get(each.attachment_id)) is not None
        and (row.updated_at < removed_before if row.deleted else row.state == STORED)
    )
