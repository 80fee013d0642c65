"""Why a case may be worked on, or why not: by contract, certification, free year, warranty, payment, ticket."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.domain.words import Cover, LedgerKind
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.entitlements.cover_periods import Period, free_years, renewal_due
from supportdesk.rules.entitlements.entitlement import (
    Act,
    EntitlementFacts,
    dated_covers,
    entitlement,
    refuse_act,
    refuse_logging,
)
from supportdesk.rules.entitlements.ledger import (
    LedgerLine,
    buy_season_ticket,
    consume,
    pay_incident,
    read_ledger,
)
from tests.rules.examples import examples
from tests.rules.policy_files import CODES, policy

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
CASE = UUID(int=77)
SUPPORT = {Act.REPLY, Act.REMOTE_SESSION, Act.VISIT}


def contract(first: date = date(2026, 1, 1), last: date | None = date(2026, 12, 31)) -> EntitlementFacts:
    return EntitlementFacts(contracts=(Period(first, last, "gold"),))


def paid(*lines: LedgerLine) -> EntitlementFacts:
    return EntitlementFacts(ledger=read_ledger(lines), case=CASE)


def ticket_line() -> LedgerLine:
    rules = policy("synergy").entitlement.incident
    assert rules is not None
    return buy_season_ticket(rules, UUID(int=1), NOW - DAY)


def charge_line(facts: EntitlementFacts, number: int = 2, case: UUID = CASE) -> LedgerLine:
    line = consume(facts.ledger, case, policy("synergy").entitlement.order, UUID(int=number), NOW - DAY / 2)
    assert isinstance(line, LedgerLine)
    return line


def test_SYN_1_without_cover_support_is_refused_and_notes_and_payments_are_taken() -> None:
    found = entitlement(policy("synergy"), EntitlementFacts(case=CASE), NOW)
    assert (found.cover, found.supported, found.may_log, found.rule) == (Cover.NONE, False, True, "SYN-1")
    refused = {act for act in Act if refuse_act(found, act)}
    assert refused == SUPPORT
    refusal = refuse_act(found, Act.REPLY)
    assert refusal is not None
    assert refusal.rule == "SYN-1"
    assert "payment" in refusal.reason
    assert "season ticket" in refusal.remedy


def test_SYN_1_a_payment_for_the_case_opens_it() -> None:
    facts = paid(pay_incident(UUID(int=1), CASE, NOW - DAY))
    found = entitlement(policy("synergy"), facts, NOW)
    assert (found.cover, found.supported, found.charged) == (Cover.INCIDENT, True, False)
    assert not any(refuse_act(found, act) for act in Act)
    other = EntitlementFacts(ledger=facts.ledger, case=UUID(int=78))
    assert not entitlement(policy("synergy"), other, NOW).supported


def test_SYN_2_a_season_ticket_says_how_many_are_left() -> None:
    facts = paid(ticket_line())
    found = entitlement(policy("synergy"), facts, NOW)
    assert (found.cover, found.left, found.size, found.charged) == (Cover.SEASON_TICKET, 10, 10, False)
    charged = entitlement(policy("synergy"), paid(ticket_line(), charge_line(facts)), NOW)
    assert (charged.cover, charged.left, charged.charged) == (Cover.SEASON_TICKET, 9, True)
    assert charged.text == "9 of 10 incidents left."


def test_SYN_2_a_case_stays_covered_by_the_last_incident_of_a_ticket() -> None:
    lines = [ticket_line()]
    for number in range(9):
        lines.append(charge_line(paid(*lines), 100 + number, UUID(int=200 + number)))
    lines.append(charge_line(paid(*lines), 300))
    found = entitlement(policy("synergy"), paid(*lines), NOW)
    assert (found.supported, found.left, found.charged) == (True, 0, True)
    other = EntitlementFacts(ledger=read_ledger(lines), case=UUID(int=79))
    assert not entitlement(policy("synergy"), other, NOW).supported


def test_SYN_2_the_tickets_that_count_are_those_with_something_left_and_the_cases_own() -> None:
    used_up = [replace(ticket_line(), quantity=1)]
    used_up.append(charge_line(paid(*used_up)))
    newer = replace(ticket_line(), id=UUID(int=50), at=NOW)
    found = entitlement(policy("synergy"), paid(*used_up, newer), NOW)
    assert (found.left, found.size, found.charged) == (10, 11, True)
    other = EntitlementFacts(ledger=read_ledger([*used_up, newer]), case=UUID(int=79))
    assert entitlement(policy("synergy"), other, NOW).text == "10 of 10 incidents left."


def test_SYN_6_an_uncovered_incident_waits_until_it_is_settled() -> None:
    given_without = LedgerLine(UUID(int=1), LedgerKind.CONSUMED, -1, NOW - DAY, case=CASE, covered=False)
    found = entitlement(policy("synergy"), paid(given_without), NOW)
    assert (found.cover, found.supported, found.rule) == (Cover.UNCOVERED, False, "SYN-6")
    goodwill = LedgerLine(UUID(int=2), LedgerKind.SETTLED, 0, NOW, case=CASE, reason="goodwill")
    assert entitlement(policy("synergy"), paid(given_without, goodwill), NOW).supported


def test_SYN_1_a_contract_needs_no_payment() -> None:
    found = entitlement(policy("synergy"), contract(), NOW)
    assert (found.cover, found.plan, found.last_day) == (Cover.CONTRACT, "gold", date(2026, 12, 31))


@pytest.mark.parametrize("case", examples("synergy", kind="resolve"), ids=lambda case: case["id"])
def test_SYN_4_the_ways_to_be_resolved_give_nothing_back(case: dict[str, Any]) -> None:
    kinds = {
        "solution": "solution",
        "workaround": "workaround",
        "enhancement request passed to product management": "enhancement_forwarded",
        "bug escalated to development": "escalated_to_development",
    }
    closing = policy("synergy").closing
    assert set(kinds) == set(examples("synergy", "resolution_kinds"))
    assert closing.resolution_required
    assert (kinds[case["resolution"]] in {kind.id for kind in closing.resolution_kinds}) is case[
        "counts_as_resolved"
    ]
    # An incident comes back by a line of the ledger only, and no way of closing writes one.
    assert case["refund"] is False
    assert not any("back" in act or "return" in act for act in Act)


@pytest.mark.parametrize("case", examples("synergy", kind="scope"), ids=lambda case: case["id"])
def test_SYN_5_work_in_the_clients_files_is_an_engagement(case: dict[str, Any]) -> None:
    assert case["in_scope"] is False
    terms = policy("synergy")
    assert terms.intake.scope is not None
    assert "data files" in terms.intake.scope.original
    assert any("data files" in kind.name.original for kind in terms.engagements)


@pytest.mark.parametrize("case", examples("sage", kind="entitlement"), ids=lambda case: case["id"])
def test_SAG_1_the_examples_agree(case: dict[str, Any]) -> None:
    facts = EntitlementFacts(certified_partner=case["who"] == "certified partner")
    found = entitlement(policy("sage"), facts, NOW)
    assert found.may_log is case["may_create"]
    assert found.cover is Cover.PARTNER


def test_SAG_1_others_are_refused_with_the_ways_open() -> None:
    found = entitlement(policy("sage"), EntitlementFacts(), NOW, language="fr")
    refusal = refuse_logging(found)
    assert refusal is not None
    assert refusal.rule == "SAG-1"
    assert "contrat de service" in refusal.remedy
    assert "service contract" in entitlement(policy("sage"), EntitlementFacts(), NOW, language="en").ways_open
    assert refuse_logging(entitlement(policy("sage"), contract(), NOW)) is None


@pytest.mark.parametrize("case", examples("onyxpro", kind="fee"), ids=lambda case: case["id"])
def test_ONX_3_the_examples_agree(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["support_date"])
    assert case["warranty_renewed_for_that_year"] is False
    facts = EntitlementFacts(start_date=date.fromisoformat(case["start_date"]))
    found = entitlement(policy("onyxpro"), facts, datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    assert (found.cover is Cover.FIRST_YEAR) is case["free_first_year"]
    assert found.invoice is case["invoice"]
    assert found.supported


def test_ONX_3_a_leap_day_start_is_free_to_the_last_of_february() -> None:
    assert free_years(date(2024, 2, 29), 1) == Period(date(2024, 2, 29), date(2025, 2, 28))
    assert free_years(date(2024, 2, 29), 4) == Period(date(2024, 2, 29), date(2028, 2, 28))
    assert free_years(date(2024, 3, 1), 1) == Period(date(2024, 3, 1), date(2025, 2, 28))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(min_value=1, max_value=5))
def test_ONX_3_free_years_join_without_gap_or_overlap(start: date, years: int) -> None:
    shorter, longer = free_years(start, years), free_years(start, years + 1)
    assert shorter.last_day is not None
    assert longer.last_day is not None
    assert longer.last_day - shorter.last_day in {365 * DAY, 366 * DAY}
    assert shorter.holds(start)
    assert not shorter.holds(shorter.last_day + DAY)


def test_ONX_3_the_last_day_ends_at_midnight_where_the_branch_is() -> None:
    facts = EntitlementFacts(start_date=date(2025, 3, 2))
    # Aden is three hours ahead: 20:59 UTC on 1 March is still that day there, 21:00 is the next.
    last = datetime(2026, 3, 1, 20, 59, tzinfo=UTC)
    assert entitlement(policy("onyxpro"), facts, last).cover is Cover.FIRST_YEAR
    assert entitlement(policy("onyxpro"), facts, last + timedelta(minutes=1)).cover is Cover.INVOICE
    elsewhere = policy("synergy").calendar
    assert entitlement(policy("onyxpro"), facts, last + timedelta(minutes=1), calendar=elsewhere).supported


def test_ONX_3_a_late_renewal_covers_its_own_period_only() -> None:
    late = EntitlementFacts(
        start_date=date(2024, 3, 1), warranties=(Period(date(2025, 6, 1), date(2026, 5, 31)),)
    )

    def cover(day: date) -> Cover:
        return entitlement(
            policy("onyxpro"), late, datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        ).cover

    assert cover(date(2024, 2, 29)) is Cover.INVOICE
    assert cover(date(2025, 2, 28)) is Cover.FIRST_YEAR
    assert cover(date(2025, 5, 31)) is Cover.INVOICE
    assert cover(date(2025, 6, 1)) is Cover.WARRANTY
    assert cover(date(2026, 5, 31)) is Cover.WARRANTY
    assert cover(date(2026, 6, 1)) is Cover.INVOICE


def test_ONX_3_renewals_coming_up_are_those_that_nothing_continues() -> None:
    month = timedelta(days=30)
    first_year = free_years(date(2025, 3, 11), 1)
    assert renewal_due([first_year], TODAY, month) == date(2026, 3, 10)
    assert renewal_due([first_year], TODAY, timedelta(days=7)) is None
    assert renewal_due([first_year], TODAY, timedelta(days=8)) == date(2026, 3, 10)
    renewed = [
        first_year,
        Period(date(2026, 3, 11), date(2026, 3, 20)),
        Period(date(2026, 3, 15), date(2027, 3, 1)),
    ]
    assert renewal_due(renewed, TODAY, month) is None
    assert renewal_due(renewed[:2], TODAY, month) == date(2026, 3, 20)
    assert renewal_due([Period(date(2020, 1, 1), date(2026, 3, 1))], TODAY, month) is None
    assert renewal_due([Period(date(2020, 1, 1), TODAY)], TODAY, month) == TODAY
    assert renewal_due([Period(date(2020, 1, 1), None)], TODAY, timedelta(days=100_000)) is None
    assert renewal_due([], TODAY, month) is None


def test_ONX_3_only_covers_that_the_policy_knows_are_renewed() -> None:
    facts = EntitlementFacts(
        contracts=(Period(date(2025, 1, 1), date(2026, 3, 10)),),
        warranties=(Period(date(2025, 1, 1), date(2026, 3, 20)),),
        certified_partner=True,
        start_date=date(2025, 4, 1),
    )
    month = timedelta(days=30)
    due = {code: renewal_due(dated_covers(policy(code), facts), TODAY, month) for code in CODES}
    assert due["synergy"] == due["sparkrock"] == date(2026, 3, 10)
    assert due["onyxpro"] == date(2026, 3, 31)
    assert due["sage"] is None
    assert dated_covers(policy("onyxpro"), EntitlementFacts()) == ()


def test_SAP_2_standard_support_is_open_to_every_client() -> None:
    found = entitlement(policy("sapphireone"), EntitlementFacts(), NOW)
    assert found.supported
    assert not any(refuse_act(found, act) for act in Act)


def test_SPK_1_a_contract_names_its_plan() -> None:
    assert entitlement(policy("sparkrock"), contract(), NOW).plan == "gold"
    lapsed = entitlement(policy("sparkrock"), contract(last=date(2026, 3, 1)), NOW)
    assert (lapsed.cover, lapsed.supported) == (Cover.NONE, False)
    longer = EntitlementFacts(contracts=(*contract().contracts, Period(date(2026, 2, 1), None, "standard")))
    found = entitlement(policy("sparkrock"), longer, NOW)
    assert (found.plan, found.last_day) == ("standard", None)


FACTS = st.builds(
    EntitlementFacts,
    contracts=st.lists(st.builds(Period, st.dates(), st.none() | st.dates()), max_size=2).map(tuple),
    warranties=st.lists(st.builds(Period, st.dates(), st.none() | st.dates()), max_size=2).map(tuple),
    certified_partner=st.booleans(),
    start_date=st.none() | st.dates(date(1950, 1, 1), date(2150, 1, 1)),
    case=st.just(CASE),
)


@given(FACTS, st.sampled_from(CODES))
def test_every_client_has_one_answer_with_its_reason(facts: EntitlementFacts, code: str) -> None:
    found = entitlement(policy(code), facts, NOW)
    assert found.text
    assert "{" not in found.text
    assert found.rule
    assert found.supported <= found.may_log
    refusals = [refuse_act(found, act) for act in Act] + [refuse_logging(found)]
    for refusal in refusals:
        if isinstance(refusal, Refusal):
            assert not found.supported
            assert refusal.reason
            assert refusal.remedy
