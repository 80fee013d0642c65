"""Rows brought by hand, as a hostile or broken desk would: nothing is written where their sender does not see."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from supportdesk.domain.operation import Entity, Kind, Operation, Ref
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.bringing.form import written
from supportdesk.services.exchange.receiving import Sender, Sent, Taken, receive
from supportdesk.services.exchange.scopes_held import held_by
from supportdesk.store import images
from supportdesk.store.synced_tables import by_name, columns_of
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.people import AGENT
from tests.services.desk_world import open_world
from tests.sync.lone_desk import seats
from tests.sync.office import Office, Seat, open_office, rows_on


@pytest.fixture
def on_file(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


class Hand:
    """Somebody who writes letters by hand, in the name of a desk's agent and device."""

    def __init__(self, office: Office, seat: Seat) -> None:
        self.office, self.desk = office, seat.desk
        self._number = 1000

    def send(self, rows: dict[str, list[list[Any]]], **changes: Any) -> Taken:
        columns = {entity: list(columns_of(by_name()[entity])) for entity in rows}
        return self.send_args({"columns": columns, "rows": rows} | changes)

    def send_args(self, args: dict[str, Any], *, root: UUID | None = None) -> Taken:
        self._number += 1
        operation = Operation(
            id=uuid4(),
            root=Ref(Entity.AGENT, root or self.desk.actor),
            kind=Kind.APPEND,
            name=ADD,
            args=json.loads(json.dumps(args)),
            actor=self.desk.actor,
            device=self.desk.device,
            at=self.office.now,
        )
        hub = self.office.hub.desk
        with hub.store.read() as conn:
            scopes = frozenset(held_by(conn, self.desk.actor))
        sender = Sender(self.desk.actor, self.desk.device, scopes, frozenset())
        return receive(hub, sender, [Sent(self._number, operation, b"")])[0]


def row_of(entity: str, **values: Any) -> list[Any]:
    """A row of a table in the form of a letter: what is not given is null, but for what every row has."""
    table = by_name()[entity]
    usual: dict[str, Any] = {"id": uuid4(), "rev": 1, "deleted": 0, "updated_at": 1}
    given = {**usual, **values}
    return [value.hex if isinstance(value := given.get(name), UUID) else value for name in columns_of(table)]


def client(**values: Any) -> list[Any]:
    return row_of("organisation", **{"name": "Mallory", "policy_code": "sparkrock", **values})


def case_rows(office: Office, name: str = "lone", **changes: Any) -> tuple[dict[str, list[list[Any]]], UUID]:
    """A sound case with its clocks, timeline and client, as a desk that worked alone has it."""
    with open_world(office.folder / _made(office.folder / name)) as world:
        world.made_so_far = random.randrange(1 << 30, 1 << 40)
        world.sits_down()
        case = world.case(world.client(), "Payroll stops")
        with world.store.read() as conn:
            rows = {
                entity: [written(entity, image) for image in images.rows_since(conn, entity, 0)]
                for entity in ("organisation", "case", "clock", "entry")
            }
    for entity, column in (("case", "owner_id"), ("case", "branch_id")):
        _set(rows, entity, column, None)
    for column, value in changes.items():
        _set(rows, "case", column, value)
    return rows, case


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _set(rows: dict[str, list[list[Any]]], entity: str, column: str, value: object) -> None:
    place = columns_of(by_name()[entity]).index(column)
    for row in rows[entity]:
        row[place] = value.hex if isinstance(value, UUID) else value


def added(taken: Taken) -> int:
    """How many rows were written."""
    return int((taken.result or {}).get("added", 0))


def whys(taken: Taken) -> str:
    return " ".join(each["why"] for each in (taken.result or {}).get("left_out", ()))


@pytest.fixture
def mallory(on_file: Office) -> tuple[Office, Hand, UUID, UUID]:
    """An office with a case in Toronto, and somebody of Lyon who writes letters by hand."""
    nadia, _, claire = seats(on_file)
    with nadia.world.store.read() as conn:
        branch = conn.scalar(select(AGENT.c.branch_id).where(AGENT.c.id == nadia.desk.actor))
    theirs = nadia.world.client("Hartwell Motors", branch_id=branch)
    case = nadia.world.case(theirs, "Payroll stops")
    on_file.sync()
    return on_file, Hand(on_file, claire), theirs, case


def unharmed(office: Office) -> dict[str, Any]:
    return rows_on(office.hub.store)


def test_a_sound_case_comes_in_once_however_often_it_is_sent(
    mallory: tuple[Office, Hand, UUID, UUID],
) -> None:
    office, hand, *_ = mallory
    rows, case = case_rows(office)
    taken = hand.send(rows)
    assert (taken.status, added(taken)) == ("applied", 2 + len(rows["clock"]) + len(rows["entry"]))
    before = unharmed(office)
    assert case.bytes in before["case"]
    again = hand.send(rows)
    assert (again.status, added(again), (again.result or {})["here"]) == (
        "applied",
        0,
        added(taken),
    )
    assert unharmed(office) == before
    _set(rows, "case", "title", "Another title")
    assert hand.send(rows).status == "applied"
    assert unharmed(office) == before


def test_what_is_the_hubs_to_say_is_said_by_the_hub(mallory: tuple[Office, Hand, UUID, UUID]) -> None:
    office, hand, _, other = mallory
    forged: dict[str, Any] = {
        "rev": 99,
        "field_rev": '{"title": 99}',
        "created_op": other,
        "updated_at": 1 << 57,
    }
    derived: dict[str, Any] = {
        "due_sort": 0,
        "severity_rank": 0,
        "stage_kind": "done",
        "open": 0,
        "next_step_at": 5,
    }
    rows, case = case_rows(office, number="C-2026-999999", **forged, **derived)
    assert hand.send(rows).status == "applied"
    row = unharmed(office)["case"][case.bytes]
    assert (row["rev"], row["field_rev"]) == (1, None)
    assert row["created_op"] != other.bytes
    assert row["updated_at"] <= int(office.now.timestamp() * 1e6)
    assert (row["stage_kind"], row["open"]) == ("open", 1)
    assert row["due_sort"] > 0
    assert row["number"] == "C-2026-000002"
    agent = uuid4()
    roles = '["administrator"]'
    assert (
        hand.send({"agent": [row_of("agent", id=agent, name="M", roles=roles, active=1)]}).status == "applied"
    )
    made = unharmed(office)["agent"][agent.bytes]
    assert (made["active"], made["roles"], made["team_ids"]) == (0, "[]", None)


def test_nothing_is_written_into_what_the_sender_does_not_see(
    mallory: tuple[Office, Hand, UUID, UUID],
) -> None:
    office, hand, theirs, case = mallory
    before = unharmed(office)
    branch = UUID(bytes=before["case"][case.bytes]["branch_id"])
    entry = row_of("entry", case_id=case, at=1, kind="note", public=0, body="Planted")
    rows, _ = case_rows(office)
    of_theirs, _ = case_rows(office, "of theirs", organisation_id=theirs)
    in_toronto, planted = case_rows(office, "in Toronto", branch_id=branch)
    for attempt in (
        {"entry": [entry]},
        {"organisation": [client(branch_id=branch)]},
        {"organisation": [client(id=theirs)]},
        {"contact": [row_of("contact", organisation_id=theirs, name="M", named=1, active=1)]},
        {
            "ledger_line": [
                row_of("ledger_line", organisation_id=theirs, kind="bought", quantity=9, covered=1, at=1)
            ]
        },
        {"case": of_theirs["case"]},
        {"link": [row_of("link", case_id=case, other_id=case, kind="related", at=1)]},
        {"attention": [row_of("attention", kind="uncovered", case_id=case, at=1)]},
        {"attention": [row_of("attention", kind="uncovered", for_id=uuid4(), at=1)]},
        {"saved_view": [row_of("saved_view", agent_id=uuid4(), name="x", query="x", position=1)]},
        {"team": [row_of("team", name="x", branch_id=branch)]},
        {"branch": [row_of("branch", name="x", kind="central", time_zone="UTC")]},
    ):
        taken = hand.send(attempt)
        assert (taken.status, added(taken)) == ("parked", 0), attempt
    assert unharmed(office) == before
    taken = hand.send(in_toronto)
    assert "branch that you don't work for" in whys(taken)
    assert planted.bytes not in unharmed(office)["case"]
    assert hand.send(rows).status == "applied"


def test_of_rows_some_of_which_make_no_sense_the_others_go_on(
    mallory: tuple[Office, Hand, UUID, UUID],
) -> None:
    office, hand, *_ = mallory
    for changes in (
        {"stage": "nowhere"},
        {"policy_code": "none"},
        {"policy_version": 77},
        {"channel": "drums"},
        {"cover": "blanket"},
        {"machine": "[1]"},
        {"machine": '{"pauses": [[1]]}'},
        {"logged_at": "yesterday"},
        {"title": None},
        {"title": 7},
        {"number": "x" * 41},
        {"title": "nul\0"},
        {"extra": "[" * 100_000 + "]" * 100_000},
        {"extra": "[" * 60 + "]" * 60},
        {"extra": "{"},
        {"extra": '{"a": NaN}'},
        {"extra": '"\\u0000"'},
        {"extra": '"\\ud800"'},
        {"severity_rank": 1 << 40},
        {"deleted": 2},
        {"contact_id": uuid4()},
        {"merged_into": uuid4()},
        {"logged_at": 1 << 62},
    ):
        rows, case = case_rows(office, f"one {uuid4().hex}", **changes)
        taken = hand.send(rows)
        assert taken.status == "parked", changes
        assert added(taken) == 1, changes
        after = unharmed(office)
        assert case.bytes not in after["case"], changes
        assert rows["organisation"][0][0] in {each.hex() for each in after["organisation"]}
    rows, case = case_rows(office, "last")
    _set(rows, "entry", "event", '{"kind": "exploded"}')
    taken = hand.send(rows)
    assert (taken.status, "no sense" in whys(taken)) == ("parked", True)
    assert case.bytes in unharmed(office)["case"]


def test_letters_of_no_form_are_rejected_whole(mallory: tuple[Office, Hand, UUID, UUID]) -> None:
    office, hand, *_ = mallory
    before = unharmed(office)
    names = list(columns_of(by_name()["organisation"]))
    letters: tuple[dict[str, Any], ...] = (
        {},
        {"columns": {}, "rows": []},
        {"columns": {"account": ["id"]}, "rows": {"account": [[uuid4().hex]]}},
        {"columns": {"organisation": [*names, "row"]}, "rows": {"organisation": []}},
        {"columns": {"organisation": [*names, "password_hash"]}, "rows": {"organisation": []}},
        {"columns": {"organisation": ["id"]}, "rows": {"organisation": []}},
        {"columns": {"organisation": 7}, "rows": {"organisation": []}},
        {"columns": {"organisation": names}, "rows": {"organisation": {"a": 1}}},
        {"columns": {"organisation": names}, "rows": {"organisation": [client() for _ in range(10_000)]}},
    )
    for args in letters:
        assert hand.send_args(args).status == "rejected", str(args)[:200]
    assert hand.send_args({"columns": {}, "rows": {}}, root=uuid4()).status == "rejected"
    for row in ([], "x", 7, None, client()[:-1], [None] * len(names)):
        taken = hand.send({"organisation": [row]})  # type: ignore[list-item]
        assert (taken.status, added(taken)) == ("parked", 0)
    assert unharmed(office) == before


def test_an_act_of_somebody_elses_is_no_part_of_what_is_brought(
    mallory: tuple[Office, Hand, UUID, UUID],
) -> None:
    office, hand, _, case = mallory
    with office.hub.store.read() as conn:
        act = conn.scalar(select(OPERATION.c.id).where(OPERATION.c.root_id == case))
    rows, _ = case_rows(office)
    _set(rows, "entry", "op_id", act)
    assert "act of somebody else's" in whys(hand.send(rows))
