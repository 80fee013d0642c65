"""Saying that the bytes of a file that never reached the hub are lost, so that nobody waits for them for ever."""

from __future__ import annotations

from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, Entity, Kind, Operation
from supportdesk.domain.words import AgentRole
from supportdesk.services.in_hand.files import home_kind
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store import kept_uploads, operation_rows
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import edit_row, find_row, get_row
from supportdesk.store.tables.cases import ATTACHMENT, ENTRY
from supportdesk.store.tables.people import AGENT

_ANYBODYS = frozenset({AgentRole.MANAGER, AgentRole.ADMINISTRATOR})


def give_up(desk: Desk, attachment_id: UUID) -> Done:
    """Say that a file's bytes are not sent; everybody sees it as lost then. What lies on this computer stays.

    Only who attached it may, or who manages; KnownError for anybody else, and for what the hub has by now.
    """
    with desk.store.read() as conn:
        row = get_row(conn, ATTACHMENT, attachment_id)
    kind = home_kind(row)
    return do(desk, f"{kind}.lose_file", row[f"{kind}_id"], {"file": attachment_id})


@handles("case.lose_file", kind=Kind.COMMAND, entity=Entity.CASE)
def _lose_of_case(work: Work, operation: Operation) -> Effect:
    return _lost(work, operation, "case_id")


@handles("visit.lose_file", kind=Kind.COMMAND, entity=Entity.VISIT)
def _lose_of_visit(work: Work, operation: Operation) -> Effect:
    return _lost(work, operation, "visit_id")


@handles("article.lose_file", kind=Kind.COMMAND, entity=Entity.ARTICLE)
def _lose_of_article(work: Work, operation: Operation) -> Effect:
    return _lost(work, operation, "article_id")


def _lost(work: Work, operation: Operation, belongs: str) -> Effect:
    file = UUID(operation.args["file"])
    row = get_row(work.conn, ATTACHMENT, file)
    if row[belongs] != work.root:
        raise KnownError(
            "The file belongs to something else.",
            "Nothing was noted.",
            "Name the file's own case, visit or article.",
        )
    if row["state"] == kept_uploads.STORED:
        raise KnownError(
            f"{row['name']} has reached the hub.", "It is not lost, and everybody who sees it can open it."
        )
    if not _may_say(work, row):
        raise KnownError(
            f"{row['name']} was attached by somebody else.",
            "Only who attached it knows that it is lost.",
            "Ask them, or a manager.",
        )
    edit_row(work.conn, ATTACHMENT, file, operation, {"state": kept_uploads.LOST})
    return Effect(records.changed(work, aspects=(Aspect.ROW,)))


def _may_say(work: Work, row: Record) -> bool:
    if row["by_id"] == work.actor or operation_rows.is_by(work.conn, row["created_op"], work.actor):
        return True
    entry = find_row(work.conn, ENTRY, row["entry_id"]) if row["entry_id"] is not None else None
    if entry is not None and entry["author_id"] == work.actor:
        return True
    agent = find_row(work.conn, AGENT, work.actor)
    return agent is not None and bool(_ANYBODYS & set(agent["roles"]))
