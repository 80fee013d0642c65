"""The routes of the exchange under attack: nonsense, forged names, roles one has not, devices turned out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from supportdesk.hub import administration
from supportdesk.hub.administration import By
from supportdesk.hub.app import create_app
from supportdesk.hub.sync_routes import desk_of
from supportdesk.services import acts
from supportdesk.services.exchange import permissions
from supportdesk.services.operations import applying
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store.account_rows import Account
from supportdesk.store.tables.cases import ENTRY
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.sync import PARKED
from tests.hub.conftest import CHIEF, World
from tests.hub.pushing import Sender
from tests.hub.strange_letters import ENDS, done_so_far, letters_of_any_act, strange_letters
from tests.services import desk_world
from tests.services.desk_world import policies
from tests.services.random_acts import ALL, Players, play, players_of

assert acts.known()


@pytest.fixture
def played(world: World) -> Players:
    """A hub on which much was done, so that there is an operation of almost every kind to go by."""
    world.hub = replace(world.hub, policies=PolicyBook(policies()))
    acting = desk_world.World(world.hub.store, world.clock.at)
    acting.desk = replace(
        desk_of(world.hub), actor=world.chief.agent_id, now=lambda: acting.now, new_id=acting.new_id
    )
    players = players_of(acting, "synergy")
    chance = Random(3)
    for name in (*ALL, *chance.choices(ALL, k=5 * len(ALL))):
        play(players, (name, chance.randrange(6), chance.randrange(50), 5))
    world.clock.at = acting.now
    return players


@pytest.fixture
def sender(world: World, played: Players) -> Sender:
    """The administrator at a desk: no role stands between what is sent and the handlers."""
    client, signed = world.signed_in(CHIEF)
    return Sender(client, UUID(signed["agent"]["agent_id"]), UUID(signed["device_id"]), at=world.clock.at)


@pytest.fixture
def case_id(played: Players) -> UUID:
    return played.cases[0]


def notes_on(world: World, case_id: UUID) -> list[str]:
    """The notes of a case, in order."""
    with world.hub.store.read() as conn:
        rows = conn.scalars(
            select(ENTRY.c.body)
            .where(ENTRY.c.case_id == case_id, ENTRY.c.kind == "note")
            .order_by(ENTRY.c.row)
        )
        return [str(body) for body in rows]


@pytest.mark.slow
def test_no_arguments_are_taken_for_a_fault_of_the_hub(world: World, sender: Sender, case_id: UUID) -> None:
    """Every act with each argument in turn of each wrong type: it ends at once, and what is refused says why."""
    rows = done_so_far(world)
    assert len(rows) > 20
    letters = [letter for row in rows for letter in strange_letters(sender, row)]
    letters += letters_of_any_act(sender, case_id)
    letters += letters_of_any_act(sender, uuid4())
    faults = set()
    for start in range(0, len(letters), 150):
        batch = letters[start : start + 150]
        for sent, each in zip(batch, sender.push(*batch), strict=True):
            assert each.status != "rejected" or each.reason
            if each.status not in ENDS or each.rule == "fault":
                faults.add((sent["name"], each.status, each.rule))
    assert faults == set()
    # What good work comes after all that goes on, and the hub still gives out what it has.
    (well,) = sender.push(sender.note(case_id, "Well."))
    assert (well.status, well.reason) == ("applied", None)
    pulled = sender.post({"device": str(sender.device), "cursor": 0, "held": []}, "/sync/v1/pull")
    assert pulled.status_code == 200


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
def test_a_row_that_was_written_can_be_read_again(sender: Sender, played: Players, at: str) -> None:
    """Instants at the ends of all time, which no other zone can express, are no instants of a case."""
    agreed = [
        sender.letter("case.agree_update", each, {"until": at}, kind="command") for each in played.cases
    ]
    assert {answer.status for answer in sender.push(*agreed)} == {"rejected"}
    assert {answer.status for answer in sender.push(*map(sender.note, played.cases))} == {"applied"}


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_an_act_of_a_clock_gone_mad_happens_within_the_time_of_the_hub(
    world: World, sender: Sender, case_id: UUID, at: str
) -> None:
    (answer,) = sender.push(sender.note(case_id, "From another age.", at=at))
    assert answer.status == "applied"
    with world.hub.store.read() as conn:
        row = conn.execute(select(OPERATION).where(OPERATION.c.id == answer.id)).mappings().one()
        entry = conn.execute(select(ENTRY.c.at).where(ENTRY.c.op_id == answer.id)).one()
    assert datetime(2000, 1, 1, tzinfo=UTC) <= row["at"] <= world.clock.at + timedelta(minutes=2)
    assert world.clock.at - timedelta(days=1) <= entry.at <= world.clock.at + timedelta(minutes=2)


def nested(depth: int) -> object:
    """A value within a value, so many times."""
    value: object = "x"
    for level in range(depth):
        value = [value] if level % 2 else {"a": value}
    return value


@pytest.mark.parametrize(
    "args",
    [
        {"body": 1 << 64},
        {"body": -(1 << 63) - 1},
        {"body": [[{"a": 1 << 64}]]},
        {"body": nested(40)},
        {"body": "a\0b"},
        {"a\0b": 1},
    ],
    ids=["large", "small", "large within", "deep", "NUL", "NUL in a key"],
)
def test_what_no_database_keeps_is_told_so_that_the_desk_finds_which_it_was(
    world: World, sender: Sender, case_id: UUID, args: dict[str, Any]
) -> None:
    """The whole message is turned away, and the desk sends it in halves (`sync/engine`)."""
    ill = sender.letter("case.note", case_id, args)
    answer = sender.post({"device": str(sender.device), "letters": [sender.note(case_id), ill]})
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
    assert sender.push(sender.note(case_id))[0].status == "applied"


@pytest.mark.parametrize(
    "body",
    [
        b'{"device": "%s", "letters": [NaN]}',
        b'{"device": "%s", "letters": [{"n": 1e400}]}',
        b'{"device": "%s", "letters": "\xff\xfe"}',
        b'{"device": "%s", "letters": "\\ud800"}',
        b"[" * 20_000,
        b'{"a":' * 10_000,
        b"",
        b"null",
    ],
    ids=["NaN", "infinite", "no text", "half a character", "lists", "objects", "nothing", "null"],
)
def test_what_is_no_message_is_told_so(world: World, sender: Sender, body: bytes) -> None:
    answer = sender.post(body.replace(b"%s", str(sender.device).encode()))
    assert (answer.status_code, answer.json()["code"]) == (422, "malformed")


def test_a_message_of_nonsense_is_answered_letter_by_letter(
    world: World, sender: Sender, case_id: UUID
) -> None:
    nonsense = [
        sender.letter(f"case.no_such_act_{n}", uuid4(), {"n": n, "x" * 50: ["\U0001f600"]})
        for n in range(198)
    ]
    answers = sender.push(sender.note(case_id, "First."), *nonsense, sender.note(case_id, "Last."))
    assert [answers[0].status, answers[-1].status] == ["applied", "applied"]
    assert {each.status for each in answers[1:-1]} == {"rejected"}
    assert notes_on(world, case_id)[-2:] == ["First.", "Last."]


def test_an_act_is_of_its_own_kind_and_about_its_own_thing(
    world: World, sender: Sender, case_id: UUID
) -> None:
    """As what adds words, an act would be judged more mildly: also where its sender no longer sees the case."""
    answers = sender.push(
        sender.note(case_id, kind="edit"),
        sender.note(case_id, root_entity="organisation"),
        sender.letter("case.move_stage", case_id, {"to": "closed"}),
    )
    assert [(each.status, each.rule) for each in answers] == [("rejected", "malformed")] * 3


def test_one_bad_letter_costs_its_neighbours_nothing(world: World, sender: Sender, case_id: UUID) -> None:
    """Faults of the database too: what it refuses for its content is taken back alone."""
    letters = []
    for n in range(60):
        letters.append(sender.note(case_id, f"Note {n}"))
        letters.append(sender.letter("case.edit", case_id, {"changes": {"title": ["x"]}}, kind="edit"))
        letters.append(sender.note(case_id, "x" * 20_000, seen=n))
    before = len(notes_on(world, case_id))
    answers = sender.push(*letters)
    assert [each.status for each in answers[::3]] == ["applied"] * 60
    assert {each.status for each in answers[1::3]} == {"rejected"}
    assert len(notes_on(world, case_id)) == before + 120


def test_what_was_refused_for_its_form_is_kept_and_never_tried_again(
    world: World, sender: Sender, case_id: UUID
) -> None:
    letter = sender.letter("case.note", case_id, {"text": "Typed with care."})
    first, again = sender.push(letter)[0], sender.push(letter)[0]
    assert (first.status, first.rule) == ("rejected", "malformed")
    assert (again.status, again.reason) == (first.status, first.reason)
    with world.hub.store.read() as conn:
        (parked,) = conn.execute(select(PARKED)).mappings().all()
    assert (parked["body"]["args"], parked["tries"]) == ({"text": "Typed with care."}, 0)


# ---------------------------------------------------------------- who sends


def officer_of(world: World, sender: Sender) -> tuple[Account, Sender]:
    """Somebody with one role, at a desk of their own."""
    account = world.add("officer@example.org", "support_officer")
    client, signed = world.signed_in("officer@example.org")
    return account, Sender(client, account.agent_id, UUID(signed["device_id"]), sender.at)


def test_nothing_is_done_in_somebody_elses_name(world: World, sender: Sender, case_id: UUID) -> None:
    account, _ = officer_of(world, sender)
    (answer,) = sender.push(sender.note(case_id, actor=str(account.agent_id)))
    assert (answer.status, answer.rule) == ("rejected", "actor")


def test_what_a_role_does_not_include_is_rejected(world: World, sender: Sender, case_id: UUID) -> None:
    _, officer = officer_of(world, sender)
    not_theirs = []
    for name, handler in sorted(applying._HANDLERS.items()):  # noqa: SLF001 - all of them
        if not permissions.may_do(["support_officer"], name):
            form = {"kind": handler.kind.value, "root_entity": handler.entity.value}
            (answer,) = officer.push(officer.letter(name, uuid4(), {}, **form))
            assert (answer.status, answer.rule) == ("rejected", "role"), name
            not_theirs.append(name)
    assert {"agent.edit", "branch.add", "branch.edit", "policy.install"} <= set(not_theirs)
    # The hub's own duties are nobody's at a desk, whatever their role.
    for name in ("case.take_step", "case.adopt_rules"):
        (answer,) = sender.push(sender.letter(name, case_id, {"step": "x"}, kind="command"))
        assert (answer.status, answer.rule) == ("rejected", "role")


SPOKEN: dict[str, dict[str, Any]] = {
    "push": {"letters": []},
    "pull": {"cursor": 0, "held": []},
    "load": {"scope": 1},
    "fetch": {"entity": "case", "id": str(UUID(int=1))},
    "compare": {"scope": 1},
    "verify": {"scope": 1, "entity": "case"},
    "look": {},
    "wait": {},
}


def said(route: str, device: UUID) -> dict[str, Any]:
    """A message of this route that a device says about itself."""
    if route == "wait":
        return {"pull": {"device": str(device), "cursor": 0, "held": []}, "seconds": 0}
    return {"device": str(device), **SPOKEN[route]}


def test_every_route_of_the_exchange_is_asked(small_world: World) -> None:
    described = create_app(small_world.hub).openapi()["paths"]
    assert {path for path in described if path.startswith("/sync/")} == {
        f"/sync/v1/{each}" for each in SPOKEN
    }


def test_who_may_not_gets_nothing_on_any_route(world: World, sender: Sender) -> None:
    account, officer = officer_of(world, sender)

    def refused(status: int, code: str, device: UUID = officer.device) -> None:
        for route in SPOKEN:
            answer = officer.post(said(route, device), f"/sync/v1/{route}")
            assert set(answer.json()) == {"code", "what", "meaning", "remedy"}, route
            assert (answer.status_code, answer.json()["code"]) == (status, code), route

    for route in SPOKEN:
        answer = officer.post(said(route, officer.device), f"/sync/v1/{route}")
        assert answer.status_code == 200 or answer.json()["code"] in {"scope", "not_found"}, route
    # In the name of another's device, and of none.
    refused(403, "device", sender.device)
    refused(403, "device", UUID(int=1))
    good = officer.client.headers["Authorization"]
    officer.client.headers["Authorization"] = "Bearer " + "x" * 40
    refused(401, "token_unknown")
    del officer.client.headers["Authorization"]
    refused(401, "no_token")
    officer.client.headers["Authorization"] = good
    by = By(world.chief.agent_id)
    administration.disable(world.hub, by, account.id)
    refused(403, "account_disabled")
    administration.enable(world.hub, by, account.id)
    officer.client = world.signed_in("officer@example.org")[0]
    world.clock.pass_(hours=2)
    refused(401, "token_expired")
    administration.revoke_device(world.hub, by, officer.device)
    officer.client.headers["Authorization"] = good
    refused(403, "device_revoked")
