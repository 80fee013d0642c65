"""Plays a case by a policy event after event, for the tests of the case machine."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import ClockKind
from supportdesk.rules.cases.closure import next_step, step_event
from supportdesk.rules.cases.machine import Advance, advance, begin, settle
from supportdesk.rules.cases.state import CaseState, Clock, Refusal
from supportdesk.rules.policies.policy import Policy
from tests.rules.policy_files import policy

NEW_YORK = ZoneInfo("America/New_York")
PARIS = ZoneInfo("Europe/Paris")
MONDAY = "2025-06-02 "


def new_york(text: str) -> datetime:
    """What a clock in New York shows as "2025-06-02 09:00", in UTC; a time alone is of Monday, 2 June 2025."""
    return _local(text, NEW_YORK)


def paris(text: str) -> datetime:
    """The same for Paris."""
    return _local(text, PARIS)


def _local(text: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(text if " " in text else MONDAY + text).replace(tzinfo=zone).astimezone(UTC)


class Case:
    """A case under way. `does` expects the rules to agree, `refused` to refuse and to change nothing."""

    def __init__(
        self,
        logged: datetime,
        severity: str | None = "S2",
        *,
        after_hours: bool = False,
        rules: Policy | None = None,
    ) -> None:
        self.policy = rules or policy("sparkrock")
        event = CaseEvent(EventKind.LOGGED, logged)
        self.state: CaseState = begin(self.policy, event, severity_claimed=severity, after_hours=after_hours)
        self.events: list[CaseEvent] = []

    def does(self, kind: EventKind, at: datetime, **fields: Any) -> tuple[CaseEvent, ...]:
        event = CaseEvent(kind, at, **fields)
        outcome = advance(self.policy, self.state, event)
        assert isinstance(outcome, Advance), outcome
        self.state = outcome.state
        self.events.append(event)
        return outcome.followed

    def moves(self, to: str, at: datetime, *recorded: str) -> None:
        self.does(EventKind.STAGE_MOVED, at, to=to, recorded=frozenset(recorded))

    def refused(self, kind: EventKind, at: datetime, **fields: Any) -> Refusal:
        outcome = advance(self.policy, self.state, CaseEvent(kind, at, **fields))
        assert isinstance(outcome, Refusal), outcome
        assert outcome.reason
        return outcome

    def changes_rules(self, rules: Policy, at: datetime, *, after_hours: bool | None = None) -> None:
        self.policy = rules
        self.does(EventKind.RULES_CHANGED, at, after_hours=after_hours)

    def settles(self, now: datetime) -> None:
        self.state = settle(self.state, now)

    def scheduler_runs(self, now: datetime) -> list[EventKind]:
        """Do what the scheduler has to do at an instant; what it did."""
        done: list[EventKind] = []
        while (due := next_step(self.policy, self.state, now)) is not None and due.at <= now:
            event = step_event(due, now)
            self.does(
                event.kind,
                now,
                automatic=event.automatic,
                step=event.step,
                postponed_close=event.postponed_close,
            )
            done.append(event.kind)
        return done

    @property
    def response(self) -> Clock:
        return self._clock(ClockKind.FIRST_RESPONSE)

    @property
    def update(self) -> Clock:
        return self._clock(ClockKind.NEXT_UPDATE)

    def _clock(self, kind: ClockKind) -> Clock:
        clock = self.state.clock(kind)
        assert clock is not None, f"no clock {kind}"
        return clock
