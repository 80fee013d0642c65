"""Support paid per incident: what stands behind a case, what it is charged, what is returned and what is settled."""

from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.operation import Operation, Status
from supportdesk.domain.words import AgentRole, EntryKind, LedgerKind
from supportdesk.services.cases import linking, remote_sessions, replies
from supportdesk.services.entitlements import incidents
from supportdesk.services.exchange.taking_in import take_in
from supportdesk.services.in_hand import attention
from supportdesk.services.in_hand.entitling import facts_of
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.store import migrate, operation_rows
from supportdesk.store.case_rows import load_state
from supportdesk.store.composed import Record
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import ATTENTION, CASE, ENTRY, LINK
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.people import LEDGER_LINE
from tests.services.desk_world import World, made


@pytest.fixture
def client(world: World) -> UUID:
    world.sits_down("Nadia Karim", AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER)
    return world.client("Fenwick & Rowe", "synergy")


def pay(world: World, case_id: UUID) -> None:
    incidents.record_payment(
        world.desk, case_id, amount=Decimal("95.50"), currency="GBP", method="credit_card", reference="TX-81"
    )


def buy(world: World, client: UUID) -> UUID:
    done = incidents.buy_season_ticket(
        world.desk, client, amount=Decimal(700), currency="GBP", method="bank_transfer", reference="INV-7"
    )
    return made(done.created)


def row(world: World, case_id: UUID) -> Record:
    with world.store.read() as conn:
        return load_state(conn, case_id)[1]


def balance(world: World, client: UUID) -> int:
    with world.store.read() as conn:
        policy = world.desk.policies.in_effect("synergy", world.now)
        return facts_of(conn, policy, client).ledger.balance(world.now)


def ledger(world: World, case_id: UUID) -> list[tuple[str, int, bool]]:
    with world.store.read() as conn:
        lines = conn.execute(
            select(LEDGER_LINE.c.kind, LEDGER_LINE.c.quantity, LEDGER_LINE.c.covered)
            .where(LEDGER_LINE.c.case_id == case_id)
            .order_by(LEDGER_LINE.c.row)
        )
        return [(line.kind, line.quantity, line.covered) for line in lines]


def test_SYN_1_an_unpaid_case_takes_notes_and_payments_and_refuses_support(
    world: World, client: UUID
) -> None:
    case_id = world.case(client)
    replies.note(world.desk, case_id, "Asked for the payment.")
    replies.request_information(world.desk, case_id, "How would you like to pay?", items=("A payment",))
    with pytest.raises(RuleRefusal, match="Neither a contract") as refusal:
        replies.reply(world.desk, case_id, "Open the ledger first.")
    assert refusal.value.rule == "SYN-1"
    assert "season ticket" in refusal.value.remedy
    with pytest.raises(RuleRefusal, match="remote session"):
        remote_sessions.start_session(world.desk, case_id, tool="teamviewer")
    pay(world, case_id)
    assert row(world, case_id)["cover"] == "incident"
    replies.reply(world.desk, case_id, "Open the ledger first.")
    assert row(world, case_id)["accepted"]


def test_SYN_1_a_payment_is_recorded_with_all_that_proves_it(world: World, client: UUID) -> None:
    case_id = world.case(client)
    pay(world, case_id)
    with world.store.read() as conn:
        line = conn.execute(select(LEDGER_LINE)).one()
        entry = conn.execute(
            select(ENTRY.c.data).where(ENTRY.c.kind == EntryKind.ENTITLEMENT.value)
        ).scalar_one()
    assert (line.amount, line.currency, line.method, line.reference, line.at) == (
        Decimal("95.50"),
        "GBP",
        "credit_card",
        "TX-81",
        world.now,
    )
    assert (entry["act"], entry["amount"], entry["fields"]["cover"]) == (
        "paid",
        "95.50",
        ["none", "incident"],
    )


@pytest.mark.parametrize(
    "wrong",
    [{"amount": Decimal(0)}, {"currency": "pounds"}, {"method": "barter"}, {"reference": " "}],
)
def test_SYN_1_a_payment_that_proves_nothing_is_refused(
    world: World, client: UUID, wrong: dict[str, object]
) -> None:
    payment = {"amount": Decimal(95), "currency": "GBP", "method": "cash", "reference": "R1", **wrong}
    with pytest.raises(RuleRefusal) as refusal:
        incidents.record_payment(world.desk, world.case(client), **payment)  # type: ignore[arg-type]
    assert refusal.value.rule == "SYN-1"


def test_SYN_2_a_season_ticket_covers_ten_and_the_oldest_is_used_first(world: World, client: UUID) -> None:
    waiting = world.case(client)
    assert row(world, waiting)["cover"] == "none"
    first = buy(world, client)
    assert row(world, waiting)["cover"] == "season_ticket"
    world.later(days=1)
    buy(world, client)
    assert balance(world, client) == 20
    incidents.accept(world.desk, waiting)
    assert balance(world, client) == 19
    with world.store.read() as conn:
        ticket = conn.scalar(select(LEDGER_LINE.c.ticket_id).where(LEDGER_LINE.c.case_id == waiting))
    assert ticket == first
    with pytest.raises(RuleRefusal) as refusal:
        incidents.accept(world.desk, waiting)
    assert refusal.value.rule == "SYN-3"


def test_SYN_2_the_eleventh_incident_of_a_ticket_is_refused(world: World, client: UUID) -> None:
    buy(world, client)
    eleven = [world.case(client) for _ in range(11)]
    for case_id in eleven[:10]:
        incidents.accept(world.desk, case_id)
    assert row(world, eleven[10])["cover"] == "none"
    with pytest.raises(RuleRefusal):
        incidents.accept(world.desk, eleven[10])


def test_SYN_2_an_incident_is_returned_for_a_reason(world: World, client: UUID) -> None:
    buy(world, client)
    case_id = world.case(client)
    incidents.accept(world.desk, case_id)
    with pytest.raises(RuleRefusal):
        incidents.return_incident(world.desk, case_id, " ")
    incidents.return_incident(world.desk, case_id, "It was our fault")
    assert balance(world, client) == 10
    assert not row(world, case_id)["accepted"]
    assert [kind for kind, _, _ in ledger(world, case_id)] == ["consumed", "returned"]


def test_SYN_3_one_incident_covers_any_number_of_calls_and_replies(world: World, client: UUID) -> None:
    buy(world, client)
    case_id = world.case(client)
    for number in range(4):
        world.later(hours=5)
        replies.call(world.desk, case_id, "", direction="outgoing", seconds=60)
        replies.reply(world.desk, case_id, f"Step {number}")
    assert balance(world, client) == 9


def test_SYN_3_another_aspect_is_split_off_and_charged(world: World, client: UUID) -> None:
    buy(world, client)
    first = world.case(client)
    replies.reply(world.desk, first, "Open the ledger first.")
    told = "Printing is a matter of its own and counts as a second incident."
    done = linking.split_aspect(world.desk, first, NewCase("Printing"), charge=True, wording=told)
    aspect = made(done.created)
    assert balance(world, client) == 8
    assert row(world, aspect)["organisation_id"] == client
    with world.store.read() as conn:
        link = conn.execute(select(LINK)).one()
        lines = conn.execute(select(ENTRY.c.case_id, ENTRY.c.body).where(ENTRY.c.kind == "split")).all()
    assert (link.case_id, link.other_id, link.kind) == (aspect, first, "split_from")
    assert {tuple(line) for line in lines} == {(first, told), (aspect, told)}


def test_SYN_3_the_incident_can_move_to_the_aspect(world: World, client: UUID) -> None:
    buy(world, client)
    first = world.case(client)
    with pytest.raises(KnownError, match="no incident"):
        linking.split_aspect(world.desk, first, NewCase("Printing"), charge=False, wording="Told by phone")
    incidents.accept(world.desk, first)
    done = linking.split_aspect(world.desk, first, NewCase("Printing"), charge=False, wording="Told by phone")
    assert balance(world, client) == 9
    assert (row(world, first)["accepted"], row(world, made(done.created))["accepted"]) == (False, True)
    with pytest.raises(KnownError):
        linking.split_aspect(world.desk, first, NewCase("Login"), charge=True, wording=" ")


def test_SYN_3_an_aspect_that_nothing_covers_waits_for_its_payment(world: World, client: UUID) -> None:
    first = world.case(client)
    pay(world, first)
    replies.reply(world.desk, first, "Open the ledger first.")
    done = linking.split_aspect(world.desk, first, NewCase("Printing"), charge=True, wording="Told by phone")
    assert row(world, made(done.created))["cover"] == "none"


def everything_done(world: World) -> list[Operation]:
    with world.store.read() as conn:
        ids = conn.scalars(select(OPERATION.c.id).order_by(OPERATION.c.n)).all()
        kept = [operation_rows.kept(conn, operation_id) for operation_id in ids]
    return [each.operation for each in kept if each]


def two_desks_spend_the_last(world: World, client: UUID, folder: Path) -> tuple[UUID, UUID]:
    """Two desks that were apart have each used the last incident of a ticket; what the other did has now arrived."""
    buy(world, client)
    last, also_last = [world.case(client) for _ in range(11)][9:]
    for case_id in open_cases(world, client)[:9]:
        incidents.accept(world.desk, case_id)
    here = everything_done(world)
    other = Store.open(folder / "other.db", None, create=True)
    migrate.upgrade(other)
    away = World(other, now=world.now, made_so_far=10_000)
    away.desk = away.as_agent(world.desk.actor)
    with other.write() as conn:
        for operation in here:
            take_in(conn, operation, away.desk.policies)
    world.later(minutes=1)
    away.later(minutes=2)
    replies.reply(world.desk, last, "Try this.")
    replies.reply(away.desk, also_last, "Try that.")
    arriving = everything_done(away)[-1]
    other.close()
    with world.store.write() as conn:
        assert take_in(conn, arriving, world.desk.policies).status is Status.APPLIED
    return last, also_last


def open_cases(world: World, client: UUID) -> list[UUID]:
    with world.store.read() as conn:
        return list(
            conn.scalars(select(CASE.c.id).where(CASE.c.organisation_id == client).order_by(CASE.c.row))
        )


def test_SYN_6_service_given_twice_on_the_last_incident_is_kept_and_put_before_people(
    world: World, client: UUID, tmp_path: Path
) -> None:
    last, also_last = two_desks_spend_the_last(world, client, tmp_path)
    assert row(world, last)["cover"] == "season_ticket"
    assert (row(world, also_last)["cover"], row(world, also_last)["accepted"]) == ("uncovered", True)
    assert ledger(world, also_last) == [(LedgerKind.CONSUMED.value, -1, False)]
    assert balance(world, client) == 0
    (item,) = attention.open_items(world.desk)
    assert (item.kind, item.case_id) == ("uncovered", also_last)
    with world.store.read() as conn:
        role = conn.scalar(select(ATTENTION.c.for_role).where(ATTENTION.c.id == item.id))
        said = conn.scalars(select(ENTRY.c.body).where(ENTRY.c.case_id == also_last, ENTRY.c.kind == "reply"))
        assert said.all() == ["Try that."]
    assert role == "manager"
    with pytest.raises(RuleRefusal) as refusal:
        replies.reply(world.desk, also_last, "And then this.")
    assert refusal.value.rule == "SYN-6"


def test_SYN_6_it_is_settled_by_a_payment_a_ticket_or_goodwill(
    world: World, client: UUID, tmp_path: Path
) -> None:
    _, uncovered = two_desks_spend_the_last(world, client, tmp_path)
    with pytest.raises(RuleRefusal, match="Nothing was paid"):
        incidents.settle_uncovered(world.desk, uncovered, "Bought another")
    buy(world, client)
    incidents.settle_uncovered(world.desk, uncovered, "Bought another")
    assert balance(world, client) == 9
    assert attention.open_items(world.desk) == ()
    assert row(world, uncovered)["cover"] == "season_ticket"
    replies.reply(world.desk, uncovered, "And then this.")


def test_SYN_6_goodwill_settles_without_a_ticket(world: World, client: UUID, tmp_path: Path) -> None:
    _, uncovered = two_desks_spend_the_last(world, client, tmp_path)
    incidents.settle_uncovered(world.desk, uncovered, "Our mistake", goodwill=True)
    assert attention.open_items(world.desk) == ()
    replies.reply(world.desk, uncovered, "And then this.")


def test_a_contract_covers_cases_that_waited_for_a_payment(world: World, client: UUID) -> None:
    case_id = world.case(client)
    world.contract(client)
    assert row(world, case_id)["cover"] == "contract"
    replies.reply(world.desk, case_id, "Open the ledger first.")
    assert ledger(world, case_id) == []


def test_what_is_not_paid_per_incident_takes_no_payment(world: World) -> None:
    client = world.client(policy="sparkrock")
    with pytest.raises(KnownError, match="not paid per incident"):
        pay(world, world.case(client))
