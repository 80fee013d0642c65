"""A policy as one reader has it: every text led by their language; what it rules stays the same."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

from supportdesk.domain.localised import LocalisedText
from supportdesk.rules.policies.policy import Policy


def led_by(policy: Policy, language: str) -> Policy:
    """The policy with the texts of this language ("fr", "fr_CA") first where it has them.

    Refusals name stages, reasons and steps by the first of their texts. The same policy if nothing would change.
    """
    if not policy.languages or LocalisedText(_pairs(policy)).in_language(language) == policy.languages[0]:
        return policy
    led = _led(policy, language)
    return led if isinstance(led, Policy) else policy


def _pairs(policy: Policy) -> tuple[tuple[str, str], ...]:
    return tuple((language, language) for language in policy.languages)


def _led(value: object, language: str) -> object:
    if isinstance(value, LocalisedText):
        first = value.in_language(language)
        return LocalisedText(tuple(sorted(value.texts, key=lambda text: text[1] != first)))
    if isinstance(value, tuple):
        return tuple(_led(each, language) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {each.name: getattr(value, each.name) for each in fields(value)}
        changed = {name: _led(each, language) for name, each in held.items()}
        return replace(value, **{name: new for name, new in changed.items() if new is not held[name]})
    return value
