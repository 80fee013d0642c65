"""A desk with files to send, and a hub that takes them as it is told; what follows is each test's."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments
from supportdesk.store.blobs import Blobs
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.sync.file_link import Answered, Begun
from supportdesk.sync.link import Unreachable
from supportdesk.sync.uploading import Progress, Uploader
from tests.services.desk_world import KEY
from tests.sync.office import Office, Seat


def answered(status: int) -> Answered:
    return Answered(status, KnownError(f"{status}", "", ""))


class Hub:
    """The files of a hub that does as it is told: what is in `script` comes before what would be right."""

    def __init__(self) -> None:
        self.begun: list[UUID] = []
        self.pieces: list[tuple[UUID, int]] = []
        self.uploads: dict[str, tuple[UUID, int]] = {}
        self.content: dict[str, bytearray] = {}
        self.script: list[Exception] = []
        self.given_up: list[str] = []
        self.looked = 0
        self.down = False

    def begin(self, attachment: UUID, sha256: str, size: int, *, data: bool = False) -> Begun:
        self.meet()
        self.begun.append(attachment)
        address = f"u{len(self.begun)}"
        self.uploads[address], self.content[address] = (attachment, size), bytearray()
        return Begun(address, 0)

    def offset(self, address: str) -> int:
        self.looked += 1
        if address not in self.content:
            raise answered(404)
        return len(self.content[address])

    def send(self, address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        self.meet()
        assert hashlib.sha256(piece).digest() == sha256
        content = self.content.get(address)
        if content is None:
            raise answered(404)
        assert offset == len(content)
        content += piece
        self.pieces.append((self.uploads[address][0], len(piece)))
        return len(content)

    def give_up(self, address: str) -> None:
        self.content.pop(address, None)
        self.given_up.append(address)

    def fetch(self, attachment: UUID, sha256: str, start: int, *, data: bool = False) -> Iterator[bytes]:
        if self.down:
            raise Unreachable("")
        (address,) = [each for each, (of, _) in self.uploads.items() if of == attachment]
        content = bytes(self.content[address])
        for at in range(start, len(content), 1000):
            yield content[at : at + 1000]
            if self.script:
                raise self.script.pop(0)

    def close(self) -> None:
        pass

    def meet(self) -> None:
        if self.script:
            raise self.script.pop(0)


class Sending:
    """A desk of a hub, with a case, and its files."""

    def __init__(self, office: Office) -> None:
        world = office.hub
        branch = world.branch()
        agent = world.sits_down(branch_id=branch)
        self.client = world.client(policy="onyxpro", branch_id=branch, start_date=world.now.date())
        self.case = world.case(self.client, reason="update", branch_id=branch)
        self.office = office
        self.seat: Seat = office.seat("north", agent)
        self.blobs = Blobs(office.folder / "files", KEY)
        self.hub = Hub()
        self.told: list[Progress] = []
        self.uploader = self.started()

    def started(self) -> Uploader:
        """The uploader of a program that has just been started."""
        clock = iter(range(1 << 30))
        return Uploader(self.seat.desk, self.blobs, self.hub, lambda: float(next(clock)), self.told.append)

    def attach(self, content: bytes, name: str = "log.txt") -> UUID:
        file = attachments.keep(self.blobs, io.BytesIO(content), name)
        before = set(self.files())
        self.office.later(seconds=1)
        attachments.attach_files(self.seat.desk, self.case, [file])
        (added,) = set(self.files()) - before
        return added

    def files(self) -> list[UUID]:
        with self.seat.desk.store.read() as conn:
            return list(conn.scalars(select(ATTACHMENT.c.id)))

    def sent(self, attachment: UUID) -> bytes:
        (found,) = [
            a for a, (of, size) in self.hub.uploads.items() if (of, size) == (attachment, self.size(a))
        ]
        return bytes(self.hub.content[found])

    def size(self, address: str) -> int:
        return len(self.hub.content[address])
