"""What holds for whatever reports and sessions: one case at most, no order, no doubles, no link between equals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.facts import (
    ConnectionReport,
    Known,
    KnownCase,
    KnownCode,
    KnownSession,
    Person,
)
from supportdesk.rules.remote_sessions.matching import AUTOMATIC_FROM, MARGIN, PROPOSED_FROM, Standing, match
from supportdesk.rules.remote_sessions.sums import summed

NOW = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

# Few of each, so that they meet.
moments = st.integers(-90, 90).map(lambda minutes: NOW + minutes * MINUTE)
lengths = st.none() | st.integers(0, 90).map(lambda minutes: minutes * MINUTE)
people = st.builds(Person, st.sampled_from(["", "u1", "u2"]), st.sampled_from(["", "Ann", "ann ", "Bob"]))
devices = st.sampled_from(["", "602724282", "r602724282", "602 724 283", "d17", "nonsense"])
names = st.sampled_from(["", "PC", "pc ", "Server"])
codes = st.sampled_from(["", "s12-345-678", "S12-345-678", "s00-000-000"])
cases = st.integers(1, 4).map(lambda number: UUID(int=number))


@st.composite
def reports(draw: st.DrawFn) -> ConnectionReport:
    began, length = draw(moments), draw(lengths)
    return ConnectionReport(
        f"r{draw(st.integers(0, 5))}",
        began,
        None if length is None else began + length,
        draw(people),
        draw(devices),
        draw(names),
        draw(codes),
    )


@st.composite
def sessions(draw: st.DrawFn) -> KnownSession:
    began, length = draw(moments), draw(lengths)
    return KnownSession(
        UUID(int=draw(st.integers(1, 1 << 100))),
        draw(cases),
        began,
        None if length is None else began + length,
        draw(people),
        draw(devices),
        draw(names),
        draw(codes),
    )


@st.composite
def knowns(draw: st.DrawFn) -> Known:
    known_cases = st.builds(
        KnownCase,
        cases,
        moments,
        st.none() | moments,
        st.frozensets(devices, max_size=2),
        st.frozensets(names, max_size=2),
        st.frozensets(people, max_size=2),
    )
    return Known(
        tuple(draw(st.lists(sessions(), max_size=6, unique_by=lambda session: session.id))),
        tuple(draw(st.lists(st.builds(KnownCode, codes, cases, st.none() | moments), max_size=3))),
        {case.id: case for case in draw(st.lists(known_cases, max_size=4))},
    )


@given(st.lists(reports(), max_size=8), knowns(), st.randoms(use_true_random=False))
def test_the_order_of_what_comes_in_does_not_matter(
    given: list[ConnectionReport], known: Known, chance: Random
) -> None:
    other = replace(
        known,
        sessions=tuple(chance.sample(known.sessions, len(known.sessions))),
        codes=tuple(chance.sample(known.codes, len(known.codes))),
        cases=dict(chance.sample(list(known.cases.items()), len(known.cases))),
    )
    again: list[ConnectionReport] = chance.sample([*given, *given], 2 * len(given))
    assert match(again, other) == match(given, known)


@given(st.lists(reports(), max_size=8), knowns())
def test_every_report_gets_one_decision_and_one_case_at_most(
    given: list[ConnectionReport], known: Known
) -> None:
    decisions = match(given, known)
    assert sorted(each.report.id for each in decisions) == sorted({each.id for each in given})
    for decision in decisions:
        named = [each.case_id for each in decision.candidates]
        assert len(named) == len(set(named))
        assert decision.case_id in {None, *named[:1]}
        assert all(PROPOSED_FROM <= each.confidence <= 100 for each in decision.candidates)
        assert (decision.standing is Standing.PROPOSED) or decision.candidates == () or decision.case_id


@given(st.lists(reports(), max_size=8), knowns())
def test_a_link_is_sure_and_stands_alone(given: list[ConnectionReport], known: Known) -> None:
    for decision in match(given, known):
        if decision.standing is Standing.AUTOMATIC:
            assert decision.case_id is not None
            assert decision.confidence >= AUTOMATIC_FROM
            assert all(decision.confidence - each.confidence >= MARGIN for each in decision.candidates[1:])
        if decision.session_id is not None:
            (session,) = [each for each in known.sessions if each.id == decision.session_id]
            assert session.case_id == decision.case_id


@given(reports(), sessions(), cases)
def test_two_that_are_equally_good_are_never_linked(
    report: ConnectionReport, session: KnownSession, other: UUID
) -> None:
    twin = replace(session, id=UUID(int=session.id.int + 1), case_id=other)
    (decision,) = match([report], Known((session, twin)))
    if other != session.case_id:
        assert decision.standing is not Standing.AUTOMATIC
        assert decision.case_id is None


@given(st.lists(reports(), max_size=8), knowns(), st.sets(st.sampled_from([f"r{n}" for n in range(6)])))
def test_what_is_settled_takes_nothing_from_the_others(
    given: list[ConnectionReport], known: Known, settled: set[str]
) -> None:
    rest = tuple(each for each in match(given, known) if each.report.id not in settled)
    assert match(given, known, settled) == rest


@given(
    st.lists(reports(), max_size=8),
    st.lists(st.integers(0, 10_000), min_size=8, max_size=8),
    st.integers(0, 8),
)
def test_parts_sum_up_to_the_whole(given: list[ConnectionReport], cents: list[int], cut: int) -> None:
    priced = [
        replace(each, fee=Money(Decimal(cent) / 100, ("EUR", "TND")[cent % 2]))
        for each, cent in zip(given, cents, strict=False)
    ]
    whole, first, rest = summed(priced), summed(priced[:cut]), summed(priced[cut:])
    assert whole.reports == first.reports + rest.reports
    # Each part is rounded by itself.
    assert abs(whole.minutes - first.minutes - rest.minutes) <= 1
    for currency in ("EUR", "TND"):
        shares = [
            money.amount for each in (first, rest) for money in each.value if money.currency == currency
        ]
        total = [money.amount for money in whole.value if money.currency == currency]
        assert sum(shares) == sum(total)
