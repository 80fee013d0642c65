"""Files from one desk to another by way of a hub that is a process of its own, over a line that is often cut."""

from __future__ import annotations

import hashlib
import io
import time
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from uuid_utils.compat import uuid7

from supportdesk.services.cases import attachments, cases
from supportdesk.services.exchange.joining import Registration, join_empty
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.store import migrate
from supportdesk.store.blobs import Blobs
from supportdesk.store.hub_secrets import InMemory
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.sync import connecting
from supportdesk.sync.downloading import fetch_file
from supportdesk.sync.engine import Engine
from supportdesk.sync.file_link import Answered, HttpFileLink
from supportdesk.sync.http_link import HttpLink, Tickets
from supportdesk.sync.link import Unreachable
from supportdesk.sync.uploading import Uploader
from tests.hub.hub_process import PASSWORD, environment, said, serving
from tests.services.desk_world import KEY, World, made

MIB = 1 << 20


class Joined:
    """A desk with an encrypted file that has joined a hub which is a process of its own."""

    def __init__(self, folder: Path, address: str, name: str, ends: ExitStack) -> None:
        admitted = connecting.log_in(address, "amina@example.org", PASSWORD, name)
        store = Store.open(folder / f"{name}.db", KEY, create=True)
        ends.callback(store.close)
        migrate.upgrade(store)
        device = admitted.secrets.device_id
        join_empty(store, Registration(address, admitted.agent_id, device), datetime.now(UTC))
        world = World(store, actor=admitted.agent_id, device=device)
        self.desk: Desk = replace(world.desk, now=lambda: datetime.now(UTC), new_id=uuid7)
        keeper = InMemory()
        keeper.save(admitted.secrets)
        tickets = Tickets(address, keeper, access_token=admitted.access_token)
        link = ends.enter_context(closing(HttpLink(address, tickets, lambda: datetime.now(UTC))))
        self.files = ends.enter_context(closing(HttpFileLink(address, tickets)))
        self.engine = Engine(self.desk, link)
        self.blobs = Blobs(folder / f"{name}-files", KEY)
        self.engine.round()

    def states(self) -> dict[UUID, str]:
        with self.desk.store.read() as conn:
            return {row.id: row.state for row in conn.execute(select(ATTACHMENT.c.id, ATTACHMENT.c.state))}


class Cut(HttpFileLink):
    """A line that is cut at every other piece: before it arrives, or before the answer does."""

    def __init__(self, link: HttpFileLink) -> None:
        self.__dict__.update(link.__dict__)
        self._chance = Random(3)

    def send(self, address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        fate = self._chance.randrange(4)
        if fate == 0:
            raise Unreachable("")
        found = super().send(address, offset, piece, sha256)
        if fate == 1:
            raise Unreachable("")
        return found


@pytest.mark.slow
def test_from_one_desk_to_another_over_a_bad_line(server_url: str | None, tmp_path: Path) -> None:
    database = server_url or str(tmp_path / "hub.db")
    env = environment(database, files=str(tmp_path / "files"), log_level="warning")
    done = said(env, "init", "--name", "Amina", "--login", "amina@example.org", "--policy", "synergy")
    assert done.returncode == 0, done.stderr
    contents = [Random(n).randbytes(size) for n, size in enumerate((0, 1, 700_000, 9 * MIB + 1))]
    with serving(env) as hub, ExitStack() as ends:
        one = Joined(tmp_path, hub.address, "one", ends)
        other = Joined(tmp_path, hub.address, "other", ends)
        client = made(people.add_organisation(one.desk, NewOrganisation("Hartwell", "synergy")).created)
        case = made(cases.log_case(one.desk, NewCase("It stops", organisation_id=client)).created)
        files = [
            attachments.keep(one.blobs, io.BytesIO(content), f"{len(content)}.bin") for content in contents
        ]
        attachments.attach_files(one.desk, case, files)
        one.engine.round()
        other.engine.round()
        assert set(other.states().values()) == {"local"}
        with other.desk.store.read() as conn:
            largest = conn.scalars(select(ATTACHMENT.c.id).order_by(ATTACHMENT.c.size.desc())).first()
        assert largest is not None
        with pytest.raises(Answered):
            fetch_file(other.desk, other.blobs, other.files, largest)
        for _ in range(200):
            # Each time as if the program had been started anew.
            try:
                if Uploader(one.desk, one.blobs, Cut(one.files), time.monotonic).round():
                    break
            except Unreachable:
                continue
        one.engine.round()
        other.engine.round()
        assert set(one.states().values()) == set(other.states().values()) == {"stored"}
        for file in other.states():
            fetch_file(other.desk, other.blobs, other.files, file)
        for content in contents:
            with other.blobs.open(hashlib.sha256(content).hexdigest()) as kept:
                assert kept.read() == content
        # Nobody else's address is spoken to, and what nobody has is told as such.
        with pytest.raises(Answered) as nowhere:
            one.files.offset(f"https://elsewhere.example/files/v1/uploads/{uuid4()}")
        assert nowhere.value.status == 404
