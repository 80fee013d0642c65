"""Time and value of reports, as they are shown over a list of them; which reports is for others to say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.facts import ConnectionReport
from supportdesk.rules.remote_sessions.matching import Decision, Standing

_MINUTE, _SECOND = timedelta(minutes=1), timedelta(seconds=1)
_SECONDS_OF_AN_HOUR = 3600
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Sum:
    """How many connections, how many whole minutes in all, and their fees by currency, in the currencies' order."""

    reports: int
    minutes: int
    value: tuple[Money, ...]


def whole_minutes(length: timedelta) -> int:
    """A length as it is told: half a minute counts as one."""
    return (length + _MINUTE / 2) // _MINUTE


def value_of(length: timedelta, fee: Money | None, rate: Money | None) -> Money | None:
    """What a connection is worth: its vendor's fee where there is one, else its time at the rate of an hour."""
    if fee is not None and fee.amount:
        return fee
    if rate is None or not length:
        return None
    amount = rate.amount * Decimal(length // _SECOND) / _SECONDS_OF_AN_HOUR
    return Money(amount.quantize(_CENT, ROUND_HALF_UP), rate.currency)


def summed(reports: Iterable[ConnectionReport], rate: Money | None = None) -> Sum:
    """The sum of these. Lengths are added before they are rounded, so that many short ones do not vanish.

    With a rate of an hour, connections without a fee count by their time.
    """
    count, length = 0, timedelta()
    fees: dict[str, Decimal] = defaultdict(Decimal)
    for report in reports:
        count += 1
        length += report.length
        worth = value_of(report.length, report.fee, rate)
        if worth is not None:
            fees[worth.currency] += worth.amount
    value = tuple(Money(fees[currency], currency) for currency in sorted(fees))
    return Sum(count, whole_minutes(length), value)


def unmatched(decisions: Iterable[Decision]) -> Sum:
    """The sum of what belongs to no case as far as is known (SYN-1: time that nobody has paid for)."""
    return summed(each.report for each in decisions if each.standing is Standing.UNMATCHED)
