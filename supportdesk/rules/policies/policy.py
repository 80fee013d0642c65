"""What a support policy says, as frozen values: the engine reads these, `policy_file` makes them from TOML."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from supportdesk.domain.words import ClockKind, Cover, StageKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from supportdesk.domain.localised import LocalisedText
    from supportdesk.rules.calendars.calendar import BusinessCalendar

__all__ = ["ClockKind", "Cover", "StageKind"]


class Unit(StrEnum):
    """What a duration is counted in."""

    BUSINESS_HOURS = "business_hours"
    BUSINESS_DAYS = "business_days"  # TIME-3: the calendar's standard day length each
    HOURS = "hours"  # elapsed, round the clock
    DAYS = "days"  # calendar days in the calendar's zone, to the same clock time


@dataclass(frozen=True, slots=True)
class Span:
    """An amount of one unit, never negative."""

    amount: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class AfterHours:
    """SPK-5, for plans with after-hours service: the clock runs on elapsed hours.

    Logged inside the hours: the span. Outside: `times` the span, or the instant at which it would be due had the
    case been logged at the next opening, whichever is earlier.
    """

    times: Decimal


@dataclass(frozen=True, slots=True)
class Target:
    """How long until a clock is due; `after_hours` applies only to plans that include the service."""

    span: Span
    after_hours: AfterHours | None = None


@dataclass(frozen=True, slots=True)
class Severity:
    """A severity of the policy. `rank` 1 is the gravest; the mark on screen is drawn from it.

    `when` lists alternative sets of answers to the intake questions, each a tuple of (question, answer); the
    first severity of the policy with a set that fits is proposed (SPK-2, SAG-7).
    """

    code: str
    rank: int
    name: LocalisedText
    definition: LocalisedText | None
    when: tuple[tuple[tuple[str, str], ...], ...]
    first_response: Target | None
    update_every: Span | None
    update_as_agreed: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a case can stand.

    `only_after` names stages of which one must have been passed. A `system` stage is entered by the engine only.
    `asks` names what must be recorded on entering: "vendor", "quote". `engagement` is the kind that must exist for
    the stage. `look` names the dot's colour token. `remind_after` and `close_after` count from entering the stage.
    """

    id: str
    name: LocalisedText
    meaning: LocalisedText | None
    kind: StageKind
    look: str
    first: bool = False
    system: bool = False
    pauses: frozenset[ClockKind] = frozenset()
    remind_after: tuple[Span, ...] = ()
    close_after: Span | None = None
    only_after: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    engagement: str | None = None


class Trigger(StrEnum):
    """What can move a case by itself."""

    ASSIGNED = "assigned"
    CLIENT_ANSWERED = "client_answered"
    INFO_REQUESTED = "info_requested"
    AGENT_ANSWERED = "agent_answered"


@dataclass(frozen=True, slots=True)
class Automatic:
    """On `trigger`, a case in one of `stages` moves to `move_to`."""

    trigger: Trigger
    stages: frozenset[str]
    move_to: str


@dataclass(frozen=True, slots=True)
class NamedContacts:
    """SPK-8: how many contacts of an organisation may log and close cases."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A support plan that a contract names."""

    id: str
    name: LocalisedText
    after_hours: bool
    named_contacts: NamedContacts | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values of a list or question: id and what people read."""

    id: str
    name: LocalisedText


@dataclass(frozen=True, slots=True)
class Question:
    """An intake question whose answers propose a severity."""

    id: str
    text: LocalisedText
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """A part of the written request (SAG-5). `kind`: text, long_text, choice, yes_no, articles, screenshot, number."""

    id: str
    name: LocalisedText
    hint: LocalisedText | None
    kind: str
    required: bool


@dataclass(frozen=True, slots=True)
class Intake:
    """What is asked when a case is logged."""

    support_code: bool
    questions: tuple[Question, ...]
    template: tuple[TemplatePart, ...]
    reasons: tuple[Choice, ...]
    areas: tuple[Choice, ...]
    wrong_values_warning: LocalisedText | None
    suggest_articles: bool
    suggest_similar: bool
    warn_several_things: bool
    scope: LocalisedText | None  # SYN-5


@dataclass(frozen=True, slots=True)
class IncidentRules:
    """SYN-1, SYN-2, SYN-3. `expires` is how long a bought ticket is good for; None means for ever."""

    season_ticket: int
    split_charges: bool
    expires: Span | None
    methods: tuple[Choice, ...]  # cash, card, transfer


class Without(StrEnum):
    """What happens to a case that nothing covers."""

    REFUSE_SUPPORT = "refuse_support"  # take the case, notes and payments; refuse support (SYN-1)
    REFUSE_CASE = "refuse_case"  # refuse to log it, with the ways open (SAG-1)
    INVOICE = "invoice"  # support it and draft an invoice line (ONX-3)
    ALLOW = "allow"


@dataclass(frozen=True, slots=True)
class EntitlementRules:
    """Which covers count, in order; the first that covers the case stands."""

    order: tuple[Cover, ...]
    without: Without
    ways_open: LocalisedText | None
    incident: IncidentRules | None
    free_years: int  # ONX-3: years from the client's start date that are free, to the last day


@dataclass(frozen=True, slots=True)
class ClosingRules:
    """What closing asks for, and what can undo it.

    `reopen_within` None: the owner may reopen at any time. `closed_stage` and `reopened_stage` are stage ids.
    """

    resolution_kinds: tuple[Choice, ...]
    resolution_required: bool
    agreement_required: bool
    closed_stage: str
    reopened_stage: str
    reopen_within: Span | None


@dataclass(frozen=True, slots=True)
class EngagementKind:
    """ENG-1: chargeable work and its steps, in order. `work_needs` are the steps before work may begin."""

    id: str
    name: LocalisedText
    steps: tuple[str, ...]
    work_needs: frozenset[str]
    data_file_within: Span | None  # SAP-4: how current the client's data file must be
    audit_required: bool  # SAP-4: an audit record must exist before the result is delivered
    services: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ProductChecks:
    """Points that are checked only where one of these products runs; `products` are codes of the desk's register."""

    products: tuple[str, ...]
    checks: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class VisitRules:
    """ONX-2: the parts a visit report needs, who receives it, and the points of the client's system to be checked.

    `photo_position`: photos keep where they were taken.
    """

    required: tuple[str, ...]
    report_to: tuple[str, ...]
    checks: tuple[Choice, ...] = ()
    photo_position: bool = False
    of_products: tuple[ProductChecks, ...] = ()

    def checks_with(self, products: Iterable[str]) -> tuple[Choice, ...]:
        """What is checked at a client that runs these products, by their codes: the general points first."""
        running = {code.casefold() for code in products}
        theirs = (
            each.checks
            for each in self.of_products
            if not running.isdisjoint(code.casefold() for code in each.products)
        )
        return (*self.checks, *chain.from_iterable(theirs))


@dataclass(frozen=True, slots=True)
class CentralRules:
    """ONX-4: whether central support takes cases, and for which reasons.

    `stage` is where a case stands while central support has it; None leaves it where it is.
    """

    reasons: tuple[Choice, ...]
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of one vendor's support terms. `text` is the file it was made from, kept for the record."""

    code: str
    version: int
    effective_from: date
    languages: tuple[str, ...]
    name: LocalisedText
    summary: LocalisedText
    suits: LocalisedText
    highlights: tuple[LocalisedText, ...]
    calendar: BusinessCalendar
    severities: tuple[Severity, ...]
    stages: tuple[Stage, ...]
    automatics: tuple[Automatic, ...]
    plans: tuple[Plan, ...]
    intake: Intake
    entitlement: EntitlementRules
    closing: ClosingRules
    engagements: tuple[EngagementKind, ...]
    visit: VisitRules | None
    central: CentralRules | None
    first_response_met_by: frozenset[str]  # entry kinds that count as an agent's public answer
    text: str

    def stage(self, stage_id: str) -> Stage:
        """The stage with this id; KeyError if the policy has none."""
        for stage in self.stages:
            if stage.id == stage_id:
                return stage
        raise KeyError(stage_id)

    def stage_called(self, name: str) -> Stage | None:
        """The stage with this id or this name in any language, without regard to case."""
        by_id = next((stage for stage in self.stages if stage.id == name), None)
        return by_id or next((stage for stage in self.stages if stage.name.is_called(name)), None)

    @property
    def first_stage(self) -> Stage:
        """Where a new case stands."""
        return next(stage for stage in self.stages if stage.first)

    def severity(self, code: str) -> Severity | None:
        """The severity with this code, or this name in any language; None if the policy has none such."""
        folded = code.strip().casefold()
        for severity in self.severities:
            if severity.code == code or severity.code.casefold() == folded or severity.name.is_called(code):
                return severity
        return None

    def plan(self, plan_id: str) -> Plan | None:
        """The plan with this id."""
        return next((plan for plan in self.plans if plan.id == plan_id), None)

    def engagement(self, kind: str) -> EngagementKind | None:
        """The engagement kind with this id."""
        return next((engagement for engagement in self.engagements if engagement.id == kind), None)
