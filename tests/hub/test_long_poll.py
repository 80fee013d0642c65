"""Who waits hears of a change that went through another worker, though its notice was lost, and when the hub stops."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy

from supportdesk.protocol.messages import Head, Page, Pushed
from tests.hub.hub_process import Running, environment, init, serving
from tests.hub.over_network import Person

WAITERS = 6
HELD = 25.0


def stands(person: Person) -> dict[str, Any]:
    """What to pull by, from where everything is known."""
    said = {"device": person.device, "cursor": 0, "held": []}
    scopes = [each.id for each in person.ask("pull", said, Page).scopes]
    page = person.ask("pull", said | {"held": scopes, "known": scopes}, Page)
    return said | {"held": scopes, "known": scopes, "cursor": page.cursor}


def change(person: Person) -> None:
    """Make something that everybody sees."""
    said = {"device": person.device, "letters": [person.new_product(1)]}
    (answer,) = person.ask("push", said, Pushed).answers
    assert answer.status == "applied", answer


@contextmanager
def waiting(person: Person) -> Iterator[list[Future[tuple[Head, float]]]]:
    """Several that wait, each over a connection of its own; each ends with what it heard and when."""
    pull = stands(person)

    def wait() -> tuple[Head, float]:
        head = person.ask("wait", {"pull": pull, "seconds": HELD}, Head)
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


def everybody_hears_of_a_change(hub: Running, person: Person) -> None:
    with waiting(person) as waits:
        until_waiting(hub, WAITERS)
        change(person)
        changed = time.monotonic()
        heard = [each.result() for each in waits]
    assert all(head.page is not None and head.page.rows for head, _ in heard)
    # Nobody was held to the end of the wait.
    assert max(at for _, at in heard) - changed < HELD / 2


@pytest.fixture
def hub(postgres_url: str) -> Iterator[Running]:
    """A hub of two workers."""
    env = environment(postgres_url, workers="2")
    init(env)
    with serving(env) as running:
        yield running


@pytest.mark.slow
def test_a_change_wakes_all_who_wait_also_at_another_worker(hub: Running, postgres_url: str) -> None:
    person = Person(hub)
    everybody_hears_of_a_change(hub, person)

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
    everybody_hears_of_a_change(hub, person)


@pytest.mark.slow
def test_who_waits_is_answered_when_the_hub_stops(hub: Running) -> None:
    person = Person(hub)
    with waiting(person) as waits:
        until_waiting(hub, WAITERS)
        hub.process.terminate()
        told = time.monotonic()
        heard = [each.result() for each in waits]
    assert [head.page for head, _ in heard] == [None] * WAITERS
    assert max(at for _, at in heard) - told < HELD / 2
    assert hub.ended()[0] == 0
