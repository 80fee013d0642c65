"""A store and a link to the hub that fail where a simulation says so; what fails when is decided elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol, TypeVar

from msgspec.structs import replace
from sqlalchemy import Connection, Dialect, Engine

from supportdesk.hub import conversation
from supportdesk.hub.conversation import Party, Refused
from supportdesk.protocol import codec, encodings
from supportdesk.protocol.messages import (
    Compare,
    Compared,
    Fetch,
    Head,
    Load,
    LoadedPage,
    Page,
    Pull,
    Push,
    Pushed,
    Verified,
    Verify,
    Wait,
)
from supportdesk.services.operations.desk import Desk
from supportdesk.store.failures import Unavailable
from supportdesk.store.store import Store
from supportdesk.sync.link import SignInNeeded, TryLater, Turned, Unreachable

_Message = TypeVar("_Message")
_LIMIT = 4 << 20
_COMPILED: dict[Any, Any] = {}
_DIALECTS: dict[str, Dialect] = {}


class Crash(BaseException):
    """The process is gone at this instant; nothing of it may catch this."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class FullDisk(Unavailable):
    """The disk took no more."""

    def __init__(self) -> None:
        super().__init__("The disk is full.", "The change was not saved.", "Free some space.")


class FaultyStore(Store):
    """A store that asks `at` at the durable steps of each transaction: before it, at its end, after its commit.

    `at` gets the step's name and whether what is written comes from the hub; it may raise. Commits are counted, and
    among them those of what came from the hub.
    """

    at: Callable[[str, bool], None] | None = None
    commits = arriving_commits = 0

    def __init__(self, readers: Engine, writer: Engine, path: Path | None) -> None:
        # Hundreds of short-lived stores of one process compose each statement once.
        shared = {"compiled_cache": _COMPILED}
        for role, engine in (("reads", readers), ("writes", writer)):
            key = f"{engine.dialect.name} {role}"
            engine.dialect = _DIALECTS.setdefault(key, engine.dialect)
        super().__init__(readers.execution_options(**shared), writer.execution_options(**shared), path)

    @contextmanager
    def write(
        self, *, bulk: bool = False, schema: bool = False, arriving: bool = False
    ) -> Iterator[Connection]:
        """One transaction; see `Store.write`."""
        self._ask("before commit", arriving=arriving)
        with super().write(bulk=bulk, schema=schema, arriving=arriving) as conn:
            yield conn
            self._ask("in commit", arriving=arriving)
        self.commits += 1
        self.arriving_commits += arriving
        self._ask("after commit", arriving=arriving)

    def _ask(self, step: str, *, arriving: bool) -> None:
        if self.at is not None:
            self.at(step, arriving)


class Network(Protocol):
    """What decides on the fate of messages."""

    def party(self, name: str) -> Party | None:
        """Who sends from this desk, None where the hub does not know them any longer."""

    def hub(self) -> Desk:
        """The hub that answers now."""

    def fate(self, name: str, step: str) -> str | None:
        """What goes wrong with this message; None for nothing."""

    def meanwhile(self, name: str) -> None:
        """Let others go on while a message is under way."""

    def late(self, name: str, again: Callable[[], object]) -> None:
        """Keep a message that will arrive after others."""

    def passed(self, name: str, step: str, sent: object, answer: object) -> None:
        """A message was answered; `answer` is as the hub gave it."""

    def note(self, *words: object) -> None:
        """Write to the trace."""

    def page_size(self) -> int:
        """How much of a log or scope goes into a page."""


_REFUSALS = {"403": "forbidden", "409": "epoch", "410": "resync", "422": "malformed"}
_SERVER = {"500", "502", "504"}


class FaultyLink:
    """A desk's link through a network that loses, doubles, delays and damages messages."""

    def __init__(self, name: str, network: Network) -> None:
        self.name, self.network = name, network

    def push(self, message: Push) -> Pushed:
        return self._ask("push", conversation.push, message, Pushed)

    def pull(self, message: Pull) -> Page:
        small = replace(message, limit=self.network.page_size())
        return self._ask("pull" if message.upto is None else "page", conversation.pull, small, Page)

    def load(self, message: Load) -> LoadedPage:
        small = replace(message, limit=self.network.page_size())
        return self._ask("load", conversation.load, small, LoadedPage)

    def fetch(self, message: Fetch) -> Page:
        return self._ask("fetch", conversation.fetch, message, Page)

    def compare(self, message: Compare) -> Compared:
        return self._ask("compare", conversation.compare, message, Compared)

    def verify(self, message: Verify) -> Verified:
        return self._ask("verify", conversation.verify, message, Verified)

    def wait(self, message: Wait) -> Head:
        raise NotImplementedError

    def _ask(  # noqa: C901 - one line a fault
        self, step: str, ask: Callable[..., object], message: object, kind: type[_Message]
    ) -> _Message:
        fate = self.network.fate(self.name, step)
        body = encodings.pack(codec.encode(message), "zstd")
        self.network.note(self.name, step, fate, sha256(body).hexdigest()[:12])
        if fate in {"drop request", "partition", "flapping"}:
            raise Unreachable("")
        if fate == "reorder":
            self.network.late(self.name, lambda: self._at_the_hub(step, ask, type(message), body))
            raise Unreachable("")
        if fate == "401":
            raise SignInNeeded("")
        if fate in _REFUSALS:
            raise Turned(_REFUSALS[fate])
        if fate == "413" and step == "push":
            raise Turned("too_large")
        if fate in {"429", "503"}:
            raise TryLater(1.0)
        if fate in _SERVER:
            raise Unreachable("")
        if fate == "truncated request":
            body = body[: len(body) // 2]
        if fate == "delayed request":
            self.network.meanwhile(self.name)
        answer = self._at_the_hub(step, ask, type(message), body)
        if fate == "duplicate":
            answer = self._at_the_hub(step, ask, type(message), body)
        if fate == "delayed answer":
            self.network.meanwhile(self.name)
        if fate == "drop answer":
            raise Unreachable("")
        return self._read(answer, kind, fate)

    def _at_the_hub(self, step: str, ask: Callable[..., object], kind: type[Any], body: bytes) -> bytes:
        party = self.network.party(self.name)
        if party is None:
            raise SignInNeeded("")
        try:
            message = codec.decode(kind, encodings.unpack(body, "zstd", _LIMIT))
            answer = ask(self.network.hub(), party, message)
        except (encodings.Unreadable, codec.Malformed) as error:
            raise Turned("malformed") from error
        except Refused as refused:
            raise Turned(refused.code, refused.what) from refused
        except FullDisk as full:
            raise TryLater(1.0) from full
        except Crash as crash:
            raise Unreachable("") from crash
        self.network.passed(self.name, step, message, answer)
        return encodings.pack(codec.encode(answer, codec.MSGPACK), "zstd")

    def _read(self, body: bytes, kind: type[_Message], fate: str | None) -> _Message:
        if fate == "truncated answer":
            body = body[: len(body) * 2 // 3]
        elif fate == "corrupt answer":
            body = body[:4] + bytes(octet ^ 0x5A for octet in body[4:12]) + body[12:]
        elif fate == "proxy page":
            body = b"<html>Please sign in to this network.</html>"
        try:
            return codec.decode(kind, encodings.unpack(body, "zstd", _LIMIT), codec.MSGPACK)
        except (encodings.Unreadable, codec.Malformed) as error:
            raise Unreachable("") from error
