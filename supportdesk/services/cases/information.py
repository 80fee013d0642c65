"""Requests for information (SPK-9): what support needs of the client, what has come, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.domain.words import EntryKind
from supportdesk.rules.cases.info_request import Checklist, Item, Need, ask, outstanding, receive
from supportdesk.rules.cases.state import Refusal
from supportdesk.services.in_hand.case_in_hand import Line, refused, take
from supportdesk.services.in_hand.files import NewFile, attach
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import FROM_HISTORY, Effect, Work
from supportdesk.store.history_rows import IN_ORDER
from supportdesk.store.tables.cases import ENTRY

_NEEDS = frozenset(Need)


@dataclass(frozen=True, slots=True)
class InfoRequest:
    """A request that stands on a case's timeline, by its entry."""

    entry_id: UUID
    checklist: Checklist


def request_information(
    desk: Desk,
    case_id: UUID,
    body: str,
    *,
    items: Sequence[str],
    files: Sequence[NewFile] = (),
    draft_key: str | None = None,
) -> Done:
    """Ask the client for what is needed to go on; the case waits for it (SPK-9).

    `items` are needs by name (steps, data_files, screen_captures, log_files) or anything else in words.
    """
    drafts = (draft_key,) if draft_key else ()
    args = {"body": body, "items": items, "files": [asdict(file) for file in files]}
    return do(desk, "case.request_information", case_id, args, drafts=drafts)


def information_received(desk: Desk, case_id: UUID, items: Sequence[str]) -> Done:
    """Tick off what has come, in the words in which it was asked for (SPK-9)."""
    return do(desk, "case.information_received", case_id, {"items": items})


def requests_of(conn: Connection, case_id: UUID) -> tuple[InfoRequest, ...]:
    """The requests that were made on a case, in order, and how far each is answered."""
    rows = conn.execute(
        select(ENTRY.c.id, ENTRY.c.kind, ENTRY.c.at, ENTRY.c.data)
        .where(
            ENTRY.c.case_id == case_id,
            ENTRY.c.kind.in_((EntryKind.INFO_REQUEST.value, EntryKind.INFO_RECEIVED.value)),
            ~ENTRY.c.deleted,
        )
        .order_by(*IN_ORDER)
    )
    requests: dict[UUID, Checklist] = {}
    for row in rows:
        if row.kind == EntryKind.INFO_REQUEST.value:
            items = (Item(Need(need), note) for need, note in row.data["asked"])
            requests[row.id] = Checklist(tuple(items))
            continue
        for entry, positions in row.data["came"].items():
            answered = receive(requests[UUID(entry)], positions, row.at) if UUID(entry) in requests else None
            if isinstance(answered, Checklist):
                requests[UUID(entry)] = answered
    return tuple(InfoRequest(entry_id, checklist) for entry_id, checklist in requests.items())


def words(item: Item) -> str:
    """An item as it was named when it was asked for."""
    return item.note if item.need is Need.OTHER else item.need.value


@handles("case.request_information", kind=Kind.APPEND, entity=Entity.CASE)
def _request_information(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    checklist = ask(_item(text) for text in operation.args["items"])
    if isinstance(checklist, Refusal):
        raise refused(checklist)
    data = {
        "items": [words(item) for item in checklist.items],
        "asked": [[item.need, item.note] for item in checklist.items],
    }
    line = Line(EntryKind.INFO_REQUEST, body=operation.args["body"].strip() or None, data=data)
    entry = case.happen(CaseEvent(EventKind.INFO_REQUESTED, case.at), line)
    # Desks that could send none with it named none.
    attach(case, entry, operation.args.get("files", ()))
    return Effect(case.put_down(), created=entry, undo=FROM_HISTORY)


@handles("case.information_received", kind=Kind.APPEND, entity=Entity.CASE)
def _information_received(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    requests = requests_of(work.conn, case.id)
    came: dict[str, list[int]] = {}
    for text in operation.args["items"]:
        entry_id, position = _asked_for(requests, text)
        came.setdefault(str(entry_id), []).append(position)
    answered = [
        _answered(request.checklist, came.get(str(request.entry_id), []), case.at) for request in requests
    ]
    data = {
        "items": operation.args["items"],
        "missing": [words(item) for item in outstanding(answered)],
        "came": came,
    }
    entry = case.write(Line(EntryKind.INFO_RECEIVED, data=data))
    return Effect(case.put_down(), created=entry, undo=FROM_HISTORY)


def _item(text: str) -> tuple[Need, str]:
    named = text.strip()
    return (Need(named), "") if named in _NEEDS else (Need.OTHER, named)


def _asked_for(requests: Sequence[InfoRequest], text: str) -> tuple[UUID, int]:
    """Where something was asked for and has not come; the latest request first."""
    for request in reversed(requests):
        for position in request.checklist.missing:
            if words(request.checklist.items[position]) == text.strip():
                return request.entry_id, position
    raise refused(
        Refusal("SPK-9", f"“{text}” is not awaited on this case.", "Tick items of the request only.")
    )


def _answered(checklist: Checklist, positions: Sequence[int], at: datetime) -> Checklist:
    answered = receive(checklist, positions, at)
    if isinstance(answered, Refusal):
        raise refused(answered)
    return answered
