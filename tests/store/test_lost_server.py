"""A server that ends its connections: whoever has rested notices nothing, who was at it is told to come again."""

from __future__ import annotations

from contextlib import closing

import psycopg
import pytest
from sqlalchemy import Connection, select

from supportdesk.store import engines, migrate
from supportdesk.store.composed import Composed
from supportdesk.store.failures import Unavailable
from supportdesk.store.store import Store
from supportdesk.store.tables.people import AGENT

WAYS = ("read", "glance", "write")
_AGENTS = Composed(select(AGENT.c.id))


def end_connections(url: str) -> None:
    """End them as a restart of the server does."""
    with psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://"), autocommit=True) as conn:
        conn.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE pid != pg_backend_pid() AND datname = current_database()"
        )


def asked(store: Store, way: str, *, by_driver: bool) -> int:
    """How many agents there are, by one of the ways into the database."""
    with getattr(store, way)() as opened:
        conn: Connection = opened
        return len(_AGENTS.all(conn) if by_driver else conn.execute(select(AGENT.c.id)).all())


@pytest.mark.parametrize(("trusted", "lost"), [(0.0, 0), (60.0, 1)])
@pytest.mark.parametrize("by_driver", [True, False])
@pytest.mark.parametrize("way", WAYS)
def test_connections_that_were_ended_cost_one_answer_at_most(
    postgres_url: str, way: str, by_driver: bool, trusted: float, lost: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "_SECONDS_OF_TRUST", trusted)
    with closing(Store.on_postgres(postgres_url)) as store:
        migrate.upgrade(store)
        with store.read(), store.read():
            asked(store, way, by_driver=by_driver)  # so that there are three connections
        end_connections(postgres_url)
        answers = []
        for _ in range(5):
            try:
                answers.append(asked(store, way, by_driver=by_driver))
            except Unavailable:
                answers.append(-1)
        assert answers == [-1] * lost + [0] * (5 - lost)
