"""What a policy sets up, in a few words made from its own figures; what the rules do with them is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk.rules.policies.policy import Unit
from supportdesk.ui import moments

if TYPE_CHECKING:
    from supportdesk.rules.policies.policy import Policy, Severity, Span

_HALF = Decimal("0.5")
_ORDER = ("stack", "timer", "ticket", "buildings", "globe")
_HOURS = frozenset({Unit.BUSINESS_HOURS, Unit.HOURS})


@dataclass(frozen=True, slots=True)
class Promise:
    """What a severity promises: `response` as `2 h`, `update` as `every ½ day`; either may be empty.

    `update` of the first severity says that it is about updates, the others follow it.
    """

    rank: int
    name: str
    response: str
    update: str


def promises(policy: Policy, language: str) -> tuple[Promise, ...]:
    """The promise of each severity that makes one, gravest first."""
    made: list[Promise] = []
    for severity in policy.severities:
        response = span(severity.first_response.span) if severity.first_response else ""
        update = _update(severity, first=not made)
        if response or update:
            made.append(Promise(severity.rank, severity.name.in_language(language), response, update))
    return tuple(made)


def span(length: Span) -> str:
    """An amount of time: `2 h`, `½ day`, `5 days`."""
    amount, number = length.amount, _number(length.amount)
    if length.unit in _HOURS:
        return QCoreApplication.translate("FirstRun", "{hours} h").format(hours=number)
    if amount == int(amount):
        return QCoreApplication.translate("FirstRun", "%n day(s)", None, int(amount))
    if amount < 1:
        return QCoreApplication.translate("FirstRun", "{part} day").format(part=number)
    return QCoreApplication.translate("FirstRun", "{amount} days").format(amount=number)


def reminders(policy: Policy) -> str:
    """When a client who doesn't answer is reminded and when the case closes; empty where neither happens."""
    waiting = next((stage for stage in policy.stages if stage.remind_after or stage.close_after), None)
    if waiting is None:
        return ""
    closes = span(waiting.close_after) if waiting.close_after else ""
    if not waiting.remind_after:
        return QCoreApplication.translate("FirstRun", "Closes after {time} without an answer").format(
            time=closes
        )
    times = _listed(waiting.remind_after)
    if not closes:
        return QCoreApplication.translate("FirstRun", "Reminders after {times}").format(times=times)
    return QCoreApplication.translate("FirstRun", "Reminders after {times}, closes after {closing}").format(
        times=times, closing=closes
    )


def stages(policy: Policy) -> str:
    """How many stages a case can stand in, for policies that promise no times."""
    count = len(policy.stages)
    counted = QCoreApplication.translate("FirstRun", "%n stage(s)", None, count)
    if policy.severities:
        return counted
    return QCoreApplication.translate("FirstRun", "{stages}, no severities and no promised times").format(
        stages=counted
    )


def in_order(policies: Sequence[Policy]) -> tuple[Policy, ...]:
    """The policies as they are offered: by what tells one from the others, not by name."""
    return tuple(sorted(policies, key=lambda policy: _ORDER.index(icon(policy))))


def usual(policies: Sequence[Policy]) -> str:
    """The code of the policy to begin with: one that promises times by severity, else the first; empty without any."""
    timed = next((policy.code for policy in policies if icon(policy) == "timer"), "")
    return timed or next((policy.code for policy in policies), "")


def icon(policy: Policy) -> str:
    """The icon of what tells a policy from the others."""
    if policy.visit is not None:
        return "buildings"
    if policy.entitlement.incident is not None:
        return "ticket"
    if any(severity.first_response for severity in policy.severities):
        return "timer"
    return "stack" if policy.engagements else "globe"


def _update(severity: Severity, *, first: bool) -> str:
    every = severity.update_every
    if every is None:
        alone = QCoreApplication.translate("FirstRun", "updates as agreed")
        agreed = alone if first else QCoreApplication.translate("FirstRun", "as agreed")
        return agreed if severity.update_as_agreed else ""
    if first:
        return QCoreApplication.translate("FirstRun", "update every {time}").format(time=span(every))
    if every.amount == 1 and every.unit not in _HOURS:
        return QCoreApplication.translate("FirstRun", "every day")
    return QCoreApplication.translate("FirstRun", "every {time}").format(time=span(every))


def _listed(spans: Sequence[Span]) -> str:
    """Several amounts of time: `2 and 4 days`, `12 h and 2 days`."""
    *before, last = spans
    if not before:
        return span(last)
    alike = all(each.unit is last.unit for each in spans)
    first = moments.listed(_number(each.amount) if alike else span(each) for each in before)
    return QCoreApplication.translate("FirstRun", "{first} and {last}").format(first=first, last=span(last))


def _number(amount: Decimal) -> str:
    if amount == _HALF:
        return "½"
    return str(int(amount)) if amount == int(amount) else str(amount.normalize())
