"""Which case a connection belonged to: one piece of evidence at a time, and what is left over for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.evidence import Evidence
from supportdesk.rules.remote_sessions.facts import (
    ConnectionReport,
    Known,
    KnownCase,
    KnownCode,
    KnownSession,
    Person,
    device_key,
)
from supportdesk.rules.remote_sessions.matching import AUTOMATIC_FROM, Decision, Standing, match
from supportdesk.rules.remote_sessions.sums import Sum, summed, unmatched

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
ANN, BOB = Person("u1", "Ann Ode"), Person("u2", "Bob Ray")
CASE, OTHER = UUID(int=1), UUID(int=2)
CODE = "s12-345-678"


def report(**changes: object) -> ConnectionReport:
    plain = ConnectionReport(
        "r1", NOW, NOW + 20 * MINUTE, ANN, device_id="602724282", device_name="Accounts PC"
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # a test names the fields it needs


def session(case: UUID = CASE, **changes: object) -> KnownSession:
    plain = KnownSession(
        UUID(int=case.int << 64), case, NOW - MINUTE, NOW + 21 * MINUTE, ANN, device_id="602 724 282"
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # as above


def case(case_id: UUID = CASE, **changes: object) -> KnownCase:
    plain = KnownCase(case_id, NOW - DAY, device_ids=frozenset({"602724282"}), officers=frozenset({ANN}))
    return replace(plain, **changes)  # type: ignore[arg-type]  # as above


def cases(*known: KnownCase) -> dict[UUID, KnownCase]:
    return {each.id: each for each in known}


def decided(given: ConnectionReport, *sessions: KnownSession, **known: object) -> Decision:
    facts = replace(Known(sessions), **known)  # type: ignore[arg-type]  # as above
    (decision,) = match([given], facts)
    return decision


def test_DSK_4_by_the_case_in_the_custom_field() -> None:
    found = decided(report(session_code=CODE), codes=(KnownCode(CODE.upper(), CASE, NOW - MINUTE),))
    assert (found.standing, found.case_id, found.confidence) == (Standing.AUTOMATIC, CASE, 99)
    assert found.evidence == (Evidence.FIELD,)
    assert found.session_id is None


def test_the_custom_field_takes_the_session_that_fits_besides() -> None:
    known = session(code=CODE, officer=BOB)
    found = decided(report(session_code=CODE), known, codes=(KnownCode(CODE, CASE),))
    assert (found.session_id, found.evidence) == (known.id, (Evidence.FIELD, Evidence.CODE))


def test_DSK_4_by_the_code_that_the_desk_got() -> None:
    # A colleague took it over, on a device that nobody had noted.
    found = decided(report(session_code=CODE, officer=BOB, device_id="1"), session(code=CODE, device_id=""))
    assert (found.standing, found.case_id, found.evidence) == (Standing.AUTOMATIC, CASE, (Evidence.CODE,))


def test_a_code_of_another_year_is_only_proposed() -> None:
    long_ago = NOW - 400 * DAY
    for known in (
        Known((session(code=CODE, started_at=long_ago, ended_at=long_ago + MINUTE),)),
        Known(codes=(KnownCode(CODE, CASE, long_ago),)),
    ):
        (found,) = match([report(session_code=CODE)], known)
        assert (found.standing, found.case_id) == (Standing.PROPOSED, CASE)


def test_a_field_and_a_session_that_name_two_cases_are_for_a_person() -> None:
    found = decided(report(session_code=CODE), session(OTHER, code=CODE), codes=(KnownCode(CODE, CASE),))
    assert (found.standing, found.case_id, found.session_id) == (Standing.PROPOSED, None, None)
    assert {each.case_id for each in found.candidates} == {CASE, OTHER}


def test_a_session_with_another_code_is_another_session() -> None:
    assert decided(report(session_code=CODE), session(code="s99-999-999")).standing is Standing.UNMATCHED


def test_DSK_4_by_device_officer_and_time() -> None:
    found = decided(report(device_id="r602724282"), session())
    assert (found.standing, found.case_id) == (Standing.AUTOMATIC, CASE)
    assert found.evidence == (Evidence.DEVICE, Evidence.OFFICER, Evidence.TOGETHER)
    assert found.session_id == session().id


def test_a_code_from_elsewhere_makes_it_a_proposal() -> None:
    assert decided(report(session_code=CODE), session()).standing is Standing.PROPOSED


def test_a_name_will_do_for_a_device_and_for_an_officer() -> None:
    given = report(device_id="d17", officer=Person("", "ann  ODE"))
    for known in (
        Known((session(device_name="accounts pc"),)),
        Known((session(),), cases=cases(case(device_names=frozenset({"ACCOUNTS PC"})))),
    ):
        (found,) = match([given], known)
        assert found.standing is Standing.AUTOMATIC
        assert found.evidence == (Evidence.DEVICE_NAME, Evidence.OFFICER, Evidence.TOGETHER)


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({"officer": Person()}, Standing.PROPOSED),
        ({"officer": BOB}, Standing.PROPOSED),
        # The same name is another person where the accounts differ.
        ({"officer": Person("u2", "Ann Ode")}, Standing.PROPOSED),
        ({"device_id": "", "device_name": ""}, Standing.PROPOSED),
        ({"device_id": "", "device_name": "", "officer": Person()}, Standing.UNMATCHED),
        ({"device_id": "602724283"}, Standing.UNMATCHED),
        # A managed device's number says nothing of a peer id, even where the digits agree.
        ({"device_id": "d602724282", "device_name": ""}, Standing.PROPOSED),
        ({"device_id": "d602724282", "device_name": "", "officer": BOB}, Standing.UNMATCHED),
    ],
)
def test_less_evidence_links_nothing(changes: dict[str, object], standing: Standing) -> None:
    assert decided(report(**changes), session()).standing is standing


@pytest.mark.parametrize(
    ("began", "ended", "standing"),
    [
        (-9, 11, Standing.AUTOMATIC),  # the clocks are nine minutes apart
        (9, 29, Standing.AUTOMATIC),
        (12, 18, Standing.AUTOMATIC),  # it broke off and was taken up again
        (15, 60, Standing.PROPOSED),
        (29, 40, Standing.PROPOSED),
        (33, 40, Standing.UNMATCHED),
        (-40, -13, Standing.UNMATCHED),
        (-300, 300, Standing.PROPOSED),
    ],
)
def test_times_that_fit_more_or_less(began: int, ended: int, standing: Standing) -> None:
    given = report(started_at=NOW + began * MINUTE, ended_at=NOW + ended * MINUTE)
    assert decided(given, session()).standing is standing


@pytest.mark.parametrize(
    ("after", "standing"),
    [(0, Standing.AUTOMATIC), (60, Standing.PROPOSED), (300, Standing.UNMATCHED)],
)
def test_a_session_whose_end_nobody_noted(after: int, standing: Standing) -> None:
    given = report(started_at=NOW + after * MINUTE, ended_at=NOW + (after + 5) * MINUTE)
    assert decided(given, session(ended_at=None)).standing is standing


def test_an_end_noted_weeks_later_by_mistake_covers_a_day_at_most() -> None:
    given = report(started_at=NOW + 5 * DAY, ended_at=NOW + 5 * DAY + MINUTE)
    assert decided(given, session(ended_at=NOW + 30 * DAY)).standing is Standing.UNMATCHED


def test_two_cases_that_fit_alike_are_for_a_person() -> None:
    found = decided(report(), session(CASE), session(OTHER))
    assert (found.standing, found.case_id) == (Standing.PROPOSED, None)
    assert found.confidence >= AUTOMATIC_FROM
    assert [each.case_id for each in found.candidates] == [CASE, OTHER]


def test_two_short_sessions_in_a_row_are_not_told_apart_by_clocks_that_differ() -> None:
    first = session(CASE, started_at=NOW - 7 * MINUTE, ended_at=NOW - 2 * MINUTE)
    second = session(OTHER, started_at=NOW, ended_at=NOW + 5 * MINUTE)
    assert decided(report(ended_at=NOW + 5 * MINUTE), first, second).case_id is None


def test_two_sessions_in_a_row_are_told_apart_where_time_allows() -> None:
    first = session(CASE, started_at=NOW - 40 * MINUTE, ended_at=NOW - 2 * MINUTE)
    second = session(OTHER)
    assert decided(report(), first, second).case_id == OTHER


def test_of_two_sessions_of_one_case_it_is_the_nearer_one() -> None:
    near = session(started_at=NOW, id=UUID(int=9))
    found = decided(report(), session(started_at=NOW - 5 * MINUTE), near)
    assert (found.standing, found.session_id) == (Standing.AUTOMATIC, near.id)


def test_an_open_case_without_a_session_is_proposed() -> None:
    found = decided(report(), cases=cases(case()))
    assert (found.standing, found.case_id, found.session_id) == (Standing.PROPOSED, CASE, None)
    assert found.evidence == (Evidence.DEVICE, Evidence.OFFICER, Evidence.OPEN)
    found = decided(report(), cases=cases(case(), case(OTHER)))
    assert (found.standing, found.case_id) == (Standing.PROPOSED, None)
    # Who worked on one of them makes the difference.
    found = decided(report(), cases=cases(case(), case(OTHER, officers=frozenset({BOB}))))
    assert found.case_id == CASE


def test_a_case_that_was_not_open_at_the_time_is_not_proposed() -> None:
    for closed in (case(closed_at=NOW - MINUTE), case(opened_at=NOW + MINUTE)):
        assert decided(report(), cases=cases(closed)).standing is Standing.UNMATCHED


def test_no_more_candidates_than_can_be_looked_at() -> None:
    found = decided(report(), cases=cases(*(case(UUID(int=number)) for number in range(1, 40))))
    assert len(found.candidates) == 5


def test_what_still_runs_is_decided_on_later() -> None:
    assert decided(report(ended_at=None), session()).standing is Standing.RUNNING


def test_the_same_report_twice_counts_once_and_the_later_knowledge_wins() -> None:
    running, shorter, whole = report(ended_at=None), report(ended_at=NOW + MINUTE), report()
    for given in ([running, shorter, whole], [whole, shorter, running, whole]):
        (decision,) = match(given, Known((session(),)))
        assert decision.report == whole


def test_what_was_settled_before_is_not_looked_at_again() -> None:
    assert match([report()], Known((session(),)), {"r1"}) == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("602 724 282", "602724282"),
        ("602\u202f724\u00a0282", "602724282"),
        ("R602-724-282", "602724282"),
        ("d123", "d123"),
        ("d12a", ""),
        ("12345", ""),
        ("٦٠٢٧٢٤٢٨٢", ""),
        ("host.example", ""),
        ("", ""),
    ],
)
def test_ids_of_devices(text: str, key: str) -> None:
    assert device_key(text) == key


def test_SYN_1_time_and_value_of_what_belongs_to_no_case() -> None:
    euros = [Money(Decimal(text), "EUR") for text in ("0.10", "0.20")]
    lost = [
        report(id=f"r{number}", ended_at=NOW + timedelta(seconds=45), fee=fee)
        for number, fee in enumerate([*euros, Money(Decimal(7), "TND"), Money(Decimal(0), "USD"), None, None])
    ]
    matched = report(id="x", session_code=CODE, fee=Money(Decimal(100), "EUR"))
    decisions = match([*lost, matched], Known(codes=(KnownCode(CODE, CASE),)))
    # Six times 45 seconds are four minutes and a half; rounded one by one they would be six.
    value = (Money(Decimal("0.30"), "EUR"), Money(Decimal(7), "TND"))
    assert unmatched(decisions) == Sum(6, 5, value)
    assert summed([]) == Sum(0, 0, ())
