"""Goals of a desk: kept, shown beside the figures, and refused where they are no share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services import dashboards
from supportdesk.services.dashboards.goals import Goals, goals, set_goals
from tests.services.desk_world import World, open_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with open_world(tmp_path) as opened:
        opened.sits_down(branch_id=opened.branch())
        yield opened


def test_a_desk_without_goals_shows_none(world: World) -> None:
    assert goals(world.desk) == Goals()
    shown = dashboards.dashboard(world.desk)
    assert (shown.first_responses.target, shown.updates.target) == (None, None)


def test_goals_stand_beside_the_figures_they_are_for(world: World) -> None:
    set_goals(world.desk, Goals(first_responses=0.95, updates=0.92))
    shown = dashboards.dashboard(world.desk)
    assert (shown.first_responses.target, shown.updates.target) == (0.95, 0.92)
    assert (shown.open_cases.target, shown.reactivated.target) == (None, None)
    set_goals(world.desk, Goals(updates=0.9))
    assert goals(world.desk) == Goals(None, 0.9)


@pytest.mark.parametrize("share", [0.0, -0.1, 1.01, 95.0])
def test_a_goal_that_is_no_share_changes_nothing(world: World, share: float) -> None:
    set_goals(world.desk, Goals(0.95, None))
    with pytest.raises(KnownError, match="between 1 and 100"):
        set_goals(world.desk, Goals(0.9, share))
    assert goals(world.desk) == Goals(0.95, None)
