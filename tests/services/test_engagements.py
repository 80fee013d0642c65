"""Chargeable work step by step, with what the client's data file and audit must be, and its trace on the case."""

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import EntryKind
from supportdesk.services.cases import handling
from supportdesk.services.entitlements import engagements, file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.queries import details
from supportdesk.services.queries.engagement_views import engagement, engagements_of
from supportdesk.services.views import Money
from tests.services.desk_world import World, made

AUD = "AUD"


@pytest.fixture
def client(world: World) -> UUID:
    """A client under the four stages of support."""
    world.sits_down(branch_id=world.branch())
    return world.client("Lakeshore Clinics", "sapphireone")


def opened(world: World, client: UUID, kind: str, case: UUID | None = None) -> UUID:
    return made(
        engagements.open_engagement(world.desk, client, kind, "Port the mapping", case_id=case).created
    )


def steps(world: World, engagement_id: UUID, *names: str, amount: int = 900) -> None:
    for name in names:
        world.later(minutes=1)
        money = Money(Decimal(amount), AUD) if name in {"quote", "invoice", "payment"} else None
        engagements.take_step(world.desk, engagement_id, name, money=money)


def test_SAP_5_programming_cannot_begin_unpaid_or_partly_paid(world: World, client: UUID) -> None:
    work = opened(world, client, "custom_programming")
    with pytest.raises(RuleRefusal, match="brief is missing"):
        engagements.take_step(world.desk, work, "quote", money=Money(Decimal(900), AUD))
    steps(world, work, "brief", "quote", "approval", "invoice")
    with pytest.raises(RuleRefusal, match="payment is missing") as told:
        engagements.take_step(world.desk, work, "work")
    assert told.value.rule == "SAP-5"
    steps(world, work, "payment", amount=400)
    with pytest.raises(RuleRefusal, match="paid in part only; 500 is missing"):
        engagements.take_step(world.desk, work, "work")
    steps(world, work, "payment", amount=500)
    steps(world, work, "work", "delivery", "acceptance")
    shown = engagement(world.desk, work)
    assert (shown.finished, shown.quoted, shown.currency) == (True, Decimal(900), AUD)
    assert [step.amount for step in shown.steps if step.step == "payment"] == [Decimal(400), Decimal(500)]
    assert all(step.done_by == "Nadia Karim" for step in shown.steps)


def test_ENG_1_each_step_to_come_says_what_stands_in_its_way(world: World, client: UUID) -> None:
    work = opened(world, client, "custom_programming")
    steps(world, work, "brief")
    shown = {step.step: step for step in engagement(world.desk, work).steps}
    assert shown["brief"].done_at is not None
    assert shown["quote"].refused == ""
    assert "quote" in shown["approval"].refused
    assert [step.step for step in engagement(world.desk, work).steps] == [
        "brief",
        "quote",
        "approval",
        "invoice",
        "payment",
        "work",
        "delivery",
        "acceptance",
    ]


def test_ENG_1_an_engagement_keeps_the_terms_under_which_it_was_opened(world: World, client: UUID) -> None:
    work = opened(world, client, "training")
    shown = engagement(world.desk, work)
    assert (shown.kind_name, shown.organisation) == ("Training", "Lakeshore Clinics")
    with pytest.raises(KnownError, match="has no engagement “gardening”"):
        opened(world, client, "gardening")
    with pytest.raises(KnownError, match="no service “dance”"):
        engagements.open_engagement(world.desk, client, "training", "Course", service="dance")


def test_SAP_4_consulting_needs_a_current_data_file_and_an_audit(world: World, client: UUID) -> None:
    work = opened(world, client, "consulting")
    steps(world, work, "quote", "approval")
    with pytest.raises(RuleRefusal, match="no copy of the client's data file"):
        engagements.take_step(world.desk, work, "work")
    copied_at = world.now - timedelta(days=8)
    file_station.deposit(world.desk, client, NewFile("0" * 64, 9, "a.data"), copied_at=copied_at)
    with pytest.raises(RuleRefusal, match="older than 7"):
        engagements.take_step(world.desk, work, "work")
    current = file_station.deposit(
        world.desk, client, NewFile("1" * 64, 9, "b.data"), copied_at=world.now
    ).created
    file_station.erase(world.desk, client, made(current))
    with pytest.raises(RuleRefusal, match="older than 7"):
        engagements.take_step(world.desk, work, "work")
    file_station.deposit(world.desk, client, NewFile("1" * 64, 9, "b.data"), copied_at=world.now)
    steps(world, work, "work")
    with pytest.raises(RuleRefusal, match="audit") as told:
        engagements.take_step(world.desk, work, "delivery")
    assert told.value.rule == "SAP-4"
    engagements.record_audit(
        world.desk, work, checks=("Balances", "Links"), findings="Two links broken.", matches=False
    )
    steps(world, work, "delivery")


def test_SAP_3_training_is_not_part_of_standard_support(world: World, client: UUID) -> None:
    case = world.case(client, "Teach us the ledger")
    assert (
        "engagement"
        in next(stage for stage in details.case(world.desk, case).stages if stage.id == "training").asks
    )
    with pytest.raises(RuleRefusal, match="engagement"):
        handling.move_stage(world.desk, case, "training")
    opened(world, client, "training", case)
    handling.move_stage(world.desk, case, "training")
    assert details.case(world.desk, case).stage.id == "training"


def test_each_step_leaves_its_trace_on_the_case(world: World, client: UUID) -> None:
    case = world.case(client)
    work = opened(world, client, "custom_programming", case)
    steps(world, work, "brief", "quote")
    told = [
        (item.data["act"], item.data.get("step"), item.data.get("amount"))
        for item in details.timeline(world.desk, case).items
        if item.kind is EntryKind.ENGAGEMENT
    ]
    assert told == [("opened", None, None), ("step", "brief", None), ("step", "quote", "900")]
    assert [each.id for each in engagements_of(world.desk, case_id=case)] == [work]
    assert engagements_of(world.desk, finished=True) == ()


def test_SPK_6_a_work_order_stands_behind_waiting_for_the_vendor(world: World) -> None:
    branch = world.branch()
    world.sits_down(branch_id=branch)
    client = world.client(branch_id=branch)
    world.contract(client, "gold")
    case = world.case(client, severity="S3")
    order = made(
        engagements.open_engagement(
            world.desk, client, "work_order", "Repair the driver", case_id=case, vendor="Acme Printing"
        ).created
    )
    handling.move_stage(world.desk, case, "waiting_for_vendor", vendor="Acme Printing")
    steps(world, order, "quote", "approval", "work")
    shown = engagement(world.desk, order)
    assert (shown.vendor, shown.kind_name, shown.finished) == (
        "Acme Printing",
        "Third-party work order",
        False,
    )
