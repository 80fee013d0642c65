"""The incident ledger (SYN-2, SYN-6): what its lines come to and which may follow; keeping them is the store's part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from supportdesk.domain.words import Cover, LedgerKind
from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.rules.cases.clock_counting import span_end
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import IncidentRules

_DRAWING = frozenset({LedgerKind.CONSUMED, LedgerKind.RETURNED, LedgerKind.REINSTATED})


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of an organisation's ledger, never changed once written.

    `quantity` is positive for BOUGHT and RETURNED, negative for CONSUMED and REINSTATED, zero for SETTLED. `ticket`
    is the BOUGHT line that the line draws on or gives back to. A BOUGHT line with a case is a payment for that one
    incident; without, it is a season ticket. An uncovered line has no ticket and counts nowhere.
    """

    id: UUID
    kind: LedgerKind
    quantity: int
    at: datetime
    ticket: UUID | None = None
    case: UUID | None = None
    covered: bool = True
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What one BOUGHT line has come to. `reserved_for` is the case it was paid for, until that case gives it back."""

    id: UUID
    bought_at: datetime
    size: int
    used: int
    reserved_for: UUID | None
    expires_at: datetime | None

    @property
    def left(self) -> int:
        """How many incidents it still covers; never negative."""
        return self.size - self.used

    def covers(self, case: UUID | None, now: datetime) -> bool:
        """Whether an incident of this case (None: of any) can be taken from it now."""
        in_time = self.expires_at is None or now < self.expires_at
        return self.left > 0 and in_time and self.reserved_for in {None, case}


@dataclass(frozen=True, slots=True)
class Charge:
    """That a case is an incident, and what it was drawn on.

    `covered` is False for one given without cover (SYN-6): it names no ticket, or one that was used up by others.
    `settled` is whether a manager has dealt with that since.
    """

    case: UUID
    ticket: UUID | None
    covered: bool
    settled: bool

    @property
    def open(self) -> bool:
        """Whether somebody still has to settle it."""
        return not self.covered and not self.settled


@dataclass(frozen=True, slots=True)
class Ledger:
    """An organisation's ledger, read: tickets from the oldest, and the charge of each case that has one."""

    tickets: tuple[Ticket, ...]
    charges: Mapping[UUID, Charge]

    def balance(self, now: datetime) -> int:
        """Incidents left for any case: of tickets neither expired nor paid for one case. Never negative."""
        return sum(ticket.left for ticket in self.tickets if ticket.covers(None, now))

    def next_ticket(self, case: UUID | None, covers: Sequence[Cover], now: datetime) -> Ticket | None:
        """What this case would be charged to: by the order of covers, and the oldest first among season tickets."""
        for cover in covers:
            for ticket in self.tickets:
                if cover is cover_of(ticket) and ticket.covers(case, now):
                    return ticket
        return None

    def ticket(self, ticket_id: UUID | None) -> Ticket | None:
        """The ticket with this id."""
        return next((ticket for ticket in self.tickets if ticket.id == ticket_id), None)

    @property
    def unsettled(self) -> tuple[Charge, ...]:
        """The incidents given without cover that the owner and a manager have to settle (SYN-6)."""
        return tuple(charge for charge in self.charges.values() if charge.open)


def cover_of(ticket: Ticket) -> Cover:
    """The kind of cover: a payment for its case, or a season ticket."""
    return Cover.INCIDENT if ticket.reserved_for is not None else Cover.SEASON_TICKET


def read_ledger(
    lines: Iterable[LedgerLine], rules: IncidentRules | None = None, calendar: BusinessCalendar | None = None
) -> Ledger:
    """What the lines come to, in whatever order they arrived (two desks may have written while apart).

    A ticket never covers more incidents than it has: of consumptions beyond its size the latest are uncovered,
    the same ones on every machine. Rules and calendar say when a ticket expires; without them none does.
    """
    ordered = sorted(lines, key=lambda line: (line.at, line.id))
    bought = {line.id: line for line in ordered if line.kind is LedgerKind.BOUGHT}
    settled = {line.case for line in ordered if line.kind is LedgerKind.SETTLED}
    used: dict[UUID, int] = defaultdict(int)
    charges: dict[UUID, Charge] = {}
    for case, ticket in _draws(ordered):
        held = charges.get(case)
        if held is not None and held.covered:
            continue
        covered = ticket is not None and ticket in bought and used[ticket] < bought[ticket].quantity
        if covered and ticket is not None:
            used[ticket] += 1
        if covered or held is None:
            charges[case] = Charge(case, ticket, covered=covered, settled=case in settled)
    freed = _freed(ordered)
    tickets = (
        Ticket(
            id=line.id,
            bought_at=line.at,
            size=line.quantity,
            used=used[line.id],
            reserved_for=None if (line.id, line.case) in freed else line.case,
            expires_at=span_end(calendar, rules.expires, line.at)
            if rules and calendar and rules.expires
            else None,
        )
        for line in bought.values()
    )
    return Ledger(tuple(tickets), charges)


def _freed(lines: Sequence[LedgerLine]) -> set[tuple[UUID | None, UUID | None]]:
    """The tickets whose own case gave them back; taking that back makes them its own again."""
    freed: set[tuple[UUID | None, UUID | None]] = set()
    for line in lines:
        if line.kind is LedgerKind.RETURNED:
            freed.add((line.ticket, line.case))
        elif line.kind is LedgerKind.REINSTATED:
            freed.discard((line.ticket, line.case))
    return freed


def _draws(lines: Sequence[LedgerLine]) -> list[tuple[UUID, UUID | None]]:
    """Which case still holds an incident of which ticket (None: of none), those first that took one first."""
    held: dict[tuple[UUID, UUID | None], int] = {}
    for line in lines:
        if line.case is not None and line.kind in _DRAWING:
            key = (line.case, line.ticket if line.covered else None)
            held[key] = held.get(key, 0) - line.quantity
    return [key for key, count in held.items() if count > 0]


def buy_season_ticket(rules: IncidentRules, line_id: UUID, at: datetime) -> LedgerLine:
    """A season ticket of the policy's size (SYN-2)."""
    return LedgerLine(line_id, LedgerKind.BOUGHT, rules.season_ticket, at)


def pay_incident(line_id: UUID, case: UUID, at: datetime) -> LedgerLine:
    """A payment for this one case (SYN-1)."""
    return LedgerLine(line_id, LedgerKind.BOUGHT, 1, at, case=case)


def consume(
    ledger: Ledger, case: UUID, covers: Sequence[Cover], line_id: UUID, at: datetime, *, given: bool = False
) -> LedgerLine | Refusal:
    """Charge a case when it is accepted, once only (SYN-2, SYN-3).

    Refused where no payment and no ticket stands behind it – unless the service was already given on a desk that
    could not know: then the line is kept, marked uncovered (SYN-6).
    """
    if case in ledger.charges:
        return Refusal("SYN-3", "This case is already charged as one incident.", "One case is one incident.")
    ticket = ledger.next_ticket(case, covers, at)
    if ticket is not None:
        return LedgerLine(line_id, LedgerKind.CONSUMED, -1, at, ticket=ticket.id, case=case)
    if given:
        return LedgerLine(line_id, LedgerKind.CONSUMED, -1, at, case=case, covered=False)
    return Refusal(
        "SYN-1", "No payment and no season ticket stands behind this case.", "Record a payment first."
    )


def give_back(ledger: Ledger, case: UUID, reason: str, line_id: UUID, at: datetime) -> LedgerLine | Refusal:
    """Return the incident of a case: a refusal before acceptance, or a correction, with its reason (SYN-2).

    A payment made for a case that is refused before it was charged is set free for other cases.
    """
    if not reason.strip():
        return Refusal("SYN-2", "An incident is returned for a reason.", "Write down why.")
    charge = ledger.charges.get(case)
    if charge is None:
        reserved = next((ticket for ticket in ledger.tickets if ticket.reserved_for == case), None)
        if reserved is None:
            return Refusal("SYN-2", "This case holds no incident that could be returned.")
        return LedgerLine(line_id, LedgerKind.RETURNED, 0, at, ticket=reserved.id, case=case, reason=reason)
    drawn = charge.ticket is not None
    return LedgerLine(line_id, LedgerKind.RETURNED, 1, at, charge.ticket, case, covered=drawn, reason=reason)


def reinstate(
    ledger: Ledger, case: UUID, returned: LedgerLine, covers: Sequence[Cover], line_id: UUID, at: datetime
) -> LedgerLine | Refusal:
    """Take a return back, as when a merge is undone.

    The incident comes from the ticket it went back to, else from the next that has one; else it is uncovered.
    """
    if case in ledger.charges or returned.kind is not LedgerKind.RETURNED or returned.case != case:
        return Refusal("SYN-2", "There is no return of this case to take back.")
    if returned.quantity == 0:
        return Refusal(
            "SYN-2", "That return only set a payment free.", "Charge the case anew if it is accepted."
        )
    before = ledger.ticket(returned.ticket)
    ticket = before if before is not None and before.left > 0 else ledger.next_ticket(case, covers, at)
    if ticket is None:
        return LedgerLine(line_id, LedgerKind.REINSTATED, -1, at, case=case, covered=False)
    return LedgerLine(line_id, LedgerKind.REINSTATED, -1, at, ticket=ticket.id, case=case)


def reserve_again(returned: LedgerLine, line_id: UUID, at: datetime) -> LedgerLine:
    """Take back that a return set a payment free: it stands behind its own case as before, which is not charged."""
    return LedgerLine(line_id, LedgerKind.REINSTATED, 0, at, ticket=returned.ticket, case=returned.case)


def settle(
    ledger: Ledger, case: UUID, reason: str, line_ids: tuple[UUID, UUID], at: datetime, ticket: Ticket | None
) -> tuple[LedgerLine, ...] | Refusal:
    """Settle an incident that was given without cover (SYN-6): from a ticket bought since, or as goodwill (None)."""
    charge = ledger.charges.get(case)
    if charge is None or not charge.open:
        return Refusal("SYN-6", "This case holds nothing that would have to be settled.")
    if not reason.strip():
        return Refusal("SYN-6", "A settlement has a reason.", "Write down what was agreed.")
    if ticket is not None and not ticket.covers(case, at):
        return Refusal(
            "SYN-6", "That ticket has no incident left.", "Record a payment or another ticket first."
        )
    settled = LedgerLine(line_ids[0], LedgerKind.SETTLED, 0, at, case=case, reason=reason)
    if ticket is None:
        return (settled,)
    return settled, LedgerLine(line_ids[1], LedgerKind.CONSUMED, -1, at, ticket=ticket.id, case=case)


def refuse_payment(
    rules: IncidentRules, amount: Decimal, currency: str, method: str, reference: str
) -> Refusal | None:
    """Why this can't be recorded as a payment (SYN-1), or None."""
    if not amount.is_finite() or amount <= 0:
        return Refusal("SYN-1", "A payment has an amount.", "Give an amount above zero.")
    if not (len(currency) == len("GBP") and currency.isascii() and currency.isalpha() and currency.isupper()):
        return Refusal("SYN-1", "A payment has a currency.", "Give its three letters, such as GBP.")
    if method not in {choice.id for choice in rules.methods}:
        names = ", ".join(choice.name.original for choice in rules.methods)
        return Refusal("SYN-1", "It is not known how this was paid.", f"Choose one of: {names}.")
    if not reference.strip():
        return Refusal("SYN-1", "A payment has a reference.", "Give the number of its receipt or transfer.")
    return None
