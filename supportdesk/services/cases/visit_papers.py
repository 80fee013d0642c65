"""The PDFs of finished visit reports: attached by who finished the report, one for a revision and language (ONX-2).

A PDF is no part of the report that it shows, so that attaching it changes nothing of what was signed. Its bytes are
made where there is Qt, and are the same for the same report.
"""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from sqlalchemy import select

from supportdesk.documents.visit_document import Language
from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, Entity, Kind, Operation
from supportdesk.services.in_hand.files import LOCAL, NewFile, checked_file
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row, insert_row
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.work import VISIT

MEDIA_TYPE = "application/pdf"
_STAYS = "The report stays as it is; nothing was attached."


def attach_report(desk: Desk, visit_id: UUID, file: NewFile, *, revision: int, language: str) -> Done:
    """Attach the PDF of a finished report to its visit; `created` is the attachment's id.

    KnownError where the report is open or of another revision by now, for anybody but who finished it, and where there
    is one of this revision and language.
    """
    args = {**asdict(file), "revision": revision, "language": language}
    return do(desk, "visit.attach_report", visit_id, args)


@handles("visit.attach_report", kind=Kind.APPEND, entity=Entity.VISIT)
def _attach_report(work: Work, operation: Operation) -> Effect:
    visit = get_row(work.conn, VISIT, work.root)
    values = checked_file(operation.args)
    revision, language = operation.args["revision"], operation.args["language"]
    _refuse(work, visit, revision, values["media_type"])
    if language not in set(Language):
        raise KnownError(
            f"A report has no language “{str(language)[:20]}”.",
            _STAYS,
            f"Name one of: {', '.join(Language)}.",
        )
    there = select(ATTACHMENT.c.id).where(
        ATTACHMENT.c.visit_id == work.root,
        ATTACHMENT.c.revision == revision,
        ATTACHMENT.c.language == language,
        ~ATTACHMENT.c.deleted,
    )
    if work.conn.execute(there).first() is not None:
        raise KnownError(
            f"Revision {revision} of {visit['number']} has its PDF in this language.",
            _STAYS,
            "Open the one that is there.",
        )
    made = work.new_id()
    of_report = {"visit_id": work.root, "state": LOCAL, "revision": revision, "language": language}
    insert_row(work.conn, ATTACHMENT, made, operation, {**values, **of_report})
    return Effect(records.changed(work, aspects=(Aspect.ROW,)), created=made)


def _refuse(work: Work, visit: Record, revision: int, media_type: str) -> None:
    if visit["state"] != "finished" or revision != (visit["revision"] or 1):
        raise KnownError(
            f"Report {visit['number']} is not finished as revision {revision}.",
            _STAYS,
            "Finish the report, then make its PDF.",
        )
    if visit["finished_by_id"] != work.actor:
        raise KnownError(
            f"Somebody else finished report {visit['number']}.",
            _STAYS,
            "Save the PDF for yourself, or let them attach it.",
        )
    if media_type != MEDIA_TYPE:
        raise KnownError(
            f"The file for report {visit['number']} is no PDF.", _STAYS, "Make the PDF of the report anew."
        )
