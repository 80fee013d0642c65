"""What adding and editing a record without rules of its own come to: typed values, revision, change set and undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Table

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Ref
from supportdesk.rules.meeting import meet
from supportdesk.services.operations.plain import plain_mapping, to_amount, to_date, to_id, to_instant
from supportdesk.services.operations.work import LEFT, Effect, Meeting, Work, undone_by
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import edit_row, get_row, insert_row
from supportdesk.store.tables.columns import Amount, Id, Instant

# What the merge rule of a column says of who may change it.
_EDITABLE = frozenset({"park", "text", "set"})


def typed(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """The plain values of an operation as this table's columns take them; a name it lacks is a KeyError."""
    return {name: _read(table.c[name].type, value) for name, value in values.items()}


def _read(kind: object, value: Any) -> Any:  # noqa: ANN401 - of the column's own type
    if value is None:
        return None
    if isinstance(kind, Id):
        return to_id(value)
    if isinstance(kind, Instant):
        return to_instant(value)
    if isinstance(kind, Amount):
        return to_amount(value)
    if isinstance(kind, Date):
        return to_date(value)
    return value


def add(work: Work, table: Table, values: Mapping[str, Any], *, row_id: UUID | None = None) -> UUID:
    """Make a row from plain values; its id is the operation's root unless another is given."""
    made = row_id or work.root
    insert_row(work.conn, table, made, work.operation, typed(table, values))
    return made


def edit(work: Work, table: Table, row_id: UUID, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Change fields from plain values; gives what they were before, as plain values, where they differ.

    KnownError for a field that is no person's to change: written once for all, or reckoned by the desk itself.
    """
    row = get_row(work.conn, table, row_id)
    fixed = [name for name in changes if table.c[name].info.get("merge") not in _EDITABLE]
    if fixed:
        raise KnownError(
            f"“{fixed[0]}” can't be changed.",
            "It is written once, or follows from other figures. Nothing was saved.",
            "Leave it as it is.",
        )
    values = met(work, table, row, typed(table, changes))
    return plain_mapping(edit_row(work.conn, table, row_id, work.operation, values))


def met(work: Work, table: Table, row: Record, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The values that fields get: those asked for, but where an arrived edit meets another's work (sync B6).

    What it was based on is what the operation expects of these fields; of others nothing is known, and they are set.
    """
    expected = work.operation.expect if work.arrived else {}
    bases = typed(table, {name: expected[name] for name in changes if name in expected})
    values = dict(changes)
    for name, base in bases.items():
        outcome = meet(table.c[name].info["merge"], base, row[name], changes[name])
        values[name] = outcome.value
        if outcome.how in {"merged", "contested"}:
            work.meetings.append(
                Meeting(table.name, row["id"], name, base, row[name], changes[name], outcome)
            )
    return values


def meet_parts(
    work: Work, table: Table, row: Record, field: str, base: Mapping[str, Any], mine: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The value that a field with named parts gets, each part met on its own (sync B6)."""
    theirs: Mapping[str, Any] = row[field] or {}
    merged = dict(theirs)
    for name in dict.fromkeys((*theirs, *mine)):
        outcome = meet("text", base.get(name), theirs.get(name), mine.get(name))
        merged[name] = outcome.value
        if outcome.how in {"merged", "contested"}:
            part = f"{field}.{name}"
            parts = (base.get(name), theirs.get(name), mine.get(name))
            work.meetings.append(Meeting(table.name, row["id"], part, *parts, outcome))
    return merged


def changed(work: Work, *more: Ref, aspects: Iterable[Aspect] = (Aspect.ROW,)) -> ChangeSet:
    """The change set of an operation that touched its root and perhaps others, each in these aspects."""
    touched = frozenset(aspects)
    return ChangeSet(dict.fromkeys((work.operation.root, *more), touched))


def added(work: Work, row_id: UUID) -> Effect:
    """The effect of having made a row."""
    return Effect(changed(work, aspects=(Aspect.NEW, Aspect.ROW)), created=row_id)


def required(value: str, what: str) -> str:
    """A text without the spaces around it; KnownError if nothing is left. `what` names it, as “The name”."""
    text = value.strip()
    if not text:
        raise KnownError(f"{what} is missing.", "Nothing was saved.", "Fill it in and save again.")
    return text


def edited(work: Work, table: Table, changes: Mapping[str, Any]) -> Effect:
    """The effect of changing fields of the operation's root; taking it back puts the former values there again."""
    before = edit(work, table, work.root, changes)
    undo = {"before": before, LEFT: _left(table, changes, before)}
    return Effect(changed(work), undo=undo if before else None, expect=before)


def edited_part(work: Work, table: Table, part: tuple[str, UUID], changes: Mapping[str, Any]) -> Effect:
    """The effect of changing fields of a row that belongs to the client that is the operation's root.

    `part` is the name that the operation's arguments give the row's id, and the id; the arguments hold the fields
    under "changes".
    """
    name, part_id = part
    owner = get_row(work.conn, table, part_id)["organisation_id"]
    if owner != work.root:
        raise KnownError(
            "This belongs to another client.", "Nothing was saved.", "Open that client and change it there."
        )
    return edited_row(work, table, part_id, changes, lambda before: {name: part_id, "changes": before})


def edited_row(
    work: Work,
    table: Table,
    row_id: UUID,
    changes: Mapping[str, Any],
    arguments: Callable[[Mapping[str, Any]], Mapping[str, Any]],
) -> Effect:
    """The effect of changing fields of a row of the operation's root.

    `arguments` makes of the former values those with which the same act puts them there again.
    """
    before = edit(work, table, row_id, changes)
    if not before:
        return Effect(changed(work))
    undo = undone_by(work.operation.name, **arguments(before))
    return Effect(changed(work), undo={**undo, LEFT: _left(table, changes, before)}, expect=before)


def _left(table: Table, changes: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """What an edit of this desk made of the fields that it changed, as plain values."""
    return plain_mapping(typed(table, {name: changes[name] for name in before}))


def set_deleted(work: Work, table: Table, row_id: UUID, *, deleted: bool) -> None:
    """Take a row out of every list without losing it, or bring it back."""
    revise(work.conn, table, row_id, {"deleted": deleted}, work.operation)
