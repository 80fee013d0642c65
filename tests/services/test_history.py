"""A case is the fold of its timeline, now and at any past instant, whatever was done to it."""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supportdesk.rules.cases.machine import settle
from supportdesk.rules.cases.state import CaseState
from supportdesk.services.in_hand import history
from supportdesk.services.in_hand.history import TRACKED
from supportdesk.store.case_rows import load_state
from tests.services.desk_world import World, open_world
from tests.services.random_acts import ALL, WITHOUT_SHRINKING, Choice, choices, play, players_of

_SLOW = settings(max_examples=25, suppress_health_check=list(HealthCheck), phases=WITHOUT_SHRINKING)

_A_MOMENT = timedelta(seconds=1)


def stored(world: World, case_id: UUID) -> tuple[CaseState, dict[str, Any]]:
    """The state in the rows, with what is over by now judged, and the fields that people change."""
    with world.store.read() as conn:
        state, row = load_state(conn, case_id)
    return settle(state, world.now), {name: row[name] for name in TRACKED}


@_SLOW
@given(policy=st.sampled_from(["sparkrock", "synergy", "sage", "onyxpro"]), acts=choices(ALL, most=20))
def test_what_is_stored_is_the_fold_of_the_entries(policy: str, acts: list[Choice]) -> None:
    with TemporaryDirectory() as folder, open_world(Path(folder)) as world:
        players = players_of(world, policy)
        for act in acts:
            play(players, act)
        for case_id in players.cases:
            state, _ = stored(world, case_id)
            with world.store.read() as conn:
                fold = history.folded(conn, world.desk.policies, case_id)
            assert settle(fold.state, world.now) == state


@_SLOW
@given(policy=st.sampled_from(["sparkrock", "synergy"]), acts=choices(ALL, most=20))
def test_a_case_can_be_shown_as_of_any_past_instant(policy: str, acts: list[Choice]) -> None:
    with TemporaryDirectory() as folder, open_world(Path(folder)) as world:
        players = players_of(world, policy)
        seen: dict[datetime, dict[UUID, tuple[CaseState, dict[str, Any]]]] = {}
        for act in acts:
            play(players, act)
            # What happens at one instant stands microseconds apart on the timeline; it is looked at between two.
            world.now += _A_MOMENT
            seen[world.now] = {case_id: stored(world, case_id) for case_id in players.cases}
            world.now += _A_MOMENT
        for at, each in seen.items():
            for case_id, (state, fields) in each.items():
                with world.store.read() as conn:
                    past = history.as_of(conn, world.desk.policies, case_id, at)
                assert past is not None
                assert past.state == state
                assert past.fields == fields


def test_before_its_logging_there_is_no_case(world: World) -> None:
    case_id = world.case(world.client())
    with world.store.read() as conn:
        logged_at = load_state(conn, case_id)[0].logged_at
        assert history.as_of(conn, world.desk.policies, case_id, logged_at) is not None
        earlier = logged_at.replace(year=2025)
        assert history.as_of(conn, world.desk.policies, case_id, earlier) is None
