"""Files that are attached to what is written; their bytes lie elsewhere, by content, and are there before an act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from supportdesk.services.in_hand.case_in_hand import CaseInHand
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import insert_row
from supportdesk.store.tables.cases import ATTACHMENT


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file whose bytes are kept under their checksum; `size` in bytes."""

    sha256: str
    size: int
    name: str
    media_type: str = "application/octet-stream"


HOMES = ("case", "visit", "article")
"""What files are attached to, as the columns of an attachment name it; the first that is there counts."""


def home_kind(attachment: Record) -> str:
    """What a file is attached to: case, visit or article; empty for nothing that is known."""
    return next((kind for kind in HOMES if attachment[f"{kind}_id"] is not None), "")


def attach(case: CaseInHand, entry_id: UUID, files: Iterable[Mapping[str, Any]]) -> None:
    """Attach files, in plain values, to an entry of a case in hand."""
    count = 0
    for file in files:
        # Whether the bytes have come is for the hub to say, whatever is said here.
        values = {**file, "case_id": case.id, "entry_id": entry_id, "state": "local"}
        insert_row(case.work.conn, ATTACHMENT, case.work.new_id(), case.work.operation, values)
        count += 1
    if count:
        case.change(attachments=case.field("attachments") + count)
