"""Contracts and what follows for open cases, renewals coming up, invoice lines that only people send."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Cover, EntryKind
from supportdesk.services import undo
from supportdesk.services.entitlements import contracts
from supportdesk.services.queries import details, directory
from supportdesk.services.views import Money
from tests.services.desk_world import World, made


@pytest.fixture
def client(world: World) -> UUID:
    """A client without a contract yet."""
    branch = world.branch()
    world.sits_down(branch_id=branch)
    return world.client(branch_id=branch)


def test_SYN_1_a_contract_covers_the_cases_that_waited_for_it(world: World, client: UUID) -> None:
    case = world.case(client, severity="S1")
    assert details.case(world.desk, case).entitlement.cover is Cover.NONE
    world.later(minutes=1)
    world.contract(client, "gold")
    shown = details.case(world.desk, case)
    assert (shown.entitlement.cover, shown.entitlement.plan_name) == (Cover.CONTRACT, "Gold")
    told = [
        item.data["act"]
        for item in details.timeline(world.desk, case).items
        if item.kind is EntryKind.ENTITLEMENT
    ]
    assert told == ["contract"]


def test_TIME_6_a_new_plan_counts_the_running_clock_anew_from_the_logging(world: World, client: UUID) -> None:
    world.contract(client, "standard")
    world.now += timedelta(hours=12)  # 22:00, after hours
    case = world.case(client, severity="S1")
    logged = world.now
    before = details.case(world.desk, case).clocks[0].deadline.due_at
    world.later(minutes=5)
    world.contract(client, "gold", ends_on=date(2028, 12, 31))
    after = details.case(world.desk, case).clocks[0].deadline.due_at
    assert before is not None
    assert before - logged == timedelta(hours=12)  # tomorrow at ten
    assert after is not None
    assert after - logged == timedelta(hours=4)  # SPK-5: two hours, doubled


def test_a_contract_has_days_in_order_and_a_plan_that_exists(world: World, client: UUID) -> None:
    with pytest.raises(KnownError, match="last day lies before the first"):
        world.contract(client, "gold", starts_on=date(2026, 2, 1), ends_on=date(2026, 1, 31))
    with pytest.raises(KnownError, match="no plan “platinum”"):
        world.contract(client, "platinum")
    with pytest.raises(KnownError, match="no kind of contract"):
        world.contract(client, kind="promise")
    assert directory.organisation(world.desk, client).contracts == ()


def test_a_changed_contract_can_be_taken_back_and_cases_follow(world: World, client: UUID) -> None:
    contract = world.contract(client, "gold")
    case = world.case(client, severity="S3")
    world.later(minutes=1)
    done = contracts.edit_contract(world.desk, client, contract, ends_on=date(2026, 11, 17))
    assert not details.case(world.desk, case).entitlement.supported
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    assert details.case(world.desk, case).entitlement.supported
    (kept,) = directory.organisation(world.desk, client).contracts
    assert kept.ends_on == date(2027, 12, 31)


def test_ONX_3_renewals_coming_up_are_those_that_nothing_continues(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    free = world.client("First year", "onyxpro", start_date=date(2025, 12, 20))
    renewed = world.client("Renewed", "onyxpro", start_date=date(2025, 12, 20))
    world.contract(renewed, kind="warranty", starts_on=date(2026, 12, 20), ends_on=date(2027, 12, 19))
    late = world.client("Renewed late", "onyxpro", start_date=date(2025, 12, 1))
    world.contract(late, kind="warranty", starts_on=date(2026, 12, 10), ends_on=date(2027, 12, 9))
    ends = world.client("Ends", "sparkrock")
    world.contract(ends, "gold", ends_on=date(2026, 12, 31))
    world.client("Far", "onyxpro", start_date=date(2026, 8, 1))
    assert contracts.renewals(world.desk) == (
        (late, "Renewed late", date(2026, 11, 30)),
        (free, "First year", date(2026, 12, 19)),
        (ends, "Ends", date(2026, 12, 31)),
    )
    assert [name for _, name, _ in contracts.renewals(world.desk, timedelta(days=14))] == ["Renewed late"]


def test_ONX_3_a_case_without_warranty_is_invoiced_by_a_draft(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    client = world.client("Gulf Star Foods", "onyxpro", start_date=date(2024, 1, 1))
    case = world.case(client, reason="update")
    (line,) = contracts.invoices(world.desk)
    assert (line.organisation, line.case_id, line.amount, line.state) == (
        "Gulf Star Foods",
        case,
        None,
        "draft",
    )
    contracts.settle_invoice(world.desk, client, line.id, "sent")
    assert contracts.invoices(world.desk) == ()
    assert [sent.id for sent in contracts.invoices(world.desk, "sent")] == [line.id]
    with pytest.raises(KnownError, match="can't be “burnt”"):
        contracts.settle_invoice(world.desk, client, line.id, "burnt")


def test_ONX_3_a_drafted_line_keeps_its_amount_and_can_be_dropped(world: World, client: UUID) -> None:
    done = contracts.draft_invoice(
        world.desk, client, "Two hours on site", price=Money(Decimal("180.50"), "CAD")
    )
    (line,) = contracts.invoices(world.desk)
    assert (line.id, line.amount, line.currency) == (made(done.created), Decimal("180.50"), "CAD")
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    assert contracts.invoices(world.desk) == ()
    assert len(contracts.invoices(world.desk, "dropped")) == 1
