"""Merging and undoing it: both cases are what they would have been had they never been merged, the ledger included."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from supportdesk.domain.words import EntryKind
from supportdesk.rules.case_machine import settle
from supportdesk.rules.case_state import CaseState
from supportdesk.rules.ledger import Ledger
from supportdesk.services import linking
from supportdesk.services.entitling import facts_of
from supportdesk.services.history import TRACKED
from supportdesk.store.case_rows import load_state
from supportdesk.store.tables.cases import ENTRY
from tests.services.desk_world import open_world
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


@settings(max_examples=60, suppress_health_check=list(HealthCheck), phases=WITHOUT_SHRINKING)
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
        linking.merge(merged.desk, case, into)
        for choice in events:
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
