"""Desks that work apart and come together: one truth, nothing lost, and nobody sees what is not theirs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole, Channel
from supportdesk.services.cases import branches, cases, handling, replies, visit_reports, visits
from supportdesk.services.entitlements import incidents
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries import lists
from supportdesk.store.synced_rows import find_row
from supportdesk.store.synced_tables import by_name
from supportdesk.store.tables.cases import ATTENTION, CASE, ENTRY
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.people import LEDGER_LINE
from supportdesk.store.tables.sync import CONFLICT
from tests.services.desk_world import made
from tests.sync.office import Office, Seat, open_office, rows_on

OWN = frozenset({"saved_view"})


@pytest.fixture
def office(tmp_path: Path, server_url: str | None) -> Iterator[Office]:
    """An office on either kind of hub."""
    with open_office(tmp_path, server_url) as opened:
        yield opened


def same_everywhere(office: Office, *names: str) -> None:
    """Every row of these desks is the hub's, and the hub has none that they lack."""
    on_hub = rows_on(office.hub.store)
    for name in names:
        on_desk = rows_on(office.seats[name].world.store)
        for entity in on_hub:
            assert on_desk[entity] == on_hub[entity], (name, entity)


def texts(office: Office, seat: Seat) -> set[str]:
    """Every text that can be found at a desk: on timelines, in reports, in what was not accepted, in conflicts."""
    found: set[str] = set()
    with seat.world.store.read() as conn:
        for body in conn.scalars(select(ENTRY.c.body)):
            found.add(body or "")
        for report in conn.scalars(select(by_name()["visit"].c.report)):
            found.update(str(part) for part in (report or {}).values())
        for title in conn.scalars(select(CASE.c.title)):
            found.add(title)
        for row in conn.execute(select(CONFLICT.c.theirs, CONFLICT.c.mine, CONFLICT.c.args)):
            found.update((str(row.theirs), str(row.mine), *map(str, (row.args or {}).values())))
        for args in conn.scalars(
            select(OPERATION.c.args).where(OPERATION.c.status.in_(("rejected", "parked")))
        ):
            found.update(map(str, args.values()))
    return found


class Day:
    """A day of work at one desk without a network: edits of every kind, and what was typed."""

    def __init__(self, seat: Seat, chosen: list[UUID], agents: list[UUID], seed: int) -> None:
        self.seat, self.cases, self.agents = seat, chosen, agents
        self.chance = Random(seed)
        self.typed: list[str] = []

    def edit(self, count: int) -> None:
        case = self.chance.choice(self.cases)
        name = f"{self.seat.desk.actor.hex[-4:]} {count}"
        acts = (self._note, self._note, self._reply, self._title, self._assign, self._severity, self._call)
        try:
            self.chance.choice(acts)(case, name)
        except KnownError:
            self._note(case, name)

    def _note(self, case: UUID, name: str) -> None:
        self.typed.append(f"Note {name}")
        replies.note(self.seat.desk, case, f"Note {name}")

    def _reply(self, case: UUID, name: str) -> None:
        replies.reply(self.seat.desk, case, f"Answer {name}")
        self.typed.append(f"Answer {name}")

    def _title(self, case: UUID, name: str) -> None:
        handling.edit(self.seat.desk, case, title=f"Title {name}")

    def _assign(self, case: UUID, _name: str) -> None:
        handling.assign(self.seat.desk, case, self.chance.choice(self.agents))

    def _severity(self, case: UUID, name: str) -> None:
        code = self.chance.choice(("S1", "S2", "S3"))
        handling.verify_severity(self.seat.desk, case, code, reason=f"Because {name}")
        self.typed.append(f"Because {name}")

    def _call(self, case: UUID, name: str) -> None:
        replies.call(self.seat.desk, case, f"Call {name}", direction="outgoing", seconds=60)
        self.typed.append(f"Call {name}")

    def visit(self, client: UUID, number: int) -> None:
        desk, now = self.seat.desk, self.seat.world.now
        visit = made(visits.plan(desk, client, planned_at=now, engineer_id=desk.actor).created)
        text = f"Visit {self.seat.desk.actor.hex[-4:]} {number}: the printer\nworks again."
        visit_reports.write_report(self.seat.desk, visit, work_done=text)
        self.typed.append(text)


@pytest.mark.parametrize("order", [pytest.param(each, id="".join(each)) for each in permutations("abc")][::2])
def test_an_offline_day_on_three_desks_comes_together_in_any_order(
    office: Office, order: tuple[str, ...]
) -> None:
    branch = office.hub.branch()
    agents = [
        office.hub.agent(name, branch_id=branch) for name in ("Nadia Karim", "Priya Raman", "Ali Saleh")
    ]
    client = office.hub.client(branch_id=branch)
    office.hub.contract(client)
    shared = [office.hub.case(client, f"Shared {number}", severity="S2") for number in range(6)]
    days = [
        Day(office.seat(name, agent), shared, agents, seed)
        for seed, (name, agent) in enumerate(zip("abc", agents, strict=True))
    ]
    edits = 200 if order == ("a", "b", "c") else 40
    for count in range(edits // len(days)):
        office.later(minutes=2)
        for day in days:
            day.edit(count)
    for number in range(5):
        office.later(minutes=5)
        days[number % len(days)].visit(client, number)
    offline = made(
        cases.log_case(days[1].seat.desk, NewCase("Logged offline", organisation_id=client)).created
    )
    for name in order:
        office.seats[name].sync()
    office.sync()
    same_everywhere(office, "a", "b", "c")
    for seat in office.seats.values():
        with seat.world.store.read() as conn:
            row = find_row(conn, CASE, offline)
            assert row is not None
            assert row["number"].startswith("C-")
    for day in days:
        found = texts(office, day.seat)
        assert [text for text in day.typed if text not in found] == []
    # Nothing waits, and asking again changes nothing.
    before = rows_on(office.hub.store)
    office.sync()
    assert rows_on(office.hub.store) == before


def test_SYN_6_two_desks_spend_the_last_incident_of_a_ticket(office: Office) -> None:
    agents = [office.hub.agent(name) for name in ("Nadia Karim", "Priya Raman")]
    client = office.hub.client(policy="synergy")
    incidents.buy_season_ticket(
        office.hub.desk, client, amount=Decimal(700), currency="GBP", method="cash", reference="T1"
    )
    for number in range(9):
        incidents.accept(office.hub.desk, office.hub.case(client, f"Spent {number}"))
    last = [office.hub.case(client, f"Last {number}") for number in range(2)]
    seats = [office.seat(name, agent) for name, agent in zip("ab", agents, strict=True)]
    for seat, case in zip(seats, last, strict=True):
        replies.reply(seat.desk, case, f"The answer to {case.hex[-4:]}")
    office.sync()
    office.sync()
    same_everywhere(office, "a", "b")
    with office.hub.store.read() as conn:
        lines = conn.execute(
            select(LEDGER_LINE).where(LEDGER_LINE.c.kind == "consumed", LEDGER_LINE.c.case_id.in_(last))
        ).all()
        waiting = conn.execute(
            select(ATTENTION).where(ATTENTION.c.kind == "uncovered", ATTENTION.c.settled_at.is_(None))
        ).all()
        bodies = set(conn.scalars(select(ENTRY.c.body).where(ENTRY.c.case_id.in_(last))))
    # Both services were given: both stand, one of them uncovered, and a person settles it.
    assert sorted(line.covered for line in lines) == [False, True]
    assert [item.case_id for item in waiting] == [line.case_id for line in lines if not line.covered]
    assert {f"The answer to {case.hex[-4:]}" for case in last} <= bodies


def test_SPK_2_a_severity_changed_on_both_desks_waits_for_a_person(office: Office) -> None:
    agents = [office.hub.agent(name) for name in ("Nadia Karim", "Priya Raman")]
    client = office.hub.client()
    office.hub.contract(client)
    case = office.hub.case(client, severity="S3")
    first, second = (office.seat(name, agent) for name, agent in zip("ab", agents, strict=True))
    handling.verify_severity(first.desk, case, "S1", reason="Nobody is paid")
    office.later(minutes=10)
    handling.verify_severity(second.desk, case, "S2", reason="A workaround is known")
    first.sync()
    second.sync()
    office.sync()
    same_everywhere(office, "a", "b")
    with office.hub.store.read() as conn:
        row = find_row(conn, CASE, case)
        conflict = conn.execute(select(CONFLICT)).mappings().one()
    assert row is not None
    assert row["severity_verified"] == "S1"
    assert (conflict["field"], conflict["theirs"], conflict["mine"]) == ("severity_verified", "S1", "S2")
    assert (conflict["theirs_by"], conflict["mine_by"], conflict["state"]) == (*agents, "open")
    # The same wish on both sides is nothing to settle.
    third = office.hub.case(client, severity="S3")
    office.sync()
    for seat in (first, second):
        handling.verify_severity(seat.desk, third, "S2", reason="Agreed on the phone")
    office.sync()
    with office.hub.store.read() as conn:
        assert len(conn.execute(select(CONFLICT)).all()) == 1


def test_ONX_4_a_case_goes_to_central_support_and_back_with_its_rows(office: Office) -> None:
    centre = office.hub.branch("Head office", kind="central")
    lyon, tunis = office.hub.branch("Lyon"), office.hub.branch("Tunis")
    at_lyon = office.hub.agent("Claire Martin", branch_id=lyon)
    at_tunis = office.hub.agent("Sami Trabelsi", branch_id=tunis)
    at_centre = office.hub.agent("Huda Nasser", AgentRole.CENTRAL_SUPPORT, branch_id=centre)
    client = office.hub.client("Atelier Rhône", policy="onyxpro", branch_id=lyon)
    office.hub.contract(client, kind="warranty")
    case = office.hub.case(client, "Error for the developers", reason=a_reason(office))
    seats = {
        name: office.seat(name, agent)
        for name, agent in (("lyon", at_lyon), ("tunis", at_tunis), ("centre", at_centre))
    }

    def who_sees() -> set[str]:
        office.sync()
        return {name for name, seat in seats.items() if lists.row(seat.desk, case) is not None}

    assert who_sees() == {"lyon"}
    reason = central_reason(seats["lyon"], case)
    replies.note(seats["lyon"].desk, case, "What was tried so far")
    branches.escalate(seats["lyon"].desk, case, reason, note="Please look")
    assert who_sees() == {"lyon", "centre"}
    replies.note(seats["centre"].desk, case, "It is a defect")
    assert who_sees() == {"lyon", "centre"}
    history = {"What was tried so far", "Please look", "It is a defect"}
    assert history <= texts(office, seats["centre"])
    assert history <= texts(office, seats["lyon"])
    branches.give_back(seats["centre"].desk, case, note="Mended in 9.4.3")
    assert who_sees() == {"lyon"}
    # The centre keeps nothing of it, nor of the client, and Tunis never had any.
    for name in ("centre", "tunis"):
        rows = rows_on(seats[name].world.store)
        assert {
            entity: len(rows[entity]) for entity in ("case", "entry", "clock", "organisation")
        } == dict.fromkeys(("case", "entry", "clock", "organisation"), 0)
    same_rows = rows_on(seats["lyon"].world.store)
    assert {row["body"] for row in same_rows["entry"].values()} >= history | {"Mended in 9.4.3"}


def a_reason(office: Office) -> str:
    """One of the reasons for a request that the policy knows (ONX-1)."""
    return office.hub.desk.policies.versions("onyxpro")[-1].intake.reasons[0].id


def central_reason(seat: Seat, case: UUID) -> str:
    """A reason for which the case's policy lets central support take it."""
    with seat.world.store.read() as conn:
        row = find_row(conn, CASE, case)
    assert row is not None
    central = seat.desk.policies.version(row["policy_code"], row["policy_version"]).central
    assert central is not None
    return central.reasons[0].id


def test_SPK_7_a_reply_that_has_not_seen_the_clients_word_is_held(office: Office) -> None:
    agents = [office.hub.agent(name) for name in ("Nadia Karim", "Priya Raman")]
    client = office.hub.client()
    office.hub.contract(client)
    case = office.hub.case(client)
    away, here = (office.seat(name, agent) for name, agent in zip("ab", agents, strict=True))
    seen = away.world.now
    office.later(minutes=5)
    replies.client_entry(here.desk, case, "It works again, thank you.", channel=Channel.EMAIL)
    here.sync()
    office.later(minutes=5)
    replies.reply(away.desk, case, "Have you tried line 40?", seen_until=seen)
    away.sync()
    with away.world.store.read() as conn:
        kept = conn.execute(select(OPERATION).where(OPERATION.c.name == "case.reply")).one()
        bodies = set(conn.scalars(select(ENTRY.c.body).where(ENTRY.c.kind == "reply")))
    assert (kept.status, kept.rule) == ("parked", "held")
    assert kept.args["body"] == "Have you tried line 40?"
    assert bodies == set()


def test_what_was_right_when_it_was_done_is_taken_in_after_the_case_has_left(office: Office) -> None:
    lyon, tunis = office.hub.branch("Lyon"), office.hub.branch("Tunis")
    at_lyon = office.hub.agent("Claire Martin", branch_id=lyon)
    manager = office.hub.agent("Mona Haddad", AgentRole.ADMINISTRATOR)
    client = office.hub.client(branch_id=lyon)
    office.hub.contract(client)
    case = office.hub.case(client)
    away = office.seat("lyon", at_lyon)
    office.later(minutes=30)
    replies.note(away.desk, case, "Typed on the train")
    boss = office.hub.as_agent(manager)
    handling.edit(boss, case, branch_id=tunis)
    office.later(minutes=30)
    away.sync()
    away.sync()
    with office.hub.store.read() as conn:
        assert "Typed on the train" in set(conn.scalars(select(ENTRY.c.body).where(ENTRY.c.case_id == case)))
    # The author's desk has the case no longer, and still knows what was typed and that it arrived.
    assert lists.row(away.desk, case) is None
    with away.world.store.read() as conn:
        kept = conn.execute(select(OPERATION).where(OPERATION.c.name == "case.note")).one()
    assert (kept.status, kept.args["body"]) == ("applied", "Typed on the train")
    # What is done after that is about a case that is not there.
    with pytest.raises(KnownError):
        replies.note(away.desk, case, "Too late")
    assert office.now - kept.at == timedelta(minutes=30)
