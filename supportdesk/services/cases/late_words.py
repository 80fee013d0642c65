"""What is typed into a visit in the moment it is finished or cancelled elsewhere: set aside until a person sees to it.

It is kept on this desk as a draft beside the visit. Once the visit is open again, as for a revision, it can be put in
as if it were typed then, over what was seen when it was typed (ONX-2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet
from supportdesk.services.cases import visit_fields
from supportdesk.services.cases.visit_parts import plain_parts, read_parts
from supportdesk.services.cases.visits import Closed
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_instant
from supportdesk.store import draft_rows
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.work import VISIT

_INSTANTS = frozenset({"arrived_at", "left_at"})


@dataclass(frozen=True, slots=True)
class LateWord:
    """A field or part of a report: what was typed into it, and what was seen there then."""

    name: str
    typed: object
    seen: object


@dataclass(frozen=True, slots=True)
class SetAside:
    """That something typed did not get into a visit, which is closed."""

    visit_id: UUID
    number: str


def draft_key(visit_id: UUID) -> str:
    """Under which name the late words of a visit are kept."""
    return f"visit:{visit_id}:late"


def keep(desk: Desk, visit_id: UUID, name: str, typed: object, seen: object) -> Done | SetAside | None:
    """Keep what was typed into a visit as `visit_fields.keep` does, or set it aside where the visit is closed."""
    try:
        return visit_fields.keep(desk, visit_id, name, typed, seen)
    except Closed:
        word = {"name": name, **plain_parts({"typed": typed, "seen": seen})}
    key = draft_key(visit_id)
    with desk.store.write() as conn:
        # What is typed on over the same takes the place of what was typed so far.
        others = [each for each in _kept(conn, key) if not _same(each, word)]
        draft_rows.save(conn, key, {"words": [*others, word]}, desk.now())
        return SetAside(visit_id, get_row(conn, VISIT, visit_id)["number"])


def of_visit(desk: Desk, visit_id: UUID) -> tuple[LateWord, ...]:
    """What was set aside of a visit, in the order in which it was typed."""
    with desk.store.read() as conn:
        kept = _kept(conn, draft_key(visit_id))
    return tuple(
        LateWord(each["name"], _read(each["name"], each["typed"]), _read(each["name"], each["seen"]))
        for each in kept
    )


def put_in(desk: Desk, visit_id: UUID) -> ChangeSet:
    """Put everything into the visit, which is open again; KnownError, and nothing put in, where a part is refused."""
    changes = ChangeSet()
    with desk.store.together() as store:
        at_once = replace(desk, store=store)
        for word in of_visit(at_once, visit_id):
            done = visit_fields.keep(at_once, visit_id, word.name, word.typed, word.seen)
            changes |= done.outcome.changes if done is not None else ChangeSet()
        discard(at_once, visit_id)
    return changes


def discard(desk: Desk, visit_id: UUID) -> None:
    """Forget what was set aside."""
    with desk.store.write() as conn:
        draft_rows.discard(conn, draft_key(visit_id))


def _same(word: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return (word["name"], word["seen"]) == (other["name"], other["seen"])


def _kept(conn: Connection, key: str) -> Sequence[Mapping[str, Any]]:
    draft = draft_rows.load(conn, key)
    return draft.content["words"] if draft is not None else ()


def _read(name: str, value: Any) -> object:  # noqa: ANN401 - any JSON value
    """A value as it was typed."""
    if name in _INSTANTS:
        return to_instant(value)
    if isinstance(value, str) or name in visit_fields.FIELDS or name.startswith(visit_fields.CAPTION):
        return value
    try:
        return read_parts({name: value})[name]
    except KnownError:
        # What no report takes is no reason to hide it from who typed it.
        return str(value)
