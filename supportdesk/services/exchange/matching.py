"""Which of a lone desk's people, branches and products are the same as the hub's; reads only.

Each kind is matched by what people know it by, and only where that is unambiguous on both sides; the person at the desk
and their branch are those of the account. What is matched goes by the hub's id from then on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.services.registers.circles import branches_seen
from supportdesk.store import images
from supportdesk.store.images import Image
from supportdesk.store.synced_tables import by_name, columns_of

Row = Mapping[str, Any]
"""A row by column, each value as an image has it."""

_Key = Callable[[Row], Hashable | None]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is everybody's on the hub – people, branches, teams, products, policies –, by table, as images."""

    columns: Mapping[str, Sequence[str]]
    rows: Mapping[str, Sequence[Image]]

    def of(self, entity: str) -> list[Row]:
        """The rows of a table."""
        names = self.columns.get(entity, ())
        return [dict(zip(names, map(_plain, image), strict=True)) for image in self.rows.get(entity, ())]


@dataclass(frozen=True, slots=True)
class Account:
    """Who the person at the desk is to the hub."""

    agent_id: UUID
    branch_id: UUID
    administers: bool
    sees: frozenset[UUID]


@dataclass(slots=True)
class Matches:
    """Ids of this desk and the hub's that take their place, and the rows that go because the hub has them."""

    ids: dict[UUID, UUID] = field(default_factory=dict)
    gone: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))

    def are_one(self, entity: str, here: Row, there: UUID) -> None:
        """Note that a row of this desk is one of the hub's."""
        own = UUID(bytes=here["id"])
        self.gone[entity].add(own)
        if own != there:
            self.ids[own] = there

    def by_hub(self, octets: bytes | None) -> bytes | None:
        """The id that the hub has for what this desk calls so."""
        return octets if octets is None else self.ids.get(UUID(bytes=octets), UUID(bytes=octets)).bytes


def account_of(catalogue: Catalogue, agent_id: UUID) -> Account:
    """The account's own place on the hub. KnownError where it has none that cases can belong to."""
    me = next((row for row in catalogue.of("agent") if row["id"] == agent_id.bytes), None)
    if me is None or me["branch_id"] is None:
        raise KnownError(
            "Your account on the hub belongs to no branch.",
            "Nothing was changed. The cases of this desk would belong to nobody there.",
            "Ask an administrator of the hub to say which branch you work for.",
        )
    roles = frozenset(images.parsed(me["roles"]) or ())
    branches = [
        (UUID(bytes=row["id"]), UUID(bytes=row["parent_id"]) if row["parent_id"] else None, row["kind"])
        for row in catalogue.of("branch")
        if not row["deleted"]
    ]
    own = UUID(bytes=me["branch_id"])
    seen = branches_seen(roles, own, branches)
    return Account(agent_id, own, AgentRole.ADMINISTRATOR in roles, frozenset(seen))


def match(conn: Connection, catalogue: Catalogue, account: Account, actor: UUID) -> Matches:
    """Match what this desk has with what the hub has; `actor` is the person as this desk knows them."""
    matches = Matches()
    here = {entity: local_rows(conn, entity) for entity in catalogue_tables()}
    _match_branches(matches, here, catalogue, account, actor)
    _match_agents(matches, here["agent"], catalogue.of("agent"), account, actor)
    for entity, key in _KEYS.items():
        _match_by(matches, entity, here[entity], catalogue.of(entity), key)
    return matches


def catalogue_tables() -> tuple[str, ...]:
    """The tables whose rows may be the same on two desks."""
    return ("branch", "agent", *_KEYS)


def local_rows(conn: Connection, entity: str) -> list[Row]:
    """The rows of a table of this desk, the oldest first."""
    return [
        dict(zip(columns_of(by_name()[entity]), map(_plain, image), strict=True))
        for image in images.rows_since(conn, entity, 0)
    ]


def _plain(value: Any) -> Any:  # noqa: ANN401 - of any column
    return bytes(value) if isinstance(value, memoryview) else value


# ---------------------------------------------------------------- branches and people


def _match_branches(
    matches: Matches, here: Mapping[str, list[Row]], catalogue: Catalogue, account: Account, actor: UUID
) -> None:
    """The person's own branch is the account's; others by name, where the account sees them.

    One that is not found comes along with an administrator, and else its work becomes that of the account's branch.
    """
    own = next((row["branch_id"] for row in here["agent"] if row["id"] == actor.bytes), None)
    first = own or next((row["id"] for row in here["branch"]), None)
    there = [row for row in catalogue.of("branch") if UUID(bytes=row["id"]) in account.sees]
    named = _unambiguous(there, _name)
    known = {row["id"] for row in catalogue.of("branch")}
    for row in here["branch"]:
        found = named.get(_name(row))
        if row["id"] == first:
            matches.are_one("branch", row, account.branch_id)
        elif row["id"] in known:
            matches.are_one("branch", row, UUID(bytes=row["id"]))
        elif found is not None and not row["deleted"]:
            matches.are_one("branch", row, UUID(bytes=found["id"]))
        elif not account.administers:
            matches.are_one("branch", row, account.branch_id)


def _match_agents(matches: Matches, here: list[Row], there: list[Row], account: Account, actor: UUID) -> None:
    """The person is the account's; others by e-mail, then by name."""
    taken = {account.agent_id}
    for row in here:
        if row["id"] == actor.bytes:
            matches.are_one("agent", row, account.agent_id)
        elif any(row["id"] == each["id"] for each in there):
            matches.are_one("agent", row, UUID(bytes=row["id"]))
            taken.add(UUID(bytes=row["id"]))
    for key in (_email, _name):
        own, theirs = _unambiguous(here, key), _unambiguous(there, key)
        for value, row in own.items():
            found = theirs.get(value)
            if found is None or UUID(bytes=row["id"]) in matches.gone["agent"]:
                continue
            if UUID(bytes=found["id"]) not in taken:
                matches.are_one("agent", row, UUID(bytes=found["id"]))
                taken.add(UUID(bytes=found["id"]))


def _email(row: Row) -> Hashable | None:
    return row["email"].strip().casefold() if row["email"] else None


def _name(row: Row) -> Hashable | None:
    return " ".join(row["name"].split()).casefold()


# ---------------------------------------------------------------- everything else


def _match_by(
    matches: Matches,
    entity: str,
    here: list[Row],
    there: list[Row],
    key: Callable[[Row, Callable[[bytes | None], bytes | None]], Hashable | None],
) -> None:
    known = {row["id"] for row in there}
    own = _unambiguous(here, lambda row: key(row, matches.by_hub))
    theirs = _unambiguous(there, lambda row: key(row, lambda octets: octets))
    for row in here:
        if row["id"] in known:
            matches.are_one(entity, row, UUID(bytes=row["id"]))
    for value, row in own.items():
        found = theirs.get(value)
        if found is not None and row["id"] not in known:
            matches.are_one(entity, row, UUID(bytes=found["id"]))


def _unambiguous(rows: Iterable[Row], key: _Key) -> dict[Hashable, Row]:
    """Rows by what they are known by, where only one is; deleted ones are nobody."""
    keyed = [(value, row) for row in rows if not row["deleted"] and (value := key(row)) is not None]
    counted = Counter(value for value, _ in keyed)
    return {value: row for value, row in keyed if counted[value] == 1}


# In the order in which they stand on one another.
_KEYS: Mapping[str, Callable[[Row, Callable[[bytes | None], bytes | None]], Hashable | None]] = {
    "policy_version": lambda row, _: (row["code"], row["version"]),
    "team": lambda row, _: _name(row),
    "product": lambda row, _: row["code"].casefold(),
    "product_version": lambda row, hub: (hub(row["product_id"]), row["version"]),
    "release": lambda row, hub: (hub(row["product_id"]), row["version"]),
    "tracking_note": lambda row, _: (row["number"], row["title"]),
    "branch_release": lambda row, hub: (hub(row["branch_id"]), hub(row["release_id"])),
    "article": lambda row, _: (row["number"], row["language"], row["title"], row["body"]),
    "saved_view": lambda row, hub: (hub(row["agent_id"]), row["name"], row["query"]),
}
