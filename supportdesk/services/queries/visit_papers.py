"""What is printed of a visit's report: the report with the names behind its ids, and the PDFs that there are of it."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from supportdesk.documents.visit_document import Branch, Language, Paper, Photo, VisitDocument
from supportdesk.domain.file_names import safe_name
from supportdesk.domain.words import Cover
from supportdesk.rules.calendars.zone import load_zone
from supportdesk.rules.cases.signature import stands
from supportdesk.rules.cases.visit_content import Difference, content_of, differences, read_content
from supportdesk.rules.cases.visit_report import VisitReport
from supportdesk.rules.policies.policy import Unit
from supportdesk.services.cases import visit_reports
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views.visits import PICTURES, VisitPdf
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import find_row, get_row
from supportdesk.store.tables.cases import ATTACHMENT, CASE
from supportdesk.store.tables.people import AGENT, BRANCH, ORGANISATION, SITE
from supportdesk.store.tables.work import VISIT, VISIT_CASE

# Where people print on Letter and Legal; everywhere else it is A4.
_LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "PA", "DO", "SV", "NI", "PR"})
_PLAIN_COLOUR = "#0f6466"


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows that stand behind a visit."""

    visit: Record
    client: Record
    site: Record | None
    engineer: Record | None
    branch: Record | None


def document(
    desk: Desk,
    shelf: FileShelf,
    visit_id: UUID,
    *,
    language: Language | None = None,
    paper: Paper | None = None,
) -> VisitDocument:
    """A visit's report as it is to be printed, finished or not; by default in the client's language, on its paper.

    Photos that are not on this computer come without a picture. NotThere for a visit that is not here. Slow where there
    are photos: not for the window's thread.
    """
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        rows = _rows(conn, get_row(conn, VISIT, visit_id))
        report = visit_reports.report_of(conn, rows.visit)
        signed = visit_reports.signatures_of(conn, visit_id)
        numbers = _case_numbers(conn, visit_id)
        cover = _cover(conn, desk, rows, report)
        pictures = _pictures(conn, visit_id)
    content, revision = content_of(report), rows.visit["revision"] or 1
    finished = rows.visit["state"] == "finished"
    return VisitDocument(
        report=report,
        number=rows.visit["number"],
        branch=_letterhead(rows.branch),
        client=rows.client["name"],
        zone=_zone(rows),
        site=rows.site["name"] if rows.site else "",
        engineer=rows.engineer["name"] if rows.engineer else "",
        case_numbers=numbers,
        cover=cover,
        reopen_days=_reopen_days(desk, rows.client, _instant(desk, rows.visit)),
        photos=tuple(
            Photo(file, shelf.bytes_of(desk, file.sha256) or b"")
            for file in report.attachments
            if file.sha256 in pictures
        ),
        signature=next((each for each in signed if stands(each, content, revision)), None),
        revision=revision,
        changes=changes_of(rows.visit, report),
        sent_at=rows.visit["finished_at"] if finished else None,
        language=language or client_language(rows.client["language"]),
        paper=paper or client_paper(rows.client["country"]),
    )


def client_language(code: str | None) -> Language:
    """The language of documents for a client whose language is this; English for others than there are."""
    first = (code or "").replace("-", "_").partition("_")[0].lower()
    return Language(first) if first in set(Language) else Language.ENGLISH


def client_paper(country: str | None) -> Paper:
    """The paper on which people print in a country, given by its two letters."""
    return Paper.LETTER if (country or "").upper() in _LETTER else Paper.A4


def file_name(document: VisitDocument) -> str:
    """What the PDF of a report is called."""
    revision = f" r{document.revision}" if document.revision > 1 else ""
    return safe_name(f"{document.number}{revision} {document.language}.pdf")


def pdfs(conn: Connection, visit_id: UUID) -> tuple[VisitPdf, ...]:
    """The PDFs of a visit's finished reports, the latest revision first."""
    rows = conn.execute(
        select(
            ATTACHMENT.c.id,
            ATTACHMENT.c.name,
            ATTACHMENT.c.sha256,
            ATTACHMENT.c.revision,
            ATTACHMENT.c.language,
        )
        .where(ATTACHMENT.c.visit_id == visit_id, ATTACHMENT.c.revision.is_not(None), ~ATTACHMENT.c.deleted)
        .order_by(ATTACHMENT.c.revision.desc(), ATTACHMENT.c.id)
    )
    return tuple(VisitPdf(*row) for row in rows)


def kept_pdf(desk: Desk, shelf: FileShelf, wanted: VisitDocument, visit_id: UUID) -> bytes | None:
    """The PDF that was attached when this revision was finished, if it is of this language and paper and is here."""
    if wanted.sent_at is None:
        return None
    with desk.store.read() as conn:
        found = pdfs(conn, visit_id)
        client = get_row(conn, ORGANISATION, get_row(conn, VISIT, visit_id)["organisation_id"])
    if wanted.paper is not client_paper(client["country"]):
        return None
    kept = [each for each in found if (each.revision, each.language) == (wanted.revision, wanted.language)]
    return shelf.bytes_of(desk, kept[0].sha256) if kept else None


def changes_of(visit: Record, report: VisitReport) -> tuple[Difference, ...]:
    """What a report says that the revision before did not; nothing for a first revision."""
    if visit["former"] is None:
        return ()
    return differences(read_content(visit["former"]), content_of(report))


# ---------------------------------------------------------------- what stands behind it


def _rows(conn: Connection, visit: Record) -> _Rows:
    client = get_row(conn, ORGANISATION, visit["organisation_id"])
    engineer = find_row(conn, AGENT, visit["engineer_id"]) if visit["engineer_id"] else None
    site = find_row(conn, SITE, visit["site_id"]) if visit["site_id"] else None
    sends = client["branch_id"] or (engineer["branch_id"] if engineer else None)
    return _Rows(visit, client, site, engineer, find_row(conn, BRANCH, sends) if sends else None)


def _letterhead(branch: Record | None) -> Branch:
    if branch is None:
        return Branch("")
    told = (str(branch[name] or "").strip() for name in ("address", "phone", "email"))
    return Branch(
        str(branch["name"]),
        " · ".join(filter(None, told)),
        _picture(str(branch["logo"] or "")),
        str(branch["colour"] or _PLAIN_COLOUR),
    )


def _picture(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""


def _zone(rows: _Rows) -> ZoneInfo:
    """The site's zone, else the branch's."""
    at_site = rows.site["time_zone"] if rows.site else None
    return load_zone(at_site or (rows.branch["time_zone"] if rows.branch else None) or "UTC")


def _instant(desk: Desk, visit: Record) -> datetime:
    """The instant by which a report is judged: it must not depend on when it is printed."""
    at: datetime = visit["arrived_at"] or visit["planned_at"] or desk.now()
    return at


def _cover(conn: Connection, desk: Desk, rows: _Rows, report: VisitReport) -> Cover:
    at = _instant(desk, rows.visit)
    policy = desk.policies.in_effect(rows.client["policy_code"], at)
    case = report.cases[0] if report.cases else None
    return judge(conn, policy, rows.client["id"], at, case_id=case).cover


def _reopen_days(desk: Desk, client: Record, at: datetime) -> int | None:
    within = desk.policies.in_effect(client["policy_code"], at).closing.reopen_within
    return int(within.amount) if within is not None and within.unit is Unit.DAYS else None


def _case_numbers(conn: Connection, visit_id: UUID) -> tuple[str, ...]:
    return tuple(
        conn.scalars(
            select(CASE.c.number)
            .join(VISIT_CASE, VISIT_CASE.c.case_id == CASE.c.id)
            .where(
                VISIT_CASE.c.visit_id == visit_id,
                VISIT_CASE.c.recommendation.is_(None),
                ~VISIT_CASE.c.deleted,
            )
            .order_by(VISIT_CASE.c.id)
        )
    )


def _pictures(conn: Connection, visit_id: UUID) -> frozenset[str]:
    """The checksums of the attached files that are pictures."""
    rows = conn.execute(
        select(ATTACHMENT.c.sha256).where(
            ATTACHMENT.c.visit_id == visit_id,
            ATTACHMENT.c.media_type.in_(PICTURES),
            ATTACHMENT.c.revision.is_(None),
            ~ATTACHMENT.c.deleted,
        )
    )
    return frozenset(rows.scalars())
