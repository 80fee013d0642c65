"""A visit as its report is opened: as it was read, with what is typed there and not saved yet."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from supportdesk.services.cases import late_words
from supportdesk.services.cases.visit_fields import CAPTION
from supportdesk.services.person import drafts
from supportdesk.services.queries import visit_views
from supportdesk.ui.visits.keeper import DRAFT, draft_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supportdesk.services.cases.late_words import LateWord
    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views.visits import VisitFile, VisitView

_TRAVEL = ("travel_minutes", "travel_km")
_IN_REPORT = {"arrived_at": "arrived", "left_at": "left"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A visit with what is typed there and no part of it yet, and what was typed too late to become one."""

    view: VisitView
    draft: Mapping[str, Any]
    late: tuple[LateWord, ...] = ()


def opened(desk: Desk, visit_id: UUID) -> Opened:
    """Read a visit and its drafts."""
    draft = drafts.load(desk, draft_key(visit_id))
    late = late_words.of_visit(desk, visit_id)
    return Opened(visit_views.visit(desk, visit_id), draft.content if draft is not None else {}, late)


def with_typed(found: Opened, typed: Mapping[str, object]) -> Opened:
    """What was read, with what was typed by field and is on its way to the disk: it is what its reader left there."""
    view = found.view
    known = {each.name for each in fields(view.report)}
    report: dict[str, Any] = {_IN_REPORT.get(name, name): value for name, value in typed.items()}
    report = {name: value for name, value in report.items() if name in known}
    if "received_by" in report:
        report["received_by"] = report["received_by"] or ""
    travel: dict[str, Any] = {name: typed[name] for name in _TRAVEL if name in typed}
    view = replace(
        view,
        **travel,
        report=replace(view.report, **report),
        files=tuple(_captioned(each, typed) for each in view.files),
    )
    draft = cast("Mapping[str, Any]", typed.get(DRAFT, found.draft) or {})
    return replace(found, view=view, draft=draft)


def _captioned(file: VisitFile, typed: Mapping[str, object]) -> VisitFile:
    return replace(file, name=str(typed.get(f"{CAPTION}{file.id}", file.name)))
