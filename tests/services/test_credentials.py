"""Named contacts within a plan's limits, and PINs that are nowhere but in their owner's head."""

import logging
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole
from supportdesk.services import undo
from supportdesk.services.entitlements import credentials
from supportdesk.services.entitlements.credentials import has_pin, hash_pin
from supportdesk.services.in_hand import attention
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables import METADATA
from supportdesk.store.tables.people import CONTACT
from tests.services.desk_world import World, made


@pytest.fixture
def client(world: World) -> UUID:
    """A client whose plan names two to five contacts."""
    world.sits_down("Nadia Karim", AgentRole.SUPPORT_OFFICER, branch_id=world.branch())
    client = world.client(client_code="HARTW")
    world.contract(client, "gold")
    return client


def test_SPK_8_a_sixth_named_contact_is_refused_with_the_reason(world: World, client: UUID) -> None:
    for number in range(5):
        world.named_contact(client, f"Contact {number}")
    sixth = world.contact(client, "Contact 5")
    with pytest.raises(RuleRefusal, match="names 5 contacts") as told:
        credentials.name_contact(world.desk, client, sixth)
    assert told.value.rule == "SPK-8"
    with world.store.read() as conn:
        assert len(credentials.named_of(conn, client)) == 5
        assert not get_row(conn, CONTACT, sixth)["named"]


def test_SPK_8_below_the_least_nobody_is_taken_off(world: World, client: UUID) -> None:
    first, second = world.named_contact(client, "First"), world.named_contact(client, "Second")
    with pytest.raises(RuleRefusal, match="2 named contacts at least"):
        credentials.unname_contact(world.desk, client, first)
    third = world.named_contact(client, "Third")
    done = credentials.unname_contact(world.desk, client, first)
    with world.store.read() as conn:
        assert credentials.named_of(conn, client) == {second, third}
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    with world.store.read() as conn:
        assert credentials.named_of(conn, client) == {first, second, third}


@pytest.mark.parametrize("approved", [True, False])
def test_SPK_8_a_replacement_counts_once_support_approves_it(
    world: World, client: UUID, approved: bool
) -> None:
    leaves = world.named_contact(client, "Leaves")
    comes = world.contact(client, "Comes")
    request = made(credentials.request_replacement(world.desk, client, leaves=leaves, comes=comes).created)
    (item,) = attention.open_items(world.desk)
    assert (item.id, item.kind, item.data["comes_name"]) == (request, "named_contact_request", "Comes")
    with world.store.read() as conn:
        assert credentials.named_of(conn, client) == {leaves}
    with pytest.raises(KnownError, match="can't be put aside"):
        attention.settle(world.desk, request, "Later")
    credentials.decide_replacement(world.desk, client, request, approved=approved)
    with world.store.read() as conn:
        assert credentials.named_of(conn, client) == {comes if approved else leaves}
    assert attention.open_items(world.desk) == ()
    with pytest.raises(KnownError, match="decided already"):
        credentials.decide_replacement(world.desk, client, request, approved=approved)


def test_SPK_8_who_is_not_named_cannot_be_replaced(world: World, client: UUID) -> None:
    one, other = world.contact(client, "One"), world.contact(client, "Other")
    with pytest.raises(RuleRefusal, match="not named"):
        credentials.request_replacement(world.desk, client, leaves=one, comes=other)


def test_SAP_1_the_pin_is_written_nowhere(
    world: World, client: UUID, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    contact = world.contact(client)
    pin = "48213"
    credentials.set_pin(world.desk, contact, pin)
    with world.store.read() as conn:
        row = get_row(conn, CONTACT, contact)
        everything = [
            str(value)
            for table in METADATA.sorted_tables
            for kept in conn.execute(table.select()).mappings()
            for value in kept.values()
            if not isinstance(value, int | bytes)
        ]
    assert has_pin(credentials.PinHash(row["pin_salt"], row["pin_hash"]), pin)
    assert not any(pin in value for value in everything)
    assert pin not in caplog.text


@pytest.mark.parametrize("pin", ["4821", "482134", "48 13", "abcde", "٤٨٢١٣"])
def test_SAP_1_a_pin_has_five_digits(world: World, client: UUID, pin: str) -> None:
    with pytest.raises(KnownError, match="A PIN has 5 digits"):
        credentials.set_pin(world.desk, world.contact(client), pin)


@given(pin=st.from_regex(r"[0-9]{5}", fullmatch=True), other=st.from_regex(r"[0-9]{5}", fullmatch=True))
def test_SAP_1_a_hash_knows_its_pin_and_no_other(pin: str, other: str) -> None:
    kept = hash_pin(pin, "salt")
    assert has_pin(kept, pin)
    assert has_pin(kept, other) == (pin == other)
    assert kept.hashed != hash_pin(pin, "another salt").hashed


def test_a_contact_of_another_client_is_not_named_here(world: World, client: UUID) -> None:
    stranger = world.contact(world.client("Cobalt Freight"), "Stranger")
    with pytest.raises(KnownError, match="contact of another client"):
        credentials.name_contact(world.desk, client, stranger)
