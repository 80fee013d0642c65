"""Files that are attached to what is written; their bytes lie elsewhere, by content, and are there before an act.

What an act says of a file may have been written by anybody: it becomes columns only as `checked_file` gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from supportdesk.domain.checksums import is_checksum
from supportdesk.domain.errors import KnownError
from supportdesk.domain.file_names import safe_name
from supportdesk.services.in_hand.case_in_hand import CaseInHand
from supportdesk.services.operations.work import Work
from supportdesk.store import upload_rows
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import insert_row
from supportdesk.store.tables.cases import ATTACHMENT

LOCAL = "local"
_UNTYPED = "application/octet-stream"
_LONGEST_TYPE = 120
_SIZES = range(1 << 63)
"""Numbers of bytes that every database can hold."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file whose bytes are kept under their checksum; `size` in bytes."""

    sha256: str
    size: int
    name: str
    media_type: str = _UNTYPED


HOMES = ("case", "visit", "article")
"""What files are attached to, as the columns of an attachment name it; the first that is there counts."""


def home_kind(attachment: Record) -> str:
    """What a file is attached to: case, visit or article; empty for nothing that is known."""
    return next((kind for kind in HOMES if attachment[f"{kind}_id"] is not None), "")


def is_file(sha256: object, size: object) -> bool:
    """Whether a file can have this checksum and this many bytes."""
    return is_checksum(sha256) and isinstance(size, int) and not isinstance(size, bool) and size in _SIZES


def checked_file(said: Mapping[str, Any]) -> dict[str, Any]:
    """What an act says of a file's content, name and type, as columns take it; whatever else it says is left away.

    KnownError for what can be no file. What others say a file is called is made safe rather than refused.
    """
    sha256, size, name = said["sha256"], said["size"], said["name"]
    media_type = said.get("media_type", _UNTYPED)
    typed = isinstance(media_type, str) and len(media_type) <= _LONGEST_TYPE
    if not (is_file(sha256, size) and isinstance(name, str) and typed):
        raise KnownError(
            "This is not what a file is like.",
            "Its checksum, size, name or type can be no file's. Nothing was saved.",
            "Choose the file again where it came from.",
        )
    return {"sha256": sha256, "size": size, "name": safe_name(name), "media_type": media_type}


def taken_off(work: Work, file: Record, *, removed: bool) -> dict[str, Any]:
    """What changes of a file that is taken off or put back.

    Bytes that nothing named for long may be gone from the hub: what is put back has to be sent again then.
    """
    changes: dict[str, Any] = {"deleted": removed}
    # A desk of a hub does not know what the hub keeps; there the hub's word comes by pull.
    knows = not work.provisional and file["state"] == upload_rows.STORED
    if not removed and knows and not upload_rows.is_kept(work.conn, file["sha256"]):
        changes["state"] = LOCAL
    return changes


def attach(case: CaseInHand, entry_id: UUID, files: Iterable[Mapping[str, Any]]) -> None:
    """Attach files, in plain values, to an entry of a case in hand."""
    count = 0
    for file in files:
        # Whether the bytes have come is for the hub to say, whatever is said here.
        values = {**checked_file(file), "case_id": case.id, "entry_id": entry_id, "state": LOCAL}
        insert_row(case.work.conn, ATTACHMENT, case.work.new_id(), case.work.operation, values)
        count += 1
    if count:
        case.change(attachments=case.field("attachments") + count)
