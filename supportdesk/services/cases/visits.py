"""Engineers' visits at a client's site and the reports of them (ONX-2); the report's layout and delivery come later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, or_, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation
from supportdesk.domain.words import AgentRole, Channel, EntryKind
from supportdesk.rules.cases.visit_report import (
    Agreement,
    CheckedPoint,
    Health,
    VisitReport,
    refuse_finishing,
)
from supportdesk.rules.entitlements.entitlement import Act
from supportdesk.rules.policies.policy import VisitRules
from supportdesk.services.in_hand.attention import raise_item
from supportdesk.services.in_hand.case_in_hand import Line, refused, take
from supportdesk.services.in_hand.charging import require_support
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import plain
from supportdesk.services.operations.work import LEFT, Effect, Work, undone_by
from supportdesk.services.views.directory import VisitLine
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Record
from supportdesk.store.numbering import next_number
from supportdesk.store.synced_rows import get_row, insert_row
from supportdesk.store.tables.cases import ATTACHMENT, CASE
from supportdesk.store.tables.people import AGENT, ORGANISATION, SITE
from supportdesk.store.tables.work import VISIT, VISIT_CASE

TEXT_PARTS = ("problems", "work_done", "recommendations", "client_suggestions")
_EDITABLE = frozenset({"planned_at", "arrived_at", "left_at", "site_id", "engineer_id", "state"})
_CONCERNED = {"managers": AgentRole.MANAGER, "engineers": AgentRole.FIELD_ENGINEER}


def plan(
    desk: Desk,
    organisation_id: UUID,
    *,
    planned_at: datetime,
    engineer_id: UUID,
    site_id: UUID | None = None,
    case_ids: tuple[UUID, ...] = (),
) -> Done:
    """Plan a visit for some of a client's cases; refused where nothing covers one of them (SYN-1)."""
    args = {
        "organisation_id": organisation_id,
        "planned_at": planned_at,
        "engineer_id": engineer_id,
        "site_id": site_id,
        "case_ids": case_ids,
    }
    return do(desk, "visit.plan", desk.new_id(), args)


def arrive(desk: Desk, visit_id: UUID, *, at: datetime | None = None) -> Done:
    """The engineer is on site, since now or `at`."""
    return do(desk, "visit.edit", visit_id, {"arrived_at": at or desk.now(), "state": "on_site"})


def leave(desk: Desk, visit_id: UUID, *, at: datetime | None = None) -> Done:
    """The engineer has left, now or `at`; the report can still be written."""
    return do(desk, "visit.edit", visit_id, {"left_at": at or desk.now()})


def edit(desk: Desk, visit_id: UUID, **changes: object) -> Done:
    """Change planned_at, arrived_at, left_at, site_id or engineer_id of a visit that is not finished."""
    return do(desk, "visit.edit", visit_id, changes)


def write_report(desk: Desk, visit_id: UUID, **parts: object) -> Done:
    """Write parts of the report: a text by its name in TEXT_PARTS, `performance` as a sequence of CheckedPoint."""
    written = dict(parts)
    if "performance" in written:
        points: Any = written["performance"]
        written["performance"] = [{"name": p.name, "health": p.health, "remark": p.remark} for p in points]
    return do(desk, "visit.write_report", visit_id, {"parts": written})


def finish(desk: Desk, visit_id: UUID, *, agreed_name: str) -> Done:
    """Finish a visit with the client's signed agreement: the report is frozen and goes to those concerned (ONX-2).

    RuleRefusal names the required parts that are missing. A visit still without an end ends now.
    """
    return do(desk, "visit.finish", visit_id, {"agreed_name": agreed_name})


def visits_between(desk: Desk, start: datetime, end: datetime) -> tuple[VisitLine, ...]:
    """The visits planned or begun from `start` up to `end` (UTC), in order of time."""
    with desk.store.read() as conn:
        found = expected_between(conn, start, end)
        numbers = _case_numbers(conn, [visit["id"] for visit in found])
    return tuple(_line(visit, numbers.get(visit["id"], ())) for visit in found)


def expected_between(conn: Connection, start: datetime, end: datetime) -> tuple[Record, ...]:
    """The rows of those visits, with the names that a list shows."""
    planned = and_(VISIT.c.planned_at >= start, VISIT.c.planned_at < end)
    begun = and_(VISIT.c.planned_at.is_(None), VISIT.c.arrived_at >= start, VISIT.c.arrived_at < end)
    rows = conn.execute(
        select(
            VISIT,
            ORGANISATION.c.name.label("organisation"),
            SITE.c.name.label("site"),
            AGENT.c.name.label("engineer"),
        )
        .select_from(
            VISIT.join(ORGANISATION, ORGANISATION.c.id == VISIT.c.organisation_id)
            .outerjoin(SITE, SITE.c.id == VISIT.c.site_id)
            .outerjoin(AGENT, AGENT.c.id == VISIT.c.engineer_id)
        )
        .where(or_(planned, begun), ~VISIT.c.deleted)
        .order_by(VISIT.c.planned_at, VISIT.c.row)
    )
    return tuple(rows.mappings().all())


@handles("visit.plan", kind=Kind.APPEND, entity=Entity.VISIT)
def _plan(work: Work, operation: Operation) -> Effect:
    values = dict(operation.args)
    case_ids = [UUID(case_id) for case_id in values.pop("case_ids")]
    get_row(work.conn, ORGANISATION, UUID(values["organisation_id"]))
    number = next_number(
        work.conn, VISIT, "VR", digits=4, provisional=work.root if work.provisional else None
    )
    records.add(work, VISIT, {**values, "number": number, "report": {}, "state": "planned"})
    changes = records.changed(work, aspects=(Aspect.NEW,))
    for case_id in case_ids:
        case = take(work, case_id)
        require_support(case, Act.VISIT)
        link = {"visit_id": work.root, "case_id": case_id}
        insert_row(work.conn, VISIT_CASE, work.new_id(), operation, link)
        data = {"visit": work.root, "number": number, "act": "planned", "planned_at": values["planned_at"]}
        case.write(Line(EntryKind.VISIT, data=data, channel=Channel.VISIT))
        changes |= case.put_down()
    return Effect(changes, created=work.root)


@handles("visit.edit", kind=Kind.EDIT, entity=Entity.VISIT)
def _edit(work: Work, operation: Operation) -> Effect:
    _unfinished(work)
    strange = sorted(operation.args.keys() - _EDITABLE)
    if strange:
        raise KnownError(
            f"“{strange[0]}” of a visit is not edited.",
            "Nothing was saved.",
            "Write the report part by part.",
        )
    if operation.args.get("state", "planned") not in {"planned", "on_site"}:
        raise KnownError(
            "A visit is finished with the client's agreement.",
            "Nothing was saved.",
            "Finish the visit instead.",
        )
    return records.edited(work, VISIT, operation.args)


@handles("visit.write_report", kind=Kind.EDIT, entity=Entity.VISIT)
def _write_report(work: Work, operation: Operation) -> Effect:
    visit = _unfinished(work)
    parts: Mapping[str, Any] = operation.args["parts"]
    strange = sorted(parts.keys() - {*TEXT_PARTS, "performance"})
    if strange:
        raise KnownError(
            f"A visit report has no part “{strange[0]}”.",
            "Nothing was saved.",
            f"Its parts are: {', '.join((*TEXT_PARTS, 'performance'))}.",
        )
    former: Mapping[str, Any] = visit["report"] or {}
    before = {name: former.get(name) for name in parts}
    # Another desk may have written other parts, or other lines of this one.
    expected = {**former, **operation.expect} if work.arrived else former
    met = records.meet_parts(work, VISIT, visit, "report", expected, {**expected, **parts})
    revise(work.conn, VISIT, work.root, {"report": met}, operation)
    undo = undone_by("visit.write_report", parts={name: former.get(name, "") for name in parts})
    left = {LEFT: {name: met[name] for name in parts}}
    return Effect(records.changed(work), undo={**undo, **left}, expect=before)


@handles("visit.finish", kind=Kind.COMMAND, entity=Entity.VISIT)
def _finish(work: Work, operation: Operation) -> Effect:
    visit = _unfinished(work)
    report = _report_of(work, visit)
    agreement = Agreement(operation.args["agreed_name"].strip(), signed=True, at=work.now)
    report = replace(report, left=report.left or work.now, agreement=agreement)
    rules = _rules(work, visit)
    refusal = refuse_finishing(rules, report)
    if refusal is not None:
        raise refused(refusal, "The visit was not finished; what is written stays.")
    final = {
        "left_at": report.left,
        "agreed_name": agreement.name,
        "agreed_at": agreement.at,
        "state": "finished",
    }
    revise(work.conn, VISIT, work.root, final, operation)
    report_to = rules.report_to if rules is not None else ()
    changes = records.changed(work)
    for case_id in report.cases:
        changes |= _tell_case(work, case_id, visit, report, report_to)
    return Effect(changes | _distribute(work, visit, report_to))


def _tell_case(
    work: Work, case_id: UUID, visit: Record, report: VisitReport, report_to: tuple[str, ...]
) -> ChangeSet:
    case = take(work, case_id)
    seconds = int((report.left - report.arrived).total_seconds()) if report.left and report.arrived else 0
    data = {
        "visit": work.root,
        "number": visit["number"],
        "act": "finished",
        "seconds": seconds,
        "health": plain([point.health for point in report.performance]),
        "agreed_by": report.agreement.name if report.agreement else "",
        "report_to": report_to,
    }
    case.write(Line(EntryKind.VISIT, body=report.work_done, data=data, channel=Channel.VISIT))
    return case.put_down()


def _distribute(work: Work, visit: Record, report_to: tuple[str, ...]) -> ChangeSet:
    """Put the report before the people of the policy's distribution list who work with this program."""
    data = {"visit": str(work.root), "number": visit["number"]}
    raised = [
        raise_item(work, "visit_report", for_role=role, organisation_id=visit["organisation_id"], data=data)
        for part, role in _CONCERNED.items()
        if part in report_to
    ]
    return ChangeSet({ref: frozenset({Aspect.NEW}) for ref in raised})


def _unfinished(work: Work) -> Record:
    visit = get_row(work.conn, VISIT, work.root)
    if visit["state"] == "finished":
        raise KnownError(
            f"The report of visit {visit['number']} is finished.",
            "The client has signed it as it is. Nothing was changed.",
            "Write what is to be added as a note on the case.",
        )
    return visit


def _rules(work: Work, visit: Record) -> VisitRules | None:
    organisation = get_row(work.conn, ORGANISATION, visit["organisation_id"])
    return work.policies.in_effect(organisation["policy_code"], work.now).visit


def _report_of(work: Work, visit: Record) -> VisitReport:
    parts = visit["report"] or {}
    cases = select(VISIT_CASE.c.case_id).where(VISIT_CASE.c.visit_id == visit["id"], ~VISIT_CASE.c.deleted)
    files = select(ATTACHMENT.c.id).where(ATTACHMENT.c.visit_id == visit["id"], ~ATTACHMENT.c.deleted)
    return VisitReport(
        engineer=visit["engineer_id"],
        client=visit["organisation_id"],
        site=visit["site_id"],
        cases=tuple(work.conn.scalars(cases.order_by(VISIT_CASE.c.row))),
        arrived=visit["arrived_at"],
        left=visit["left_at"],
        performance=tuple(
            CheckedPoint(point["name"], Health(point["health"]), point["remark"])
            for point in parts.get("performance") or ()
        ),
        attachments=tuple(work.conn.scalars(files.order_by(ATTACHMENT.c.row))),
        problems=parts.get("problems") or "",
        work_done=parts.get("work_done") or "",
        recommendations=parts.get("recommendations") or "",
        client_suggestions=parts.get("client_suggestions") or "",
    )


def _case_numbers(conn: Connection, visit_ids: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    rows = conn.execute(
        select(VISIT_CASE.c.visit_id, CASE.c.number)
        .join(CASE)
        .where(VISIT_CASE.c.visit_id.in_(visit_ids), ~VISIT_CASE.c.deleted)
        .order_by(CASE.c.number)
    )
    numbers: dict[UUID, tuple[str, ...]] = {}
    for visit_id, number in rows:
        numbers[visit_id] = (*numbers.get(visit_id, ()), number)
    return numbers


def _line(visit: Record, case_numbers: tuple[str, ...]) -> VisitLine:
    return VisitLine(
        id=visit["id"],
        number=visit["number"],
        organisation=visit["organisation"],
        site=visit["site"] or "",
        engineer=visit["engineer"] or "",
        planned_at=visit["planned_at"],
        arrived_at=visit["arrived_at"],
        left_at=visit["left_at"],
        state=visit["state"],
        case_numbers=case_numbers,
    )
