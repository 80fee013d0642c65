"""Fills a hub's database with very many cases of one branch, and people who may sign in; measures nothing."""

from __future__ import annotations

import random
from dataclasses import dataclass
from uuid import UUID

from supportdesk.config.hub_settings import HubSettings
from supportdesk.domain.words import AgentRole
from supportdesk.hub import administration, founding
from supportdesk.hub.administration import By
from supportdesk.hub.founding import Founder
from supportdesk.hub.hub import Hub, open_hub
from supportdesk.protocol.accounts import NewUser
from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY
from supportdesk.store.tables.people import BRANCH, ORGANISATION
from tests.benchmarks import store_world

PASSWORD = "a long enough password"
LOGINS = ("nadia", "priya")
ENTRIES = 5
"""How many entries each case has but the first, which has as many as a screen shows."""
ENTRIES_OF_THE_FIRST = 40

_TOGETHER = 2_000
_OPEN_SHARE = 0.2
_CASES_OF_A_CLIENT = 20


@dataclass(frozen=True)
class Filled:
    """What is in the database: the first case, those that are open, and the clients."""

    first: UUID
    open: tuple[UUID, ...]
    clients: tuple[UUID, ...]


def fill(settings: HubSettings, cases: int) -> Filled:
    """Found the hub of an empty database and put so many cases into it, all of the branch that the people are in.

    All of it goes through the hub's own transactions, which place every case and write its log.
    """
    hub = open_hub(settings, create=True)
    try:
        founder = Founder("Ada Berg", "ada", PASSWORD, "Centre", "UTC")
        founding.found(hub, founder, founding.chosen_policies(["sparkrock"]))
        return _fill(hub, cases, random.Random(cases))
    finally:
        hub.store.close()


def _fill(hub: Hub, cases: int, chance: random.Random) -> Filled:
    people = store_world.people_rows(chance, cases, branch_count=1, cases_of_a_client=_CASES_OF_A_CLIENT)
    with hub.store.write() as conn:
        for table, rows in people.items():
            insert_many(conn, table, rows)
    users = [_user(hub, login, people[BRANCH][0]["id"]) for login in LOGINS]
    # They own as many cases as anybody else, and so have them in two scopes.
    owners = {UUID(int=store_world.ME.int + number): agent for number, agent in enumerate(users)}
    clients = [(row["id"], row["branch_id"]) for row in people[ORGANISATION]]
    words = store_world.words(chance)
    still_open: list[UUID] = []
    first: UUID | None = None
    for start in range(0, cases, _TOGETHER):
        drawn = [
            store_world.case_rows(
                chance,
                number,
                cases,
                clients,
                words,
                entry_count=ENTRIES if number else ENTRIES_OF_THE_FIRST,
                open_share=_OPEN_SHARE,
            )
            for number in range(start, min(start + _TOGETHER, cases))
        ]
        for case, _, _ in drawn:
            case["owner_id"] = owners.get(case["owner_id"], case["owner_id"])
            first = first or case["id"]
            if case["open"]:
                still_open.append(case["id"])
        with hub.store.write(bulk=True) as conn:
            insert_many(conn, CASE, [case for case, _, _ in drawn])
            insert_many(conn, CLOCK, [clock for _, clocks, _ in drawn for clock in clocks])
            insert_many(conn, ENTRY, [entry for _, _, entries in drawn for entry in entries])
    assert first is not None
    return Filled(first, tuple(still_open), tuple(client for client, _ in clients))


def _user(hub: Hub, login: str, branch_id: UUID) -> UUID:
    new = NewUser(
        login=login,
        name=f"{login.title()} Karim",
        roles=[AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER],
        branch_id=branch_id,
        password=PASSWORD,
    )
    return administration.add_user(hub, By(), new).agent_id
