"""Engagements step by step (ENG-1, SAP-3 to SAP-5): what may follow and what stands in its way; no prices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.rules.cases.clock_counting import span_end
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import EngagementKind

_STEP_NAMES = {
    "brief": "the written brief",
    "quote": "the quote",
    "approval": "the client's approval",
    "invoice": "the invoice",
    "payment": "the payment",
    "work": "the work",
    "delivery": "the delivery",
    "acceptance": "the client's acceptance",
}
_WITH_AMOUNT = frozenset({"quote", "invoice", "payment"})
_REPEATED = frozenset({"quote", "payment"})


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (three letters, ISO 4217)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step of an engagement: what, when (UTC), by whom, and the amount of a quote, invoice or payment."""

    step: str
    at: datetime
    by: UUID | None
    money: Money | None = None


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """SAP-4: what was checked in the client's data file, what was found, and whether the data match."""

    checks: tuple[str, ...]
    findings: str
    matches: bool | None

    @property
    def complete(self) -> bool:
        """Whether it says all three."""
        return (
            any(check.strip() for check in self.checks)
            and bool(self.findings.strip())
            and self.matches is not None
        )


@dataclass(frozen=True, slots=True)
class EngagementFacts:
    """What is known beside the steps: when the client's latest data file was copied (UTC), and the audit record."""

    data_file_copied_at: datetime | None = None
    audit: AuditRecord | None = None


Done = tuple[StepDone, ...]


def advance(
    kind: EngagementKind, done: Done, step: StepDone, facts: EngagementFacts, calendar: BusinessCalendar
) -> Done | Refusal:
    """The steps with one more, or why it can't be taken yet (ENG-1).

    Before the work the steps follow each other in order, none skipped. The work begins as soon as what it needs is
    done (`work_needs`), a payment only when it is in full; delivery and acceptance follow it. A quote may be made
    anew until it is approved, and payments come in any number until the invoice is paid. The calendar is the one in
    whose zone the age of a data file is counted.
    """
    refusal = (
        _refuse_known(kind, done, step)
        or _refuse_order(kind, done, step)
        or _refuse_money(done, step)
        or (data_file_refusal(kind, facts, calendar, step.at) if step.step == "work" else None)
        or (_refuse_audit(kind, facts) if step.step == _after_work(kind) else None)
    )
    return refusal if refusal is not None else (*done, step)


def data_file_refusal(
    kind: EngagementKind, facts: EngagementFacts, calendar: BusinessCalendar, at: datetime
) -> Refusal | None:
    """Why work may not begin at an instant (UTC) with the copy of the client's data that there is (SAP-4)."""
    if kind.data_file_within is None:
        return None
    copied = facts.data_file_copied_at
    if copied is None:
        return Refusal(
            "SAP-4", "There is no copy of the client's data file.", "Ask the client for a current copy."
        )
    if span_end(calendar, kind.data_file_within, copied) < at:
        amount, unit = kind.data_file_within.amount.normalize(), kind.data_file_within.unit
        return Refusal(
            "SAP-4",
            f"The copy of the client's data file is older than {amount:f} {unit}.",
            "Ask for a current copy.",
        )
    return None


def next_steps(kind: EngagementKind, done: Sequence[StepDone]) -> tuple[str, ...]:
    """The steps whose turn it is, in order; amounts, data file and audit are judged when one is taken."""
    return tuple(
        step for step in kind.steps if not _over(step, done) and not _missing(kind, tuple(done), step)
    )


def paid(done: Sequence[StepDone]) -> Decimal:
    """What has been paid so far, in the currency of the invoice."""
    return sum(
        (step.money.amount for step in done if step.step == "payment" and step.money), start=Decimal(0)
    )


def still_to_pay(done: Sequence[StepDone]) -> Decimal | None:
    """What is missing of the invoice, zero once it is paid in full; None before there is an invoice."""
    invoice = next((step.money for step in done if step.step == "invoice"), None)
    return None if invoice is None else max(invoice.amount - paid(done), Decimal(0))


def is_finished(kind: EngagementKind, done: Sequence[StepDone]) -> bool:
    """Whether every step of the kind is done."""
    return all(_is_done(step, done) for step in kind.steps)


def _is_done(step: str, done: Sequence[StepDone]) -> bool:
    """Whether a step counts as done; a payment does when the invoice is paid in full."""
    if step == "payment":
        return still_to_pay(done) == 0
    return any(one.step == step for one in done)


def _over(step: str, done: Sequence[StepDone]) -> bool:
    """Whether the step can't come again."""
    if step == "quote":
        return any(one.step == "approval" for one in done)
    return _is_done(step, done)


def _needs(kind: EngagementKind, step: str) -> tuple[str, ...]:
    """The steps that must be done before this one."""
    at = kind.steps.index(step)
    work = kind.steps.index("work")
    if step == "work":
        return tuple(before for before in kind.steps[:work] if before in kind.work_needs)
    return kind.steps[:at] if at < work else kind.steps[work:at]


def _missing(kind: EngagementKind, done: Done, step: str) -> tuple[str, ...]:
    return tuple(before for before in _needs(kind, step) if not _is_done(before, done))


def _after_work(kind: EngagementKind) -> str | None:
    after = kind.steps[kind.steps.index("work") + 1 :]
    return after[0] if after else None


def _refuse_known(kind: EngagementKind, done: Done, step: StepDone) -> Refusal | None:
    if step.step not in kind.steps:
        known = ", ".join(kind.steps)
        return Refusal("ENG-1", f"“{kind.name.original}” has no such step.", f"Its steps are: {known}.")
    if done and step.at < done[-1].at:
        return Refusal("ENG-1", "A step can't lie before the one already recorded.", "Check its date.")
    if _over(step.step, done) or (step.step not in _REPEATED and any(one.step == step.step for one in done)):
        return Refusal("ENG-1", f"{_named(step.step)} is already recorded.")
    return None


def _refuse_order(kind: EngagementKind, done: Done, step: StepDone) -> Refusal | None:
    missing = _missing(kind, done, step.step)
    if not missing:
        return None
    rule = "SAP-5" if step.step == "work" else "ENG-1"
    owed = still_to_pay(done)
    if missing[0] == "payment" and paid(done) and owed:
        return Refusal(
            rule, f"The invoice is paid in part only; {owed} is missing.", "Record the rest first."
        )
    listed = ", ".join(_STEP_NAMES[before] for before in missing)
    return Refusal(
        rule, f"{_named(step.step)} can't come yet: {listed} is missing.", "No step can be skipped."
    )


def _refuse_money(done: Done, step: StepDone) -> Refusal | None:
    money = step.money
    if step.step not in _WITH_AMOUNT:
        return None if money is None else Refusal("ENG-1", f"{_named(step.step)} has no amount.")
    if (
        money is None
        or not money.amount.is_finite()
        or money.amount <= 0
        or len(money.currency) != len("EUR")
    ):
        return Refusal("ENG-1", f"{_named(step.step)} has an amount above zero and a currency.")
    before = next(
        (one.money for one in reversed(done) if one.money and one.step in {"quote", "invoice"}), None
    )
    if before is not None and step.step != "quote" and money.currency != before.currency:
        what = f"{_named(step.step)} is in {money.currency}, but {before.currency} was agreed."
        return Refusal("ENG-1", what, "Record it in the agreed currency.")
    owed = still_to_pay(done)
    if step.step == "payment" and owed is not None and money.amount > owed:
        return Refusal("ENG-1", f"The payment is more than the {owed} still to pay.", "Check its amount.")
    return None


def _refuse_audit(kind: EngagementKind, facts: EngagementFacts) -> Refusal | None:
    if not kind.audit_required or (facts.audit is not None and facts.audit.complete):
        return None
    remedy = "Record what was checked, what was found and whether the data match."
    return Refusal("SAP-4", "The audit of the client's data file is not recorded.", remedy)


def _named(step: str) -> str:
    name = _STEP_NAMES[step]
    return name[0].upper() + name[1:]
