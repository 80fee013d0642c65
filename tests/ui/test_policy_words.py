"""What a policy sets up, in words: amounts of time, promises, reminders, icons; no window."""

from decimal import Decimal

import pytest

from supportdesk.rules.policies.policy import Policy, Span, Unit
from supportdesk.services.operations.policies import built_in_policies
from supportdesk.ui.first_run import policy_words


@pytest.fixture(scope="module")
def policies() -> tuple[Policy, ...]:
    return built_in_policies()


def _policy(policies: tuple[Policy, ...], code: str) -> Policy:
    return next(policy for policy in policies if policy.code == code)


@pytest.mark.parametrize(
    ("amount", "unit", "shown"),
    [
        ("2", Unit.BUSINESS_HOURS, "2 h"),
        ("0.5", Unit.BUSINESS_DAYS, "½ day"),
        ("1.5", Unit.BUSINESS_DAYS, "1.5 days"),
        ("4", Unit.HOURS, "4 h"),
    ],
)
def test_amounts_of_time_are_short(amount: str, unit: Unit, shown: str) -> None:
    assert policy_words.span(Span(Decimal(amount), unit)) == shown


def test_SPK_3_the_strip_shows_the_policy_s_own_figures(policies: tuple[Policy, ...]) -> None:
    policy = _policy(policies, "sparkrock")
    promises = policy_words.promises(policy, "en")
    assert [promise.rank for promise in promises] == [1, 2, 3, 4]
    responses = [severity.first_response for severity in policy.severities]
    assert [promise.response for promise in promises] == [
        policy_words.span(target.span) for target in responses if target is not None
    ]
    assert promises[0].update == "update every ½ day"
    assert promises[1].update == "every day"
    assert promises[3].update == "as agreed"


def test_SPK_7_reminders_are_the_policy_s_own(policies: tuple[Policy, ...]) -> None:
    text = policy_words.reminders(_policy(policies, "sparkrock"))
    assert text.startswith("Reminders after 2 and 4 day")
    assert "closes after 6 day" in text
    assert policy_words.reminders(_policy(policies, "sapphireone")) == ""


def test_a_policy_without_promises_says_so(policies: tuple[Policy, ...]) -> None:
    policy = _policy(policies, "sapphireone")
    assert policy_words.promises(policy, "en") == ()
    assert policy_words.stages(policy).endswith("no severities and no promised times")


def test_every_policy_has_an_icon_of_its_own(policies: tuple[Policy, ...]) -> None:
    assert len({policy_words.icon(policy) for policy in policies}) == len(policies)
