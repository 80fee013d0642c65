"""The reports of visits: written part by part, signed by the client, finished, and revised to be signed anew (ONX-2).

A signature binds the content that the client saw; what is changed afterwards voids it until there is another. A
finished report goes to those whom the policy names, and its fee is drafted (ONX-3). The layout is made elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation
from supportdesk.domain.words import AgentRole
from supportdesk.rules.cases.signature import (
    Signature,
    Stroke,
    is_drawn,
    read_strokes,
    refuse_signed_otherwise,
    stands,
)
from supportdesk.rules.cases.visit_content import content_of, fingerprint, plain_content, read_content
from supportdesk.rules.cases.visit_report import (
    Agreement,
    AttachedFile,
    VisitReport,
    missing_parts,
    refuse_finishing,
)
from supportdesk.rules.policies.policy import VisitRules
from supportdesk.services.cases.visit_fees import draft_fee, seconds_on_site
from supportdesk.services.cases.visit_parts import plain_parts, read_parts
from supportdesk.services.cases.visits import tell_cases, unfinished
from supportdesk.services.in_hand.attention import raise_item
from supportdesk.services.in_hand.case_in_hand import refused
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.plain import plain
from supportdesk.services.operations.work import LEFT, Effect, Work, undone_by
from supportdesk.store.case_rows import revise
from supportdesk.store.composed import Composed, Record
from supportdesk.store.synced_rows import get_row, insert_row
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import VISIT, VISIT_CASE, VISIT_SIGNATURE

_STAYS = "The visit was not finished; what is written stays."
_CONCERNED = {"managers": AgentRole.MANAGER, "engineers": AgentRole.FIELD_ENGINEER}
_VISIT = bindparam("visit", type_=VISIT.c.id.type)
# Cases that came of a recommendation were not what the visit was for.
_CASES = Composed(
    select(VISIT_CASE.c.case_id)
    .where(VISIT_CASE.c.visit_id == _VISIT, VISIT_CASE.c.recommendation.is_(None), ~VISIT_CASE.c.deleted)
    .order_by(VISIT_CASE.c.id)
)
_FILES = Composed(
    select(ATTACHMENT.c.name, ATTACHMENT.c.sha256)
    # A PDF of the report is no part of it.
    .where(ATTACHMENT.c.visit_id == _VISIT, ATTACHMENT.c.revision.is_(None), ~ATTACHMENT.c.deleted)
    .order_by(ATTACHMENT.c.position.is_not(None), ATTACHMENT.c.position, ATTACHMENT.c.id)
)
_SIGNATURES = Composed(
    select(VISIT_SIGNATURE)
    .where(VISIT_SIGNATURE.c.visit_id == _VISIT, ~VISIT_SIGNATURE.c.deleted)
    .order_by(VISIT_SIGNATURE.c.signed_at.desc(), VISIT_SIGNATURE.c.id.desc())
)


def write_report(desk: Desk, visit_id: UUID, **parts: object) -> Done:
    """Write parts of the report, named and typed as in VisitReport, from `performance` to `acceptance`."""
    return do(desk, "visit.write_report", visit_id, {"parts": plain_parts(parts)})


def sign(
    desk: Desk, visit_id: UUID, *, seen: str, name: str, strokes: Sequence[Stroke], job: str = ""
) -> Done:
    """Keep the client's signature below what the client was shown, whose fingerprint is `seen`; `created` is its id.

    KnownError where the report is another by now, where nothing was drawn, and without a name.
    """
    with desk.store.read() as conn:
        visit = get_row(conn, VISIT, visit_id)
        content, revision = content_of(report_of(conn, visit)), visit["revision"] or 1
    if fingerprint(content) != seen:
        raise KnownError(
            "The report was changed while it was being signed.",
            "The signature was not kept.",
            "Show the report as it is now to the client and let it be signed.",
        )
    args = {"name": name, "job": job, "strokes": [list(map(list, stroke)) for stroke in strokes]}
    shown = {"content": plain_content(content), "revision": revision}
    return do(desk, "visit.sign", visit_id, {**args, **shown})


def finish(desk: Desk, visit_id: UUID) -> Done:
    """Finish a visit: its report is frozen and goes to those concerned (ONX-2).

    RuleRefusal names the required parts that are missing, and what was changed after the client had signed. A visit
    still without an end ends now.
    """
    return do(desk, "visit.finish", visit_id)


def revise_report(desk: Desk, visit_id: UUID, why: str) -> Done:
    """Open a finished report for a new revision, which wants a signature of its own; the former one is kept."""
    return do(desk, "visit.revise", visit_id, {"why": why})


def report(desk: Desk, visit_id: UUID) -> VisitReport:
    """The report of a visit as it stands; its agreement is there only where the client signed just this."""
    with desk.store.read() as conn:
        return report_of(conn, get_row(conn, VISIT, visit_id))


def signatures(desk: Desk, visit_id: UUID) -> tuple[Signature, ...]:
    """All signatures of a visit, the latest first, each with the content that was signed."""
    with desk.store.read() as conn:
        return signatures_of(conn, visit_id)


def report_of(conn: Connection, visit: Record) -> VisitReport:
    """What a visit's rows say, with the client's agreement where it stands for just this."""
    parts = read_parts(visit["report"] or {})
    report = VisitReport(
        engineer=visit["engineer_id"],
        client=visit["organisation_id"],
        site=visit["site_id"],
        received_by=visit["received_by"] or "",
        cases=tuple(_CASES.scalars(conn, visit=visit["id"])),
        arrived=visit["arrived_at"],
        left=visit["left_at"],
        attachments=tuple(AttachedFile(row.name, row.sha256) for row in _FILES.all(conn, visit=visit["id"])),
        **parts,
    )
    content, revision = content_of(report), visit["revision"] or 1
    for signed in signatures_of(conn, visit["id"]):
        if stands(signed, content, revision):
            return replace(report, agreement=Agreement(signed.name, signed=True, at=signed.at))
    return report


def signatures_of(conn: Connection, visit_id: UUID) -> tuple[Signature, ...]:
    """All signatures of a visit, the latest first."""
    return tuple(_signature(row) for row in _SIGNATURES.all(conn, visit=visit_id))


def _signature(row: Any) -> Signature:  # noqa: ANN401 - a row of signatures
    return Signature(
        row.name,
        row.signed_at,
        read_strokes(row.strokes),
        read_content(row.content),
        row.job or "",
        row.revision,
    )


# ---------------------------------------------------------------- writing


@handles("visit.write_report", kind=Kind.EDIT, entity=Entity.VISIT)
def _write_report(work: Work, operation: Operation) -> Effect:
    visit = unfinished(work)
    parts: Mapping[str, Any] = operation.args["parts"]
    read_parts(parts)
    former: Mapping[str, Any] = visit["report"] or {}
    before = {name: former.get(name) for name in parts}
    # Another desk may have written other parts, or other lines of this one.
    expected = {**former, **operation.expect} if work.arrived else former
    met = records.meet_parts(work, VISIT, visit, "report", expected, {**expected, **parts})
    revise(work.conn, VISIT, work.root, {"report": met}, operation)
    undo = undone_by("visit.write_report", parts=before)
    left = {LEFT: {name: met[name] for name in parts}}
    return Effect(records.changed(work), undo={**undo, **left}, expect=before)


@handles("visit.sign", kind=Kind.APPEND, entity=Entity.VISIT)
def _sign(work: Work, operation: Operation) -> Effect:
    visit = unfinished(work)
    name = records.required(operation.args["name"], "The name of who signs")
    # What was signed on another desk was signed, whatever the report says by now.
    content = read_content(operation.args["content"])
    if not is_drawn(read_strokes(operation.args["strokes"])):
        raise KnownError(
            "Nothing was drawn.", "The signature was not kept.", "Sign in the box by pen, mouse or finger."
        )
    made = work.new_id()
    values = {
        "visit_id": work.root,
        "revision": _signed_revision(operation, visit),
        "name": name,
        "job": operation.args["job"].strip() or None,
        "signed_at": work.now,
        "strokes": operation.args["strokes"],
        "content": operation.args["content"],
        "sha256": fingerprint(content),
    }
    insert_row(work.conn, VISIT_SIGNATURE, made, operation, values)
    return Effect(records.changed(work), created=made)


def _signed_revision(operation: Operation, visit: Record) -> int:
    """The revision that the client saw: by the time an act arrives there may be a later one, which nobody signed.

    Where the act knows a later one, its opening was not accepted; what was signed is this one then, not the next to be
    opened. Acts from before they told the revision may be as old as the first.
    """
    told = operation.args.get("revision", 1)
    if not isinstance(told, int) or isinstance(told, bool) or told < 1:
        raise ValueError("a revision is a whole number from 1 on")
    return min(told, visit["revision"] or 1)


@handles("visit.revise", kind=Kind.COMMAND, entity=Entity.VISIT)
def _revise(work: Work, operation: Operation) -> Effect:
    visit = get_row(work.conn, VISIT, work.root)
    why = records.required(operation.args["why"], "The reason")
    if visit["state"] != "finished":
        raise KnownError(
            f"The report of visit {visit['number']} is not finished.",
            "Nothing was changed.",
            "Go on writing it.",
        )
    number = (visit["revision"] or 1) + 1
    changes = {
        **dict.fromkeys(("agreed_name", "agreed_at", "finished_at", "finished_by_id", "report_to")),
        "state": "revising",
        "revision": number,
        "former": plain_content(content_of(report_of(work.conn, visit))),
    }
    revise(work.conn, VISIT, work.root, changes, operation)
    data = {"visit": work.root, "number": visit["number"], "act": "revised", "revision": number}
    return Effect(records.changed(work) | tell_cases(work, why, data))


# ---------------------------------------------------------------- finishing


@handles("visit.finish", kind=Kind.COMMAND, entity=Entity.VISIT)
def _finish(work: Work, operation: Operation) -> Effect:
    visit = unfinished(work)
    report = report_of(work.conn, visit)
    report = replace(report, left=report.left or work.now)
    rules = _rules(work, visit)
    _refuse(work, visit, rules, report)
    agreement = report.agreement
    report_to = rules.report_to if rules is not None else ()
    final = {
        "left_at": report.left,
        "agreed_name": agreement.name if agreement else None,
        "agreed_at": agreement.at if agreement else None,
        "state": "finished",
        "finished_at": work.now,
        "finished_by_id": work.actor,
        "report_to": list(report_to),
    }
    revise(work.conn, VISIT, work.root, final, operation)
    data = {
        "visit": work.root,
        "number": visit["number"],
        "act": "finished",
        "revision": visit["revision"] or 1,
        "seconds": seconds_on_site(report),
        "health": plain([point.health for point in report.performance]),
        "agreed_by": agreement.name if agreement else "",
        "report_to": report_to,
    }
    changes = records.changed(work) | tell_cases(work, report.work_done, data)
    draft_fee(work, visit, report)
    return Effect(changes | _distribute(work, visit, report, report_to))


def _refuse(work: Work, visit: Record, rules: VisitRules | None, report: VisitReport) -> None:
    """RuleRefusal where the report can't be finished; a signature for something else is told as that."""
    signed = signatures_of(work.conn, visit["id"])
    if signed and missing_parts(rules, report) == ("agreement",):
        raise refused(refuse_signed_otherwise(signed[0], content_of(report)), _STAYS)
    refusal = refuse_finishing(rules, report)
    if refusal is not None:
        raise refused(refusal, _STAYS)


def _rules(work: Work, visit: Record) -> VisitRules | None:
    organisation = get_row(work.conn, ORGANISATION, visit["organisation_id"])
    return work.policies.in_effect(organisation["policy_code"], work.now).visit


def _distribute(work: Work, visit: Record, report: VisitReport, report_to: tuple[str, ...]) -> ChangeSet:
    """Put the report before those on the policy's list, and the client's wishes before who looks after the product."""
    data = {"visit": str(work.root), "number": visit["number"], "by": str(work.actor)}
    raised = [
        raise_item(work, "visit_report", for_role=role, organisation_id=visit["organisation_id"], data=data)
        for part, role in _CONCERNED.items()
        if part in report_to
    ]
    if report.passed_on and report.client_suggestions.strip():
        raised.append(
            raise_item(
                work,
                "suggestion",
                for_role=AgentRole.DEVELOPER_LIAISON,
                organisation_id=visit["organisation_id"],
                data={**data, "text": report.client_suggestions},
            )
        )
    return ChangeSet({ref: frozenset({Aspect.NEW}) for ref in raised})
