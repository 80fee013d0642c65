"""Merging and undoing it: both cases are what they would have been had they never been merged, the ledger included."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from supportdesk.domain.words import AgentRole, Cover, EntryKind
from supportdesk.rules.cases.machine import settle
from supportdesk.rules.cases.state import CaseState
from supportdesk.rules.entitlements.ledger import Ledger
from supportdesk.services.cases import linking
from supportdesk.services.entitlements import incidents
from supportdesk.services.in_hand import attention
from supportdesk.services.in_hand.entitling import facts_of
from supportdesk.services.in_hand.history import TRACKED
from supportdesk.store.case_rows import load_state
from supportdesk.store.tables.cases import ENTRY
from supportdesk.store.tables.people import LEDGER_LINE
from tests.services.desk_world import World, open_world
from tests.services.random_acts import WITHOUT_SHRINKING, Choice, Players, choices, play, players_of

EVENTS = (
    "reply",
    "note",
    "client",
    "call",
    "info",
    "came",
    "claim",
    "verify",
    "assign",
    "move",
    "agree",
    "edit",
    "close",
    "agreement",
    "reactivate",
    "pay",
    "ticket",
    "accept",
    "return",
)
# Lines that tell of the merge, or of what followed by itself; what people did must be the same without them.
_CONSEQUENCES = {
    EntryKind.MERGED.value,
    EntryKind.UNMERGED.value,
    EntryKind.ENTITLEMENT.value,
    EntryKind.STAGE.value,
}


@dataclass(frozen=True)
class Seen:
    """All that must not depend on a merge that was undone."""

    state: CaseState
    fields: dict[str, Any]
    said: list[tuple[str, str | None, Any]]


def seen(players: Players, case_id: UUID) -> Seen:
    with players.world.store.read() as conn:
        state, row = load_state(conn, case_id)
        lines = conn.execute(
            select(ENTRY.c.kind, ENTRY.c.body, ENTRY.c.event)
            .where(ENTRY.c.case_id == case_id, ENTRY.c.kind.not_in(_CONSEQUENCES))
            .order_by(ENTRY.c.row)
        )
        said = [(line.kind, line.body, line.event) for line in lines]
    return Seen(settle(state, players.world.now), {name: row[name] for name in TRACKED}, said)


def ledger(players: Players) -> Ledger:
    with players.world.store.read() as conn:
        policy = players.desk.policies.in_effect("synergy", players.world.now)
        return facts_of(conn, policy, players.client).ledger


@contextmanager
def twins(policy: str) -> Iterator[tuple[Players, Players]]:
    """Two worlds in which the same has happened so far."""
    with ExitStack() as stack:
        worlds = [
            stack.enter_context(open_world(Path(stack.enter_context(TemporaryDirectory())))) for _ in range(2)
        ]
        merged, apart = (players_of(world, policy) for world in worlds)
        yield merged, apart


@settings(max_examples=40, suppress_health_check=list(HealthCheck), phases=WITHOUT_SHRINKING)
@example(  # through the other case it stands already where it is moved to
    policy="sparkrock",
    before=[("reply", 5, 1, 149)],
    events=[("reply", 0, 21, 56), ("client", 0, 13, 1016), ("info", 1, 33, 41), ("move", 0, 47, 0)],
)
@given(
    policy=st.sampled_from(["synergy", "sparkrock"]),
    before=choices(("reply", "client", "accept", "assign", "pay"), most=3),
    events=choices(EVENTS, most=5),
)
def test_SYN_2_a_merge_undone_after_five_events_never_was(
    policy: str, before: list[Choice], events: list[Choice]
) -> None:
    with twins(policy) as (merged, apart):
        for choice in before:
            assert play(merged, choice) == play(apart, choice)
        into, case = merged.cases
        assume(seen(merged, into).state.closed_at is None)
        linking.merge(merged.desk, case, into)
        for choice in events:
            if choice[0] == "return" and merged.cases[choice[1] % len(merged.cases)] == case:
                # Merging gave back one of its two covers, so that this would give back the other one.
                continue
            if play(merged, choice):
                play(apart, choice)
            else:
                apart.world.now = merged.world.now
        linking.undo_merge(merged.desk, case)
        for case_id in (case, into):
            assert seen(merged, case_id) == seen(apart, case_id)
        if policy == "synergy":
            now = merged.world.now
            assert ledger(merged).balance(now) == ledger(apart).balance(now)
            assert {key: charge.covered for key, charge in ledger(merged).charges.items()} == {
                key: charge.covered for key, charge in ledger(apart).charges.items()
            }


def accepted(world: World, client: UUID, count: int) -> list[UUID]:
    """So many cases of a client, each charged as an incident."""
    found = [world.case(client) for _ in range(count)]
    for case_id in found:
        incidents.accept(world.desk, case_id)
    return found


@pytest.fixture
def client(world: World) -> UUID:
    """A client with a season ticket for ten."""
    world.sits_down("Nadia Karim", AgentRole.MANAGER)
    client = world.client("Fenwick & Rowe", "synergy")
    incidents.buy_season_ticket(
        world.desk, client, amount=Decimal(700), currency="GBP", method="cash", reference="T1"
    )
    return client


def lines(world: World, case_id: UUID) -> list[tuple[str, bool]]:
    with world.store.read() as conn:
        rows = conn.execute(
            select(LEDGER_LINE.c.kind, LEDGER_LINE.c.covered)
            .where(LEDGER_LINE.c.case_id == case_id)
            .order_by(LEDGER_LINE.c.row)
        )
        return [(row.kind, row.covered) for row in rows]


def test_SYN_2_the_incident_of_a_merged_duplicate_is_returned_and_reinstated(
    world: World, client: UUID
) -> None:
    into, case_id = accepted(world, client, 2)
    linking.merge(world.desk, case_id, into)
    assert lines(world, case_id) == [("consumed", True), ("returned", True)]
    linking.undo_merge(world.desk, case_id)
    assert lines(world, case_id)[-1] == ("reinstated", True)
    assert lines(world, into) == [("consumed", True)]


def test_SYN_2_an_incident_moves_to_an_uncharged_case_and_back(world: World, client: UUID) -> None:
    into = world.case(client)
    (case_id,) = accepted(world, client, 1)
    linking.merge(world.desk, case_id, into)
    assert lines(world, into) == [("consumed", True)]
    linking.undo_merge(world.desk, case_id)
    assert lines(world, into)[-1] == ("returned", True)
    assert lines(world, case_id)[-1] == ("reinstated", True)


def test_SYN_6_a_ticket_used_up_meanwhile_leaves_the_reinstated_incident_uncovered(
    world: World, client: UUID
) -> None:
    into, case_id, *_ = accepted(world, client, 10)
    linking.merge(world.desk, case_id, into)
    accepted(world, client, 1)
    linking.undo_merge(world.desk, case_id)
    assert lines(world, case_id)[-1] == ("reinstated", False)
    with world.store.read() as conn:
        assert load_state(conn, case_id)[1]["cover"] == Cover.UNCOVERED.value
    assert [(item.kind, item.case_id) for item in attention.open_items(world.desk)] == [
        ("uncovered", case_id)
    ]
