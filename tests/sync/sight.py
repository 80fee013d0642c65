"""Who sees what on a hub, reckoned anew from its rows and by none of the code that is tested."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from supportdesk.store import overlay, scope_rows
from supportdesk.store.composed import Composed
from supportdesk.store.driving import fetch
from supportdesk.store.synced_tables import ROOTS, by_name
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT, BRANCH, ORGANISATION
from tests.sync.claims import holds
from tests.sync.office import rows_on, told

if TYPE_CHECKING:
    from supportdesk.store.store import Store
    from tests.sync.simulated_office import Seat, SimulatedOffice

_AGENT = Composed(select(AGENT).where(AGENT.c.id == bindparam("agent")))
_BRANCHES = Composed(select(BRANCH.c.id, BRANCH.c.parent_id, BRANCH.c.kind).where(~BRANCH.c.deleted))
_OF_CASES = ("id", "branch_id", "came_from_id", "team_id", "owner_id", "organisation_id", "deleted")
_CASES = Composed(select(*(CASE.c[name] for name in _OF_CASES)))
_CLIENTS = Composed(select(ORGANISATION.c.id, ORGANISATION.c.branch_id))


class Sight:
    """What one agent may see by the rules of scopes, judged from the rows themselves."""

    def __init__(self, conn: Connection, agent: UUID) -> None:  # noqa: C901 - the rules of scopes, told once more
        who = _AGENT.mapping(conn, agent=agent)
        assert who is not None
        roles, own = set(who["roles"] or ()), who["branch_id"]
        self.agent = agent
        self.roots: set[tuple[str, UUID]] = set()
        if not who["active"] or who["deleted"]:
            return
        tree: dict[UUID | None, set[UUID]] = defaultdict(set)
        central, everything = set(), set()
        for branch in _BRANCHES.all(conn):
            tree[branch.parent_id].add(branch.id)
            everything.add(branch.id)
            central |= {branch.id} if branch.kind == "central" else set()
        sees = {own} - {None}
        if "administrator" in roles or ("manager" in roles and own in central):
            sees = set(everything)
        elif "manager" in roles and own is not None:
            rest = [own]
            while rest:
                below = tree[rest.pop()] - sees
                sees |= below
                rest += below
        if "central_support" in roles:
            sees |= central
        teams = {UUID(team) for team in who["team_ids"] or ()}
        clients = set()
        for case in _CASES.all(conn):
            of_none = case.branch_id is None and case.came_from_id is None
            if (
                of_none
                or case.branch_id in sees
                or case.came_from_id in sees
                or (case.team_id is not None and case.team_id in teams)
                or case.owner_id == agent
            ):
                self.roots.add(("case", case.id))
                clients |= set() if case.deleted else {case.organisation_id}
        for client in _CLIENTS.all(conn):
            if client.branch_id is None or client.branch_id in sees or client.id in clients:
                self.roots.add(("organisation", client.id))
        self.roots |= {scope_rows.EVERYBODYS, ("agent", agent)}

    def shown(self, conn: Connection, entity: str, ids: list[UUID]) -> set[UUID]:
        """Which of these rows may be seen."""
        if entity in ROOTS:
            return {row_id for row_id in ids if (entity, row_id) in self.roots}
        of = scope_rows.read_roots(conn, by_name()[entity], ids)
        return {row_id for row_id in ids if of.get(row_id, frozenset()) & self.roots}


def same_rows(sim: SimulatedOffice, seat: Seat, name: str) -> None:
    """I4: every shared row of the desk is one of the hub's that it sees, and the other way about."""
    there = shown_to(sim.hub_store, seat.person.agent)
    here = hub_rows_on(seat.store)
    for entity in by_name():
        theirs, ours = there[entity], here[entity]
        more, less = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
        holds(not more, name, seat.name, entity, "has what the hub does not show:", _hex(more))
        holds(not less, name, seat.name, entity, "lacks", _hex(less))
        for row_id, row in theirs.items():
            if row != ours[row_id]:
                differing = {
                    column: (row[column], ours[row_id][column])
                    for column in row
                    if row[column] != ours[row_id][column]
                }
                holds(not differing, name, seat.name, entity, row_id.hex(), differing)


def _hex(ids: set[bytes]) -> list[str]:
    return [row_id.hex() for row_id in sorted(ids)[:3]]


def shown_to(hub: Store, agent: UUID) -> dict[str, dict[bytes, dict[str, object]]]:
    """Every shared row that an agent may see, by table and id; judged here, not by the hub."""
    everything = rows_on(hub)
    with hub.read() as conn:
        sight = Sight(conn, agent)
        for entity, rows in everything.items():
            shown = sight.shown(conn, entity, [UUID(bytes=row_id) for row_id in rows])
            everything[entity] = {row_id: rows[row_id] for row_id in rows if UUID(bytes=row_id) in shown}
    return everything


def hub_rows_on(store: Store) -> dict[str, dict[bytes, dict[str, object]]]:
    """What a desk has of the hub's rows, its own work taken off."""
    rows = rows_on(store)
    with store.read() as conn:
        for entity, row_id, image in fetch(conn, "SELECT entity, id, image FROM shadow"):
            rows[entity].pop(bytes(row_id), None)
            if image is not None:
                values = overlay._image(entity, image)  # noqa: SLF001 - the inverse of what the triggers write
                rows[entity][bytes(row_id)] = told(by_name()[entity], values)
    return rows
