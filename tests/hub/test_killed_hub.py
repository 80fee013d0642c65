"""A hub's process is killed while desks send to it: what was answered stands, and what is sent again counts once."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
import requests
from sqlalchemy import func, select

from supportdesk.protocol import codec
from supportdesk.protocol.messages import Pushed
from supportdesk.store import change_log
from supportdesk.store.store import Store
from supportdesk.store.tables.sync import RECEIPT, SYNC_LOG
from supportdesk.store.tables.work import PRODUCT
from tests.hub.hub_process import PASSWORD, Running, environment, init, serving

KILLS = 5
AT_ONCE = 25


class Desk:
    """Somebody who sends new products in bundles, over and over, until each is answered."""

    def __init__(self, hub: Running, name: str) -> None:
        device = {"name": name, "platform": "test"}
        said = {"login": "amina@example.org", "password": PASSWORD, "device": device}
        told = requests.post(f"{hub.address}/auth/v1/login", json=said, timeout=30).json()
        self.token = told["tokens"]["access_token"]
        self.agent, self.device = told["agent"]["agent_id"], told["device_id"]
        self.waiting: dict[str, dict[str, Any]] = {}
        self.answered: dict[str, str] = {}
        self.lost = 0
        self._number = 0

    def send(self, address: str) -> None:
        """Send what waits and some more; where no answer comes, everything still waits."""
        while len(self.waiting) < AT_ONCE:
            self._number += 1
            letter = {
                "n": self._number,
                "id": str(uuid4()),
                "root_entity": "product",
                "root_id": str(uuid4()),
                "kind": "append",
                "name": "product.add",
                "args": {"code": uuid4().hex[:12], "name": "Ledgerline"},
                "actor": self.agent,
                "at": datetime.now(UTC).isoformat(),
            }
            self.waiting[str(letter["id"])] = letter
        said = {"device": self.device, "letters": list(self.waiting.values())}
        try:
            answer = requests.post(
                f"{address}/sync/v1/push",
                data=msgspec.json.encode(said),
                headers={"Authorization": f"Bearer {self.token}", "Content-Type": codec.JSON},
                timeout=30,
            )
        except requests.RequestException:
            self.lost += 1
            return
        assert answer.status_code == 200, answer.text
        sent = list(self.waiting)
        for each in codec.decode(Pushed, answer.content, codec.MSGPACK).answers:
            op_id = next(key for key in sent if self.waiting.get(key, {}).get("n") == each.n)
            self.answered[op_id] = each.status
            del self.waiting[op_id]


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
            desk.send(hub.address)

    threads = [threading.Thread(target=work, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    enough.join()
    hub.process.communicate()  # its pipes are closed with that


@pytest.fixture(params=["file", "server"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Store]]:
    if request.param == "server":
        url = request.getfixturevalue("postgres_url")
        yield url, Store.on_postgres(url)
    else:
        yield str(tmp_path / "hub.db"), None  # type: ignore[misc]  # it is opened when there is one


# What an earlier test's threads left of a server's connection is collected here, and told of as if it were this test's.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.slow
def test_what_was_answered_stands_and_what_was_sent_again_counts_once(
    database: tuple[str, Store | None], tmp_path: Path
) -> None:
    where, store = database
    env = environment(where, workers="2" if store is not None else "1")
    init(env)
    chance = Random(2026)
    desks: list[Desk] = []
    for _ in range(KILLS):
        with serving(env) as hub:
            desks = desks or [Desk(hub, "one"), Desk(hub, "two")]
            until_killed(hub, desks, chance)
    with serving(env) as hub:
        for desk in desks:
            desk.send(hub.address)
            assert not desk.waiting
    # Some answers were lost on the way, or nothing was tried.
    assert sum(desk.lost for desk in desks) > 0
    ended = {op_id: status for desk in desks for op_id, status in desk.answered.items()}
    assert set(ended.values()) == {"applied"}
    opened = store or Store.open(tmp_path / "hub.db", None)
    try:
        with opened.read() as conn:
            receipts = set(conn.scalars(select(RECEIPT.c.op_id)))
            made = list(conn.scalars(select(PRODUCT.c.created_op)))
            head = change_log.head(conn)
            lines = conn.execute(select(func.min(SYNC_LOG.c.seq), func.count())).one()
    finally:
        opened.close()
    assert receipts == {UUID(op_id) for op_id in ended}
    assert sorted(made) == sorted(receipts)
    assert tuple(lines) == (1, head)
