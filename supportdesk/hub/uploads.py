"""Uploads and stored files as rows: begun, looked up, lent, moved on and ended; the bytes themselves are `parts`'.

Only for files that the caller sees, and only for who began one: anything else is told as what exists nowhere.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from supportdesk.hub import carried
from supportdesk.hub.callers import Caller
from supportdesk.hub.hub import Hub
from supportdesk.hub.kept_bytes import Place, needed_place, place_of
from supportdesk.hub.problems import Refusal, unknown
from supportdesk.hub.tus import Named, NewUpload
from supportdesk.store import change_log, locking, upload_rows
from supportdesk.store.composed import Record
from supportdesk.store.store import Transaction

LIFETIME = timedelta(days=7)
"""How long an upload waits for its next bytes."""
TO_FINISH = timedelta(minutes=15)
"""How long adding up a whole file may take."""
_OF_NOTHING = hashlib.sha256().hexdigest()


@dataclass(frozen=True, slots=True)
class Upload:
    """How an upload stands."""

    id: UUID
    offset: int
    size: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Lent:
    """An upload that one request may add to; `holder` is how it is known, `sha256` what the whole adds up to."""

    upload: Upload
    holder: UUID
    sha256: str
    file: Named


# ---------------------------------------------------------------- begun


def begin(hub: Hub, who: Caller, said: NewUpload) -> Upload:
    """Begin to take a file's bytes.

    Bytes that the hub has, of a file that the caller sees, are not sent again: the upload is whole at once, with its
    offset told in the 201 and by HEAD, so that a client needs no other way for it. Merely knowing a checksum gives
    nothing. Refusal: 404, 409 for other bytes than the file's row names, 410 for a data file that was erased, 507 where
    the client's share is full, or the disk.
    """
    here = said.size == 0 or _finds(hub, who, said)
    with hub.store.write() as conn:
        row = carried.seen(conn, who, said.file)
        carried.refuse_sending(who, said.file)
        of_nothing = said.size == 0 and said.sha256 != _OF_NOTHING
        if of_nothing or (row["sha256"], row["size"]) != (said.sha256, said.size):
            raise Refusal(
                409,
                "other_bytes",
                "The file is said to be of other bytes.",
                remedy="Send the file that was attached or deposited.",
            )
        place = needed_place(hub)
        locking.one_at_a_time(conn, locking.UPLOADS)
        # Since they were found they may have been taken away.
        here = here and (said.size == 0 or upload_rows.is_kept(conn, said.sha256))
        client = carried.client_of(conn, said.file, row)
        if not here:
            carried.refuse_beyond_share(hub, conn, said, client)
        made = Upload(hub.new_id(), said.size if here else 0, said.size, hub.now() + LIFETIME)
        replaced = upload_rows.begin(conn, _values(hub, who, said, made, client))
        if here:
            carried.note_stored(hub, conn, said.file, row, who.agent_id)
        else:
            _refuse_without_room(hub, conn, place, replaced)
    for each in replaced:
        place.drop(each)
    return made


def _values(hub: Hub, who: Caller, said: NewUpload, made: Upload, client: UUID | None) -> dict[str, Any]:
    return {
        "id": made.id,
        "entity": said.file.entity,
        "file_id": said.file.id,
        "organisation_id": client,
        "sha256": said.sha256,
        "size": said.size,
        "offset": made.offset,
        "agent_id": who.agent_id,
        "device_id": who.device_id,
        "created_at": hub.now(),
        "expires_at": made.expires_at,
    }


def _finds(hub: Hub, who: Caller, said: NewUpload) -> bool:
    """Whether bytes of a file that the caller sees are there; no transaction waits for what keeps them."""
    with hub.store.read() as conn:
        seen = carried.vouched(conn, who, said.file, said.sha256, said.size)
    place = place_of(hub)
    return seen and place is not None and place.blobs.size(said.sha256) == said.size


def _refuse_without_room(hub: Hub, conn: Transaction, place: Place, replaced: Iterable[UUID]) -> None:
    """Refusal (507) where the disk can't take what all uploads have yet to bring; what is `replaced` goes first."""
    place.coming.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(place.coming).free
    for each in replaced:
        with suppress(FileNotFoundError):
            free += place.part(each).stat().st_size
    if upload_rows.bytes_to_come(conn, hub.now()) > free:
        raise Refusal(
            507,
            "disk_full",
            "The hub's disk has no room for this file.",
            "The file stays on the computer that it is on.",
            "Tell the administrator.",
        )


# ---------------------------------------------------------------- looked up


def standing(hub: Hub, who: Caller, upload_id: UUID) -> Upload:
    """How an upload stands; Refusal (404, 410)."""
    with hub.store.read() as conn:
        return _upload(_own(hub, conn, who, upload_id, upload_rows.find))


def end(hub: Hub, who: Caller, upload_id: UUID) -> None:
    """Give an upload up, and what has come of it; Refusal (404, 410, 423)."""
    with hub.store.write() as conn:
        row = _own(hub, conn, who, upload_id, upload_rows.hold)
        _refuse_held(hub, row)
        upload_rows.remove(conn, upload_id)
    if place := place_of(hub):
        place.drop(upload_id)


def _own(
    hub: Hub,
    conn: Transaction,
    who: Caller,
    upload_id: UUID,
    find: Callable[[Transaction, UUID], Record | None],
) -> Record:
    row = find(conn, upload_id)
    if row is None or (row["agent_id"], row["device_id"]) != (who.agent_id, who.device_id):
        raise unknown("upload")
    file = Named(row["entity"], row["file_id"])
    if not carried.sees(conn, who, file.entity, [file.id]) or carried.still_there(conn, file) is None:
        # It has left the caller's sight since, is deleted or was erased.
        raise unknown("upload")
    if row["expires_at"] <= hub.now():
        raise Refusal(
            410, "expired", "The upload waited too long for its next bytes.", remedy="Begin it anew."
        )
    return row


def _upload(row: Record) -> Upload:
    return Upload(row["id"], row["offset"], row["size"], row["expires_at"])


def _refuse_held(hub: Hub, row: Record) -> None:
    if row["held_by"] is not None and row["held_until"] > hub.now():
        raise _locked()


def _locked(why: str = "Another request is adding to this upload.") -> Refusal:
    return Refusal(
        423,
        "locked",
        why,
        remedy="Ask where it stands in a moment.",
        headers={"Retry-After": "2"},
    )


# ---------------------------------------------------------------- lent and moved on


def span(hub: Hub) -> timedelta:
    """How long a request has an upload without saying that it is still there."""
    return timedelta(seconds=2 * hub.settings.upload_idle_seconds)


def lend(hub: Hub, who: Caller, upload_id: UUID, offset: int) -> Lent:
    """Let a request add to an upload from where it stands; no other may meanwhile.

    Refusal: 404, 410, 409 for another place, 423 where another request has it.
    """
    with hub.store.write() as conn:
        row = _own(hub, conn, who, upload_id, upload_rows.hold)
        _refuse_held(hub, row)
        if row["offset"] != offset:
            raise Refusal(
                409,
                "offset",
                f"The upload stands at {row['offset']}.",
                remedy="Go on from there.",
                headers={"Upload-Offset": str(row["offset"])},
            )
        holder = hub.new_id()
        if offset < row["size"]:  # to what is whole nothing is added
            upload_rows.change(conn, upload_id, held_by=holder, held_until=hub.now() + span(hub))
    return Lent(_upload(row), holder, row["sha256"], Named(row["entity"], row["file_id"]))


def move_on(hub: Hub, lent: Lent, offset: int, keep: timedelta | None) -> datetime:
    """Note how far an upload has come, its bytes being on the disk; lend it for `keep` longer, or take it back.

    Gives when it expires. Refusal (423) where it was taken from this request, which stood still too long.
    """
    with hub.store.write() as conn:
        return _moved(hub, conn, lent, offset, keep)


def _moved(hub: Hub, conn: Transaction, lent: Lent, offset: int, keep: timedelta | None) -> datetime:
    now = hub.now()
    row = upload_rows.hold(conn, lent.upload.id)
    if row is None or row["held_by"] != lent.holder:
        raise _locked()
    held = {"held_by": None, "held_until": None} if keep is None else {"held_until": now + keep}
    upload_rows.change(conn, lent.upload.id, offset=offset, expires_at=now + LIFETIME, **held)
    return now + LIFETIME


def about_to_keep(hub: Hub, lent: Lent, offset: int) -> datetime:
    """Note how far an upload has come whose bytes are about to be kept; from now on nobody takes them away.

    Refusal: 423 as of `move_on`, and where the same bytes are being taken away just now; the upload is free then.
    """
    with hub.store.write() as conn:
        locking.one_at_a_time(conn, locking.UPLOADS)
        may = upload_rows.note_coming(conn, lent.sha256, lent.upload.size, hub.now())
        expires_at = _moved(hub, conn, lent, offset, TO_FINISH if may else None)
    if not may:
        raise _locked("These bytes are just being taken away, as those of a file that is no more.")
    return expires_at


def complete(hub: Hub, lent: Lent, actor: UUID) -> int:
    """Note that an upload's bytes are kept, and let it be known; gives the change of the hub that tells it.

    Refusal: 423 where it was taken from this request, as the bytes may have been taken away again since it was
    `about_to_keep`; 404 where the file is no more, whose bytes are then taken away.
    """
    now = hub.now()
    with hub.store.write() as conn:
        locking.one_at_a_time(conn, locking.UPLOADS)
        row = upload_rows.hold(conn, lent.upload.id)
        if row is None or row["held_by"] != lent.holder:
            raise _locked()
        file = carried.still_there(conn, lent.file)
        if file is None:
            upload_rows.remove(conn, lent.upload.id)
        else:
            whole = {"offset": lent.upload.size, "expires_at": now + LIFETIME}
            upload_rows.change(conn, lent.upload.id, held_by=None, held_until=None, **whole)
            carried.note_stored(hub, conn, lent.file, file, actor)
    if file is None:
        raise unknown("upload")
    return head(hub)


def head(hub: Hub) -> int:
    """The hub's latest change."""
    with hub.store.read() as conn:
        return change_log.head(conn)


def give_up(hub: Hub, lent: Lent) -> None:
    """Forget an upload whose bytes are not what they were said to be."""
    with hub.store.write() as conn:
        row = upload_rows.hold(conn, lent.upload.id)
        if row is not None and row["held_by"] == lent.holder:
            upload_rows.remove(conn, lent.upload.id)
