"""An engineer's week in the sample world: visits that were made, and visits that are planned, around today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from supportdesk.app.sample.cast import Client
from supportdesk.services.cases import visits
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import CaseRow

Make = Callable[[UUID, UUID, datetime], None]
"""Makes and finishes a visit: client, case, arrival."""

_FRIDAY = 4
# Days from today, hour in UTC, minutes, what to bring.
_MADE = ((-3, 6), (-2, 5), (-2, 10))
_PLANNED = (
    (1, 6, 120, "Label printer and two rolls of 40 × 20 mm"),
    (1, 10, 60, ""),
    (2, 5, 180, "Backup disk; the client wants to see one restored"),
    (3, 6, 90, ""),
    (3, 7, 60, "Update on a stick, for the workstations without a network"),
    (4, 9, 240, ""),
    (7, 6, 120, ""),
    (9, 5, 60, ""),
)


def make_week(
    desk: Desk,
    engineer: UUID,
    about: Sequence[tuple[CaseRow, Client]],
    others: Sequence[Client],
    make: Make,
) -> None:
    """Let visits be made for the first of these cases, and planned for the rest, then at clients without one."""
    today = desk.now().astimezone(UTC).date()
    made, rest = about[: len(_MADE)], about[len(_MADE) :]
    for (days, hour), (row, client) in zip(_MADE, made, strict=False):
        make(client.id, row.id, datetime.combine(_working_day(today, days), time(hour), UTC))
    planned = [*((client, (row.id,)) for row, client in rest), *((client, ()) for client in others)]
    for (days, hour, minutes, bring), (client, case_ids) in zip(_PLANNED, planned, strict=False):
        visits.plan(
            desk,
            client.id,
            planned_at=datetime.combine(_working_day(today, days), time(hour), UTC),
            engineer_id=engineer,
            case_ids=case_ids,
            expected_minutes=minutes,
            travel_minutes=40,
            travel_km=35,
            bring=bring or None,
        )


def _working_day(today: date, days: int) -> date:
    """The day so many days on, or the one further away where that is a Friday, which is free there."""
    day = today + timedelta(days=days)
    return day + timedelta(days=1 if days > 0 else -1) if day.weekday() == _FRIDAY else day
