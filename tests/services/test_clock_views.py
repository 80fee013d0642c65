"""Which clocks of a case are explained when it is opened."""

from __future__ import annotations

from datetime import timedelta

from supportdesk.domain.words import ClockKind, Verdict
from supportdesk.services.cases import replies
from supportdesk.services.queries import details
from tests.services.desk_world import World


def test_SPK_4_of_a_long_case_the_latest_clocks_are_explained_and_the_rest_counted(world: World) -> None:
    world.sits_down()
    client = world.client()
    world.contract(client)
    case = world.case(client, severity="S1")
    for _ in range(12):
        world.later(minutes=20)
        replies.reply(world.desk, case, "Still at it.")
    opened = details.case(world.desk, case)
    running, *over = opened.clocks
    assert (running.kind, running.verdict) == (ClockKind.NEXT_UPDATE, Verdict.RUNNING)
    assert [clock.met_at for clock in over] == [world.now - n * timedelta(minutes=20) for n in range(8)]
    # One first response and eleven updates were given.
    assert len(over) + opened.earlier_clocks == 12
