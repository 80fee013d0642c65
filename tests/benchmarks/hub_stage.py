"""Stands up hubs for the benchmarks, on a file or on PostgreSQL, and seats desks at them; nothing is measured here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar
from uuid import uuid4

import requests
import sqlalchemy

from supportdesk.app import bootstrap, hub_line
from supportdesk.app.bootstrap import OpenedProfile
from supportdesk.config.hub_settings import HubSettings, changed, server_url
from supportdesk.config.paths import Profile
from supportdesk.services.operations.desk import Desk
from supportdesk.sync import connecting
from supportdesk.sync.engine import Engine
from supportdesk.sync.http_link import HttpLink, Tickets
from tests import postgres
from tests.benchmarks import hub_world
from tests.benchmarks.hub_world import Filled

Kind = Literal["file", "PostgreSQL"]
KINDS: tuple[Kind, ...] = ("file", "PostgreSQL")
ROOT = Path(__file__).parent.parent.parent

_SECONDS_TO_STOP = 30
_Message = TypeVar("_Message")


@dataclass(frozen=True)
class Hub:
    """A hub that answers: what it runs on, where, its process, and what is in it."""

    kind: Kind
    database: str
    address: str
    process: subprocess.Popen[str]
    filled: Filled

    def seconds_at(self, route: str) -> float:
        """How long the hub has been at answering a route so far, by its own figures."""
        name = f'supportdesk_request_seconds_sum{{route="{route}"}} '
        lines = requests.get(f"{self.address}/metrics", timeout=30).text.splitlines()
        return sum(float(line.removeprefix(name)) for line in lines if line.startswith(name))

    def waiting(self) -> int:
        """How many clients wait for news."""
        lines = requests.get(f"{self.address}/metrics", timeout=30).text.splitlines()
        return int(sum(float(line.split()[1]) for line in lines if line.startswith("supportdesk_waiting ")))


class TimedLink(HttpLink):
    """A link that adds up how long its requests took, by route, in seconds."""

    def __init__(self, address: str, tickets: Tickets) -> None:
        super().__init__(address, tickets, bootstrap.present)
        self.took: dict[str, list[float]] = {}

    def _ask(self, route: str, message: object, gives: type[_Message]) -> _Message:
        begun = time.perf_counter()
        try:
            return super()._ask(route, message, gives)
        finally:
            self.took.setdefault(route, []).append(time.perf_counter() - begun)

    def health(self) -> None:
        """Ask for what takes a hub the least, over the same connection."""
        assert self._http.get(f"{self._address}/health", timeout=30).status_code == requests.codes.ok

    def total(self) -> float:
        """All of it together."""
        return sum(map(sum, self.took.values()))


@dataclass(frozen=True)
class Seat:
    """A desk that belongs to a hub, with its engine and the link that the engine speaks through."""

    opened: OpenedProfile
    link: TimedLink
    engine: Engine

    @property
    def desk(self) -> Desk:
        """The desk."""
        return self.opened.desk


@dataclass
class Stage:
    """Where hubs stand: a folder and a PostgreSQL server that are gone at the end."""

    folder: Path
    ends: ExitStack
    _server: str | None = None
    _made: dict[tuple[Kind, int], tuple[str, Filled]] = field(default_factory=dict)

    @contextmanager
    def hub(self, kind: Kind, cases: int, *, workers: int, **more: str) -> Iterator[Hub]:
        """A hub in processes of its own with so many cases, on a database of its own; `more` are further settings."""
        database, filled = self._database(kind, cases)
        settings = {
            "DATABASE": database,
            "WORKERS": str(workers),
            "ARGON2_MEMORY_KIB": "8192",
            "ARGON2_PASSES": "1",
            **{name.upper(): value for name, value in more.items()},
        }
        log = (self.folder / f"hub-{uuid4().hex}.log").open("w+", encoding="utf-8")
        try:
            with log, _served(settings, log) as (process, address):
                yield Hub(kind, database, address, process, filled)
            _print_troubles(Path(log.name))
        finally:
            self._drop(kind, database)

    def _database(self, kind: Kind, cases: int) -> tuple[str, Filled]:
        """A copy of the database with so many cases, which is made when it is first asked for."""
        if (kind, cases) not in self._made:
            begun = time.perf_counter()
            database = self._new(kind)
            settings = changed(HubSettings(), {"database": database})
            filled = hub_world.fill(settings, cases)
            self._made[kind, cases] = database, filled
            print(
                f"(a hub with {cases:,} cases on {told(kind)}, made in {time.perf_counter() - begun:.0f} s)"
            )
        template, filled = self._made[kind, cases]
        return self._new(kind, template), filled

    def _new(self, kind: Kind, template: str | None = None) -> str:
        if kind == "file":
            path = self.folder / f"hub-{uuid4().hex}.db"
            if template is not None:
                shutil.copyfile(template, path)
            return str(path)
        if self._server is None:
            self._server = self.ends.enter_context(postgres.running_server(durable=True))
        name = f"hub_{uuid4().hex}"
        source = sqlalchemy.make_url(template).database if template is not None else "template0"
        engine = sqlalchemy.create_engine(
            self._server, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.NullPool
        )
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE \"{source}\" ENCODING 'UTF8'")
        url = sqlalchemy.make_url(server_url(self._server)).set(drivername="postgresql", database=name)
        return url.render_as_string(hide_password=False)

    def _drop(self, kind: Kind, database: str) -> None:
        if kind == "file":
            for path in self.folder.glob(f"{Path(database).name}*"):
                path.unlink()
        else:
            self._tell_server(f"DROP DATABASE {sqlalchemy.make_url(database).database} WITH (FORCE)")

    def _tell_server(self, statement: str) -> None:
        assert self._server is not None
        engine = sqlalchemy.create_engine(
            self._server, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.NullPool
        )
        with engine.connect() as connection:
            connection.exec_driver_sql(statement)

    @contextmanager
    def seat(self, hub: Hub, login: str) -> Iterator[Seat]:
        """A new desk at a hub, with nothing in it yet; its file is encrypted as a desk's is by default."""
        opened, admitted = new_desk(self.folder / f"{login}-{uuid4().hex}", hub.address, login)
        tickets = Tickets(hub.address, hub_line.keeper_of(opened), access_token=admitted.access_token)
        link = TimedLink(hub.address, tickets)
        try:
            yield Seat(opened, link, Engine(opened.desk, link))
        finally:
            link.close()
            opened.store.close()
            shutil.rmtree(opened.profile.root)


def new_desk(folder: Path, address: str, login: str) -> tuple[OpenedProfile, connecting.Admitted]:
    """Sign in and set up a desk as the program does, in this folder."""
    admitted = connecting.log_in(address, login, hub_world.PASSWORD, f"{login}'s laptop")
    opened = hub_line.begin_at_hub(
        Profile(folder), admitted, "passphrase", passphrase="a passphrase for a while"
    )
    return opened, admitted


def told(kind: Kind) -> str:
    """What a hub runs on, in a sentence."""
    return "a file" if kind == "file" else "PostgreSQL"


@contextmanager
def stage() -> Iterator[Stage]:
    """A stage for one run; everything on it is ended and deleted, also when the run is broken off."""
    with ExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="supportdesk-bench-hub-")))
        yield Stage(folder, ends)


def _print_troubles(log: Path) -> None:
    """Say what a hub wrote into its log beside requests: what was measured may have been another thing then."""
    lines = log.read_text(encoding="utf-8").splitlines()
    troubles = [line for line in lines if '"level": "info"' not in line]
    for line in troubles[:3]:
        print(f"  (the hub says, {len(troubles)} such lines: {line[:300]})", flush=True)


@contextmanager
def _served(settings: dict[str, str], log: Any) -> Iterator[tuple[subprocess.Popen[str], str]]:  # noqa: ANN401 - an open file
    own = {name: value for name, value in os.environ.items() if not name.startswith("SUPPORTDESK_")}
    environment = own | {f"SUPPORTDESK_HUB_{name}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "supportdesk", "hub", "serve", "--host", "127.0.0.1", "--port", "0"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
        env=environment,
        cwd=ROOT,
        # Ctrl+C is for the run as a whole, which stops its hubs itself.
        start_new_session=True,
    )
    try:
        line = process.stdout.readline() if process.stdout else ""
        address = line.rpartition(" at ")[2].strip()
        if not address.startswith("http"):
            log.seek(0)
            raise RuntimeError(f"the hub did not start: {log.read()[-2_000:]}")
        # The socket is there before the worker: who comes early waits for it.
        assert requests.get(f"{address}/health", timeout=60).status_code == requests.codes.ok
        yield process, address
    finally:
        process.terminate()
        try:
            process.wait(_SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
