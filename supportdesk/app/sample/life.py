"""One case of the sample world on its way: what can happen to it, each at an instant of business time, until now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from supportdesk.app.sample.cast import Client, Colleague
from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import Channel, ClockKind, EntryKind, StageKind
from supportdesk.rules.cases import closure
from supportdesk.rules.cases.machine import Advance, advance, begin
from supportdesk.rules.cases.state import CaseState
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.cases.telling import RemoteWork, ToldLine, logged_data
from supportdesk.services.in_hand.case_in_hand import Line
from supportdesk.services.in_hand.rules_in_force import Rules

_IN_TIME = 0.95
_TOLD_BY_PHONE = 0.15
_LATE_CHANGE = 0.12


@dataclass(slots=True)
class Life:
    """One case on its way from the logging to now; `at` is where it has come to."""

    random: Random
    rules: Rules
    client: Client
    owner: Colleague
    talk: Mapping[str, Sequence[str]]
    answer: str
    now: datetime
    at: datetime
    state: CaseState = field(init=False)
    lines: list[ToldLine] = field(default_factory=list)
    remote: list[RemoteWork] = field(default_factory=list)

    @property
    def policy(self) -> Policy:
        """The policy that the case lives under."""
        return self.rules.policy

    @property
    def over(self) -> bool:
        """Whether the next thing lies ahead of now, or the case is closed."""
        return self.at > self.now or self.state.closed_at is not None

    def log(self, body: str, channel: Channel, severity: str | None, cover: str) -> None:
        """The client logs the case."""
        event = CaseEvent(EventKind.LOGGED, self.at, to=severity, after_hours=self.rules.after_hours)
        self.state = begin(self.policy, event, severity_claimed=severity, after_hours=self.rules.after_hours)
        data = logged_data(self.rules, severity, cover=cover)
        line = Line(
            EntryKind.LOGGED, body=body, data=data, channel=channel, contact_id=self.client.contacts[0]
        )
        self.lines.append(ToldLine(self.at, line, self.owner.id, event))

    def wait(self, least: float, most: float) -> None:
        """Let some business minutes pass; what the case does by itself on the way happens."""
        span = timedelta(minutes=self.random.uniform(least, most))
        self._go_to(self.policy.calendar.add(self.at, span))

    def wait_until(self, at: datetime) -> None:
        """Let time pass until an instant."""
        self._go_to(max(at, self.at))

    def _go_to(self, at: datetime) -> None:
        while self.state.closed_at is None:
            due = closure.next_step(self.policy, self.state, self.at)
            if due is None or due.at > min(at, self.now):
                break
            event = closure.step_event(due, due.at)
            kind = EntryKind.CLOSED if due.closes else EntryKind.REMINDED
            data: dict[str, Any] = {"from": self.state.stage, "automatic": True}
            if not due.closes:
                data = {"step": due.reminder}
            self._happen(event, Line(kind, data=data, by_itself=True))
        self.at = at

    def say(self, kind: EntryKind, event: EventKind | None, body: str, **more: object) -> None:
        """Somebody says something, if it has happened yet."""
        if self.over:
            return
        by_client = kind is EntryKind.CLIENT
        line = Line(
            kind,
            body=body,
            data=more,
            channel=self.random.choice((Channel.EMAIL, Channel.PORTAL)) if by_client else None,
            contact_id=self.client.contacts[0] if by_client or kind is EntryKind.CALL else None,
            by_client=by_client,
        )
        self._happen(CaseEvent(event, self.at) if event else None, line)

    def pick(self, kind: str) -> str:
        """A sentence of this kind in the client's language."""
        return self.random.choice(self.talk[kind])

    def assign(self) -> None:
        """The owner takes the case over."""
        if self.over:
            return
        owner = str(self.owner.id)
        line = Line(EntryKind.ASSIGNED, data={"from": None, "to": owner})
        self._happen(CaseEvent(EventKind.ASSIGNED, self.at, to=owner), line)

    def verify(self) -> None:
        """Support confirms the severity, or now and then changes it."""
        claimed = self.state.severity_claimed
        if self.over or claimed is None:
            return
        codes = [severity.code for severity in self.policy.severities]
        place = codes.index(claimed)
        if self.random.random() < _LATE_CHANGE and place + 1 < len(codes):
            code, body = codes[place + 1], self.pick("note")
        else:
            code, body = claimed, None
        data = {"verified": [None, code], "fields": {"severity_reason": [None, body]} if body else {}}
        event = CaseEvent(EventKind.SEVERITY_VERIFIED, self.at, to=code)
        self._happen(event, Line(EntryKind.SEVERITY, body=body, data=data))

    def move(self, stage: str, **recorded: str) -> None:
        """The owner moves the case to a stage."""
        if self.over or self.state.stage == stage:
            return
        event = CaseEvent(EventKind.STAGE_MOVED, self.at, to=stage, recorded=frozenset(recorded))
        self._happen(event, Line(EntryKind.STAGE, data={"from": self.state.stage, "to": stage, **recorded}))

    def respond(self) -> None:
        """The first public answer, nearly always in time."""
        clock = self.state.clock(ClockKind.FIRST_RESPONSE)
        if clock is None or clock.due_at is None:
            self.wait(10, 300)
        else:
            share = self.random.uniform(0.1, 0.9)
            if self.random.random() > _IN_TIME:
                share = self.random.uniform(1.05, 1.5)
            self.wait_until(self.at + (clock.due_at - self.at) * share)
            self._into_hours()
        self.say(EntryKind.REPLY, EventKind.PUBLIC_ANSWER, self.pick("acknowledge"))

    def keep_up(self, least: float, most: float) -> None:
        """Wait, but rarely longer than the next promised update."""
        clock = self.state.clock(ClockKind.NEXT_UPDATE)
        if clock is not None and clock.awaits and clock.due_at and self.random.random() < _IN_TIME:
            left = self.policy.calendar.between(self.at, clock.due_at) / timedelta(minutes=1)
            most = max(1.0, min(most, left * 0.9))
            least = min(least, most)
        self.wait(least, most)

    def connect(self) -> None:
        """A remote session."""
        if self.over:
            return
        minutes = self.random.randint(6, 48)
        ended = self.at
        note = self.pick("remote")
        self.remote.append(
            RemoteWork("TeamViewer", ended - timedelta(minutes=minutes), ended, self.owner.id, note)
        )
        data = {"tool": "TeamViewer", "seconds": minutes * 60, "consent_by": "", "remote_id": None}
        self._happen(None, Line(EntryKind.REMOTE_SESSION, body=note, data=data, channel=Channel.REMOTE))

    def close(self, *, by_client: bool) -> None:
        """The case is closed by the client, or by its owner with what the policy asks for."""
        if self.over:
            return
        rules = self.policy.closing
        resolution = None
        if not by_client:
            if rules.agreement_required:
                line = Line(EntryKind.AGREEMENT, data={"name": "–"})
                self._happen(CaseEvent(EventKind.AGREEMENT, self.at), line)
            if rules.resolution_kinds:
                resolution = self.random.choice(rules.resolution_kinds).id
        data = {
            "from": self.state.stage, "resolution": resolution, "by_client": by_client, "automatic": False,
        }  # fmt: skip
        event = CaseEvent(EventKind.CLOSED, self.at, resolution=resolution, by_client=by_client)
        contact = self.client.contacts[0] if by_client else None
        self._happen(event, Line(EntryKind.CLOSED, data=data, contact_id=contact, by_client=by_client))

    def reactivate(self) -> None:
        """A closed case comes back."""
        if self.at > self.now or self.state.closed_at is None:
            return
        line = Line(EntryKind.REACTIVATED, data={"from": self.state.stage, "by_client": False})
        self._happen(CaseEvent(EventKind.REACTIVATED, self.at), line)

    def agree(self) -> None:
        """The client agrees on when to hear next."""
        if self.over:
            return
        until = self.policy.calendar.add(self.at, timedelta(hours=self.random.choice((4, 8, 12, 20, 30))))
        line = Line(EntryKind.UPDATE_AGREED, data={"until": until})
        self._happen(CaseEvent(EventKind.UPDATE_AGREED, self.at, until=until), line)

    def stages_of(self, kind: StageKind) -> list[str]:
        """The ids of the policy's stages of a kind."""
        return [stage.id for stage in self.policy.stages if stage.kind is kind]

    def _happen(self, event: CaseEvent | None, line: Line) -> None:
        at = event.at if event else self.at
        if event is not None:
            step = advance(self.policy, self.state, event)
            if not isinstance(step, Advance):
                return
            self.state = step.state
        self.lines.append(ToldLine(at, line, self.owner.id, event))

    def _into_hours(self) -> None:
        if not self.state.after_hours:
            self.at = self.policy.calendar.next_opening(self.at)
