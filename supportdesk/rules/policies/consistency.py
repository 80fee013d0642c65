"""Whether the parts of a policy fit together: references, ladders, ways between stages; values are read before."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise, product
from math import prod

from supportdesk.domain.localised import LocalisedText
from supportdesk.rules.policies.policy import Policy, Severity, Span, Stage, StageKind, Trigger, Unit
from supportdesk.rules.policies.problem import Path, Problems, shown

_MOST_COMBINATIONS = 10_000
_LADDER_KINDS = {StageKind.WAITING, StageKind.DONE, StageKind.HOLD}


def check_consistency(policy: Policy, problems: Problems) -> None:
    """Note everything that does not fit together."""
    _check_unique(policy, problems)
    _check_stages(policy, problems)
    _check_automatics(policy, problems)
    _check_closing(policy, problems)
    _check_central(policy, problems)
    _check_reachable(policy, problems)
    _check_severities(policy, problems)
    _check_intake(policy, problems)


def _check_unique(policy: Policy, problems: Problems) -> None:
    _once(problems, "stage", "id", (stage.id for stage in policy.stages))
    _once(problems, "severity", "code", (severity.code.casefold() for severity in policy.severities))
    _once(problems, "severity", "rank", (severity.rank for severity in policy.severities))
    _once(problems, "plan", "id", (plan.id for plan in policy.plans))
    _once(problems, "engagement", "id", (kind.id for kind in policy.engagements))
    # A stage or severity can be meant by any of its names, so no two may share one.
    _names_once(problems, "stage", [(stage.id, stage.name) for stage in policy.stages])
    _names_once(problems, "severity", [(severity.code, severity.name) for severity in policy.severities])


def _once(problems: Problems, table: str, key: str, values: Iterable[str | int]) -> None:
    seen: set[str | int] = set()
    for position, value in enumerate(values, start=1):
        if value and value in seen:
            what = f"{shown(value)} is used twice."
            problems.add((table, position, key), what, f"Each {table} has its own {key}.")
        seen.add(value)


def _names_once(problems: Problems, table: str, named: list[tuple[str, LocalisedText]]) -> None:
    owners: dict[str, int] = {}
    for position, (own_id, name) in enumerate(named, start=1):
        for text in {own_id, *(text for _, text in name.texts)}:
            if text and owners.setdefault(text.casefold(), position) != position:
                what = f"{shown(text)} already stands for another {table}."
                problems.add((table, position, "name"), what, "Each name and id stands for one.")


def _check_stages(policy: Policy, problems: Problems) -> None:
    ids = {stage.id for stage in policy.stages}
    engagements = {kind.id for kind in policy.engagements}
    firsts = [position for position, stage in enumerate(policy.stages, start=1) if stage.first]
    if not firsts:
        problems.add(("stage",), "No stage is the first.", "One stage has “first = true”.")
    for position in firsts[1:]:
        problems.add(("stage", position, "first"), "Another stage is the first already.", "One is.")
    for position, stage in enumerate(policy.stages, start=1):
        path: Path = ("stage", position)
        if stage.first and (stage.kind is not StageKind.OPEN or stage.system):
            problems.add(
                (*path, "first"), "A new case can't stand here.", "The first stage is of kind “open”."
            )
        for other in sorted(stage.only_after):
            if other not in ids or other == stage.id:
                what = f"{shown(other)} is no other stage."
                problems.add((*path, "only_after"), what, f"Some of: {', '.join(sorted(ids))}.")
        if stage.engagement is not None and stage.engagement not in engagements:
            what = f"There is no engagement {shown(stage.engagement)}."
            problems.add((*path, "engagement"), what, f"One of: {', '.join(sorted(engagements))}.")
        _check_ladder(stage, path, problems)


def _check_ladder(stage: Stage, path: Path, problems: Problems) -> None:
    """Reminders and closing (SPK-7) count from entering the stage, so each must come after the one before."""
    steps = [("remind_after", span) for span in stage.remind_after]
    if stage.close_after is not None:
        steps.append(("close_after", stage.close_after))
    if steps and stage.kind not in _LADDER_KINDS:
        what = f"A case in a stage of kind “{stage.kind}” doesn't wait for the client."
        problems.add((*path, steps[0][0]), what, "Reminders and closing belong to waiting, done and hold.")
    for (_, earlier), (key, later) in pairwise(steps):
        if earlier.unit is not later.unit:
            what = "The steps towards closing count in different units."
            problems.add((*path, key), what, f"All in one unit, such as {earlier.unit}.")
        elif later.amount <= earlier.amount:
            what = f"{_amount(later)} is not after {_amount(earlier)}."
            problems.add(
                (*path, key), what, "All count from entering the stage, each later than the one before."
            )
    if stage.kind is StageKind.CLOSED and (stage.pauses or stage.asks or stage.engagement):
        problems.add(path, "A closed stage neither pauses clocks nor asks for anything.", "Leave that out.")


def _amount(span: Span) -> str:
    return f"{span.amount} {span.unit.replace('_', ' ')}"


def _check_automatics(policy: Policy, problems: Problems) -> None:
    kinds = {stage.id: stage.kind for stage in policy.stages}
    moves: dict[tuple[Trigger, str], str] = {}
    for position, automatic in enumerate(policy.automatics, start=1):
        path: Path = ("automatic", position)
        if automatic.move_to not in kinds:
            what = f"There is no stage {shown(automatic.move_to)}."
            problems.add((*path, "move_to"), what, f"One of: {', '.join(kinds)}.")
        elif kinds[automatic.move_to] is StageKind.CLOSED:
            what = "A case is never closed by a step of its own."
            problems.add((*path, "move_to"), what, "Closing by itself is the matter of “close_after”.")
        if automatic.move_to in automatic.stages:
            problems.add((*path, "in"), "A case would move to where it stands.", "Take that stage out.")
        for stage_id in sorted(automatic.stages & kinds.keys()):
            if kinds[stage_id] is StageKind.CLOSED:
                what = f"The closed stage {shown(stage_id)} is left by reopening only."
                problems.add(path, what, "Name it under “not_in”, or take it out of “in”.")
            elif moves.setdefault((automatic.trigger, stage_id), automatic.move_to) != automatic.move_to:
                what = f"Two steps move a case from {shown(stage_id)} on “{automatic.trigger}”."
                problems.add(path, what, "One step for each stage and occasion.")
        if _leads_back(moves, automatic.trigger, automatic.move_to):
            what = f"Steps on “{automatic.trigger}” send a case round in a circle."
            problems.add((*path, "move_to"), what, "The last stage of a row is left by a person.")


def _leads_back(moves: dict[tuple[Trigger, str], str], trigger: Trigger, start: str) -> bool:
    stage, passed = start, set()
    while (trigger, stage) in moves and stage not in passed:
        passed.add(stage)
        stage = moves[trigger, stage]
    return stage in passed and stage == start


def _check_closing(policy: Policy, problems: Problems) -> None:
    kinds = {stage.id: stage.kind for stage in policy.stages}
    closed = [stage_id for stage_id, kind in kinds.items() if kind is StageKind.CLOSED]
    closing = policy.closing
    if len(closed) != 1:
        problems.add(("stage",), f"{len(closed)} stages are of kind “closed”.", "One stage is.")
    if closing.closed_stage and kinds.get(closing.closed_stage) is not StageKind.CLOSED:
        what = f"{shown(closing.closed_stage)} is no stage of kind “closed”."
        problems.add(("closing", "closed_stage"), what, f"Such as: {', '.join(closed) or 'none yet'}.")
    if closing.reopened_stage and kinds.get(closing.reopened_stage) in {None, StageKind.CLOSED}:
        what = f"{shown(closing.reopened_stage)} is no stage of an open case."
        problems.add(("closing", "reopened_stage"), what, f"One of: {', '.join(kinds.keys() - set(closed))}.")
    if closing.reopen_within is not None and closing.reopen_within.unit is Unit.BUSINESS_HOURS:
        problems.add(("closing", "reopen_within"), "Business hours are too fine a measure here.", "Days.")


def _check_central(policy: Policy, problems: Problems) -> None:
    stage_id = policy.central.stage if policy.central else None
    open_stages = [stage.id for stage in policy.stages if stage.kind is StageKind.OPEN and not stage.first]
    if stage_id is not None and stage_id not in open_stages:
        what = f"{shown(stage_id)} is no stage in which central support could work."
        problems.add(("central", "stage"), what, f"One of: {', '.join(open_stages) or 'none yet'}.")


def _check_reachable(policy: Policy, problems: Problems) -> None:
    """Every stage can be reached, and one that waits for the client is left when the client answers."""
    reached = {stage.id for stage in policy.stages if stage.first or stage.kind is StageKind.CLOSED}
    reached.add(policy.closing.reopened_stage)
    while True:
        more = {stage.id for stage in policy.stages if _can_enter(stage, policy, reached)} - reached
        if not more:
            break
        reached |= more
    answered = {
        stage_id
        for automatic in policy.automatics
        if automatic.trigger is Trigger.CLIENT_ANSWERED
        for stage_id in automatic.stages
    }
    for position, stage in enumerate(policy.stages, start=1):
        if stage.id and stage.id not in reached:
            what = "No case can ever get here."
            problems.add(("stage", position), what, "Nothing leads to it; see “system” and “only_after”.")
        waits = stage.kind is StageKind.WAITING or stage.remind_after or stage.close_after
        if stage.id and waits and stage.kind is not StageKind.CLOSED and stage.id not in answered:
            what = "Nothing leaves this stage when the client answers."
            allowed = "An [[automatic]] on “client_answered” moves a case out of it."
            problems.add(("stage", position), what, allowed)


def _can_enter(stage: Stage, policy: Policy, reached: set[str]) -> bool:
    if stage.system:
        return any(move.move_to == stage.id and move.stages & reached for move in policy.automatics)
    return not stage.only_after or bool(stage.only_after & reached)


def _check_severities(policy: Policy, problems: Problems) -> None:
    for position, severity in enumerate(policy.severities, start=1):
        target = severity.first_response
        in_hours = target is None or target.span.unit in {Unit.BUSINESS_HOURS, Unit.HOURS}
        if target is not None and target.after_hours is not None and not in_hours:
            what = "Round the clock only hours can be counted."
            problems.add(("severity", position, "after_hours"), what, "A first response in hours.")
        if target is not None and target.span.unit is Unit.DAYS:
            what = "Calendar days are no measure of a response."
            problems.add(("severity", position, "first_response"), what, "Hours, business hours or days.")
    known = {question.id: [choice.id for choice in question.choices] for question in policy.intake.questions}
    for position, severity in enumerate(policy.severities, start=1):
        for row, answers in enumerate(severity.when, start=1):
            for question, answer in answers:
                path: Path = ("severity", position, "when", row, question)
                if question not in known:
                    what = f"There is no question {shown(question)}."
                    problems.add(path, what, f"One of: {', '.join(known)}.")
                elif answer not in known[question]:
                    what = f"{shown(answer)} is no answer to {shown(question)}."
                    problems.add(path, what, f"One of: {', '.join(known[question])}.")


def _check_intake(policy: Policy, problems: Problems) -> None:
    intake = policy.intake
    _once(problems, "intake.question", "id", (question.id for question in intake.questions))
    _once(problems, "intake.part", "id", (part.id for part in intake.template))
    if not any(severity.when for severity in policy.severities):
        if intake.questions:
            problems.add(("intake", "question"), "No severity follows from the answers.", "Use “when”.")
        return
    if prod(len(question.choices) for question in intake.questions) > _MOST_COMBINATIONS:
        problems.add(("intake", "question"), "There are too many answers to combine.", "Ask less.")
        return
    ids = [question.id for question in intake.questions]
    for answers in product(*([choice.id for choice in question.choices] for question in intake.questions)):
        given = dict(zip(ids, answers, strict=True))
        if not any(_fits(severity, given) for severity in policy.severities):
            listed = ", ".join(f"{question} = {answer}" for question, answer in given.items())
            problems.add(("severity",), f"No severity fits these answers: {listed}.", "Add them to a “when”.")


def _fits(severity: Severity, given: dict[str, str]) -> bool:
    return any(all(given.get(question) == answer for question, answer in row) for row in severity.when)
