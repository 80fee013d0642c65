"""The photos and files of a visit's report at work: named, put in order, taken out and put back (ONX-2).

A signature binds which files there are, in which order and under which names: each of these acts voids one that stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.services.cases.visits import unfinished
from supportdesk.services.in_hand.files import taken_off
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import edit_row, get_row
from supportdesk.store.tables.cases import ATTACHMENT

LONGEST_NAME = 200


def name_file(desk: Desk, visit_id: UUID, file_id: UUID, name: str) -> Done | None:
    """Call a photo or file of a report otherwise; of a photo it is the caption. None where it is called so already.

    KnownError without a name.
    """
    wanted = _name(name)
    with desk.store.read() as conn:
        if get_row(conn, ATTACHMENT, file_id)["name"] == wanted:
            return None
    return do(desk, "visit.name_file", visit_id, {"file": file_id, "changes": {"name": wanted}})


def order_files(desk: Desk, visit_id: UUID, file_ids: Sequence[UUID]) -> Done:
    """Let the photos and files of a report stand in this order; those that are not named come behind."""
    return do(desk, "visit.order_files", visit_id, {"files": list(file_ids)})


def remove_file(desk: Desk, visit_id: UUID, file_id: UUID) -> Done:
    """Take a photo or file out of a report; it can be put back."""
    return do(desk, "visit.remove_file", visit_id, {"file": file_id, "removed": True})


@handles("visit.name_file", kind=Kind.EDIT, entity=Entity.VISIT)
def _name_file(work: Work, operation: Operation) -> Effect:
    unfinished(work)
    file = UUID(operation.args["file"])
    _own(work, get_row(work.conn, ATTACHMENT, file))
    changes = {"name": _name(operation.args["changes"]["name"])}
    return records.edited_row(
        work, ATTACHMENT, file, changes, lambda before: {"file": file, "changes": before}
    )


@handles("visit.order_files", kind=Kind.SET, entity=Entity.VISIT)
def _order_files(work: Work, operation: Operation) -> Effect:
    unfinished(work)
    there = [row["id"] for row in files_of(work.conn, work.root)]
    # Another desk may have added one meanwhile, or taken one out.
    wanted = [each for each in map(UUID, operation.args["files"]) if each in there]
    for place, file in enumerate(dict.fromkeys((*wanted, *there)), start=1):
        edit_row(work.conn, ATTACHMENT, file, operation, {"position": place})
    return Effect(records.changed(work), undo=undone_by("visit.order_files", files=there))


@handles("visit.remove_file", kind=Kind.SET, entity=Entity.VISIT)
def _remove_file(work: Work, operation: Operation) -> Effect:
    unfinished(work)
    file, removed = UUID(operation.args["file"]), bool(operation.args["removed"])
    row = work.conn.execute(select(ATTACHMENT).where(ATTACHMENT.c.id == file)).mappings().first()
    own = _own(work, row)
    revise(work.conn, ATTACHMENT, file, taken_off(work, own, removed=removed), operation)
    return Effect(records.changed(work), undo=undone_by("visit.remove_file", file=file, removed=not removed))


def files_of(conn: Connection, visit_id: UUID) -> Sequence[Record]:
    """The photos and files of a report in its order."""
    return (
        conn.execute(
            select(ATTACHMENT)
            .where(ATTACHMENT.c.visit_id == visit_id, ATTACHMENT.c.revision.is_(None), ~ATTACHMENT.c.deleted)
            .order_by(ATTACHMENT.c.position.is_not(None), ATTACHMENT.c.position, ATTACHMENT.c.id)
        )
        .mappings()
        .all()
    )


def _own(work: Work, row: Record | None) -> Record:
    """The file, if it is one of this report's; another's, and the PDF of the report itself, are refused."""
    if row is None or row["visit_id"] != work.root or row["revision"] is not None:
        raise KnownError(
            "The file is none of this report's photos and files.",
            "Nothing was changed.",
            "Open the report again.",
        )
    return row


def _name(typed: object) -> str:
    name = " ".join(typed.split()) if isinstance(typed, str) else ""
    if not name or len(name) > LONGEST_NAME:
        raise KnownError(
            f"A photo's caption has 1 to {LONGEST_NAME} characters.",
            "The one before stays.",
            "Say in a few words what it shows.",
        )
    return name
