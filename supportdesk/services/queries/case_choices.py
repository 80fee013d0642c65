"""What a case may become and what its values are called, in the words of its policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import StageKind
from supportdesk.rules.cases.machine import advance
from supportdesk.rules.cases.stages import ENGAGEMENT
from supportdesk.rules.cases.state import CaseState, Refusal
from supportdesk.rules.policies.policy import Choice, Policy, Severity, Stage
from supportdesk.services.views import SeverityChoice, StageChoice


def stage_choices(
    policy: Policy, state: CaseState, engaged: frozenset[str], now: datetime, language: str
) -> tuple[StageChoice, ...]:
    """Every stage of the policy; `engaged` are the kinds of engagement that the case has."""
    # No move depends on clocks that are over, and each stage is tried.
    tried = replace(state, clocks=tuple(clock for clock in state.clocks if clock.awaits))
    return tuple(_stage_choice(policy, tried, stage, engaged, now, language) for stage in policy.stages)


def severity_choices(policy: Policy, language: str) -> tuple[SeverityChoice, ...]:
    """The severities of the policy, gravest first as it lists them."""
    return tuple(severity_choice(severity, language) for severity in policy.severities)


def severity_choice(severity: Severity, language: str) -> SeverityChoice:
    """A severity with its definition."""
    definition = severity.definition.in_language(language) if severity.definition else ""
    return SeverityChoice(severity.code, severity.rank, severity.name.in_language(language), definition)


def called(
    choices: tuple[Choice, ...], chosen: str | None, language: str, own: list[Mapping[str, Any]] | None = None
) -> str:
    """What people read for a value of a list: the product's own name for it, else the policy's, else the value."""
    for area in own or ():
        if area["id"] == chosen:
            names: Mapping[str, str] = area["name"]
            return names.get(language) or next(iter(names.values()), chosen or "")
    return next((each.name.in_language(language) for each in choices if each.id == chosen), chosen or "")


def template_answers(
    policy: Policy, answers: Mapping[str, Any], language: str
) -> tuple[tuple[str, str], ...]:
    """The parts of the written request that say something: what each is called, and the answer (SAG-5)."""
    names = {part.id: part.name.in_language(language) for part in policy.intake.template}
    return tuple((names.get(part, part), _answer(answer)) for part, answer in answers.items() if answer)


def _answer(answer: object) -> str:
    return ", ".join(str(each) for each in answer) if isinstance(answer, list) else str(answer)


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
