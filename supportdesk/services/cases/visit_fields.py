"""What is typed into a visit's fields, kept one at a time over what was seen when it was typed (ONX-2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast
from uuid import UUID

from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint
from supportdesk.rules.meeting import meet
from supportdesk.services.cases import visit_files, visit_reports, visits
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.work import VISIT

FIELDS = frozenset({"arrived_at", "left_at", "received_by", "travel_minutes", "travel_km"})
"""The fields of a visit that are no parts of its report."""
CAPTION = "caption:"
"""Before the id of a photo or file, the field that is its caption."""


def keep(desk: Desk, visit_id: UUID, name: str, typed: object, seen: object) -> Done | None:
    """Keep what was typed into a field or part of the report; None where it stands so already.

    What another desk has written since the part was `seen` stays beside it, line by line and check by check.
    """
    with desk.store.together() as store:
        at_once = replace(desk, store=store)
        if name.startswith(CAPTION):
            return visit_files.name_file(at_once, visit_id, UUID(name.removeprefix(CAPTION)), str(typed))
        if name in FIELDS:
            with store.read() as conn:
                there = get_row(conn, VISIT, visit_id)[name]
            return None if there == typed else visits.edit(at_once, visit_id, **{name: typed})
        there = getattr(visit_reports.report(at_once, visit_id), name)
        wanted = _met(seen, there, typed)
        return None if wanted == there else visit_reports.write_report(at_once, visit_id, **{name: wanted})


def _met(seen: object, there: object, typed: object) -> object:
    if there in (seen, typed):
        return typed
    if isinstance(there, str) and isinstance(typed, str):
        met = meet("text", seen, there, typed)
        # Two texts for one line: both stay, and a person sees them.
        return f"{there.rstrip()}\n{typed}" if met.how == "contested" else met.value
    if isinstance(there, Acceptance) and isinstance(typed, Acceptance) and isinstance(seen, Acceptance):
        return Acceptance(
            bool(_met(seen.as_asked, there.as_asked, typed.as_asked)),
            bool(_met(seen.may_close, there.may_close, typed.may_close)),
            str(_met(seen.remark, there.remark, typed.remark)),
        )
    if _are_checks(there) and _are_checks(typed) and _are_checks(seen):
        return _checks(*(cast("Sequence[CheckedPoint]", each) for each in (seen, there, typed)))
    return typed


def _are_checks(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, CheckedPoint) for each in value)


def _checks(
    seen: Sequence[CheckedPoint], there: Sequence[CheckedPoint], typed: Sequence[CheckedPoint]
) -> tuple[CheckedPoint, ...]:
    """What was checked here since it was seen, put into what others have checked."""
    before, mine = {each.name: each for each in seen}, {each.name: each for each in typed}
    dropped = before.keys() - mine.keys()
    changed = {name: each for name, each in mine.items() if before.get(name) != each}
    kept = [changed.get(each.name, each) for each in there if each.name not in dropped]
    known = {each.name for each in kept}
    return (*kept, *(each for name, each in changed.items() if name not in known))
