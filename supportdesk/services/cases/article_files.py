"""The files of an article: attached several at once, taken off and put back; they are everybody's, as articles are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.services.in_hand.files import LOCAL, NewFile, checked_file, taken_off
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.store.case_rows import revise
from supportdesk.store.synced_rows import get_row, insert_row
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.work import ARTICLE

_REMOVE = "article.remove_files"


def attach(desk: Desk, article_id: UUID, files: Sequence[NewFile]) -> Done:
    """Attach files to the text of an article in one language; taking it back takes all of them off."""
    return do(desk, "article.attach", article_id, {"files": [asdict(file) for file in files]})


def remove(desk: Desk, article_id: UUID, file_ids: Sequence[UUID]) -> Done:
    """Take files off an article; they can be put back."""
    return do(desk, _REMOVE, article_id, {"files": list(file_ids), "removed": True})


@handles("article.attach", kind=Kind.APPEND, entity=Entity.ARTICLE)
def _attach(work: Work, operation: Operation) -> Effect:
    files = operation.args["files"]
    if not files:
        raise KnownError("No file was chosen.", "Nothing was attached.", "Choose at least one file.")
    get_row(work.conn, ARTICLE, work.root)
    made = [work.new_id() for _ in files]
    for file_id, file in zip(made, files, strict=True):
        values = {
            **checked_file(file),
            "article_id": work.root,
            "by_id": work.actor,
            # Whether the bytes have come is for the hub to say, whatever is said here.
            "state": LOCAL,
        }
        insert_row(work.conn, ATTACHMENT, file_id, operation, values)
    return Effect(records.changed(work), created=made[0], undo=undone_by(_REMOVE, files=made, removed=True))


@handles(_REMOVE, kind=Kind.SET, entity=Entity.ARTICLE)
def _remove(work: Work, operation: Operation) -> Effect:
    files, removed = [UUID(each) for each in operation.args["files"]], bool(operation.args["removed"])
    own = select(ATTACHMENT).where(ATTACHMENT.c.id.in_(files), ATTACHMENT.c.article_id == work.root)
    rows = {row["id"]: row for row in work.conn.execute(own).mappings()}
    if not files or rows.keys() != set(files):
        raise KnownError(
            "The file is none of this article's.", "Nothing was changed.", "Open the article again."
        )
    for file_id in dict.fromkeys(files):
        changes = taken_off(work, rows[file_id], removed=removed)
        revise(work.conn, ATTACHMENT, file_id, changes, operation)
    return Effect(records.changed(work), undo=undone_by(_REMOVE, files=files, removed=not removed))
