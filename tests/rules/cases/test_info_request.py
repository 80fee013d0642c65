"""SPK-9: a request for information shows what has come and what is missing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.cases.info_request import Checklist, Item, Need, ask, ask_again, outstanding, receive
from supportdesk.rules.cases.state import Refusal

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def checklist(*items: tuple[Need, str]) -> Checklist:
    asked = ask(items)
    assert isinstance(asked, Checklist)
    return asked


def received(before: Checklist, *positions: int, at: datetime = NOW) -> Checklist:
    after = receive(before, positions, at)
    assert isinstance(after, Checklist)
    return after


ALL = checklist(
    (Need.STEPS, ""), (Need.DATA_FILES, "the March ledger"), (Need.SCREEN_CAPTURES, ""), (Need.LOG_FILES, "")
)


def test_SPK_9_what_came_and_what_is_missing() -> None:
    assert (ALL.came, ALL.missing, ALL.complete) == ((), (0, 1, 2, 3), False)
    some = received(ALL, 1, 3)
    assert (some.came, some.missing, some.complete) == ((1, 3), (0, 2), False)
    assert received(some, 0, 2).complete


def test_SPK_9_what_came_keeps_its_instant() -> None:
    later = received(received(ALL, 1), 1, 2, at=NOW + timedelta(days=1))
    assert [item.came_at for item in later.items] == [None, NOW, NOW + timedelta(days=1), None]


@pytest.mark.parametrize(
    "items",
    [(), ((Need.OTHER, "  "),), ((Need.STEPS, ""), (Need.STEPS, " "))],
    ids=["nothing", "nothing said", "twice"],
)
def test_SPK_9_a_request_says_what_it_asks_for(items: tuple[tuple[Need, str], ...]) -> None:
    refusal = ask(items)
    assert isinstance(refusal, Refusal)
    assert refusal.rule == "SPK-9"


def test_SPK_9_two_files_can_be_asked_for() -> None:
    assert len(checklist((Need.DATA_FILES, "March"), (Need.DATA_FILES, "April")).items) == 2


def test_SPK_9_what_was_not_asked_for_is_refused() -> None:
    assert isinstance(receive(ALL, (4,), NOW), Refusal)
    assert isinstance(receive(ALL, (-1,), NOW), Refusal)


def test_SPK_9_what_is_of_no_use_is_asked_for_again() -> None:
    assert isinstance(ask_again(ALL, 0), Refusal)
    assert ask_again(received(ALL, 0, 1), 0) == received(ALL, 1)


def test_SPK_9_all_requests_of_a_case_together() -> None:
    other = checklist((Need.OTHER, "who was logged in"))
    assert outstanding([received(ALL, 0, 1, 2), other]) == (
        Item(Need.LOG_FILES),
        Item(Need.OTHER, "who was logged in"),
    )


@given(st.lists(st.sets(st.integers(0, 3)), max_size=8))
def test_SPK_9_every_item_is_either_here_or_missing(comings: list[set[int]]) -> None:
    state = ALL
    for positions in comings:
        state = received(state, *positions)
    assert sorted(state.came + state.missing) == [0, 1, 2, 3]
    assert set(state.came) == set().union(*comings)
