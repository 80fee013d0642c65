"""Visits as screens read them: one with its report, an engineer's day, the list of reports; nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.rules.calendars.zone import ONE_DAY, local_midnight
from supportdesk.rules.cases.visit_content import content_of, fingerprint
from supportdesk.rules.cases.visit_report import VisitReport, missing_parts
from supportdesk.rules.policies.policy import Choice, VisitRules
from supportdesk.services.cases import visit_files, visit_reports
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import sight
from supportdesk.services.person.place import place_of
from supportdesk.services.queries import visit_lists, visit_papers
from supportdesk.services.queries.lists import rows_of
from supportdesk.services.queries.visit_preparation import prepared
from supportdesk.services.views.visits import FollowUp, VisitCase, VisitDay, VisitFile, VisitView
from supportdesk.store import kept_originals
from supportdesk.store.composed import Record
from supportdesk.store.kept_uploads import STORED
from supportdesk.store.synced_rows import find_row, get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT, ORGANISATION, SITE
from supportdesk.store.tables.work import INSTALLATION, PRODUCT, VISIT, VISIT_CASE


def visit(desk: Desk, visit_id: UUID) -> VisitView:
    """A visit with all that its report says by now; KnownError for one that is not here."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        row = get_row(conn, VISIT, visit_id)
        client = get_row(conn, ORGANISATION, row["organisation_id"])
        report = visit_reports.report_of(conn, row)
        rules = _rules(desk, client)
        links = _links(conn, [visit_id])
        site = find_row(conn, SITE, row["site_id"]) if row["site_id"] else None
        engineer = find_row(conn, AGENT, row["engineer_id"]) if row["engineer_id"] else None
        came = {each.case_id: each.recommendation for each in links if each.recommendation is not None}
        follow_ups = rows_of(conn, desk, list(came))
        signed = visit_reports.signatures_of(conn, visit_id)
        # What is finished asks for nothing more, whatever the policy has come to want since.
        asked = (
            rules.checks_with(_products(conn, client["id"])) if rules and row["state"] != "finished" else ()
        )
        files = _files(conn, desk, visit_id, engineer)
        pdfs = visit_papers.pdfs(conn, visit_id)
    return VisitView(
        id=visit_id,
        number=row["number"],
        state=row["state"],
        revision=row["revision"] or 1,
        organisation_id=client["id"],
        organisation=client["name"],
        site=site["name"] if site else "",
        engineer_id=row["engineer_id"],
        engineer=engineer["name"] if engineer else "",
        language=client["language"],
        planned_at=row["planned_at"],
        travel_minutes=row["travel_minutes"],
        travel_km=row["travel_km"],
        report=report,
        cases=tuple(
            VisitCase(each.case_id, each.number, each.title) for each in links if each.recommendation is None
        ),
        follow_ups=tuple(FollowUp(came[each.id], each) for each in follow_ups),
        checks=_checks(desk, asked, report),
        missing=missing_parts(rules, report),
        fingerprint=fingerprint(content_of(report)),
        signed=signed[0] if signed else None,
        pdfs=pdfs,
        report_to=tuple(row["report_to"] or ()),
        finished_by=row["finished_by_id"],
        changes=visit_papers.changes_of(row, report),
        files=files,
    )


def day(desk: Desk, on: date | None = None, engineer_id: UUID | None = None) -> VisitDay:
    """The visits of a civil day in the order of the route, with what is here for them.

    By default today, and of whoever sits here. KnownError for the day of another that one may not look at.
    """
    with desk.store.read() as conn:
        engineer = engineer_id or desk.actor
        sight.require_calendar(conn, desk.actor, engineer)
        zone = place_of(conn, engineer).zone
        today = desk.now().astimezone(zone).date()
        shown = on or today
        start, end = local_midnight(shown, zone), local_midnight(shown + ONE_DAY, zone)
        lines = visit_lists.lines_between(conn, start, end, engineer_id=engineer, under_way=shown == today)
        found = VisitDay(shown, lines, today=shown == today)
        if engineer != desk.actor:
            name = conn.scalar(select(AGENT.c.name).where(AGENT.c.id == engineer)) or ""
            found = replace(found, engineer_id=engineer, engineer=name, zone=zone)
        return prepared(conn, desk, found)


def _files(conn: Connection, desk: Desk, visit_id: UUID, engineer: Record | None) -> tuple[VisitFile, ...]:
    """The report's photos and files; those of another engineer's visit are theirs to send."""
    mine = engineer is None or engineer["id"] == desk.actor
    of_a_hub = desk.store.side == "desk"
    rows = visit_files.files_of(conn, visit_id)
    originals = {each.attachment_id for each in kept_originals.all_of(conn)} if rows else set()
    return tuple(
        VisitFile(
            row["id"],
            row["name"],
            row["sha256"],
            row["size"],
            row["media_type"] or "",
            row["state"] if of_a_hub else STORED,
            original=row["id"] in originals,
            by="" if mine or engineer is None or not of_a_hub else engineer["name"],
        )
        for row in rows
    )


def _rules(desk: Desk, client: Record) -> VisitRules | None:
    return desk.policies.in_effect(client["policy_code"], desk.now()).visit


def _products(conn: Connection, client: UUID) -> Sequence[str]:
    """The codes of the products that a client runs."""
    return conn.scalars(
        select(PRODUCT.c.code)
        .join(INSTALLATION, INSTALLATION.c.product_id == PRODUCT.c.id)
        .where(INSTALLATION.c.organisation_id == client, ~INSTALLATION.c.deleted)
        .distinct()
    ).all()


def _checks(desk: Desk, asked: Sequence[Choice], report: VisitReport) -> tuple[str, ...]:
    """What is to be checked: a point that stands in the report in another language keeps the name that it has there."""
    there = {point.name for point in report.performance}
    return tuple(
        next((text for _, text in check.name.texts if text in there), check.name.in_language(desk.language))
        for check in asked
    )


def _links(conn: Connection, visit_ids: Sequence[UUID]) -> Sequence[Any]:
    return conn.execute(
        select(VISIT_CASE.c.case_id, VISIT_CASE.c.recommendation, CASE.c.number, CASE.c.title)
        .join(CASE, CASE.c.id == VISIT_CASE.c.case_id)
        .where(VISIT_CASE.c.visit_id.in_(visit_ids), ~VISIT_CASE.c.deleted)
        .order_by(VISIT_CASE.c.id)
    ).all()
