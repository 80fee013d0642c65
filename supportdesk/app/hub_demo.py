"""The `hub demo` command: a hub and two desks on this machine, and what one does seen on the other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from supportdesk.app import hub_line
from supportdesk.app.bootstrap import OpenedProfile
from supportdesk.config.hub_settings import HubSettings, changed, is_server
from supportdesk.config.paths import Profile
from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet
from supportdesk.domain.words import AgentRole
from supportdesk.hub import administration, founding
from supportdesk.hub.administration import By
from supportdesk.hub.founding import Founder
from supportdesk.hub.hub import open_hub
from supportdesk.protocol.accounts import NewUser
from supportdesk.services.cases import cases, handling, replies
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.store import desk_rows
from supportdesk.store.synced_rows import find_row, get_row
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.sync import connecting
from supportdesk.sync.live import Heard, Live

_PASSWORD = "a long enough password"  # noqa: S105 - of accounts that live as long as the demo
_PEOPLE = ("Nadia Karim", "Priya Raman")
_NOTES = 20
_SECONDS_TO_COME = 20.0


@dataclass(slots=True)
class _Seat:
    """A desk of the demo with its line to the hub; `heard` is set whenever something came."""

    name: str
    opened: OpenedProfile
    live: Live
    heard: threading.Event = field(default_factory=threading.Event)

    @property
    def desk(self) -> Desk:
        return self.opened.desk


def run_hub_demo(database: str | None) -> int:
    """Show a change travelling from one desk to another through a hub; the exit status.

    `database` is a PostgreSQL URL whose database is empty, or None for a file. Everything else is made in a folder
    that is gone at the end.
    """
    folder = Path(tempfile.mkdtemp(prefix="supportdesk-hub-demo-"))
    try:
        with ExitStack() as ends:
            settings = changed(HubSettings(), {"database": database or str(folder / "hub.db")})
            _found(settings)
            address = ends.enter_context(_served(settings))
            kind = "PostgreSQL" if database else "a file"
            print(f"A hub on {kind} answers at {address}; {' and '.join(_PEOPLE)} sign in, each at a desk.")
            seats = [ends.enter_context(_seated(folder, address, name)) for name in _PEOPLE]
            _show(*seats)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _found(settings: HubSettings) -> None:
    hub = open_hub(settings, create=True)
    try:
        founder = Founder("Ada Berg", "ada", _PASSWORD, "Toronto", "America/Toronto")
        made = founding.found(hub, founder, founding.chosen_policies(["sparkrock"]))
        for name in _PEOPLE:
            new = NewUser(
                login=_login(name),
                name=name,
                roles=[AgentRole.SUPPORT_OFFICER],
                branch_id=made.branch_id,
                password=_PASSWORD,
            )
            administration.add_user(hub, By(), new)
    finally:
        hub.store.close()


def _login(name: str) -> str:
    return name.split(maxsplit=1)[0].lower()


@contextmanager
def _served(settings: HubSettings) -> Iterator[str]:
    """The hub in a process of its own; gives its address."""
    command = [sys.executable, "-m", "supportdesk", "hub", "serve", "--host", "127.0.0.1", "--port", "0"]
    environment = os.environ | {
        "SUPPORTDESK_HUB_DATABASE": settings.database,
        "SUPPORTDESK_HUB_WORKERS": "2" if is_server(settings.database) else "1",
    }
    with subprocess.Popen(  # noqa: S603 - this very program
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            if " at http" not in line:
                raise KnownError("The hub did not start.", "", "Run `supportdesk hub serve` to see why.")
            yield line.split(" at ", 1)[1].strip()
        finally:
            process.terminate()
            process.wait()


@contextmanager
def _seated(folder: Path, address: str, name: str) -> Iterator[_Seat]:
    admitted = connecting.log_in(address, _login(name), _PASSWORD, f"{name}'s laptop")
    opened = hub_line.begin_at_hub(Profile(folder / _login(name)), admitted, "off")
    heard = threading.Event()

    def came(_changes: ChangeSet) -> None:
        heard.set()

    live = Live(
        opened.desk,
        hub_line.links_of(opened, access_token=admitted.access_token).text,
        Heard(came, lambda _standing: None, lambda _case, _others: None),
    )
    seat = _Seat(name, opened, live, heard)
    live.start()
    try:
        yield seat
    finally:
        live.stop()
        opened.store.close()


# ---------------------------------------------------------------- what is shown


def _show(nadia: _Seat, priya: _Seat) -> None:
    _until(
        lambda: nadia.live.standing.phase == "idle" and priya.live.standing.phase == "idle", "the first rows"
    )
    client = people.add_organisation(nadia.desk, NewOrganisation("Hartwell Motors", "sparkrock")).created
    _sent(nadia)
    case = cases.log_case(nadia.desk, NewCase("Payroll stops at line 40", organisation_id=client)).created
    assert case is not None  # noqa: S101 - it was logged
    before = _field(nadia.desk, case, "number")
    _sent(nadia)
    _until(lambda: _number(priya.desk, case) is not None, "the case on Priya's desk")
    _until(lambda: _field(nadia.desk, case, "number") != before, "the case's number")
    number = _number(priya.desk, case)
    print(
        f"Nadia logs a case, which she calls {before} until the hub has numbered it: {number} on both desks."
    )
    _time_notes(nadia, priya, case)
    _disagree(nadia, priya, case)


def _time_notes(nadia: _Seat, priya: _Seat, case: UUID) -> None:
    took = []
    for count in range(_NOTES):
        note = replies.note(nadia.desk, case, f"Note {count + 1}").created
        started = time.perf_counter()
        _sent(nadia)
        while not _has(priya.desk, note):
            priya.heard.wait(_SECONDS_TO_COME)
            priya.heard.clear()
            if time.perf_counter() - started > _SECONDS_TO_COME:
                raise _in_vain("a note on Priya's desk")
        took.append(1000 * (time.perf_counter() - started))
        _until(lambda: _all_back(nadia), "the hub's answer")
    took.sort()
    print(
        f"{_NOTES} notes by Nadia: each was on Priya's desk after {took[0]:.0f} to {took[-1]:.0f} ms, "
        f"half of them within {took[len(took) // 2]:.0f} ms."
    )


def _disagree(nadia: _Seat, priya: _Seat, case: UUID) -> None:
    nadia.live.pause(paused=True)
    _until(lambda: nadia.live.standing.phase == "paused", "the pause")
    handling.edit(nadia.desk, case, title="Payroll stops at line 40 of the April run")
    handling.edit(priya.desk, case, title="Payroll import fails for Hartwell")
    _sent(priya)
    _until(lambda: _all_back(priya), "Priya's change at the hub")
    nadia.live.pause(paused=False)
    _until(lambda: _unsettled(nadia) == 1, "the answer to Nadia's change")
    print("Nadia, offline, and Priya give the case different titles: the hub keeps both, and asks Nadia.")
    title = _field(priya.desk, case, "title")
    print(f"On both desks it reads “{title}” until she has chosen.")


def _sent(seat: _Seat) -> None:
    seat.live.nudge()


def _until(holds: Callable[[], bool], what: str) -> None:
    ends = time.monotonic() + _SECONDS_TO_COME
    while not holds():
        if time.monotonic() > ends:
            raise _in_vain(what)
        time.sleep(0.005)


def _in_vain(what: str) -> KnownError:
    return KnownError(
        f"Waited in vain for {what}.", "", "Look whether something keeps the hub from answering."
    )


def _has(desk: Desk, entry: UUID | None) -> bool:
    with desk.store.read() as conn:
        return entry is not None and find_row(conn, ENTRY, entry) is not None


def _all_back(seat: _Seat) -> bool:
    """Whether everything that was done at a desk has come back from the hub."""
    with seat.desk.store.read() as conn:
        return not desk_rows.waiting(conn, limit=1)


def _number(desk: Desk, case: UUID) -> str | None:
    try:
        return _field(desk, case, "number")
    except KnownError:
        return None


def _field(desk: Desk, case: UUID, name: str) -> str:
    with desk.store.read() as conn:
        value: str = get_row(conn, CASE, case)[name]
    return value


def _unsettled(seat: _Seat) -> int:
    with seat.desk.store.read() as conn:
        return desk_rows.count_unsettled(conn)
