"""A hub that is a process of its own and desks in their windows, whose lines for files tests cut, hold and mend."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import QSettings
from sqlalchemy import select

from supportdesk.app import hub_line
from supportdesk.app.bootstrap import OpenedProfile, present
from supportdesk.app.desk_window import DeskWindow
from supportdesk.config.paths import Profile
from supportdesk.services.cases import attachments, cases
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.store.blobs import Blobs
from supportdesk.store.tables.cases import ATTACHMENT, CASE
from supportdesk.sync import connecting
from supportdesk.sync.file_link import HttpFileLink
from supportdesk.sync.link import Unreachable
from supportdesk.ui.case_detail.page import CasePane
from supportdesk.ui.frame import Frame
from tests.hub.hub_process import PASSWORD, Running, environment, said, serving
from tests.services.desk_world import made

LOGINS = {"nadia": "amina@example.org", "priya": "priya@example.org"}
Until = Callable[[Callable[[], bool]], None]


class Gate:
    """What stands between desks and the hub's files: open, cut after some pieces, or holding one up."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.holds = self.once = False
        self.held, self.let_go = threading.Event(), threading.Event()
        self.sent: list[int] = []
        self.fetched: list[int] = []

    def cut_after(self, pieces: int, *, once: bool = False) -> None:
        """Let so many pieces pass, then none; or cut the line this once."""
        self.left, self.once = pieces, once

    def mend(self) -> None:
        """Let everything pass."""
        self.left = None

    def hold(self) -> None:
        """Let the next piece hang until `let_go` is set."""
        self.holds = True

    def pass_(self) -> None:
        if self.holds:
            self.held.set()
            self.let_go.wait(30)
        if self.left is not None:
            if self.left <= 0:
                if self.once:
                    self.left = None
                raise Unreachable("Cut.", "", "")
            self.left -= 1


class GatedLink(HttpFileLink):
    """A real line through a gate."""

    gate: ClassVar[Gate]

    def send(self, address: str, offset: int, piece: bytes, sha256: bytes) -> int:
        self.gate.pass_()
        found = super().send(address, offset, piece, sha256)
        self.gate.sent.append(offset)
        return found

    def fetch(self, file: UUID, sha256: str, start: int, *, data: bool = False) -> Iterator[bytes]:
        self.gate.fetched.append(start)
        for piece in super().fetch(file, sha256, start, data=data):
            self.gate.pass_()
            yield piece


@dataclass
class Seat:
    """A desk with its window; opened again after it was closed, it is the program started anew."""

    opened: OpenedProfile
    until: Until
    window: DeskWindow | None = None
    refused: list[str] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.opened.desk

    @property
    def blobs(self) -> Blobs:
        return Blobs(self.opened.profile.blobs, self.opened.store.files_key)

    @property
    def shown(self) -> DeskWindow:
        assert self.window is not None
        return self.window

    @property
    def pane(self) -> CasePane:
        """The case in view."""
        assert self.shown.window is not None
        (pane,) = self.shown.window.findChildren(CasePane)
        return pane

    def open(self) -> None:
        """Start the desk and show its window."""
        profile = self.opened.profile
        memory = QSettings(str(profile.root / "window.ini"), QSettings.Format.IniFormat)
        frame = Frame("Desk", memory)
        frame.resize(1440, 900)
        opened = self.opened
        self.window = DeskWindow(frame, profile, memory, lambda: opened, now=present)
        self.window.begin()
        frame.show()
        self.until(lambda: self.shown.line is not None)

    def close(self) -> None:
        """End the desk."""
        if self.window is not None:
            window, self.window = self.window, None
            window.close()
            window._frame.close()  # noqa: SLF001 - the frame is the program's; here nobody else has it

    def show(self, case: UUID) -> None:
        """Open a case in the window, once it is here."""
        self.until(lambda: case in self.cases())
        assert self.shown.window is not None
        self.shown.window.open_case(case)
        self.until(lambda: bool(self.pane.timeline.rows))

    def cases(self) -> list[UUID]:
        with self.desk.store.read() as conn:
            return list(conn.scalars(select(CASE.c.id)))

    def attach(self, case: UUID, file: Path) -> UUID:
        """Attach a file to a case, as the window does."""
        before = set(self.states())
        kept = FileShelf(self.opened.profile.blobs).keep(self.desk, file)
        self.shown.session.do(attachments.attach_files, case, [kept])
        self.until(lambda: len(self.states()) > len(before))
        (added,) = set(self.states()) - before
        return added

    def states(self) -> dict[UUID, str]:
        with self.desk.store.read() as conn:
            return {row.id: row.state for row in conn.execute(select(ATTACHMENT.c.id, ATTACHMENT.c.state))}


@dataclass
class FileOffice:
    """The hub with its files, and the desks."""

    folder: Path
    env: dict[str, str]
    until: Until
    gate: Gate
    port: int
    hub: Running | None = None
    seats: list[Seat] = field(default_factory=list)

    def seat(self, name: str) -> Seat:
        """A new desk at the hub, its window open: Nadia's or Priya's."""
        assert self.hub is not None
        admitted = connecting.log_in(self.hub.address, LOGINS[name], PASSWORD, name)
        opened = hub_line.begin_at_hub(Profile(self.folder / name), admitted, "off", now=present)
        seat = Seat(opened, self.until)
        self.seats.append(seat)
        seat.open()
        return seat

    @contextmanager
    def serving(self, **settings: str) -> Iterator[None]:
        """The hub at work, with other settings if named; always at the same address."""
        env = {**self.env, **{f"SUPPORTDESK_HUB_{name.upper()}": value for name, value in settings.items()}}
        with serving(env, "--port", str(self.port)) as hub:
            self.hub = hub
            yield
            self.hub = None


def case_of(seat: Seat, title: str = "It stops") -> UUID:
    """A new case of a new client, logged at a desk."""
    client = made(people.add_organisation(seat.desk, NewOrganisation("Hartwell", "synergy")).created)
    case = made(cases.log_case(seat.desk, NewCase(title, organisation_id=client)).created)
    seat.shown.line.send_now()  # type: ignore[union-attr]  # it was opened
    return case


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def founded(folder: Path) -> dict[str, str]:
    """A new hub's environment, its database and files in a folder."""
    env = environment(str(folder / "hub.db"), files=str(folder / "hub-files"), log_level="warning")
    done = said(env, "init", "--name", "Amina", "--login", LOGINS["nadia"], "--policy", "synergy")
    assert done.returncode == 0, done.stderr
    roles = ("--role", "manager", "--role", "administrator")
    done = said(env, "user", "add", "priya@example.org", "--name", "Priya Raman", *roles)
    assert done.returncode == 0, done.stderr
    return env
