"""Ten thousand connections whose case is known: how many are linked by themselves, how many of these rightly."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from supportdesk.rules.remote_sessions.facts import Known
from supportdesk.rules.remote_sessions.matching import Decision, Standing, match
from supportdesk.rules.remote_sessions.sums import unmatched
from tests.rules.remote_sessions.reported_world import World, world


@pytest.fixture(scope="module")
def drawn() -> World:
    return world(4)


@pytest.fixture(scope="module")
def decisions(drawn: World) -> tuple[Decision, ...]:
    return match(drawn.reports, drawn.known)


def linked(decisions: tuple[Decision, ...]) -> list[Decision]:
    return [each for each in decisions if each.standing is Standing.AUTOMATIC]


def right(world: World, given: list[Decision]) -> int:
    return sum(world.truth[each.report.id] == each.case_id for each in given)


def belonging(world: World) -> int:
    return sum(case is not None for case in world.truth.values())


def test_DSK_4_of_what_is_linked_by_itself_99_in_100_are_right(
    drawn: World, decisions: tuple[Decision, ...]
) -> None:
    assert len(decisions) == len(drawn.reports) == 10_000
    automatic = linked(decisions)
    assert right(drawn, automatic) / len(automatic) >= 0.99
    assert right(drawn, automatic) / belonging(drawn) >= 0.7


def test_the_world_is_not_made_easy(drawn: World) -> None:
    strangers = len(drawn.truth) - belonging(drawn)
    assert strangers > 1_000
    assert sum(session.ended_at is None for session in drawn.known.sessions) > 500
    assert sum(not report.device_id for report in drawn.reports) > 400
    assert sum(not report.session_code for report in drawn.reports) > 5_000
    coded = {each.code for each in drawn.known.sessions}
    assert sum(bool(each.session_code) and each.session_code not in coded for each in drawn.reports) > 300
    officers = Counter(
        (each.officer, each.started_at.replace(minute=0, second=0, microsecond=0))
        for each in drawn.known.sessions
    )
    assert sum(count > 1 for count in officers.values()) > 500


def test_most_of_what_is_proposed_has_the_right_case_among_the_candidates(
    drawn: World, decisions: tuple[Decision, ...]
) -> None:
    proposed = [
        each
        for each in decisions
        if each.standing is Standing.PROPOSED and drawn.truth[each.report.id] is not None
    ]
    found = sum(
        drawn.truth[each.report.id] in {candidate.case_id for candidate in each.candidates}
        for each in proposed
    )
    assert found / len(proposed) >= 0.9


def test_clocks_far_apart_cost_links_but_no_truth() -> None:
    drawn = world(5, 2_000, skew=6)
    automatic = linked(match(drawn.reports, drawn.known))
    assert right(drawn, automatic) / len(automatic) >= 0.99


def test_DSK_4_a_second_run_links_nothing_twice(drawn: World, decisions: tuple[Decision, ...]) -> None:
    settled = {each.report.id for each in linked(decisions)}
    again = match(drawn.reports, drawn.known, settled)
    assert linked(again) == []
    assert {each.report.id for each in again} == {report.id for report in drawn.reports} - settled


def test_overlapping_fetches_and_another_order_change_nothing() -> None:
    drawn = world(6, 2_000)
    chance = Random(1)
    reports = [*drawn.reports, *drawn.reports[:500]]
    known = Known(
        tuple(chance.sample(drawn.known.sessions, len(drawn.known.sessions))),
        tuple(chance.sample(drawn.known.codes, len(drawn.known.codes))),
        dict(sorted(drawn.known.cases.items(), reverse=True)),
    )
    assert match(chance.sample(reports, len(reports)), known) == match(drawn.reports, drawn.known)


def test_SYN_1_what_belongs_nowhere_is_counted(decisions: tuple[Decision, ...]) -> None:
    left = [each for each in decisions if each.standing is Standing.UNMATCHED]
    total = unmatched(decisions)
    assert total.reports == len(left) > 0
    assert total.minutes == round(sum(each.report.length.total_seconds() for each in left) / 60)
    assert [money.currency for money in total.value] == ["EUR", "TND"]
