"""A hub for tests, on SQLite and on PostgreSQL: its clock stands still until it is moved, its checks are quick."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from supportdesk.config.hub_settings import HubSettings
from supportdesk.domain.words import AgentRole
from supportdesk.hub import administration, founding
from supportdesk.hub.administration import By
from supportdesk.hub.app import create_app
from supportdesk.hub.founding import Founder
from supportdesk.hub.hub import Hub, open_hub
from supportdesk.hub.passwords import Passwords, Verdict
from supportdesk.protocol.accounts import NewUser
from supportdesk.store.account_rows import Account
from tests.hub.busy import busy_office
from tests.sync.office import Office

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
CHIEF, PASSWORD = "amina@example.org", "a long enough password"
DEVICE = {"name": "Amina's laptop", "platform": "Linux"}


class Clock:
    """A clock that stands still."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **span: float) -> None:
        """Let time pass, given as for a timedelta."""
        self.at += timedelta(**span)


class CountingPasswords(Passwords):
    """Counts how many hashes it computes for checks, which is what takes the time."""

    def __init__(self, settings: HubSettings) -> None:
        super().__init__(settings)
        self.checked = 0
        self._count = self._hasher.verify

    def check(self, password_hash: str | None, password: str) -> Verdict:
        return super().check(password_hash, password)

    def _verified(self, password_hash: str, text: str) -> bool:
        self.checked += 1
        return super()._verified(password_hash, text)


@dataclass
class World:
    """A hub that was founded, its clock, and one client for each address that speaks to it."""

    hub: Hub
    clock: Clock
    passwords: CountingPasswords
    chief: Account
    branch: UUID
    clients: list[TestClient] = field(default_factory=list)

    def client(self, address: str = "192.0.2.1") -> TestClient:
        """Somebody at this address, who carries no token yet."""
        # A bug is to be answered by the app itself.
        made = TestClient(create_app(self.hub), client=(address, 50_000))
        self.clients.append(made)
        return made

    def add(self, login: str, *roles: str) -> Account:
        """Somebody who works here."""
        return administration.add_user(
            self.hub,
            By(self.chief.agent_id),
            NewUser(
                login=login, name=login.title(), roles=[AgentRole(role) for role in roles], password=PASSWORD
            ),
        )

    def signed_in(self, login: str = CHIEF, address: str = "192.0.2.1") -> tuple[TestClient, dict[str, Any]]:
        """A client that carries the token of this person, and what the log-in gave."""
        client = self.client(address)
        given = client.post("/auth/v1/login", json=log_in(login))
        assert given.status_code == 200, given.text
        told: dict[str, Any] = given.json()
        client.headers["Authorization"] = f"Bearer {told['tokens']['access_token']}"
        return client, told


def log_in(login: str = CHIEF, password: str = PASSWORD, **more: object) -> dict[str, object]:
    """The body of a log-in."""
    return {"login": login, "password": password, "device": DEVICE, **more}


def settings_for(database: str, **changes: Any) -> HubSettings:
    """Settings whose password checks cost next to nothing."""
    return replace(
        HubSettings(database=database, argon2_memory_kib=8_192, argon2_passes=1, connections=6), **changes
    )


@contextmanager
def open_world(settings: HubSettings) -> Iterator[World]:
    """A hub on an empty database, founded."""
    clock, chance = Clock(), Random(1)
    opened = open_hub(settings, create=True)
    passwords = CountingPasswords(settings)
    ids = (UUID(int=(0x019C_0000_0000 + n) << 80 | 7 << 76 | 2 << 62 | n) for n in range(1, 1 << 20))
    hub = replace(opened, passwords=passwords, now=clock, chance=chance.randbytes, new_id=lambda: next(ids))
    founder = Founder("Amina Haddad", CHIEF, PASSWORD, "Central", "Europe/Paris", CHIEF)
    try:
        made = founding.found(hub, founder, founding.chosen_policies(["sage"]))
        chief = administration.user_of_login(hub, CHIEF)
        yield World(hub, clock, passwords, chief, made.branch_id)
    finally:
        hub.store.close()


@pytest.fixture
def database(server_url: str | None, tmp_path: Path) -> str:
    """Where a hub's data are: in a file, and on a real server."""
    return server_url or str(tmp_path / "hub.db")


@pytest.fixture
def world(database: str) -> Iterator[World]:
    """A founded hub, on each database."""
    with open_world(settings_for(database)) as made:
        yield made


@pytest.fixture
def office(server_url: str | None, tmp_path: Path) -> Iterator[Office]:
    """A hub with somebody at it, on each database."""
    with busy_office(tmp_path, server_url) as opened:
        yield opened


@pytest.fixture
def small_world(tmp_path: Path) -> Iterator[World]:
    """A founded hub in a file, for what no database has a part in."""
    with open_world(settings_for(str(tmp_path / "hub.db"))) as made:
        yield made


@pytest.fixture
def asked() -> Callable[[Any], str]:
    """The code of the problem that an answer tells."""
    return code


def code(answer: Any) -> str:  # noqa: ANN401 - an answer of the test client
    """The code of the problem that an answer tells, which must be a whole problem."""
    told = answer.json()
    assert set(told) == {"code", "what", "meaning", "remedy"}, told
    assert answer.headers["content-type"] == "application/json"
    return str(told["code"])
