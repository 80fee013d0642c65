"""A policy read in another language rules the same and names things in that language."""

from __future__ import annotations

import pytest

from supportdesk.rules.policies.language import led_by
from supportdesk.rules.policies.policy import Policy
from tests.services.desk_world import policies


@pytest.mark.parametrize("policy", policies(), ids=lambda policy: policy.code)
@pytest.mark.parametrize("language", ["en", "fr", "fr_CA", "ar", "de"])
def test_SAG_8_a_policy_in_another_language_is_the_same_policy(policy: Policy, language: str) -> None:
    led = led_by(policy, language)
    known = next((each for each in policy.languages if each == language.partition("_")[0]), None)
    assert [stage.id for stage in led.stages] == [stage.id for stage in policy.stages]
    assert [(each.code, each.first_response) for each in led.severities] == [
        (each.code, each.first_response) for each in policy.severities
    ]
    assert (led.calendar, led.closing.reopen_within) == (policy.calendar, policy.closing.reopen_within)
    for ours, theirs in zip(led.stages, policy.stages, strict=True):
        assert ours.name.original == theirs.name.in_language(known or policy.languages[0])
        assert sorted(ours.name.texts) == sorted(theirs.name.texts)
    if known in {None, policy.languages[0]}:
        assert led is policy
