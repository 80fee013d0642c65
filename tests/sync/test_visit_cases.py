"""The cases of one visit changed on two desks that don't hear of each other (ONX-2): what both did comes together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.domain.words import EntryKind
from supportdesk.services import undo
from supportdesk.services.cases import handling, visit_cases, visit_reports, visits
from supportdesk.services.exchange.matters import matters
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.queries import details, visit_planning
from supportdesk.services.views.matters import Unaccepted
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from tests.services.desk_world import made
from tests.services.signing import whole_report
from tests.sync.disagreement import Disagreement, open_disagreement


class Two:
    """Nadia's visit for the first of three cases, known to both desks, neither of which is heard of by the other."""

    def __init__(self, opened: Disagreement) -> None:
        self.opened = opened
        hub, office = opened.office.hub, opened.office
        with hub.store.read() as conn:
            branch = get_row(conn, CASE, opened.case)["branch_id"]
        self.first = opened.case
        self.second, self.third = (
            hub.case(opened.client, title, branch_id=branch) for title in ("Second", "Third")
        )
        office.sync()
        planned = visits.plan(
            opened.desk,
            opened.client,
            planned_at=office.now,
            engineer_id=opened.desk.actor,
            case_ids=(self.first,),
        )
        self.visit = made(planned.created)
        office.sync()
        self.nadia, self.priya, self.hub = opened.desk, opened.priya.desk, hub.desk

    def change(self, desk: Desk, *, add: tuple[UUID, ...] = (), remove: tuple[UUID, ...] = ()) -> Done:
        done = visit_cases.set_cases(desk, self.visit, add=add, remove=remove)
        assert done is not None
        return done

    def take_back(self, desk: Desk, done: Done) -> None:
        assert done.operation is not None
        undo.undo(desk, done.operation.id)

    def meet(self) -> None:
        """Priya is heard first."""
        self.opened.priya.sync()
        self.opened.nadia.sync()
        self.opened.office.sync()

    def cases(self) -> set[UUID]:
        """The cases of the visit, the same everywhere."""
        found = {
            tuple(sorted(visit_planning.plan_of(desk, self.visit).case_ids))
            for desk in (self.nadia, self.priya, self.hub)
        }
        (cases,) = found
        assert len(set(cases)) == len(cases)
        return set(cases)

    def acts(self, case: UUID) -> list[object]:
        found = []
        for desk in (self.nadia, self.priya, self.hub):
            items = details.timeline(desk, case).items
            found.append([item.data.get("act") for item in items if item.kind == EntryKind.VISIT])
        assert found[0] == found[1] == found[2]
        return found[0]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with open_disagreement(tmp_path) as opened:
        yield Two(opened)


def test_ONX_2_what_each_desk_put_on_and_took_off_comes_together(two: Two) -> None:
    two.change(two.nadia, add=(two.second,), remove=(two.first,))
    two.change(two.priya, add=(two.third,))
    two.meet()
    assert two.cases() == {two.second, two.third}
    assert two.acts(two.first) == ["planned", "removed"]
    assert (two.acts(two.second), two.acts(two.third)) == (["added"], ["added"])
    assert matters(two.nadia).waiting == matters(two.priya).waiting == ()


def test_ONX_2_what_both_did_is_done_and_told_once(two: Two) -> None:
    for desk in (two.nadia, two.priya):
        two.change(desk, add=(two.second,), remove=(two.first,))
    two.meet()
    assert two.cases() == {two.second}
    assert (two.acts(two.first), two.acts(two.second)) == (["planned", "removed"], ["added"])
    assert matters(two.nadia).waiting == matters(two.priya).waiting == ()


def test_taking_back_what_the_other_desk_had_done_before_leaves_the_others_act(two: Two) -> None:
    two.change(two.priya, add=(two.second,), remove=(two.first,))
    mine = two.change(two.nadia, add=(two.second,), remove=(two.first,))
    two.opened.office.later(minutes=1)
    two.take_back(two.nadia, mine)
    two.meet()
    assert two.cases() == {two.second}


def test_put_on_and_taken_off_again_before_the_hub_hears_of_it_the_case_is_off(two: Two) -> None:
    done = two.change(two.nadia, add=(two.second,))
    two.opened.office.later(minutes=1)
    two.take_back(two.nadia, done)
    two.meet()
    assert two.cases() == {two.first}
    assert two.acts(two.second) == ["added", "removed"]
    # And on again, by the other desk.
    two.change(two.priya, add=(two.second,))
    two.meet()
    assert two.cases() == {two.first, two.second}


def test_ONX_2_a_visit_that_was_finished_meanwhile_keeps_the_cases_it_was_signed_for(two: Two) -> None:
    two.change(two.nadia, add=(two.second,))
    visits.arrive(two.priya, two.visit)
    whole_report(two.priya, two.visit)
    visit_reports.finish(two.priya, two.visit)
    two.meet()
    assert two.cases() == {two.first}
    (matter,) = matters(two.nadia).waiting
    assert isinstance(matter, Unaccepted)
    assert "is finished" in matter.reason


def test_ONX_2_of_a_case_that_has_gone_out_of_sight_its_author_is_told_that_it_stays(two: Two) -> None:
    hub = two.opened.office.hub
    two.change(two.nadia, add=(two.second, two.third), remove=(two.first,))
    lyon = hub.branch("Lyon", time_zone="Europe/Paris")
    claire = hub.agent("Claire Roux", branch_id=lyon)
    handling.assign(hub.desk, two.first, claire)
    handling.edit(hub.desk, two.first, branch_id=lyon)
    two.meet()
    assert two.first in visit_planning.plan_of(hub.desk, two.visit).case_ids
    there = [set(visit_planning.plan_of(desk, two.visit).case_ids) for desk in (two.nadia, two.priya)]
    assert there == [{two.second, two.third}] * 2
    (matter,) = matters(two.nadia).waiting
    assert isinstance(matter, Unaccepted)
    assert "stays on the visit" in matter.reason
