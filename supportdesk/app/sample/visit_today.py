"""A visit of the sample world under way: who sits at the desk is on site, and its report is being written."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from supportdesk.app.sample import photos
from supportdesk.rules.cases.signature import Stroke
from supportdesk.rules.cases.visit_content import content_of, fingerprint
from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint, Health
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.queries import visit_lists, visit_views

if TYPE_CHECKING:
    from uuid import UUID

    from supportdesk.services.cases.photo_shelf import PhotoShelf
    from supportdesk.services.operations.desk import Desk

_AROUND = timedelta(days=7)
_MOST_TAKEN = 2
_SINCE = timedelta(hours=2, minutes=46)
_FOUND = (
    (Health.WATCH, "Fri 20 Nov, 4 days old"),
    (Health.GOOD, "214 GB"),
    (Health.GOOD, "no error, 4 min"),
    (Health.WATCH, "VAT summary 48 s"),
    (Health.BAD, "2 still on 9.4.1"),
    (Health.GOOD, "9 of 10 licences"),
    (Health.GOOD, ""),
)
_SHAPE = (
    (150, 300), (230, 200), (290, 110), (270, 210), (310, 280), (390, 190), (430, 170), (420, 270), (480, 210),
    (520, 180), (510, 280), (570, 200), (610, 170), (610, 260), (680, 200), (760, 220), (870, 230),
)  # fmt: skip


def visit_of_today(desk: Desk, shelf: PhotoShelf | None = None) -> UUID | None:
    """The visit that is under way today, begun if it was only planned; None in a world without visits.

    With a shelf for them there are photos in its report.
    """
    day = visit_views.day(desk).visits
    first = next((line for line in day if line.state != "finished"), None)
    if first is None:
        now = desk.now()
        around = visit_lists.visits_between(desk, now - _AROUND, now + _AROUND)
        planned = [line for line in around if line.state == "planned"]
        # The others stay in their engineer's week.
        taken = sorted(planned, key=lambda line: abs((line.planned_at or now) - now))[:_MOST_TAKEN]
        for line in taken:
            visits.edit(desk, line.id, engineer_id=desk.actor)
        first = taken[0] if taken else None
    if first is not None and first.state == "planned":
        _begin(desk, first.id, shelf)
    return first.id if first is not None else None


def _begin(desk: Desk, visit_id: UUID, shelf: PhotoShelf | None) -> None:
    visits.edit(desk, visit_id, planned_at=desk.now() - _SINCE)
    visits.arrive(desk, visit_id, at=desk.now() - _SINCE)
    visits.edit(desk, visit_id, received_by="Mme Sonia Trabelsi", travel_minutes=80, travel_km=128)
    checks = visit_views.visit(desk, visit_id).checks
    visit_reports.write_report(
        desk,
        visit_id,
        performance=tuple(
            CheckedPoint(name, health, remark) for name, (health, remark) in zip(checks, _FOUND, strict=False)
        ),
        work_done=(
            "Rebuilt the October VAT summary after the 9.4.2 update; the VAT total on the return now agrees with the "
            "ledger. Updated 7 of 9 workstations. Set the label printer to 40 × 20 mm; test print good."
        ),
        recommendations=(
            "Take the backup every night, not weekly.\n"
            "Update the two packing workstations before Friday.\n"
            "Archive 2019–2021: VAT summary 48 s → about 10 s."
        ),
        client_suggestions=(
            "« Un bouton pour envoyer la déclaration directement au comptable externe serait très utile. »"
        ),
        passed_on=True,
        acceptance=Acceptance(as_asked=True, may_close=True),
    )
    if shelf is not None:
        for photo in photos.photos():
            shelf.add(desk, visit_id, shelf.keep(desk, visit_id, photo))
    seen = fingerprint(content_of(visit_reports.report(desk, visit_id)))
    visit_reports.sign(
        desk, visit_id, seen=seen, name="Sonia Trabelsi", job="Head accountant", strokes=_strokes()
    )


def _strokes() -> tuple[Stroke, ...]:
    points: list[tuple[int, int]] = []
    for (x, y), (to_x, to_y) in pairwise(_SHAPE):
        points += [(x + (to_x - x) * step // 4, y + (to_y - y) * step // 4) for step in range(4)]
    name = tuple((x, y, 20 * number) for number, (x, y) in enumerate(points))
    line = tuple((240 + 30 * step, 335 - (step * (14 - step)) // 3, 2_000 + 12 * step) for step in range(15))
    return name, line
