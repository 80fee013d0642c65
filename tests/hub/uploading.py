"""Somebody who attaches or deposits files at a hub and sends their bytes by tus; what may be is the tests'."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any, ClassVar, TypeVar, overload
from uuid import UUID

from fastapi.testclient import TestClient
from sqlalchemy import Table, select

from supportdesk.domain.words import AgentRole
from supportdesk.hub import administration
from supportdesk.hub.administration import By
from supportdesk.hub.kept_bytes import place_of
from supportdesk.hub.sync_routes import desk_of
from supportdesk.protocol.accounts import NewUser
from supportdesk.services.cases import attachments, cases
from supportdesk.services.entitlements import file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.services.registers.staff import NewBranch
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.work import DATA_FILE
from tests.hub.conftest import PASSWORD, World
from tests.services.desk_world import made, policies

TUS = {"Tus-Resumable": "1.0.0"}
BYTES = {**TUS, "Content-Type": "application/offset+octet-stream"}
UPLOADS = "/files/v1/uploads"


@dataclass
class Uploader:
    """An officer of a branch with a case of its own, signed in."""

    world: World
    desk: Desk
    client: TestClient
    case: UUID
    device: UUID
    organisation: UUID
    kind: ClassVar[str] = "attachment"
    table: ClassVar[Table] = ATTACHMENT

    def attach(self, content: bytes, name: str = "photo.jpg") -> UUID:
        """Attach a file to the case, without its bytes."""
        return self.attach_as(hashlib.sha256(content).hexdigest(), len(content), name)

    def attach_as(self, sha256: str, size: int, name: str = "photo.jpg") -> UUID:
        """Attach a file that is said to be this."""
        before = set(self.attached())
        attachments.attach_files(self.desk, self.case, [NewFile(sha256, size, name)])
        (added,) = set(self.attached()) - before
        return added

    def attached(self) -> dict[UUID, str]:
        """The files of the case, each with its state."""
        with self.world.hub.store.read() as conn:
            rows = conn.execute(
                select(ATTACHMENT.c.id, ATTACHMENT.c.state).where(ATTACHMENT.c.case_id == self.case)
            )
            return {row.id: row.state for row in rows}

    def create(self, attachment: UUID, content: bytes, **headers: str) -> Any:  # noqa: ANN401 - an answer of the test client
        """Begin an upload."""
        return self.client.post(UPLOADS, headers={**self.announced(attachment, content), **headers})

    def announced(self, attachment: object, content: bytes) -> dict[str, str]:
        """The headers of a creation."""
        return self.announced_as(attachment, hashlib.sha256(content).hexdigest(), len(content))

    def announced_as(self, attachment: object, sha256: str, size: int) -> dict[str, str]:
        """The headers of a creation of what is said to be this."""
        return announced_as(attachment, sha256, size, self.kind)

    def letter(self, file: dict[str, Any]) -> dict[str, Any]:
        """The act of a desk that names a file."""
        args = {"files": [{**file, "media_type": "x"}]}
        return {
            "root_entity": "case",
            "root_id": str(self.case),
            "kind": "append",
            "name": "case.attach",
            "args": args,
        }

    def where(self, attachment: object) -> str:
        """The address of a file's bytes."""
        return f"/files/v1/blobs/{attachment}"

    def begin(self, attachment: UUID, content: bytes) -> str:
        """The address of an upload that was begun."""
        answer = self.create(attachment, content)
        assert answer.status_code == 201, answer.text
        return f"/files/v1/{answer.headers['Location']}"

    def patch(self, address: str, offset: int, piece: bytes, **headers: str) -> Any:  # noqa: ANN401 - as above
        """Add bytes."""
        return self.client.patch(
            address, content=piece, headers={**BYTES, "Upload-Offset": str(offset), **headers}
        )

    def head(self, address: str) -> Any:  # noqa: ANN401 - as above
        """Ask where an upload stands."""
        return self.client.head(address, headers=TUS)

    def get(self, attachment: UUID, **headers: str) -> Any:  # noqa: ANN401 - as above
        """Ask for an attachment's bytes."""
        return self.client.get(self.where(attachment), headers=headers)

    def parts(self) -> list[str]:
        """The files of uploads that are not whole."""
        place = place_of(self.world.hub)
        assert place is not None
        return [path.name for path in place.coming.glob("*")]

    def kept(self) -> list[str]:
        """The checksums of the bytes that the hub keeps."""
        place = place_of(self.world.hub)
        assert place is not None
        return list(place.blobs)


class Depositor(Uploader):
    """The same of clients' data files; a copy is logged before one is asked for."""

    kind = "data_file"
    table = DATA_FILE

    def attach_as(self, sha256: str, size: int, name: str = "books.data") -> UUID:
        """Deposit a data file that is said to be this."""
        file = NewFile(sha256, size, name)
        at = self.world.hub.now()
        return made(file_station.deposit(self.desk, self.organisation, file, copied_at=at).created)

    def attached(self) -> dict[UUID, str]:
        """The data files of the client, each with its state."""
        with self.world.hub.store.read() as conn:
            own = DATA_FILE.c.organisation_id == self.organisation
            return {row.id: row.state for row in conn.execute(select(DATA_FILE).where(own))}

    def letter(self, file: dict[str, Any]) -> dict[str, Any]:
        """The act of a desk that deposits a data file."""
        return {
            "root_entity": "organisation",
            "root_id": str(self.organisation),
            "kind": "append",
            "name": "organisation.note_data_file",
            "args": {**file, "copied_at": self.world.hub.now().isoformat(), "erase_on": None},
        }

    def where(self, attachment: object) -> str:
        """The address of a data file's bytes."""
        return f"/files/v1/data-files/{attachment}"

    def log(self, file: UUID) -> None:
        """Log a copy, whoever's client it is."""
        with self.world.hub.store.read() as conn:
            of = get_row(conn, DATA_FILE, file)["organisation_id"]
        file_station.take_copy(self.desk, of, file, "The totals differ.")

    def get(self, attachment: UUID, **headers: str) -> Any:  # noqa: ANN401 - an answer of the test client
        """Log a copy and ask for it."""
        self.log(attachment)
        return super().get(attachment, **headers)

    def erase(self, file: UUID) -> None:
        """Erase a data file."""
        file_station.erase(self.desk, self.organisation, file)


def announced_as(file: object, sha256: str, size: int, kind: str = "attachment") -> dict[str, str]:
    """The headers of a creation of what is said to be this."""
    said = {"sha256": sha256, kind: str(file)}
    return {**TUS, "Upload-Length": str(size), "Upload-Metadata": metadata(said)}


def metadata(said: Mapping[str, str]) -> str:
    """What tus makes of names and values."""
    return ",".join(f"{key} {b64encode(value.encode()).decode()}" for key, value in said.items())


def checksum(piece: bytes, algorithm: str = "sha256") -> str:
    """What a request says its bytes add up to."""
    return f"{algorithm} {b64encode(hashlib.new(algorithm, piece).digest()).decode()}"


def random_bytes(size: int, seed: int = 1) -> bytes:
    return Random(seed).randbytes(size)


_Kind = TypeVar("_Kind", bound=Uploader)


@overload
def officer(world: World, name: str, branch: UUID | None = None) -> Uploader: ...


@overload
def officer(world: World, name: str, branch: UUID | None = None, *, kind: type[_Kind]) -> _Kind: ...


def officer(
    world: World, name: str, branch: UUID | None = None, *, kind: type[Uploader] = Uploader
) -> Uploader:
    """A new officer in a new branch, or in this one, with a client and a case there."""
    world.hub = replace(world.hub, policies=PolicyBook(policies()))
    by = By(world.chief.agent_id)
    where = branch or administration.add_branch(
        world.hub, by, NewBranch(name.title(), "subsidiary", "Europe/Paris")
    )
    login = f"{name}@example.org"
    roles = [AgentRole.SUPPORT_OFFICER]
    account = administration.add_user(
        world.hub, by, NewUser(login=login, name=name, roles=roles, password=PASSWORD, branch_id=where)
    )
    client, signed = world.signed_in(login)
    desk = replace(desk_of(world.hub), actor=account.agent_id)
    organisation = made(
        people.add_organisation(desk, NewOrganisation(f"{name} Motors", "synergy", branch_id=where)).created
    )
    case = made(cases.log_case(desk, NewCase("It stops", organisation_id=organisation)).created)
    return kind(world, desk, client, case, UUID(signed["device_id"]), organisation)
