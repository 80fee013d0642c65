"""A client who signs a visit report as it stands; nothing is proved here."""

from __future__ import annotations

from uuid import UUID

from supportdesk.rules.cases.signature import Stroke
from supportdesk.rules.cases.visit_content import content_of, fingerprint
from supportdesk.rules.cases.visit_report import CheckedPoint, Health
from supportdesk.services.cases import visit_reports
from supportdesk.services.operations.desk import Desk, Done

STROKES: tuple[Stroke, ...] = (
    ((100, 200, 0), (300, 120, 40), (420, 260, 90)),
    ((500, 200, 300), (640, 210, 380)),
)


def whole_report(desk: Desk, visit: UUID) -> None:
    """Write all that a policy may ask for."""
    visit_reports.write_report(
        desk,
        visit,
        performance=(CheckedPoint("Backup", Health.GOOD), CheckedPoint("Disk", Health.WATCH, "80 % full")),
        work_done="Rebuilt the index.",
        recommendations="A larger disk.\nBackups every night.",
        client_suggestions="Arabic help.",
    )


def sign(desk: Desk, visit: UUID, name: str = "Amal Rashid", job: str = "") -> Done:
    """Show the report and let it be signed."""
    seen = fingerprint(content_of(visit_reports.report(desk, visit)))
    return visit_reports.sign(desk, visit, seen=seen, name=name, job=job, strokes=STROKES)
