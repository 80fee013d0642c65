"""What the plan dialog does on the write lane, and what is said of it: a visit planned, or planned otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from supportdesk.services.cases import visit_cases, visits
from supportdesk.ui.visits.plan_draft import gone

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.services.views.visit_plans import VisitPlan
    from supportdesk.ui.visits.plan_draft import Ground


def plan_visit(
    desk: Desk,
    organisation_id: UUID,
    case_ids: tuple[UUID, ...],
    values: Mapping[str, Any],
    draft_key: str | None,
    ground: Ground,
) -> Done:
    """Plan a visit; its draft goes with it, but for what waited there and nobody saw."""
    if ground.waited is None:
        return visits.plan(desk, organisation_id, case_ids=case_ids, draft_key=draft_key, **values)
    done = visits.plan(desk, organisation_id, case_ids=case_ids, **values)
    gone(desk, draft_key, ground)
    return done


def change_plan(
    desk: Desk, visit_id: UUID, changes: Mapping[str, Any], cases: Mapping[str, tuple[UUID, ...]]
) -> tuple[Done, ...]:
    """Change fields and cases of a visit."""
    return visit_cases.plan_otherwise(desk, visit_id, changes, **cases)


def said(done: Done) -> str:
    """What was done, for the message that offers the way back."""
    if done.operation is not None and done.operation.name == visit_cases.NAME:
        return QCoreApplication.translate("Visits", "Cases of the visit changed")
    return QCoreApplication.translate("Visits", "Plan changed")


def before(plan: VisitPlan, name: str) -> object:
    """A value of the plan as the form had shown it."""
    if name == "expected_minutes":
        return plan.expected_minutes or 60
    return (plan.bring or None) if name == "bring" else getattr(plan, name)
