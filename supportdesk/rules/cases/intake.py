"""What logging a case asks for: the proposed severity, required parts, reason and area; see also `several_things`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import Choice, Policy, Severity, TemplatePart


def propose_severity(policy: Policy, answers: Mapping[str, str]) -> Severity | None:
    """The first severity of the policy that fits the answers (question id to answer id), if one does (SPK-2, SAG-7).

    Unanswered questions fit nothing, so too few answers give None; so does a policy without severities.
    """
    for severity in policy.severities:
        for row in severity.when:
            if all(answers.get(question) == answer for question, answer in row):
                return severity
    return None


def missing_parts(policy: Policy, parts: Mapping[str, object]) -> tuple[TemplatePart, ...]:
    """The required parts of the written request that are not filled in, in the template's order (SAG-5).

    A blank text and an empty list say nothing; “no” and zero are answers.
    """
    return tuple(
        part for part in policy.intake.template if part.required and not _says_something(parts.get(part.id))
    )


def _says_something(answer: object) -> bool:
    if isinstance(answer, str):
        return bool(answer.strip())
    if isinstance(answer, (Sequence, Mapping)):
        return len(answer) > 0
    return answer is not None


def refuse_reason(policy: Policy, reason: str | None) -> Refusal | None:
    """Why this is no reason for a request, or None if it is one (SAG-4). A policy without reasons takes any."""
    return _refuse_choice("reason", policy.intake.reasons, reason)


def refuse_area(policy: Policy, area: str | None, product_areas: Sequence[Choice] = ()) -> Refusal | None:
    """Why this is no area of application, or None if it is one (SAG-4).

    The product's own list counts where it has one, else the policy's; without either any area is taken.
    """
    return _refuse_choice("area", product_areas or policy.intake.areas, area)


def _refuse_choice(what: str, choices: Sequence[Choice], chosen: str | None) -> Refusal | None:
    if not choices or chosen in {choice.id for choice in choices}:
        return None
    names = ", ".join(choice.name.original for choice in choices)
    if not chosen:
        return Refusal("SAG-4", f"The {what} is missing.", f"Choose one of: {names}.")
    return Refusal(
        "SAG-4", f"“{chosen[:60]}” is no {what} that can be chosen here.", f"Choose one of: {names}."
    )
