"""Ten thousand connection reports through the services, with the truth known (DSK-4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from sqlalchemy import func, select

from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.facts import ConnectionReport, Person
from supportdesk.services.importing.connection_reports import plan_intake, take_in
from supportdesk.services.queries.remote_reports import piles, reports
from supportdesk.services.views.remote_reports import Pile
from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.remote import REMOTE_CODE, REMOTE_REPORT
from supportdesk.store.tables.work import REMOTE_SESSION
from tests.services.desk_world import World

RATE = Money(Decimal(90), "EUR")
LINK = "https://get.teamviewer.com/v15/s12345678"


def test_ten_thousand_reports_go_where_they_belong_and_a_second_time_nowhere(world: World) -> None:
    world.branch()
    world.sits_down()
    truth, fetched = busy_months(world, Random(4))
    intake = take_in(world.desk, fetched)
    linked = {}
    with world.desk.store.read() as conn:
        for row in conn.execute(
            select(REMOTE_REPORT.c.report_id, REMOTE_REPORT.c.case_id).where(
                REMOTE_REPORT.c.standing == "linked"
            )
        ):
            linked[row.report_id] = row.case_id
    assert (len(linked), kept(world)) == (intake.linked, 10_000)
    wrong = [each for each, found in linked.items() if truth[each] != found]
    belonging = sum(1 for each in truth.values() if each is not None)
    assert len(wrong) <= 10
    assert len(linked) >= 0.9 * belonging
    assert plan_intake(world.desk, fetched).steps == ()
    assert len(reports(world.desk, Pile.WAITING, RATE)) == 100
    assert piles(world.desk, RATE).sums[Pile.WAITING].reports == 10_000 - len(linked)


def kept(world: World) -> int:
    with world.desk.store.read() as conn:
        return conn.scalar(select(func.count()).select_from(REMOTE_REPORT)) or 0


def busy_months(world: World, chance: Random) -> tuple[dict[str, UUID | None], list[ConnectionReport]]:
    """Two months of an office with thirty clients; sessions stand on their cases as desks would have written them."""
    agents = [(world.agent(f"Officer {number}"), f"Officer {number}") for number in range(12)]
    clients = []
    for number in range(30):
        client = world.client(f"Client {number}")
        world.contract(client)
        clients.append(([world.case(client) for _ in range(4)], f"{600_000_000 + number * 1000}"))
    begin: datetime = world.now
    world.later(days=60)
    sessions, codes, fetched = [], [], []
    truth: dict[str, UUID | None] = {}
    free = {agent: begin for agent, _ in agents}
    for number in range(10_000):
        report_id = f"c{number:05}"
        agent, name = agents[number % len(agents)]
        free[agent] += timedelta(minutes=chance.randint(31, 120))
        began, length = free[agent], timedelta(minutes=chance.randint(2, 30))
        elsewhere = chance.random() < 0.12
        cases, device = chance.choice(clients)
        of_case = None if elsewhere else chance.choice(cases)
        code = ""
        if of_case is not None and chance.random() < 0.15:
            code = f"s{number:08}"
            codes.append(_code(world, of_case, code, began))
            device = ""
        elif of_case is not None:
            sessions.append(_session(world, of_case, agent, device, (began, began + length)))
        truth[report_id] = of_case
        fetched.append(
            ConnectionReport(
                report_id,
                began + timedelta(seconds=chance.randint(-120, 120)),
                began + length + timedelta(minutes=3),
                officer=Person(f"u{name}", name),
                device_id=f"{700_000_000 + number}" if elsewhere else device,
                session_code=code,
            )
        )
    with world.desk.store.write() as conn:
        insert_many(conn, REMOTE_SESSION, sessions)
        insert_many(conn, REMOTE_CODE, codes)
    chance.shuffle(fetched)
    return truth, fetched


def _session(
    world: World, case: UUID, agent: UUID, device: str, span: tuple[datetime, datetime]
) -> dict[str, object]:
    return {
        "id": world.new_id(),
        "case_id": case,
        "tool": "TeamViewer",
        "remote_id": device,
        "by_id": agent,
        "started_at": span[0],
        "ended_at": span[1],
        "updated_at": span[1],
    }


def _code(world: World, case: UUID, code: str, made_at: datetime) -> dict[str, object]:
    return {
        "id": world.new_id(),
        "case_id": case,
        "tool": "TeamViewer",
        "code": code,
        "client_link": LINK,
        "valid_until": made_at + timedelta(days=1),
        "made_at": made_at - timedelta(minutes=2),
        "updated_at": made_at,
    }
