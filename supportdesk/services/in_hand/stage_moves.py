"""Moving a case in hand from stage to stage, by itself or together with a reply, and closing it; no acts of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import EntryKind, StageKind
from supportdesk.rules.cases.stages import ENGAGEMENT, find_stage
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import Stage
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line, refused
from supportdesk.services.views import Money
from supportdesk.store.tables.work import ENGAGEMENT as ENGAGEMENTS


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded with a move because the stage asks for it (SPK-6)."""

    vendor: str | None = None
    quote: Money | None = None


NOTHING_RECORDED = Recorded()


def move(case: CaseInHand, name: str, recorded: Mapping[str, Any] | None = None) -> bool:
    """Move the case to the stage of this id or name, with what that stage asks for (SPK-6); `recorded` is plain.

    Gives whether it stood elsewhere. Moving to the closed stage is closing. RuleRefusal if the rules forbid it.
    """
    stage = find_stage(case.rules.policy, name)
    if isinstance(stage, Refusal):
        raise refused(stage)
    if stage.kind is StageKind.CLOSED:
        close(case)
        return True
    if stage.id == case.state.stage:
        return False
    given = {what: value for what, value in (recorded or {}).items() if value}
    names = set(given)
    if stage.engagement and _has_engagement(case, stage):
        names.add(ENGAGEMENT)
    data = {"from": case.state.stage, "to": stage.id, **given}
    event = CaseEvent(EventKind.STAGE_MOVED, case.at, to=stage.id, recorded=frozenset(names))
    case.happen(event, Line(EntryKind.STAGE, data=data))
    return True


def close(
    case: CaseInHand, *, resolution: str | None = None, by_client: bool = False, automatic: bool = False
) -> None:
    """Close the case (SPK-7, SYN-4, ONX-1); RuleRefusal if the policy asks for more."""
    event = CaseEvent(
        EventKind.CLOSED, case.at, resolution=resolution, by_client=by_client, automatic=automatic
    )
    data = {
        "from": case.state.stage,
        "resolution": resolution,
        "by_client": by_client,
        "automatic": automatic,
    }
    line = Line(
        EntryKind.CLOSED,
        data=data,
        contact_id=case.field("contact_id") if by_client else None,
        by_client=by_client,
        by_itself=automatic,
    )
    case.happen(event, line)


def _has_engagement(case: CaseInHand, stage: Stage) -> bool:
    found = select(ENGAGEMENTS.c.id).where(
        ENGAGEMENTS.c.case_id == case.id, ENGAGEMENTS.c.kind == stage.engagement, ~ENGAGEMENTS.c.deleted
    )
    return case.work.conn.execute(found.limit(1)).first() is not None
