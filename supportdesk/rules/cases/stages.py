"""Where a case may stand and what entering a stage does to its pauses and clocks (SPK-6); closing lies in closure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from supportdesk.domain.case_events import CaseEvent
from supportdesk.domain.words import ClockKind, StageKind
from supportdesk.rules.cases import clocks
from supportdesk.rules.cases.state import CaseState, Pause, Refusal
from supportdesk.rules.policies.policy import Policy, Stage, Trigger

ENGAGEMENT = "engagement"


def find_stage(policy: Policy, name: str | None) -> Stage | Refusal:
    """The stage that a person or another program names, by id or by name in any language."""
    stage = policy.stage_called(name) if name else None
    if stage is not None:
        return stage
    names = ", ".join(each.name.original for each in policy.stages)
    what = f"There is no stage “{name}”." if name else "No stage was named."
    return Refusal("SPK-6", what, f"The stages are: {names}.")


def check_move(policy: Policy, state: CaseState, stage: Stage, event: CaseEvent) -> Refusal | None:
    """Why a case may not be moved to this stage, which is not the one it stands in; None if it may."""
    name = stage.name.original
    if state.closed_at is not None:
        return Refusal("SPK-6", "A closed case keeps its stage.", "Reactivate the case first.")
    if event.history:
        return None
    if stage.first:
        return Refusal("SPK-6", f"Only a case just logged is “{name}”.", "Choose a later stage.")
    return None if event.automatic else _check_hand_move(policy, state, stage, event.recorded)


def enter(policy: Policy, state: CaseState, stage: Stage, at: datetime) -> CaseState:
    """The case enters a stage: its countdown begins anew, pauses begin or end, and what hangs on them is worked out.

    A stage of the kind done ends the update clock, «until resolution»; leaving it for work starts it again (SPK-4).
    """
    was_done = policy.stage(state.stage).kind is StageKind.DONE
    is_done = stage.kind is StageKind.DONE
    if is_done and not was_done:
        state = clocks.end_clocks(policy, state, at, frozenset({ClockKind.NEXT_UPDATE}))
    state = replace(
        state,
        stage=stage.id,
        stage_entered_at=at,
        visited=(*state.visited, stage.id),
        pauses=_pauses(state.pauses, stage, at),
        reminders=(),
        close_not_before=None,
        countdown_ended=False,
    )
    state = clocks.reckon(policy, state)
    if was_done and stage.kind not in {StageKind.DONE, StageKind.CLOSED}:
        state = clocks.resume_updates(policy, state, at)
    return state


def pause_anew(policy: Policy, state: CaseState, at: datetime) -> CaseState:
    """What the present stage pauses, where a new version of the policy sees that differently (TIME-5, TIME-6)."""
    stage = policy.stage(state.stage)
    pausing = next((pause.clocks for pause in state.pauses if pause.end is None), frozenset())
    if pausing == stage.pauses:
        return state
    return replace(state, pauses=_pauses(state.pauses, stage, at))


def automatic_move(policy: Policy, state: CaseState, triggers: tuple[Trigger, ...]) -> Stage | None:
    """Where the policy moves the case by itself, if it stands elsewhere; the first trigger with a row counts."""
    for trigger in triggers:
        for automatic in policy.automatics:
            if automatic.trigger is trigger and state.stage in automatic.stages:
                return None if automatic.move_to == state.stage else policy.stage(automatic.move_to)
    return None


def _check_hand_move(
    policy: Policy, state: CaseState, stage: Stage, recorded: frozenset[str]
) -> Refusal | None:
    name = stage.name.original
    if stage.system:
        return Refusal("SPK-6", f"“{name}” is set by itself, never by hand.", "Choose another stage.")
    if stage.only_after and not stage.only_after & set(state.visited):
        before = " or ".join(each.name.original for each in policy.stages if each.id in stage.only_after)
        return Refusal("SPK-6", f"“{name}” comes only after {before}.", f"Move the case to {before} first.")
    needed = stage.asks | ({ENGAGEMENT} if stage.engagement else frozenset())
    if missing := " and ".join(sorted(needed - recorded)):
        return Refusal("SPK-6", f"“{name}” needs its {missing} recorded.", f"Record the {missing} first.")
    return None


def _pauses(pauses: tuple[Pause, ...], stage: Stage, at: datetime) -> tuple[Pause, ...]:
    ended = (replace(pause, end=at) if pause.end is None else pause for pause in pauses)
    # A stage passed through in no time stopped nothing.
    kept = tuple(pause for pause in ended if pause.end != pause.start)
    return (*kept, Pause(at, None, stage.pauses, stage.id)) if stage.pauses else kept
