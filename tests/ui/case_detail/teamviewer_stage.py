"""A TeamViewer account on a real HTTP server of this machine, with a keyring that forgets; nothing is proved here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from supportdesk.app.teamviewer_account import TeamViewerAccount
from supportdesk.app.teamviewer_calls import Calls
from supportdesk.remote.teamviewer import TeamViewer
from supportdesk.remote.teamviewer_http import Limits
from supportdesk.rules.cases.engagement import Money
from supportdesk.workers.session import DeskSession
from tests.remote.teamviewer_api import TOKEN, Account, Api, Asked, Pauses, Reply, running, session, told

MADE_AT = "2026-11-18T09:00:00Z"


@dataclass
class Memory:
    """Keeps a token as long as the test runs."""

    token: str | None = None

    def load(self) -> str | None:
        return self.token

    def save(self, token: str) -> None:
        self.token = token

    def forget(self) -> None:
        self.token = None


@dataclass
class World:
    """What the account speaks with: the server, what it holds, and the network."""

    api: Api
    records: list[dict[str, object]] = field(default_factory=list)
    keeper: Memory = field(default_factory=lambda: Memory(TOKEN))
    network: bool | None = True
    fields: dict[str, str] = field(default_factory=dict)
    _behaved: Account | None = None

    def behave(self) -> None:
        """Answer as an account that is in order; codes of `fields` know a case."""
        behaved = self._behaved or Account(self.records)
        self._behaved = behaved
        for code, case in self.fields.items():
            behaved.sessions[code] = session(code=code, custom_api=case, created_at=MADE_AT)

        def answer(asked: Asked) -> Reply:
            if asked.path == "/api/v1/ping":
                return told({"token_valid": asked.headers.get("Authorization") == f"Bearer {TOKEN}"})
            return behaved(asked)

        self.api.answer = answer

    def asked(self, path: str) -> list[Asked]:
        """What was asked below the base address."""
        return [each for each in self.api.asked if each.path.removeprefix("/api/v1") == path]

    def account(self, desk: DeskSession, now: Callable[[], datetime]) -> TeamViewerAccount:
        """An account that asks this server."""

        def client(token: str) -> TeamViewer:
            limits = Limits(connect=1, read=2, answer=4, pause=0.1, retries=1)
            return TeamViewer(token, now=now, base=self.api.base, sleep=Pauses(), limits=limits)

        return TeamViewerAccount(
            desk,
            Calls(self.keeper, client),
            online=lambda: self.network,
            rate=Money(Decimal(90), "EUR"),
            parent=desk,
        )


@contextmanager
def teamviewer_world() -> Iterator[World]:
    """A server with an account in order."""
    with running() as api:
        world = World(api)
        world.behave()
        yield world
