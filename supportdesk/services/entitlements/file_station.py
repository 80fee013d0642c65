"""The File Station: clients' data files, version by version, private to each client, and who took copies (SAP-6).

A new copy never takes the place of an older one. What is erased stays in the list with its day and whoever erased it;
its bytes go wherever they lie. How the bytes travel is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.domain.words import AgentRole
from supportdesk.services.in_hand.files import LOCAL, NewFile, checked_file
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles, operation_of, perform
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_date
from supportdesk.services.operations.work import Effect, Work
from supportdesk.services.views.file_station import CopyTaken, DataFileAge, DataFileView
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import edit_row, find_row, get_row, insert_row
from supportdesk.store.tables.people import AGENT, ORGANISATION
from supportdesk.store.tables.work import DATA_COPY, DATA_FILE

_EDITABLE = frozenset({"erase_on"})
STORED = "stored"

ERASERS = frozenset({AgentRole.ADMINISTRATOR, AgentRole.MANAGER, AgentRole.CENTRAL_SUPPORT})
"""Who may erase a data file at a hub, or let its day come sooner, by role; on a desk alone everybody may."""


def deposit(
    desk: Desk, organisation_id: UUID, file: NewFile, *, copied_at: datetime, erase_on: date | None = None
) -> Done:
    """Note that a copy of the client's data lies in the File Station since `copied_at` (UTC); `created` is its id.

    `erase_on` is the civil day on which it is to be erased; None keeps it until somebody says otherwise.
    """
    args = {
        "name": file.name,
        "sha256": file.sha256,
        "size": file.size,
        "copied_at": copied_at,
        "erase_on": erase_on,
    }
    return do(desk, "organisation.note_data_file", organisation_id, args)


def take_copy(desk: Desk, organisation_id: UUID, data_file_id: UUID, why: str) -> Done:
    """Log that this person takes a copy of a client's data, and why, before it is handed out.

    KnownError without a reason, and for a file that was erased.
    """
    args = {"data_file_id": data_file_id, "why": why}
    return do(desk, "organisation.copy_data_file", organisation_id, args)


def set_erase_day(desk: Desk, organisation_id: UUID, data_file_id: UUID, day: date | None) -> Done:
    """Say on which civil day a data file is to be erased; None for no day.

    RuleRefusal for an earlier day than there was, or any where there was none, from who may not erase it.
    """
    args = {"data_file_id": data_file_id, "changes": {"erase_on": day}}
    return do(desk, "organisation.edit_data_file", organisation_id, args)


def erase(desk: Desk, organisation_id: UUID, data_file_id: UUID, *, operation_id: UUID | None = None) -> Done:
    """Erase a client's data file: from now on nobody is given a copy, and its bytes are deleted wherever they lie.

    `operation_id` is given by what must do it once only.
    """
    args = {"data_file_id": data_file_id}
    erasing = operation_of(
        desk, "organisation.erase_data_file", organisation_id, args, operation_id=operation_id
    )
    return perform(desk, erasing)


def versions(desk: Desk, organisation_id: UUID) -> tuple[DataFileView, ...]:
    """A client's data files, the latest copy first, with the copies that were taken of each."""
    eraser = AGENT.alias()
    with desk.store.read() as conn:
        rows = conn.execute(
            select(DATA_FILE, AGENT.c.name.label("by"), eraser.c.name.label("eraser"))
            .outerjoin(AGENT, AGENT.c.id == DATA_FILE.c.by_id)
            .outerjoin(eraser, eraser.c.id == DATA_FILE.c.erased_by_id)
            .where(DATA_FILE.c.organisation_id == organisation_id, ~DATA_FILE.c.deleted)
            .order_by(DATA_FILE.c.copied_at, DATA_FILE.c.id)
        )
        found = rows.mappings().all()
        copies = _copies(conn, [row["id"] for row in found])
    numbers: dict[str, int] = {}
    views = []
    for row in found:
        numbers[row["name"]] = number = numbers.get(row["name"], 0) + 1
        views.append(_view(row, number, copies.get(row["id"], ())))
    return tuple(reversed(views))


def ages(desk: Desk) -> tuple[DataFileAge, ...]:
    """The clients that have a data file here and the day of its last copy, the oldest first (SAP-6)."""
    last = (
        select(DATA_FILE.c.organisation_id, func.max(DATA_FILE.c.copied_at).label("copied_at"))
        .where(~DATA_FILE.c.deleted, DATA_FILE.c.erased_at.is_(None))
        .group_by(DATA_FILE.c.organisation_id)
        .subquery()
    )
    with desk.store.read() as conn:
        rows = conn.execute(
            select(ORGANISATION.c.id, ORGANISATION.c.name, last.c.copied_at)
            .join(last, last.c.organisation_id == ORGANISATION.c.id)
            .where(~ORGANISATION.c.deleted)
            .order_by(last.c.copied_at, ORGANISATION.c.name)
        )
        now = desk.now()
        return tuple(DataFileAge(row.id, row.name, row.copied_at, (now - row.copied_at).days) for row in rows)


def to_erase(desk: Desk, day: date) -> tuple[tuple[UUID, UUID], ...]:
    """The client and the id of every data file whose day has come, and that is still there."""
    with desk.store.read() as conn:
        rows = conn.execute(
            select(DATA_FILE.c.organisation_id, DATA_FILE.c.id)
            .where(DATA_FILE.c.erase_on <= day, DATA_FILE.c.erased_at.is_(None), ~DATA_FILE.c.deleted)
            .order_by(DATA_FILE.c.erase_on, DATA_FILE.c.id)
        )
        return tuple((row.organisation_id, row.id) for row in rows)


def latest_copy(conn: Connection, organisation_id: UUID) -> datetime | None:
    """When the latest copy of a client's data was made that is still there; None without one."""
    found: datetime | None = conn.scalar(
        select(func.max(DATA_FILE.c.copied_at)).where(
            DATA_FILE.c.organisation_id == organisation_id,
            DATA_FILE.c.erased_at.is_(None),
            ~DATA_FILE.c.deleted,
        )
    )
    return found


@handles("organisation.note_data_file", kind=Kind.APPEND, entity=Entity.ORGANISATION)
def _deposit(work: Work, operation: Operation) -> Effect:
    get_row(work.conn, ORGANISATION, work.root)
    file = checked_file(operation.args)
    records.required(operation.args["name"], "The file's name")
    values = {
        **{each: file[each] for each in ("sha256", "size", "name")},
        "copied_at": _copied_at(work, file),
        "erase_on": operation.args["erase_on"],
        "organisation_id": str(work.root),
        "by_id": str(work.actor),
        # Whether the bytes have come is for the hub to say, whatever is said here.
        "state": LOCAL,
    }
    made = records.add(work, DATA_FILE, values, row_id=work.new_id())
    return Effect(records.changed(work), created=made)


def _copied_at(work: Work, file: Mapping[str, Any]) -> str:
    """When the copy was made, as a plain value; what is no copy, or not made yet, would pass for a current one (SAP-4).

    Of a desk whose clock runs ahead, as of one that lies, the hub takes the copy for one of just now: the file is real.
    """
    copied_at = datetime.fromisoformat(work.args["copied_at"])
    if not file["size"]:
        raise KnownError(
            f"{file['name']} is empty.", "Nothing was deposited.", "Ask the client for a copy of its data."
        )
    if copied_at > work.now and not work.arrived:
        raise KnownError(
            "The copy can't have been made after now.",
            "Nothing was deposited.",
            "Say when the client made it.",
        )
    return min(copied_at, work.now).isoformat()


# What the hub notes once it has the bytes, so that everybody who sees the client is told (sync B12).
@handles("organisation.store_data_file", kind=Kind.COMMAND, entity=Entity.ORGANISATION)
def _store(work: Work, operation: Operation) -> Effect:
    file = _of_this_client(work)
    edit_row(work.conn, DATA_FILE, file["id"], operation, {"state": STORED})
    return Effect(records.changed(work))


@handles("organisation.copy_data_file", kind=Kind.APPEND, entity=Entity.ORGANISATION)
def _take_copy(work: Work, operation: Operation) -> Effect:
    file = _of_this_client(work)
    why = records.required(operation.args["why"], "The reason")
    # What was taken on another desk was taken, though the file is erased by now.
    if file["erased_at"] is not None and not work.arrived:
        raise _erased(file)
    made = work.new_id()
    values = {"data_file_id": file["id"], "at": work.now, "by_id": work.actor, "why": why}
    insert_row(work.conn, DATA_COPY, made, operation, values)
    return Effect(records.changed(work), created=made)


@handles("organisation.edit_data_file", kind=Kind.EDIT, entity=Entity.ORGANISATION)
def _edit(work: Work, operation: Operation) -> Effect:
    file = _of_this_client(work)
    changes: Mapping[str, Any] = operation.args["changes"]
    if not changes.keys() <= _EDITABLE:
        raise KnownError(
            "Only the day of erasing can be changed.",
            "What a client handed over stays as it is. Nothing was saved.",
            "Deposit a new copy instead.",
        )
    if file["erased_at"] is not None:
        raise _erased(file)
    if _may_erase(work):
        return records.edited_part(work, DATA_FILE, ("data_file_id", file["id"]), changes)
    _refuse_sooner(file, to_date(changes.get("erase_on")))
    effect = records.edited_part(work, DATA_FILE, ("data_file_id", file["id"]), changes)
    # The day of before is a sooner one: to take this back is not theirs either.
    return replace(effect, undo=None)


@handles("organisation.erase_data_file", kind=Kind.COMMAND, entity=Entity.ORGANISATION)
def _erase(work: Work, operation: Operation) -> Effect:
    file = _of_this_client(work)
    if file["erased_at"] is not None:
        raise _erased(file)
    changes = {"erased_at": work.now, "erased_by_id": work.actor}
    revise(work.conn, DATA_FILE, file["id"], changes, operation)
    return Effect(records.changed(work))


def _may_erase(work: Work) -> bool:
    if not (work.arrived or work.provisional):
        return True
    agent = find_row(work.conn, AGENT, work.actor)
    return agent is not None and bool(ERASERS & set(agent["roles"] or ()))


def _refuse_sooner(file: Record, day: date | None) -> None:
    """Refuse a day before the one on which the file goes by itself; without one it would stay for ever.

    The hub erases what is due, so that to name a day is to erase the file, only later.
    """
    if day is not None and (file["erase_on"] is None or day < file["erase_on"]):
        raise RuleRefusal(
            "SAP-6",
            f"{file['name']} would be erased sooner than it is now.",
            "Only who may erase it may say so. The day stays as it is.",
            "Ask a manager, or choose a later day.",
        )


def _of_this_client(work: Work) -> Record:
    file = get_row(work.conn, DATA_FILE, UUID(work.args["data_file_id"]))
    if file["organisation_id"] != work.root:
        raise KnownError(
            "This data file belongs to another client.",
            "It is private to that client. Nothing was done.",
            "Open that client and choose the file there.",
        )
    return file


def _erased(file: Record) -> KnownError:
    return KnownError(
        f"{file['name']} was erased.",
        "Its bytes are gone; only that it was there is kept.",
        "Ask the client for a new copy.",
    )


def _copies(conn: Connection, files: Sequence[UUID]) -> dict[UUID, tuple[CopyTaken, ...]]:
    rows = conn.execute(
        select(DATA_COPY.c.data_file_id, DATA_COPY.c.at, DATA_COPY.c.why, AGENT.c.name)
        .outerjoin(AGENT, AGENT.c.id == DATA_COPY.c.by_id)
        .where(DATA_COPY.c.data_file_id.in_(files), ~DATA_COPY.c.deleted)
        .order_by(DATA_COPY.c.at.desc(), DATA_COPY.c.id.desc())
    )
    return _grouped((row.data_file_id, CopyTaken(row.at, row.name or "", row.why)) for row in rows)


def _grouped(pairs: Iterable[tuple[UUID, CopyTaken]]) -> dict[UUID, tuple[CopyTaken, ...]]:
    found: dict[UUID, tuple[CopyTaken, ...]] = {}
    for file, copy in pairs:
        found[file] = (*found.get(file, ()), copy)
    return found


def _view(row: Any, number: int, copies: tuple[CopyTaken, ...]) -> DataFileView:  # noqa: ANN401 - a row of files
    return DataFileView(
        id=row["id"],
        name=row["name"],
        version=number,
        size=row["size"],
        sha256=row["sha256"],
        copied_at=row["copied_at"],
        by=row["by"] or "",
        erase_on=row["erase_on"],
        erased_at=row["erased_at"],
        erased_by=row["eraser"] or "",
        at_hub=row["state"] == STORED,
        copies=copies,
    )
