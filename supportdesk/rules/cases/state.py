"""What the rules know of one case at one instant: a frozen value that events turn into the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from supportdesk.domain.words import ClockKind, Verdict

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Pause:
    """A span in which the named clocks stood still, because of a stage; `end` None while it lasts."""

    start: datetime
    end: datetime | None
    clocks: frozenset[ClockKind]
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """One promise. `ordinal` numbers the clocks of a case from 1 and names this one for ever.

    `due_at` and `soon_at`, when the screen begins to warn, are None while the clock is paused (and stay so if the
    promise is withdrawn in the pause). `verdict` is final once it is not RUNNING; `met_at` is the answer's instant,
    also for an answer that came late.
    `severity`, `policy`, `policy_version` and `after_hours` are what judged it (TIME-6).
    """

    ordinal: int
    kind: ClockKind
    started_at: datetime
    due_at: datetime | None
    soon_at: datetime | None
    verdict: Verdict = Verdict.RUNNING
    met_at: datetime | None = None
    ended_at: datetime | None = None
    agreed_at: datetime | None = None
    agreed_until: datetime | None = None
    severity: str | None = None
    after_hours: bool = False
    policy: str = ""
    policy_version: int = 0

    @property
    def awaits(self) -> bool:
        """Whether somebody still has to act for this clock (running, or missed and never answered)."""
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class CaseState:
    """The fold of a case's events. All instants UTC.

    `visited` are the stages passed since the logging, in order. `reminders` are (step, instant) sent since the
    stage was entered; `countdown_ended`: the client answered since then, so that no reminder or closing follows.
    `needs_answer`: the last public word is the client's. `needs_owner`: something waits for the
    owner's decision, such as an answer after an automatic closing (SPK-7). `updates_from` is where the update rhythm
    counts from: the last public answer, or the return to work after it. `last_closed_at` outlives a reactivation.
    `last_at` is the latest event's instant, before which no event counts.
    """

    policy: str
    policy_version: int
    logged_at: datetime
    stage: str
    stage_entered_at: datetime
    after_hours: bool = False
    severity_claimed: str | None = None
    severity_verified: str | None = None
    visited: tuple[str, ...] = ()
    clocks: tuple[Clock, ...] = ()
    pauses: tuple[Pause, ...] = ()
    reminders: tuple[tuple[int, datetime], ...] = ()
    close_not_before: datetime | None = None
    responded: bool = False
    agreement_at: datetime | None = None
    closed_at: datetime | None = None
    closed_automatically: bool = False
    resolution: str | None = None
    reopened: int = 0
    needs_answer: bool = True
    needs_owner: bool = False
    owner: str | None = None
    last_at: datetime | None = None
    reopened_at: datetime | None = None
    last_closed_at: datetime | None = None
    updates_from: datetime | None = None
    countdown_ended: bool = False

    @property
    def opened_at(self) -> datetime:
        """Where the first response counts from: the logging, or the latest reactivation (TIME-7)."""
        return self.reopened_at or self.logged_at

    @property
    def severity(self) -> str | None:
        """The severity that counts: the verified one, else the client's claim."""
        return self.severity_verified or self.severity_claimed

    def clock(self, kind: ClockKind) -> Clock | None:
        """The latest clock of this kind, whatever became of it."""
        return next((clock for clock in reversed(self.clocks) if clock.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the rules do not let an event happen; `rule` is the rule's id."""

    rule: str
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """A step a case takes by itself: a reminder (`reminder` its number) or the automatic closing.

    `postpones_close_to` is set on a late reminder that stands for several steps: where the closing moves (SPK-7).
    """

    at: datetime
    reminder: int | None
    closes: bool
    postpones_close_to: datetime | None = None
