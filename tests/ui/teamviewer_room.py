"""A desk with a TeamViewer account on a real HTTP server, and connections that it tells of; nothing is proved here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from supportdesk.app.teamviewer_account import TeamViewerAccount
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import remote_sessions
from supportdesk.store.tables.remote import REMOTE_REPORT
from supportdesk.ui.connections.reports_dialog import ReportsDialog
from supportdesk.ui.remote.account import FetchOutcome
from tests.remote.teamviewer_api import record
from tests.services.desk_world import World, made, open_world
from tests.ui.case_detail.case_stage import Until
from tests.ui.case_detail.teamviewer_stage import World as TeamViewerWorld
from tests.ui.case_detail.teamviewer_stage import teamviewer_world
from tests.ui.stage import Stage, open_stage


@dataclass
class Room:
    """A desk with one case, its account, and a window to open the dialog in."""

    world: World
    stage: Stage
    vendor: TeamViewerWorld
    account: TeamViewerAccount
    case: UUID
    settle: Until
    outcomes: list[FetchOutcome]
    refused: list[KnownError]

    def fetch(self) -> None:
        before = len(self.outcomes) + len(self.refused)
        self.account.fetch()
        self.settle(lambda: len(self.outcomes) + len(self.refused) > before)

    def dialog(self) -> ReportsDialog:
        dialog = ReportsDialog(self.stage, self.account)
        dialog.open()
        self.settle(lambda: dialog.sum.text() != "")
        return dialog

    def count(self) -> int:
        with self.world.desk.store.read() as conn:
            return conn.scalar(select(func.count()).select_from(REMOTE_REPORT)) or 0


def at(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def roomed(folder: Path, settle: Until) -> Iterator[Room]:
    with (
        open_world(folder) as world,
        teamviewer_world() as vendor,
        open_stage((1180, 760), lambda: world.desk, lambda: world.now) as stage,
    ):
        world.branch()
        world.sits_down("Nadia Karim", AgentRole.SUPPORT_OFFICER)
        client = world.client()
        world.contract(client)
        case = world.case(client, "Stock valuation differs")
        settle(lambda: stage.session.is_open)
        account = vendor.account(stage.session, lambda: world.now)
        outcomes: list[FetchOutcome] = []
        refused: list[KnownError] = []
        account.fetched.connect(outcomes.append)
        account.fetch_refused.connect(refused.append)
        yield Room(world, stage, vendor, account, case, settle, outcomes, refused)


def worked(room: Room) -> None:
    """A session of Nadia's on the case, and what TeamViewer counted of it and of others."""
    world = room.world
    begun = made(
        remote_sessions.start_session(world.desk, room.case, tool="TeamViewer", remote_id="602724282").created
    )
    began = world.now
    world.later(minutes=14)
    remote_sessions.end_session(world.desk, room.case, begun)
    world.later(minutes=30)
    own = {"username": "Nadia Karim", "session_code": "", "fee": None, "currency": None}
    room.vendor.records += [
        record(1, start_date=at(began), end_date=at(began + timedelta(minutes=13)), **own),
        *(
            record(
                number,
                start_date=at(began - timedelta(days=number)),
                end_date=at(began - timedelta(days=number) + timedelta(minutes=20)),
                deviceid=f"99988877{number}",
                devicename=f"Kiosk {number}",
                **own,
            )
            for number in (2, 3)
        ),
    ]


def kiosks(room: Room, *ages: int) -> None:
    """Connections that fit no case, one for each of these ages in minutes, at TeamViewer's."""
    for age in ages:
        began = room.world.now - timedelta(minutes=age)
        number = len(room.vendor.records) + 1
        room.vendor.records.append(
            record(
                number,
                start_date=at(began),
                end_date=at(began + timedelta(minutes=5)),
                deviceid=f"{999888000 + number}",
                devicename=f"Kiosk {number}",
                username="Somebody Else",
                session_code="",
            )
        )
