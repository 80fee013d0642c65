"""Central support takes cases with their history and gives them back; the branch stays informed."""

from datetime import timedelta
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import EntryKind
from supportdesk.rules.policies.file import check_policy
from supportdesk.services import undo
from supportdesk.services.cases import branches, handling, replies
from supportdesk.services.in_hand import attention
from supportdesk.services.queries import details, lists
from supportdesk.services.registers import staff
from supportdesk.services.views import CaseQuery, ViewKind
from tests.services.desk_world import World, policies


@pytest.fixture
def lyon(world: World) -> UUID:
    """A branch with an engineer at the desk; central support stands above it in Sana'a."""
    world.branch("Head office", kind="central", time_zone="Asia/Aden")
    lyon = world.branch("Lyon", time_zone="Europe/Paris")
    world.sits_down("Claire Fontaine", branch_id=lyon)
    return lyon


def carried(world: World, branch: UUID) -> UUID:
    case = world.case(world.client("Al-Rashid", "onyxpro", branch_id=branch), reason="error_by_system")
    handling.assign(world.desk, case, world.desk.actor)
    return case


def test_ONX_4_central_support_takes_a_case_with_its_history_and_gives_it_back(
    world: World, lyon: UUID
) -> None:
    case = carried(world, lyon)
    replies.note(world.desk, case, "The export writes a wrong year.")
    world.later(minutes=5)
    branches.escalate(world.desk, case, "for_developers", note="Seen on two clients.")
    there = details.case(world.desk, case)
    assert (there.branch, there.owner, there.stage.id) == ("Head office", None, "with_central_support")
    assert there.followed
    assert "The export writes a wrong year." in [
        item.body for item in details.timeline(world.desk, case).items
    ]
    (line,) = branches.escalated_from(world.desk, lyon)
    assert (line.case_id, line.since, line.stage) == (case, world.now, "With central support")
    assert lists.shape(world.desk, CaseQuery(view=ViewKind.BRANCH, branch_id=lyon)).count == 0

    world.later(minutes=5)
    branches.give_back(world.desk, case, note="Corrected in 9.4.3.")
    back = details.case(world.desk, case)
    assert (back.branch, back.stage.id) == ("Lyon", "being_carried_out")
    assert back.owner is not None
    assert back.owner.name == "Claire Fontaine"
    kinds = [item.kind for item in details.timeline(world.desk, case).items]
    assert kinds.index(EntryKind.ESCALATED) < kinds.index(EntryKind.RETURNED)
    assert branches.escalated_from(world.desk, lyon) == ()
    assert [item.kind for item in attention.open_items(world.desk)] == ["returned_from_central"]


def test_ONX_4_that_a_case_came_back_is_put_aside_and_that_undone(world: World, lyon: UUID) -> None:
    case = carried(world, lyon)
    branches.escalate(world.desk, case, "beyond_branch")
    branches.give_back(world.desk, case, note="Corrected in 9.4.3.")
    (item,) = attention.open_items(world.desk)
    done = attention.settle(world.desk, item.id, "Told the client")
    assert attention.open_items(world.desk) == ()
    (settled,) = attention.settled_items(world.desk, world.now - timedelta(hours=1))
    assert settled.sentence == "Told the client"
    with pytest.raises(KnownError, match="settled already"):
        attention.settle(world.desk, item.id, "Again")
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    assert attention.open_items(world.desk) == (item,)


def test_ONX_4_only_for_the_policys_reasons(world: World, lyon: UUID) -> None:
    case = carried(world, lyon)
    with pytest.raises(RuleRefusal, match="takes no case for “boredom”") as told:
        branches.escalate(world.desk, case, "boredom")
    assert told.value.rule == "ONX-4"
    branches.escalate(world.desk, case, "Error for the developers")
    with pytest.raises(RuleRefusal, match="with central support already"):
        branches.escalate(world.desk, case, "advice")


def test_ONX_4_what_was_not_escalated_cannot_be_given_back(world: World, lyon: UUID) -> None:
    with pytest.raises(RuleRefusal, match="is not with central support"):
        branches.give_back(world.desk, carried(world, lyon))


def test_ONX_4_a_policy_without_central_support_says_so(world: World, lyon: UUID) -> None:
    case = world.case(world.client("Lakeshore", "sapphireone", branch_id=lyon))
    with pytest.raises(RuleRefusal, match="knows no central support"):
        branches.escalate(world.desk, case, "advice")


def test_without_a_central_branch_there_is_nobody_to_take_it(world: World) -> None:
    lyon = world.branch("Lyon")
    world.sits_down(branch_id=lyon)
    with pytest.raises(KnownError, match="No branch is central support"):
        branches.escalate(world.desk, carried(world, lyon), "advice")


def test_an_owner_who_has_left_does_not_get_it_back(world: World, lyon: UUID) -> None:
    case = carried(world, lyon)
    branches.escalate(world.desk, case, "advice")
    staff.edit_agent(world.desk, world.desk.actor, active=False)
    branches.give_back(world.desk, case)
    assert details.case(world.desk, case).owner is None


def test_an_escalation_can_be_taken_back(world: World, lyon: UUID) -> None:
    case = carried(world, lyon)
    done = branches.escalate(world.desk, case, "advice")
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    shown = details.case(world.desk, case)
    assert (shown.branch, shown.stage.id) == ("Lyon", "being_carried_out")
    assert shown.owner is not None


def test_TIME_6_the_hours_of_central_support_count_there(world: World) -> None:
    hours = {"time_zone": "Asia/Aden", "weekly": {"wed": [["08:00", "16:00"]]}}
    world.branch("Head office", kind="central", time_zone="Asia/Aden", calendar=hours)
    lyon = world.branch("Lyon", time_zone="Europe/Paris")
    world.sits_down(branch_id=lyon)
    case = carried(world, lyon)
    branches.escalate(world.desk, case, "advice")
    assert details.timeline(world.desk, case).items[-1].data["rules"]["calendar"] == hours


def test_ONX_4_the_stage_at_central_support_must_be_one_to_work_in() -> None:
    text = next(policy for policy in policies() if policy.code == "onyxpro").text
    broken = text.replace('stage = "with_central_support"', 'stage = "finished"')
    check = check_policy(broken, "onyxpro.toml")
    assert check.policy is None
    assert "central support could work" in str(check.problems[0])
