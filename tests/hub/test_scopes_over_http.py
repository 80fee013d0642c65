"""Somebody of one branch asks every route for what is another's: nothing, and told as of what exists nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import select

from supportdesk.domain.words import AgentRole
from supportdesk.hub import administration
from supportdesk.hub.administration import By
from supportdesk.hub.app import create_app
from supportdesk.hub.sync_routes import desk_of
from supportdesk.protocol import codec
from supportdesk.protocol.accounts import NewUser
from supportdesk.protocol.messages import LoadedPage, Page
from supportdesk.services.cases import cases
from supportdesk.services.exchange import giving_out, permissions, scopes_held
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.registers.staff import NewBranch
from supportdesk.store.composed import Record
from supportdesk.store.synced_tables import by_name
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tracking import Touched
from tests.hub.conftest import PASSWORD, World
from tests.hub.described import Described, Place
from tests.hub.pushing import Sender
from tests.services import desk_world
from tests.services.desk_world import made, policies
from tests.services.random_acts import ALL, Players, play, request
from tests.sync.office import rows_on

SECRET = "known in the south alone"


@dataclass
class Branch:
    """A branch at work: who works there, and what was done."""

    agent: UUID
    device: UUID
    sender: Sender
    players: Players


@dataclass
class TwoBranches:
    """A hub with a branch in the north, who asks, and one in the south, whose things they are."""

    world: World
    north: Branch
    south: Branch
    hidden: dict[str, list[UUID]]
    seen: dict[str, list[UUID]]
    scopes: tuple[int, ...]
    fresh: int = 0

    def nobodys(self) -> UUID:
        """An id that exists nowhere, like those that do."""
        self.fresh += 1
        return UUID(int=0x019C_FFFF_0000 << 80 | 7 << 76 | 2 << 62 | self.fresh)


def branch_at_work(world: World, name: str, acts: int) -> Branch:
    by = By(world.chief.agent_id)
    branch = administration.add_branch(world.hub, by, NewBranch(name.title(), "subsidiary", "Europe/Paris"))
    login = f"{name}@example.org"
    account = administration.add_user(
        world.hub,
        by,
        NewUser(
            login=login, name=name, roles=[AgentRole.SUPPORT_OFFICER], password=PASSWORD, branch_id=branch
        ),
    )
    client, signed = world.signed_in(login)
    device = UUID(signed["device_id"])
    acting = desk_world.World(world.hub.store, world.clock.at, made_so_far=int(device) & 0xFF << 30)
    acting.desk = replace(
        desk_of(world.hub),
        actor=account.agent_id,
        now=lambda: acting.now,
        new_id=world.hub.new_id,
    )
    players = Players(
        acting, acting.client(f"{name} {SECRET}", policy="synergy", branch_id=branch), (account.agent_id,)
    )
    for number in range(2):
        logged = cases.log_case(acting.desk, request(players, f"{name} {SECRET} {number}"))
        players.cases.append(made(logged.created))
    chance = Random(5)
    play(players, ("ticket", 0, 1, 0))
    for act in (*ALL, *chance.choices(ALL, k=acts)):
        play(players, (act, chance.randrange(6), chance.randrange(50), 5))
    world.clock.at = max(world.clock.at, acting.now)
    return Branch(account.agent_id, device, Sender(client, account.agent_id, device, world.clock.at), players)


@pytest.fixture
def two(world: World) -> TwoBranches:
    world.hub = replace(world.hub, policies=PolicyBook(policies()))
    north, south = branch_at_work(world, "north", 25), branch_at_work(world, "south", 25)
    # The acts took so long that the first token has run out.
    client, signed = world.signed_in("north@example.org")
    north.device = UUID(signed["device_id"])
    north.sender = Sender(client, north.agent, north.device, world.clock.at)
    store = world.hub.store
    with store.read() as conn:
        mine = scopes_held.held_by(conn, north.agent)
        theirs = scopes_held.held_by(conn, south.agent)
        hidden: dict[str, list[UUID]] = {}
        seen: dict[str, list[UUID]] = {}
        for entity, table in by_name().items():
            rows = [
                Touched(entity, each, gone=False, parent=None) for each in conn.scalars(select(table.c.id))
            ]
            for row, visible in giving_out.sees(conn, frozenset(mine), rows).items():
                (seen if visible else hidden).setdefault(entity, []).append(row.id)
    assert {"case", "organisation", "entry", "ledger_line"} <= hidden.keys()
    return TwoBranches(world, north, south, hidden, seen, tuple(sorted(theirs.keys() - mine.keys())))


def forms(each: UUID) -> Iterator[str]:
    """An id as any reader of ids may take it."""
    yield str(each)
    yield str(each).upper()
    yield each.hex
    yield f"{{{each}}}"
    yield each.urn
    yield f"urn:uuid:{{{{{each}}}}}"
    yield "-".join(each.hex)


def told(answer: Any, *places: str) -> str:  # noqa: ANN401 - an answer of the test client
    """An answer as text, with what was asked for and what differs from time to time left out."""
    if answer.headers["content-type"] == "application/msgpack":
        content = msgspec.json.encode(msgspec.msgpack.decode(answer.content)).decode()
    else:
        content = answer.text
    for place in places:
        if len(place) >= 32:
            for form in {place, *forms(UUID(place))}:
                content = content.replace(form, "…")
    return f"{answer.status_code} {content}"


def shape(value: object) -> object:
    """Of an answer that holds fresh secrets: what it consists of."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value).__name__


def asked(two: TwoBranches, described: Described, place: Place, value: object) -> str:
    """What the north is told when it names this."""
    route, body = described.message(place, value)
    client = two.north.sender.client
    answer = client.request(
        place.method,
        route,
        content=None if body is None else msgspec.json.encode(body),
        headers={"Content-Type": "application/json"},
    )
    assert SECRET.encode() + b" " not in answer.content.replace(b"north " + SECRET.encode(), b"")
    if route.startswith("/auth/") and answer.status_code == 200:
        return f"200 {shape(answer.json())}"
    letters = body.get("letters", []) if isinstance(body, dict) else []
    return told(answer, str(value), *(letter["id"] for letter in letters))


def test_what_is_anothers_is_told_as_what_exists_nowhere_on_every_route(two: TwoBranches) -> None:
    north = two.north
    known = {
        "device": str(north.device),
        "actor": str(north.agent),
        "root_entity": "case",
        "root_id": str(north.players.cases[0]),
        "entity": "case",
        "kind": "append",
        "name": "case.note",
        "login": "north@example.org",
        "at": two.world.clock.at.isoformat(),
        "password": PASSWORD,
        "seconds": 0,
        "limit": 10,
    }
    app = north.sender.client.app
    # Who waits for news is answered at once, as when the hub stops.
    app.state.stopping.set()  # type: ignore[attr-defined]  # it is the hub's
    described = Described(create_app(two.world.hub).openapi(), known)
    places = list(described.places())
    assert {place.route.rsplit("/", 1)[1] for place in places} >= {
        "push",
        "pull",
        "load",
        "fetch",
        "look",
        "wait",
    }
    theirs = [
        *(ids[-1] for ids in two.hidden.values()),
        two.south.device,
        administration.user_of_login(two.world.hub, "south@example.org").id,
        pushed_from_the_south(two),
    ]
    before = of_the_south(two)
    differ, answers = [], Counter[str]()
    for place in places:
        # The same operation twice is the first one; every other id may be asked for.
        if place.path[-1:] == ("id",) and "letters" in place.path:
            continue
        pairs: list[tuple[object, object]] = []
        if place.is_number:
            pairs = [(scope, 40_000 + scope) for scope in two.scopes]
        else:
            for each in theirs:
                pairs += list(zip(forms(each), forms(two.nobodys()), strict=True))[
                    : None if each is theirs[0] else 2
                ]
        for there, nowhere in pairs:
            one, other = asked(two, described, place, there), asked(two, described, place, nowhere)
            answers[one] += 1
            if one != other:
                differ.append((str(place), str(there), one, other))
    assert differ == []
    # Not all for the same reason: it was read, looked for and refused.
    assert len(answers) > 15
    assert not [one for one in answers if one.startswith("5")]
    assert of_the_south(two) == before


def pushed_from_the_south(two: TwoBranches) -> UUID:
    """An operation that the south has sent, which has a receipt."""
    client, signed = two.world.signed_in("south@example.org")
    south = Sender(client, two.south.agent, UUID(signed["device_id"]), two.world.clock.at)
    note = south.note(two.south.players.cases[0])
    assert south.push(note)[0].status == "applied"
    return UUID(note["id"])


def of_the_south(two: TwoBranches) -> dict[str, dict[bytes, object]]:
    """The rows that the north does not see."""
    return {
        entity: {each.bytes: rows[each.bytes] for each in two.hidden.get(entity, ()) if each.bytes in rows}
        for entity, rows in rows_on(two.world.hub.store).items()
    }


def swapped(value: object, ids: dict[str, str]) -> Any:  # noqa: ANN401 - plain JSON
    """Plain values with some ids in the place of others."""
    if isinstance(value, dict):
        return {swapped(key, ids): swapped(inner, ids) for key, inner in value.items()}
    if isinstance(value, list):
        return [swapped(inner, ids) for inner in value]
    return ids.get(value, value) if isinstance(value, str) else value


def test_every_act_on_what_is_anothers_comes_to_what_it_would_on_nothing(two: TwoBranches) -> None:
    """What was done in the south, done again from the north: whole, and with the north's own case as its root."""
    before = of_the_south(two)
    north, world = two.north, two.world
    with world.hub.store.read() as conn:
        rows = conn.execute(select(OPERATION).where(OPERATION.c.actor == two.south.agent)).mappings().all()
    acts = {row["name"]: row for row in rows if permissions.may_do(["support_officer"], row["name"])}
    assert len(acts) > 15
    hidden = [str(each) for ids in two.hidden.values() for each in ids]
    told_apart = []
    for row in acts.values():
        nobodys = {each: str(two.nobodys()) for each in hidden}
        without = swapped(row["args"], nobodys)
        one = outcome(north.sender, row, row["root_id"], row["args"])
        other = outcome(north.sender, row, two.nobodys(), without)
        # What makes its root makes it where there is none; where there is one, it is refused.
        if one != other and not (other.startswith("applied") and one.startswith("rejected not_found")):
            told_apart.append((row["name"], one, other))
        if row["root_entity"] == "case":
            one = outcome(north.sender, row, own_case(north), row["args"])
            other = outcome(north.sender, row, own_case(north), without)
            if one != other:
                told_apart.append((row["name"], one, other))
    assert told_apart == []
    assert of_the_south(two) == before


def own_case(branch: Branch) -> UUID:
    """A new case of the branch's own."""
    logged = cases.log_case(branch.players.desk, request(branch.players, "Another"))
    return made(logged.created)


def outcome(sender: Sender, row: Record, root: UUID, args: object) -> str:
    """What becomes of an act like one that was done."""
    form = {"kind": row["kind"], "root_entity": row["root_entity"]}
    (answer,) = sender.push(sender.letter(row["name"], root, args, **form))
    assert SECRET not in str(answer)
    reason = re.sub(r"C-\d+-\d+", "C-…", answer.reason or "")
    return f"{answer.status} {answer.rule} {reason} {answer.result}"


def test_what_is_given_out_whole_holds_nothing_of_anothers(two: TwoBranches) -> None:
    """Every scope that the north may hold, page by page, and all that changed since the beginning."""
    north = two.north
    pulled = north.sender.post({"device": str(north.device), "cursor": 0, "held": []}, "/sync/v1/pull")
    scopes = [each.id for each in codec.decode(Page, pulled.content, codec.MSGPACK).scopes or ()]
    contents = []
    for scope in scopes:
        after = None
        while True:
            said = {"device": str(north.device), "scope": scope, "after": after, "limit": 50}
            answer = north.sender.post(said, "/sync/v1/load")
            contents.append(answer.content)
            found = codec.decode(LoadedPage, answer.content, codec.MSGPACK).after
            if found is None:
                break
            after = [found[0], str(found[1])]
    held = [*scopes, *two.scopes]
    said = {"device": str(north.device), "cursor": 0, "held": held, "known": scopes}
    contents.append(north.sender.post(said, "/sync/v1/pull").content)
    everything = b"".join(contents)
    assert f"north {SECRET}".encode() in everything
    assert f"south {SECRET}".encode() not in everything
    assert [each for ids in two.hidden.values() for each in ids if each.bytes in everything] == []


def test_an_operation_of_somebody_elses_is_no_door_to_what_became_of_it(two: TwoBranches) -> None:
    """The same id again: of what was sent by another, or done on the hub itself, nothing is told."""
    sent = pushed_from_the_south(two)
    with two.world.hub.store.read() as conn:
        done = conn.scalar(select(OPERATION.c.id).where(OPERATION.c.actor == two.south.agent))
    case = two.north.players.cases[0]
    (answer,) = two.north.sender.push(two.north.sender.note(case, id=str(done)))
    assert (answer.status, answer.rule, answer.result) == ("rejected", "not_found", {})
    again = two.north.sender.post(
        {"device": str(two.north.device), "letters": [two.north.sender.note(case, id=str(sent))]}
    )
    assert (again.status_code, again.json()["code"]) == (422, "op_reused")
    assert SECRET not in again.text
