"""A ledger as a desk keeps it, for tests: each act is one more line; nothing is proved here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

from supportdesk.domain.words import LedgerKind
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.entitlements.ledger import (
    Ledger,
    LedgerLine,
    buy_season_ticket,
    consume,
    give_back,
    pay_incident,
    read_ledger,
    reinstate,
    settle,
)
from supportdesk.rules.policies.policy import IncidentRules
from tests.rules.policy_files import policy

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
COVERS = policy("synergy").entitlement.order


def rules_of(code: str) -> IncidentRules:
    rules = policy(code).entitlement.incident
    assert rules is not None
    return rules


RULES = rules_of("synergy")


def case(number: int) -> UUID:
    return UUID(int=(1 << 64) + number)


class Book:
    """A ledger as a desk keeps it: every act is one line more, a minute later than the one before."""

    def __init__(self, size: int = RULES.season_ticket) -> None:
        self.rules = replace(RULES, season_ticket=size)
        self.lines: list[LedgerLine] = []
        self.numbers: Iterator[int] = count(1)

    @property
    def now(self) -> datetime:
        return NOW + timedelta(minutes=len(self.lines))

    @property
    def ledger(self) -> Ledger:
        return read_ledger(self.lines)

    @property
    def balance(self) -> int:
        return self.ledger.balance(self.now)

    def new_id(self) -> UUID:
        return UUID(int=next(self.numbers))

    def add(self, *outcome: LedgerLine | Refusal) -> Refusal | None:
        for line in outcome:
            if isinstance(line, Refusal):
                return line
            self.lines.append(line)
        return None

    def buy(self) -> UUID:
        self.add(buy_season_ticket(self.rules, self.new_id(), self.now))
        return self.lines[-1].id

    def pay(self, number: int) -> None:
        self.add(pay_incident(self.new_id(), case(number), self.now))

    def open(self, number: int, *, given: bool = False) -> Refusal | None:
        return self.add(consume(self.ledger, case(number), COVERS, self.new_id(), self.now, given=given))

    def back(self, number: int) -> Refusal | None:
        return self.add(give_back(self.ledger, case(number), "not an incident", self.new_id(), self.now))

    def undo_back(self, number: int) -> Refusal | None:
        returned = [
            line for line in self.lines if line.kind is LedgerKind.RETURNED and line.case == case(number)
        ]
        if not returned:
            return Refusal("SYN-2", "nothing returned")
        return self.add(reinstate(self.ledger, case(number), returned[-1], COVERS, self.new_id(), self.now))

    def settle(self, number: int, *, goodwill: bool) -> Refusal | None:
        ticket = None if goodwill else self.ledger.next_ticket(case(number), COVERS, self.now)
        outcome = settle(
            self.ledger, case(number), "agreed", (self.new_id(), self.new_id()), self.now, ticket
        )
        return self.add(outcome) if isinstance(outcome, Refusal) else self.add(*outcome)
