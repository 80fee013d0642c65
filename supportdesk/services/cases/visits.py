"""Engineers' visits at a client's site: planned, moved, cancelled, begun and ended (ONX-2); reports are next door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.entitlements.entitlement import Act
from supportdesk.services.cases import visit_plans
from supportdesk.services.cases.cases import log_case
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.in_hand.charging import require_support
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Composed, Record
from supportdesk.store.numbering import next_number
from supportdesk.store.synced_rows import get_row, insert_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import VISIT, VISIT_CASE

_EDITABLE = visit_plans.COUNTED | {
    "planned_at",
    "arrived_at",
    "left_at",
    "site_id",
    "engineer_id",
    "received_by",
    "state",
    "expected_minutes",
    "bring",
    "cancelled_why",
}
_OPTIONAL = ("expected_minutes", "travel_minutes", "travel_km", "bring")
# Cases that came of a recommendation were not what the visit was for.
_CASES = Composed(
    select(VISIT_CASE.c.case_id)
    .join(CASE)
    .where(
        VISIT_CASE.c.visit_id == bindparam("visit", type_=VISIT.c.id.type),
        VISIT_CASE.c.recommendation.is_(None),
        ~VISIT_CASE.c.deleted,
        ~CASE.c.deleted,
    )
    .order_by(VISIT_CASE.c.id)
)


CLOSED = frozenset({"finished", "cancelled"})
"""The states in which a visit takes nothing more."""


class Closed(KnownError):
    """A visit that takes nothing more: its report is finished, or it was cancelled."""


def plan(
    desk: Desk,
    organisation_id: UUID,
    *,
    planned_at: datetime,
    engineer_id: UUID,
    site_id: UUID | None = None,
    case_ids: tuple[UUID, ...] = (),
    draft_key: str | None = None,
    **more: int | str | None,
) -> Done:
    """Plan a visit for some of a client's cases; refused where nothing covers one of them (SYN-1).

    Where it is for no case, something must cover the client. `more`: expected_minutes, travel_minutes and travel_km,
    there and back, and what to `bring`. The draft under `draft_key` goes with it.
    """
    strange = sorted(more.keys() - set(_OPTIONAL))
    if strange:
        message = f"a plan has no {strange[0]}"
        raise TypeError(message)
    args = {
        **{name: value for name, value in more.items() if value is not None},
        "organisation_id": organisation_id,
        "planned_at": planned_at,
        "engineer_id": engineer_id,
        "site_id": site_id,
        "case_ids": case_ids,
    }
    return do(desk, "visit.plan", desk.new_id(), args, drafts=(draft_key,) if draft_key else ())


def arrive(desk: Desk, visit_id: UUID, *, at: datetime | None = None) -> Done:
    """The engineer is on site, since now or `at`."""
    return do(desk, "visit.edit", visit_id, {"arrived_at": at or desk.now(), "state": "on_site"})


def leave(desk: Desk, visit_id: UUID, *, at: datetime | None = None) -> Done:
    """The engineer has left, now or `at`; the report can still be written."""
    return do(desk, "visit.edit", visit_id, {"left_at": at or desk.now()})


def cancel(desk: Desk, visit_id: UUID, why: str, *, draft_key: str | None = None) -> Done:
    """Cancel a visit that was only planned, for a reason that its cases are told; taken back it is planned again.

    The draft under `draft_key` goes with it.
    """
    changes = {"state": "cancelled", "cancelled_why": records.required(why, "The reason")}
    return do(desk, "visit.edit", visit_id, changes, drafts=(draft_key,) if draft_key else ())


def edit(desk: Desk, visit_id: UUID, **changes: object) -> Done:
    """Change fields of a visit that is not finished.

    They are planned_at, arrived_at, left_at, site_id, engineer_id, received_by, position in the day's route,
    travel_minutes and travel_km, there and back, expected_minutes, and what to bring.
    """
    return do(desk, "visit.edit", visit_id, changes)


def order_route(desk: Desk, visit_ids: Sequence[UUID]) -> Done:
    """Let an engineer's visits of a day stand in this order."""
    with desk.store.together() as store:
        at_once = replace(desk, store=store)
        done = [
            edit(at_once, visit_id, position=number) for number, visit_id in enumerate(visit_ids, start=1)
        ]
    return _all_of(done)


def follow_up(desk: Desk, visit_id: UUID, recommendation: str, case: NewCase) -> Done:
    """Log a case that comes of a recommendation of the visit's report; `created` is its id.

    Refused as `log_case` refuses. Nothing is written unless both the case and its link to the visit are.
    """
    with desk.store.together() as store:
        at_once = replace(desk, store=store)
        logged = log_case(at_once, case)
        args = {"case_id": logged.created, "recommendation": recommendation}
        linked = do(at_once, "visit.follow_up", visit_id, args)
    return _all_of([linked, logged])


def _all_of(done: Sequence[Done]) -> Done:
    """The last of several acts, with what all of them changed."""
    changes = ChangeSet()
    for each in done:
        changes |= each.outcome.changes
    return replace(done[-1], outcome=replace(done[-1].outcome, changes=changes))


@handles("visit.plan", kind=Kind.APPEND, entity=Entity.VISIT)
def _plan(work: Work, operation: Operation) -> Effect:
    values = dict(operation.args)
    case_ids = [UUID(case_id) for case_id in values.pop("case_ids")]
    client = get_row(work.conn, ORGANISATION, UUID(values["organisation_id"]))
    visit_plans.require_counted(values)
    if not case_ids:
        visit_plans.require_cover(work, client)
    number = next_number(
        work.conn, VISIT, "VR", digits=4, provisional=work.root if work.provisional else None
    )
    records.add(work, VISIT, {**values, "number": number, "report": {}, "state": "planned"})
    changes = records.changed(work, aspects=(Aspect.NEW,))
    for case_id in case_ids:
        case = take(work, case_id)
        visit_plans.require_client(case, client["id"], "No visit was planned.")
        require_support(case, Act.VISIT)
        link = {"visit_id": work.root, "case_id": case_id}
        insert_row(work.conn, VISIT_CASE, work.new_id(), operation, link)
        data = {"visit": work.root, "number": number, "act": "planned", "planned_at": values["planned_at"]}
        case.write(Line(EntryKind.VISIT, data=data, channel=Channel.VISIT))
        changes |= case.put_down()
    return Effect(changes, created=work.root)


@handles("visit.edit", kind=Kind.EDIT, entity=Entity.VISIT)
def _edit(work: Work, operation: Operation) -> Effect:
    visit = unfinished(work)
    strange = sorted(operation.args.keys() - _EDITABLE)
    if strange:
        raise KnownError(
            f"“{strange[0]}” of a visit is not edited.",
            "Nothing was saved.",
            "Write the report part by part.",
        )
    visit_plans.require_state(work, visit)
    visit_plans.require_counted(operation.args)
    effect = _put_where_it_belongs(work, visit, records.edited(work, VISIT, operation.args))
    return replace(effect, changes=effect.changes | _tell_of_turn(work, visit))


def _put_where_it_belongs(work: Work, before: Record, effect: Effect) -> Effect:
    """Let a visit that went to another day or engineer stand by its time there; taken back it has its place again."""
    after = get_row(work.conn, VISIT, work.root)
    gone = visit_plans.day_of(work.conn, before) != visit_plans.day_of(work.conn, after)
    if after["position"] is None or "position" in work.operation.args or not gone:
        return effect
    revise(work.conn, VISIT, work.root, {"position": None}, work.operation)
    undo = dict(effect.undo or {})
    return replace(effect, undo={**undo, "before": {**undo["before"], "position": after["position"]}})


@handles("visit.follow_up", kind=Kind.APPEND, entity=Entity.VISIT)
def _follow_up(work: Work, operation: Operation) -> Effect:
    visit = get_row(work.conn, VISIT, work.root)
    recommendation = records.required(operation.args["recommendation"], "The recommendation")
    if not work.arrived:
        _require_new(work, recommendation)
    case = take(work, UUID(operation.args["case_id"]))
    link = {"visit_id": work.root, "case_id": case.id, "recommendation": recommendation}
    insert_row(work.conn, VISIT_CASE, work.new_id(), operation, link)
    data = {"visit": work.root, "number": visit["number"], "act": "follow_up"}
    case.write(Line(EntryKind.VISIT, body=recommendation, data=data, channel=Channel.VISIT))
    return Effect(records.changed(work) | case.put_down())


def _require_new(work: Work, recommendation: str) -> None:
    """KnownError where another window has made a case of the recommendation already."""
    made = work.conn.scalar(
        select(CASE.c.number)
        .select_from(VISIT_CASE.join(CASE))
        .where(
            VISIT_CASE.c.visit_id == work.root,
            VISIT_CASE.c.recommendation == recommendation,
            ~VISIT_CASE.c.deleted,
            ~CASE.c.deleted,
        )
    )
    if made is not None:
        raise KnownError(
            "A case was made of this recommendation already.", "No other was logged.", f"Open case {made}."
        )


def cases_of(conn: Connection, visit_id: UUID) -> tuple[UUID, ...]:
    """The cases that a visit is for, as far as they are here: one may have gone to a branch unseen by this desk."""
    return tuple(_CASES.scalars(conn, visit=visit_id))


def unfinished(work: Work) -> Record:
    """The visit that an operation is about, in hand to be changed.

    Closed for one whose report is finished, and for one that was cancelled. What another desk did to it before it
    knew of that is taken.
    """
    visit = get_row(work.conn, VISIT, work.root)
    if visit["state"] == "cancelled" and not work.arrived and work.operation.args.get("state") != "planned":
        raise Closed(
            f"Visit {visit['number']} was cancelled.",
            "Nothing was changed.",
            "Plan another one.",
        )
    if visit["state"] == "finished":
        raise Closed(
            f"The report of visit {visit['number']} is finished.",
            "The client has signed it as it is. Nothing was changed.",
            "Revise the report; the client signs what it says then.",
        )
    return visit


def _tell_of_turn(work: Work, before: Record) -> ChangeSet:
    """Say on the cases of a visit that it was moved, cancelled, or is planned again."""
    visit = get_row(work.conn, VISIT, work.root)
    act = visit_plans.turn(before, visit)
    if act is None:
        return ChangeSet()
    data = {"number": visit["number"], "act": act, "planned_at": visit["planned_at"]}
    return tell_cases(work, (visit["cancelled_why"] or "") if act == "cancelled" else "", data)


def tell_cases(work: Work, body: str, data: Mapping[str, Any]) -> ChangeSet:
    """Write a line on the cases that the visit in hand is for; those that are not here are told by the hub."""
    changes = ChangeSet()
    for case_id in cases_of(work.conn, work.root):
        case = take(work, case_id)
        line = Line(EntryKind.VISIT, body=body, data={"visit": work.root, **data}, channel=Channel.VISIT)
        case.write(line)
        changes |= case.put_down()
    return changes
