"""What is typed into a visit that was closed meanwhile is set aside on the desk, and put in once it is open (ONX-2)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint, Health, SparePart
from supportdesk.services.cases import late_words, visit_reports, visits
from supportdesk.services.cases.late_words import LateWord, SetAside
from tests.services.desk_world import World, made
from tests.services.signing import sign, whole_report

BACKUP, DISK = CheckedPoint("Backup", Health.GOOD), CheckedPoint("Disk", Health.WATCH, "80 % full")
TYPED: dict[str, tuple[Any, Any]] = {
    "problems": ("The UPS is dead.", ""),
    "performance": ((BACKUP, DISK, CheckedPoint("UPS", Health.BAD)), (BACKUP, DISK)),
    "spare_parts": ((SparePart("Battery", 2),), ()),
    "acceptance": (Acceptance(as_asked=True, remark="Thank you"), Acceptance()),
    "passed_on": (True, False),
    "received_by": ("Mme Trabelsi", None),
    "travel_km": (128, None),
}


@pytest.fixture
def visit(world: World) -> UUID:
    """A visit under way, with a whole report."""
    branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
    world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, AgentRole.MANAGER, branch_id=branch)
    client = world.client("Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=date(2026, 6, 1))
    case = world.case(client, reason="update")
    engineer = world.desk.actor
    planned = visits.plan(world.desk, client, planned_at=world.now, engineer_id=engineer, case_ids=(case,))
    visit_id = made(planned.created)
    visits.arrive(world.desk, visit_id)
    whole_report(world.desk, visit_id)
    return visit_id


def finished(world: World, visit: UUID) -> None:
    world.later(hours=1)
    sign(world.desk, visit)
    visit_reports.finish(world.desk, visit)


def test_ONX_2_everything_typed_too_late_is_set_aside_and_put_into_the_revision(
    world: World, visit: UUID
) -> None:
    desk = world.desk
    finished(world, visit)
    typed = {**TYPED, "left_at": (world.later(minutes=5), None)}
    for name, (value, seen) in typed.items():
        aside = late_words.keep(desk, visit, name, value, seen)
        assert isinstance(aside, SetAside)
        assert aside.number.startswith("VR-")
    report = visit_reports.report(desk, visit)
    assert (report.problems, report.received_by) == ("", "")
    assert [(each.name, each.typed) for each in late_words.of_visit(desk, visit)] == [
        (name, value) for name, (value, _seen) in typed.items()
    ]
    visit_reports.revise_report(desk, visit, "The UPS was forgotten.")
    assert late_words.put_in(desk, visit).changes
    report = visit_reports.report(desk, visit)
    for name in ("problems", "performance", "spare_parts", "acceptance", "passed_on", "received_by"):
        assert getattr(report, name) == typed[name][0], name
    assert report.left == typed["left_at"][0]
    assert late_words.of_visit(desk, visit) == ()


def test_what_a_finished_report_says_already_is_not_late(world: World, visit: UUID) -> None:
    finished(world, visit)
    assert late_words.keep(world.desk, visit, "work_done", "Rebuilt the index.", "") is None
    assert late_words.of_visit(world.desk, visit) == ()


def test_what_is_typed_on_takes_the_place_of_what_was_typed_so_far(world: World, visit: UUID) -> None:
    visits.edit(world.desk, visit, received_by="Amal")
    finished(world, visit)
    for typed in ("The U", "The UPS is dead."):
        late_words.keep(world.desk, visit, "problems", typed, "")
    late_words.keep(world.desk, visit, "problems", "Typed after a later look.", "Seen later.")
    assert late_words.of_visit(world.desk, visit) == (
        LateWord("problems", "The UPS is dead.", ""),
        LateWord("problems", "Typed after a later look.", "Seen later."),
    )


def test_late_words_meet_what_the_revision_says_by_then(world: World, visit: UUID) -> None:
    finished(world, visit)
    seen = "Rebuilt the index."
    late_words.keep(world.desk, visit, "work_done", f"{seen}\nChanged the UPS.", seen)
    visit_reports.revise_report(world.desk, visit, "More was done.")
    visit_reports.write_report(world.desk, visit, work_done=f"Taught Amal.\n{seen}")
    late_words.put_in(world.desk, visit)
    assert visit_reports.report(world.desk, visit).work_done == f"Taught Amal.\n{seen}\nChanged the UPS."


def test_what_is_refused_stays_set_aside(world: World, visit: UUID) -> None:
    finished(world, visit)
    late_words.keep(world.desk, visit, "problems", "The UPS is dead.", "")
    with pytest.raises(KnownError, match="is finished"):
        late_words.put_in(world.desk, visit)
    assert [each.typed for each in late_words.of_visit(world.desk, visit)] == ["The UPS is dead."]
    late_words.discard(world.desk, visit)
    assert late_words.of_visit(world.desk, visit) == ()


def test_what_no_report_takes_is_shown_all_the_same(world: World, visit: UUID) -> None:
    finished(world, visit)
    late_words.keep(world.desk, visit, "spare_parts", (SparePart("Battery", 0),), ())
    (word,) = late_words.of_visit(world.desk, visit)
    assert "Battery" in str(word.typed)


def test_any_other_refusal_is_told_and_nothing_is_set_aside(world: World, visit: UUID) -> None:
    with pytest.raises(KnownError, match="minutes"):
        late_words.keep(world.desk, visit, "travel_minutes", -1, None)
    assert late_words.of_visit(world.desk, visit) == ()


def test_what_is_typed_into_a_cancelled_visit_is_set_aside(world: World, visit: UUID) -> None:
    client = visit_reports.report(world.desk, visit).client
    assert client is not None
    plan = visits.plan(world.desk, client, planned_at=world.now, engineer_id=world.desk.actor)
    planned = made(plan.created)
    visits.cancel(world.desk, planned, "The client is away.")
    assert isinstance(late_words.keep(world.desk, planned, "problems", "Bring a UPS.", ""), SetAside)
    assert [each.typed for each in late_words.of_visit(world.desk, planned)] == ["Bring a UPS."]
