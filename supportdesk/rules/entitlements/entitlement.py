"""Why a case may be worked on, or why not (SYN-1, ONX-3, SAG-1), by facts and policy; charging it is `ledger`'s."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from supportdesk.domain.words import Cover
from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.entitlements.cover_periods import Period, free_years, longest
from supportdesk.rules.entitlements.ledger import Ledger, cover_of
from supportdesk.rules.policies.policy import Policy, Without

_NO_LEDGER = Ledger((), {})


@dataclass(frozen=True, slots=True)
class EntitlementFacts:
    """What the records say of a client, and of one of its cases (None while it is being logged).

    Where a policy does not charge what is split off, `case` is the one that it was split from.
    """

    contracts: tuple[Period, ...] = ()
    warranties: tuple[Period, ...] = ()
    certified_partner: bool = False
    start_date: date | None = None
    ledger: Ledger = _NO_LEDGER
    case: UUID | None = None


@dataclass(frozen=True, slots=True)
class Entitlement:
    """Why a case may be worked on at an instant, or why not.

    `may_log` is whether a case may be logged at all, `supported` whether support may be given on it (see
    `refuse_act`). `sentence` with its `params` says it in English; `ways_open` says what the client can do. `left`
    and `size` are of season tickets, `charged` is whether this case has already been taken from one. `last_day` is
    the last civil day of the cover. `invoice` asks for a drafted invoice line (ONX-3).
    """

    cover: Cover
    rule: str
    supported: bool
    may_log: bool
    sentence: str
    params: Mapping[str, object] = field(default_factory=dict)
    ways_open: str = ""
    plan: str | None = None
    last_day: date | None = None
    left: int | None = None
    size: int | None = None
    charged: bool = False
    invoice: bool = False

    @property
    def text(self) -> str:
        """The sentence with its values."""
        return self.sentence.format(**self.params)


class Act(StrEnum):
    """What people do on a case, as far as the rules of entitlement tell it apart."""

    REPLY = "reply"
    REMOTE_SESSION = "remote_session"
    VISIT = "visit"
    INFO_REQUEST = "info_request"
    CALL = "call"
    NOTE = "note"
    PAYMENT = "payment"


_SUPPORT = {
    Act.REPLY: "A reply is support",
    Act.REMOTE_SESSION: "A remote session is support",
    Act.VISIT: "A visit is support",
}


def refuse_act(entitlement: Entitlement, act: Act) -> Refusal | None:
    """Why this can't be done on the case yet, or None (SYN-1).

    A reply counts as support, since it is where a solution is given. A request for information is none: it asks
    and solves nothing, and it is how a client is asked for a payment. A call is a record of what was said, and what
    happened is never kept from the record. Notes and payments are always taken.
    """
    if entitlement.supported or act not in _SUPPORT:
        return None
    return Refusal(entitlement.rule, f"{_SUPPORT[act]}. {entitlement.text}", entitlement.ways_open)


def refuse_logging(entitlement: Entitlement) -> Refusal | None:
    """Why no case can be logged for this client, with the ways open to it, or None (SAG-1)."""
    if entitlement.may_log:
        return None
    return Refusal(entitlement.rule, entitlement.text, entitlement.ways_open)


def entitlement(
    policy: Policy,
    facts: EntitlementFacts,
    at: datetime,
    language: str = "",
    calendar: BusinessCalendar | None = None,
) -> Entitlement:
    """What covers the case at this instant: the first cover in the policy's order, else what the policy then does.

    Civil days are those of the calendar (a branch's, by default the policy's). The instant of logging tells with
    what a case was taken on, the present one what holds now.
    """
    day = (calendar or policy.calendar).local(at).date()
    for cover in policy.entitlement.order:
        found = _COVERS[cover](policy, facts, day, at)
        if found is not None:
            return found
    return _uncovered(policy, facts, language)


def dated_covers(policy: Policy, facts: EntitlementFacts) -> tuple[Period, ...]:
    """The covers of the client that run by the calendar, as far as the policy knows them; see `renewal_due`."""
    order = policy.entitlement.order
    periods: list[Period] = []
    if Cover.CONTRACT in order:
        periods += facts.contracts
    if Cover.WARRANTY in order:
        periods += facts.warranties
    if Cover.FIRST_YEAR in order and facts.start_date is not None:
        periods.append(free_years(facts.start_date, policy.entitlement.free_years))
    if Cover.PARTNER in order and facts.certified_partner:
        periods.append(Period(date.min, None))
    return tuple(periods)


_Found = Entitlement | None


def _contract(_policy: Policy, facts: EntitlementFacts, day: date, _at: datetime) -> _Found:
    period = longest(facts.contracts, day)
    return _in_period(Cover.CONTRACT, "SYN-1", "The client has a support contract", period)


def _warranty(_policy: Policy, facts: EntitlementFacts, day: date, _at: datetime) -> _Found:
    period = longest(facts.warranties, day)
    return _in_period(Cover.WARRANTY, "ONX-3", "The client has renewed its annual warranty", period)


def _first_year(policy: Policy, facts: EntitlementFacts, day: date, _at: datetime) -> _Found:
    if facts.start_date is None:
        return None
    period = free_years(facts.start_date, policy.entitlement.free_years)
    held = period if period.holds(day) else None
    return _in_period(Cover.FIRST_YEAR, "ONX-3", "Support is free of charge at first", held)


def _in_period(cover: Cover, rule: str, sentence: str, period: Period | None) -> _Found:
    if period is None:
        return None
    dated = f"{sentence}, until {{last_day}}." if period.last_day else f"{sentence}."
    params = {"last_day": period.last_day} if period.last_day else {}
    return Entitlement(
        cover,
        rule,
        supported=True,
        may_log=True,
        sentence=dated,
        params=params,
        plan=period.plan,
        last_day=period.last_day,
    )


def _partner(_policy: Policy, facts: EntitlementFacts, _day: date, _at: datetime) -> _Found:
    if not facts.certified_partner:
        return None
    return Entitlement(
        Cover.PARTNER, "SAG-1", supported=True, may_log=True, sentence="The client is a certified partner."
    )


def _incident(policy: Policy, facts: EntitlementFacts, _day: date, at: datetime) -> _Found:
    return _paid(policy, facts, at, Cover.INCIDENT)


def _season_ticket(policy: Policy, facts: EntitlementFacts, _day: date, at: datetime) -> _Found:
    return _paid(policy, facts, at, Cover.SEASON_TICKET)


def _paid(policy: Policy, facts: EntitlementFacts, at: datetime, cover: Cover) -> _Found:
    """A ticket that the case was taken from already, or that it would be taken from when it is accepted."""
    charge = facts.ledger.charges.get(facts.case) if facts.case is not None else None
    if charge is not None:
        ticket = facts.ledger.ticket(charge.ticket) if charge.covered else None
    else:
        ticket = facts.ledger.next_ticket(facts.case, (cover,), at)
    if ticket is None or cover_of(ticket) is not cover:
        return None
    if cover is Cover.INCIDENT:
        return Entitlement(
            cover,
            "SYN-1",
            supported=True,
            may_log=True,
            sentence="This incident is paid for.",
            charged=charge is not None,
        )
    sizes = sum(one.size for one in facts.ledger.tickets if one.covers(None, at) or one.id == ticket.id)
    left = facts.ledger.balance(at)
    last_day = policy.calendar.local(ticket.expires_at).date() if ticket.expires_at is not None else None
    return Entitlement(
        cover,
        "SYN-2",
        supported=True,
        may_log=True,
        sentence="{left} of {size} incidents left.",
        params={"left": left, "size": sizes},
        last_day=last_day,
        left=left,
        size=sizes,
        charged=charge is not None,
    )


_COVERS: Mapping[Cover, Callable[[Policy, EntitlementFacts, date, datetime], _Found]] = {
    Cover.CONTRACT: _contract,
    Cover.PARTNER: _partner,
    Cover.FIRST_YEAR: _first_year,
    Cover.WARRANTY: _warranty,
    Cover.INCIDENT: _incident,
    Cover.SEASON_TICKET: _season_ticket,
}


def _uncovered(policy: Policy, facts: EntitlementFacts, language: str) -> Entitlement:
    ways = policy.entitlement.ways_open
    ways_open = ways.in_language(language) if ways is not None else ""
    charge = facts.ledger.charges.get(facts.case) if facts.case is not None else None
    if charge is not None:
        return Entitlement(
            Cover.UNCOVERED,
            "SYN-6",
            supported=charge.settled,
            may_log=True,
            sentence="Support was given without cover, and that is settled."
            if charge.settled
            else "Support was given without cover; the owner and a manager have to settle that first.",
            ways_open=ways_open,
            charged=True,
        )
    without = policy.entitlement.without
    if without is Without.INVOICE:
        sentence = "Nothing covers this support; an invoice line is drafted."
        return Entitlement(
            Cover.INVOICE,
            "ONX-3",
            supported=True,
            may_log=True,
            sentence=sentence,
            ways_open=ways_open,
            invoice=True,
        )
    if without is Without.ALLOW:
        return Entitlement(
            Cover.NONE,
            "SAP-2",
            supported=True,
            may_log=True,
            sentence="Standard support is open to every client.",
        )
    refuses_case = without is Without.REFUSE_CASE
    sentence = (
        "The client has neither a contract nor a certification."
        if refuses_case
        else "Neither a contract nor a payment stands behind this case yet."
    )
    return Entitlement(
        Cover.NONE,
        "SAG-1" if refuses_case else "SYN-1",
        supported=False,
        may_log=not refuses_case,
        sentence=sentence,
        ways_open=ways_open,
    )
