"""Files attached to cases and visits: bytes kept by content first, then an entry or a row that names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import func, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.file_names import safe_name
from supportdesk.domain.operation import Aspect, Entity, Kind, Operation
from supportdesk.domain.words import EntryKind
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.in_hand.files import LOCAL, NewFile, attach, checked_file
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store.blobs import Blobs
from supportdesk.store.content_types import UNKNOWN
from supportdesk.store.synced_rows import edit_row, get_row, insert_row
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.work import VISIT

LARGEST = 100 << 20
"""How many bytes an attachment may have where nobody says otherwise; a client's data are no attachment."""


def keep(
    blobs: Blobs, source: BinaryIO, name: str, media_type: str = UNKNOWN, *, at_most: int = LARGEST
) -> NewFile:
    """Keep a file's bytes, before an act that attaches it, under a name that is safe everywhere.

    KnownError if they can't be kept; TooLarge for more than `at_most`, of which nothing stays.
    """
    blob = blobs.put(source, at_most=at_most)
    return NewFile(blob.sha256, blob.size, safe_name(name), media_type)


def attach_files(desk: Desk, case_id: UUID, files: Sequence[NewFile]) -> Done:
    """Attach files to a case by themselves; those of a reply or note go with it."""
    return do(desk, "case.attach", case_id, {"files": [asdict(file) for file in files]})


def attach_to_visit(desk: Desk, visit_id: UUID, file: NewFile) -> Done:
    """Attach a photo or another file to the report of a visit that is not finished (ONX-2)."""
    return do(desk, "visit.attach", visit_id, asdict(file))


def read_file(desk: Desk, blobs: Blobs, attachment_id: UUID) -> BinaryIO:
    """The bytes of an attachment; KnownError if they are not on this computer, or are not what they were."""
    with desk.store.read() as conn:
        row = get_row(conn, ATTACHMENT, attachment_id)
    if blobs.has(row["sha256"]) and not blobs.verify(row["sha256"]):
        raise KnownError(
            f"The bytes of {row['name']} are not what was attached.",
            "The file was damaged or changed on this disk and is not opened.",
            "Ask for the file again.",
        )
    return blobs.open(row["sha256"])


@handles("case.attach", kind=Kind.APPEND, entity=Entity.CASE)
def _attach(work: Work, operation: Operation) -> Effect:
    files = operation.args["files"]
    if not files:
        raise KnownError("No file was chosen.", "Nothing was attached.", "Choose at least one file.")
    checked = [checked_file(file) for file in files]
    case = take(work, work.root)
    entry = case.write(Line(EntryKind.ATTACHMENT, data={"names": [file["name"] for file in checked]}))
    attach(case, entry, checked)
    return Effect(case.put_down(), created=entry)


@handles("visit.attach", kind=Kind.APPEND, entity=Entity.VISIT)
def _attach_to_visit(work: Work, operation: Operation) -> Effect:
    visit = get_row(work.conn, VISIT, work.root)
    if visit["state"] == "finished":
        raise KnownError(
            f"The report of visit {visit['number']} is finished.",
            "Nothing was attached.",
            "Attach the file to the case instead.",
        )
    made = work.new_id()
    place = {"visit_id": work.root, "state": LOCAL, "position": _last_place(work) + 1}
    insert_row(work.conn, ATTACHMENT, made, operation, {**checked_file(operation.args), **place})
    return Effect(records.changed(work, aspects=(Aspect.ROW,)), created=made)


def _last_place(work: Work) -> int:
    highest = select(func.max(ATTACHMENT.c.position)).where(ATTACHMENT.c.visit_id == work.root)
    return work.conn.scalar(highest) or 0


# What the hub notes once it has the bytes of a file, so that everybody who sees it is told (sync B12).


@handles("case.store_file", kind=Kind.COMMAND, entity=Entity.CASE)
def _store_of_case(work: Work, operation: Operation) -> Effect:
    return _stored(work, operation, "case_id")


@handles("visit.store_file", kind=Kind.COMMAND, entity=Entity.VISIT)
def _store_of_visit(work: Work, operation: Operation) -> Effect:
    return _stored(work, operation, "visit_id")


@handles("article.store_file", kind=Kind.COMMAND, entity=Entity.ARTICLE)
def _store_of_article(work: Work, operation: Operation) -> Effect:
    return _stored(work, operation, "article_id")


def _stored(work: Work, operation: Operation, belongs: str) -> Effect:
    file = UUID(operation.args["file"])
    row = get_row(work.conn, ATTACHMENT, file)
    if row[belongs] != work.root:
        raise KnownError(
            "The file belongs to something else.",
            "Nothing was noted.",
            "Name the file's own case, visit or article.",
        )
    edit_row(work.conn, ATTACHMENT, file, operation, {"state": "stored"})
    return Effect(records.changed(work, aspects=(Aspect.ROW,)))
