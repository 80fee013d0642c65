"""For which cases a visit is, changed while it is not finished: some are put on it, others taken off (ONX-2).

Adding and removing meet case by case: what two desks change of one visit at once comes together, and what both did is
done once. A signature binds the cases, so that each change voids one that stands, until it is taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet, Entity, Kind, Operation
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.entitlements.entitlement import Act
from supportdesk.services.cases import visit_plans, visits
from supportdesk.services.cases.visits import unfinished
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, take
from supportdesk.services.in_hand.charging import require_support, take_back_charge
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import to_id
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.store import history_rows
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.history_rows import HistoryLine
from supportdesk.store.synced_rows import find_row, get_row, insert_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import VISIT_CASE

NAME = "visit.set_cases"
_STAYS = "A case that has gone where you don’t see it any more stays on the visit."
_TAKEN_OFF = "The case was put on a visit by mistake"


def set_cases(
    desk: Desk, visit_id: UUID, *, add: Collection[UUID] = (), remove: Collection[UUID] = ()
) -> Done | None:
    """Put cases on a visit that is not finished, and take others off; None where that changes nothing.

    RuleRefusal where nothing covers a case that is added, or the client where none is left (SYN-1), as when the visit
    is planned. KnownError for a case of another client, and for one that came of a recommendation of the visit.
    """
    with desk.store.read() as conn:
        links = _links(conn, visit_id)
    if not (links.put_on(add) or links.taken_off(remove)):
        return None
    return do(desk, NAME, visit_id, {"add": list(add), "remove": list(remove)})


def plan_otherwise(
    desk: Desk,
    visit_id: UUID,
    changes: Mapping[str, Any],
    *,
    add: Collection[UUID] = (),
    remove: Collection[UUID] = (),
) -> tuple[Done, ...]:
    """Change fields and cases of a visit, both or neither: where a case is refused, the plan stays as it was."""
    with desk.store.together() as store:
        at_once = replace(desk, store=store)
        edited = visits.edit(at_once, visit_id, **changes) if changes else None
        set_so = set_cases(at_once, visit_id, add=add, remove=remove)
    return tuple(done for done in (edited, set_so) if done is not None)


@handles(NAME, kind=Kind.SET, entity=Entity.VISIT)
def _set_cases(work: Work, operation: Operation) -> Effect:
    visit = unfinished(work)
    links = _links(work.conn, work.root)
    undone = _undone(work)
    removed = [
        each for each in links.taken_off(_ids(operation.args["remove"])) if undone is None or each in undone
    ]
    added = [
        each
        for each in links.put_on(_ids(operation.args["add"]))
        if each not in removed and (undone is None or each in undone)
    ]
    changes = records.changed(work)
    for case_id in added:
        changes |= _add(work, visit, links, case_id)
    for case_id in removed:
        changes |= _remove(work, visit, links, case_id, (undone or {}).get(case_id))
    if removed and not added and not links.left_without(removed):
        visit_plans.require_cover(work, get_row(work.conn, ORGANISATION, visit["organisation_id"]))
    # Of what its author does not see any more a hub is told an id that nobody has.
    unseen = [each for each in _ids(operation.args["remove"]) if find_row(work.conn, CASE, each) is None]
    left_out = _STAYS if work.arrived and set(unseen) - set(removed) else None
    undo = undone_by(NAME, add=removed, remove=added, takes_back=operation.id) if added or removed else None
    return Effect(changes, undo=undo, left_out=left_out)


@dataclass(frozen=True, slots=True)
class _Links:
    """The rows that tie cases to a visit; those of cases that came of a recommendation are not what it is for."""

    rows: Sequence[Record]

    def put_on(self, wanted: Iterable[UUID]) -> list[UUID]:
        """Those of these cases that the visit is not for yet; KnownError for one that came of it."""
        return [each for each in self._wanted(wanted) if not self.live(each)]

    def taken_off(self, wanted: Iterable[UUID]) -> list[UUID]:
        """Those of these cases that the visit is for; KnownError for one that came of it."""
        return [each for each in self._wanted(wanted) if self.live(each)]

    def live(self, case_id: UUID) -> list[UUID]:
        """The rows that stand for a case; there may be two where two desks planned for it."""
        return [row["id"] for row in self._own if row["case_id"] == case_id and not row["deleted"]]

    def former(self, case_id: UUID) -> UUID | None:
        """The row of a case that was taken off; back in its place, the list is what was signed."""
        return next((row["id"] for row in self._own if row["case_id"] == case_id), None)

    def left_without(self, removed: Collection[UUID]) -> bool:
        """Whether the visit is for other cases than these."""
        return any(not row["deleted"] and row["case_id"] not in removed for row in self._own)

    @property
    def _own(self) -> list[Record]:
        return [row for row in self.rows if row["recommendation"] is None]

    def _wanted(self, wanted: Iterable[UUID]) -> list[UUID]:
        named = list(dict.fromkeys(wanted))
        for row in self.rows:
            if row["case_id"] in named and row["recommendation"] is not None and not row["deleted"]:
                raise KnownError(
                    "This case came of a recommendation of the visit.",
                    "It stands with the report as that. The visit’s cases were not changed.",
                    "Change the other cases of the visit.",
                )
        return named


def _links(conn: Connection, visit_id: UUID) -> _Links:
    found = conn.execute(
        select(VISIT_CASE).where(VISIT_CASE.c.visit_id == visit_id).order_by(VISIT_CASE.c.id)
    )
    return _Links(found.mappings().all())


def _ids(plain: Iterable[Any]) -> list[UUID]:
    return [UUID(each) for each in plain]


def _undone(work: Work) -> dict[UUID, HistoryLine] | None:
    """Where this takes an act back, what that left on the cases that it changed; None where it is an act of its own.

    What another desk had done before it is that desk's, and stays.
    """
    taken_back = to_id(work.args.get("takes_back"))
    if taken_back is None:
        return None
    left = history_rows.of_operation(work.conn, taken_back)
    return {line.case_id: line for line in left if line.kind is EntryKind.VISIT}


def _add(work: Work, visit: Record, links: _Links, case_id: UUID) -> ChangeSet:
    case = take(work, case_id)
    visit_plans.require_client(case, visit["organisation_id"], "The visit’s cases were not changed.")
    require_support(case, Act.VISIT)
    # One id is spent either way, so that what comes after is the same on every desk.
    made, former = work.new_id(), links.former(case_id)
    if former is None:
        values = {"visit_id": work.root, "case_id": case_id}
        insert_row(work.conn, VISIT_CASE, made, work.operation, values)
    else:
        revise(work.conn, VISIT_CASE, former, {"deleted": False}, work.operation)
    return _told(case, visit, "added")


def _remove(work: Work, visit: Record, links: _Links, case_id: UUID, undone: HistoryLine | None) -> ChangeSet:
    for row_id in links.live(case_id):
        revise(work.conn, VISIT_CASE, row_id, {"deleted": True}, work.operation)
    # A case that has gone where this desk does not see it is told by the hub.
    if find_row(work.conn, CASE, case_id) is None:
        return ChangeSet()
    case = take(work, case_id)
    # An incident that only the act taken back had charged goes back, unless support was given since (SYN-2).
    charged_by = undone.op_id if undone is not None else None
    if undone and charged_by and not history_rows.support_given(work.conn, case_id, undone):
        take_back_charge(case, charged_by, _TAKEN_OFF)
    return _told(case, visit, "removed")


def _told(case: CaseInHand, visit: Record, act: str) -> ChangeSet:
    data = {
        "visit": visit["id"],
        "number": visit["number"],
        "act": act,
        "planned_at": visit["planned_at"],
    }
    case.write(Line(EntryKind.VISIT, data=data, channel=Channel.VISIT))
    return case.put_down()
