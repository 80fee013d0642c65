"""What a case may become: the stages and severities its policy has, and what stands in the way of each."""

from __future__ import annotations

from datetime import datetime

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import StageKind
from supportdesk.rules.case_machine import advance
from supportdesk.rules.case_state import CaseState, Refusal
from supportdesk.rules.policy import Policy, Severity, Stage
from supportdesk.rules.stages import ENGAGEMENT
from supportdesk.services.views import SeverityChoice, StageChoice


def stage_choices(
    policy: Policy, state: CaseState, engaged: frozenset[str], now: datetime, language: str
) -> tuple[StageChoice, ...]:
    """Every stage of the policy; `engaged` are the kinds of engagement that the case has."""
    return tuple(_stage_choice(policy, state, stage, engaged, now, language) for stage in policy.stages)


def severity_choices(policy: Policy, language: str) -> tuple[SeverityChoice, ...]:
    """The severities of the policy, gravest first as it lists them."""
    return tuple(severity_choice(severity, language) for severity in policy.severities)


def severity_choice(severity: Severity, language: str) -> SeverityChoice:
    """A severity with its definition."""
    definition = severity.definition.in_language(language) if severity.definition else ""
    return SeverityChoice(severity.code, severity.rank, severity.name.in_language(language), definition)


def _stage_choice(
    policy: Policy, state: CaseState, stage: Stage, engaged: frozenset[str], now: datetime, language: str
) -> StageChoice:
    missing = frozenset({ENGAGEMENT}) if stage.engagement and stage.engagement not in engaged else frozenset()
    return StageChoice(
        id=stage.id,
        name=stage.name.in_language(language),
        look=stage.look,
        kind=stage.kind,
        refused="" if stage.id == state.stage else _refused(policy, state, stage, now),
        asks=stage.asks | missing,
    )


def _refused(policy: Policy, state: CaseState, stage: Stage, now: datetime) -> str:
    """Why the case can't be moved there even with all that the stage asks for; empty if it can."""
    kinds = policy.closing.resolution_kinds
    event = CaseEvent(
        EventKind.CLOSED if stage.kind is StageKind.CLOSED else EventKind.STAGE_MOVED,
        now,
        to=stage.id,
        resolution=kinds[0].id if kinds and stage.kind is StageKind.CLOSED else None,
        recorded=stage.asks | {ENGAGEMENT},
    )
    outcome = advance(policy, state, event)
    return outcome.reason if isinstance(outcome, Refusal) else ""
