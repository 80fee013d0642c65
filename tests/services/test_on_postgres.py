"""The same acts mean the same on PostgreSQL as in a desk's file."""

from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from supportdesk.rules.cases.machine import settle
from supportdesk.services.in_hand import history
from supportdesk.store import migrate
from supportdesk.store.case_rows import load_state
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import ENTRY, LINK
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.people import LEDGER_LINE
from tests.services.desk_world import World, open_world
from tests.services.random_acts import ALL, Choice, Players, play, players_of

ACTS = 120


def played(world: World, policy: str, acts: list[Choice]) -> tuple[Players, list[bool]]:
    players = players_of(world, policy)
    return players, [play(players, act) for act in acts]


def everything(players: Players) -> dict[str, object]:
    """All that acts leave, without the numbers that each database gives its own rows."""
    tables = {"entry": ENTRY, "link": LINK, "ledger": LEDGER_LINE, "operation": OPERATION, "outbox": OUTBOX}
    with players.world.store.read() as conn:
        rows: dict[str, object] = {
            name: [
                {column: value for column, value in row.items() if column != "row"}
                for row in conn.execute(select(table).order_by(next(iter(table.c)))).mappings()
            ]
            for name, table in tables.items()
        }
        rows["cases"] = [load_state(conn, case_id)[0] for case_id in players.cases]
    return rows


@pytest.mark.parametrize("policy", ["sparkrock", "synergy"])
def test_acts_leave_the_same_in_both_databases(postgres_url: str, tmp_path: Path, policy: str) -> None:
    chance = Random(policy)
    acts = [
        (chance.choice(ALL), chance.randrange(6), chance.randrange(50), chance.choice((0, 5, 90, 3_000)))
        for _ in range(ACTS)
    ]
    with open_world(tmp_path) as here:
        on_file, allowed_here = played(here, policy, acts)
        expected = everything(on_file)
    store = Store.on_postgres(postgres_url)
    try:
        migrate.upgrade(store)
        there = World(store)
        on_server, allowed_there = played(there, policy, acts)
        assert allowed_there == allowed_here
        assert everything(on_server) == expected
        for case_id in on_server.cases:
            with store.read() as conn:
                state, _ = load_state(conn, case_id)
                fold = history.folded(conn, there.desk.policies, case_id)
            assert settle(fold.state, there.now) == settle(state, there.now)
    finally:
        store.close()
