"""From when on a desk fetches connection reports (DSK-4): by what it fetched itself, whatever others fetched."""

from __future__ import annotations

from datetime import timedelta

import pytest

from supportdesk.services.importing.connection_reports import take_in
from supportdesk.services.importing.fetched_reports import FetchStarts, fetch_starts, note_fetched
from supportdesk.store.tables.desk import OUTBOX
from tests.services.desk_world import World
from tests.services.test_remote_reports import count, report

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _officer(world: World) -> None:
    world.branch()
    world.sits_down()


def since(world: World, account: str = "ours") -> timedelta:
    """How long ago the fetch begins."""
    return world.now - fetch_starts(world.desk).of(account)


def test_DSK_4_what_another_desk_fetched_later_leaves_no_gap_here(world: World) -> None:
    note_fetched(world.desk, "ours", world.now)
    world.later(days=40)
    # What came meanwhile from a desk with another account.
    take_in(world.desk, [report(world, 2)])
    assert since(world) == 41 * DAY
    note_fetched(world.desk, "ours", world.now)
    world.later(hours=1)
    assert since(world) == DAY + timedelta(hours=1)


def test_DSK_4_another_account_begins_anew_and_the_former_goes_on_where_it_was(world: World) -> None:
    note_fetched(world.desk, "ours", world.now)
    assert since(world, "another") == 30 * DAY
    note_fetched(world.desk, "another", world.now)
    world.later(days=50)
    note_fetched(world.desk, "another", world.now)
    assert (since(world, "another"), since(world)) == (DAY, 51 * DAY)


def test_where_nothing_was_fetched_yet_no_less_than_the_last_month_is(world: World) -> None:
    assert since(world) == 30 * DAY
    took = report(world, 1)
    take_in(world.desk, [took])
    assert since(world) == 30 * DAY
    world.later(days=60)
    assert fetch_starts(world.desk).of("ours") == took.started_at - DAY


def test_a_clock_that_was_ahead_skips_nothing(world: World) -> None:
    note_fetched(world.desk, "ours", world.now + 300 * DAY)
    assert since(world) == DAY


def test_what_still_ran_is_fetched_again(world: World) -> None:
    running = world.now - 3 * DAY
    starts = FetchStarts(world.now, {"ours": world.now}, running=running)
    assert starts.of("ours") == running


def test_how_far_this_desk_has_fetched_is_its_own_affair(world: World) -> None:
    before = count(world, OUTBOX)
    for number in range(20):
        note_fetched(world.desk, f"account {number}", world.now + number * DAY)
    assert count(world, OUTBOX) == before
    assert list(fetch_starts(world.desk).fetched) == [f"account {number}" for number in range(12, 20)]
