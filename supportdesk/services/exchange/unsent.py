"""Files of this desk that the hub does not take: what came between is kept until a person has seen to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.checksums import is_checksum
from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Ref
from supportdesk.services.cases import article_files, attachments, lost_files
from supportdesk.services.exchange.contested import about
from supportdesk.services.in_hand.files import NewFile, home_kind
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.views.matters import Unsent
from supportdesk.store import data_bytes, kept_uploads
from supportdesk.store.blobs import Blobs
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import find_row, get_row
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.work import DATA_FILE


def unsent(conn: Connection) -> list[Unsent]:
    """The files that wait for a person."""
    return [_unsent(conn, file, told) for file, told in kept_uploads.troubles(conn).items()]


def _unsent(conn: Connection, file: UUID, told: Mapping[str, Any]) -> Unsent:
    row = find_row(conn, ATTACHMENT, file)
    data = row is None
    row = row or get_row(conn, DATA_FILE, file)
    root = _root(row)
    return Unsent(
        key=f"file:{file}",
        about=about(conn, root.entity.value, root.id),
        file_id=file,
        name=row["name"],
        size=row["size"],
        media_type=row.get("media_type") or "",
        at=datetime.fromisoformat(told["at"]),
        cause=told["cause"],
        what=told["what"],
        meaning=told["meaning"],
        remedy=told["remedy"],
        data=data,
    )


def unsent_ids(desk: Desk) -> frozenset[UUID]:
    """The files that wait for a person, by id."""
    with desk.store.read() as conn:
        return frozenset(kept_uploads.troubles(conn))


def missing(desk: Desk, blobs: Blobs) -> dict[UUID, KnownError]:
    """The files that were attached or deposited at this desk and are still to be sent, but lie here no more."""
    with desk.store.read() as conn:
        attached, deposited = kept_uploads.to_send(conn), data_bytes.to_send(conn)
    gone = {row["id"]: _gone(row, "Attach") for row in attached if not _is_here(blobs, row)}
    return gone | {row["id"]: _gone(row, "Deposit") for row in deposited if not _is_here(blobs, row)}


def _is_here(blobs: Blobs, row: Record) -> bool:
    return is_checksum(row["sha256"]) and blobs.has(row["sha256"])


def _gone(row: Record, anew: str) -> KnownError:
    return KnownError(
        f"The bytes of {row['name']} are no longer on this computer.",
        "Everybody else waits for them.",
        f"{anew} the file again from where it came.",
    )


def note_troubles(
    desk: Desk, troubles: Mapping[UUID, tuple[str, KnownError]], over: Iterable[UUID] = ()
) -> ChangeSet:
    """Keep why files were not taken, each with its cause, and forget what is `over`; gives what is to be shown anew."""
    changes = ChangeSet()
    with desk.store.write() as conn:
        known = kept_uploads.troubles(conn)
        for attachment_id in over:
            kept_uploads.forget_trouble(conn, attachment_id)
            changes |= _touched(conn, attachment_id)
        for attachment_id, (cause, error) in troubles.items():
            if attachment_id in known:
                continue
            told = {"cause": cause, "what": error.what, "meaning": error.meaning, "remedy": error.remedy}
            kept_uploads.keep_trouble(conn, attachment_id, {**told, "at": desk.now().isoformat()})
            changes |= _touched(conn, attachment_id)
    return changes


def let_be_sent(desk: Desk, attachment_id: UUID) -> ChangeSet:
    """Let a file be tried once more, as somebody has seen to what came between."""
    return note_troubles(desk, {}, [attachment_id])


def give_up(desk: Desk, attachment_id: UUID) -> Done:
    """Say that a file is not sent any more; the original stays on this computer."""
    done = lost_files.give_up(desk, attachment_id)
    note_troubles(desk, {}, [attachment_id])
    return done


def replace(desk: Desk, attachment_id: UUID, file: NewFile) -> ChangeSet:
    """Send another file in the place of one, or the same one whose bytes have been healed by keeping them anew.

    What had been attached is given up once the other one is; KnownError where nothing can be attached any more.
    """
    with desk.store.read() as conn:
        row = get_row(conn, ATTACHMENT, attachment_id)
    if (file.sha256, file.size) == (row["sha256"], row["size"]):
        return let_be_sent(desk, attachment_id)
    kind = home_kind(row)
    if kind == "case":
        attached = attachments.attach_files(desk, row["case_id"], [file])
    elif kind == "visit":
        attached = attachments.attach_to_visit(desk, row["visit_id"], file)
    else:
        attached = article_files.attach(desk, row["article_id"], [file])
    return attached.outcome.changes | give_up(desk, attachment_id).outcome.changes


def _touched(conn: Connection, file: UUID) -> ChangeSet:
    row = find_row(conn, ATTACHMENT, file) or find_row(conn, DATA_FILE, file)
    return ChangeSet({_root(row): frozenset({Aspect.ROW})}) if row is not None else ChangeSet()


def _root(row: Record) -> Ref:
    if "organisation_id" in row:
        return Ref(Entity.ORGANISATION, row["organisation_id"])
    kind = home_kind(row)
    return Ref(Entity(kind), row[f"{kind}_id"])
