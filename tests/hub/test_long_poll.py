"""Who waits hears of a change that went through another worker, though its notice was lost, and when the hub stops."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import msgspec
import pytest
import requests
import sqlalchemy

from supportdesk.protocol import codec
from supportdesk.protocol.messages import Head, Page, Pushed
from tests.hub.hub_process import PASSWORD, Running, environment, init, serving

WAITERS = 6
HELD = 25.0


class Client:
    """Somebody signed in over connections of their own, so that any worker may have each."""

    def __init__(self, hub: Running) -> None:
        self._address = hub.address
        device = {"name": "here", "platform": "test"}
        said = {"login": "amina@example.org", "password": PASSWORD, "device": device}
        told = requests.post(f"{hub.address}/auth/v1/login", json=said, timeout=30).json()
        self._token = told["tokens"]["access_token"]
        self.agent, self.device = told["agent"]["agent_id"], told["device_id"]

    def ask(self, route: str, message: dict[str, Any], kind: type[Any]) -> Any:  # noqa: ANN401 - of that kind
        answer = requests.post(
            f"{self._address}/sync/v1/{route}",
            data=msgspec.json.encode(message),
            headers={
                "Authorization": f"Bearer {self._token}",
                "Content-Type": codec.JSON,
                "Connection": "close",
            },
            timeout=60,
        )
        assert answer.status_code == 200, answer.text
        return codec.decode(kind, answer.content, codec.MSGPACK)

    def stands(self) -> dict[str, Any]:
        """What to pull by, from where everything is known."""
        said = {"device": self.device, "cursor": 0, "held": []}
        scopes = [each.id for each in self.ask("pull", said, Page).scopes]
        page = self.ask("pull", said | {"held": scopes, "known": scopes}, Page)
        return said | {"held": scopes, "known": scopes, "cursor": page.cursor}

    def change(self) -> None:
        """Make something that everybody sees."""
        letter = {
            "n": 1,
            "id": str(uuid4()),
            "root_entity": "product",
            "root_id": str(uuid4()),
            "kind": "append",
            "name": "product.add",
            "args": {"code": uuid4().hex[:8], "name": "Ledgerline"},
            "actor": self.agent,
            "at": datetime.now(UTC).isoformat(),
        }
        (answer,) = self.ask("push", {"device": self.device, "letters": [letter]}, Pushed).answers
        assert answer.status == "applied", answer


@contextmanager
def waiting(client: Client) -> Iterator[list[Future[tuple[Head, float]]]]:
    """Several that wait, each over a connection of its own; each ends with what it heard and when."""
    stands = client.stands()

    def wait() -> tuple[Head, float]:
        head = client.ask("wait", {"pull": stands, "seconds": HELD}, Head)
        return head, time.monotonic()

    with ThreadPoolExecutor(WAITERS) as threads:
        yield [threads.submit(wait) for _ in range(WAITERS)]


def until_waiting(hub: Running, count: int) -> None:
    """Until so many are known to wait, counted over all workers."""
    while float(figures(hub).get("supportdesk_waiting", 0)) < count:
        assert hub.process.poll() is None
        time.sleep(0.02)  # the requests are on their way; nothing of ours is timed


def figures(hub: Running) -> dict[str, str]:
    lines = hub.get("/metrics").text.splitlines()
    return dict(line.rsplit(" ", 1) for line in lines if line.startswith("supportdesk_"))


@pytest.fixture
def hub(postgres_url: str) -> Iterator[Running]:
    """A hub of two workers."""
    env = environment(postgres_url, workers="2")
    init(env)
    with serving(env) as running:
        yield running


@pytest.mark.slow
def test_a_change_wakes_all_who_wait_also_at_another_worker(hub: Running, postgres_url: str) -> None:
    client = Client(hub)
    with waiting(client) as waits:
        until_waiting(hub, WAITERS)
        client.change()
        changed = time.monotonic()
        heard = [each.result() for each in waits]
    assert all(head.page is not None and head.page.rows for head, _ in heard)
    # Nobody was held to the end of the wait.
    assert max(at for _, at in heard) - changed < HELD / 2

    # From now on the database tells nobody.
    engine = sqlalchemy.create_engine(postgres_url, poolclass=sqlalchemy.NullPool)
    with engine.begin() as connection:
        source = connection.exec_driver_sql(
            "SELECT prosrc FROM pg_proc WHERE proname = 'sync_append'"
        ).scalar_one()
        assert "pg_notify('sync'" in source
        mute = source.replace("pg_notify('sync'", "pg_notify('elsewhere'").replace("%", "%%")
        connection.exec_driver_sql(
            f"CREATE OR REPLACE FUNCTION sync_append(lines jsonb) RETURNS bigint LANGUAGE plpgsql AS $${mute}$$"
        )
    with waiting(client) as waits:
        until_waiting(hub, WAITERS)
        client.change()
        changed = time.monotonic()
        heard = [each.result() for each in waits]
    assert all(head.page is not None and head.page.rows for head, _ in heard)
    assert max(at for _, at in heard) - changed < HELD / 2


@pytest.mark.slow
def test_who_waits_is_answered_when_the_hub_stops(hub: Running) -> None:
    client = Client(hub)
    with waiting(client) as waits:
        until_waiting(hub, WAITERS)
        hub.process.terminate()
        told = time.monotonic()
        heard = [each.result() for each in waits]
    assert [head.page for head, _ in heard] == [None] * WAITERS
    assert max(at for _, at in heard) - told < HELD / 2
    assert hub.ended()[0] == 0
