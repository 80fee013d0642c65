"""The operation `rows.add`: rows are written as they come, on the hub after they were judged, on a desk where missing.

It adds what is not there and changes nothing that is: sent or done twice it comes to the same. Rows that may not
come are left out one by one and named in the outcome, and kept in the operation, which is parked; the others stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet, Entity, Kind, Operation, Status
from supportdesk.services.bringing import form
from supportdesk.services.bringing.admitting import ADD, Admitted, admit
from supportdesk.services.bringing.form import LeftOut, Row
from supportdesk.services.bringing.settling import settle
from supportdesk.services.operations.applying import handles
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store import brought_rows
from supportdesk.store.locking import NUMBERS, one_at_a_time
from supportdesk.store.operation_rows import KeptOperation
from supportdesk.store.tables.columns import to_micros

_MOST_NAMED = 50


@handles(ADD, kind=Kind.APPEND, entity=Entity.AGENT)
def _add(work: Work, operation: Operation) -> Effect:
    if work.root != work.actor:
        raise KnownError("These rows are brought in the name of somebody else.", "None was taken in.", "")
    if work.provisional:
        return _put_back(work)
    brought = form.read(operation.args)
    # Numbers are given while nobody else gives any.
    one_at_a_time(work.conn, NUMBERS)
    admitted = admit(work.conn, work.policies, work.actor, brought, work.now)
    added = sum(_write(work, entity, rows) for entity, rows in admitted.rows.items())
    return _told(work, admitted, added)


def _write(work: Work, entity: str, rows: Sequence[Row]) -> int:
    settled = settle(work, entity, rows)
    latest = to_micros(work.now)
    stamps: dict[str, Any] = {"rev": 1, "field_rev": None, "created_op": work.operation.id}
    stamped = [{**row, **stamps, "updated_at": min(row["updated_at"], latest)} for row in settled]
    brought_rows.insert_rows(work.conn, entity, stamped)
    return len(stamped)


def _told(work: Work, admitted: Admitted, added: int) -> Effect:
    result: dict[str, Any] = {"added": added, "here": admitted.here}
    summary: Mapping[str, Any] = {"columns": {}, "rows": {}}
    changes = ChangeSet(everything=bool(added))
    if not admitted.left_out:
        return Effect(changes, result=result, remnant=summary)
    first = admitted.left_out[0]
    result["left_out"] = [each.plain() for each in admitted.left_out[:_MOST_NAMED]]
    result["left_out_count"] = len(admitted.left_out)
    count = len(admitted.left_out)
    sentence = f"{count} of {added + admitted.here + count} rows were left out; the first: {first.why}"
    return Effect(
        changes, left_out=sentence, result=result, remnant=remnant(work.operation, admitted.left_out)
    )


def _put_back(work: Work) -> Effect:
    """On a desk: put in what the hub has not sent yet, under names that are free here."""
    missing: set[str] = set()
    for entity, given in work.args["rows"].items():
        place = work.args["columns"][entity].index("id")
        ids = [row[place] for row in given]
        here = {row_id.hex for row_id in brought_rows.here(work.conn, entity, list(map(UUID, ids)))}
        missing.update(row_id for row_id in ids if row_id not in here)
    if missing:
        brought = form.read(only(work.args, missing, len(missing)))
        for entity, rows in brought.rows.items():
            brought_rows.insert_rows(work.conn, entity, settle(work, entity, rows))
    return Effect(ChangeSet(everything=bool(missing)))


def remnant(operation: Operation, left_out: Sequence[LeftOut]) -> dict[str, Any]:
    """The arguments with the rows that were left out only; all of them where it can't be said which those are."""
    return only(operation.args, {each.id.hex for each in left_out if each.id is not None}, len(left_out))


def only(args: Mapping[str, Any], ids: set[str], count: int) -> dict[str, Any]:
    """The arguments with those rows only that have these ids, or all where so many can't be told by their ids."""
    if len(ids) < count:
        return dict(args)
    rows: dict[str, list[Any]] = {}
    columns: dict[str, list[str]] = {}
    for entity, given in args["rows"].items():
        place = args["columns"][entity].index("id")
        kept = [row for row in given if row[place] in ids]
        if kept:
            rows[entity], columns[entity] = kept, args["columns"][entity]
    return {"columns": columns, "rows": rows}


def rest_of(kept: KeptOperation) -> dict[str, Any]:
    """What a desk keeps of an operation that has come back: the rows that the hub has not, and no others."""
    result = kept.outcome.result
    if kept.outcome.status is Status.APPLIED:
        return {"columns": {}, "rows": {}}
    left_out = result.get("left_out") or []
    ids = {each["id"] for each in left_out if each["id"] is not None}
    return only(kept.operation.args, ids, result.get("left_out_count", len(ids) + 1))


__all__ = ["ADD", "only", "remnant", "rest_of"]
