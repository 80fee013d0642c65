"""A hub's process is killed while desks send to it: what was answered stands, and what is sent again counts once."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
import requests
from sqlalchemy import func, select

from supportdesk.protocol.messages import Pushed
from supportdesk.store.store import Store
from supportdesk.store.tables.sync import RECEIPT, SYNC_LOG
from supportdesk.store.tables.work import PRODUCT
from tests.hub.hub_process import Running, environment, init, serving
from tests.hub.over_network import Person

KILLS = 5
AT_ONCE = 25


class Desk:
    """Somebody who sends new products in bundles, over and over, until each is answered."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self.waiting: dict[str, dict[str, Any]] = {}
        self.answered: dict[str, str] = {}
        self.lost = 0
        self._number = 0

    def send(self, hub: Running) -> None:
        """Send what waits and some more; where no answer comes, everything still waits."""
        while len(self.waiting) < AT_ONCE:
            self._number += 1
            letter = self._person.new_product(self._number)
            self.waiting[str(letter["id"])] = letter
        self._person.address = hub.address
        said = {"device": self._person.device, "letters": list(self.waiting.values())}
        try:
            answers = self._person.ask("push", said, Pushed).answers
        except requests.RequestException:
            self.lost += 1
            return
        sent = {letter["n"]: op_id for op_id, letter in self.waiting.items()}
        for each in answers:
            self.answered[sent[each.n]] = each.status
            del self.waiting[sent[each.n]]


def kill(hub: Running) -> None:
    """End the program and its workers at once; a worker that outlives it would end in good order."""
    pid = hub.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children")
    for each in children.read_text("ascii").split() if children.exists() else ():
        with suppress(ProcessLookupError):
            os.kill(int(each), signal.SIGKILL)
    hub.process.kill()


def until_killed(hub: Running, desks: list[Desk], chance: Random) -> None:
    """Let desks send, and kill the hub in the middle of it."""
    enough = threading.Timer(chance.uniform(0.05, 0.8), kill, (hub,))
    enough.start()

    def work(desk: Desk) -> None:
        while hub.process.poll() is None:
            desk.send(hub)

    threads = [threading.Thread(target=work, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    enough.join()
    hub.process.communicate()  # its pipes are closed with that


@pytest.mark.slow
def test_what_was_answered_stands_and_what_was_sent_again_counts_once(
    database: str, server_url: str | None
) -> None:
    env = environment(database, workers="2" if server_url else "1")
    init(env)
    chance = Random(2026)
    desks: list[Desk] = []
    for _ in range(KILLS):
        with serving(env) as hub:
            desks = desks or [Desk(Person(hub, name)) for name in ("one", "two")]
            until_killed(hub, desks, chance)
    with serving(env) as hub:
        for desk in desks:
            desk.send(hub)
            assert not desk.waiting
    # Some answers were lost on the way, or nothing was tried.
    assert sum(desk.lost for desk in desks) > 0
    ended = {op_id: status for desk in desks for op_id, status in desk.answered.items()}
    assert set(ended.values()) == {"applied"}
    store = Store.on_postgres(server_url) if server_url else Store.open(Path(database), None)
    with closing(store), store.read() as conn:
        receipts = set(conn.scalars(select(RECEIPT.c.op_id)))
        made = {row.id: row.created_op for row in conn.execute(select(PRODUCT.c.id, PRODUCT.c.created_op))}
        lines = list(conn.scalars(select(SYNC_LOG.c.entity_id).where(SYNC_LOG.c.entity == PRODUCT.name)))
        head, first, count = conn.execute(
            select(func.max(SYNC_LOG.c.seq), func.min(SYNC_LOG.c.seq), func.count())
        ).one()
    assert receipts == {UUID(op_id) for op_id in ended}
    assert sorted(made.values()) == sorted(receipts)
    assert sorted(lines) == sorted(made)
    # On a server numbers that were drawn for a transaction that never ended are not used again.
    assert first == 1
    assert count == head or (server_url and count < head)
